package kubenat.lint.checks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import kubenat.lint.Call;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Hook;

/** From which hooks packets can come to a chain, whatever the rules on the way ask for. */
final class Reaching {
    private static final int MOST_CHAINS = 1000;

    private Reaching() {}

    /** Whether a chain is the one of a hook, or rules lead from there to it. */
    static boolean isFrom(Hook hook, Chain chain, Subject subject) {
        Set<ChainName> seen = new HashSet<>();
        Deque<ChainName> open = new ArrayDeque<>();
        open.add(chain.name());
        while (!open.isEmpty() && seen.size() < MOST_CHAINS) {
            ChainName name = open.remove();
            if (name.name().equals(hook.name())) {
                return true;
            }
            if (seen.add(name)) {
                subject.calls().to(name).stream().map(Call::from).forEach(open::add);
            }
        }
        return false;
    }
}
