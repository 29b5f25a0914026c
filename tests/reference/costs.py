"""Commission and sale tax: exact fractions of an amount, whole won in the books."""

from datetime import date
from fractions import Fraction
from math import floor

# The rate depends on the settlement date (two trading days later); these are the trade dates
# from which the rate of the next year applied. KOSPI and KOSDAQ shares pay the same total.
_SALE_TAX = (
    (date(2025, 12, 29), Fraction(20, 10_000)),
    (date(2024, 12, 27), Fraction(15, 10_000)),
    (date(2023, 12, 27), Fraction(18, 10_000)),
    (date(2022, 12, 28), Fraction(20, 10_000)),
)


def sale_tax(day):
    for since, rate in _SALE_TAX:
        if day >= since:
            return rate
    return _SALE_TAX[-1][1]


def break_even(average, commission, tax):
    """The exact price at which selling pays both commissions and the tax."""
    return average * (1 + commission) / (1 - commission - tax)


def commission_won(amount, commission):
    """Of one order, all its fills together."""
    return floor(amount * commission)


def sale_tax_won(amount, day):
    return floor(amount * sale_tax(day))
