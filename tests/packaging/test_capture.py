#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
"""What `finwait capture` finds in captures of connections of which the truth is known: those that `finwait run` plays and
writes, and real ones of Linux, captured at both ends while the states of both kernels were watched. tshark witnesses how
many connections and packets there are."""

import collections
import csv
import io
import itertools
import json
import os
import pathlib
import shutil
import subprocess
import sys

PROGRAM = pathlib.Path(os.environ["FINWAIT_BUILD"]) / "bin" / "finwait"
WORK = pathlib.Path(os.environ["FINWAIT_WORK"]) / "capture"
REAL = pathlib.Path("../shared/captures")
SIDES = ("client", "server")
PROFILES = ("rfc9293", "linux", "freebsd")
# Nobody sends anything to come here, so no capture shows it; and what a run ends with may come after the last packet.
SILENT = {"CLOSED", "LISTEN"}
# tshark takes each forged SYN for the beginning of another connection, and what still belongs to the old one after a SYN
# for the new one's: there it is not asked how many packets each has.
ONLY_COUNTED = {
    *(f"{name}.{side}.pcapng" for name in ("half-open-active", "time-wait-left-early") for side in ("client", "server")),
    "old-duplicate-syn.client.pcapng",
}
NOT_FOR_TSHARK = {"blind-syn.server.pcapng"}
COMMON_COLUMNS = ("client", "server", "opened", "closed", "packets", "first_packet")


def printed(*arguments):
    environment = os.environ | {"LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    return subprocess.run([PROGRAM, *map(str, arguments)], env=environment, capture_output=True, check=True).stdout.decode()


def captured(file):
    return json.loads(printed("capture", file, "--json"))


def is_within(path, whole):
    """Whether the states of `path` are in `whole`, in the same order."""
    rest = iter(whole)
    return all(state in rest for state in path)


def without_repetition(path):
    return [state for i, state in enumerate(path) if i == 0 or state != path[i - 1]]


def path_at(found, address, only_sure=False):
    """The states of the end with that address, of all connections on the same ports one after the other."""
    states = []
    for connection in found["connections"]:
        side = next((side for side in SIDES if connection[side] == address), None)
        if side is not None:
            states += [entry for entry in connection["states"][side] if entry["sure"] or not only_sure]
    return without_repetition([entry["state"] for entry in states])


def lasting_states(run, side):
    """The states of the truth that a capture at that end can show: they last, and something comes or goes in them or
    after them."""
    heard = [e["t"] for e in run["events"] if e["side"] == side and e["kind"] in ("segment-sent", "segment-arrived")]
    entries = run["states"][side]
    ends = [entry["t"] for entry in entries[1:]] + [float("inf")]
    states = [
        entry["state"]
        for entry, end in zip(entries, ends)
        if entry["state"] not in SILENT and heard and entry["t"] <= max(heard) and end > entry["t"]
    ]
    return without_repetition(states)


def check_scenario(name, side, profile):
    file = WORK / profile / f"{name}.{side}.pcapng"
    printed("run", name, "--profile", profile, "--pcapng", file, "--capture-at", side)
    run = json.loads(printed("run", name, "--profile", profile, "--json"))
    found = captured(file)
    address = dict(zip(SIDES, addresses(name)))
    for end in SIDES:
        truth = without_repetition([entry["state"] for entry in run["states"].get(end, [])])
        sure = path_at(found, address[end], only_sure=True)
        if not is_within(sure, truth):
            yield f"{name} ({profile}), captured at the {side}: the {end} was surely in {sure}, in truth in {truth}"
    path = path_at(found, address[side])
    lasting = lasting_states(run, side)
    if not is_within(lasting, path):
        yield f"{name} ({profile}), captured at the {side} itself: it was found in {path}, in truth in {lasting}"
    whole = [entry["state"] for entry in run["states"][side]]
    if not is_within(path, whole):
        yield f"{name} ({profile}), captured at the {side} itself: it was found in {path}, which it was not: {whole}"


def addresses(name):
    scenario = json.loads((pathlib.Path("resources/scenarios") / f"{name}.finwait").read_text(encoding="utf-8"))
    given = scenario.get("address", {})
    return given.get("client", "10.0.0.1:40000"), given.get("server", "10.0.0.2:80")


def check_real(truth_file):
    truth = json.loads(truth_file.read_text(encoding="utf-8"))
    for captured_at in SIDES:
        file = truth_file.with_name(truth_file.name.replace(".truth.json", f".{captured_at}.pcapng"))
        found = captured(file)
        for side in SIDES:
            true_path = [state for _, state in truth["states"][side]]
            polled = [state for state in true_path if state not in SILENT]
            path = path_at(found, truth[side])
            if not is_within(polled, path):
                yield f"{file.name}: the {side} was in {polled}, and was found in {path}"
            # What is shorter than a millisecond was not polled: such a state lies between those that were.
            sure = [entry for c in found["connections"] for entry in polled_states(c["states"][side]) if entry["sure"]]
            sure_path = without_repetition([entry["state"] for entry in sure if entry["state"] not in SILENT])
            if not is_within(sure_path, true_path):
                yield f"{file.name}: the {side} was surely in {sure_path}, in truth in {true_path}"


def polled_states(states):
    """Those that lasted more than some milliseconds, so that polling cannot have missed them."""
    ends = [entry["t"] for entry in states[1:]] + [float("inf")]
    return [entry for entry, end in zip(states, ends) if end - entry["t"] > 0.005]


def check_table(file):
    """--csv, read by csv, says the same as --json."""
    found = captured(file)
    text = printed("capture", file, "--csv")
    if text.count("\r\n") != text.count("\n"):
        yield f"{file.name}: a line of --csv does not end as RFC 4180 wants it"
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    if len(rows) != len(found["connections"]):
        yield f"{file.name}: --csv has {len(rows)} connections, --json {len(found['connections'])}"
    for row, connection in zip(rows, found["connections"]):
        for column in COMMON_COLUMNS:
            if row[column] != str(connection[column]):
                yield f"{file.name}: --csv has {column} {row[column]}, --json {connection[column]}"
        for column in ("start", "duration"):
            if float(row[column]) != connection[column]:
                yield f"{file.name}: --csv has {column} {row[column]}, --json {connection[column]}"
        for side in SIDES:
            states = connection["states"][side]
            if row[f"{side}_state"] != (states[-1]["state"] if states else ""):
                yield f"{file.name}: --csv has {row[f'{side}_state']} at the end of {states}"
            if int(row[f"{side}_octets"]) != connection["octets"][side]:
                yield f"{file.name}: --csv has {row[f'{side}_octets']} octets, --json {connection['octets'][side]}"
        again = sum(f["count"] for f in connection["findings"] if f["kind"].startswith("retransmitted-"))
        if int(row["retransmissions"]) != again:
            yield f"{file.name}: --csv has {row['retransmissions']} retransmissions, --json {again}"
        kinds = list(dict.fromkeys(finding["kind"] for finding in connection["findings"]))
        if row["findings"] != ";".join(kinds):
            yield f"{file.name}: --csv has the findings {row['findings']}, --json {kinds}"
        if not all(finding["text"].endswith(".") and "%" not in finding["text"] for finding in connection["findings"]):
            yield f"{file.name}: a finding is not a sentence: {connection['findings']}"
        times = [[entry["t"] for entry in connection["states"][side]] for side in SIDES]
        if any(each != sorted(each) for each in times):
            yield f"{file.name}: time runs backwards: {times}"


def check_against_tshark(file):
    """tshark makes the same SYN after a close a new stream, too."""
    command = ["tshark", "-n", "-r", file, "-Y", "tcp", "-T", "fields", "-e", "tcp.stream"]
    lines = subprocess.run(command, capture_output=True, check=True).stdout.decode().split()
    streams = sorted(collections.Counter(lines).values())
    ours = sorted(connection["packets"] for connection in captured(file)["connections"])
    agrees = len(streams) == len(ours) and sum(streams) == sum(ours) if file.name in ONLY_COUNTED else streams == ours
    if not agrees:
        yield f"{file.name}: tshark has connections of {streams} packets, finwait of {ours}"


def complaints():
    scenarios = [entry["name"] for entry in json.loads(printed("scenarios", "--json"))]
    if len(scenarios) < 30:
        yield f"only {len(scenarios)} scenarios ship"
    for name in scenarios:
        for side, profile in itertools.product(SIDES, PROFILES):
            yield from check_scenario(name, side, profile)
    real = sorted(REAL.glob("*.truth.json"))
    if not real:
        print(f"{REAL} is not here: no real connections are looked at", file=sys.stderr)
    for truth_file in real:
        yield from check_real(truth_file)
    has_tshark = shutil.which("tshark") is not None
    if not has_tshark:
        print("there is no tshark here: connections are not counted by it", file=sys.stderr)
    for file in [*sorted((WORK / PROFILES[0]).glob("*.pcapng")), *sorted(REAL.glob("*.pcapng"))]:
        yield from check_table(file)
        if has_tshark and file.name not in NOT_FOR_TSHARK:
            yield from check_against_tshark(file)


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    for profile in PROFILES:
        (WORK / profile).mkdir(parents=True)
    found = list(complaints())
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
