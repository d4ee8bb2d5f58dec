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

# The manual knows every option that the program knows.
manual=$(sed 's/\\//g' packaging/finwait.1)
for command in '' run scenarios table; do
    # shellcheck disable=SC2086 # no command is no argument
    for option in $(finwait $command --help | grep -oE '^ +(-[a-z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
        grep -qE -- "$option\\b" <<<"$manual" || fail "the manual does not say what finwait $command $option does"
    done
done
