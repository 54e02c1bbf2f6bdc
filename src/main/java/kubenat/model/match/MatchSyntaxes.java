package kubenat.model.match;

import java.util.List;
import java.util.stream.Stream;
import kubenat.model.syntax.Syntax;

/** The match modules that are modelled: a new one is a file and a line here. */
public final class MatchSyntaxes {
    /** The conditions that need no {@code -m}. */
    public static final Syntax<List<Match>> CORE = Core.SYNTAX;

    private static final List<Syntax<List<Match>>> SINGLE = List.of(
            AddressType.SYNTAX,
            BridgePort.SYNTAX,
            Comment.SYNTAX,
            ConnectionMark.SYNTAX,
            ConnectionNamed.BYTES,
            ConnectionNamed.HELPER,
            ConnectionNamed.LABEL,
            ConnectionStateMatch.STATE,
            Conntrack.SYNTAX,
            ControlGroup.SYNTAX,
            HashLimit.SYNTAX,
            IcmpType.ICMP,
            IcmpType.ICMP6,
            IpRange.SYNTAX,
            IpsecPolicy.SYNTAX,
            Length.SYNTAX,
            MacSource.SYNTAX,
            MarkMatch.SYNTAX,
            Multiport.SYNTAX,
            SocketOwner.SYNTAX,
            PacketType.SYNTAX,
            Payload.BPF,
            Payload.STRING,
            Payload.U32,
            Rates.CONNLIMIT,
            Rates.LIMIT,
            Rates.NFACCT,
            Rates.QUOTA,
            Rates.RATEEST,
            Recent.SYNTAX,
            ReversePath.SYNTAX,
            SetMatch.SYNTAX,
            Socket.SYNTAX,
            Statistic.SYNTAX,
            TimeOfDay.SYNTAX,
            TimeToLive.HL,
            TimeToLive.TTL,
            Transport.DCCP,
            Transport.SCTP,
            Transport.TCP,
            Transport.UDP,
            Transport.UDPLITE,
            TypeOfService.DSCP,
            TypeOfService.ECN,
            TypeOfService.TOS);

    public static final List<Syntax<List<Match>>> ALL = Stream.of(SINGLE, Environment.ALL, ExtraHeaders.ALL)
            .flatMap(List::stream)
            .toList();

    private MatchSyntaxes() {}
}
