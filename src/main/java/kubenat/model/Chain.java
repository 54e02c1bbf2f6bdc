package kubenat.model;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.NumberSet;
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

    /** The rules in order for one who reads each chain just once: of a large dump they are not kept. */
    default List<Rule> rulesOnce() {
        return rules();
    }

    /** The first rules; not more are read for them. */
    default List<Rule> head(int most) {
        return rules().stream().limit(most).toList();
    }

    /**
     * The rules that packets to these destinations may meet, and perhaps others. Those left out surely do not match, as their
     * text alone tells; so a dispatcher of 10,000 Services need not be read for one packet.
     */
    default List<Rule> rulesFor(AddressSet destinations, NumberSet ports) {
        return rules();
    }

    /** The rules whose lines hold a text, such as the name of a Service, and perhaps others; lines without it are not read. */
    default List<Rule> rulesWith(String text) {
        return rules();
    }

    /** What could not be understood in its lines. */
    List<Diagnostic> diagnostics();

    /** What could not be understood in those of its lines that have been read. */
    default List<Diagnostic> diagnosticsSoFar() {
        return diagnostics();
    }
}
