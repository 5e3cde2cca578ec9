"""The sets of quantities and what counts as right in each; see `figures.py`."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from onrecord.language.numbers import find_quantities
from onrecord.language.quantitywords import singular
from onrecord.language.unittable import unit_names
from rows import read_rows

ALSO = {
    "GBP": "pound sterling",
    "[lb_av]": "pound mass",
    "a": "year of age",
    "deg": "degree angle",
    "t": "metric ton",
    "[lbf_av].[ft_i]": "foot pound force",
    "time": "count",
}
"""Names of the sets that no table of ours holds."""
PERS = {
    "a": "year",
    "mo": "month",
    "d": "day",
    "wk": "week",
    "h": "hour",
    "min": "minute",
    "s": "second",
    "{century}": "century",
}
CHANGES = {
    "=": {"exact", "between"}, "~": {"about", "nearly"}, ">": {"more_than", "at_least"}, "<": {"less_than", "at_most"},
}  # fmt: skip
DOUBLES = re.compile(r"\b(?:doubl|tripl|trebl|quadrupl|twice|halv)\w*", re.IGNORECASE)


class Found(NamedTuple):
    """A quantity as any system gives it."""

    low: float
    high: float
    names: frozenset[str]
    start: int
    end: int
    modifier: str = "exact"
    per: str = ""
    share: bool = False


Finder = Callable[[str], list[Found]]


class Tally:
    """Hits of several sorts against what was found and what the set holds."""

    def __init__(self) -> None:
        self.gold = self.found = 0
        self.hits: dict[str, int] = {}
        self.wrong: list[str] = []

    def add(self, sort: str, right: bool = True) -> None:
        """Count a hit of a sort, or that there was none."""
        self.hits[sort] = self.hits.get(sort, 0) + right

    def lines(self, title: str) -> list[str]:
        """The table of a system."""
        rows = [f"  {title}: {self.gold} quantities, {self.found} found"]
        for sort, hits in self.hits.items():
            precision, recall = hits / max(self.found, 1), hits / max(self.gold, 1)
            score = 2 * precision * recall / max(precision + recall, 1e-9)
            rows.append(f"    {sort:17} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * score:5.1f}")
        return rows


def ours(text: str, *, ages: bool = False) -> list[Found]:
    """What OnRecord's grammar finds; bare ages ("Ann Lee, 44,") only when asked for, as in the record."""
    return [
        Found(
            float(q.value[0]), float(q.value[1]),
            frozenset(n.lower() for n in (*unit_names(q.unit), ALSO.get(q.unit, ""), q.unit) if n and n != "1"),
            q.number.start, q.span.end, q.modifier, _over(q.per), q.sort in {"fraction", "percent"},
        )
        for q in find_quantities(text)
        if q.sort != "member" and (ages or not (q.sort == "age" and q.unit_span is None))
    ]  # fmt: skip


def _over(per: str | None) -> str:
    """What a rate is over, in words."""
    return PERS.get(per or "", unit_names(per)[0] if per else "")


def newsquant(path: Path, find: Finder, *, part: Callable[[int], bool] = lambda _: True) -> Tally:
    """Values as a bag for each sentence, since the set has no spans.

    Two habits of the set hold for every system: "from 20 to 29 mpg" is one value of two bounds, and
    "double", "twice" and their like are no value.
    """
    tally = Tally()
    for item in read_rows(path):
        if not part(item["id"]):
            continue
        text = item["text"]
        left = [f for f in joined(text, find(text)) if not DOUBLES.fullmatch(text[f.start : f.end].split(" ")[0])]
        tally.found += len(left)
        tally.gold += len(item["gold"])
        for gold in item["gold"]:
            low, high = bounds_of(gold["value"])
            same = [f for f in left if close(f.low, low) and close(f.high, high)]
            tally.add("value", bool(same))
            if not same:
                tally.wrong.append(f"missed {gold['value']} {gold['unit']!r}: {text}")
                continue
            best = max(same, key=lambda f: unit_fits(f, gold))
            left.remove(best)
            fits = unit_fits(best, gold)
            tally.add("value + unit", fits)
            if not fits:
                tally.wrong.append(f"unit {sorted(best.names)} {best.per} for {gold['normalized_unit']!r}: {text}")
            allowed = CHANGES.get(gold["change"], {"exact", "about", "nearly", "more_than"})
            tally.add("value + modifier", best.modifier in allowed)
        tally.wrong += [f"spurious {text[f.start : f.end]!r}: {text}" for f in left]
    return tally


def quantulum_tests(path: Path, find: Finder) -> Tally:
    """Values and the numbers' spans; a range's gold value is its middle."""
    tally = Tally()
    for item in read_rows(path):
        text = item["text"]
        left = find(text)
        tally.found += len(left)
        tally.gold += len(item["gold"])
        for gold in item["gold"]:
            hit = next((f for f in left if close((f.low + f.high) / 2, gold["value"])), None)
            tally.add("value", hit is not None)
            if hit is None:
                tally.wrong.append(f"missed {gold['value']} {gold['surface']!r}: {text}")
                continue
            left.remove(hit)
            start = text.find(gold["surface"])
            tally.add("value + span", hit.start < start + len(gold["surface"]) and start < hit.end)
            wanted = gold["unit"].lower()
            names = {n.replace("-", " ") for n in hit.names}
            tally.add("value + unit", wanted in names or (wanted == "dimensionless" and not _physical(hit)))
        tally.wrong += [f"spurious {text[f.start : f.end]!r}: {text}" for f in left]
    return tally


def joined(text: str, found: Iterable[Found]) -> list[Found]:
    """Quantities in order, "from A … to B" as one."""
    done: list[Found] = []
    for one in sorted(found, key=lambda f: f.start):
        if done:
            last = done[-1]
            before = text[max(0, last.start - 30) : last.start].split()
            between = text[last.end : one.start]
            words = between.split()
            opened = "from" in [w.lower() for w in before[-2:]] or "from" in text[last.start : last.end]
            if opened and len(between) < 16 and words[-1:] and words[-1].lower() in {"to", "about", "around"}:
                done[-1] = Found(
                    last.low, one.high, last.names | one.names, last.start, one.end, per=one.per or last.per
                )
                continue
        done.append(one)
    return done


def bounds_of(value: str) -> tuple[float, float]:
    """The bounds of a gold value: "3.5", "-260", "3-5", "2.998E-08"."""
    match = re.fullmatch(r"(-?[\d.]+(?:E-?\d+)?)(?:-(-?[\d.]+(?:E-?\d+)?))?", value.strip())
    if match is None:
        return 0.0, 0.0
    low = float(match[1])
    return low, float(match[2]) if match[2] else low


def close(one: float, other: float) -> bool:
    """Whether two values are one but for the last bits."""
    return abs(one - other) <= 1e-6 * max(abs(other), 1e-12)


def unit_fits(found: Found, gold: dict[str, str]) -> bool:
    """Whether a unit is the gold one: by its name, or for what is counted by the noun."""
    wanted = " ".join(gold["normalized_unit"].strip().lower().replace("_", " ").replace("-", " ").split())
    if wanted in {"", "%"} or gold["unit"] == "-":
        own = not found.names or found.share or "percentage" in found.names
        return own or gold["normalized_unit"].lower() in found.names
    names = {name.replace("-", " ") for name in found.names}
    if wanted in names:
        return True
    base, _, over = wanted.partition(" per ")
    if wanted.startswith("% ") and (found.share or "percentage" in names):
        return True
    nouns = {singular(word) for word in base.split()}
    fits = base in names or any(singular(name) in nouns for name in names)
    return fits and (not over or over == found.per or over in {PERS.get(found.per)})


def _physical(found: Found) -> bool:
    return any(name in KNOWN for name in found.names)


KNOWN = frozenset({"metre", "gram", "kilogram", "kilometre", "mile", "dollar", "euro", "percentage", "year", "hour"})
