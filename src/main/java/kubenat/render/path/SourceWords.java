package kubenat.render.path;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import kubenat.trace.SourceClass;

/** Source classes in words. */
public final class SourceWords {
    private SourceWords() {}

    /** Such as {@code from outside, a Pod and this node}. */
    public static String of(Collection<SourceClass> classes) {
        String words = classes.stream().sorted().map(SourceWords::word).collect(Collectors.joining(", "));
        int last = words.lastIndexOf(", ");
        return "from " + (last < 0 ? words : words.substring(0, last) + " and " + words.substring(last + 2));
    }

    /** The same without the hairpin packets, where they are among others. */
    static String main(Collection<SourceClass> classes) {
        List<SourceClass> others =
                classes.stream().filter(from -> from != SourceClass.ENDPOINT).toList();
        return of(others.isEmpty() ? classes : others);
    }

    private static String word(SourceClass from) {
        return switch (from) {
            case OUTSIDE -> "outside";
            case POD -> "a Pod";
            case ENDPOINT -> "the endpoint itself";
            case NODE -> "this node";
        };
    }
}
