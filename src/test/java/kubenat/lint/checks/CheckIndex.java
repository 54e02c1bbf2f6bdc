package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.lint.Check;
import kubenat.lint.CheckPage;
import kubenat.lint.Need;

/** The first page of the checks' docs: a table of them all. */
final class CheckIndex {
    private CheckIndex() {}

    static String text(List<Check> checks) {
        StringBuilder text = new StringBuilder("""
                # What kube-nat lint looks for

                Made from the pages of the checks; `kube-nat checks` prints the list, `kube-nat explain ID` a page. [Lint in CI](../lint-in-ci.md) says how to set all this.

                `IPT`: any iptables rules. `KN`: kube-proxy's. `SUP`: comments and settings that leave out findings. `SYN`: the dump itself.
                A finding is one level lower than here where something that the dump does not decide stands between it and a proof. A check that lacks what it needs is
                reported as not checked.

                | id | level | finds | needs |
                | --- | --- | --- | --- |
                """);
        checks.forEach(check -> text.append("| [%s](%s.md) | %s | %s | %s |\n"
                .formatted(
                        check.id(),
                        check.id(),
                        check.level(),
                        cell(CheckPage.of(check).title()),
                        needs(check))));
        return text.toString();
    }

    private static String needs(Check check) {
        return check.needs().stream()
                .sorted()
                .map(Need::toString)
                .map(CheckIndex::cell)
                .collect(Collectors.joining("; "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
