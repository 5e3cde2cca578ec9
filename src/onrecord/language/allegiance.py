"""Whom people and bodies speak for, where their own words do not say it."""

import re
from collections import defaultdict

from onrecord.language import persons
from onrecord.language.gazetteers import is_creed, is_organisation_word, is_role_head, words
from onrecord.language.groups import Group
from onrecord.language.nations import Nations
from onrecord.language.offices import home_of_document, is_national, is_private, is_state_body, office_key, told_offices
from onrecord.language.parsing import Analysis
from onrecord.language.places import UNITED_STATES, agency_country, country_containing, country_of, party_of
from onrecord.language.rivals import rivals_of
from onrecord.model.identity import fold
from onrecord.model.items import Role

_OWNER = re.compile(r"(?:[\w.\-]+\s)*?([\w\-]+)['’]s?\s")


_PRESIDENT = re.compile(r"(?:then[ -])?(?:Vice )?[Pp]resident(?:-elect)?")
"""Bare "President NAME" beside American bodies is that of the United States; other heads of state get their country."""


def is_state(party: str) -> bool:
    """Whether a party is a state, a union of states, or a body of one."""
    bodies = {"European Union", "United Nations", "NATO"}
    return country_of(party) is not None or party in bodies or agency_country(party) is not None


def set_parties(groups: list[Group]) -> None:
    """Whom bodies, places and office holders speak for."""
    for group in groups:
        if group.kind == "organisation":
            if group.party and (is_state_body(group.name) or group.name.endswith(f" of {group.party}")):
                continue  # a ministry of a state that the document tells of, whatever state else has one of its name
            known = (agency_country(form) for form in (group.name, *group.forms))
            private = not words().private_words.isdisjoint(group.name.split())
            state = None if private else party_of(group.name) or group.party
            group.party = next((found for found in known if found), None) or state or group.name
        elif group.kind == "place":
            group.party = group.party or country_containing(group.name)
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
            if is_private(role.title):
                continue
            owner = _OWNER.match(role.title)
            if owner and fold(owner.group(1)) in by_surname:
                group.party = by_surname[fold(owner.group(1))]
                break
        else:
            if american and any(_PRESIDENT.fullmatch(role.title) and not role.organisation for role in group.roles):
                group.party = UNITED_STATES


def localise(groups: list[Group], bodies: list[Group], nations: Nations) -> None:
    """Give states that no list knows to those who speak for them: "Ruritania’s minister", "the Ruritanian envoy"."""
    if not nations:
        return
    for group in groups:
        if group.kind == "place" and (state := nations.own(group.name)):
            group.party = state
        if group.kind != "person" or (group.party and is_state(group.party)):
            continue
        for at, role in enumerate(group.roles):
            state = nations.within(role.organisation or "") or nations.within(role.title)
            if state:
                title = _without(role.title, nations)
                whole = role.organisation is None or nations.own(role.organisation) is not None
                kept = state if whole or is_national(title) else role.organisation
                group.roles[at] = Role(title=title, organisation=kept)
                group.party = None if is_private(title) else state
                break
    for body in bodies:
        body.party = body.party or nations.within(body.name)
    for group in groups:
        if group.kind == "organisation":
            own = nations.within(group.name)
            group.party = own if own and is_state_body(group.name) else group.party or own


def without_departments(groups: list[Group]) -> None:
    """Take back bodies that only an office's "of" tells of: who heads Food Safety heads a department, and no body."""
    bodies = {fold(form) for group in groups if group.kind == "organisation" for form in (group.name, *group.forms)}
    places = {fold(group.name) for group in groups if group.kind == "place"}
    for group in groups:
        for at, role in enumerate(group.roles if group.kind == "person" else ()):
            told = role.organisation
            if told is None or role.title.split()[-1].lower() not in _HEADING or fold(told) in bodies | places:
                continue
            pieces = told.split()
            known = any(is_organisation_word(word) for word in pieces) or country_of(told) or agency_country(told)
            if known or len(pieces) < 2 or not all(word[:1].isupper() or word in {"and", "&"} for word in pieces):
                continue
            group.roles[at] = Role(title=f"{role.title} of {told}", organisation=None)
            if group.party == told:
                group.party = None


_HEADING = frozenset({"head", "director", "manager", "chief", "president", "lead", "officer"})
"""Who can head a department: its name alone makes it no body."""


def _without(title: str, nations: Nations) -> str:
    """A title without the word for a state that it opens with: "Ruritania’s trade minister"."""
    pieces = title.split()
    for size in (2, 1):
        if len(pieces) > size and nations.own(" ".join(pieces[:size])):
            return " ".join(pieces[size:])
    return title


def inherit(groups: list[Group], bodies: list[Group]) -> None:
    """An administration or campaign speaks for whom its leader speaks for, and the leader for its state."""
    leaders: dict[str, list[Group]] = defaultdict(list)
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


def settle(analysis: Analysis, groups: list[Group], nations: Nations) -> None:
    """Give offices of state that go without a country the one that the document means.

    What the document says elsewhere of the office comes first, then whose paper it is, then where it was
    written. A guess by the office's sound alone gives way to the first two. Nobody is given to a country that
    the document lets them speak against, nor to one whose office it gives to somebody else.
    """
    states = {fold(group.name): group.party for group in groups if group.kind == "place" and group.party}
    told = told_offices(analysis.document.text, nations.of)
    held: dict[frozenset[str], set[str]] = defaultdict(set)
    for group in groups:
        if group.kind == "person" and group.party and not group.guessed:
            for role in group.roles:
                if role.organisation == group.party and not is_private(role.title):
                    held[office_key(role.title)].add(group.party)
    home, issued = home_of_document(analysis, groups)
    present = {group.party for group in groups if group.kind != "person"}
    for group in groups:
        if group.kind == "organisation" and group.party == group.name and issued and is_state_body(group.name):
            group.party = home
        if group.kind != "person" or (group.party and not group.guessed):
            continue
        for at, role in enumerate(group.roles):
            key = office_key(role.title)
            known = key in told or key in held
            if role.organisation or not (is_national(role.title) or (group.guessed and known)):
                continue
            taken = held.get(key, set()) if is_national(role.title) else set()
            countries = told.get(key, set()) - taken
            state = next(iter(countries)) if len(countries) == 1 else None
            coined = _coined(role.title)
            shared = role.title in _SHARED and group.party not in present
            if coined or (not countries and home not in taken and (issued or not group.guessed or shared)):
                state = coined or home
            if state and state == home and not coined:
                surname = group.name.split()[-1]
                state = None if home in rivals_of(surname, analysis.document.text, states) else home
            if state:
                group.party, group.guessed = state, False
                title = role.title.split(maxsplit=1)[1] if coined else role.title
                group.roles[at] = Role(title=title, organisation=state)
                break


def _coined(title: str) -> str | None:
    """The state behind an adjective that the document alone uses: "Ruritanian Trade Minister" is of Ruritania."""
    first, _, rest = title.partition(" ")
    known = country_of(first) or country_containing(first)
    if not rest or known or is_creed(first) or not re.fullmatch(r"[A-Z][a-z]{3,}ian", first):
        return None
    return first[:-1] if is_national(rest) and not is_role_head(first) and first not in _NO_STATES else None


_SHARED = frozenset({"Attorney General", "Solicitor General"})
"""Offices that sound of one country and that many others have: of that one only where the document speaks of it."""

_NO_STATES = frozenset({"Civilian", "Christian", "Guardian", "Librarian", "Presbyterian", "Libertarian", "Utopian"})
