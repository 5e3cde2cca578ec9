"""An office told before its holder is named: "Norland’s energy minister … the minister, Ada Lind, said"."""

import re

from onrecord.language.gazetteers import is_role_head
from onrecord.language.places import country_of
from onrecord.language.roles import Office, office_of

REACH = 1500
"""Characters looked back over for the office in full."""

_BARE = re.compile(r"\b[Tt]he (?P<head>[a-z]+), $")
_BESIDE = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he)|['’]s?)\s(?P<state>[A-Z][\w.-]+)\scounterpart,?\s$")
"""For which state somebody stands across from another: "her Norwegian counterpart, "."""
_BEHIND = re.compile(
    r"[^\W\d_][\w.’'-]*(?:\s[^\W\d_][\w.’'-]*){0,3},\s(?:his|her|their)\s(?P<state>[A-Z][\w.-]+)\scounterpart\b"
)
"""The same behind the name: "Ada Lind, her Norwegian counterpart"."""
_NAMED_NEXT = re.compile(r",?\s[A-Z]")


def office_taken_up(text: str, start: int) -> Office | None:
    """The office of the person named at `start`, where "the minister, " stands before the name and one was told."""
    beside = _BESIDE.search(text, max(0, start - 60), start) or _BEHIND.match(text, start)
    if beside is not None:
        return office_of(f"{beside['state']} counterpart")
    bare = _BARE.search(text, max(0, start - 40), start)
    if bare is None or not is_role_head(bare["head"]):
        return None
    pattern = re.compile(
        rf"\b(?:(?P<owner>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)['’]s|(?P<adjective>[A-Z][^\W\d_]+)) "
        rf"(?P<title>(?:[a-z][\w-]* ){{0,3}}{bare['head']})\b"
    )
    earlier = [
        told
        for told in pattern.finditer(text, max(0, start - REACH), bare.start())
        if not _NAMED_NEXT.match(text, told.end()) and (told["owner"] or country_of(told["adjective"]))
    ]
    return office_of(earlier[-1].group()) if earlier else None
