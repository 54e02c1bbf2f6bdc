package kubenat.render.path;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kubenat.kube.ChainRole;
import kubenat.model.ChainName;
import kubenat.trace.Step;

/** Finds which chains are hubs, and which are no more than the last station before an ending. */
final class Courses {
    private final Map<ChainName, Set<EndingKey>> endings = new LinkedHashMap<>();
    private final Set<ChainName> passed = new HashSet<>();
    private final List<Course> all = new ArrayList<>();

    private Courses() {}

    static List<Course> of(List<Way> ways) {
        Courses courses = new Courses();
        Entrances.doors(ways).forEach((door, coming) -> {
            int shared = Entrances.shared(coming);
            coming.forEach(way -> courses.add(way, door.chain(), shared));
        });
        return courses.all.stream().map(courses::absorbing).toList();
    }

    private void add(Way way, ChainName entry, int shared) {
        List<Step> spine = way.spine().steps();
        List<Step> steps = spine.isEmpty() ? spine : spine.subList(shared, spine.size());
        for (int i = 0; i < steps.size(); i++) {
            ChainName chain = steps.get(i).chain();
            endings.computeIfAbsent(chain, none -> new HashSet<>()).add(way.ending());
            if (i < steps.size() - 1) {
                passed.add(chain);
            }
        }
        all.add(new Course(way, entry, steps, false));
    }

    private Course absorbing(Course course) {
        List<Step> steps = course.steps();
        if (steps.isEmpty()) {
            return course;
        }
        ChainName last = steps.get(steps.size() - 1).chain();
        boolean own =
                !passed.contains(last) && endings.getOrDefault(last, Set.of()).size() == 1;
        boolean absorbed = own && (steps.size() > 1 || ChainRole.of(last.name()) == ChainRole.SEP);
        return new Course(course.way(), course.entry(), steps, absorbed);
    }
}
