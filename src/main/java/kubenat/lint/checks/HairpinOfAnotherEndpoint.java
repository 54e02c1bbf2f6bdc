package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.Masquerading;
import kubenat.kube.RuleFields;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.match.SourceAddress;
import kubenat.model.packet.Address;
import kubenat.model.packet.Cidr;
import kubenat.model.target.DestinationNat;

/** KN113: the hairpin rule of an endpoint names another address than its DNAT. */
final class HairpinOfAnotherEndpoint extends ChainCheck {

    HairpinOfAnotherEndpoint() {
        super("KN113", Level.ERROR, Interest.in(TableName.NAT, ChainRole.SEP), Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        List<Rule> rules = chain.rules();
        for (Rule rule : rules) {
            if (rule.target() instanceof DestinationNat nat) {
                return nat.to().addresses().flatMap(addresses -> addresses.single()).stream()
                        .flatMap(address -> other(rules, rule, address, subject).stream());
            }
        }
        return Stream.empty();
    }

    private Optional<Finding> other(List<Rule> rules, Rule translation, Address address, Subject subject) {
        List<Rule> marks = rules.stream()
                .filter(Masquerading::isMark)
                .filter(rule -> source(rule).isPresent())
                .toList();
        boolean own = marks.stream()
                .anyMatch(rule ->
                        source(rule).filter(cidr -> cidr.contains(address)).isPresent());
        return own || marks.isEmpty()
                ? Optional.empty()
                : Optional.of(other(marks.get(0), translation, address, subject));
    }

    private static Optional<Cidr> source(Rule rule) {
        return new RuleFields(rule)
                .source()
                .filter(source -> !source.negated())
                .map(SourceAddress::network)
                .flatMap(network -> network.cidr());
    }

    private Finding other(Rule mark, Rule translation, Address address, Subject subject) {
        Finding finding = finding(
                        subject.at(mark).marking("-s"),
                        "%s masquerades %s but sends packets to %s: one of the two is of another endpoint"
                                .formatted(
                                        mark.chain().name(),
                                        source(mark).map(Cidr::toString).orElse(""),
                                        address))
                .related(subject.at(translation), "is the translation")
                .withHelp("compare with kubectl get endpointslices; restart kube-proxy: it writes all chains again");
        return Witnesses.toEndpoint(finding, subject, mark.chain());
    }
}
