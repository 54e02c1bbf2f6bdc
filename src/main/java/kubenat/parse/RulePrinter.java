package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kubenat.model.Counters;
import kubenat.model.match.Match;
import kubenat.model.packet.Family;
import kubenat.model.syntax.Argument;
import kubenat.parse.Piece.Said;
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

    /** The line that declares a chain. */
    String declaration(Declaration declared) {
        return declared.text(form, counted);
    }

    Family family() {
        return family;
    }

    /** The lines for what one line of a dump says: several where it lists addresses. */
    List<String> lines(String chain, DumpLine line, Clauses clauses) {
        Problems known = new Problems("");
        String matches = clauses.matches().stream().skip(1).map(this::match).collect(Collectors.joining());
        String target = clauses.target().map(this::target).orElse("");
        return AddressLists.expand(clauses.matches().get(0).given(), line, known).stream()
                .map(core -> line(chain, clauses.countersOf(line), core(core) + matches, target))
                .toList();
    }

    /** The line of a rule that was read by a plan. */
    String line(String chain, PlannedRule rule) {
        StringBuilder matches = new StringBuilder();
        rule.print(matches);
        return line(
                chain,
                rule.counters(),
                matches,
                rule.target().map(Said::printed).orElse(""));
    }

    private String line(String chain, Optional<Counters> counters, CharSequence matches, String target) {
        StringBuilder text = new StringBuilder(128);
        boolean shown = counted && counters.isPresent();
        if (shown && form == DumpForm.SAVE) {
            text.append(CounterText.brackets(counters.get())).append(' ');
        }
        text.append("-A ").append(chain).append(matches);
        if (shown && form == DumpForm.S) {
            text.append(' ').append(CounterText.option(counters.get()));
        }
        return text.append(target).toString();
    }

    /** What needs no module, with a blank in front; empty if it says nothing. */
    String core(List<Given> options) {
        return options("core", Forms.match("core", arguments(options), family));
    }

    /** A module and its options, with a blank in front. */
    String match(Clause<List<Match>> clause) {
        String module = clause.extension().name();
        return " -m " + module + options(module, Forms.match(module, withStrays(clause), family));
    }

    /** A target and its options, with a blank in front. */
    String target(TargetClause target) {
        String name = target.name();
        return (target.isGoto() ? " -g " : " -j ")
                + name
                + options(name, Forms.target(name, arguments(target.clause().given()), family));
    }

    private static List<Argument> arguments(List<Given> given) {
        List<Argument> arguments = new ArrayList<>(given.size());
        for (Given each : given) {
            arguments.add(each.argument());
        }
        return arguments;
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

    private static String options(String module, List<Argument> arguments) {
        StringBuilder text = new StringBuilder();
        for (Argument argument : arguments) {
            text.append(argument.negated() ? " ! " : " ").append(argument.option());
            for (String word : argument.words()) {
                text.append(' ').append(Quoting.word(module, argument, word));
            }
        }
        return text.toString();
    }
}
