package kubenat.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kubenat.lint.Check;
import kubenat.lint.CheckPage;
import kubenat.lint.Need;
import kubenat.lint.checks.Checks;
import kubenat.render.lint.ChecksJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kube-nat checks}: what lint looks for. */
@Command(
        name = "checks",
        description = "Lists what kube-nat lint looks for: id, level, and what a check needs beside rules.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:listed", "2:wrong usage", "4:a fault of kube-nat"})
final class ChecksCommand implements Callable<Integer> {
    private final Streams streams;

    /** How the list is written. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text (default) or json.")
    private Format format = Format.TEXT;

    ChecksCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        PrintWriter out = streams.out();
        if (format == Format.JSON) {
            ChecksJson.write(Checks.ALL, out);
        } else {
            Checks.ALL.forEach(check -> out.print("%-7s %-8s %s%s\n"
                    .formatted(check.id(), check.level(), CheckPage.of(check).title(), needs(check))));
        }
        out.flush();
        return ExitCode.OK;
    }

    private static String needs(Check check) {
        return check.needs().isEmpty()
                ? ""
                : check.needs().stream()
                        .sorted()
                        .map(Need::toString)
                        .collect(Collectors.joining(", ", " (needs ", ")"));
    }
}
