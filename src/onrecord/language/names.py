"""People, organisations, places and substances of one document: each with its names, mentions, roles and party."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.language import persons
from onrecord.language.acronyms import join_acronyms, join_short
from onrecord.language.allegiance import inherit, is_state, localise, set_parties, settle, without_departments
from onrecord.language.epithets import call_again
from onrecord.language.evidence import decide
from onrecord.language.firmnames import codes_in, join_legal_forms, without_codes
from onrecord.language.gazetteers import gender_of_forename, gender_of_words
from onrecord.language.groups import Group, bodies_of, substances_of
from onrecord.language.headnames import named_above, surnames_called
from onrecord.language.ministries import share_out
from onrecord.language.nations import Nations
from onrecord.language.offices import is_private
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.language.places import (
    country_named,
    is_place,
)
from onrecord.language.roles import offices_of
from onrecord.language.runs import Candidate, Word, candidates, end_of, words_of_block
from onrecord.language.shortnames import introduced
from onrecord.language.states import SETTLED, states_told
from onrecord.language.takenup import office_taken_up
from onrecord.language.typed import Typed, placed
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Entity, EntityKind, Mention, Role

if TYPE_CHECKING:
    from onrecord.language.trees import Piece

VERSION = "names/12"

HEADLINE_SHARE = 0.6
"""A block with this share of capitalised words is a headline: capitals tell nothing there."""

MOST_ROLES = 6
"""Roles kept for one person; the first ones in text order."""

_SENTENCES = re.compile(r"[a-z0-9]{3,}[.?!]\s+[A-Z][a-z]*\s+[a-z]")
"""Two sentences, which no headline has."""
_ACRONYM = re.compile(
    r"(?<![\w.’'&-])(?P<name>(?:[A-Z][\w.’'&-]*\s(?:(?:of|for|the|and|on|in)\s){0,2}){1,8})[(“\"]{1,2}(?P<short>[A-Z][A-Z.&]{1,7})[)”\"]{1,2}"
)


def find_names(analysis: Analysis, typed: Sequence[Typed] | None = None) -> tuple[Entity, ...]:
    """Every person, organisation, place and substance that a document names, with all mentions.

    A form's kind is decided once a document from all its occurrences. Nothing is taken from headlines
    alone but the forename of whom the text calls by the surname; they only gain mentions of what the running text
    names. `typed` are names with their kinds whose
    bounds hold and whose kinds weigh in: those of the parse unless others are given.
    """
    text = analysis.document.text
    typed = _named_by_parse(analysis) if typed is None else sorted(typed)
    found = [(parsed, words_of_block(parsed, text)) for parsed in analysis.blocks]
    codes = codes_in(text)
    seen: list[tuple[Candidate, ParsedBlock]] = [
        (candidate, parsed)
        for parsed, block_words in found
        if not _is_headline(parsed, block_words)
        for candidate in without_codes(
            codes, placed(candidates(parsed, text, block_words), typed, block_words, parsed.index)
        )
    ]
    above = [(parsed, block_words) for parsed, block_words in found if _is_headline(parsed, block_words)]
    seen += named_above(above, typed, surnames_called(analysis.document, (candidate for candidate, _ in seen)))
    told = states_told(text)
    hints = {**told.hints, **dict.fromkeys(told.seats, SETTLED), **_dated_places(analysis.document.dateline)}
    kinds = decide(text, seen, hints, typed, told.words)
    if fold(analysis.document.outlet or "") in kinds:
        kinds[fold(analysis.document.outlet or "")] = "organisation"
    brief = introduced(text, seen, kinds)
    kinds.update((fold(form), "person") for form in brief)
    groups = join_short(text, _people(seen, kinds, brief) + _others(text, seen, kinds))
    _mention(text, found, groups)
    nations = Nations(told, groups)
    bodies = bodies_of(analysis, text, nations)
    _offices(analysis, text, groups)
    call_again(text, _bounds(analysis), groups, nations)
    without_departments(groups)
    localise(groups, bodies, nations)
    share_out(text, _bounds(analysis), groups, nations)
    set_parties(groups)
    inherit(groups, bodies)
    settle(analysis, groups, nations)
    return _entities(analysis, groups + bodies + substances_of(analysis, text))


_KINDS: dict[str, EntityKind] = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "EVENT": "event"}


def _named_by_parse(analysis: Analysis) -> list[Typed]:
    return sorted(
        Typed(parsed.offset + name.start_char, parsed.offset + name.end_char, _KINDS[name.label_])
        for parsed in analysis.blocks
        for name in parsed.doc.ents
        if name.label_ in _KINDS and not (name.label_ == "ORG" and _is_common(name))
    )


_COMMON = frozenset({"NNS", "JJ", "VBG", "VBN", "RB"})


def _is_common(name: "Piece") -> bool:
    """Whether a body's name is but a common word that opens its sentence: "Retailers warned"."""
    first = name[0]
    return len(name) == 1 and bool(first.is_sent_start) and first.tag_ in _COMMON and first.lower_ != "police"


def _is_headline(parsed: ParsedBlock, found: list[Word]) -> bool:
    if parsed.block.kind in {"title", "heading"}:
        return True
    if parsed.block.kind == "turn" or _ends_sentence(parsed) or _SENTENCES.search(parsed.text):
        return False
    long = [word.text for word in found if len(word.text) > 3]
    return 4 <= len(long) < 40 and sum(word[:1].isupper() for word in long) >= HEADLINE_SHARE * len(long)


def _ends_sentence(parsed: ParsedBlock) -> bool:
    tail = [token for token in parsed.doc[-3:] if not token.is_space]
    return bool(tail) and tail[-1].text[-1] in '.!?”"'


def _people(
    seen: list[tuple[Candidate, ParsedBlock]], kinds: dict[str, EntityKind], brief: Mapping[str, str]
) -> list[Group]:
    forms = [
        " ".join(candidate.words) for candidate, _ in seen if kinds.get(fold(" ".join(candidate.words))) == "person"
    ]
    full = [form for form in dict.fromkeys(forms) if persons.is_full(form) and form not in brief]
    groups = [Group("person", names[0], names) for names in persons.join(full)]
    bearers: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for form in group.forms:
            for word in persons.surnames_of(form):
                if group not in bearers[word]:
                    bearers[word].append(group)
    owners = {form: group for group in groups for form in group.forms}
    for form, name in brief.items():
        if name in owners:
            owners[name].forms[form] = None
    every = dict.fromkeys(" ".join(candidate.words) for candidate, _ in seen)
    known = {form for group in groups for form in group.forms}
    single = [form for form in every if form not in known and len(form.split()) <= 3]
    for form in single:
        near = bearers.get(persons.parts(form)[-1] if persons.parts(form) else "", [])
        fits = [group for group in near if any(persons.same_person(full, form) for full in group.forms)]
        for group in fits:
            group.forms[form] = None
        if not fits and kinds.get(fold(form)) == "person":
            group = Group("person", form, [form])
            groups.append(group)
            bearers[persons.parts(form)[-1]].append(group)
    _forenames_alone(groups, single, kinds)
    return groups


def _forenames_alone(groups: list[Group], single: list[str], kinds: dict[str, EntityKind]) -> None:
    """A bare forename means the one person of that forename, if the document has no other use for it."""
    first: dict[str, list[Group]] = defaultdict(list)
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


def _others(text: str, seen: list[tuple[Candidate, ParsedBlock]], kinds: dict[str, EntityKind]) -> list[Group]:
    groups: dict[tuple[str, str], Group] = {}
    for candidate, _ in seen:
        form = " ".join(candidate.words)
        kind = kinds.get(fold(form))
        if kind is None or kind == "person":
            continue
        name = (country_named(form) or form) if kind == "place" else _without_article(form)
        group = groups.setdefault((kind, fold(name)), Group(kind, name, ()))
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
    return join_acronyms(join_legal_forms(list(groups.values())))


def _dated_places(dateline: str | None) -> dict[str, float]:
    """What a dateline names is a place, whatever else the words could be."""
    pieces = [piece.strip() for piece in (dateline or "").split(",")]
    return {fold(piece): SETTLED for piece in pieces if piece and not piece.isdigit()}


def _without_article(form: str) -> str:
    return form[4:] if form.startswith(("The ", "the ")) else form


def _mention(text: str, found: list[tuple[ParsedBlock, list[Word]]], groups: list[Group]) -> None:
    """Every occurrence of every form, longest first; a form of two people counts for neither unless one is clear."""
    index: dict[str, dict[tuple[str, ...], list[Group]]] = defaultdict(lambda: defaultdict(list))
    for group in groups:
        for form in group.forms:
            pieces = tuple(form.split())
            index[pieces[0]][pieces].append(group)
    longest = {first: sorted({len(pieces) for pieces in table}, reverse=True) for first, table in index.items()}
    introduced = Introduced()
    for number, (_, block_words) in enumerate(found):
        at = 0
        while at < len(block_words):
            size = 1
            word = block_words[at].text
            for length in longest.get(word, ()):
                pieces = tuple(w.text for w in block_words[at : at + length])
                owners = index[word].get(pieces)
                if owners and len(pieces) == length and _adjacent(text, block_words[at : at + length]):
                    before = text[max(0, block_words[at].start - 6) : block_words[at].start]
                    owner = introduced.owner(owners, before, number)
                    if owner:
                        owner.mentions.append((block_words[at].start, block_words[at + length - 1].end))
                        introduced.note(owner, length, number)
                    size = length
                    break
            at += size


def _adjacent(text: str, run: list[Word]) -> bool:
    return all(
        b.start - a.end <= 2 and "\n" not in text[a.end : b.start] and not a.possessive for a, b in pairwise(run)
    )


class Introduced:
    """Who has been named so far, by whom a form that two people share is read."""

    def __init__(self) -> None:
        self._full: dict[int, int] = {}
        self._alone: dict[int, int] = {}

    def note(self, owner: Group, length: int, block: int) -> None:
        """Count one mention of so many words in this block."""
        self._full[id(owner)] = block if length > 1 else self._full.get(id(owner), -1)
        if length == 1:
            self._alone[id(owner)] = self._alone.get(id(owner), 0) + 1

    def owner(self, owners: list[Group], before: str, block: int) -> Group | None:
        """The one that fits what stands before; else the only one named so far; else the one that goes by it.

        Somebody goes by a surname who was called so before anybody else of that surname came up, as long as no
        other bearer is named in full in the same paragraph.
        """
        if len(owners) == 1:
            return owners[0]
        sex = gender_of_words(before.rsplit(maxsplit=1)[-1]) if before.split() else None
        if sex:
            owners = [owner for owner in owners if gender_of_forename(owner.name.split()[0]) in {sex, None}]
        if len(owners) == 1:
            return owners[0]
        known = [owner for owner in owners if id(owner) in self._full]
        going = [owner for owner in known if self._alone.get(id(owner))]
        if len(known) > 1 and len(going) == 1:
            rival = any(self._full[id(owner)] == block for owner in known if owner is not going[0])
            return None if rival else going[0]
        return known[0] if len(known) == 1 else None


def _bounds(analysis: Analysis) -> list[tuple[int, int]]:
    return sorted((parsed.offset, end_of(parsed)) for parsed in analysis.blocks)


def _offices(analysis: Analysis, text: str, groups: list[Group]) -> None:
    bounds = _bounds(analysis)
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
            taken_up = office_taken_up(text, start)
            if taken_up is not None:
                offices = [taken_up, *offices]
            if bracket:
                told.append(bracket)
            for office in offices:
                if len(group.roles) < MOST_ROLES and office.role not in group.roles:
                    group.roles.append(office.role)
                if office.party:
                    told.append(office.party)
                weak = weak or office.weak_party
        states = [party for party in told if is_state(party)]
        group.guessed = not (states or told) and weak is not None
        group.party = next(iter(states or told), weak)
        if group.party and is_state(group.party) and group.roles and all(is_private(r.title) for r in group.roles):
            group.party, group.guessed = None, False
        group.roles = _distinct(group.roles)


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


def _display(name: str, forms: Iterable[str]) -> str:
    """The name with its apostrophes and in mixed case, if the document has it so anywhere."""
    name = next((form for form in forms if form != name and re.sub(r"['’](?=\s)", "", form) == name), name)
    if not name.isupper() or len(name) <= 5:
        return name
    mixed = sorted({form for form in forms if fold(form) == fold(name) and not form.isupper()})
    return mixed[0] if mixed else name.title() if " " in name or is_place(name) else name


def _entities(analysis: Analysis, groups: list[Group]) -> tuple[Entity, ...]:
    document = analysis.document.id
    merged: dict[str, Group] = {}
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
    shown = {group.name: _display(group.name, [text[a:b] for a, b in group.mentions]) for group in merged.values()}
    entities = [
        Entity(
            id=identity,
            kind=group.kind,
            name=shown[group.name],
            aliases=tuple(sorted({analysis.document.text[a:b] for a, b in group.mentions} - {group.name})),
            roles=tuple(group.roles),
            party=shown.get(group.party or "", group.party),
            mentions=tuple(Mention(document=document, start=a, end=b) for a, b in sorted(set(group.mentions))),
        )
        for identity, group in merged.items()
    ]
    return tuple(sorted(entities, key=lambda entity: (entity.mentions[0].start, entity.mentions[0].end, entity.id)))
