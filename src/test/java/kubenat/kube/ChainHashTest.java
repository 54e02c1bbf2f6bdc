package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kubenat.model.Chain;
import kubenat.model.Ruleset;
import kubenat.model.TableName;
import kubenat.model.packet.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainHashTest {
    private final ChainHash hash = new ChainHash();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text                                       | letters
            default/kubernetes:httpstcp                  | NPX46M4PTMTKRN6Y
            default/kubernetes:tcp                       | 6N4SJQIF3IX3FORG
            kube-system/kube-dns:dnsudp                  | TCOU7JCQXEZGVUNU
            kube-system/kube-dns:dns-tcptcp              | ERIFXISQEP7F7OF4
            default/httpd-apptcp                         | 47MZKVTVFE2WTG5V
            default/httpd-testtcp10.244.2.3:80           | MPQE5E3FPNMZ422T
            kube-system/kube-dns:dnsudp10.244.0.3:53     | 6E7XQMQ4RAYOWTTM
            default/kubernetes:tcp159.203.72.124:443     | 4D7LXDQULJQOKIME
            """)
    void givesTheLettersThatKubeProxyGives(String text, String letters) {
        assertThat(hash.of(text)).isEqualTo(letters);
    }

    @Test
    void provesANameAndItsProtocolWithAndWithoutTheColonOfOldTimes() {
        assertThat(hash.provesService("NPX46M4PTMTKRN6Y", ServicePortName.parse("default/kubernetes:https")))
                .contains(Protocol.TCP);
        assertThat(hash.provesService("TCOU7JCQXEZGVUNU", ServicePortName.parse("kube-system/kube-dns:dns")))
                .contains(Protocol.UDP);
        assertThat(hash.provesService("6N4SJQIF3IX3FORG", ServicePortName.parse("default/kubernetes:")))
                .contains(Protocol.TCP);
        assertThat(hash.provesService("NPX46M4PTMTKRN6Y", ServicePortName.parse("default/kubernetes:http")))
                .isEmpty();
    }

    @Test
    void provesACutNameByTheLettersThatAreLeftButNotByNone() {
        ServicePortName name = ServicePortName.parse("default/httpd-test");

        assertThat(hash.provesEndpoint("MPQE5E3", name, Protocol.TCP, "10.244.2.3:80"))
                .isTrue();
        assertThat(hash.provesEndpoint("MPQE5E4", name, Protocol.TCP, "10.244.2.3:80"))
                .isFalse();
        assertThat(hash.provesEndpoint("", name, Protocol.TCP, "10.244.2.3:80")).isFalse();
    }

    @Test
    void everyDeclaredChainOfTheSeedIsProved() {
        Ruleset seed = KubeDumps.shared("corpus/cases/seed-nodeport.rules");
        ServiceNames names = new ServiceNames(seed);

        List<Chain> hashed = seed.table(TableName.NAT)
                .orElseThrow()
                .chains()
                .filter(chain -> ChainRole.of(chain.name().name()).isHashed())
                .toList();

        assertThat(hashed)
                .hasSize(17)
                .allSatisfy(chain -> assertThat(names.named(chain.name()))
                        .map(NamedService::proof)
                        .contains(Proof.PROVED));
    }
}
