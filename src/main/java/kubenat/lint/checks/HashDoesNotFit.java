package kubenat.lint.checks;

import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.ChainHash;
import kubenat.kube.ChainRole;
import kubenat.kube.NamedService;
import kubenat.kube.Proof;
import kubenat.kube.RuleFields;
import kubenat.kube.ServicePortName;
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

/** KN115: the letters in a chain's name are not those of its Service port or endpoint. */
final class HashDoesNotFit extends ChainCheck {

    HashDoesNotFit() {
        super(
                "KN115",
                Level.WARNING,
                Interest.in(
                        TableName.NAT,
                        ChainRole.SEP,
                        ChainRole.SVC,
                        ChainRole.SVL,
                        ChainRole.EXT,
                        ChainRole.FW,
                        ChainRole.XLB),
                Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        ChainRole role = KubeChains.role(chain);
        boolean whole = ChainRole.letters(chain.name().name())
                .filter(letters -> letters.length() == ChainRole.HASH_LETTERS)
                .isPresent();
        if (!whole || chain.size() == 0) {
            return Stream.empty();
        }
        return role == ChainRole.SEP ? endpoint(chain, subject).stream() : service(chain, subject).stream();
    }

    private Optional<Finding> service(Chain chain, Subject subject) {
        return subject.names()
                .named(chain.name())
                .filter(named -> named.proof() == Proof.EDITED)
                .map(named -> finding(
                                subject.at(chain),
                                "the name %s does not fit %s: kube-proxy makes its letters from the name of the Service port"
                                        .formatted(chain.name().name(), named.name()))
                        .withHelp(help()));
    }

    private Optional<Finding> endpoint(Chain chain, Subject subject) {
        for (Rule rule : chain.rules()) {
            if (rule.target() instanceof DestinationNat nat
                    && nat.to()
                            .addresses()
                            .flatMap(addresses -> addresses.single())
                            .isPresent()) {
                return service(rule, chain, subject)
                        .filter(name -> !fits(chain.name(), name, rule, nat))
                        .map(name -> endpoint(rule, nat, name, subject));
            }
        }
        return Optional.empty();
    }

    /** The Service port that the rule's comment names, else that of the chain from which packets come. */
    private static Optional<ServicePortName> service(Rule rule, Chain chain, Subject subject) {
        return new RuleFields(rule)
                .comment()
                .map(comment -> comment.name())
                .or(() -> subject.firstCaller(chain)
                        .flatMap(subject.names()::named)
                        .filter(named -> named.proof() == Proof.PROVED)
                        .map(NamedService::name));
    }

    private static boolean fits(ChainName chain, ServicePortName name, Rule rule, DestinationNat nat) {
        Optional<Protocol> protocol = new RuleFields(rule).protocol();
        String letters = ChainRole.letters(chain.name()).orElse("");
        return protocol.isEmpty()
                || new ChainHash()
                        .provesEndpoint(letters, name, protocol.get(), nat.to().text());
    }

    private Finding endpoint(Rule rule, DestinationNat nat, ServicePortName name, Subject subject) {
        return Witnesses.toEndpoint(
                finding(
                                subject.at(rule).marking(nat.to().text()),
                                "the name %s does not fit %s of %s: kube-proxy makes its letters from Service port, protocol and endpoint"
                                        .formatted(rule.chain().name(), nat.to().text(), name))
                        .withHelp(help()),
                subject,
                rule.chain());
    }

    private static String help() {
        return "the rule or the dump was edited, names were replaced, or another program wrote it; on the node, restart kube-proxy:"
                + " it writes all chains again";
    }
}
