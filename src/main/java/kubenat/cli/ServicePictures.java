package kubenat.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.graph.ChainGraph;
import kubenat.kube.ApiNames;
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
        List<PictureIndex.Row> rows = new ArrayList<>();
        for (Ruleset ruleset : dumps.rulesets()) {
            String family = dumps.rulesets().size() > 1 && ruleset.family() == Family.IPV6 ? "ipv6." : "";
            for (Service service : Services.of(ruleset, api).all()) {
                String name = folder.name(service.label(), family + format.ending());
                picture(service, ruleset).write(OutputOptions.to(folder.file(name)), streams);
                rows.add(new PictureIndex.Row(service, name));
            }
        }
        List<String> names = dumps.sources().stream().map(SourceText::name).toList();
        OutputFile.write(folder.index(), out -> PictureIndex.write(names, rows, out));
        int deleted = folder.deleteOld();
        streams.err()
                .print("kube-nat: %s, and %s leads to %s%s\n"
                        .formatted(
                                rows.size() == 1 ? "1 picture" : "%,d pictures".formatted(rows.size()),
                                folder.index(),
                                rows.size() == 1 ? "it" : "them",
                                deleted == 0
                                        ? ""
                                        : deleted == 1
                                                ? "; 1 older one is deleted"
                                                : "; %,d older ones are deleted".formatted(deleted)));
    }

    /** The path to its first address; its chains if it has none left. */
    private Picture picture(Service service, Ruleset ruleset) throws DumpException {
        Optional<ServiceEntry> entry = service.entries().stream()
                .filter(each -> each.kind() != EntryKind.HEALTH_CHECK
                        && each.ports().single().isPresent())
                .findFirst();
        if (entry.isEmpty()) {
            return chains(service, ruleset);
        }
        try {
            return format.draw(tracing.answer(PacketWords.to(entry.get(), service.protocol())), look);
        } catch (BadField impossible) {
            throw new AssertionError(
                    "an entry's place is a destination: " + entry.get().place(), impossible);
        }
    }

    private Picture chains(Service service, Ruleset ruleset) {
        List<ChainName> starts = service.chain().stream()
                .map(chain -> new ChainName(TableName.NAT, chain))
                .toList();
        return format.draw(
                ChainGraph.from(ruleset, starts),
                new KubeNames(new ServiceNames(ruleset, api)),
                service.label() + ": no address leads to its chains",
                look);
    }
}
