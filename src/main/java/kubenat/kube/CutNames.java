package kubenat.kube;

import java.util.List;
import java.util.Optional;
import kubenat.model.Chain;
import kubenat.model.Table;

/** Chain names that a cut line has lost the end of. */
final class CutNames {
    private CutNames() {}

    /** The one declared chain that begins like the cut name. */
    static Optional<String> repair(Table table, String cut) {
        List<String> candidates = table.chains()
                .filter(Chain::declared)
                .map(chain -> chain.name().name())
                .filter(name -> name.startsWith(cut) && cut.length() >= 6)
                .limit(2)
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }
}
