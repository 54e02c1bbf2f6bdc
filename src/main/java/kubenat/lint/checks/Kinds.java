package kubenat.lint.checks;

import java.util.List;
import kubenat.model.match.Comment;
import kubenat.model.match.DestinationAddress;
import kubenat.model.match.DestinationPort;
import kubenat.model.match.InInterface;
import kubenat.model.match.MarkMatch;
import kubenat.model.match.Match;
import kubenat.model.match.OutInterface;
import kubenat.model.match.ProtocolMatch;
import kubenat.model.match.SourceAddress;

/** A quick look at which kinds of conditions a rule has. */
final class Kinds {
    private Kinds() {}

    /** Whether two conditions may speak of the same property, or one alone may be impossible. */
    static boolean mayContradict(List<Match> matches) {
        int seen = 0;
        for (Match match : matches) {
            int kind = kind(match);
            if (kind < 0 || (seen & 1 << kind) != 0) {
                return true;
            }
            seen |= kind == 0 ? 0 : 1 << kind;
        }
        return false;
    }

    /** 0 for what contradicts nothing, -1 for what is to be looked at. */
    private static int kind(Match match) {
        if (match instanceof Comment) {
            return 0;
        }
        if (match instanceof SourceAddress) {
            return 1;
        }
        if (match instanceof DestinationAddress) {
            return 2;
        }
        if (match instanceof ProtocolMatch protocol) {
            return protocol.negated() || !protocol.protocol().hasPorts() ? -1 : 3;
        }
        if (match instanceof DestinationPort) {
            return 4;
        }
        if (match instanceof InInterface in) {
            return in.negated() ? -1 : 5;
        }
        if (match instanceof OutInterface out) {
            return out.negated() ? -1 : 6;
        }
        return match instanceof MarkMatch mark && (mark.value() & ~mark.mask()) == 0 ? 7 : -1;
    }
}
