"""Times as TIMEX3 annotates them: one tag for each end of a range, the words that qualify a length inside the tag."""

from typing import Literal

import msgspec

from onrecord.language.times import Anchor, TimeMention, find_times
from onrecord.language.tokens import Tokens
from onrecord.model.spans import Span

Kind = Literal["DATE", "TIME", "DURATION", "SET"]

QUALIFIERS: dict[tuple[str, ...], str | None] = {
    ("more", "than"): "MORE_THAN", ("over",): "MORE_THAN", ("at", "least"): "EQUAL_OR_MORE",
    ("less", "than"): "LESS_THAN", ("under",): "LESS_THAN", ("fewer", "than"): "LESS_THAN",
    ("nearly",): "LESS_THAN", ("almost",): "LESS_THAN", ("up", "to"): "EQUAL_OR_LESS", ("about",): "APPROX",
    ("around",): "APPROX", ("approximately",): "APPROX", ("roughly",): "APPROX", ("circa",): "APPROX",
    ("ca",): "APPROX", ("ca", "."): "APPROX", ("some",): "APPROX", ("only",): None, ("just",): None,
}  # fmt: skip
"""Words before a time that belong to its tag, and the modifier they are."""
LENGTHENING = frozenset({"long", "old"})
PARTS = {
    "early": "START", "beginning": "START", "start": "START", "mid": "MID", "middle": "MID", "late": "END",
    "end": "END", "close": "END",
}  # fmt: skip


class Timex(msgspec.Struct, frozen=True, kw_only=True):
    """One TIMEX3 tag: its words, kind, value, and modifier where the words hold one."""

    span: Span
    text: str
    kind: Kind
    value: str
    mod: str | None = None

    def tagged(self, number: int) -> str:
        """The tag around its words, as TimeML writes it."""
        mod = f' mod="{self.mod}"' if self.mod else ""
        words = self.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f'<TIMEX3 tid="t{number}" type="{self.kind}" value="{self.value}"{mod}>{words}</TIMEX3>'


def find_timexes(text: str, anchor: Anchor) -> tuple[Timex, ...]:
    """Every time of a text as a TIMEX3 tag, in order: points, lengths, repetitions and words like "recently"."""
    tokens = Tokens(text)
    found: list[Timex] = []
    at = 0
    for mention in find_times(text, anchor, every=True):
        while at < tokens.count and tokens.starts[at] < mention.core.start:
            at += 1
        found.extend(_tags(tokens, mention, at))
    return tuple(found)


def _tags(tokens: Tokens, mention: TimeMention, first: int) -> list[Timex]:
    text = tokens.text
    if mention.ends:
        return [
            Timex(span=span, text=span.of(text), kind=_kind(mention, value), value=value)
            for span, value in mention.ends
        ]
    start, mod = _qualified(tokens, first)
    span = Span(start, _lengthened(tokens, first, mention))
    mod = mod or PARTS.get(tokens.word(first)) or PARTS.get(tokens.word(first + 1))
    return [Timex(span=span, text=span.of(text), kind=_kind(mention, mention.value), value=mention.value, mod=mod)]


def _kind(mention: TimeMention, value: str) -> Kind:
    if mention.sort == "set":
        return "SET"
    if mention.sort == "duration" or (value.startswith("P") and not value.endswith("_REF")):
        return "DURATION"
    return "TIME" if "T" in value[4:] else "DATE"


def _qualified(tokens: Tokens, first: int) -> tuple[int, str | None]:
    """Where the words that qualify the time begin, and their modifier."""
    for length in (2, 1):
        words = tuple(tokens.word(at) for at in range(first - length, first))
        if first >= length and words in QUALIFIERS:
            return tokens.starts[first - length], QUALIFIERS[words]
    return tokens.starts[first], None


def _lengthened(tokens: Tokens, first: int, mention: TimeMention) -> int:
    """Where the tag ends: behind "long", "old" or "of age" after a length of time."""
    end = mention.core.end
    if mention.sort != "duration":
        return end
    after = first
    while after < tokens.count and tokens.ends[after] <= end:
        after += 1
    at = after + 1 if tokens.word(after) == "-" and tokens.touches(after) else after
    if tokens.word(at) in LENGTHENING:
        return tokens.ends[at]
    return tokens.ends[after + 1] if (tokens.word(after), tokens.word(after + 1)) == ("of", "age") else end
