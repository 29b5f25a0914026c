"""A case is what both implementations are given: tapes, a date, positions and options."""

import json
from dataclasses import dataclass, field

COLUMNS = ("time", "code", "price", "qty", "acc_volume", "ask1", "bid1", "total_ask",
           "total_bid", "vwap", "day_high", "phase")
SAMPLED_COLUMNS = ("time", "code", "price", "day_high", "day_low", "last_qty", "acc_volume",
                   "change_rate")
CONFIG = "config.json"


@dataclass
class Case:
    name: str
    tapes: list  # Of (file name, text).
    day: str
    positions: list
    assume_liquid: bool = False
    assignments: list = field(default_factory=list)
    entries: bool = False  # Whether the rules that buy run too.
    config: list = None    # KEY=VALUE of a configuration file.
    profile: str = None

    def arguments(self, folder):
        """The program's options, without --out."""
        found = ["--tape", *(str(folder / name) for name, _ in self.tapes), "--date", self.day]
        if not self.entries:
            found.append("--no-entries")
        for position in self.positions:
            found += ["--position", position]
        if self.assume_liquid:
            found.append("--assume-liquid")
        if self.config is not None:
            found += ["--config", str(folder / CONFIG)]
        if self.profile:
            found += ["--profile", self.profile]
        for assignment in self.assignments:
            found += ["--set", assignment]
        return found


def clock(ms):
    """Milliseconds since midnight as HH:MM:SS.mmm."""
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{ms:03}"


def config_text(assignments):
    """A configuration file: sections with their keys; numbers as such, all else as text."""
    sections = {}
    for assignment in assignments:
        key, _, value = assignment.partition("=")
        section, _, name = key.partition(".")
        sections.setdefault(section, {})[name] = _json_value(value)
    return json.dumps(sections)


def _json_value(text):
    try:
        return json.loads(text)
    except ValueError:
        return text


def csv_text(columns, rows):
    """A tape of rows given as dicts; a missing member is an empty cell."""
    lines = [",".join(columns)]
    for row in rows:
        lines.append(",".join("" if row.get(name) is None else str(row[name])
                              for name in columns))
    return "\n".join(lines) + "\n"
