"""Whose a document is: the body that put out a release, and the meeting whose minutes it holds."""

import re
from functools import lru_cache

from onrecord.annotating.surroundings import Surroundings
from onrecord.model.documents import Document

_HEAD = 600
"""Characters at the beginning of a document in which it says what it is."""
_OPENING = 400
"""Characters in which a release names who puts it out."""
_FEWEST = 3
"""Mentions at least of the body that a release without a known issuer is taken to be of."""
_MINUTES = re.compile(r"\b(?:minutes of|(?:draft|approved|confirmed) minutes|action (?:points|items|log|list)\b)", re.I)
_TITLED = re.compile(r"^(?:the |draft |approved )?minutes\b|\bactions (?:agreed|arising)\b", re.I)
"""How a title calls minutes."""
_JOINT = re.compile(
    r"(?i:joint )?(?i:release|statement|declaration|communiqu[eé]|announcement|notice) (?:of|by) (?:the )?"
    r"(?P<one>[A-Z].*?) and (?:the )?(?P<other>[A-Z].*)"
)
"""What two put out together: "Joint release of Tarn Rail and the Crews' League"."""
_ASSEMBLY = re.compile(
    r"\b(?i:minutes|notes|record|meeting|session|points|items)\b(?i:\s+(?:of|from|for|the|a|an|\w+\s+(?:of|from)))*\s+"
    r"(?P<body>[A-Z][\w’'&.-]+(?:\s(?:of|for|the|and|de|on)(?=\s[A-Z\w])|\s[A-Z][\w’'&.-]+)*)"
)
"""Who met: "Minutes of the meeting of the Harbour Users' Forum"."""
_ISSUING = frozenset(
    {"ministry", "ministries", "government", "governments", "council", "board", "authority", "agency", "union",
     "federation", "association", "department", "commission", "committee", "secretariat", "office", "university",
     "company", "parliament", "police", "court", "party", "diocese", "parish", "confederation", "municipality",
     "cooperative", "co-operative", "consortium", "society", "trust", "foundation", "embassy", "directorate",
     "academy", "administration", "alliance", "bank", "borough", "bureau", "chamber", "church", "clinic", "club",
     "coalition", "coastguard", "college", "congress", "corporation", "friends", "fund", "gallery", "guild", "hospital",
     "hospitals", "household", "inspectorate", "institute", "league", "library", "movement", "museum", "ombudsman",
     "partnership", "prefecture", "producers", "railway", "railways", "regulator", "residents", "school", "senate",
     "service", "services", "synod", "tribunal", "utilities", "workers"}
)  # fmt: skip
"""What bodies are called that put out papers of their own."""
_PAPERS = frozenset(
    {"gazette", "herald", "wire", "times", "courier", "star", "radio", "register", "news", "tribune", "post",
     "chronicle", "lantern", "dispatch", "journal", "mail", "mirror", "observer", "guardian", "telegraph", "standard",
     "press", "agency", "television", "tv", "review", "magazine", "daily", "weekly", "bulletin", "echo", "argus",
     "sentinel", "globe", "reporter", "messenger", "mercury", "independent", "student", "transcript", "advertiser",
     "beacon", "blog", "broadcasting", "broadcaster", "bugle", "clarion", "column", "correspondent", "enquirer",
     "examiner", "financial", "fm", "inquirer", "interview", "journalism", "ledger", "leader", "letter",
     "monitor", "newsletter", "newsline", "newsroom", "newswire", "packet", "paper", "statesman", "sun", "telegram",
     "tidings", "today", "tonight", "voice", "watch", "week", "world", "zeitung", "tagblatt", "anzeiger", "bote",
     "kurier", "diario", "diário", "gazeta", "tribuna", "matin", "soir", "tidende", "dagblad", "posten"}
) - {"agency"}  # fmt: skip
"""What papers and stations are called."""
_OF_ITS_OWN = 2
"""How often a text outside quotation marks says "we" that is its outlet's own."""
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?|«[^»\n]*»?|„[^“”\n]*[“”]?")
_OF = re.compile(r"\s(?:of|for|in|at|on)\s")
_PLACE = re.compile(r"(?:Town|City|Borough|County|District|Village|State|Province|Canton|Republic|Kingdom) of [A-Z]")
"""How a place that puts out papers of its own is called."""


def issuer_of(around: Surroundings) -> tuple[str, ...]:
    """Who speaks in a release where no statement tells: the body that put it out, or that its beginning is about."""
    document = around.document
    if document.genre != "release" and not is_issued(document):
        return ()
    if document.outlet:
        joint = _JOINT.fullmatch(document.outlet)
        return (joint["one"], joint["other"]) if joint is not None else (document.outlet,)
    told = {e.name: len(e.mentions) for _, e in around.entities_in(0, _OPENING) if e.kind == "organisation"}
    most = max(told.values(), default=0)
    names = [name for name, count in told.items() if count == most]
    return (names[0],) if len(names) == 1 and most >= _FEWEST else ()


def is_issued(document: Document) -> bool:
    """Whether what a document came out in is a body that speaks for itself, and no paper: "Ministry of Health".

    What no word tells of ("Yarrow County Water") is such a body where its own text speaks of "us".
    """
    if not document.outlet or document.genre == "transcript":
        return False
    words = {word.strip("(),.").lower() for word in document.outlet.split()} - {"the", "a", "of", "and", "&"}
    if words & _PAPERS:
        return False
    return bool(words & _ISSUING or _PLACE.match(document.outlet)) or (len(words) > 1 and _says_we(document.text))


@lru_cache(maxsize=256)
def _says_we(text: str) -> bool:
    return len(_WE.findall(_QUOTED.sub(" ", text))) >= _OF_ITS_OWN


def issuer_called(around: Surroundings, noun: str) -> str | None:
    """The issuer, where a noun is what it is called in short: "the Federation" in the federation's release."""
    for name in issuer_of(around):
        if _OF.split(name)[0].lower().split()[-1:] == [noun]:
            return name
    return None


def are_minutes(around: Surroundings) -> bool:
    """Whether a document says that it is the minutes or the action points of a meeting."""
    titled = _TITLED.search(around.document.title or "") or _MINUTES.search(around.document.title or "")
    return titled is not None or _MINUTES.search(around.text, 0, _HEAD) is not None


def assembly_of(around: Surroundings) -> tuple[str, ...]:
    """Who resolves what "was resolved": the body whose minutes a document is, or that put it out."""
    if not are_minutes(around):
        return issuer_of(around)
    told = _ASSEMBLY.search(around.text, 0, _HEAD) if not _TITLED.search(around.document.title or "") else None
    return (told["body"].removesuffix("'s").removesuffix("’s"),) if told is not None else issuer_of(around)
