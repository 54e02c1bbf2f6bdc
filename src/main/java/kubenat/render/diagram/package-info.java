/** Nodes and edges for programs that lay them out themselves: Graphviz, Mermaid, D2, or a reader of JSON. One class per language. */
@NullMarked
package kubenat.render.diagram;

import org.jspecify.annotations.NullMarked;
