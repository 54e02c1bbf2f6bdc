package kubenat.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.packet.Family;
import kubenat.render.Theme;
import kubenat.source.Diagnostic;
import kubenat.source.DumpException;
import kubenat.source.Severity;
import kubenat.source.SourceText;

/** The dumps as text and what they say, by address family. */
record Dumps(List<SourceText> sources, List<Ruleset> rulesets) {
    static final int MOST_SHOWN = 20;
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
    void requireUnderstood(PrintWriter err, DiagnosticReport.Format format, Theme theme) throws DumpException {
        DiagnosticReport report = new DiagnosticReport(sources);
        rulesets.stream()
                .flatMap(Dumps::diagnostics)
                .distinct()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .forEach(report::add);
        report.print(err, format, theme, MOST_SHOWN);
        if (format == DiagnosticReport.Format.JSON) {
            report.summarize(err, format, true);
        }
        if (report.hasErrors()) {
            throw new DumpException(report.words());
        }
    }

    /** Says which lines are of no chain, or missing: they may be what an answer needs. */
    void warn(PrintWriter err, DiagnosticReport.Format format, Theme theme) {
        warn(rulesets.stream().flatMap(ruleset -> ruleset.diagnostics().stream()), err, format, theme);
    }

    /** Says which lines of the chains that have been read so far are not understood, but for what {@link #warn} says. */
    void warnOfChains(PrintWriter err, DiagnosticReport.Format format, Theme theme) {
        Set<Diagnostic> said = rulesets.stream()
                .flatMap(ruleset -> ruleset.diagnostics().stream())
                .collect(Collectors.toSet());
        warn(
                rulesets.stream()
                        .flatMap(ruleset -> ruleset.tables().stream())
                        .flatMap(Table::chains)
                        .flatMap(chain -> chain.diagnosticsSoFar().stream())
                        .filter(diagnostic -> !said.contains(diagnostic)),
                err,
                format,
                theme);
    }

    private void warn(Stream<Diagnostic> found, PrintWriter err, DiagnosticReport.Format format, Theme theme) {
        DiagnosticReport report = new DiagnosticReport(sources);
        found.distinct()
                .filter(diagnostic -> diagnostic.severity().isAtLeast(Severity.WARNING))
                .forEach(report::add);
        report.print(err, format, theme, MOST_WARNED);
        if (report.hasErrors()) {
            report.summarize(err, format, false);
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
