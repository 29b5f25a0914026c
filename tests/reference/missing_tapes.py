"""Rows that leave required cells empty: of a state they are read, of anything else refused.

A missing accumulated volume moves no base, so the step after it holds all that was traded
meanwhile; the screening finds no traded value in such a row.
"""

from itertools import product

from tape_builder import CODE, armed, case, entry_at

_CELLS = (("acc_volume",), ("price",), ("qty",), ("price", "qty"), ("price", "qty", "acc_volume"))


def missing_cells():
    for phase, cells, first in product(
            ("regular", "auction", "pre", "after", "vi", "halt"), _CELLS, (False, True)):
        tape = armed(10_000, 10_230, 10_140)
        if first:
            tape.rows.insert(0, {"time": "08:59:00.000", "code": CODE, "price": 10_150, "qty": 1,
                                 "acc_volume": 1, "phase": phase})
        else:
            tape.row("09:07:20.000", 10_150, 10, phase=phase)
        tape.rows[0 if first else -1].update(dict.fromkeys(cells))
        tape.row("09:07:40.000", 10_240, 100, vwap=10_140, ask1=10_240, bid1=10_230)
        tape.row("09:07:50.000", 10_240, 5)
        yield case(f"a {phase} row without {cells}, first {first}", tape,
                   positions=[entry_at(10_000)])
