package kubenat.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import kubenat.model.packet.Address;
import kubenat.model.packet.AddressSet;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Family;
import kubenat.model.packet.Header;
import kubenat.model.packet.InterfaceSet;
import kubenat.model.packet.IpSet;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Protocol;
import kubenat.model.packet.Truth;
import kubenat.source.DumpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpSetsTest {
    private static final Packet PACKET = Packet.fresh(
            Protocol.UDP,
            new Header(
                    AddressSet.of(Address.parse("30.0.1.9")),
                    NumberSet.of(40001),
                    AddressSet.of(Address.parse("10.244.0.7")),
                    NumberSet.of(53)),
            InterfaceSet.named("eth0"));

    /** Types that the recorded conditions lack, because that kernel did not have them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # create                                   | add                                  | directions | member
            hash:net,net family inet                   | 30.0.0.0/8,10.244.0.0/16             | src,dst    | YES
            hash:net,net family inet                   | 30.0.0.0/8,10.244.0.0/16             | dst,src    | NO
            hash:net,net family inet                   | 30.0.0.0/8,10.0.0.0/8 nomatch        | src,dst    | NO
            hash:net,port,net family inet              | 30.0.0.0/8,udp:53,10.244.0.0/16      | src,dst,dst | YES
            hash:ip,mark family inet markmask 0xff     | 10.244.0.7,0x00000000                | dst,dst    | YES
            hash:ip,mark family inet                   | 10.244.0.7,0x00000001                | dst,dst    | NO
            hash:mac                                   | 00:11:22:33:44:55                    | src        | MAYBE
            hash:ip,mac family inet                    | 30.0.1.9,00:11:22:33:44:55           | src,src    | MAYBE
            hash:ip,mac family inet                    | 30.0.1.10,00:11:22:33:44:55          | src,src    | NO
            hash:net,iface family inet                 | 30.0.0.0/8,eth0 timeout 300          | src,src    | YES
            hash:net,iface family inet                 | 30.0.0.0/8,eth wildcard              | src,src    | YES
            hash:net,iface family inet                 | 30.0.0.0/8,physdev:tap1              | src,src    | MAYBE
            hash:ip family inet counters comment       | 30.0.1.9 packets 0 bytes 0 comment "nomatch" | src | YES
            hash:ip,port family inet                   | 10.244.0.7,udp:50-60                 | dst,dst    | YES
            hash:ip,port family inet                   | 10.244.0.7,53                        | dst,dst    | NO
            hash:ip family inet6                       | fd00::1                              | src        | NO
            bitmap:port range 0-100                    | 53                                   | dst        | YES
            """)
    void asksWhatTheMemberHas(String create, String add, String directions, Truth member) throws Exception {
        String text = "create X " + create + "\nadd X " + add + "\n";
        IpSet set = Objects.requireNonNull(IpSets.read("ipset.txt", text).get("X"));
        List<Boolean> sources =
                Arrays.stream(directions.split(",")).map("src"::equals).toList();

        assertThat(set.split(PACKET, sources, false).truth()).isEqualTo(member);
    }

    @Test
    void theNarrowerMemberDecidesWhereThereAreExceptions() throws Exception {
        String text = """
                create X hash:net family inet
                add X 10.0.0.0/8
                add X 10.244.0.0/16 nomatch
                add X 10.244.0.0/24
                """;
        IpSet set = Objects.requireNonNull(IpSets.read("ipset.txt", text).get("X"));
        AddressSet members =
                set.split(PACKET.narrowDestination(AddressSet.all(Family.IPV4)), List.of(false), false).yes().stream()
                        .map(part -> part.packet().header().destination())
                        .reduce(AddressSet.none(Family.IPV4), AddressSet::union);

        assertThat(members)
                .isEqualTo(AddressSet.of(Cidr.parse("10.0.0.0/8"))
                        .minus(AddressSet.of(Cidr.parse("10.244.0.0/16")))
                        .union(AddressSet.of(Cidr.parse("10.244.0.0/24"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # line
            add X 10.0.0.1
            create X
            create X hash:ip family inet;add X 10.0.0.300
            create X hash:ip,port family inet;add X 10.0.0.1
            create X hash:ip,port family inet;add X 10.0.0.1,nosuch:80
            flush X
            """)
    void refusesWhatIpsetSaveNeverPrints(String lines) {
        assertThatThrownBy(() -> IpSets.read("ipset.txt", lines.replace(';', '\n')))
                .isInstanceOf(DumpException.class)
                .hasMessageContaining("ipset.txt:");
    }
}
