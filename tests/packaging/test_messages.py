#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
"""Holds translations to their texts: each has the places (%1, %n) of its text, and each Message of the rooms without Qt
has a translation."""

import ast
import pathlib
import re
import sys
import xml.etree.ElementTree

CONTEXT = "finwait::Message"
CALL = re.compile(r"(?<!Message )\bMessage::tr\(")  # not where it is defined
LITERAL = re.compile(r'\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)')
PLACE = re.compile(r"%L?(?:[1-9][0-9]?|n)")


def texts_of(message):
    """What is shown, in each of the numerus forms."""
    translation = message.find("translation")
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def complaints_about_translations(path):
    for context in xml.etree.ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            if message.find("translation").get("type") == "unfinished":
                continue  # test_translations.sh tells
            source = message.findtext("source")
            for text in texts_of(message):
                # A form for one thing need not say its number.
                optional = {"%n"} if message.get("numerus") == "yes" else set()
                places, own = set(PLACE.findall(source)), set(PLACE.findall(text))
                if places - optional != own - optional or own - places:
                    yield f"{path}: {name}: “{source}” and “{text}” have not the same places"


def messages_in(source):
    """The patterns of a file and, as None, what is none that can be read here."""
    text = source.read_text(encoding="utf-8")
    for call in CALL.finditer(text):
        literal = LITERAL.match(text, call.end())
        yield "".join(ast.literal_eval(f"({literal[1].strip()})")) if literal else None


def translated_in(path):
    known = set()
    for context in xml.etree.ElementTree.parse(path).getroot().iter("context"):
        if context.findtext("name") != CONTEXT:
            continue
        known |= {m.findtext("source") for m in context.iter("message") if all(texts_of(m))}
    return known


def complaints_about_messages(translations):
    known = {path: translated_in(path) for path in translations}
    count = 0
    for source in sorted(pathlib.Path("src").rglob("*.[ch]*")):
        for pattern in messages_in(source):
            count += 1
            if pattern is None:
                yield f"{source}: Message::tr() takes a literal, for lupdate"
                continue
            for path in translations:
                if pattern not in known[path]:
                    yield f"{path}: no translation of “{pattern}” in {source}"
    if count < 50:
        yield f"only {count} messages were found"


def main():
    translations = sorted(pathlib.Path("resources/translations").glob("*.ts"))
    found = [complaint for path in translations for complaint in complaints_about_translations(path)]
    found += complaints_about_messages(translations)
    print("\n".join(found))
    return 1 if found or not translations else 0


if __name__ == "__main__":
    sys.exit(main())
