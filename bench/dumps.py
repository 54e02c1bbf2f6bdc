"""Makes dumps as kube-proxy and iptables-save print them, of any size, the same ones every time."""
import base64
import hashlib

ENDPOINTS = 10


def chain(prefix, text):
    return prefix + base64.b32encode(hashlib.sha256(text.encode()).digest()).decode()[:16]


def write_dump(path, rules):
    """Writes a dump of about so many rules; returns the NodePort of its middle Service and that Service's chain."""
    count = max(1, rules // (2 + 1 + ENDPOINTS * 3))
    names = [f"team-{i % 50:02}/svc-{i:06}:http" for i in range(count)]
    with open(path, "w", encoding="ascii") as dump:
        dump.write("*nat\n")
        for name in ("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"):
            dump.write(f":{name} ACCEPT [0:0]\n")
        for name in ("KUBE-SERVICES", "KUBE-NODEPORTS", "KUBE-MARK-MASQ", "KUBE-POSTROUTING"):
            dump.write(f":{name} - [0:0]\n")
        for i, name in enumerate(names):
            dump.write(f":{service(name)} - [0:0]\n")
            dump.writelines(f":{endpoint(name, i, j)} - [0:0]\n" for j in range(ENDPOINTS))
        dump.write("-A PREROUTING -j KUBE-SERVICES\n-A OUTPUT -j KUBE-SERVICES\n-A POSTROUTING -j KUBE-POSTROUTING\n")
        dump.write("-A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000\n")
        dump.write("-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN\n")
        dump.write("-A KUBE-POSTROUTING -j MARK --set-xmark 0x4000/0x0\n-A KUBE-POSTROUTING -j MASQUERADE --random-fully\n")
        for i, name in enumerate(names):
            dump.write(f"-A KUBE-NODEPORTS -p tcp -m tcp --dport {port(i)} -j {service(name)}\n")
        for i, name in enumerate(names):
            write_service(dump, i, name)
        for i, name in enumerate(names):
            dump.write(f"-A KUBE-SERVICES -d {cluster_ip(i)}/32 -p tcp -m tcp --dport 80 -j {service(name)}\n")
        dump.write("-A KUBE-SERVICES -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS\nCOMMIT\n")
    return port(count // 2), service(names[count // 2])


def write_service(dump, i, name):
    dump.write(f"-A {service(name)} -d {cluster_ip(i)}/32 ! -s 10.0.0.0/8 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ\n")
    for j in range(ENDPOINTS):
        left = ENDPOINTS - j
        chance = f" -m statistic --mode random --probability {1 / left:.11f}" if left > 1 else ""
        dump.write(f"-A {service(name)}{chance} -j {endpoint(name, i, j)}\n")
    for j in range(ENDPOINTS):
        dump.write(f"-A {endpoint(name, i, j)} -s {pod(i, j)}/32 -j KUBE-MARK-MASQ\n")
        dump.write(f"-A {endpoint(name, i, j)} -p tcp -m tcp -j DNAT --to-destination {pod(i, j)}:8080\n")


def service(name):
    return chain("KUBE-SVC-", name + "tcp")


def endpoint(name, i, j):
    return chain("KUBE-SEP-", f"{name}tcp{pod(i, j)}:8080")


def pod(i, j):
    number = i * ENDPOINTS + j
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def cluster_ip(i):
    return f"172.{16 + (i >> 16)}.{i >> 8 & 255}.{i & 255}"


def port(i):
    return 1024 + i % 60000
