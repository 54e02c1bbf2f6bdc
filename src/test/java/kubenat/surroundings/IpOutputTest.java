package kubenat.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kubenat.source.DumpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpOutputTest {
    private static final String ADDR = """
            1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
                link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
                inet 127.0.0.1/8 scope host lo
                   valid_lft forever preferred_lft forever
            12: eth0@if13: <BROADCAST,MULTICAST> mtu 1500 qdisc noqueue state DOWN group default
                inet 30.0.1.180/24 brd 30.0.1.255 scope global eth0
                inet6 fe80::1/64 scope link
            13: tun0: <POINTOPOINT,UP> mtu 1500
                inet 10.9.0.1 peer 10.9.0.2/32 scope global tun0
            """;
    private static final String ADDR_JSON = """
            [{"ifname":"lo","flags":["LOOPBACK","UP"],"addr_info":[{"family":"inet","local":"127.0.0.1","prefixlen":8}]},
             {"ifname":"eth0","link":"if13","flags":["BROADCAST"],"addr_info":[
               {"family":"inet","local":"30.0.1.180","prefixlen":24,"broadcast":"30.0.1.255","scope":"global"},
               {"family":"inet6","local":"fe80::1","prefixlen":64}]},
             {"ifname":"tun0","flags":["UP"],"addr_info":[
               {"family":"inet","local":"10.9.0.1","address":"10.9.0.2","prefixlen":32}]}]
            """;

    @Test
    void textAndJsonOfIpAddrSayTheSame() throws DumpException {
        assertThat(InterfaceAddresses.read("a", ADDR))
                .isEqualTo(InterfaceAddresses.read("b", ADDR_JSON))
                .hasSize(4)
                .satisfies(all -> assertThat(all.get(1))
                        .hasToString("InterfaceAddress[device=eth0, up=false, address=30.0.1.180, prefixLength=24,"
                                + " broadcast=Optional[30.0.1.255]]"));
    }

    @Test
    void textAndJsonOfIpRouteSayTheSame() throws DumpException {
        String text = """
                default via 30.0.1.1 dev eth0 proto dhcp src 30.0.1.180 metric 100
                10.244.1.0/24 via 30.0.1.181 dev eth0
                10.244.0.0/24 dev cni0 proto kernel scope link src 10.244.0.1
                blackhole 10.0.0.0/8
                10.7.0.0/16 proto static
                \tnexthop via 30.0.1.7 dev eth0 weight 1
                \tnexthop via 30.0.2.7 dev eth1 weight 1
                """;
        String json = """
                [{"dst":"default","gateway":"30.0.1.1","dev":"eth0","prefsrc":"30.0.1.180","metric":100},
                 {"dst":"10.244.1.0/24","gateway":"30.0.1.181","dev":"eth0"},
                 {"dst":"10.244.0.0/24","dev":"cni0","prefsrc":"10.244.0.1"},
                 {"type":"blackhole","dst":"10.0.0.0/8"},
                 {"dst":"10.7.0.0/16","nexthops":[{"gateway":"30.0.1.7","dev":"eth0"},{"gateway":"30.0.2.7","dev":"eth1"}]}]
                """;

        assertThat(Routes.read("a", text)).isEqualTo(Routes.read("b", json)).hasSize(6);
        assertThat(Routes.read("a", text).get(0))
                .hasToString("Route[kind=UNICAST, to=0.0.0.0/0, device=eth0, via=Optional[30.0.1.1],"
                        + " source=Optional[30.0.1.180], metric=100, table=main]");
    }

    @Test
    void aDefaultRouteOfIpv6IsOne() throws DumpException {
        assertThat(Routes.read("a", "default dev tun0 proto ra metric 1024 pref medium")
                        .get(0)
                        .to())
                .hasToString("::/0");
        assertThat(Routes.read("a", "default via fe80::1 dev eth0").get(0).to()).hasToString("::/0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # text                                | message
            some prose                            | f:1:1: not a route: some prose
            some prose\\n\\n                      | f:1:1: not a route: some prose
            some prose\\n\\n10.0.0.0/8 dev eth0   | f:1:1: not a route: some prose
            10.0.0.0/40 dev eth0                  | f:1:1: not a route: 10.0.0.0/40 dev eth0
            nexthop via 10.0.0.1 dev eth0         | f:1:1: not a route: nexthop via 10.0.0.1 dev eth0
            [{"dst":7}]                           | f: "dst" is not a text
            [{"dst":"x","dev":"eth0"}]            | f: not a route to x
            """)
    void whatIsNoRouteIsNamed(String text, String message) {
        assertThatThrownBy(() -> Routes.read("f", text.replace("\\n", "\n")))
                .isInstanceOf(DumpException.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # text                         | message
            -P PREROUTING ACCEPT           | f:1:1: not a line of ip addr: -P PREROUTING ACCEPT
            [{"ifname":"lo"}]              | f: no address in it
            [                              | f: not JSON at column 2: Unexpected end-of-input: expected close marker for Array (start marker at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 1])
            """)
    void whatIsNoAddressIsNamed(String text, String message) {
        assertThatThrownBy(() -> InterfaceAddresses.read("f", text))
                .isInstanceOf(DumpException.class)
                .hasMessage(message);
    }
}
