package kubenat.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.lint.Level;
import kubenat.lint.checks.Checks;
import kubenat.lint.settings.Baseline;
import kubenat.lint.settings.CheckPattern;
import kubenat.lint.settings.Configuration;
import kubenat.lint.settings.FailOn;
import kubenat.lint.settings.GivenLimits;
import kubenat.lint.settings.LevelChange;
import kubenat.lint.settings.Selection;
import kubenat.source.DumpException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is looked for, and what of it is reported: on the command line, which is stronger, and in a configuration file. */
final class LintOptions {
    @Option(
            names = "--select",
            order = 21,
            split = ",",
            paramLabel = "CHECK",
            converter = PatternConverter.class,
            description = "Run these checks only: ids, beginnings of ids (KN, IPT0), names, or patterns with * and ?.")
    private List<CheckPattern> select = new ArrayList<>();

    @Option(
            names = "--ignore",
            order = 22,
            split = ",",
            paramLabel = "CHECK",
            converter = PatternConverter.class,
            description = "Do not run these.")
    private List<CheckPattern> ignore = new ArrayList<>();

    @Option(
            names = "--severity",
            order = 23,
            split = ",",
            paramLabel = "CHECK=LEVEL",
            converter = LevelConverter.class,
            description = "How bad findings of a check are: error, warning, info, or off.")
    private List<LevelChange> levels = new ArrayList<>();

    @Option(
            names = "--fail-on",
            order = 24,
            paramLabel = "LEVEL",
            description = "The exit code is 1 for findings as bad as this: error, warning (default), info or never.")
    private Optional<FailOn> failOn = Optional.empty();

    @Option(
            names = "--config",
            order = 25,
            paramLabel = "FILE",
            description = "Read settings from this file (default: .kube-nat.yaml in this folder or one above it).")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--no-config", order = 26, description = "Read no settings.")
    private boolean noConfig;

    @Option(
            names = "--baseline",
            order = 27,
            paramLabel = "FILE",
            description = "Leave out the findings that are in this file.")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--write-baseline",
            order = 28,
            paramLabel = "FILE",
            description = "Write all findings there are into this file, and leave them out.")
    private Optional<Path> written = Optional.empty();

    @Option(
            names = "--max-rules",
            order = 29,
            paramLabel = "COUNT",
            converter = CountConverter.class,
            description = "From how many rules on a table is said to have many (default: 20000).")
    private Optional<Long> maxRules = Optional.empty();

    @Option(
            names = "--max-chains",
            order = 30,
            paramLabel = "COUNT",
            converter = CountConverter.class,
            description = "The same for chains (default: 100000).")
    private Optional<Long> maxChains = Optional.empty();

    /** Reads the configuration and the baseline. */
    LintSettings read() throws DumpException {
        Optional<ConfigurationFile> file = noConfig
                ? Optional.empty()
                : config.isPresent() ? Optional.of(ConfigurationFile.read(config.get())) : ConfigurationFile.find();
        Configuration set = file.map(ConfigurationFile::configuration).orElse(Configuration.NONE);
        Configuration asked = Configuration.of(new Selection(select, ignore, levels), failOn)
                .within(new GivenLimits(maxRules, maxChains));
        Configuration all = set.overriddenBy(asked);
        Optional<Path> known =
                written.isPresent() ? Optional.empty() : baseline.or(() -> file.flatMap(ConfigurationFile::baseline));
        Baseline read = known.isPresent() ? ConfigurationFile.baseline(known.get()) : Baseline.EMPTY;
        return new LintSettings(all, file.map(ConfigurationFile::source), known, read, written);
    }

    /** Reads which checks are meant; fails if there are none. */
    static final class PatternConverter implements ITypeConverter<CheckPattern> {
        @Override
        public CheckPattern convert(String text) {
            CheckPattern pattern = new CheckPattern(text.strip());
            if (!pattern.isKnown(Checks.ALL)) {
                throw new TypeConversionException(
                        "%s: no check has this id or name; %s".formatted(pattern, pattern.hint(Checks.ALL)));
            }
            return pattern;
        }
    }

    /** Reads a number of things. */
    static final class CountConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            long count;
            try {
                count = Long.parseLong(text.strip());
            } catch (NumberFormatException noNumber) {
                throw new TypeConversionException(text + ": not a count such as 20000");
            }
            if (count < 0) {
                throw new TypeConversionException("a count is not below 0");
            }
            return count;
        }
    }

    /** Reads {@code CHECK=LEVEL}. */
    static final class LevelConverter implements ITypeConverter<LevelChange> {
        @Override
        public LevelChange convert(String text) {
            int equals = text.indexOf('=');
            String level = text.substring(equals + 1).strip();
            for (Level each : Level.values()) {
                if (equals > 0 && each.toString().equalsIgnoreCase(level)) {
                    return new LevelChange(new PatternConverter().convert(text.substring(0, equals)), each);
                }
            }
            throw new TypeConversionException(
                    "%s: expected CHECK=LEVEL, with error, warning, info or off".formatted(text));
        }
    }
}
