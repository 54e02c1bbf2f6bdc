package kubenat.surroundings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.Route;
import kubenat.model.packet.RoutingRule;
import kubenat.model.packet.RoutingSelector;
import kubenat.model.syntax.Numbers;

/** One line of {@code ip rule}, as words: a priority, which packets, and what becomes of them. */
record RoutingRuleLine(int priority, Words words) {
    /** What says nothing of where packets go. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("[detached]", "[unresolved]", "not");

    private static final Set<String> VALUED_WITHOUT_EFFECT = Set.of("realms", "proto", "protocol");
    private static final Set<String> REFUSING = Set.of("blackhole", "unreachable", "prohibit");
    private static final Set<String> MODELLED =
            Set.of("from", "to", "iif", "fwmark", "lookup", "suppress_prefixlength");

    /** Empty if it is none. */
    static Optional<RoutingRuleLine> read(Words all) {
        String first = all.at(0);
        boolean isPriority = first.endsWith(":")
                && first.length() > 1
                && first.length() <= 10
                && first.chars().limit(first.length() - 1L).allMatch(c -> c >= '0' && c <= '9');
        if (!isPriority) {
            return Optional.empty();
        }
        RoutingRuleLine line = new RoutingRuleLine(
                Integer.parseInt(first.substring(0, first.length() - 1)),
                new Words(all.all().subList(1, all.all().size())));
        return line.isWhole() ? Optional.of(line) : Optional.empty();
    }

    private boolean isWhole() {
        boolean acts = !table().isEmpty()
                || refusal().isPresent()
                || isNop()
                || jumpsTo().isPresent();
        return acts
                && Stream.of("from", "to")
                        .allMatch(word -> isAll(word) || network(word).isPresent())
                && words.after("fwmark").flatMap(Numbers::valueAndMask).isPresent()
                        == words.all().contains("fwmark");
    }

    private boolean isAll(String word) {
        return words.after(word).filter(value -> !value.equals("all")).isEmpty();
    }

    private Optional<Cidr> network(String word) {
        return words.after(word).filter(value -> !value.equals("all")).flatMap(Cidr::read);
    }

    String table() {
        return words.after("lookup").map(RoutingRuleLine::name).orElse("");
    }

    private static String name(String table) {
        return switch (table) {
            case "254" -> Route.MAIN;
            case "255" -> Route.LOCAL;
            case "253" -> Route.DEFAULT;
            default -> table;
        };
    }

    private Optional<Route.Kind> refusal() {
        return REFUSING.stream()
                .filter(words.all()::contains)
                .findFirst()
                .map(word -> Route.Kind.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    boolean isNop() {
        return words.all().contains("nop");
    }

    /** The priority of the rule that is asked next. */
    Optional<Integer> jumpsTo() {
        return words.after("goto").filter(to -> to.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    /** Whether the rule to jump to is missing, so that nothing is done. */
    boolean isUnresolved() {
        return words.all().contains("[unresolved]");
    }

    /** Whether it is for all packets. */
    boolean isForAll() {
        return selector().equals(RoutingSelector.ALL);
    }

    List<Family> families() {
        return Stream.of("from", "to")
                .flatMap(word -> network(word).stream())
                .map(network -> network.network().family())
                .toList();
    }

    private RoutingSelector selector() {
        int[] mark = words.after("fwmark").flatMap(Numbers::valueAndMask).orElse(new int[] {0, 0});
        return new RoutingSelector(
                words.all().contains("not"),
                network("from"),
                network("to"),
                words.after("iif").orElse(""),
                mark[0],
                mark[1],
                other());
    }

    /** What is not modelled, word for word. */
    private String other() {
        List<String> other = new ArrayList<>();
        List<String> all = words.all();
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i);
            if (MODELLED.contains(word) || VALUED_WITHOUT_EFFECT.contains(word) || word.equals("goto")) {
                i++;
            } else if (!WITHOUT_EFFECT.contains(word) && !REFUSING.contains(word) && !word.equals("nop")) {
                other.add(word);
            }
        }
        return String.join(" ", other);
    }

    RoutingRule rule(Optional<Family> family) {
        return new RoutingRule(
                priority,
                family,
                selector(),
                table(),
                words.after("suppress_prefixlength")
                        .filter(length -> length.matches("\\d{1,3}"))
                        .map(Integer::valueOf)
                        .orElse(-1),
                refusal());
    }
}
