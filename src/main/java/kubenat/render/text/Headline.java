package kubenat.render.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kubenat.render.Answer;
import kubenat.render.PacketText;
import kubenat.render.Percent;
import kubenat.render.Spread;
import kubenat.render.text.Decision.Settled;
import kubenat.trace.Outcome;
import kubenat.trace.SourceClass;
import kubenat.trace.Trace;
import kubenat.trace.TraceCase;

/** The whole answer in one line. */
final class Headline {
    private static final int NAMED = 3;

    private final Answer answer;
    private final Places places;

    Headline(Answer answer, Places places) {
        this.answer = answer;
        this.places = places;
    }

    String text() {
        Trace trace = answer.trace();
        return trace.packet().protocol() + " → " + PacketText.asked(trace) + service() + ": " + result();
    }

    /** {@code is default/httpd-app (NodePort)}, if that is so for all that goes anywhere. */
    private String service() {
        List<Outcome> outcomes = outcomes(answer.trace());
        Set<String> services = new LinkedHashSet<>();
        outcomes.forEach(outcome -> answer.names().service(outcome).ifPresent(services::add));
        if (services.size() != 1) {
            return "";
        }
        Optional<String> entry = outcomes.stream()
                .flatMap(outcome -> answer.names().entry(outcome).stream())
                .findFirst();
        return " is " + services.iterator().next()
                + entry.map(kind -> " (" + kind + ")").orElse("");
    }

    private static List<Outcome> outcomes(Trace trace) {
        return trace.cases().stream().flatMap(each -> each.outcomes().stream()).toList();
    }

    private String result() {
        Map<String, List<TraceCase>> byResult = new LinkedHashMap<>();
        for (TraceCase each : cases()) {
            byResult.computeIfAbsent(result(each), none -> new ArrayList<>()).add(each);
        }
        if (byResult.size() <= 1) {
            return byResult.isEmpty()
                    ? "no packet is like that"
                    : byResult.keySet().iterator().next();
        }
        return byResult.entrySet().stream()
                .map(entry -> Summary.label(entry.getValue()) + ": " + entry.getKey())
                .collect(Collectors.joining("; "));
    }

    /** All but the hairpin case, which is of interest to few. */
    private List<TraceCase> cases() {
        List<TraceCase> all = answer.trace().cases();
        List<TraceCase> most = all.stream()
                .filter(each -> !each.from().equals(List.of(SourceClass.ENDPOINT)))
                .toList();
        return most.isEmpty() ? all : most;
    }

    private String result(TraceCase traceCase) {
        Decision decision = Decider.of(traceCase.outcomes(), places, Summary.QUESTIONS);
        List<Settled> ends = decision.ends().distinct().toList();
        List<String> results = ends.stream().map(Headline::result).distinct().toList();
        if (results.size() == 1) {
            return results.get(0);
        }
        return results.size() <= 2 ? String.join(", or ", results) + " (it depends)" : "it depends: " + kinds(ends);
    }

    /** {@code to 3 endpoints, dropped or rejected}. */
    private static String kinds(List<Settled> ends) {
        Set<String> places = new LinkedHashSet<>();
        Set<Fate.Kind> kinds = new TreeSet<>();
        ends.forEach(end -> end.shares().keySet().forEach(fate -> {
            kinds.add(fate.kind());
            if (fate.kind() == Fate.Kind.TRANSLATED) {
                places.add(fate.where());
            }
        }));
        List<String> words = kinds.stream()
                .map(kind -> kind == Fate.Kind.TRANSLATED ? "to " + names(places) : kind.words())
                .toList();
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private static String result(Settled settled) {
        Map<Fate.Kind, Map<String, Double>> byKind = new EnumMap<>(Fate.Kind.class);
        settled.shares()
                .forEach((fate, share) -> byKind.computeIfAbsent(fate.kind(), none -> new LinkedHashMap<>())
                        .merge(
                                fate.kind() == Fate.Kind.TRANSLATED ? fate.where() : fate.decision(),
                                share,
                                Double::sum));
        List<String> results = new ArrayList<>();
        byKind.forEach((kind, shares) -> results.add(result(kind, shares)));
        return String.join("; ", results);
    }

    private static String result(Fate.Kind kind, Map<String, Double> byPlace) {
        List<Double> shares = List.copyOf(byPlace.values());
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        String part = sum > 1 - 1e-9 ? "" : Percent.of(sum) + " ";
        return switch (kind) {
            case TRANSLATED ->
                shares.size() == 1
                        ? part + "to " + names(byPlace.keySet())
                        : "to " + names(byPlace.keySet()) + ", " + Spread.words(shares);
            case UNTRANSLATED -> part + "not translated";
            default ->
                part
                        + (byPlace.size() == 1
                                ? byPlace.keySet().iterator().next()
                                : kind.name().toLowerCase(Locale.ROOT));
        };
    }

    private static String names(Set<String> wheres) {
        List<String> all = List.copyOf(wheres);
        if (all.size() > NAMED) {
            return "%,d endpoints".formatted(all.size());
        }
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.get(all.size() - 1);
    }
}
