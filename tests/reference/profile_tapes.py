"""Where a setting comes from: the default, then the configuration file, the profile, `--set`.

The tape tells the two policies of an armed pattern apart: 0.88 % under the high is inside the
trailing width that `hold_through` widens, and outside the one that `strict` leaves.
"""

from dataclasses import replace
from itertools import product

from tape_builder import armed, case, entry_at

_POLICIES = (None, "hold_through", "strict")


def _policy(name):
    return [f"pyramid.armed_policy={name}"] if name else []


def settings():
    tape = armed(10_000, 10_230, 10_140).row("09:07:20.000", 10_130)
    for profile, file, argument in product((None, "default", "strict"), _POLICIES, _POLICIES):
        one = case(f"policy by profile {profile}, file {file}, argument {argument}", tape,
                   positions=[entry_at(10_000)], assignments=_policy(argument))
        yield replace(one, profile=profile, config=_policy(file) if file else None)
    # A percentage that a double would not hold, a whole number and a time from a file.
    for texts in (["exit.stop_pct=1.3000001"], ["exit.stop_pct=1.3"], ["exit.timeout_s=60"],
                  ["session.flatten_at=09:06:00", "data.gap_s=1"], ["pyramid.enabled=false"], []):
        one = case(f"{texts} from a file",
                   armed(10_000, 10_010, 9_870).row("09:07:20.000", 9_870),
                   positions=[entry_at(10_000)])
        yield replace(one, config=texts)
