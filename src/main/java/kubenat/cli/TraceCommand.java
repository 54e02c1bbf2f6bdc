package kubenat.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import kubenat.model.packet.Family;
import kubenat.render.Answer;
import kubenat.source.DumpException;
import kubenat.source.SourceReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kube-nat trace}: where a packet goes. */
@Command(
        name = "trace",
        sortOptions = false,
        customSynopsis = {
            "kube-nat trace --dst DEST [OPTIONS] [DUMP...]",
            "       kube-nat trace --packets FILE [OPTIONS] [DUMP...]"
        },
        description = "Follows a packet through the rules: where it goes, with what shares, and which rule decided.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:some packets are delivered",
            "1:nothing is delivered",
            "2:wrong usage",
            "3:something cannot be read, or --strict and a line is not understood",
            "4:a fault of kube-nat"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kube-nat trace --dst 30.0.1.180:31248 node.rules",
            "  iptables-save | kube-nat trace --dst default/web:http",
            "  kube-nat trace --dst 10.96.0.10:53 --proto udp --from pod -o json node.rules",
            "  kube-nat trace --dst :31248 --src 198.51.100.7 --addr addr.txt node.rules"
        })
final class TraceCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final DumpInput input = new DumpInput();

    @Mixin
    private final ApiInput api = new ApiInput();

    @ArgGroup(
            validate = false,
            order = 1,
            heading = "%nThe packet; what is not given stays open, and splits the answer:%n")
    private final PacketOptions packet = new PacketOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nThe node and the cluster:%n")
    private final NodeOptions node = new NodeOptions();

    @ArgGroup(validate = false, order = 3, heading = "%nHow a picture looks:%n")
    private final PictureOptions look = new PictureOptions();

    @ArgGroup(validate = false, order = 4, heading = "%nWhere the answer goes:%n")
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = {"-o", "--output"},
            order = 1,
            paramLabel = "FORMAT",
            converter = TraceFormat.Converter.class,
            description = "text (default), wide (nothing left out), json, svg, png, html, dot, mermaid or d2.")
    private TraceFormat format = TraceFormat.TEXT;

    @Option(
            names = "--explain",
            order = 2,
            description = "Say of the rules that did not match what would make them match.")
    private boolean explain;

    @Option(
            names = "--packets",
            paramLabel = "FILE",
            order = 3,
            description =
                    "Many packets: one JSON object on each line of FILE (- for standard input), one JSON answer for"
                            + " each. Fields: id, destination, destinationPort, protocol, source, sourcePort, from, inInterface,"
                            + " mark, ctstate, and the other options' names.")
    private Optional<String> packets = Optional.empty();

    TraceCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws DumpException, IOException {
        if (packets.isPresent() == packet.hasDestination()) {
            throw new UsageException("exactly one of --dst and --packets is needed");
        }
        try {
            return packet.hasDestination() ? one() : many(packets.orElseThrow());
        } catch (BadField wrong) {
            String option = wrong.field().option();
            throw new UsageException("%s %s".formatted(option, wrong.getMessage()));
        }
    }

    private int one() throws DumpException, BadField {
        format.check(look, output.isTerminal(streams));
        PacketWords words = packet.words();
        Family family = words.destination() instanceof Destination.Socket to
                ? to.address().family()
                : Family.IPV4;
        Tracing tracing = tracing(family);
        Answer found = tracing.answer(words);
        format.write(found, look, output, streams);
        tracing.naming(found).notes().forEach(note -> streams.err().print("kube-nat: " + note + "\n"));
        return found.trace().delivers() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private int many(String name) throws DumpException, IOException {
        if (name.equals(SourceReader.DASH) && input.readsStandardInput(streams)) {
            throw new UsageException("--packets - and the DUMP cannot both come from standard input");
        }
        try (BufferedReader lines = lines(name)) {
            PacketLines all = new PacketLines(lines, packet.words(), tracing(Family.IPV4));
            output.write(streams, all::answer);
            return all.hasErrors() ? ExitCode.INPUT : ExitCode.OK;
        }
    }

    private BufferedReader lines(String name) throws DumpException, IOException {
        if (Files.isDirectory(Path.of(name))) {
            throw new DumpException(
                    name + ": is a directory", "--packets reads a file with one JSON object on each line");
        }
        InputStream bytes = name.equals(SourceReader.DASH) ? streams.in() : Files.newInputStream(Path.of(name));
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    private Tracing tracing(Family hostFamily) throws DumpException {
        Dumps dumps = input.read(streams, hostFamily);
        return new Tracing(dumps, node.read(streams, input.isHost(streams)), api.read(streams), explain);
    }
}
