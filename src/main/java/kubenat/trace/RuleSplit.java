package kubenat.trace;

import java.util.ArrayList;
import java.util.List;
import kubenat.model.Rule;
import kubenat.model.match.Match;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Part;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.packet.Truth;

/** How one rule divides packets: those that meet all of its matches, and those that fail one. */
final class RuleSplit {
    /** Packets that fail a match, and the first that they fail. */
    record Miss(Part part, Match failed) {
        /** All matches of the rule that the packets do not surely meet, the failed one first. */
        List<Match> unmet(Rule rule, Site site) {
            List<Match> unmet = new ArrayList<>(List.of(failed));
            for (Match match : rule.matches()) {
                if (!match.equals(failed) && match.test(part.packet(), site) != Truth.YES) {
                    unmet.add(match);
                }
            }
            return List.copyOf(unmet);
        }
    }

    final List<Part> hits = new ArrayList<>();
    final List<Miss> misses = new ArrayList<>();

    /** Where one match fails for all, the others need not be asked, unless asking has an effect, as that of {@code -m recent}. */
    static RuleSplit of(Rule rule, Packet packet, Site site) {
        RuleSplit split = new RuleSplit();
        for (Match match : rule.matches()) {
            if (match.hasEffect()) {
                break;
            }
            if (match.test(packet, site) == Truth.NO) {
                split.misses.add(new Miss(Part.of(packet), match));
                return split;
            }
        }
        split.divide(rule.matches(), packet, site);
        return split;
    }

    private void divide(List<Match> matches, Packet packet, Site site) {
        List<Part> open = List.of(Part.of(packet));
        for (Match match : matches) {
            List<Part> next = new ArrayList<>();
            for (Part part : open) {
                Split split = match.split(part.packet(), site);
                split.yes().forEach(yes -> next.add(inside(part, yes)));
                split.no().forEach(no -> misses.add(new Miss(inside(part, no), match)));
            }
            open = next;
        }
        hits.addAll(open);
    }

    private static Part inside(Part whole, Part part) {
        return new Part(part.packet(), whole.share().times(part.share()));
    }
}
