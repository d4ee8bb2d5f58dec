#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
"""Holds the source to the rules of the rooms that no compiler holds: who includes whom, and what nobody calls."""

import pathlib
import re
import sys

# What a room may include besides itself. HACKING.md draws the same map.
MAY_INCLUDE = {
    "core": set(),
    "script": {"core"},
    "scenario": {"core"},
    "capture": {"core"},
    "machine": {"core"},
    "session": {"machine", "scenario", "core"},
    "view": {"session", "machine", "capture", "core"},
    "export": {"view", "session", "capture", "scenario", "core"},
    "app": {"export", "view", "session", "machine", "capture", "scenario", "script", "core"},
}
STANDARD_LIBRARY_ONLY = {"core", "script"}
WITHOUT_QT = {"core", "script", "scenario", "capture"}
# What others have made for one room, which the rest reach through that room.
ONLY_IN = {"pcap": "capture", "zlib": "capture"}
GENERATED = re.compile(r"(ui_\w+\.h|\w+\.moc|moc_\w+\.cpp|finwait_version\.h)$")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
LINE_COMMENT = re.compile(r"//.*")
FORBIDDEN = [
    (re.compile(r"\b(SIGNAL|SLOT)\s*\("), set(MAY_INCLUDE), "connect() takes functions, not names"),
    (re.compile(r"(?<![\w.>:])sender\s*\(\s*\)"), set(MAY_INCLUDE), "a slot is told what it needs; it does not ask sender()"),
    (
        re.compile(r"(\.|->|\b)(exec|processEvents)\s*\("),
        set(MAY_INCLUDE) - {"app"},
        "below app nothing starts an event loop: QStateMachine stands still inside one",
    ),
]


def complaints_about_include(room, bracket, name):
    if bracket == "<":
        if room in STANDARD_LIBRARY_ONLY and not re.fullmatch(r"[a-z_]+", name):
            yield f"<{name}>: {room} uses the standard library alone"
        elif room in WITHOUT_QT and re.match(r"Q[A-Za-z]|q[a-z]+\.h", name):
            yield f"<{name}>: {room} knows no Qt"
        owner = ONLY_IN.get(re.split(r"[/.]", name)[0], room)
        if owner != room:
            yield f"<{name}>: only {owner} uses that"
        return
    if GENERATED.match(name):
        return
    other, slash, _ = name.partition("/")
    if not slash:
        yield f'"{name}": write it from src/, as "{room}/{name}"'
    elif other != room and other not in MAY_INCLUDE[room]:
        yield f'"{name}": {room} may not include {other}'


def complaints_about_file(path, room):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if found := INCLUDE.match(line):
            for complaint in complaints_about_include(room, *found.groups()):
                yield f"{path}:{number}: {complaint}"
            continue
        code = LINE_COMMENT.sub("", line)
        for pattern, rooms, complaint in FORBIDDEN:
            if room in rooms and pattern.search(code):
                yield f"{path}:{number}: {complaint}"


def complaints(root):
    for directory in sorted(path for path in root.iterdir() if path.is_dir()):
        if directory.name not in MAY_INCLUDE:
            yield f"{directory}: a room that is not on the map in {__file__}"
            continue
        for path in sorted(directory.rglob("*")):
            if path.suffix in {".h", ".cpp"}:
                yield from complaints_about_file(path, directory.name)


def main():
    found = list(complaints(pathlib.Path("src")))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
