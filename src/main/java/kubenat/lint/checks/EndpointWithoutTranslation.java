package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.EndpointState;
import kubenat.kube.Entry;
import kubenat.kube.RuleFields;
import kubenat.kube.Service;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.packet.Protocol;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.UnreadableTarget;

/** KN114: a chain of an endpoint does not translate packets to it. */
final class EndpointWithoutTranslation extends ChainCheck {

    EndpointWithoutTranslation() {
        super("KN114", Level.ERROR, Interest.in(TableName.NAT, ChainRole.SEP), Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        Optional<ChainName> caller = subject.firstCaller(chain);
        if (caller.isEmpty()) {
            return Stream.empty();
        }
        Optional<Finding> found = Optional.empty();
        boolean translates = false;
        for (Rule rule : chain.rules()) {
            if (rule.target() instanceof DestinationNat nat) {
                translates = true;
                found = found.or(() -> wrong(rule, nat, caller.get(), subject));
            } else if (rule.target() instanceof UnreadableTarget garbled
                    && garbled.name().equals("DNAT")) {
                translates = true;
                found = Optional.of(unreadable(rule, subject));
            }
        }
        return translates ? found.stream() : Stream.of(without(chain, subject));
    }

    private Finding without(Chain chain, Subject subject) {
        Finding finding = finding(
                        subject.at(chain),
                        "%s has no DNAT rule: its share of the clients goes nowhere"
                                .formatted(chain.name().name()))
                .withHelp("restart kube-proxy: it writes all chains again; if the dump is cut, take it anew");
        return Wholeness.doubt(subject, chain, Witnesses.toEndpoint(finding, subject, chain.name()));
    }

    private Optional<Finding> wrong(Rule rule, DestinationNat nat, ChainName caller, Subject subject) {
        String chain = rule.chain().name();
        if (nat.to().ports().isEmpty()) {
            return Optional.of(finding(
                                    subject.at(rule).marking(nat.to().text()),
                                    "%s sends packets to %s without a port: they keep the Service's"
                                            .formatted(chain, nat.to()))
                            .withHelp(
                                    "kube-proxy always writes a port: restart it, so that it writes all chains again"))
                    .map(finding -> Witnesses.toEndpoint(finding, subject, rule.chain()));
        }
        Optional<Protocol> own = new RuleFields(rule).protocol();
        return entry(caller, subject)
                .filter(entry -> own.isPresent() && !entry.protocol().equals(own))
                .map(entry -> finding(
                                subject.at(rule).marking("-p " + own.get()),
                                "%s translates %s only, but its Service port %s is %s: no packet is translated"
                                        .formatted(
                                                chain,
                                                own.get(),
                                                KubeChains.label(entry.rule()),
                                                entry.protocol().get()))
                        .related(subject.at(entry.rule()), "is the Service's rule")
                        .withHelp("restart kube-proxy: it writes all chains again"))
                .map(finding -> Witnesses.toEndpoint(finding, subject, rule.chain()));
    }

    /** An entry, with a protocol, of the Service port whose chain leads to the endpoint's. */
    private static Optional<Entry> entry(ChainName caller, Subject subject) {
        Optional<String> letters = ChainRole.letters(caller.name());
        for (Entry entry : letters.map(KubeChains.entries(subject)::withLetters).orElse(List.of())) {
            if (entry.protocol().isPresent() && entry.chain().isPresent()) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The kernel's rule is sound as a rule; only what an older iptables prints of it is not. */
    private Finding unreadable(Rule rule, Subject subject) {
        String chain = rule.chain().name();
        String where = subject.services().all().stream()
                .map(Service::endpoints)
                .flatMap(List::stream)
                .filter(endpoint -> endpoint.chain().equals(chain) && endpoint.state() == EndpointState.RECOVERED)
                .flatMap(endpoint -> endpoint.address().stream())
                .findFirst()
                .map(address -> "; the hash in its name says " + address)
                .orElse("; nothing in the dump tells it");
        return finding(
                        subject.at(rule).marking("-j DNAT"),
                        "where %s sends packets cannot be read%s".formatted(chain, where))
                .onlyPossible()
                .withHelp(
                        "the iptables that listed the rules is older than the one that wrote them: list them with the writer's,"
                                + " as in kubectl -n kube-system exec KUBE-PROXY-POD -- iptables-save");
    }
}
