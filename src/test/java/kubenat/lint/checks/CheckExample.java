package kubenat.lint.checks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.kube.Surroundings;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Linter;
import kubenat.lint.Subject;
import kubenat.lint.settings.Configuration;
import kubenat.lint.settings.Linting;
import kubenat.model.Ruleset;
import kubenat.model.packet.InterfaceAddress;
import kubenat.model.packet.Route;
import kubenat.model.packet.Routing;
import kubenat.parse.DumpReader;
import kubenat.render.Theme;
import kubenat.render.lint.FindingsText;
import kubenat.source.Bytes;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import kubenat.surroundings.InterfaceAddresses;
import kubenat.surroundings.Routes;

/**
 * One example of a check's page: rules, and what else the check is given.
 *
 * @param inputs the fenced blocks before the answer, such as {@code rules} and {@code route}
 */
record CheckExample(List<Fence> inputs) {
    private static final String NAME = "node.rules";

    /** A fenced block of a page. */
    record Fence(String kind, String text) {}

    CheckExample {
        inputs = List.copyOf(inputs);
    }

    /** What the check finds, as the command prints it. */
    String report(Check check) {
        FindingsText text = new FindingsText(sources(), Theme.PLAIN, true);
        StringBuilder all = new StringBuilder();
        findings(check).forEach(finding -> all.append(text.print(finding)));
        return all.toString().stripTrailing() + "\n";
    }

    /** What this check alone finds. */
    List<Finding> findings(Check check) {
        return found(check).stream()
                .filter(finding -> finding.id().equals(check.id()))
                .toList();
    }

    /** What is wrong with ignores shows when others have found what they would leave out. */
    private List<Finding> found(Check check) {
        return check.id().startsWith("SUP")
                ? Linting.report(List.of(subjects()), sources(), Configuration.NONE)
                        .findings()
                : new Linter(List.of(check)).lint(subjects()).findings();
    }

    /** What is linted: the rules with all that is given beside them. */
    List<Subject> subjects() {
        try {
            List<Ruleset> rulesets = new DumpReader().readAll(sources());
            Surroundings surroundings = surroundings();
            return rulesets.stream()
                    .map(ruleset -> new Subject(ruleset, surroundings))
                    .toList();
        } catch (DumpException noDump) {
            throw new AssertionError(noDump);
        }
    }

    private List<SourceText> sources() {
        return texts("rules").stream()
                .map(text -> new SourceText(NAME, Bytes.of(text.getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    private Surroundings surroundings() throws DumpException {
        if (texts("addr").isEmpty() && texts("route").isEmpty()) {
            return Surroundings.UNKNOWN;
        }
        List<InterfaceAddress> addresses = new ArrayList<>();
        for (String text : texts("addr")) {
            addresses.addAll(InterfaceAddresses.read("addr", text));
        }
        List<Route> routes = new ArrayList<>();
        for (String text : texts("route")) {
            routes.addAll(Routes.read("route", text));
        }
        return new Surroundings(Optional.empty(), Optional.empty(), new Routing(true, addresses, routes), Map.of());
    }

    private List<String> texts(String kind) {
        return inputs.stream()
                .filter(fence -> fence.kind().equals(kind))
                .map(Fence::text)
                .toList();
    }
}
