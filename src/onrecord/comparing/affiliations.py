"""For which body the people of a document speak, where its words only put the two beside each other.

"Its director, Maude Orr", "a council spokesman", "Ivo Lind, a spokesman for the foreign office": the body is kept in
the document's own words, and `bodies.py` tells which bodies of several documents are one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.comparing.words import listed
from onrecord.language.descriptions import is_body_noun
from onrecord.language.gazetteers import is_function_word, is_role_head, words
from onrecord.language.offices import DEPARTMENTS, is_private
from onrecord.model.documents import Document
from onrecord.model.items import Entity

NEAR = 110
"""Characters beside a name in which its apposition stands."""

BACK = 300
"""Characters looked back over for the body that "its" means."""

MOST_MENTIONS = 16
"""Mentions of one person that are looked at: papers tell what somebody is where they first name them."""

LONGEST = 160
"""Characters of a description that is read; a longer one is a slip of the parser."""

MOST_WORDS = 4
"""Words of a common noun for a body; what is longer is a slip of the parser."""

MOST_WORDS_OF_MINISTER = 2
"""Words of a minister's title that names a field: "justice minister"."""

BODIES = listed(
    "association authority board brewery bureau cathedral centre charity clinic club coastguard college commission"
    " committee constabulary consortium cooperative council court department district executive federation fleet force"
    " foundation fund guild harbour headquarters hospital inspectorate institute institution laboratory league line"
    " mill mine museum office operator opposition orchestra organisation organization plant port prison railway"
    " refinery regulator school secretariat service shipyard smelter society tribunal trust union university utility"
    " works yard"
)
"""Nouns for a body, beside those by which reading knows one called again ("the ministry", "the company")."""

REPRESENTING = listed(
    "administrator ambassador boss chair chairman chairperson chairwoman chancellor chief commander commissioner"
    " coordinator dean delegate deputy director envoy executive governor head leader manager mayor minister negotiator"
    " official officials president principal provost rector registrar representative secretary spokesman spokesmen"
    " spokesperson spokespeople spokeswoman superintendent treasurer undersecretary vice-chairman vice-president"
)
"""Whose word is their body's: a spokesman's and a director's, not a worker's, a member's or a lawyer's guest's."""

RANKS = listed("acting deputy former high-ranking junior leading ranking senior top unnamed veteran")
"""What tells of the person and not of the body: a "senior council official" is the council's."""

GOVERNMENT = "government"
"""What the one government is called of which the documents do not name the state."""

COMPANY = "company"
"""What a firm's head is head of, where the words do not say of which."""

_CAP = r"[A-Z][\w&’'.-]*"
_NAMED = rf"{_CAP}(?: (?:of the |of |for |and |& |the )?{_CAP}){{0,6}}"
_COMMON = r"(?:[a-z][\w-]* ){0,2}[a-z][\w-]*"
_BODY = rf"(?P<body>{_NAMED}|{_COMMON})"
_TITLE = r"(?P<title>(?:[A-Za-z][\w-]* ){0,3}?[A-Za-z][\w-]*)"
_HONORIFIC = r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame|Lord|Lady|General|Colonel|Captain|Major)\.? )?"
_OF = r" (?:of|for|at|from|with) (?:the |its )?"

_BEFORE = (
    re.compile(rf"\b(?P<its>[Ii]ts) {_TITLE},? {_HONORIFIC}$"),
    re.compile(rf"\b(?:[Tt]he )?{_BODY}['’]s? {_TITLE},? {_HONORIFIC}$"),
    re.compile(rf"\b{_TITLE}{_OF}{_BODY}, {_HONORIFIC}$"),
    re.compile(rf"\b{_BODY} {_TITLE},? {_HONORIFIC}$"),
)
_AFTER = (
    re.compile(rf"^, (?P<its>its) {_TITLE}(?=[,.;]|\s)"),
    re.compile(rf"^, (?:the )?{_BODY}['’]s? {_TITLE}(?=[,.;:]|\s|$)"),
    re.compile(rf"^, (?:the |an? )?{_TITLE}{_OF}{_BODY}(?=[,.;:)]|\s|$)"),
    re.compile(rf"^, (?:the |an? )?{_BODY} {_TITLE}(?=[,.;:]|$)"),
    re.compile(rf"^ \((?:{_TITLE},? (?:(?:of|for|at) )?)?(?:the )?{_BODY}\)"),
    re.compile(
        r"^,? (?:(?:who |which )?(?:heads|runs|leads|chairs|directs|speaks for|represents)|speaking for|for|of)"
        rf" (?:the )?{_BODY}(?=[,.;:]|\s|$)"
    ),
)
_HEAD_OF_STATE = re.compile(r"\b(?:President|Premier|Chancellor|Prime Minister),? $")
_OF_A_FIRM = re.compile(r"\b(?:[Mm]anaging director|[Cc]hief executive|CEO),? $")
_OF_A_FIRM_AFTER = re.compile(r"^, (?:the |an? )?(?:managing director|chief executive|CEO)(?=[,.;:])")
_MINISTER = re.compile(r"\b(?:(?P<field>[A-Za-z]+) )?(?<!shadow )[Mm]inister,? $")
_MINISTER_AFTER = re.compile(
    r"^, (?:the |its |an? )?(?:deputy )?(?:(?P<field>[a-z]+) )?minister(?=[,.;:]|\s(?!of|for))"
)
_CALLED = re.compile(r"\b(?:[Tt]he|[Aa]n?) (?P<body>(?:[a-z][\w’'-]* ){0,2}[a-z][\w-]*)\b")
_DETERMINER = re.compile(r"^(?:the|an?|its|their|his|her|our|one|another|this|that)\s+", re.IGNORECASE)
_CUT = re.compile(r",| (?:in|at|on|near|who|which|that|said|to|has|had|was|is) ")
_HEADED = re.compile(r"^(?:the )?(?:President|Premier|Chancellor|Prime Minister)(?: [A-Z][\w-]+){0,3}['’]s? \w+$")
_OWNED = re.compile(rf"^{_BODY}['’]s? {_TITLE}$")
_OFFICE_OF = re.compile(rf"^{_TITLE}{_OF}{_BODY}$")
_COMPOUND = re.compile(rf"^{_BODY} {_TITLE}$")
_OF_ALL_FIELDS = frozenset({"prime", "first", "chief", "deputy"})
"""Ministers of no one ministry."""


def affiliations(document: Document, entities: Sequence[Entity]) -> dict[str, str]:
    """The body that each person of a document speaks for, by the person's name, as far as its words tell."""
    text, found = document.text, {}
    bodies = sorted((m.start, m.end, e.name) for e in entities if e.kind == "organisation" for m in e.mentions)
    for entity in entities:
        if entity.kind != "person" or (entity.roles and all(is_private(role.title) for role in entity.roles)):
            continue
        for mention in entity.mentions[:MOST_MENTIONS]:
            told = _told_before(text, mention.start, bodies) or _told_after(text, mention.end, bodies)
            if told is not None and told != entity.name and told not in entity.aliases:
                found[entity.name] = told
                break
    return found


def body_of(description: str | None) -> str | None:
    """The body that a description's speaker is or speaks for: "council spokesman", "the interior ministry in Vell"."""
    if description is None or len(description) > LONGEST or is_private(description):
        return None
    told = _CUT.split(_DETERMINER.sub("", " ".join(description.split())), maxsplit=1)[0]
    if _HEADED.match(told) is not None:
        return GOVERNMENT
    for pattern in (_OFFICE_OF, _OWNED, _COMPOUND):
        if (match := pattern.match(told)) is not None and (body := _accepted(match)) is not None:
            return body
    if told.lower().endswith("minister") and len(told.split()) <= MOST_WORDS_OF_MINISTER:
        return ministry_of(told.lower().removesuffix("minister").strip())
    return told if is_body(told) else None


def ministry_of(field: str) -> str:
    """The body that a minister speaks for: a field's ministry, or the government."""
    return GOVERNMENT if not field or field.lower() in _OF_ALL_FIELDS else f"{field.lower()} ministry"


def is_body(phrase: str) -> bool:
    """Whether a phrase without capitals calls a body: "foreign office", "district council"."""
    told = phrase.split()
    if not told or any(word[:1].isupper() for word in told):
        return False
    return len(told) <= MOST_WORDS and (told[-1] in BODIES or is_body_noun(told[-1]))


def _told_before(text: str, start: int, bodies: Sequence[tuple[int, int, str]]) -> str | None:
    first = max(0, start - NEAR)
    before = text[first:start].rpartition("\n")[2]
    first = start - len(before)
    for pattern in _BEFORE:
        for match in _ending(pattern, before):
            if (body := _accepted(match)) is not None:
                return body
            if "its" in match.groupdict() and match["its"] and _is_office(match["title"]):
                return _before_its(text, first + match.start("its"), bodies)
    if _HEAD_OF_STATE.search(before) is not None:
        return GOVERNMENT
    if _OF_A_FIRM.search(before) is not None:
        return COMPANY
    office = _MINISTER.search(before)
    return ministry_of(office["field"] or "") if office is not None else None


def _told_after(text: str, end: int, bodies: Sequence[tuple[int, int, str]]) -> str | None:
    after = text[end : end + NEAR].partition("\n")[0]
    for pattern in _AFTER:
        match = pattern.match(after)
        if match is None:
            continue
        if (body := _accepted(match)) is not None:
            return body
        if "its" in match.groupdict() and match["its"] and _is_office(match["title"]):
            return _before_its(text, end + match.start("its"), bodies)
    if _OF_A_FIRM_AFTER.match(after) is not None:
        return COMPANY
    office = _MINISTER_AFTER.match(after)
    return ministry_of(office["field"] or "") if office is not None else None


def _ending(pattern: re.Pattern[str], before: str) -> Iterator[re.Match[str]]:
    """The ways in which a pattern ends a stretch of text, the longest first."""
    starts = [0, *(found.end() for found in re.finditer(r"[\s“(]", before))]
    return (match for start in starts if (match := pattern.match(before, start)) is not None)


def _accepted(match: re.Match[str]) -> str | None:
    told = match.groupdict()
    body, title = told.get("body"), told.get("title")
    if body is None or (title is not None and not _is_office(title)):
        return None
    body = _DETERMINER.sub("", body.strip().removesuffix("’s").removesuffix("'s"))
    if title is not None and title.lower().endswith("minister") and " " not in body:
        return ministry_of(title.split()[-2] if " " in title else body)
    if not body[:1].isupper():
        own = _unranked(body)
        return own if is_body(own) else None
    return None if all(map(_modifies, body.split())) or (title is None and " " not in body) else body


def _unranked(body: str) -> str:
    told = body.split()
    while len(told) > 1 and told[0] in RANKS:
        told = told[1:]
    return " ".join(told)


def only_modifies(party: str) -> bool:
    """Whether words read as a party only tell of an office: "Managing", "Interior"."""
    return all(_modifies(word) or word in DEPARTMENTS for word in party.split())


def _modifies(word: str) -> bool:
    """Whether a word tells of an office and names no body: "Managing", "Chief", "Deputy"."""
    low = word.lower()
    return low in words().role_modifiers or word in words().honorifics or is_role_head(word) or is_function_word(word)


def _is_office(title: str) -> bool:
    last = title.rsplit(" ", 1)[-1].lower()
    return (last in REPRESENTING or last.rsplit("-", 1)[-1] in REPRESENTING) and not is_private(title)


def _before_its(text: str, at: int, bodies: Iterable[tuple[int, int, str]]) -> str | None:
    """The body named or called nearest before "its"."""
    first = max(0, at - BACK)
    near = [(end, name) for start, end, name in bodies if first <= start and end <= at]
    for match in _CALLED.finditer(text, first, at):
        told = match["body"].split()
        for size in range(1, len(told) + 1):  # "the ministry said": what follows the noun is no part of it
            if is_body(phrase := " ".join(told[:size])):
                near.append((match.start("body") + len(phrase), phrase))
    return max(near)[1] if near else None
