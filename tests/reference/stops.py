"""The exits of a held symbol: which rule sells, and the stop level shown.

Prices in won, widths in parts per billion of the peak, times in milliseconds. All comparisons
are exact. A shown level is the highest valid price at which its rule fires.
"""

from fractions import Fraction
from math import floor

from bars import ATR_RANGES
from costs import break_even, sale_tax
from price_steps import below, ceil_to_step, floor_to_step, one_down, one_up
from records import INSUFFICIENT, NOT_APPLICABLE, condition, percent, verdict
from sessions import before_close, date_of
from tape import stamp

BILLION = 10**9


def width_target(session, config):
    """The trailing width the current ATR asks for, clamped."""
    ranges = session.range_sum()
    if ranges is None:
        exact = config.exit_width_factor * config.exit_atr_pct_default * BILLION
    else:
        close = session.bars[-1].close
        exact = config.exit_width_factor * ranges * BILLION / (ATR_RANGES * close)
    low = floor(config.exit_width_min_pct * BILLION)
    high = floor(config.exit_width_max_pct * BILLION)
    return min(max(floor(exact), low), high)


def smoothed(width, target):
    """One step of the trailing width towards its target."""
    return (7 * width + 3 * target) // 10


def width_in_force(position, config):
    """The smoothed width, or the floor while the pattern holds the base exits back."""
    if position.suspended(config):
        return max(position.width, floor(config.pyramid_armed_width_floor_pct * BILLION))
    return position.width


class Component:
    """One price-based stop: sells at or below an exact level, or only below it."""

    def __init__(self, name, exact, only_below=False):
        self.name = name
        self._exact = exact
        self._only_below = only_below

    def fires(self, price):
        return price < self._exact if self._only_below else price <= self._exact

    @property
    def shown(self):
        return below(self._exact) if self._only_below else floor_to_step(self._exact)


def _trailing(name, position, config):
    width = width_in_force(position, config)
    return Component(name, Fraction(position.peak * (BILLION - width), BILLION))


def components(position, session, config):
    """Every price-based stop in force, in label order."""
    ranges = session.range_sum() if session else None
    average = position.average
    if not position.added:
        yield Component("S1", average * (1 - config.exit_stop_pct))
        if ranges is not None:
            room = max(config.exit_atr_factor * ranges / ATR_RANGES,
                       average * config.exit_atr_floor_pct)
            yield Component("S2", average - room, only_below=True)
        if position.trailing:
            yield _trailing("S3", position, config)
        return
    yield Component("A1", average * (1 - config.pyramid_stop_pct))
    if position.higher_low is not None:
        yield Component("A2", one_down(position.higher_low))
    if position.trailing:
        yield Component("A3", position.level)
        yield _trailing("A4", position, config)
    if ranges is not None:
        yield Component("A5", average - config.exit_atr_factor * ranges / ATR_RANGES,
                        only_below=True)


def shown_stop(position, session, config):
    """The binding component: the highest shown level, the first in label order on a tie."""
    return max(components(position, session, config), key=lambda component: component.shown)


def break_even_level(average, now, config):
    level = ceil_to_step(break_even(average, config.costs_commission_pct, sale_tax(date_of(now))))
    for _ in range(config.pyramid_be_extra_steps):
        level = one_up(level)
    return level


def _components_judged(position, session, price, config):
    known = {component.name: component for component in components(position, session, config)}
    names = ("A1", "A2", "A3", "A4", "A5") if position.added else ("S1", "S2", "S3")
    for name in names:
        if name not in known:
            lacks_atr = name in ("S2", "A5")
            yield condition(name, INSUFFICIENT if lacks_atr else NOT_APPLICABLE)
        elif price is None:
            yield condition(name, INSUFFICIENT)
        else:
            yield condition(name, verdict(known[name].fires(price)), price, known[name].shown)


def _fade(position, session, price, config):
    if position.suspended(config):
        return condition("S4", NOT_APPLICABLE)
    closes = session.close_before(3) if session else None
    if closes is None or price is None:
        return condition("S4", INSUFFICIENT)
    newest, earlier = closes
    momentum = Fraction(newest - earlier, earlier)
    holds = (price > position.average * (1 + config.exit_fade_pnl_pct)
             and momentum < -config.exit_fade_momentum_pct)
    return condition("S4", verdict(holds), percent(momentum),
                     percent(-config.exit_fade_momentum_pct))


def _sideways(position, price, now, config):
    if position.suspended(config):
        return condition("S5", NOT_APPLICABLE)
    if price is None:
        return condition("S5", INSUFFICIENT)
    held, average, band = now - position.held_since, position.average, config.exit_sideways_pct
    holds = (held > config.exit_sideways_s
             and average * (1 - band) < price < average * (1 + band))
    return condition("S5", verdict(holds), held, config.exit_sideways_s)


def _time_out(position, now, config):
    held, limit = now - position.held_since, config.exit_timeout_s
    if position.added:  # The cap runs from the entry.
        limit = min(limit, position.entered + config.pyramid_total_cap_s - position.held_since)
    return condition("S6", verdict(held > limit), held, limit)


def judge(position, session, price, now, config, guard_sells=False):
    """Every exit rule in the order in which they decide; the first that passes sells.

    `price` is the last trade price, or None when it is too old for the rules that need one.
    """
    flatten_at = before_close(now, config.session_flatten_at)
    return [
        condition("EOD", verdict(now >= flatten_at), stamp(now), stamp(flatten_at)),
        condition("GUARD", verdict(guard_sells)), condition("MAN", NOT_APPLICABLE),
        *_components_judged(position, session, price, config),
        _fade(position, session, price, config), _sideways(position, price, now, config),
        _time_out(position, now, config)]
