package kubenat.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kubenat.source.DumpException;
import kubenat.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTableTest {
    /** Printed by conntrack -L of conntrack-tools 1.4.7, and /proc/net/nf_conntrack; addresses changed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what          | read as                                                        | line
            udp             | udp  true 0 10.0.0.1:40000>10.96.0.10:53 10.0.0.9:53>10.0.0.1:40000 | udp      17 29 src=10.0.0.1 dst=10.96.0.10 sport=40000 dport=53 src=10.0.0.9 dst=10.0.0.1 sport=53 dport=40000 [ASSURED] mark=0 use=1
            unreplied       | udp  false 0 10.0.0.1:40000>10.96.0.10:53 10.0.0.9:53>10.0.0.1:40000 | udp      17 29 src=10.0.0.1 dst=10.96.0.10 sport=40000 dport=53 [UNREPLIED] src=10.0.0.9 dst=10.0.0.1 sport=53 dport=40000 mark=0 use=1
            tcp             | tcp ESTABLISHED true 0 10.0.0.1:4>10.0.0.2:80 10.0.0.2:80>10.0.0.1:4 | tcp      6 431999 ESTABLISHED src=10.0.0.1 dst=10.0.0.2 sport=4 dport=80 src=10.0.0.2 dst=10.0.0.1 sport=80 dport=4 [ASSURED] mark=0 secctx=system_u:object_r:unlabeled_t:s0 use=2
            counted         | tcp TIME_WAIT true 0 10.0.0.1:4>10.0.0.2:80 10.0.0.2:80>10.0.0.1:4 | tcp      6 9 TIME_WAIT src=10.0.0.1 dst=10.0.0.2 sport=4 dport=80 packets=5 bytes=300 src=10.0.0.2 dst=10.0.0.1 sport=80 dport=4 packets=3 bytes=200 [ASSURED] mark=0 use=1
            extended, IPv6  | udp  true 0 fd00::1:5>fd00::2:53 fd00::3:53>fd00::1:5 | ipv6     10 udp      17 29 src=fd00::1 dst=fd00::2 sport=5 dport=53 src=fd00::3 dst=fd00::1 sport=53 dport=5 mark=0 zone=0 use=2
            zone            | udp  true 7 10.0.0.1:5>10.0.0.2:53 10.0.0.2:53>10.0.0.1:5 | udp      17 29 src=10.0.0.1 dst=10.0.0.2 sport=5 dport=53 src=10.0.0.2 dst=10.0.0.1 sport=53 dport=5 mark=0 zone=7 use=1
            offloaded       | tcp  true 0 10.0.0.1:4>10.0.0.2:80 10.0.0.2:80>10.0.0.1:4 | tcp      6 src=10.0.0.1 dst=10.0.0.2 sport=4 dport=80 src=10.0.0.2 dst=10.0.0.1 sport=80 dport=4 [OFFLOAD] mark=0 use=2
            icmp            | icmp  true 0 10.0.0.1:0>10.0.0.2:0 10.0.0.2:0>10.0.0.1:0 | icmp     1 29 src=10.0.0.1 dst=10.0.0.2 type=8 code=0 id=2 src=10.0.0.2 dst=10.0.0.1 type=0 code=0 id=2 mark=0 use=1
            sctp            | sctp ESTABLISHED true 0 10.0.0.1:4>10.0.0.2:5 10.0.0.2:5>10.0.0.1:4 | sctp     132 209 ESTABLISHED src=10.0.0.1 dst=10.0.0.2 sport=4 dport=5 src=10.0.0.2 dst=10.0.0.1 sport=5 dport=4 [ASSURED] mark=0 use=1
            another         | gre  true 0 10.0.0.1:0>10.0.0.2:0 10.0.0.2:0>10.0.0.1:0 | unknown  47 599 src=10.0.0.1 dst=10.0.0.2 src=10.0.0.2 dst=10.0.0.1 mark=0 use=1
            """)
    void readsAnEntry(String what, String words, String line) throws DumpException {
        TrackedConnection read = read(line + "\n").connections().get(0);

        assertThat(words(read)).isEqualTo(words);
    }

    @Test
    void knowsWhereTheReplyStands() throws DumpException {
        String line =
                "udp 17 29 src=10.0.0.1 dst=10.0.0.2 sport=5 dport=53 src=10.0.0.3 dst=10.0.0.1 sport=53 dport=5 use=1";

        TrackedConnection read = read("\n" + line + "\n").connections().get(0);

        assertThat(line.substring(read.column() - 1)).startsWith("src=10.0.0.3");
        assertThat(read.line()).isEqualTo(2);
    }

    @Test
    void namesTheLinesThatAreNoEntries() throws DumpException {
        String entry =
                "icmp 1 29 src=10.0.0.1 dst=10.0.0.2 type=8 code=0 id=2 src=10.0.0.2 dst=10.0.0.1 type=0 code=0 id=2\n";

        ConnectionTable table = read("conntrack v1.4.7 (conntrack-tools): 2 flow entries have been shown.\n" + entry
                + "what is this\nudp 17 29 src=10.0.0.1 dst=\n" + entry);

        assertThat(table.notUnderstood()).containsExactly(3, 4);
        assertThat(table.connections()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text             | message                                  | help
            ''                 | ct.txt: no connection in it              | conntrack -L prints what is read here
            *nat               | ct.txt:1:1: not an entry of conntrack -L | conntrack -L prints what is read here
            <?xml version="1"?> | ct.txt:1:1: not an entry of conntrack -L | conntrack -L prints what is read here, without -o xml
            """)
    void whatHasNoEntryIsNoListing(String text, String message, String help) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DumpException.class)
                .hasMessage(message)
                .satisfies(thrown -> assertThat(((DumpException) thrown).help()).contains(help));
    }

    private static ConnectionTable read(String text) throws DumpException {
        return ConnectionTable.read(SourceText.of("ct.txt", text));
    }

    private static String words(TrackedConnection read) {
        return "%s %s %s %d %s %s"
                .formatted(
                        read.protocol(),
                        read.state(),
                        read.replied(),
                        read.zone(),
                        words(read.original()),
                        words(read.reply()));
    }

    private static String words(Tuple tuple) {
        return "%s:%d>%s:%d"
                .formatted(tuple.source(), tuple.sourcePort(), tuple.destination(), tuple.destinationPort());
    }
}
