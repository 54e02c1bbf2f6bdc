package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyEndpointsTest {
    @ParameterizedTest
    @ValueSource(ints = {17, 50, 1000})
    void manyEndpointsAreSummedUp(int endpoints) {
        CommandRun run = trace(endpoints, "text");

        assertThat(run.out())
                .startsWith("tcp → 10.96.0.9:80: to %,d endpoints, %s each\n".formatted(endpoints, each(endpoints)));
        assertThat(run.out())
                .contains("+%,d more, %s each (all: -o wide)\n".formatted(endpoints - 12, each(endpoints)));
        assertThat(run.out().lines().count()).isLessThan(70);
    }

    @Test
    void wideLeavesNoneOut() {
        CommandRun run = trace(50, "wide");

        for (int i = 0; i < 50; i++) {
            assertThat(run.out()).contains("2 %  10.244.0." + i + ":80").contains("DNAT to 10.244.0." + i + ":80");
        }
    }

    private static String each(int endpoints) {
        return endpoints == 17 ? "5.9 %" : endpoints == 50 ? "2 %" : "0.1 %";
    }

    private static CommandRun trace(int endpoints, String format) {
        return CommandRun.withInput(
                dump(endpoints), "trace", "--dst", "10.96.0.9:80", "--from", "outside", "-o", format);
    }

    /** A Service as kube-proxy writes it for large clusters, without comments. */
    private static String dump(int endpoints) {
        StringBuilder dump = new StringBuilder("*nat\n:PREROUTING ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n");
        dump.append(":SVC - [0:0]\n-A PREROUTING -d 10.96.0.9/32 -p tcp -m tcp --dport 80 -j SVC\n");
        dump.append("-A POSTROUTING -m mark --mark 0x4000/0x4000 -j MASQUERADE\n");
        for (int i = 0; i < endpoints; i++) {
            String chance = i == endpoints - 1
                    ? ""
                    : " -m statistic --mode random --probability %.11f".formatted(1.0 / (endpoints - i));
            dump.append(":SEP-%d - [0:0]\n-A SVC%s -j SEP-%d\n"
                    .formatted(i, chance, i)
                    .replace(',', '.'));
            dump.append(String.format(
                    Locale.ROOT,
                    "-A SEP-%d -p tcp -m tcp -j DNAT --to-destination 10.244.%d.%d:80\n",
                    i,
                    i / 250,
                    i % 250));
        }
        return dump.append("COMMIT\n").toString();
    }
}
