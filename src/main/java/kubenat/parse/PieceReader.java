package kubenat.parse;

import java.util.List;
import java.util.Optional;
import kubenat.model.match.Match;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;
import kubenat.model.target.Target;
import kubenat.model.target.UnreadableTarget;
import kubenat.parse.Piece.Said;

/**
 * Says what a single clause means, and how it is printed, as the readers and the printer of whole rules do. What they object to
 * is for them to say, of the whole line.
 */
final class PieceReader {
    private static final Clause<List<Match>> NO_CORE = Clause.of(OptionTable.CORE, List.of());

    private final Optional<RulePrinter> printer;

    /** {@code printer} prints the clauses; absent if they are for reading alone. */
    PieceReader(Optional<RulePrinter> printer) {
        this.printer = printer;
    }

    /** A clause of what needs no module; nothing if it holds lists of addresses, which make several rules. */
    Optional<Said<List<Match>>> core(String text, Clause<List<Match>> clause) {
        return conditions(text, List.of(clause), printer.map(each -> each.core(clause.given())));
    }

    Optional<Said<List<Match>>> module(String text, Clause<List<Match>> clause) {
        return conditions(text, List.of(NO_CORE, clause), printer.map(each -> each.match(clause)));
    }

    private static Optional<Said<List<Match>>> conditions(
            String text, List<Clause<List<Match>>> clauses, Optional<String> printed) {
        Problems problems = new Problems("");
        List<List<Match>> rules = new MatchReader(line(text), problems).read(clauses);
        return problems.isEmpty() && rules.size() == 1
                ? Optional.of(new Said<>(List.copyOf(rules.get(0)), printed.orElse("")))
                : Optional.empty();
    }

    Optional<Said<Target>> target(String text, TargetClause target) {
        if (target.isChain() && target.clause().given().isEmpty()) {
            return Optional.of(jump(target));
        }
        Problems problems = new Problems("");
        Target read = new TargetReader(line(text), problems).read(Optional.of(target), false);
        return problems.isEmpty() && !(read instanceof UnreadableTarget)
                ? Optional.of(new Said<>(
                        read, printer.map(each -> each.target(target)).orElse("")))
                : Optional.empty();
    }

    /** The jump to a chain, of which nothing is to be said but its name. */
    private Said<Target> jump(TargetClause target) {
        Target jump = target.isGoto() ? new Goto(target.name()) : new Jump(target.name());
        return new Said<>(jump, printer.map(each -> each.target(target)).orElse(""));
    }

    private static DumpLine line(String text) {
        return new DumpLine(1, text, DumpLine.Kind.APPEND, "", Optional.empty(), List.of(), Optional.empty(), false);
    }
}
