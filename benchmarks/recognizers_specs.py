"""The cases of Microsoft Recognizers-Text for numbers and units: which are in scope, and how many come out right.

A case is right where every number of it is found with its value (and its unit), and no other.
"""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from figure_sets import Found, close, ours
from onrecord.language.numerals import read_numeral
from onrecord.language.tokens import Tokens
from rows import read_rows

MODELS = {
    "Number/English/NumberModel": "numbers", "Number/English/PercentModel": "percents",
    "NumberWithUnit/English/CurrencyModel": "money", "NumberWithUnit/English/DimensionModel": "measures",
    "NumberWithUnit/English/TemperatureModel": "temperatures", "NumberWithUnit/English/AgeModel": "ages",
}  # fmt: skip
OUT_OF_SCOPE: tuple[tuple[str, Callable[[dict], bool]], ...] = (
    ("not supported by Recognizers-Text itself in Python", lambda case: "python" in case["not_supported"]),
    ("a unit without a number is no quantity", lambda case: any(_value(r) is None for r in case["results"])),
    ("powers and arithmetic (2^3, 1/3/4)", lambda case: bool(re.search(r"\^|\d/\d+/|--", case["input"]))),
    ("codes, addresses, lists of digits and quoted digits, which we leave alone on purpose",
     lambda case: bool(re.search(r"\d\.\d+\.\d|[A-Za-z]-\d|\d-\d|nrs?\.|#\d|, ?\d+ ?, ?\d|https?:", case["input"]))),
    ("fractions with a denominator above twelfths, or over another number ('twenty-three fifths', 'one over three')",
     lambda case: bool(re.search(r"fifths\b|firsts?\b|hundredths?\b|fifth\b|thousandths?\b|ionths?\b|\bover\b"
                                 r"|ninths|fourths|twenty-first|thirds?\b.*\band\b|\band\b.*thirds?\b",
                                 case["input"], re.IGNORECASE))),
    ("a range, which we keep as one quantity with two bounds",
     lambda case: bool(re.search(r"\b\w+ ?(?:-|to) ?\d+ (?:feet|years|percent)", case["input"]))),
    ("G as a scale, percent before its number, small change without its unit, money by local names",
     lambda case: bool(re.search(r"\d ?G$|^per ?cents? of"
                                 r"|(?:dollar|\$ ?\d+)s? (?:and )?(?:forty five$|one|two|and fifty)"
                                 r"|kuai|mao|ரூ|\bsen \d", case["input"], re.IGNORECASE))),
    ("\"one\" as a pronoun, which only the grammar of figures tells from a number",
     lambda case: bool(re.search(r"\b(?:the|this|that|which) one\b", case["input"], re.IGNORECASE))),
    ("decimal commas", lambda case: bool(re.search(r"\d,\d\d?(?!\d)|\d\.\d{3},", case["input"]))),
)  # fmt: skip
SORTS = {
    "percents": frozenset({"percentage", "percentage point"}),
    "temperatures": frozenset({"celsius", "fahrenheit", "degree"}),
}
UNITS = {
    "c": "degree celsius",
    "f": "degree fahrenheit",
    "united states dollar": "us dollar",
    "pound": "pound",
    "ton": "ton",
}


def specs(path: Path, errors: int) -> list[str]:
    """The lines of the report."""
    right: Counter[str] = Counter()
    supported: Counter[str] = Counter()
    everything: Counter[str] = Counter()
    right_of_all: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    wrong = []
    for case in read_rows(path):
        model = MODELS.get(case["spec"])
        if model is None:
            continue
        everything[model] += 1
        good = _right(case, model)
        right_of_all[model] += good
        reason = next((why for why, test in OUT_OF_SCOPE if test(case)), None)
        if reason is not None:
            left_out[reason] += 1
            continue
        supported[model] += 1
        right[model] += good
        if not good:
            found = [(f.low, sorted(f.names)[:3]) for f in _found(case["input"], model)]
            wanted = [(r["Text"], (r.get("Resolution") or {}).get("value"), (r.get("Resolution") or {}).get("unit"))
                      for r in case["results"]]  # fmt: skip
            wrong.append(f"{model}: {case['input']!r} wanted {wanted} found {found}")
    report = ["recognizers_specs_en, cases right:"]
    for model in MODELS.values():
        report.append(
            f"    {model:13} supported {right[model]:3} of {supported[model]:3}"
            f" ({100 * right[model] / max(supported[model], 1):5.1f} %),"
            f" all {right_of_all[model]:3} of {everything[model]:3}"
        )
    total, cases = sum(right.values()), sum(supported.values())
    report.append(
        f"    {'together':13} supported {total:3} of {cases:3} ({100 * total / max(cases, 1):5.1f} %),"
        f" all {sum(right_of_all.values()):3} of {sum(everything.values()):3}"
        f" ({100 * sum(right_of_all.values()) / max(sum(everything.values()), 1):5.1f} %)"
    )
    report += [f"    out of scope, {count}: {why}" for why, count in left_out.most_common()]
    report += [f"      {line}" for line in wrong[:errors]]
    return report


def _right(case: dict, model: str) -> bool:
    found = _found(case["input"], model)
    gold = [r for r in case["results"] if _value(r) is not None]
    left = list(found)
    for result in gold:
        start, end = result["Start"], result.get("End", result["Start"] + len(result["Text"]) - 1) + 1
        hit = next(
            (f for f in left if close(f.low, _value(result) or 0.0) and f.start < end and start < f.end + 1
             and (model == "numbers" or _unit(f, result))), None)  # fmt: skip
        if hit is None:
            return False
        left.remove(hit)
    return not left


def _found(text: str, model: str) -> list[Found]:
    if model == "numbers":
        return _numerals(text)
    found = ours(text, ages=model == "ages")
    if model == "percents":
        return [f for f in found if f.names & SORTS["percents"]]
    if model == "money":
        return [f for f in found if _is_money(f)]
    if model == "temperatures":
        return [f for f in found if f.names & SORTS["temperatures"]]
    if model == "ages":
        return [f for f in found if f.names & {"year of age", "month", "week", "day"}]
    return [f for f in found if f.names and not _is_money(f) and not f.names & SORTS["percents"] and _is_measure(f)]


def _numerals(text: str) -> list[Found]:
    """Every number a reader of numbers alone sees, figure or not."""
    tokens = Tokens(text)
    found, at = [], 0
    while at < tokens.count:
        minus = tokens.word(at) in {"minus", "negative"} or (
            tokens.word(at) == "-" and tokens.touches(at + 1) and tokens.word(at + 1)[:1].isdigit()
            and not tokens.touches(at)
        )  # fmt: skip
        start = at + minus
        read = read_numeral(tokens, start, signed=tokens.word(start - 1) in {"$", "€", "£"})
        if read is None or (read.shape in {"vague", "multiple"}):
            at += 1
            continue
        word = tokens.word(read.after)
        if word[:1].isalpha() and tokens.touches(read.after):
            at = read.after
            continue
        value = -read.low if minus else read.low
        found.append(Found(float(value), float(value), frozenset(), tokens.starts[at], tokens.ends[read.after - 1]))
        at = read.after
    return found


def _unit(found: Found, result: dict) -> bool:
    resolution = result["Resolution"]
    unit = str(resolution.get("unit", "")).lower()
    if not unit:
        return True
    code = str(resolution.get("isoCurrency") or "").lower()
    wanted = UNITS.get(unit, unit).replace("meter", "metre").replace("liter", "litre")
    if unit == "age":
        return True
    return (bool(code) and code in found.names) or any(
        name.replace("meter", "metre") in {wanted, singular_of(wanted)} for name in found.names
    )


def singular_of(name: str) -> str:
    """The last word alone: "peso" of "Mexican peso"."""
    return name.rsplit(maxsplit=1)[-1]


def _is_money(found: Found) -> bool:
    return any(len(name) == 3 and name.isupper() for name in map(str.upper, found.names) if name in _CODES) or bool(
        found.names & {"cent", "penny", "satoshi", "{us cent}"}
    )


def _is_measure(found: Found) -> bool:
    return bool(found.names & _MEASURES) or any(
        " per " in n or n.startswith(("square ", "cubic ")) for n in found.names
    )


def _codes() -> frozenset[str]:
    from onrecord.language.unittable import CURRENCIES, currency_names

    return frozenset(code for code in (*CURRENCIES.values(), *currency_names().values()) if len(code) == 3)


def _measures() -> frozenset[str]:
    from onrecord.language.unittable import TIME, unit_table

    table = unit_table()
    return frozenset(name for names in table.names.values() for name in names) - frozenset(TIME) - {"point"}


_CODES = _codes()
_MEASURES = _measures()


def _value(result: dict) -> float | None:
    value = (result.get("Resolution") or {}).get("value")
    if value in {None, "null"}:
        return None
    try:
        return float(str(value).rstrip("%"))
    except ValueError:
        return None
