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
import kubenat.lint.Limits;
import kubenat.lint.Linter;
import kubenat.lint.NodeEvidence;
import kubenat.lint.Subject;
import kubenat.lint.settings.Configuration;
import kubenat.lint.settings.Linting;
import kubenat.model.Ruleset;
import kubenat.model.packet.InterfaceAddress;
import kubenat.model.packet.Route;
import kubenat.model.packet.Routing;
import kubenat.model.packet.RoutingRule;
import kubenat.parse.DumpReader;
import kubenat.render.Theme;
import kubenat.render.lint.FindingsText;
import kubenat.source.Bytes;
import kubenat.source.BytesInput;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import kubenat.surroundings.ConnectionTable;
import kubenat.surroundings.InterfaceAddresses;
import kubenat.surroundings.KernelSettings;
import kubenat.surroundings.ListeningSockets;
import kubenat.surroundings.NftTables;
import kubenat.surroundings.Routes;
import kubenat.surroundings.RoutingRules;

/**
 * One example of a check's page: rules, and what else the check is given.
 *
 * @param inputs the fenced blocks before the answer, such as {@code rules} and {@code route}
 */
record CheckExample(List<Fence> inputs) {
    private static final String NAME = "node.rules";
    private static final String SOCKETS = "sockets.txt";
    private static final String NFT = "nft.txt";
    private static final String SYSCTL = "sysctl.txt";
    private static final String API = "cluster.json";
    private static final String CONNECTIONS = "connections.txt";

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

    /** Whether the check has what it needs, so that finding nothing means something. */
    boolean isCheckedBy(Check check) {
        return nodes().stream()
                .flatMap(List::stream)
                .anyMatch(subject -> check.needs().stream().allMatch(need -> need.isGiven(subject)));
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
                : new Linter(List.of(check)).lintEach(nodes()).findings();
    }

    private List<List<Subject>> nodes() {
        List<List<Subject>> nodes = new ArrayList<>(List.of(subjects()));
        others().forEach(other -> nodes.add(subjects(List.of(other))));
        return nodes;
    }

    /** The dumps of other nodes. */
    private List<SourceText> others() {
        List<SourceText> others = new ArrayList<>();
        for (String text : texts("other-node")) {
            String name = "other%d.rules".formatted(others.size() + 1);
            others.add(new SourceText(name, Bytes.of(text.getBytes(StandardCharsets.UTF_8))));
        }
        return others;
    }

    /** What is linted: the rules with all that is given beside them. */
    List<Subject> subjects() {
        return subjects(sources());
    }

    private List<Subject> subjects(List<SourceText> dumps) {
        try {
            List<Ruleset> rulesets = new DumpReader().readAll(dumps);
            Surroundings surroundings = surroundings();
            return rulesets.stream()
                    .map(ruleset -> new Subject(ruleset, surroundings, evidence(rulesets.size())))
                    .toList();
        } catch (DumpException noDump) {
            throw new AssertionError(noDump);
        }
    }

    private List<SourceText> sources() {
        return sources("rules", NAME, "other-backend", "other.rules", "ip6tables", "node6.rules");
    }

    /** All that findings may point into. */
    private List<SourceText> quoted() {
        return Stream.of(
                        sources(),
                        others(),
                        sources(
                                "json",
                                API,
                                "conntrack",
                                CONNECTIONS,
                                "sockets",
                                SOCKETS,
                                "nft",
                                NFT,
                                "sysctl",
                                SYSCTL))
                .flatMap(List::stream)
                .toList();
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

    /** A block {@code limits} says how many rules and how many chains. */
    private Limits limits() {
        return texts("limits").stream()
                .findFirst()
                .map(text -> text.strip().split(" "))
                .map(words -> new Limits(Long.parseLong(words[1]), Long.parseLong(words[3])))
                .orElse(Limits.USUAL);
    }

    private Evidence evidence(int families) {
        try {
            ApiServices api = ApiServices.NONE;
            for (SourceText source : sources("json", API)) {
                api = api.and(ApiServices.read(API, new BytesInput(source.bytes())));
            }
            Optional<ConnectionTable> connections = Optional.empty();
            for (SourceText source : sources("conntrack", CONNECTIONS)) {
                connections = Optional.of(ConnectionTable.read(source));
            }
            Optional<ListeningSockets> listening = Optional.empty();
            for (SourceText source : sources("sockets", SOCKETS)) {
                listening = Optional.of(ListeningSockets.read(source));
            }
            Optional<NftTables> nft = Optional.empty();
            for (SourceText source : sources("nft", NFT)) {
                nft = Optional.of(NftTables.read(source));
            }
            Optional<KernelSettings> settings = Optional.empty();
            for (SourceText source : sources("sysctl", SYSCTL)) {
                settings = Optional.of(KernelSettings.read(source));
            }
            return Evidence.of(
                            new ApiNames(API, api),
                            new NodeEvidence(Optional.empty(), connections, listening, nft, settings))
                    .within(limits())
                    .ofFamilies(families)
                    .ofSeveralNodes(!others().isEmpty());
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
        List<RoutingRule> rules = new ArrayList<>();
        for (String text : texts("rule")) {
            rules.addAll(RoutingRules.read("rule", text));
        }
        Routing routing = new Routing(true, addresses, routes, rules);
        return new Surroundings(Optional.empty(), Optional.empty(), routing, Map.of());
    }

    private List<String> texts(String kind) {
        return inputs.stream()
                .filter(fence -> fence.kind().equals(kind))
                .map(Fence::text)
                .toList();
    }
}
