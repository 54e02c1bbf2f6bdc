package kubenat.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kubenat.kube.Owner;
import kubenat.model.ChainName;
import kubenat.source.Diagnostic;

/**
 * What a check has found.
 *
 * @param id the check's, such as IPT001
 * @param name the defect, such as {@code jump-to-missing-chain}
 * @param level how bad it is, after all settings
 * @param possible whether something that the dump does not decide stands between this and a proof
 * @param message one sentence in lower case without a full stop, naming the things concerned
 * @param help what to do, as an exact command or option where there is one; it is never run
 * @param related other places that it has to do with
 * @param witness a packet that proves it
 */
public record Finding(
        String id,
        String name,
        Level level,
        boolean possible,
        Place place,
        String message,
        Optional<String> help,
        List<Related> related,
        Optional<Witness> witness) {
    /** By place, then by check, so that a report reads along the dump. */
    public static final Comparator<Finding> BY_PLACE = Comparator.comparing(
                    (Finding finding) -> finding.place().dump())
            .thenComparingInt(finding -> finding.place().span().line())
            .thenComparingInt(finding -> finding.place().span().column())
            .thenComparing(Finding::id)
            .thenComparing(Finding::message);

    public Finding {
        related = List.copyOf(related);
    }

    static Finding of(Check check, Place place, String message) {
        return new Finding(
                check.id(),
                check.name(),
                check.level(),
                false,
                place,
                message,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** What reading the dump has shown already. */
    static Finding of(Check check, Diagnostic diagnostic, Optional<ChainName> chain) {
        Owner owner = chain.map(Owner::of).orElse(Owner.UNKNOWN);
        Place place = new Place(diagnostic.source(), diagnostic.span(), chain, Optional.empty(), owner);
        Finding finding = of(check, place, diagnostic.message());
        return diagnostic.help().map(finding::withHelp).orElse(finding);
    }

    public Finding withHelp(String text) {
        return new Finding(id, name, level, possible, place, message, Optional.of(text), related, witness);
    }

    public Finding withLevel(Level now) {
        return new Finding(id, name, now, possible, place, message, help, related, witness);
    }

    public Finding withWitness(Witness now) {
        return new Finding(id, name, level, possible, place, message, help, related, Optional.of(now));
    }

    public Finding related(Place other, String words) {
        List<Related> more = new ArrayList<>(related);
        more.add(new Related(other, words));
        return new Finding(id, name, level, possible, place, message, help, more, witness);
    }

    /** The same if something that the dump does not decide may be otherwise: one level less bad, and said so. */
    public Finding onlyPossible() {
        return possible
                ? this
                : new Finding(id, name, level.lower(), true, place, "possibly: " + message, help, related, witness);
    }

    /** {@code FILE:LINE:COLUMN: LEVEL: MESSAGE [ID]}. */
    @Override
    public String toString() {
        return "%s:%s: %s: %s [%s]".formatted(place.dump(), place.span(), level, message, id);
    }
}
