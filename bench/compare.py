#!/usr/bin/env python3
"""Times whole commands of kube-nat and their rivals on the same files, in turn, and prints tables in Markdown.

usage: bench/compare.py [--rounds N] [--minutes M] [--big DUMP] [--launcher FILE]

Rivals that are not installed are left out and named. A round runs every command once, so that all meet the same
load; figures are medians over the rounds, ratios are the medians of the ratios within a round. "CPU" is processor
time, of which two cores give two seconds in a second. After the given minutes no new round begins. A rival that
takes a minute runs once. Peak memory is what the kernel says of the largest process of a command. --big names a
dump of your own with NodePorts, plain text, that is traced and linted as well.
"""
import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from dumps import write_dump

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = os.path.join(HERE, "..", "samples", "nodeport.rules")


class Command:
    """A command and what its runs took."""

    def __init__(self, group, name, *words, against=None, once=False):
        self.group, self.name, self.words, self.against, self.once = group, name, words, against, once
        self.seconds, self.processor, self.memory, self.failed = [], [], 0, False

    def run(self):
        with open(os.devnull, "r+b") as nothing:
            start = time.monotonic()
            process = subprocess.Popen(self.words, stdin=nothing, stdout=nothing, stderr=nothing)
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds.append(time.monotonic() - start)
            self.processor.append(usage.ru_utime + usage.ru_stime)
        self.memory = max(self.memory, usage.ru_maxrss // 1024)
        self.failed |= os.waitstatus_to_exitcode(status) > 1

    def ratio(self):
        if not self.against:
            return ""
        others = self.against.seconds * (len(self.seconds) if self.against.once else 1)
        return f"{statistics.median(mine / other for mine, other in zip(self.seconds, others)):.3g}"


def shell(script):
    return ("sh", "-c", script)


def starts(launcher, _):
    kubectl = Command("start", "kubectl version --client", "kubectl", "version", "--client")
    trace = [launcher, "trace", "--dst", "30.0.1.180:31248"]
    return [
        kubectl,
        Command("start", "python3 -c pass", "python3", "-c", "pass", against=kubectl),
        Command("start", "kube-nat --version", launcher, "--version", against=kubectl),
        Command("start", "kube-nat trace, a sample", *trace, SAMPLE, against=kubectl),
        Command("start", "kube-nat trace -o json, a sample", *trace, "-o", "json", SAMPLE, against=kubectl),
    ]


def traces(launcher, dumps):
    """One NodePort in dumps of several sizes, against the greps by which a person finds its first endpoint."""
    commands = []
    for name, (path, port, service) in dumps.items():
        greps = "; ".join([
            f"grep -e '--dport {port} ' {path}",
            f"grep -e '^-A {service} ' {path}",
            f"grep -e '^-A KUBE-MARK-MASQ ' {path}",
            f"grep -e '^-A KUBE-POSTROUTING ' {path}",
        ])
        # Into a pipe: where its output is /dev/null, GNU grep stops at the first line that it finds.
        by_hand = Command(name, "4 greps", *shell(f"{{ {greps}; }} | cat"))
        commands += [by_hand, Command(name, "kube-nat trace", *trace(launcher, port, path), against=by_hand)]
    return commands


def trace(launcher, port, path):
    return launcher, "trace", "--dst", f"10.1.2.3:{port}", path


def parses(launcher, dumps):
    """Everything that is in a dump, against what checks a dump today."""
    name, (path, _, _) = list(dumps.items())[1]
    legacy = Command(name, "iptables-legacy-restore --test", "iptables-legacy-restore", "--test", path)
    return [
        legacy,
        Command(name, "iptables-nft-restore --test", "iptables-nft-restore", "--test", path, against=legacy),
        Command(name, "kube-nat fmt", launcher, "fmt", path, against=legacy),
        Command(name, "kube-nat lint", launcher, "lint", path, against=legacy),
    ]


def largest(launcher, dumps, big):
    """The rival that takes a minute for a million rules, and what is to be said of a dump of the user's own."""
    name, (path, port, _) = list(dumps.items())[2]
    legacy = Command(name, "iptables-legacy-restore --test", "iptables-legacy-restore", "--test", path, once=True)
    commands = [legacy, Command(name, "kube-nat trace", *trace(launcher, port, path), against=legacy)]
    if big:
        commands += [
            Command("--big", "kube-nat lint", launcher, "lint", big, once=True),
            Command("--big", "kube-nat fmt", launcher, "fmt", big, once=True),
        ]
    return commands


def first_node_port(path):
    """A NodePort of a dump and the chain that its rule calls."""
    with open(path, encoding="utf-8", errors="replace") as dump:
        for line in dump:
            found = re.match(r"-A KUBE-NODEPORTS .*--dport (\d+) -j (KUBE-(?:EXT|SVC|XLB)-\w+)$", line)
            if found:
                return int(found[1]), found[2]
    sys.exit(f"{path}: no rule of KUBE-NODEPORTS that calls a chain of a Service")


def table(commands):
    lines = [
        "| dump | command | median s | least s | CPU s | ratio to the first of its kind | peak MB |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for command in commands:
        note = " (failed)" if command.failed else ""
        ratio = "1" if command in (other.against for other in commands) else command.ratio()
        lines.append(
            f"| {command.group} | {command.name}{note} | {statistics.median(command.seconds):.3f} | {min(command.seconds):.3f} "
            f"| {statistics.median(command.processor):.3f} | {ratio} | {command.memory} |")
    return "\n".join(lines)


def growth(commands):
    """What ten times the rules cost a trace."""
    steps = [(command.group, statistics.median(command.seconds)) for command in commands
             if command.name == "kube-nat trace" and command.group != "--big"]
    return "\n".join(f"trace, {small} to {large}: {slow / quick:.2f} x" for (small, quick), (large, slow) in zip(steps, steps[1:]))


def present(commands):
    found = [command for command in commands if shutil.which(command.words[0])]
    for command in commands:
        if command not in found:
            print(f"left out, not installed: {command.name}", file=sys.stderr)
        if command.against not in found:
            command.against = None
    return found


def measure(commands, rounds, deadline):
    for command in commands:
        if not command.once:
            command.run()
            command.seconds.clear()
            command.processor.clear()
    for number in range(rounds):
        for command in commands:
            if number == 0 or not command.once:
                command.run()
        if time.monotonic() > deadline:
            break


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--minutes", type=float, default=8)
    options.add_argument("--big")
    options.add_argument("--launcher", default=os.path.join(HERE, "..", "target", "kube-nat", "bin", "kube-nat"))
    given = options.parse_args()
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        dumps = {}
        for rules in (10_000, 100_000, 1_000_000):
            path = os.path.join(folder, f"{rules}.rules")
            dumps[f"{rules:,} rules"] = (path, *write_dump(path, rules))
        traced = dumps | ({"--big": (given.big, *first_node_port(given.big))} if given.big else {})
        groups = [starts(given.launcher, dumps), parses(given.launcher, dumps), traces(given.launcher, traced),
                  largest(given.launcher, dumps, given.big)]
        groups = [present(group) for group in groups]
        for group, share in zip(groups, (0.2, 0.5, 0.7, 1)):
            measure(group, given.rounds, begin + given.minutes * 60 * share)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {len(groups[0][0].seconds)} rounds at most\n")
    print(table([command for group in groups for command in group]))
    print("\n" + growth(groups[2]))


if __name__ == "__main__":
    main()
