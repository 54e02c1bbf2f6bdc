package kubenat.model.match;

import java.util.List;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/** {@code -m comment}: a note; every packet meets it. */
public record Comment(String text) implements Match {
    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "comment",
            List.of(Option.value("--comment").neverNegated()),
            arguments -> List.of(new Comment(arguments.word("--comment"))));

    @Override
    public Split split(Packet packet, Site site) {
        return Split.yes(packet);
    }

    @Override
    public String words() {
        return "";
    }
}
