package kubenat.lint;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import kubenat.kube.ChainRole;
import kubenat.model.TableName;

/**
 * Which chains a check looks at: it is shown no others. Table, role and the number of rules are part of what the check means, and
 * it does not ask for them again; kinds only save it a look at chains in which it would find nothing.
 *
 * @param kinds types of matches and targets of which a rule must have one; any rule will do if there are none
 * @param rules how many rules a chain must have
 */
public record Interest(Set<TableName> tables, Set<ChainRole> roles, Set<Class<?>> kinds, int rules) {
    /** Every chain. */
    public static final Interest ALL =
            new Interest(EnumSet.allOf(TableName.class), EnumSet.allOf(ChainRole.class), Set.of(), 0);

    public Interest {
        tables = Set.copyOf(tables);
        roles = Set.copyOf(roles);
        kinds = Set.copyOf(kinds);
    }

    /** Chains of a table that kube-proxy or the kubelet uses for one of these. */
    public static Interest in(TableName table, ChainRole... roles) {
        return new Interest(Set.of(table), Set.of(roles), Set.of(), 0);
    }

    /** Chains of any table that kube-proxy or the kubelet uses for one of these. */
    public static Interest in(ChainRole... roles) {
        return new Interest(ALL.tables, Set.of(roles), Set.of(), 0);
    }

    /** Chains that are not of one Service port or endpoint. */
    public static Interest inNoHashed() {
        Set<ChainRole> roles = EnumSet.allOf(ChainRole.class);
        roles.removeIf(ChainRole::isHashed);
        return new Interest(ALL.tables, roles, Set.of(), 0);
    }

    /** Of these chains those of one table. */
    public Interest in(TableName table) {
        return new Interest(Set.of(table), roles, kinds, rules);
    }

    /** Of these chains those with a rule that has a match or a target of one of these types. */
    public Interest with(Class<?>... types) {
        return new Interest(tables, roles, new HashSet<>(Arrays.asList(types)), rules);
    }

    /** Of these chains those with so many rules and more. */
    public Interest withRules(int least) {
        return new Interest(tables, roles, kinds, least);
    }
}
