package kubenat.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.source.Bytes;
import kubenat.source.SourceText;

/** Makes the index of a dump: puts its lines where they belong, as they begin. */
final class IndexPass {
    private static final int LONGEST_COMMAND = 16;
    /** Where the name stands in a rule that begins as nearly all do: {@code -A CHAIN}. */
    private static final int RULE_NAME = 3;

    private final SourceText source;
    private final Bytes bytes;
    private final ByteNames names;
    private final List<TableIndex> tables = new ArrayList<>();
    private final LineRefs comments = new LineRefs();
    private final LineRefs unknown = new LineRefs();
    private final LineRefs commands = new LineRefs();
    private final LineRefs bare = new LineRefs();
    private TableIndex table;
    /** Whether the next line that belongs to a table begins a new one. */
    private boolean outside = true;

    /** The tables of commands in a script, by family and name. */
    private final Map<String, TableIndex> scripted = new LinkedHashMap<>();

    private long lineStart;
    private int number;
    /** How many lines come before the block that is taken. */
    private int lines;

    /** Where the name of the chain stands whose rows of a listing come next; negative if none do. */
    private long listedChain = -1;

    private long ruleStart;
    private int ruleNumber;

    IndexPass(SourceText source) {
        this.source = source;
        this.bytes = source.bytes();
        this.names = new ByteNames(bytes);
        this.table = new TableIndex(bytes, "", 1);
    }

    DumpIndex run() {
        new Blocks(bytes).each(this::take);
        return index();
    }

    DumpIndex index() {
        tables.forEach(TableIndex::finish);
        return new DumpIndex(source, tables, comments, unknown, commands, bare, lines);
    }

    /** Puts the next lines of the dump where they belong. */
    void take(LineGroups groups) {
        for (int group = 0; group < groups.size(); group++) {
            lineStart = groups.start(group);
            number = lines + groups.line(group);
            if (groups.rules(group) > 0) {
                names.know(lineStart + RULE_NAME, groups, group);
                current().append(names, lineStart, number, groups.rules(group));
                ruleStart = groups.last(group);
                ruleNumber = number + groups.rules(group) - 1;
            } else if (groups.isDeclaration(group)) {
                names.know(lineStart + 1, groups, group);
                declare();
            } else {
                line(lineStart);
            }
        }
        lines += groups.lines();
    }

    /** Looks at a line, from where it begins or from after its indent or counters. */
    private void line(long start) {
        switch (bytes.at(start)) {
            case '-' -> command(start);
            case ':' -> declared(start);
            case '*' -> table(start);
            case '#' -> comment(start);
            case '[' -> counted(start);
            case 'C' -> commit(start);
            default -> other(start);
        }
    }

    private void append() {
        if (!names.isName()) {
            unknown.add(lineStart, number);
        } else {
            current().append(names, lineStart, number, 1);
            beginRule();
        }
    }

    private void beginRule() {
        ruleStart = lineStart;
        ruleNumber = number;
    }

    /** Whether the line is the rest of the rule above it. */
    private boolean isRestOfRule() {
        boolean mayBe = ruleNumber > 0 && number - ruleNumber < LogicalLine.MOST_LINES;
        return mayBe && LogicalLine.read(source, ruleStart, ruleNumber).lastNumber() >= number;
    }

    private void comment(long start) {
        comments.add(lineStart, number);
        outside |= table.name().isEmpty()
                && CommandLine.ofRemark(source.lineAt(start)).isPresent();
    }

    private void other(long start) {
        long text = names.skipBlanks(start);
        if (text > start) {
            line(text);
        } else if (bytes.at(start) != '\n' && start < bytes.length()) {
            stranger();
        }
    }

    /** A line that no dump has: the rest of a wrapped one, a command, or none of these. */
    private void stranger() {
        if (!isListed() && !isRestOfRule() && !shell()) {
            unknown.add(lineStart, number);
            // What follows a command at a prompt is that command's output.
            outside |= table.name().isEmpty()
                    && CommandLine.of(source.lineAt(lineStart)).isPresent();
        }
    }

    /** Whether the line is one of a listing, and if so, what it says. */
    private boolean isListed() {
        String line = source.lineAt(lineStart);
        if (Listing.declaration(line).isPresent()) {
            listedChain = names.skipBlanks(names.wordEnd(lineStart));
            names.read(listedChain);
            declare();
            return true;
        }
        Optional<Listing> header = listedChain < 0 ? Optional.empty() : Listing.header(line);
        header.ifPresent(this::list);
        return header.isPresent() || listedChain >= 0 && row(line);
    }

    private void list(Listing header) {
        if (table.listing().isEmpty() && !header.verbose()) {
            bare.add(lineStart, number);
        }
        table.list(header);
    }

    private boolean row(String line) {
        boolean is = table.listing().flatMap(rows -> rows.rule("X", line)).isPresent();
        if (is) {
            names.read(listedChain);
            append();
        }
        return is;
    }

    private void counted(long start) {
        long end = names.wordEnd(start);
        long next = names.skipBlanks(end);
        if (bytes.at(end - 1) == ']' && bytes.at(next) == '-' && next > end) {
            command(next);
        } else {
            stranger();
        }
    }

    private void commit(long start) {
        if (!word(start).equals("COMMIT")) {
            stranger();
        } else if (outside) {
            unknown.add(lineStart, number);
        } else {
            table.commit();
            outside = true;
            expectEnd(names.wordEnd(start));
        }
    }

    /** What stands behind a line that should end here is not passed over in silence. */
    private void expectEnd(long from) {
        long rest = names.skipBlanks(from);
        if (rest < bytes.length() && bytes.at(rest) != '\n') {
            unknown.add(lineStart, number);
        }
    }

    private void table(long start) {
        names.read(start + 1);
        begin(names.isName() ? bytes.text(names.start(), names.end()) : "*");
        expectEnd(names.end());
    }

    private void declared(long start) {
        names.read(start + 1);
        declare();
    }

    /** Tables printed one after the other by {@code iptables -S} have no mark between them but a chain declared anew. */
    private void declare() {
        if (!names.isName()) {
            unknown.add(lineStart, number);
            return;
        }
        if (!outside && table.name().isEmpty() && table.declares(names)) {
            begin("");
        }
        current().declare(names, lineStart, number);
    }

    private void command(long start) {
        DumpLine.Kind kind = LineCommands.kind(word(start));
        names.read(names.wordEnd(start));
        switch (kind) {
            case APPEND -> append();
            case NEW, POLICY -> declare();
            case INSERT -> insert();
            case FLUSH, REMOVE -> clear(kind);
            case ZERO -> comments.add(lineStart, number);
            case DELETE, REPLACE, RENAME -> commands.add(lineStart, number);
            default -> {
                if (!isRestOfRule()) {
                    unknown.add(lineStart, number);
                }
            }
        }
    }

    /** Carries out a command of a script, on the table that it names; false if the line is none. */
    private boolean shell() {
        LogicalLine line = LogicalLine.read(source, lineStart, number);
        Optional<ShellCommand> shell = ShellCommand.of(line.text());
        if (shell.isEmpty()) {
            return false;
        }
        ShellCommand command = shell.get();
        TableIndex before = table;
        boolean wasOutside = outside;
        outside = false;
        table = scripted.computeIfAbsent(command.family() + " " + command.table(), key -> {
            TableIndex added = TableIndex.ofScript(bytes, command.table(), command.family(), number);
            tables.add(added);
            return added;
        });
        String prefix = line.text().substring(0, command.start());
        command(lineStart + prefix.getBytes(StandardCharsets.UTF_8).length);
        table = before;
        outside = wasOutside;
        return true;
    }

    private void insert() {
        if (!names.isName()) {
            unknown.add(lineStart, number);
            return;
        }
        String position = word(names.skipBlanks(names.end()));
        boolean given = position.matches("[1-9][0-9]{0,8}");
        current().insert(names, given ? Integer.parseInt(position) : 1, lineStart, number);
        beginRule();
    }

    private void clear(DumpLine.Kind kind) {
        boolean all = !names.isName();
        if (kind == DumpLine.Kind.FLUSH && all) {
            current().flushAll();
        } else if (all) {
            commands.add(lineStart, number);
        } else if (kind == DumpLine.Kind.FLUSH) {
            current().flush(names);
        } else {
            current().remove(names);
        }
    }

    /** The table that this line belongs to; begins one without a name where none is open. */
    private TableIndex current() {
        if (outside) {
            begin("");
        }
        return table;
    }

    private void begin(String name) {
        table = new TableIndex(bytes, name, number);
        tables.add(table);
        outside = false;
    }

    private String word(long start) {
        return bytes.text(start, Math.min(names.wordEnd(start), start + LONGEST_COMMAND));
    }
}
