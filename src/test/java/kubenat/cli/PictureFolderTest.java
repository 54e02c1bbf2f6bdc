package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kubenat.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void drawsEachServiceAndAPageThatLeadsToAll() throws IOException {
        Path folder = temporary.resolve("new/pictures");

        CommandRun run = draw(folder, "samples/no-endpoints.rules");

        assertThat(run)
                .isEqualTo(
                        new CommandRun(0, "", "kube-nat: 3 pictures, and " + folder + "/index.html leads to them\n"));
        assertThat(names(folder))
                .containsExactly("chains.svg", "default_kubernetes_https.svg", "index.html", "shop_search_http.svg");
        assertThat(Files.readString(folder.resolve("chains.svg")))
                .contains("All chains but those of Services", "KUBE-SERVICES", "TABLE FILTER")
                .doesNotContain(">KUBE-SVC-", "missing chain");
        Golden.assertMatches("cli/graph/index.html", Files.readString(folder.resolve("index.html")));
        assertThat(Files.readString(folder.resolve("shop_search_http.svg")))
                .isEqualTo(CommandRun.of("graph", "--service", "shop/search", "samples/no-endpoints.rules")
                        .out());
    }

    @Test
    void replacesWhatItDrewBeforeAndNothingElse() throws IOException {
        Path folder = temporary.resolve("pictures");
        draw(folder, "samples/nodeport.rules");
        Path own = Files.writeString(folder.resolve("notes.txt"), "mine");

        CommandRun run = draw(folder, "samples/no-endpoints.rules", "-o", "mermaid");

        assertThat(run.err()).contains("3 pictures", "; 7 older ones are deleted\n");
        assertThat(names(folder))
                .containsExactly(
                        "chains.mmd",
                        "default_kubernetes_https.mmd",
                        "index.html",
                        "notes.txt",
                        "shop_search_http.mmd");
        assertThat(own).hasContent("mine");
    }

    @Test
    void pagesAreBesideTheIndex() throws IOException {
        Path folder = temporary.resolve("pages");

        assertThat(draw(folder, "samples/no-endpoints.rules", "-o", "html").exitCode())
                .isZero();

        assertThat(names(folder))
                .containsExactly("chains.html", "default_kubernetes_https.html", "index.html", "shop_search_http.html");
        assertThat(Files.readString(folder.resolve("index.html"))).contains("<td><a href=\"shop_search_http.html\">");
        assertThat(Files.readString(folder.resolve("shop_search_http.html"))).contains("KN116");
        assertThat(Files.readString(folder.resolve("chains.html"))).contains("KN116");
    }

    @Test
    void refusesAFolderOfSomebodyElse() throws IOException {
        Path own = Files.writeString(temporary.resolve("index.html"), "<a href=\"index.html\">");

        CommandRun run = draw(temporary, "samples/nodeport.rules");

        assertThat(run.err()).contains("holds files that are not pictures of kube-nat; nothing was written");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(names(temporary)).containsExactly("index.html");
        assertThat(own).hasContent("<a href=\"index.html\">");
    }

    @Test
    void drawsTheChainsOfAServiceThatNoAddressLeadsTo() throws IOException {
        String rules = "*nat\n:PREROUTING ACCEPT [0:0]\n:KUBE-SVC-AAAAAAAAAAAAAAAA - [0:0]\n:KUBE-SEP-B - [0:0]\n"
                + "-A KUBE-SVC-AAAAAAAAAAAAAAAA -j KUBE-SEP-B\n"
                + "-A KUBE-SEP-B -p tcp -m tcp -j DNAT --to-destination 10.1.1.1:80\nCOMMIT\n";

        CommandRun run = CommandRun.withInput(rules, "graph", "--all", "--output-dir", temporary.toString(), "-");

        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(temporary.resolve("KUBE-SVC-AAAAAAAAAAAAAAAA.svg")))
                .contains("no address leads to its chains", "DNAT to 10.1.1.1:80");
    }

    @Test
    void namesAreOfOneFolderAndOfOneFileEach() {
        PictureFolder folder = PictureFolder.open(temporary);
        List<String> labels = List.of(
                "a/b:c",
                "a/b_c",
                "A/B:C",
                "../../etc/passwd",
                ".hidden",
                "-rf",
                "",
                "ns/" + "x".repeat(500),
                "名前",
                "index");

        Set<String> names = new TreeSet<>();
        labels.forEach(label -> names.add(folder.name(label, "svg").toLowerCase(Locale.ROOT)));

        assertThat(names).hasSameSizeAs(labels).allMatch(name -> name.matches("[a-z0-9_][a-z0-9._-]{0,190}[.]svg"));
        assertThat(folder.name("a/b:c", "dot")).isEqualTo("a_b_c.dot");
    }

    private CommandRun draw(Path folder, String... more) {
        return CommandRun.of(
                Stream.concat(Stream.of("graph", "--all", "--output-dir", folder.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
