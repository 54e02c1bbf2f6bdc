package kubenat.parse;

import java.util.Map;

/** What commands of iptables-restore are called, in short and in long. */
final class LineCommands {
    private static final Map<String, DumpLine.Kind> KINDS = Map.ofEntries(
            Map.entry("-A", DumpLine.Kind.APPEND),
            Map.entry("--append", DumpLine.Kind.APPEND),
            Map.entry("-I", DumpLine.Kind.INSERT),
            Map.entry("--insert", DumpLine.Kind.INSERT),
            Map.entry("-N", DumpLine.Kind.NEW),
            Map.entry("--new-chain", DumpLine.Kind.NEW),
            Map.entry("-P", DumpLine.Kind.POLICY),
            Map.entry("--policy", DumpLine.Kind.POLICY),
            Map.entry("-F", DumpLine.Kind.FLUSH),
            Map.entry("--flush", DumpLine.Kind.FLUSH),
            Map.entry("-X", DumpLine.Kind.REMOVE),
            Map.entry("--delete-chain", DumpLine.Kind.REMOVE),
            Map.entry("-E", DumpLine.Kind.RENAME),
            Map.entry("--rename-chain", DumpLine.Kind.RENAME),
            Map.entry("-D", DumpLine.Kind.DELETE),
            Map.entry("--delete", DumpLine.Kind.DELETE),
            Map.entry("-R", DumpLine.Kind.REPLACE),
            Map.entry("--replace", DumpLine.Kind.REPLACE),
            Map.entry("-Z", DumpLine.Kind.ZERO),
            Map.entry("--zero", DumpLine.Kind.ZERO));

    private LineCommands() {}

    /** What the command does that begins a line; {@code OTHER} if it is none that changes tables. */
    static DumpLine.Kind kind(String command) {
        return KINDS.getOrDefault(command, DumpLine.Kind.OTHER);
    }
}
