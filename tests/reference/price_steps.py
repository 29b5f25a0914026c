"""Price steps of KRX shares, in whole won (the table in force since January 2023).

The step belongs to the price itself: going up from 1,999 leads to 2,000 and then 2,005, going
down from 2,000 leads to 1,999.
"""

from math import ceil, floor

_BANDS = ((2_000, 1), (5_000, 5), (20_000, 10), (50_000, 50), (200_000, 100), (500_000, 500))


def step_at(won):
    """The step that starts at `won`."""
    for limit, step in _BANDS:
        if won < limit:
            return step
    return 1_000


def one_up(won):
    return won + step_at(won)


def one_down(won):
    return won - step_at(won - 1)


def floor_to_step(exact):
    """The highest valid price at or below an exact level."""
    won = floor(exact)
    return won - won % step_at(won)


def ceil_to_step(exact):
    """The lowest valid price at or above an exact level. Every band begins on a step of both."""
    won = ceil(exact)
    return won + -won % step_at(won)


def below(exact):
    """The highest valid price strictly below an exact level."""
    level = floor_to_step(exact)
    return one_down(level) if level == exact else level
