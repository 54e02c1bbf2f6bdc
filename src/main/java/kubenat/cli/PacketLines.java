package kubenat.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kubenat.json.BadJson;
import kubenat.json.JsonObject;
import kubenat.json.JsonReader;
import kubenat.render.TraceJson;
import kubenat.source.DumpException;

/** Answers packets that come as JSON lines, in order; a line that is wrong gets an error for an answer. */
final class PacketLines {
    private static final String ID = "id";

    private final BufferedReader lines;
    private final PacketWords common;
    private final Tracing tracing;
    private boolean hasErrors;

    /** {@code common} is what options say of all packets; a line may say otherwise. */
    PacketLines(BufferedReader lines, PacketWords common, Tracing tracing) {
        this.lines = lines;
        this.common = common;
        this.tracing = tracing;
    }

    /** Writes one line for each line that is not empty. */
    void answer(PrintWriter out) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    answer(line, out);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean hasErrors() {
        return hasErrors;
    }

    private void answer(String line, PrintWriter out) {
        Optional<Object> id = Optional.empty();
        try {
            JsonObject object = JsonReader.object(line);
            id = Optional.ofNullable(object.fields().get(ID));
            TraceJson.writeLine(id, tracing.answer(words(object)), out);
        } catch (BadField wrong) {
            error(id, wrong.field().json() + " " + wrong.getMessage(), out);
        } catch (BadJson | DumpException wrong) {
            error(id, String.valueOf(wrong.getMessage()), out);
        }
    }

    private void error(Optional<Object> id, String error, PrintWriter out) {
        hasErrors = true;
        TraceJson.writeError(id, error, out);
    }

    private PacketWords words(JsonObject object) throws BadJson {
        Map<PacketField, String> words = new EnumMap<>(PacketField.class);
        words.putAll(common.words());
        for (Map.Entry<String, Object> field : object.fields().entrySet()) {
            if (field.getKey().equals(ID)) {
                continue;
            }
            PacketField known = PacketField.ofJson(field.getKey())
                    .orElseThrow(() -> new BadJson("no such field: \"" + field.getKey() + "\""));
            if (!(field.getValue() instanceof String) && !(field.getValue() instanceof Long)) {
                throw new BadJson("\"" + field.getKey() + "\" is neither a text nor a whole number");
            }
            words.put(known, field.getValue().toString());
        }
        if (!words.containsKey(PacketField.DESTINATION)) {
            throw new BadJson("\"destination\" is missing");
        }
        return new PacketWords(words);
    }
}
