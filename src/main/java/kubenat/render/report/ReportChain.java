package kubenat.render.report;

import java.util.List;
import kubenat.model.ChainName;
import kubenat.model.Rule;

/**
 * Rules of a chain, as the page shows them.
 *
 * @param size how many rules the chain has in all
 */
public record ReportChain(ChainName name, int size, List<Rule> rules) {
    public ReportChain {
        rules = List.copyOf(rules);
    }
}
