package kubenat.parse.form;

import java.util.Set;
import java.util.function.IntPredicate;
import kubenat.model.syntax.Argument;

/** Which words iptables puts in quotes, and which characters it escapes in them (xtables_save_string, iptables 1.8.9). */
public final class Quoting {
    /** Printed in quotes, whatever they hold. */
    private static final Set<String> ALWAYS =
            Set.of("--u32", "--bytecode", "--string", "--hex-string", "--label", "--path");

    /** Free text, printed in quotes if it holds anything but letters, digits, {@code _} and {@code -}. */
    private static final Set<String> TEXT =
            Set.of("--comment", "--log-prefix", "--nflog-prefix", "--ulog-prefix", "--helper", "--object-pinned");

    private Quoting() {}

    /** A word of an option, as iptables prints it. */
    public static String word(String module, Argument argument, String word) {
        boolean always = ALWAYS.contains(argument.option()) && !module.equals("IDLETIMER");
        boolean quoted = always || TEXT.contains(argument.option()) ? always || !isPlain(word) : !isOneWord(word);
        return quoted ? quoted(word) : word;
    }

    private static String quoted(String word) {
        StringBuilder text = new StringBuilder(word.length() + 2).append('"');
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '"' || c == '\'' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        return text.append('"').toString();
    }

    private static boolean isPlain(String word) {
        return isAll(
                word,
                c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-');
    }

    /** Whether the word can stand without quotes and is read again as it is. */
    private static boolean isOneWord(String word) {
        return isAll(word, c -> c > ' ' && c != '"' && c != '\'' && c != '\\');
    }

    private static boolean isAll(String word, IntPredicate wanted) {
        for (int i = 0; i < word.length(); i++) {
            if (!wanted.test(word.charAt(i))) {
                return false;
            }
        }
        return !word.isEmpty();
    }
}
