package kubenat.render.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.EntryKind;
import kubenat.kube.Service;
import kubenat.kube.ServiceEntry;
import kubenat.lint.Finding;
import kubenat.lint.LintReport;
import kubenat.lint.Place;
import kubenat.lint.Related;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.render.Answer;
import kubenat.render.path.PathScene;
import kubenat.render.path.Section;
import kubenat.render.path.Sections;
import kubenat.render.path.SourceWords;
import kubenat.render.path.Summary;
import kubenat.render.picture.SvgWriter;
import kubenat.trace.Step;
import kubenat.trace.Trace;
import kubenat.trace.TraceCase;

/** Puts together what the page shows of one Service after the other. */
public final class ReportMaker {
    /** Of a longer chain only the rules that packets meet are shown. */
    private static final int LONG_CHAIN = 60;

    private final LintReport lint;

    public ReportMaker(LintReport lint) {
        this.lint = lint;
    }

    /** A Service with the answers for each of its entries. */
    public ReportService of(Service service, Map<ServiceEntry, Answer> answers) {
        List<ReportView> views = new ArrayList<>();
        Map<ChainName, Set<Integer>> met = new LinkedHashMap<>();
        answers.forEach((entry, answer) -> {
            for (Section section : Sections.of(answer.trace(), answer.ruleset())) {
                views.add(view(entry, answer, section));
            }
            steps(answer.trace()).forEach(step -> {
                Set<Integer> numbers = met.computeIfAbsent(step.chain(), none -> new TreeSet<>());
                step.rule().map(Rule::number).ifPresent(numbers::add);
            });
        });
        List<ReportChain> chains = answers.values().stream()
                .limit(1)
                .flatMap(answer -> chains(answer.ruleset(), met))
                .toList();
        return new ReportService(service, views, chains, findings(met.keySet()));
    }

    /** All entries of a Service are of one ruleset. */
    private static Stream<ReportChain> chains(Ruleset ruleset, Map<ChainName, Set<Integer>> met) {
        return met.entrySet().stream()
                .flatMap(each -> ruleset
                        .chain(each.getKey())
                        .map(chain -> new ReportChain(each.getKey(), chain.size(), rules(chain, each.getValue())))
                        .stream());
    }

    private static ReportView view(ServiceEntry entry, Answer answer, Section section) {
        List<TraceCase> cases = answer.trace().cases().stream()
                .filter(each -> !Collections.disjoint(each.from(), section.from()))
                .toList();
        Trace trace = answer.trace();
        Trace some = new Trace(trace.packet(), trace.assumptions(), cases, trace.unmodelled(), trace.incomplete());
        String picture = new SvgWriter().writeForPage(PathScene.of(new Answer(some, answer.ruleset(), answer.names())));
        return new ReportView(
                entry.kind() + " " + entry.place(),
                entry.place(),
                SourceWords.of(section.from()),
                Summary.of(section),
                picture,
                steps(some)
                        .flatMap(step -> step.rule().stream())
                        .map(Rule::line)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Stream<Step> steps(Trace trace) {
        return trace.cases().stream()
                .flatMap(each -> each.outcomes().stream())
                .flatMap(outcome -> outcome.path().stream())
                .filter(step -> step.kind() != Step.Kind.MISS);
    }

    private static List<Rule> rules(Chain chain, Set<Integer> met) {
        boolean whole = chain.size() <= LONG_CHAIN;
        return chain.rules().stream()
                .filter(rule -> whole || met.contains(rule.number()))
                .toList();
    }

    /** The findings in chains that are this Service's own, and at rules that lead there. */
    private List<Integer> findings(Set<ChainName> chains) {
        Set<String> own = chains.stream()
                .map(ChainName::name)
                .filter(name -> ChainRole.of(name).isHashed())
                .collect(Collectors.toSet());
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lint.findings().size(); i++) {
            Finding finding = lint.findings().get(i);
            boolean concerns = Stream.concat(
                            Stream.of(finding.place()),
                            finding.related().stream().map(Related::place))
                    .anyMatch(place -> concerns(place, own));
            if (concerns) {
                found.add(i);
            }
        }
        return found;
    }

    private static boolean concerns(Place place, Set<String> own) {
        return place.chain().filter(chain -> own.contains(chain.name())).isPresent()
                || place.rule()
                        .filter(rule -> own.contains(rule.target().name()))
                        .isPresent();
    }

    /** Whether a path leads there; a health check is answered by kube-proxy itself. */
    public static boolean isShown(ServiceEntry entry) {
        return entry.kind() != EntryKind.HEALTH_CHECK;
    }
}
