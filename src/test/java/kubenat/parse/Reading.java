package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.Ruleset;
import kubenat.source.Diagnostic;
import kubenat.source.DumpException;
import kubenat.source.SourceText;

/** A dump that is read whole: all rules of all chains, and all that there is to say about them. */
final class Reading {
    private Reading() {}

    /** Nothing is thrown but a refusal, and every diagnostic points into the text. */
    static void assertSound(SourceText source) {
        try {
            for (Ruleset rules : new DumpReader().readAll(List.of(source))) {
                Stream<Diagnostic> inChains =
                        rules.tables().stream().flatMap(table -> table.chains()).flatMap(Reading::diagnostics);
                Stream.concat(rules.diagnostics().stream(), inChains).forEach(found -> assertInside(found, source));
            }
        } catch (DumpException refused) {
            assertThat(refused.getMessage()).startsWith(source.name() + ": is not a dump");
        }
    }

    private static Stream<Diagnostic> diagnostics(Chain chain) {
        chain.rules().forEach(rule -> assertThat(rule.line()).isPositive());
        return chain.diagnostics().stream();
    }

    private static void assertInside(Diagnostic found, SourceText source) {
        String line = source.line(found.span().line());

        assertThat((long) found.span().line()).as(found.toString()).isLessThanOrEqualTo(Math.max(1, source.lines()));
        assertThat(found.span().column() - 1 + found.span().length())
                .as(found.toString())
                .isLessThanOrEqualTo(line.length());
    }
}
