package kubenat.model;

import java.util.List;
import java.util.Optional;
import kubenat.source.Diagnostic;

/** A chain of a table; its rules are read when they are first asked for. */
public interface Chain {

    ChainName name();

    /** ACCEPT or DROP for a built-in chain; absent for a user-defined one. */
    Optional<String> policy();

    /** Whether the dump declares the chain ({@code :CHAIN}, {@code -N}, {@code -P}), rather than only adding rules to it. */
    boolean declared();

    /** The line that declares it, or its first rule's. */
    long line();

    /** How many rules it has, at the cost of the index alone. */
    int size();

    /** The rules in order. */
    List<Rule> rules();

    /** What could not be understood in its lines. */
    List<Diagnostic> diagnostics();
}
