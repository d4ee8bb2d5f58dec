#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
#   test_window_clicks.sh FINWAIT
#
# The real window on an X display, with a real pointer and real keys: a connection is opened, used, closed by the server,
# stepped back and exported, and the exported picture says so.

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../packaging/common.sh"

finwait_program=${1:?which program?}
need_tools xvfb-run xdotool xmllint
unset WAYLAND_DISPLAY

if [[ -z ${FINWAIT_IN_XVFB:-} ]]; then
    FINWAIT_IN_XVFB=1 exec xvfb-run --auto-servernum --server-args='-screen 0 1280x800x24 -nolisten tcp' "$0" "$@"
fi

work=$FINWAIT_WORK/window-clicks
rm -rf "$work"
export QT_QPA_PLATFORM=xcb HOME=$work LC_ALL=C.UTF-8 XDG_CONFIG_HOME=$work/.config XDG_RUNTIME_DIR=$work/run
mkdir -p "$XDG_CONFIG_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"

"$finwait_program" >"$work/log" 2>&1 &
program=$!
trap 'kill "$program" 2>/dev/null || true' EXIT

# window NAME: the visible window with that in its title; waits for it.
window() {
    local id
    for _ in $(seq 100); do
        kill -0 "$program" 2>/dev/null || fail "finwait ended: $(cat "$work/log")"
        id=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1) && [[ -n $id ]] && break
        sleep 0.1
    done
    [[ -n $id ]] || fail "there is no window $1"
    printf '%s\n' "$id"
}

# gone NAME: waits until there is no such window any more.
gone() {
    for _ in $(seq 100); do
        xdotool search --onlyvisible --name "$1" >/dev/null 2>&1 || return 0
        sleep 0.1
    done
    fail "the window $1 is still there"
}

# keys WINDOW KEY...: to the window, which gets the focus before.
keys() {
    local id=$1
    shift
    xdotool windowfocus --sync "$id"
    xdotool key --clearmodifiers --delay 80 "$@"
    sleep 0.3
}

# click WINDOW X Y: the left button, at that place in the window.
click() {
    xdotool mousemove --window "$1" "$2" "$3" click 1
    sleep 0.3
}

# picture: exports with the dialog, and prints the SVG's name.
picture() {
    local file=$work/$1.svg dialog
    keys "$main" ctrl+e
    dialog=$(window 'Export as SVG')
    keys "$dialog" alt+b alt+f ctrl+a
    xdotool type --clearmodifiers --delay 20 "$file"
    keys "$dialog" Return
    gone 'Export as SVG'
    xmllint --noout "$file"
    printf '%s\n' "$file"
}

main=$(window 'Client closes first - Finwait')
xdotool windowsize --sync "$main" 1280 800 || true

# Open, use, close.
keys "$main" ctrl+shift+o
keys "$(window 'Open a connection')" alt+o
gone 'Open a connection'
main=$(window 'A connection of your own\* - Finwait') # in no file yet
keys "$main" End F4
keys "$(window 'Send from the client')" Return
gone 'Send from the client'
keys "$main" End ctrl+w
keys "$(window 'Close the connection')" alt+s alt+f alt+l
gone 'Close the connection'
keys "$main" End
file=$(picture closed)
grep -q 'TIME_WAIT' "$file" || fail "the connection did not come to TIME_WAIT: $file"
grep -q '1000 octets' "$file" || fail "the data is not in the picture: $file"

# Back with the pointer: the first button of the tool bar leads to the start, the last one to the end.
click "$main" 28 53
click "$main" 267 53
click "$main" 28 53
file=$(picture start)
grep -q 'TIME_WAIT' "$file" || fail "the later part of the run is gone: $file"

# Another scenario from the box in the tool bar, with the pointer: the second entry of its list. It asks what is to
# become of the connection that was not saved.
click "$main" 1150 53
xdotool key Home Down Return
sleep 0.5
xdotool key alt+d
window 'Server closes first - Finwait' >/dev/null

keys "$main" ctrl+q
for _ in $(seq 50); do
    kill -0 "$program" 2>/dev/null || break
    sleep 0.1
done
if kill -0 "$program" 2>/dev/null; then
    fail "finwait is still there after Ctrl+Q"
fi
wait "$program" || fail "finwait ended with status $?"
[[ -s $XDG_CONFIG_HOME/Finwait/Finwait.conf ]] || fail "nothing is remembered for the next time"
