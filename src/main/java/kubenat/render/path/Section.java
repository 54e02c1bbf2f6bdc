package kubenat.render.path;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kubenat.model.ChainName;
import kubenat.trace.SourceClass;
import kubenat.trace.Step;

/** The answer for source classes whose packets come to the same ends in the same shares. */
public record Section(
        List<SourceClass> from, List<Entry> entries, List<Hub> hubs, List<Ending> endings, List<ExitRow> exits) {
    public Section {
        from = List.copyOf(from);
        entries = List.copyOf(entries);
        hubs = List.copyOf(hubs);
        endings = List.copyOf(endings);
        exits = List.copyOf(exits);
    }

    /** The hub that packets of a way in come to first, if there is any. */
    public Optional<ChainName> firstHub(Entry entry) {
        Set<ChainName> chains =
                hubs.stream().flatMap(hub -> hub.chains().stream()).collect(Collectors.toSet());
        return entry.ways().stream()
                .flatMap(way -> way.spine().steps().stream())
                .map(Step::chain)
                .filter(chains::contains)
                .findFirst()
                .or(() -> Optional.of(entry.table()).filter(chains::contains));
    }
}
