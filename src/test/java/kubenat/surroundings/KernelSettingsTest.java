package kubenat.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kubenat.source.DumpException;
import kubenat.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelSettingsTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            # name                           | line
            net.ipv4.conf.eth0.rp_filter     | net.ipv4.conf.eth0.rp_filter = 1
            net.ipv4.conf.eth0.rp_filter     | net.ipv4.conf.eth0.rp_filter=1
            net.ipv4.conf.eth0/100.rp_filter | net.ipv4.conf.eth0/100.rp_filter = 1
            net.ipv4.conf.eth0/100.rp_filter | net/ipv4/conf/eth0.100/rp_filter = 1
            net.ipv4.conf.eth0/100.rp_filter | /proc/sys/net/ipv4/conf/eth0.100/rp_filter:1
            """)
    void readsASetting(String name, String line) throws DumpException {
        assertThat(read(line).all()).containsOnlyKeys(name);
        assertThat(read(line).all().get(name).number()).contains(1);
    }

    /** 9 stands for a value that is not there. */
    @ParameterizedTest(name = "all {0}, eth0 {1}")
    @CsvSource({
        "0, 0, off",
        "0, 1, strict",
        "1, 0, strict",
        "1, 1, strict",
        "0, 2, loose",
        "1, 2, loose",
        "2, 0, loose",
        "2, 1, loose",
        "9, 0, off",
        "9, 1, unknown",
        "1, 9, unknown",
        "9, 2, loose",
        "2, 9, loose",
    })
    void theGreaterValueCounts(int all, int own, String meaning) throws DumpException {
        String common = all == 9 ? "" : "net.ipv4.conf.all.rp_filter = %d\n".formatted(all);
        String device = own == 9 ? "" : "net.ipv4.conf.eth0.rp_filter = %d\n".formatted(own);
        KernelSettings read = read("net.ipv4.ip_forward = 1\n" + common + device);

        assertThat(read.strictReversePath("eth0").isPresent()).isEqualTo(meaning.equals("strict"));
        assertThat(read.reversePathFilter("eth0").isPresent()).isEqualTo(!meaning.equals("off"));
    }

    @Test
    void namesTheLinesThatAreNoSettings() throws DumpException {
        KernelSettings read = read("""
                # sysctl -a
                sysctl: permission denied on key 'fs.protected_fifos'
                what is this
                dev.cdrom.info =
                kernel.domainname = (none)
                """);

        assertThat(read.notUnderstood()).containsExactly(3);
        assertThat(read.all()).containsOnlyKeys("dev.cdrom.info", "kernel.domainname");
        assertThat(read.knowsReversePathFilters()).isFalse();
    }

    @Test
    void failsWithoutASetting() {
        assertThatThrownBy(() -> read("\n*nat\n"))
                .isInstanceOf(DumpException.class)
                .hasMessage("s.txt:2:1: not a line of sysctl -a");
    }

    private static KernelSettings read(String text) throws DumpException {
        return KernelSettings.read(SourceText.of("s.txt", text));
    }
}
