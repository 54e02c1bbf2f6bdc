package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Entry;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;

/** KN116: a Service has no endpoints. */
final class NoEndpoints extends Check {

    NoEndpoints() {
        super("KN116", Level.WARNING, Need.NAT, Need.FILTER);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        Map<Object, List<Entry>> refused = new LinkedHashMap<>();
        List<Entry> empty = new ArrayList<>();
        for (Entry entry : subject.names().entries().all()) {
            if (entry.refused().filter("has no endpoints"::equals).isPresent()) {
                Object who = entry.name().isPresent() ? entry.name() : entry.place();
                refused.computeIfAbsent(who, none -> new ArrayList<>()).add(entry);
            } else if (leadsToEmptyChain(entry, subject)) {
                empty.add(entry);
            }
        }
        refused.values().forEach(entries -> entries.forEach(entry -> empty.removeAll(KubeChains.same(subject, entry))));
        // KN117 is about these: whoever is served has endpoints.
        refused.values().forEach(entries -> entries.removeIf(entry -> RefusedThoughServed.isServed(entry, subject)));
        refused.values().removeIf(List::isEmpty);
        return Stream.concat(
                refused.values().stream().map(entries -> refused(entries, subject)),
                empty.stream().map(entry -> silent(entry, subject)));
    }

    /** Older kube-proxies have entries for Services without endpoints, too, beside the REJECT. */
    private static boolean leadsToEmptyChain(Entry entry, Subject subject) {
        return entry.chain()
                .filter(chain -> ChainRole.of(chain) == ChainRole.SVC)
                .flatMap(chain -> subject.ruleset().chain(KubeChains.nat(chain)))
                .filter(chain -> chain.size() == 0)
                .isPresent();
    }

    private Finding refused(List<Entry> entries, Subject subject) {
        Entry first = entries.get(0);
        String more = entries.size() == 1 ? "" : " and %,d more".formatted(entries.size() - 1);
        Finding finding = finding(
                        subject.at(first.rule()),
                        "%s has no endpoints: clients of %s%s are told that the connection is refused"
                                .formatted(KubeChains.label(first.rule()), first.place(), more))
                .withLevel(Level.INFO)
                .withHelp(first.name()
                        .map(name ->
                                "kubectl -n %s get endpointslices -l kubernetes.io/service-name=%s shows whether Pods are not ready or the selector finds none"
                                        .formatted(name.namespace(), name.name()))
                        .orElse("look whether its Pods are ready and its selector finds them"));
        return Witnesses.to(subject, first).map(finding::withWitness).orElse(finding);
    }

    private Finding silent(Entry entry, Subject subject) {
        Finding finding = finding(
                        subject.at(entry.rule()),
                        "%s has no endpoints, and nothing refuses its clients: packets to %s go on untranslated"
                                .formatted(KubeChains.label(entry.rule()), entry.place()))
                .withHelp(
                        "kube-proxy writes a REJECT rule for a Service without endpoints: restart it, so that it writes all chains again");
        return Wholeness.doubt(
                subject, Witnesses.to(subject, entry).map(finding::withWitness).orElse(finding));
    }
}
