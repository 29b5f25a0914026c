"""Cash and equity of the paper account, in whole won, counting today's fills as settled."""

from fractions import Fraction

from costs import commission_won, sale_tax_won
from sessions import date_of


class Account:
    """The day starts with cash alone; a position given on the command line was paid from it."""

    def __init__(self, config):
        self._config = config
        self.start = config.sim_start_cash
        self.cash = config.sim_start_cash

    def cost(self, amount):
        """What a buy of this amount takes."""
        return amount + commission_won(amount, self._config.costs_commission_pct)

    def buy(self, amount):
        """What it took."""
        self.cash -= self.cost(amount)
        return self.cost(amount)

    def sell(self, amount, now):
        """What it brought."""
        proceeds = (amount - commission_won(amount, self._config.costs_commission_pct)
                    - sale_tax_won(amount, date_of(now)))
        self.cash += proceeds
        return proceeds

    def equity(self, holdings):
        """Cash and all (quantity, last regular price); None when a price is missing."""
        value = self.cash
        for quantity, price in holdings:
            if price is None:
                return None
            value += quantity * price
        return value

    def order_room(self):
        """The largest order value: won, and a share of the day's start equity (RC-10)."""
        return min(Fraction(self.start) * self._config.risk_max_order_pct,
                   self._config.risk_max_order_won)
