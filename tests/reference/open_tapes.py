"""Cases on which the program leaves the text: in no run that has to agree, only in `--open`.

One that agrees again belongs among the boundary tapes.
"""

from entry_tapes import bought_and_sold_at, channel_case, phase_case
from tape_builder import CODE, Tape, armed, case


def open_differences():
    yield from _market_orders()
    yield from _missing_volume()
    yield _two_transitions()
    yield _never_seen()


def _market_orders():
    """The gate refuses a market buy that is not allowed, and asks for cash at the upper limit."""
    text = "wave.order_type=market"
    yield channel_case("a wave at market", bought_and_sold_at(9_940), text)
    # Cash for 25 shares at 10,000 and 2 % more, not for as many at 13,000.
    dear = channel_case("a wave at market beside little cash", bought_and_sold_at(9_940), text,
                        "risk.allow_market_entry=true")
    other = Tape("000660").row("09:00:00.000", 10_000).row("09:06:00.000", 10_000)
    dear.tapes.append(("other.csv", other.text()))
    dear.positions.append("000660:970:10000@09:00:20")
    yield dear


def _missing_volume():
    """No cell is carried over: without its volume the newest row has no traded value."""
    for price in (10_000, None):
        yield phase_case("vi", price, {"vwap": "100000"}, volume=False)


def _two_transitions():
    """`Rebreak` > `Risen` > `Void` on one trade: the stop shown with `risen` has the floor."""
    tape = armed(10_000, 10_230, 10_140).row("09:07:40.000", 10_240).row("09:07:42.000", 10_110)
    return case("from above the high to under the band in one trade", tape,
                positions=[f"{CODE}:9:10000@09:00:30"])


def _never_seen():
    """Decided before any row: no deciding row, so no bid of it."""
    tape = Tape().row("15:18:00.000", 10_000).row("15:18:30.000", 10_000)
    return case("sold before its first row", tape, positions=[f"{CODE}:9:10000@15:10:00"])
