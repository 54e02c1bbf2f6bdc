package kubenat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    private final List<SourceText> sources = new ArrayList<>();

    /** All of it, with what is known of the kernel's switches. */
    NodeEvidence read(Streams streams, Optional<KernelSettings> settings) throws DumpException {
        Optional<ConnectionTable> connections = Optional.empty();
        if (conntrack.isPresent()) {
            ConnectionTable table = ConnectionTable.read(source(conntrack.get(), streams));
            NotUnderstood.say(table.file(), table.notUnderstood(), "no entry of conntrack -L", streams);
            connections = Optional.of(table);
        }
        Optional<ListeningSockets> listening = Optional.empty();
        if (sockets.isPresent()) {
            ListeningSockets listing = ListeningSockets.read(source(sockets.get(), streams));
            NotUnderstood.say(listing.file(), listing.notUnderstood(), "no line of ss -lntu", streams);
            listening = Optional.of(listing);
        }
        Optional<NftTables> tables =
                nft.isPresent() ? Optional.of(NftTables.read(source(nft.get(), streams))) : Optional.empty();
        return new NodeEvidence(name, connections, listening, tables, settings);
    }

    private SourceText source(String file, Streams streams) throws DumpException {
        SourceText source = new SourceReader(streams.in()).read(file);
        sources.add(source);
        return source;
    }

    /** The first option that was used, each of which is about one node. */
    Optional<String> ofOneNode() {
        return Stream.of(
                        name.map(given -> "--node"),
                        conntrack.map(given -> "--conntrack"),
                        sockets.map(given -> "--sockets"),
                        nft.map(given -> "--nft"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The texts that were read, for findings that point into them. */
    List<SourceText> sources() {
        return sources;
    }
}
