package kubenat.parse;

import java.util.Optional;
import java.util.regex.Pattern;
import kubenat.model.packet.Family;
import kubenat.source.SourceText;

/** Whether a table is iptables' or ip6tables': the header says so, or else the addresses in its first rules. */
final class FamilyGuess {
    private static final int ENOUGH_CHAINS = 200;
    private static final int ENOUGH_RULES = 20;

    /** Compiled when a line first speaks of ICMP. */
    private static final class Icmp {
        private static final Pattern SIX = Pattern.compile("\\s(?:ipv6-icmp|icmpv6|icmp6-\\S+)(?:\\s|$)");
        private static final Pattern FOUR = Pattern.compile("\\s(?:-p icmp|icmp-(?:port|host|net|proto)\\S*)(?:\\s|$)");
    }

    private FamilyGuess() {}

    /** What the nearest header or command above a table says. */
    static Optional<Family> fromHeader(DumpIndex index, TableIndex table) {
        LineRef best = new LineRef(0, 0);
        Optional<Family> family = Optional.empty();
        for (LineRef comment : index.comments().first()) {
            if (comment.number() <= table.line() && comment.number() > best.number()) {
                Optional<String> six =
                        Glance.printedBy(index.source().lineAt(comment.offset()).strip());
                if (six.isPresent()) {
                    best = comment;
                    family = Optional.of(six.get().isEmpty() ? Family.IPV4 : Family.IPV6);
                }
            }
        }
        return family;
    }

    /** What the addresses in the first rules say. */
    static Optional<Family> fromRules(SourceText source, TableIndex table) {
        for (int chain = 0; chain < Math.min(ENOUGH_CHAINS, table.chains()); chain++) {
            Optional<Family> family = table.firstRules(chain, ENOUGH_RULES)
                    .map(rule -> ofRule(source.lineAt(rule.offset())))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (family.isPresent()) {
                return family;
            }
        }
        return Optional.empty();
    }

    private static Optional<Family> ofRule(String rule) {
        if (rule.contains(" ::/0 ")) {
            return Optional.of(Family.IPV6);
        }
        Optional<String> address = Glance.address(rule);
        if (address.isPresent()) {
            return Optional.of(
                    address.get().endsWith(":") && !address.get().equals(":") || rule.contains("::")
                            ? Family.IPV6
                            : Family.IPV4);
        }
        if (!rule.contains("icmp")) {
            return Optional.empty();
        }
        if (Icmp.SIX.matcher(rule).find()) {
            return Optional.of(Family.IPV6);
        }
        return Icmp.FOUR.matcher(rule).find() ? Optional.of(Family.IPV4) : Optional.empty();
    }
}
