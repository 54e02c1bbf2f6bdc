package kubenat.render.path;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kubenat.model.packet.Condition;
import kubenat.trace.SourceClass;

/** For which of several ways something holds, in words. */
final class Scope {
    private static final int MOST = 4;

    private final Set<Tag> all;
    private final Function<Way, Tag> tags;

    /** What ways are told apart by. */
    private record Tag(SourceClass from, List<Condition> when, String to) {}

    private Scope(Collection<Way> all, Function<Way, Tag> tags) {
        this.tags = tags;
        this.all = tags(all);
    }

    /** Ways by their source, conditions and ending. */
    static Scope of(Collection<Way> all) {
        return new Scope(
                all, way -> new Tag(way.from(), way.when(), way.ending().headline()));
    }

    /** Ways by their source and conditions, for what is said at an ending. */
    static Scope ofArrivals(Collection<Way> all) {
        return new Scope(all, way -> new Tag(way.from(), way.when(), ""));
    }

    /** Lines that say which ways these are among all; none when they are all of them. */
    List<String> lines(Collection<Way> some) {
        return lines(tags(some));
    }

    private List<String> lines(Set<Tag> some) {
        Set<SourceClass> classes = aspect(some, Tag::from);
        Set<List<Condition>> conditions = aspect(some, Tag::when);
        Set<String> ends = aspect(some, Tag::to);
        boolean product = all.stream()
                .allMatch(tag -> some.contains(tag)
                        == (classes.contains(tag.from) && conditions.contains(tag.when) && ends.contains(tag.to)));
        if (product) {
            return line(some);
        }
        Map<SourceClass, Set<Tag>> byClass = new LinkedHashMap<>();
        some.forEach(tag ->
                byClass.computeIfAbsent(tag.from, none -> new LinkedHashSet<>()).add(tag));
        return byClass.size() == 1
                ? each(some)
                : byClass.values().stream()
                        .flatMap(tags -> lines(tags).stream())
                        .toList();
    }

    private List<String> each(Set<Tag> some) {
        List<String> lines = new ArrayList<>();
        some.stream().limit(MOST).forEach(tag -> lines.addAll(line(Set.of(tag))));
        if (some.size() > MOST) {
            lines.add("and " + (some.size() - MOST) + " more ways");
        }
        return lines;
    }

    private List<String> line(Set<Tag> some) {
        List<String> parts = new ArrayList<>();
        Set<SourceClass> classes = aspect(some, Tag::from);
        if (!classes.equals(aspect(all, Tag::from))) {
            parts.add(SourceWords.of(classes));
        }
        Set<String> ends = aspect(some, Tag::to);
        if (!ends.equals(aspect(all, Tag::to))) {
            parts.add("to " + few(List.copyOf(ends)));
        }
        Set<List<Condition>> others = all.stream()
                .filter(tag -> classes.contains(tag.from) && ends.contains(tag.to) && !some.contains(tag))
                .map(Tag::when)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!others.isEmpty()) {
            String words = Situations.words(aspect(some, Tag::when), others);
            parts.addAll(words.isEmpty() ? List.of() : List.of(words));
        }
        return parts.isEmpty() ? List.of() : List.of(String.join(", ", parts));
    }

    private static String few(List<String> names) {
        return names.size() <= 2 ? String.join(" and ", names) : names.get(0) + " and " + (names.size() - 1) + " more";
    }

    private Set<Tag> tags(Collection<Way> ways) {
        return ways.stream().map(tags).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <T> Set<T> aspect(Set<Tag> tags, Function<Tag, T> by) {
        return tags.stream().map(by).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
