package kubenat.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.model.match.Match;
import kubenat.model.match.MatchSyntaxes;
import kubenat.model.packet.Protocol;
import kubenat.model.syntax.Option;
import kubenat.model.target.Target;
import kubenat.model.target.TargetSyntaxes;

/**
 * Which options every match module and target has, how many words each takes, and whether it may be negated: the model's
 * own, and for all others those of iptables 1.8.9 ({@code options.tsv}).
 */
final class OptionTable {
    /** What makes up a rule beside its conditions: modules, target, counters (man iptables 1.8.9). */
    static final Extension<List<Match>> FRAME = Extension.unmodelled(
            "rule",
            List.of(
                    Option.value("-m", "--match").neverNegated(),
                    Option.value("-j", "--jump").neverNegated(),
                    Option.value("-g", "--goto").neverNegated(),
                    Option.value("-c", "--set-counters").words(2).neverNegated()));

    static final Extension<List<Match>> CORE = Extension.modelled(MatchSyntaxes.CORE, List.of());

    private static final Map<String, String> PROTOCOL_MODULES = Map.of(
            "ipv6-icmp", "icmp6",
            "icmpv6", "icmp6",
            "mobility-header", "mh",
            "ipv6-mh", "mh");

    private final Extensions<List<Match>> matches;
    private final Extensions<Target> targets;

    private OptionTable(List<String> lines) {
        matches = new Extensions<>("match", lines, MatchSyntaxes.ALL);
        targets = new Extensions<>("target", lines, TargetSyntaxes.ALL);
    }

    /** The table of iptables 1.8.9. */
    static OptionTable standard() {
        return Holder.STANDARD;
    }

    /** The module after {@code -m}; one that is not known if there is none of this name. */
    Extension<List<Match>> match(String name) {
        return matches.named(PROTOCOL_MODULES.getOrDefault(name, name)).orElseGet(() -> Extension.unknown(name));
    }

    /** The module that {@code -p} brings with it, such as {@code tcp}; one without options if there is none. */
    Extension<List<Match>> ofProtocol(String protocol) {
        if (protocol.isEmpty()) {
            return Extension.unknown(protocol);
        }
        try {
            return match(Protocol.parse(protocol).toString());
        } catch (IllegalArgumentException unknown) {
            return Extension.unknown(protocol);
        }
    }

    /** The target after {@code -j}; absent if no target has this name, so that it must be a chain's. */
    Optional<Extension<Target>> target(String name) {
        return targets.named(name);
    }

    /** The names of all match modules. */
    Stream<String> matchNames() {
        return matches.names();
    }

    /** The names of all targets. */
    Stream<String> targetNames() {
        return targets.names();
    }

    /** The modules that have an option of exactly this spelling. */
    List<String> modulesWith(String option) {
        return matches.names()
                .map(this::match)
                .filter(extension -> extension.option(option).isPresent())
                .map(Extension::name)
                .toList();
    }

    /** One line of {@code options.tsv}; a module without options has one line that names none. */
    record Row(String kind, String module, Optional<Option> option) {
        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            if (cells.length == 2) {
                return new Row(cells[0], cells[1], Optional.empty());
            }
            List<String> names = List.of(cells[2].split(","));
            return new Row(
                    cells[0],
                    cells[1],
                    Optional.of(new Option(
                            names, Integer.parseInt(cells[3]), Integer.parseInt(cells[4]), cells[5].equals("yes"))));
        }
    }

    /** The lines of {@code options.tsv}, each a {@link Row}. */
    static List<String> lines() {
        String packaged = PackagedLines.text();
        String text = packaged.isEmpty() ? file() : packaged;
        return text.lines().filter(line -> !line.startsWith("#")).toList();
    }

    private static String file() {
        try (InputStream in = Objects.requireNonNull(OptionTable.class.getResourceAsStream("options.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read when first needed. */
    private static final class Holder {
        private static final OptionTable STANDARD = new OptionTable(lines());
    }
}
