package kubenat.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kubenat.kube.Surroundings;
import kubenat.lint.Evidence;
import kubenat.lint.LintReport;
import kubenat.lint.NodeEvidence;
import kubenat.lint.Subject;
import kubenat.lint.settings.Configuration;
import kubenat.model.packet.Family;
import kubenat.render.Theme;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kube-nat lint}: what is wrong in a dump. */
@Command(
        name = "lint",
        sortOptions = false,
        customSynopsis = "kube-nat lint [OPTIONS] [DUMP...]",
        description = "Finds rules that cannot do what they seem to. kube-nat checks lists what is looked for,"
                + " kube-nat explain ID says why.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing found at or above --fail-on",
            "1:findings",
            "2:wrong usage",
            "3:something cannot be read, or --strict and a line is not understood",
            "4:a fault of kube-nat"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kube-nat lint node.rules",
            "  kube-nat lint --api cluster.json node.rules",
            "  kube-nat lint --each --api cluster.json --select KN -o github nodes/*.rules",
            "  iptables-save | kube-nat lint --fail-on error -o json"
        })
final class LintCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final DumpInput input = new DumpInput();

    @Option(
            names = {"-o", "--output"},
            order = 1,
            paramLabel = "FORMAT",
            converter = LintFormat.Converter.class,
            description =
                    "text (default), wide (with every finding), json, sarif, github, gitlab, junit or checkstyle.")
    private LintFormat format = LintFormat.TEXT;

    @Option(
            names = "--each",
            order = 2,
            description = "Each DUMP is of a node of its own, and is not read with the others.")
    private boolean each;

    @ArgGroup(validate = false, heading = "%nWhat is looked for, and what of it is reported:%n")
    private final LintOptions options = new LintOptions();

    @ArgGroup(validate = false, heading = "%nWhat is known beside the dump:%n")
    private final NodeOptions node = new NodeOptions();

    @ArgGroup(validate = false, heading = "%nWhat else is known of the node, for checks that need it:%n")
    private final EvidenceOptions more = new EvidenceOptions();

    @Mixin
    private final ApiInput api = new ApiInput();

    @ArgGroup(validate = false, heading = "%nWhere the answer goes:%n")
    private final OutputOptions output = new OutputOptions();

    LintCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws DumpException {
        Theme theme = output.theme(streams);
        LintSettings settings = options.read();
        List<Dumps> nodes =
                each ? input.readEachSilently(streams, Family.IPV4) : List.of(input.readSilently(streams, Family.IPV4));
        if (nodes.size() > 1) {
            node.ofOneNode().or(more::ofOneNode).ifPresent(LintCommand::refuse);
        }
        Surroundings surroundings = node.read(streams, input.isHost(streams));
        List<SourceText> sources =
                nodes.stream().flatMap(dumps -> dumps.sources().stream()).toList();
        Evidence evidence = evidence(nodes.size(), settings.configuration());
        ProgressBar bar = ProgressBar.of(sources, streams);
        LintReport report = settings.lint(subjects(nodes, surroundings, evidence), sources, streams);
        bar.close();
        List<SourceText> quoted = Stream.of(
                        sources.stream(),
                        settings.source().stream(),
                        api.sources().stream(),
                        node.sources().stream(),
                        more.sources().stream())
                .flatMap(each -> each)
                .toList();
        LintFormat.Answer answer = new LintFormat.Answer(report, quoted, theme, settings.failOn());
        output.write(streams, out -> format.write(answer, out));
        return settings.failOn().fails(report) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** What is of one node is not of each of several. */
    private static void refuse(String option) {
        throw new UsageException(option + ": is of one node, and --each has several; lint that node by itself");
    }

    private Evidence evidence(int nodes, Configuration configuration) throws DumpException {
        NodeEvidence ofNode = more.read(streams, node.settings());
        return Evidence.of(api.read(streams), ofNode)
                .within(configuration.limits().limits())
                .ofSeveralNodes(nodes > 1);
    }

    private static List<List<Subject>> subjects(List<Dumps> nodes, Surroundings surroundings, Evidence evidence) {
        return nodes.stream()
                .map(dumps -> dumps.rulesets().stream()
                        .map(ruleset -> new Subject(
                                ruleset,
                                surroundings,
                                evidence.ofFamilies(dumps.rulesets().size())))
                        .toList())
                .toList();
    }
}
