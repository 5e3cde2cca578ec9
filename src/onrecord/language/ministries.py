"""Whose a ministry is that goes by a name every state has: "the Foreign Ministry" of one country and of another."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.language.groups import Group
from onrecord.language.nations import Nations
from onrecord.language.places import agency_country, country_containing, party_of

_GENERIC = re.compile(
    r"(?:The )?(?:(?:[A-Z]\w+ (?:and )?){1,3}Ministry|"
    r"Ministry (?:of|for) (?:the )?[A-Z]\w+(?:,? (?:and )?[A-Z]\w+){0,3}|"
    r"Ministry|Parliament|Cabinet|Coast Guard|Central Bank|Embassy|Prosecutor General(?:['’]s Office)?|Supreme Court|"
    r"(?:Energy|Border|Customs|Maritime|Health|Food|Space|Fisheries) (?:Agency|Authority|Service))"
)
_BEFORE = re.compile(r"(?P<own>(?:(?:[A-Z][\w.-]*)\s){0,2}[A-Z][\w.-]*)(?:['’]s?)?\s$")
_AFTER = re.compile(
    r"\s(?:of|in)\s(?:the\s)?(?:(?:Republic|Kingdom|State)\sof\s(?:the\s)?)?(?P<own>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2})"
)
_SENTENCE = re.compile(r"(?:[.!?][”\"’)]*|\n)\s*(?=[“\"A-Z])")
_OPENS = re.compile(r"(?P<own>[A-Z][\w.-]*(?:\s[A-Z][\w-]*)?)\s[a-z]")
REACH = 600
"""Characters looked back over for the state that the sentence before is about."""


def share_out(text: str, bounds: Sequence[tuple[int, int]], groups: list[Group], nations: Nations) -> None:
    """Give each ministry the state that the text names with it, or that the sentence before is about.

    One name of two states' ministries becomes two groups, each named with its state.
    """
    starts = [start for start, _ in bounds]
    for group in list(groups):
        if group.kind != "organisation" or group.party or not _GENERIC.fullmatch(group.name):
            continue
        if agency_country(group.name) or party_of(group.name):
            continue
        owned: dict[str, list[tuple[int, int]]] = {}
        rest: list[tuple[int, int]] = []
        for start, end in group.mentions:
            at = bisect_right(starts, start) - 1
            floor = bounds[at][0] if at >= 0 else 0
            state = _named_with(text, start, end, nations) or _spoken_of(text, start, floor, nations)
            if state is None:
                rest.append((start, end))
            else:
                owned.setdefault(state, []).append((start, end))
        for number, (state, mentions) in enumerate(sorted(owned.items(), key=lambda item: item[1])):
            alone = len(owned) == 1
            mine = group if not number else Group("organisation", group.name, group.forms)
            mine.mentions = [*mentions, *(rest if alone else ())]
            mine.name, mine.party = f"{group.name if not number else _bare(group)} of {state}", state
            if number:
                groups.append(mine)
        if len(owned) > 1 and rest:
            unknown = Group("organisation", _bare(group), group.forms)
            unknown.mentions = rest
            groups.append(unknown)
    _join_adjectives(groups, nations)


def _join_adjectives(groups: list[Group], nations: Nations) -> None:
    """Make "the Norwegian Foreign Ministry" one with the Foreign Ministry that the text gives to Norway."""
    named = {group.name: group for group in groups if group.kind == "organisation"}
    for group in list(named.values()):
        first, _, rest = group.name.partition(" ")
        state = nations.of(first) if _GENERIC.fullmatch(rest) else None
        other = named.get(f"{rest} of {state}") if state else None
        if other is not None and other is not group:
            other.forms.update(group.forms)
            other.mentions += group.mentions
            groups.remove(group)


def _bare(group: Group) -> str:
    return next(iter(group.forms))


def _named_with(text: str, start: int, end: int, nations: Nations) -> str | None:
    """The state right before or behind a ministry's name: "Norway’s Foreign Ministry", "… of Norway"."""
    before = _BEFORE.search(text, max(0, start - 60), start)
    words = before["own"].split() if before else []
    for at in range(len(words)):
        if state := nations.of(" ".join(words[at:])):
            return state
    after = _AFTER.match(text, end, end + 80)
    words = after["own"].split() if after else []
    for size in range(len(words), 0, -1):
        phrase = " ".join(words[:size])
        if state := nations.of(phrase) or country_containing(phrase):
            return state
    return None


def _spoken_of(text: str, start: int, floor: int, nations: Nations) -> str | None:
    """The state that opens the sentence before the ministry's, in its paragraph."""
    low = max(floor, start - REACH)
    ends = [match.end() for match in _SENTENCE.finditer(text, low, start)]
    for sentence in ([low] if low == floor else []) + ends:
        opens = _OPENS.match(text, sentence)
        words = opens["own"].split() if opens else []
        state = next((s for n in range(len(words), 0, -1) if (s := nations.of(" ".join(words[:n])))), None)
        if state is not None and sentence != (ends[-1] if ends else low):
            return state
    return None
