package kubenat.kube;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.model.ChainName;
import kubenat.model.TableName;

/** What the API's objects named, what they left without a name, and which comments they contradict. */
public final class Naming {
    private static final int MOST_SHOWN = 5;

    private final ServiceNames names;
    private final ApiNames api;
    private final List<String> nameless = new ArrayList<>();
    private final List<String> contradicted = new ArrayList<>();
    private final Set<String> absent = new LinkedHashSet<>();
    private int all;
    private int known;

    private Naming(ServiceNames names) {
        this.names = names;
        this.api = names.api();
    }

    /** Looks at chains of Service ports and endpoints; others have no names. */
    public static Naming of(ServiceNames names, Stream<ChainName> chains) {
        Naming naming = new Naming(names);
        if (!naming.api.isEmpty()) {
            chains.filter(chain -> chain.table() == TableName.NAT)
                    .distinct()
                    .forEach(chain -> ChainRole.letters(chain.name()).ifPresent(letters -> naming.add(chain, letters)));
        }
        return naming;
    }

    private void add(ChainName chain, String letters) {
        boolean endpoint = ChainRole.of(chain.name()) == ChainRole.SEP;
        Optional<ServicePortName> found = endpoint
                ? api.endpoint(letters).map(ApiEndpoints.Found::name)
                : api.service(letters).map(NamedService::name);
        all++;
        known += found.isPresent() ? 1 : 0;
        Set<ServicePortName> comments = endpoint && found.isPresent() ? Set.of() : comments(chain, letters);
        if (comments.isEmpty() && found.isEmpty()) {
            nameless.add(chain.name());
        } else if (!comments.isEmpty() && found.isPresent() && !comments.contains(found.get())) {
            contradicted.add("%s is %s by its comment, but its hash is that of %s in %s"
                    .formatted(chain.name(), comments.iterator().next(), found.get(), api.source()));
        } else if (found.isEmpty() && !endpoint) {
            comments.stream().findFirst().ifPresent(name -> missing(chain, name));
        }
    }

    private void missing(ChainName chain, ServicePortName name) {
        if (api.has(name)) {
            contradicted.add("%s is %s by its comment, but its hash is not that of %s in %s"
                    .formatted(chain.name(), name, name, api.source()));
        } else {
            absent.add(name.toString());
        }
    }

    private Set<ServicePortName> comments(ChainName chain, String letters) {
        Set<ServicePortName> comments = new LinkedHashSet<>();
        names.entries()
                .withLetters(letters)
                .forEach(entry -> new RuleFields(entry.rule()).comment().ifPresent(c -> comments.add(c.name())));
        return comments.isEmpty() ? names.comments(chain) : comments;
    }

    /** In words, a line each; nothing where nothing is known of the API. */
    public List<String> notes() {
        if (api.isEmpty()) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        notes.add("%s names %,d of %,d chains by their hashes".formatted(api.source(), known, all));
        if (!nameless.isEmpty()) {
            notes.add("no name for %s: nothing in %s has these hashes".formatted(some(nameless), api.source()));
        }
        if (!absent.isEmpty()) {
            notes.add("%s has no Service port %s, which the rules name"
                    .formatted(api.source(), some(List.copyOf(absent))));
        }
        contradicted.stream().limit(MOST_SHOWN).forEach(notes::add);
        if (contradicted.size() > MOST_SHOWN) {
            notes.add("and %,d more chains whose comments and hashes do not agree"
                    .formatted(contradicted.size() - MOST_SHOWN));
        }
        return notes;
    }

    private static String some(List<String> all) {
        String shown = String.join(", ", all.subList(0, Math.min(MOST_SHOWN, all.size())));
        return all.size() > MOST_SHOWN ? shown + " and %,d more".formatted(all.size() - MOST_SHOWN) : shown;
    }
}
