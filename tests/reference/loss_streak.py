"""Entries pause for half an hour after `guard.loss_streak` losing exits in a row (RC-23).

A loss is net of both commissions and the tax. Each exit that completes such a row starts the
half hour again, also one made while it runs.
"""

PAUSE_MS = 30 * 60_000


class LossStreak:
    def __init__(self, config):
        self._config = config
        self._losses = 0  # In a row, up to the newest exit.
        self._paused_at = None

    def closed(self, net, now):
        """An exit filled that leaves `net` won of its position."""
        self._losses = self._losses + 1 if net < 0 else 0
        if self._config.guard_loss_streak and self._losses >= self._config.guard_loss_streak:
            self._paused_at = now

    def pauses(self, now):
        return self._paused_at is not None and now - self._paused_at < PAUSE_MS
