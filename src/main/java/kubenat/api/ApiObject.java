package kubenat.api;

import java.util.Optional;

/** An object while it is read, when its kind may not be known yet. */
final class ApiObject {
    String kind = "";
    String namespace = "";
    String name = "";
    ApiPlace place = new ApiPlace("", 1, 1);
    /** The label that says which Service a slice is for. */
    Optional<String> service = Optional.empty();

    /** The label by which a Service is somebody else's than kube-proxy's. */
    boolean otherProxy;

    final ServiceSpec spec = new ServiceSpec();
    final SliceFields slices = new SliceFields();
    final NodeFields node = new NodeFields();

    boolean isPerhaps(String wanted) {
        return kind.isEmpty() || kind.equals(wanted);
    }
}
