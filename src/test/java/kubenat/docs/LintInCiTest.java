package kubenat.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kubenat.lint.settings.Configuration;
import kubenat.lint.settings.ConfigurationReader;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import kubenat.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class LintInCiTest {
    private static final Page PAGE = Page.read(Path.of("docs/lint-in-ci.md"));
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

    @Test
    void configurationOfThePageIsOne() throws DumpException {
        Matcher first = YAML.matcher(PAGE.text());
        assertThat(first.find()).isTrue();

        Configuration read = ConfigurationReader.read(SourceText.of("page", first.group(1)));

        assertThat(read.selection().select()).isNotEmpty();
        assertThat(read.failOn()).isPresent();
        assertThat(read.baseline()).isPresent();
        assertThat(read.suppress()).isNotEmpty();
    }

    @Test
    void snippetsAreYaml() throws DumpException {
        Matcher snippets = YAML.matcher(PAGE.text());
        while (snippets.find()) {
            assertThat(YamlReader.read(SourceText.of("page", snippets.group(1))))
                    .isPresent();
        }
    }
}
