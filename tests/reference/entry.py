"""The conditions of a base entry, all at one trade of an eligible symbol that is not held."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Optional

from conditions import spread, volume
from price_steps import step_at
from records import FAIL, INSUFFICIENT, PASS, condition, percent, verdict
from sessions import after_open, before_close
from tape import stamp

MOMENTUM_BARS = 5


@dataclass
class Setting:
    """What an entry depends on beside the market of its symbol."""

    screened_at: int
    sold_at: Optional[int]     # The last sale's fill.
    positions: int             # Held or being bought.
    equity: Optional[int]      # Won; None while it is uncertain.
    order_room: Fraction       # Largest value of one order.
    denial: object             # (the order's value, if it has one) -> the gate's reason, or None.


def in_window(now, config):
    return (after_open(now, config.entry_window_from) <= now
            < before_close(now, config.entry_window_to))


def limit_price(row):
    """The best ask; None when that side is missing or empty."""
    return row.ask or None


def order_size(row, setting, config):
    """Whole shares for the amount the sizing allows, or None."""
    limit = limit_price(row)
    if config.sizing_method == "equity_pct":
        amount = setting.equity and setting.equity * config.sizing_equity_pct
    else:
        amount = config.sizing_amount
    if limit is None or amount is None:
        return None
    most = min(config.sizing_max_position, setting.order_room)
    return floor(min(max(amount, config.sizing_min), most) / limit)


def order_value(row, setting, config):
    """Won; None without a size."""
    quantity = order_size(row, setting, config)
    return None if quantity is None else quantity * limit_price(row)


def upper_limit(base):
    """30 % above the reference price, by the exchange's two roundings."""
    width = base * 3 // 10
    width -= width % step_at(base)
    return base + width - (base + width) % step_at(base + width)


def _momentum(session, config):
    limit = config.entry_min_momentum_pct
    closes = session.close_before(MOMENTUM_BARS)
    if closes is None:
        return condition("momentum", INSUFFICIENT, limit=percent(limit))
    newest, earlier = closes
    value = Fraction(newest - earlier, earlier)
    return condition("momentum", verdict(value > limit), percent(value), percent(limit))


def cooldown(now, sold_at, limit):
    if sold_at is None:
        return condition("cooldown", PASS)
    since = now - sold_at
    return condition("cooldown", verdict(since >= limit), since, limit)


def _limit_up(row, base, config):
    upper, margin = upper_limit(base), config.entry_limit_up_margin_pct
    value = Fraction(upper - row.price, upper)
    return condition("limit_up", verdict(value > margin), percent(value), percent(margin))


def conditions(market, row, setting, config):
    """All of them in the order of the record. A tape is fresh and has no order left open here."""
    now, age = row.time, row.time - setting.screened_at
    end = before_close(now, config.entry_window_to)
    quantity = order_size(row, setting, config)
    if quantity is None:
        size = condition("size", INSUFFICIENT, limit=1)
    else:
        size = condition("size", verdict(quantity >= 1), quantity, 1)
    denial = setting.denial(order_value(row, setting, config))
    return [
        condition("auto", verdict(config.entry_enabled)),
        condition("window", PASS, stamp(now), stamp(end)),
        condition("screen", verdict(age <= config.entry_screen_max_age_s), age,
                  config.entry_screen_max_age_s),
        condition("fresh", PASS),
        volume("volume", market.session, row, config.entry_volume_factor),
        _momentum(market.session, config),
        spread("spread", row, config.entry_max_spread_pct),
        cooldown(now, setting.sold_at, config.entry_cooldown_s),
        condition("positions", verdict(setting.positions < config.risk_max_positions),
                  setting.positions, config.risk_max_positions),
        condition("order", PASS),
        _limit_up(row, market.first_price, config),
        size,
        condition("gate", FAIL if denial else PASS, denial)]
