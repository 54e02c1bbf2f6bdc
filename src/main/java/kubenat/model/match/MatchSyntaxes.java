package kubenat.model.match;

import java.util.List;
import kubenat.model.syntax.Syntax;

/** The match modules that are modelled: a new one is a file and a line here. */
public final class MatchSyntaxes {
    /** The conditions that need no {@code -m}. */
    public static final Syntax<List<Match>> CORE = Core.SYNTAX;

    public static final List<Syntax<List<Match>>> ALL = List.of(
            AddressType.SYNTAX,
            Comment.SYNTAX,
            ConnectionStateMatch.STATE,
            Conntrack.SYNTAX,
            MarkMatch.SYNTAX,
            Multiport.SYNTAX,
            Recent.SYNTAX,
            Statistic.SYNTAX,
            Transport.DCCP,
            Transport.SCTP,
            Transport.TCP,
            Transport.UDP,
            Transport.UDPLITE);

    private MatchSyntaxes() {}
}
