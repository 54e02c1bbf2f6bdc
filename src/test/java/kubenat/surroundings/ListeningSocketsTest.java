package kubenat.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kubenat.model.packet.Address;
import kubenat.source.DumpException;
import kubenat.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListeningSocketsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # read as            | line
            tcp any:22 sshd      | tcp   LISTEN 0      128          0.0.0.0:22         0.0.0.0:*    users:(("sshd",pid=700,fd=3))
            tcp any:22 -         | tcp   LISTEN 0      128             [::]:22            [::]:*
            tcp any:9100 -       | tcp   LISTEN 0      4096               *:9100             *:*
            udp 127.0.0.53:53 -  | udp   UNCONN 0      0      127.0.0.53%lo:53         0.0.0.0:*
            udp fe80::1:546 -    | udp   UNCONN 0      0     [fe80::1]%eth0:546           [::]:*
            tcp any:80 -         | LISTEN 0      128          0.0.0.0:80         0.0.0.0:*
            udp any:68 -         | UNCONN 0      0            0.0.0.0:68         0.0.0.0:*
            """)
    void readsASocket(String words, String line) throws DumpException {
        ListeningSocket read = read(line + "\n").sockets().get(0);

        assertThat("%s %s:%d %s"
                        .formatted(
                                read.protocol(),
                                read.address().map(Address::toString).orElse("any"),
                                read.port(),
                                read.process().orElse("-")))
                .isEqualTo(words);
    }

    @Test
    void namesTheLinesThatAreNoSockets() throws DumpException {
        ListeningSockets listing = read("""
                Netid State  Recv-Q Send-Q Local Address:Port  Peer Address:Port Process
                nl    UNCONN 0      0      rtnl:systemd-resolve/700 *
                what is this
                tcp   LISTEN 0      128    0.0.0.0:22          0.0.0.0:*
                """);

        assertThat(listing.notUnderstood()).containsExactly(3);
        assertThat(listing.sockets()).hasSize(1);
    }

    @Test
    void whatHasNoSocketIsNoListing() {
        assertThatThrownBy(() -> read("*nat\n"))
                .isInstanceOf(DumpException.class)
                .hasMessage("ss.txt:1:1: not a line of ss -lntu");
    }

    @Test
    void nftablesOfJsonIsSaid() {
        assertThatThrownBy(() -> NftTables.read(SourceText.of("nft.txt", "{\"nftables\": []}\n")))
                .isInstanceOf(DumpException.class)
                .hasMessage("nft.txt:1:1: no table of nftables in it")
                .satisfies(thrown ->
                        assertThat(((DumpException) thrown).help().orElse("")).endsWith("without -j"));
    }

    private static ListeningSockets read(String text) throws DumpException {
        return ListeningSockets.read(SourceText.of("ss.txt", text));
    }
}
