package kubenat.cli;

import java.util.concurrent.Callable;
import kubenat.kube.Question;
import kubenat.kube.ServiceTracer;
import kubenat.kube.Surroundings;
import kubenat.model.Ruleset;
import kubenat.model.packet.Protocol;
import kubenat.render.Answer;
import kubenat.render.Names;
import kubenat.render.Theme;
import kubenat.source.DumpException;
import kubenat.trace.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kube-nat trace}: where a packet goes. */
@Command(
        name = "trace",
        sortOptions = true,
        description = "Follows a packet through the rules: where it goes, with what shares, and which rule decided.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:some packets are delivered",
            "1:nothing is delivered",
            "2:wrong usage",
            "3:the dump cannot be read, or --strict and a line is not understood",
            "4:a fault of kube-nat"
        })
final class TraceCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            order = 90,
            description = "text (default), wide (nothing left out) or json.")
    private TraceFormat format = TraceFormat.TEXT;

    @Mixin
    private final DumpInput input = new DumpInput();

    @Mixin
    private final PacketOptions packet = new PacketOptions();

    @Mixin
    private final NodeOptions node = new NodeOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    TraceCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws DumpException {
        try {
            Destination.Socket to = (Destination.Socket) packet.words().destination();
            Dumps dumps = input.read(streams, to.address().family());
            Ruleset ruleset = dumps.require(to.address().family());
            Surroundings surroundings = node.read(streams, input.isHost(streams));
            Question question =
                    packet.words().question(packet.words().protocol().orElse(Protocol.TCP), to.address(), to.ports());
            Trace trace = new ServiceTracer(ruleset, surroundings).trace(question);
            Answer answer = new Answer(trace, ruleset, Names.NONE);
            Theme theme = output.theme(streams);
            output.write(streams, out -> format.write(answer, theme, out));
            return trace.delivers() ? ExitCode.OK : ExitCode.FINDINGS;
        } catch (BadField wrong) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '%s': %s".formatted(wrong.field().option(), wrong.getMessage()));
        }
    }
}
