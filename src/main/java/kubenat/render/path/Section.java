package kubenat.render.path;

import java.util.List;
import kubenat.trace.SourceClass;

/** The answer for source classes whose packets come to the same ends in the same shares. */
record Section(
        List<SourceClass> from, List<Entry> entries, List<Hub> hubs, List<Ending> endings, List<ExitRow> exits) {
    Section {
        from = List.copyOf(from);
        entries = List.copyOf(entries);
        hubs = List.copyOf(hubs);
        endings = List.copyOf(endings);
        exits = List.copyOf(exits);
    }
}
