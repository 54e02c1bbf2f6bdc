package kubenat.render.diagram;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import kubenat.render.Sound;

/**
 * Writes a Mermaid flowchart, as Markdown of GitHub and GitLab shows it. It has no tooltips without links, so raw rules are not in
 * it. Mermaid itself draws at most 500 edges unless its host allows more ({@code maxEdges}).
 */
public final class MermaidWriter implements Diagram {
    private static final int MOST_EDGES = 500;

    private final StringBuilder body = new StringBuilder();
    private final Map<Style, StringJoiner> edges = new EnumMap<>(Style.class);
    private final Set<Style> used = EnumSet.noneOf(Style.class);
    private int nodes;
    private int edge;
    private int clusters;
    private int depth = 1;

    @Override
    public String node(Style style, List<String> lines, String tooltip) {
        String id = "n" + ++nodes;
        used.add(style);
        String label =
                lines.stream().map(Shortened::line).map(MermaidWriter::escaped).collect(Collectors.joining("<br>"));
        line("%s[\"%s\"]:::%s".formatted(id, label, style));
        return id;
    }

    @Override
    public void edge(String from, String to, Style style, String label, String tooltip) {
        String on = label.isEmpty() ? "" : "|\"" + escaped(label).replace("#10;", "<br>") + "\"|";
        edges.computeIfAbsent(style, none -> new StringJoiner(",")).add(Integer.toString(edge));
        edge++;
        line("%s -->%s %s".formatted(from, on, to));
    }

    @Override
    public void open(String label) {
        line("subgraph c%d [\"%s\"]".formatted(++clusters, escaped(label)));
        depth++;
    }

    @Override
    public void close() {
        depth--;
        line("end");
    }

    private void line(String text) {
        body.append("  ".repeat(depth)).append(text).append('\n');
    }

    @Override
    public String file(String title) {
        StringBuilder out = new StringBuilder();
        out.append("---\ntitle: \"").append(yaml(title)).append("\"\n---\nflowchart LR\n");
        if (edge > MOST_EDGES) {
            out.append("  %% ").append(edge).append(" edges: more than Mermaid draws unless its maxEdges says so\n");
        }
        out.append(body);
        used.forEach(style -> out.append("  classDef %s fill:%s,stroke:%s,color:%s,text-align:left\n"
                .formatted(style, style.fill(), style.line(), style.ink())));
        edges.forEach((style, numbers) -> out.append("  linkStyle %s stroke:%s\n".formatted(numbers, style.line())));
        return out.toString();
    }

    /** Entities are written {@code #35;} in Mermaid; a text may not end its quotes, nor be taken for Markdown or HTML. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n' || "\"#<>&`*_~\\;".indexOf(c) >= 0) {
                out.append('#').append(c).append(';');
            } else {
                out.appendCodePoint(Sound.character(c));
            }
        });
        return out.toString();
    }

    /** Inside double quotes of YAML. */
    private static String yaml(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().map(Sound::character).forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.appendCodePoint(c == '\n' ? ' ' : c);
        });
        return out.toString();
    }
}
