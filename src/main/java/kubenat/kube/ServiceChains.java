package kubenat.kube;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.heat.Draws;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.packet.Cidr;

/** The chains of one Service port, each read once, and the endpoints that they lead to. */
final class ServiceChains {
    private final Ruleset ruleset;
    private final Shares shares;
    private final EndpointReader endpointReader;
    private final List<ServicePortName> names;
    private final Map<String, Optional<ChainReading>> readings = new LinkedHashMap<>();
    private final Map<String, List<Endpoint>> endpoints = new LinkedHashMap<>();

    ServiceChains(Ruleset ruleset, Shares shares, EndpointReader endpointReader, List<ServicePortName> names) {
        this.ruleset = ruleset;
        this.shares = shares;
        this.endpointReader = endpointReader;
        this.names = names;
    }

    /** The way that begins in a chain; what only Pods are sent to is read, too. */
    ServiceRoute route(String first) {
        List<Rule> marks = new ArrayList<>();
        List<Cidr> ranges = new ArrayList<>();
        boolean local = false;
        boolean refused = false;
        Optional<String> at = Optional.of(first);
        while (at.isPresent()) {
            ChainRole role = ChainRole.of(at.get());
            Optional<ChainReading> reading = read(at.get());
            marks.addAll(reading.map(ChainReading::marks).orElse(List.of()));
            ranges.addAll(reading.map(ChainReading::ranges).orElse(List.of()));
            refused |= reading.map(ChainReading::refused).orElse(false);
            local |= role == ChainRole.SVL
                    || role == ChainRole.XLB
                    || reading.filter(each -> !each.restricted().isEmpty()).isPresent();
            if (reading.isEmpty() || choosesEndpoints(role)) {
                return new ServiceRoute(at, marks, ranges, local, refused, reading.isEmpty());
            }
            at = next(role, reading.get());
        }
        return new ServiceRoute(Optional.empty(), marks, ranges, local, refused, false);
    }

    private static boolean choosesEndpoints(ChainRole role) {
        return role == ChainRole.SVC || role == ChainRole.SVL || role == ChainRole.XLB;
    }

    /** The chain that all go to next; FW leads to EXT, XLB or SVC, EXT to SVC or SVL, never back. */
    private static Optional<String> next(ChainRole role, ChainReading reading) {
        return reading.branches().stream()
                .filter(branch -> branch.role().isOfService() && branch.role() != ChainRole.FW)
                .filter(branch -> role == ChainRole.FW || branch.role() != ChainRole.EXT)
                .map(Branch::chain)
                .findFirst();
    }

    private Optional<ChainReading> read(String chain) {
        Optional<ChainReading> known = readings.get(chain);
        if (known != null) {
            return known;
        }
        Optional<ChainReading> reading =
                ruleset.chain(new ChainName(TableName.NAT, chain)).map(each -> ChainReader.read(each, ruleset, shares));
        readings.put(chain, reading);
        if (reading.isEmpty()) {
            endpoints.put(chain, List.of(endpointReader.read(chain, names)));
        } else if (choosesEndpoints(ChainRole.of(chain))) {
            endpoints.put(chain, endpoints(reading.get()));
        }
        reading.stream()
                .flatMap(each -> each.restricted().stream())
                .filter(other -> ChainRole.of(other) == ChainRole.SVC)
                .forEach(this::read);
        return reading;
    }

    private List<Endpoint> endpoints(ChainReading reading) {
        return reading.branches().stream()
                .filter(branch -> branch.role() == ChainRole.SEP)
                .map(branch -> endpointReader.read(branch.chain(), names).with(branch.share()))
                .toList();
    }

    /** The endpoints of the first chain read that is for all endpoints, or for those of this node only. */
    Optional<List<Endpoint>> endpoints(boolean local) {
        return endpoints.entrySet().stream()
                .filter(entry -> isLocal(entry.getKey()) == local)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isLocal(String chain) {
        ChainRole role = ChainRole.of(chain);
        return role == ChainRole.SVL || role == ChainRole.XLB;
    }

    long affinitySeconds() {
        return all().mapToLong(ChainReading::affinitySeconds).max().orElse(0);
    }

    /** How often chance has chosen in the chains that choose endpoints. */
    List<Draws> counted() {
        return endpoints.keySet().stream()
                .flatMap(chain -> readings.getOrDefault(chain, Optional.empty()).stream())
                .flatMap(reading -> reading.draws().stream())
                .toList();
    }

    /** What kube-proxy would not have written, in words. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        readings.forEach((chain, reading) -> reading.ifPresent(each -> {
            each.odd()
                    .forEach(rule -> notes.add(rule.place() + " is none that kube-proxy writes, or is not understood"));
            if (choosesEndpoints(ChainRole.of(chain))
                    && !each.branches().isEmpty()
                    && !each.left().isZero()) {
                notes.add(chain + " sends some packets to no endpoint");
            }
        }));
        return notes;
    }

    private Stream<ChainReading> all() {
        return readings.values().stream().flatMap(Optional::stream);
    }
}
