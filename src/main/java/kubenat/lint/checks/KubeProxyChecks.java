package kubenat.lint.checks;

import java.util.List;
import kubenat.lint.Check;

/** The checks of kube-proxy's rules, in the order of their ids. */
final class KubeProxyChecks {
    static final List<Check> ALL = List.of(
            new ServicesNotCalled(),
            new PostroutingNotCalled(),
            new TwoPostroutingVersions(),
            new MarkMasqWithoutMark(),
            new MarksDiffer(),
            new ClusterIpNeverMasqueraded(),
            new EverySourceMasqueraded(),
            new ShareWithoutEndpoint(),
            new UnevenShares(),
            new SharesAreEqual(),
            new ProbabilityOutOfPlace(),
            new NoHairpinRule(),
            new HairpinOfAnotherEndpoint(),
            new EndpointWithoutTranslation(),
            new HashDoesNotFit(),
            new NoEndpoints(),
            new RefusedThoughServed(),
            new NoLocalEndpoints(),
            new LocalEndpointOverlooked(),
            new NodePortsNotLast(),
            new NodePortAddresses(),
            new NodePortOnLoopback(),
            new OneAddressForTwoServices(),
            new ServiceTakenBefore(),
            new AddressOfOthers(),
            new FirewallWithoutDrop(),
            new AffinityByHalves(),
            new AffinityToMissingEndpoint(),
            new AffinityTooLate(),
            new CanaryMissing(),
            new IpvsRemains(),
            new TwoGenerations(),
            new TwoProxies(),
            new InvalidNotDropped(),
            new DropMarkWithoutDrop(),
            new StaleEndpoint(),
            new MissingEndpoint(),
            new ServiceOnOneSide(),
            new OtherTargetPort(),
            new UnreadyEndpoint(),
            new NodesDisagree(),
            new StaleConnection(),
            new UntranslatedConnection(),
            new NodePortTaken(),
            new NamesMissing(),
            new ReversePathDrop(),
            new OneFamilyOnly(),
            new LoadBalancerBypassed(),
            new ClientAffinity());

    private KubeProxyChecks() {}
}
