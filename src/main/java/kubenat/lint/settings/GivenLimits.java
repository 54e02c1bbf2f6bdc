package kubenat.lint.settings;

import java.util.Optional;
import kubenat.lint.Limits;

/** What somebody says is much; what is absent is as usual. */
public record GivenLimits(Optional<Long> rules, Optional<Long> chains) {
    /** Nothing is said. */
    public static final GivenLimits NONE = new GivenLimits(Optional.empty(), Optional.empty());

    /** These where the others say nothing. */
    GivenLimits overriddenBy(GivenLimits stronger) {
        return new GivenLimits(stronger.rules.or(() -> rules), stronger.chains.or(() -> chains));
    }

    /** All of them, with what is usual. */
    public Limits limits() {
        return new Limits(rules.orElse(Limits.USUAL.rules()), chains.orElse(Limits.USUAL.chains()));
    }
}
