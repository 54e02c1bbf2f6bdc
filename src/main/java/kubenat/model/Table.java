package kubenat.model;

import java.util.Optional;
import java.util.stream.Stream;

/** One table of a dump. */
public interface Table {

    TableName name();

    /** The name of the dump that holds it, such as {@code node1.rules}. */
    String dump();

    Optional<Chain> chain(String name);

    /** The chains in the dump's order. */
    Stream<Chain> chains();

    /** How many chains it has. */
    int size();
}
