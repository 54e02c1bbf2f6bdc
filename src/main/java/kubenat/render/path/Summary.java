package kubenat.render.path;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.model.target.Target;

/** A section in one line. */
public final class Summary {
    private static final int MOST = 3;

    private final Section section;

    private Summary(Section section) {
        this.section = section;
    }

    /** Such as {@code 2 endpoints, 50 % each · the receiver sees another source address (MASQUERADE)}. */
    public static String of(Section section) {
        Summary summary = new Summary(section);
        List<String> parts = new ArrayList<>();
        for (EndingKey.Kind kind : EndingKey.Kind.values()) {
            List<Ending> endings = section.endings().stream()
                    .filter(ending -> ending.key().kind() == kind)
                    .toList();
            if (!endings.isEmpty()) {
                parts.add(words(kind, endings));
            }
        }
        summary.later().ifPresent(parts::add);
        summary.source().ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    private static String words(EndingKey.Kind kind, List<Ending> endings) {
        List<String> parts = kind == EndingKey.Kind.ENDPOINT
                ? List.of(endpoints(endings) + only(endings))
                : endings.stream()
                        .map(ending -> share(ending) + headline(ending) + only(List.of(ending)))
                        .distinct()
                        .toList();
        String more = parts.size() > MOST ? ", and " + (parts.size() - MOST) + " more ends" : "";
        return parts.stream().limit(MOST).collect(Collectors.joining(", ")) + more;
    }

    private static String share(Ending ending) {
        String share = ending.share().toString();
        return share.equals("100 %") ? "" : share + " ";
    }

    private static String headline(Ending ending) {
        return ending.key().kind() == EndingKey.Kind.UNTRANSLATED
                ? "not translated"
                : ending.key().headline();
    }

    /** On what all of them depend. */
    private static String only(List<Ending> endings) {
        Set<List<String>> conditions =
                endings.stream().map(Ending::only).collect(Collectors.toCollection(LinkedHashSet::new));
        return conditions.size() == 1
                ? String.join(" or ", conditions.iterator().next())
                        .transform(words -> words.isEmpty() ? "" : " " + words)
                : " under conditions";
    }

    private static String endpoints(List<Ending> endings) {
        Set<String> shares = endings.stream()
                .map(ending -> ending.share().toString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (endings.size() == 1) {
            return "1 endpoint" + (shares.contains("100 %") ? "" : ", " + String.join("", shares));
        }
        if (shares.size() == 1) {
            return endings.size() + " endpoints, " + String.join("", shares) + " each";
        }
        return endings.size() <= MOST
                ? endings.size() + " endpoints: "
                        + endings.stream().map(e -> e.share().toString()).collect(Collectors.joining(", "))
                : endings.size() + " endpoints";
    }

    private Optional<String> later() {
        List<Way> lost = ways().filter(way -> Spine.isLostLater(way.outcome())).toList();
        String words = lost.stream()
                .map(way -> way.outcome().verdict().toString())
                .distinct()
                .collect(Collectors.joining(" or "));
        List<String> only =
                Scope.ofArrivals(ways().filter(Way::goesOn).toList()).lines(lost);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "then " + words + (only.isEmpty() ? "" : only.size() == 1 ? " " + only.get(0) : " for some"));
    }

    private Optional<String> source() {
        List<Way> delivered =
                ways().filter(way -> way.outcome().verdict().isDelivered()).toList();
        List<Way> rewritten = delivered.stream()
                .filter(way -> way.outcome().packet().connection().sourceTranslated())
                .toList();
        if (rewritten.isEmpty()) {
            return delivered.isEmpty() ? Optional.empty() : Optional.of("the receiver sees the sender's address");
        }
        String by = rewritten.stream()
                .flatMap(way -> way.outcome().sourceTarget().stream())
                .map(Target::name)
                .distinct()
                .collect(Collectors.joining(", "));
        List<String> only = Scope.of(delivered).lines(rewritten);
        return Optional.of(
                only.isEmpty()
                        ? "the receiver sees "
                                + (by.equals("MASQUERADE") ? "this node's address" : "another source address") + " ("
                                + by + ")"
                        : by + " " + (only.size() == 1 ? only.get(0) : "for some"));
    }

    private Stream<Way> ways() {
        return section.endings().stream().flatMap(ending -> ending.ways().stream());
    }
}
