package kubenat.model.match;

import java.util.List;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** Conditions on how much has come before: what was counted is in the kernel, not in the dump (man iptables-extensions 1.8.9). */
final class Rates {
    static final Syntax<List<Match>> LIMIT = new Syntax<>(
            "limit",
            List.of(
                    Option.value("--limit").neverNegated(),
                    Option.value("--limit-burst").neverNegated()),
            Rates::limit);

    static final Syntax<List<Match>> QUOTA = new Syntax<>("quota", List.of(Option.value("--quota")), Rates::quota);

    static final Syntax<List<Match>> CONNLIMIT = new Syntax<>(
            "connlimit",
            List.of(
                    Option.value("--connlimit-upto"),
                    Option.value("--connlimit-above"),
                    Option.value("--connlimit-mask").neverNegated(),
                    Option.flag("--connlimit-saddr"),
                    Option.flag("--connlimit-daddr")),
            Rates::connlimit);

    static final Syntax<List<Match>> NFACCT = new Syntax<>(
            "nfacct",
            List.of(Option.value("--nfacct-name").neverNegated()),
            arguments -> List.of(Named.packet(
                    false,
                    "quota",
                    "nfacct " + arguments.word("--nfacct-name"),
                    "the accounting object " + arguments.word("--nfacct-name") + " has no quota left")));

    static final Syntax<List<Match>> RATEEST = new Syntax<>(
            "rateest",
            List.of(
                    Option.value("--rateest1", "--rateest").neverNegated(),
                    Option.value("--rateest2").neverNegated(),
                    Option.flag("--rateest-bps1").optionalWords(1),
                    Option.flag("--rateest-pps1").optionalWords(1),
                    Option.flag("--rateest-bps2", "--rateest-bps").optionalWords(1),
                    Option.flag("--rateest-pps2", "--rateest-pps").optionalWords(1),
                    Option.flag("--rateest-delta"),
                    Option.flag("--rateest-lt").negatedToo(),
                    Option.flag("--rateest-gt").negatedToo(),
                    Option.flag("--rateest-eq").negatedToo()),
            arguments -> List.of(
                    Named.packet(false, "rate", arguments.text(), "the estimated rate meets " + arguments.text())));

    private Rates() {}

    private static List<Match> limit(Arguments arguments) {
        String rate = arguments.has("--limit") ? arguments.word("--limit") : "3/hour";
        String burst = arguments.has("--limit-burst") ? " burst " + arguments.word("--limit-burst") : "";
        return List.of(Named.rule(false, "limit", rate + burst, "under the limit " + rate + burst));
    }

    private static List<Match> quota(Arguments arguments) {
        String bytes = arguments.word("--quota");
        return List.of(
                Named.rule(arguments.negated("--quota"), "quota", bytes, "within the quota of " + bytes + " bytes"));
    }

    private static List<Match> connlimit(Arguments arguments) {
        boolean above = arguments.has("--connlimit-above");
        String option = above ? "--connlimit-above" : "--connlimit-upto";
        String most = arguments.word(option);
        String group = (arguments.has("--connlimit-daddr") ? "to the same destination" : "from the same source")
                + (arguments.has("--connlimit-mask") ? " /" + arguments.word("--connlimit-mask") : "");
        return List.of(Named.rule(
                above != arguments.negated(option),
                "connlimit",
                most + " " + group,
                "no more than " + most + " connections " + group));
    }
}
