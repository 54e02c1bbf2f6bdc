package kubenat.lint.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kubenat.json.BadJson;
import kubenat.json.JsonObject;
import kubenat.json.JsonReader;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Fingerprint;
import kubenat.lint.LintReport;
import kubenat.lint.Suppressed;
import kubenat.source.DumpException;

/**
 * Findings that were there before, so that only new ones are reported: how often each occurs, wherever it stands.
 *
 * @param counts in the order of their ids, tables, chains and texts
 */
public record Baseline(Map<Fingerprint, Integer> counts) {
    public static final Baseline EMPTY = new Baseline(Map.of());

    /** What a file says it is. */
    public static final String SCHEMA = "kube-nat/baseline/v1";

    public Baseline {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    public static Baseline of(Collection<Finding> findings) {
        Map<Fingerprint, Integer> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(Fingerprint.of(finding), 1, Integer::sum));
        return new Baseline(counts);
    }

    /** Reads what {@code --write-baseline} wrote; {@code name} is the file's. */
    public static Baseline read(String name, String text) throws DumpException {
        try {
            JsonObject file = JsonReader.object(text);
            if (!file.text("schema").orElse("").equals(SCHEMA)) {
                throw new BadJson("its schema is not " + SCHEMA);
            }
            Map<Fingerprint, Integer> counts = new TreeMap<>();
            for (JsonObject finding : file.objects("findings")) {
                Fingerprint fingerprint = new Fingerprint(
                        text(finding, "id"), text(finding, "table"), text(finding, "chain"), text(finding, "text"));
                counts.merge(fingerprint, (int) finding.number("count").orElse(1), Integer::sum);
            }
            return new Baseline(counts);
        } catch (BadJson wrong) {
            throw new DumpException(
                    "%s: not a baseline: %s".formatted(name, wrong.getMessage()),
                    "kube-nat lint --write-baseline %s DUMP makes one".formatted(name));
        }
    }

    private static String text(JsonObject finding, String field) throws BadJson {
        return finding.text(field).orElseThrow(() -> new BadJson("a finding without \"" + field + "\""));
    }

    /**
     * A report without the findings that were there before.
     *
     * @param gone how many of those are no longer found, though their checks were run
     */
    public record Applied(LintReport report, int gone) {}

    public Applied applied(LintReport report) {
        if (counts.isEmpty()) {
            return new Applied(report, 0);
        }
        Map<Fingerprint, Integer> rest = new TreeMap<>(counts);
        List<Finding> left = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>(report.suppressed());
        for (Finding finding : report.findings()) {
            Fingerprint fingerprint = Fingerprint.of(finding);
            int count = rest.getOrDefault(fingerprint, 0);
            if (count > 0) {
                rest.put(fingerprint, count - 1);
                suppressed.add(new Suppressed(finding, Suppressed.By.BASELINE, Optional.empty()));
            } else {
                left.add(finding);
            }
        }
        suppressed.sort(Comparator.comparing(Suppressed::finding, Finding.BY_PLACE));
        Set<String> run = report.run().stream().map(Check::id).collect(Collectors.toSet());
        int gone = rest.entrySet().stream()
                .filter(entry -> run.contains(entry.getKey().id()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new Applied(new LintReport(left, suppressed, report.notChecked(), report.checks()), gone);
    }
}
