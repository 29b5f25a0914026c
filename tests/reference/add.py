"""The twelve conditions of the add, all at one instant, and the size and limit of its order."""

from fractions import Fraction
from math import ceil, floor

from conditions import spread, volume
from price_steps import one_up
from records import FAIL, INSUFFICIENT, PASS, condition, percent, verdict
from sessions import after_open, before_close
from tape import stamp


def order_of(position, row, config):
    """(quantity, limit): half the entry, at the best ask, else one step above the last price."""
    quantity = floor(config.pyramid_add_ratio * position.entry_qty)
    return quantity, row.ask or one_up(row.price)


def _window(row, config):
    first = after_open(row.time, config.pyramid_window_from)
    last = before_close(row.time, config.pyramid_window_to)
    early = row.time < first
    end = first if early else last
    holds = not early and row.time < last
    return condition("P1", verdict(holds), stamp(row.time), stamp(end))


def _rise(position, row, config):
    value = row.price / position.entry_average - 1
    limit = config.pyramid_rise_pct
    return condition("P2", verdict(value >= limit), percent(value), percent(limit))


def _day_high(position, row, config):
    high, limit = position.pattern.day_high, config.pyramid_day_high_pct
    if not high:
        return condition("P3", INSUFFICIENT, limit=percent(limit))
    value = Fraction(abs(row.price - high), high)
    return condition("P3", verdict(value < limit), percent(value), percent(limit))


def _bid_share(row, config):
    limit = config.pyramid_min_bid_share_pct
    if row.total_ask is None or row.total_bid is None:
        return condition("P5", INSUFFICIENT, limit=percent(limit))
    if row.total_ask == 0:
        return condition("P5", FAIL, "limit_locked", percent(limit))
    value = Fraction(row.total_bid, row.total_bid + row.total_ask)
    return condition("P5", verdict(value >= limit), percent(value), percent(limit))


def _vwap(row, config):
    limit = config.pyramid_max_vwap_pct
    if not row.vwap:
        return condition("P7", INSUFFICIENT, limit=percent(limit))
    value = (row.price - row.vwap) / row.vwap
    return condition("P7", verdict(0 <= value <= limit), percent(value), percent(limit))


def _quantity(position, row, config):
    quantity, limit = order_of(position, row, config)
    cost = position.entry_average * position.entry_qty + limit * quantity
    room = config.pyramid_max_position_factor * config.sizing_max_position
    return condition("P10", verdict(quantity >= 1 and cost <= room), ceil(cost), floor(room))


def _cash(position, row, config, cash):
    if cash is None:
        return condition("P11", PASS, "given")
    quantity, limit = order_of(position, row, config)
    needed = ceil(quantity * limit * (1 + config.costs_commission_pct))
    return condition("P11", verdict(cash >= needed), cash, needed)


def conditions(position, session, row, config, cash=None, denial=None):
    """P1 to P12, each with value, limit and result.

    `cash` (won) and the gate's `denial` count for a position that the entry rule bought; with a
    position of the command line both are given.
    """
    used = int(position.add_used)
    return [
        _window(row, config), _rise(position, row, config), _day_high(position, row, config),
        spread("P4", row, config.pyramid_max_spread_pct), _bid_share(row, config),
        volume("P6", session, row, config.pyramid_volume_factor), _vwap(row, config),
        condition("P8", PASS, "rebreak", "rebreak"), condition("P9", verdict(not used), used, 0),
        _quantity(position, row, config), _cash(position, row, config, cash),
        condition("P12", verdict(denial is None), denial or "free", "free")]
