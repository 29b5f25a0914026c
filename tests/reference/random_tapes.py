"""Seeded random cases: walks that visit the pattern, with every kind of hole in the data."""

import random

from cases import COLUMNS, SAMPLED_COLUMNS, Case, clock, csv_text
from config import clock_ms
from price_steps import floor_to_step, one_down, one_up

_PRICES = (1_020, 1_480, 1_985, 2_010, 3_300, 4_960, 5_040, 9_990, 19_700, 20_300, 35_000,
           49_400, 50_500, 120_000, 198_500, 203_000, 410_000, 496_000, 505_000, 1_250_000)
_DAYS = ("2023-12-26", "2023-12-27", "2024-12-26", "2024-12-27", "2025-08-27", "2025-12-26",
         "2025-12-29", "2026-11-27")
_STARTS = ("08:57:00", "08:59:58", "09:00:00", "09:01:30", "09:03:00", "09:20:00", "10:00:00",
           "13:30:00", "14:40:00", "14:52:00", "15:05:00")
_SETTINGS = (
    "pyramid.armed_policy=strict", "pyramid.be_basis=add_lot", "pyramid.enabled=false",
    "pyramid.rise_pct=1.5", "pyramid.rise_pct=2.25", "pyramid.pullback_min_pct=0.4",
    "pyramid.pullback_max_pct=1.0", "pyramid.pullback_max_pct=1.5", "pyramid.min_pullback_s=5",
    "pyramid.rebreak_window_s=20", "pyramid.max_chase_pct=0.15", "pyramid.day_high_pct=1",
    "pyramid.max_spread_pct=0.2", "pyramid.min_bid_share_pct=50", "pyramid.volume_factor=1",
    "pyramid.max_vwap_pct=2", "pyramid.add_ratio=0.25", "pyramid.max_position_factor=1.2",
    "pyramid.stop_pct=0.5", "pyramid.be_trigger_pct=0.8", "pyramid.be_trigger_pct=0.6",
    "pyramid.be_extra_steps=0", "pyramid.be_extra_steps=2", "pyramid.hl_pivot_width=1",
    "pyramid.hl_pivot_width=3", "pyramid.total_cap_s=900", "pyramid.armed_width_floor_pct=1",
    "pyramid.window_from=09:10:00", "pyramid.window_to=14:55:00", "sizing.max_position=500000",
    "exit.stop_pct=1.5", "exit.atr_factor=1.5", "exit.atr_floor_pct=1", "exit.trail_on_pct=0.7",
    "exit.width_factor=0.8", "exit.width_min_pct=0.5", "exit.width_max_pct=1.1",
    "exit.fade_pnl_pct=0.2", "exit.fade_momentum_pct=0.2", "exit.sideways_s=240",
    "exit.sideways_pct=0.6", "exit.timeout_s=700", "exit.atr_pct_default=2.1",
    "costs.commission_pct=0.015", "session.flatten_at=14:58:00", "data.gap_s=3",
    "data.quiet_age_s=20")


class _Walk:
    """One symbol's rows. Prices move to way points given as parts of the entry price."""

    def __init__(self, rng, code, start):
        self.rng = rng
        self.code = code
        self.time = start
        self.price = rng.choice(_PRICES) + rng.randrange(0, 3) * 10
        self.price = floor_to_step(self.price)
        self.acc = rng.choice((0, 50, 4_000))
        self.high = self.price
        self.turnover = self.price * self.acc
        self.scale = rng.choice((1, 5, 20))
        self.kind = rng.random() < 0.7  # Mostly a clean symbol that may get its add.
        self.missing = 0 if self.kind else rng.choice((0, 0.02, 0.3))
        self.shortfall = 0 if self.kind else rng.choice((0, 0.01, 0.1))
        self.explicit = rng.choice((0, 0, 0.1, 1))  # How often the phase is written out.
        self.noise = rng.choice((0, 1, 1, 2, 4))
        self.rows = []

    def _pause(self, longest):
        rng = self.rng
        kind = rng.random()
        if kind < 0.08:
            return 0
        if kind < 0.2:
            return 1000 * rng.randrange(1, longest + 1)
        if kind < 0.23:
            return 5000 - self.time % 5000
        if kind < 0.24:
            return 60_000 - self.time % 60_000
        return rng.randrange(1, 1000 * longest + 1)

    def emit(self, price, longest=4, phase=None, burst=1):
        rng = self.rng
        self.time += self._pause(longest)
        self.price = price
        qty = rng.randrange(1, 30) * self.scale * burst
        step = qty
        if rng.random() < self.shortfall:
            step += rng.randrange(1, 500)
        if rng.random() < (0.0001 if self.kind else 0.002):
            step = -rng.randrange(1, 1 + max(1, self.acc))
        elif rng.random() < 0.01:
            step = rng.randrange(0, qty + 1)
        self.acc = max(0, self.acc + step)
        self.turnover += price * max(0, step)
        if phase in (None, "regular"):
            self.high = max(self.high, price)
        holes = 0.1 if self.kind else 1
        wide = rng.random() < 0.1 * holes
        bid = one_down(price) if wide else price
        ask = one_up(one_up(price)) if wide else one_up(price)
        if rng.random() < 0.02 * holes:
            bid, ask = rng.choice(((ask, bid), (0, ask), (bid, bid), (bid, 0)))
        total_bid = rng.choice((60, 58, 57, 580, 130, 0)) if rng.random() < 0.15 * holes else 65
        total_ask = rng.choice((42, 43, 420, 0)) if rng.random() < 0.15 * holes else 40
        vwap = self.turnover / self.acc if self.acc else price
        if self.kind:
            vwap = price * rng.uniform(0.9885, 0.9999)
        elif rng.random() < 0.05:
            vwap = price * rng.choice((1, 1.001, 0.989, 0.98))
        if phase is None and rng.random() < self.explicit:
            phase = "regular"
        row = {"ms": self.time, "code": self.code, "price": price, "qty": qty,
               "acc_volume": self.acc, "ask1": ask, "bid1": bid, "total_ask": total_ask,
               "total_bid": total_bid, "vwap": f"{vwap:.2f}", "day_high": self.high,
               "phase": phase}
        if rng.random() < self.missing:
            for name in ("ask1", "bid1", "total_ask", "total_bid", "vwap", "day_high"):
                if rng.random() < 0.4:
                    row[name] = None
        if phase in ("vi", "halt") and rng.random() < 0.5:
            row["price"] = row["qty"] = None
        self.rows.append(row)

    def interrupt(self):
        phase = self.rng.choice(("vi", "halt", "auction", "pre", "after"))
        before = self.price
        for _ in range(self.rng.randrange(1, 3)):
            self.emit(self.price, longest=20, phase=phase)
        self.price = before

    def quiet(self):
        self.time += self.rng.choice((6_000, 20_000, 59_000, 61_000, 70_000, 200_000))

    def go(self, target, rows, longest=4, burst=1):
        """About `rows` rows to a price, with some noise on the way."""
        start = self.price
        for done in range(1, rows + 1):
            price = start + (target - start) * done / rows
            if done < rows:
                price *= 1 + self.noise * self.rng.uniform(-0.0008, 0.0008)
            self.emit(max(floor_to_step(price), 1), longest, burst=burst)
            if self.rng.random() < 0.003:
                self.interrupt()
            if self.rng.random() < 0.003:
                self.quiet()

    def drift(self, minutes, longest):
        """Minutes of noise around the present price, more ragged for some symbols."""
        centre, end = self.price, self.time + minutes * 60_000
        while self.time < end:
            reach = 0.0006 * (1 + self.noise)
            self.go(floor_to_step(centre * (1 + self.rng.uniform(-reach, reach))),
                    self.rng.randrange(1, 6), longest)

    def pattern(self, entry):
        """Rise, pull-back and re-break, near every limit."""
        rng = self.rng
        top = floor_to_step(entry * (1 + rng.choice((0.0195, 0.02, 0.021, 0.023, 0.026, 0.03))))
        self.go(max(top, self.price), rng.randrange(2, 12))
        for _ in range(rng.randrange(1, 4)):
            high = self.price
            depth = rng.choice((0.0055, 0.006, 0.0065, 0.007, 0.009, 0.0115, 0.012, 0.0125))
            if self.kind:
                depth = rng.choice((0.0065, 0.007, 0.008, 0.009))
            self.go(floor_to_step(high * (1 - depth)), rng.randrange(1, 8), rng.choice((2, 6)))
            if self.kind:
                for _ in range(8):
                    self.emit(self.price, 6)
            elif rng.random() < 0.5:
                self.drift(rng.choice((0.2, 0.5)), 4)
            if rng.random() < 0.3:
                self.emit(high)
            if rng.random() < 0.3:
                self.time += 60_000 - self.time % 60_000
            goal = high
            for _ in range(1 if self.kind else rng.choice((1, 1, 2, 3))):
                goal = one_up(goal)
            burst = rng.choice((1, 40, 200) if self.kind else (1, 8, 40))
            self.go(goal, rng.randrange(1, 5), burst=burst)
            for _ in range(rng.randrange(0, 6)):
                self.emit(rng.choice((goal, one_up(goal), one_down(goal), self.price)),
                          rng.choice((3, 15)), burst=rng.choice((1, 10, 100)))

    def after(self, entry):
        """What follows a pattern: on up, down through the stops, or lows that rise."""
        rng = self.rng
        kind = rng.randrange(4)
        if kind == 0:
            self.go(floor_to_step(self.price * (1 + rng.uniform(0.004, 0.03))), 12)
            self.go(floor_to_step(self.price * (1 - rng.uniform(0.004, 0.02))), 12)
        elif kind == 1:
            self.go(floor_to_step(self.price * (1 - rng.uniform(0.004, 0.04))), 15)
        elif kind == 2:
            for _ in range(rng.randrange(3, 9)):
                self.go(floor_to_step(self.price * (1 + rng.uniform(0.001, 0.006))), 14, 8)
                self.go(floor_to_step(self.price * (1 - rng.uniform(0.001, 0.004))), 10, 8)
        else:
            self.drift(rng.choice((4, 12, 34)), rng.choice((4, 15, 40)))


def _price_text(rng, price):
    kind = rng.randrange(4)
    if kind == 0:
        return f"{price}.{rng.randrange(1, 10)}"
    if kind == 1:
        return f"{price - 1}.{rng.randrange(0, 100):02}"
    return str(price)


def _symbol(rng, code, start):
    """(walk, positions): a symbol's rows and the entries that hold it."""
    walk = _Walk(rng, code, start)
    positions = []
    if rng.random() < 0.3:
        walk.go(walk.price, 3, phase_rows(rng))
    walk.drift(rng.choice((0.1, 1, 4, 6, 18)), rng.choice((4, 10)))
    for _ in range(rng.choice((0, 1, 1, 1, 2, 3))):
        entry = walk.price
        time = walk.time + rng.choice((0, 0, 1, 500, -1, 5000 - walk.time % 5000))
        budget = rng.choice((300_000, 600_000, 1_100_000))
        qty = max(1, budget // entry)
        if rng.random() < 0.4:
            qty = rng.choice((1, 2, 3, 10, 101))
        positions.append(f"{code}:{qty}:{_price_text(rng, entry)}@{clock(time)}")
        for _ in range(rng.randrange(1, 4)):
            if rng.random() < 0.8:
                walk.pattern(entry)
            walk.after(entry)
    return walk, positions


def phase_rows(rng):
    return rng.choice((2, 8))


def _is_sampled(rng):
    return rng.random() < 0.1


def random_case(seed):
    """The case of one seed; the same on every machine."""
    rng = random.Random(seed)
    day = rng.choice(_DAYS)
    start = clock_ms(rng.choice(_STARTS))
    codes = rng.sample(("005930", "000660", "0001A0", "00104K", "123456", "999999", "035720"),
                       rng.randrange(1, 5))
    walks, positions = [], []
    for code in codes:
        walk, held = _symbol(rng, code, start + rng.randrange(0, 30_000))
        walks.append(walk)
        positions += held
    rng.shuffle(positions)
    _lose_volumes(random.Random(f"volumes {seed}"), walks)
    tapes = _files(rng, day, walks)
    assignments = rng.sample(_SETTINGS, rng.choice((0, 0, 1, 3, 8)))
    if rng.random() < 0.3:
        assignments = [text for text in assignments if "max_vwap" not in text]
        assignments.append("pyramid.max_vwap_pct=5")
    liquid = rng.random() < 0.5
    in_file = rng.choice((None, None, 0, 1, 4))
    return Case(f"seed {seed}", tapes, day, positions, liquid, assignments[in_file or 0:],
                config=None if in_file is None else assignments[:in_file],
                profile=rng.choice((None, None, "default", "strict")))


def _lose_volumes(rng, walks):
    """Of the rows that raise a state, the only ones that may be without."""
    for walk in walks:
        for row in walk.rows:
            if row["phase"] in ("vi", "halt") and rng.random() < 0.4:
                row["acc_volume"] = None


def _files(rng, day, walks):
    """The rows spread over one to three files, each sorted by time with its own columns."""
    count = rng.choice((1, 1, 2, 3))
    files = [[] for _ in range(count)]
    for walk in walks:
        home = rng.randrange(count)
        for row in walk.rows:
            if row["ms"] < 24 * 3600 * 1000:
                files[home].append(row)
    found = []
    for number, rows in enumerate(files):
        if not rows:
            continue
        rows.sort(key=lambda row: row["ms"])
        dated = rng.random() < 0.3
        for row in rows:
            row["time"] = (f"{day}T" if dated else "") + clock(row["ms"])
        if count == 1 and _is_sampled(rng):
            found.append((f"{day}.csv", _sampled_text(rows)))
            continue
        columns = list(COLUMNS)
        if rng.random() < 0.3:
            for name in rng.sample(COLUMNS[5:11], rng.randrange(1, 7)):
                columns.remove(name)
        if rng.random() < 0.2:
            rng.shuffle(columns)
        found.append((f"tape{number}.csv", csv_text(columns, rows)))
    return found


def _sampled_text(rows):
    kept = []
    for row in rows:
        if row["phase"] in (None, "regular"):
            kept.append({**row, "time": clock(row["ms"]), "day_low": 1, "last_qty": row["qty"],
                         "change_rate": "0.00"})
    return csv_text(SAMPLED_COLUMNS, kept)
