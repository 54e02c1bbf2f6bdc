package kubenat.render.dot;

import java.util.List;

/** Writes a digraph, left to right, with clusters; every text is escaped, every id is the writer's own. */
final class DotWriter {
    /** From here on dot would take minutes: its network simplex is bounded (158 s became 11.5 s for 11,002 nodes). */
    private static final int BIG = 500;

    private final StringBuilder body = new StringBuilder();
    private int nodes;
    private int edges;
    private int clusters;
    private int depth = 1;

    /** Adds a node; its id. */
    String node(Style style, List<String> lines, String tooltip) {
        String id = "n" + ++nodes;
        line("%s [label=%s, %s%s];".formatted(id, Quoted.label(lines), style.attributes(), named("tooltip", tooltip)));
        return id;
    }

    void edge(String from, String to, Style style, String label, String tooltip) {
        edges++;
        line("%s -> %s [color=\"%s\"%s%s];"
                .formatted(from, to, style.line(), named("label", label), named("tooltip", tooltip)));
    }

    /** An attribute that is left out when it is empty. */
    private static String named(String attribute, String text) {
        return text.isEmpty() ? "" : ", " + attribute + "=" + Quoted.text(text);
    }

    /** Begins a cluster; what follows is in it until it is closed. */
    void open(String label) {
        line("subgraph cluster_" + ++clusters + " {");
        depth++;
        line("label=" + Quoted.text(label) + ";");
    }

    void close() {
        depth--;
        line("}");
    }

    private void line(String text) {
        body.append("  ".repeat(depth)).append(text).append('\n');
    }

    /** The whole file. */
    String digraph(String title) {
        StringBuilder out = new StringBuilder("digraph \"kube-nat\" {\n");
        out.append("  graph [rankdir=LR, label=").append(Quoted.text(title));
        out.append(", labelloc=t, fontname=\"sans-serif\", style=\"rounded\", color=\"#94a3b8\"");
        if (nodes + edges > BIG) {
            out.append(", nslimit=2, nslimit1=2, mclimit=0.2");
        }
        out.append("];\n");
        out.append("  node [shape=box, style=\"rounded,filled\", fontname=\"monospace\", fontsize=11];\n");
        out.append("  edge [fontname=\"sans-serif\", fontsize=10];\n");
        return out.append(body).append("}\n").toString();
    }
}
