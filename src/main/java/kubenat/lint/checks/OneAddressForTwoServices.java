package kubenat.lint.checks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Entry;
import kubenat.kube.EntryKind;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.ChainName;
import kubenat.model.match.AddressType;
import kubenat.model.match.Comment;
import kubenat.model.match.DestinationAddress;
import kubenat.model.match.DestinationPort;
import kubenat.model.match.Match;
import kubenat.model.match.ProtocolMatch;
import kubenat.model.packet.Address;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;

/** KN123: two Services have the same address and port, or the same NodePort. */
final class OneAddressForTwoServices extends Check {
    /** What an entry takes, and the chain in which it stands. */
    private record Asked(ChainName in, Optional<Address> address, Protocol protocol, NumberSet ports) {}

    OneAddressForTwoServices() {
        super("KN123", Level.ERROR, Need.NAT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        Map<Asked, Entry> first = new LinkedHashMap<>();
        Stream.Builder<Finding> found = Stream.builder();
        for (Entry entry : subject.names().entries().all()) {
            if (entry.chain().isPresent()
                    && entry.protocol().isPresent()
                    && entry.port().isPresent()) {
                Asked asked = new Asked(
                        entry.rule().chain(), entry.address(), entry.protocol().get(), entry.ports());
                Entry before = first.putIfAbsent(asked, entry);
                if (before != null && !isSame(before, entry)) {
                    found.add(second(before, entry, subject));
                }
            }
        }
        return found.build();
    }

    /** A Service port has several entries for one address where kube-proxy tells clients apart (up to 1.23). */
    private static boolean isSame(Entry one, Entry other) {
        return letters(one).equals(letters(other));
    }

    private static Optional<String> letters(Entry entry) {
        return entry.chain().flatMap(ChainRole::letters);
    }

    private Finding second(Entry before, Entry entry, Subject subject) {
        String what = entry.kind() == EntryKind.NODE_PORT ? "the NodePort " + entry.ports() : entry.place();
        Finding finding = finding(
                        subject.at(entry.rule()),
                        "%s/%s is of two Services: %s gets all of its packets, %s none"
                                .formatted(
                                        what,
                                        entry.protocol().get(),
                                        KubeChains.label(before.rule()),
                                        KubeChains.label(entry.rule())))
                .related(subject.at(before.rule()), "takes them first")
                .withHelp(
                        "give one of the two Services another address or port; where two load balancers hand out addresses,"
                                + " keep their ranges apart");
        Finding sure = asksForMore(before) ? finding.onlyPossible() : finding;
        return Witnesses.to(subject, before).map(sure::withWitness).orElse(sure);
    }

    /** Whether the first rule may leave some of the packets to the second one. */
    private static boolean asksForMore(Entry entry) {
        return !entry.rule().matches().stream().allMatch(OneAddressForTwoServices::isOfEntry);
    }

    private static boolean isOfEntry(Match match) {
        return match instanceof Comment
                || match instanceof ProtocolMatch
                || match instanceof DestinationAddress
                || match instanceof DestinationPort
                || match instanceof AddressType type && !type.source() && !type.negated();
    }
}
