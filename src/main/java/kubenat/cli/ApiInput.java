package kubenat.cli;

import java.util.ArrayList;
import java.util.List;
import kubenat.api.ApiServices;
import kubenat.kube.ApiNames;
import kubenat.source.BytesInput;
import kubenat.source.DumpException;
import kubenat.source.SourceReader;
import picocli.CommandLine.Option;

/** The cluster's own objects, which name what rules do not. */
final class ApiInput {
    @Option(
            names = "--services",
            order = 5,
            paramLabel = "FILE",
            description =
                    "What kubectl get svc,endpointslices -A -o json printed: names what has no comment, by its hash.")
    private List<String> files = new ArrayList<>();

    /** All of it; nothing if no file was given. */
    ApiNames read(Streams streams) throws DumpException {
        if (files.isEmpty()) {
            return ApiNames.NONE;
        }
        SourceReader reader = new SourceReader(streams.in());
        ApiServices all = ApiServices.NONE;
        for (String file : files) {
            all = all.and(
                    ApiServices.read(file, new BytesInput(reader.read(file).bytes())));
        }
        return new ApiNames(String.join(", ", files), all);
    }
}
