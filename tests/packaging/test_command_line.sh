#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# The installed program on the command line, with nothing that could serve as a display.

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_tools python3
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM
out=$FINWAIT_WORK/run.json

finwait run client-closes-first --json >"$out"
python3 - "$out" <<'PYTHON'
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    run = json.load(file)
expected = {
    "client": "CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT CLOSED",
    "server": "CLOSED LISTEN SYN_RECEIVED ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED",
}
for side, path in expected.items():
    found = " ".join(entry["state"] for entry in run["states"][side])
    assert found == path, f"{side}: expected {path}, got {found}"
    times = [entry["t"] for entry in run["states"][side]]
    assert times == sorted(times), f"{side}: time runs backwards: {times}"
assert run["scenario"] == "client-closes-first", run["scenario"]
assert run["events"], "no events"
PYTHON

finwait run client-closes-first --json | cmp - "$out" || fail "the same scenario gave two different outputs"

shipped=$(finwait scenarios)
finwait scenarios --json | python3 -c 'import json, sys; assert json.load(sys.stdin)'
for name in client-closes-first server-closes-first fin-ack-together half-close-with-data simultaneous-close \
    simultaneous-open refused abort; do
    grep -qE "^ *$name( |$)" <<<"$shipped" || fail "there is no scenario $name"
    finwait run "$name" --check >/dev/null || fail "$name does not do what it promises"
done

finwait table --json | python3 -c 'import json, sys; assert json.load(sys.stdin)'
table=$(finwait table --markdown)
grep -q '^| ESTABLISHED |' <<<"$table" || fail "finwait table --markdown has no row for ESTABLISHED"

status=0
message=$(finwait run no-such-scenario 2>&1 >/dev/null) || status=$?
[[ $status -eq 2 ]] || fail "an unknown scenario: exit status 2 was expected, not $status"
[[ $(wc -l <<<"$message") -eq 1 ]] || fail "an unknown scenario: one line was expected, not: $message"

# What was done by hand is done again; what does not fit any more is said.
by_hand=$FINWAIT_WORK/by-hand.finwait
cat >"$by_hand" <<'SCENARIO'
{
    "finwait": 1, "name": "by-hand", "title": {"en": "By hand"}, "description": {"en": "Refused."}, "plan": [],
    "done": [
        {"after_steps": 0, "at_ms": 5, "side": "client", "call": "open-active"},
        {"after_steps": 1, "at_ms": 20, "deliver": 0}
    ],
    "expected": {"client": ["CLOSED", "SYN_SENT", "CLOSED"], "server": ["CLOSED"]}
}
SCENARIO
finwait run "$by_hand" --check >/dev/null || fail "what was done by hand is not done again"
sed -i 's/"deliver": 0/"deliver": 1/' "$by_hand"
status=0
message=$(finwait run "$by_hand" 2>&1 >/dev/null) || status=$?
[[ $status -eq 1 ]] || fail "a deed that does not fit: exit status 1 was expected, not $status"
[[ $message == *"Number 2 "* ]] || fail "a deed that does not fit: it should be said which, not: $message"

# The manual knows every option that the program knows.
manual=$(sed 's/\\//g' packaging/finwait.1)
for command in '' run scenarios table capture; do
    # shellcheck disable=SC2086 # no command is no argument
    for option in $(finwait $command --help | grep -oE '^ +(-[a-z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
        grep -qE -- "$option\\b" <<<"$manual" || fail "the manual does not say what finwait $command $option does"
    done
done
