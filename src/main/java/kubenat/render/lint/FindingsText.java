package kubenat.render.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kubenat.kube.Owner;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.LintReport;
import kubenat.lint.Place;
import kubenat.lint.Related;
import kubenat.render.DiagnosticPrinter;
import kubenat.render.Theme;
import kubenat.source.SourceText;

/** Writes a report for people: the worst first, each with the place in the dump, then what was not checked, then the sum. */
public final class FindingsText {
    /** Of one check as many are shown in full; a runaway writer leaves thousands of the same. */
    private static final int MOST_OF_ONE = 5;

    private final DiagnosticPrinter printer;
    private final Theme theme;
    private final boolean all;

    /** {@code all} shows every finding, however many there are of one check. */
    public FindingsText(Collection<SourceText> sources, Theme theme, boolean all) {
        this.printer = new DiagnosticPrinter(sources, theme);
        this.theme = theme;
        this.all = all;
    }

    /** The whole report. */
    public String print(LintReport report) {
        StringBuilder text = new StringBuilder();
        Map<Level, Map<String, List<Finding>>> groups = new TreeMap<>();
        report.findings()
                .forEach(finding -> groups.computeIfAbsent(finding.level(), none -> new TreeMap<>())
                        .computeIfAbsent(finding.id(), none -> new ArrayList<>())
                        .add(finding));
        groups.values().forEach(level -> level.values().forEach(group -> text.append(group(group))));
        return text.append(ReportSummary.of(report, theme)).toString();
    }

    private String group(List<Finding> group) {
        int shown = all ? group.size() : Math.min(group.size(), MOST_OF_ONE);
        String text = group.subList(0, shown).stream().map(this::print).collect(Collectors.joining());
        return shown == group.size()
                ? text
                : text
                        + "and %,d more of %s %s; -o wide shows them\n\n"
                                .formatted(
                                        group.size() - shown,
                                        group.get(0).id(),
                                        group.get(0).name());
    }

    /** One finding, with an empty line after it. */
    public String print(Finding finding) {
        String heading = "%s:%s: %s: %s [%s %s]\n"
                .formatted(
                        finding.place().dump(),
                        finding.place().span(),
                        theme.paint(role(finding.level()), finding.level().toString()),
                        theme.plain(finding.message()),
                        finding.id(),
                        finding.name());
        return heading + printer.quote(finding.place().dump(), finding.place().span(), notes(finding)) + "\n";
    }

    private List<String> notes(Finding finding) {
        List<String> notes = new ArrayList<>();
        for (Related related : finding.related()) {
            notes.add(where(related.place(), finding.place()) + " " + theme.plain(related.words()));
        }
        finding.witness().ifPresent(witness -> notes.add("packet: " + witness.words()));
        if (finding.place().owner() != Owner.UNKNOWN) {
            notes.add("owner: " + finding.place().owner());
        }
        finding.help().ifPresent(help -> notes.add("help: " + theme.plain(help)));
        return notes;
    }

    /** A line of another file has its name. */
    private static String where(Place place, Place other) {
        boolean bare = place.chain().isEmpty();
        return place.dump().equals(other.dump())
                ? "line %d: %s".formatted(place.span().line(), place.words())
                : "%s:%d:%s".formatted(place.dump(), place.span().line(), bare ? "" : " " + place.words());
    }

    private static Theme.Role role(Level level) {
        return switch (level) {
            case ERROR -> Theme.Role.PROBLEM;
            case WARNING -> Theme.Role.MARK;
            case INFO, OFF -> Theme.Role.STRONG;
        };
    }
}
