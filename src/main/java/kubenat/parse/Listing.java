package kubenat.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code iptables -L} prints, as rules. What a listing cannot say (interfaces without {@code -v}, most of the less usual
 * modules) becomes a condition that nobody knows; it is never guessed.
 *
 * @param numbered whether rows begin with a number ({@code --line-numbers})
 * @param verbose whether rows have counters and interfaces ({@code -v})
 */
record Listing(boolean numbered, boolean verbose) {
    private static final Pattern CHAIN = Pattern.compile(
            "Chain (\\S+) \\((?:policy (\\w+)(?: (\\d+)\\w* packets, (\\d+)\\w* bytes)?|\\d+ references)\\)\\s*");

    private static final Pattern HEADER = Pattern.compile(
            "\\s*(num\\s+)?(pkts\\s+bytes\\s+)?target\\s+prot\\s+opt\\s+(?:in\\s+out\\s+)?source\\s+destination\\s*");

    private static final List<String> OPTIONS = List.of("--", "-f", "!f");
    private static final Pattern PROTOCOL = Pattern.compile("!?(?:[a-z][a-z0-9-]*|\\d{1,3})");
    private static final String UNLISTED = "interfaces, which the listing does not show";

    /** The line that begins a chain, as {@code :CHAIN POLICY [packets:bytes]}; absent if the line is none. */
    static Optional<String> declaration(String line) {
        Matcher chain = CHAIN.matcher(line);
        if (!line.startsWith("Chain ") || !chain.matches()) {
            return Optional.empty();
        }
        String policy = chain.group(2) == null ? "-" : chain.group(2);
        String counters = chain.group(3) == null ? "0:0" : chain.group(3) + ":" + chain.group(4);
        return Optional.of(":" + chain.group(1) + " " + policy + " [" + counters + "]");
    }

    /** What the line above the rows says; absent if the line is none. */
    static Optional<Listing> header(String line) {
        Matcher header = HEADER.matcher(line);
        return header.matches()
                ? Optional.of(new Listing(header.group(1) != null, header.group(2) != null))
                : Optional.empty();
    }

    /** A row as {@code -A CHAIN …}; absent if the line is none. */
    Optional<String> rule(String chain, String line) {
        Row row = new Row(line);
        boolean sound = !numbered || row.word().matches("\\d+");
        String packets = verbose ? row.word() : "";
        String bytes = verbose ? row.word() : "";
        sound &= !verbose || packets.matches("\\d+[KMGT]?") && bytes.matches("\\d+[KMGT]?");
        String target = row.isOption(1) ? "" : row.word();
        String protocol = row.word();
        String fragment = row.isOption(0) ? row.word() : "--";
        String in = verbose ? row.word() : "*";
        String out = verbose ? row.word() : "*";
        String source = row.word();
        String destination = row.word();
        if (!sound || destination.isEmpty() || !PROTOCOL.matcher(protocol).matches()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("-A ").append(chain);
        option("-s", source.equals("anywhere") ? "0.0.0.0/0" : source, "0.0.0.0/0", text);
        option("-d", destination.equals("anywhere") ? "0.0.0.0/0" : destination, "0.0.0.0/0", text);
        option("-i", in, "*", text);
        option("-o", out, "*", text);
        option("-p", protocol.equals("all") ? "0" : protocol, "0", text);
        text.append(fragment.equals("--") ? "" : fragment.equals("-f") ? " -f" : " ! -f");
        text.append(verbose ? "" : " -m \"" + UNLISTED + "\"");
        boolean isGoto = row.rest().stripLeading().startsWith("[goto]");
        ListingWords words = new ListingWords(target);
        words.read(isGoto ? row.rest().stripLeading().substring("[goto]".length()) : row.rest());
        text.append(words.matches());
        text.append((packets + bytes).matches("\\d+") ? " -c " + packets + " " + bytes : "");
        text.append(target.isEmpty() ? "" : (isGoto ? " -g " : " -j ") + target);
        return Optional.of(text.append(words.targets()).toString());
    }

    private static void option(String name, String value, String any, StringBuilder text) {
        boolean negated = value.startsWith("!");
        String plain = negated ? value.substring(1) : value;
        if (negated || !plain.equals(any) && !plain.equals("::/0")) {
            text.append(negated ? " ! " : " ").append(name).append(' ').append(plain);
        }
    }

    /** The condition of every rule of a listing without interfaces, which is said once and not of each. */
    static boolean isUnlisted(String module) {
        return module.equals(UNLISTED);
    }

    /** Words of a row from its beginning. */
    private static final class Row {
        private final String line;
        private int at;

        Row(String line) {
            this.line = line;
        }

        /** The next word; empty at the end. */
        String word() {
            int start = start(at);
            at = end(start);
            return line.substring(start, at);
        }

        String rest() {
            return line.substring(at);
        }

        /** Whether the word after some others is what stands in the column {@code opt}. */
        boolean isOption(int after) {
            int start = start(at);
            for (int i = 0; i < after; i++) {
                start = start(end(start));
            }
            return OPTIONS.contains(line.substring(start, end(start)));
        }

        private int start(int from) {
            int start = from;
            while (start < line.length() && line.charAt(start) == ' ') {
                start++;
            }
            return start;
        }

        private int end(int from) {
            int end = line.indexOf(' ', from);
            return end < 0 ? line.length() : end;
        }
    }
}
