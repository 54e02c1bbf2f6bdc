package kubenat.render.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kubenat.kube.Entries;
import kubenat.kube.Entry;
import kubenat.model.packet.Address;
import kubenat.model.packet.Family;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.render.Answer;
import kubenat.trace.Assumption;

/** For packets that no rule is known to translate: what the dump has that looks like what was asked for. */
final class Hints {
    private static final int MOST = 5;

    private Hints() {}

    /** At most one sentence; none where something is translated, or where the dump is not kube-proxy's. */
    static Optional<String> of(Answer answer) {
        boolean isUntranslated = answer.trace().cases().stream()
                .flatMap(each -> each.outcomes().stream())
                .map(Fate::kind)
                .allMatch(kind -> kind == Fate.Kind.UNTRANSLATED || kind == Fate.Kind.UNKNOWN);
        Packet packet = answer.trace().packet();
        Optional<Address> address = packet.original().destination().single();
        if (!isUntranslated || address.isEmpty()) {
            return Optional.empty();
        }
        Entries entries = Entries.of(answer.ruleset());
        List<Entry> same = entries.at(address.get());
        if (!same.isEmpty()) {
            return Optional.of(address.get() + " is " + words(same));
        }
        List<Entry> port = packet.original()
                .destinationPort()
                .single()
                .map(entries::nodePort)
                .orElse(List.of());
        if (!port.isEmpty()) {
            return Optional.of(words(port) + ": reached at an address of this node");
        }
        return entries.all().isEmpty()
                ? Optional.empty()
                : Optional.of("no Service in the dump has the " + lacking(answer, address.get()));
    }

    private static String lacking(Answer answer, Address address) {
        NumberSet ports = answer.trace().packet().original().destinationPort();
        if (answer.trace().assumptions().stream().anyMatch(Assumption::isStandIn)) {
            return "NodePort " + ports;
        }
        boolean mayHoldPort = address.family() == Family.IPV6 && ports.single().isEmpty();
        return "address " + address + (mayHoldPort ? "; if its end is a port, write [ADDRESS]:PORT" : "");
    }

    private static String words(List<Entry> entries) {
        String more = entries.size() > MOST ? " and %,d more".formatted(entries.size() - MOST) : "";
        return entries.stream().limit(MOST).map(Hints::words).collect(Collectors.joining(", ")) + more;
    }

    private static String words(Entry entry) {
        String name = entry.name().map(Object::toString).or(entry::chain).orElse("a Service");
        String protocol = entry.protocol().map(Object::toString).orElse("any protocol");
        String port = entry.port().map(number -> " " + number).orElse("");
        return "%s for %s%s (%s)".formatted(name, protocol, port, entry.kind());
    }
}
