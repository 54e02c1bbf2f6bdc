package kubenat.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.graph.ChainGraph;
import kubenat.kube.ApiNames;
import kubenat.kube.ChainRole;
import kubenat.kube.EntryKind;
import kubenat.kube.Service;
import kubenat.kube.ServiceEntry;
import kubenat.kube.ServiceNames;
import kubenat.kube.Services;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.packet.Family;
import kubenat.render.KubeNames;
import kubenat.render.report.Linted;
import kubenat.render.services.PictureIndex;
import kubenat.source.DumpException;
import kubenat.source.SourceText;

/** {@code graph --all --output-dir}: one picture for each Service port, and the page that leads to them. */
final class ServicePictures {
    private final Dumps dumps;
    private final Tracing tracing;
    private final ApiNames api;
    private final PictureFormat format;
    private final PictureOptions look;

    ServicePictures(Dumps dumps, Tracing tracing, ApiNames api, PictureFormat format, PictureOptions look) {
        this.dumps = dumps;
        this.tracing = tracing;
        this.api = api;
        this.format = format;
        this.look = look;
    }

    void write(Path where, Streams streams) throws DumpException {
        PictureFolder folder = PictureFolder.open(where);
        List<PictureIndex.Row> services = new ArrayList<>();
        List<PictureIndex.Rest> others = new ArrayList<>();
        for (Ruleset ruleset : dumps.rulesets()) {
            boolean isSecond = dumps.rulesets().size() > 1 && ruleset.family() == Family.IPV6;
            String ending = (isSecond ? "ipv6." : "") + format.ending();
            Linted linted = new Linted(ruleset);
            for (Service service : Services.of(ruleset, api).all()) {
                String name = folder.name(service.label(), ending);
                picture(service, linted, ruleset).write(OutputOptions.to(folder.file(name)), streams);
                services.add(new PictureIndex.Row(service, name));
            }
            PicturedChains rest = rest(ruleset, linted, isSecond);
            if (!rest.graph().names().isEmpty()) {
                String name = folder.name("chains", ending);
                format.draw(rest, look).write(OutputOptions.to(folder.file(name)), streams);
                others.add(new PictureIndex.Rest(rest.title(), name, rest.graph()));
            }
        }
        List<String> names = dumps.sources().stream().map(SourceText::name).toList();
        OutputFile.write(folder.index(), out -> PictureIndex.write(names, services, others, out));
        say(folder, services.size() + others.size(), streams);
    }

    private static void say(PictureFolder folder, int count, Streams streams) {
        int deleted = folder.deleteOld();
        streams.err()
                .print("kube-nat: %s, and %s leads to %s%s\n"
                        .formatted(
                                count == 1 ? "1 picture" : "%,d pictures".formatted(count),
                                folder.index(),
                                count == 1 ? "it" : "them",
                                deleted == 0
                                        ? ""
                                        : deleted == 1
                                                ? "; 1 older one is deleted"
                                                : "; %,d older ones are deleted".formatted(deleted)));
    }

    /** The chains that are of no single Service: those of hooks, those that lead to all Services, other programs'. */
    private PicturedChains rest(Ruleset ruleset, Linted linted, boolean isSecond) {
        ChainGraph graph =
                ChainGraph.without(ruleset, chain -> ChainRole.of(chain.name()).isHashed());
        String title = "All chains but those of Services" + (isSecond ? ", IPv6" : "");
        return new PicturedChains(graph, new KubeNames(new ServiceNames(ruleset, api)), title, linted);
    }

    /** The path to its first address; its chains if it has none left. */
    private Picture picture(Service service, Linted linted, Ruleset ruleset) throws DumpException {
        Optional<ServiceEntry> entry = service.entries().stream()
                .filter(each -> each.kind() != EntryKind.HEALTH_CHECK
                        && each.ports().single().isPresent())
                .findFirst();
        if (entry.isEmpty()) {
            return chains(service, linted, ruleset);
        }
        try {
            return format.draw(tracing.answer(PacketWords.to(entry.get(), service.protocol())), linted, look);
        } catch (BadField impossible) {
            throw new AssertionError(
                    "an entry's place is a destination: " + entry.get().place(), impossible);
        }
    }

    private Picture chains(Service service, Linted linted, Ruleset ruleset) {
        List<ChainName> starts = service.chain().stream()
                .map(chain -> new ChainName(TableName.NAT, chain))
                .toList();
        return format.draw(
                new PicturedChains(
                        ChainGraph.from(ruleset, starts),
                        new KubeNames(new ServiceNames(ruleset, api)),
                        service.label() + ": no address leads to its chains",
                        linted),
                look);
    }
}
