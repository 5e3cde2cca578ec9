"""Where a document comes from, told from its words: outlet, authors, dateline, the publication it was taken from."""

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

import msgspec

from onrecord.model.documents import Block
from onrecord.reading.bylines import agency_in, byline_in, is_bare_name, is_publisher, writer_introduced
from onrecord.reading.datelines import dateline_at
from onrecord.reading.furniture_signs import NAME
from onrecord.reading.genres import is_issuer, says_we
from onrecord.reading.letterheads import in_title_case, issuer_of, masthead_of
from onrecord.reading.stated import Stated

_OUTLET = (
    r"(?P<outlet>(?:[Tt]he )?[A-Z][\w&'’-]*(?:\.[a-z]{2,4})?(?: (?:(?:of|the|and) )?(?!(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day)[A-Z][\w&'’-]*){0,4})"
)
_UNANSWERED = (
    r"\b(?:did not|didn['’]t|has not|have not|hasn['’]t|had not|could not|would not|declined to)(?: \w+){0,3}?"
    r" (?:respond|reply|return|answer)\w*"
)
_REQUEST = r"(?:requests?|inquir(?:y|ies)|enquir(?:y|ies)|questions|calls|messages|e-?mails?)"
_ASKED = (
    re.compile(
        rf"{_UNANSWERED}(?: \w+){{0,5}}? {_REQUEST}"
        rf"(?: for (?:comment|an interview))? (?:from|by) {_OUTLET}(?=[.,;]|\s(?:on|about|seeking|before|regarding))"
    ),
    re.compile(rf"{_UNANSWERED}(?: to)? {_OUTLET}['’]s? (?:\w+ )?{_REQUEST}"),
    re.compile(rf"\b(?:reached out to|contacted|asked) by {_OUTLET}(?=[.,;]|\s)"),
    re.compile(rf"{_OUTLET} (?:has |have )?(?:reached out to|contacted|approached|asked) [^.]{{3,80}} for comment"),
    re.compile(
        r"\b(?:interview request|requests? for comment|requests? for an interview|inquiry|inquiries|questions) from "
        rf"{_OUTLET}(?=[.,;]|\s)"
    ),
)
_TOLD = re.compile(
    rf"\btold {_OUTLET}(?=[.,;]|\s(?:that|on|in|by|the|he|she|they|it|this|earlier|late|via|during|last)\b|\s[“\"])"
)
_SUPPORT = re.compile(r"\bsupport (?P<outlet>(?:[Tt]he )?[A-Z].{1,50}?) (?:on|at) (?i:patreon|ko-fi|substack|paypal)")
_APPEARED = re.compile(r"appeared first on (?P<outlet>.{2,60}?)\.?\Z", re.IGNORECASE)
_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©"
    r"|\(c\))?\s*(?:\d{4}(?:\s*[-–,]\s*\d{4})?)?,?\s*(?:by )?(?P<outlet>(?-i:(?:The )?[A-Z][\w&'’.-]*(?: (?:of "
    r"|the |and )?[A-Z][\w&'’-]*){0,4}))",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"\b(?:by|in|on|at|from|for|of|via)\s+(?P<outlet>{NAME})",
)
_NOT_OUTLETS_WORDS = (
    "reporters journalists "
    "congress parliament lawmakers senators members police investigators fbi cia president minister senate "
    "house committee court "
    "judge a an i we he she they it his her their god people friends supporters officials monday tuesday "
    "wednesday thursday friday saturday sunday congressional the mr mrs ms dr sen rep gov"
)
_NOT_OUTLETS = frozenset(_NOT_OUTLETS_WORDS.split())


class Origins(msgspec.Struct, frozen=True, kw_only=True):
    """What the words tell of a document's origin."""

    outlet: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    dateline_day: str | None = None
    republished_from: str | None = None


def origins_of(text: str, blocks: Sequence[Block], stated: Stated) -> Origins:
    """Outlet, authors, dateline and original publication, each `None` or empty where words and markup tell none."""
    authors: list[str] = []
    agency = dateline = day = republished = None
    named = {sort: [text[b.start : b.end] for b in blocks if b.label == sort] for sort in _SORTS}
    for line in named["byline"]:
        byline = byline_in(line)
        if byline is not None:
            authors.extend(a for a in byline.authors if a not in authors)
            agency = agency or byline.agency
        elif is_publisher(line.partition(",")[0]):
            agency = agency or line.partition(",")[0]
        elif is_bare_name(line) and line not in authors:
            authors.append(line)
    if not authors:
        authors = [writer for line in named["credits"] if (writer := writer_introduced(line))]
    dateline_agency = None
    for line in named["dateline"]:
        if found := dateline_at(f"{line} X", 0, len(line) + 2):
            dateline, day = dateline or found.place, day or found.day
            dateline_agency = dateline_agency or found.agency
    for line in named["republication"]:
        republished = republished or _republished(line)
    if dateline_agency is not None and _CARRIER.fullmatch(dateline_agency):
        dateline_agency, carried = None, _own_company(text, blocks) or _source_line(named["release_mark"])
    else:
        carried = None
    outlet = (
        stated.outlet
        or dateline_agency
        or carried
        or _named_by_publisher(named)
        or masthead_of(named["letterhead"])
        or _outlet_in_prose(text)
        or agency
        or next((agency for line in named["date"] if (agency := agency_in(line))), None)
        or _office_above(text, blocks)
        or _own_company(text, blocks)
        or _site(stated.url)
    )
    return Origins(
        outlet=outlet,
        authors=stated.authors or tuple(_cased(author) for author in authors),
        dateline=dateline,
        dateline_day=day,
        republished_from=republished,
    )


_SORTS = ("byline", "credits", "dateline", "republication", "donation", "copyright", "newsletter", "letterhead", "date",
          "release_mark")  # fmt: skip
_CARRIER = re.compile(
    r"(?:PR ?Newswire|Business ?Wire|Globe ?Newswire|Accesswire|EIN ?Presswire|Newsfile(?: Corp\.?)?"
    r"|CNW(?: Group)?|PRWeb)\W*",
    re.IGNORECASE,
)
"""Services that carry releases of others, whose words these are not."""
_SOURCE_LINE = re.compile(rf"SOURCE:?\s(?P<name>{NAME})\W*")


def _source_line(marks: Sequence[str]) -> str | None:
    """Whom a carried release names as its source at its foot."""
    return next((match["name"] for mark in marks if (match := _SOURCE_LINE.fullmatch(mark))), None)


def _republished(line: str) -> str | None:
    if match := _APPEARED.search(line):
        return match["outlet"].strip()
    match = _FROM.search(line)
    return _bare(match["outlet"]) if match else None


def _bare(name: str) -> str | None:
    name = re.split(r"\s+(?:on|in|as|under|with)\s+(?=[A-Z]|\d)", name)[0].strip(" .,:;*)]")
    return name or None


def _named_by_publisher(named: dict[str, list[str]]) -> str | None:
    """The publisher as its own notes name it: whom to support, and who owns the words."""
    for line in named["donation"]:
        if match := _SUPPORT.search(line):
            return match["outlet"]
    for line in named["copyright"]:
        if (match := _OWNER.search(line)) and match["outlet"].casefold() not in (
            "all",
            "all rights reserved",
            "copyright",
        ):
            return re.sub(r"[.,]?\s*(?:Inc|LLC|Ltd|Corp|All Rights Reserved|All)\.?\Z", "", match["outlet"]).strip(
                " .,"
            )
    return None


def _outlet_in_prose(text: str) -> str | None:
    """The outlet as a report names itself: whose request went unanswered, or whom two or more speakers told.

    Refuses where several are named so: reports quote what people told others.
    """
    asked = Counter(name for form in _ASKED for match in form.finditer(text) if (name := _outlet_name(match)))
    if len({_folded(name) for name in asked}) == 1 and not _is_person(text, asked.most_common(1)[0][0]):
        return asked.most_common(1)[0][0]
    told = Counter(name for match in _TOLD.finditer(text) if (name := _outlet_name(match)))
    if len({_folded(name) for name in told}) == 1 and sum(told.values()) >= 2:
        name, times = told.most_common(1)[0]
        # a report hardly names its own outlet otherwise; a person who is told things also acts and speaks
        return name if text.count(name) <= 2 * times and not _is_person(text, name) else None
    return None


def _is_person(text: str, name: str) -> bool:
    """Whether a one-word name stands elsewhere behind a forename."""
    return " " not in name and not name.isupper() and re.search(rf"[A-Z][a-z.]+ {re.escape(name)}\b", text) is not None


def _outlet_name(match: re.Match[str]) -> str | None:
    name = re.sub(r"['’]s?\Z", "", match["outlet"].removeprefix("the ")).strip()
    words = name.split()
    if not words or (words[0] != "The" and {words[0].casefold(), words[-1].casefold()} & _NOT_OUTLETS):
        return None
    if words[0] == "The" and (len(words) == 1 or words[1].casefold() in _NOT_OUTLETS):
        return None
    return name


def _folded(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _office_above(text: str, blocks: Sequence[Block]) -> str | None:
    """The office whose name stands alone above a text, where the layout takes it for a title or a heading."""
    return issuer_of(text[b.start : b.end] for b in blocks[:6] if b.kind in ("heading", "title"))


def _own_company(text: str, blocks: Sequence[Block]) -> str | None:
    """Who puts a text out: named in its title as stating or announcing, or in a note at its foot ("About Zennor Zinc").

    Whoever it is must speak of itself in the text; a paper that reports a statement does not.
    """
    heads = [text[b.start : b.end] for b in blocks if b.kind == "heading"]
    told = [match["name"] for head in reversed(heads) if (match := _ABOUT.fullmatch(head))]
    title = next((text[b.start : b.end] for b in blocks if b.kind == "title"), "")
    stated = [match["name"] for form in _STATING if (match := form.match(title))]
    told += stated if stated and says_we(text) else []
    return next((name for name in told if is_issuer(name, text)), None)


_ABOUT = re.compile(rf"(?i:about)\s(?P<name>{NAME})\W*")
_MATTER = r"(?i:on|about|regarding|concerning|following)\b"
_STATING = (
    re.compile(rf"(?P<name>{NAME}?)(?:['’]s?)?\s(?i:(?:public |official |press |media )?statement)\s{_MATTER}"),
    re.compile(
        rf"(?i:(?:public |official |press |media |joint )?statement (?:by|from|of) (?:the )?)(?P<name>{NAME})"
        rf"(?=\s{_MATTER}|\W*\Z)"
    ),
    re.compile(rf"(?P<name>{NAME}?)\s(?i:announces|responds(?: to)?|reports|launches|comments on|welcomes|rejects)\b"),
)


def _cased(name: str) -> str:
    """A writer's name as it is spelt where it is not set in capitals."""
    return in_title_case(name) if name.isupper() and "." not in name else name


def _site(url: str | None) -> str | None:
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None
