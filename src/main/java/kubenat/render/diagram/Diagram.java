package kubenat.render.diagram;

import java.util.List;
import java.util.stream.Stream;

/** Takes nodes, edges and clusters and writes them in one language; every text is escaped, every id is the writer's own. */
public interface Diagram {

    /** Adds a node to the cluster that is open; its id. */
    String node(Style style, List<String> lines, String tooltip);

    void edge(String from, String to, Style style, String label, String tooltip);

    /** Begins a cluster; what follows is in it until it is closed. */
    void open(String label);

    void close();

    /** The whole file. */
    String file(String title);

    /** The same in pieces: of half a million nodes it need not be in memory twice. */
    default Stream<String> pieces(String title) {
        return Stream.of(file(title));
    }
}
