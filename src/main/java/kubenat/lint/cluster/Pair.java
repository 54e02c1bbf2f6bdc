package kubenat.lint.cluster;

import kubenat.kube.Service;

/** One Service port as the rules have it, and as the API has it. */
public record Pair(Service service, ClusterPort port) {}
