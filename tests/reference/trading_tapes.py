"""Seeded random days for the rules that buy: several symbols near every limit of the entry."""

import random

from cases import COLUMNS, Case, clock, csv_text
from config import clock_ms
from price_steps import floor_to_step, one_down, one_up

_PRICES = (985, 1_005, 1_500, 1_990, 3_300, 4_980, 9_990, 19_800, 35_000, 49_500, 120_000,
           199_000, 410_000, 1_250_000)
_DAYS = ("2024-12-26", "2025-12-26", "2026-11-27")
_CODES = ("005930", "000660", "0001A0", "00104K", "123456", "999999", "035720", "000020",
          "051910", "068270")
_MINUTE = 60_000
_SETTINGS = (
    "screener.period_s=20", "screener.period_s=180", "screener.top_n=5",
    "screener.min_price=2000", "entry.window_from=09:14:30", "entry.window_to=09:20:00",
    "entry.screen_max_age_s=30", "entry.volume_factor=1", "entry.volume_factor=2.25",
    "entry.min_momentum_pct=0.4", "entry.min_momentum_pct=-1", "entry.max_spread_pct=0.15",
    "entry.cooldown_s=0", "entry.cooldown_s=60", "entry.limit_up_margin_pct=10",
    "entry.enabled=false", "sizing.amount=300000", "sizing.amount=3000000",
    "sizing.method=equity_pct", "sizing.equity_pct=7.5", "sizing.min=200000",
    "sizing.max_position=400000", "risk.max_positions=1", "risk.max_positions=2",
    "risk.max_positions=0", "risk.max_order_pct=4", "risk.cash_slack_pct=20",
    "risk.entries_per_code=1", "risk.entries_per_code=2", "risk.entries_per_day=3",
    "sim.start_cash=2000000", "sim.start_cash=3000000", "guard.window_from=09:12:00",
    "guard.stop_buy_loss_pct=0.5", "guard.stop_buy_gain_pct=0.4", "guard.trail_arm_pct=0.3",
    "guard.trail_drop_pct=0.2", "guard.hard_loss_pct=3.0", "pyramid.enabled=false",
    "pyramid.rise_pct=0.8", "exit.trail_on_pct=0.4", "exit.timeout_s=240",
    "exit.stop_pct=0.8", "exit.atr_factor=6", "session.flatten_at=09:22:00",
    "costs.commission_pct=0.015")


class _Walk:
    """One symbol. `minute_value` is about the won traded in a minute."""

    def __init__(self, rng, code, start):
        self.rng = rng
        self.code = code
        self.time = start
        self.base = self.price = floor_to_step(rng.choice(_PRICES))
        self.minute_value = rng.choice((60, 99, 101, 130, 420, 900, 2_400)) * 1_000_000
        self.acc = rng.choice((0, 0, 2_500, 9_000, 60_000)) * 1_000_000 // self.price
        self.high = self.price
        self.pause = rng.choice((1_500, 4_000, 7_000))
        self.holes = rng.choice((0, 0, 0.03))
        self.trend = rng.choice((-0.0008, 0, 0.0005, 0.0012, 0.003))
        self.noise = rng.choice((0.0003, 0.001, 0.003, 0.009))
        self.rows = []

    def _book(self):
        rng, price = self.rng, self.price
        bid, ask = rng.choice(((price, one_up(price)),) * 6 + ((one_down(price), price),) * 3
                              + ((one_down(price), one_up(one_up(price))),))
        if rng.random() < self.holes:
            bid, ask = rng.choice(((ask, bid), (0, ask), (bid, bid), (bid, 0), (None, ask),
                                   (bid, None), (None, None)))
        return bid, ask

    def emit(self, phase=None):
        rng = self.rng
        burst = rng.choice((1, 1, 1, 1, 3, 8))
        qty = max(1, round(self.minute_value * self.pause / _MINUTE / self.price
                           * rng.uniform(0.5, 1.5) * burst))
        step = qty
        if rng.random() < self.holes / 4:
            step += rng.randrange(1, 500)
        if rng.random() < self.holes / 20:
            step = -rng.randrange(1, 1 + max(1, self.acc))
        priceless = phase in ("vi", "halt") and rng.random() < 0.5
        self.acc = max(0, self.acc + step)
        self.high = max(self.high, self.price)
        bid, ask = self._book()
        vwap = None if rng.random() < self.holes else f"{self.price * rng.uniform(0.99, 1):.2f}"
        row = {"ms": self.time, "code": self.code, "price": self.price, "qty": qty,
               "acc_volume": self.acc, "ask1": ask, "bid1": bid, "total_ask": 40,
               "total_bid": 60, "vwap": vwap, "day_high": self.high, "phase": phase}
        if priceless:
            row["price"] = row["qty"] = None
        self.rows.append(row)

    def play(self, end):
        rng = self.rng
        if rng.random() < 0.15:
            self.time = clock_ms("08:59:00")
            self.emit(rng.choice((None, "auction", "pre", "vi")))
            self.time = clock_ms("09:00:00") + rng.randrange(0, 20_000)
        exact = float(self.price)
        while self.time < end:
            exact *= 1 + self.trend * self.pause / _MINUTE + rng.gauss(0, self.noise / 3)
            if rng.random() < 0.01:
                self.trend = rng.choice((-0.004, -0.001, 0, 0.001, 0.004))
            self.price = max(1, floor_to_step(exact))
            self.emit()
            if rng.random() < self.holes / 4:
                self.time += rng.randrange(0, 3_000)
                self.emit(rng.choice(("vi", "halt", "halt", "auction", "pre", "after")))
            self.time += self._wait()

    def _wait(self):
        rng = self.rng
        kind = rng.random()
        if kind < 0.05:
            return 1_000 - self.time % 1_000
        if kind < 0.08:
            return _MINUTE - self.time % _MINUTE
        if kind < 0.085:
            return rng.choice((20_000, 70_000, 130_000))
        return rng.randrange(0, 2 * self.pause)


def _positions(rng, walks):
    found = []
    if rng.random() < 0.5:
        for walk in rng.sample(walks, rng.randrange(1, min(3, len(walks)) + 1)):
            at = clock_ms("09:00:30") + rng.randrange(0, 12 * _MINUTE)
            value = rng.choice((400_000, 2_000_000, 8_000_000))
            price = round(walk.base * rng.choice((1, 1, 0.99, 1.01)))
            found.append(f"{walk.code}:{max(1, value // walk.base)}:{price}@{clock(at)}")
    if rng.random() < 0.05:
        found.append(f"777777:10:5000@{clock(clock_ms('09:16:00.500'))}")
    return found


def trading_case(seed):
    """The case of one seed; the same on every machine."""
    rng = random.Random(f"trading {seed}")
    day = rng.choice(_DAYS)
    end = clock_ms("09:00:00") + rng.choice((15, 20, 28)) * _MINUTE
    walks = []
    for code in rng.sample(_CODES, rng.choice((1, 2, 3, 5, 8))):
        walk = _Walk(rng, code, clock_ms("09:00:00") + rng.randrange(0, 3 * _MINUTE // 2))
        walk.play(end)
        walks.append(walk)
    rows = sorted((row for walk in walks for row in walk.rows), key=lambda row: row["ms"])
    for row in rows:
        row["time"] = clock(row["ms"])
    assignments = rng.sample(_SETTINGS, rng.choice((0, 1, 2, 4)))
    if rng.random() < 0.5:
        assignments.append("wave.enabled=false")
    positions, liquid = _positions(rng, walks), rng.random() < 0.6
    if rng.random() < 0.4:
        assignments.append(f"guard.loss_streak={rng.choice((1, 1, 2, 3))}")
    return Case(f"trading seed {seed}", [("tape.csv", csv_text(COLUMNS, rows))], day, positions,
                liquid, assignments, entries=True)
