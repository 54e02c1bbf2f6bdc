package kubenat.model.match;

import java.util.List;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** Conditions on what the node or another kernel subsystem knows of the packet (man iptables-extensions 1.8.9). */
final class Environment {
    static final List<Syntax<List<Match>>> ALL = List.of(
            whole(
                    "cluster",
                    "this node's part of the cluster",
                    Option.value("--cluster-total-nodes").neverNegated(),
                    Option.value("--cluster-local-node"),
                    Option.value("--cluster-local-nodemask"),
                    Option.value("--cluster-hash-seed").neverNegated()),
            new Syntax<>(
                    "cpu",
                    List.of(Option.value("--cpu")),
                    arguments -> List.of(Named.oneOf(
                            arguments.negated("--cpu"),
                            "cpu",
                            arguments.word("--cpu"),
                            "on processor " + arguments.word("--cpu")))),
            new Syntax<>(
                    "devgroup",
                    List.of(Option.value("--src-group"), Option.value("--dst-group")),
                    arguments ->
                            arguments.all().stream().map(Environment::group).toList()),
            whole(
                    "ipvs",
                    "of an IPVS connection",
                    Option.flag("--ipvs").negatedToo(),
                    Option.value("--vproto"),
                    Option.value("--vaddr"),
                    Option.value("--vport"),
                    Option.value("--vdir").neverNegated(),
                    Option.value("--vmethod"),
                    Option.value("--vportctl")),
            whole(
                    "osf",
                    "from a system that looks like",
                    Option.value("--genre"),
                    Option.value("--ttl").neverNegated(),
                    Option.value("--log").neverNegated()),
            new Syntax<>(
                    "realm",
                    List.of(Option.value("--realm")),
                    arguments -> List.of(Named.packet(
                            arguments.negated("--realm"),
                            "realm",
                            arguments.word("--realm"),
                            "in routing realm " + arguments.word("--realm")))),
            new Syntax<>(
                    "tcpmss",
                    List.of(Option.value("--mss")),
                    arguments -> List.of(Named.packet(
                            arguments.negated("--mss"),
                            "tcpmss",
                            arguments.word("--mss"),
                            "with a maximum segment size of " + arguments.word("--mss")))));

    private Environment() {}

    private static Match group(Argument argument) {
        String words = (argument.option().equals("--src-group") ? "in" : "out") + " by an interface of group "
                + argument.word();
        return Named.packet(argument.negated(), "devgroup", argument.option() + " " + argument.word(), words);
    }

    private static Syntax<List<Match>> whole(String module, String what, Option... options) {
        return new Syntax<>(module, List.of(options), arguments -> List.of(match(module, what, arguments)));
    }

    /** One option alone is negated as a whole, so that a rule with it and one without speak of the same condition. */
    private static Match match(String module, String what, Arguments arguments) {
        boolean negated = arguments.all().size() == 1 && arguments.all().get(0).negated();
        String text = negated ? arguments.text().substring(2) : arguments.text();
        return Named.packet(negated, module, text, what + " (" + text + ")");
    }
}
