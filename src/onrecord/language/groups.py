"""Forms that mean one thing, gathered over a document; bodies and substances, which patterns alone find."""

import re
from collections.abc import Iterable

from onrecord.language.gazetteers import opens_no_name, substance_pattern, words
from onrecord.language.nations import Nations
from onrecord.language.parsing import Analysis
from onrecord.language.places import party_of
from onrecord.language.runs import end_of
from onrecord.model.identity import fold
from onrecord.model.items import EntityKind, Role


class Group:
    """Forms that mean one thing, while a document is being read."""

    __slots__ = ("forms", "guessed", "kind", "mentions", "name", "owner", "party", "roles")

    def __init__(self, kind: EntityKind, name: str, forms: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.forms = dict.fromkeys(forms)
        self.mentions: list[tuple[int, int]] = []
        self.roles: list[Role] = []
        self.party: str | None = None
        self.owner: str | None = None
        self.guessed = False


_NOUNS = "|".join(sorted(words().organisation_nouns, key=len, reverse=True))


_BODY = re.compile(
    rf"(?<![\w-])(?P<of>(?:(?:(?:[A-Z]\.){{2,}}|[A-Z]\w+(?:['’]s?|-[A-Z]\w*)?)\s){{1,3}})(?P<noun>(?:state\s|federal\s|interim\s|military\s|drug\s|security\s)?(?:{_NOUNS}))\b"
)


def bodies_of(analysis: Analysis, text: str, nations: Nations) -> list[Group]:
    """Bodies called by a state or a leader and a common noun: "the Norwegian government", "the Lund campaign"."""
    groups: dict[tuple[str, str], Group] = {}
    for parsed in analysis.blocks:
        for match in _BODY.finditer(text, parsed.offset, end_of(parsed)):
            owner_start = match.start("of")
            owner = match.group("of").strip()
            while " " in owner and (
                opens_no_name(owner.split()[0]) or owner.split()[0].lower() in words().role_modifiers
            ):
                lead = len(owner.split()[0]) + 1
                owner_start, owner = owner_start + lead, owner[lead:]
            if opens_no_name(owner) or owner.lower() in words().role_modifiers:
                continue
            bare = re.sub(r"['’]s?$", "", owner)
            state = nations.of(bare)
            noun = match.group("noun")
            if not bare or (
                state is None
                and noun not in {"administration", "campaign", "cartel", "cartels", "government", "regime"}
            ):
                continue
            name = f"{bare} {noun}"
            group = groups.setdefault((fold(state or bare), noun), Group("organisation", name, ()))
            group.forms[text[owner_start : match.end()]] = None
            group.mentions.append((owner_start, match.end()))
            group.party = name if noun.endswith(("cartel", "cartels")) else state or party_of(bare)
            group.owner = bare if state is None else None
    return list(groups.values())


def substances_of(analysis: Analysis, text: str) -> list[Group]:
    """Every listed drug, chemical, metal, fuel and good that the text mentions."""
    groups: dict[str, Group] = {}
    pattern = substance_pattern()
    for parsed in analysis.blocks:
        for match in pattern.finditer(text, parsed.offset, end_of(parsed)):
            form = match.group()
            name = form if form.isupper() else form[0].lower() + form[1:]
            group = groups.setdefault(name, Group("substance", name, ()))
            group.forms[form] = None
            group.mentions.append((match.start(), match.end()))
    return list(groups.values())
