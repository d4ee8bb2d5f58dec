#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# The installed program opens its window on an X display, stays, and closes when it is asked to.

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_tools xvfb-run xdotool
unset WAYLAND_DISPLAY

if [[ -z ${FINWAIT_IN_XVFB:-} ]]; then
    FINWAIT_IN_XVFB=1 exec xvfb-run --auto-servernum --server-args='-screen 0 1280x800x24 -nolisten tcp' "$0"
fi

export QT_QPA_PLATFORM=xcb HOME=$FINWAIT_WORK/home XDG_CONFIG_HOME=$FINWAIT_WORK/home/.config
mkdir -p "$XDG_CONFIG_HOME"
"$(cat "$FINWAIT_WORK/root")/usr/bin/finwait" >"$FINWAIT_WORK/window.log" 2>&1 &
program=$!
trap 'kill "$program" 2>/dev/null || true' EXIT

window=
for _ in $(seq 150); do
    kill -0 "$program" 2>/dev/null || fail "finwait ended before it showed a window: $(cat "$FINWAIT_WORK/window.log")"
    window=$(xdotool search --onlyvisible --name Finwait 2>/dev/null | head -n 1) && [[ -n $window ]] && break
    sleep 0.2
done
[[ -n $window ]] || fail "no window with Finwait in its title: $(cat "$FINWAIT_WORK/window.log")"
sleep 1
kill -0 "$program" 2>/dev/null || fail "finwait ended by itself: $(cat "$FINWAIT_WORK/window.log")"

eval "$(xdotool getwindowgeometry --shell "$window")"
((WIDTH >= 640 && HEIGHT >= 400)) || fail "a window of $WIDTH x $HEIGHT is too small to be the main window"

xdotool windowfocus --sync "$window" key ctrl+q
for _ in $(seq 50); do
    kill -0 "$program" 2>/dev/null || break
    sleep 0.1
done
if kill -0 "$program" 2>/dev/null; then
    fail "finwait is still there after Ctrl+Q"
fi
wait "$program" || fail "finwait ended with status $?"
