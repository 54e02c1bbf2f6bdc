package kubenat.model.target;

import java.util.List;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** The targets that have no effect on where a packet goes; the kernel goes on after each (man iptables-extensions 1.8.9). */
final class NoEffects {
    static final List<Syntax<Target>> ALL = List.of(
            noting("AUDIT", once("--type")),
            noting("CHECKSUM", Option.flag("--checksum-fill")),
            noting("CLASSIFY", once("--set-class")),
            noting("CONNSECMARK", Option.flag("--save"), Option.flag("--restore")),
            noting("FLOWOFFLOAD", Option.flag("--hw")),
            noting("IDLETIMER", once("--timeout"), once("--label"), Option.flag("--alarm")),
            noting("LED", once("--led-trigger-id"), once("--led-delay"), Option.flag("--led-always-blink")),
            noting(
                    "LOG",
                    once("--log-level"),
                    once("--log-prefix"),
                    Option.flag("--log-tcp-sequence"),
                    Option.flag("--log-tcp-options"),
                    Option.flag("--log-ip-options"),
                    Option.flag("--log-uid"),
                    Option.flag("--log-macdecode")),
            noting(
                    "NFLOG",
                    once("--nflog-group"),
                    once("--nflog-prefix"),
                    once("--nflog-range"),
                    once("--nflog-size"),
                    once("--nflog-threshold")),
            noting("RATEEST", once("--rateest-name"), once("--rateest-interval"), once("--rateest-ewmalog")),
            noting("SECMARK", once("--selctx")),
            noting("TCPMSS", once("--set-mss"), Option.flag("--clamp-mss-to-pmtu")),
            noting("TCPOPTSTRIP", once("--strip-options")),
            noting("TEE", once("--gateway"), once("--oif")),
            noting("TRACE"),
            noting(
                    "ULOG",
                    once("--ulog-nlgroup"),
                    once("--ulog-prefix"),
                    once("--ulog-cprange"),
                    once("--ulog-qthreshold")));

    private NoEffects() {}

    private static Option once(String name) {
        return Option.value(name).neverNegated();
    }

    private static Syntax<Target> noting(String name, Option... options) {
        return new Syntax<>(name, List.of(options), arguments -> new NoEffect(name, arguments.text()));
    }
}
