"""What the words around a person's name say of the office: before it as a title, after it as an apposition."""

import re

import msgspec

from onrecord.language.gazetteers import (
    is_forename,
    is_honorific,
    is_organisation_word,
    is_role_head,
    words,
)
from onrecord.language.offices import DEPARTMENTS, is_private
from onrecord.language.places import agency_country, country_of, is_demonym, is_us_state, party_of
from onrecord.language.titles import LONGEST_TITLE, VERBS, VOICE, is_plural, title_before
from onrecord.model.items import Role

_APPOSITION = re.compile(
    r"\s*,?\s*(?:\([^)]{0,40}\)\s*)?(?:,|—|–|--)\s*"
    r"(?:who\s+(?:is|was|has been|served as|serves as|chairs|heads|leads)\s+)?"
    r"(?P<role>[^,;:()\n“”\"—]{3,160})"
)
_COPULA = re.compile(
    r"\s+(?:is|was|became|remains|serves as|served as|has been)\s+(?P<role>(?:the|a|an)\s[^,;:()\n“”\".]{3,120})"
)
_PARTY_STATE = re.compile(
    r"\s*,?\s*[(,]\s*(?P<party>(?:R|D|I|Rep|Dem|Republican|Democrat)\.?[-–—]\s?[A-Z][\w.]*(?:\s[A-Z][\w.]+)?)"
)
_ARTICLE = re.compile(
    r"^(?:(?:i|you|he|she)(?:['’](?:m|re|s)| am| are| is)\s+)?"
    r"(?:(?:an?|the|our|my|his|her|their|its|also|now|then|both)\s+)?",
    re.IGNORECASE,
)
_OF_COUNTRY = re.compile(r"\s+of\s+(?:the\s+)?(?P<country>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})")
_CLAUSE = re.compile(
    r"\s+(?:who|whose|whom|which|that|said|says|told|added|was|were|is|has|had|have|will|would|and is|and was|"
    r"during|after|before|when|as)\b.*",
    re.DOTALL,
)
_NEXT_SENTENCE = re.compile(r"(?<=[a-z]{3})\.\s.*", re.DOTALL)
_ORGANISATION = re.compile(r"\s+(?:of|for|at|with|from)\s+(?:the\s+)?(?P<organisation>[A-Z][^,;]*)$")
_CONJOINED = re.compile(r"\s+(?:and|or)\s+(?:an?|the|former|his|her)\s.*$", re.DOTALL)

LONGEST_APPOSITION_LEAD = 9
"""Words before which the role word of an apposition must stand ("a former chief harbour pilot")."""

RULERS = frozenset(
    {"President", "Minister", "King", "Queen", "Chancellor", "Premier", "Governor", "Emir", "Sultan", "Mayor"}
)
"""Offices after whose holder's name "of X" tells of what they are the office."""

US_OFFICES = re.compile(
    r"^(?:(?i:former|acting|deputy|then)\s+)*"
    r"(?:(?:Deputy\s+)?Secretary of (?:State|Defense|the Treasury|Homeland Security)|"
    r"(?:Defense|Treasury|Homeland Security|Commerce|Labor|Interior|Energy) Secretary|"
    r"Attorney General|House Speaker|Speaker of the House|Senate Majority Leader|"
    r"House Minority Leader|Senate Minority Leader|House Majority Leader|U\.S\. .*|Sen\.|Rep\.|Gov\.|Surgeon General|"
    r"First Lady|Vice President|Congressman|Congresswoman)$"
)
"""Offices that in English news without another country's name are those of the United States."""


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """A role found beside a name, and whom its holder speaks for: `party` by its words, or `weak_party` by custom."""

    role: Role
    party: str | None
    weak_party: str | None


def offices_of(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[list[Office], str | None]:
    """Every role told beside one mention of a person, and the party told in brackets after the name."""
    found: list[Office] = []
    voice = VOICE.search(text[max(floor, start - LONGEST_TITLE) : start])
    if voice:
        body = re.sub(r"^the\s+", "", " ".join(voice["body"].split()))
        role = Role(title=voice["title"], organisation=country_of(body) or body)
        stated = None if is_private(voice["title"]) else party_of(body) or body
        found.append(Office(role=role, party=stated, weak_party=None))
    before = None if voice else title_before(text, start, floor)
    if before and all(map(is_honorific, before[0].split())):
        before = title_before(text, before[1], floor) or before
    if before:
        office = office_of(before[0])
        of_country = _OF_COUNTRY.match(text, end, ceiling)
        state = _first_country(of_country.group("country")) if of_country else None
        if office and of_country and not state and office.role.title.split()[-1] in RULERS:
            ruled = of_country.group("country").rstrip(".")
            office = Office(role=Role(title=office.role.title, organisation=ruled), party=office.party, weak_party=None)
        if office and state and office.party is None:
            role = Role(title=office.role.title, organisation=state)
            office = Office(role=role, party=state, weak_party=None)
        if office:
            found.append(office)
    party = None
    bracket = _PARTY_STATE.match(text, end, ceiling)
    if bracket:
        party = party_of(bracket.group("party"))
        end = bracket.end()
        if text[end : end + 1] == ")":
            end += 1
    for pattern in () if bracket else (_APPOSITION, _COPULA):
        after = pattern.match(text, end, min(ceiling, end + 240))
        if after:
            phrase = _NEXT_SENTENCE.sub("", _CLAUSE.sub("", after.group("role"))).strip().rstrip(".")
            if _is_role(phrase):
                office = office_of(phrase)
                if office:
                    found.append(office)
                break
    return found, party


def office_of(phrase: str) -> Office | None:
    """A role phrase taken apart: title, organisation or country, and whom its holder speaks for."""
    phrase = _ARTICLE.sub("", " ".join(phrase.split()))
    organisation = None
    title = phrase
    lead = _leading_country(phrase)
    if lead and lead[1]:
        organisation, title = lead
    stem = title
    after = _employer(stem)
    if after and is_role_head_within(stem[: after.start()]):
        body = _CONJOINED.sub("", after.group("organisation")).strip()
        title = stem[: after.start()]
        department = set(body.split()) <= DEPARTMENTS and DEPARTMENTS.intersection(body.split())
        if department:
            title, body, after = stem, "", None
        elif (
            title.lower().split()[-1] in {"secretary", "minister"} and not country_of(body) and not agency_country(body)
        ):
            title = f"{stem[: after.start()]}{stem[after.start() : after.start('organisation')]}{body}"
        else:
            organisation = country_of(body) or body
    while is_honorific(title.rpartition(" ")[2]) and is_role_head_within(title.rpartition(" ")[0]):
        title = title.rpartition(" ")[0]
    if all(is_honorific(word) for word in title.split()) and not is_role_head_within(title):
        return None
    title = title.strip(" ,'’")
    if not title or len(title) > 100 or is_plural(title.rsplit(maxsplit=1)[-1]):
        return None
    weak = "United States" if US_OFFICES.match(title) or any(US_OFFICES.match(w) for w in title.split()) else None
    party = party_of(phrase)
    if is_private(title):
        party, weak = None, None
    if party is None and organisation and not country_of(organisation) and organisation[:1].isupper() and after:
        party = None if _is_general(organisation) else organisation
    return Office(role=Role(title=title, organisation=organisation), party=party, weak_party=weak)


def is_role_head_within(phrase: str) -> bool:
    """Whether an office or trade is named in the phrase."""
    return any(is_role_head(word) for word in re.findall(r"[\w.\-]+", phrase))


def _is_role(phrase: str) -> bool:
    lead = phrase.split()[:LONGEST_APPOSITION_LEAD]
    if not lead or lead[0].lower() in _NO_OFFICE_OPENS:
        return False
    if _names_somebody(phrase) or lead[0].lower() in VERBS:
        return False
    if any(word.endswith("ed") and word not in words().role_modifiers for word in lead[:2]):
        return False
    if len(lead) > 1 and lead[0].islower() and lead[1].lower() in _ARTICLES and not is_role_head(lead[0]):
        return lead[0] in {"once", "now", "then", "also"} and _is_role(" ".join(phrase.split()[1:]))
    determined = (
        lead[0].lower() in {"a", "an", "the", "our", "his", "her", "their", "who"}
        or lead[0][:1].islower()
        or is_role_head(lead[0])
    )
    for at, word in enumerate(lead):
        bare = word.strip(".,'’")
        if bare.lower() in _PREPOSITIONS and at:
            break
        if is_role_head(bare):
            return (
                determined
                or at == len(lead) - 1
                or is_demonym(lead[0])
                or lead[0].endswith(("'s", "’s"))
                or country_of(lead[0]) is not None
            )
    return False


_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my"})
"""Words behind which a verb's object begins: "sent the owner a note" tells no office."""

_PREPOSITIONS = frozenset(
    {
        "of", "for", "at", "in", "from", "with", "by", "to", "on", "about", "against", "over", "behind", "into",
        "before", "after", "through", "under",
    }
)  # fmt: skip
"""Words before which an office has its head: no office is told by "stood by his minister"."""

_NO_OFFICE_OPENS = frozenset(
    {
        "of", "for", "and", "or", "but", "whose", "who", "with", "as", "in", "at", "on", "by", "from", "including",
        "over", "to", "up", "back", "here", "there", "please", "thank", "thanks", "let", "go", "if", "because", "so",
        "yes", "no", "well", "through", "under", "about", "since", "until", "without", "despite", "against",
    }
)  # fmt: skip
"""Words behind a name's comma with which no office begins."""


def _names_somebody(phrase: str) -> bool:
    """Whether the phrase is not an office but the next person of a list with a title: "President Ann Lee"."""
    pieces = phrase.split()
    if pieces[0].lower() in {"a", "an", "the"}:
        return False
    if pieces[0][:1].isupper() and is_role_head(pieces[0]) and len(pieces) > 1:
        second = pieces[1]
        if second[:1].isupper() and not is_role_head(second) and second not in words().office_complements:
            return True
    return any(
        is_forename(word) and (at + 1 == len(pieces) or pieces[at + 1][:1].isupper()) and at > 0
        for at, word in enumerate(pieces)
    )


def _employer(stem: str) -> re.Match[str] | None:
    """Where the body begins that the office belongs to: the last one named, unless an earlier one is the whole rest."""
    found = _ORGANISATION.search(stem)
    while found is not None:
        later = _ORGANISATION.search(stem, found.start("organisation"))
        words_before = stem[found.start("organisation") : later.start()].split() if later else []
        if (
            later is None
            or is_organisation_word(words_before[-1])
            or agency_country(" ".join(words_before))
            or later.group().lstrip().startswith(("of", "for"))
        ):
            return found
        found = later
    return None


def _first_country(phrase: str) -> str | None:
    pieces = phrase.split()
    return next(
        (found for size in range(len(pieces), 0, -1) if (found := country_of(" ".join(pieces[:size]).rstrip(".")))),
        None,
    )


def _leading_country(title: str) -> tuple[str, str] | None:
    parts = title.split()
    for size in range(min(3, len(parts)), 0, -1):
        head = " ".join(parts[:size])
        country = country_of(head)
        if country:
            return country, " ".join(parts[size:])
    modifiers = 0
    while modifiers < len(parts) and parts[modifiers].lower() in {
        "former",
        "acting",
        "deputy",
        "senior",
        "then",
        "retired",
    }:
        modifiers += 1
    if modifiers and modifiers < len(parts):
        inner = _leading_country(" ".join(parts[modifiers:]))
        if inner:
            return inner[0], " ".join([*parts[:modifiers], inner[1]]).strip()
    if parts and is_us_state(parts[0]):
        return "United States", title
    return None


def _is_general(organisation: str) -> bool:
    return organisation.split(maxsplit=1)[0] in {
        "State",
        "Defense",
        "Defence",
        "Security",
        "Foreign",
        "Health",
        "Public",
        "Homeland",
        "Education",
    }
