package kubenat.api;

import java.util.Optional;

/** An object while it is read, when its kind may not be known yet. */
final class ApiObject {
    String kind = "";
    String namespace = "";
    String name = "";
    /** The label that says which Service a slice is for. */
    Optional<String> service = Optional.empty();

    final ServiceSpec spec = new ServiceSpec();
    final SliceFields slices = new SliceFields();

    boolean isPerhaps(String wanted) {
        return kind.isEmpty() || kind.equals(wanted);
    }
}
