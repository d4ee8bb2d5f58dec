#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# The installed program draws its window into a file, without a display, in the size that was asked for.

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_tools python3
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM

for wanted in "1280 800 light en" "1920 1080 dark zh_CN"; do
    read -r width height theme language <<<"$wanted"
    file=$FINWAIT_WORK/window-$theme.png
    rm -f "$file"
    finwait --screenshot "$file" --size "${width}x$height" --theme "$theme" --language "$language" client-closes-first
    python3 - "$file" "$width" "$height" <<'PYTHON'
import struct
import sys
import zlib

path, width, height = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open(path, "rb") as file:
    data = file.read()
assert data[:8] == b"\x89PNG\r\n\x1a\n", f"{path} is no PNG"
size = struct.unpack(">II", data[16:24])
assert size == (width, height), f"{path}: expected {(width, height)}, got {size}"

pixels, at = b"", 8
while at < len(data):
    length, kind = struct.unpack(">I4s", data[at:at + 8])
    if kind == b"IDAT":
        pixels += data[at + 8:at + 8 + length]
    at += length + 12
rows = zlib.decompress(pixels)
stride = len(rows) // height
different = len({rows[row * stride:(row + 1) * stride] for row in range(height)})
assert different > height / 4, f"{path}: {different} different lines of pixels: is anything drawn?"
PYTHON
done
cmp -s "$FINWAIT_WORK/window-light.png" "$FINWAIT_WORK/window-dark.png" && fail "light and dark look the same"
exit 0
