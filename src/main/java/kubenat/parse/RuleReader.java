package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kubenat.model.ChainName;
import kubenat.model.Counters;
import kubenat.model.Rule;
import kubenat.model.match.Match;
import kubenat.model.packet.Family;
import kubenat.model.target.Target;

/**
 * Makes rules of a line. What cannot be understood is reported and kept: a condition as unmodelled, so that it may hold or
 * not; a target as unreadable, so that the outcome is not known.
 */
final class RuleReader {
    private final OptionTable table = OptionTable.standard();
    private final ChainName chain;
    private final Family family;
    private final Predicate<String> isChain;
    private final Problems problems;

    /**
     * Reads rules of a chain.
     *
     * @param family that of the table; a rule for the other one ({@code -4}, {@code -6}) is none
     * @param isChain says whether the table has a chain of a name
     */
    RuleReader(ChainName chain, Family family, Predicate<String> isChain, Problems problems) {
        this.chain = chain;
        this.family = family;
        this.isChain = isChain;
        this.problems = problems;
    }

    /** The words of a line, put in order. */
    Clauses clauses(DumpLine line) {
        line.problem().ifPresent(problems::add);
        return new ClauseReader(table, isChain, line, problems).read();
    }

    /**
     * The rules that a line with these clauses makes: one, or one for each pair of addresses where {@code -s} or {@code -d}
     * lists several.
     *
     * @param number the first one's number within the chain
     * @param isCut whether the dump ends within the line, so that a missing target is no target
     */
    List<Rule> read(DumpLine line, Clauses clauses, int number, boolean isCut) {
        if (clauses.isOnlyFor(family == Family.IPV4 ? Family.IPV6 : Family.IPV4)) {
            return List.of();
        }
        MatchReader matches = new MatchReader(line, problems);
        Target target = new TargetReader(line, problems).read(clauses.target(), isCut);
        Optional<Counters> counters = clauses.countersOf(line);
        List<Rule> rules = new ArrayList<>();
        for (List<Match> conditions : matches.read(clauses.matches())) {
            rules.add(new Rule(chain, number + rules.size(), line.number(), line.text(), counters, conditions, target));
        }
        return rules;
    }
}
