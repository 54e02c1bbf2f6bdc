package kubenat.render.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import kubenat.kube.EntryKind;
import kubenat.kube.Service;
import kubenat.kube.ServiceEntry;
import kubenat.model.ChainName;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.render.Answer;
import kubenat.render.path.PathScene;
import kubenat.render.path.Section;
import kubenat.render.path.Sections;
import kubenat.render.path.SourceWords;
import kubenat.render.path.Summary;
import kubenat.render.picture.SvgWriter;
import kubenat.trace.Trace;
import kubenat.trace.TraceCase;

/** Puts together what the page shows of one Service after the other. */
public final class ReportMaker {
    private final Concerns concerns;

    public ReportMaker(Concerns concerns) {
        this.concerns = concerns;
    }

    /** A Service of a ruleset with the answers for each of its entries. */
    public ReportItem of(Ruleset ruleset, Service service, Map<ServiceEntry, Answer> answers) {
        List<ReportView> views = new ArrayList<>();
        Met met = new Met();
        answers.forEach(
                (entry, answer) -> views.addAll(views(entry.kind() + " " + entry.place(), entry.place(), answer, met)));
        List<ReportChain> chains = met.chains(ruleset);
        service.chain().map(chain -> new ChainName(TableName.NAT, chain)).ifPresent(met::add);
        return ServiceItem.of(service, views, chains, concerns.ofService(ruleset, met));
    }

    /** One path for each section of an answer. */
    static List<ReportView> views(String entry, String destination, Answer answer, Met met) {
        List<ReportView> views = new ArrayList<>();
        for (Section section : Sections.of(answer.trace(), answer.ruleset())) {
            List<TraceCase> cases = answer.trace().cases().stream()
                    .filter(each -> !Collections.disjoint(each.from(), section.from()))
                    .toList();
            Trace trace = answer.trace();
            Trace some = new Trace(trace.packet(), trace.assumptions(), cases, trace.unmodelled(), trace.incomplete());
            String picture = new SvgWriter()
                    .writeForPage(PathScene.of(new Answer(some, answer.ruleset(), answer.names()), section));
            views.add(new ReportView(
                    entry, destination, SourceWords.of(section.from()), Summary.of(section), picture, met.add(some)));
        }
        return views;
    }

    /** Whether a path leads there; a health check is answered by kube-proxy itself. */
    public static boolean isShown(ServiceEntry entry) {
        return entry.kind() != EntryKind.HEALTH_CHECK;
    }
}
