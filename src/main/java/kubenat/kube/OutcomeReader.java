package kubenat.kube;

import java.util.List;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.packet.Address;
import kubenat.model.target.UnreadableTarget;
import kubenat.trace.Outcome;
import kubenat.trace.Step;

/** Reads the Service port and endpoint of an outcome from the rules on its way. */
record OutcomeReader(ServiceNames names, EndpointReader endpoints) {

    OutcomeNames names(Outcome outcome) {
        List<Rule> rules = outcome.path().stream()
                .filter(step -> step.kind() == Step.Kind.RULE)
                .flatMap(step -> step.rule().stream())
                .toList();
        Optional<Entry> entry = entry(rules);
        Optional<Rule> endpoint = endpointRule(rules);
        Optional<NamedService> service = service(rules, entry, endpoint);
        if (service.isEmpty() && endpoint.isEmpty() && entry.isEmpty()) {
            return OutcomeNames.NONE;
        }
        Optional<Endpoint> recovered = endpoint.filter(rule -> rule.target() instanceof UnreadableTarget)
                .map(rule -> endpoints.read(
                        rule.chain().name(),
                        service.map(NamedService::name).stream().toList()))
                .filter(read -> read.state() == EndpointState.RECOVERED);
        return new OutcomeNames(
                service,
                entry.map(Entry::kind),
                recovered.flatMap(Endpoint::address).or(() -> endpoint.flatMap(rule -> address(outcome))),
                recovered.isPresent());
    }

    /** The entry in nat, else the last one in filter, such as a refusal. */
    private Optional<Entry> entry(List<Rule> rules) {
        List<Entry> entries = rules.stream()
                .flatMap(rule -> EntryReader.read(rule).map(names.api()::named).stream())
                .toList();
        return entries.stream()
                .filter(entry -> entry.rule().chain().table() == TableName.NAT)
                .findFirst()
                .or(() -> entries.stream().reduce((first, second) -> second));
    }

    /** The last rule of a KUBE-SEP chain that translates, readable or not. */
    private static Optional<Rule> endpointRule(List<Rule> rules) {
        List<Rule> ofEndpoints = rules.stream()
                .filter(rule -> ChainRole.of(rule.chain().name()) == ChainRole.SEP)
                .toList();
        return EndpointReader.translation(ofEndpoints);
    }

    private Optional<NamedService> service(List<Rule> rules, Optional<Entry> entry, Optional<Rule> endpoint) {
        Optional<String> chain = entry.flatMap(Entry::chain);
        Optional<String> letters = chain.flatMap(ChainRole::letters);
        if (letters.isPresent()) {
            return names.judge(letters.get(), ServiceNames.comments(rules))
                    .or(() -> names.named(new ChainName(TableName.NAT, chain.get())));
        }
        return entry.flatMap(Entry::name)
                .map(NamedService::claimed)
                .or(() -> endpoint.flatMap(rule -> names.named(rule.chain())));
    }

    private static Optional<String> address(Outcome outcome) {
        Optional<Address> address = outcome.packet().header().destination().single();
        return outcome.translated() && address.isPresent()
                ? Optional.of(
                        AddressPort.text(address, outcome.packet().header().destinationPort()))
                : Optional.empty();
    }
}
