package kubenat.render.report;

import java.util.List;

/**
 * The path of packets to one address of a Service, from sources that fare alike.
 *
 * @param entry the address, such as {@code NodePort :31248}
 * @param destination as {@code --dst} takes it
 * @param from such as {@code from outside and a Pod}
 * @param summary what becomes of them, in one line
 * @param picture the path as SVG without a style sheet
 * @param rules the rules that they meet: the number of the chain among those of the item, a point, and the number of the rule
 */
public record ReportView(
        String entry, String destination, String from, String summary, String picture, List<String> rules) {
    public ReportView {
        rules = List.copyOf(rules);
    }
}
