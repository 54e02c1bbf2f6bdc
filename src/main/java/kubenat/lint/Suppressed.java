package kubenat.lint;

import java.util.Locale;
import java.util.Optional;

/**
 * A finding that somebody does not want to hear of.
 *
 * @param by where that is said
 * @param reason why, as far as it is said
 */
public record Suppressed(Finding finding, By by, Optional<String> reason) {
    /** Where a person says that a finding is to be left out. */
    public enum By {
        /** A comment in the dump. */
        COMMENT,
        /** The configuration file. */
        CONFIGURATION,
        /** The baseline: it was there before. */
        BASELINE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
