"""Hand-built cases of screening, base entry and guard: each limit and one unit beside it."""

from config import clock_ms
from cases import clock
from price_steps import one_up
from tape_builder import CODE, Tape, case

MINUTE = 60_000
_START = clock_ms("09:00:00.100")


def _case(name, *tapes, positions=(), assignments=(), liquid=False, day=None):
    dated = {"day": day} if day else {}
    found = case(name, *tapes, positions=list(positions), liquid=liquid,
                 assignments=["wave.enabled=false", *assignments], **dated)
    found.entries = True
    return found


def _steady(quantities, price=10_000, minutes=20, code=CODE, vwap="100000", without=()):
    """A row each 5 s of one share, or of `quantities` at its time; every other one has no ask.

    The hole makes each trade of an eligible symbol another refusal, so all of them are seen.
    """
    tape = Tape(code)
    for number, ms in enumerate(range(0, minutes * MINUTE, 5_000)):
        if ms in without:
            continue
        won = price(ms) if callable(price) else price
        book = {"ask1": one_up(won), "bid1": won} if number % 2 else {}
        tape.row(clock(_START + ms), won, quantities.get(ms, 1), vwap=vwap, **book)
    return tape


_BURST = 12 * MINUTE + 30_000


def axes():
    """Turnover, liquidity, momentum, price and the bars an axis needs."""
    for shares in (49_941, 49_942):
        yield _case(f"5 minutes' turnover, {shares} shares", _steady({_BURST: shares}))
    for vwap in ("49871.16", "49871.17"):
        yield _case(f"liquidity at an average of {vwap}", _steady({_BURST: 60_000}, vwap=vwap))
    for price in (9_980, 9_970, 9_971):
        yield _case(f"momentum from 10000 to {price}",
                    _steady({_BURST: 60_000},
                            lambda ms, price=price: 10_000 if ms < 12 * MINUTE else price))
    for price in (999, 1_000):
        yield _case(f"a price of {price}", _steady({_BURST: 600_000}, price))
    for missing in ((), (3,), (3, 4)):
        without = {ms for ms in range(0, 20 * MINUTE, 5_000) if ms // MINUTE in missing}
        yield _case(f"volatility without the minutes {missing}",
                    _steady({9 * MINUTE: 60_000, 12 * MINUTE: 60_000}, without=without))
    for period in (20, 60, 150):
        for age in (10, 119, 120, 150):
            yield _case(f"screened every {period} s, not older than {age} s",
                        _steady({_BURST: 60_000}),
                        assignments=[f"screener.period_s={period}",
                                     f"entry.screen_max_age_s={age}"])


def phases():
    """What a record that is not a trade leaves for the screening, and what ends a halt."""
    for phase in ("vi", "halt", "auction", "pre", "after"):
        for price, cells, volume in (
                (10_000, {"vwap": "100000"}, True), (10_000, {}, True),
                (None, {"vwap": "100000"}, True), (10_000, {}, False), (None, {}, False)):
            yield phase_case(phase, price, cells, volume)
    for price in (10_000, None):
        yield phase_case("halt", price, {"vwap": "100000"}, volume=False)


def phase_case(phase, price, cells, volume):
    """One such row a second before the screening that would find the symbol eligible."""
    tape = _steady({_BURST: 60_000})
    row = {"time": "09:13:59.000", "code": CODE, "price": price, "qty": price and 1,
           "phase": phase, **cells}
    at = next(number for number, one in enumerate(tape.rows) if one["time"] > row["time"])
    row["acc_volume"] = tape.rows[at - 1]["acc_volume"] if volume else None
    tape.rows.insert(at, row)
    return _case(f"a {phase} row of {price} with {sorted(cells)}, volume {volume}", tape)


def gaps():
    """A gap keeps its minutes out for as long as one of them is among the five."""
    for at in (13 * MINUTE, 13 * MINUTE + 30_000, 13 * MINUTE + 55_000):
        for rows in (1, 3, 13, 30):
            tape = _steady({_BURST - MINUTE: 60_000, 17 * MINUTE: 60_000}, minutes=25,
                           without=range(at, at + rows * 5_000, 5_000))
            for row in tape.rows:
                if row["time"] > clock(_START + at):
                    row["acc_volume"] += 100
            yield _case(f"a gap of {rows} rows at {clock(at)}", tape)


def ranks():
    """More symbols than the list keeps: score, then traded value, then code."""
    for equal in (True, False):
        tapes = []
        for number in range(8):
            vwap = 100_000 if equal else 100_000 + number
            tapes.append(_steady({_BURST: 60_000, 15 * MINUTE: 60_000 * number + 1},
                                 code=f"00000{number}", vwap=vwap, minutes=17))
        yield _case(f"eight symbols for five places, equal {equal}", *reversed(tapes),
                    assignments=["screener.top_n=5"])
    # Four are sure of their place; the fifth goes to the first of two with equal points, or to the
    # other when the first one's volatility is read one row of the table away.
    for first, second in (((1_500, 1), (1_120, 1)), ((1_700, 2), (1_500, 2)),
                          ((1_500, 3), (1_500, 5)), ((1_500, 11), (1_500, 5)),
                          ((1_500, 16), (1_500, 14)), ((1_500, 20), (1_500, 18)),
                          ((1_500, 24), (1_500, 20))):
        tapes = [_swinging(f"00000{number}", 1_500, 5, 20_000) for number in range(4)]
        tapes += [_swinging("000008", *first, 12_000), _swinging("000007", *second, 10_000)]
        yield _case(f"volatility of {first} before {second}", *tapes,
                    assignments=["screener.top_n=5"])


    # Liquidity weighs more than turnover; a spread of 0.20 % has all points.
    for book, shares in ((None, 0), ((9_990, 10_010), 60_000)):
        tapes = [_steady({_BURST: 600_000}, code=f"00000{number}", minutes=15)
                 for number in range(4)]
        tapes += [_steady({_BURST: 60_000}, code="000008", minutes=15, vwap="190000"),
                  _steady({_BURST: shares or 210_000}, code="000007", minutes=15,
                          vwap="180000" if shares else "40000")]
        if book:
            for row in tapes[4].rows:
                row["bid1"], row["ask1"] = book
        yield _case(f"a fifth place by liquidity or the book {book}", *tapes,
                    assignments=["screener.top_n=5"])


def _swinging(code, price, swing, vwap):
    """Up and down by `swing` won from minute to minute, the same again after five."""
    return _steady({_BURST: 600_000}, lambda ms: price + (ms // MINUTE % 5 in (1, 3)) * swing,
                   code=code, minutes=15, vwap=vwap)


def _rising(code=CODE, price=10_000, minutes=14, quantity=3_000, until="09:14:01.000"):
    """Eligible and with momentum; the volume for an entry comes with the next row."""
    tape = Tape(code)
    for ms in range(0, minutes * MINUTE, 3_000):
        won = price + ms // MINUTE * 10
        tape.row(clock(_START + ms), won, quantity, vwap=price)
    return tape.row(until, price + 140, 0, vwap=price)


def _book(price):
    return {"ask1": one_up(price), "bid1": price, "total_ask": 40, "total_bid": 60}


def entries():
    """The conditions of one entry, each at its limit."""
    # The mean of the three minutes before is 60,000 shares.
    for shares in (89_999, 90_000):
        tape = _rising().row("09:14:02.000", 10_140, shares, vwap=10_000, **_book(10_140))
        tape.row("09:14:03.000", 10_150, vwap=10_000, **_book(10_150))
        yield _case(f"{shares} shares in the forming minute", tape)
    for price in (10_080, 10_090, 10_100):
        tape = _rising().row("09:14:02.000", price, 90_000, vwap=10_000, **_book(price))
        yield _case(f"momentum at {price}", tape)
    for ask, bid in ((10_040, 10_000), (10_050, 10_010), (10_060, 10_020), (10_010, 10_010),
                     (10_000, 10_010), (0, 10_000), (10_010, 0), (None, 10_000), (10_010, None)):
        tape = _rising(price=9_860).row("09:14:02.000", 10_010, 90_000, vwap=10_000, ask1=ask,
                                        bid1=bid)
        tape.row("09:14:03.000", 10_010, vwap=10_000)
        yield _case(f"a book of {ask} and {bid}", tape)
    for first in (7_900, 7_890, 7_880):
        tape = _rising().row("09:14:02.000", 10_150, 90_000, vwap=10_000, **_book(10_150))
        tape.rows.insert(0, {"time": "08:59:00.000", "code": CODE, "price": first, "qty": 1,
                             "acc_volume": 0, "phase": "pre"})
        yield _case(f"the upper limit from {first}", tape)
    for base in (1_538, 1_990, 4_995, 19_990, 49_950, 199_900, 499_500):
        tape = _rising().row("09:14:02.000", 10_150, 90_000, vwap=10_000, **_book(10_150))
        tape.rows.insert(0, {"time": "08:59:00.000", "code": CODE, "price": base, "qty": 1,
                             "acc_volume": 0, "phase": "pre"})
        yield _case(f"the upper limit of {base}", tape)
    for base in (9_990, 10_000, 10_010):  # 12,870 is 1 % below the upper limit of 10,000.
        tape = _rising(price=12_730).row("09:14:02.000", 12_870, 90_000, vwap=10_000,
                                         **_book(12_870))
        tape.rows.insert(0, {"time": "08:59:00.000", "code": CODE, "price": base, "qty": 1,
                             "acc_volume": 0, "phase": "pre"})
        yield _case(f"12870 near the upper limit of {base}", tape)
    for start, end in (("09:14:02", "15:00:00"), ("09:14:03", "15:00:00"),
                       ("09:05:00", "09:14:02"), ("09:05:00", "09:14:03")):
        tape = _rising().row("09:14:02.000", 10_140, 90_000, vwap=10_000, **_book(10_140))
        yield _case(f"an entry window from {start} to {end}", tape,
                    assignments=[f"entry.window_from={start}", f"entry.window_to={end}"])


def sizes():
    for text in ("sizing.amount=101490", "sizing.amount=101500", "sizing.amount=10000",
                 "sizing.min=60000", "sizing.max_position=990000", "sizing.method=equity_pct",
                 "risk.max_order_pct=0.5", "risk.max_order_pct=0.1", "risk.max_order_won=300000",
                 "sim.start_cash=400000"):
        for pct in ("10", "3.3333333"):
            tape = _rising().row("09:14:02.000", 10_140, 90_000, vwap=10_000, **_book(10_140))
            tape.row("09:14:03.000", 10_150, vwap=10_000)
            yield _case(f"{text}, {pct} % of equity", tape,
                        assignments=[text, f"sizing.equity_pct={pct}"])


def _again(times, cells=None):
    """A first entry, sold at its time limit, and then a strong row at each of `times`."""
    tape = _rising().row("09:14:02.000", 10_140, 90_000, vwap=10_000, **_book(10_140))
    tape.row("09:14:03.000", 10_150, vwap=10_000, **_book(10_150))
    tape.row("09:14:50.000", 10_150, vwap=10_000, **_book(10_150))
    for number, time in enumerate(times):
        price = 10_160 + 10 * number
        tape.row(time, price, 300_000 * (number + 1), vwap=10_000, **_book(price))
        tape.row(time[:-3] + "500", price, 1, vwap=10_000, **_book(price))
    return tape


def sizes_by_equity():
    """The equity a size is taken from, around a second's end."""
    for time in ("09:14:01.900", "09:14:02.000", "09:14:02.500"):
        tape = Tape()
        for ms in range(0, 14 * MINUTE, 3_000):
            price = 1_100 + ms // MINUTE
            tape.row(clock(_START + ms), price, 30_000, vwap=1_100, **_book(price))
        tape.row("09:14:02.500", 1_120, 900_000, vwap=1_100, **_book(1_120))
        tape.row("09:14:03.700", 1_120, vwap=1_100, **_book(1_120))
        yield _case(f"equity grows at {time}", tape, _other((time, 10_400)),
                    positions=("000660:500:10000@09:00:20",),
                    assignments=["sizing.method=equity_pct", "sizing.equity_pct=5",
                                 "exit.trail_on_pct=20", "exit.timeout_s=7200",
                                 "exit.sideways_s=7200"])


def again():
    """The cool-down, the orders of a day, unfilled orders, what fills where."""
    fast = ["exit.timeout_s=40", "exit.atr_factor=9", "exit.sideways_s=3600"]
    for cooldown in (60, 59, 300, 0):
        yield _case(f"bought again after {cooldown} s",
                    _again(("09:15:00.000", "09:16:00.000", "09:16:00.500", "09:17:02.000",
                            "09:18:05.000", "09:19:05.000", "09:20:01.000", "09:21:00.000")),
                    assignments=[f"entry.cooldown_s={cooldown}", *fast])
    for orders in (0, 1, 2):
        for name in ("code", "day"):
            yield _case(f"{orders} entries a {name}",
                        _again(("09:15:00.000", "09:16:00.000", "09:17:00.000", "09:18:02.000")),
                        assignments=[f"risk.entries_per_{name}={orders}", "entry.cooldown_s=0",
                                     *fast])
    yield _case("an entry without a next row",
                _rising().row("09:14:02.000", 10_140, 90_000, vwap=10_000, **_book(10_140)))
    late = _rising().row("09:14:02.000", 10_140, 90_000, vwap=10_000, **_book(10_140))
    late.row("09:14:30.000", 10_140, phase="vi").row("09:16:00.000", 9_900, **_book(9_900))
    late.row("09:16:01.000", 9_800, **_book(9_800)).row("09:16:05.000", 9_800)
    yield _case("an entry that fills late and lower", late)
    for count in (1, 2, 5):
        tapes = [_rising(f"00000{number}").row("09:14:02.000", 10_140, 90_000, vwap=10_000,
                                               **_book(10_140))
                 .row("09:14:03.000", 10_140, vwap=10_000, **_book(10_140))
                 for number in range(7)]
        yield _case(f"seven symbols, {count} positions", *tapes,
                    assignments=[f"risk.max_positions={count}"])


def _other(*prices, code="000660"):
    tape = Tape(code).row("09:00:00.000", 10_000)
    for time, price in prices:
        tape.row(time, price)
    return tape


def _strong():
    tape = _rising().row("09:14:02.000", 10_140, 90_000, vwap=10_000, **_book(10_140))
    return tape.row("09:14:03.000", 10_140, vwap=10_000, **_book(10_140))


def guards():
    """Loss, gain, trail and hard loss of the day at their limits, the window, what is sold."""
    keep = ["exit.stop_pct=10", "exit.atr_factor=9"]
    held = ("000660:1000:10000@09:00:20",)  # 1,405 won of commission.
    for price in (9_700, 9_701, 9_702, 10_499, 10_500, 10_502, 9_500, 9_501, 9_502, 9_300):
        for name in ("0", "0.0140527"):
            yield _case(f"the day at {price} with {name} % of costs",
                        _strong(), _other(("09:06:00.000", price), ("09:16:00.000", price)),
                        positions=held, assignments=[*keep, f"costs.commission_pct={name}"])
    for prices in ((10_299, 10_400, 10_350), (10_300, 10_251, 10_250), (10_300, 10_310, 10_260),
                   (10_301, 10_251), (10_600, 10_550, 10_549)):
        rows = [(clock(clock_ms("09:06:00.500") + 2_000 * number), price)
                for number, price in enumerate(prices)]
        yield _case(f"the trail {prices}", _strong(), _other(*rows), positions=held,
                    assignments=[*keep, "costs.commission_pct=0"])
    for time in ("09:04:59.999", "09:05:00.000", "09:05:00.001"):
        yield _case(f"a hard loss at {time}", _strong(),
                    _other((time, 9_300), ("09:08:00.000", 9_300)), positions=held,
                    assignments=keep)
    for time in ("09:14:02.000", "09:14:02.001", "09:14:02.500"):
        tape = _rising().row("09:14:02.000", 10_140, 90_000, vwap=10_000, **_book(10_140))
        yield _case(f"a hard loss at {time} cancels the entry",
                    tape.row("09:14:09.000", 10_140),
                    _other((time, 8_000), ("09:14:08.000", 8_000)),
                    positions=("000660:300:10000@09:00:20",), assignments=keep)
    yield _case("no price, no certainty", _strong(), _other(),
                positions=("777777:1:1000@09:00:20",))
    for quantity in (897, 898, 899, 900):
        yield _case(f"cash beside {quantity} shares", _strong(), _other(),
                    positions=(f"000660:{quantity}:10000@09:00:20",))
    for day in ("2025-12-26", "2026-11-27", "2024-12-26"):
        yield _case(f"equity after a sale on {day}", _strong(),
                    _other(("09:06:00.000", 9_750), ("09:07:00.000", 9_750)), day=day,
                    positions=held, assignments=["guard.stop_buy_loss_pct=2.7"])


def reserves():
    """Two entries at one moment: what the first will cost is no cash for the second."""
    for price in (7_989_445, 7_989_446):
        tapes = [_rising(f"00000{number}").row("09:14:02.000", 10_140, 90_000, vwap=10_000,
                                               **_book(10_140))
                 .row("09:14:03.000", 10_140, vwap=10_000, **_book(10_140))
                 for number in range(2)]
        held = Tape("000660").row("09:00:00.000", price).row("09:15:00.000", price)
        yield _case(f"cash beside one share at {price}", *tapes, held,
                    positions=(f"000660:1:{price}@09:00:20",),
                    assignments=["exit.sideways_s=7200"])


def adds():
    """Cash and guard of an add to a position that the entry rule bought."""
    open_limits = ["pyramid.max_vwap_pct=9", "exit.stop_pct=9", "exit.fade_momentum_pct=5",
                   "exit.atr_factor=9"]
    for other, positions in (((), ()), ("order", ()),
                             (("09:16:30.000", 9_600), ("000660:900:10000@09:16:00",)),
                             (("09:16:30.000", 10_000), ("000660:845:10041@09:16:00",)),
                             (("09:16:30.000", 10_000), ("000660:847:10041@09:16:00",)),
                             ((), ("777777:10:1000@09:16:00",)),
                             (("09:17:05.100", 5_000), ("000660:200:10000@09:16:00",))):
        tape = _rising().row("09:14:02.000", 10_140, 200_000, vwap=10_000, **_book(10_140))
        tape.row("09:14:03.000", 10_140, 3_000, vwap=10_000, **_book(10_140))
        tape.row("09:14:10.000", 10_370, 3_000).row("09:14:20.000", 10_290, 3_000)
        for minute in (15, 16, 17):
            tape.row(f"09:{minute}:00.000", 10_290, 3_000)
        tape.row("09:17:05.000", 10_380, 300_000, vwap=10_300, day_high=10_380, **_book(10_380))
        tape.row("09:17:05.900", 10_380, 300_000, vwap=10_300, **_book(10_380))
        tape.row("09:17:09.000", 10_390, 300, vwap=10_300, **_book(10_390))
        if other == "order":  # An entry that is still open at the add.
            beside = _rising("000660", minutes=17, until="09:17:01.000")
            beside.row("09:17:04.000", 10_180, 90_000, vwap=10_000, **_book(10_180))
        else:
            beside = _other(*([other, ("09:20:00.000", 10_000)] if other else []))
        yield _case(f"an add beside {positions} {other}", tape, beside,
                    positions=positions, assignments=open_limits, liquid=True)


def waves():
    """The samples of a channel: how many, and from when on."""
    for first in ("09:01:00.000", "09:01:00.001"):
        for seconds in (2, 8):
            tape = Tape()
            start, number = clock_ms(first), 0
            while start + number * seconds * 1_000 < clock_ms("09:05:40"):
                price = 10_000 + 10 * (number * 7 % 15)
                tape.row(clock(start + number * seconds * 1_000), price, 10, **_book(price))
                number += 1
            found = _case(f"samples from {first}, each {seconds} s", tape)
            found.assignments.remove("wave.enabled=false")
            yield found


def _two_levels(low, high, first, last, seconds, start=0):
    """As many trades at one price as at the other, so that the channel lies between them."""
    tape, number = Tape(), 0
    for ms in range(clock_ms(first) + start, clock_ms(last), seconds * 1_000):
        price = high if number % 2 else low
        tape.row(clock(ms), price, 10, ask1=price, bid1=price - 10)
        number += 1
    return tape


def channel_case(name, tape, *assignments):
    found = _case(name, tape, assignments=assignments)
    found.assignments.remove("wave.enabled=false")
    return found


def boots():
    """The first three minutes: fewer samples, a wider middle, a narrower channel, a spike."""
    early = "entry.window_from=09:00:30"
    for start in (0, 1_000):  # 30 samples at 09:01:00, or 29.
        for high in (10_050, 10_060, 10_070, 10_100):
            tape = _two_levels(10_000, high, "09:00:00.000", "09:01:00.000", 2, start)
            for number, price in enumerate((10_060, 10_040, 10_020, 10_010, 10_000, 9_990) * 3):
                tape.row(clock(clock_ms("09:01:01.000") + 500 * number), price, 60,
                         ask1=price, bid1=price - 10)
            yield channel_case(f"boot between 10000 and {high}, from {start} ms", tape, early)
    for lows in ((9_950, 9_960), (9_950, 9_960, 9_970), (9_950, 9_960, 9_970, 9_980)):
        tape = _two_levels(10_000, 10_100, "09:00:00.000", "09:00:50.000", 1)
        for number, price in enumerate(lows):
            tape.row(clock(clock_ms("09:00:50.000") + 1_000 * number), price, 10)
        for number in range(24):
            price = 10_030 - 10 * (number // 3)
            tape.row(clock(clock_ms("09:01:01.000") + 500 * number), price, 60,
                     ask1=price, bid1=price - 10)
        yield channel_case(f"boot with lows of {lows}", tape, early)


def wave_exits():
    """Stop, breakout, profit and top of a channel from 10,000 to 10,110, one step beside each."""
    for price in (9_980, 9_970, 9_940, 9_950, 9_930, 10_070, 10_080, 10_090):
        yield channel_case(f"a wave's exit at {price}", bought_and_sold_at(price))
    for order in ("marketable_limit", "market"):
        yield channel_case(f"a wave by a {order} order", bought_and_sold_at(9_940),
                         f"wave.order_type={order}", "risk.allow_market_entry=true")
    yield from _market_orders()


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


def bought_and_sold_at(price):
    tape = _two_levels(10_000, 10_110, "09:01:01.000", "09:05:01.000", 1)
    tape.row("09:05:02.000", 10_010, 10, ask1=10_000, bid1=9_990)
    tape.row("09:05:03.000", 10_010, 10).row("09:05:04.000", price, 10, bid1=price)
    return tape.row("09:05:05.000", 10_040, 10).row("09:05:31.000", 10_000, 10, **_book(10_000))
