package kubenat.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.source.Diagnostic;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '§', textBlock = """
            # rule                                                           ~ conditions and target
            -d 10.96.0.1/32 -p tcp -m comment --comment "x" -m tcp --dport 443 -j Y ~ to 10.96.0.1 tcp port 443 → Y
            ! -s 10.244.0.0/16 -j Y                                          ~ not from 10.244.0.0/16 → Y
            -s ! 10.244.0.0/16 -j Y                                          ~ not from 10.244.0.0/16 → Y
            -m tcp -p tcp --dport 80 -j Y                                    ~ tcp port 80 → Y
            -p tcp --dport 80 -j Y                                           ~ tcp port 80 → Y
            -p tcp -m tcp ! --dport 80 -j Y                                  ~ tcp not port 80 → Y
            --protocol=tcp --destination-port=80 --jump=Y                    ~ tcp port 80 → Y
            -ptcp -d10.0.0.1 -jY                                             ~ tcp to 10.0.0.1 → Y
            -p tcp -m addrtype --dst-t LOCAL -j Y                            ~ tcp to an address of this node → Y
            -p tcp -j DNAT --to-dest 10.0.0.1:80                             ~ tcp → DNAT to 10.0.0.1:80
            -m addrtype --dst-type LOCAL -j Y                                ~ to an address of this node → Y
            -m mark ! --mark 0x4000/0x4000 -j RETURN                         ~ not marked 0x4000 → RETURN
            -m statistic --mode random --probability 0.5 -j Y                ~ random 0.5 → Y
            -m comment --comment --dashes -j Y                               ~ all packets → Y
            -m comment --comment kubernetes service portals -j Y             ~ all packets → Y
            -g Y                                                             ~ all packets → goto Y
            -j NOWHERE                                                       ~ all packets → NOWHERE
            -j MASQUERADE                                                    ~ all packets → MASQUERADE
            -m comment --comment "note"                                      ~ all packets → counts only
            -c 3 4 -j Y                                                      ~ all packets → Y
            -m time --timestart 01:02:03 --kerneltz -j Y                     ~ at a time from 01:02:03 in the kernel's time zone → Y
            -m set ! --match-set KUBE-A dst,dst -j Y                         ~ not destination,destination in the set KUBE-A → Y
            -j TPROXY --on-port 80 --on-ip 0.0.0.0 --tproxy-mark 0x1/0x1     ~ all packets → TPROXY to a local proxy on port 80, dropped when none listens
            """)
    void readsWhatIptablesPrintsAndWhatPeopleWrite(String options, String expected) throws DumpException {
        Chain chain = chain(options);

        assertThat(chain.rules()).extracting(RuleReaderTest::words).containsExactly(expected);
        assertThat(chain.diagnostics()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '§', textBlock = """
            # rule                             ~ column ~ message                                               ~ conditions and target
            -s -j Y                            ~ 6      ~ -s has no value                                       ~ -s → Y
            -s 10.0.0.0/99 -j Y                ~ 9      ~ -s: expected an address or a network such as 10.0.0.0/8, found 10.0.0.0/99 ~ -s 10.0.0.0/99 → Y
            -p tcp -m tcp --dport 99999 -j Y   ~ 28     ~ --dport: expected a port or a range such as 8000:8080, found 99999 ~ tcp -m tcp --dport 99999 → Y
            -m nosuch --thing 1 ! --more -j Y  ~ 9      ~ unknown match module nosuch                           ~ -m nosuch --thing 1 ! --more → Y
            -p tcp --nosuch 1 2 -j Y           ~ 13     ~ unknown option --nosuch                               ~ tcp --nosuch 1 2 → Y
            -m conntrack --cts NEW -j Y        ~ 19     ~ unknown option --cts                                  ~ -m conntrack --cts NEW → Y
            --ctstate NEW -j Y                 ~ 6      ~ unknown option --ctstate                              ~ --ctstate NEW → Y
            -m comment ! --comment x -j Y      ~ 17     ~ --comment cannot be negated                           ~ -m comment ! --comment x → Y
            -p tcp stray word -j Y             ~ 13     ~ stray word belongs to no option                            ~ tcp stray word → Y
            -p tcp ! -j Y                      ~ 13     ~ -j cannot be negated                                  ~ tcp → Y that cannot be read
            -p tcp !                           ~ 13     ~ ! belongs to no option                                ~ tcp ! → counts only
            -p tcp -j                          ~ 13     ~ -j has no value                                       ~ tcp →  that cannot be read
            -p tcp -j DNAT [unsupported revision] ~ 21  ~ [unsupported revision] belongs to no option                     ~ tcp → DNAT that cannot be read: [unsupported revision]
            -j DNAT --to-destination  --random ~ 14     ~ --to-destination has no value                         ~ all packets → DNAT that cannot be read: --to-destination --random
            -j DNAT --to-destination here      ~ 31     ~ --to-destination: expected an address and port such as 10.0.0.1:80, found here ~ all packets → DNAT that cannot be read: --to-destination here
            -j NOSUCH --thing 1                ~ 9      ~ unknown target NOSUCH                                 ~ all packets → NOSUCH --thing 1
            -j SNAT --to-source 10.0.0.1 --to-source 10.0.0.2 ~ 47 ~ --to-source is given twice                  ~ all packets → SNAT that cannot be read: --to-source 10.0.0.1 --to-source 10.0.0.2
            -j Y -j DROP                       ~ 11     ~ a second target                                       ~ all packets → Y
            ! -s 10.0.0.1,10.0.0.2 -j Y        ~ 11     ~ a list of addresses cannot be negated                 ~ ! -s 10.0.0.1,10.0.0.2 → Y
            -m comment --comment "cut he       ~ 27     ~ the quote is not closed                               ~ all packets →  that cannot be read
            """)
    void keepsWhatItCannotReadAndSaysWhere(String options, int column, String message, String expected)
            throws DumpException {
        Chain chain = chain(options);

        assertThat(chain.diagnostics()).extracting(Diagnostic::message).containsExactly(message);
        assertThat(chain.diagnostics().get(0).span().column()).isEqualTo(column);
        assertThat(chain.rules()).extracting(RuleReaderTest::words).allMatch(words -> words.startsWith(expected));
    }

    @Test
    void makesOneRuleOfEachPairOfAddresses() throws DumpException {
        List<Rule> rules =
                chain("-s 10.0.0.1,10.0.0.2 -d 10.1.0.0/16,10.2.0.0/16 -j Y").rules();

        assertThat(rules)
                .extracting(rule -> rule.number() + ": " + rule.words())
                .containsExactly(
                        "1: from 10.0.0.1 to 10.1.0.0/16",
                        "2: from 10.0.0.1 to 10.2.0.0/16",
                        "3: from 10.0.0.2 to 10.1.0.0/16",
                        "4: from 10.0.0.2 to 10.2.0.0/16");
    }

    @Test
    void jumpsToAChainThatIsCalledLikeATarget() throws DumpException {
        SourceText source = SourceText.of("dump", "*nat\n:MARK - [0:0]\n-A X -j MARK\n-A X -j DROP\nCOMMIT\n");
        Ruleset rules = new DumpReader().read(source);

        assertThat(chain(rules, "X").rules())
                .extracting(RuleReaderTest::words)
                .containsExactly("all packets → MARK", "all packets → DROP");
    }

    private static Chain chain(String options) throws DumpException {
        String dump = "*nat\n:X - [0:0]\n:Y - [0:0]\n-A X %s\nCOMMIT\n".formatted(options);
        return chain(new DumpReader().read(SourceText.of("dump", dump)), "X");
    }

    private static Chain chain(Ruleset rules, String name) {
        return rules.table(TableName.NAT).orElseThrow().chain(name).orElseThrow();
    }

    private static String words(Rule rule) {
        return List.of(rule.words(), rule.target().words()).stream().collect(Collectors.joining(" → "));
    }
}
