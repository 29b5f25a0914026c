"""The pull-back pattern of a position, advanced by its regular trades.

Base, then Risen (2 % up; H is the leg high), Pullback (0.6 to 1.2 % under H; L is its low),
Rebreak (above H again), Ordered, Added. Void waits for a new high; Off never arms.
"""

from price_steps import one_up

ARMED = ("risen", "pullback", "rebreak", "ordered")


class Pattern:
    def __init__(self, state):
        self.state = state
        self.high = None
        self._high_at = None
        self.low = None
        self.broke_at = None
        self._top = None
        self._top_at = None
        self.day_high = None
        self.judged = None

    def advance(self, price, now, average, published_high, config):
        """Applies one trade; yields (from, why) after each transition; most need no reason.

        The row of the new state is applied to the same trade. `published_high` is the session
        high of the last record before this trade; it is kept for a whole attempt.
        """
        if self.state == "rebreak" and price > self._top:
            self._top, self._top_at = price, now
        while True:
            before = self.state
            why = self._step(price, now, average, published_high, config)
            if self.state == before:
                return
            yield before, why

    def interrupt(self):
        """A halt, a VI auction or a data gap. Whether the state changed."""
        if self.state not in ("pullback", "rebreak"):
            return False
        if self.state == "rebreak":
            self._take_top()
        self.state = "void"
        return True

    def _take_top(self):
        self.high, self._high_at = self._top, self._top_at

    def _new_high(self, price, now, why=None):
        self.high, self._high_at = price, now
        self.state = "risen"
        return why

    def _step(self, price, now, average, published_high, config):
        if self.state == "base":
            if price >= average * (1 + config.pyramid_rise_pct):
                return self._new_high(price, now)
        elif self.state == "risen":
            return self._risen(price, now, config)
        elif self.state == "pullback":
            return self._pullback(price, now, published_high, config)
        elif self.state == "rebreak":
            return self._rebreak(price, now, config)
        elif self.state == "void":
            if price > self.high:
                return self._new_high(price, now)
        return None

    def _risen(self, price, now, config):
        if price > self.high:
            self.high, self._high_at = price, now
        drop = self.high - price
        if drop > self.high * config.pyramid_pullback_max_pct:
            self.state = "void"
            return "depth"
        if drop >= self.high * config.pyramid_pullback_min_pct:
            self.low = price
            self.state = "pullback"
            return None
        return None

    def _pullback(self, price, now, published_high, config):
        self.low = min(self.low, price)
        if self.high - self.low > self.high * config.pyramid_pullback_max_pct:
            self.state = "void"
            return "depth"
        if price >= one_up(self.high):
            if now - self._high_at < config.pyramid_min_pullback_s:
                return self._new_high(price, now, "too_soon")
            self.broke_at = now
            self._top, self._top_at = price, now
            self.day_high = published_high
            self.judged = None
            self.state = "rebreak"
            return None
        return None

    def _rebreak(self, price, now, config):
        why = None
        if now - self.broke_at > config.pyramid_rebreak_window_s:
            why = "window"
        elif price > self.high * (1 + config.pyramid_max_chase_pct):
            why = "chase"
        elif price <= self.high:
            why = "back_under"
        if why:
            self._take_top()
            self.state = "risen"
        return why
