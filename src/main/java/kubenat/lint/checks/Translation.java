package kubenat.lint.checks;

import java.util.List;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.lint.Subject;
import kubenat.lint.space.Admission;
import kubenat.lint.space.Box;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.packet.AddressSet;
import kubenat.model.target.DestinationNat;

/** A rule that translates destinations, and what it asks for; not those of Services, which stand in chains of their own. */
record Translation(Rule rule, DestinationNat to, Admission admission) {
    private static final int MOST = 1000;

    /** The first ones that packets from other hosts can come to. */
    static List<Translation> fromOutside(Subject subject) {
        return subject.chains(TableName.NAT, role -> !role.isHashed())
                .filter(chain -> chain.rules().stream().anyMatch(rule -> rule.target() instanceof DestinationNat))
                .filter(chain -> Reaching.isFrom(Hook.PREROUTING, chain, subject))
                .flatMap(chain -> chain.rules().stream())
                .filter(rule -> rule.target() instanceof DestinationNat)
                .limit(MOST)
                .map(rule -> new Translation(
                        rule,
                        (DestinationNat) rule.target(),
                        Admission.of(rule.matches(), subject.ruleset().family())))
                .toList();
    }

    /** The rules of filter that packets of a hook can come to. */
    static Stream<Rule> rulesFrom(Hook hook, Subject subject) {
        return subject.chains(TableName.FILTER, role -> role == ChainRole.NONE)
                .filter(chain -> Reaching.isFrom(hook, chain, subject))
                .flatMap(chain -> chain.rules().stream());
    }

    /** Whether packets go to one of these addresses, and to no other. */
    boolean sendsTo(AddressSet addresses) {
        return !addresses.isAll()
                && to.to().addresses().filter(addresses::containsAll).isPresent();
    }

    /** Whether what was translated may still be what a rule asks for. */
    boolean leadsTo(Box asked) {
        boolean address = to.to()
                .addresses()
                .map(set -> !set.intersect(asked.destinations()).isEmpty())
                .orElse(true);
        boolean port = to.to()
                .ports()
                .map(set -> !set.intersect(asked.destinationPorts()).isEmpty())
                .orElse(true);
        return address && port && !asked.destinations().isAll();
    }
}
