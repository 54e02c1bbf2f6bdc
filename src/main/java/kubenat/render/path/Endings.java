package kubenat.render.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.trace.SourceClass;
import kubenat.trace.Step;

/** Collects the endings of a section, in the order of the outcomes. */
final class Endings {
    private final Marks marks;
    private final Scope scope;

    Endings(List<Way> ways, Marks marks) {
        this.marks = marks;
        this.scope = Scope.ofArrivals(arriving(ways));
    }

    List<Ending> of(List<Course> courses) {
        Map<EndingKey, List<Course>> byKey = new LinkedHashMap<>();
        courses.forEach(course -> byKey.computeIfAbsent(course.way().ending(), none -> new ArrayList<>())
                .add(course));
        return byKey.entrySet().stream()
                .map(entry -> ending(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Ending ending(EndingKey key, List<Course> courses) {
        List<Way> ways = courses.stream().map(Course::way).toList();
        return new Ending(
                key,
                courses.get(0).decision(),
                ways,
                Spread.of(ways),
                scope.lines(arriving(ways)),
                own(courses.get(0)),
                arrivals(courses));
    }

    private static List<Ending.Arrival> arrivals(List<Course> courses) {
        Map<ChainName, List<Course>> bySource = new LinkedHashMap<>();
        for (Course course : courses) {
            bySource.computeIfAbsent(course.source(), none -> new ArrayList<>()).add(course);
        }
        return bySource.entrySet().stream()
                .map(entry -> {
                    List<Way> ways = entry.getValue().stream().map(Course::way).toList();
                    return new Ending.Arrival(
                            entry.getKey(),
                            entry.getValue().get(0).sending(),
                            Spread.of(ways).most());
                })
                .toList();
    }

    /** Packets that come back to their sender see one ending only, which says nothing of the others. */
    private static List<Way> arriving(List<Way> ways) {
        List<Way> others =
                ways.stream().filter(way -> way.from() != SourceClass.ENDPOINT).toList();
        return others.isEmpty() ? ways : others;
    }

    /** The marks of the endpoint's own chain. */
    private List<Mark> own(Course course) {
        Optional<Step> last = course.absorbed() ? course.decision() : Optional.empty();
        return last.map(step -> marks.of(step.chain())).orElse(List.of());
    }
}
