package kubenat.lint;

import java.util.List;

/**
 * Checks that could not decide anything.
 *
 * @param needs what they need and were not given
 * @param ids sorted
 */
public record NotChecked(Need needs, List<String> ids) {
    public NotChecked {
        ids = List.copyOf(ids);
    }
}
