"""How a decision is written: members and number formats of one record."""

from fractions import Fraction

from tape import stamp

PASS, FAIL = "pass", "fail"
INSUFFICIENT, NOT_APPLICABLE = "insufficient", "not_applicable"


def verdict(holds):
    return PASS if holds else FAIL


def decimals(value):
    """Decimal text truncated to six places."""
    value = Fraction(value)
    millionths = abs(value.numerator) * 10**6 // value.denominator
    sign = "-" if value < 0 and millionths else ""
    return f"{sign}{millionths // 10**6}.{millionths % 10**6:06}"


def percent(ratio):
    return decimals(ratio * 100)


def price_of(exact):
    """A whole price as a number, an average as decimal text."""
    exact = Fraction(exact)
    return exact.numerator if exact.denominator == 1 else decimals(exact)


def condition(name, result, value=None, limit=None):
    found = {"id": name, "result": result}
    if value is not None:
        found["value"] = value
    if limit is not None:
        found["limit"] = limit
    return found


class Recorder:
    """Numbers the records; a member without a value is left out."""

    def __init__(self):
        self.records = []

    def write(self, time, code, kind, **members):
        record = {"t": stamp(time), "seq": len(self.records) + 1, "kind": kind}
        members["code"] = code  # The guard speaks of no symbol.
        record.update((name.rstrip("_"), value) for name, value in members.items()
                      if value is not None)
        self.records.append(record)
