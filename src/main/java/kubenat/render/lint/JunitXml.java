package kubenat.render.lint;

import static kubenat.render.picture.Xml.escaped;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.LintReport;
import kubenat.lint.NotChecked;
import kubenat.lint.Suppressed;

/**
 * Writes a report as JUnit's XML: a test for each finding, and for each check that found nothing. Those fail that make the
 * command fail; what is not checked, or suppressed, is skipped.
 */
public final class JunitXml {
    private final Predicate<Finding> fails;
    private final List<String> cases = new ArrayList<>();
    private int failures;
    private int skipped;

    private JunitXml(Predicate<Finding> fails) {
        this.fails = fails;
    }

    public static void write(LintReport report, Predicate<Finding> fails, PrintWriter out) {
        JunitXml xml = new JunitXml(fails);
        report.checks().forEach(check -> xml.check(check, report));
        String counts =
                "tests=\"%d\" failures=\"%d\" skipped=\"%d\"".formatted(xml.cases.size(), xml.failures, xml.skipped);
        out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.print("<testsuites %s>\n".formatted(counts));
        out.print("  <testsuite name=\"kube-nat lint\" %s errors=\"0\">\n".formatted(counts));
        xml.cases.forEach(out::print);
        out.print("  </testsuite>\n</testsuites>\n");
    }

    private void check(Check check, LintReport report) {
        int before = cases.size();
        report.findings().stream()
                .filter(finding -> finding.id().equals(check.id()))
                .forEach(finding -> found(check, finding));
        report.suppressed().stream()
                .filter(each -> each.finding().id().equals(check.id()))
                .forEach(each -> suppressed(check, each));
        for (NotChecked not : report.notChecked()) {
            if (not.ids().contains(check.id())) {
                skip(check, "", "not checked: needs " + not.needs());
            }
        }
        if (cases.size() == before) {
            add(check, "", "");
        }
    }

    private void found(Check check, Finding finding) {
        String text =
                escaped(finding + finding.help().map(help -> "\nhelp: " + help).orElse(""));
        if (fails.test(finding)) {
            failures++;
            String failure = "      <failure type=\"%s\" message=\"%s\">%s</failure>\n"
                    .formatted(finding.level(), escaped(finding.message()), text);
            add(check, place(finding), failure);
        } else {
            add(check, place(finding), "      <system-out>%s</system-out>\n".formatted(text));
        }
    }

    private void suppressed(Check check, Suppressed each) {
        String reason = each.reason().map(text -> ": " + text).orElse("");
        skip(check, place(each.finding()), "suppressed by %s%s".formatted(each.by(), reason));
    }

    private void skip(Check check, String place, String why) {
        skipped++;
        add(check, place, "      <skipped message=\"%s\"/>\n".formatted(escaped(why)));
    }

    private void add(Check check, String place, String content) {
        String name = "%s %s%s".formatted(check.id(), check.name(), place);
        String open = "    <testcase classname=\"kube-nat.lint\" name=\"%s\"".formatted(escaped(name));
        cases.add(content.isEmpty() ? open + "/>\n" : open + ">\n" + content + "    </testcase>\n");
    }

    private static String place(Finding finding) {
        return " at %s:%s".formatted(finding.place().dump(), finding.place().span());
    }
}
