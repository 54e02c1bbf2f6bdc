package kubenat.lint.checks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.api.ApiServices;
import kubenat.kube.ApiNames;
import kubenat.kube.Surroundings;
import kubenat.lint.Check;
import kubenat.lint.Evidence;
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
import kubenat.source.BytesInput;
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
    private static final String API = "cluster.json";

    /** A fenced block of a page. */
    record Fence(String kind, String text) {}

    CheckExample {
        inputs = List.copyOf(inputs);
    }

    /** What the check finds, as the command prints it. */
    String report(Check check) {
        FindingsText text = new FindingsText(quoted(), Theme.PLAIN, true);
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
                    .map(ruleset -> new Subject(ruleset, surroundings, evidence(rulesets.size())))
                    .toList();
        } catch (DumpException noDump) {
            throw new AssertionError(noDump);
        }
    }

    private List<SourceText> sources() {
        return sources("rules", NAME, "ip6tables", "node6.rules");
    }

    /** All that findings may point into. */
    private List<SourceText> quoted() {
        return Stream.concat(sources().stream(), sources("json", API).stream()).toList();
    }

    /** The blocks of these kinds, under these names. */
    private List<SourceText> sources(String... kindsAndNames) {
        List<SourceText> sources = new ArrayList<>();
        for (int i = 0; i < kindsAndNames.length; i += 2) {
            for (String text : texts(kindsAndNames[i])) {
                sources.add(new SourceText(kindsAndNames[i + 1], Bytes.of(text.getBytes(StandardCharsets.UTF_8))));
            }
        }
        return sources;
    }

    private Evidence evidence(int families) {
        try {
            ApiServices api = ApiServices.NONE;
            for (SourceText source : sources("json", API)) {
                api = api.and(ApiServices.read(API, new BytesInput(source.bytes())));
            }
            return new Evidence(new ApiNames(API, api), Optional.empty(), families);
        } catch (DumpException noListing) {
            throw new AssertionError(noListing);
        }
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
