package kubenat.render.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import kubenat.render.picture.SvgWriter;

/**
 * Writes the page: one file with its style, its script and its data. Its policy (CSP) allows this style and this script by their
 * hashes and nothing else, least of all the network.
 */
public final class ReportHtml {
    /** Services of one block of data: enough that their pictures, which are alike, pack well. */
    private static final int SERVICES_OF_A_BLOCK = 32;

    private static final List<String> SCRIPTS = List.of("data.js", "parts.js", "page.js");

    private ReportHtml() {}

    public static void write(Report report, PrintWriter out) {
        String style = style();
        String script = SCRIPTS.stream().map(ReportHtml::resource).collect(Collectors.joining());
        String head = resource("page.html")
                .replace("{{STYLE_HASH}}", hash(style))
                .replace("{{SCRIPT_HASH}}", hash(script))
                .replace("{{TITLE}}", escaped(report.title()))
                .replace("{{KIND}}", report.kind().toString())
                .replace("{{LIST}}", report.kind() == Report.Kind.CHAINS ? "chains" : "Services, addresses, chains")
                .replace("{{STYLE}}", style);
        out.print(head);
        out.print("<script type=\"application/json\" id=\"index\">");
        StringWriter index = new StringWriter();
        new ReportJson(report).index(index);
        out.print(index.toString().strip().replace("<", "\\u003c"));
        out.print("</script>\n");
        List<ReportItem> services = report.items();
        for (int from = 0; from < services.size(); from += SERVICES_OF_A_BLOCK) {
            int to = Math.min(services.size(), from + SERVICES_OF_A_BLOCK);
            out.print("<script type=\"application/gzip\" id=\"block-%d\">".formatted(from / SERVICES_OF_A_BLOCK));
            List<ReportItem> block = services.subList(from, to);
            out.print(Packed.of(data -> ReportJson.block(block, data)));
            out.print("</script>\n");
        }
        if (!report.picture().isEmpty()) {
            out.print("<script type=\"application/gzip\" id=\"picture\">"
                    + Packed.of(data -> data.append(report.picture())) + "</script>\n");
        }
        out.print("<script>" + script + "</script>\n</body>\n</html>\n");
    }

    private static String style() {
        return resource("page.css")
                + "@media screen and (prefers-color-scheme: dark) {\n"
                + SvgWriter.pageStyle(":root:not([data-theme=light]) svg")
                + "}\n@media screen {\n"
                + SvgWriter.pageStyle(":root[data-theme=dark] svg")
                + "}\n";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) {
        try (InputStream file = ReportHtml.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
