package kubenat.parse.form;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kubenat.model.match.TcpFlags;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.PortNames;

/** Ports and TCP flags (libxt_tcp, libxt_udp, libxt_sctp, libxt_multiport 1.8.9). */
final class PortForm {
    private static final String LAST = "65535";
    private static final String ALL = "0:" + LAST;

    static final Form PORTS = Form.values(PortForm::range, "--sport", "--dport")
            .without("--sport", ALL)
            .without("--dport", ALL)
            .inOrder("--sport", "--dport");

    static final Form TCP = PORTS.then(
                    (given, family) -> given.stream().map(PortForm::flags).toList())
            .inOrder("--sport", "--dport", "--tcp-option", "--tcp-flags");

    static final Form MULTIPORT = Form.values(PortForm::list, "--sports", "--dports", "--ports");

    private PortForm() {}

    private static String range(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return PortNames.number(text);
        }
        String low = colon == 0 ? "0" : PortNames.number(text.substring(0, colon));
        String high = colon == text.length() - 1 ? LAST : PortNames.number(text.substring(colon + 1));
        return low.equals(high) ? low : low + ":" + high;
    }

    private static String list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(port -> port.indexOf(':') < 0 ? PortNames.number(port) : range(port))
                .collect(Collectors.joining(","));
    }

    private static Argument flags(Argument argument) {
        return switch (argument.option()) {
            case "--syn" -> new Argument("--tcp-flags", argument.negated(), List.of("FIN,SYN,RST,ACK", "SYN"));
            case "--tcp-flags" -> Form.words(argument, PortForm::names);
            default -> argument;
        };
    }

    private static String names(String text) {
        try {
            return TcpFlagNames.of(TcpFlags.flags(text));
        } catch (BadArgument unknown) {
            return text;
        }
    }
}
