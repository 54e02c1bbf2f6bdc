package kubenat.render;

import static org.assertj.core.api.Assertions.assertThat;

import kubenat.cli.CommandRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom receivers answer, asked of whole commands. */
class ReplyTest {
    private static final String DNAT =
            "*nat; -A PREROUTING -d 10.96.0.9/32 -p tcp -j DNAT --to-destination 10.244.1.2:80; "
                    + "-A OUTPUT -d 10.96.0.9/32 -p tcp -j DNAT --to-destination 10.244.1.2:80";
    private static final String LOCAL =
            "*nat; :KUBE-XLB-A - [0:0]; :KUBE-SVC-A - [0:0]; -A PREROUTING -d 10.96.0.9/32 -j KUBE-XLB-A; "
                    + "-A KUBE-XLB-A -s 10.244.0.0/16 -j KUBE-SVC-A; -A KUBE-XLB-A -p tcp -j DNAT --to-destination 10.244.1.2:80; "
                    + "-A KUBE-SVC-A -p tcp -j DNAT --to-destination 10.244.2.2:80";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D;                                          | outside  | true  | null | depends | one elsewhere may answer the client",
                "D;                                          | pod      | true  | null | depends | a Pod of this node gets its answers",
                "D;                                          | endpoint | true  | null | no      | answers itself",
                "D;                                          | node     | true  | null | yes     | this node is the client",
                "D; -A POSTROUTING -j MASQUERADE;            | endpoint | false | 1    | yes     | an address of this node",
                "D; -A POSTROUTING -j SNAT --to-source 1.2.3.4; | outside | false | 1 | depends | if that address is routed to it",
                "D; -A POSTROUTING -d 10.244.0.0/16 -j ACCEPT; | outside | true | 1   | depends | one elsewhere may answer the client",
                "L;                                          | outside  | true  | null | yes     | only endpoints on this node",
                "L;                                          | pod      | true  | null | depends | a Pod of this node gets its answers",
                "*filter; :FORWARD ACCEPT [0:0];             | outside  | null  | null | depends | not known",
            })
    void isInTheJson(String rules, String from, String sees, String rule, String through, String why) {
        String dump = rules.replace("D;", DNAT + ";").replace("L;", LOCAL + ";") + " COMMIT;";

        String json = CommandRun.withInput(
                        dump.replaceAll("; *", "\n"),
                        "trace",
                        "--dst",
                        "10.96.0.9:80",
                        "--from",
                        from,
                        "--pod-cidr",
                        "10.244.0.0/16",
                        "--local",
                        "192.0.2.1",
                        "-o",
                        "json")
                .out();

        String reply = json.substring(json.indexOf("\"reply\""), json.indexOf("\"path\""));
        assertThat(reply).contains("\"seesClient\" : " + sees);
        assertThat(reply).contains(rule.equals("null") ? "\"decidedBy\" : null" : "\"rule\" : " + rule);
        assertThat(reply).contains("\"throughThisNode\" : \"" + through + "\"").contains(why);
    }
}
