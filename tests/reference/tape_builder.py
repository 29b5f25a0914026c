"""Small tapes written by hand: one symbol, its rows, and the way to a pull-back."""

from cases import COLUMNS, Case, clock, csv_text
from config import clock_ms
from price_steps import floor_to_step, one_down

DAY = "2026-11-27"
CODE = "005930"


class Tape:
    """Rows of one symbol; the accumulated volume follows the quantities."""

    def __init__(self, code=CODE):
        self.code = code
        self.rows = []
        self._acc = 0

    def row(self, time, price, qty=1, missing=0, **cells):
        """One row; `missing` shares show only in the accumulated volume. Cells override.

        A quantity of 0 is a trade that leaves the accumulated volume as it is.
        """
        self._acc += (qty or 0) + missing
        found = {"time": time, "code": self.code, "price": price, "qty": 1 if qty == 0 else qty,
                 "acc_volume": self._acc}
        found.update(cells)
        self.rows.append(found)
        return self

    def every(self, first, last, seconds, price, qty=1):
        """A row each `seconds` from `first` to `last` inclusive."""
        for ms in range(clock_ms(first), clock_ms(last) + 1, round(seconds * 1000)):
            self.row(clock(ms), price, qty)
        return self

    def minutes(self, first, prices, qty=10):
        """One row a minute, from a time on."""
        start = clock_ms(first)
        for number, price in enumerate(prices):
            self.row(clock(start + 60_000 * number), price, qty)
        return self

    def text(self):
        return csv_text(COLUMNS, self.rows)


def case(name, *tapes, positions, liquid=True, day=DAY, assignments=()):
    files = [(f"tape{number}.csv", tape.text()) for number, tape in enumerate(tapes)]
    return Case(name, files, day, positions, liquid, list(assignments))


def armed(entry, high, low, warm="09:00:00", volume=10):
    """A tape up to the pull-back's low: 09:07:00 at H, 09:07:10 at L, known minutes before."""
    start = clock_ms(warm)
    tape = Tape()
    for minute in range(7):
        tape.row(clock(start + minute * 60_000 + 1), entry, volume, vwap=entry)
    tape.row(clock(start + 7 * 60_000), high, 0, vwap=entry)
    tape.row(clock(start + 7 * 60_000 + 10_000), low, 0, vwap=entry)
    return tape


def entry_at(entry, qty=100, time="09:00:30", code=CODE):
    return f"{code}:{qty}:{entry}@{time}"


def added(entry=10_000, high=10_230, low=10_140, price=10_240):
    tape = armed(entry, high, low)
    tape.row("09:07:40.000", price, 100, vwap=low, ask1=price, bid1=one_down(price))
    return tape


def step_below(exact):
    return floor_to_step(int(exact))
