"""All hand-built cases: every limit of the rules and one unit beside it."""

import entry_tapes as buys
import exit_tapes as exits
import missing_tapes as missing
import pattern_tapes as patterns
import profile_tapes as profiles
import session_tapes as sessions
import streak_tapes as streaks

_GROUPS = (
    patterns.rises, patterns.depths, patterns.rebreaks, patterns.band_edges, patterns.conditions,
    patterns.windows, patterns.first_rows, patterns.other_records, patterns.interruptions,
    patterns.reseeds, patterns.worked_example, patterns.cancels, exits.after_the_add,
    exits.higher_lows, exits.break_evens, exits.base_exits, exits.sampled, exits.quiet,
    exits.never_priced, exits.open_and_close, exits.end_of_day, exits.order_of_symbols,
    exits.entries, buys.axes, buys.phases, buys.gaps, buys.ranks, buys.entries, buys.sizes,
    buys.sizes_by_equity, buys.again, buys.guards, buys.reserves, buys.adds,
    buys.waves, buys.boots, buys.wave_exits, streaks.losses,
    streaks.rows_of_losses, streaks.pauses, streaks.beside_a_pause,
    sessions.other_sessions, sessions.second_dates, profiles.settings,
    missing.missing_cells)


def boundary_cases():
    for group in _GROUPS:
        yield from group()
