#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# The exported pictures, read by two programs that are not ours.

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_tools xmllint rsvg-convert
chart=$FINWAIT_WORK/chart.svg
diagram=$FINWAIT_WORK/diagram.svg
rm -f "$chart" "$diagram"
finwait run simultaneous-close --svg "$chart" --diagram-svg "$diagram" >/dev/null

text_of() {
    xmllint --xpath "//*[local-name()='text' or local-name()='tspan']/text()" "$1"
}

for file in "$chart" "$diagram"; do
    xmllint --noout "$file"
    for element in title desc; do
        [[ -n $(xmllint --xpath "string(/*/*[local-name()='$element'])" "$file") ]] || fail "$file: <$element> is empty"
    done
    grep -q CLOSING <<<"$(text_of "$file")" || fail "$file: the state CLOSING is not there as text"
    rsvg-convert --width 1200 "$file" --output "${file%.svg}.png"
    [[ $(stat -c %s "${file%.svg}.png") -gt 10000 ]] || fail "$file: rsvg-convert drew next to nothing"
done
grep -q FIN <<<"$(text_of "$chart")" || fail "$chart: no FIN in the chart"
