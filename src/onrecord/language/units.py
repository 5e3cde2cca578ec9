"""Units read from text: words and signs to UCUM codes (physical units and time) and ISO 4217 codes (money).

What is counted has no code: its noun is the unit. Forms stand in `data/units.tsv` and `data/currencies.tsv`.
"""

from typing import NamedTuple

from onrecord.language.tokens import Tokens
from onrecord.language.unittable import (
    CURRENCIES,
    CURRENCY_CODES,
    MILESTONES,
    NATIONAL,
    PLURALS,
    POWERS,
    SOFT_MONEY,
    SOFT_PLURALS,
    SQUARED,
    SUPERSCRIPTS,
    TIME,
    currency_names,
    currency_openers,
    unit_table,
)

SIGNS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₴": "UAH",
    "₱": "PHP", "₫": "VND", "₦": "NGN", "฿": "THB", "₺": "TRY", "₿": "BTC", "₡": "CRC", "₭": "LAK",
    "₾": "GEL", "₸": "KZT", "₮": "MNT", "元": "CNY",
    "円": "JPY", "₣": "CHF", "₲": "PYG", "₵": "GHS",
}  # fmt: skip
DOLLAR_PREFIXES = {
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD", "nt": "TWD",
    "r": "BRL", "can": "CAD", "mx": "MXN", "mex": "MXN",
}  # fmt: skip
LETTER_SIGNS = {
    "rs": "INR", "rm": "MYR", "ps": "GBP", "rmb": "CNY", "kr": "SEK", "chf": "CHF", "dh": "AED", "fr": "CHF",
}  # fmt: skip
"""Abbreviations that stand before a number; "PS" is how a lost pound sign is spelled."""
WEIGHING = frozenset(
    {"weigh", "weighs", "weighed", "weighing", "weight", "lost", "gained", "heavy", "heavier", "seized", "haul",
     "confiscated", "carrying", "shipped", "lift", "lifted", "smuggled", "dropping", "overweight", "caught"}
)  # fmt: skip
CHARGING = frozenset(
    {"cost", "costs", "costing", "paid", "pay", "pays", "paying", "price", "priced", "prices", "worth", "fee", "fees",
     "charge", "charged", "charges", "bill", "spend", "spent", "spending", "earn", "earned", "earns", "fine", "fined",
     "salary", "wage", "wages", "tax", "taxes", "pension", "budget", "loan", "grant", "investment", "invested",
     "raised", "owed", "owes", "debt", "sold", "bought", "value", "valued", "bonus", "profit", "loss", "revenue",
     "turnover", "saving", "savings", "funding", "compensation", "damages", "transfer", "bid"}
)  # fmt: skip
MONEY_OF = frozenset(
    {"aid", "debt", "funding", "investment", "savings", "cash", "taxpayers", "damage", "damages", "benefits", "support",
     "spending", "revenue", "profit", "assets", "loans", "public", "taxpayer", "money", "sales", "cuts", "our", "new"}
)  # fmt: skip
SPREAD = frozenset({"thick", "wide", "long", "tall", "high", "deep", "across", "diagonal", "x", ",", ".", ")"})
BYTES = frozenset({"kb", "mb", "gb", "tb", "kg", "km"})
RESOLUTIONS = frozenset({480, 720, 1080, 1440, 2160})


class UnitRead(NamedTuple):
    """A unit read: its code, the token after it, what sort of unit it is."""

    code: str
    after: int
    sort: str


def read_unit(tokens: Tokens, index: int, *, large: bool = False) -> UnitRead | None:
    """Read a unit after a number. `large` says that the number carries a scale ("million"), as money does."""
    at = index
    word = tokens.word(at)
    if not word:
        return None
    if word == "-" and tokens.touches(at) and tokens.touches(at + 1):
        at += 1
        word = tokens.word(at)
    closing = {"[": "]", "<": ">", "(": ")", "{": "}"}.get(word)
    if closing and tokens.word(at + 2) == closing and (inner := read_unit(tokens, at + 1)) is not None:
        return inner._replace(after=inner.after + 1)
    share = _share(tokens, at)
    if share is not None:
        return share
    longer = _worded(tokens, at)
    pound = _pound(tokens, at, large=large) if longer is None or longer[1] == at + 1 else None
    if pound is not None:
        return pound
    money = _money(tokens, at, large=large)
    if money is not None and (longer is None or money.after >= longer[1]):
        return money
    base = _base(tokens, at)
    if base is None:
        return None
    code, after = base
    if code in TIME.values() or code in {"ms", "us", "ns"}:
        return UnitRead(code, after, "duration")
    return _over(tokens, code, after)


def read_sign(tokens: Tokens, index: int) -> UnitRead | None:
    """Read a currency sign or code before a number: "$", "US$", "A$", "USD", "Rs."."""
    word = tokens.word(index)
    following = tokens.word(index + 1)
    if word == "$" and following in DOLLAR_PREFIXES and tokens.touches(index + 1) and tokens.touches(index + 2):
        return UnitRead(DOLLAR_PREFIXES[following], index + 2, "money")
    if word in SIGNS:
        return UnitRead(SIGNS[word], index + 1, "money")
    if word == "y" and tokens.word(index + 1) == "=":
        return UnitRead("JPY", index + 2, "money")
    if word in DOLLAR_PREFIXES and tokens.word(index + 1) == "$":
        if tokens.touches(index + 1) or word in {"us", "au", "ca", "hk", "nz", "can"}:
            return UnitRead(DOLLAR_PREFIXES[word], index + 2, "money")
        if word == "c" and tokens.word(index - 1) in {"between", "about", "of", "at", "and"}:
            return UnitRead("CAD", index + 2, "money")
    if word in CURRENCY_CODES and (tokens.raw(index).isupper() or tokens.touches(index + 1)):
        dollar = tokens.word(index + 1) == "$"
        return UnitRead(word.upper(), index + 1 + dollar, "money")
    if word in LETTER_SIGNS and tokens.capital(index):
        dot = tokens.word(index + 1) == "."
        close = tokens.touches(index + 1 + dot) or (word in {"rs", "rm"})
        return UnitRead(LETTER_SIGNS[word], index + 1 + dot, "money") if close else None
    return None


def read_over(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The unit that a rate is over, after "per": "square foot", "kg"."""
    return _base(tokens, index)


def singular_unit(word: str) -> str:
    """A unit's or currency's word without its plural ending."""
    if word in PLURALS:
        return PLURALS[word]
    if len(word) > 3 and word.endswith("s"):
        bare = word[:-1]
        if bare in TIME or bare in CURRENCIES or bare in unit_table().words:
            return bare
    return word


def physical(word: str) -> bool:
    """Whether a word names a physical unit."""
    return () in dict(unit_table().words.get(singular_unit(word), ()))


def _share(tokens: Tokens, at: int) -> UnitRead | None:
    word = tokens.word(at)
    close = tokens.touches(at)
    if word == "percentage" and tokens.word(at + 1) in {"point", "points"}:
        return UnitRead("{percentage point}", at + 2, "percent")
    percent = word in {"%", "percent", "pct", "percents", "percentage"} or (word == "pc" and close)
    spelled = word == "per" and tokens.word(at + 1) in {"cent", "cents"}
    if not percent and not spelled:
        return None
    after = at + 2 if spelled else at + 1
    if tokens.word(after) == "-" and tokens.word(after + 1) in {"point", "points"}:
        return UnitRead("{percentage point}", after + 2, "percent")
    if tokens.word(after) in {"point", "points"}:
        return UnitRead("{percentage point}", after + 1, "percent")
    return UnitRead("%", after, "percent")


def _base(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """One unit without what it is over, its power taken in."""
    word = tokens.word(at)
    if word in POWERS:
        inner_at = at + 1
        if tokens.word(inner_at) in {".", "-"} and tokens.touches(inner_at):
            inner_at += 1
        inner = _plain(tokens, inner_at) or (("m", inner_at + 1) if tokens.word(inner_at) == "m" else None)
        return (inner[0] + POWERS[word], inner[1]) if inner else None
    if word in SQUARED:
        return SQUARED[word], at + 1
    found = _plain(tokens, at)
    if found is None:
        return None
    code, after = found
    if tokens.word(after) == "^" and tokens.word(after + 1) in {"2", "3"}:
        return code + tokens.word(after + 1), after + 2
    power = tokens.word(after)
    if tokens.touches(after) and (power in SUPERSCRIPTS or power in {"2", "3"}):
        return code + SUPERSCRIPTS.get(power, power), after + 1
    if power in {"squared", "cubed"}:
        return code + {"squared": "2", "cubed": "3"}[power], after + 1
    return code, after


def _plain(tokens: Tokens, at: int) -> tuple[str, int] | None:
    table = unit_table()
    raw, word = tokens.raw(at), tokens.word(at)
    if word in {"pm", "am"} or (raw == '"' and _closes_quote(tokens, at)):
        return None
    close = tokens.touches(at) and tokens.word(at - 1)[-1:].isdigit()
    ends = not (tokens.touches(at + 1) and tokens.word(at + 1)[:1].isalnum() and tokens.word(at + 1) not in {"2", "3"})
    worded = _worded(tokens, at)
    if worded is not None and len(raw) > 2:
        return worded
    if raw == "°" and worded is None:
        return table.spaced["°"], at + 1
    if raw in {"C", "F"} and (tokens.word(at + 1) == "/" or len(tokens.word(at - 1)) > 2 or not close):
        hot = tokens.word(at - 1)[-1:].isdigit() and not close and _stands(tokens, at)
        return (table.touching[raw], at + 1) if hot and len(tokens.word(at - 1)) < 4 else None
    if not close and raw in table.touching and tokens.word(at + 1) == "/" and tokens.touches(at + 1):
        return table.touching[raw], at + 1
    if close and ends and raw in table.touching and not (raw == "g" and tokens.capital(at)):
        return table.touching[raw], at + 1
    if ends and raw in table.spaced and not (len(raw) == 1 and raw.isalpha() and not _stands(tokens, at)):
        return table.spaced[raw], at + 1
    if worded is not None:
        return worded
    if word == "in" and tokens.word(at + 1) in SPREAD and tokens.word(at - 1)[-1:].isdigit():
        return "[in_i]", at + 1
    if close and ends and word in _TIGHT_TIME:
        return _TIGHT_TIME[word], at + 1
    if word in {"hrs", "mins", "min", "secs"}:
        return _TIGHT_TIME[word], at + 1
    if word == "a" and tokens.word(at - 1).isdigit() and tokens.word(at + 1) in {"and", ",", ".", ""}:
        return "a", at + 1
    if len(raw) > 1 and ends and word in table.caseless and (close or len(raw) > 2 or word in BYTES):
        return table.caseless[word], at + 1
    return None


def _closes_quote(tokens: Tokens, at: int) -> bool:
    """Whether a straight mark ends what the one before it opened ('"nearly 600" came') and stands for no inches."""
    for index in range(at - 1, -1, -1):
        if tokens.word(index) == '"':
            return not tokens.touches(index) and tokens.touches(index + 1)
    return False


_TIGHT_TIME = {"s": "s", "sec": "s", "secs": "s", "min": "min", "mins": "min", "h": "h", "hr": "h", "hrs": "h",
               "ms": "ms", "d": "d", "yrs": "a"}  # fmt: skip


def _stands(tokens: Tokens, at: int) -> bool:
    """Whether a lone letter after a number can be a unit: no initial, no name goes on after it."""
    if not tokens.word(at - 1)[-1:].isdigit() or tokens.word(at + 1) in {"-", "&", "'"}:
        return False
    return not tokens.capital(at + 1) or tokens.raw(at + 1).isupper() or not tokens.capital(at) or tokens.touches(at)


def _worded(tokens: Tokens, at: int) -> tuple[str, int] | None:
    table = unit_table()
    word = tokens.word(at)
    single = singular_unit(word)
    for opener in dict.fromkeys((word, single)):
        for rest, code in table.words.get(opener, ()):
            if all(_same(tokens, at + 1 + step, piece, last=step == len(rest) - 1) for step, piece in enumerate(rest)):
                if opener in {"°", "c", "f"} and not rest:
                    continue
                return code, at + 1 + len(rest)
    return (TIME[single], at + 1) if single in TIME and single != "quarter" else None


def _same(tokens: Tokens, at: int, piece: str, *, last: bool) -> bool:
    word = tokens.word(at)
    return word == piece or (last and len(word) > 3 and word == piece + "s")


def _over(tokens: Tokens, code: str, after: int) -> UnitRead:
    """Takes in what a unit is over: "kilometres per second", "kV/cm", "miles an hour"."""
    word, following = tokens.word(after), tokens.word(after + 1)
    if word == "/" and (inner := _base(tokens, after + 1)) is not None:
        return UnitRead(f"{code}/{inner[0]}", inner[1], "measure")
    if word == "/" and following in {"h", "s", "hr", "d"}:
        return UnitRead(f"{code}/{following[0]}", after + 2, "measure")
    timed = TIME.get(singular_unit(following))
    if word in {"per", "an", "a"} and timed in {"h", "s", "min", "ms"}:
        return UnitRead(f"{code}/{timed}", after + 2, "measure")
    if word == "per" and timed is None and (inner := _base(tokens, after + 1)) is not None:
        return UnitRead(f"{code}/{inner[0]}", inner[1], "measure")
    return UnitRead(code, after, "measure")


def _pound(tokens: Tokens, index: int, *, large: bool) -> UnitRead | None:
    """Pounds of a substance or of money: "of" and words of weighing mean mass, "sterling" and of paying mean money."""
    if tokens.word(index) not in {"pound", "pounds"}:
        return None
    following = tokens.word(index + 1)
    if following == "sterling":
        return UnitRead("GBP", index + 2, "money")
    if following in {"force", "per"} and tokens.word(index + 2) in {"square", "feet", "foot"}:
        return None
    if following in {"-", "feet", "foot", "mass"} and tokens.word(index + 2) in {"feet", "foot", "mass", ""}:
        return None
    near = {tokens.word(at) for at in range(index - 8, index + 4)}
    if following == "of":
        return UnitRead(*(("GBP", index + 1, "money") if _money_after(tokens, index + 2) else _mass(index)))
    if following in {"per", "each", "heavier", "lighter"} or tokens.word(index - 1) == "-":
        return UnitRead(*_mass(index))
    weighed, charged = bool(near & WEIGHING), bool(near & CHARGING) or "£" in tokens.text
    if weighed and not charged:
        return UnitRead(*_mass(index))
    return UnitRead("GBP", index + 1, "money") if large or (charged and not weighed) else UnitRead(*_mass(index))


def _mass(index: int) -> tuple[str, int, str]:
    return "[lb_av]", index + 1, "measure"


def _money_after(tokens: Tokens, at: int) -> bool:
    return tokens.word(at) in MONEY_OF or tokens.word(at + 1) in MONEY_OF - {"new", "our", "support", "public"}


def _money(tokens: Tokens, index: int, *, large: bool) -> UnitRead | None:
    word = tokens.word(index)
    if not word:
        return None
    second = singular_unit(tokens.word(index + 1))
    if word in currency_openers():
        names = currency_names()
        for length in (4, 3, 2):
            pieces = tuple(tokens.word(index + step) for step in range(length))
            code = names.get(pieces) or names.get((*pieces[:-1], singular_unit(pieces[-1])))
            if code:
                return UnitRead(code, index + length, "money")
    if (word, second) in NATIONAL:
        return UnitRead(NATIONAL[word, second], index + 2, "money")
    if word == "u" and tokens.word(index + 2) == "s" and singular_unit(tokens.word(index + 4)) == "dollar":
        return UnitRead("USD", index + 5, "money")
    close = tokens.touches(index)
    if word in SIGNS and (close or word not in "$£€¥") and tokens.word(index - 1)[-1:].isalnum():
        if not (tokens.word(index + 1)[:1].isdigit() and tokens.touches(index + 1)):
            return UnitRead(SIGNS[word], index + 1, "money")
        return None
    if word == "p" and not tokens.capital(index) and _pence(tokens, index):
        return UnitRead("{penny}", index + 1, "money")
    if word == "¢" and close:
        return UnitRead("{US cent}", index + 1, "money")
    if tokens.raw(index) == "R" and tokens.word(index + 1) in {".", ",", "", ")"} and not close:
        return UnitRead("ZAR", index + 1, "money")
    if word in CURRENCY_CODES and tokens.raw(index).isupper():
        return UnitRead(word.upper(), index + 1, "money")
    singular = singular_unit(word)
    if singular not in CURRENCIES or (singular in SOFT_MONEY and not (large or _is_sum(tokens, index))):
        return None
    if word in MILESTONES:
        return None
    return UnitRead(CURRENCIES[singular], index + 1, "money")


def _is_sum(tokens: Tokens, index: int) -> bool:
    """Whether what may be money stands in the plural after thousands: "20,000 crowns", never "300 crowns"."""
    before = tokens.word(index - 1)
    grouped = len(before) == 3 and tokens.word(index - 2) == "," and tokens.touches(index - 1)
    return tokens.word(index) in SOFT_PLURALS and before.isdigit() and (grouped or len(before) > 3)


def _pence(tokens: Tokens, index: int) -> bool:
    before = tokens.word(index - 1)
    if not before.isdigit() or (tokens.touches(index + 1) and tokens.word(index + 1)[:1].isalnum()):
        return False
    return int(before) not in RESOLUTIONS and (
        tokens.touches(index) or tokens.word(index + 1) in {".", ",", "at", "to", "a", "per", "from", "on", ")"}
    )
