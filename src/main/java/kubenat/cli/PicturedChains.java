package kubenat.cli;

import kubenat.graph.ChainGraph;
import kubenat.render.Names;
import kubenat.render.report.Linted;

/**
 * Chains that a picture is drawn of.
 *
 * @param title what was asked for
 * @param linted what lint finds in their ruleset, for formats that show it
 */
record PicturedChains(ChainGraph graph, Names names, String title, Linted linted) {}
