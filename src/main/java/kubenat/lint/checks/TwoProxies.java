package kubenat.lint.checks;

import java.util.stream.Stream;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Place;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.packet.Family;
import kubenat.surroundings.NftTable;
import kubenat.surroundings.NftTables;

/** KN133: kube-proxy has Services in nftables and in iptables' rules. */
final class TwoProxies extends Check {

    TwoProxies() {
        super("KN133", Level.ERROR, Need.NAT, Need.NFT);
    }

    @Override
    public Stream<Finding> inAll(Subject subject) {
        String family = subject.ruleset().family() == Family.IPV4 ? "ip" : "ip6";
        return subject.evidence().node().nft().stream()
                .flatMap(nft -> nft.tables().stream()
                        .filter(table -> table.family().equals(family)
                                && table.name().equals("kube-proxy")
                                && table.chains() > 0)
                        .flatMap(table -> both(nft, table, subject)));
    }

    private Stream<Finding> both(NftTables nft, NftTable table, Subject subject) {
        return subject.ruleset().chain(KubeChains.SERVICES).filter(chain -> chain.size() > 0).stream()
                .map(services -> both(nft, table, services, subject));
    }

    private Finding both(NftTables nft, NftTable table, Chain services, Subject subject) {
        Finding finding = finding(
                        Place.in(nft.file(), table.line(), 1, 0),
                        "kube-proxy has Services in nftables (table %s kube-proxy) and in iptables (KUBE-SERVICES): both translate, and one of the two is old"
                                .formatted(table.family()))
                .related(subject.at(services), "is what iptables has")
                .withHelp(
                        "see in which mode kube-proxy runs (mode: in its configuration); kube-proxy --cleanup removes the rules of both before it"
                                + " starts anew, nft delete table %s kube-proxy those of nftables"
                                        .formatted(table.family()));
        return table.serviceChains() > 0 ? finding : finding.onlyPossible();
    }
}
