package kubenat.parse;

import java.util.List;
import java.util.Optional;
import kubenat.source.Diagnostic;

/**
 * One line of a dump as the grammar sees it.
 *
 * @param number its number in the dump, from 1
 * @param text the line as it stands there
 * @param name the table or chain that it is about; empty if it names none
 * @param counters the packets and bytes in front of a rule or behind a declared chain, as {@code [packets:bytes]}
 * @param items the words after the name (and, in front of them, after a declared chain, its policy)
 * @param problem what is wrong with it; what could be read is here all the same
 * @param isShell whether a shell would read it before iptables does
 */
record DumpLine(
        int number,
        String text,
        Kind kind,
        String name,
        Optional<String> counters,
        List<Item> items,
        Optional<Diagnostic> problem,
        boolean isShell) {

    /** What a line says. */
    enum Kind {
        COMMENT,
        TABLE,
        CHAIN,
        COMMIT,
        APPEND,
        INSERT,
        NEW,
        POLICY,
        FLUSH,
        REMOVE,
        RENAME,
        DELETE,
        REPLACE,
        ZERO,
        /** Nothing that a dump holds: a prompt, prose, or damage. */
        OTHER
    }

    DumpLine {
        items = List.copyOf(items);
    }

    /** The same as a line of a script, where {@code $} stands for something. */
    DumpLine ofShell() {
        return new DumpLine(number, text, kind, name, counters, items, problem, true);
    }
}
