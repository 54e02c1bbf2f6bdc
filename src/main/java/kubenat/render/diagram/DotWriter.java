package kubenat.render.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a digraph for Graphviz, left to right. */
public final class DotWriter implements Diagram {
    /** From here on dot would take minutes: its network simplex is bounded (158 s became 11.5 s for 11,002 nodes). */
    private static final int BIG = 500;

    private final List<String> lines = new ArrayList<>();
    private int nodes;
    private int edges;
    private int clusters;
    private int depth = 1;

    @Override
    public String node(Style style, List<String> lines, String tooltip) {
        String id = "n" + ++nodes;
        line("%s [label=%s, fillcolor=\"%s\", color=\"%s\", fontcolor=\"%s\"%s];"
                .formatted(
                        id, Quoted.label(lines), style.fill(), style.line(), style.ink(), named("tooltip", tooltip)));
        return id;
    }

    @Override
    public void edge(String from, String to, Style style, String label, String tooltip) {
        edges++;
        line("%s -> %s [color=\"%s\"%s%s];"
                .formatted(from, to, style.line(), named("label", label), named("tooltip", tooltip)));
    }

    /** An attribute that is left out when it is empty. */
    private static String named(String attribute, String text) {
        return text.isEmpty() ? "" : ", " + attribute + "=" + Quoted.text(text);
    }

    @Override
    public void open(String label) {
        line("subgraph cluster_" + ++clusters + " {");
        depth++;
        line("label=" + Quoted.text(label) + ";");
    }

    @Override
    public void close() {
        depth--;
        line("}");
    }

    private void line(String text) {
        lines.add("  ".repeat(depth) + text + "\n");
    }

    @Override
    public String file(String title) {
        return pieces(title).collect(Collectors.joining());
    }

    @Override
    public Stream<String> pieces(String title) {
        return Stream.of(Stream.of(head(title)), lines.stream(), Stream.of("}\n"))
                .flatMap(each -> each);
    }

    private String head(String title) {
        StringBuilder out = new StringBuilder("digraph \"kube-nat\" {\n");
        out.append("  graph [rankdir=LR, label=").append(Quoted.text(title));
        out.append(", labelloc=t, fontname=\"sans-serif\", style=\"rounded\", color=\"#94a3b8\"");
        if (nodes + edges > BIG) {
            out.append(", nslimit=2, nslimit1=2, mclimit=0.2");
        }
        out.append("];\n");
        out.append("  node [shape=box, style=\"rounded,filled\", fontname=\"monospace\", fontsize=11];\n");
        return out.append("  edge [fontname=\"sans-serif\", fontsize=10];\n").toString();
    }
}
