#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
"""The page of conformance, docs/conformance.md: it is what the program prints, it has each numbered requirement of
RFC 9293 once and under its section, and the tests that it names are there."""

import collections
import functools
import json
import os
import pathlib
import re
import subprocess
import sys

BUILD = pathlib.Path(os.environ["FINWAIT_BUILD"])
PROGRAM = BUILD / "bin" / "finwait"
PAGE = pathlib.Path("docs/conformance.md")
REQUIREMENTS = pathlib.Path("tests/packaging/rfc9293_requirements.txt")
RFC = pathlib.Path("../shared/rfc/rfc9293.txt")

NUMBER = re.compile(r"\b(?:MUST|SHLD|MAY|REC)-\d+\b")
ROW = re.compile(r"^\| (\S+-\d+) \| (\S+) \| (.+) \| (met|partly|not|out of scope) \| (.+) \|$", re.MULTILINE)
SLOT = re.compile(r"([a-z]+)/([a-z0-9_]+) ([A-Za-z0-9_]+)")
SCRIPT = re.compile(r"script/[a-z0-9-]+\.pkt")


def printed(*arguments, language="C.UTF-8", check=True):
    environment = os.environ | {"LC_ALL": language, "LANGUAGE": language}
    return subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, check=check).stdout.decode()


def numbers_and_sections(text):
    """The sections in whose text each number stands, in the lines of RFC 9293 before its appendices."""
    found = collections.defaultdict(set)
    section = ""
    for line in text.splitlines():
        if heading := re.match(r"(\d+(?:\.\d+)*)\.\s+\S", line):
            section = heading[1]
        for number in NUMBER.findall(line):
            found[number].add(section)
    return found


def complaints_about_list(expected):
    """The list of numbers against the RFC itself."""
    if not RFC.exists():
        print(f"{RFC} is not here: {REQUIREMENTS} is taken at its word", file=sys.stderr)
        return
    text = re.sub(r"\b(MUST|SHLD|MAY|REC)-\n\s+(?=\d)", r"\1-", RFC.read_text(encoding="utf-8"))
    body, appendix = text[text.rindex("\n1.  Purpose and Scope"):].split("\nAppendix B.", 1)
    stated = numbers_and_sections(body)
    numbers = stated.keys() | set(NUMBER.findall(appendix))
    for number in sorted(numbers ^ expected.keys()):
        yield f"{number} is only in {RFC if number in numbers else REQUIREMENTS}"
    for number in sorted(stated.keys() & expected.keys()):
        if stated[number] != expected[number]:
            yield f"{number} stands in {sorted(stated[number])}, not in {sorted(expected[number])}"


def complaints_about_page(page, rows, expected):
    if page != PAGE.read_text(encoding="utf-8"):
        yield f"{PAGE} is not what is printed: finwait table --conformance > {PAGE}"
    if page != printed("table", "--conformance", language="zh_CN.UTF-8"):
        yield "the page depends on the language; it is in English only"
    counts = collections.Counter(number for number, *_ in ROW.findall(page))
    for number in sorted(counts.keys() | expected.keys()):
        if counts[number] != (number in expected):
            yield f"{number} is on the page {counts[number]} times"
    for row in rows:
        if row["section"] not in expected.get(row["requirement"], ()):
            yield f"{row['requirement']} does not stand in section {row['section']}"


def complaints_about_json(page, rows):
    of_the_page = {number: rest for number, *rest in ROW.findall(page)}
    if len(rows) != len(of_the_page):
        yield f"the page has {len(of_the_page)} rows, --json {len(rows)}"
    for row in rows:
        proof = ". ".join(part for part in (", ".join(f"`{test}`" for test in row["tests"]), row["note"]) if part)
        if of_the_page.get(row["requirement"]) != [row["section"], row["text"], row["kept"], proof]:
            yield f"{row['requirement']}: the page and --json differ"


@functools.cache
def test_programs():
    listed = subprocess.run(
        ["ctest", "--test-dir", BUILD, "--show-only=json-v1"], capture_output=True, check=True
    ).stdout
    return {test["name"]: test.get("command", [""])[0] for test in json.loads(listed)["tests"]}


@functools.cache
def slots(program):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [program, "-functions"], env=environment, capture_output=True, check=True, text=True
    ).stdout.split()


def complaint_about_test(test):
    if SCRIPT.fullmatch(test):
        path = pathlib.Path("tests") / test
        if not path.exists():
            return "there is no such script"
        return None if printed("script", path, check=False).startswith("PASS ") else "the script does not pass"
    if not (found := SLOT.fullmatch(test)):
        return "neither “room/unit slot” nor “script/name.pkt”"
    room, unit, slot = found.groups()
    program = test_programs().get(f"{room}.{unit}")
    if program is None:
        return f"ctest knows no {room}.{unit}"
    if not pathlib.Path(program).exists():
        return f"{program} is not built"
    return None if f"{slot}()" in slots(program) else "the test has no such slot"


def complaints_about_tests(rows):
    for row in rows:
        for test in row["tests"]:
            if complaint := complaint_about_test(test):
                yield f"{row['requirement']}: {test}: {complaint}"


def complaints():
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    listed = [line.split() for line in lines if not line.startswith("#")]
    expected = {number: set(sections) for number, *sections in listed}
    if len(expected) != len(listed):
        yield f"{REQUIREMENTS} has a number twice"
    page = printed("table", "--conformance")
    rows = json.loads(printed("table", "--conformance", "--json"))
    yield from complaints_about_list(expected)
    yield from complaints_about_page(page, rows, expected)
    yield from complaints_about_json(page, rows)
    yield from complaints_about_tests(rows)


def main():
    found = list(complaints())
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
