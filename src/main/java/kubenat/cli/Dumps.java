package kubenat.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.packet.Family;
import kubenat.render.DiagnosticPrinter;
import kubenat.render.Theme;
import kubenat.source.Diagnostic;
import kubenat.source.DumpException;
import kubenat.source.Severity;
import kubenat.source.SourceText;

/** The dumps as text and what they say, by address family. */
record Dumps(List<SourceText> sources, List<Ruleset> rulesets) {
    private static final int MOST_SHOWN = 20;
    private static final int MOST_WARNED = 5;

    Dumps {
        sources = List.copyOf(sources);
        rulesets = List.copyOf(rulesets);
    }

    Optional<Ruleset> of(Family family) {
        return rulesets.stream().filter(ruleset -> ruleset.family() == family).findFirst();
    }

    /** What the dumps say of an address family; fails if that is nothing. */
    Ruleset require(Family family) throws DumpException {
        Optional<Ruleset> found = of(family);
        if (found.isPresent()) {
            return found.get();
        }
        boolean isIpv4 = family == Family.IPV4;
        throw new DumpException(
                "%s: rules for %s only, and the destination is %s"
                        .formatted(sources.get(0).name(), isIpv4 ? "IPv6" : "IPv4", isIpv4 ? "IPv4" : "IPv6"),
                (isIpv4 ? "iptables-save" : "ip6tables-save") + " prints the rules for it");
    }

    /** Parses every line and fails if one is not understood; says which, and where. */
    void requireUnderstood(PrintWriter err, Theme theme) throws DumpException {
        List<Diagnostic> errors = rulesets.stream()
                .flatMap(Dumps::diagnostics)
                .distinct()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        DiagnosticPrinter printer = new DiagnosticPrinter(sources, theme);
        errors.stream().limit(MOST_SHOWN).forEach(error -> err.print(printer.print(error)));
        if (!errors.isEmpty()) {
            String more = errors.size() > MOST_SHOWN ? ", of which %d are shown".formatted(MOST_SHOWN) : "";
            throw new DumpException(
                    errors.size() == 1
                            ? "1 line is not understood"
                            : "%d lines are not understood%s".formatted(errors.size(), more));
        }
    }

    /** Says which lines are of no chain, or missing: they may be what an answer needs. */
    void warn(PrintWriter err, Theme theme) {
        warn(rulesets.stream().flatMap(ruleset -> ruleset.diagnostics().stream()), err, theme);
    }

    /** Says which lines of the chains that have been read so far are not understood. */
    void warnOfChains(PrintWriter err, Theme theme) {
        warn(
                rulesets.stream()
                        .flatMap(ruleset -> ruleset.tables().stream())
                        .flatMap(Table::chains)
                        .flatMap(chain -> chain.diagnosticsSoFar().stream()),
                err,
                theme);
    }

    private void warn(Stream<Diagnostic> diagnostics, PrintWriter err, Theme theme) {
        List<Diagnostic> all = diagnostics
                .distinct()
                .filter(diagnostic -> diagnostic.severity().isAtLeast(Severity.WARNING))
                .toList();
        DiagnosticPrinter printer = new DiagnosticPrinter(sources, theme);
        all.stream().limit(MOST_WARNED).forEach(each -> err.print(printer.print(each)));
        if (all.size() > MOST_WARNED) {
            err.print("kube-nat: and %,d more like these; --strict shows them\n".formatted(all.size() - MOST_WARNED));
        }
    }

    private static Stream<Diagnostic> diagnostics(Ruleset ruleset) {
        return Stream.concat(
                ruleset.diagnostics().stream(),
                ruleset.tables().stream()
                        .flatMap(Table::chains)
                        .map(Chain::diagnostics)
                        .flatMap(List::stream));
    }
}
