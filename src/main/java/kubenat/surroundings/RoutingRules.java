package kubenat.surroundings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.json.BadJson;
import kubenat.json.JsonReader;
import kubenat.model.packet.Family;
import kubenat.model.packet.RoutingRule;
import kubenat.source.DumpException;

/**
 * Reads {@code ip rule} and {@code ip -j rule} (iproute2 6.1). Which family a listing is of shows by the addresses in it, or else
 * by the table {@code default}, which IPv4 alone asks unless somebody has changed that (kernel: fib6_rules_net_init).
 */
public final class RoutingRules {
    private final String name;
    private final List<List<RoutingRuleLine>> listings = new ArrayList<>();

    private RoutingRules(String name) {
        this.name = name;
    }

    /** All rules in order; {@code name} is what the user called the text. Both families may stand in it, one after the other. */
    public static List<RoutingRule> read(String name, String text) throws DumpException {
        RoutingRules reader = new RoutingRules(name);
        if (text.stripLeading().startsWith("[")) {
            reader.json(text);
        } else {
            reader.lines(text);
        }
        if (reader.listings.isEmpty()) {
            throw new DumpException(name + ": no rule in it", "it should hold what ip rule or ip -j rule prints");
        }
        List<RoutingRule> all = new ArrayList<>();
        for (List<RoutingRuleLine> listing : reader.listings) {
            Optional<Family> family = family(listing);
            GotoRules.without(listing).forEach(line -> all.add(line.rule(family)));
        }
        return settled(all);
    }

    /** Several listings together: beside one of IPv4, one that does not tell is of IPv6. */
    public static List<RoutingRule> settled(List<RoutingRule> all) {
        boolean isOther = all.stream().anyMatch(rule -> rule.family().equals(Optional.of(Family.IPV4)));
        return isOther ? all.stream().map(rule -> rule.or(Family.IPV6)).toList() : List.copyOf(all);
    }

    private void lines(String text) throws DumpException {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Words words = Words.of(line);
            if (!words.isEmpty()) {
                String place = "%s:%d:1".formatted(name, number);
                Optional<RoutingRuleLine> rule = RoutingRuleLine.read(words);
                add(rule.orElseThrow(() -> notARule(place, words)));
            }
        }
    }

    private static DumpException notARule(String place, Words words) {
        return new DumpException(
                "%s: not a routing rule: %s".formatted(place, String.join(" ", words.all())),
                "it should hold what ip rule or ip -j rule prints");
    }

    private void json(String text) throws DumpException {
        try {
            for (Words words : RoutingRuleWords.of(JsonReader.objects(text))) {
                Optional<RoutingRuleLine> rule = RoutingRuleLine.read(words);
                add(rule.orElseThrow(() -> new BadJson("not a routing rule: " + String.join(" ", words.all()))));
            }
        } catch (BadJson wrong) {
            throw new DumpException("%s: %s".formatted(name, wrong.getMessage()), "ip -j rule prints it");
        }
    }

    /** Priorities ascend in a listing. */
    private void add(RoutingRuleLine line) {
        List<RoutingRuleLine> last = listings.isEmpty() ? List.of() : listings.get(listings.size() - 1);
        if (last.isEmpty() || last.get(last.size() - 1).priority() > line.priority()) {
            listings.add(new ArrayList<>());
        }
        listings.get(listings.size() - 1).add(line);
    }

    private static Optional<Family> family(List<RoutingRuleLine> listing) {
        Optional<Family> named =
                listing.stream().flatMap(line -> line.families().stream()).findFirst();
        boolean asksDefault = listing.stream().anyMatch(line -> line.table().equals("default"));
        return named.or(() -> asksDefault ? Optional.of(Family.IPV4) : Optional.empty());
    }
}
