package kubenat.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {
    static Stream<Page> pages() throws IOException {
        return Page.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void examplesPrintWhatThePageSays(Page page) throws IOException {
        String rewritten = page.rewritten(new ExampleShell()::run);

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(page.path(), rewritten);
        } else {
            assertThat(rewritten)
                    .as("%s (-Dgolden.update=true rewrites its examples; then read the diff)", page)
                    .isEqualTo(page.text());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void linksLeadToFilesThatAreThere(Page page) {
        assertThat(page.links())
                .as(page.toString())
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void readmeKnowsEveryCommandAndEachHasHelp() {
        ExampleShell shell = new ExampleShell();
        String readme = Page.read(Path.of("README.md")).text();
        List<String> commands = Pattern.compile("(?m)^  (\\w+)  ")
                .matcher(shell.run("kube-nat --help").split("Commands:")[1])
                .results()
                .map(command -> command.group(1))
                .toList();

        assertThat(commands).contains("trace").allSatisfy(command -> {
            assertThat(readme).containsPattern("`kube-nat " + command + "[ `]");
            assertThat(shell.run("kube-nat " + command + " --help")).startsWith("Usage: kube-nat " + command + " ");
        });
    }

    @Test
    void readmesFirstCommandIsItsFirstExample() {
        String readme = Page.read(Path.of("README.md")).text();
        Matcher first = Pattern.compile("mvn -q package && target/kube-nat/bin/(kube-nat .*)")
                .matcher(readme);

        assertThat(first.find()).isTrue();
        assertThat(readme.indexOf("```console\n")).isEqualTo(readme.indexOf("```console\n$ " + first.group(1) + "\n"));
    }

    @Test
    void readmesTestCommandIsWhatCiRuns() throws IOException {
        assertThat(Page.read(Path.of("README.md")).text()).contains("`mvn verify` runs every test");
        assertThat(Files.readString(Path.of(".ci/run"))).contains("\n    mvn verify ");
    }
}
