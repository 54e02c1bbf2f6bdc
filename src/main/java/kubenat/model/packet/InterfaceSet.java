package kubenat.model.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of an interface's name: all patterns in {@code is} fit it and none in {@code isNot}. */
public record InterfaceSet(List<InterfacePattern> is, List<InterfacePattern> isNot) {
    /** Any interface, but there is one. */
    public static final InterfaceSet ANY = new InterfaceSet(List.of(), List.of());

    /** No interface: the in-interface of a packet that this node sends, say. */
    public static final InterfaceSet ABSENT = named("");

    public InterfaceSet {
        is = List.copyOf(is);
        isNot = List.copyOf(isNot);
    }

    public static InterfaceSet named(String name) {
        return new InterfaceSet(List.of(new InterfacePattern(name)), List.of());
    }

    /** The name, where only one is left; empty text for an absent interface. */
    public Optional<String> name() {
        return is.stream()
                .map(InterfacePattern::text)
                .filter(text -> !text.endsWith("+"))
                .findFirst();
    }

    public Truth fits(InterfacePattern pattern) {
        if (name().isPresent()) {
            return Truth.of(pattern.matches(name().get()));
        }
        if (pattern.text().equals("+") || is.stream().anyMatch(pattern::covers)) {
            return Truth.YES;
        }
        boolean impossible =
                is.stream().anyMatch(pattern::excludes) || isNot.stream().anyMatch(out -> out.covers(pattern));
        return impossible ? Truth.NO : Truth.MAYBE;
    }

    /** The part of these interfaces that fits a pattern; ask {@link #fits} first. */
    public InterfaceSet that(InterfacePattern pattern) {
        return new InterfaceSet(with(is, pattern), isNot);
    }

    /** The part that does not fit. */
    public InterfaceSet except(InterfacePattern pattern) {
        return new InterfaceSet(is, with(isNot, pattern));
    }

    /** The patterns that say the most: those that no other of them makes superfluous. */
    public List<InterfacePattern> narrowest() {
        return is.stream()
                .filter(one -> is.stream().noneMatch(other -> !other.equals(one) && one.covers(other)))
                .toList();
    }

    /** The excluded patterns that the name could still have had. */
    public List<InterfacePattern> exclusions() {
        return isNot.stream()
                .filter(out -> is.stream().noneMatch(one -> one.excludes(out)))
                .filter(out -> isNot.stream().noneMatch(other -> !other.equals(out) && other.covers(out)))
                .toList();
    }

    private static List<InterfacePattern> with(List<InterfacePattern> patterns, InterfacePattern one) {
        List<InterfacePattern> more = new ArrayList<>(patterns);
        more.add(one);
        return more;
    }
}
