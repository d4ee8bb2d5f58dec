#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# The packets that the installed program writes, read by a program that is not ours.

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_tools tshark
export LC_ALL=C.UTF-8
packets=$FINWAIT_WORK/lost-fin.pcapng

read_packets() {
    tshark -n -r "$packets" -o tcp.check_checksum:TRUE "$@" 2>/dev/null
}

rm -f "$packets"
printed=$(finwait run lost-fin --pcapng "$packets")
[[ -z $printed ]] || fail "a run that writes packets printed: $printed"
[[ -z $(read_packets -Y 'tcp.checksum.status != 1') ]] || fail "a checksum is not right"
again=$(read_packets -Y tcp.analysis.retransmission -T fields -e tcp.flags.fin -e frame.comment)
[[ $(wc -l <<<"$again") -eq 1 && $again == 1* ]] || fail "one FIN was to be sent again, not: $again"
grep -q 'segment sent again' <<<"$again" || fail "its comment does not say that it is sent again: $again"
read_packets -q -z expert,note | grep -q 'retransmission' || fail "tshark's experts see no retransmission"

finwait run lost-fin --pcapng "$packets" --capture-at server
[[ -z $(read_packets -Y tcp.analysis.retransmission) ]] || fail "the server cannot see a FIN that was lost before it"
[[ -n $(read_packets -Y 'frame.comment contains "CLOSE_WAIT"') ]] || fail "no comment has the server's CLOSE_WAIT"

status=0
message=$(finwait run lost-fin --pcapng "$FINWAIT_WORK/no such folder/p.pcapng" 2>&1) || status=$?
[[ $status -eq 2 ]] || fail "a file that cannot be written: exit status 2 was expected, not $status"
[[ $(wc -l <<<"$message") -eq 1 ]] || fail "a file that cannot be written: one line was expected, not: $message"
