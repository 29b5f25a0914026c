"""Tapes: rows of one or several CSV files, merged by time.

An empty cell is missing at that row; nothing is carried over from an earlier one.
"""

import csv
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Optional

from config import clock_ms
from price_steps import one_up
from sessions import DAY_MS, date_of

MINUTE_MS = 60_000
OPEN_MS = 9 * 3600 * 1000
AUCTION_MS = 15 * 3600 * 1000 + 20 * 60_000
_EPOCH = date(1970, 1, 1)


def stamp(time):
    """Milliseconds since 1970-01-01 (exchange time) as text."""
    seconds, ms = divmod(time % DAY_MS, 1000)
    return (f"{date_of(time)}T{seconds // 3600:02}:{seconds // 60 % 60:02}"
            f":{seconds % 60:02}.{ms:03}")


def parse_time(text, day):
    """A date and time, or a time of `day`, in milliseconds since 1970-01-01."""
    if "T" in text:
        day, text = text.split("T")
    return (date.fromisoformat(day) - _EPOCH).days * DAY_MS + clock_ms(text)


class TapeError(Exception):
    """Input that the program refuses too."""


@dataclass
class Row:
    """One record of a symbol. Prices in won, quantities in shares, vwap exact in won."""

    time: int
    code: str
    price: Optional[int]
    qty: Optional[int]
    acc_volume: Optional[int]
    ask: Optional[int]
    bid: Optional[int]
    total_ask: Optional[int]
    total_bid: Optional[int]
    vwap: Optional[Fraction]
    day_high: Optional[int]
    phase: str
    sampled: bool

    @property
    def complete(self):
        """Only a record of a state may leave the required cells empty."""
        return (self.phase in ("vi", "halt")
                or None not in (self.price, self.qty, self.acc_volume))

    @property
    def is_trade(self):
        return self.phase == "regular"


def _whole(cells, name):
    text = cells.get(name) or ""
    return int(text) if text else None


def _phase(cells, time):
    text = cells.get("phase") or ""
    if text:
        return text
    of_day = time % DAY_MS
    if of_day < OPEN_MS:
        return "pre"
    return "regular" if of_day < AUCTION_MS else "after"


def read_file(path, day):
    rows = []
    with open(path, encoding="utf-8", newline="") as text:
        reader = csv.DictReader(text)
        sampled = "last_qty" in reader.fieldnames
        if sampled:
            day = Path(path).stem
        for cells in reader:
            time = parse_time(cells["time"], day)
            vwap = cells.get("vwap") or ""
            rows.append(Row(
                time, cells["code"], _whole(cells, "price"),
                _whole(cells, "last_qty" if sampled else "qty"), _whole(cells, "acc_volume"),
                _whole(cells, "ask1"), _whole(cells, "bid1"), _whole(cells, "total_ask"),
                _whole(cells, "total_bid"), Fraction(vwap) if vwap else None,
                _whole(cells, "day_high"), _phase(cells, time), sampled))
            if not rows[-1].complete:
                raise TapeError(f"{path}: {cells}")
    return rows


def merge(paths, day):
    """All rows by time; ties in the order of the files, then of the lines.

    A tape is one day; the text has no other, and the program refuses a second date.
    """
    rows = [row for path in paths for row in read_file(path, day)]
    if any(date_of(row.time).isoformat() != day for row in rows):
        raise TapeError("a second date")
    return sorted(rows, key=lambda row: row.time)


class Liquid:
    """Fills missing cells of one symbol's rows as if it were liquid (--assume-liquid)."""

    def __init__(self):
        self._day = None
        self._turnover = 0
        self._acc = 0
        self._price = 0
        self._high = None

    def supply(self, row):
        if row.time // DAY_MS != self._day:
            self.__init__()
            self._day = row.time // DAY_MS
        self._price = row.price or self._price
        if row.acc_volume:
            # Literally price x step, also for records that are not trades and for a decrease;
            # the step of a row without a price weighs at the price before it.
            self._turnover += self._price * (row.acc_volume - self._acc)
            self._acc = row.acc_volume
        if row.is_trade:
            self._high = row.price if self._high is None else max(self._high, row.price)
        if row.price is not None:
            row.bid = row.price if row.bid is None else row.bid
            row.ask = one_up(row.price) if row.ask is None else row.ask
        row.total_ask = 40 if row.total_ask is None else row.total_ask
        row.total_bid = 60 if row.total_bid is None else row.total_bid
        if not row.vwap and self._acc:  # A published average of 0 is none.
            row.vwap = Fraction(self._turnover, self._acc)
        if row.day_high is None:
            row.day_high = self._high
