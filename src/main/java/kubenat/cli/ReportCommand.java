package kubenat.cli;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kubenat.kube.ApiNames;
import kubenat.kube.Service;
import kubenat.kube.ServiceEntry;
import kubenat.kube.Services;
import kubenat.kube.Surroundings;
import kubenat.lint.Evidence;
import kubenat.lint.Level;
import kubenat.lint.LintReport;
import kubenat.lint.Linter;
import kubenat.lint.NodeEvidence;
import kubenat.lint.Subject;
import kubenat.lint.checks.Checks;
import kubenat.model.packet.Family;
import kubenat.render.Answer;
import kubenat.render.report.Concerns;
import kubenat.render.report.Report;
import kubenat.render.report.ReportHtml;
import kubenat.render.report.ReportItem;
import kubenat.render.report.ReportMaker;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kube-nat report}: a whole dump as one page for a browser. */
@Command(
        name = "report",
        sortOptions = false,
        customSynopsis = "kube-nat report [OPTIONS] [DUMP...] --output-file FILE.html",
        description =
                "Writes one HTML file that shows every Service: its paths as pictures, the rules that its packets meet, and"
                        + " what lint finds. It needs no network, and no program but a browser.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "2:wrong usage",
            "3:something cannot be read or written, or --strict and a line is not understood",
            "4:a fault of kube-nat"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kube-nat report node.rules --output-file node.html"})
final class ReportCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final DumpInput input = new DumpInput();

    @Mixin
    private final ApiInput api = new ApiInput();

    @ArgGroup(validate = false, order = 2, heading = "%nThe node and the cluster:%n")
    private final NodeOptions node = new NodeOptions();

    @ArgGroup(validate = false, order = 3, heading = "%nWhere the page goes:%n")
    private final OutputOptions output = new OutputOptions();

    ReportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws DumpException {
        Dumps dumps = input.read(streams, Family.IPV4);
        Surroundings surroundings = node.read(streams, input.isHost(streams));
        ApiNames names = api.read(streams);
        Evidence evidence = Evidence.of(names, NodeEvidence.NONE)
                .ofFamilies(dumps.rulesets().size());
        ProgressBar bar = ProgressBar.of(dumps.sources(), streams);
        LintReport lint = new Linter(Checks.ALL.stream()
                        .filter(check -> check.level() != Level.OFF)
                        .toList())
                .lint(dumps.rulesets().stream()
                        .map(ruleset -> new Subject(ruleset, surroundings, evidence))
                        .toList());
        ThreadLocal<Tracing> tracing = ThreadLocal.withInitial(() -> new Tracing(dumps, surroundings, names, false));
        ReportMaker maker = new ReportMaker(new Concerns(lint.findings()));
        List<ReportItem> services = dumps.rulesets().stream()
                .map(ruleset -> Services.of(ruleset, names).all().parallelStream()
                        .map(service -> maker.of(ruleset, service, answers(service, tracing.get())))
                        .toList())
                .flatMap(List::stream)
                .toList();
        bar.close();
        List<String> files = dumps.sources().stream().map(SourceText::name).toList();
        Report report = new Report(
                Report.Kind.REPORT,
                String.join(", ", files),
                String.join(" ", files),
                services,
                lint.checks().size(),
                lint.findings(),
                lint.notChecked(),
                "");
        output.write(streams, out -> ReportHtml.write(report, out));
        return ExitCode.OK;
    }

    /** Where packets to each of its addresses go. */
    private static Map<ServiceEntry, Answer> answers(Service service, Tracing tracing) {
        Map<ServiceEntry, Answer> answers = new LinkedHashMap<>();
        for (ServiceEntry entry : service.entries()) {
            if (ReportMaker.isShown(entry) && entry.ports().single().isPresent()) {
                Map<PacketField, String> words = new EnumMap<>(PacketField.class);
                words.put(PacketField.DESTINATION, entry.place());
                service.protocol().ifPresent(protocol -> words.put(PacketField.PROTOCOL, protocol.toString()));
                try {
                    answers.put(entry, tracing.answer(new PacketWords(words)));
                } catch (BadField | DumpException impossible) {
                    throw new AssertionError("an entry's place is a destination: " + entry.place(), impossible);
                }
            }
        }
        return answers;
    }
}
