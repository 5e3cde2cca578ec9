"""Who stands behind the labels of a transcript: officials by agency, reporters by how they are introduced."""

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

import msgspec

from onrecord.annotating.wordlists import word_list
from onrecord.language.gazetteers import is_forename, is_honorific, is_organisation_word, is_role_head
from onrecord.language.places import is_demonym, is_place

_WORD = r"[A-ZÀ-Þ](?:[\w’'\-&]|\.(?=[A-Z]))*"
_BODY = rf"(?P<body>(?:the[ ]+)?{_WORD}(?:[ ]+(?:of|for|and|the|on)(?=[ ]+(?:the[ ]+)?[A-Z])|[ ]+{_WORD}){{0,9}})"
_PARTICLE = r"[ ]+(?:de|del|la|van|von|al|bin|da|dos|el|le|du)(?=[ ])"
_NAME = rf"(?P<name>{_WORD}(?:{_PARTICLE}|[ ]+(?:[A-Z]\.(?=[ ]))?{_WORD}){{0,4}})"
_FROM = r",?\s+(?:here\s+)?(?:over\s+)?(?:from|with|of|at|for)\s+"
_SELF_OFFICIAL = re.compile(rf"\b(?:[Tt]his is|[Ii]t['’]s|I['’]m)\s+\[[^\]\n]{{3,80}}\]{_FROM}{_BODY}")
_SELF_REPORTER = re.compile(rf"\b(?:[Tt]his is|[Ii]t['’]s|I['’]m|[Mm]y name is)\s+{_NAME}(?:{_FROM}{_BODY})?")
_GREETING = r"(?:[Hh]i|[Hh]ello|[Yy]es|[Tt]hanks?(?: you)?|[Gg]ood (?:morning|afternoon|evening)|[Oo]h)"
_ADDRESS = (
    r"(?:(?:(?:Mr|Madam|Mrs|Ms)\.?\s)?(?:(?:Prime|Foreign|Vice|First|Defen[cs]e)\s)?"
    r"(?:Minister|President|Secretary(?:[- ]General)?|Chancellor|Ambassador|"
    r"Governor|Senator|Commissioner|Sir|Ma['’]am))"
)
_SELF_SHORT = re.compile(rf"(?:(?:{_GREETING}[^.?!,\n]{{0,30}}|{_ADDRESS})[.,!]\s+){{0,3}}{_NAME}{_FROM}{_BODY}[.,]")
_SELF_LATER = re.compile(
    rf"(?:^|(?<=[.,!]\s))(?P<name>{_WORD}(?:{_PARTICLE}|[ ]{_WORD}){{1,3}}),?\s(?:from|with)\s{_BODY}[.,]", re.MULTILINE
)
"""A name and an outlet after any address: "Madam, sir, Luc Marchand from Agence Littoral."."""
_SELF_LISTED = re.compile(
    rf"(?:(?:{_GREETING}[^.?!,\n]{{0,30}}|{_ADDRESS})[.,!]\s+){{0,3}}{_NAME},\s+{_BODY}[.,—–-]+\s"
)
_FLOOR = re.compile(
    r"(?:(?:go(?:es)?|turn|over|move|comes?|is|will (?:be|come))\s+(?:it\s+)?(?:now\s+)?"
    r"(?:(?:next|first|now|back|over|straight)\s+){0,3}(?:to|from)\s+(?:the line of\s+|our colleague\s+)?|"
    r"[Qq]uestion,?\s+(?:today\s+)?(?:to|from|for|is\s+(?:to|from|for))\s+|"
    r"[Ll]ine of\s+|"
    r"(?:[Ff]irst|[Nn]ext|[Ll]ast|[Ll]astly|[Ff]inally)(?: up| questions?)?(?: is|,|:)\s+"
    r"(?:we (?:have|will go to)\s+)?|"
    rf"[Ww]e (?:have|see)\s+(?:[\w ]{{0,30}}from\s+)?){_NAME}"
    rf"(?:{_FROM}{_BODY}|,\s(?P<listed>{_WORD}(?:[ ]{_WORD}){{0,4}})(?=[.,]))?"
)
_CALLED = re.compile(rf"(?:^|[.!?]\s+|\n){_NAME},\s+(?:can|could|would|please|you|if you|go ahead|your)\b")
_ALONE = re.compile(rf"{_NAME}(?:{_FROM}|,\s+)(?P<listed>(?:the )?{_WORD}(?:[ ]{_WORD}){{0,4}})[.?!]?\s*")
"""A turn, or its last sentence, that is a name and an outlet alone: "Ann Lee, the Courier."."""
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")
_SELF_NAMED = re.compile(
    rf"(?:^|(?<=[.!?,:—–]\s)|(?<=[.!?]\s\s)|(?<=\band\s))"
    rf"(?:[Tt]his is|[Ii](?:['’]m| am)|[Mm]y name(?:['’]s| is))\s+{_NAME}(?:{_FROM}{_BODY})?",
    re.MULTILINE,
)
_NUMBERED = re.compile(
    r"(?:(?:unidentified |unknown )?(?:speaker|participant|voice|panell?ist|guest|host|interviewer|interviewee|witness|"
    r"moderator|person|member)\s*[#-]?\s*(?:\d{1,3}|[A-Z])|moderator|host|interviewer|interviewee|guest|chair|anchor)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"[\[(](?P<body>[^\])]{2,60})[\])]")
_STAGE = re.compile(
    r"^[A-Z]{1,4}[-–]\s?[A-Z]|\b(?:via|by|on|through|in|over|off|inaudible|cont(?:inued|['’]d)|mi[ck]e?|cross-?talk|"
    r"laugh\w*|applause|phone|telephone|video|audio|zoom|remote\w*|interpreter|translat\w+|voice-?over|unclear|sic|"
    r"speaking|reading|recorded|recording|clip|archive|footage|pause[sd]?|ret(?:ired|d)?|he|she|they|him|her|them)\b|\d",
    re.IGNORECASE,
)
_SMALL_IN_BODY = frozenset({"of", "for", "the", "and", "de", "la", "del", "di", "du"})
_NO_PERSON = frozenset({"I", "The", "This", "That", "Not", "Very", "So", "Just", "Sorry", "Here", "Going", "Afraid"})
LONGEST_ADDRESS = 80
"""Characters of a question within which a name may stand in the middle of the greeting."""

LONGEST_GREETING = 300
"""Characters of a turn within which a speaker tells a name."""
_FLOOR_TO_OFFICIAL = re.compile(r"\[[^\]\n]{3,80}\]")

_REPORTERS = re.compile(
    r"^(?:Q|QUESTION|QUESTIONER|REPORTER|JOURNALIST|PRESS|AUDIENCE(?: MEMBER)?)(?:\s*\d+)?$", re.IGNORECASE
)
_CHAIRS = re.compile(
    r"^(?:MODERATOR|OPERATOR|HOST|CHAIR|STAFF|ANCHOR|INTERVIEWER|THE MODERATOR|COORDINATOR)$", re.IGNORECASE
)
_GENERIC = re.compile(
    r"\b(?:OFFICIALS?|SPOKES(?:PERSON|MAN|WOMAN)|SOURCE|AIDE|PARTICIPANT|SPEAKER \d+|SPEAKER|UNIDENTIFIED|UNKNOWN|"
    r"DIPLOMAT|ADVIS[EO]R|VOICE|PANELIST|WITNESS|ATTENDEE|CALLER|BRIEFER)\b",
    re.IGNORECASE,
)
_ANSWERERS = re.compile(r"^(?:A|ANSWER|INTERVIEWEE|RESPONDENT|GUEST)$", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[\[(][^\])]*[\])]?\s*|\s*:$")


class Introduction(msgspec.Struct, frozen=True):
    """A reporter brought in: name, outlet, and where the name stands."""

    name: str
    outlet: str | None
    start: int
    end: int


def sort_of(label: str) -> str:
    """What a label is: "reporter", "chair", "answerer", "generic" (an office without a name) or "named"."""
    bare = bare_label(label)
    if _ANSWERERS.match(bare):
        return "answerer"
    if _REPORTERS.match(bare):
        return "reporter"
    if _CHAIRS.match(bare):
        return "chair"
    return "generic" if _GENERIC.search(bare) else "named"


def bare_label(label: str) -> str:
    """The label without asides and marks: "MR. LEE (via phone):" is "MR. LEE"."""
    return " ".join(_ASIDE.sub(" ", label).split()).strip(" :*_-–—")


@lru_cache(maxsize=1)
def short_agencies() -> dict[str, str]:
    """Short names by which officials introduce themselves on calls: "State" is the State Department."""
    data = (files("onrecord.annotating") / "data" / "short_agencies.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, str])


def agency_told(text: str, start: int, end: int) -> str | None:
    """The agency an unnamed official gives when taking the floor: "This is [official] from DOJ"."""
    match = _SELF_OFFICIAL.search(text, start, min(end, start + 400))
    if match is None:
        return None
    body = re.sub(r"^the\s+", "", match["body"]).rstrip(".,’'")
    body = re.sub(r"\s+(?:of|for|and|the|on)$", "", body)
    return short_agencies().get(body, body)


def reporter_told(text: str, start: int, end: int) -> Introduction | None:
    """The name and outlet a reporter gives."""
    limit = min(end, start + 300)
    for pattern in (_SELF_REPORTER, _SELF_SHORT):
        match = pattern.search(text, start, limit) if pattern is _SELF_REPORTER else pattern.match(text[:limit], start)
        if match and not is_role_head(match["name"].split()[0]):
            return _introduction(match)
    match = _SELF_LISTED.match(text[:limit], start)
    if match and _is_introduced(match["name"], match["body"]):
        return _introduction(match)
    later = _SELF_LATER.search(text, start, min(end, start + LONGEST_ADDRESS))
    if later and _is_introduced(later["name"], later["body"]):
        return _introduction(later)
    return None


def _is_introduced(name: str, body: str) -> bool:
    """Whether "NAME, BODY." opens a question by telling who asks: a full name and the short name of an outlet."""
    words = name.split()
    return (
        2 <= len(words) <= 4
        and words[0] not in _NOT_NAMES
        and not any(is_role_head(word) or is_place(word) for word in (*words, name))
        and len(body.split()) <= 5
        and not is_role_head(body.rsplit(maxsplit=1)[-1])
    )


def self_told(text: str, start: int, end: int) -> Introduction | None:
    """Who a speaker without a name in the label says to be: "I'm Councillor Ann Lee from the Westside Club"."""
    for match in _SELF_NAMED.finditer(text, start, min(end, start + LONGEST_GREETING)):
        given = _introduction(match)
        pieces = given.name.split()
        lead = 0
        while lead < len(pieces) - 1 and (is_role_head(pieces[lead]) or is_honorific(pieces[lead])):
            lead += 1
        name = " ".join(pieces[lead:])
        titled = lead and is_honorific(pieces[lead - 1])
        if (
            (len(pieces) - lead >= 2 or titled)
            and not _NO_PERSON.intersection(pieces[lead:])
            and not _names_no_one(name)
        ):
            place = text.index(name, given.start)
            return Introduction(name, given.outlet, place, place + len(name))
    return None


def _names_no_one(name: str) -> bool:
    """Whether a capitalised run is a place, a people or a body: "This is Radio Norte"."""
    words = name.split()
    return any(
        is_place(word) or is_demonym(word) or is_organisation_word(word) or is_role_head(word)
        for word in (name, *words)
    ) and not is_forename(words[0])


def numbered(label: str) -> bool:
    """Whether a label tells one speaker from the others and no more: "SPEAKER 2", "Guest A", "HOST"."""
    return _NUMBERED.fullmatch(bare_label(label)) is not None


def is_initials(label: str) -> bool:
    """Whether a label can be somebody's initials: "HM", "P.Q."."""
    bare = bare_label(label).replace(".", "")
    return 2 <= len(bare) <= 3 and bare.isalpha() and bare.isupper()


def body_behind(label: str) -> str | None:
    """The body that a label tells in brackets behind the name: "ANN LEE (HARBOUR COURIER)"; no state, no stage note."""
    match = _IN_BRACKETS.search(label)
    if match is None:
        return None
    body = " ".join(match["body"].split()).strip(" .")
    pieces = body.split()
    small = [piece for piece in pieces if piece[:1].islower()]
    if not pieces or not body[0].isalpha() or len(pieces) > 8 or not set(small) <= _SMALL_IN_BODY:
        return None
    if _STAGE.search(body) or is_role_head(pieces[-1].title()) or is_role_head(pieces[0].title()):
        return None
    return body


def person_behind(label: str) -> Introduction | None:
    """Who a label that tells a task alone names in brackets: "CHAIR (Ms Hale)", "Q (Ann Lee, the Courier)".

    Offsets are those of the label.
    """
    told = _IN_BRACKETS.search(label)
    match = _BRACKETED.fullmatch(label, told.start("body"), told.end("body")) if told else None
    if match is None or _STAGE.search(match["name"]):
        return None
    name = match["name"]
    known = match["title"] or match["outlet"] or is_forename(name.split()[0])
    if not known or _NO_PERSON.intersection(name.split()) or (not match["title"] and _names_no_one(name)):
        return None
    outlet = re.sub(r"^[Tt]he\s+", "", match["outlet"]) if match["outlet"] else None
    return Introduction(name, outlet, match.start("name"), match.end("name"))


_BRACKETED = re.compile(
    rf"(?P<title>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Senator|Rep|Councill?or|Cllr)\.?[ ])?"
    rf"{_NAME}(?:,[ ](?P<outlet>(?:the[ ])?{_WORD}(?:[ ](?:of|for|and|the|de|la|del|du|do)(?=[ ])|[ ]{_WORD}){{0,5}}))?"
)


def office_and_name(label: str, others: Iterable[str]) -> tuple[str, str] | None:
    """The office and the name of a label that tells both in full: "MINISTER OF HEALTH ANN LEE", beside "MINISTER LEE".

    Another label has to end in the same surname, since else "LEE" might belong to the office.
    """
    words = bare_label(label).split()
    folded = [word.casefold() for word in words]
    if len(words) < 4 or not {"of", "for"} & set(folded[1:-1]) or not is_role_head(words[0].title()):
        return None
    short = [bare_label(other).casefold().split() for other in others]
    if not any(other[-1:] == folded[-1:] and len(other) < len(words) and other != folded for other in short):
        return None
    first = -2 if len(words) >= 5 and folded[-2] not in {"of", "for", "and", "the"} else -1
    return " ".join(words[:first]), " ".join(words[first:])


def office_label(label: str) -> str | None:
    """The office that a label calls its speaker by alone, as written in running text: "THE PRIME MINISTER"."""
    bare = bare_label(label)
    words = [word.title() for word in bare.split()]
    articled = bool(words) and words[0] == "The"
    words = words[1:] if articled else words
    if not words or len(words) > 5:
        return None
    name = " ".join(word if word not in {"Of", "For", "And", "The"} else word.lower() for word in words)
    last = name.split(" of ")[0].split(" for ")[0].split()[-1]
    alone = all(word in _LEADS or is_role_head(word) for word in re.split(r"[ -]", name.split(" of ")[0])[:-1])
    heads = is_role_head(last) or is_role_head(last.split("-")[0])
    return name if heads and (articled or alone) and not is_honorific(last) else None


_LEADS = frozenset(
    {"Prime", "Vice", "Deputy", "Acting", "First", "Foreign", "Defense", "Defence", "Interior", "Finance", "Attorney",
     "Under", "Assistant", "Press", "Health", "Home", "Solicitor", "Chief"}
)  # fmt: skip
"""Words that may stand before an office in a label without being a name."""


def floor_given(text: str, start: int, end: int) -> Introduction | None:
    """To whom a moderator gives the floor last in a turn: "We'll go to Ann Lee from the Courier"."""
    found = [*_FLOOR.finditer(text, start, end)]
    named = [_introduction(match) for match in found if match["name"].split()[0] not in _NOT_NAMES]
    if named:
        first = named[-1].name.split()[0]
        same = [given for given in named if given.name.split()[0] == first]
        return max(same, key=lambda given: (given.outlet is not None, len(given.name), -given.start))
    called = [match for match in _CALLED.finditer(text, start, end) if match["name"].split()[0] not in _NOT_NAMES]
    if called:
        return _introduction(called[-1])
    last = max((match.end() for match in _SENTENCE_END.finditer(text, start, end)), default=start)
    alone = _ALONE.fullmatch(text, last if last < end else start, end)
    if alone is None or " " not in alone["name"] or alone["name"].split()[0] in _NOT_NAMES:
        return None
    return _introduction(alone)


_TO_COLLEAGUE = re.compile(
    rf"\b(?:turn|hand|pass|give|send|kick|toss|throw|bring)\s(?:it|this|things|the floor|the call)?\s?(?:now\s)?"
    rf"(?:over|back|on)?\s?to\s(?:my|our)\s(?:[\w-]+\s){{0,3}}(?:colleagues?|counterpart|friend)(?:\s\[[^\]\n]{{3,80}}\])?{_FROM}{_BODY}"
)


def colleague_called(text: str, start: int, end: int) -> str | None:
    """The agency of an unnamed colleague to whom a speaker hands over last: "my colleague from the Coast Guard"."""
    found = [*_TO_COLLEAGUE.finditer(text, max(start, end - 300), end)]
    if not found:
        return None
    body = re.sub(r"^the\s+", "", found[-1]["body"]).rstrip(".,’'")
    return short_agencies().get(body, body)


def gives_floor_to_official(text: str, start: int, end: int) -> bool:
    """Whether a moderator's turn ends by calling on an unnamed official."""
    return _FLOOR_TO_OFFICIAL.search(text, max(start, end - 120), end) is not None


def role_behind(label: str) -> str | None:
    """The office or trade that a label tells after the name: "JAKE HOLM, HOST"."""
    name, comma, rest = bare_label(label).partition(", ")
    told = (
        comma and name.strip() and any(is_role_head(word.strip(".,")) or _CHAIRS.match(word) for word in rest.split())
    )
    return rest.strip(" ,") if told else None


def title_cased(label: str) -> str:
    """A label as a name: "MR. O'NEILL" is "O'Neill", "SECRETARY LEE" is "Lee"."""
    bare = bare_label(label)
    pieces = [
        piece
        for piece in (bare.partition(", ")[0] if role_behind(label) else bare).split()
        if not is_honorific(piece.title()) and not is_honorific(piece.title().rstrip(".") + ".")
    ]
    while len(pieces) > 1 and (
        is_role_head(pieces[0].title())
        or pieces[0].lower()
        in {"the", "former", "prime", "vice", "attorney", "deputy", "acting", "foreign", "first", "under", "assistant"}
    ):
        pieces = pieces[1:]
    return " ".join(_cased(piece) for piece in pieces)


def _cased(piece: str) -> str:
    if not piece.isupper() or (len(piece) == 2 and piece.endswith(".")):
        return piece
    shaped = re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), piece)
    return re.sub(r"^Mc(\w)", lambda m: "Mc" + m.group(1).upper(), shaped)


_NOT_NAMES = word_list("not_names")


def _introduction(match: re.Match[str]) -> Introduction:
    name = match["name"].rstrip(".,’'")
    told = match.groupdict()
    body = told.get("body") or told.get("listed")
    outlet = re.sub(r"^(?:the|The)\s+", "", body).rstrip(".,’'") if body else None
    if outlet:
        outlet = re.sub(r"\s+(?:of|for|and|the|on)$", "", outlet)
    return Introduction(name, outlet or None, match.start("name"), match.start("name") + len(name))
