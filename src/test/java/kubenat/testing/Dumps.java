package kubenat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kubenat.model.Ruleset;
import kubenat.model.packet.Family;
import kubenat.parse.DumpReader;
import kubenat.source.Bytes;
import kubenat.source.DumpException;
import kubenat.source.SourceText;

/** Small rulesets for tests, from the text of rules. */
public final class Dumps {
    private static final Pattern TABLE = Pattern.compile("\\*(\\w+)");
    private static final Pattern CHAIN = Pattern.compile("-A (\\S+)");
    private static final Set<String> BUILT_IN = Set.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING");

    private Dumps() {}

    /** What a dump's text says. */
    public static Ruleset parse(String text) {
        try {
            SourceText source = new SourceText("test.rules", Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
            return new DumpReader().read(source);
        } catch (DumpException noDump) {
            throw new AssertionError(noDump);
        }
    }

    /** A file, as one string. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same for a dump that does not show its family, as few rules of IPv6 do not. */
    public static Ruleset parse(Family family, String text) {
        Ruleset ruleset = parse(text);
        return new Ruleset(family, ruleset.tables(), ruleset.diagnostics());
    }

    /**
     * Rules in short: {@code *nat; -A PREROUTING -j A; -A A -j RETURN}; tables are nat unless named, chains declare themselves,
     * and {@code -P FORWARD DROP} sets a policy.
     */
    public static Ruleset rules(String text) {
        StringBuilder dump = new StringBuilder();
        for (String table : ("*nat;" + text).split("(?=\\*\\w+;)")) {
            if (!table.equals("*nat;") || !text.contains("*")) {
                dump.append(table(table));
            }
        }
        return parse(dump.toString());
    }

    private static String table(String text) {
        Matcher name = TABLE.matcher(text);
        if (!name.find()) {
            throw new IllegalArgumentException("no table: " + text);
        }
        StringBuilder declared = new StringBuilder();
        StringBuilder rules = new StringBuilder();
        for (String hook : hooks(name.group(1))) {
            String policy = text.contains("-P " + hook + " DROP") ? "DROP" : "ACCEPT";
            declared.append(":" + hook + " " + policy + " [0:0]\n");
        }
        Set<String> chains = new LinkedHashSet<>();
        Matcher chain = CHAIN.matcher(text);
        while (chain.find()) {
            chains.add(chain.group(1));
        }
        chains.removeAll(BUILT_IN);
        chains.forEach(each -> declared.append(":" + each + " - [0:0]\n"));
        for (String rule : text.split(";")) {
            rules.append(rule.strip().startsWith("-A") ? rule.strip() + "\n" : "");
        }
        return "*" + name.group(1) + "\n" + declared + rules + "COMMIT\n";
    }

    private static Set<String> hooks(String table) {
        return switch (table) {
            case "nat" -> Set.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING");
            case "raw" -> Set.of("PREROUTING", "OUTPUT");
            case "mangle" -> BUILT_IN;
            default -> Set.of("INPUT", "FORWARD", "OUTPUT");
        };
    }
}
