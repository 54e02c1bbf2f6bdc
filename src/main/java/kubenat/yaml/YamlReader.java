package kubenat.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import kubenat.source.Span;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one YAML 1.2 document; values keep their places, so that whoever asks for others can point at them. */
public final class YamlReader {
    /** Aliases can make a small file as large as one likes, or endless. */
    private static final int MOST_VALUES = 100_000;

    private static final int DEEPEST = 50;

    private final SourceText source;
    private int values;

    private YamlReader(SourceText source) {
        this.source = source;
    }

    /** The document; absent if there are at most comments. */
    public static Optional<YamlValue> read(SourceText source) throws DumpException {
        LoadSettings settings = LoadSettings.builder().setLabel(source.name()).build();
        try {
            String text = source.bytes().text(0, source.bytes().length());
            Optional<Node> root = new Compose(settings).composeString(text);
            return root.isPresent() ? Optional.of(new YamlReader(source).value(root.get(), 0)) : Optional.empty();
        } catch (MarkedYamlEngineException wrong) {
            String place = wrong.getProblemMark()
                    .map(mark -> ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                    .orElse("");
            throw notYaml(source.name() + place, wrong.getProblem());
        } catch (YamlEngineException wrong) {
            throw notYaml(source.name(), String.valueOf(wrong.getMessage()));
        }
    }

    /** Some of the library's messages show a control character, on a line of its own. */
    private static DumpException notYaml(String place, String problem) {
        return new DumpException("%s: not YAML: %s".formatted(place, problem.replaceAll("\\s+", " ")));
    }

    private YamlValue value(Node node, int depth) throws DumpException {
        if (++values > MOST_VALUES || depth > DEEPEST) {
            throw new DumpException(source.name() + ": its aliases make it too large, or endless");
        }
        if (node instanceof MappingNode map) {
            return map(map, depth);
        }
        if (node instanceof SequenceNode list) {
            List<YamlValue> items = new ArrayList<>();
            for (Node item : list.getValue()) {
                items.add(value(item, depth + 1));
            }
            return new YamlList(source.name(), span(node), items);
        }
        return text((ScalarNode) node);
    }

    private YamlMap map(MappingNode map, int depth) throws DumpException {
        List<YamlMap.Entry> entries = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        for (NodeTuple tuple : map.getValue()) {
            if (!(value(tuple.getKeyNode(), depth + 1) instanceof YamlText key)) {
                throw new DumpException(
                        "%s:%s: a key that is no text".formatted(source.name(), span(tuple.getKeyNode())));
            }
            if (!keys.add(key.text())) {
                throw key.wrong(key.text() + " is there twice", "");
            }
            entries.add(new YamlMap.Entry(key, value(tuple.getValueNode(), depth + 1)));
        }
        return new YamlMap(source.name(), span(map), entries);
    }

    private YamlText text(ScalarNode scalar) {
        boolean isNull = scalar.getTag().equals(org.snakeyaml.engine.v2.nodes.Tag.NULL);
        return new YamlText(source.name(), span(scalar), isNull ? "" : scalar.getValue());
    }

    private Span span(Node node) {
        Optional<Mark> start = node.getStartMark();
        Optional<Mark> end = node.getEndMark();
        if (start.isEmpty() || end.isEmpty()) {
            return new Span(1, 1, 0);
        }
        int from = column(start.get());
        boolean oneLine = start.get().getLine() == end.get().getLine();
        return new Span(start.get().getLine() + 1, from, oneLine ? Math.max(0, column(end.get()) - from) : 0);
    }

    /** The library counts characters; spans count UTF-16 units. */
    private int column(Mark mark) {
        String line = source.line(mark.getLine() + 1);
        int characters = Math.min(mark.getColumn(), line.codePointCount(0, line.length()));
        return line.offsetByCodePoints(0, characters) + 1;
    }
}
