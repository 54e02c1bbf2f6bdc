package kubenat.lint;

import java.util.Optional;
import kubenat.kube.Owner;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.source.Span;

/**
 * Where something is in a dump, or in another file that was given.
 *
 * @param dump the name of the dump or file, as the user gave it
 * @param chain absent for what concerns a whole dump
 * @param rule absent for what concerns a chain or more
 * @param owner who wrote that rule or chain
 */
public record Place(String dump, Span span, Optional<ChainName> chain, Optional<Rule> rule, Owner owner) {

    /** The rule as a whole. */
    static Place of(String dump, Rule rule) {
        Span span = new Span((int) rule.line(), 1, rule.text().length());
        return new Place(dump, span, Optional.of(rule.chain()), Optional.of(rule), Owner.of(rule));
    }

    /** A place in another file than a dump, such as a line of conntrack's. */
    public static Place in(String file, int line, int column, int length) {
        return new Place(file, new Span(line, column, length), Optional.empty(), Optional.empty(), Owner.UNKNOWN);
    }

    /** The same, pointing at a part of the line, such as {@code -j KUBE-SVC-X}; at all of it where it has no such part. */
    public Place marking(String part) {
        int at = rule.map(found -> found.text().lastIndexOf(part)).orElse(-1);
        return at < 0 ? this : new Place(dump, new Span(span.line(), at + 1, part.length()), chain, rule, owner);
    }

    /** Such as {@code nat KUBE-SERVICES rule 7}, or less where there is no rule or chain. */
    public String words() {
        return rule.map(Rule::place).or(() -> chain.map(ChainName::toString)).orElse(dump);
    }
}
