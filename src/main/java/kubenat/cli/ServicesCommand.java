package kubenat.cli;

import java.util.List;
import java.util.concurrent.Callable;
import kubenat.kube.ApiNames;
import kubenat.kube.Services;
import kubenat.model.packet.Family;
import kubenat.render.Theme;
import kubenat.source.DumpException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kube-nat services}: what Services the dump has. */
@Command(
        name = "services",
        sortOptions = false,
        customSynopsis = "kube-nat services [OPTIONS] [DUMP...]",
        description = "Lists every Service port: its addresses, its endpoints and their shares.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:listed",
            "2:wrong usage",
            "3:something cannot be read, or --strict and a line is not understood",
            "4:a fault of kube-nat"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kube-nat services node.rules",
            "  iptables-save | kube-nat services -o json",
            "  kube-nat services --services cluster.json node.rules"
        })
final class ServicesCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final DumpInput input = new DumpInput();

    @Mixin
    private final ApiInput api = new ApiInput();

    @Option(
            names = {"-o", "--output"},
            order = 1,
            paramLabel = "FORMAT",
            converter = ServicesFormat.Converter.class,
            description = "text (default), wide (with every address and endpoint) or json.")
    private ServicesFormat format = ServicesFormat.TEXT;

    @ArgGroup(validate = false, heading = "%nWhere the answer goes:%n")
    private final OutputOptions output = new OutputOptions();

    ServicesCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws DumpException {
        Theme theme = output.theme(streams);
        Dumps dumps = input.read(streams, Family.IPV4);
        ApiNames names = api.read(streams);
        ProgressBar bar = ProgressBar.of(dumps.sources(), streams);
        List<Services> services = dumps.rulesets().stream()
                .map(ruleset -> Services.of(ruleset, names))
                .toList();
        bar.close();
        dumps.warnOfChains(streams.err(), input.diagnostics(), Theme.PLAIN);
        output.write(streams, out -> format.write(services, theme, out));
        if (services.stream().allMatch(each -> each.all().isEmpty())) {
            streams.err().print("kube-nat: there is no Service in the dump\n");
        }
        return ExitCode.OK;
    }
}
