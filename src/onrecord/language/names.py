"""People, organisations, places and substances of one document: each with its names, mentions, roles and party."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from onrecord.language import persons
from onrecord.language.evidence import decide
from onrecord.language.gazetteers import gender_of_forename, gender_of_words, opens_no_name, substance_pattern, words
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.language.places import (
    UNITED_STATES,
    agency_country,
    country_containing,
    country_named,
    country_of,
    is_place,
    party_of,
)
from onrecord.language.roles import offices_of
from onrecord.language.runs import Candidate, Word, candidates, end_of, words_of_block
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Entity, EntityKind, Mention, Role

VERSION = "names/1"

HEADLINE_SHARE = 0.6
"""A block with this share of capitalised words is a headline: capitals tell nothing there."""

MOST_ROLES = 6
"""Roles kept for one person; the first ones in text order."""

_ACRONYM = re.compile(
    r"(?<![\w.’'&-])(?P<name>(?:[A-Z][\w.’'&-]*\s(?:(?:of|for|the|and|on|in)\s){0,2}){1,8})[(“\"]{1,2}(?P<short>[A-Z][A-Z.&]{1,7})[)”\"]{1,2}"
)
_OWNER = re.compile(r"(?:[\w.\-]+\s)*?([\w\-]+)['’]s?\s")
_PRESIDENT = re.compile(r"(?:(?:former|then|ex)[ -])?(?:Vice )?[Pp]resident(?:-elect)?")
"""Bare "President NAME" beside American bodies is that of the United States; other heads of state get their country."""


class _Group:
    """Forms that mean one thing, while a document is being read."""

    __slots__ = ("forms", "kind", "mentions", "name", "owner", "party", "roles")

    def __init__(self, kind: EntityKind, name: str, forms: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.forms = dict.fromkeys(forms)
        self.mentions: list[tuple[int, int]] = []
        self.roles: list[Role] = []
        self.party: str | None = None
        self.owner: str | None = None


def find_names(analysis: Analysis) -> tuple[Entity, ...]:
    """Every person, organisation, place and substance that a document names, with all mentions.

    A form's kind is decided once a document from all its occurrences. Nothing is taken from headlines
    alone; they only gain mentions of what the running text names.
    """
    text = analysis.document.text
    found = [(parsed, words_of_block(parsed, text)) for parsed in analysis.blocks]
    seen: list[tuple[Candidate, ParsedBlock]] = [
        (candidate, parsed)
        for parsed, block_words in found
        if not _is_headline(parsed, block_words)
        for candidate in candidates(parsed, text, block_words)
    ]
    kinds = decide(text, seen)
    groups = _people(seen, kinds) + _others(text, seen, kinds)
    _mention(text, found, groups)
    bodies = _bodies(analysis, text)
    _offices(analysis, text, groups)
    _parties(groups)
    _inherit(groups, bodies)
    return _entities(analysis, groups + bodies + _substances(analysis, text))


def _is_headline(parsed: ParsedBlock, found: list[Word]) -> bool:
    if parsed.block.kind in {"title", "heading"}:
        return True
    if parsed.block.kind == "turn" or _ends_sentence(parsed):
        return False
    long = [word.text for word in found if len(word.text) > 3]
    return 4 <= len(long) < 40 and sum(word[:1].isupper() for word in long) >= HEADLINE_SHARE * len(long)


def _ends_sentence(parsed: ParsedBlock) -> bool:
    tail = [token for token in parsed.doc[-3:] if not token.is_space]
    return bool(tail) and tail[-1].text[-1] in '.!?”"'


def _people(seen: list[tuple[Candidate, ParsedBlock]], kinds: dict[str, EntityKind]) -> list[_Group]:
    forms = [
        " ".join(candidate.words) for candidate, _ in seen if kinds.get(fold(" ".join(candidate.words))) == "person"
    ]
    full = [form for form in dict.fromkeys(forms) if persons.is_full(form)]
    groups = [_Group("person", names[0], names) for names in persons.join(full)]
    bearers: dict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        for form in group.forms:
            for word in persons.surnames_of(form):
                if group not in bearers[word]:
                    bearers[word].append(group)
    every = dict.fromkeys(" ".join(candidate.words) for candidate, _ in seen)
    known = {form for group in groups for form in group.forms}
    single = [form for form in every if form not in known and len(form.split()) <= 3]
    for form in single:
        near = bearers.get(persons.parts(form)[-1] if persons.parts(form) else "", [])
        fits = [group for group in near if any(persons.same_person(full, form) for full in group.forms)]
        for group in fits:
            group.forms[form] = None
        if not fits and kinds.get(fold(form)) == "person":
            group = _Group("person", form, [form])
            groups.append(group)
            bearers[persons.parts(form)[-1]].append(group)
    _forenames_alone(groups, single, kinds)
    return groups


def _forenames_alone(groups: list[_Group], single: list[str], kinds: dict[str, EntityKind]) -> None:
    """A bare forename means the one person of that forename, if the document has no other use for it."""
    first: dict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        if persons.is_full(group.name):
            first[persons.parts(group.name)[0]].append(group)
    taken = {form for group in groups for form in group.forms if not persons.is_full(group.name)}
    for form in single:
        pieces = persons.parts(form)
        near = first.get(pieces[0], []) if len(pieces) == 1 else []
        if len(near) == 1 and form in taken and kinds.get(fold(form)) == "person":
            near[0].forms[form] = None
            groups[:] = [group for group in groups if group.name != form]


def _others(text: str, seen: list[tuple[Candidate, ParsedBlock]], kinds: dict[str, EntityKind]) -> list[_Group]:
    groups: dict[tuple[str, str], _Group] = {}
    for candidate, _ in seen:
        form = " ".join(candidate.words)
        kind = kinds.get(fold(form))
        if kind is None or kind == "person":
            continue
        name = (country_named(form) or form) if kind == "place" else _without_article(form)
        group = groups.setdefault((kind, fold(name)), _Group(kind, name, ()))
        group.forms[form] = None
    by_form = {fold(form): group for group in groups.values() for form in group.forms}
    for match in _ACRONYM.finditer(text):
        pieces = match.group("name").split()
        for size in range(len(pieces), 0, -1):
            full = " ".join(pieces[-size:])
            long, short = by_form.get(fold(full)), match.group("short")
            if long:
                other = by_form.get(fold(short))
                if other is not None and other is not long:
                    long.forms.update(other.forms)
                    groups = {key: group for key, group in groups.items() if group is not other}
                long.forms[short] = None
                by_form[fold(short)] = long
                break
    return list(groups.values())


def _without_article(form: str) -> str:
    return form[4:] if form.startswith("The ") else form


def _mention(text: str, found: list[tuple[ParsedBlock, list[Word]]], groups: list[_Group]) -> None:
    """Every occurrence of every form, longest first; a form of two people counts for neither unless one is clear."""
    index: dict[str, dict[tuple[str, ...], list[_Group]]] = defaultdict(lambda: defaultdict(list))
    for group in groups:
        for form in group.forms:
            pieces = tuple(form.split())
            index[pieces[0]][pieces].append(group)
    longest = {first: sorted({len(pieces) for pieces in table}, reverse=True) for first, table in index.items()}
    introduced: set[int] = set()
    for _, block_words in found:
        at = 0
        while at < len(block_words):
            size = 1
            word = block_words[at].text
            for length in longest.get(word, ()):
                pieces = tuple(w.text for w in block_words[at : at + length])
                owners = index[word].get(pieces)
                if owners and len(pieces) == length and _adjacent(text, block_words[at : at + length]):
                    owner = _owner(owners, introduced, text[max(0, block_words[at].start - 6) : block_words[at].start])
                    if owner:
                        owner.mentions.append((block_words[at].start, block_words[at + length - 1].end))
                        introduced.add(id(owner))
                    size = length
                    break
            at += size


def _adjacent(text: str, run: list[Word]) -> bool:
    return all(
        b.start - a.end <= 2 and "\n" not in text[a.end : b.start] and not a.possessive for a, b in pairwise(run)
    )


def _owner(owners: list[_Group], introduced: set[int], before: str) -> _Group | None:
    if len(owners) == 1:
        return owners[0]
    sex = gender_of_words(before.rsplit(maxsplit=1)[-1]) if before.split() else None
    if sex:
        owners = [owner for owner in owners if gender_of_forename(owner.name.split()[0]) in {sex, None}]
    if len(owners) == 1:
        return owners[0]
    known = [owner for owner in owners if id(owner) in introduced]
    return known[0] if len(known) == 1 else None


def _offices(analysis: Analysis, text: str, groups: list[_Group]) -> None:
    bounds = sorted((parsed.offset, end_of(parsed)) for parsed in analysis.blocks)
    starts = [start for start, _ in bounds]
    for group in groups:
        if group.kind != "person":
            continue
        weak: str | None = None
        told: list[str] = []
        for start, end in group.mentions:
            at = bisect_right(starts, start) - 1
            floor, ceiling = bounds[at]
            offices, bracket = offices_of(text, start, end, floor, ceiling)
            if bracket:
                told.append(bracket)
            for office in offices:
                if len(group.roles) < MOST_ROLES and office.role not in group.roles:
                    group.roles.append(office.role)
                if office.party:
                    told.append(office.party)
                weak = weak or office.weak_party
        states = [party for party in told if _is_state(party)]
        group.party = next(iter(states or told), weak)
        group.roles = _distinct(group.roles)


def _is_state(party: str) -> bool:
    return country_of(party) is not None or party in {"European Union", "United Nations", "NATO"}


def _distinct(roles: list[Role]) -> list[Role]:
    """Roles without those that another one says in more words."""
    kept: list[Role] = []
    for role in roles:
        folded = fold(role.title)
        if any(
            folded != fold(other.title)
            and folded in fold(other.title)
            and role.organisation in {None, other.organisation}
            for other in roles
        ):
            continue
        if not any(folded == fold(other.title) and role.organisation in {None, other.organisation} for other in kept):
            kept.append(role)
    return kept


def _parties(groups: list[_Group]) -> None:
    for group in groups:
        if group.kind == "organisation":
            known = (agency_country(form) for form in (group.name, *group.forms))
            group.party = next((state for state in known if state), None) or party_of(group.name) or group.name
        elif group.kind == "place":
            group.party = country_containing(group.name)
    by_surname = {
        word: group.party
        for group in reversed(groups)
        if group.kind == "person" and group.party
        for word in persons.surnames_of(group.name)
    }
    american = any(group.party == UNITED_STATES and group.kind == "organisation" for group in groups)
    for group in groups:
        if group.kind != "person" or group.party:
            continue
        for role in group.roles:
            owner = _OWNER.match(role.title)
            if owner and fold(owner.group(1)) in by_surname:
                group.party = by_surname[fold(owner.group(1))]
                break
        else:
            if american and any(_PRESIDENT.fullmatch(role.title) and not role.organisation for role in group.roles):
                group.party = UNITED_STATES


def _inherit(groups: list[_Group], bodies: list[_Group]) -> None:
    """An administration or campaign speaks for whom its leader speaks for, and the leader for its state."""
    leaders: dict[str, list[_Group]] = defaultdict(list)
    american = any(group.party == UNITED_STATES and group.kind == "organisation" for group in groups)
    for group in groups:
        if group.kind == "person":
            for word in persons.surnames_of(group.name):
                leaders[word].append(group)
    for body in bodies:
        if not body.owner:
            continue
        owners = leaders.get(persons.parts(body.owner.split("-")[0])[-1], [])
        told = {owner.party for owner in owners if owner.party}
        if len(told) == 1:
            body.party = told.pop()
        elif not told and american and body.name.endswith("administration"):
            body.party = UNITED_STATES
            if len(owners) == 1:
                owners[0].party = UNITED_STATES


_NOUNS = "|".join(sorted(words().organisation_nouns, key=len, reverse=True))
_BODY = re.compile(
    rf"(?<![\w-])(?P<of>(?:(?:(?:[A-Z]\.){{2,}}|[A-Z]\w+(?:['’]s?|-[A-Z]\w*)?)\s){{1,3}})(?P<noun>(?:state\s|federal\s|interim\s|military\s|drug\s|security\s)?(?:{_NOUNS}))\b"
)


def _bodies(analysis: Analysis, text: str) -> list[_Group]:
    """Bodies called by a state or a leader and a common noun: "the Norwegian government", "the Lund campaign"."""
    groups: dict[tuple[str, str], _Group] = {}
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
            state = country_of(bare)
            noun = match.group("noun")
            if not bare or (
                state is None
                and noun not in {"administration", "campaign", "cartel", "cartels", "government", "regime"}
            ):
                continue
            name = f"{bare} {noun}"
            group = groups.setdefault((fold(state or bare), noun), _Group("organisation", name, ()))
            group.forms[text[owner_start : match.end()]] = None
            group.mentions.append((owner_start, match.end()))
            group.party = name if noun.endswith(("cartel", "cartels")) else state or party_of(bare)
            group.owner = bare if state is None else None
    return list(groups.values())


def _substances(analysis: Analysis, text: str) -> list[_Group]:
    groups: dict[str, _Group] = {}
    pattern = substance_pattern()
    for parsed in analysis.blocks:
        for match in pattern.finditer(text, parsed.offset, end_of(parsed)):
            form = match.group()
            name = form if form.isupper() else form[0].lower() + form[1:]
            group = groups.setdefault(name, _Group("substance", name, ()))
            group.forms[form] = None
            group.mentions.append((match.start(), match.end()))
    return list(groups.values())


def _display(name: str, forms: Iterable[str]) -> str:
    """The name in mixed case, if the document has it so anywhere."""
    if not name.isupper() or len(name) <= 5:
        return name
    mixed = sorted({form for form in forms if fold(form) == fold(name) and not form.isupper()})
    return mixed[0] if mixed else name.title() if " " in name or is_place(name) else name


def _entities(analysis: Analysis, groups: list[_Group]) -> tuple[Entity, ...]:
    document = analysis.document.id
    merged: dict[str, _Group] = {}
    for group in groups:
        if not group.mentions:
            continue
        identity = content_id("entity", group.kind, fold(group.name))
        kept = merged.setdefault(identity, group)
        if kept is not group:
            kept.forms.update(group.forms)
            kept.mentions.extend(group.mentions)
            kept.roles.extend(role for role in group.roles if role not in kept.roles)
            kept.party = kept.party or group.party
    text = analysis.document.text
    entities = [
        Entity(
            id=identity,
            kind=group.kind,
            name=_display(group.name, (text[a:b] for a, b in group.mentions)),
            aliases=tuple(sorted({analysis.document.text[a:b] for a, b in group.mentions} - {group.name})),
            roles=tuple(group.roles),
            party=group.party,
            mentions=tuple(Mention(document=document, start=a, end=b) for a, b in sorted(set(group.mentions))),
        )
        for identity, group in merged.items()
    ]
    return tuple(sorted(entities, key=lambda entity: (entity.mentions[0].start, entity.mentions[0].end, entity.id)))
