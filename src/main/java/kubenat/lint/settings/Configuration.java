package kubenat.lint.settings;

import java.util.List;
import java.util.Optional;

/**
 * What a configuration file or a command line sets.
 *
 * @param limits what is much
 * @param baseline the name of a file, as it is written
 * @param suppress where findings are left out
 */
public record Configuration(
        Selection selection,
        Optional<FailOn> failOn,
        GivenLimits limits,
        Optional<String> baseline,
        List<Ignore> suppress) {
    /** What holds where nobody sets anything. */
    public static final Configuration NONE =
            new Configuration(Selection.ALL, Optional.empty(), GivenLimits.NONE, Optional.empty(), List.of());

    public Configuration {
        suppress = List.copyOf(suppress);
    }

    /** What a command line sets. */
    public static Configuration of(Selection selection, Optional<FailOn> failOn) {
        return new Configuration(selection, failOn, GivenLimits.NONE, Optional.empty(), List.of());
    }

    public Configuration within(GivenLimits others) {
        return new Configuration(selection, failOn, others, baseline, suppress);
    }

    /** This one where the command line says nothing. */
    public Configuration overriddenBy(Configuration commandLine) {
        return new Configuration(
                selection.overriddenBy(commandLine.selection),
                commandLine.failOn.or(() -> failOn),
                limits.overriddenBy(commandLine.limits),
                commandLine.baseline.or(() -> baseline),
                suppress);
    }
}
