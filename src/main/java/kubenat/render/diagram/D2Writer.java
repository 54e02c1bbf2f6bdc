package kubenat.render.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kubenat.render.Sound;

/** Writes a diagram in D2 (d2lang, version 0.6 and later); edges stand at the end, with the whole path of a node's clusters. */
public final class D2Writer implements Diagram {
    private final StringBuilder body = new StringBuilder();
    private final List<String> edges = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<Style> used = EnumSet.noneOf(Style.class);
    private int nodes;
    private int clusters;

    @Override
    public String node(Style style, List<String> lines, String tooltip) {
        String id = "n" + ++nodes;
        used.add(style);
        String label =
                quoted(String.join("\n", lines.stream().map(Shortened::line).toList()));
        String more = tooltip.isEmpty() ? "" : "; tooltip: " + quoted(markdown(tooltip));
        line("%s: %s {class: %s%s}".formatted(id, label, style, more));
        List<String> path = new ArrayList<>();
        open.descendingIterator().forEachRemaining(path::add);
        path.add(id);
        return String.join(".", path);
    }

    @Override
    public void edge(String from, String to, Style style, String label, String tooltip) {
        String named = label.isEmpty() ? "" : ": " + quoted(label);
        String separator = named.isEmpty() ? ": " : " ";
        edges.add("%s -> %s%s%s{style.stroke: \"%s\"}".formatted(from, to, named, separator, style.line()));
    }

    @Override
    public void open(String label) {
        String id = "c" + ++clusters;
        line("%s: %s {".formatted(id, quoted(label)));
        open.push(id);
    }

    @Override
    public void close() {
        open.pop();
        line("}");
    }

    private void line(String text) {
        body.append("  ".repeat(open.size())).append(text).append('\n');
    }

    @Override
    public String file(String title) {
        StringBuilder out = new StringBuilder("# " + title.replace('\n', ' ') + "\ndirection: right\nclasses: {\n");
        used.forEach(style -> out.append("  %s: {style: {fill: \"%s\"; stroke: \"%s\"; font-color: \"%s\"}}\n"
                .formatted(style, style.fill(), style.line(), style.ink())));
        out.append("}\n").append(body);
        edges.forEach(edge -> out.append(edge).append('\n'));
        return out.toString();
    }

    /** A tooltip is taken for Markdown, with HTML in it. */
    private static String markdown(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\\', '`', '*', '_', '[', ']', '#', '~' -> out.append('\\').appendCodePoint(c);
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** {@code $} begins a substitution in double quotes, too. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\', '$' -> out.append('\\').appendCodePoint(c);
                case '\n' -> out.append("\\n");
                default -> out.appendCodePoint(Sound.character(c));
            }
        });
        return out.append('"').toString();
    }
}
