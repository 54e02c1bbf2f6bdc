package kubenat.render.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.model.Ruleset;
import kubenat.model.packet.Share;
import kubenat.trace.Outcome;
import kubenat.trace.SourceClass;
import kubenat.trace.Trace;
import kubenat.trace.TraceCase;

/** Divides a trace into sections: source classes with the same ends and shares are drawn as one. */
public final class Sections {
    private final Chains chains;
    private final List<List<Way>> groups = new ArrayList<>();

    private Sections(Ruleset ruleset) {
        this.chains = new Chains(ruleset);
    }

    public static List<Section> of(Trace trace, Ruleset ruleset) {
        Sections sections = new Sections(ruleset);
        trace.cases().forEach(sections::add);
        trace.cases().forEach(sections::addHairpin);
        return sections.groups.stream().map(sections::section).toList();
    }

    private void add(TraceCase each) {
        List<SourceClass> classes =
                each.from().stream().filter(c -> c != SourceClass.ENDPOINT).toList();
        if (!classes.isEmpty() && !each.outcomes().isEmpty()) {
            List<Way> ways = ways(classes, each.outcomes());
            groups.stream()
                    .filter(group -> profile(group).equals(profile(ways)))
                    .findFirst()
                    .ifPresentOrElse(group -> group.addAll(ways), () -> groups.add(ways));
        }
    }

    /** Packets that come back to their sender are part of a section that has their ends. */
    private void addHairpin(TraceCase each) {
        if (each.from().contains(SourceClass.ENDPOINT) && !each.outcomes().isEmpty()) {
            List<Way> ways = ways(List.of(SourceClass.ENDPOINT), each.outcomes());
            groups.stream()
                    .filter(group ->
                            profile(group).keySet().containsAll(profile(ways).keySet()))
                    .findFirst()
                    .ifPresentOrElse(group -> group.addAll(ways), () -> groups.add(ways));
        }
    }

    private List<Way> ways(List<SourceClass> classes, List<Outcome> outcomes) {
        List<Way> ways = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Way way = Way.of(classes.get(0), outcome, chains);
            ways.add(way);
            classes.stream().skip(1).forEach(other -> ways.add(way.from(other)));
        }
        return ways;
    }

    /** The ends of ways, each with its share in millionths of a millionth: what must be the same for one section. */
    private static Map<EndingKey, List<Long>> profile(List<Way> ways) {
        Map<EndingKey, List<Way>> byKey = new LinkedHashMap<>();
        ways.forEach(way ->
                byKey.computeIfAbsent(way.ending(), none -> new ArrayList<>()).add(way));
        Map<EndingKey, List<Long>> profile = new LinkedHashMap<>();
        byKey.forEach((key, some) -> {
            Spread spread = Spread.of(some);
            profile.put(key, List.of(rounded(spread.least()), rounded(spread.most())));
        });
        return profile;
    }

    private static long rounded(Share share) {
        return Math.round(share.toDouble() * 1e12);
    }

    private Section section(List<Way> ways) {
        Marks marks = new Marks(ways);
        List<Course> courses = Courses.of(ways);
        return new Section(
                ways.stream().map(Way::from).distinct().sorted().toList(),
                new Entrances(chains, marks).entries(ways),
                Hubs.of(courses, marks),
                new Endings(ways, marks).of(courses),
                new Exits(chains).rows(ways));
    }
}
