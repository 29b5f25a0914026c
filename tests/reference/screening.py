"""The screening: which symbols may be bought until the next one.

Five axes give points for a score; the best `screener.top_n` of those that are good enough on
each deciding axis are eligible. A tape has no instrument master: of the exclusions only the price,
a halt and a symbol without a trade remain.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from price_steps import step_at
from tape import MINUTE_MS

BILLION = 10**9
VOLATILITY_BARS = 20
VOLATILITY_CHANGES_MIN = 10
MOMENTUM_BARS = 5
TURNOVER_MINUTES = 5

def _points(value, table, otherwise):
    """The points of the first row whose limit is exceeded."""
    return next((points for limit, points in table if value > limit), otherwise)


def liquidity(row):
    """Accumulated traded value, which a tape has as average price x accumulated volume."""
    if row is None or not row.vwap or row.acc_volume is None:
        return None, None
    value = row.vwap * row.acc_volume
    table = ((100 * BILLION, 100), (50 * BILLION, 80), (10 * BILLION, 60), (3 * BILLION, 40))
    return value, _points(value, table, 20)


def turnover(session, now):
    """Traded value of the last five complete clock minutes, all of them known."""
    end = now // MINUTE_MS
    minutes = range(end - TURNOVER_MINUTES, end)
    if not all(session.known(minute) for minute in minutes):
        return None
    bars = [session.bar_of(minute) for minute in minutes]
    value = sum(bar.turnover for bar in bars if bar)
    return _points(value, ((5 * BILLION, 100), (2 * BILLION, 80), (BILLION // 2, 60)), 40)


def volatility(session):
    """Deviation of the close-to-close changes in %; compared as its square, so exactly."""
    closes = [bar.close for bar in session.bars[-VOLATILITY_BARS:]]
    changes = [Fraction(100 * (close - before), before)
               for before, close in zip(closes, closes[1:])]
    if len(changes) < VOLATILITY_CHANGES_MIN:
        return None
    mean = sum(changes) / len(changes)
    variance = sum((change - mean) ** 2 for change in changes) / len(changes)

    def at_least(percent):
        return variance >= Fraction(percent) ** 2

    def above(percent):
        return variance > Fraction(percent) ** 2

    if above("1.50") or not at_least("0.05"):
        return 40
    if above("1.00") or not at_least("0.10"):
        return 60
    if above("0.70") or not at_least("0.15"):
        return 80
    return 100


def spread(row, price):
    """From the book, else one price step over the price."""
    if row.ask and row.bid and row.ask > row.bid:
        value = Fraction(200 * (row.ask - row.bid), row.ask + row.bid)
    else:
        value = Fraction(100 * step_at(price), price)
    for limit, points in (("0.20", 100), ("0.30", 80), ("0.50", 60)):
        if value <= Fraction(limit):
            return points
    return 40


def momentum(session):
    closes = session.close_before(MOMENTUM_BARS)
    if closes is None:
        return None
    newest, earlier = closes
    value = Fraction(100 * (newest - earlier), earlier)
    table = ((1, 100), (Fraction("0.5"), 80), (0, 60), (Fraction("-0.3"), 40))
    return _points(value, table, 20)


@dataclass
class Rank:
    code: str
    score: int  # Hundredths of a point.
    traded_value: Optional[Fraction]
    eligible: bool


def rank(code, market, now):
    value, liquid = liquidity(market.last_record)
    points = (liquid, turnover(market.session, now), volatility(market.session),
              spread(market.last_record, market.last_trade.price), momentum(market.session))
    weights = (25, 20, 20, 10, 25)
    score = sum(weight * (axis or 0) for weight, axis in zip(weights, points))
    good = None not in points and liquid >= 40 and points[1] >= 60 and points[4] >= 40
    return Rank(code, score, value, good)


def eligible_codes(markets, now, config):
    """The codes that may be bought after the screening at `now`."""
    ranks = [rank(code, market, now) for code, market in markets.items()
             if market.last_trade and market.last_record.phase != "halt"
             and market.last_trade.price >= config.screener_min_price]
    found = sorted((one for one in ranks if one.eligible),
                   key=lambda one: (-one.score, -one.traded_value, one.code))
    return {one.code for one in found[:config.screener_top_n]}
