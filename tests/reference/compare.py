#!/usr/bin/env python3
"""Runs `kis-scalperctl replay` and the reference over the same tapes, record by record.

Exits with 1 when any record differs, printing the first differences with both records.
"""

import argparse
import collections
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from boundary_tapes import boundary_cases
from cases import CONFIG, config_text
from config import Config
from open_tapes import open_differences
from random_tapes import random_case
from session_tapes import moved_case
from tape import TapeError
from trading import replay
from trading_tapes import trading_case
from wave_tapes import wave_case


REFUSED = [{"kind": "refused input"}]


def program_records(program, case, folder):
    out = folder / "out.jsonl"
    run = subprocess.run([program, "replay", *case.arguments(folder), "--out", str(out)],
                         capture_output=True, text=True, timeout=120, check=False)
    if run.returncode == 2:
        return REFUSED
    if run.returncode != 0:
        raise RuntimeError(f"exit code {run.returncode}: {run.stderr}")
    return [_record(line) for line in out.read_text(encoding="utf-8").splitlines()]


def _record(line):
    """One record; its keys have to be sorted and its numbers whole."""
    record = json.loads(line, parse_float=_no_float)
    if line != json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":")):
        raise ValueError(f"not as written by sorted keys: {line}")
    return record


def _no_float(text):
    raise ValueError(f"a floating-point number: {text}")


def reference_records(case, folder):
    try:
        return replay([folder / name for name, _ in case.tapes], case.day, case.positions,
                      Config(case.assignments, case.profile, case.config), case.assume_liquid,
                      case.entries)
    except TapeError:
        return REFUSED


def random_cases(first, seeds):
    for seed in range(first, first + seeds):
        for make in (random_case, trading_case, wave_case):
            yield moved_case(make(seed), seed)


def all_cases(first, seeds):
    yield from boundary_cases()
    yield from random_cases(first, seeds)


def write_tapes(case, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in case.tapes:
        (folder / name).write_text(text, encoding="utf-8")
    if case.config is not None:
        (folder / CONFIG).write_text(config_text(case.config), encoding="utf-8")


def first_difference(left, right):
    """(index, left record, right record) or None; a missing record is None."""
    for index in range(max(len(left), len(right))):
        pair = [records[index] if index < len(records) else None for records in (left, right)]
        if pair[0] != pair[1]:
            return index, pair[0], pair[1]
    return None


def text_of(record):
    return json.dumps(record, sort_keys=True, ensure_ascii=False) if record else "(none)"


def differing_members(left, right):
    """Lines naming the members, and of the conditions the ones, in which two records differ."""
    for name in sorted(left.keys() | right.keys()):
        ours, theirs = left.get(name), right.get(name)
        if name == "conditions" and ours and theirs and len(ours) == len(theirs):
            for one, other in zip(ours, theirs):
                if one != other:
                    yield f"{name}: {text_of(one)} / {text_of(other)}"
        elif ours != theirs:
            yield f"{name}: {ours} / {theirs}"


def compare(program, case, folder, tally):
    """Whether both sides agree; prints the first difference."""
    write_tapes(case, folder)
    theirs = program_records(program, case, folder)
    ours = reference_records(case, folder)
    for record in theirs:
        tally[record["kind"] + (" " + record["rule"] if record["kind"] == "exit" else "")] += 1
    difference = first_difference(theirs, ours)
    if difference is None:
        return True
    index, left, right = difference
    print(f"DIFFERS {case.name}, record {index + 1}")
    print(f"  options   {' '.join(case.arguments(folder))}")
    if index:
        print(f"  before    {text_of(theirs[index - 1])}")
    print(f"  program   {text_of(left)}")
    print(f"  reference {text_of(right)}")
    for line in differing_members(left or {}, right or {}):
        print(f"  differs   {line}")
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="path of kis-scalperctl")
    parser.add_argument("--first", type=int, default=1, help="first seed")
    parser.add_argument("--seeds", type=int, default=100, help="number of seeds")
    parser.add_argument("--random-only", action="store_true", help="without the hand-built tapes")
    parser.add_argument("--open", action="store_true", help="only what is known to differ")
    parser.add_argument("--differences", type=int, default=5, help="stop after this many")
    parser.add_argument("--keep", type=Path, help="folder in which the tapes are left")
    options = parser.parse_args()
    tally = collections.Counter()
    differing = 0
    pick = random_cases if options.random_only else all_cases
    cases = open_differences() if options.open else pick(options.first, options.seeds)
    with tempfile.TemporaryDirectory() as scratch:
        for number, case in enumerate(cases):
            folder = (options.keep or Path(scratch)) / str(number)
            if not compare(options.program, case, folder, tally):
                differing += 1
                if differing >= options.differences:
                    break
    print(", ".join(f"{kind} {count}" for kind, count in sorted(tally.items())))
    print(f"{number + 1} cases, {differing} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
