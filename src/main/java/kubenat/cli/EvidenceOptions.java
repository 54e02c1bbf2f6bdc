package kubenat.cli;

import java.util.Optional;
import kubenat.kube.ApiNames;
import kubenat.lint.Evidence;
import kubenat.source.DumpException;
import picocli.CommandLine.Option;

/** What a user has of a node beside its rules, for checks that need more than these. */
final class EvidenceOptions {
    @Option(
            names = "--node",
            order = 11,
            paramLabel = "NAME",
            description =
                    "The node's name in --api (default: by its addresses, or by endpoints that the rules have as local).")
    private Optional<String> node = Optional.empty();

    /** All of it, with the cluster's objects. */
    Evidence read(ApiNames api, Streams streams) throws DumpException {
        return new Evidence(api, node, 1);
    }
}
