package kubenat.lint;

import java.util.Locale;

/** How bad what a check finds is, worst first. */
public enum Level {
    /** Traffic goes wrong, or will. */
    ERROR,
    /** Something that is probably not meant. */
    WARNING,
    /** Worth knowing. */
    INFO,
    /** Only looked for on request. */
    OFF;

    /** Whether this is as bad as {@code other} or worse. */
    public boolean isAtLeast(Level other) {
        return compareTo(other) <= 0;
    }

    /** One level less bad, of what is possible but not proved; INFO stays. */
    public Level lower() {
        return this == ERROR ? WARNING : this == WARNING ? INFO : this;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
