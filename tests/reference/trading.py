"""Plays a tape with the rules that buy: screening, base entry and the portfolio guard.

At one instant of the clock the guard looks first, then the screening, then the exits.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

import entry
import wave
from account import Account
from guard import HARD, Guard
from loss_streak import LossStreak
from records import PASS, condition, verdict
from replay import STEP_MS, Replay, Seed
from screening import eligible_codes
from sessions import after_open
from tape import Liquid, merge

SECOND_MS = 1_000


@dataclass
class Order:
    """A buy between its decision and its fill."""

    rule: str
    qty: int
    limit: int
    channel: Optional[wave.Channel]  # Of a wave, as it was decided on.


class TradingReplay(Replay):
    clock_ms = SECOND_MS

    def __init__(self, config):
        super().__init__(config)
        self._account = Account(config)
        self._guard = Guard(config)
        self._streak = LossStreak(config)
        self._orders = {}         # Code -> an Order that is not filled.
        self._eligible = set()
        self._screened_at = None
        self._refused = {}        # Code -> the failing ids last recorded.
        self._sold_at = {}
        self._entries = {}        # Code -> orders of the day.
        self._waves = {}

    @property
    def guard_sells(self):
        return self._guard.sells

    def _at_clock(self, now):
        self._now = now
        if now >= after_open(now, self._config.guard_window_from):
            self._watch()
        if now % self._config.screener_period_s == 0:
            self._eligible = eligible_codes(self._market, now, self._config)
            self._screened_at = now
        if now % wave.CHANNEL_MS == 0:
            for one in self._waves.values():
                one.look(now)
        if now % STEP_MS == 0:
            self._at_step(now)

    # Money.

    def _equity(self):
        trades = ((position.qty, self._market.get(code) and self._market[code].last_trade)
                  for code, position in self._positions.items())
        return self._account.equity((qty, trade and trade.price) for qty, trade in trades)

    def _means(self, position):
        if not position.bought:
            return {}
        return {"cash": self._buyable(), "denial": self._refusal()}

    def _buyable(self):
        """Cash without what the open buys will cost, commission included."""
        adds = (position.add_order for position in self._positions.values())
        orders = [*((order.qty, order.limit) for order in self._orders.values()),
                  *(order for order in adds if order)]
        return self._account.cash - sum(self._account.cost(qty * limit) for qty, limit in orders)

    def _paid(self, position, amount):
        position.paid += self._account.buy(amount)

    def _earned(self, position, amount):
        self._streak.closed(self._account.sell(amount, self._now) - position.paid, self._now)
        self._sold_at[position.code] = self._now
        if position.exit_order[2] == "W2":
            self._waves[position.code].state = "paused"

    # Guard.

    def _watch(self):
        equity = self._equity()
        for rule in self._guard.watch(equity, self._account.start):
            self._recorder.write(
                self._now, None, "guard", rule=rule, failing=[],
                conditions=self._guard.conditions(equity, self._account.start))
            if rule == HARD:
                self._cancel_buys()

    def _cancel_buys(self):
        for code in sorted(self._orders):
            order = self._orders.pop(code)
            self._recorder.write(self._now, code, "cancel", rule=order.rule, side="buy",
                                 qty=order.qty, price=order.limit)
        for code in sorted(self._positions):
            if self._positions[code].add_order:
                self._cancel_add(self._positions[code])

    def _denial(self, code, value):
        """Why the gate lets no entry of this value through. On a tape: cash, counts, guard."""
        config = self._config
        if value is not None and value * (1 + config.risk_cash_slack_pct) > self._buyable():
            return "RC-16"
        if (self._entries.get(code, 0) >= config.risk_entries_per_code
                or sum(self._entries.values()) >= config.risk_entries_per_day):
            return "RC-19"
        return self._refusal()

    def _refusal(self):
        """What the guard or a row of losses lets no buy through for, or None."""
        return self._guard.stops_buying or ("RC-23" if self._streak.pauses(self._now) else None)

    # Entry.

    def _judge_entry(self, market, row):
        self._judge_base(market, row)
        if row.code not in self._orders and self._config.wave_enabled:
            self._judge_wave(market, row)

    def _setting(self, code):
        return entry.Setting(
            self._screened_at, self._sold_at.get(code), len(self._positions) + len(self._orders),
            self._equity(), self._account.order_room(),
            lambda value: self._denial(code, value))

    def _judge_base(self, market, row):
        config, code = self._config, row.code
        if code not in self._eligible or not entry.in_window(row.time, config):
            return
        setting = self._setting(code)
        found = entry.conditions(market, row, setting, config)
        failing = [one["id"] for one in found if one["result"] != PASS]
        if failing and failing == self._refused.get(code):
            return
        self._refused[code] = failing
        quantity, limit = entry.order_size(row, setting, config), entry.limit_price(row)
        self._recorder.write(
            row.time, code, "refuse" if failing else "entry", rule="ENTRY", side="buy",
            verdict="refuse" if failing else "take", conditions=found, failing=failing,
            qty=quantity or None, price=row.price if failing else limit)
        if not failing:
            self._order(code, "ENTRY", quantity, limit)

    def _order(self, code, rule, quantity, limit, channel=None):
        self._orders[code] = Order(rule, quantity, limit, channel)
        self._entries[code] = self._entries.get(code, 0) + 1

    def _fill_entry(self, row):
        if row.code not in self._orders:
            return None
        order = self._orders.pop(row.code)
        position, why = self._hold(Seed(row.code, order.qty, Fraction(order.limit), row.time))
        position.bought = True
        self._write_fill(position, "buy", order.rule, order.qty, order.limit)
        if order.channel:
            position.wave, position.pattern.state, why = order.channel, "off", "not_pyramided"
        if why:
            self._recorder.write(row.time, row.code, "state", from_="base", state="off", why=why,
                                 price=order.limit)
        return position

    # Wave.

    def _trade(self, row, market, position):
        one = self._waves.setdefault(row.code, wave.Wave())
        one.sample(row)
        if position and not position.wave:
            one.follow(row.price)
        super()._trade(row, market, position)

    def _judge_wave(self, market, row):
        config, code, one = self._config, row.code, self._waves[row.code]
        one.follow(row.price)
        if one.state != "ranging" or not entry.in_window(row.time, config):
            return
        quantity = wave.order_size(row, self._equity(), self._buyable(),
                                   self._account.order_room(), config)
        waves = (sum(position.wave is not None for position in self._positions.values())
                 + sum(order.rule == "WAVE" for order in self._orders.values()))
        at_market = config.wave_order_type == "market"
        if at_market and not config.risk_allow_market_entry:
            denial = "RC-09"
        elif len(self._positions) + len(self._orders) >= config.risk_max_positions:
            denial = "RC-14"  # Its own condition counts waves alone.
        else:
            most = entry.upper_limit(market.first_price) if at_market else row.ask
            denial = self._denial(code, None if quantity is None else quantity * most)
        others = {
            "cooldown": entry.cooldown(row.time, self._sold_at.get(code), config.wave_cooldown_s),
            "positions": condition("positions", verdict(waves < config.wave_max_positions),
                                   waves, config.wave_max_positions),
            "gate": condition("gate", verdict(denial is None), denial)}
        found = wave.conditions(one, row, quantity, others, config)
        failing = [each["id"] for each in found if each["result"] != PASS]
        if failing and failing == one.refused:
            return
        one.refused = failing
        self._recorder.write(
            row.time, code, "refuse" if failing else "wave", rule="WAVE", side="buy",
            verdict="refuse" if failing else "take", conditions=found, failing=failing,
            qty=quantity or None, price=row.price if failing else row.ask)
        if not failing:
            self._order(code, "WAVE", quantity, row.ask, one.channel)

    def _shown_stop(self, position, market):
        if not position.wave:
            return super()._shown_stop(position, market)
        return wave.shown_stop(position)

    def _exits(self, position, market, price):
        if not position.wave:
            return super()._exits(position, market, price)
        return wave.exits(position, price, self._now, self.guard_sells, self._config)

    def _at_end(self):
        for code in sorted(self._positions.keys() | self._orders.keys()):
            if code in self._positions:
                self._open_at_end(self._positions[code])
            else:
                order = self._orders[code]
                self._recorder.write(self._now, code, "open_at_end", rule=order.rule, side="buy",
                                     qty=order.qty, price=order.limit)


def replay(paths, day, positions, config, assume_liquid, entries=False):
    """The records of one run, as the program writes them."""
    rows = merge(paths, day)
    if assume_liquid:
        liquid = {}
        for row in rows:
            liquid.setdefault(row.code, Liquid()).supply(row)
    player = (TradingReplay if entries else Replay)(config)
    return player.run(rows, [Seed.parse(text, day) for text in positions])
