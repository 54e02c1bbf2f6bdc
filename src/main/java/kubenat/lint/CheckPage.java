package kubenat.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a check: its documentation, the text of {@code kube-nat explain}, and the data of its tests.
 *
 * @param text Markdown; the first line is {@code # ID: title}
 */
public record CheckPage(String text) {

    /** The page that lies beside the class. */
    public static CheckPage of(Check check) {
        String name = check.page();
        try (InputStream page = check.getClass().getResourceAsStream(name)) {
            if (page == null) {
                throw new IllegalStateException(check.id() + " has no page " + name);
            }
            return new CheckPage(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the check looks for, in a few words: the first line after the id. */
    public String title() {
        String heading = text.lines().findFirst().orElse("");
        return heading.substring(heading.indexOf(": ") + 2);
    }

    /** All below the title. */
    public String body() {
        return text.substring(text.indexOf('\n') + 1).strip();
    }

    /** What the check looks for, in a sentence or two: what stands before the first section, on one line. */
    public String summary() {
        return body().split("(?m)^## ", 2)[0].strip().replaceAll("\\s+", " ");
    }

    /** A section without its heading; empty where the page has none of that name. */
    public String section(String heading) {
        Pattern section = Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "\n(.*?)(?=^## |\\z)");
        Matcher matcher = section.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : "";
    }
}
