#!/usr/bin/env python3
"""Asks the kernel which packets meet which conditions, and writes what ConditionsEqualTheKernelTest compares with.

    python3 src/test/oracle/record_conditions.py        (root, or user namespaces; writes src/test/resources/kernel/conditions.v*.tsv)

A line of the result names the packets that meet a condition, or, where those are fewer, after "none of" those that do not.
Every condition stands alone in a rule without target of mangle PREROUTING or OUTPUT; legacy and nft have to agree.
"""
import json, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "resources", "kernel")
STATES = ["NEW", "ESTABLISHED", "RELATED", "INVALID", "UNTRACKED"]

SETS = {4: """create IPS hash:ip family inet
add IPS 30.0.1.9
add IPS 10.244.0.7
create IPM hash:ip family inet netmask 24
add IPM 10.244.1.0
create NETS hash:net family inet
add NETS 10.244.0.0/16
add NETS 10.244.0.0/24 nomatch
add NETS 10.244.0.7
create IPPORT hash:ip,port family inet
add IPPORT 30.0.1.180,tcp:80
add IPPORT 30.0.1.180,udp:53
add IPPORT 10.244.0.7,icmp:8/0
add IPPORT 10.244.0.7,esp:0
create NETPORT hash:net,port family inet
add NETPORT 30.0.0.0/16,tcp:80-90
add NETPORT 30.0.1.0/24,tcp:80 nomatch
create IPPORTIP hash:ip,port,ip family inet
add IPPORTIP 30.0.1.180,tcp:80,30.0.1.9
create IPPORTNET hash:ip,port,net family inet
add IPPORTNET 30.0.1.180,tcp:80,30.0.0.0/8
create NETIF hash:net,iface family inet
add NETIF 30.0.0.0/8,eth0
add NETIF 10.244.0.0/16,cni0
create BIPMAC bitmap:ip,mac range 10.244.0.0/24
add BIPMAC 10.244.0.7,00:11:22:33:44:55
create BIP bitmap:ip range 10.244.0.0/24
add BIP 10.244.0.7
create BPORT bitmap:port range 0-1024
add BPORT 80
add BPORT 53
create LIST list:set size 8
add LIST BPORT
add LIST IPS
""", 6: """create IPS hash:ip family inet6
add IPS 2001:db8:1::9
create NETS hash:net family inet6
add NETS fd00:244::/32
add NETS fd00:244:0:1::/64 nomatch
create IPPORT hash:ip,port family inet6
add IPPORT 2001:db8:1::180,tcp:80
add IPPORT fd00:244::7,icmpv6:128/0
"""}

NODES = {
    4: {"links": {"eth0": {"addrs": ["30.0.1.180/24"]}, "cni0": {"addrs": ["10.244.0.1/24"]},
                  "down0": {"addrs": ["10.55.0.7/32"], "down": True}, "tun9": {"addrs": []}},
        "routes": ["default via 30.0.1.1 dev eth0", "10.244.1.0/24 via 30.0.1.2 dev eth0", "blackhole 99.9.9.0/24",
                   "unreachable 99.9.8.0/24", "local 10.96.0.0/12 dev lo"]},
    6: {"links": {"eth0": {"addrs": ["2001:db8:1::180/64"]}, "cni0": {"addrs": ["fd00:244::1/64"]}},
        "routes": ["blackhole fd00:9::/64", "unreachable fd00:8::/64", "local fd00:6::/64 dev lo"]}}


def both(option, *values):
    return [p + option + " " + v for v in values for p in ("", "! ")]


TYPES4 = ["UNSPEC", "UNICAST", "LOCAL", "BROADCAST", "ANYCAST", "MULTICAST", "BLACKHOLE", "UNREACHABLE", "PROHIBIT", "THROW",
          "LOCAL,BROADCAST", "UNICAST,LOCAL", "UNICAST,MULTICAST"]
TYPES6 = ["UNSPEC", "UNICAST", "LOCAL", "ANYCAST", "MULTICAST", "UNREACHABLE", "UNICAST,LOCAL", "LOCAL,UNREACHABLE", "MULTICAST,LOCAL"]
CT = ["--ctstate " + s for s in STATES + ["NEW,INVALID", "DNAT", "SNAT,NEW"]] + ["--ctproto 6", "--ctproto udp", "--ctorigsrcport 1:70",
      "--ctorigdstport 80", "--ctreplsrcport 80", "--ctrepldstport 1:70", "--ctstatus NONE", "--ctstatus CONFIRMED",
      "--ctstatus SEEN_REPLY", "--ctstatus ASSURED,EXPECTED", "--ctstatus CONFIRMED,ASSURED"]
WITH_STATE = ["-m conntrack --ctstate INVALID --ctproto 17", "-m conntrack --ctstate INVALID ! --ctproto 17",
              "-m conntrack --ctstate NEW --ctproto 17", "-m conntrack --ctdir ORIGINAL", "-m conntrack --ctdir REPLY",
              "-m conntrack ! --ctstate NEW --ctdir REPLY"]


def conditions(v):
    a = (lambda four, six: four if v == 4 else six)
    net, own, pod, peer = a(("30.0.0.0/8", "30.0.1.180", "10.244.0.0/16", "30.0.1.9"), ("2001:db8::/32", "2001:db8:1::180", "fd00:244::/32", "2001:db8:1::9"))
    every, arriving, sent = [], [], []
    every += both("-s", net, peer) + both("-d", own, pod) + both("-p", "tcp", "udp", a("icmp", "ipv6-icmp"), "50")
    every += ["-s 30.0.1.9/255.0.0.255", "-d 10.0.0.7/255.0.255.255"] if v == 4 else ["-s 2001:db8:1::9/ffff:ffff:ffff::ffff"]
    for t in a(TYPES4, TYPES6):
        every += ["-m addrtype " + c for c in both("--dst-type", t) + both("--src-type", t)]
        arriving += ["-m addrtype --dst-type %s --limit-iface-in" % t]
        sent += ["-m addrtype --dst-type %s --limit-iface-out" % t, "-m addrtype ! --src-type %s --limit-iface-out" % t]
    every += ["-m addrtype --src-type %s --dst-type LOCAL" % a("UNICAST", "UNICAST")]
    arriving += both("-i", "eth0", "eth+", "cni0", "e+", "lo", "l+")
    sent += both("-o", "eth0", "lo", "e+")
    r = a(["30.0.1.5-30.0.1.10", "10.0.0.0-10.255.255.255"], ["2001:db8:1::5-2001:db8:1::a", "fd00::-fd00:ffff::"])
    every += ["-m iprange " + c for c in both("--src-range", *r) + both("--dst-range", *r)]
    every += ["-m length " + c for c in both("--length", "40", "41:200", "0:65535", "48:48")]
    ttl = a("ttl", "hl")
    every += ["-m %s %s" % (ttl, c) for c in both("--%s-eq" % ttl, "64", "1", "0") + ["--%s-lt 64" % ttl, "--%s-gt 1" % ttl, "--%s-gt 255" % ttl]]
    every += ["-m tos " + c for c in both("--tos", "0x10", "0x10/0x3f", "0x00/0xfc", "0xff/0x03", "0xb8/0xff")]
    every += ["-m tos --tos Minimize-Delay"] + ["-m dscp " + c for c in both("--dscp", "0x2e", "0", "0x04") + both("--dscp-class", "EF", "AF11", "CS1", "BE")]
    every += ["-m ecn --ecn-ip-ect %d" % n for n in range(4)] + ["-m ecn ! --ecn-ip-ect 2"]
    every += ["-p tcp -m ecn " + c for c in ["--ecn-tcp-cwr", "! --ecn-tcp-cwr", "--ecn-tcp-ece", "! --ecn-tcp-ece", "--ecn-tcp-ece ! --ecn-tcp-cwr"]]
    for p in ("tcp", "udp"):
        every += ["-p %s -m %s %s" % (p, p, c) for c in both("--dport", "80", "53:443", ":79", "0:65535", "http") + both("--sport", "1:70")]
        every += ["-p %s -m multiport %s" % (p, c) for c in both("--dports", "22,80:90", "53") + both("--sports", "1:70") + both("--ports", "80,5:9")]
    every += ["-p sctp -m sctp " + c for c in both("--dport", "80", "81")]
    every += ["-p tcp -m tcp " + c for c in both("--tcp-flags", "FIN,SYN,RST,ACK SYN", "ALL SYN", "SYN,ACK NONE", "ALL NONE", "RST RST", "SYN SYN,ACK") + ["--syn", "! --syn"]]
    icmp = a(["any", "8", "echo-request", "0", "3", "3/1", "host-unreachable", "timestamp-request", "8/5", "ping"],
             ["128", "echo-request", "1", "1/4", "port-unreachable", "133", "router-solicitation", "128/7", "neighbour-advertisement"])
    every += ["-p %s -m %s %s" % (a("icmp", "ipv6-icmp"), a("icmp", "icmp6"), c) for c in both(a("--icmp-type", "--icmpv6-type"), *icmp)]
    every += ["-m mark " + c for c in both("--mark", "0", "0x5", "0x5/0x5", "0x1/0xf", "0x5/0x4", "0/0", "0x0/0x2")]
    every += ["-m connmark " + c for c in both("--mark", "0", "1", "0/1", "0xf/0x1")]
    every += ["-m conntrack " + p + c for c in CT for p in ("", "! ")] + WITH_STATE
    every += ["-m conntrack " + c for c in both("--ctorigsrc", net) + both("--ctorigdst", own) + both("--ctreplsrc", pod, own) + both("--ctrepldst", net, peer)]
    every += ["-m state " + c for c in both("--state", "NEW", "INVALID", "RELATED,ESTABLISHED")]
    every += ["-m helper --helper ftp", "-m helper ! --helper ftp", "-m connlabel --label 5", "-m connlabel ! --label 5"]
    every += ["-m statistic --mode random --probability 1", "-m statistic --mode random ! --probability 1", "-m statistic --mode random --probability 0",
              "-m statistic --mode nth --every 1 --packet 0", "-m comment --comment x"]
    every += ["-m pkttype " + c for c in both("--pkt-type", "unicast", "broadcast", "multicast")]
    arriving += ["-m mac " + c for c in both("--mac-source", "00:11:22:33:44:55")]
    arriving += ["-m physdev " + c for c in both("--physdev-in", "eth0", "x+") + ["--physdev-is-in", "! --physdev-is-in"]]
    arriving += ["-m policy --dir in --pol none", "-m policy --dir in --pol ipsec", "-m policy --dir in --pol ipsec --proto esp"]
    arriving += ["-m rpfilter" + o + i for o in ("", " --loose", " --accept-local", " --loose --accept-local", " --validmark") for i in ("", " --invert")]
    sent += ["-m cgroup --cgroup 1", "-m cgroup ! --cgroup 1"]
    sent += ["-m owner " + c for c in both("--uid-owner", "1337", "0-10") + both("--gid-owner", "0") + ["--socket-exists", "! --socket-exists", "! --uid-owner 5 --gid-owner 0"]]
    if v == 4:
        every += ["-f", "! -f"]
        sets = ["IPS src", "IPS dst", "IPS src,dst", "IPM src", "IPM dst", "NETS src", "NETS dst", "IPPORT dst,dst", "IPPORT src,src", "IPPORT dst",
                "NETPORT src,dst", "NETPORT dst,dst", "IPPORTIP dst,dst,src", "IPPORTNET dst,dst,src", "IPPORTNET dst,dst",
                "BIP src", "BIP dst", "BPORT dst", "BPORT src", "LIST dst", "LIST src"]
        arriving += ["-m set " + c for c in both("--match-set", "NETIF src,src", "NETIF dst,src", "BIPMAC src,src")]
    else:
        sets = ["IPS src", "IPS dst", "NETS src", "NETS dst", "IPPORT dst,dst", "IPPORT dst"]
    every += ["-m set " + c for c in both("--match-set", *sets)] + ["-m set --match-set NETS %s --return-nomatch" % d for d in ("src", "dst")]
    return every, arriving, sent


def packets(v):
    n = [0]

    def arrive(dev, src, dst, proto="tcp", **more):
        n[0] += 1
        return dict({"id": "a%d" % n[0], "in": dev, "src": src, "dst": dst, "proto": proto, "sport": 50 + n[0], "dport": 80}, **more)

    def send(src, dst, proto="tcp", **more):
        n[0] += 1
        return dict({"id": "s%d" % n[0], "src": src, "dst": dst, "proto": proto, "sport": 50 + n[0], "dport": 80}, **more)

    if v == 6:
        own, peer, pod, gw = "2001:db8:1::180", "2001:db8:1::9", "fd00:244::7", "fd00:244::1"
        res = [arrive("eth0", peer, d) for d in (own, gw, pod, "2001:db8:1::", "fd00:244::", "fd00:9::1", "fd00:8::1", "fd00:6::5", "fd00:1::1",
                                                 "ff02::1", "2001:db8:1::55", "::ffff:1.2.3.4", "fd00:244:0:1::9")]
        res += [arrive("cni0", pod, own), arrive("cni0", peer, own), arrive("eth0", pod, own, "udp", dport=53), arrive("eth0", peer, pod, "50"),
                arrive("eth0", peer, own, tos=0x10), arrive("eth0", peer, own, tos=0xb8, ttl=1), arrive("eth0", peer, own, tos=0x2a, ttl=255)]
        res += [arrive("eth0", peer, own, flags=f) for f in ("SYN,ACK", "ACK", "RST", "SYN,ECE,CWR")]
        res += [arrive("eth0", peer, pod, "icmpv6", icmp_type=t, icmp_code=c) for t, c in ((128, 0), (129, 0), (1, 4), (133, 0), (136, 0), (128, 7))]
        res += [send(own, pod), send(own, own), send("::1", "::1"), send(own, peer, "udp", mark=5), send(own, "2001:4860::8", uid=1337), send(own, "2001:db8:1::"),
                send(gw, own, mark=1, dport=53), send(own, "2001:4860::8", "icmpv6")]
        return res
    own, peer, pod, gw = "30.0.1.180", "30.0.1.9", "10.244.0.7", "10.244.0.1"
    res = [arrive("eth0", peer, d) for d in (own, gw, pod, "30.0.1.255", "30.0.1.0", "255.255.255.255", "10.244.0.255", "10.55.0.7", "10.96.0.10",
                                             "127.0.0.1", "127.255.255.255", "224.0.0.5", "99.9.9.9", "99.9.8.8", "8.8.8.8", "10.244.1.9", "0.0.0.0")]
    res += [arrive("cni0", pod, own), arrive("cni0", pod, "10.244.1.9"), arrive("cni0", peer, own), arrive("eth0", own, pod), arrive("eth0", pod, own),
            arrive("eth0", "8.8.8.8", own), arrive("eth0", "99.9.9.9", own), arrive("tun9", "40.1.1.1", own), arrive("eth0", "127.0.0.1", own),
            arrive("eth0", "224.0.0.5", own), arrive("eth0", "0.0.0.0", "255.255.255.255", "udp", dport=67),
            arrive("eth0", peer, own, "udp", dport=53), arrive("eth0", peer, own, "udp", sport=5, dport=79), arrive("eth0", peer, own, "sctp"),
            arrive("eth0", peer, pod, "50"), arrive("eth0", peer, pod, "47"), arrive("eth0", peer, own, data="x" * 100),
            arrive("eth0", peer, own, tos=0x10), arrive("eth0", peer, own, tos=0xb8, ttl=1), arrive("eth0", peer, own, tos=0x2a, ttl=255)]
    res += [arrive("eth0", peer, own, flags=f) for f in ("SYN,ACK", "ACK", "RST", "FIN,ACK", "SYN,ECE,CWR", "SYN,ECE")]
    res += [arrive("eth0", peer, pod, "icmp", icmp_type=t, icmp_code=c) for t, c in ((8, 0), (0, 0), (3, 1), (13, 0), (8, 5))]
    res += [send(own, pod), send(own, own), send("127.0.0.1", "127.0.0.1"), send("127.0.0.1", "127.9.9.9"), send(own, gw), send(own, peer, "udp", mark=5),
            send(own, own, "udp", mark=5), send(own, "8.8.8.8", uid=1337), send(own, "8.8.8.8", mark=1, dport=53), send(own, "224.0.0.5", "udp"),
            send(own, "10.96.0.10"), send(own, "8.8.8.8", "icmp"), send(own, "10.55.0.7", uid=7), send(gw, "30.0.1.0")]
    return res


def ask(v, backend, rules, pk):
    dump = "*mangle\n:PREROUTING ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n" + "".join("-A %s %s\n" % (h, c) for h, c in rules) + "COMMIT\n"
    with tempfile.TemporaryDirectory() as d:
        files = [os.path.join(d, n) for n in ("dump", "case", "out")]
        open(files[0], "w").write(dump)
        json.dump({"family": v, "conntrack": True, "node": dict(NODES[v], ipset=SETS[v]), "packets": pk}, open(files[1], "w"))
        p = subprocess.run([sys.executable, os.path.join(HERE, "oracle.py"), "--dump", files[0], "--case", files[1], "--backend", backend,
                            "-o", files[2]], capture_output=True, text=True)
        if p.returncode:
            raise SystemExit(backend + ": " + p.stdout[-1500:] + p.stderr[-1500:])
        return json.load(open(files[2]))["results"]


def record(v):
    every, arriving, sent = conditions(v)
    rules = [("PREROUTING", c) for c in STATE_RULES + every + arriving] + [("OUTPUT", c) for c in STATE_RULES + every + sent]
    pk = packets(v)
    number = {}
    count = {"PREROUTING": 0, "OUTPUT": 0}
    for h, c in rules:
        count[h] += 1
        number[h, count[h]] = c
    met = {}
    for backend in ("legacy", "nft"):
        met[backend] = {}
        for res in ask(v, backend, rules, pk):
            for step in res["path"]:
                if step["kind"] == "rule":
                    met[backend].setdefault((step["chain"], step["rule"]), []).append(res["id"])
            for chain in ("PREROUTING", "OUTPUT"):
                if any(s["chain"] == chain for s in res["path"]):
                    met[backend].setdefault(chain, []).append(res["id"])
    return pk, rules, number, met


STATE_RULES = ["-m conntrack --ctstate " + s for s in STATES]


def write(v):
    pk, rules, number, met = record(v)
    lines = ["# What Linux %s, iptables 1.8.9 legacy and nft, say; made by src/test/oracle/record_conditions.py" % os.uname().release.split("-")[0]]
    lines += ["set\t" + line for line in SETS[v].strip().split("\n")]
    for p in pk:
        for chain in ("PREROUTING", "OUTPUT"):
            if p["id"] in met["legacy"].get(chain, []):
                k = [n for (c, n), _ in number.items() if c == chain][:len(STATES)]
                state = [s for s, n in zip(STATES, k) if p["id"] in met["legacy"].get((chain, n), [])]
                more = " ".join("%s=%s" % (a, str(b).replace(" ", "_")) for a, b in p.items() if a not in ("id", "data"))
                lines.append("packet\t%s\t%s\t%s\t%s length=%d" % (chain, p["id"], ",".join(state), more, length(v, p)))
    differ = 0
    for (chain, n), c in number.items():
        one, two = (met[b].get((chain, n), []) for b in ("legacy", "nft"))
        if one != two:
            differ += 1
            print("legacy and nft differ:", chain, c, sorted(set(one) ^ set(two)))
            continue
        rest = [i for i in met["legacy"][chain] if i not in one]
        words = ["none of"] + rest if len(rest) < len(one) else one
        lines.append("rule\t%s\t%s\t%s" % (chain, c, " ".join(words)))
    os.makedirs(OUT, exist_ok=True)
    open(os.path.join(OUT, "conditions.v%d.tsv" % v), "w").write("\n".join(lines) + "\n")
    print("v%d: %d packets, %d conditions, %d differ" % (v, len(pk), len(number), differ))


def length(v, p):
    sys.path.insert(0, HERE)
    import oracle
    return len(oracle.build(p, 1))


if __name__ == "__main__":
    for v in (4, 6):
        write(v)
