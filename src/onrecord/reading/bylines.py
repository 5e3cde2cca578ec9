"""Who wrote it, as the lines above and below an article say."""

import re
from typing import NamedTuple

LONGEST_BYLINE = 160

_NAME = (
    r"[A-ZÀ-Þ][\w.'’\-]*(?:\s(?:(?:de|del|de la|van|van der|von|la|le|al|el|bin|ben|da|di|dos|der|den"
    r"|ter)\s)?[A-ZÀ-Þ][\w.'’\-]*){1,4}?"
)
_BEAT = (
    r"(?:White House|State Department|Supreme Court|Capitol Hill|Senior|Staff|National|Chief|Deputy|Associate|Managing"
    r"|Executive|Political|Politics|Congressional|Foreign|Foreign Affairs|Diplomatic|Investigative|Washington"
    r"|Pentagon|Security"
    r"|National Security|Defen[sc]e|Health|Medical|Business|Economics?|Technology|Tech|Science|Sports|Education"
    r"|Legal|Justice"
    r"|Immigration|Border|Climate|Environment|Energy|Media|Culture|Breaking News|News|General Assignment|Data"
    r"|Video|Digital"
    r"|Contributing|Freelance|Guest|Opinion|Special|Senate|House|Courts?|Crime|Global|World|International"
    r"|Regional|Europe"
    r"|Asia|Africa|Americas|Latin America|Middle East|US|U\.S\.|UK|Trending|Weekend|Night|Local|State|City"
    r"|Campaign|Religion"
    r"|Enterprise|Features|Finance|Markets|Multimedia|Social Media|Home Affairs|Chief Political|North America"
    r"|South Asia)"
)
_POST = (
    r"(?:Correspondent|Reporter|Editor|Writer|Contributor|Columnist|Producer|Anchor|Journalist|Bureau Chief"
    r"|Fellow|Intern"
    r"|Editor[- ]in[- ]Chief|Photographer|Staff|Analyst)s?"
)
_POSTS = rf"(?:{_BEAT}\s(?:and\s|&\s)?){{0,5}}(?i:{_POST})"
AGENCIES = (
    r"(?:The )?(?:Associated Press|AP|Reuters|REUTERS|AFP|Agence France-Presse|UPI|Bloomberg(?: News)?|dpa|EFE|ANSA"
    r"|Xinhua|PA Media)"
)
_BY = re.compile(
    rf"(?:By|BY|by|Written by|Story by|Reported by|Posted by|Authored by|Words by|Text by|Analysis by|Author)\s*:?\s+"
    rf"(?P<names>{_NAME}(?:(?:\s*,\s*|\s+(?:and|AND|&|with)\s+|\s*,\s+and\s+){_NAME})*)"
    rf"(?P<rest>(?:\s*[,|•·/–—(\-]|\s+(?:for|in|at|of|on)\s|\s{{2,}}|\s(?={_POSTS}))\s*.{{0,110}})?"
)
_BY_AGENCY = re.compile(
    rf"(?:By|BY|by|From|Source:)\s+(?P<agency>{AGENCIES})(?:\s+(?i:staff|wire|reporters?|writers?|services?))*\s*\.?"
)
_BY_STAFF = re.compile(
    r"(?:By|BY|by)\s+(?:(?:[A-Z][\w.&'’]*\s){0,4}(?i:staff|newsroom|editorial board|news desk|web desk|newsdesk"
    r"|team))(?i:\s(?:writers?|reporters?|report))?"
)
_WITH_POST = re.compile(
    rf"(?P<names>{_NAME})\s*[,|•·–—\-]?\s*(?P<post>{_POSTS})\b(?:(?:\s*[,|•·–—\-@]\s*|\s+(?:at|for|with)\s+).{{2,60}})?"
)
_POST_ALONE = re.compile(
    rf"(?:[A-ZÀ-Þ][\w'’-]*\s)?(?:[\w&'’-]+\s){{0,4}}(?i:{_POST})(?:,?\s(?:in\s|at\s)?[A-ZÀ-Þ][\w .'’-]{{1,40}})?"
)
_WITH_AGENCY = re.compile(rf"(?P<names>{_NAME})\s*[,|•·–—\-]\s*(?P<agency>{AGENCIES})")
_CREDITS = re.compile(
    rf"(?:\(?(?:Additional |Contributing )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompil\w+"
    rf"|[Tt]ranslat\w+)(?: and \w+)? by\s.{{3,300}}"
    rf"|(?:Contributing|Contributors?|Contributed)\s*:\s.{{3,200}}"
    rf"|.{{3,240}}\b(?:contributed|contributed reporting)(?: reporting| writing| research)? (?:to|from"
    rf"|for) (?:this|the) (?:report|story|article|piece)\b.{{0,80}}"
    rf"|.{{3,200}}\b(?:contributed (?:reporting|to this)|reported from [A-Z][\w .,’'-]+(?:and"
    rf"|;) .{{3,120}} from [A-Z]).{{0,120}}"
    rf"|{_NAME}\s+(?:is|was)\s+(?:an?|the)\s+(?:[\w’'.,-]+\s){{0,6}}?(?i:reporter|correspondent|staff writer"
    rf"|columnist|journalist|editor|bureau chief)\b.{{0,200}}"
    rf"|(?:Contact|Reach|E-?mail)\s+(?:{_NAME}|him|her|them|the (?:author|writer|reporter)s?)\s+(?:at|on"
    rf"|via)\s.{{3,120}})"
)
_NOT_NAMES_WORDS = "the a an any all no this that our your my his her their its land air means staff now then"
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
_PUBLISHER_WORDS = (
    "News Times Post Press "
    "Herald Tribune Journal Radio TV Magazine Digital Media Report Today Star Globe Gazette Chronicle"
    " Network Agency Service Observer Examiner Mail Telegraph Guardian Online"
)
_PUBLISHERS = frozenset(_PUBLISHER_WORDS.split())
_NAME_SPLIT = re.compile(r"\s*,\s+(?:and\s+)?|\s+(?:and|AND|&|with)\s+")
_INITIALS = re.compile(r"[a-z]{2,4}(?:-[a-z]{2,4})?(?:/[a-z]{2,4}(?:-[a-z]{2,4})?){1,4}")
"""The desk's initials that some agencies put under a report."""
_BIO = re.compile(rf"(?P<name>{_NAME})\s+is\s+an?\s")


class Byline(NamedTuple):
    """The people and the agency that a byline names; both may be empty ("By staff")."""

    authors: tuple[str, ...] = ()
    agency: str | None = None


def byline_in(line: str) -> Byline | None:
    """What a whole line says of who wrote the article, or `None` where it is no byline."""
    if len(line) > LONGEST_BYLINE or not (line[:1].isupper() or line.startswith("by ")):
        return None
    if match := _BY_AGENCY.fullmatch(line):
        return Byline(agency=match["agency"])
    if _BY_STAFF.fullmatch(line):
        return Byline()
    if (match := _BY.fullmatch(line)) and not line.endswith(("?", "!")):
        names = _names(match["names"])
        names, publisher = _without_publisher(names)
        if names and not _is_sentence(match["rest"] or ""):
            named = [name for n, name in enumerate(names) if re.fullmatch(AGENCIES, name) or (n and is_publisher(name))]
            agency = publisher or (named[0] if named else agency_in(match["rest"] or ""))
            return Byline(tuple(name for name in names if name not in named), agency)
    if (match := _WITH_AGENCY.fullmatch(line)) and (names := _names(match["names"])):
        return Byline(names, match["agency"])
    if (match := _WITH_POST.fullmatch(line)) and (names := _names(match["names"])):
        return Byline(names)
    return None


def is_credit_roll(line: str) -> bool:
    """Whether a closing line says who else reported, wrote or edited, or introduces the writer."""
    return len(line) <= 500 and _CREDITS.fullmatch(line) is not None


def is_initials(line: str) -> bool:
    """Whether a closing line is the initials of who wrote and edited the report ("ab/cd/ef")."""
    return len(line) <= 24 and _INITIALS.fullmatch(line) is not None


def writer_introduced(line: str) -> str | None:
    """The writer whom a closing line introduces: "Ann Lee is a reporter in …"."""
    match = _BIO.match(line)
    return match["name"] if match else None


def is_publisher(line: str) -> bool:
    """Whether a line that might be a name is a publisher's ("Harbour News")."""
    return line.rpartition(" ")[2] in _PUBLISHERS or re.fullmatch(AGENCIES, line) is not None


def is_post(line: str) -> bool:
    """Whether a line under a byline is the writer's post, with a place perhaps: "Harbour correspondent, Torvik"."""
    return len(line) <= 80 and _POST_ALONE.fullmatch(line) is not None


def is_bare_name(line: str) -> bool:
    """Whether a line is two to four capitalised words and nothing else, as a name under a title is."""
    return len(line) <= 50 and re.fullmatch(_NAME, line) is not None and bool(_names(line))


def _names(words: str) -> tuple[str, ...]:
    names = tuple(name.strip(" .,") for name in _NAME_SPLIT.split(words) if name.strip(" .,"))
    if any(name.split()[0].casefold() in _NOT_NAMES for name in names):
        return ()
    return names


def _without_publisher(names: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """Names without a publisher that follows the last one unmarked: "By Ilse Marrow Harbour News"."""
    words = names[-1].split() if names else []
    if len(words) < 4 or words[-1] not in _PUBLISHERS:
        return names, None
    return (*names[:-1], " ".join(words[:2])), " ".join(words[2:])


def agency_in(words: str) -> str | None:
    """The news agency that a line names, if any."""
    match = re.search(rf"\b{AGENCIES}\b", words)
    return match.group() if match else None


def _is_sentence(rest: str) -> bool:
    """Whether what follows the names is prose: "By Ann Lee and Bo Chen were asked to resign."."""
    return rest.endswith(".") and len(rest.split()) > 8
