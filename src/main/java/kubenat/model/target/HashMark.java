package kubenat.model.target;

import java.util.stream.Stream;
import kubenat.model.packet.MarkBits;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -j HMARK}: the mark becomes a hash of addresses and ports, and the packet goes on (kernel: xt_HMARK). */
public record HashMark(String text) implements Target {
    static final Syntax<Target> SYNTAX = new Syntax<>(
            "HMARK",
            Stream.of(
                            "--hmark-tuple",
                            "--hmark-src-prefix",
                            "--hmark-dst-prefix",
                            "--hmark-sport-mask",
                            "--hmark-dport-mask",
                            "--hmark-spi-mask",
                            "--hmark-sport",
                            "--hmark-dport",
                            "--hmark-spi",
                            "--hmark-proto-mask",
                            "--hmark-rnd",
                            "--hmark-mod",
                            "--hmark-offset")
                    .map(name -> Option.value(name).neverNegated())
                    .toList(),
            arguments -> new HashMark(arguments.text()));

    @Override
    public Effect apply(Packet packet, Site site) {
        return new Effect.GoOn(packet.withMark(MarkBits.unknown("the mark that HMARK gives in " + site.rule())));
    }

    @Override
    public String words() {
        return "mark by a hash of the packet, go on";
    }

    @Override
    public String name() {
        return "HMARK";
    }
}
