package kubenat.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import kubenat.lint.Check;
import kubenat.lint.CheckPage;
import kubenat.lint.checks.Checks;
import kubenat.source.EditDistance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kube-nat explain}: the page of a check. */
@Command(
        name = "explain",
        description = "Says what a check looks for, why it matters, what to do, and shows examples.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:explained", "2:wrong usage", "4:a fault of kube-nat"},
        footerHeading = "%nExamples:%n",
        footer = {"  kube-nat explain IPT001"})
final class ExplainCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "ID", description = "The id of a check, such as IPT001; kube-nat checks lists them.")
    private String id;

    ExplainCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Check check = Checks.of(id).orElseThrow(this::unknown);
        streams.out().print(CheckPage.of(check).text());
        streams.out().flush();
        return ExitCode.OK;
    }

    private UsageException unknown() {
        String asked = id.toUpperCase(Locale.ROOT);
        String help = Checks.ALL.stream()
                .map(Check::id)
                .filter(known -> EditDistance.between(asked, known) == 1)
                .findFirst()
                .map(near -> "is it " + near + "?")
                .orElse("kube-nat checks lists them all");
        return new UsageException("%s: no check has this id; %s".formatted(id, help));
    }
}
