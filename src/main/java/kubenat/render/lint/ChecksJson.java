package kubenat.render.lint;

import java.io.Writer;
import java.util.List;
import kubenat.lint.Check;
import kubenat.lint.CheckPage;
import kubenat.lint.Need;
import kubenat.render.JsonOutput;

/** Writes what lint looks for as JSON, {@code docs/schema/checks-v1.json}. */
public final class ChecksJson {
    private ChecksJson() {}

    public static void write(List<Check> checks, Writer out) {
        JsonOutput.document(out, true, json -> {
            json.text("schema", "kube-nat/checks/v1");
            json.objects("checks", checks, check -> write(check, json));
        });
    }

    private static void write(Check check, JsonOutput json) {
        CheckPage page = CheckPage.of(check);
        json.text("id", check.id());
        json.text("name", check.name());
        json.text("level", check.level().toString());
        json.text("title", page.title());
        json.text("summary", page.summary());
        json.texts("needs", check.needs().stream().sorted().map(Need::toString).toList());
    }
}
