"""The rules that kube-proxy 1.28 writes for Services, as input for iptables-restore.

Written from what kube-proxy does (pkg/proxy/iptables/proxier.go of Kubernetes 1.28), for the samples alone.
"""
import base64
import hashlib
from dataclasses import dataclass, field

NODE_PORTS_LAST = "kubernetes service nodeports; NOTE: this must be the last rule in this chain"


@dataclass
class Service:
    """One port of one Service, on one node."""

    name: str  # namespace/name:port
    cluster_ip: str
    port: int
    endpoints: list = field(default_factory=list)  # ip:port, [ip]:port
    local: list = field(default_factory=list)  # those on this node; counts only with external_local
    protocol: str = "tcp"
    node_port: int = 0
    load_balancer: str = ""
    source_ranges: list = field(default_factory=list)
    external_local: bool = False  # externalTrafficPolicy: Local
    health_port: int = 0
    affinity_seconds: int = 0


def hashed(prefix, *parts):
    """A chain name: 16 letters of base32(SHA-256(parts))."""
    digest = hashlib.sha256("".join(parts).encode()).digest()
    return prefix + base64.b32encode(digest).decode()[:16]


class Rules:
    """Collects the rules of one node, table by table."""

    def __init__(self, pod_network, family=4, policies=None):
        self.pod_network = pod_network
        self.family = family
        self.policies = policies or {}
        self.tables = {}
        self.node_ports = []
        self._frame()

    def add(self, table, chain, *words):
        chains, rules = self.tables.setdefault(table, ({}, []))
        chains.setdefault(chain)
        rules.append(" ".join(["-A", chain, *map(str, words)]))

    def declare(self, table, *chains):
        known, _ = self.tables.setdefault(table, ({}, []))
        for chain in chains:
            known.setdefault(chain)

    def text(self):
        lines = []
        for table, (chains, rules) in self.tables.items():
            lines.append("*" + table)
            builtin = ("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING")
            for chain in chains:
                policy = self.policies.get((table, chain), "ACCEPT") if chain in builtin else "-"
                lines.append(f":{chain} {policy} [0:0]")
            lines += rules + ["COMMIT"]
        return "\n".join(lines) + "\n"

    def service(self, service):
        _ServiceRules(self, service).write()

    def finish(self):
        """What kube-proxy writes last: the gate to the NodePorts."""
        loopback = ["!", "-d", "::1/128"] if self.family == 6 else []
        self.add("nat", "KUBE-SERVICES", comment(NODE_PORTS_LAST), "-m addrtype --dst-type LOCAL", *loopback,
                 "-j KUBE-NODEPORTS")
        return self

    def _frame(self):
        for table in ("mangle", "filter", "nat"):
            self.declare(table, "KUBE-KUBELET-CANARY", "KUBE-PROXY-CANARY")
        self._filter()
        for chain in ("PREROUTING", "OUTPUT"):
            self.add("nat", chain, comment("kubernetes service portals"), "-j KUBE-SERVICES")
        self.add("nat", "POSTROUTING", comment("kubernetes postrouting rules"), "-j KUBE-POSTROUTING")
        self.declare("nat", "KUBE-NODEPORTS")
        self.add("nat", "KUBE-MARK-MASQ", "-j MARK --or-mark 0x4000")
        self.add("nat", "KUBE-POSTROUTING", "-m mark ! --mark 0x4000/0x4000 -j RETURN")
        self.add("nat", "KUBE-POSTROUTING", "-j MARK --xor-mark 0x4000")
        self.add("nat", "KUBE-POSTROUTING", comment("kubernetes service traffic requiring SNAT"),
                 "-j MASQUERADE --random-fully")

    def _filter(self):
        new = "-m conntrack --ctstate NEW"
        firewall = (new, comment("kubernetes load balancer firewall"), "-j KUBE-PROXY-FIREWALL")
        external = (new, comment("kubernetes externally-visible service portals"), "-j KUBE-EXTERNAL-SERVICES")
        services = (new, comment("kubernetes service portals"), "-j KUBE-SERVICES")
        self.declare("filter", "KUBE-SERVICES", "KUBE-EXTERNAL-SERVICES", "KUBE-NODEPORTS", "KUBE-PROXY-FIREWALL")
        self.add("filter", "INPUT", *firewall)
        self.add("filter", "INPUT", comment("kubernetes health check service ports"), "-j KUBE-NODEPORTS")
        self.add("filter", "INPUT", *external)
        self.add("filter", "INPUT", "-j KUBE-FIREWALL")
        self.add("filter", "FORWARD", *firewall)
        self.add("filter", "FORWARD", comment("kubernetes forwarding rules"), "-j KUBE-FORWARD")
        self.add("filter", "FORWARD", *services)
        self.add("filter", "FORWARD", *external)
        self.add("filter", "OUTPUT", *firewall)
        self.add("filter", "OUTPUT", *services)
        self.add("filter", "OUTPUT", "-j KUBE-FIREWALL")
        self.declare("filter", "KUBE-FIREWALL")
        if self.family == 4:
            self.add("filter", "KUBE-FIREWALL", "! -s 127.0.0.0/8 -d 127.0.0.0/8",
                     comment("block incoming localnet connections"),
                     "-m conntrack ! --ctstate RELATED,ESTABLISHED,DNAT -j DROP")
        self.add("filter", "KUBE-FORWARD", "-m conntrack --ctstate INVALID -j DROP")
        self.add("filter", "KUBE-FORWARD", comment("kubernetes forwarding rules"),
                 "-m mark --mark 0x4000/0x4000 -j ACCEPT")
        self.add("filter", "KUBE-FORWARD", comment("kubernetes forwarding conntrack rule"),
                 "-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT")


class _ServiceRules:
    """The rules of one Service port."""

    def __init__(self, rules, service):
        self.rules, self.service = rules, service
        key = (service.name, service.protocol)
        self.svc, self.svl, self.ext, self.firewall = (
            hashed(prefix, *key) for prefix in ("KUBE-SVC-", "KUBE-SVL-", "KUBE-EXT-", "KUBE-FW-"))
        self.sep = {endpoint: hashed("KUBE-SEP-", *key, endpoint) for endpoint in service.endpoints}
        self.match = f"-m {service.protocol} -p {service.protocol}"

    def write(self):
        service, add = self.service, self.rules.add
        if service.endpoints:
            cluster = (comment(service.name + " cluster IP"), self.match, "-d", service.cluster_ip,
                       "--dport", service.port)
            add("nat", "KUBE-SERVICES", *cluster, "-j", self.svc)
            add("nat", self.svc, *cluster, "! -s", self.rules.pod_network, "-j KUBE-MARK-MASQ")
            self._external()
            self._balance(self.svc, service.endpoints)
            self._endpoints()
        else:
            add("filter", "KUBE-SERVICES", comment(service.name + " has no endpoints"), self.match,
                "-d", service.cluster_ip, "--dport", service.port, "-j REJECT")
        self._refusals()
        if service.health_port:
            add("filter", "KUBE-NODEPORTS", comment(service.name + " health check node port"), "-m tcp -p tcp --dport",
                service.health_port, "-j ACCEPT")

    def _external(self):
        service, add = self.service, self.rules.add
        if not (service.node_port or service.load_balancer):
            return
        if service.load_balancer:
            self._load_balancer()
        if service.node_port:
            add("nat", "KUBE-NODEPORTS", comment(service.name), self.match, "--dport", service.node_port,
                "-j", self.ext)
        of = f"{service.name} external destinations"
        if not service.external_local:
            add("nat", self.ext, comment("masquerade traffic for " + of), "-j KUBE-MARK-MASQ")
            add("nat", self.ext, "-j", self.svc)
            return
        local = "-m addrtype --src-type LOCAL"
        add("nat", self.ext, comment("pod traffic for " + of), "-s", self.rules.pod_network, "-j", self.svc)
        add("nat", self.ext, comment("masquerade LOCAL traffic for " + of), local, "-j KUBE-MARK-MASQ")
        add("nat", self.ext, comment("route LOCAL traffic for " + of), local, "-j", self.svc)
        if service.local:
            add("nat", self.ext, "-j", self.svl)
            self._balance(self.svl, service.local)

    def _load_balancer(self):
        service, add = self.service, self.rules.add
        note = comment(service.name + " loadbalancer IP")
        where = (self.match, "-d", service.load_balancer, "--dport", service.port)
        add("nat", "KUBE-SERVICES", note, *where, "-j", self.firewall if service.source_ranges else self.ext)
        for source in service.source_ranges:
            add("nat", self.firewall, note, "-s", source, "-j", self.ext)
        if service.source_ranges:
            add("nat", self.firewall,
                comment(f"other traffic to {service.name} will be dropped by KUBE-PROXY-FIREWALL"))
            add("filter", "KUBE-PROXY-FIREWALL",
                comment(f"{service.name} traffic not accepted by {self.firewall}"), *where, "-j DROP")

    def _balance(self, chain, endpoints):
        service = self.service
        notes = {endpoint: comment(f"{service.name} -> {endpoint}") for endpoint in endpoints}
        if service.affinity_seconds:
            for endpoint in endpoints:
                self.rules.add("nat", chain, notes[endpoint], "-m recent --name", self.sep[endpoint],
                               "--rcheck --seconds", service.affinity_seconds, "--reap -j", self.sep[endpoint])
        for left, endpoint in zip(range(len(endpoints), 0, -1), endpoints):
            share = [] if left == 1 else ["-m statistic --mode random --probability", f"{1 / left:.10f}"]
            self.rules.add("nat", chain, notes[endpoint], *share, "-j", self.sep[endpoint])

    def _endpoints(self):
        service = self.service
        for endpoint, chain in self.sep.items():
            address = endpoint.rsplit(":", 1)[0].strip("[]")
            remember = ["-m recent --name", chain, "--set"] if service.affinity_seconds else []
            self.rules.add("nat", chain, comment(service.name), "-s", address, "-j KUBE-MARK-MASQ")
            self.rules.add("nat", chain, comment(service.name), *remember, self.match,
                           "-j DNAT --to-destination", endpoint)

    def _refusals(self):
        service, add = self.service, self.rules.add
        if not service.endpoints:
            why, target = " has no endpoints", "REJECT"
        elif service.external_local and not service.local:
            why, target = " has no local endpoints", "DROP"
        else:
            return
        if service.load_balancer:
            add("filter", "KUBE-EXTERNAL-SERVICES", comment(service.name + why), self.match,
                "-d", service.load_balancer, "--dport", service.port, "-j", target)
        if service.node_port:
            add("filter", "KUBE-EXTERNAL-SERVICES", comment(service.name + why), "-m addrtype --dst-type LOCAL",
                self.match, "--dport", service.node_port, "-j", target)


def comment(text):
    return f'-m comment --comment "{text}"'
