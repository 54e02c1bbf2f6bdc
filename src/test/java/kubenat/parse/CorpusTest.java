package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.match.Unmodelled;
import kubenat.model.target.UnmodelledTarget;
import kubenat.model.target.UnreadableTarget;
import kubenat.source.Diagnostic;
import kubenat.source.DumpException;
import kubenat.source.SourceReader;
import kubenat.source.SourceText;
import kubenat.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads every dump beside the repository, and prints what was read and what was not. */
class CorpusTest {

    @ParameterizedTest
    @ValueSource(strings = {"cases", "odd", "extensions", "thirdparty"})
    void readsEveryRuleOfTheCorpusOrSaysWhatIsWrong(String folder) throws Exception {
        Report report = new Report();
        for (Path file : files(SharedFiles.at("corpus/" + folder))) {
            report.add(new SourceReader(InputStream.nullInputStream()).read(file.toString()));
        }

        report.print(folder);
        assertThat(report.files).isPositive();
    }

    @Test
    void knowsEveryOptionOfEveryExtension() throws Exception {
        for (Path file : files(SharedFiles.at("corpus/extensions"))) {
            Report report = new Report();
            report.add(new SourceReader(InputStream.nullInputStream()).read(file.toString()));

            assertThat(report.diagnostics).as(file.toString()).isEmpty();
        }
    }

    @Test
    void readsTheRuleSetsOfKubeProxysOwnTests() throws Exception {
        ObjectMapper json = new ObjectMapper();
        Report report = new Report();
        for (Path file : files(SharedFiles.at("flows-rulesets"))) {
            for (String form : List.of("rules", "rulesKernelNft", "rulesKernelLegacy", "rulesFakeVerbatim")) {
                JsonNode text = json.readTree(file.toFile()).path(form);
                if (text.isTextual()) {
                    report.add(SourceText.of(file.getFileName() + ":" + form, text.asText()));
                }
            }
        }

        report.print("flows-rulesets");
        assertThat(report.diagnostics).isEmpty();
        assertThat(report.unmodelled).isEmpty();
    }

    @Test
    void readsEveryFormInWhichIptablesPrintsARule() throws Exception {
        Report report = new Report();
        for (Path file : files(SharedFiles.at("oracle/out"))) {
            if (file.getFileName().toString().matches("print\\..*\\.(S|S-v|save|save-c)\\.txt")) {
                report.add(new SourceReader(InputStream.nullInputStream()).read(file.toString()));
            }
        }

        report.print("oracle/out/print");
        assertThat(report.diagnostics).isEmpty();
    }

    @Test
    void readsTheSameFromBothFormsOfADump() throws Exception {
        String listed = Files.readString(SharedFiles.at("corpus/cases/seed-nodeport.rules"));
        String saved = "*nat\n"
                + listed.replaceAll("(?m)^-P (\\S+) (\\S+)", ":$1 $2 [0:0]").replaceAll("(?m)^-N (\\S+)", ":$1 - [0:0]")
                + "\nCOMMIT\n";

        assertThat(print(saved)).isEqualTo(print(listed)).hasLineCount(64 + 4);
    }

    private static String print(String dump) throws DumpException {
        return new DumpReader()
                .read(SourceText.of("dump", dump)).tables().stream()
                        .flatMap(table -> table.chains())
                        .flatMap(chain -> Stream.concat(
                                chain.policy().map(policy -> chain.name() + " " + policy).stream(),
                                chain.rules().stream()
                                        .map(rule -> rule.place() + " " + rule.matches() + " " + rule.target())))
                        .collect(Collectors.joining("\n"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What was read from some dumps. */
    private static final class Report {
        private final Map<String, Integer> unmodelled = new TreeMap<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private int files;
        private int rules;
        private int unreadable;

        void add(SourceText source) throws DumpException {
            int before = rules;
            DumpReader reader = new DumpReader();
            List<Ruleset> rulesets = reader.readAll(List.of(source));
            rulesets.forEach(this::add);
            rulesets.get(0).diagnostics().stream()
                    .filter(found -> !found.id().equals(SyntaxProblem.UNNAMED_TABLE))
                    .forEach(diagnostics::add);
            files++;
            boolean twice = rulesets.stream()
                    .flatMap(ruleset -> ruleset.diagnostics().stream())
                    .anyMatch(found -> found.id().equals(SyntaxProblem.UNUSED_TABLE));
            if (!twice) {
                assertThat(rules - before).as("rules of " + source).isGreaterThanOrEqualTo(ruleLines(source));
            }
        }

        private static int ruleLines(SourceText source) {
            String text = source.bytes().text(0, source.bytes().length());
            return (int) text.lines()
                    .filter(line -> line.matches("\\s*(\\[\\d+:\\d+]\\s+)?-A\\s+\\S.*"))
                    .count();
        }

        private void add(Ruleset ruleset) {
            ruleset.tables().forEach(table -> table.chains().forEach(this::add));
        }

        private void add(Chain chain) {
            diagnostics.addAll(chain.diagnostics());
            rules += chain.rules().size();
            chain.rules().forEach(this::add);
        }

        private void add(Rule rule) {
            rule.matches().stream()
                    .filter(Unmodelled.class::isInstance)
                    .forEach(match -> count(((Unmodelled) match).text()));
            if (rule.target() instanceof UnmodelledTarget target) {
                count("-j " + target.name());
            }
            unreadable += rule.target() instanceof UnreadableTarget ? 1 : 0;
        }

        /** The module if there is one, or else the option. */
        private void count(String text) {
            String[] words = text.replaceFirst("^! ", "").split(" ", 3);
            boolean named = words.length > 1 && (words[0].equals("-m") || words[0].equals("-j"));
            unmodelled.merge(named ? words[0] + " " + words[1] : words[0], 1, Integer::sum);
        }

        void print(String what) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d files, %d rules, %d diagnostics, %d unreadable targets%n  unmodelled: %s%n",
                    what,
                    files,
                    rules,
                    diagnostics.size(),
                    unreadable,
                    unmodelled);
        }
    }
}
