"""The portfolio guard: what the day's return forbids, each once until the next session."""

from records import PASS, condition

LOSS, GAIN, TRAIL, HARD = "LOSS", "GAIN", "TRAIL", "HARD"


class Guard:
    """Watches the equity each second; `HARD` also sells, the others only stop buying."""

    def __init__(self, config):
        self._config = config
        self._fired = []
        self._peak = None  # Highest equity since the trail was armed.
        self._uncertain = False

    @property
    def sells(self):
        return HARD in self._fired

    @property
    def stops_buying(self):
        """Why nothing is bought, or None."""
        if self._fired:
            return "guard"
        return "guard_uncertain" if self._uncertain else None

    def watch(self, equity, start):
        """The rules that fire at this second, in the order in which they are told."""
        self._uncertain = equity is None
        if equity is None:
            return []
        config, gain = self._config, equity - start
        if self._peak is not None:
            self._peak = max(self._peak, equity)
        elif gain >= start * config.guard_trail_arm_pct:
            self._peak = equity
        holds = {
            LOSS: gain <= -start * config.guard_stop_buy_loss_pct,
            GAIN: gain >= start * config.guard_stop_buy_gain_pct,
            TRAIL: (self._peak is not None
                    and self._peak - equity >= start * config.guard_trail_drop_pct),
            HARD: gain <= -start * config.guard_hard_loss_pct}
        fired = [rule for rule, holds_now in holds.items()
                 if holds_now and rule not in self._fired]
        self._fired += fired
        return fired

    def conditions(self, equity, start):
        return [condition("equity", PASS, equity, start),
                condition("peak", PASS, equity if self._peak is None else self._peak)]
