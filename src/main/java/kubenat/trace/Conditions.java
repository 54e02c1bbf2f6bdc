package kubenat.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Fact;
import kubenat.model.packet.InterfacePattern;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;

/** What rules have asked of packets on their way and the answer decided: the conditions of an outcome. */
final class Conditions {
    private final List<Condition> found = new ArrayList<>();

    private Conditions() {}

    static List<Condition> between(Packet origin, Packet end) {
        Conditions conditions = new Conditions();
        conditions.addresses(
                "source", origin.original().source(), end.original().source());
        conditions.addresses(
                "destination", origin.original().destination(), end.original().destination());
        conditions.ports(
                "sourcePort",
                "source port",
                origin.original().sourcePort(),
                end.original().sourcePort());
        conditions.ports(
                "destinationPort",
                "port",
                origin.original().destinationPort(),
                end.original().destinationPort());
        if (origin.in().name().isEmpty()) {
            conditions.interfaces("inInterface", "in-interface", origin.in(), end.in());
        }
        if (Forwarding.isOpen(end.out())) {
            conditions.interfaces("outInterface", "out-interface", Forwarding.OPEN, end.out());
        }
        conditions.facts(origin, end);
        conditions.states(origin, end);
        conditions.decisions(origin, end);
        return conditions.found;
    }

    private void addresses(String field, AddressSet before, AddressSet now) {
        if (before.equals(now)) {
            return;
        }
        List<Cidr> inside = now.cidrs();
        List<Cidr> outside = before.minus(now).cidrs();
        boolean fewer = inside.size() <= outside.size();
        String value = (fewer ? inside : outside).stream().map(Cidr::toString).collect(Collectors.joining(","));
        boolean one = (fewer ? now : before.minus(now)).single().isPresent();
        add(field, fewer ? "in" : "not in", value, field + verb(one, fewer) + value);
    }

    private void ports(String field, String words, NumberSet before, NumberSet now) {
        if (!before.equals(now)) {
            NumberSet outside = before.minus(now);
            boolean fewer = now.runs().size() <= outside.runs().size();
            NumberSet values = fewer ? now : outside;
            boolean one = values.single().isPresent();
            add(field, fewer ? "in" : "not in", values.toString(), words + verb(one, fewer) + values);
        }
    }

    private static String verb(boolean one, boolean holds) {
        return one ? holds ? " is " : " is not " : holds ? " in " : " not in ";
    }

    private void interfaces(String field, String words, InterfaceSet before, InterfaceSet now) {
        for (InterfacePattern pattern : now.narrowest()) {
            if (!before.is().contains(pattern)) {
                add(field, "is", pattern.text(), words + " is " + pattern);
            }
        }
        for (InterfacePattern pattern : now.exclusions()) {
            if (!before.isNot().contains(pattern)) {
                add(field, "is not", pattern.text(), words + " is not " + pattern);
            }
        }
    }

    private void facts(Packet origin, Packet end) {
        for (Map.Entry<Fact, NumberSet> fact : end.facts().known().entrySet()) {
            ports(fact.getKey().name(), fact.getKey().words(), origin.facts().of(fact.getKey()), fact.getValue());
        }
    }

    private void states(Packet origin, Packet end) {
        if (origin.connection().states().size() > 1
                && !origin.connection().states().equals(end.connection().states())) {
            String value =
                    end.connection().states().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
            add("ctstate", "in", value, "connection state " + value);
        }
    }

    private void decisions(Packet origin, Packet end) {
        Map<Condition, Boolean> taken = new LinkedHashMap<>(end.decisions().taken());
        taken.keySet().removeAll(origin.decisions().taken().keySet());
        taken.forEach((condition, holds) -> {
            if (condition.isQuestion()) {
                found.add(holds ? condition : condition.denied());
            }
        });
    }

    private void add(String field, String op, String value, String words) {
        found.add(new Condition(field, op, value, words));
    }
}
