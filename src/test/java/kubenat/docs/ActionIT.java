package kubenat.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import kubenat.testing.JsonSchema;
import kubenat.testing.ProcessRun;
import kubenat.yaml.YamlList;
import kubenat.yaml.YamlMap;
import kubenat.yaml.YamlReader;
import kubenat.yaml.YamlText;
import kubenat.yaml.YamlValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script of {@code action.yml}, and the hook of {@code .pre-commit-hooks.yaml}, as their services would. */
class ActionIT {
    private static final String CUT = "*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -p tcp -j GONE\nCOMMIT\n";

    @TempDir
    private Path folder;

    private Path tool = Path.of("kube-nat");

    @BeforeEach
    void makeTheProgram() throws IOException {
        tool = folder.resolve("bin/kube-nat");
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(
                tool,
                "#!/bin/sh\nexec '%s/bin/java' -cp '%s' kubenat.cli.KubeNat \"$@\"\n"
                        .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(folder.resolve("nodes/a b"));
        Files.writeString(folder.resolve("nodes/a b/one.rules"), CUT);
        Files.writeString(folder.resolve("nodes/two.rules"), CUT.replace("GONE", "ACCEPT"));
    }

    @Test
    void annotatesAndWritesSarif() throws Exception {
        ProcessRun run = action(
                Map.of("dumps", "nodes/**/*.rules", "options", "--each\n--select=IPT001", "sarif", "lint.sarif"));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("::error file=nodes/a b/one.rules,line=3,endLine=3,col=22,");
        assertThat(Files.readString(folder.resolve("output"))).isEqualTo("sarif=lint.sarif\n");
        JsonSchema.ofResource("/schema/sarif-schema-2.1.0.json")
                .assertAccepts(Files.readString(folder.resolve("lint.sarif")));
    }

    @Test
    void passesWhereNothingFails() throws Exception {
        ProcessRun run = action(Map.of("dumps", "nodes/two.rules", "options", "--select=IPT001"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("0 errors");
    }

    @Test
    void failsFromTheLevelOnThatIsAsked() throws Exception {
        ProcessRun run =
                action(Map.of("dumps", "nodes/a b/one.rules", "fail-on", "never", "options", "--select=IPT001"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("::error ");
    }

    @Test
    void noDumpIsNoPass() throws Exception {
        ProcessRun run = action(Map.of("dumps", "none/*.rules"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEqualTo("::error::kube-nat lint: no file is there for: none/*.rules\n");
    }

    @Test
    void hookLintsEachFileByItself() throws Exception {
        YamlMap hook =
                (YamlMap) ((YamlList) read(".pre-commit-hooks.yaml")).items().get(0);
        String entry = text(hook, "entry");

        ProcessRun run = ProcessRun.of(
                folder,
                Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH")),
                Path.of("/dev/null"),
                List.of("bash", "-c", entry + " \"$@\"", "hook", "nodes/a b/one.rules", "nodes/two.rules"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("IPT001 jump-to-missing-chain").doesNotContain("SYN010");
        assertThat("nodes/two.rules").containsPattern(text(hook, "files"));
    }

    private ProcessRun action(Map<String, String> given) throws DumpException, IOException {
        YamlMap action = (YamlMap) read("action.yml");
        YamlMap step = (YamlMap) ((YamlList) map(action, "runs").value("steps").orElseThrow())
                .items()
                .get(0);
        Map<String, String> environment = new LinkedHashMap<>();
        for (YamlMap.Entry entry : map(step, "env").entries()) {
            environment.put(entry.key().text(), value((YamlText) entry.value(), map(action, "inputs"), given));
        }
        environment.put("GITHUB_OUTPUT", folder.resolve("output").toString());
        // A variable that is set and empty is what the service hands over; unset ones end the script.
        StringBuilder script = new StringBuilder();
        environment.forEach((name, text) -> script.append("export %s='%s'\n".formatted(name, text)));
        Path file = Files.writeString(folder.resolve("step.sh"), script + text(step, "run"));
        return ProcessRun.of(folder, Map.of(), Path.of("/dev/null"), List.of("bash", file.toString()));
    }

    /** What the service puts for {@code ${{ inputs.NAME }}}: what is given, or else the input's default. */
    private String value(YamlText expression, YamlMap inputs, Map<String, String> given) {
        Matcher input = Pattern.compile("\\$\\{\\{ inputs\\.([\\w-]+) }}").matcher(expression.text());
        if (!input.matches()) {
            return folder.toString();
        }
        String name = input.group(1);
        YamlMap declared = map(inputs, name);
        String otherwise = name.equals("kube-nat")
                ? tool.toString()
                : declared.value("default")
                        .map(text -> ((YamlText) text).text())
                        .orElse("");
        return given.getOrDefault(name, otherwise);
    }

    private static YamlValue read(String file) throws DumpException, IOException {
        return YamlReader.read(SourceText.of(file, Files.readString(Path.of(file))))
                .orElseThrow();
    }

    private static YamlMap map(YamlMap map, String key) {
        return (YamlMap) map.value(key).orElseThrow();
    }

    private static String text(YamlMap map, String key) {
        return ((YamlText) map.value(key).orElseThrow()).text();
    }
}
