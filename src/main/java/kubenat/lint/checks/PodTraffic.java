package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kubenat.kube.Owner;
import kubenat.kube.PodNetworks;
import kubenat.lint.Subject;
import kubenat.lint.space.Region;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.target.Jump;
import kubenat.model.target.Masquerade;
import kubenat.model.target.SourceNat;

/**
 * Packets to Pods on their way through nat POSTROUTING.
 *
 * @param region those that are looked at
 */
record PodTraffic(List<Cidr> pods, Region region) {
    private static final int DEEPEST = 8;
    private static final int MOST_RULES = 500;

    /** A rule after which none of the packets are left, and the jump that comes too late for them. */
    record End(Rule by, Rule jump) {}

    /** What goes to Pods; empty where the Pod network is not known. */
    static Optional<PodTraffic> of(Subject subject) {
        Family family = subject.ruleset().family();
        List<Cidr> pods = subject
                .surroundings()
                .podNetworks()
                .or(() -> PodNetworks.of(subject.ruleset()).map(PodNetworks::cidrs))
                .orElse(List.of())
                .stream()
                .filter(cidr -> cidr.network().family() == family)
                .toList();
        return pods.isEmpty()
                ? Optional.empty()
                : Optional.of(new PodTraffic(pods, Region.to(AddressSet.of(family, pods))));
    }

    private AddressSet addresses() {
        return AddressSet.of(pods.get(0).network().family(), pods);
    }

    /** What comes from elsewhere and nobody has marked. */
    PodTraffic fromOutside() {
        AddressSet pod = addresses();
        AddressSet loopback = AddressSet.of(Cidr.parse(pod.family() == Family.IPV4 ? "127.0.0.0/8" : "::1/128"));
        return new PodTraffic(
                pods, region.from(pod.union(loopback).complement()).unmarked());
    }

    /** What Pods send. */
    PodTraffic amongPods() {
        return new PodTraffic(pods, region.from(addresses()));
    }

    /** Such as {@code 10.244.0.0/16}. */
    String words() {
        return pods.stream().map(Cidr::toString).collect(Collectors.joining(","));
    }

    private static List<Rule> postrouting(Subject subject) {
        return subject.ruleset()
                .chain(new ChainName(TableName.NAT, "POSTROUTING"))
                .map(Chain::rules)
                .orElse(List.of());
    }

    /** The rules that surely rewrite the source of some of them. */
    List<Rule> masquerading(Subject subject) {
        List<Rule> found = new ArrayList<>();
        masquerading(postrouting(subject), region, subject, 0, found);
        return found;
    }

    /** Those that do so before a jump to a chain of another owner. */
    List<Rule> masqueradingBefore(String chain, Subject subject) {
        List<Rule> before = new ArrayList<>();
        for (Rule rule : postrouting(subject)) {
            if (leadsTo(rule, chain)) {
                List<Rule> found = new ArrayList<>();
                masquerading(before, region, subject, 0, found);
                return found;
            }
            before.add(rule);
        }
        return List.of();
    }

    /** Whether a rule leads to a chain of kube-proxy, or is what stood in its place up to 1.1. */
    private static boolean leadsTo(Rule rule, String chain) {
        boolean itself = rule.target() instanceof Masquerade && Owner.of(rule) == Owner.KUBE_PROXY;
        return itself || rule.target() instanceof Jump jump && jump.chain().equals(chain);
    }

    private void masquerading(List<Rule> rules, Region region, Subject subject, int depth, List<Rule> found) {
        Region left = region;
        for (Rule rule : rules) {
            boolean rewrites = rule.target() instanceof Masquerade || rule.target() instanceof SourceNat;
            if (rewrites && left.surelyMeets(rule)) {
                found.add(rule);
            }
            inside(rule, left, subject)
                    .filter(chain -> depth < DEEPEST)
                    .ifPresent(way -> masquerading(way.rules(), way.region(), subject, depth + 1, found));
            left = left.surelyAfter(rule, subject.ends());
        }
    }

    /** The rules of a chain, and the packets that surely come to them. */
    private record Way(List<Rule> rules, Region region) {}

    private static Optional<Way> inside(Rule rule, Region left, Subject subject) {
        Optional<Chain> chain = rule.target() instanceof Jump jump
                ? subject.ruleset().chain(new ChainName(TableName.NAT, jump.chain()))
                : Optional.empty();
        return chain.filter(to -> to.size() < MOST_RULES)
                .flatMap(to -> left.meeting(rule).map(met -> new Way(to.rules(), met)));
    }

    /** The rule of another owner by which none of them comes to a jump. */
    Optional<End> endedBefore(String chain, Subject subject) {
        Region left = region;
        Optional<Rule> last = Optional.empty();
        for (Rule rule : postrouting(subject)) {
            if (leadsTo(rule, chain)) {
                return last.filter(by -> Owner.of(by) != Owner.KUBE_PROXY).map(by -> new End(by, rule));
            }
            if (last.isEmpty()) {
                left = left.after(rule, subject.ends());
                last = left.isEmpty() ? Optional.of(rule) : last;
            }
        }
        return Optional.empty();
    }
}
