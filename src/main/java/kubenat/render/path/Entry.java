package kubenat.render.path;

import java.util.List;
import kubenat.model.ChainName;
import kubenat.model.Hook;

/**
 * The way in through one table at one hook, as far as all packets that come by it share it.
 *
 * @param table the hook's own chain
 * @param steps none when no rule there decides
 * @param sameAs how many of the last steps are those of the first entry
 */
public record Entry(Hook hook, ChainName table, List<Way> ways, List<StepNote> steps, int sameAs) {
    public Entry {
        ways = List.copyOf(ways);
        steps = List.copyOf(steps);
    }
}
