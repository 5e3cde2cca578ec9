"""Units: words and signs to UCUM codes (physical units and time) and ISO 4217 codes (money).

What is counted has no code: its noun is the unit.
"""

from typing import NamedTuple

from onrecord.language.tokens import Tokens

PHYSICAL = {
    "kilogram": "kg", "kilo": "kg", "kg": "kg", "kgs": "kg", "gram": "g", "gramme": "g", "milligram": "mg", "mg": "mg",
    "microgram": "ug", "tonne": "t", "ton": "[ston_av]", "ounce": "[oz_av]", "oz": "[oz_av]", "lb": "[lb_av]",
    "lbs": "[lb_av]", "stone": "[stone_av]",
    "kilometer": "km", "kilometre": "km", "km": "km", "kms": "km", "meter": "m", "metre": "m", "centimeter": "cm",
    "centimetre": "cm", "cm": "cm", "millimeter": "mm", "millimetre": "mm", "mm": "mm", "nanometer": "nm",
    "nanometre": "nm", "mile": "[mi_i]", "mi": "[mi_i]", "yard": "[yd_i]", "yd": "[yd_i]", "foot": "[ft_i]",
    "feet": "[ft_i]", "ft": "[ft_i]", "inch": "[in_i]",
    "acre": "[acr_us]", "hectare": "har", "ha": "har", "liter": "L", "litre": "L", "milliliter": "mL",
    "millilitre": "mL", "ml": "mL", "gallon": "[gal_us]", "barrel": "[bbl_us]", "pint": "[pt_us]",
    "mph": "[mi_i]/h", "kph": "km/h", "kmh": "km/h", "watt": "W", "kilowatt": "kW", "kw": "kW", "megawatt": "MW",
    "mw": "MW", "gigawatt": "GW", "gw": "GW", "kwh": "kW.h", "horsepower": "[HP]", "hp": "[HP]", "bhp": "[HP]",
    "volt": "V", "hertz": "Hz", "hz": "Hz", "ghz": "GHz", "mhz": "MHz", "calorie": "cal", "degree": "deg",
    "byte": "By", "kb": "kBy", "mb": "MBy", "gb": "GBy", "tb": "TBy", "gigabyte": "GBy", "megabyte": "MBy",
    "terabyte": "TBy", "decibel": "dB", "joule": "J", "amp": "A", "ampere": "A", "newton": "N", "pascal": "Pa",
}  # fmt: skip
TIME = {
    "second": "s", "sec": "s", "minute": "min", "hour": "h", "hr": "h", "day": "d", "week": "wk", "month": "mo",
    "year": "a", "yr": "a", "decade": "{decade}", "century": "{century}", "fortnight": "{fortnight}",
}  # fmt: skip
PLURALS = {"inches": "inch", "feet": "feet", "centuries": "century"}
POWERS = {"square": "2", "sq": "2", "cubic": "3"}

SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₴": "UAH"}
DOLLAR_PREFIXES = {
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD", "nt": "TWD",
}  # fmt: skip
CURRENCIES = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "rupee": "INR", "peso": "MXN", "ruble": "RUB", "rouble": "RUB", "franc": "CHF", "won": "KRW", "shekel": "ILS",
    "real": "BRL", "rand": "ZAR", "lira": "TRY", "zloty": "PLN", "krona": "SEK", "krone": "NOK", "riyal": "SAR",
    "dirham": "AED", "hryvnia": "UAH", "naira": "NGN", "cent": "{US cent}",
}  # fmt: skip
CURRENCY_CODES = frozenset(
    ["usd", "eur", "gbp", "jpy", "cny", "inr", "mxn", "cad", "aud", "chf", "rub", "brl", "nzd", "hkd", "sek", "nok"]
)
NATIONAL = {
    ("american", "dollar"): "USD", ("us", "dollar"): "USD", ("canadian", "dollar"): "CAD",
    ("australian", "dollar"): "AUD", ("mexican", "peso"): "MXN", ("colombian", "peso"): "COP",
    ("argentine", "peso"): "ARS", ("philippine", "peso"): "PHP", ("chilean", "peso"): "CLP",
    ("swiss", "franc"): "CHF", ("british", "pound"): "GBP", ("egyptian", "pound"): "EGP", ("sterling", "pound"): "GBP",
    ("indian", "rupee"): "INR", ("pakistani", "rupee"): "PKR", ("hong", "dollar"): "HKD",
}  # fmt: skip
CERTAIN_MONEY = frozenset({"USD", "EUR", "GBP", "JPY", "CNY", "MXN", "INR"})
WEIGHING = frozenset({"weigh", "weighs", "weighed", "weighing", "weight", "lost", "gained", "heavy", "heavier"})
SOFT_MONEY = frozenset({"won", "real", "rand", "crown", "buck", "stone"})
"""Currency words that are commoner as something else: they need a scale or a capital before them."""


class UnitRead(NamedTuple):
    """A unit read: its code, the token after it, what sort of unit it is."""

    code: str
    after: int
    sort: str


def read_unit(tokens: Tokens, index: int, *, large: bool = False) -> UnitRead | None:
    """Read a unit after a number. `large` says that the number carries a scale ("million"), as money does."""
    at = index
    word = tokens.word(at)
    if word == "-" and tokens.touches(at) and tokens.touches(at + 1):
        at += 1
        word = tokens.word(at)
    if word in {"%", "percent", "pct"} or (word == "per" and tokens.word(at + 1) in {"cent", "cents"}):
        after = at + 2 if word == "per" else at + 1
        if tokens.word(after) in {"point", "points"}:
            return UnitRead("{percentage point}", after + 1, "percent")
        return UnitRead("%", after, "percent")
    if word == "percentage" and tokens.word(at + 1) in {"point", "points"}:
        return UnitRead("{percentage point}", at + 2, "percent")
    if word in POWERS:
        return _power(tokens, at)
    pound = _pound(tokens, at, large=large)
    if pound is not None:
        return pound
    money = _money(tokens, at, large=large)
    if money is not None:
        return money
    if word == "°":
        scale = {"c": "Cel", "f": "[degF]"}.get(tokens.word(at + 1))
        return UnitRead(scale or "deg", at + 2 if scale else at + 1, "measure")
    singular = _singular(word)
    if singular == "degree":
        scale = {"celsius": "Cel", "fahrenheit": "[degF]", "centigrade": "Cel"}.get(tokens.word(at + 1))
        return UnitRead(scale or "deg", at + 2 if scale else at + 1, "measure")
    if singular in TIME:
        return UnitRead(TIME[singular], at + 1, "duration")
    if singular in PHYSICAL and not (
        singular in {"mi", "hp", "mw", "stone", "amp", "a"} and at == index and not tokens.raw(at)[0].isalpha()
    ):
        return _over_time(tokens, PHYSICAL[singular], at + 1)
    if word in {"m", "g", "l"} and tokens.touches(at) and at == index and word != "m":
        return UnitRead({"g": "g", "l": "L"}[word], at + 1, "measure") if word != "g" or tokens.raw(at) == "g" else None
    return None


def read_sign(tokens: Tokens, index: int) -> UnitRead | None:
    """Read a currency sign or code before a number: "$", "US$", "A$", "USD"."""
    word = tokens.word(index)
    if word in SIGNS:
        return UnitRead(SIGNS[word], index + 1, "money")
    if word in DOLLAR_PREFIXES and tokens.word(index + 1) == "$" and tokens.touches(index + 1):
        return UnitRead(DOLLAR_PREFIXES[word], index + 2, "money")
    if word in CURRENCY_CODES and tokens.raw(index).isupper():
        return UnitRead(word.upper(), index + 1, "money")
    return None


def _singular(word: str) -> str:
    if word in PLURALS:
        return PLURALS[word]
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[:-1] in PHYSICAL | TIME | CURRENCIES else word


def _over_time(tokens: Tokens, code: str, after: int) -> UnitRead:
    if tokens.word(after) == "/" and tokens.touches(after) and tokens.word(after + 1) in {"h", "s", "hr"}:
        return UnitRead(f"{code}/{tokens.word(after + 1)[0]}", after + 2, "measure")
    if tokens.word(after) in {"per", "an"} and tokens.word(after + 1) == "hour" and code in {"km", "[mi_i]"}:
        return UnitRead(f"{code}/h", after + 2, "measure")
    return UnitRead(code, after, "measure")


def _power(tokens: Tokens, index: int) -> UnitRead | None:
    at = index + 1
    if tokens.word(at) in {".", "-"} and tokens.touches(at):
        at += 1
    code = PHYSICAL.get(_singular(tokens.word(at)))
    return UnitRead(code + POWERS[tokens.word(index)], at + 1, "measure") if code else None


def _pound(tokens: Tokens, index: int, *, large: bool) -> UnitRead | None:
    """Pounds of a substance or of money: "of" and words of weighing mean mass, "sterling" and a scale mean money."""
    if tokens.word(index) not in {"pound", "pounds"}:
        return None
    following = tokens.word(index + 1)
    if following == "sterling":
        return UnitRead("GBP", index + 2, "money")
    near = {tokens.word(at) for at in range(index - 8, index + 4)}
    if following in {"of", "per", "each", "heavier", "lighter"} or near & WEIGHING or not large:
        return UnitRead("[lb_av]", index + 1, "measure")
    return UnitRead("GBP", index + 1, "money")


def _money(tokens: Tokens, index: int, *, large: bool) -> UnitRead | None:
    word = tokens.word(index)
    national = (word, _singular(tokens.word(index + 1)))
    if national in NATIONAL:
        return UnitRead(NATIONAL[national], index + 2, "money")
    if word == "u" and tokens.word(index + 2) == "s" and _singular(tokens.word(index + 4)) == "dollar":
        return UnitRead("USD", index + 5, "money")
    singular = _singular(word)
    if word in CURRENCY_CODES and tokens.raw(index).isupper():
        return UnitRead(word.upper(), index + 1, "money")
    if singular not in CURRENCIES or (singular in SOFT_MONEY and not large):
        return None
    code = CURRENCIES[singular]
    return UnitRead(code, index + 1, "money")
