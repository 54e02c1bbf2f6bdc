package kubenat.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kubenat.graph.ChainGraph;
import kubenat.kube.ApiNames;
import kubenat.kube.ChainRole;
import kubenat.kube.Naming;
import kubenat.kube.Owner;
import kubenat.kube.ServiceNames;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.packet.Family;
import kubenat.render.Answer;
import kubenat.render.KubeNames;
import kubenat.render.report.Linted;
import kubenat.source.DumpException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kube-nat graph}: pictures of a packet's path, or of which chain leads to which. */
@Command(
        name = "graph",
        sortOptions = false,
        customSynopsis = {
            "kube-nat graph (--dst DEST | --service NAME) [OPTIONS] [DUMP...]",
            "       kube-nat graph --all --output-dir DIR [OPTIONS] [DUMP...]",
            "       kube-nat graph (--chain NAME | --all | --owner NAME) [--table TABLE] [OPTIONS] [DUMP...]"
        },
        description = "Draws the path of a packet, or the chains and which leads to which.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:drawn",
            "2:wrong usage, or there is no such Service or chain",
            "3:something cannot be read or written, or --strict and a line is not understood",
            "4:a fault of kube-nat"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kube-nat graph --service default/web node.rules > web.svg",
            "  kube-nat graph --dst :31248 --from outside --output-file nodeport.svg node.rules",
            "  kube-nat graph --service default/web -o png --theme dark node.rules > web.png",
            "  kube-nat graph --all --output-dir pictures node.rules",
            "  kube-nat graph --all --table nat -o dot node.rules | dot -Tpdf > chains.pdf"
        })
final class GraphCommand implements Callable<Integer> {
    /** With more Services than this nobody can read one picture. */
    private static final int MANY_SERVICES = 50;

    private final Streams streams;

    @Mixin
    private final DumpInput input = new DumpInput();

    @Mixin
    private final ApiInput api = new ApiInput();

    @ArgGroup(validate = false, order = 0, heading = "%nWhat is drawn; with --table, of that table only:%n")
    private final Subject subject = new Subject();

    @ArgGroup(validate = false, order = 1, heading = "%nThe packet, for its path:%n")
    private final PacketOptions packet = new PacketOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nThe node and the cluster:%n")
    private final NodeOptions node = new NodeOptions();

    @ArgGroup(validate = false, order = 3, heading = "%nHow the picture looks:%n")
    private final PictureOptions look = new PictureOptions();

    @ArgGroup(validate = false, order = 4, heading = "%nWhere the picture goes:%n")
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = {"-o", "--output"},
            order = 1,
            paramLabel = "FORMAT",
            converter = PictureFormat.Converter.class,
            description = "svg (default), png, html, dot for Graphviz, mermaid for Markdown, d2, or json.")
    private PictureFormat format = PictureFormat.SVG;

    @Option(
            names = "--output-dir",
            order = 2,
            paramLabel = "DIR",
            description =
                    "With --all: a picture of each Service's path into a folder, and index.html that leads to them."
                            + " What was there is replaced if it was written this way, else refused.")
    private Optional<Path> folder = Optional.empty();

    /** Of {@code trace}; to say so is better than not to know it. */
    @Option(names = "--packets", paramLabel = "FILE", hidden = true)
    private Optional<String> packets = Optional.empty();

    /** What is drawn, beside {@code --dst}. */
    private static final class Subject {
        @Option(
                names = "--service",
                order = 1,
                paramLabel = "NAME",
                description = "The path to a Service: NAMESPACE/SERVICE[:PORT]. The same as --dst NAME.")
        private Optional<String> service = Optional.empty();

        @Option(names = "--chain", order = 2, paramLabel = "NAME", description = "A chain and all that it leads to.")
        private List<String> chains = new ArrayList<>();

        @Option(names = "--all", order = 3, description = "All chains.")
        private boolean all;

        @Option(
                names = "--owner",
                order = 4,
                paramLabel = "NAME",
                converter = OwnerConverter.class,
                description = "All chains that a program wrote, such as Docker or Calico, and all that they lead to.")
        private Optional<Owner> owner = Optional.empty();

        boolean isOfChains() {
            return all || owner.isPresent() || !chains.isEmpty();
        }

        boolean wants(ChainName chain) {
            return owner.isEmpty() || Owner.of(chain) == owner.get();
        }

        String title() {
            return owner.map(each -> "The chains of " + each)
                    .orElse(all ? "All chains" : "What " + String.join(", ", chains) + " leads to");
        }
    }

    GraphCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws DumpException {
        long asked = Stream.of(
                        packet.hasDestination(),
                        subject.service.isPresent(),
                        !subject.chains.isEmpty(),
                        subject.all || subject.owner.isPresent())
                .filter(given -> given)
                .count();
        if (asked != 1) {
            throw new UsageException("exactly one of --dst, --service, --chain, --all and --owner is needed");
        }
        checkPacket();
        if (folder.isPresent()) {
            return intoFolder(folder.get());
        }
        format.check(look, output.isTerminal(streams));
        Picture picture = subject.isOfChains() ? chains() : path();
        picture.write(output, streams);
        return ExitCode.OK;
    }

    /** What would be left out of the picture without a word is refused. */
    private void checkPacket() {
        if (packets.isPresent()) {
            throw new UsageException("--packets is for kube-nat trace: a picture is of one packet");
        }
        if (subject.isOfChains()) {
            packet.given().ifPresent(option -> {
                throw new UsageException(option + " is for a packet's path (--dst, --service), not for chains");
            });
        }
    }

    private int intoFolder(Path where) throws DumpException {
        if (!subject.all || input.table().isPresent() || output.hasFile()) {
            throw new UsageException("--output-dir is for --all, without --table and without --output-file");
        }
        format.check(look, false);
        Dumps dumps = input.read(streams, Family.IPV4);
        ApiNames names = api.read(streams);
        Tracing tracing = new Tracing(dumps, node.read(streams, input.isHost(streams)), names, false);
        new ServicePictures(dumps, tracing, names, format, look).write(where, streams);
        return ExitCode.OK;
    }

    private Picture path() throws DumpException {
        subject.service.ifPresent(packet::destination);
        try {
            PacketWords words = packet.words();
            Family family = words.destination() instanceof Destination.Socket to
                    ? to.address().family()
                    : Family.IPV4;
            Dumps dumps = input.read(streams, family);
            Tracing tracing = new Tracing(dumps, node.read(streams, input.isHost(streams)), api.read(streams), false);
            Answer answer = tracing.answer(words);
            say(tracing.naming(answer));
            return format.draw(answer, look);
        } catch (BadField wrong) {
            boolean isService = subject.service.isPresent() && wrong.field() == PacketField.DESTINATION;
            throw new UsageException(
                    "%s %s".formatted(isService ? "--service" : wrong.field().option(), wrong.getMessage()));
        }
    }

    private Picture chains() throws DumpException {
        Dumps dumps = input.read(streams, Family.IPV4);
        Ruleset ruleset = dumps.rulesets().get(0);
        if (dumps.rulesets().size() > 1) {
            streams.err()
                    .print("kube-nat: only the %s rules are in the picture: give the others by themselves\n"
                            .formatted(ruleset.family() == Family.IPV4 ? "IPv4" : "IPv6"));
        }
        List<ChainName> starts = subject.chains.isEmpty() ? all(ruleset).toList() : named(ruleset);
        if (starts.isEmpty()) {
            throw new UsageException(subject.owner
                    .map(owner -> "--owner " + owner + ": no chain is named as its chains are")
                    .orElse("--table: the dump has no such table"));
        }
        ProgressBar bar = ProgressBar.of(subject.chains.isEmpty() ? dumps.sources() : List.of(), streams);
        ChainGraph graph = ChainGraph.from(ruleset, starts);
        bar.close();
        long services = graph.names().stream()
                .filter(name -> ChainRole.of(name.name()) == ChainRole.SVC)
                .count();
        if (services > MANY_SERVICES) {
            streams.err()
                    .print(
                            "kube-nat: %d Services in one picture; --output-dir DIR draws each by itself, --service one of them\n"
                                    .formatted(services));
        }
        ServiceNames names = new ServiceNames(ruleset, api.read(streams));
        say(Naming.of(names, graph.names().stream()));
        return format.draw(new PicturedChains(graph, new KubeNames(names), subject.title(), new Linted(ruleset)), look);
    }

    private void say(Naming naming) {
        naming.notes().forEach(note -> streams.err().print("kube-nat: " + note + "\n"));
    }

    private Stream<ChainName> all(Ruleset ruleset) {
        return tables(ruleset).flatMap(Table::chains).map(Chain::name).filter(subject::wants);
    }

    private Stream<Table> tables(Ruleset ruleset) {
        return ruleset.tables().stream()
                .filter(table ->
                        input.table().filter(only -> only != table.name()).isEmpty());
    }

    private List<ChainName> named(Ruleset ruleset) {
        List<ChainName> found = new ArrayList<>();
        for (String name : subject.chains) {
            List<ChainName> named = tables(ruleset)
                    .flatMap(table -> table.chain(name).stream())
                    .map(Chain::name)
                    .toList();
            if (named.isEmpty()) {
                throw new UsageException("--chain " + name + ": there is no such chain" + similar(ruleset, name));
            }
            found.addAll(named);
        }
        return found;
    }

    /** The chain whose name begins like the one asked for. */
    private String similar(Ruleset ruleset, String name) {
        return all(ruleset)
                .map(ChainName::name)
                .filter(known -> known.regionMatches(true, 0, name, 0, name.length()) || name.startsWith(known))
                .findFirst()
                .map(known -> "; did you mean " + known + "?")
                .orElse("");
    }
}
