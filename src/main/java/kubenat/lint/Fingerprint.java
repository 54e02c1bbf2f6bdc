package kubenat.lint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.regex.Pattern;
import kubenat.model.ChainName;
import kubenat.model.Rule;

/**
 * What a finding is about, but not where that stands: the same for the next dump of the node, whose lines have moved and
 * whose counters have counted on.
 *
 * @param table empty for what concerns a whole dump
 * @param chain empty for what concerns a table or more
 * @param text the rule without counters, words one blank apart; without a rule, the message without its numbers
 */
public record Fingerprint(String id, String table, String chain, String text) implements Comparable<Fingerprint> {
    private static final Pattern COUNTERS = Pattern.compile("^\\[\\d+:\\d+\\] *| -c \\d+ \\d+(?= |$)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*");
    private static final Comparator<Fingerprint> ORDER = Comparator.comparing(Fingerprint::id)
            .thenComparing(Fingerprint::table)
            .thenComparing(Fingerprint::chain)
            .thenComparing(Fingerprint::text);

    public static Fingerprint of(Finding finding) {
        Place place = finding.place();
        return new Fingerprint(
                finding.id(),
                place.chain().map(chain -> chain.table().toString()).orElse(""),
                place.chain().map(ChainName::name).orElse(""),
                place.rule()
                        .map(Fingerprint::normalised)
                        .orElseGet(() -> NUMBER.matcher(finding.message()).replaceAll("#")));
    }

    private static String normalised(Rule rule) {
        String counted = COUNTERS.matcher(rule.text()).replaceAll("");
        return BLANKS.matcher(counted).replaceAll(" ").strip();
    }

    /** A short form, for those who compare and do not read. */
    public String hash() {
        try {
            String all = String.join("\n", id, table, chain, text);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public int compareTo(Fingerprint other) {
        return ORDER.compare(this, other);
    }
}
