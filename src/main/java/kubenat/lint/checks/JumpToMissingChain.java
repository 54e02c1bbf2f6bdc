package kubenat.lint.checks;

import java.util.Optional;
import java.util.stream.Stream;
import kubenat.graph.Handover;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.ChainName;

/** IPT001: a rule jumps to a chain that the dump does not declare. */
final class JumpToMissingChain extends ChainCheck {

    JumpToMissingChain() {
        super("IPT001", Level.ERROR);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return !subject.calls().anyMissing(chain.name().table())
                ? Stream.empty()
                : chain.rules().stream()
                        .flatMap(rule -> Handover.of(rule).stream())
                        .filter(handover ->
                                subject.ruleset().chain(handover.to()).isEmpty())
                        .map(handover -> missing(handover, subject));
    }

    private Finding missing(Handover handover, Subject subject) {
        String option = handover.isGoto() ? "-g " : "-j ";
        String message = "%s %s %s, which the dump does not declare"
                .formatted(
                        handover.from().name(),
                        handover.isGoto() ? "goes to" : "jumps to",
                        handover.to().name());
        Finding finding = finding(
                subject.at(handover.rule()).marking(option + handover.to().name()), message);
        Optional<ChainName> whole = subject.names().repaired(handover.to());
        return whole.map(name -> finding.withHelp(
                        "the line looks cut: %s is declared and begins like it".formatted(name.name())))
                .orElseGet(() -> finding.withHelp(
                        "take the dump anew, with all tables (iptables-save); a kernel never holds such a rule"));
    }
}
