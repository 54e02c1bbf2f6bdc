package kubenat.parse.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kubenat.model.match.Network;
import kubenat.model.packet.Protocol;
import kubenat.model.syntax.Argument;

/** The conditions that need no module (iptables 1.8.9, print_rule4 and print_rule6): what matches everything is not printed. */
final class CoreForm {
    private static final Set<String> ANY = Set.of("0.0.0.0/0", "::/0");

    static final List<String> ORDER = List.of("-s", "-d", "-i", "-o", "-p", "-f");

    static final Form FORM = ((Form) (given, family) -> canonical(given)).inOrder(ORDER);

    private CoreForm() {}

    private static List<Argument> canonical(List<Argument> given) {
        List<Argument> all = new ArrayList<>(given.size());
        for (Argument argument : given) {
            Argument rewritten = rewritten(argument);
            if (says(rewritten)) {
                all.add(rewritten);
            }
        }
        return all;
    }

    private static Argument rewritten(Argument argument) {
        return switch (argument.option()) {
            case "-s", "-d" -> Form.words(argument, CoreForm::network);
            case "-p" -> Form.words(argument, CoreForm::protocol);
            default -> argument;
        };
    }

    private static boolean says(Argument argument) {
        return switch (argument.option()) {
            case "-s", "-d" -> argument.negated() || !ANY.contains(argument.word());
            case "-p" -> argument.negated() || !argument.word().equals("0");
            case "-i", "-o" -> argument.negated() || !argument.word().equals("+");
            case "-4", "-6" -> false;
            default -> true;
        };
    }

    static String network(String text) {
        Optional<Network> network = Network.read(text);
        return network.map(read -> read.cidr()
                        .map(cidr -> cidr.network() + "/" + cidr.prefixLength())
                        .orElseGet(read::toString))
                .orElse(text);
    }

    private static String protocol(String text) {
        try {
            return text.equals("all") ? "0" : Protocol.parse(text).toString();
        } catch (IllegalArgumentException unknown) {
            return text;
        }
    }
}
