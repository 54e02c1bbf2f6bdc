package kubenat.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kubenat.model.packet.Family;

/**
 * A line of a script or at a prompt that changes rules: {@code sudo iptables -t nat -A PREROUTING …}.
 *
 * @param table the name after {@code -t}; filter where there is none
 * @param start where the command ({@code -A}) stands in the line
 * @param text the line with blanks for all that is not the command and its words, at the same columns
 */
record ShellCommand(Family family, String table, int start, String text) {
    private static final int LONGEST = 20_000;
    private static final Pattern PROGRAM = Pattern.compile(
            "\\s*(?:[^\\s'\"#]+(?: [^\\s'\"#]+)?[#$>%]\\s+)?(?:sudo\\s+(?:-\\w+\\s+)*)?"
                    + "(?:(?:[\\w./-]*/)?ip(6?)tables(?:-legacy|-nft)?|\"?\\$\\{?(?:IPT|IPTABLES|iptables|ipt)(6?)}?\"?)(?=\\s)");

    private static final Pattern COMMAND = Pattern.compile(
            "\\s(-[ANPIFXEDRZ]|--(?:append|insert|new-chain|policy|flush|delete-chain|rename-chain|delete|replace|zero))(?=\\s|$)");

    private static final Pattern TABLE = Pattern.compile("(?<=\\s)(?:-t\\s*|--table[\\s=]\\s*)(\\w+)(?=\\s|$)");
    private static final Pattern WAITING = Pattern.compile(
            "(?<=\\s)(?:-[wW](?:\\s*\\d+)?|--wait(?:-interval)?(?:[\\s=]\\d+)?|--verbose|-v|-n)(?=\\s|$)");

    /** What a shell does after the command. */
    private static final Pattern REST = Pattern.compile(
            "(?:\\s+#[^\"']*|\\s*;|\\s+(?:\\|\\||&&)\\s*(?:true|:|exit(?:\\s+\\d+)?|return(?:\\s+\\d+)?)|\\s+[12&]?>\\s*\\S+"
                    + "|\\s+2>&1)\\s*$");

    static Optional<ShellCommand> of(String line) {
        Matcher program = PROGRAM.matcher(line);
        if (line.length() > LONGEST || !program.lookingAt()) {
            return Optional.empty();
        }
        int quote = firstQuote(line, program.end());
        StringBuilder text = new StringBuilder(line);
        blank(text, 0, program.end());
        String table = "filter";
        Matcher named = TABLE.matcher(text).region(0, quote);
        if (named.find()) {
            table = named.group(1);
            blank(text, named.start(), named.end());
        }
        Matcher waiting = WAITING.matcher(text).region(0, quote);
        while (waiting.find()) {
            blank(text, waiting.start(), waiting.end());
        }
        for (Matcher rest = REST.matcher(text); rest.find(); rest = REST.matcher(text)) {
            blank(text, rest.start(), text.length());
            text.setLength(rest.start());
        }
        Matcher command = COMMAND.matcher(text).region(0, Math.min(quote, text.length()));
        if (!command.find() || !text.substring(0, command.start(1)).isBlank()) {
            return Optional.empty();
        }
        boolean isSix = "6".equals(program.group(1)) || "6".equals(program.group(2));
        Family family = isSix ? Family.IPV6 : Family.IPV4;
        return Optional.of(new ShellCommand(family, table, command.start(1), text.toString()));
    }

    /** Where the first quote opens; the length of the line if none does. What is quoted is not the command's own. */
    private static int firstQuote(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == '"' || line.charAt(i) == '\'') {
                return i;
            }
        }
        return line.length();
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, ' ');
        }
    }
}
