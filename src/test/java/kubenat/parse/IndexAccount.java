package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import kubenat.source.Bytes;
import kubenat.source.SourceText;

/** All that an index says, as text; and the index of a dump of which every line was looked at by itself. */
final class IndexAccount {
    private IndexAccount() {}

    static String of(DumpIndex index) {
        StringBuilder all = new StringBuilder();
        all.append(index.lines()).append(" lines\n");
        lines("comments", index.comments(), all);
        lines("unknown", index.unknown(), all);
        lines("commands", index.commands(), all);
        lines("bare", index.bare(), all);
        index.tables().forEach(table -> table(table, all));
        return all.toString();
    }

    private static void lines(String what, LineRefs lines, StringBuilder all) {
        all.append(what)
                .append(' ')
                .append(lines.count())
                .append(' ')
                .append(lines.first())
                .append('\n');
    }

    private static void table(TableIndex table, StringBuilder all) {
        all.append("table %s line %d committed %s of %s listing %s%n"
                .formatted(table.name(), table.line(), table.isCommitted(), table.family(), table.listing()));
        for (int chain = 0; chain < table.chains(); chain++) {
            String name = table.chainName(chain);
            List<LineRef> rules = new ArrayList<>();
            table.eachRule(chain, (offset, number) -> rules.add(new LineRef(offset, number)));
            all.append("  %d %s found %d".formatted(chain, name, table.chain(name)));
            if (table.isDeclared(chain)) {
                all.append(" declared %d line %d".formatted(table.declaredAt(chain), table.declaredLine(chain)));
            }
            all.append(" plainly %s rules %s%n".formatted(table.isPlainlyDeclared(chain), rules));
        }
    }

    /** What the index is if no line is taken for plain. */
    static DumpIndex lineByLine(SourceText source) {
        Bytes bytes = source.bytes();
        LineGroups lines = new LineGroups();
        lines.begin(0);
        long start = (bytes.word(0) & 0xFFFFFF) == 0xBFBBEF ? 3 : 0;
        while (start < bytes.length()) {
            lines.count();
            lines.addOther(start);
            start = bytes.indexOf('\n', start) + 1;
        }
        IndexPass pass = new IndexPass(source);
        pass.take(lines);
        return pass.index();
    }

    /** The index if the dump is divided into blocks of a size, and each of these into windows of some words. */
    static DumpIndex inBlocks(SourceText source, int size, int words) {
        IndexPass pass = new IndexPass(source);
        new Blocks(source.bytes(), size, words).each(pass::take);
        return pass.index();
    }
}
