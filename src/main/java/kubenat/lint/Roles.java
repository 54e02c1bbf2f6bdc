package kubenat.lint;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.model.Chain;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.TableName;

/**
 * What kube-proxy or the kubelet uses each chain for, by the numbers of chains: there may be half a million, whose names are read
 * from the dump whenever somebody asks for them.
 */
final class Roles {
    private final Map<TableName, ChainRole[]> tables = new EnumMap<>(TableName.class);

    private Roles() {}

    static Roles of(Ruleset ruleset) {
        Roles roles = new Roles();
        ruleset.tables().forEach(table -> roles.tables.put(table.name(), read(table)));
        return roles;
    }

    private static ChainRole[] read(Table table) {
        ChainRole[] roles = new ChainRole[table.numbers()];
        for (int number = 0; number < roles.length; number++) {
            roles[number] = table.chain(number)
                    .map(chain -> ChainRole.of(chain.name().name()))
                    .orElse(ChainRole.NONE);
        }
        return roles;
    }

    /** The chains of a table whose role is wanted, in the dump's order. */
    Stream<Chain> chains(Table table, Predicate<ChainRole> wanted) {
        ChainRole[] roles = tables.getOrDefault(table.name(), new ChainRole[0]);
        return IntStream.range(0, roles.length)
                .filter(number -> wanted.test(roles[number]))
                .mapToObj(table::chain)
                .flatMap(Optional::stream);
    }
}
