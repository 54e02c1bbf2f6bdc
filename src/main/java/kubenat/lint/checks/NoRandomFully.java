package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.target.Masquerade;

/** IPT023: MASQUERADE without --random-fully. */
final class NoRandomFully extends Check {
    private static final int MOST = 1000;

    NoRandomFully() {
        super("IPT023", Level.INFO);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Rule> rules = subject.chains(TableName.NAT, role -> !role.isHashed())
                .flatMap(chain -> chain.rules().stream())
                .filter(rule -> rule.target() instanceof Masquerade masquerade
                        && !masquerade.options().contains("--random-fully"))
                .limit(MOST)
                .toList();
        return rules.isEmpty() ? Stream.empty() : Stream.of(plain(rules, subject));
    }

    private Finding plain(List<Rule> rules, Subject subject) {
        String more = rules.size() == 1
                ? ""
                : rules.size() == MOST ? " and others" : " and %d more".formatted(rules.size() - 1);
        return finding(
                        subject.at(rules.get(0)).marking("-j MASQUERADE"),
                        "%s%s %s without --random-fully: connections that begin at once may get the same port, and one loses its first packet"
                                .formatted(
                                        rules.get(0).place(), more, rules.size() == 1 ? "masquerades" : "masquerade"))
                .withHelp("kube-proxy adds it by itself where iptables is 1.6.2 or newer and the kernel 3.14 or newer;"
                        + " flannel and others have an option for it");
    }
}
