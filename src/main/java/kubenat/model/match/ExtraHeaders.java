package kubenat.model.match;

import java.util.List;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * Headers that a packet may have between IP and its payload. That the header is there is part of the condition, so a {@code !}
 * before an option of it stays inside (man iptables-extensions 1.8.9).
 */
final class ExtraHeaders {
    static final List<Syntax<List<Match>>> ALL = List.of(
            header("ah", "an authentication header", value("--ahspi"), value("--ahlen"), flag("--ahres")),
            header("dst", "a destination options header", value("--dst-len"), list("--dst-opts")),
            header("esp", "an ESP header", value("--espspi")),
            header("eui64", "a source address made of its hardware address"),
            header(
                    "frag",
                    "a fragment header",
                    value("--fragid"),
                    value("--fraglen"),
                    flag("--fragres"),
                    flag("--fragfirst"),
                    flag("--fragmore"),
                    flag("--fraglast")),
            header("hbh", "a hop-by-hop options header", value("--hbh-len"), list("--hbh-opts")),
            header("ipcomp", "an IPComp header", value("--ipcompspi"), flag("--compres")),
            header("ipv6header", "headers as of", value("--header"), flag("--soft")),
            header("mh", "a mobility header", value("--mh-type")),
            header(
                    "rt",
                    "a routing header",
                    value("--rt-type"),
                    value("--rt-segsleft"),
                    value("--rt-len"),
                    flag("--rt-0-res"),
                    list("--rt-0-addrs"),
                    flag("--rt-0-not-strict")),
            header(
                    "srh",
                    "a segment routing header",
                    value("--srh-next-hdr"),
                    value("--srh-hdr-len-eq"),
                    value("--srh-hdr-len-gt"),
                    value("--srh-hdr-len-lt"),
                    value("--srh-segs-left-eq"),
                    value("--srh-segs-left-gt"),
                    value("--srh-segs-left-lt"),
                    value("--srh-last-entry-eq"),
                    value("--srh-last-entry-gt"),
                    value("--srh-last-entry-lt"),
                    value("--srh-tag"),
                    value("--srh-psid"),
                    value("--srh-nsid"),
                    value("--srh-lsid")));

    private ExtraHeaders() {}

    private static Option value(String name) {
        return Option.value(name);
    }

    private static Option list(String name) {
        return Option.value(name).neverNegated();
    }

    private static Option flag(String name) {
        return Option.flag(name);
    }

    private static Syntax<List<Match>> header(String module, String what, Option... options) {
        return new Syntax<>(module, List.of(options), arguments -> List.of(match(module, what, arguments)));
    }

    private static Match match(String module, String what, Arguments arguments) {
        String text = arguments.text();
        return Named.packet(false, module, text, "with " + what + (text.isEmpty() ? "" : " (" + text + ")"));
    }
}
