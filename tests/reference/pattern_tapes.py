"""The pattern, its interruptions and the conditions of the add, each at its limit."""

from cases import clock
from config import clock_ms
from price_steps import one_down, one_up
from tape_builder import Tape, armed, case, entry_at, step_below


def rises():
    for entry, prices in (("10000.98", (10_200, 10_210)), ("10000", (10_190, 10_200)),
                          ("9999.99", (10_190, 10_200)), ("10000.01", (10_200, 10_200, 10_210))):
        for price in prices:
            tape = Tape().row("09:06:00.000", 10_000).row("09:06:01.000", price)
            yield case(f"rise of {entry} to {price}", tape, positions=[entry_at(entry, 100)])


def depths():
    for high, drop in ((1_525, 9), (1_500, 9), (1_500, 18), (1_488, 18), (1_500, 8), (1_500, 19)):
        for policy in ("strict", "hold_through"):
            tape = Tape().row("09:06:00.000", 1_450).row("09:06:01.000", high)
            tape.row("09:06:02.000", high - drop).row("09:06:30.000", high)
            tape.row("09:06:31.000", high + 1).row("09:06:32.000", high + 2)
            yield case(f"drop of {drop} from {high}, {policy}", tape,
                       positions=[entry_at(1_450)],
                       assignments=[f"pyramid.armed_policy={policy}",
                                    "exit.width_min_pct=2.4"])


def rebreaks():
    """Touching, one step, twenty seconds, the chase limit and the attempt's end."""
    for price in (10_220, 10_230, 10_240, 10_250, 10_260, 10_270):
        for time in ("09:07:19.999", "09:07:20.000", "09:07:40.000"):
            tape = armed(10_000, 10_230, 10_140)
            tape.row(time, price, 100, vwap=10_140).row("09:08:30.000", price, vwap=10_140)
            yield case(f"rebreak at {price} {time}", tape, positions=[entry_at(10_000)])
    tape = armed(10_000, 10_230, 10_230).row("09:07:12.000", 10_140, 0)
    tape.row("09:07:25.000", 10_240, 100, vwap=10_140).row("09:07:26.000", 10_240)
    yield case("the first of two trades at H", tape, positions=[entry_at(10_000)])
    for time in ("09:08:40.000", "09:08:40.001"):
        for end in (10_240, 10_230, 10_250):
            tape = armed(10_000, 10_230, 10_140)
            tape.row("09:07:40.000", 10_240, 0, vwap=10_140).row("09:08:00.000", 10_250, 0)
            tape.row(time, end, 100, vwap=10_140).row("09:08:45.000", 10_240, 0)
            tape.row("09:09:00.000", 10_150).row("09:09:30.000", 10_260, 50, vwap=10_200)
            yield case(f"an attempt until {time}, {end}", tape, positions=[entry_at(10_000)])
    for price in (10_030, 10_040):
        tape = armed(9_800, 10_000, 9_920)
        tape.row("09:07:40.000", price, 100, vwap=9_980).row("09:07:41.000", price)
        yield case(f"chase to {price}", tape, positions=[entry_at(9_800)])
    for depth in (10_110, 10_100):
        tape = armed(10_000, 10_230, 10_140)
        tape.row("09:07:20.000", depth, 0).row("09:07:40.000", 10_240, 100, vwap=10_140)
        tape.row("09:07:41.000", 10_240, 1)
        yield case(f"pull-back to {depth}", tape, positions=[entry_at(10_000)],
                   assignments=["exit.width_min_pct=2.4"])
    tape = armed(10_000, 10_230, 10_140)
    tape.row("09:07:40.000", 10_240, 0).row("09:07:41.000", 10_250, 0)
    tape.row("09:07:42.000", 10_170, 0).row("09:07:55.000", 10_260, 0)
    tape.row("09:08:00.000", 10_180, 0).row("09:08:15.000", 10_270, 100, vwap=10_200)
    yield case("the time of the highest trade since the break", tape,
               positions=[entry_at(10_000)])
    tape = armed(10_000, 10_300, 10_160)
    tape.row("09:07:30.000", 10_310).row("09:07:31.000", 10_230).row("09:08:00.000", 10_320, 90)
    yield case("overshoot needs a new pull-back", tape, positions=[entry_at(10_000)],
               assignments=["exit.width_min_pct=2.4"])


def band_edges():
    """The step that starts at H where two bands of steps meet, and just below."""
    for edge in (2_000, 5_000, 20_000, 50_000, 200_000, 500_000):
        for high in (edge, one_down(edge)):
            entry = step_below(edge / 1.023)
            for price in (high + one_down(edge) - one_down(one_down(edge)), one_up(high)):
                tape = armed(entry, high, step_below(high * 0.992))
                tape.row("09:07:40.000", price, 100, vwap=step_below(high * 0.995))
                tape.row("09:07:41.000", one_up(high)).row("09:07:42.000", step_below(high * 0.98))
                tape.row("09:07:43.000", step_below(high * 0.98))
                yield case(f"break of {high} at {price}", tape,
                           positions=[entry_at(entry, max(2, 900_000 // entry))],
                           assignments=["sizing.max_position=3000000"])


def _judged(name, cells, price=10_240, time="09:07:40.000", qty=100, volume=10, before=None,
            entry=10_000, q0=100, liquid=True, assignments=()):
    tape = armed(entry, 10_230, 10_140, volume=volume)
    if before:
        tape.row("09:07:30.000", 10_150, 0, **before)
    tape.row(time, price, qty, **{"vwap": 10_140, **cells})
    tape.row("09:07:44.000", price, 1, **{"vwap": 10_140, **cells})
    tape.row("09:07:46.000", price, 1, **{"vwap": 10_140, **cells})
    return case(name, tape, positions=[entry_at(entry, q0)], liquid=liquid,
                assignments=assignments)


def conditions():
    for high in (10_770, 10_778, 10_779, 10_780, 10_781, 9_752, 9_753, 10_240, 0, None):
        yield _judged(f"day high {high}", {}, before={"day_high": high})
    for bid, ask in ((10_220, 10_260), (10_220, 10_261), (10_220, 10_270), (9_980, 10_020),
                     (9_980, 10_021), (10_240, 10_240), (10_250, 10_240), (0, 10_240),
                     (10_240, 0), (None, 10_250), (10_240, None)):
        for liquid in (True, False):
            yield _judged(f"book {bid} {ask} liquid {liquid}",
                          {"bid1": bid, "ask1": ask, "total_ask": 40, "total_bid": 60,
                           "day_high": 10_240}, liquid=liquid, before={"day_high": 10_240})
    for bid, ask in ((58, 42), (57, 42), (5_799, 4_201), (5_800, 4_200), (5_801, 4_199), (60, 0),
                     (0, 40), (0, 0), (None, 40), (60, None)):
        for liquid in (True, False):
            yield _judged(f"totals {bid} {ask} liquid {liquid}",
                          {"total_bid": bid, "total_ask": ask, "ask1": 10_250, "bid1": 10_240},
                          liquid=liquid, before={"day_high": 10_240})
    for qty in (14, 15, 16):
        yield _judged(f"volume {qty}", {}, qty=qty)
    yield _judged("volume after nothing", {}, volume=0)
    for vwap in ("10240", "10240.01", "10239.99", "10118.57", "10118.58", "10118.5", "10239.9",
                 "0", "0.01", None):
        for liquid in (True, False):
            yield _judged(f"vwap {vwap} liquid {liquid}",
                          {"vwap": vwap, "ask1": 10_250, "bid1": 10_240}, liquid=liquid)
    for q0 in (1, 2, 3, 101, 103, 104, 105, 156):
        yield _judged(f"quantity {q0}", {}, q0=q0)
    for room in (1_210_000, 1_209_999):
        yield _judged(f"cost against {room} x 1.25", {}, q0=100,
                      assignments=[f"sizing.max_position={room}",
                                   "pyramid.max_position_factor=1.25"])
    for high in (10_799, 10_800, 10_801):
        tape = armed(10_000, 10_250, 10_160)
        tape.row("09:07:30.000", 10_170, 0, day_high=high)
        tape.row("09:07:40.000", 10_260, 100, vwap=10_200).row("09:07:41.000", 10_260)
        yield case(f"five per cent under a day high of {high}", tape,
                   positions=[entry_at(10_000)])
    for vwap in ("12499.99", "12500", "12500.01"):
        tape = armed(12_390, 12_640, 12_540)
        tape.row("09:07:40.000", 12_650, 100, vwap=vwap).row("09:07:41.000", 12_650)
        yield case(f"1.2 per cent above a VWAP of {vwap}", tape, positions=[entry_at(12_390, 50)])
    tape = Tape().minutes("09:00:00.001", [10_000] * 7).row("09:07:01.000", 10_000)
    tape.row("09:07:06.001", 10_000, 10, 5).row("09:07:08.000", 10_230, 0)
    tape.row("09:07:12.000", 10_140, 0).row("09:07:40.000", 10_240, 900, vwap=10_200)
    yield case("a gap within the forming minute", tape, positions=[entry_at(10_000)])
    yield _judged("a quarter of 101", {}, q0=101, assignments=["pyramid.add_ratio=0.25"])


def windows():
    for warm, at in (("08:57:00", "09:04:59.999"), ("08:57:00", "09:05:00.000"),
                     ("08:58:00", "09:05:30.000"), ("08:59:00", "09:06:30.000"),
                     ("14:52:00", "14:59:59.999"), ("14:52:00", "15:00:00.000")):
        start = clock_ms(warm)
        tape = armed(10_000, 10_230, 10_140, warm=warm)
        tape.row(at, 10_240, 100, vwap=10_140)
        tape.row(clock(clock_ms(at) + 500), 10_240, 1, vwap=10_140)
        yield case(f"window from {warm} at {at}", tape,
                   positions=[entry_at(10_000, time=clock(start + 30_000))])
    for first in ("09:00:00.000", "09:00:59.999", "09:01:00.000", "09:02:00.000"):
        tape = Tape().row(first, 10_000, 10).row("09:02:01.000", 10_200, 10, vwap=10_100)
        tape.row("09:02:20.000", 10_130, 1).row("09:03:10.000", 10_210, 900, vwap=10_150)
        tape.row("09:03:30.000", 10_220, 5, vwap=10_150)
        tape.row("09:04:11.000", 10_220, 99, vwap=10_150)
        yield case(f"known minutes from {first}", tape, positions=[entry_at(10_000)],
                   assignments=["exit.width_min_pct=2.4"])


def first_rows():
    """From which minute on a symbol's volume is known: after that of its first row of any kind."""
    for time in ("09:09:59.999", "09:10:00.000", "09:10:59.999", "09:11:00.000"):
        for phase in (None, "pre", "auction", "vi"):
            for price in ((10_000, None) if phase == "vi" else (10_000,)):
                tape = Tape().row(time, price, price and 10, 0 if price else 10, phase=phase)
                tape.row("09:11:01.000", 10_000, 10).row("09:12:01.000", 10_000, 10)
                tape.row("09:12:02.000", 10_200, 10).row("09:12:20.000", 10_130, 0)
                tape.row("09:13:10.000", 10_210, 90, vwap=10_200).row("09:13:11.000", 10_210)
                yield case(f"a first row at {time}, {phase}, {price}", tape,
                           positions=[entry_at(10_000, time="09:10:31")])


def other_records():
    """Missing shares where a record that is not a trade lies between two trades, or before one."""
    for phase in ("auction", "pre", "vi", "halt"):
        for time in ("09:07:31.000", "09:07:39.500"):
            for missing in (0, 1):
                for price in (10_150, None) if phase in ("vi", "halt") else (10_150,):
                    tape = armed(10_000, 10_230, 10_140).row("09:07:30.000", 10_150, 0)
                    tape.row(time, price, price and 5, 0 if price else 5, phase=phase)
                    tape.row("09:07:40.000", 10_240, 100, missing, vwap=10_140)
                    tape.row("09:07:41.000", 10_250, 100, vwap=10_140)
                    yield case(f"{phase} at {time}, {price}, {missing} missing", tape,
                               positions=[entry_at(10_000)])
    for missing in (0, 500):
        tape = Tape().row("08:50:00.000", 10_000, 500, phase="pre")
        tape.row("09:00:10.000", 10_000, 10, missing).row("09:00:20.000", 10_200, 10)
        tape.row("09:00:30.000", 10_130, 0).row("09:01:10.000", 10_210, 90, vwap=10_200)
        yield case(f"{missing} missing before the first trade", tape,
                   positions=[entry_at(10_000, time="09:00:05")])


def interruptions():
    for phase in ("vi", "halt", "auction", "pre", "after", "regular"):
        for empty in (True, False):
            for late in (True, False):
                tape = armed(10_000, 10_230, 10_140)
                price, qty = (None, None) if empty and phase in ("vi", "halt") else (10_240, 5)
                if late:
                    tape.row("09:07:35.000", 10_240, 0).row("09:07:36.000", 10_250, 0)
                tape.row("09:07:37.000", price, qty, phase=phase, day_high=10_400)
                tape.row("09:07:41.000", 10_240, 100, vwap=10_140)
                tape.row("09:07:45.000", 10_260, 100, vwap=10_140)
                tape.row("09:08:45.000", 10_170, 100).row("09:09:10.000", 10_270, 500, vwap=10_200)
                tape.row("09:09:12.000", 10_270, 10, vwap=10_200)
                yield case(f"{phase} {empty} {late}", tape, positions=[entry_at(10_000)])
    for ms in (5_000, 5_001):
        for missing in (0, 1):
            for late in (True, False):
                tape = armed(10_000, 10_230, 10_140)
                tape.row("09:07:40.000", 10_240 if late else 10_150, 0)
                tape.row(clock(clock_ms("09:07:40") + ms), 10_240, 100, missing, vwap=10_140)
                tape.row("09:07:46.000", 10_250, 100, vwap=10_140)
                yield case(f"{missing} missing after {ms} ms, {late}", tape,
                           positions=[entry_at(10_000)])
    for time in ("09:05:59.999", "09:06:00.000", "09:06:00.001"):
        tape = armed(10_000, 10_230, 10_140)
        tape.row("09:07:40.000", 10_240, 100, vwap=10_140)
        tape.row("09:07:41.000", 10_240, 100, vwap=10_140)
        tape.rows.sort(key=lambda row: row["time"])
        tape.rows[5]["time"] = time
        for row in tape.rows[5:]:
            row["acc_volume"] += 7
        yield case(f"a gap until {time}", tape, positions=[entry_at(10_000)])


def reseeds():
    for change in (-50, -1, 0, 500):
        tape = armed(10_000, 10_230, 10_140)
        tape.row("09:07:40.000", 10_240, 100, change - 100 if change else 0, vwap=10_140)
        tape.row("09:07:41.000", 10_240, 100, vwap=10_140)
        tape.row("09:07:42.000", 10_240, 100)
        yield case(f"accumulated volume changes by {change}", tape, positions=[entry_at(10_000)])
    for change in (-60, -40, 30):
        tape = armed(10_000, 10_230, 10_140)
        tape.row("09:07:20.000", 10_140, 1, change).row("09:07:40.000", 10_240, 100)
        tape.row("09:07:41.000", 10_240, 100)
        yield case(f"a supplied VWAP over a change by {change}", tape,
                   positions=[entry_at(10_000)])
    for phase in ("pre", "auction", "after"):
        tape = Tape().row("08:50:00.000", 10_000, 500, phase="pre")
        tape.row("09:00:10.000", 10_000, 40, day_high=10_000)
        for minute in range(1, 7):
            tape.row(f"09:0{minute}:00.001", 10_000, 10)
        tape.row("09:07:00.000", 10_230, 0).row("09:07:10.000", 10_140, 0)
        tape.row("09:07:30.000", 10_300, 400, phase=phase)
        tape.row("09:07:40.000", 10_240, 15)
        tape.row("09:07:41.000", 10_240, 15)
        yield case(f"records of {phase}", tape, positions=[entry_at(10_000)])


def worked_example():
    for setting in ("costs.commission_pct=0.015", "costs.commission_pct=0.0140527"):
        for end in ([10_160, 10_150], [10_240, 10_170, 10_160, 10_150], [10_130], [9_990]):
            tape = armed(10_000, 10_230, 10_170)
            tape.row("09:07:15.000", 10_160, 0, vwap=10_000)
            tape.row("09:07:20.000", 10_140, 0, vwap=10_000)
            tape.row("09:07:40.000", 10_240, 100, vwap=10_140, ask1=10_240, bid1=10_230)
            for second, price in enumerate(end):
                tape.row(f"09:07:4{second + 1}.000", price, 1)
            tape.row("09:07:50.000", 10_000)
            yield case(f"worked example {setting} {end}", tape, positions=[entry_at(10_000)],
                       assignments=[setting])


def cancels():
    """An exit decided while the add waits for its row."""
    for entered in ("09:07:39.999", "09:07:40.000", "09:07:41.000", "09:07:42.499", "09:07:42.500"):
        tape = Tape().minutes("09:00:01.000", [10_000] * 37)
        tape.row("09:37:00.000", 10_230, 0).row("09:37:10.000", 10_140, 0)
        tape.row("09:37:42.500", 10_240, 100, vwap=10_140).row("09:37:43.000", 10_240)
        tape.row("09:37:44.000", 10_240)
        yield case(f"time out of {entered} and an add on one trade", tape,
                   positions=[entry_at(10_000, time=entered)],
                   assignments=["exit.sideways_s=7200"])
    for next_row in ("09:37:40.000", "09:37:44.999", "09:37:45.001", "09:38:00.000"):
        tape = Tape()
        for minute in range(37):
            tape.row(clock(clock_ms("09:00:01") + minute * 60_000), 10_000, 10)
        tape.row("09:37:00.000", 10_230, 0).row("09:37:10.000", 10_140, 0)
        tape.row("09:37:40.000", 10_240, 100, vwap=10_140).row(next_row, 10_240)
        tape.row("09:38:01.000", 10_240)
        for entered in ("09:07:39.999", "09:07:40.000", "09:07:44.999", "09:07:45.000"):
            yield case(f"time out of {entered} against an add, next row {next_row}", tape,
                       positions=[entry_at(10_000, time=entered)],
                       assignments=["exit.sideways_s=7200"])
