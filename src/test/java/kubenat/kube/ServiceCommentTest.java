package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;

import kubenat.kube.ServiceComment.About;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCommentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # comment                                                       | name                     | about
            default/httpd-app                                               | default/httpd-app        | NAME_ALONE
            default/kubernetes:                                             | default/kubernetes       | NAME_ALONE
            default/httpd-app cluster IP                                    | default/httpd-app        | CLUSTER_IP
            default/redis-master: cluster IP                                | default/redis-master     | CLUSTER_IP
            ns/svc:port loadbalancer IP                                     | ns/svc:port              | LOAD_BALANCER
            ns/svc:port external IP                                         | ns/svc:port              | EXTERNAL_IP
            ns1/svc1:p80 -> 10.180.0.1:80                                   | ns1/svc1:p80             | ENDPOINT
            ns1/svc1:p80 -> [ff06::c2]:80                                   | ns1/svc1:p80             | ENDPOINT
            default/web:http has no endpoints                               | default/web:http         | NO_ENDPOINTS
            default/web:http has no local endpoints                         | default/web:http         | NO_LOCAL_ENDPOINTS
            ns1/svc1:p80 health check node port                             | ns1/svc1:p80             | HEALTH_CHECK
            ns5/svc5:p80 traffic not accepted by KUBE-FW-NUKIZ6OKUXPJNT4C   | ns5/svc5:p80             | NOT_ACCEPTED
            masquerade traffic for ns1/svc1:p80 external destinations       | ns1/svc1:p80             | TRAFFIC
            masquerade LOCAL traffic for ns1/svc1:p80 external destinations | ns1/svc1:p80             | TRAFFIC
            masquerade LOCAL traffic for default/nginx-ext LB IP            | default/nginx-ext        | TRAFFIC
            route LOCAL traffic for ns/s:p LB IP to service chain           | ns/s:p                   | TRAFFIC
            pod traffic for ns1/svc1 external destinations                  | ns1/svc1                 | TRAFFIC
            other traffic to ns5/svc5:p80 will be dropped by KUBE-PROXY-FIREWALL | ns5/svc5:p80        | TRAFFIC
            Balancing rule 12 for default/web:http                          | default/web:http         | TRAFFIC
            ns2/svc2 blah                                                   | ns2/svc2                 | OTHER
            """)
    void readsTheServicePortFromCommentsOfAllEras(String comment, String name, About about) {
        assertThat(ServiceComment.read(comment)).hasValueSatisfying(read -> {
            assertThat(read.name()).hasToString(name);
            assertThat(read.about()).isEqualTo(about);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubernetes service portals",
                "kubernetes service nodeports; NOTE: this must be the last rule in this chain",
                "Redirect pods trying to reach external loadbalancer VIP to clusterIP",
                "block incoming localnet connections",
                "masquerade traffic for everybody",
                "Balancing rule 12",
                ""
            })
    void readsNoNameFromOtherComments(String comment) {
        assertThat(ServiceComment.read(comment)).isEmpty();
    }
}
