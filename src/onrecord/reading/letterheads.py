"""Letterheads: the lines above a release or a transcript that name who issues it."""

import re
from collections.abc import Iterable, Sequence

LONGEST_LETTERHEAD = 110
LONGEST_NAME = 50

_SMALL = r"(?:of|for|to|on|the|and|&|de|in|at|with)"
_WORD = r"[A-ZÀ-Þ][\w.'’\-]*"
_RUN = rf"(?:{_WORD}(?:\s{_WORD})?)"
_TAIL = rf"(?:{_SMALL}\s)*{_RUN}(?:(?:,\s(?:{_SMALL}\s)?|\s(?:{_SMALL}\s)+){_RUN}){{0,4}}"
"""What a body is for: one or two words, joined to others by small words; headlines go on without them."""

_STATE = r"(?:Government|Republic|Kingdom|Commonwealth|Federation)"
_BODY = (
    r"(?:Ministry|Department|Office|Embassy|Bureau|Secretariat|Mission|Delegation|Consulate|Directorate|Agency"
    r"|Commission|Council|Authority|Parliament|Senate|Assembly|Presidency|Chancellery|Institute|Service"
    r"|Administration|Cabinet|Court|Union|Organi[sz]ation|Bank|Board|Treasury|(?:Sub)?[Cc]ommittee|Inquiry|Tribunal)"
)
_OWN_NAME = (
    r"(?:The )?(?:White House|State House|House of (?:Representatives|Commons|Lords|Deputies|Assembly|Delegates)"
    r"|Elys[eé]e Palace|(?:Prime Minister|President|Premier|Governor|Mayor"
    r"|Chancellor|Spokesperson)['’]s Office|Cabinet Office|Prime Minister['’]s Office,? .{2,30}"
    r"|(?:European|African|United|International|World) (?:Commission|Union|Council|Parliament|Nations"
    rf"|Court of Justice|Health Organi[sz]ation|Bank(?: Group)?|Monetary Fund)|(?:{_WORD}\s){{1,2}}(?:Ministry"
    r"|Commission|Embassy|Secretariat|Treasury))"
)
_PRESS_DESK = (
    r"(?:Press|Information|Communications?|Media|Public (?:Affairs|Relations|Information))"
    r"(?:,? (?:and|&) (?:Press|Information|Communications?|Media|Public (?:Affairs|Relations|Information)))?"
    r" (?:Department|Office|Service|Directorate|Division|Section|Bureau|Unit|Centre|Center)"
)
_SHAPE = re.compile(
    rf"(?:(?:The|the)\s)?(?:{_PRESS_DESK}|(?:{_WORD}\s){{0,3}}?{_BODY}\s(?:of|for|to|on)\s{_TAIL}"
    rf"|(?:{_WORD}\s){{0,2}}?{_STATE}\sof\s{_TAIL}|{_OWN_NAME})"
)
_COMMITTEE = re.compile(rf"(?:The )?(?:{_WORD},?\s(?:and\s|&\s|on\s)?){{1,6}}(?:Sub)?[Cc]ommittee")
_STATE_LINE = re.compile(rf"(?:(?:The|the)\s)?(?:{_WORD}\s){{0,2}}?{_STATE}\sof\s.*")
_LEGAL = (
    r"(?:Ltd|LTD|PLC|Plc|plc|LLC|LLP|Inc|INC|Corp|Corporation|Company|Co|GmbH|AG|S\.?A|N\.?V|B\.?V|AB|ASA|Oy|Limited)"
    r"\.?"
)
_BODY_END = (
    r"(?:Council|Authority|Assembly|Parliament|Senate|Commission|Committee|Board|Agency|Association|Union|Federation"
    r"|Trust|Foundation|Society|Institute|University|College|Hospital|Ministry|Department|Directorate|Inspectorate"
    r"|Tribunal|Court|Inquiry|Panel|Police|Constabulary|Alliance|Coalition|Group|Holdings|Partners|Confederation"
    r"|Chamber of [A-Z]\w+|Network|Centre|Center|Watch|Party)"
)
_PAPER_WORD = (
    r"(?:Agency|Argus|Bulletin|Bugle|Chronicle|Citizen|Courier|Daily|Dispatch|Echo|Enquirer|Examiner|Express|Gazette"
    r"|Globe|Guardian|Herald|Independent|Journal|Ledger|Leader|Magazine|Mail|Mercury|Messenger|Mirror|Monitor|News"
    r"|Newspaper|Observer|Online|Post|Press|Radio|Record|Register|Reporter|Review|Sentinel|Standard|Star|Sun|Telegraph"
    r"|Television|Times|Today|Tribune|TV|FM|Voice|Weekly|Wire|World|Broadcasting|Media|Advertiser|Zeitung|Dagblad)"
)
_STATION = r"(?:Radio|Channel|TV|Television|Station|Studio|Network|Canal|Kanal)"
_PAPER_LINE = re.compile(
    rf"(?:(?:The |Le |La |El |Die |De )?(?:{_WORD}\s){{0,3}}{_PAPER_WORD}"
    rf"|{_STATION}(?:\s(?:{_WORD}|\d{{1,3}}(?:\.\d)?)){{1,3}}"
    rf"|(?:The )?{_PAPER_WORD} (?:of|on|for) (?:the )?{_WORD}(?:\s{_WORD})?)"
)
_BODY_LINE = re.compile(
    rf"(?:The )?(?:{_WORD}(?:,|\s(?:and|&|of|for))?\s){{1,5}}(?:{_LEGAL}|{_BODY_END})"
    rf"|(?:The )?{_BODY_END}\s(?:of|for)\s{_TAIL}"
)
_NAME_LINE = re.compile(rf"(?:The )?(?:{_WORD}|\d{{1,3}})(?:\s(?:(?:{_SMALL})\s)?(?:{_WORD}|\d{{1,3}})){{0,4}}")
_PRESS_OFFICE = re.compile(
    rf"(?:{_PRESS_DESK}|(?:The )?Office of (?:the )?(?:Public Affairs|Public Information|(?:\w+ )?Press Secretary"
    r"|Communications?|Media|Information|Spokes\w+)|Press (?:Office|Service|Department)|Spokesperson['’]s Office"
    r"|(?:Department|Directorate) (?:of|for) (?:Public |Press )?(?:Affairs|Communications?|Information)).*",
    re.IGNORECASE,
)


def is_letterhead(line: str) -> bool:
    """Whether a whole line names a government, a ministry or another public body and says nothing of it."""
    if len(line) > LONGEST_LETTERHEAD or len(line) < 6 or not line[0].isupper():
        return False
    return _SHAPE.fullmatch(in_title_case(line)) is not None


def is_committee(line: str) -> bool:
    """Whether a whole line can be a committee's name, told before its matter: "Health and Social Care Committee"."""
    return len(line) <= LONGEST_LETTERHEAD and _COMMITTEE.fullmatch(in_title_case(line)) is not None


def is_press_desk(line: str) -> bool:
    """Whether a whole line names the desk of a body that speaks to the press, and not the body."""
    return len(line) <= LONGEST_LETTERHEAD and re.fullmatch(_PRESS_DESK, in_title_case(line)) is not None


def is_paper(line: str) -> bool:
    """Whether a whole line is what a paper or a station is called: "Marley Echo", "Radio Ostby"."""
    return len(line) <= LONGEST_NAME and _PAPER_LINE.fullmatch(in_title_case(line)) is not None


def is_body(line: str) -> bool:
    """Whether a whole line is called as a council, a society or a business is: "Marley Town Council"."""
    return len(line) <= LONGEST_LETTERHEAD and _BODY_LINE.fullmatch(in_title_case(line)) is not None


def is_name(line: str) -> bool:
    """Whether a whole line is a few capitalised words, as names are, and some headlines."""
    return len(line) <= LONGEST_NAME and _NAME_LINE.fullmatch(in_title_case(line)) is not None


def masthead_of(lines: Sequence[str]) -> str | None:
    """Who puts a text out by the lines above it: a public body, else a paper, else whoever comes first."""
    public = issuer_of(line for line in lines if is_letterhead(line))
    if public is not None and not _STATE_LINE.fullmatch(public):
        return public
    others = [line for line in lines if not is_letterhead(line)]
    own = next((line for line in others if is_body(line) and not is_committee(line)), None)
    own = own or next((line for line in others if is_paper(line)), None)
    found = own or public or issuer_of(lines) or next(iter(others), None)
    return in_title_case(found) if found is not None else None


def issuer_of(lines: Iterable[str]) -> str | None:
    """The body that the lines of a letterhead name: a ministry before its government, an office before its press."""
    found = [line for line in lines if is_letterhead(line) or is_committee(line)]
    bodies = [line for line in found if not _PRESS_OFFICE.fullmatch(line)]
    ministries = [line for line in bodies if not _STATE_LINE.fullmatch(in_title_case(line))]
    issuer = next(iter(ministries or bodies), None)
    return in_title_case(issuer) if issuer is not None else None


def in_title_case(line: str) -> str:
    """A line in capitals as if it were not; short forms keep theirs: "UN OFFICE" is "UN Office"."""
    line = " ".join(line.split())
    if line != line.upper():
        return line
    return re.sub(rf"(?<!\A)\b{_SMALL.replace('&|', '')}\b", lambda m: m.group().lower(), _titled(line), flags=re.I)


def _titled(line: str) -> str:
    return " ".join(_capitalised(word) for word in line.split(" "))


def _capitalised(word: str) -> str:
    if word in _LEGAL_FORMS:
        return _LEGAL_FORMS[word]
    if word in _SHORT_FORMS or (len(word) > 1 and not _VOWEL.search(word)):
        return word
    return _AFTER_MARK.sub(
        lambda part: part.group().lower(), _LETTERS.sub(lambda part: part.group().capitalize(), word)
    )


_SHORT_FORMS = frozenset(
    {"UN", "EU", "US", "UK", "AU", "USA", "UAE", "WHO", "IMF", "IAEA", "NATO", "OECD", "OSCE", "UNESCO", "UNICEF"}
)
_LEGAL_FORMS = {"LTD": "Ltd", "LTD.": "Ltd.", "PLC": "plc", "GMBH": "GmbH"}
_LETTERS = re.compile(r"[^\W\d_]+")
_AFTER_MARK = re.compile(r"['’](?:S|T|Re)\b")
"""What follows a mark within a word without being a name's part: "OFFICE'S", as against "O'NEILL"."""
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")
