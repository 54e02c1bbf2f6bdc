package kubenat.kube;

import java.util.List;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.TableName;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.Redirect;

/** A rule that rewrites destinations and is none of a Service: a published port of Docker, a hostPort, a port forwarded by hand. */
public record OtherTranslation(Owner owner, Rule rule) {

    /** All of a ruleset in the dump's order; chains of Services are not read for them. */
    static List<OtherTranslation> of(Ruleset ruleset) {
        return ruleset.table(TableName.NAT).stream()
                .flatMap(Table::chains)
                .filter(chain -> ChainRole.of(chain.name().name()) == ChainRole.NONE)
                .flatMap(OtherTranslation::translations)
                .map(rule -> new OtherTranslation(Owner.of(rule), rule))
                .toList();
    }

    private static Stream<Rule> translations(Chain chain) {
        return chain.rulesOnce().stream()
                .filter(rule -> rule.target() instanceof DestinationNat || rule.target() instanceof Redirect);
    }
}
