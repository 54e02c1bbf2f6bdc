package kubenat.lint.checks;

import java.util.List;
import kubenat.lint.Check;
import kubenat.lint.Level;

/**
 * A check that is made by the way: while a dump is read, or findings are left out. It is here for its id, its level and its page, so that
 * it is listed, explained and set like the others.
 */
final class Reported extends Check {
    static final Check IGNORE_WITHOUT_REASON = new Reported("SUP001", "ignore-without-reason", Level.ERROR);
    static final Check IGNORE_OF_NOTHING = new Reported("SUP002", "ignore-of-nothing", Level.INFO);
    static final Check IGNORE_NOT_UNDERSTOOD = new Reported("SUP003", "ignore-not-understood", Level.WARNING);

    static final List<Check> BY_READING = List.of(
            new Reported("SYN001", "line-not-understood", Level.ERROR),
            new Reported("SYN002", "unknown-option", Level.ERROR),
            new Reported("SYN003", "missing-value", Level.ERROR),
            new Reported("SYN004", "bad-value", Level.ERROR),
            new Reported("SYN005", "stray-word", Level.ERROR),
            new Reported("SYN006", "unreadable-target", Level.ERROR),
            new Reported("SYN007", "command-not-carried-out", Level.WARNING),
            new Reported("SYN008", "incomplete-dump", Level.WARNING),
            new Reported("SYN009", "unnamed-table", Level.INFO),
            new Reported("SYN010", "table-not-used", Level.WARNING));

    private final String name;

    private Reported(String id, String name, Level level) {
        super(id, level);
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String page() {
        return id() + ".md";
    }
}
