"""The table of units: how each is written, its UCUM or ISO 4217 code, and what Pint calls it."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

_PIECE = re.compile(r"\d+|[^\W\d_]+|\S")
PREFIXES = {
    "p": "pico", "n": "nano", "u": "micro", "m": "milli", "c": "centi", "d": "deci", "h": "hecto", "k": "kilo",
    "M": "mega", "G": "giga", "T": "tera", "P": "peta", "E": "exa",
}  # fmt: skip
TIME = {
    "second": "s", "sec": "s", "minute": "min", "hour": "h", "hr": "h", "day": "d", "week": "wk", "month": "mo",
    "year": "a", "yr": "a", "yo": "a", "decade": "{decade}", "century": "{century}", "fortnight": "{fortnight}",
    "millisecond": "ms", "microsecond": "us", "nanosecond": "ns", "quarter": "{quarter}",
}  # fmt: skip
_TIME_PINT = {
    "s": "second", "min": "minute", "h": "hour", "d": "day", "wk": "week", "mo": "month", "a": "year",
    "{decade}": "decade", "{century}": "century", "{fortnight}": "fortnight", "ms": "millisecond",
    "us": "microsecond", "ns": "nanosecond",
}  # fmt: skip
PLURALS = {"inches": "inch", "feet": "feet", "centuries": "century", "pence": "pence", "lbs": "lb"}
POWERS = {"square": "2", "sq": "2", "cubic": "3", "cu": "3"}
SUPERSCRIPTS = {"²": "2", "³": "3"}
SQUARED = {
    "sqm": "m2", "sqft": "[ft_i]2", "sqkm": "km2", "sqmi": "[mi_i]2", "psf": "[lbf_av]/[ft_i]2",
}  # fmt: skip

CURRENCIES = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "quid": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rmb": "CNY", "rupee": "INR", "peso": "MXN", "ruble": "RUB", "rouble": "RUB", "franc": "CHF",
    "won": "KRW", "shekel": "ILS", "real": "BRL", "reais": "BRL", "rand": "ZAR", "lira": "TRY", "zloty": "PLN",
    "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "riyal": "SAR", "dirham": "AED",
    "hryvnia": "UAH", "naira": "NGN", "cent": "{US cent}", "pence": "{penny}", "penny": "{penny}", "baht": "THB",
    "ringgit": "MYR", "rupiah": "IDR", "forint": "HUF", "tenge": "KZT", "taka": "BDT", "dong": "VND", "cedi": "GHS",
    "shilling": "KES", "quetzal": "GTQ", "lempira": "HNL", "peseta": "ESP", "guilder": "NLG", "lari": "GEL",
    "crown": "{crown}", "dinar": "{dinar}", "mark": "{mark}", "florin": "{florin}", "thaler": "{thaler}",
    "drachma": "{drachma}", "escudo": "{escudo}", "kwacha": "{kwacha}", "rial": "IRR", "lev": "BGN", "leva": "BGN",
    "bitcoin": "BTC", "satoshi": "{satoshi}", "ether": "ETH", "bolivar": "VES", "sol": "PEN", "kyat": "MMK",
    "afghani": "AFN", "markka": "FIM", "sen": "{sen}", "kip": "LAK", "birr": "ETB", "leu": "RON", "lei": "RON",
}  # fmt: skip
SOFT_MONEY = frozenset(
    ["won", "real", "rand", "crown", "buck", "stone", "sol", "sen", "kip", "taka", "quid", "ether", "dong", "lei",
     "mark", "lev", "drachma"]
)  # fmt: skip
"""Currency words that are commoner as something else: they need a scale or a capital before them."""
SOFT_PLURALS = frozenset(["crowns", "marks"])
"""Plurals of such words that after thousands mean nothing else."""
MILESTONES = frozenset(["mark"])
"""What a large number before it reaches and does not pay: "passed the 2 million mark"."""
CURRENCY_CODES = frozenset(
    ["usd", "eur", "gbp", "jpy", "cny", "inr", "mxn", "cad", "aud", "chf", "rub", "brl", "nzd", "hkd", "sek", "nok",
     "zar", "krw", "ils", "aed", "sar", "sgd", "thb", "php", "myr", "pln", "dkk", "ngn", "pkr", "btc", "eth", "cop",
     "clp", "ars", "egp", "kes", "huf", "czk", "uah", "vnd", "idr", "twd"]
)  # fmt: skip
NATIONAL = {
    ("american", "dollar"): "USD", ("us", "dollar"): "USD", ("british", "pound"): "GBP", ("hong", "dollar"): "HKD",
    ("sterling", "pound"): "GBP", ("united", "dollar"): "USD", ("swiss", "franc"): "CHF", ("chinese", "rmb"): "CNY",
}  # fmt: skip


class UnitRow(NamedTuple):
    """One unit of the table: its code, Pint's name ("1" where it has none), and its name for a reader."""

    code: str
    pint: str
    name: str


class UnitTable(NamedTuple):
    """Words and symbols to codes. Keys of `words` are the first token; longer forms come first."""

    words: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    spaced: dict[str, str]
    touching: dict[str, str]
    caseless: dict[str, str]
    rows: dict[str, UnitRow]
    names: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def unit_table() -> UnitTable:
    """The table, read once from `data/units.tsv`, prefixes multiplied out."""
    words: dict[str, dict[tuple[str, ...], str]] = {}
    spaced: dict[str, str] = {}
    touching: dict[str, str] = {}
    rows: dict[str, UnitRow] = {}
    names: dict[str, list[str]] = {}

    def take(code: str, pint: str, forms: list[str], symbols: list[str], tight: list[str]) -> None:
        rows[code] = UnitRow(code, pint, forms[0] if forms else code)
        for form in forms:
            names.setdefault(code, []).append(form)
            pieces = tuple(_PIECE.findall(form))
            words.setdefault(pieces[0], {}).setdefault(pieces[1:], code)
        for symbol in symbols:
            spaced.setdefault(symbol, code)
        for symbol in tight:
            touching.setdefault(symbol, code)

    for line in (files("onrecord.language") / "data" / "units.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        code, pint, prefixes, forms, symbols, tight = line.split("\t")
        listed, marked, close = forms.split("|") if forms else [], symbols.split("|"), tight.split("|")
        marked, close = [s for s in marked if s], [s for s in close if s]
        take(code, pint, listed, marked, close)
        for letter in prefixes:
            prefix = PREFIXES[letter]
            signs = [letter, "μ", "µ", "mc"] if letter == "u" else [letter]
            short = [sign + s for sign in signs for s in dict.fromkeys((*marked, *close)) if s.isalpha()]
            long = [prefix + form for form in listed if len(form) > 2]
            take(letter + code, prefix + "_" * (" " in pint) + pint, long, short, [])
    for code, pint in _TIME_PINT.items():
        rows[code] = UnitRow(code, pint, pint)
    for word, code in TIME.items():
        names.setdefault(code, []).append(word)
    ordered = {
        first: tuple(sorted(rest.items(), key=lambda item: (-len(item[0]), item[0]))) for first, rest in words.items()
    }
    caseless = {symbol.lower(): code for symbol, code in sorted(spaced.items(), reverse=True) if len(symbol) > 1}
    return UnitTable(ordered, spaced, touching, caseless, rows, {code: tuple(forms) for code, forms in names.items()})


@lru_cache(maxsize=1)
def currency_names() -> dict[tuple[str, ...], str]:
    """Names of two words and more ("Mexican pesos") to ISO 4217 codes, from Unicode CLDR."""
    found: dict[tuple[str, ...], str] = {}
    for line in (files("onrecord.language") / "data" / "currencies.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        code, names = line.split("\t")
        for name in names.split("|"):
            pieces = tuple(_PIECE.findall(name))
            if len(pieces) > 1:
                found.setdefault(pieces, code)
    return found


@lru_cache(maxsize=1)
def currency_openers() -> frozenset[str]:
    """The first words of those names."""
    return frozenset(pieces[0] for pieces in currency_names())


@lru_cache(maxsize=512)
def unit_names(code: str) -> tuple[str, ...]:
    """How a code is said in words, the usual name first: "mile" for `[mi_i]`."""
    if code == "%":
        return ("percentage", "percent")
    if code == "{percentage point}":
        return ("percentage point", "point")
    if code in unit_table().names:
        return (*unit_table().names[code], *(word for word, found in CURRENCIES.items() if found == code))
    if "/" in code:
        above, _, below = code.partition("/")
        return tuple(f"{one} per {other}" for one in unit_names(above) for other in unit_names(below))
    if code[-1:] in {"2", "3"} and code[:-1] in unit_table().rows:
        power = "square" if code[-1] == "2" else "cubic"
        return tuple(f"{power} {name}" for name in unit_names(code[:-1]))
    money = tuple(" ".join(pieces) for pieces, found in currency_names().items() if found == code)
    plain = tuple(word for word, found in CURRENCIES.items() if found == code)
    return (*plain, *money) or (code.strip("{}"),)


@lru_cache(maxsize=512)
def pint_name(code: str) -> str | None:
    """What Pint calls a UCUM code, or nothing for money and what is counted."""
    if "/" in code:
        above, _, below = code.partition("/")
        one, other = pint_name(above), pint_name(below)
        return f"({one})/({other})" if one and other else None
    row = unit_table().rows.get(code)
    if row is None:
        if code[-1:] in {"2", "3"} and (base := unit_table().rows.get(code[:-1])) is not None:
            return f"({base.pint})**{code[-1]}"
        return None
    return None if row.pint == "1" else row.pint
