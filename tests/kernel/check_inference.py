#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
"""What `finwait capture` infers, against the states that the kernel's own TCP says it went through: every life of
lives.py, then so many at random. Of the random ones a few may differ: a FIN that was lost before it was captured, or a
state that was over before the kernel could be asked for it. Arguments: how many at random, and from which seed on."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

from lab import ADDRESS, PLACES, SIDES, Capture, Network, Segment
from lives import LIVES, Ends, at_random, by_chance, ordinary

PROGRAM = pathlib.Path(os.environ["FINWAIT_BUILD"]) / "bin/finwait"
SILENT = {"CLOSED", "LISTEN"}  # nobody sends anything to come here
SHORTEST = 0.005  # seconds: what is over sooner, polling may have missed
MOST_AT_RANDOM = 0.05  # of the random lives may differ


def without_repetition(path):
    return [state for i, state in enumerate(path) if i == 0 or state != path[i - 1]]


def is_within(path, whole):
    rest = iter(whole)
    return all(state in rest for state in path)


def lasting(states):
    ends = [entry["t"] for entry in states[1:]] + [float("inf")]
    return [entry for entry, end in zip(states, ends) if end - entry["t"] > SHORTEST and entry["state"] not in SILENT]


def sightings(file, address):
    """The states of that end in each connection of the capture."""
    found = json.loads(subprocess.run([PROGRAM, "capture", file, "--json"], capture_output=True, check=True).stdout)
    for connection in found["connections"]:
        for side in SIDES:
            if connection[side] == address:
                yield connection["states"][side]


def differences(folder, ports, states, has_sent_fin):
    for place in PLACES:
        for side in SIDES:
            truth = without_repetition([state for _, state in states[side]])
            found = list(sightings(folder / f"{place}.pcap", f"{ADDRESS[side]}:{ports[side]}"))
            sure = without_repetition([e["state"] for c in found for e in lasting(c) if e["sure"]])
            if not is_within(sure, truth):
                yield f"captured {at(place)}: the {side} was surely in {sure}, in truth in {truth}"
            if place != side:
                continue
            path = without_repetition([e["state"] for c in found for e in c])
            unseen = SILENT if has_sent_fin[side] else SILENT | {"FIN_WAIT_1", "LAST_ACK"}
            if not is_within([state for state in truth if state not in unseen], path):
                yield f"captured at the {side} itself: it was in {truth}, and was found in {path}"


def at(place):
    return "in between" if place == "between" else f"at the {place}"


def play(network, ports, rule, life):
    """What differs from the truth."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        captures = {place: Capture(folder / f"{place}.pcap") for place in PLACES}
        states = Ends(network, ports).play(captures, rule, life)
        # One that waited behind text, and that a reset has overtaken, was never sent.
        has_sent_fin = {side: any(s.has(Segment.FIN) for s in network.seen[side]) for side in SIDES}
        return list(differences(folder, ports, states, has_sent_fin))


def main(at_random_count=0, first_seed=1):
    network = Network()
    failed = differing = 0
    try:
        for side in SIDES:
            network.setting(side, "tcp_fin_timeout", 3)
            network.setting(side, "tcp_fastopen", 0x607)  # without cookies
        port = 20000
        for name, life in LIVES.items():
            port += 1
            for difference in play(network, {"client": port, "server": port + 10000}, ordinary, life):
                print(f"{name}: {difference}", flush=True)
                failed += 1
        for seed in range(first_seed, first_seed + at_random_count):
            port += 1
            found = play(network, {"client": port, "server": port + 10000}, by_chance(seed), at_random(seed))
            differing += bool(found)
            for difference in found:
                print(f"seed {seed}: {difference}", flush=True)
    finally:
        network.close()
    print(f"{len(LIVES)} lives, {failed} differences; {at_random_count} at random, {differing} differ")
    return 1 if failed or differing > MOST_AT_RANDOM * at_random_count else 0


if __name__ == "__main__":
    if os.geteuid() != 0 or not os.path.exists("/dev/net/tun"):
        sys.exit("check_inference: this is for root, with /dev/net/tun and network namespaces")
    sys.exit(main(*map(int, sys.argv[1:3])))
