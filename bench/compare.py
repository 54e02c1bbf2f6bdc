#!/usr/bin/env python3
"""Times whole commands of kube-nat and their rivals on the same files, in turn, and prints tables in Markdown.

usage: bench/compare.py [--rounds N] [--minutes M] [--big DUMP] [--launcher FILE]

Rivals that are not installed are left out and named. A round runs every command once, so that all meet the same
load; figures are medians over the rounds, ratios are the medians of the ratios within a round. After the given
minutes no new round begins. Peak memory is what the kernel says of the largest process of a command.
"""
import argparse
import os
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

    def __init__(self, group, name, *words, against=None):
        self.group, self.name, self.words, self.against = group, name, words, against
        self.seconds, self.memory, self.failed = [], 0, False

    def run(self):
        with open(os.devnull, "r+b") as nothing:
            start = time.monotonic()
            process = subprocess.Popen(self.words, stdin=nothing, stdout=nothing, stderr=nothing)
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds.append(time.monotonic() - start)
        self.memory = max(self.memory, usage.ru_maxrss // 1024)
        self.failed |= os.waitstatus_to_exitcode(status) > 1

    def ratio(self):
        return statistics.median(mine / other for mine, other in zip(self.seconds, self.against.seconds))


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
    """One NodePort in dumps of three sizes, against the greps by which a person finds its first endpoint."""
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
        commands += [by_hand, Command(name, "kube-nat trace", launcher, "trace", "--dst", f"10.1.2.3:{port}", path, against=by_hand)]
    return commands


def parses(launcher, dumps):
    name, (path, _, _) = list(dumps.items())[1]
    legacy = Command(name, "iptables-legacy-restore --test", "iptables-legacy-restore", "--test", path)
    return [
        legacy,
        Command(name, "iptables-nft-restore --test", "iptables-nft-restore", "--test", path, against=legacy),
        Command(name, "kube-nat fmt", launcher, "fmt", path, against=legacy),
    ]


def table(commands):
    lines = ["| dump | command | median s | least s | ratio to the first of its kind | peak MB |", "| --- | --- | --- | --- | --- | --- |"]
    for command in commands:
        ratio = "1" if command.against is None else f"{command.ratio():.2f}"
        note = " (failed)" if command.failed else ""
        lines.append(
            f"| {command.group} | {command.name}{note} | {statistics.median(command.seconds):.3f} | {min(command.seconds):.3f} "
            f"| {ratio} | {command.memory} |")
    return "\n".join(lines)


def present(commands):
    found = [command for command in commands if shutil.which(command.words[0])]
    for command in commands:
        if command not in found:
            print(f"left out, not installed: {command.name}", file=sys.stderr)
    return [command for command in found if command.against is None or command.against in found]


def measure(commands, rounds, deadline):
    for command in commands:
        command.run()
        command.seconds.clear()
    for _ in range(rounds):
        for command in commands:
            command.run()
        if time.monotonic() > deadline:
            break


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--minutes", type=float, default=8)
    options.add_argument("--launcher", default=os.path.join(HERE, "..", "target", "kube-nat", "bin", "kube-nat"))
    given = options.parse_args()
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        dumps = {}
        for rules in (10_000, 100_000, 1_000_000):
            path = os.path.join(folder, f"{rules}.rules")
            dumps[f"{rules:,} rules"] = (path, *write_dump(path, rules))
        groups = [present(group(given.launcher, dumps)) for group in (starts, parses, traces)]
        for group, share in zip(groups, (0.2, 0.6, 1)):
            measure(group, given.rounds, begin + given.minutes * 60 * share)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {len(groups[0][0].seconds)} rounds at most\n")
    print(table([command for group in groups for command in group]))


if __name__ == "__main__":
    main()
