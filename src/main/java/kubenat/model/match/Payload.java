package kubenat.model.match;

import java.util.List;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** Conditions on bytes of the packet, which this tool does not have: kept word for word (man iptables-extensions 1.8.9). */
final class Payload {
    static final Syntax<List<Match>> STRING = new Syntax<>(
            "string",
            List.of(
                    Option.value("--string"),
                    Option.value("--hex-string"),
                    Option.value("--algo").neverNegated(),
                    Option.value("--from").neverNegated(),
                    Option.value("--to").neverNegated(),
                    Option.flag("--icase")),
            Payload::whole);

    static final Syntax<List<Match>> U32 = new Syntax<>("u32", List.of(Option.value("--u32")), Payload::whole);

    static final Syntax<List<Match>> BPF = new Syntax<>(
            "bpf",
            List.of(
                    Option.value("--bytecode").neverNegated(),
                    Option.value("--object-pinned").neverNegated()),
            Payload::whole);

    private Payload() {}

    private static List<Match> whole(Arguments arguments) {
        return List.of(new Unmodelled("-m " + arguments.module() + " " + arguments.text()));
    }
}
