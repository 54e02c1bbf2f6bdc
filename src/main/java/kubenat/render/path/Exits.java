package kubenat.render.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.trace.Step;

/** Collects the ways out of a section: one row for each that is different. */
final class Exits {
    private final Chains chains;

    Exits(Chains chains) {
        this.chains = chains;
    }

    List<ExitRow> rows(List<Way> ways) {
        List<Way> going = ways.stream().filter(Way::goesOn).toList();
        Map<String, List<ExitRow.Card>> known = new LinkedHashMap<>();
        Map<List<ExitRow.Card>, List<Way>> rows = new LinkedHashMap<>();
        for (Way way : going) {
            List<ExitRow.Card> cards = known.computeIfAbsent(
                    signature(way), none -> new ExitCards(chains, way.outcome()).of(way.wayOut()));
            rows.computeIfAbsent(cards, none -> new ArrayList<>()).add(way);
        }
        Scope scope = Scope.of(going);
        return rows.entrySet().stream()
                .sorted(Comparator.comparing(row -> !asksForMark(row.getKey())))
                .map(row -> new ExitRow(row.getKey(), scope.lines(row.getValue())))
                .toList();
    }

    /** Those come first: what marks has to be seen from above. */
    private static boolean asksForMark(List<ExitRow.Card> cards) {
        return cards.stream().anyMatch(card -> card.kind() == ExitRow.Kind.MARK);
    }

    private static String signature(Way way) {
        StringBuilder text = new StringBuilder(way.outcome().verdict().toString())
                .append(way.outcome().why());
        way.wayOut().forEach(step -> text.append('|').append(place(step)));
        return text.toString();
    }

    private static String place(Step step) {
        return step.hook() + " " + step.chain() + " " + step.kind() + " "
                + step.rule().map(rule -> rule.number()).orElse(0);
    }
}
