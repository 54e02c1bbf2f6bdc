package kubenat.render.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kubenat.model.Rule;

/** The raw text of a rule, shortened to what decides: without {@code -A CHAIN}, counters, comments and what the words say already. */
final class RawRule {
    private static final Pattern WORD = Pattern.compile("'[^']*'|\"(?:[^\"\\\\]|\\\\.)*\"|\\S+");

    /** Modules whose options, or the protocol, say that they are used. */
    private static final Set<String> SAID_ANYWAY = Set.of("comment", "tcp", "udp", "sctp");

    private RawRule() {}

    /** The conditions as they stand in the dump; the target if there are none. */
    static String conditions(Rule rule) {
        List<String> words = withoutNotes(words(rule.text()));
        int target = target(words);
        List<String> conditions = words.subList(0, target);
        return String.join(" ", conditions.isEmpty() ? words.subList(target, words.size()) : conditions);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        int append = words.indexOf("-A");
        return append >= 0 && append + 2 <= words.size() ? words.subList(append + 2, words.size()) : words;
    }

    private static List<String> withoutNotes(List<String> words) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean module =
                    words.get(i).equals("-m") && i + 1 < words.size() && SAID_ANYWAY.contains(words.get(i + 1));
            if (words.get(i).equals("-c")) {
                i += 2;
            } else if (module || words.get(i).equals("--comment")) {
                i++;
            } else {
                kept.add(words.get(i));
            }
        }
        return kept;
    }

    private static int target(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("-j") || words.get(i).equals("-g")) {
                return i;
            }
        }
        return words.size();
    }
}
