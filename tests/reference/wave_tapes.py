"""Seeded random days for the wave rule: prices that swing in a channel and at times leave it."""

import math
import random

from cases import COLUMNS, Case, clock, csv_text
from config import clock_ms
from price_steps import floor_to_step, one_down, one_up

_SETTINGS = (
    "wave.cooldown_s=0", "wave.cooldown_s=90", "wave.max_positions=0", "wave.max_positions=2",
    "wave.max_positions=5", "risk.max_positions=1", "risk.entries_per_code=1",
    "sizing.min=200000", "sizing.max_position=200000", "risk.max_order_pct=1",
    "sim.start_cash=1500000", "sim.start_cash=40000000", "entry.window_from=09:00:30",
    "entry.window_to=09:08:00", "session.flatten_at=09:09:00", "exit.stop_pct=0.5",
    "wave.enabled=false", "entry.enabled=false", "guard.hard_loss_pct=3.0",
    "guard.trail_arm_pct=0.1", "data.quiet_age_s=5", "costs.commission_pct=0.1")


def _walk(rng, code, end):
    """The rows of one symbol: a sine with noise, larger trades at times, and jumps."""
    base = rng.choice((1_700, 4_400, 9_950, 15_000, 47_000, 150_000, 480_000))
    height = rng.choice((0.004, 0.007, 0.012, 0.02, 0.04))
    period = rng.choice((25, 60, 110, 200))
    noise = rng.choice((0.0002, 0.001, 0.003))
    pause = rng.choice((500, 900, 1_800, 3_000))
    drift = rng.choice((0, 0, -0.002, 0.002))
    shift, rows, acc = 0, [], rng.choice((0, 300_000))
    time = clock_ms("09:00:00") + rng.randrange(0, 20_000)
    while time < end:
        seconds = (time - clock_ms("09:00:00")) / 1000
        if rng.random() < 0.002:
            shift += rng.choice((-1, 1)) * height * rng.choice((0.3, 0.7, 1.5))
        exact = base * (1 + height * math.sin(2 * math.pi * seconds / period) / 2 + shift
                        + drift * seconds / 60 + rng.gauss(0, noise))
        price = floor_to_step(max(exact, 1))
        qty = rng.choice((1, 5, 10, 20, 20)) * rng.choice((1, 1, 1, 1, 1, 12))
        acc += qty
        ask = None if rng.random() < 0.005 else one_up(price)
        rows.append({"ms": time, "code": code, "price": price, "qty": qty, "acc_volume": acc,
                     "ask1": ask, "bid1": rng.choice((price, one_down(price))), "total_ask": 40,
                     "total_bid": 60, "vwap": base, "day_high": price})
        if rng.random() < 0.001:
            rows.append({**rows[-1], "phase": rng.choice(("vi", "halt", "auction"))})
        time += rng.randrange(0, 2 * pause)
        if rng.random() < 0.02:
            time += 1000 - time % 1000
        if rng.random() < 0.003:
            time += rng.choice((6_000, 15_000, 70_000))
    return rows


def wave_case(seed):
    """The case of one seed; the same on every machine."""
    rng = random.Random(f"wave {seed}")
    end = clock_ms("09:00:00") + rng.choice((7, 10, 12)) * 60_000
    rows = []
    for code in rng.sample(("005930", "000660", "0001A0", "123456"), rng.choice((1, 1, 2, 3))):
        rows += _walk(rng, code, end)
    rows.sort(key=lambda row: row["ms"])
    for row in rows:
        row["time"] = clock(row["ms"])
    positions = []
    if rng.random() < 0.2:
        row = rng.choice(rows)
        positions.append(f"{row['code']}:{max(1, 300_000 // row['price'])}:{row['price']}"
                         f"@{clock(row['ms'])}")
    assignments = rng.sample(_SETTINGS, rng.choice((0, 0, 1, 2)))
    if rng.random() < 0.2:
        assignments.append("wave.order_type=market")
        if rng.random() < 0.7:
            assignments.append("risk.allow_market_entry=true")
    if rng.random() < 0.3:
        assignments.append(f"guard.loss_streak={rng.choice((1, 1, 2, 3))}")
    return Case(f"wave seed {seed}", [("tape.csv", csv_text(COLUMNS, rows))], "2026-11-27",
                positions, False, assignments, entries=True)
