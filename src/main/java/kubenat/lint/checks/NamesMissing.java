package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Entry;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;

/** KN145: rules of Services have no comments, so names cannot be read. */
final class NamesMissing extends Check {
    /** Large clusters lack all comments or none, so a few chains tell. */
    private static final int CHAINS_ASKED = 8;

    NamesMissing() {
        super("KN145", Level.INFO, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        List<Entry> all = subject.names().entries().all();
        List<Entry> nameless =
                all.stream().filter(entry -> entry.name().isEmpty()).toList();
        return nameless.isEmpty() ? endpoints(subject) : Stream.of(missing(nameless, all.size(), subject));
    }

    private Stream<Finding> endpoints(Subject subject) {
        return KubeChains.all(subject, ChainRole.SEP)
                .limit(CHAINS_ASKED)
                .filter(chain -> chain.size() > 0)
                .filter(chain ->
                        chain.head(2).stream().allMatch(rule -> rule.comment().isEmpty()))
                .limit(1)
                .map(
                        chain -> finding(
                                        subject.at(chain),
                                        "rules of endpoints have no comments: %s is known to be of %s by the rules that lead there alone"
                                                .formatted(chain.name().name(), service(chain, subject)))
                                .withHelp(
                                        "kube-proxy leaves these comments out beyond 1,000 endpoints, to be faster; there is nothing to do"));
    }

    private static String service(Chain endpoint, Subject subject) {
        return KubeChains.callerOf(subject, endpoint.name())
                .flatMap(subject.names()::of)
                .map(Object::toString)
                .orElse("a Service");
    }

    private Finding missing(List<Entry> nameless, int all, Subject subject) {
        return finding(
                        subject.at(nameless.get(0).rule()),
                        "%,d of %,d entries of Services have no comment: the names of these Services cannot be read"
                                .formatted(nameless.size(), all))
                .withHelp(
                        "kube-proxy always writes these, so another tool took them out: ask by address (kube-nat trace --dst ADDRESS:PORT); kubectl get"
                                + " services -A -o wide says whose address it is");
    }
}
