package kubenat.api;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import kubenat.json.BadJson;
import kubenat.source.DumpException;

/** The Services, EndpointSlices and nodes of a cluster, as far as files say them, in the order of the files. */
public record ApiServices(List<ApiService> services, List<ApiSlice> slices, List<ApiNode> nodes) {
    /** Nothing is known of the API. */
    public static final ApiServices NONE = new ApiServices(List.of(), List.of(), List.of());

    public ApiServices {
        services = List.copyOf(services);
        slices = List.copyOf(slices);
        nodes = List.copyOf(nodes);
    }

    /**
     * Reads what {@code kubectl get services,endpointslices,nodes -A -o json} printed; objects of other kinds are passed over.
     *
     * @param name of the file, for messages
     */
    public static ApiServices read(String name, InputStream in) throws DumpException {
        try {
            ApiServices read = new ApiReader(name, in).read();
            if (read.services().isEmpty() && read.slices().isEmpty()) {
                throw new DumpException(
                        name + ": no Service and no EndpointSlice in it",
                        "kubectl get services,endpointslices,nodes -A -o json prints them");
            }
            return read;
        } catch (BadJson bad) {
            throw new DumpException(
                    name + ":" + bad.getMessage(),
                    "kubectl get services,endpointslices,nodes -A -o json prints what is read here");
        }
    }

    /** Both together. */
    public ApiServices and(ApiServices others) {
        List<ApiService> allServices = new ArrayList<>(services);
        allServices.addAll(others.services);
        List<ApiSlice> allSlices = new ArrayList<>(slices);
        allSlices.addAll(others.slices);
        List<ApiNode> allNodes = new ArrayList<>(nodes);
        allNodes.addAll(others.nodes);
        return new ApiServices(allServices, allSlices, allNodes);
    }
}
