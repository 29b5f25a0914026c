"""Days with another session: cases of other files moved to one, by an hour or not at all."""

import csv
import io
import random
from dataclasses import replace

import entry_tapes as buys
import exit_tapes as exits
import pattern_tapes as patterns
from cases import clock, csv_text
from config import clock_ms
from tape_builder import Tape, case, entry_at

EXAM, FIRST = "2026-11-19", "2026-01-02"
_MINUTE, _HOUR = 60_000, 3_600_000


def _literal_phase(ms):
    """What a row without a phase has, on every day."""
    if ms < clock_ms("09:00:00"):
        return "pre"
    return "regular" if ms < clock_ms("15:20:00") else "after"


def _later(text, shift):
    """Its times later; the phase a row had at its old time is written out."""
    reader = csv.DictReader(io.StringIO(text))
    rows, columns = list(reader), list(reader.fieldnames)
    for row in rows:
        ms = clock_ms(row["time"])
        row["time"] = clock(ms + shift)
        row["phase"] = row.get("phase") or _literal_phase(ms)
    return csv_text(columns if "phase" in columns else [*columns, "phase"], rows)


def _position_later(text, shift):
    head, time = text.split("@")
    return f"{head}@{clock(clock_ms(time) + shift)}"


def movable(one):
    """Not a case whose rows or file names carry a date."""
    return all("T" not in text and "last_qty" not in text for _, text in one.tapes)


def moved(one, day, shift):
    tapes = [(name, _later(text, shift) if shift else text) for name, text in one.tapes]
    return replace(one, name=f"{one.name}, {shift // _MINUTE} min later on {day}", day=day,
                   tapes=tapes,
                   positions=[_position_later(text, shift) for text in one.positions])


def other_sessions():
    """What depends on the clock, on a late day and on one that only opens late."""
    for group in (patterns.windows, patterns.first_rows, exits.open_and_close, buys.boots):
        for number, one in enumerate(filter(movable, group())):
            yield moved(one, EXAM if number % 2 else FIRST, _HOUR)
    for one in (*exits.end_of_day(), *_buying_at_a_time()):
        yield moved(one, EXAM, _HOUR)
        yield moved(one, FIRST, 0)
    for one in buys.guards():
        if "a hard loss at 09:05:00" in one.name:  # Two minutes before the guard looks.
            yield moved(one, FIRST, 58 * _MINUTE)
    yield from _late_entries()
    yield from _literal_phases()


def _late_entries():
    """Two seconds after the minute in which the last entry may be, and one minute before."""
    last = next(one for one in buys.entries() if one.name.startswith("90000 shares"))
    for minutes in (-1, 0):
        yield moved(last, FIRST, clock_ms("05:46:00") + minutes * _MINUTE)
        yield moved(last, EXAM, clock_ms("06:46:00") + minutes * _MINUTE)


def _literal_phases():
    """Rows without a phase of their own, and the first step of a day that opens late."""
    for day in (EXAM, FIRST):
        for time in ("15:19:59.999", "15:20:00.000", "16:10:00.000"):
            tape = Tape().row("15:14:58.000", 10_000).row(time, 9_700).row("16:19:00.000", 9_700)
            yield case(f"a row without a phase at {time} on {day}", tape, day=day,
                       positions=[entry_at(10_000, time="15:14:57.000")])
        for time in ("09:58:00.000", "10:00:02.000"):
            tape = Tape().row("09:10:00.000", 10_000).row(time, 10_000)
            yield case(f"the first step before {time} on {day}", tape, day=day,
                       positions=[entry_at(10_000, time="09:10:01.000")],
                       assignments=["exit.timeout_s=60"])


def second_dates():
    """Rows of the day before or after, alone, beside others or in a file of their own."""
    for day in ("2026-11-26", "2026-11-27", "2026-11-28"):
        dated, plain = Tape().row(f"{day}T09:10:00.000", 10_000), Tape("000660")
        plain.row("09:20:00.000", 10_000)
        for tapes in ((dated,), (dated, plain), (plain, dated)):
            yield case(f"{len(tapes)} tapes, one of {day}", *tapes, positions=[])
        both = Tape().row(f"{day}T09:10:00.000", 10_000).row("2026-11-28T09:00:00.000", 9_700)
        yield case(f"one tape of {day} and the next", both, positions=[entry_at(10_000)])


def _buying_at_a_time():
    for one in (*buys.entries(), *buys.guards()):
        if "window" in one.name or "at 09:0" in one.name:
            yield one


def moved_case(one, seed):
    """Every fourth seed plays on such a day."""
    rng = random.Random(f"session {seed}")
    if seed % 4 or not movable(one):
        return one
    return moved(one, rng.choice((EXAM, FIRST)), rng.choice((0, 30 * _MINUTE, _HOUR, _HOUR)))
