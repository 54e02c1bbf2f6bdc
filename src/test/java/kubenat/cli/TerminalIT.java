package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kubenat.render.DisplayWidth;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A command at a pseudo terminal, which {@code script} (util-linux) makes. */
class TerminalIT {
    private static final String TRACE = "trace --dst 30.0.1.180:31248 samples/nodeport.rules";
    private static final String ESCAPES = "\u001b\\[[0-9;]*m|\u001b]8;;[^\u001b]*\u001b\\\\";

    @BeforeAll
    static void needsScript() {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")), "skipped: there is no /usr/bin/script (util-linux)");
    }

    private static String shown(Map<String, String> environment, String arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command =
                "%s -cp %s kubenat.cli.KubeNat %s".formatted(java, System.getProperty("java.class.path"), arguments);
        Map<String, String> all = new LinkedHashMap<>(Map.of("TERM", "xterm-256color", "COLUMNS", "80"));
        all.putAll(environment);
        ProcessRun run = ProcessRun.of(
                Path.of("."), all, Path.of("/dev/null"), List.of("/usr/bin/script", "-qec", command, "/dev/null"));
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        return run.out().replace("\r\n", "\n");
    }

    @Test
    void isAsWideAsTheTerminalAndSaysTheSame() {
        String shown = shown(Map.of(), TRACE);
        String plain = shown.replaceAll(ESCAPES, "");

        assertThat(plain.lines())
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(80));
        assertThat(words(plain)).isEqualTo(words(CommandRun.of(TRACE.split(" ")).out()));
        assertThat(shown).contains("\u001b[36m", "/samples/nodeport.rules#79\u001b\\\u001b[2mline 79");
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    @Test
    void aWideTerminalShowsWhatAPipeGets() {
        String plain = shown(Map.of("COLUMNS", "300"), TRACE).replaceAll(ESCAPES, "");

        assertThat(plain).isEqualTo(CommandRun.of(TRACE.split(" ")).out());
    }

    @Test
    void nothingIsEscapedForWhoDoesNotWantIt() {
        assertThat(shown(Map.of("NO_COLOR", "1"), TRACE)).doesNotContain("\u001b");
        assertThat(shown(Map.of("TERM", "dumb"), TRACE)).doesNotContain("\u001b");
        assertThat(shown(Map.of(), TRACE + " --color never")).doesNotContain("\u001b");
        assertThat(shown(Map.of(), TRACE + " --ascii --color never")).matches("\\p{ASCII}*");
    }
}
