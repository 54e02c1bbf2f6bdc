package kubenat.cli;

import java.util.List;
import java.util.concurrent.Callable;
import kubenat.kube.Surroundings;
import kubenat.lint.LintReport;
import kubenat.lint.Linter;
import kubenat.lint.Subject;
import kubenat.lint.checks.Checks;
import kubenat.model.packet.Family;
import kubenat.render.Theme;
import kubenat.source.DumpException;
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
        footer = {"  kube-nat lint node.rules", "  iptables-save | kube-nat lint --fail-on error -o json"})
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
            names = "--fail-on",
            order = 2,
            paramLabel = "LEVEL",
            description = "The exit code is 1 for findings as bad as this: error, warning (default), info or never.")
    private FailOn failOn = FailOn.WARNING;

    @ArgGroup(validate = false, heading = "%nWhat is known beside the dump:%n")
    private final NodeOptions node = new NodeOptions();

    @ArgGroup(validate = false, heading = "%nWhere the answer goes:%n")
    private final OutputOptions output = new OutputOptions();

    LintCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws DumpException {
        Theme theme = output.theme(streams);
        Dumps dumps = input.readSilently(streams, Family.IPV4);
        Surroundings surroundings = node.read(streams, input.isHost(streams));
        List<Subject> subjects = dumps.rulesets().stream()
                .map(ruleset -> new Subject(ruleset, surroundings))
                .toList();
        LintReport report = new Linter(Checks.ALL).lint(subjects);
        output.write(streams, out -> format.write(new LintFormat.Answer(report, dumps.sources(), theme, failOn), out));
        return failOn.fails(report) ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
