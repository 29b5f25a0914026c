"""Hand-built cases of losing exits in a row: what counts as one, how long entries pause."""

from itertools import product

from cases import clock
from config import clock_ms
from price_steps import one_up
from tape_builder import CODE, DAY, Tape, case

SECOND, MINUTE = 1_000, 60_000
_OPEN = clock_ms("09:00:00.100")
# What the positions of the command line are sold by: 60 s after their entry.
_SALES = ("exit.timeout_s=60", "exit.stop_pct=10", "costs.commission_pct=0",
          "guard.hard_loss_pct=5")
_PRICES = {"loss": 9_990, "even": 10_020, "win": 10_060}  # The tax of five shares is 100 won.


def _case(name, *tapes, sales, assignments=(), waves=False, day=DAY):
    positions = [f"{sale.code}:{sale.qty}:{sale.average}@{sale.bought}" for sale in sales]
    found = case(name, *tapes, *(sale.tape() for sale in sales), positions=positions,
                 liquid=False, day=day,
                 assignments=[f"wave.enabled={str(waves).lower()}", *_SALES, *assignments])
    found.entries = True
    return found


class Sale:
    """A position that fills its time-out at `sold`, at `price`."""

    def __init__(self, number, sold, price, qty=5, average=10_000, held=80):
        self.code, self.qty, self.average = f"00100{number}", qty, average
        self.sold, self.price = clock_ms(sold), price
        self.bought = clock(self.sold - held * SECOND)

    def tape(self):
        """The price stands before the decision, and a row after it fills the sale."""
        found = Tape(self.code).row(self.bought, self.price)
        found.row(clock(self.sold - 70 * SECOND), self.price, bid1=self.price)
        return found.row(clock(self.sold), self.price, bid1=self.price)


def _book(price):
    return {"ask1": one_up(price), "bid1": price, "total_ask": 40, "total_bid": 60}


def _rising(until, code=CODE):
    """An eligible symbol with momentum up to a time, without an ask to buy at."""
    tape = Tape(code)
    for ms in range(_OPEN, clock_ms(until), 3 * SECOND):
        price = 10_000 + (ms - _OPEN) // MINUTE * 10
        tape.row(clock(ms), price, 3_000, vwap=price)
    return tape


def _strong(*times, code=CODE):
    """The same and, at each time, a row that would be bought; the next one is a second later."""
    tape = _rising(times[0], code)
    for number, time in enumerate(times):
        price = 11_000 + 10 * number
        tape.row(time, price, 300_000 * 2 ** number, vwap=price, **_book(price))
    return tape.row(clock(clock_ms(times[-1]) + SECOND), price, 1, vwap=price, **_book(price))


def losses():
    """A won more or less than nothing, and what the costs make of it."""
    for average in ("9999.8", "10000", "10000.2"):
        yield _case(f"five shares of {average} sold at 10020", _strong("09:14:02.000"),
                    sales=[Sale(0, "09:10:00.000", 10_020, average=average)],
                    assignments=["guard.loss_streak=1"])
    for average in (9_977, 9_978, 9_979, 9_980):
        yield _case(f"five shares of {average} sold at 10000 with both commissions",
                    _strong("09:14:02.000"),
                    sales=[Sale(0, "09:10:00.000", 10_000, average=average)],
                    assignments=["guard.loss_streak=1", "costs.commission_pct=0.0140527"])
    for day in ("2024-12-26", "2025-12-26"):
        yield _case(f"the tax of {day}", _strong("09:14:02.000"), day=day,
                    sales=[Sale(0, "09:10:00.000", 10_020, average=10_003)],
                    assignments=["guard.loss_streak=1"])


def rows_of_losses():
    """Which of the last exits lost, against the number that pauses."""
    rows = [*product(_PRICES, repeat=2), ("loss", "win", "loss"), ("loss", "even", "loss"),
            ("win", "loss", "loss"), ("loss", "loss", "win"), ("loss", "loss", "loss")]
    for kinds in rows:
        sales = [Sale(number, f"09:1{number}:00.000", _PRICES[kind])
                 for number, kind in enumerate(kinds)]
        for limit in range(1, len(kinds) + 1):
            yield _case(f"{' '.join(kinds)} with {limit} allowed", _strong("09:14:02.000"),
                        sales=sales, assignments=[f"guard.loss_streak={limit}"])
    for limit in (0, 1):
        yield _case(f"a loss with {limit} allowed", _strong("09:10:00.000", "09:14:02.000"),
                    sales=[Sale(0, "09:10:00.000", 9_990)],
                    assignments=[f"guard.loss_streak={limit}"])


def pauses():
    """Half an hour after the exit's fill, and a later loss, win or neither in between."""
    for time in ("09:31:59.999", "09:32:00.000", "09:32:00.001"):
        yield _case(f"half an hour up to {time}", _strong(time),
                    sales=[Sale(0, "09:02:00.000", 9_990)], assignments=["guard.loss_streak=1"])
    for kind, price in _PRICES.items():
        for limit in (1, 2):
            sales = [Sale(0, "09:02:00.000", 9_990), Sale(1, "09:02:30.000", 9_990),
                     Sale(2, "09:12:00.000", price)]
            yield _case(f"{kind} in a pause of {limit}",
                        _strong("09:32:29.999", "09:32:30.000", "09:41:59.999", "09:42:00.000"),
                        sales=sales, assignments=[f"guard.loss_streak={limit}"])
    # After the half hour one more loss is the second in a row, or the first of a new row.
    for kind in ("loss", "win"):
        yield _case(f"a {kind} after the pause", _strong("09:36:00.000"),
                    sales=[Sale(0, "09:02:00.000", 9_990), Sale(1, "09:02:30.000", 9_990),
                           Sale(2, "09:34:00.000", _PRICES[kind])],
                    assignments=["guard.loss_streak=2"])


def beside_a_pause():
    """Other reasons at the same time, waves, and an add to what was bought before."""
    for text in ("guard.stop_buy_loss_pct=0.1", "risk.entries_per_day=0",
                 "risk.max_positions=0"):
        yield _case(f"a pause beside {text}", _strong("09:14:02.000"),
                    sales=[Sale(0, "09:10:00.000", 9_990, qty=600)],
                    assignments=["guard.loss_streak=1", text])
    yield _case("a pause beside little cash", _strong("09:14:02.000"),
                sales=[Sale(0, "09:10:00.000", 9_990),
                       Sale(1, "09:15:20.000", 10_000, qty=940)],
                assignments=["guard.loss_streak=1"])
    for limit in (1, 2):
        yield _case(f"a wave after a loss, {limit} allowed", _swinging(), waves=True,
                    sales=[Sale(0, "09:04:30.000", 9_990)],
                    assignments=[f"guard.loss_streak={limit}"])
        yield _case(f"an add after a loss, {limit} allowed", _added(sold=limit > 1),
                    sales=[Sale(0, "09:16:30.000", 9_990, held=420)],
                    assignments=[f"guard.loss_streak={limit}", "exit.timeout_s=400",
                                 "pyramid.max_vwap_pct=9", "exit.fade_momentum_pct=5",
                                 "exit.atr_factor=9"])


def _swinging():
    """A channel from 10,000 to 10,110, and its bottom."""
    tape = Tape()
    for number, ms in enumerate(range(clock_ms("09:01:01.000"), clock_ms("09:05:01.000"),
                                      SECOND)):
        price = 10_110 if number % 2 else 10_000
        tape.row(clock(ms), price, 10, ask1=price, bid1=price - 10)
    tape.row("09:05:02.000", 10_010, 10, ask1=10_000, bid1=9_990)
    tape.row("09:05:03.000", 10_010, 10).row("09:05:04.000", 9_940, 10, bid1=9_940)
    tape.row("09:05:05.000", 10_040, 10)
    return tape.row("09:05:31.000", 10_000, 10, **_book(10_000))


def _added(sold):
    """Bought by the entry rule, risen, fallen back, above its high again, then lost on."""
    tape = _rising("09:14:01.000")
    tape.row("09:14:02.000", 10_140, 200_000, vwap=10_000, **_book(10_140))
    tape.row("09:14:03.000", 10_140, 3_000, vwap=10_000, **_book(10_140))
    tape.row("09:14:10.000", 10_370, 3_000, vwap=10_300)
    tape.row("09:14:20.000", 10_290, 3_000, vwap=10_300)
    for minute in (15, 16, 17):
        tape.row(f"09:{minute}:00.000", 10_290, 3_000, vwap=10_300, day_high=10_370)
    tape.row("09:17:05.000", 10_380, 300_000, vwap=10_300, day_high=10_380, **_book(10_380))
    tape.row("09:17:09.000", 10_390, 300, vwap=10_300, **_book(10_390))
    for second in (12, 13, 14) if sold else ():
        tape.row(f"09:17:{second}.000", 10_100, 300, vwap=10_300, **_book(10_100))
    return tape
