"""What is derived from the trades of one symbol in one session: minute bars, volume, gaps."""

from dataclasses import dataclass

from sessions import DAY_MS, open_at
from tape import MINUTE_MS

ATR_RANGES = 14
ATR_BARS_MIN = 16


@dataclass
class Bar:
    minute: int
    high: int
    low: int
    close: int
    volume: int
    turnover: int  # Won: price x step of each trade.


class Session:
    """One-minute bars (none for a minute without a trade; the newest is forming).

    Volume is the step of the exchange's accumulated volume; the record that seeds or reseeds
    it adds nothing, and a record that is not a trade moves it without adding to a bar.
    """

    def __init__(self, row):
        self.day = row.time // DAY_MS
        self.bars = []
        self._first_minute = row.time // MINUTE_MS
        self._acc = None
        self._last_trade = None
        self._gap_minutes = set()

    def gap_revealed_by(self, row, gap_ms):
        """Whether trades are provably missing: more than `gap_ms` apart and volume unexplained.

        Not derived on sampled recordings, whose rows always skip trades.
        """
        return (not row.sampled and self._last_trade is not None
                and row.time - self._last_trade > gap_ms
                and row.acc_volume - self._acc - row.qty > 0)

    def mark_gap(self, until):
        """No minute that the gap touches is known."""
        self._gap_minutes.update(
            range(self._last_trade // MINUTE_MS, until // MINUTE_MS + 1))

    def apply_other(self, row):
        """A record that is not a trade."""
        if row.acc_volume is not None:
            self._acc = row.acc_volume

    def apply_trade(self, row):
        minute = row.time // MINUTE_MS
        step = 0
        # A base of 0 is none: before the session's first share there is nothing to step from.
        if self._acc and row.acc_volume > self._acc:
            step = row.acc_volume - self._acc
        self._acc = row.acc_volume
        self._last_trade = row.time
        if self.bars and self.bars[-1].minute == minute:
            bar = self.bars[-1]
            bar.high = max(bar.high, row.price)
            bar.low = min(bar.low, row.price)
            bar.close = row.price
            bar.volume += step
            bar.turnover += row.price * step
        else:
            self.bars.append(Bar(minute, row.price, row.price, row.price, step,
                                 row.price * step))

    def known(self, minute):
        """Whether the symbol was subscribed during the whole minute and no gap touches it."""
        session_first = open_at(self.day * DAY_MS) // MINUTE_MS
        whole = minute > self._first_minute or minute == self._first_minute == session_first
        return whole and minute not in self._gap_minutes

    def bar_of(self, minute):
        for bar in reversed(self.bars):
            if bar.minute <= minute:
                return bar if bar.minute == minute else None
        return None

    def volume_of(self, minute):
        bar = self.bar_of(minute)
        return bar.volume if bar else 0

    def range_sum(self):
        """The sum of the 14 newest true ranges, forming bar included; none below 16 bars.

        ATR is this sum divided by 14, in won.
        """
        if len(self.bars) < ATR_BARS_MIN:
            return None
        newest = self.bars[-ATR_RANGES - 1:]
        return sum(max(bar.high, before.close) - min(bar.low, before.close)
                   for before, bar in zip(newest, newest[1:]))

    def close_before(self, bars_back):
        """The newest close and the one `bars_back` bars earlier; none when bars are too few."""
        if len(self.bars) <= bars_back:
            return None
        return self.bars[-1].close, self.bars[-1 - bars_back].close

    def complete_bars(self, now):
        """The bars whose minute is over at `now`."""
        end = len(self.bars)
        while end and (self.bars[end - 1].minute + 1) * MINUTE_MS > now:
            end -= 1
        return self.bars[:end]
