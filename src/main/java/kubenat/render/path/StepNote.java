package kubenat.render.path;

import java.util.List;
import kubenat.trace.Step;

/**
 * A step on the way in, and what is to be said of its chain.
 *
 * @param size how many rules the chain has
 * @param skipped what became of the rules before it, such as {@code rules 1–6 do not match}; empty for none
 */
public record StepNote(Step step, int size, String skipped, List<Mark> marks) {
    public StepNote {
        marks = List.copyOf(marks);
    }
}
