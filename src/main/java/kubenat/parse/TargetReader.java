package kubenat.parse;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;
import kubenat.model.target.NoTarget;
import kubenat.model.target.Target;
import kubenat.model.target.UnmodelledTarget;
import kubenat.model.target.UnreadableTarget;

/** Makes the target of a rule from its clause. Serves one line. */
final class TargetReader {
    private final DumpLine line;
    private final Problems problems;

    TargetReader(DumpLine line, Problems problems) {
        this.line = line;
        this.problems = problems;
    }

    /** {@code isCut} says that the dump ends within the line. */
    Target read(Optional<TargetClause> clause, boolean isCut) {
        return clause.map(this::target).orElseGet(() -> missing(isCut));
    }

    private Target missing(boolean isCut) {
        boolean open = line.items().stream().anyMatch(item -> item.kind() == Item.Kind.UNCLOSED);
        return isCut || open ? new UnreadableTarget("", "", "the line is cut before its target") : new NoTarget();
    }

    private Target target(TargetClause target) {
        Clause<Target> clause = target.clause();
        if (!target.sound()) {
            return unreadable(target, "the target cannot be read: " + clause.text(line.text()));
        }
        if (target.isChain()) {
            return target.isGoto() ? new Goto(target.name()) : new Jump(target.name());
        }
        if (!clause.extension().known()) {
            return unknown(target);
        }
        boolean broken = !clause.strays().isEmpty() || !clause.given().stream().allMatch(Given::sound);
        return broken ? unreadable(target, "the target cannot be read: " + clause.text(line.text())) : known(target);
    }

    /** A word that is neither a target nor a chain of the table: a chain that the dump does not declare, most likely. */
    private Target unknown(TargetClause target) {
        String options = target.clause().options(line.text());
        if (options.isEmpty()) {
            return new Jump(target.name());
        }
        String message = "unknown target %s".formatted(Item.brief(target.name()));
        Item last = target.clause().opener().get(target.clause().opener().size() - 1);
        Optional<String> help =
                NearName.question(target.name(), OptionTable.standard().targetNames());
        problems.error(SyntaxProblem.BAD_TARGET, line.number(), last, message, help);
        return new UnmodelledTarget(target.name(), options);
    }

    private Target known(TargetClause target) {
        Clause<Target> clause = target.clause();
        boolean modelled = clause.given().stream().allMatch(clause::isReadable);
        if (clause.extension().syntax().isEmpty() || !modelled) {
            return new UnmodelledTarget(target.name(), clause.options(line.text()));
        }
        try {
            Target read = clause.extension().syntax().get().reader().apply(clause.arguments());
            return repeated(clause).map(given -> refuseRepeated(target, given)).orElse(read);
        } catch (BadArgument bad) {
            BadValue.report(bad, SyntaxProblem.BAD_TARGET, clause.given(), line, problems);
            return unreadable(target, "%s: expected %s".formatted(bad.option(), bad.getMessage()));
        }
    }

    /** An option that is given twice: a reader may look at the first one only. */
    private static Optional<Given> repeated(Clause<Target> clause) {
        Set<Option> seen = new HashSet<>();
        return clause.given().stream()
                .filter(given -> !seen.add(given.option()))
                .findFirst();
    }

    private Target refuseRepeated(TargetClause target, Given given) {
        String message = "%s is given twice".formatted(given.option().name());
        problems.error(SyntaxProblem.BAD_TARGET, line.number(), given.last(), message);
        return unreadable(target, message);
    }

    private Target unreadable(TargetClause target, String why) {
        return new UnreadableTarget(target.name(), target.clause().options(line.text()), why);
    }
}
