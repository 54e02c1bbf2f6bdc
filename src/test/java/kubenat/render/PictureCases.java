package kubenat.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kubenat.kube.Entries;
import kubenat.kube.Entry;
import kubenat.kube.Question;
import kubenat.kube.ServiceNames;
import kubenat.kube.ServiceTracer;
import kubenat.kube.Surroundings;
import kubenat.model.Ruleset;
import kubenat.model.packet.Address;
import kubenat.model.packet.Family;
import kubenat.model.packet.NumberSet;
import kubenat.model.packet.Protocol;
import kubenat.testing.Dumps;

/** Traces to draw: those of a dump's Services, and of rules drawn by lot. */
public final class PictureCases {
    private static final int MOST_SERVICES = 12;

    private PictureCases() {}

    /** The answer for a destination, such as {@code 10.0.0.1}, with the names of kube-proxy. */
    public static Answer answer(Ruleset ruleset, Protocol protocol, String address, int port) {
        Question question = Question.to(protocol, Address.parse(address), NumberSet.of(port));
        return new Answer(
                new ServiceTracer(ruleset, Surroundings.UNKNOWN).trace(question),
                ruleset,
                new KubeNames(new ServiceNames(ruleset)));
    }

    /** One answer for each of the first Service ports, and one for an address that is none. */
    public static List<Answer> ofDump(Ruleset ruleset) {
        boolean v4 = ruleset.family() == Family.IPV4;
        List<Answer> answers = new ArrayList<>();
        answers.add(answer(ruleset, Protocol.TCP, v4 ? "192.0.2.77" : "2001:db8::77", 80));
        Set<String> places = new LinkedHashSet<>();
        for (Entry entry : Entries.of(ruleset).all()) {
            String address = entry.address().map(Address::toString).orElse(v4 ? "192.0.2.10" : "2001:db8::10");
            Protocol protocol = entry.protocol().orElse(Protocol.TCP);
            int port = entry.port().orElse(80);
            if (places.add(address + " " + port + " " + protocol) && places.size() <= MOST_SERVICES) {
                answers.add(answer(ruleset, protocol, address, port));
            }
        }
        return answers;
    }

    /** Rules that nobody would write: long names, odd comments, forks on everything. */
    public static Ruleset random(Random random) {
        int chains = 1 + random.nextInt(9);
        StringBuilder rules = new StringBuilder("*nat;");
        for (String hook : List.of("PREROUTING", "OUTPUT", "POSTROUTING")) {
            rules.append(rule(random, hook, 0, chains)).append(rule(random, hook, 0, chains));
        }
        for (int chain = 0; chain < chains; chain++) {
            for (int i = random.nextInt(5); i >= 0; i--) {
                rules.append(rule(random, name(chain), chain + 1, chains));
            }
        }
        if (random.nextBoolean()) {
            rules.append("*filter;-A FORWARD -o eth1 -j REJECT;-A FORWARD -p tcp -m mark --mark 0x1 -j DROP;");
        }
        return Dumps.rules(rules.toString());
    }

    private static String name(int chain) {
        return switch (chain % 4) {
            case 0 -> "KUBE-SVC-%016d".formatted(chain);
            case 1 -> "a-chain-of-a-very-long-name-" + chain;
            case 2 -> "KUBE-SEP-%016d".formatted(chain);
            default -> "x" + chain;
        };
    }

    private static String rule(Random random, String chain, int next, int chains) {
        return "-A " + chain + match(random) + comment(random) + target(random, chain, next, chains) + ";";
    }

    private static String match(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> " -s 10.%d.0.0/16".formatted(random.nextInt(3));
            case 1 -> " ! -s 10.%d.0.0/16".formatted(random.nextInt(3));
            case 2 -> " -p tcp -m tcp --dport 80";
            case 3 -> " -m statistic --mode random --probability 0.%d".formatted(1 + random.nextInt(9));
            case 4 -> " -m mark --mark 0x1/0x1";
            case 5 -> " -i eth" + random.nextInt(2);
            case 6 -> " -m addrtype --dst-type LOCAL";
            case 7 -> " -p tcp -m tcp --sport 1024:2048";
            default -> "";
        };
    }

    private static String comment(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> " -m comment --comment \"ns/a-service-with-a-name-that-does-not-end:" + "port".repeat(9) + "\"";
            case 1 -> " -m comment --comment \"<&> \\\"quoted\\\" \\\\ 名前 -> x\"";
            default -> "";
        };
    }

    private static String target(Random random, String chain, int next, int chains) {
        boolean out = chain.equals("POSTROUTING");
        return switch (random.nextInt(out ? 6 : 10)) {
            case 0 -> " -j MARK --set-xmark 0x1/0x1";
            case 1 -> " -j RETURN";
            case 2 -> " -j ACCEPT";
            case 3 -> out ? " -j MASQUERADE" : " -j KUBE-SEP-CUT" + random.nextInt(3);
            case 4, 5, 6, 7 ->
                next < chains && !out ? " -j " + name(next + random.nextInt(chains - next)) : " -j RETURN";
            case 8 -> " -j DNAT --to-destination 10.9.%d.%d:8080".formatted(random.nextInt(9), random.nextInt(250));
            default -> " -j REDIRECT --to-ports 3128";
        };
    }
}
