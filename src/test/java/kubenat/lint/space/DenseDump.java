package kubenat.lint.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random rules of so few values that many stand in the shadow of others. */
final class DenseDump {
    private static final List<String> MATCHES = List.of(
            "-s 10.0.0.0/8",
            "-s 10.0.0.0/9",
            "-s 10.128.0.0/9",
            "-s 10.1.2.3/32",
            "! -s 10.0.0.0/8",
            "-d 10.0.0.0/8",
            "! -d 10.1.2.3/32",
            "-p tcp",
            "-p udp",
            "! -p tcp",
            "-p tcp -m tcp --dport 80",
            "-p tcp -m tcp --dport 1:1023",
            "-p udp -m udp --sport 1024:65535",
            "-p tcp -m multiport --dports 80,443",
            "-p tcp -m multiport ! --ports 80,443",
            "-m mark --mark 0x1/0x1",
            "-m mark ! --mark 0x3/0x3",
            "-m mark --mark 0x4000/0x4000",
            "-m conntrack --ctstate NEW",
            "-m conntrack ! --ctstate NEW,ESTABLISHED",
            "-m addrtype --dst-type LOCAL",
            "-m addrtype ! --dst-type LOCAL",
            "-m iprange --src-range 10.1.2.3-10.127.255.255",
            "-m limit --limit 5/min",
            "-m statistic --mode random --probability 0.50000000000",
            "-m length --length 0:100",
            "-m ttl --ttl-lt 64",
            "-i eth0",
            "-i cal+",
            "! -i eth+");
    private static final List<String> TARGETS = List.of(
            "-j ACCEPT",
            "-j DROP",
            "-j RETURN",
            "-j MARK --set-xmark 0x1/0x1",
            "-j MARK --set-xmark 0x0/0xffffffff",
            "-j MARK --set-xmark 0x4000/0x4000",
            "-j CONNMARK --restore-mark --nfmask 0xffffffff --ctmask 0xffffffff",
            "");
    private static final List<String> CHAINS = List.of("PREROUTING", "U0", "U1", "U2", "U3");

    private final Random random;

    DenseDump(Random random) {
        this.random = random;
    }

    /** A mangle table with those rules first, whose PREROUTING leads to a few chains, each to later ones. */
    String text(String first) {
        StringBuilder dump = new StringBuilder("*mangle\n:PREROUTING ACCEPT [0:0]\n:INPUT ACCEPT [0:0]\n"
                + ":FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n");
        CHAINS.stream().skip(1).forEach(chain -> dump.append(":" + chain + " - [0:0]\n"));
        dump.append("-A OUTPUT -j U0\n").append(first);
        for (int chain = 0; chain < CHAINS.size(); chain++) {
            int rules = 2 + random.nextInt(6);
            for (int i = 0; i < rules; i++) {
                dump.append(rule(chain));
            }
        }
        return dump.append("COMMIT\n").toString();
    }

    private String rule(int chain) {
        boolean leads = chain + 1 < CHAINS.size() && random.nextInt(3) == 0;
        String target = leads
                ? (random.nextInt(4) == 0 ? "-g " : "-j ")
                        + CHAINS.get(chain + 1 + random.nextInt(CHAINS.size() - chain - 1))
                : TARGETS.get(random.nextInt(TARGETS.size()));
        return ("-A " + CHAINS.get(chain) + " " + String.join(" ", matches()) + " " + target)
                        .replaceAll(" +", " ")
                        .stripTrailing()
                + "\n";
    }

    private List<String> matches() {
        List<String> matches = new ArrayList<>();
        int number = random.nextInt(3);
        for (int i = 0; i < number; i++) {
            String match = MATCHES.get(random.nextInt(MATCHES.size()));
            String option = match.replace("! ", "").substring(0, 2);
            boolean once = List.of("-s", "-d", "-p", "-i").contains(option);
            boolean given =
                    matches.stream().anyMatch(other -> other.replace("! ", "").startsWith(option));
            if (!(once && given)) {
                matches.add(match);
            }
        }
        return matches;
    }
}
