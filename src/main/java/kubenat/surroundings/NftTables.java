package kubenat.surroundings;

import java.util.ArrayList;
import java.util.List;
import kubenat.source.DumpException;
import kubenat.source.SourceText;

/**
 * The tables that {@code nft list ruleset} prints, as far as their names and chains tell who wrote them (nftables 1.0.6).
 *
 * @param file as the user called it
 */
public record NftTables(String file, List<NftTable> tables) {
    public NftTables {
        tables = List.copyOf(tables);
    }

    /** Reads a listing; fails if there is no table in it. */
    public static NftTables read(SourceText source) throws DumpException {
        List<NftTable> tables = new ArrayList<>();
        int number = 0;
        for (long start = 0; start < source.bytes().length(); start = source.nextLine(start)) {
            number++;
            Words words = Words.of(source.lineAt(start));
            if (words.at(0).equals("table") && words.all().size() >= 3) {
                tables.add(new NftTable(number, words.at(1), words.at(2), 0, 0));
            } else if (words.at(0).equals("chain") && !tables.isEmpty()) {
                NftTable table = tables.remove(tables.size() - 1);
                // Such as service-ULMVA6XW-ns1/svc1/tcp/p80 (kube-proxy 1.33, pkg/proxy/nftables).
                int services = words.at(1).startsWith("service-") ? 1 : 0;
                tables.add(new NftTable(
                        table.line(),
                        table.family(),
                        table.name(),
                        table.chains() + 1,
                        table.serviceChains() + services));
            }
        }
        if (tables.isEmpty()) {
            boolean json = source.line(1).startsWith("{");
            throw new DumpException(
                    source.name() + ":1:1: no table of nftables in it",
                    "nft list ruleset prints what is read here" + (json ? ", without -j" : ""));
        }
        return new NftTables(source.name(), tables);
    }
}
