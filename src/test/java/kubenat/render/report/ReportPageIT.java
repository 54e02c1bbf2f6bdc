package kubenat.render.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kubenat.cli.CommandRun;
import kubenat.testing.NodePackages;
import kubenat.testing.ProcessRun;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A browser opens the pages: search, keys, links, themes, accessibility; screenshots are left in {@code target/page}. */
class ReportPageIT {
    @Test
    void worksInABrowser() throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/chromium")), "skipped: there is no /usr/bin/chromium");
        Path folder = Files.createDirectories(Path.of("target/page")).toAbsolutePath();
        Path page = folder.resolve("blog-cut.html");
        Path refused = folder.resolve("no-endpoints.html");
        report("samples/blog-cut.rules", page);
        report("samples/no-endpoints.rules", refused);

        ProcessRun run = NodePackages.run("page.mjs", page + "|" + refused + "|" + folder);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    @Test
    void pagesOfOneAnswerAndOfChainsWorkInABrowser() throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/chromium")), "skipped: there is no /usr/bin/chromium");
        Path folder = Files.createDirectories(Path.of("target/page")).toAbsolutePath();
        Path answer = folder.resolve("answer.html");
        Path chains = folder.resolve("chains.html");
        write("trace --dst 203.0.113.80:443 samples/load-balancer.rules", answer);
        write("graph --all samples/blog-cut.rules", chains);

        ProcessRun run = NodePackages.run("answer.mjs", answer + "|" + chains + "|" + folder);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    private static void report(String dump, Path page) {
        CommandRun written = CommandRun.of("report", dump, "--output-file", page.toString());
        assertThat(written.exitCode()).as(written.err()).isZero();
    }

    private static void write(String command, Path page) {
        CommandRun written = CommandRun.of((command + " -o html --output-file " + page).split(" "));
        assertThat(written.exitCode()).as(written.err()).isZero();
    }
}
