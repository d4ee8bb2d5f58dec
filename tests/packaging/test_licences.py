#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
"""Every file says whose it is and under which licence, unless its format has no room for it."""

import pathlib
import subprocess
import sys

COPYRIGHT = "SPDX-FileCopyrightText: "
LICENCE = "SPDX-License-Identifier: MIT"

# Qt's tools rewrite .ui and .ts without comments; JSON has none; the two Debian files have formats of their own.
# The file LICENSE covers them.
NO_COMMENTS = {".json", ".png", ".ui", ".ts", ".finwait"}
EXEMPT = {"LICENSE", "packaging/debian-changelog", "packaging/debian-copyright"}
INPUTS = pathlib.PurePath("tests/fuzz/corpus")  # read by our readers, or refused, octet for octet
HEADER_LINES = 12


def files():
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, check=False)
    if listed.returncode == 0:
        return [pathlib.Path(name) for name in listed.stdout.decode().split("\0") if name]
    return [path for path in pathlib.Path(".").rglob("*") if path.is_file() and path.parts[0] not in {"build", ".git"}]


def complaints():
    for path in sorted(files()):
        if path.suffix in NO_COMMENTS or path.as_posix() in EXEMPT or INPUTS in path.parents or not path.is_file():
            continue
        head = path.read_text(encoding="utf-8").splitlines()[:HEADER_LINES]
        for wanted in (COPYRIGHT, LICENCE):
            if not any(wanted in line for line in head):
                yield f"{path}: {wanted.strip()} is missing"
    if "MIT License" not in pathlib.Path("LICENSE").read_text(encoding="utf-8"):
        yield "LICENSE does not hold the MIT licence"


def main():
    found = list(complaints())
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
