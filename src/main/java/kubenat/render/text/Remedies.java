package kubenat.render.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.match.MarkMatch;
import kubenat.model.match.Match;
import kubenat.model.match.SourceAddress;
import kubenat.model.target.Jump;
import kubenat.model.target.MarkTarget;
import kubenat.render.Answer;
import kubenat.trace.Outcome;
import kubenat.trace.Step;
import kubenat.trace.Verdict;

/** For packets that a rule or policy stopped: what would have to be true instead. */
final class Remedies {
    private static final int MOST = 6;

    private final Ruleset ruleset;
    private final Places places;

    private Remedies(Answer answer, Places places) {
        this.ruleset = answer.ruleset();
        this.places = places;
    }

    /** One sentence for each rule that stopped something. */
    static List<String> of(Answer answer, Places places) {
        Remedies remedies = new Remedies(answer, places);
        Set<String> words = new LinkedHashSet<>();
        answer.trace().cases().stream()
                .flatMap(each -> each.outcomes().stream())
                .filter(outcome ->
                        outcome.verdict() == Verdict.DROPPED && outcome.why().isEmpty()
                                || outcome.verdict() == Verdict.REJECTED)
                .forEach(outcome -> remedies.of(outcome).ifPresent(words::add));
        return words.stream().limit(MOST).toList();
    }

    private Optional<String> of(Outcome outcome) {
        return outcome.decidedBy()
                .map(step -> step.rule().isPresent()
                        ? rule(step.rule().get(), outcome)
                        : "the policy of " + step.chain()
                                + " is DROP: a rule of it would have to accept these packets");
    }

    private String rule(Rule rule, Outcome outcome) {
        String comment = rule.comment().orElse("");
        if (comment.contains("has no endpoints")) {
            return "the Service would have to have an endpoint that is ready: kube-proxy refuses one without";
        }
        if (comment.contains("has no local endpoints")) {
            return "the Service, whose traffic policy is Local, would have to have an endpoint on this node;"
                    + " nodes that have one, and Pods, get through";
        }
        Optional<String> ranges = sourceRanges(comment);
        if (ranges.isPresent()) {
            return "the client would have to be in the load balancer's source ranges: " + ranges.get();
        }
        String marked = mark(rule, outcome)
                .map(step -> "; it was marked by " + marked(step, outcome))
                .orElse("");
        return rule.words().equals("all packets")
                ? rule.place() + " stops whatever comes to its chain" + sentBy(rule.chain(), outcome)
                : "for " + rule.place() + " it would have to be other than: " + rule.words() + marked;
    }

    /** {@code traffic not accepted by KUBE-FW-…} (kube-proxy 1.26 and later): the sources that the chain lets on. */
    private Optional<String> sourceRanges(String comment) {
        int at = comment.indexOf("not accepted by ");
        if (at < 0) {
            return Optional.empty();
        }
        ChainName firewall = new ChainName(TableName.NAT, comment.substring(at + "not accepted by ".length()));
        List<String> sources = ruleset.chain(firewall).map(Chain::rules).orElse(List.of()).stream()
                .flatMap(rule -> rule.matches().stream())
                .filter(match -> match instanceof SourceAddress source && !source.negated())
                .map(match -> ((SourceAddress) match).network().toString())
                .distinct()
                .toList();
        return sources.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", sources));
    }

    /** The step that set the mark by which a rule took the packet. */
    private static Optional<Step> mark(Rule rule, Outcome outcome) {
        Optional<Match> wanted = rule.matches().stream()
                .filter(match -> match instanceof MarkMatch mark && !mark.negated())
                .findFirst();
        return wanted.flatMap(match -> outcome.path().stream()
                .filter(step -> sets(step, (MarkMatch) match))
                .reduce((first, second) -> second));
    }

    private static boolean sets(Step step, MarkMatch wanted) {
        return step.kind() == Step.Kind.RULE
                && step.rule().map(Rule::target).orElse(new Jump("")) instanceof MarkTarget mark
                && (mark.value() & wanted.mask()) != 0;
    }

    private String marked(Step step, Outcome outcome) {
        return places.of(step) + sentBy(step.chain(), outcome);
    }

    /** The rule by which the packet came to a chain. */
    private String sentBy(ChainName chain, Outcome outcome) {
        return outcome.path().stream()
                .filter(step -> step.kind() == Step.Kind.RULE && step.chain().table() == chain.table())
                .flatMap(step -> step.rule().stream())
                .filter(rule ->
                        rule.target() instanceof Jump jump && jump.chain().equals(chain.name()))
                .findFirst()
                .map(rule -> ", where %s (%s) sends: %s".formatted(rule.place(), places.line(rule), rule.words()))
                .orElse("");
    }
}
