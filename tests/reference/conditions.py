"""Conditions that the entry and the add share, judged at one trade."""

from fractions import Fraction

from records import FAIL, INSUFFICIENT, condition, percent, verdict
from tape import MINUTE_MS


def spread(name, row, limit):
    """Best ask less best bid over their mean."""
    if row.ask is None or row.bid is None:
        return condition(name, INSUFFICIENT, limit=percent(limit))
    if row.ask <= 0 or row.bid <= 0:
        return condition(name, FAIL, "empty_side", percent(limit))
    if row.ask <= row.bid:
        return condition(name, FAIL, "crossed", percent(limit))
    value = Fraction(2 * (row.ask - row.bid), row.ask + row.bid)
    return condition(name, verdict(value <= limit), percent(value), percent(limit))


def volume(name, session, row, limit):
    """The forming minute against the mean of the three before it, all of them known."""
    minute = row.time // MINUTE_MS
    if not all(session.known(minute - back) for back in range(4)):
        return condition(name, INSUFFICIENT, limit=percent(limit))
    preceding = sum(session.volume_of(minute - back) for back in range(1, 4))
    if preceding == 0:
        return condition(name, FAIL, "nothing_before", percent(limit))
    value = Fraction(3 * session.volume_of(minute), preceding)
    return condition(name, verdict(value >= limit), percent(value), percent(limit))
