"""Cases on which the program leaves the text: in no run that has to agree, only in `--open`.

One that agrees again belongs among the boundary tapes.
"""

from entry_tapes import phase_case
from tape_builder import CODE, Tape, armed, case


def open_differences():
    yield from _missing_volume()
    yield _two_transitions()
    yield _never_seen()


def _missing_volume():
    """No cell is carried over: without its volume the newest row has no traded value."""
    for price in (10_000, None):
        yield phase_case("vi", price, {"vwap": "100000"}, volume=False)


def _two_transitions():
    """`Rebreak` > `Risen` > `Void` on one trade: the stop shown with `risen` has the floor."""
    tape = armed(10_000, 10_230, 10_140).row("09:07:40.000", 10_240).row("09:07:42.000", 10_110)
    return case("from above the high to under the band in one trade", tape,
                positions=[f"{CODE}:9:10000@09:00:30"])


def _never_seen():
    """Decided before any row: no deciding row, so no bid of it."""
    tape = Tape().row("15:18:00.000", 10_000).row("15:18:30.000", 10_000)
    return case("sold before its first row", tape, positions=[f"{CODE}:9:10000@15:10:00"])
