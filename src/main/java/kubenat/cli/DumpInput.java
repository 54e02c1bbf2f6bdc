package kubenat.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kubenat.model.TableName;
import kubenat.model.packet.Family;
import kubenat.parse.DumpReader;
import kubenat.render.Theme;
import kubenat.source.DumpException;
import kubenat.source.SourceFiles;
import kubenat.source.SourceReader;
import kubenat.source.SourceText;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The dumps that a command reads: files, standard input, or else this host's own rules. */
final class DumpInput {
    @Parameters(
            paramLabel = "DUMP",
            arity = "0..*",
            description = {
                "What iptables-save or iptables -S printed: files, or - for standard input. Several dumps of one node"
                        + " (tables, backends, IPv4 and IPv6) are read together. They may be packed (gzip, xz, zstd) and in a tar archive.",
                "Without one: standard input if it is piped, or else this host's own rules, addresses and routes (as root)."
            })
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--table",
            order = 3,
            paramLabel = "TABLE",
            converter = TableConverter.class,
            description = "The table of dumps that do not name theirs (default: guessed from the chains).")
    private Optional<TableName> table = Optional.empty();

    @Option(names = "--strict", order = 4, description = "Fail if a line of the dump is not understood, anywhere.")
    private boolean strict;

    @Option(
            names = "--diagnostics",
            order = 5,
            paramLabel = "FORMAT",
            description = "How lines that are not understood are told on the error stream: text (default) or json.")
    private DiagnosticReport.Format diagnostics = DiagnosticReport.Format.TEXT;

    /** Reads all that is given, in order, and says which lines are of no chain, or missing. */
    Dumps read(Streams streams, Family hostFamily) throws DumpException {
        Dumps dumps = readSilently(streams, hostFamily);
        if (!strict) {
            dumps.warn(streams.err(), diagnostics, Theme.PLAIN);
        }
        return dumps;
    }

    /** Reads all that is given, in order; for who says by other means what is not understood. */
    Dumps readSilently(Streams streams, Family hostFamily) throws DumpException {
        return silently(streams, sources(streams, hostFamily));
    }

    private Dumps silently(Streams streams, List<SourceText> sources) throws DumpException {
        DumpReader reader = table.isPresent() ? new DumpReader(table.get()) : new DumpReader();
        Dumps dumps = new Dumps(sources, reader.readAll(sources));
        if (strict) {
            dumps.requireUnderstood(streams.err(), diagnostics, Theme.PLAIN);
        }
        return dumps;
    }

    /** Reads each file as a dump of a node of its own; says nothing of lines that are not understood. */
    List<Dumps> readEachSilently(Streams streams, Family hostFamily) throws DumpException {
        List<Dumps> nodes = new ArrayList<>();
        for (SourceText source : sources(streams, hostFamily)) {
            nodes.add(silently(streams, List.of(source)));
        }
        return nodes;
    }

    /** The text of all that is given, in order. */
    List<SourceText> sources(Streams streams, Family hostFamily) throws DumpException {
        if (isHost(streams)) {
            return List.of(new Host(HostCommand::run).dump(hostFamily));
        }
        if (Collections.frequency(names, SourceReader.DASH) > 1) {
            throw new UsageException("- is given twice, and standard input can be read only once");
        }
        List<SourceText> sources = new ArrayList<>();
        SourceReader reader = new SourceReader(streams.in());
        for (String name : names.isEmpty() ? List.of(SourceReader.DASH) : names) {
            SourceFiles files = reader.open(name);
            sources.addAll(files.isArchive() ? new ArchivedDumps(name, files).dumps(streams.err()) : files.texts());
        }
        return sources;
    }

    /** The table of dumps that do not name theirs, if the user says it. */
    Optional<TableName> table() {
        return table;
    }

    /** How lines that are not understood are told. */
    DiagnosticReport.Format diagnostics() {
        return diagnostics;
    }

    /** Whether a line that is not understood is a failure. */
    boolean isStrict() {
        return strict;
    }

    /** Whether the rules are this host's own, so that its addresses and routes are the node's. */
    boolean isHost(Streams streams) {
        return names.isEmpty() && !streams.isPiped();
    }

    /** Whether a dump comes from standard input. */
    boolean readsStandardInput(Streams streams) {
        return names.contains(SourceReader.DASH) || names.isEmpty() && streams.isPiped();
    }

    /** Reads the name of a table. */
    static final class TableConverter implements picocli.CommandLine.ITypeConverter<TableName> {
        @Override
        public TableName convert(String text) {
            return TableName.read(text)
                    .orElseThrow(
                            () -> new TypeConversionException(text + ": not raw, mangle, nat, filter or security"));
        }
    }
}
