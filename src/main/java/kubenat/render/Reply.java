package kubenat.render;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kubenat.kube.ChainRole;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Truth;
import kubenat.model.target.Masquerade;
import kubenat.trace.Outcome;
import kubenat.trace.SourceClass;
import kubenat.trace.Step;
import kubenat.trace.Verdict;

/**
 * Whom the receiver answers, and whether the answer comes back through this node, where alone it is turned back.
 *
 * @param seesClient whether the source is the client's own address; MAYBE when the dump does not tell
 * @param decidedBy the rule that decided so; none when no rule did
 */
public record Reply(Truth seesClient, Optional<Step> decidedBy, Way throughThisNode, String why) {
    /** Whether answers pass this node. */
    public enum Way {
        YES,
        NO,
        DEPENDS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Route(Way way, String why) {}

    private static final Route TO_THIS_NODE = new Route(Way.YES, "answers go to an address of this node");
    private static final Route HERE = new Route(Way.YES, "a process of this node answers");
    private static final Route FROM_HERE = new Route(Way.YES, "this node is the client");
    private static final Route FROM_LOCAL = new Route(Way.YES, "only endpoints on this node are chosen");
    private static final Route ITSELF =
            new Route(Way.NO, "an endpoint that is sent to itself sees its own address and answers itself");
    private static final Route REWRITTEN =
            new Route(Way.DEPENDS, "answers go to the new source: they pass this node if that address is routed to it");
    private static final Route UNTRANSLATED =
            new Route(Way.DEPENDS, "no address is rewritten: routing decides, and nothing has to be turned back");
    private static final Route TO_POD = new Route(
            Way.DEPENDS, "a Pod of this node gets its answers here; one of another node may be answered directly");
    private static final Route TO_OUTSIDE = new Route(
            Way.DEPENDS, "an endpoint on this node answers through it; one elsewhere may answer the client directly");
    private static final Route NOT_KNOWN = new Route(Way.DEPENDS, "whether the source is rewritten is not known");

    /** Of what is delivered; nobody answers what is lost. */
    public static Optional<Reply> of(Outcome outcome, List<SourceClass> from, Ruleset ruleset) {
        if (!outcome.verdict().isDelivered()) {
            return Optional.empty();
        }
        Truth sees = sees(outcome, ruleset);
        Set<Route> routes = from.stream()
                .map(each -> route(outcome, each, sees))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Way> ways = routes.stream().map(Route::way).distinct().toList();
        Optional<Step> rule = outcome.sourceDecidedBy().filter(step -> step.kind() == Step.Kind.RULE);
        String kept = sees == Truth.YES && rule.isEmpty() ? "no rule rewrites the source; " : "";
        return Optional.of(new Reply(
                sees,
                sees == Truth.MAYBE ? Optional.empty() : rule,
                ways.size() == 1 ? ways.get(0) : Way.DEPENDS,
                kept + routes.stream().map(Route::why).collect(Collectors.joining("; "))));
    }

    private static Truth sees(Outcome outcome, Ruleset ruleset) {
        Packet packet = outcome.packet();
        if (packet.connection().sourceRewritten()) {
            return Truth.NO;
        }
        boolean isAsked =
                packet.connection().isFirst() && ruleset.table(TableName.NAT).isPresent();
        return isAsked || packet.connection().isTracked() == Truth.NO ? Truth.YES : Truth.MAYBE;
    }

    private static Route route(Outcome outcome, SourceClass from, Truth sees) {
        if (outcome.verdict() == Verdict.LOCAL) {
            return HERE;
        }
        if (sees == Truth.NO) {
            boolean masquerades =
                    outcome.sourceTarget().filter(Masquerade.class::isInstance).isPresent();
            return masquerades ? TO_THIS_NODE : REWRITTEN;
        }
        if (from == SourceClass.NODE) {
            return FROM_HERE;
        }
        if (sees == Truth.MAYBE) {
            return NOT_KNOWN;
        }
        return outcome.translated() ? translated(outcome, from) : UNTRANSLATED;
    }

    private static Route translated(Outcome outcome, SourceClass from) {
        if (from == SourceClass.ENDPOINT) {
            return ITSELF;
        }
        if (staysHere(outcome)) {
            return FROM_LOCAL;
        }
        return from == SourceClass.POD ? TO_POD : TO_OUTSIDE;
    }

    /** Whether a Service's policy Local has chosen: its endpoints are on this node (XLB sends Pods on to SVC, to all of them). */
    public static boolean staysHere(Outcome outcome) {
        return outcome.path().stream()
                .filter(step -> step.kind() != Step.Kind.MISS)
                .map(step -> ChainRole.of(step.chain().name()))
                .filter(role -> role == ChainRole.SVL || role == ChainRole.XLB || role == ChainRole.SVC)
                .reduce((first, second) -> second)
                .filter(role -> role != ChainRole.SVC)
                .isPresent();
    }
}
