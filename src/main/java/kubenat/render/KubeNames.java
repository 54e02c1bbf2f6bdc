package kubenat.render;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import kubenat.kube.ChainRole;
import kubenat.kube.Entry;
import kubenat.kube.EntryKind;
import kubenat.kube.OutcomeNames;
import kubenat.kube.Owner;
import kubenat.kube.ServiceNames;
import kubenat.model.ChainName;
import kubenat.trace.Outcome;

/** The names that kube-proxy's comments and chain names give; each is looked up once. */
public final class KubeNames implements Names {
    private final ServiceNames names;
    private final IdentityHashMap<Outcome, OutcomeNames> known = new IdentityHashMap<>();

    public KubeNames(ServiceNames names) {
        this.names = names;
    }

    private OutcomeNames of(Outcome outcome) {
        return known.computeIfAbsent(outcome, names::ofOutcome);
    }

    @Override
    public Optional<String> service(Outcome outcome) {
        return of(outcome).service().map(service -> service.name().toString());
    }

    @Override
    public Optional<String> entry(Outcome outcome) {
        return of(outcome).entry().map(EntryKind::toString);
    }

    @Override
    public Optional<String> endpoint(Outcome outcome) {
        return of(outcome).endpoint();
    }

    @Override
    public Optional<String> chain(ChainName chain) {
        return ChainRole.of(chain.name()).isOfService()
                ? names.of(chain).map(name -> name.toString())
                : Optional.empty();
    }

    @Override
    public List<Entry> entries(ChainName chain) {
        return ChainRole.letters(chain.name())
                .map(letters -> names.entries().withLetters(letters))
                .orElse(List.of());
    }

    @Override
    public Optional<String> recovered(Outcome outcome) {
        return of(outcome).recovered() ? of(outcome).endpoint() : Optional.empty();
    }

    @Override
    public Optional<String> recovered(ChainName chain) {
        return names.recovered(chain);
    }

    @Override
    public Optional<String> owner(ChainName chain) {
        return Optional.of(Owner.of(chain)).filter(Owner::isForeign).map(Owner::toString);
    }
}
