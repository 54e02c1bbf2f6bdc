package kubenat.lint.checks;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Owner;
import kubenat.lint.Call;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Table;

/** IPT011: rules jump to a chain that has no rules. */
final class JumpToEmptyChain extends Check {
    /** Chains that are empty as long as there is nothing for them. */
    private static final Set<ChainRole> OFTEN_EMPTY = Set.of(
            ChainRole.SERVICES,
            ChainRole.NODEPORTS,
            ChainRole.EXTERNAL_SERVICES,
            ChainRole.PROXY_FIREWALL,
            ChainRole.PORTAL_NODEPORTS,
            ChainRole.PORTALS);

    private static final Set<Owner> WITH_SLOTS = Set.of(Owner.FIREWALLD, Owner.UFW, Owner.DOCKER);

    JumpToEmptyChain() {
        super("IPT011", Level.INFO);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        return subject.ruleset().tables().stream()
                .flatMap(Table::chains)
                .filter(chain -> chain.size() == 0 && !Remedy.isBuiltIn(chain) && !isASlot(chain))
                .flatMap(chain -> jumps(chain, subject));
    }

    private static boolean isASlot(Chain chain) {
        return OFTEN_EMPTY.contains(ChainRole.of(chain.name().name())) || WITH_SLOTS.contains(Owner.of(chain.name()));
    }

    private Stream<Finding> jumps(Chain chain, Subject subject) {
        List<Call> jumps = subject.calls().to(chain.name()).stream()
                .filter(call -> !call.isGoto())
                .toList();
        if (jumps.isEmpty()) {
            return Stream.empty();
        }
        Call first = jumps.get(0);
        String who = "%s rule %d (line %d)".formatted(first.from().name(), first.rule(), first.line());
        String what = jumps.size() == 1
                ? "%s jumps to it and has no effect"
                : "%s and " + (jumps.size() - 1) + " more jump to it and have no effect";
        return Stream.of(
                finding(
                                subject.at(chain),
                                "%s has no rules: ".formatted(chain.name().name()) + what.formatted(who))
                        .withHelp(
                                "look at the program that should fill it, or take the dump anew: it may be from the middle of a sync"));
    }
}
