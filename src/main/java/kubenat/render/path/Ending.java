package kubenat.render.path;

import java.util.List;
import java.util.Optional;
import kubenat.model.ChainName;
import kubenat.model.packet.Share;
import kubenat.trace.Step;

/**
 * Where ways end before their way out.
 *
 * @param decision the step that decided; absent when no rule did
 * @param share the part of the packets that come here
 * @param only for which ways; none for all
 * @param marks what the endpoint's own chain marks
 * @param arrivals from where packets come, at most one for each hub
 */
public record Ending(
        EndingKey key,
        Optional<Step> decision,
        List<Way> ways,
        Spread share,
        List<String> only,
        List<Mark> marks,
        List<Arrival> arrivals) {

    /**
     * How packets come to an ending.
     *
     * @param source the chain of the hub, or of the way in
     * @param step the rule of the hub that sends them
     * @param share the part of the packets that come so
     */
    public record Arrival(ChainName source, Optional<Step> step, Share share) {}

    public Ending {
        ways = List.copyOf(ways);
        only = List.copyOf(only);
        marks = List.copyOf(marks);
        arrivals = List.copyOf(arrivals);
    }
}
