package kubenat.render.services;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kubenat.heat.Draw;
import kubenat.heat.Draws;
import kubenat.heat.Fairness;
import kubenat.kube.Endpoint;
import kubenat.kube.Service;
import kubenat.render.Percent;
import kubenat.render.Spread;

/** What the counters say of a Service, in a few words. */
public final class CountedText {
    private CountedText() {}

    /** {@code counted: 3,191 connections, observed from 33.2 % to 33.5 % as chance makes it}; none where nothing was counted. */
    public static List<String> of(Service service) {
        return service.counted().stream()
                .map(draws ->
                        (service.counted().size() > 1 ? " in " + draws.chain().name() : "") + words(draws))
                .map("counted"::concat)
                .toList();
    }

    /** The same, one after the other. */
    static String all(Service service) {
        return of(service).stream().map("; "::concat).collect(Collectors.joining());
    }

    private static String words(Draws draws) {
        long all = draws.packets() + draws.returned();
        String total = ": %,d %s".formatted(all, draws.unit());
        if (draws.fairness() == Fairness.ALONE) {
            return total;
        }
        String returned =
                draws.returned() == 0 ? "" : " (%,d of them came back), of the others".formatted(draws.returned());
        return total + returned + (returned.isEmpty() ? ", " : " ") + judgement(draws);
    }

    private static String judgement(Draws draws) {
        List<Double> observed = draws.all().stream().map(draws::observed).toList();
        return switch (draws.fairness()) {
            case AS_EXPECTED -> "observed " + Spread.words(observed) + " as chance makes it";
            case UNEVEN ->
                "UNEVEN: observed %s by rule %d, expected %s"
                        .formatted(
                                Percent.of(draws.observed(draws.farthest())),
                                draws.farthest().rule().number(),
                                Percent.of(draws.farthest().expected()));
            default -> draws.fairness().words();
        };
    }

    /** {@code , observed 33.2 % (1,060)}, for an endpoint that was counted. */
    static String one(Service service, Endpoint endpoint) {
        for (Draws draws : service.counted()) {
            Optional<Draw> found = draws.all().stream()
                    .filter(draw -> draw.rule().target().name().equals(endpoint.chain()))
                    .findFirst();
            if (found.isPresent()) {
                Draw draw = found.get();
                String share = draws.packets() == 0 ? "" : "observed " + Percent.of(draws.observed(draw)) + " ";
                String returned = draw.returned() == 0 ? "" : ", %,d came back".formatted(draw.returned());
                return ", %s(%,d%s)".formatted(share, draw.packets(), returned);
            }
        }
        return "";
    }
}
