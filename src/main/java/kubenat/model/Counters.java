package kubenat.model;

/** How many packets and bytes have met a rule, from {@code iptables-save -c}. */
public record Counters(long packets, long bytes) {}
