package kubenat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kubenat.model.packet.Family;
import kubenat.parse.DumpForm;
import kubenat.parse.DumpPrinter;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kube-nat fmt}: a dump as iptables would print it. */
@Command(
        name = "fmt",
        sortOptions = true,
        description =
                "Prints a dump as iptables-save or iptables -S prints it; one rule may be spelt in many ways, this is one."
                        + " What is not understood becomes a comment.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:printed",
            "2:wrong usage",
            "3:the dump cannot be read, or --strict and a line is not understood",
            "4:a fault of kube-nat"
        })
final class FmtCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--to", paramLabel = "FORM", order = 10, description = "save (default) or S.")
    private DumpForm form = DumpForm.SAVE;

    @Option(
            names = "--sort",
            order = 11,
            description = "Tables by name, built-in chains first, then chains by name (default: the dump's order).")
    private boolean sorted;

    @Option(
            names = "--counters",
            negatable = true,
            order = 12,
            description = "With counters of rules, or without (default: if the dump has them).")
    private Optional<Boolean> counters = Optional.empty();

    @Mixin
    private final DumpInput input = new DumpInput();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    FmtCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws DumpException {
        List<SourceText> sources = input.sources(streams, Family.IPV4);
        DumpPrinter dumps = new DumpPrinter(form, sorted, counters, input.table());
        DiagnosticReport report = new DiagnosticReport(sources);
        List<DumpException> refused = new ArrayList<>();
        // On a terminal, what is printed shows by itself how far it is; and what is wrong takes the bar's place.
        ProgressBar bar = ProgressBar.of(output.isTerminal(streams) ? List.of() : sources, streams);
        output.write(streams, out -> {
            for (SourceText source : sources) {
                try {
                    dumps.print(source, out, report::add);
                } catch (DumpException noDump) {
                    refused.add(noDump);
                }
            }
        });
        bar.close();
        report.print(streams.err(), input.diagnostics(), output.theme(streams), Dumps.MOST_SHOWN);
        report.summarize(streams.err(), input.diagnostics(), true);
        if (!refused.isEmpty()) {
            throw refused.get(0);
        }
        return input.isStrict() && report.hasErrors() ? ExitCode.INPUT : ExitCode.OK;
    }
}
