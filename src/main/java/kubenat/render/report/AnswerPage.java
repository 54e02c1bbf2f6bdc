package kubenat.render.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kubenat.kube.Surroundings;
import kubenat.lint.Finding;
import kubenat.lint.Level;
import kubenat.lint.Linter;
import kubenat.lint.Subject;
import kubenat.lint.checks.Checks;
import kubenat.model.Chain;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.packet.Header;
import kubenat.render.Answer;
import kubenat.render.PacketText;
import kubenat.render.Theme;
import kubenat.render.path.PathScene;
import kubenat.render.text.TraceText;
import kubenat.trace.Assumption;

/** One answer as a page: its paths, the answer in words, the rules that packets meet, and what lint finds of these. */
public final class AnswerPage {
    /** Dumps with more rules are not linted for one answer. */
    private static final int CHEAP = 50_000;

    private AnswerPage() {}

    public static String of(Answer answer) {
        StringWriter page = new StringWriter();
        ReportHtml.write(report(answer), new PrintWriter(page, false));
        return page.toString();
    }

    private static Report report(Answer answer) {
        Met met = new Met();
        String title = PathScene.title(answer);
        List<ReportView> views = ReportMaker.views("", destination(answer), answer, met);
        List<Finding> findings = findings(answer.ruleset(), met);
        ReportItem item = new ReportItem(
                title,
                Optional.empty(),
                Optional.of(answer.trace().packet().protocol().toString()),
                List.of(),
                List.of(),
                0,
                List.of(),
                views,
                met.chains(answer.ruleset()),
                List.of(),
                IntStream.range(0, findings.size()).boxed().toList(),
                TraceText.of(answer, Theme.PLAIN, false));
        return new Report(
                Report.Kind.ANSWER, title, dumps(answer.ruleset()), List.of(item), 0, findings, List.of(), "");
    }

    private static String destination(Answer answer) {
        boolean isAnyAddress = answer.trace().assumptions().stream().anyMatch(Assumption::isStandIn);
        Header asked = answer.trace().packet().original();
        return isAnyAddress
                ? ":" + asked.destinationPort()
                : PacketText.socket(asked.destination(), asked.destinationPort());
    }

    private static String dumps(Ruleset ruleset) {
        return ruleset.tables().stream().map(Table::dump).distinct().collect(Collectors.joining(" "));
    }

    /** What lint says of rules that packets meet, and of the Service's chains that they come to. */
    private static List<Finding> findings(Ruleset ruleset, Met met) {
        long size = ruleset.tables().stream()
                .flatMap(Table::chains)
                .mapToLong(Chain::size)
                .sum();
        if (size > CHEAP) {
            return List.of();
        }
        List<Finding> all = new Linter(Checks.ALL.stream()
                        .filter(check -> check.level() != Level.OFF)
                        .toList())
                .lint(List.of(new Subject(ruleset, Surroundings.UNKNOWN)))
                .findings();
        Set<Integer> ofChains = Set.copyOf(new Concerns(all).ofChains(met.names()));
        return IntStream.range(0, all.size())
                .filter(number -> ofChains.contains(number)
                        || all.get(number).place().rule().filter(met::contains).isPresent())
                .mapToObj(all::get)
                .toList();
    }
}
