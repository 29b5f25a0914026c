"""Plays a tape through the position rules and yields one record, a dict, for each decision.

The clock is the time of the rows. Steps at multiples of 5 s come before the first event at or
after them, from the open on and none after the last row.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

import add
import stops
from bars import Session
from pattern import ARMED, Pattern
from price_steps import one_down
from records import PASS, Recorder, price_of
from sessions import DAY_MS, open_at
from tape import MINUTE_MS, TapeError, parse_time

STEP_MS = 5_000


@dataclass(frozen=True)
class Seed:
    """An entry as filled: CODE:QTY:PRICE@TIME; PRICE, an average, may have decimals."""

    code: str
    qty: int
    price: Fraction
    time: int

    @staticmethod
    def parse(text, day):
        head, _, time = text.partition("@")
        code, qty, price = head.split(":")
        return Seed(code, int(qty), Fraction(price), parse_time(time, day))


class Position:
    """One holding from its entry to its close."""

    def __init__(self, seed, state, add_used):
        self.code = seed.code
        self.entry_qty = seed.qty
        self.entered = seed.time
        self.qty = seed.qty
        # An average with decimals stands for a cost in whole won.
        self.cost = Fraction(floor(seed.price * seed.qty + Fraction(1, 2)))
        self.entry_average = self.cost / seed.qty
        self.held_since = seed.time
        self.pattern = Pattern(state)
        self.add_used = add_used
        self.peak = None
        self.trailing = False
        self.width = None
        self.higher_low = None
        self.level = None
        self.add_price = None
        self.add_order = None   # (quantity, limit) between the decision and the fill.
        self.exit_order = None  # (quantity, price, rule) likewise.
        self.paid = 0           # Won for all its buys, with their commissions.
        self.bought = False     # By a rule, not given on the command line.
        self.wave = None        # The channel of the wave rule, which has exits of its own.

    @property
    def average(self):
        return self.cost / self.qty

    @property
    def added(self):
        return self.pattern.state == "added"

    def suspended(self, config):
        """Whether the pattern holds the base exits back."""
        return config.pyramid_armed_policy == "hold_through" and self.pattern.state in ARMED

    def fill_add(self, quantity, price, now):
        self.cost += quantity * price
        self.qty += quantity
        self.add_price = price
        self.held_since = now
        self.pattern.state = "added"
        self.higher_low = self.pattern.low
        self.peak = self.width = None
        self.trailing = False


class Market:
    """What the tape has shown of one symbol."""

    def __init__(self):
        self.session = None
        self.last_trade = None   # Newest regular row.
        self.last_record = None  # Newest row of any phase.
        self.shown_price = None  # Newest price of any phase.
        self.first_price = None  # The first one: a tape's reference price of the day.

    def show(self, row):
        self.last_record = row
        self.shown_price = row.price or self.shown_price
        self.first_price = self.first_price or row.price


class Replay:
    """Positions that are given: nothing buys, so money and guard have nothing to decide."""

    clock_ms = STEP_MS  # Between two instants at which the clock alone is looked at.
    guard_sells = False

    def __init__(self, config):
        self._config = config
        self._market = {}
        self._positions = {}
        self._added_on = set()  # (code, day): one add a day for a symbol.
        self._recorder = Recorder()
        self._now = None

    def run(self, rows, seeds):
        events = sorted(list(seeds) + list(rows),
                        key=lambda event: (event.time, not isinstance(event, Seed)))
        last = rows[-1].time if rows else -1
        step = None
        for event in events:
            opening = open_at(event.time)
            step = opening if step is None else max(step, opening)
            while step <= min(event.time, last):
                self._at_clock(step)
                step += self.clock_ms
            self._now = event.time
            if isinstance(event, Seed):
                self._seed(event)
            else:
                self._row(event)
        self._at_end()
        return self._recorder.records

    # What the rules that buy put in.

    def _at_clock(self, now):
        self._at_step(now)

    def _fill_entry(self, row):
        """The position that an entry's order becomes at this trade."""

    def _judge_entry(self, market, row):
        """A trade of a symbol that is not held."""

    def _means(self, position):
        """Cash and gate of an add; for a given position they are given too."""
        return {}

    def _paid(self, position, amount):
        """A buy filled, in won."""

    def _earned(self, position, amount):
        """A sale filled, in won."""

    def _at_end(self):
        for code in sorted(self._positions):
            self._open_at_end(self._positions[code])

    @staticmethod
    def _pattern_members(position):
        pattern = position.pattern
        return {"state": pattern.state, "H": pattern.high, "L": pattern.low}

    def _write(self, kind, position, **members):
        """A record of a position as it stands: with the pattern and the stop shown."""
        market = self._market.get(position.code, Market())
        found = self._pattern_members(position)
        found.update(zip(("bind", "stop"), self._shown_stop(position, market)))
        found.update(members)
        if kind == "be_on":
            found["level"] = position.level
        self._recorder.write(self._now, position.code, kind, **found)

    def _shown_stop(self, position, market):
        binding = stops.shown_stop(position, market.session, self._config)
        return binding.name, binding.shown

    def _write_fill(self, position, side, rule, quantity, price):
        self._recorder.write(self._now, position.code, "fill", side=side, rule=rule, qty=quantity,
                             price=price)

    # Events.

    def _seed(self, seed):
        if seed.code in self._positions:
            raise TapeError(f"{seed.code} is still held")
        position, why = self._hold(seed)
        self._recorder.write(self._now, seed.code, "seed", side="buy", qty=seed.qty, why=why,
                             price=price_of(position.average), state=position.pattern.state)

    def _hold(self, entry):
        """(position, why it will never be added to)."""
        used = (entry.code, entry.time // DAY_MS) in self._added_on
        why = None
        if not self._config.pyramid_enabled:
            why = "disabled"
        elif used:
            why = "used_today"
        elif entry.qty < 2:
            why = "too_small"
        position = Position(entry, "off" if why else "base", used)
        self._positions[entry.code] = position
        self._paid(position, position.cost)
        return position, why

    def _row(self, row):
        market = self._market.setdefault(row.code, Market())
        if market.session is None or market.session.day != row.time // DAY_MS:
            market.session = Session(row)
        position = self._positions.get(row.code)
        if row.is_trade:
            self._trade(row, market, position)
        else:
            if row.phase in ("vi", "halt") and position:
                self._interrupt(position, row.phase)
            market.session.apply_other(row)
            market.show(row)

    def _interrupt(self, position, why):
        before = position.pattern.state
        if position.pattern.interrupt():
            self._write("state", position, from_=before, why=why)

    def _trade(self, row, market, position):
        session = market.session
        if session.gap_revealed_by(row, self._config.data_gap_s):
            if position:
                self._interrupt(position, "gap")
            session.mark_gap(row.time)
        session.apply_trade(row)
        published = market.last_record.day_high if market.last_record else None
        market.last_trade = row
        market.show(row)
        if position is None:
            position = self._fill_entry(row)
        if position is None:
            self._judge_entry(market, row)
            return
        if position.exit_order:
            self._fill_exit(position, row)
            self._judge_entry(market, row)
            return
        if position.add_order:
            self._fill_add(position)
        if position.wave:
            self._judge_exits(position, market, row.price)
            return
        # Each record shows pattern and stop as they stand at that point of the trade.
        switched = self._follow_peak(position, session, row)
        if switched:
            self._write(switched, position, price=row.price)
        for before, why in position.pattern.advance(
                row.price, row.time, position.entry_average, published, self._config):
            self._write("state", position, from_=before, why=why, price=row.price)
        if self._judge_exits(position, market, row.price):
            return
        if position.pattern.state == "rebreak":
            self._judge_add(position, session, row)

    def _at_step(self, now):
        self._now = now
        for code in sorted(self._positions):
            position = self._positions[code]
            market = self._market.get(code, Market())
            session = market.session
            if position.exit_order:
                continue
            if now % MINUTE_MS == 0 and session:
                self._look_for_higher_low(position, session)
            if position.trailing:
                position.width = stops.smoothed(
                    position.width, stops.width_target(session, self._config))
            trade = market.last_trade
            current = trade and now - trade.time <= self._config.data_quiet_age_s
            self._judge_exits(position, market, trade.price if current else None)

    # Parts of a judgement.

    def _follow_peak(self, position, session, row):
        """Peak, trailing switch, break-even trigger; the kind of record when a switch set in."""
        config = self._config
        if position.peak is None or row.price > position.peak:
            position.peak = row.price
        if position.trailing:
            return None
        if position.added:
            basis = position.add_price if config.pyramid_be_basis == "add_lot" else position.average
            trigger = basis * (1 + config.pyramid_be_trigger_pct)
        else:
            trigger = position.average * (1 + config.exit_trail_on_pct)
        if row.price < trigger:
            return None
        position.trailing = True
        position.width = stops.width_target(session, config)
        if not position.added:
            return "trail_on"
        position.peak = row.price
        position.level = stops.break_even_level(position.average, row.time, config)
        return "be_on"

    def _look_for_higher_low(self, position, session):
        if not position.added:
            return
        side = self._config.pyramid_hl_pivot_width
        bars = session.complete_bars(self._now)
        if len(bars) < 2 * side + 1:
            return
        middle = bars[-1 - side]
        others = bars[-1 - 2 * side:-1 - side] + bars[len(bars) - side:]
        if middle.minute * MINUTE_MS < position.held_since:
            return
        if position.higher_low is not None and middle.low <= position.higher_low:
            return
        if all(middle.low < bar.low for bar in others):
            position.higher_low = middle.low
            self._write("hl", position, L=middle.low, price=session.bars[-1].close)

    def _exits(self, position, market, price):
        return stops.judge(position, market.session, price, self._now, self._config,
                           self.guard_sells)

    def _judge_exits(self, position, market, price):
        found = self._exits(position, market, price)
        rule = next((one["id"] for one in found if one["result"] == PASS), None)
        if rule is None:
            return False
        if position.add_order:
            self._cancel_add(position)
            found = self._exits(position, market, price)
        row = market.last_trade
        self._write("exit", position, rule=rule, verdict="take", side="sell", conditions=found,
                    qty=position.qty, price=row and row.price)
        # At a step the deciding row is the newest one, whatever its phase.
        bid = market.last_record and market.last_record.bid
        price = row.price if row else market.shown_price
        position.exit_order = (position.qty, bid or (price and one_down(price)), rule)
        return True

    def _cancel_add(self, position):
        quantity, limit = position.add_order
        self._write("cancel", position, rule="ADD", side="buy", qty=quantity, price=limit)
        position.add_order = None
        position.pattern.state = "rebreak"
        self._write("state", position, from_="ordered", why="unfilled")

    def _judge_add(self, position, session, row):
        found = add.conditions(position, session, row, self._config, **self._means(position))
        failing = [one["id"] for one in found if one["result"] != PASS]
        if failing and failing == position.pattern.judged:
            return
        position.pattern.judged = failing
        quantity, limit = add.order_of(position, row, self._config)
        self._write("refuse" if failing else "add", position, rule="ADD", side="buy",
                    verdict="refuse" if failing else "take", conditions=found, failing=failing,
                    qty=quantity or None, price=row.price if failing else limit)
        if not failing:
            position.pattern.state = "ordered"
            position.add_order = (quantity, limit)
            self._write("state", position, from_="rebreak", price=row.price)

    def _fill_add(self, position):
        quantity, price = position.add_order
        position.add_order = None
        position.fill_add(quantity, price, self._now)
        self._paid(position, quantity * price)
        position.add_used = True
        self._added_on.add((position.code, self._now // DAY_MS))
        self._write_fill(position, "buy", "ADD", quantity, price)
        self._write("state", position, from_="ordered", price=price)

    def _fill_exit(self, position, row):
        quantity, price, rule = position.exit_order
        if price is None:  # Decided before the tape showed any price.
            price = one_down(row.price)
        self._write_fill(position, "sell", rule, quantity, price)
        self._recorder.write(self._now, position.code, "closed", rule=rule, qty=quantity,
                             price=price)
        del self._positions[position.code]
        self._earned(position, quantity * price)

    def _open_at_end(self, position):
        market = self._market.get(position.code)
        trade = market and market.last_trade
        ordered = {}
        if position.exit_order:
            ordered = {"side": "sell", "rule": position.exit_order[2]}
        elif position.add_order:
            ordered = {"side": "buy", "rule": "ADD"}
        self._write("open_at_end", position, qty=position.qty, price=trade and trade.price,
                    **ordered)

