"""The session of a day. Clock times in the rules are those of one from 09:00 to 15:30.

A time after the open keeps its distance from it, one before the close its own from that. Only
the phase that a row without one has is taken from the clock itself, on every day.
"""

from datetime import date, timedelta
from functools import lru_cache

from config import clock_ms

DAY_MS = 24 * 3600 * 1000
_EPOCH = date(1970, 1, 1)
_OPEN, _CLOSE = clock_ms("09:00:00"), clock_ms("15:30:00")
_LATE = clock_ms("10:00:00")
# The first trading day of a year opens late, that of the university entrance exam is late as a
# whole.
_FIRST_DAYS = (date(2024, 1, 2), date(2025, 1, 2), date(2026, 1, 2))
_EXAM_DAYS = (date(2024, 11, 14), date(2025, 11, 13), date(2026, 11, 19))


def date_of(time):
    return _EPOCH + timedelta(days=time // DAY_MS)


@lru_cache(maxsize=None)  # Asked at every step.
def _session(day_number):
    midnight = day_number * DAY_MS
    day = date_of(midnight)
    opening = _LATE if day in _FIRST_DAYS + _EXAM_DAYS else _OPEN
    closing = _CLOSE + (_LATE - _OPEN if day in _EXAM_DAYS else 0)
    return midnight + opening, midnight + closing


def open_at(time):
    """When the session of the day that `time` lies in opens."""
    return _session(time // DAY_MS)[0]


def after_open(time, of_day):
    """The moment of that day which a rule calls `of_day` and means from the open."""
    return open_at(time) + of_day - _OPEN


def before_close(time, of_day):
    """Likewise, meant from the close."""
    return _session(time // DAY_MS)[1] - (_CLOSE - of_day)
