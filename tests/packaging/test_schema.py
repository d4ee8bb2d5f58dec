#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
"""The schema of the scenario files says what the program's own reader says: it takes all that ship, and no broken one."""

import copy
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: there is no jsonschema here; ./run test installs it", file=sys.stderr)
    sys.exit(77)

SCHEMA = pathlib.Path("resources/schema/finwait-scenario.schema.json")
SHIPPED = sorted(pathlib.Path("resources/scenarios").glob("*.finwait"))
EVERYTHING = pathlib.Path("tests/scenario/everything.finwait")

ABSENT = object()
# Where in EVERYTHING, and what stands there instead. The reader's tests refuse the like.
SLIPS = [
    (["finwait"], ABSENT),
    (["finwait"], 2),
    (["name"], "../up"),
    (["title"], "Title"),
    (["title", "en"], ABSENT),
    (["title", "en"], "two\nlines"),
    (["title", "zh-CN"], "not a language"),
    (["description", "en"], "a\ttab"),
    (["profile", "client"], "windows"),
    (["profile", "sever"], "linux"),
    (["address", "client"], ""),
    (["reading", "client"], 1),
    (["keep_alive"], True),
    (["receive_buffer", "client"], 0),
    (["receive_buffer", "server"], 1073725441),
    (["seed"], -1),
    (["seed"], 2**64),
    (["plan"], ABSENT),
    (["plan"], [{"side": "client", "call": "status", "at_ms": 0}] * 10001),
    (["expected", "client"], ["CLOSED"] * 10001),
    (["network", "delay_ms"], ABSENT),
    (["network", "delay_ms", "client"], -1),
    (["network", "delay_ms", "client"], 31536000001),
    (["network", "manual"], "no"),
    (["network", "faults"], {}),
    (["network", "faults", 0, "enabled"], 1),
    (["network", "faults", 0, "from"], "both"),
    (["network", "faults", 0, "segment"], "synack"),
    (["network", "faults", 0, "with"], ["ECE"]),
    (["network", "faults", 0, "without"], "URG"),
    (["network", "faults", 0, "since", "state"], "FIN_WAIT_3"),
    (["network", "faults", 0, "since", "side"], ABSENT),
    (["network", "faults", 0, "first"], 0),
    (["network", "faults", 0, "every"], 0),
    (["network", "faults", 0, "times"], 0),
    (["network", "faults", 0, "percent"], 100.1),
    (["network", "faults", 0, "action"], "explode"),
    (["network", "faults", 0, "action"], ABSENT),
    (["network", "faults", 0, "by_ms"], 1),
    (["network", "faults", 1, "by_ms"], ABSENT),
    (["network", "faults", 1, "copies"], 1),
    (["network", "faults", 2, "copies"], 21),
    (["network", "faults", 4, "behind"], 0),
    (["network", "faults", 4, "patience_ms"], "long"),
    (["clockwork", "client", "msl_ms"], 0),
    (["clockwork", "client", "max_rto_ms"], 86400001),
    (["clockwork", "client", "syn_retries"], 256),
    (["clockwork", "client", "keep_alive_probes"], 0),
    (["clockwork", "client", "clock_permille"], 0),
    (["plan", 0, "side"], "Client"),
    (["plan", 0, "side"], ABSENT),
    (["plan", 0, "call"], "reset"),
    (["plan", 0, "at_ms"], ABSENT),
    (["plan", 0, "after_ms"], 1),
    (["plan", 0, "octets"], 1),
    (["plan", 0, "host"], "crash"),
    (["plan", 2, "octets"], 0),
    (["plan", 2, "octets"], ABSENT),
    (["plan", 2, "urgent"], "yes"),
    (["plan", 3, "urgent"], True),
    (["plan", 4, "at_ms"], 1),
    (["plan", 4, "when", "state"], "CLOSEWAIT"),
    (["plan", 7, "host"], "explode"),
    (["plan", 7, "host"], ABSENT),
    (["plan", 11, "inject", "flags"], ABSENT),
    (["plan", 11, "inject", "mss"], 1),
    (["plan", 12, "inject", "seq"], 2**32),
    (["plan", 12, "inject", "ack"], 0.5),
    (["plan", 12, "inject", "octets"], 65496),
    (["plan", 12, "inject", "window"], 65536),
    (["done"], {}),
    (["done", 0, "after_steps"], ABSENT),
    (["done", 0, "after_steps"], 1000001),
    (["done", 0, "at_ms"], ABSENT),
    (["done", 0, "at_ms"], -1),
    (["done", 0, "octets"], 0),
    (["done", 0, "when"], {"side": "client", "state": "CLOSED"}),
    (["done", 0, "drop"], 1),
    (["done", 2, "deliver"], -1),
    (["done", 2, "deliver"], ABSENT),
    (["done", 2, "side"], "client"),
    (["done", 5, "hold"], 2**32),
    (["done", 6, "side"], ABSENT),
    (["done", 6, "fire_timer"], "msl"),
    (["done", 6, "by_ms"], 1),
    (["done", 8, "by_ms"], ABSENT),
    (["done", 8, "by_ms"], 0),
    (["done", 11, "network", "delay_ms"], ABSENT),
    (["done", 12, "side"], ABSENT),
    (["done", 13, "plan", "after_ms"], ABSENT),
    (["done", 14, "forget_plan"], True),
    (["expected", "client"], "CLOSED"),
    (["expected", "client", 0], "SYN-SENT"),
    (["expected_with", "windows"], {}),
    (["expected_with", "linux", "client", 0], 1),
]


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def with_slip(document, place, value):
    document = copy.deepcopy(document)
    target = document
    for step in place[:-1]:
        target = target[step]
    if value is ABSENT:
        del target[place[-1]]
    else:
        target[place[-1]] = value
    return document


def objects_in(value, place=()):
    """The places of all objects, from the top down."""
    if isinstance(value, dict):
        yield list(place)
        for name, inner in value.items():
            yield from objects_in(inner, (*place, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from objects_in(inner, (*place, index))


def undescribed(schema, place="#"):
    """Fields without a description, neither here nor where they refer to."""
    for name, inner in schema.get("properties", {}).items():
        if "description" not in inner and not inner.get("$ref", "").startswith("#/$defs/"):
            if place.rsplit("/", 1)[-1] not in {"profile", "address", "reading", "keep_alive"}:
                yield f"{place}/{name}"
        yield from undescribed(inner, f"{place}/{name}")
    for name, inner in schema.get("$defs", {}).items():
        yield from undescribed(inner, f"{place}/$defs/{name}")
    for inner in schema.get("oneOf", []):
        yield from undescribed(inner, place)


def complaints():
    schema = load(SCHEMA)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    everything = load(EVERYTHING)
    for path in [*SHIPPED, EVERYTHING]:
        for error in validator.iter_errors(load(path)):
            yield f"{path}: {error.json_path}: {error.message}"
    if not SHIPPED:
        yield "no scenario ships"
    unknown = [([*place, "nobody knows"], 1) for place in objects_in(everything)]
    for place, value in SLIPS + unknown:
        if validator.is_valid(with_slip(everything, place, value)):
            yield f"accepted: {'/'.join(map(str, place))} {'missing' if value is ABSENT else value}"
    for place in undescribed(schema):
        yield f"{place} has no description"


def main():
    found = list(complaints())
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
