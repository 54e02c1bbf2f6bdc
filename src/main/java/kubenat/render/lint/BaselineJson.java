package kubenat.render.lint;

import java.io.Writer;
import java.util.Map;
import kubenat.lint.Fingerprint;
import kubenat.lint.settings.Baseline;
import kubenat.render.JsonOutput;

/** Writes a baseline, {@code docs/schema/baseline-v1.json}: sorted, so that a change of it reads well in a diff. */
public final class BaselineJson {
    private BaselineJson() {}

    public static void write(Baseline baseline, Writer out) {
        JsonOutput.document(out, true, json -> {
            json.text("schema", Baseline.SCHEMA);
            json.objects("findings", baseline.counts().entrySet(), entry -> write(entry, json));
        });
    }

    private static void write(Map.Entry<Fingerprint, Integer> entry, JsonOutput json) {
        Fingerprint fingerprint = entry.getKey();
        json.text("id", fingerprint.id());
        json.text("table", fingerprint.table());
        json.text("chain", fingerprint.chain());
        json.text("text", fingerprint.text());
        json.number("count", entry.getValue());
    }
}
