"""Precision, recall and F1 of quantities: values, value with unit, modifier, spans.

Run: python benchmarks/figures.py DATA_DIRECTORY [--errors N]
DATA_DIRECTORY holds newsquant_dev.jsonl.gz and quantulum3_tests.jsonl.gz.
"""

import argparse
import gzip
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from onrecord.language.numbers import Quantity, find_quantities
from onrecord.language.quantitywords import singular

NAMES = {
    "%": ("percentage", "percent"), "USD": ("dollar",), "EUR": ("euro",), "GBP": ("pound sterling", "pound"),
    "[mi_i]": ("mile",), "[ft_i]": ("foot",), "[in_i]": ("inch",), "[yd_i]": ("yard",),
    "km": ("kilometre", "kilometer"), "m": ("metre", "meter"), "a": ("year", "year of age"), "mo": ("month",),
    "wk": ("week",), "d": ("day",), "h": ("hour",), "min": ("minute",), "s": ("second",),
    "[lb_av]": ("pound mass", "pound"), "kg": ("kilogram",), "[mi_i]/h": ("mile per hour",),
    "km/h": ("kilometre per hour",), "GBy": ("gigabyte",), "deg": ("degree", "degree angle"),
    "[HP]": ("horsepower",), "t": ("tonne",), "[ston_av]": ("ton",), "[acr_us]": ("acre",), "g": ("gram",),
    "{percentage point}": ("percentage point", "point"), "{decade}": ("decade",), "JPY": ("yen",),
    "[oz_av]": ("ounce",), "cm": ("centimetre",), "mm": ("millimetre",), "L": ("litre",), "kW": ("kilowatt",),
    "MW": ("megawatt",), "[ft_i]2": ("square foot",), "[gal_us]": ("gallon",), "GHz": ("gigahertz",),
    "INR": ("rupee",), "Cel": ("degree celsius",),
}  # fmt: skip
PERS = {"a": "year", "mo": "month", "d": "day", "wk": "week", "h": "hour", "min": "minute"}
CHANGES = {
    "=": {"exact", "between"},
    "~": {"about", "nearly"},
    ">": {"more_than", "at_least"},
    "<": {"less_than", "at_most"},
}


def measure(directory: Path, errors: int) -> None:
    """Print the scores of both sets."""
    newsquant(directory / "newsquant_dev.jsonl.gz", errors)
    quantulum(directory / "quantulum3_tests.jsonl.gz", errors)


def newsquant(path: Path, errors: int) -> None:
    """Values as a bag for each sentence, since the set has no spans."""
    gold_count = found_count = values = units = modifiers = 0
    wrong: list[str] = []
    for item in _lines(path):
        left = list(find_quantities(item["text"]))
        found_count += len(left)
        gold_count += len(item["gold"])
        for gold in item["gold"]:
            same = [q for q in left if _same(q, gold["value"])]
            if not same:
                wrong.append(f"missed {gold['value']} {gold['unit']!r}: {item['text']}")
                continue
            best = max(same, key=lambda q: _unit_fits(q, gold))
            left.remove(best)
            values += 1
            units += _unit_fits(best, gold)
            if not _unit_fits(best, gold):
                wrong.append(f"unit {best.unit!r} {best.per} for {gold['normalized_unit']!r}: {item['text']}")
            modifiers += best.modifier in CHANGES.get(gold["change"], {"exact", "about", "nearly", "more_than"})
        wrong += [f"spurious {q.span.of(item['text'])!r}: {item['text']}" for q in left]
    print(f"newsquant_dev: {gold_count} quantities, {found_count} found")
    for name, hits in (("value", values), ("value + unit", units), ("value + modifier", modifiers)):
        print(_scores(name, hits, found_count, gold_count))
    for line in wrong[:: max(1, len(wrong) // errors) if errors else 1][:errors]:
        print("  ", line)


def quantulum(path: Path, errors: int) -> None:
    """Values and the numbers' spans; a range's gold value is its middle."""
    gold_count = found_count = values = spans = 0
    wrong: list[str] = []
    for item in _lines(path):
        text = item["text"]
        left = list(find_quantities(text))
        found_count += len(left)
        gold_count += len(item["gold"])
        for gold in item["gold"]:
            hit = next(
                (q for q in left if abs(sum(q.value) / 2 - gold["value"]) <= 1e-6 * max(1, abs(gold["value"]))), None
            )
            if hit is None:
                wrong.append(f"missed {gold['value']} {gold['surface']!r}: {text}")
                continue
            left.remove(hit)
            values += 1
            start = text.find(gold["surface"])
            spans += hit.number.start < start + len(gold["surface"]) and start < hit.number.end
        wrong += [f"spurious {q.span.of(text)!r}: {text}" for q in left]
    print(f"quantulum3_tests: {gold_count} quantities, {found_count} found")
    print(_scores("value", values, found_count, gold_count))
    print(_scores("value + span", spans, found_count, gold_count))
    for line in wrong[:: max(1, len(wrong) // errors) if errors else 1][:errors]:
        print("  ", line)


def _same(quantity: Quantity, value: str) -> bool:
    bounds = [float(part) for part in re.findall(r"\d+(?:\.\d+)?", value)]
    low, high = (bounds[0], bounds[-1]) if bounds else (0.0, 0.0)
    return abs(quantity.value[0] - low) <= 1e-6 * max(1, low) and abs(quantity.value[1] - high) <= 1e-6 * max(1, high)


def _unit_fits(quantity: Quantity, gold: dict[str, str]) -> bool:
    wanted = gold["normalized_unit"].strip().lower()
    if wanted in {"-", "% -"}:
        return quantity.unit in {"1", "%"} or (gold["unit"] == "-") or quantity.sort == "fraction"
    base, _, over = wanted.partition(" per ")
    names = NAMES.get(quantity.unit, (quantity.unit.lower(),))
    rate = PERS.get(quantity.per or "", quantity.per or "")
    if wanted in names:
        return True
    head = singular(base.split()[-1]) if base.split() else base
    fits = base in names or (quantity.unit.lower() in {head, *(singular(w) for w in base.split())})
    return fits and (not over or over == rate)


def _scores(name: str, hits: int, found: int, gold: int) -> str:
    precision, recall = hits / max(found, 1), hits / max(gold, 1)
    score = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"  {name:18} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * score:5.1f}"


def _lines(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    arguments = parser.parse_args()
    measure(arguments.directory, arguments.errors)
