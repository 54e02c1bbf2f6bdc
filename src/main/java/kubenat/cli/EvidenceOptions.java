package kubenat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.lint.NodeEvidence;
import kubenat.source.DumpException;
import kubenat.source.SourceReader;
import kubenat.source.SourceText;
import kubenat.surroundings.ConnectionTable;
import kubenat.surroundings.KernelSettings;
import kubenat.surroundings.ListeningSockets;
import kubenat.surroundings.NftTables;
import picocli.CommandLine.Option;

/** What a user has of a node beside its rules, addresses and routes, for checks that need more than these. */
final class EvidenceOptions {
    @Option(
            names = "--node",
            order = 11,
            paramLabel = "NAME",
            description =
                    "The node's name in --api (default: by its addresses, or by endpoints that the rules have as local).")
    private Optional<String> name = Optional.empty();

    @Option(names = "--conntrack", order = 12, paramLabel = "FILE", description = "The node's conntrack -L.")
    private Optional<String> conntrack = Optional.empty();

    @Option(names = "--sockets", order = 13, paramLabel = "FILE", description = "The node's ss -lntup.")
    private Optional<String> sockets = Optional.empty();

    @Option(names = "--nft", order = 14, paramLabel = "FILE", description = "The node's nft list ruleset.")
    private Optional<String> nft = Optional.empty();

    @Option(names = "--sysctl", order = 15, paramLabel = "FILE", description = "The node's sysctl -a.")
    private Optional<String> sysctl = Optional.empty();

    private final List<SourceText> sources = new ArrayList<>();

    /** All of it. */
    NodeEvidence read(Streams streams) throws DumpException {
        Optional<ConnectionTable> connections = Optional.empty();
        if (conntrack.isPresent()) {
            ConnectionTable table = ConnectionTable.read(source(conntrack.get(), streams));
            say(table.file(), table.notUnderstood(), "no entry of conntrack -L", streams);
            connections = Optional.of(table);
        }
        Optional<ListeningSockets> listening = Optional.empty();
        if (sockets.isPresent()) {
            ListeningSockets listing = ListeningSockets.read(source(sockets.get(), streams));
            say(listing.file(), listing.notUnderstood(), "no line of ss -lntu", streams);
            listening = Optional.of(listing);
        }
        Optional<NftTables> tables =
                nft.isPresent() ? Optional.of(NftTables.read(source(nft.get(), streams))) : Optional.empty();
        Optional<KernelSettings> settings = Optional.empty();
        if (sysctl.isPresent()) {
            KernelSettings listing = KernelSettings.read(source(sysctl.get(), streams));
            say(listing.file(), listing.notUnderstood(), "no line of sysctl -a", streams);
            settings = Optional.of(listing);
        }
        return new NodeEvidence(name, connections, listening, tables, settings);
    }

    private SourceText source(String file, Streams streams) throws DumpException {
        SourceText source = new SourceReader(streams.in()).read(file);
        sources.add(source);
        return source;
    }

    private static void say(String file, List<Integer> lines, String what, Streams streams) {
        if (!lines.isEmpty()) {
            String more = lines.size() == 1 ? "" : ", and %,d more".formatted(lines.size() - 1);
            streams.err().print("kube-nat: %s:%d:1: %s%s\n".formatted(file, lines.get(0), what, more));
        }
    }

    /** The first of the options that were used. */
    String given() {
        if (name.isPresent()) {
            return "--node";
        }
        return conntrack.isPresent()
                ? "--conntrack"
                : sockets.isPresent() ? "--sockets" : nft.isPresent() ? "--nft" : "--sysctl";
    }

    /** The texts that were read, for findings that point into them. */
    List<SourceText> sources() {
        return sources;
    }
}
