"""The rule keys the reference knows, with their defaults; percentages are exact fractions."""

from fractions import Fraction

_DEFAULTS = {
    "data.max_age_s": 3, "data.quiet_age_s": 60, "data.gap_s": 5,
    "exit.stop_pct": "2.0", "exit.atr_factor": "2", "exit.atr_floor_pct": "0",
    "exit.atr_pct_default": "1.2", "exit.trail_on_pct": "1.0", "exit.width_factor": "0.6",
    "exit.width_min_pct": "0.8", "exit.width_max_pct": "2.5", "exit.fade_pnl_pct": "0.5",
    "exit.fade_momentum_pct": "0.5", "exit.sideways_s": 600, "exit.sideways_pct": "1.0",
    "exit.timeout_s": 1800,
    "pyramid.enabled": True, "pyramid.window_from": "09:05:00", "pyramid.window_to": "15:00:00",
    "pyramid.rise_pct": "2.0", "pyramid.pullback_min_pct": "0.6",
    "pyramid.pullback_max_pct": "1.2", "pyramid.min_pullback_s": 20,
    "pyramid.rebreak_window_s": 60, "pyramid.max_chase_pct": "0.3", "pyramid.day_high_pct": "5",
    "pyramid.max_spread_pct": "0.4", "pyramid.min_bid_share_pct": "58",
    "pyramid.volume_factor": "1.5", "pyramid.max_vwap_pct": "1.2", "pyramid.add_ratio": "0.5",
    "pyramid.max_position_factor": "1.6", "pyramid.stop_pct": "0.8",
    "pyramid.be_trigger_pct": "1.2", "pyramid.be_extra_steps": 1, "pyramid.be_basis": "blended",
    "pyramid.hl_pivot_width": 2, "pyramid.total_cap_s": 3600,
    "pyramid.armed_policy": "hold_through", "pyramid.armed_width_floor_pct": "1.3",
    "screener.period_s": 60, "screener.top_n": 30, "screener.min_price": 1000,
    "entry.enabled": True, "entry.window_from": "09:05:00", "entry.window_to": "15:00:00",
    "entry.screen_max_age_s": 120, "entry.volume_factor": "1.5", "entry.min_momentum_pct": "0",
    "entry.max_spread_pct": "0.4", "entry.cooldown_s": 300, "entry.limit_up_margin_pct": "1.0",
    "sizing.method": "fixed", "sizing.amount": 1_000_000, "sizing.equity_pct": "10",
    "sizing.min": 50_000, "sizing.max_position": 1_000_000,
    "guard.window_from": "09:05:00", "guard.stop_buy_loss_pct": "3.0",
    "guard.stop_buy_gain_pct": "5.0", "guard.trail_arm_pct": "3.0", "guard.trail_drop_pct": "0.5",
    "guard.hard_loss_pct": "5.0", "guard.loss_streak": 0,
    "wave.enabled": True, "wave.max_positions": 1, "wave.cooldown_s": 40,
    "wave.order_type": "marketable_limit",
    "risk.max_positions": 5, "risk.max_order_pct": "10", "risk.max_order_won": 3_000_000,
    "risk.cash_slack_pct": "2", "risk.allow_market_entry": False,
    "risk.entries_per_code": 3, "risk.entries_per_day": 100,
    "sim.start_cash": 10_000_000,
    "costs.commission_pct": "0.0140527",
    "session.flatten_at": "15:15:00",
}

# What ships; `observe` is left out, because the text does not say what a tape shows of it.
_PROFILES = {None: (), "default": (), "strict": ("pyramid.armed_policy=strict",)}


def clock_ms(text):
    """Milliseconds since midnight of HH:MM:SS or HH:MM:SS.mmm."""
    head, _, fraction = text.partition(".")
    hours, minutes, seconds = (int(part) for part in head.split(":"))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((fraction + "000")[:3])


class Config:
    """Keys become attributes: `pyramid.rise_pct` is `pyramid_rise_pct`, a fraction of one.

    A later source overrides an earlier one: the defaults, a file, a profile, `--set`.
    Names with _pct in them are divided by 100, those ending in _s are
    milliseconds, window ends and flatten_at milliseconds since midnight.
    """

    def __init__(self, assignments=(), profile=None, file=None):
        values = dict(_DEFAULTS)
        for text in (*(file or ()), *_PROFILES[profile], *assignments):
            key, _, value = text.partition("=")
            if key not in values:
                raise KeyError(key)
            values[key] = value
        for key, value in values.items():
            setattr(self, key.replace(".", "_"), _read(key, value))


def _read(key, value):
    if isinstance(_DEFAULTS[key], bool):
        return value is True or value == "true"
    if "_pct" in key:
        return Fraction(value) / 100
    if key.endswith("_s"):
        return int(value) * 1000
    if key.endswith(("window_from", "window_to", "flatten_at")):
        return clock_ms(value)
    if key.endswith(("_factor", "_ratio")):
        return Fraction(value)
    return int(value) if isinstance(_DEFAULTS[key], int) else value
