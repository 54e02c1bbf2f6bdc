package kubenat.render.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kubenat.lint.Finding;
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
    private AnswerPage() {}

    public static String of(Answer answer, Linted linted) {
        StringWriter page = new StringWriter();
        ReportHtml.write(report(answer, linted), new PrintWriter(page, false));
        return page.toString();
    }

    private static Report report(Answer answer, Linted linted) {
        Met met = new Met();
        String title = PathScene.title(answer);
        List<ReportView> views = ReportMaker.views("", destination(answer), answer, met);
        List<Finding> findings = findings(linted, met);
        ReportItem item = new ReportItem(
                title,
                Optional.empty(),
                Optional.of(answer.trace().packet().protocol().toString()),
                List.of(),
                List.of(),
                0,
                linted.left(),
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
    private static List<Finding> findings(Linted linted, Met met) {
        Concerns concerns = linted.concerns();
        Set<Integer> found = concerns.ofServiceChains(linted.ruleset(), met.names());
        found.addAll(concerns.ofRules(linted.ruleset(), met.rules().toList()));
        return found.stream().map(linted.findings()::get).toList();
    }
}
