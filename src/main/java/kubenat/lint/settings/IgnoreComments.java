package kubenat.lint.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kubenat.kube.Owner;
import kubenat.lint.Check;
import kubenat.lint.Finding;
import kubenat.lint.Place;
import kubenat.lint.Suppressed;
import kubenat.lint.checks.Checks;
import kubenat.source.Bytes;
import kubenat.source.SourceText;
import kubenat.source.Span;

/**
 * The lines {@code # kube-nat: ignore=IPT004 REASON} of a dump, which are about the next line that is no comment, and
 * {@code # kube-nat: ignore-file=KN106 REASON}, which are about all of it.
 *
 * @param problems what is wrong with them
 */
record IgnoreComments(List<Ignore> ignores, List<Finding> problems) {
    private static final Pattern COMMENT = Pattern.compile("# *kube-nat:\\s*(.*?)\\s*");
    private static final Pattern IGNORE = Pattern.compile("(ignore|ignore-file)=([^\\s,]+(?:,[^\\s,]+)*)(?:\\s+(.*))?");

    IgnoreComments {
        ignores = List.copyOf(ignores);
        problems = List.copyOf(problems);
    }

    /** Those of a dump. It is not parsed for them: a million lines that are no comments cost one look for {@code #}. */
    static IgnoreComments in(SourceText source) {
        Reader reader = new Reader(source);
        reader.read();
        return new IgnoreComments(reader.ignores, reader.problems);
    }

    /** Goes through a dump from comment to comment. */
    private static final class Reader {
        private final SourceText source;
        private final Bytes bytes;
        private final List<Ignore> ignores = new ArrayList<>();
        private final List<Finding> problems = new ArrayList<>();
        private long counted;
        private int line = 1;

        Reader(SourceText source) {
            this.source = source;
            this.bytes = source.bytes();
        }

        void read() {
            long at = bytes.indexOf('#', 0);
            while (at < bytes.length()) {
                boolean begins = at == 0 || bytes.at(at - 1) == '\n';
                if (begins) {
                    Matcher comment = COMMENT.matcher(source.lineAt(at));
                    if (comment.matches()) {
                        count(at);
                        comment(comment.group(1), source.lineAt(at));
                    }
                }
                at = bytes.indexOf('#', begins ? source.nextLine(at) : at + 1);
            }
        }

        private void count(long upTo) {
            for (long at = bytes.indexOf('\n', counted); at < upTo; at = bytes.indexOf('\n', at + 1)) {
                line++;
            }
            counted = upTo;
        }

        private void comment(String text, String whole) {
            Span span = new Span(line, 1, whole.length());
            Place place = new Place(source.name(), span, Optional.empty(), Optional.empty(), Owner.UNKNOWN);
            Matcher ignore = IGNORE.matcher(text);
            if (!ignore.matches()) {
                String message = "this comment is for kube-nat, and is not understood";
                problems.add(Checks.IGNORE_NOT_UNDERSTOOD
                        .finding(place, message)
                        .withHelp("its form is # kube-nat: ignore=IPT004,KN1 REASON, or ignore-file="));
                return;
            }
            List<CheckPattern> checks =
                    Stream.of(ignore.group(2).split(",")).map(CheckPattern::new).toList();
            unknown(checks, place);
            Scope scope =
                    ignore.group(1).equals("ignore") ? Scope.line(source.name(), next()) : Scope.dump(source.name());
            Optional<String> reason = Optional.ofNullable(ignore.group(3)).filter(words -> !words.isBlank());
            ignores.add(new Ignore(place, Suppressed.By.COMMENT, scope, checks, reason));
        }

        private void unknown(List<CheckPattern> checks, Place place) {
            List<Check> all = Checks.ALL;
            CheckPattern.unknown(checks, all)
                    .ifPresent(pattern -> problems.add(Checks.IGNORE_NOT_UNDERSTOOD
                            .finding(place, "%s: no check has this id or name".formatted(pattern))
                            .withHelp(pattern.hint(all))));
        }

        /** The next line that is neither a comment nor empty. */
        private int next() {
            int next = line + 1;
            long at = source.nextLine(counted);
            while (at < bytes.length()
                    && (bytes.at(at) == '#' || source.lineAt(at).isBlank())) {
                at = source.nextLine(at);
                next++;
            }
            return next;
        }
    }
}
