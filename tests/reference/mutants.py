#!/usr/bin/env python3
"""Shows that the comparison can fail: changes one thing in a copy of the reference at a time and
looks for a case on which it then differs from the program. Exits with 1 if a change goes unseen.
"""

import argparse
import importlib
import shutil
import sys
import tempfile
from pathlib import Path

from compare import REFUSED, all_cases, first_difference, program_records, write_tapes

HERE = Path(__file__).resolve().parent
MODULES = ("price_steps", "config", "sessions", "costs", "tape", "bars", "records", "stops",
           "pattern", "conditions", "add", "replay", "account", "guard", "loss_streak",
           "screening", "entry", "wave", "trading")

# (file, text that occurs once, replacement)
MUTANTS = (
    # Price steps and costs.
    ("price_steps.py", "if won < limit:", "if won <= limit:"),
    ("price_steps.py", "return won - step_at(won - 1)", "return won - step_at(won)"),
    ("price_steps.py", "return won - won % step_at(won)", "return won"),
    ("price_steps.py", "return won + -won % step_at(won)", "return won - won % step_at(won)"),
    ("price_steps.py", "one_down(level) if level == exact else level", "level"),
    ("price_steps.py", "(200_000, 100)", "(200_000, 200)"),
    ("costs.py", "date(2025, 12, 29)", "date(2025, 12, 30)"),
    ("costs.py", "date(2025, 12, 29)", "date(2025, 12, 25)"),
    ("costs.py", "date(2024, 12, 27)", "date(2024, 12, 26)"),
    ("costs.py", "date(2023, 12, 27)", "date(2023, 12, 28)"),
    ("costs.py", "(1 + commission) / (1 - commission - tax)", "(1 + 2 * commission + tax)"),
    # Rows and what is supplied.
    ("tape.py", "if of_day < AUCTION_MS", "if of_day <= AUCTION_MS"),
    ("tape.py", "if of_day < OPEN_MS", "if of_day <= OPEN_MS"),
    ("tape.py", "row.total_ask = 40", "row.total_ask = 44"),
    ("tape.py", "row.bid = row.price if", "row.bid = row.price - 1 if"),
    ("tape.py", "row.ask = one_up(row.price) if", "row.ask = row.price if"),
    ("tape.py", "self._price * (row.acc_volume - self._acc)",
     "self._price * max(0, row.acc_volume - self._acc)"),
    ("tape.py", "row.vwap = Fraction(self._turnover, self._acc)",
     "row.vwap = Fraction(self._turnover, self._acc + 1)"),
    ("tape.py", "self.phase in (\"vi\", \"halt\")\n", "self.phase in (\"vi\",)\n"),
    ("tape.py", "self.phase in (\"vi\", \"halt\")\n", "self.phase in (\"halt\",)\n"),
    ("tape.py", "None not in (self.price, self.qty, self.acc_volume)",
     "None not in (self.qty, self.acc_volume)"),
    ("tape.py", "None not in (self.price, self.qty, self.acc_volume)",
     "None not in (self.price, self.acc_volume)"),
    ("tape.py", "None not in (self.price, self.qty, self.acc_volume)",
     "None not in (self.price, self.qty)"),
    ("bars.py", "if row.acc_volume is not None:", "if True:"),
    ("tape.py", "if any(date_of(row.time).isoformat() != day for row in rows):", "if False:"),
    ("trading.py", "at_market and not config.risk_allow_market_entry", "at_market"),
    # Where a setting comes from.
    ("config.py", "*(file or ()), *_PROFILES[profile]", "*_PROFILES[profile], *(file or ())"),
    ("config.py", "*_PROFILES[profile], *assignments", "*assignments, *_PROFILES[profile]"),
    ("config.py", "*(file or ()), *_PROFILES", "*_PROFILES"),
    ("config.py", '"strict": ("pyramid.armed_policy=strict",)', '"strict": ()'),
    ("config.py", '"default": ()', '"default": ("pyramid.armed_policy=strict",)'),
    # Days with another session.
    ("sessions.py", "_FIRST_DAYS + _EXAM_DAYS", "_EXAM_DAYS"),
    ("sessions.py", "_FIRST_DAYS + _EXAM_DAYS", "_FIRST_DAYS"),
    ("sessions.py", "if day in _EXAM_DAYS else 0", "if day in _EXAM_DAYS + _FIRST_DAYS else 0"),
    ("sessions.py", "if day in _EXAM_DAYS else 0", "if False else 0"),
    ("tape.py", "if of_day < OPEN_MS", "if time < __import__('sessions').open_at(time)"),
    ("tape.py", "if of_day < AUCTION_MS",
     "if time < __import__('sessions').before_close(time, AUCTION_MS)"),
    ("bars.py", "open_at(self.day * DAY_MS)", "(self.day * DAY_MS + 32_400_000)"),
    ("replay.py", "open_at(event.time)", "event.time // DAY_MS * DAY_MS + 32_400_000"),
    ("wave.py", "now < open_at(now) + BOOT_MS", "now % 86_400_000 < 32_400_000 + BOOT_MS"),
    ("entry.py", "(after_open(now, config.entry_window_from) <= now",
     "(config.entry_window_from + now - now % 86_400_000 <= now"),
    ("entry.py", "< before_close(now, config.entry_window_to))",
     "< after_open(now, config.entry_window_to))"),
    ("add.py", "after_open(row.time, config.pyramid_window_from)",
     "before_close(row.time, config.pyramid_window_from)"),
    ("add.py", "before_close(row.time, config.pyramid_window_to)",
     "after_open(row.time, config.pyramid_window_to)"),
    ("trading.py", "after_open(now, self._config.guard_window_from)",
     "now - now % 86_400_000 + self._config.guard_window_from"),
    ("stops.py", "before_close(now, config.session_flatten_at)",
     "now - now % 86_400_000 + config.session_flatten_at"),
    ("wave.py", "before_close(now, config.session_flatten_at)",
     "now - now % 86_400_000 + config.session_flatten_at"),
    # Bars, volume, gaps.
    ("bars.py", "row.time - self._last_trade > gap_ms", "row.time - self._last_trade >= gap_ms"),
    ("bars.py", "row.qty > 0", "row.qty >= 0"),
    ("bars.py", "not row.sampled and ", ""),
    ("bars.py", "            self._acc = row.acc_volume\n\n",
     "            self._acc = row.acc_volume\n            self._last_trade = row.time\n\n"),
    ("tape.py", "if not row.vwap and self._acc", "if row.vwap is None and self._acc"),
    ("bars.py", "until // MINUTE_MS + 1", "until // MINUTE_MS"),
    ("bars.py", "range(self._last_trade // MINUTE_MS, ",
     "range(self._last_trade // MINUTE_MS + 1, "),
    ("bars.py", "and minute not in self._gap_minutes", ""),
    ("bars.py", "row.acc_volume > self._acc:", "row.acc_volume > self._acc + 1:"),
    ("bars.py", "ATR_BARS_MIN = 16", "ATR_BARS_MIN = 15"),
    ("bars.py", "ATR_BARS_MIN = 16", "ATR_BARS_MIN = 17"),
    ("bars.py", "ATR_RANGES = 14", "ATR_RANGES = 13"),
    ("bars.py", "max(bar.high, before.close)", "bar.high"),
    ("bars.py", "min(bar.low, before.close)", "bar.low"),
    ("bars.py", "len(self.bars) <= bars_back", "len(self.bars) <= bars_back + 1"),
    ("bars.py", "self.bars[-1 - bars_back].close", "self.bars[-2 - bars_back].close"),
    ("bars.py", "(self.bars[end - 1].minute + 1) * MINUTE_MS > now",
     "(self.bars[end - 1].minute + 1) * MINUTE_MS >= now"),
    ("bars.py", "minute > self._first_minute or", "minute >= self._first_minute or"),
    ("bars.py", " or minute == self._first_minute == session_first", ""),
    ("bars.py", "if row.acc_volume is not None:", "if row.price is not None:"),
    # Stops.
    ("stops.py", "return min(max(floor(exact), low), high)",
     "return min(max(floor(exact) + 1, low), high)"),
    ("stops.py", "return min(max(floor(exact), low), high)", "return max(floor(exact), low)"),
    ("stops.py", "return min(max(floor(exact), low), high)", "return min(floor(exact), high)"),
    ("stops.py", "(7 * width + 3 * target) // 10", "(7 * width + 3 * target + 9) // 10"),
    ("stops.py", "(7 * width + 3 * target) // 10", "(8 * width + 2 * target) // 10"),
    ("stops.py",
     "return max(position.width, floor(config.pyramid_armed_width_floor_pct * BILLION))",
     "return floor(config.pyramid_armed_width_floor_pct * BILLION)"),
    ("stops.py",
     "return max(position.width, floor(config.pyramid_armed_width_floor_pct * BILLION))",
     "return position.width"),
    ("stops.py", 'Component("S1", average * (1 - config.exit_stop_pct))',
     'Component("S1", average * (1 - config.exit_stop_pct), True)'),
    ("stops.py", 'Component("S2", average - room, only_below=True)',
     'Component("S2", average - room)'),
    ("stops.py", 'Component("A1", average * (1 - config.pyramid_stop_pct))',
     'Component("A1", average * (1 - config.pyramid_stop_pct), True)'),
    ("stops.py", 'Component("A2", one_down(position.higher_low))',
     'Component("A2", position.higher_low)'),
    ("stops.py", 'Component("A3", position.level)', 'Component("A3", position.level, True)'),
    ("stops.py", "price < self._exact if", "price <= self._exact if"),
    ("stops.py", "else price <= self._exact", "else price <= floor_to_step(self._exact)"),
    ("stops.py", "else price <= self._exact", "else price < self._exact"),
    ("stops.py", "return below(self._exact) if", "return floor_to_step(self._exact) if"),
    ("stops.py", "ranges / ATR_RANGES,\n                        only_below=True)",
     "ranges / ATR_RANGES)"),
    ("stops.py", "room = max(", "room = min("),
    ("stops.py", "now >= flatten_at", "now > flatten_at"),
    ("stops.py", '        condition("GUARD", verdict(guard_sells)), condition',
     '        condition("GUARD", verdict(True)), condition'),
    ("stops.py",
     "_fade(position, session, price, config), _sideways(position, price, now, config),",
     "_sideways(position, price, now, config), _fade(position, session, price, config),"),
    ("stops.py", '("A1", "A2", "A3", "A4", "A5")', '("A2", "A1", "A3", "A4", "A5")'),
    ("stops.py", '("A1", "A2", "A3", "A4", "A5")', '("A1", "A2", "A4", "A3", "A5")'),
    ("stops.py", '("S1", "S2", "S3")', '("S3", "S1", "S2")'),
    ("stops.py", "verdict(held > limit)", "verdict(held >= limit)"),
    ("stops.py", "holds = (held > config.exit_sideways_s",
     "holds = (held >= config.exit_sideways_s"),
    ("stops.py", "position.entered + config.pyramid_total_cap_s - position.held_since",
     "config.pyramid_total_cap_s"),
    ("stops.py", "average * (1 - band) < price", "average * (1 - band) <= price"),
    ("stops.py", "price < average * (1 + band)", "price <= average * (1 + band)"),
    ("stops.py", "price > position.average * (1 + config.exit_fade",
     "price >= position.average * (1 + config.exit_fade"),
    ("stops.py", "momentum < -config", "momentum <= -config"),
    ("stops.py", "session.close_before(3)", "session.close_before(2)"),
    ("stops.py", 'if position.suspended(config):\n        return condition("S4"',
     'if False:\n        return condition("S4"'),
    ("stops.py", 'if position.suspended(config):\n        return condition("S5"',
     'if False:\n        return condition("S5"'),
    ("stops.py", "average - config.exit_atr_factor * ranges",
     "position.entry_average - config.exit_atr_factor * ranges"),
    # The pattern.
    ("pattern.py", "price >= average * (1 + config.pyramid_rise",
     "price > average * (1 + config.pyramid_rise"),
    ("pattern.py", "drop > self.high * config", "drop >= self.high * config"),
    ("pattern.py", "drop >= self.high * config", "drop > self.high * config"),
    ("pattern.py", "self.high - self.low > self.high", "self.high - self.low >= self.high"),
    ("pattern.py", "price >= one_up(self.high)", "price > self.high - 1"),
    ("pattern.py", "price >= one_up(self.high)", "price > one_up(self.high)"),
    ("pattern.py", "now - self._high_at < config", "now - self._high_at <= config"),
    ("pattern.py", "now - self._high_at < config.pyramid_min_pullback_s",
     "now - self._high_at < config.pyramid_min_pullback_s + 1000"),
    ("pattern.py", "now - self.broke_at > config", "now - self.broke_at >= config"),
    ("pattern.py", "price > self.high * (1 + config.pyramid_max",
     "price >= self.high * (1 + config.pyramid_max"),
    ("pattern.py", "elif price <= self.high:", "elif price < self.high:"),
    ("pattern.py", "self.high, self._high_at = self._top, self._top_at", "self.high = self._top"),
    ("pattern.py", "self.high, self._high_at = self._top, self._top_at", "pass"),
    ("pattern.py", 'if self.state == "rebreak":\n            self._take_top()',
     "if False:\n            pass"),
    ("pattern.py", "self.low = min(self.low, price)", "pass"),
    ("pattern.py", "if price > self.high:\n                return",
     "if price >= self.high:\n                return"),
    ("pattern.py", "if price > self.high:\n            self.high, self._high_at",
     "if price >= self.high:\n            self.high, self._high_at"),
    ("pattern.py", 'not in ("pullback", "rebreak")', 'not in ("pullback",)'),
    ("pattern.py", 'not in ("pullback", "rebreak")', 'not in ("rebreak",)'),
    ("pattern.py", "self.judged = None\n            self.state", "self.state"),
    ("pattern.py", 'ARMED = ("risen", ', "ARMED = ("),
    ("pattern.py", ', "rebreak", "ordered")\n', ', "rebreak")\n'),
    # The add.
    ("add.py", "row.time < first", "row.time <= first"),
    ("add.py", "row.time < last", "row.time <= last"),
    ("add.py", "verdict(value < limit)", "verdict(value <= limit)"),
    ("conditions.py", "row.ask <= row.bid", "row.ask < row.bid"),
    ("conditions.py", "row.ask <= 0 or row.bid <= 0", "row.ask <= 0"),
    ("conditions.py", "condition(name, verdict(value <= limit)",
     "condition(name, verdict(value < limit)"),
    ("add.py", 'condition("P5", verdict(value >= limit)', 'condition("P5", verdict(value > limit)'),
    ("conditions.py", "for back in range(4)", "for back in range(1, 4)"),
    ("conditions.py", "for back in range(4)", "for back in range(3)"),
    ("conditions.py", "condition(name, verdict(value >= limit)",
     "condition(name, verdict(value > limit)"),
    ("add.py", "verdict(0 <= value <= limit)", "verdict(0 < value <= limit)"),
    ("add.py", "verdict(0 <= value <= limit)", "verdict(0 <= value < limit)"),
    ("add.py", "cost <= room", "cost < room"),
    ("add.py", "floor(config.pyramid_add_ratio * position.entry_qty)",
     "round(config.pyramid_add_ratio * position.entry_qty)"),
    # The order of things.
    ("replay.py", "(event.time, not isinstance(event, Seed))",
     "(event.time, isinstance(event, Seed))"),
    ("replay.py", "while step <= min(event.time, last):", "while step < min(event.time, last):"),
    ("replay.py", "STEP_MS = 5_000", "STEP_MS = 1_000"),
    ("replay.py", "now - trade.time <= self._config.data_quiet",
     "now - trade.time < self._config.data_quiet"),
    ("replay.py", "entry.qty < 2", "entry.qty < 3"),
    ("replay.py", "if row.price < trigger", "if row.price <= trigger"),
    ("replay.py",
     'position.add_price if config.pyramid_be_basis == "add_lot" else position.average',
     "position.average"),
    ("replay.py", "self.held_since = now\n", "pass\n"),
    ("replay.py", "self.peak = self.width = None\n        self.trailing = False\n", ""),
    ("replay.py", "floor(seed.price * seed.qty + Fraction(1, 2))", "seed.price * seed.qty"),
    ("replay.py", "if failing and failing == position.pattern.judged",
     "if failing and position.pattern.judged"),
    ("replay.py", "            if position.exit_order:\n                continue\n", ""),
    ("replay.py",
     "            self._judge_entry(market, row)\n            return\n        if position.add",
     "            self._judge_entry(market, row)\n        if position.add"),
    ("replay.py", "bid or (price and one_down(price))", "price and one_down(price)"),
    ("replay.py", "if self._judge_exits(position, market, row.price):\n            return\n",
     "self._judge_exits(position, market, row.price)\n"),
    ("replay.py", "if position.trailing:\n                position.width",
     "if False:\n                position.width"),
    ("replay.py", "middle.minute * MINUTE_MS < position.held_since",
     "middle.minute * MINUTE_MS <= position.held_since"),
    ("replay.py", "middle.low <= position.higher_low", "middle.low < position.higher_low"),
    ("replay.py", "middle.low < bar.low for", "middle.low <= bar.low for"),
    ("replay.py",
     "for code in sorted(self._positions):\n            "
     "position = self._positions[code]\n            market",
     "for code in self._positions:\n            position "
     "= self._positions[code]\n            market"),
    # Money.
    ("account.py", "self.cash -= self.cost(amount)", "self.cash -= amount"),
    ("account.py", "- sale_tax_won(amount, date_of(now)))", ")"),
    ("account.py", "(amount - commission_won(amount, self._config.costs_commission_pct)",
     "(amount"),
    ("costs.py", "return floor(amount * commission)", "return floor(amount * commission) + 1"),
    ("costs.py", "return floor(amount * sale_tax(day))",
     "return floor(amount * sale_tax(day)) + 1"),
    ("account.py", "value += quantity * price", "value += 0"),
    ("account.py", "Fraction(self.start)", "Fraction(self.cash)"),
    # The screening.
    ("screening.py", "if value > limit), otherwise", "if value >= limit), otherwise"),
    ("screening.py", "value = row.vwap * row.acc_volume", "value = row.price * row.acc_volume"),
    ("screening.py", "end = now // MINUTE_MS", "end = now // MINUTE_MS + 1"),
    ("screening.py", "range(end - TURNOVER_MINUTES, end)",
     "range(end - TURNOVER_MINUTES - 1, end - 1)"),
    ("screening.py", "if not all(session.known(minute) for minute in minutes)", "if False"),
    ("screening.py", "TURNOVER_MINUTES = 5", "TURNOVER_MINUTES = 4"),
    ("screening.py", "TURNOVER_MINUTES = 5", "TURNOVER_MINUTES = 6"),
    ("screening.py", "VOLATILITY_CHANGES_MIN = 10", "VOLATILITY_CHANGES_MIN = 9"),
    ("screening.py", "VOLATILITY_CHANGES_MIN = 10", "VOLATILITY_CHANGES_MIN = 11"),
    ("screening.py", 'not at_least("0.05")', 'not at_least("0.07")'),
    ("screening.py", 'above("1.00")', 'above("0.90")'),
    ("screening.py", 'not at_least("0.10")', 'not at_least("0.11")'),
    ("screening.py", 'above("0.70")', 'above("0.60")'),
    ("screening.py", 'not at_least("0.15")', 'not at_least("0.20")'),
    ("screening.py", "value <= Fraction(limit)", "value < Fraction(limit)"),
    ("screening.py", "MOMENTUM_BARS = 5", "MOMENTUM_BARS = 4"),
    ("screening.py", 'Fraction("-0.3"), 40', 'Fraction("-0.31"), 40'),
    ("screening.py", "weights = (25, 20, 20, 10, 25)", "weights = (20, 25, 20, 10, 25)"),
    ("screening.py", "good = None not in points and ", "good = "),
    ("screening.py", "liquid >= 40", "liquid >= 60"),
    ("screening.py", "points[1] >= 60", "points[1] >= 40"),
    ("screening.py", "points[4] >= 40", "points[4] >= 60"),
    ("screening.py", ' and market.last_record.phase != "halt"', ""),
    ("screening.py", ">= config.screener_min_price", "> config.screener_min_price"),
    ("screening.py", "-one.traded_value, one.code", "one.traded_value, one.code"),
    ("screening.py", "-one.traded_value, one.code", "-one.traded_value"),
    ("screening.py", "found[:config.screener_top_n]", "found"),
    # The entry.
    ("entry.py", "config.entry_window_from) <= now", "config.entry_window_from) < now"),
    ("entry.py", "            < before_close(", "            <= before_close("),
    ("entry.py", "max(amount, config.sizing_min)", "amount"),
    ("entry.py", "min(config.sizing_max_position, setting.order_room)",
     "config.sizing_max_position"),
    ("entry.py", "min(config.sizing_max_position, setting.order_room)", "setting.order_room"),
    ("entry.py", "- (base + width) % step_at(base + width)", ""),
    ("entry.py", "verdict(value > limit)", "verdict(value >= limit)"),
    ("entry.py", "MOMENTUM_BARS = 5", "MOMENTUM_BARS = 6"),
    ("entry.py", "verdict(since >= limit)", "verdict(since > limit)"),
    ("entry.py", "verdict(value > margin)", "verdict(value >= margin)"),
    ("entry.py", "verdict(age <= config", "verdict(age < config"),
    ("entry.py", "setting.positions < config", "setting.positions <= config"),
    ("entry.py", "quantity >= 1), quantity, 1", "quantity >= 0), quantity, 1"),
    # The guard.
    ("guard.py", "gain <= -start * config.guard_stop", "gain < -start * config.guard_stop"),
    ("guard.py", "gain >= start * config.guard_stop", "gain > start * config.guard_stop"),
    ("guard.py", "gain >= start * config.guard_trail", "gain > start * config.guard_trail"),
    ("guard.py", ">= start * config.guard_trail_drop", "> start * config.guard_trail_drop"),
    ("guard.py", "gain <= -start * config.guard_hard", "gain < -start * config.guard_hard"),
    ("guard.py", "self._peak = max(self._peak, equity)", "pass"),
    ("guard.py", "if holds_now and rule not in self._fired", "if holds_now"),
    ("guard.py", "return HARD in self._fired", "return bool(self._fired)"),
    ("guard.py", "self._uncertain = equity is None", "self._uncertain = False"),
    # Losing exits in a row.
    ("loss_streak.py", "30 * 60_000", "30 * 60_000 + 1"),
    ("loss_streak.py", "30 * 60_000", "30 * 60_000 - 1"),
    ("loss_streak.py", "if net < 0", "if net <= 0"),
    ("loss_streak.py", "if net < 0", "if net < -1"),
    ("loss_streak.py", "else 0", "else self._losses"),
    ("loss_streak.py", "self._losses >= self", "self._losses > self"),
    ("loss_streak.py", "self._losses >= self", "self._losses == self"),
    ("loss_streak.py", "self._config.guard_loss_streak and ", ""),
    ("loss_streak.py", "            self._paused_at = now",
     "            self._paused_at = now\n            self._losses = 0"),
    ("loss_streak.py", "            self._paused_at = now",
     "            self._paused_at = self._paused_at or now"),
    ("trading.py", "position.paid += self._account.buy(amount)",
     "self._account.buy(amount)\n        position.paid += amount"),
    ("trading.py", "position.paid += self", "position.paid = self"),
    ("trading.py", "self._account.sell(amount, self._now) - position.paid",
     "amount + 0 * self._account.sell(amount, self._now) - position.paid"),
    ("trading.py", '"denial": self._refusal()', '"denial": self._guard.stops_buying'),
    ("trading.py", "        return self._refusal()\n", "        return self._guard.stops_buying\n"),
    ("trading.py", "self._guard.stops_buying or (\"RC-23\"", "(\"RC-23\""),
    # What trading adds to the order of things.
    ("trading.py", "SECOND_MS = 1_000", "SECOND_MS = 5_000"),
    ("trading.py", "if now >= after_open(", "if now > after_open("),
    ("trading.py", "now % self._config.screener_period_s == 0", "now % 60_000 == 0"),
    ("trading.py", "            if rule == HARD:\n                self._cancel_buys()\n", ""),
    ("trading.py", "risk_entries_per_code", "risk_entries_per_day"),
    ("trading.py", ">= config.risk_entries_per_day", "> config.risk_entries_per_day"),
    ("trading.py", "(1 + config.risk_cash_slack_pct) > self",
     "(1 + config.risk_cash_slack_pct) >= self"),
    ("trading.py", "return self._account.cash - sum(", "return self._account.cash - 0 * sum("),
    ("trading.py", "self._sold_at.get(code), len(self._positions) + len(self._orders)",
     "self._sold_at.get(code), len(self._positions)"),
    ("trading.py", "if failing and failing == self._refused.get(code)",
     "if failing and self._refused.get(code)"),
    ("trading.py", "        self._sold_at[position.code] = self._now\n", ""),
    ("trading.py", "position.bought = True", "pass"),
    # The wave.
    ("wave.py", "position = (len(ordered) - 1)", "position = len(ordered)"),
    ("wave.py", "(ordered[above] - ordered[below]) * (position - below)", "0"),
    ("wave.py", "SAMPLE_MS = 240_000", "SAMPLE_MS = 239_000"),
    ("wave.py", "self._samples[0][0] <= now", "self._samples[0][0] < now"),
    ("wave.py", "BOOT_MS = 180_000", "BOOT_MS = 180_001"),
    ("wave.py", "CHANNEL_MS = 30_000", "CHANNEL_MS = 60_000"),
    ("wave.py", "30 if boot else 120", "30 if boot else 121"),
    ("wave.py", "30 if boot else 120", "31 if boot else 120"),
    ("wave.py", '"0.05" if boot else "0.02"', '"0.02"'),
    ("wave.py", "- mean * mean", ""),
    ("wave.py", '"0.006" if self.boot else "0.01"', '"0.01"'),
    ("wave.py", '"0.006" if self.boot else "0.01"', '"0.006" if self.boot else "0.011"'),
    ("wave.py", "if distance <= self.width / 10", "if distance < self.width / 10"),
    ("wave.py", "if self.boot or distance >", "if distance >"),
    ("wave.py", "4 * beyond * beyond", "beyond * beyond"),
    ("wave.py", 'Fraction("0.10"), Fraction("0.25")', 'Fraction("0.10"), Fraction("0.20")'),
    ("wave.py", 'Fraction("0.08"), Fraction("0.20")', 'Fraction("0.10"), Fraction("0.20")'),
    ("wave.py", 'Fraction("0.08"), Fraction("0.20")', 'Fraction("0.08"), Fraction("0.25")'),
    ("wave.py", "price <= self.breakout", "price < self.breakout"),
    ("wave.py", "SPIKE_SAMPLES = 10", "SPIKE_SAMPLES = 9"),
    ("wave.py", "(spike > 2)", "(spike >= 2)"),
    ("wave.py", "verdict((spike > 2) == channel.boot)", "verdict(spike <= 2)"),
    ("wave.py", 'Fraction("0.025"), cash', 'Fraction("0.03"), cash'),
    ("wave.py", 'cash * Fraction("0.95")', "cash"),
    ("wave.py", 'PROFIT_PCT = Fraction("0.006")', 'PROFIT_PCT = Fraction("0.007")'),
    ("wave.py", 'Fraction("0.008")', 'Fraction("0.009")'),
    ("wave.py", 'share * Fraction("0.4")', 'share * Fraction("0.41")'),
    ("wave.py", 'share * Fraction("0.6")', 'share * Fraction("0.61")'),
    ("wave.py", "config) > 0", "config) >= -100"),
    ("trading.py", "waves < config.wave_max_positions", "waves <= config.wave_max_positions"),
    ("trading.py", 'if position.exit_order[2] == "W2"', "if False"),
    ("trading.py", "if position and not position.wave:\n            one.follow(row.price)",
     "if False:\n            pass"),
)


def load(folder):
    """Imports the reference of one folder afresh; returns (replay, Config)."""
    for name in MODULES:
        sys.modules.pop(name, None)
    sys.path.insert(0, str(folder))
    try:
        importlib.invalidate_caches()
        return importlib.import_module("trading").replay, importlib.import_module("config").Config
    finally:
        sys.path.pop(0)


def differs(replay, make_config, prepared):
    """The name of the first case on which the two sides differ, or None."""
    for case, folder, expected in prepared:
        try:
            found = replay([folder / name for name, _ in case.tapes], case.day, case.positions,
                           make_config(case.assignments, case.profile, case.config),
                           case.assume_liquid, case.entries)
        except Exception as error:  # A mutant may well break something.
            if type(error).__name__ != "TapeError":
                return f"{case.name} ({type(error).__name__})"
            found = REFUSED
        if first_difference(expected, found):
            return case.name
    return None


def mutated(scratch, number, file, old, new):
    folder = scratch / f"mutant{number}"
    folder.mkdir()
    for source in HERE.glob("*.py"):
        shutil.copy(source, folder)
    text = (folder / file).read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise ValueError(f"{file}: {old!r} occurs {text.count(old)} times")
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="path of kis-scalperctl")
    parser.add_argument("--first", type=int, default=1, help="first seed")
    parser.add_argument("--seeds", type=int, default=100, help="number of seeds")
    options = parser.parse_args()
    sys.dont_write_bytecode = True
    unseen = 0
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        prepared = []
        for number, case in enumerate(all_cases(options.first, options.seeds)):
            folder = scratch / str(number)
            write_tapes(case, folder)
            prepared.append((case, folder, program_records(options.program, case, folder)))
        seen = differs(*load(HERE), prepared)
        if seen:
            print(f"the reference itself differs on {seen}")
            return 1
        for number, (file, old, new) in enumerate(MUTANTS):
            seen = differs(*load(mutated(scratch, number, file, old, new)), prepared)
            unseen += seen is None
            print(f"{'UNSEEN' if seen is None else 'seen'} {file}: {old!r} -> {new!r}"
                  f"{'' if seen is None else ' on ' + seen}", flush=True)
    print(f"{len(MUTANTS)} mutants, {unseen} unseen")
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main())
