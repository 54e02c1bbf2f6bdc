package kubenat.render.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.lint.Finding;
import kubenat.lint.Place;
import kubenat.lint.Related;
import kubenat.model.ChainName;

/** Which findings concern which chain of a Service: those in it, and those at rules that lead there. */
public final class Concerns {
    private final Map<String, Set<Integer>> byChain = new HashMap<>();

    public Concerns(List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            add(findings.get(i), i);
        }
    }

    private void add(Finding finding, int number) {
        Stream.concat(Stream.of(finding.place()), finding.related().stream().map(Related::place))
                .flatMap(Concerns::chains)
                .forEach(chain ->
                        byChain.computeIfAbsent(chain, none -> new TreeSet<>()).add(number));
    }

    private static Stream<String> chains(Place place) {
        return Stream.concat(
                place.chain().stream().map(ChainName::name),
                place.rule().stream().map(rule -> rule.target().name()));
    }

    /** The numbers of the findings that concern one of these chains, as far as these are of a Service or an endpoint. */
    public List<Integer> ofChains(Collection<ChainName> chains) {
        Set<Integer> found = new TreeSet<>();
        for (ChainName chain : chains) {
            if (ChainRole.of(chain.name()).isHashed()) {
                found.addAll(byChain.getOrDefault(chain.name(), Set.of()));
            }
        }
        return new ArrayList<>(found);
    }
}
