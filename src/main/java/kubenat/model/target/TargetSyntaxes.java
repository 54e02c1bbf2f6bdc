package kubenat.model.target;

import java.util.List;
import java.util.stream.Stream;
import kubenat.model.syntax.Syntax;

/** The targets that are modelled: a new one is a file and a line here. */
public final class TargetSyntaxes {
    private static final List<Syntax<Target>> SINGLE = List.of(
            plain("ACCEPT", new Accept()),
            plain("DROP", new Drop()),
            plain("RETURN", new Return()),
            ConnectionMarkTarget.SYNTAX,
            DestinationNat.SYNTAX,
            HandOver.NFQUEUE,
            HandOver.QUEUE,
            HandOver.SYNPROXY,
            HandOver.TPROXY,
            HashMark.SYNTAX,
            MarkTarget.SYNTAX,
            Masquerade.SYNTAX,
            NetworkMap.SYNTAX,
            PrefixTranslation.DNPT,
            PrefixTranslation.SNPT,
            Redirect.SYNTAX,
            Reject.SYNTAX,
            SetTarget.SYNTAX,
            SourceNat.SYNTAX,
            Tracking.CT,
            Tracking.NOTRACK);

    public static final List<Syntax<Target>> ALL = Stream.of(SINGLE, FactChanges.ALL, NoEffects.ALL)
            .flatMap(List::stream)
            .toList();

    private TargetSyntaxes() {}

    private static Syntax<Target> plain(String name, Target target) {
        return new Syntax<>(name, List.of(), arguments -> target);
    }
}
