package kubenat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kubenat.model.packet.Family;
import kubenat.model.packet.Routing;
import kubenat.source.DumpException;
import org.junit.jupiter.api.Test;

class HostTest {
    @Test
    void theHostsRulesAreADumpWithIptablesWarningsInIt() throws DumpException {
        Host host = new Host((program, arguments) ->
                said(0, "*nat\nCOMMIT\n", "# Warning: iptables-legacy tables present, use iptables-legacy-save\n"));

        assertThat(host.dump(Family.IPV4).name()).isEqualTo("iptables-save");
        assertThat(host.dump(Family.IPV6).name()).isEqualTo("ip6tables-save");
        assertThat(host.dump(Family.IPV4).line(1)).startsWith("# Warning: iptables-legacy");
        assertThat(host.dump(Family.IPV4).line(2)).isEqualTo("*nat");
    }

    @Test
    void saysHowToMakeADumpWhereIptablesIsNotInstalled() {
        assertDump(
                said(HostCommand.NOT_FOUND, "", ""),
                "no DUMP is given, and iptables-save is not installed on this host",
                "on a node, sudo iptables-save > node.rules makes a dump; give it as the argument DUMP");
    }

    @Test
    void saysThatRootIsNeeded() {
        assertDump(
                said(4, "", "\niptables-save v1.8.9 (nf_tables): Permission denied (you must be root)\n"),
                "no DUMP is given, and this host's own cannot be had: iptables-save v1.8.9 (nf_tables): Permission denied"
                        + " (you must be root)",
                "run kube-nat as root, or else: sudo iptables-save > node.rules makes a dump; give it as the argument DUMP");
    }

    @Test
    void saysThatTheHostHasNoRules() {
        assertDump(
                said(0, "", ""),
                "no DUMP is given, and this host has no rules: iptables-save prints nothing",
                "sudo iptables-save > node.rules makes a dump; give it as the argument DUMP");
    }

    @Test
    void addressesAndRoutesAreTheHosts() throws DumpException {
        Host host = new Host((program, arguments) -> said(
                0,
                arguments[1].equals("addr")
                        ? "[{\"ifname\":\"eth0\",\"flags\":[\"UP\"],\"addr_info\":[{\"family\":\"inet\",\"local\":\"10.0.0.5\",\"prefixlen\":24}]}]"
                        : arguments[1].equals("route") ? "[{\"dst\":\"10.0.0.0/24\",\"dev\":\"eth0\"}]" : "[]",
                ""));

        Routing routing = host.routing();

        assertThat(routing.knowsAddresses()).isTrue();
        assertThat(routing.knowsRoutes()).isTrue();
    }

    @Test
    void withoutIpNothingIsKnownOfAddressesAndRoutes() throws DumpException {
        assertThat(new Host((program, arguments) -> said(HostCommand.NOT_FOUND, "", "")).routing())
                .isEqualTo(Routing.UNKNOWN);
    }

    @Test
    void aProgramIsRunToItsEnd() {
        HostCommand run = HostCommand.run("sh", "-c", "echo out; echo err >&2; exit 3");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEqualTo("out\n");
        assertThat(run.complaint()).isEqualTo("err");
        assertThat(HostCommand.run("no-such-program-here").exitCode()).isEqualTo(HostCommand.NOT_FOUND);
    }

    private static HostCommand said(int exitCode, String out, String err) {
        return new HostCommand(exitCode, out, err);
    }

    private static void assertDump(HostCommand said, String message, String help) {
        assertThatThrownBy(() -> new Host((program, arguments) -> said).dump(Family.IPV4))
                .isInstanceOfSatisfying(DumpException.class, wrong -> {
                    assertThat(wrong).hasMessage(message);
                    assertThat(wrong.help()).hasValue(help);
                });
    }
}
