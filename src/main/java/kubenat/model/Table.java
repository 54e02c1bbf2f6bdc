package kubenat.model;

import java.util.Optional;
import java.util.stream.Stream;

/** One table of a dump. */
public interface Table {

    TableName name();

    /** The name of the dump that holds it, such as {@code node1.rules}. */
    String dump();

    /** {@code legacy} or {@code nft}, where the dump says of which backend it is. */
    default Optional<String> backend() {
        return Optional.empty();
    }

    Optional<Chain> chain(String name);

    /** The number of a chain, which is cheaper to keep than its name; negative if there is none of that name. */
    int number(String chain);

    /** All numbers of chains are below this one. */
    int numbers();

    /** The chain of a number, unless the dump has taken it back. */
    Optional<Chain> chain(int number);

    /** The chains in the dump's order. */
    Stream<Chain> chains();

    /** How many chains it has. */
    int size();

    /** Whether it lacks every chain that a hook enters, as what grep found does: iptables prints the built-in ones always. */
    default boolean isPiece() {
        return Stream.of(Hook.values()).allMatch(hook -> chain(hook.name()).isEmpty()) && size() > 0;
    }
}
