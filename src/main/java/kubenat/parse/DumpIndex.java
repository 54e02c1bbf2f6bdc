package kubenat.parse;

import java.util.List;
import kubenat.source.SourceText;

/**
 * Where everything stands in a dump: its tables and their chains and rules, its comments, and the lines that are none of
 * these. Made in one pass over the bytes; no rule is parsed for it.
 *
 * @param comments lines that begin with {@code #}
 * @param unknown lines that are nothing a dump holds
 * @param bare where a listing of {@code iptables -L} begins that has no interfaces
 * @param commands commands such as {@code -D}, which change a table and are not carried out
 */
record DumpIndex(
        SourceText source,
        List<TableIndex> tables,
        LineRefs comments,
        LineRefs unknown,
        LineRefs commands,
        LineRefs bare,
        int lines) {

    DumpIndex {
        tables = List.copyOf(tables);
    }

    static DumpIndex of(SourceText source) {
        DumpIndex index = new IndexPass(source).run();
        source.progress().expect(index.lines());
        return index;
    }
}
