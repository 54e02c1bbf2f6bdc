package kubenat.render.path;

import java.util.List;
import java.util.Optional;
import kubenat.kube.ChainRole;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.render.picture.Area;
import kubenat.render.picture.Box;
import kubenat.render.picture.Face;
import kubenat.render.picture.Paint;
import kubenat.render.picture.Text;

/** The card of a hub: a Service with its addresses, or a plain chain where ways part. */
final class HubCard {
    private static final double MARGIN = 16;
    private static final double HEAD = 38;
    private static final int MOST_CHAINS = 8;

    private HubCard() {}

    /** The card, its upper left corner at 0, 0. */
    static Box of(Hub hub, Facts facts, Chains chains) {
        if (hub.chains().size() > 1) {
            return tangle(hub);
        }
        String role = facts.role(hub.chain());
        return role.isEmpty() ? plain(hub, chains) : service(hub, facts, role, chains);
    }

    private static Box service(Hub hub, Facts facts, String role, Chains chains) {
        Flow flow = new Flow(Grid.HUB_WIDTH, MARGIN, HEAD + 9);
        boolean first = hub.kind() == Hub.Kind.FIRST;
        Optional<String> name = facts.service(hub.chain()).filter(known -> first);
        flow.fixed(head(name.orElse(role)));
        flow.line(
                Face.CODE_BOLD.fitting(hub.chain().name(), flow.room(), 9),
                Paint.TEXT,
                hub.chain().name());
        if (name.isPresent() && ChainRole.of(hub.chain().name()) != ChainRole.SVC) {
            flow.line(Face.PLAIN, Paint.MUTED, role);
        }
        for (Facts.Fact fact : facts.of(hub.chain(), first)) {
            flow.pair(fact.name(), fact.code() ? Face.CODE : Face.PLAIN, fact.value());
        }
        rest(flow, hub);
        return flow.card(Paint.SERVICE, 10, 6, hint(hub, chains));
    }

    private static Box head(String words) {
        Text text = Text.of(
                MARGIN,
                24,
                Face.HEADING,
                Paint.SERVICE_HEAD_TEXT,
                Face.HEADING.cut(words, Grid.HUB_WIDTH - 2 * MARGIN));
        return new Box(
                new Area(0, 0, Grid.HUB_WIDTH, HEAD), new Box.Corners(10, true), Paint.SERVICE_HEAD, "", List.of(text));
    }

    private static Box plain(Hub hub, Chains chains) {
        Flow flow = new Flow(Grid.HUB_WIDTH, MARGIN, 10);
        int size = chains.size(hub.chain());
        double chip = flow.chip(size == 1 ? "1 rule" : size + " rules");
        flow.line(Face.CHAIN, Paint.TEXT, hub.chain().name(), flow.room() - chip + 4);
        boolean passage = hub.kind() == Hub.Kind.PASSAGE;
        flow.line(
                Face.PLAIN,
                Paint.MUTED,
                hub.chain().table() + ": " + (passage ? "decided in the last step" : "ways part in this chain"));
        OwnerWords.of(hub.chain()).ifPresent(words -> flow.line(Face.SMALL, Paint.FAINT, words));
        rest(flow, hub);
        return flow.card(Paint.CARD, 10, 5, hint(hub, chains));
    }

    private static Box tangle(Hub hub) {
        Flow flow = new Flow(Grid.HUB_WIDTH, MARGIN, 10);
        flow.line(Face.HEADING, Paint.TEXT, hub.chains().size() + " chains decide");
        List<ChainName> shown =
                hub.chains().subList(0, Math.min(MOST_CHAINS, hub.chains().size()));
        shown.forEach(chain -> flow.line(Face.CODE, Paint.MUTED, chain.name()));
        if (shown.size() < hub.chains().size()) {
            flow.line(Face.PLAIN, Paint.MUTED, "and " + (hub.chains().size() - shown.size()) + " more");
        }
        return flow.card(Paint.CARD, 10, 5, "Ways part in " + hub.chains().size() + " chains");
    }

    private static void rest(Flow flow, Hub hub) {
        for (Mark mark : hub.marks()) {
            flow.gap(4);
            flow.box(MarkBox.of(mark, Grid.HUB_WIDTH - 24), 12);
            flow.gap(6);
        }
        for (Hub.Fork fork : hub.forks()) {
            flow.gap(2);
            flow.wrapped(Face.PLAIN, Paint.MUTED, Reasons.of(fork.step()), 2);
            flow.line(Face.CODE, Paint.TEXT, "→ " + fork.to().name());
        }
    }

    private static String hint(Hub hub, Chains chains) {
        List<String> handing = hub.forks().stream()
                .map(Hub.Fork::step)
                .flatMap(step -> step.rule().stream())
                .map(Rule::text)
                .toList();
        String head = "Chain " + hub.chain() + ", " + chains.size(hub.chain()) + " rules";
        return handing.isEmpty() ? head : head + "\n" + String.join("\n", handing);
    }
}
