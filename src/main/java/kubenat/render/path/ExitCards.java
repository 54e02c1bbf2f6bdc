package kubenat.render.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.match.MarkMatch;
import kubenat.model.match.Match;
import kubenat.model.target.Accept;
import kubenat.model.target.Masquerade;
import kubenat.model.target.Return;
import kubenat.trace.Outcome;
import kubenat.trace.Step;

/** The stations of one way out. */
final class ExitCards {
    private static final int MOST_RETURNS = 2;

    private final Chains chains;
    private final Outcome outcome;
    private final List<ExitRow.Card> cards = new ArrayList<>();
    /** By which policy packets left nat, where no rule let them. */
    private String policy = "";

    ExitCards(Chains chains, Outcome outcome) {
        this.chains = chains;
        this.outcome = outcome;
    }

    List<ExitRow.Card> of(List<Step> wayOut) {
        List<Step> steps =
                wayOut.stream().filter(step -> step.kind() != Step.Kind.MISS).toList();
        int start = 0;
        for (int i = 1; i <= steps.size(); i++) {
            if (i == steps.size() || !isSameTable(steps.get(start), steps.get(i))) {
                table(steps.subList(start, i), i == steps.size());
                start = i;
            }
        }
        if (!outcome.verdict().isDelivered()) {
            lost(steps);
        } else if (!outcome.packet().connection().sourceRewritten()) {
            add(ExitRow.Kind.KEPT, "source kept", "", policy + "the receiver sees the sender's address", "");
        }
        return List.copyOf(cards);
    }

    private static boolean isSameTable(Step one, Step other) {
        return one.hook() == other.hook()
                && one.chain().table() == other.chain().table();
    }

    private void table(List<Step> steps, boolean last) {
        Step first = steps.get(0);
        if (last && !outcome.verdict().isDelivered()) {
            return;
        }
        if (first.chain().table() == TableName.FILTER) {
            accepted(steps.get(steps.size() - 1));
        } else if (first.chain().table() == TableName.NAT
                && (first.hook() == Hook.POSTROUTING || first.hook() == Hook.INPUT)) {
            nat(steps);
        }
    }

    private void accepted(Step step) {
        String words = step.rule()
                .map(rule -> OwnerWords.after(
                        chains.chip(rule) + ": " + rule.target().words(), rule))
                .orElse("policy " + step.policy());
        add(ExitRow.Kind.STEP, "filter " + step.chain().name(), "", words, hint(step));
    }

    private void nat(List<Step> steps) {
        Step last = steps.get(steps.size() - 1);
        boolean here = outcome.sourceNat().filter(last::equals).isPresent();
        if (here) {
            Spine.to(steps, steps.size() - 1).forEach(this::passing);
            rewritten(last);
        } else {
            returns(steps);
        }
    }

    /** A chain on the way to the rule that rewrites the source; it is a mark's business where earlier rules ask for one. */
    private void passing(Step step) {
        Optional<Rule> rule = step.rule();
        if (rule.isEmpty()) {
            return;
        }
        Optional<String> marked = marked(rule.get());
        String words = marked.orElseGet(() -> OwnerWords.after(plain(rule.get().words()), rule.get()));
        ExitRow.Kind kind = marked.isPresent() ? ExitRow.Kind.MARK : ExitRow.Kind.STEP;
        add(
                kind,
                step.chain().name(),
                chains.chip(rule.get()),
                words,
                rule.get().text());
    }

    private static String plain(String words) {
        return words.equals("all packets") ? "" : words;
    }

    /** What a mark has to do with it that packets come to this rule. */
    private Optional<String> marked(Rule rule) {
        if (markMatch(rule).isPresent()) {
            return Optional.of(rule.words());
        }
        return chains.rules(rule.chain()).stream()
                .limit(rule.number() - 1L)
                .filter(before -> before.target() instanceof Return)
                .flatMap(before ->
                        markMatch(before)
                                .map(match -> opposite(match.words()) + ", past rule " + before.number())
                                .stream())
                .findFirst();
    }

    private static String opposite(String words) {
        return words.startsWith("not ") ? words.substring(4) : "not " + words;
    }

    private static Optional<Match> markMatch(Rule rule) {
        return rule.matches().stream().filter(MarkMatch.class::isInstance).findFirst();
    }

    private void rewritten(Step step) {
        Rule rule = step.rule().orElseThrow();
        String words = rule.target() instanceof Masquerade
                ? "the source becomes this node's"
                : rule.target().words();
        add(ExitRow.Kind.MARK, rule.target().name(), "", OwnerWords.after(words, rule), rule.text());
    }

    /** The rules by which packets left without being rewritten. */
    private void returns(List<Step> steps) {
        List<Step> leaving = steps.stream()
                .filter(step -> step.rule()
                        .filter(rule -> rule.target() instanceof Return || rule.target() instanceof Accept)
                        .isPresent())
                .toList();
        for (Step step : leaving.subList(Math.max(0, leaving.size() - MOST_RETURNS), leaving.size())) {
            Rule rule = step.rule().orElseThrow();
            String words = OwnerWords.after(rule.words() + ": " + rule.target().words(), rule);
            add(ExitRow.Kind.STEP, step.chain().name(), chains.chip(rule), words, rule.text());
        }
        Step last = steps.get(steps.size() - 1);
        if (leaving.isEmpty() && last.rule().isEmpty()) {
            policy = last.chain().name() + " policy " + last.policy() + ", ";
        }
    }

    private void lost(List<Step> steps) {
        String name = outcome.verdict().toString();
        if (steps.isEmpty() || Spine.isLostByRouting(outcome)) {
            add(ExitRow.Kind.PROBLEM, name, "", outcome.why(), "");
            return;
        }
        Step last = steps.get(steps.size() - 1);
        String words = last.rule()
                .map(rule -> OwnerWords.after(rule.place(), rule) + ": " + rule.words() + ": "
                        + rule.target().words())
                .orElse(last.chain() + " policy " + last.policy());
        add(ExitRow.Kind.PROBLEM, name, "", words, hint(last));
    }

    private static String hint(Step step) {
        return step.rule().map(Rule::text).orElse("policy " + step.policy());
    }

    private void add(ExitRow.Kind kind, String name, String chip, String words, String hint) {
        cards.add(new ExitRow.Card(kind, name, chip, words, hint));
    }
}
