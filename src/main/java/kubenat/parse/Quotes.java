package kubenat.parse;

/** Takes the quotes off a word, as iptables-restore and the shell do. */
final class Quotes {
    private Quotes() {}

    /** The word without quotes and escapes; {@code a"b c"d} is {@code ab cd}. A backslash escapes within double quotes only. */
    static String strip(String word) {
        if (word.indexOf('"') >= 0) {
            return stripDouble(word);
        }
        int single = word.endsWith("'") ? word.indexOf('\'') : -1;
        boolean whole = single == 0 || single > 0 && word.charAt(single - 1) == '=' && word.charAt(0) == '-';
        return whole && single < word.length() - 1
                ? word.substring(0, single) + word.substring(single + 1, word.length() - 1)
                : word;
    }

    private static String stripDouble(String word) {
        int last = word.length() - 1;
        if (word.indexOf('"', 1) == last && word.charAt(0) == '"' && word.indexOf('\\') < 0) {
            return word.substring(1, last);
        }
        StringBuilder text = new StringBuilder(word.length());
        boolean quoted = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '\\' && i + 1 < word.length()) {
                text.append(word.charAt(++i));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
