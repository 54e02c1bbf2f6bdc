package kubenat.render.diagram;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kubenat.render.JsonOutput;

/** Writes the nodes, edges and clusters as JSON, {@code docs/schema/graph-v1.json}, for other tools. */
public final class JsonWriter implements Diagram {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Cluster> clusters = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();

    private record Node(String id, Style style, List<String> lines, String tooltip, Optional<String> cluster) {}

    private record Edge(String from, String to, Style style, String label, String tooltip) {}

    private record Cluster(String id, String label, Optional<String> parent) {}

    @Override
    public String node(Style style, List<String> lines, String tooltip) {
        String id = "n" + (nodes.size() + 1);
        nodes.add(new Node(id, style, List.copyOf(lines), tooltip, Optional.ofNullable(open.peek())));
        return id;
    }

    @Override
    public void edge(String from, String to, Style style, String label, String tooltip) {
        edges.add(new Edge(from, to, style, label, tooltip));
    }

    @Override
    public void open(String label) {
        String id = "c" + (clusters.size() + 1);
        clusters.add(new Cluster(id, label, Optional.ofNullable(open.peek())));
        open.push(id);
    }

    @Override
    public void close() {
        open.pop();
    }

    @Override
    public String file(String title) {
        StringWriter out = new StringWriter();
        JsonOutput.document(
                out,
                true,
                json -> json.text("schema", "kube-nat/graph/v1")
                        .text("title", title)
                        .objects(
                                "clusters",
                                clusters,
                                cluster -> json.text("id", cluster.id())
                                        .text("label", cluster.label())
                                        .text("parent", cluster.parent()))
                        .objects(
                                "nodes",
                                nodes,
                                node -> json.text("id", node.id())
                                        .text("role", node.style().toString())
                                        .texts("lines", node.lines())
                                        .text("rule", node.tooltip())
                                        .text("cluster", node.cluster()))
                        .objects(
                                "edges",
                                edges,
                                edge -> json.text("from", edge.from())
                                        .text("to", edge.to())
                                        .text("role", edge.style().toString())
                                        .text("label", edge.label())
                                        .text("rule", edge.tooltip())));
        return out.toString();
    }
}
