package kubenat.render.text;

import java.util.List;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.match.Comment;
import kubenat.model.match.ProtocolMatch;
import kubenat.model.target.DestinationNat;
import kubenat.model.target.Drop;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;
import kubenat.model.target.MarkTarget;
import kubenat.model.target.Masquerade;
import kubenat.model.target.Redirect;
import kubenat.model.target.Reject;
import kubenat.model.target.SourceNat;
import kubenat.model.target.Target;
import kubenat.model.target.UnmodelledTarget;
import kubenat.model.target.UnreadableTarget;
import kubenat.render.Cell;
import kubenat.render.Chances;
import kubenat.render.Names;
import kubenat.render.Theme.Role;
import kubenat.trace.Step;

/** The words for one rule of a tree, cell by cell. */
final class RuleWords {
    private static final String ALL = "all packets";

    private final Ruleset ruleset;
    private final Names names;
    private final Places places;
    private final boolean isCounted;

    /** {@code isCounted} asks for how often rules were met. */
    RuleWords(Ruleset ruleset, Names names, boolean isCounted) {
        this.ruleset = ruleset;
        this.names = names;
        this.places = new Places(ruleset);
        this.isCounted = isCounted;
    }

    Places places() {
        return places;
    }

    /** Whether a rule takes whatever comes to its chain, as far as that is one protocol's. */
    static boolean asksNothing(Rule rule) {
        return rule.matches().stream()
                .allMatch(match -> match instanceof Comment || match instanceof ProtocolMatch only && !only.negated());
    }

    Cell number(Step step) {
        return new Cell(
                Role.QUIET,
                step.rule().map(rule -> Integer.toString(rule.number())).orElse(""));
    }

    /** How often a rule was met. */
    Cell times(Step step) {
        return isCounted ? new Cell(Role.QUIET, step.rule().map(Chances::times).orElse("")) : Cell.EMPTY;
    }

    /** The conditions; {@code the rest} for a rule that takes what others, by chance, have left. */
    String conditions(PathNode node, Optional<Double> above) {
        if (node.step().rule().isEmpty()) {
            return node.step().kind() == Step.Kind.POLICY ? "end of the chain" : "end of the chain, back";
        }
        Rule rule = node.step().rule().get();
        boolean isRest =
                node.share().isPresent() && above.isPresent() && node.share().get() < above.get() - 1e-9;
        String words = rule.words();
        return isRest && words.equals(ALL) ? "the rest" : words;
    }

    Cell target(PathNode node, Optional<PathNode> inlined) {
        if (node.step().rule().isEmpty()) {
            String policy = node.step().policy();
            return policy.isEmpty()
                    ? Cell.EMPTY
                    : new Cell(policy.equals("DROP") ? Role.PROBLEM : Role.NORMAL, "policy " + policy);
        }
        Target target = node.step().rule().get().target();
        if (!isJump(target)) {
            return new Cell(role(target), target.words());
        }
        String jump = (target instanceof Goto ? "goto " : "→ ") + target.name();
        if (inlined.isPresent()) {
            Target then = inlined.get().step().rule().orElseThrow().target();
            return new Cell(role(then), jump + ": " + then.words());
        }
        boolean isLost = node.isEnd() && node.children().isEmpty();
        ChainName chain = new ChainName(node.step().chain().table(), target.name());
        return isLost
                ? new Cell(Role.PROBLEM, jump + (ruleset.chain(chain).isEmpty() ? ": not in the dump" : ": a loop"))
                : Cell.of(jump);
    }

    private static boolean isJump(Target target) {
        return target instanceof Jump || target instanceof Goto;
    }

    private static Role role(Target target) {
        if (target instanceof DestinationNat || target instanceof Redirect) {
            return Role.ENDPOINT;
        }
        if (target instanceof MarkTarget || target instanceof Masquerade || target instanceof SourceNat) {
            return Role.MARK;
        }
        boolean isProblem = target instanceof Drop
                || target instanceof Reject
                || target instanceof UnreadableTarget
                || target instanceof UnmodelledTarget;
        return isProblem ? Role.PROBLEM : Role.NORMAL;
    }

    /** What a chain is for, by its name; else what the comment of a rule that refuses says. */
    Cell note(PathNode node, Optional<PathNode> inlined) {
        Optional<Rule> rule = node.step().rule();
        if (rule.isEmpty() || inlined.isPresent()) {
            return Cell.EMPTY;
        }
        Target target = rule.get().target();
        if (isJump(target)) {
            ChainName to = new ChainName(node.step().chain().table(), target.name());
            return names.chain(to)
                    .map(name -> new Cell(Role.SERVICE, name))
                    .or(() -> names.owner(to).map(owner -> new Cell(Role.QUIET, "(" + owner + ")")))
                    .orElse(Cell.EMPTY);
        }
        Optional<String> recovered =
                target instanceof UnreadableTarget ? names.recovered(rule.get().chain()) : Optional.empty();
        if (recovered.isPresent()) {
            return new Cell(Role.ENDPOINT, recovered.get() + " (recovered)");
        }
        return role(target) == Role.PROBLEM
                ? rule.get()
                        .comment()
                        .map(text -> new Cell(Role.QUIET, "\"" + text + "\""))
                        .orElse(Cell.EMPTY)
                : Cell.EMPTY;
    }

    Cell lines(List<Rule> rules) {
        return rules.isEmpty() ? Cell.EMPTY : new Cell(Role.QUIET, places.lines(rules), places.spot(rules.get(0)));
    }
}
