package kubenat.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A weak generator lets wrong semantics live: what random cases are made of, counted. */
class RandomDumpTest {
    private static final List<Differential> CASES = LongStream.range(0, 200)
            .mapToObj(seed -> Differential.random(seed, 50))
            .toList();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            # construct                         ~ as dumps have it                                       ~ in at least so many of 200
            goto                                ~ ^-A .* -g U                                            ~ 150
            goto from a built-in chain          ~ ^-A [A-Z]{2,} .*-g U                                   ~ 150
            a user-defined chain calls another  ~ ^-A U. .*-[jg] U                                       ~ 150
            RETURN                              ~ -j RETURN                                              ~ 150
            a rule without target               ~ ^-A ((?! -[jg] ).)*$                                   ~ 100
            negation                            ~ ! -                                                    ~ 190
            chance                              ~ --mode random                                          ~ 100
            counting                            ~ --mode nth                                             ~ 100
            marks set                           ~ -j MARK                                                ~ 190
            marks toggled                       ~ --set-xmark 0x4000/0x0                                 ~ 100
            marks asked                         ~ -m mark                                                ~ 150
            marks of connections                ~ CONNMARK                                               ~ 100
            DNAT                                ~ -j DNAT                                                ~ 100
            a port range moved                  ~ :6000-6010/80                                          ~ 5
            REDIRECT                            ~ -j REDIRECT                                            ~ 40
            MASQUERADE                          ~ -j MASQUERADE                                          ~ 100
            SNAT                                ~ -j SNAT                                                ~ 80
            NETMAP                              ~ -j NETMAP                                              ~ 40
            NOTRACK                             ~ --notrack                                              ~ 20
            REJECT                              ~ -j REJECT                                              ~ 100
            a policy that drops                 ~ ^:[A-Z]+ DROP                                          ~ 60
            types of addresses                  ~ -m addrtype                                            ~ 190
            states of connections               ~ --ctstate                                              ~ 150
            lists of addresses seen             ~ -m recent                                              ~ 100
            raw                                 ~ ^\\*raw                                                ~ 30
            security                            ~ ^\\*security                                           ~ 30
            nat where nothing is reached        ~ ^-A X -j MASQUERADE                                    ~ 4
            """)
    void dumpsHave(String construct, String pattern, int atLeast) {
        Pattern there = Pattern.compile(pattern, Pattern.MULTILINE);

        assertThat(CASES.stream()
                        .filter(each -> there.matcher(each.dump()).find())
                        .count())
                .as(construct)
                .isGreaterThanOrEqualTo(atLeast);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            # packets                           ~ as oracle.py reads them                                ~ at least of 10,000
            sent by this node                   ~ ^((?!"in").)*$                                         ~ 2000
            from this node to itself            ~ ^((?!"in").)*"dst":"(30.0.1.180|127.0.0.1|::1|10.244.0.1)" ~ 200
            to everybody                        ~ "dst":"(30.0.1.255|255.255.255.255)"                   ~ 50
            to a group                          ~ "dst":"(224|239|ff0)                                   ~ 50
            to another address of 127/8         ~ "dst":"127.9.9.9"                                      ~ 20
            to where no route leads             ~ "dst":"(99.|fd00:99)                                   ~ 100
            by several interfaces               ~ "in":"(cni0|flannel.1)"                                ~ 2000
            with IPv6 addresses                 ~ "src":"[0-9a-f]*:                                      ~ 2000
            that are not the first              ~ "flags":"(RST|FIN|SYN,ACK)                             ~ 200
            on their last hop                   ~ "ttl":1,                                               ~ 100
            marked by their sender              ~ "mark":                                                ~ 300
            """)
    void packetsAre(String what, String pattern, int atLeast) {
        Pattern there = Pattern.compile(pattern);
        long found = CASES.stream()
                .mapToLong(each -> LongStream.range(0, each.packets().size())
                        .filter(i -> there.matcher(each.packets().get((int) i).toString())
                                .find())
                        .count())
                .sum();

        assertThat(found).as(what).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void someNodesTrackNothingOfTheirOwn() {
        assertThat(CASES.stream()
                        .filter(each -> !each.kernelCase().get("conntrack").asBoolean()))
                .hasSizeGreaterThan(40);
    }

    @Test
    void theSameSeedDrawsTheSame() {
        assertThat(Differential.random(17, 9)).isEqualTo(Differential.random(17, 9));
    }
}
