package kubenat.lint.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every block of every page is a test; a new check needs no other. */
class CheckPagesTest {
    /** Made from the pages; -Dgolden.update=true writes it anew. */
    private static final Path DOCS = Path.of("docs/lint");

    private static final List<String> SECTIONS =
            List.of("## Why it matters", "## What to do", "## Seen in", "## Flagged", "## Clean");

    static Stream<ExamplePage> pages() {
        return Checks.ALL.stream().map(ExamplePage::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void pageHasItsSectionsInOrder(ExamplePage page) {
        List<String> headings = page.headings();
        List<String> wanted = SECTIONS.stream()
                .filter(section -> !section.equals("## Seen in") || headings.contains(section))
                .toList();

        assertThat(headings.get(0)).startsWith("# " + page.check().id() + ": ");
        assertThat(headings.subList(1, headings.size())).isEqualTo(wanted);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyFlaggedExampleIsFound(ExamplePage page) {
        assertThat(page.examples("Flagged"))
                .isNotEmpty()
                .allSatisfy(
                        example -> assertThat(example.findings(page.check())).isNotEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void findingsReadAsThePageSays(ExamplePage page) throws IOException {
        String rewritten = page.rewritten();

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(page.path(), rewritten);
        } else {
            assertThat(rewritten)
                    .as("%s (-Dgolden.update=true rewrites its answers; then read the diff)", page)
                    .isEqualTo(page.text());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void cleanExamplesAreClean(ExamplePage page) {
        assertThat(page.examples("Clean"))
                .isNotEmpty()
                .allSatisfy(
                        example -> assertThat(example.findings(page.check())).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void cleanExamplesAreChecked(ExamplePage page) {
        assertThat(page.examples("Clean"))
                .as("an example that lacks what the check needs is clean whatever the check does")
                .allMatch(example -> example.isCheckedBy(page.check()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void docsHoldThePage(ExamplePage page) {
        Golden.assertFile(DOCS.resolve(page.check().id() + ".md"), page.text());
    }

    @Test
    void docsListTheChecks() throws IOException {
        Golden.assertFile(DOCS.resolve("README.md"), CheckIndex.text(Checks.ALL));

        try (Stream<Path> files = Files.list(DOCS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("files of checks that there are no more")
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("README.md"), Checks.ALL.stream().map(check -> check.id() + ".md"))
                            .toList());
        }
    }

    @Test
    void idsAreInOrderAndEachIsThereOnce() {
        List<String> ids = Checks.ALL.stream().map(Check::id).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }
}
