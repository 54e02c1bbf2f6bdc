package kubenat.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A dump, a node and packets with what the kernel did with them under each backend, as text: node, dump, and for each packet
 * a line of its own and one for each backend.
 *
 * @param name what it was made of
 */
record Recording(String name, Differential asked, Map<Backend, List<KernelAnswer>> answers) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String START = "case ";
    private static final String PACKET = "packet ";
    private static final String SAME = "same";

    /** Asks the kernel. */
    static Recording of(String name, Differential asked) {
        Map<Backend, List<KernelAnswer>> answers = new EnumMap<>(Backend.class);
        for (Backend backend : Backend.values()) {
            answers.put(
                    backend,
                    asked.ask(backend).orElseThrow(() -> new AssertionError(backend + " refuses the dump of " + name)));
        }
        return new Recording(name, asked, answers);
    }

    /** Those of a golden file. */
    static List<Recording> read(String golden) {
        try {
            return parse(Files.readString(Path.of("src/test/resources/golden").resolve(golden)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Recording> parse(String text) throws JsonProcessingException {
        List<Recording> recordings = new ArrayList<>();
        for (String each : text.split("(?m)^" + START, -1)) {
            if (!each.isEmpty()) {
                recordings.add(one(each.lines().toList()));
            }
        }
        return recordings;
    }

    private static Recording one(List<String> lines) throws JsonProcessingException {
        ObjectNode kernelCase = (ObjectNode) JSON.readTree(lines.get(1));
        ArrayNode packets = kernelCase.putArray("packets");
        StringBuilder dump = new StringBuilder();
        Map<Backend, List<KernelAnswer>> answers = new EnumMap<>(Backend.class);
        for (String line : lines.subList(2, lines.size())) {
            String word = line.split(" ", 2)[0];
            String rest = line.substring(Math.min(line.length(), word.length() + 1));
            if (word.equals(PACKET.strip())) {
                packets.add(JSON.readTree(rest));
            } else if (isBackend(word)) {
                List<KernelAnswer> own = answers.computeIfAbsent(
                        Backend.valueOf(word.toUpperCase(Locale.ROOT)), any -> new ArrayList<>());
                own.add(rest.equals(SAME) ? answers.get(Backend.LEGACY).get(own.size()) : AnswerLine.parse(rest));
            } else {
                dump.append(line).append("\n");
            }
        }
        return new Recording(lines.get(0), new Differential(dump.toString(), kernelCase), answers);
    }

    /** Where the tracer says something else, in words. */
    List<String> differences(Backend backend, boolean toldAlways) {
        return asked.compare(backend, answers.get(backend), toldAlways).stream()
                .map(Differential.Difference::text)
                .toList();
    }

    private static boolean isBackend(String word) {
        return Arrays.stream(Backend.values()).anyMatch(backend -> word.equals(backend.toString()));
    }

    String text() {
        ObjectNode withoutPackets = asked.kernelCase().deepCopy();
        withoutPackets.remove("packets");
        StringBuilder text = new StringBuilder(START + name + "\n" + withoutPackets + "\n" + asked.dump());
        for (int i = 0; i < asked.packets().size(); i++) {
            ObjectNode packet = asked.packets().get(i).deepCopy();
            packet.remove("id");
            text.append(PACKET).append(packet).append("\n");
            String first = "";
            for (Backend backend : Backend.values()) {
                String line = AnswerLine.of(answers.get(backend).get(i));
                text.append(backend)
                        .append(' ')
                        .append(line.equals(first) ? SAME : line)
                        .append("\n");
                first = backend == Backend.LEGACY ? line : first;
            }
        }
        return text.toString();
    }
}
