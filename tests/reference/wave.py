"""The wave scalper of one symbol: buys at the bottom of a price channel, sells at its top.

The text leaves open how a percentile lies between two samples and whose deviation sigma is; what
the program shows is taken: linear between the neighbours, population deviation of the prices.
Prices in won, widths exact, sigma only ever as its square.
"""

from collections import deque
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from costs import commission_won, sale_tax_won
from price_steps import ceil_to_step, floor_to_step
from records import INSUFFICIENT, NOT_APPLICABLE, PASS, condition, percent, verdict
from sessions import before_close, date_of, open_at
from tape import stamp

SAMPLE_MS = 240_000
BOOT_MS = 180_000
CHANNEL_MS = 30_000
SPIKE_SAMPLES = 10
SPIKE_SAMPLES_MIN = 20
STOP_PCT, PROFIT_PCT = Fraction("0.006"), Fraction("0.008")


def percentile(ordered, share):
    position = (len(ordered) - 1) * Fraction(share)
    below = floor(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (position - below)


@dataclass
class Channel:
    low: Fraction
    high: Fraction
    variance: Fraction
    boot: bool

    @staticmethod
    def of(prices, boot):
        """None while the samples are too few."""
        if len(prices) < (30 if boot else 120):
            return None
        ordered, mean = sorted(prices), Fraction(sum(prices), len(prices))
        edge = Fraction("0.05" if boot else "0.02")
        variance = sum(price * price for price in prices) / Fraction(len(prices)) - mean * mean
        return Channel(percentile(ordered, edge), percentile(ordered, 1 - edge), variance, boot)

    @property
    def width(self):
        return self.high - self.low

    @property
    def share(self):
        """The width as a part of the middle price."""
        return 2 * self.width / (self.low + self.high)

    @property
    def narrowest(self):
        return Fraction("0.006" if self.boot else "0.01")

    @property
    def valid(self):
        return self.share >= self.narrowest

    @property
    def breakout(self):
        """A fifth of the width below."""
        return self.low - self.width / 5

    def broken_by(self, price):
        return price <= self.breakout

    def bottom_level(self):
        """The highest whole price at the bottom."""
        price = floor(self.low + self.width / 4)
        while not self.at_bottom(price):
            price -= 1
        return price

    def top_level(self):
        """The lowest whole price at the top."""
        price = ceil(self.high - self.width / 5)
        while not self.at_top(price):
            price += 1
        return price

    def _within(self, distance, least, most):
        """distance <= clamp(least + 0.5 x sigma / width) x width, from 0.10 to `most`."""
        if distance <= self.width / 10:
            return True
        if self.boot or distance > most * self.width:
            return False
        beyond = distance - least * self.width
        return beyond <= 0 or 4 * beyond * beyond <= self.variance

    def at_bottom(self, price):
        return self._within(price - self.low, Fraction("0.10"), Fraction("0.25"))

    def at_top(self, price):
        return self._within(self.high - price, Fraction("0.08"), Fraction("0.20"))


class Wave:
    """`idle` without a valid channel, `ranging` with one, `paused` from a breakout to the next."""

    def __init__(self):
        self.state = "idle"
        self.channel = None
        self.refused = None   # The failing ids last recorded.
        self._samples = deque()

    def sample(self, row):
        self._samples.append((row.time, row.price, row.qty))
        self._forget(row.time)

    def follow(self, price):
        """A trade of the symbol while it is not held."""
        if self.state == "ranging" and self.channel.broken_by(price):
            self.state = "paused"

    def _forget(self, now):
        while self._samples and self._samples[0][0] <= now - SAMPLE_MS:
            self._samples.popleft()

    def look(self, now):
        """Each 30 s: the channel of the samples as they are."""
        self._forget(now)
        boot = now < open_at(now) + BOOT_MS
        channel = Channel.of([price for _, price, _ in self._samples], boot)
        if channel is None or not channel.valid:
            self.state, self.channel = "idle", None
        else:
            self.state, self.channel = "ranging", channel

    def spike(self):
        """How much larger the newest trades are; None below 20 samples."""
        quantities = [qty for _, _, qty in self._samples]
        if len(quantities) < SPIKE_SAMPLES_MIN:
            return None
        newest, earlier = quantities[-SPIKE_SAMPLES:], quantities[:-SPIKE_SAMPLES]
        return Fraction(sum(newest) * len(earlier), sum(earlier) * len(newest))


def order_size(row, equity, cash, order_room, config):
    """2.5 % of the equity or 95 % of the cash, clamped like a base entry."""
    if not row.ask or equity is None:
        return None
    amount = min(equity * Fraction("0.025"), cash * Fraction("0.95"))
    most = min(config.sizing_max_position, order_room)
    return floor(min(max(amount, config.sizing_min), most) / row.ask)


def conditions(wave, row, quantity, others, config):
    """`others`: the conditions cooldown, positions and gate by name."""
    now, channel, spike = row.time, wave.channel, wave.spike()
    end = before_close(now, config.entry_window_to)
    if spike is None:
        quiet = condition("spike", INSUFFICIENT, limit=percent(2))
    else:
        quiet = condition("spike", verdict((spike > 2) == channel.boot), percent(spike),
                          percent(2))
    size = INSUFFICIENT if quantity is None else verdict(quantity >= 1)
    return [
        condition("auto", PASS), condition("base", PASS),
        condition("window", PASS, stamp(now), stamp(end)),
        condition("fresh", PASS if row.ask else INSUFFICIENT),
        condition("ranging", PASS, percent(channel.share), percent(channel.narrowest)),
        condition("bottom", verdict(channel.at_bottom(row.price)), row.price,
                  channel.bottom_level()),
        quiet, others["cooldown"], others["positions"], condition("order", PASS),
        condition("size", size, quantity, 1), others["gate"]]


def _net(position, price, now, config):
    """Won left after both commissions and the tax."""
    amount, fee = position.qty * price, config.costs_commission_pct
    return (amount - commission_won(amount, fee) - sale_tax_won(amount, date_of(now))
            - position.cost - commission_won(position.cost, fee))


def shown_stop(position):
    """(component, level) of the two stops of a wave."""
    levels = stop_levels(position)
    return max(levels.items(), key=lambda item: item[1])


def stop_levels(position):
    channel = position.wave
    loss = max(STOP_PCT, channel.share * Fraction("0.4"))
    return {"W1": floor_to_step(position.average * (1 - loss)),
            "W2": floor_to_step(channel.breakout)}


def exits(position, price, now, guard_sells, config):
    """W1 to W4 after what sells every position; `price` is None when too old to judge by."""
    flatten_at = before_close(now, config.session_flatten_at)
    found = [condition("EOD", verdict(now >= flatten_at), stamp(now), stamp(flatten_at)),
             condition("GUARD", verdict(guard_sells)), condition("MAN", NOT_APPLICABLE)]
    if price is None:
        return found + [condition(name, INSUFFICIENT) for name in ("W1", "W2", "W3", "W4")]
    channel, levels = position.wave, stop_levels(position)
    profit = position.average * (1 + max(PROFIT_PCT, channel.share * Fraction("0.6")))
    at_top = channel.at_top(price) and _net(position, price, now, config) > 0
    return found + [
        condition("W1", verdict(price <= levels["W1"]), price, levels["W1"]),
        condition("W2", verdict(channel.broken_by(price)), price, levels["W2"]),
        condition("W3", verdict(price >= profit), price, ceil_to_step(profit)),
        condition("W4", verdict(at_top), price, ceil_to_step(channel.top_level()))]
