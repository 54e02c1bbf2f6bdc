package kubenat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kubenat.api.ApiServices;
import kubenat.kube.ApiNames;
import kubenat.source.BytesInput;
import kubenat.source.DumpException;
import kubenat.source.SourceReader;
import kubenat.source.SourceText;
import picocli.CommandLine.Option;

/** The cluster's own objects, which name what rules do not. */
final class ApiInput {
    @Option(
            names = {"--api", "--services"},
            order = 5,
            paramLabel = "FILE",
            description =
                    "What kubectl get services,endpointslices,nodes -A -o json printed: names what has no comment,"
                            + " by its hash; lint compares it with the rules.")
    private List<String> files = new ArrayList<>();

    private final List<SourceText> sources = new ArrayList<>();

    /** All of it; nothing if no file was given. */
    ApiNames read(Streams streams) throws DumpException {
        if (files.isEmpty()) {
            return ApiNames.NONE;
        }
        SourceReader reader = new SourceReader(streams.in());
        ApiServices all = ApiServices.NONE;
        for (String file : files) {
            SourceText source = reader.read(file);
            sources.add(source);
            all = all.and(ApiServices.read(source.name(), new BytesInput(source.bytes())));
        }
        return new ApiNames(sources.stream().map(SourceText::name).collect(Collectors.joining(", ")), all);
    }

    /** The texts that were read, for findings that point into them. */
    List<SourceText> sources() {
        return sources;
    }
}
