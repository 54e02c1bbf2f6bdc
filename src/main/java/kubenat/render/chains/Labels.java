package kubenat.render.chains;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.graph.Handover;
import kubenat.model.Rule;
import kubenat.model.match.Comment;
import kubenat.model.match.DestinationAddress;
import kubenat.model.match.DestinationPort;
import kubenat.model.match.Match;
import kubenat.model.match.ProtocolMatch;
import kubenat.model.match.Statistic;
import kubenat.model.packet.Share;
import kubenat.render.Percent;

/** What stands on the strands that leave a chain. */
final class Labels {
    private final Map<Integer, Share> shares = new HashMap<>();

    Labels(List<Rule> rules) {
        Share left = Share.ALL;
        boolean chance = false;
        for (Rule rule : rules) {
            Optional<Statistic> statistic = chance(rule);
            if (statistic.isPresent()) {
                chance = true;
                Share part = statistic.get().negated()
                        ? statistic.get().share().rest()
                        : statistic.get().share();
                shares.put(rule.number(), left.times(part));
                left = left.times(part.rest());
            } else if (chance && isForAll(rule)) {
                shares.put(rule.number(), left);
                left = Share.NONE;
            }
        }
    }

    /** The chance match of a rule that has no other condition. */
    private static Optional<Statistic> chance(Rule rule) {
        List<Match> matches = conditions(rule);
        return matches.size() == 1 && matches.get(0) instanceof Statistic statistic
                ? Optional.of(statistic)
                : Optional.empty();
    }

    private static boolean isForAll(Rule rule) {
        return conditions(rule).isEmpty();
    }

    private static List<Match> conditions(Rule rule) {
        return rule.matches().stream()
                .filter(match -> !(match instanceof Comment))
                .toList();
    }

    /** The share of packets, or what they have to be; how many rules if it is not one. */
    String of(List<Handover> handovers) {
        if (handovers.size() > 1) {
            return handovers.size() + " rules";
        }
        Rule rule = handovers.get(0).rule();
        Share share = shares.get(rule.number());
        if (share != null) {
            return Percent.of(share);
        }
        String words = rule.words();
        return words.equals("all packets") ? "" : place(rule).orElse(words);
    }

    /** Such as {@code 10.96.0.10:53/udp}, where address, port and protocol are all that a rule asks for. */
    private static Optional<String> place(Rule rule) {
        StringBuilder address = new StringBuilder();
        StringBuilder port = new StringBuilder();
        StringBuilder protocol = new StringBuilder();
        for (Match match : conditions(rule)) {
            if (match instanceof DestinationAddress && match.words().startsWith("to ")) {
                address.append(match.words().substring(3));
            } else if (match instanceof DestinationPort && match.words().startsWith("port ")) {
                port.append(match.words().substring(5));
            } else if (match instanceof ProtocolMatch && !match.words().startsWith("not ")) {
                protocol.append(match.words());
            } else {
                return Optional.empty();
            }
        }
        String end = protocol.isEmpty() || protocol.toString().equals("tcp") ? "" : "/" + protocol;
        if (address.isEmpty()) {
            return Optional.of("port " + port + end).filter(text -> !port.isEmpty());
        }
        String host = port.isEmpty() || address.indexOf(":") < 0 ? address.toString() : "[" + address + "]";
        return Optional.of(host + (port.isEmpty() ? "" : ":" + port) + end);
    }
}
