package kubenat.parse;

import kubenat.source.DumpException;
import kubenat.source.SourceText;

/** Says that a text holds nothing of iptables, and what it may be instead. */
final class NoDump {
    private NoDump() {}

    static DumpException exception(DumpIndex index) {
        SourceText source = index.source();
        return new DumpException(
                source.name() + ": is not a dump: there is no table, chain or rule in it", help(index));
    }

    private static String help(DumpIndex index) {
        String first = index.unknown().first().stream()
                .map(line -> index.source().lineAt(line.offset()).strip())
                .findFirst()
                .orElse("");
        if (first.startsWith("Chain ")) {
            return "it looks like a listing of iptables -L; print it with iptables-save or iptables -S";
        }
        if (first.startsWith("table ")) {
            return "it looks like nft list ruleset; print it with iptables-save";
        }
        return "a dump is what iptables-save or iptables -S prints";
    }
}
