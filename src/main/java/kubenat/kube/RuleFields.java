package kubenat.kube;

import java.util.Optional;
import java.util.function.Predicate;
import kubenat.model.Rule;
import kubenat.model.match.AddressType;
import kubenat.model.match.DestinationAddress;
import kubenat.model.match.DestinationPort;
import kubenat.model.match.InInterface;
import kubenat.model.match.Match;
import kubenat.model.match.ProtocolMatch;
import kubenat.model.match.Recent;
import kubenat.model.match.SourceAddress;
import kubenat.model.match.Statistic;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;
import kubenat.model.target.Target;

/** The conditions that kube-proxy's rules are made of, picked out of a rule. */
public record RuleFields(Rule rule) {

    /** The chain that a target leads to; empty for another target. */
    public static Optional<String> chain(Target target) {
        if (target instanceof Jump jump) {
            return Optional.of(jump.chain());
        }
        return target instanceof Goto go ? Optional.of(go.chain()) : Optional.empty();
    }

    public Optional<String> chain() {
        return chain(rule.target());
    }

    /** The role of the chain that the rule leads to; NONE for another target. */
    public ChainRole leadsTo() {
        return chain().map(ChainRole::of).orElse(ChainRole.NONE);
    }

    /** The Service port that the comment names, if kube-proxy owns the chain. */
    public Optional<ServiceComment> comment() {
        return ChainRole.of(rule.chain().name()) == ChainRole.NONE
                ? Optional.empty()
                : rule.comment().flatMap(ServiceComment::read);
    }

    public Optional<SourceAddress> source() {
        return first(SourceAddress.class);
    }

    public Optional<DestinationAddress> destination() {
        return first(DestinationAddress.class);
    }

    /** The one destination address that the rule demands. */
    public Optional<Address> address() {
        return destination()
                .filter(match -> !match.negated())
                .flatMap(match -> match.network().cidr())
                .filter(Cidr::isSingle)
                .map(Cidr::network);
    }

    public Optional<InInterface> inInterface() {
        return first(InInterface.class);
    }

    public Optional<Statistic> statistic() {
        return first(Statistic.class);
    }

    public Optional<Recent> recent() {
        return first(Recent.class);
    }

    /** {@code -m addrtype --src-type} or {@code --dst-type}. */
    public Optional<AddressType> addressType(boolean source) {
        return find(AddressType.class, type -> type.source() == source);
    }

    /** The protocol that the rule demands. */
    public Optional<Protocol> protocol() {
        for (Match match : rule.matches()) {
            if (match instanceof ProtocolMatch asked
                    && !asked.negated()
                    && asked.protocol().number() != 0) {
                return Optional.of(asked.protocol());
            }
        }
        return Optional.empty();
    }

    /** The destination ports that the rule demands. */
    public Optional<NumberSet> ports() {
        return find(DestinationPort.class, match -> !match.negated()).map(DestinationPort::ports);
    }

    private <T extends Match> Optional<T> first(Class<T> type) {
        return find(type, match -> true);
    }

    private <T extends Match> Optional<T> find(Class<T> type, Predicate<T> fits) {
        for (Match match : rule.matches()) {
            if (type.isInstance(match)) {
                T found = type.cast(match);
                if (fits.test(found)) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }
}
