package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import kubenat.source.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineParserTest {
    private final LineParser parser = new LineParser("dump");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '§', textBlock = """
            # line                                     ~ kind    ~ name       ~ items
            *nat                                       ~ TABLE   ~ nat        ~
            :INPUT DROP [3:4]                          ~ CHAIN   ~ INPUT      ~ DROP|[3:4]
            :KUBE-SVC - [0:0]                          ~ CHAIN   ~ KUBE-SVC   ~ -|[0:0]
            :KUBE-SVC -                                ~ CHAIN   ~ KUBE-SVC   ~ -
            COMMIT                                     ~ COMMIT  ~            ~
            # it's "a comment                          ~ COMMENT ~            ~
            -N KUBE-SVC                                ~ NEW     ~ KUBE-SVC   ~
            --new-chain KUBE-SVC                       ~ NEW     ~ KUBE-SVC   ~
            -P INPUT ACCEPT -c 11 660                  ~ POLICY  ~ INPUT      ~ ACCEPT|-c|11|660
            -X KUBE-SEP                                ~ REMOVE  ~ KUBE-SEP   ~
            -F                                         ~ FLUSH   ~            ~
            -A X -j Y                                  ~ APPEND  ~ X          ~ -j|Y
            --append X --jump Y                        ~ APPEND  ~ X          ~ --jump|Y
            §    -A X  ! -s 10.0.0.1	-j Y§          ~ APPEND  ~ X          ~ !|-s|10.0.0.1|-j|Y
            -A COMMIT -j *nat                          ~ APPEND  ~ COMMIT     ~ -j|*nat
            -A X -m comment --comment "a \\"b\\" \\\\ -j Z" ~ APPEND ~ X       ~ -m|comment|--comment|a "b" \\ -j Z
            -A X --comment ""                          ~ APPEND  ~ X          ~ --comment|
            -A X --comment "a "                        ~ APPEND  ~ X          ~ §--comment|a §
            -A X --comment a"b c"d                     ~ APPEND  ~ X          ~ --comment|ab cd
            -A X --comment 'it is' -j Y                ~ APPEND  ~ X          ~ --comment|it is|-j|Y
            -A X --log-prefix='a b' -j Y               ~ APPEND  ~ X          ~ --log-prefix=a b|-j|Y
            -A X --comment don't -j it's               ~ APPEND  ~ X          ~ --comment|don't|-j|it's
            -A X --comment a\\b #c :d *e [1:2] ->       ~ APPEND ~ X          ~ --comment|a\\b|#c|:d|*e|[1:2]|->
            -A X --comment unicode中文𝄞 -j Y           ~ APPEND  ~ X          ~ --comment|unicode中文𝄞|-j|Y
            [12:720] -A X -j Y                         ~ APPEND  ~ X          ~ -j|Y
            """)
    void splitsALineIntoItsWords(String line, DumpLine.Kind kind, String name, String items) {
        DumpLine parsed = parser.parse(1, line);

        assertThat(parsed.problem()).isEmpty();
        assertThat(parsed.kind()).isEqualTo(kind);
        assertThat(parsed.name()).isEqualTo(name == null ? "" : name);
        assertThat(parsed.items().stream().map(Item::text).collect(Collectors.joining("|")))
                .isEqualTo(items == null ? "" : items);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '§', textBlock = """
            # line                       ~ column ~ length ~ message
            junk                         ~  1     ~ 4      ~ expected a rule, a chain, a table or COMMIT, found junk
            root@node:/# iptables-save   ~  1     ~ 12     ~ expected a rule, a chain, a table or COMMIT, found root@node:/#
            -A                           ~  3     ~ 0      ~ expected a chain name, found the end of the line
            -A -j X                      ~  4     ~ 2      ~ expected a chain name, found -j
            :X                           ~  3     ~ 0      ~ expected a policy, found the end of the line
            -P INPUT                     ~  9     ~ 0      ~ expected a policy, found the end of the line
            -N A B                       ~  6     ~ 1      ~ expected the end of the line, found B
            *nat filter                  ~  6     ~ 6      ~ expected the end of the line, found filter
            -A X --comment "a -j Y       ~ 16     ~ 7      ~ the quote is not closed
            -A X --comment "a" "b c" "d\\ ~ 26    ~ 3      ~ the quote is not closed
            [1:2]                        ~  6     ~ 0      ~ expected a rule, a chain, a table or COMMIT, found the end of the line
            """)
    void saysWhatIsWrongAndWhere(String line, int column, int length, String message) {
        Diagnostic problem = parser.parse(7, line).problem().orElseThrow();

        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.span()).hasToString("7:" + column);
        assertThat(problem.span().length()).isEqualTo(length);
    }

    @Test
    void keepsTheWordsOfALineThatIsWrong() {
        DumpLine parsed = parser.parse(1, "-A X -j Y --comment \"cut of");

        assertThat(parsed.items()).extracting(Item::text).containsExactly("-j", "Y", "--comment", "cut of");
        assertThat(parsed.items().get(3).kind()).isEqualTo(Item.Kind.UNCLOSED);
    }

    @Test
    void tellsWhereEachWordStands() {
        DumpLine parsed = parser.parse(1, "-A X  --comment \"a b\" -j Y");

        assertThat(parsed.items()).extracting(Item::column).containsExactly(7, 17, 23, 26);
        assertThat(parsed.items()).extracting(Item::length).containsExactly(9, 5, 2, 1);
    }

    @Test
    void keepsCounters() {
        assertThat(parser.parse(1, "[12:720] -A X -j Y").counters()).contains("[12:720]");
        assertThat(parser.parse(1, "-A X -j Y").counters()).isEmpty();
    }
}
