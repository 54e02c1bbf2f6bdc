package kubenat.lint.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.lint.Check;

/** All checks, in the order of their ids. A new check is one class, one page, and one line here or in {@link KubeProxyChecks}. */
public final class Checks {
    private static final List<Check> OF_RULES = List.of(
            // iptables in general
            new JumpToMissingChain(),
            new UnusedChain(),
            new JumpCycle(),
            new RuleAfterEnd(),
            new ShadowedRule(),
            new RedundantRule(),
            new Generalisation(),
            new Correlation(),
            new RepeatedRule(),
            new RepeatedJump(),
            new JumpToEmptyChain(),
            new ContradictoryMatches(),
            new UnsupportedRevision(),
            new CorruptTarget(),
            new MatchLost(),
            new WrongFamily(),
            new MarkWithoutMask(),
            new SharedMarkBits(),
            new OtherBackend(),
            new IncompleteInput(),
            new ForwardDrop(),
            new BroadMasquerade(),
            new NoRandomFully(),
            new MasqueradeBeforeMark(),
            new OneSidedDestinationNat(),
            new DestinationNatToLoopback(),
            new NoRouteToDestinationNat(),
            new BypassedInputBlock(),
            new TooManyRules(),
            new ZeroCounters(),
            new ForeignEnd(),
            new EntryTwice(),
            new PortAlreadyRewritten(),
            new RuleOutsideItsCallers());

    /** An error is left out, and nobody says why. */
    public static final Check IGNORE_WITHOUT_REASON = Reported.IGNORE_WITHOUT_REASON;

    /** A comment leaves out nothing. */
    public static final Check IGNORE_OF_NOTHING = Reported.IGNORE_OF_NOTHING;

    /** A comment for kube-nat that says nothing it knows. */
    public static final Check IGNORE_NOT_UNDERSTOOD = Reported.IGNORE_NOT_UNDERSTOOD;

    private static final List<Check> OF_IGNORES =
            List.of(IGNORE_WITHOUT_REASON, IGNORE_OF_NOTHING, IGNORE_NOT_UNDERSTOOD);

    public static final List<Check> ALL = Stream.of(OF_RULES, KubeProxyChecks.ALL, OF_IGNORES, Reported.BY_READING)
            .flatMap(List::stream)
            .toList();

    private Checks() {}

    /** The check with that id or name, whatever the case of its letters. */
    public static Optional<Check> of(String id) {
        return ALL.stream()
                .filter(check -> check.id().equalsIgnoreCase(id) || check.name().equalsIgnoreCase(id))
                .findFirst();
    }
}
