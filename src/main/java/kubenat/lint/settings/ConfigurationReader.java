package kubenat.lint.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kubenat.kube.Owner;
import kubenat.lint.Level;
import kubenat.lint.Place;
import kubenat.lint.Suppressed;
import kubenat.lint.checks.Checks;
import kubenat.model.TableName;
import kubenat.source.DumpException;
import kubenat.source.EditDistance;
import kubenat.source.SourceText;
import kubenat.yaml.YamlList;
import kubenat.yaml.YamlMap;
import kubenat.yaml.YamlReader;
import kubenat.yaml.YamlText;
import kubenat.yaml.YamlValue;

/** Reads a configuration file; what is not understood in it is an error that names the place. */
public final class ConfigurationReader {
    private static final List<String> KEYS =
            List.of("select", "ignore", "severity", "fail-on", "max-rules", "max-chains", "baseline", "suppress");
    private static final List<String> SUPPRESS_KEYS = List.of("checks", "table", "chain", "dump", "reason");
    private static final int MAX_EDITS = 3;
    private static final int LONGEST_COUNT = 18;

    private ConfigurationReader() {}

    public static Configuration read(SourceText source) throws DumpException {
        Optional<YamlValue> root = YamlReader.read(source);
        if (root.isEmpty()) {
            return Configuration.NONE;
        }
        YamlMap map = map(root.get(), KEYS);
        Selection selection = new Selection(
                patterns(map.value("select")), patterns(map.value("ignore")), levels(map.value("severity")));
        Optional<FailOn> failOn = map.value("fail-on").isPresent()
                ? Optional.of(oneOf(map.value("fail-on").get(), List.of(FailOn.values())))
                : Optional.empty();
        GivenLimits limits = new GivenLimits(count(map.value("max-rules")), count(map.value("max-chains")));
        return new Configuration(
                selection, failOn, limits, text(map.value("baseline")), suppress(map.value("suppress")));
    }

    private static YamlMap map(YamlValue value, List<String> keys) throws DumpException {
        if (!(value instanceof YamlMap map)) {
            throw value.wrong("expected keys and values", "keys are " + String.join(", ", keys));
        }
        for (YamlMap.Entry entry : map.entries()) {
            if (!keys.contains(entry.key().text())) {
                throw entry.key()
                        .wrong(
                                "unknown key " + entry.key().text(),
                                near(entry.key().text(), keys));
            }
        }
        return map;
    }

    private static String near(String given, List<String> known) {
        return known.stream()
                .filter(key -> EditDistance.between(given.toLowerCase(Locale.ROOT), key) <= MAX_EDITS)
                .min((a, b) -> Integer.compare(EditDistance.between(given, a), EditDistance.between(given, b)))
                .map("did you mean %s?"::formatted)
                .orElse("known are " + String.join(", ", known));
    }

    private static Optional<String> text(Optional<YamlValue> value) throws DumpException {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!(value.get() instanceof YamlText text)) {
            throw value.get().wrong("expected one text", "");
        }
        return Optional.of(text.text()).filter(words -> !words.isBlank());
    }

    /** A list, or a single one, or nothing. */
    private static List<YamlValue> items(Optional<YamlValue> value) {
        if (value.isEmpty()
                || value.get() instanceof YamlText text && text.text().isEmpty()) {
            return List.of();
        }
        return value.get() instanceof YamlList list ? list.items() : List.of(value.get());
    }

    private static List<CheckPattern> patterns(Optional<YamlValue> value) throws DumpException {
        List<CheckPattern> patterns = new ArrayList<>();
        for (YamlValue item : items(value)) {
            patterns.add(pattern(item));
        }
        return patterns;
    }

    private static CheckPattern pattern(YamlValue value) throws DumpException {
        if (!(value instanceof YamlText text)) {
            throw value.wrong("expected the id of a check", "suppress: leaves out findings at some place");
        }
        CheckPattern pattern = new CheckPattern(text.text());
        if (!pattern.isKnown(Checks.ALL)) {
            throw value.wrong("%s: no check has this id or name".formatted(pattern), pattern.hint(Checks.ALL));
        }
        return pattern;
    }

    private static List<LevelChange> levels(Optional<YamlValue> value) throws DumpException {
        List<LevelChange> levels = new ArrayList<>();
        if (items(value).isEmpty()) {
            return levels;
        }
        if (!(value.get() instanceof YamlMap map)) {
            throw value.get().wrong("expected ids with levels", "such as IPT002: warning");
        }
        for (YamlMap.Entry entry : map.entries()) {
            levels.add(new LevelChange(pattern(entry.key()), oneOf(entry.value(), List.of(Level.values()))));
        }
        return levels;
    }

    private static <T> T oneOf(YamlValue value, List<T> known) throws DumpException {
        String given = value instanceof YamlText text ? text.text().toLowerCase(Locale.ROOT) : "";
        for (T each : known) {
            if (each.toString().equals(given)) {
                return each;
            }
        }
        List<String> words = known.stream().map(Object::toString).toList();
        throw value.wrong(
                given.isEmpty() ? "expected one word" : "%s is not one of them".formatted(given), near(given, words));
    }

    private static Optional<Long> count(Optional<YamlValue> value) throws DumpException {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String given = value.get() instanceof YamlText text ? text.text() : "";
        if (given.isEmpty()
                || given.length() > LONGEST_COUNT
                || !given.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw value.get()
                    .wrong(given.isEmpty() ? "expected a count" : given + " is no count", "digits only, such as 20000");
        }
        return Optional.of(Long.valueOf(given));
    }

    private static List<Ignore> suppress(Optional<YamlValue> value) throws DumpException {
        List<Ignore> all = new ArrayList<>();
        for (YamlValue item : items(value)) {
            YamlMap map = map(item, SUPPRESS_KEYS);
            Place place = new Place(map.file(), map.span(), Optional.empty(), Optional.empty(), Owner.UNKNOWN);
            if (items(map.value("checks")).isEmpty()) {
                throw map.wrong("no checks are named", "checks: \"*\" means all");
            }
            Scope scope = new Scope(
                    text(map.value("dump")).map(Glob::new),
                    Optional.empty(),
                    table(map.value("table")),
                    text(map.value("chain")).map(Glob::new));
            all.add(new Ignore(
                    place,
                    Suppressed.By.CONFIGURATION,
                    scope,
                    patterns(map.value("checks")),
                    text(map.value("reason"))));
        }
        return all;
    }

    private static Optional<String> table(Optional<YamlValue> value) throws DumpException {
        Optional<String> name = text(value);
        if (name.isPresent() && TableName.read(name.get()).isEmpty()) {
            throw value.get().wrong(name.get() + " is no table", "raw, mangle, nat, filter or security");
        }
        return name;
    }
}
