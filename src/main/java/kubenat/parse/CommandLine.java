package kubenat.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kubenat.model.TableName;
import kubenat.model.packet.Family;

/**
 * A command at a prompt, as people paste it with its output: {@code root@node:~# iptables -t nat -S}.
 *
 * @param table the table it prints; absent for all of them
 */
record CommandLine(Family family, Optional<TableName> table) {
    private static final int LONGEST = 500;

    /** The command that a line shows; empty if it shows none. */
    static Optional<CommandLine> of(String line) {
        Matcher command = Patterns.COMMAND.matcher(line.length() > LONGEST ? "" : line);
        if (!command.matches()) {
            return Optional.empty();
        }
        boolean save = command.group(2) != null;
        String options = command.group(3);
        if (!save && !Patterns.LISTS.matcher(options).find()) {
            return Optional.empty();
        }
        Matcher table = Patterns.TABLE.matcher(options);
        Optional<TableName> named = table.find() ? TableName.read(table.group(1)) : Optional.empty();
        Family family = command.group(1).isEmpty() ? Family.IPV4 : Family.IPV6;
        return Optional.of(new CommandLine(family, save ? named : named.or(() -> Optional.of(TableName.FILTER))));
    }

    /** The command that a comment names, as {@code kube-nat fmt --to S} writes above each table. */
    static Optional<CommandLine> ofRemark(String comment) {
        return comment.endsWith(" -S") && Patterns.REMARK.matcher(comment).matches() ? of(comment) : Optional.empty();
    }

    /** Compiled when first needed, which for most dumps is never. */
    private static final class Patterns {
        private static final Pattern COMMAND =
                Pattern.compile("(?:.*[\\s/])?ip(6?)tables(?:-legacy|-nft)?(-save)?((?:\\s.*)?)", Pattern.DOTALL);
        private static final Pattern REMARK = Pattern.compile("#\\s*ip6?tables(?:-legacy|-nft)? -t \\w+ -S");
        private static final Pattern LISTS = Pattern.compile("\\s(?:-\\w*[SL]|--list)");
        private static final Pattern TABLE = Pattern.compile("\\s(?:-t\\s*|--table[\\s=])(\\w+)");
    }
}
