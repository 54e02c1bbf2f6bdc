package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.Counters;
import kubenat.model.match.Match;
import kubenat.model.packet.Family;
import kubenat.model.syntax.Argument;
import kubenat.parse.form.Forms;
import kubenat.parse.form.Quoting;

/** Writes rules as iptables 1.8.9 prints them, from what was read of their lines. */
final class RulePrinter {
    private final Family family;
    private final DumpForm form;
    private final boolean counted;

    /** {@code counted} says whether rules are printed with their counters. */
    RulePrinter(Family family, DumpForm form, boolean counted) {
        this.family = family;
        this.form = form;
        this.counted = counted;
    }

    Family family() {
        return family;
    }

    /** The lines for what one line of a dump says: several where it lists addresses. */
    List<String> lines(String chain, DumpLine line, Clauses clauses) {
        Problems known = new Problems("");
        Optional<Counters> counters = clauses.countersOf(line).filter(any -> counted);
        List<String> lines = new ArrayList<>();
        for (List<Given> core : AddressLists.expand(clauses.matches().get(0).given(), line, known)) {
            StringBuilder text = new StringBuilder();
            counters.filter(any -> form == DumpForm.SAVE)
                    .ifPresent(value -> text.append(CounterText.brackets(value)).append(' '));
            text.append("-A ").append(chain);
            options("core", Forms.match("core", arguments(core), family), text);
            clauses.matches().stream().skip(1).forEach(match -> match(match, text));
            counters.filter(any -> form == DumpForm.S)
                    .ifPresent(value -> text.append(' ').append(CounterText.option(value)));
            clauses.target().ifPresent(target -> target(target, text));
            lines.add(text.toString());
        }
        return lines;
    }

    private void match(Clause<List<Match>> clause, StringBuilder text) {
        String module = clause.extension().name();
        text.append(" -m ").append(module);
        options(module, Forms.match(module, withStrays(clause), family), text);
    }

    private void target(TargetClause target, StringBuilder text) {
        text.append(target.isGoto() ? " -g " : " -j ").append(target.name());
        options(
                target.name(),
                Forms.target(target.name(), arguments(target.clause().given()), family),
                text);
    }

    private static List<Argument> arguments(List<Given> given) {
        return given.stream().map(Given::argument).toList();
    }

    /** A comment without quotes is one text. */
    private static List<Argument> withStrays(Clause<?> clause) {
        List<Argument> arguments = new ArrayList<>(arguments(clause.given()));
        if (!clause.strays().isEmpty() && !arguments.isEmpty()) {
            Argument last = arguments.remove(arguments.size() - 1);
            List<String> words = new ArrayList<>(last.words());
            clause.strays().forEach(stray -> words.add(stray.text()));
            arguments.add(new Argument(last.option(), last.negated(), List.of(String.join(" ", words))));
        }
        return arguments;
    }

    private static void options(String module, List<Argument> arguments, StringBuilder text) {
        for (Argument argument : arguments) {
            text.append(argument.negated() ? " ! " : " ").append(argument.option());
            argument.words().forEach(word -> text.append(' ').append(Quoting.word(module, argument, word)));
        }
    }
}
