"""What sort of text a document is."""

import re
from collections.abc import Sequence

from onrecord.model.documents import Block, Genre

_RELEASE_TITLE = re.compile(
    r"(?:readout of|joint (?:statement|communiqu[eé]|declaration|press release)|statement (?:by|from|of|on)"
    r"|press (?:release|statement)|fact sheet|fact-sheet"
    r"|media (?:release|advisory|note)|news release|communiqu[eé]|(?:executive order|proclamation|memorandum) on)\b",
    re.IGNORECASE,
)
_RELEASE_LINE = re.compile(
    r"\b(?:press|news|media) (?:release|statement)\b|\bfor (?:immediate )?release\b", re.IGNORECASE
)
_RELEASE_WIRE = re.compile(r"/(?:PR ?Newswire|Business ?Wire|GLOBE ?NEWSWIRE|ACCESSWIRE|EIN ?Presswire)", re.IGNORECASE)
_SPEECH_TITLE = re.compile(
    r"(?:remarks|speech|address|statement as delivered|opening statement|testimony)\b.{0,40}\b(?:by|of|to|at|as|on)\b",
    re.IGNORECASE,
)
_SITTING_TITLE = re.compile(
    r"\b(?:press|briefing|remarks|hearing|conference|transcript|debate|oral|testimony|meeting|sitting|session"
    r"|questions (?:to|for)|gaggle|stakeout|encounter)\b",
    re.IGNORECASE,
)
_INTERVIEW_TITLE = re.compile(r"\binterview\b", re.IGNORECASE)
_PREPARED = re.compile(r"\(?as (?:prepared|delivered)\b", re.IGNORECASE)
_OPINION = re.compile(
    r"(?:opinions?|editorials?|op-?ed|commentary|letters?(?: to the editor)?|columns?|viewpoint|perspectives?"
    r"|guest essay)\W*",
    re.IGNORECASE,
)
_OPINION_TITLE = re.compile(r"(?:opinion|editorial|op-?ed|commentary)\s*[:|]", re.IGNORECASE)
_OPINION_NOTE = re.compile(
    r"\b(?:views|opinions) expressed (?:here|in this|are|by)\b|\bis an opinion columnist\b", re.IGNORECASE
)
_QUESTION_LABELS_WORDS = "q question interviewer a answer"
_QUESTION_LABELS = frozenset(_QUESTION_LABELS_WORDS.split())

_PAPER = re.compile(
    r"\b(?:agency|argus|bulletin|bugle|chronicle|citizen|courier|correspondent|daily|despatch|dispatch|echo|enquirer"
    r"|evening|examiner|express|gazette|globe|guardian|herald|independent|journal|ledger|magazine|mail|mercury|mirror"
    r"|monitor|news|newspaper|newswire|observer|online|packet|paper|post|press|radio|record|register|report|reporter"
    r"|review|sentinel|standard|star|sun|telegraph|television|times|today|tribune|tv|voice|weekly|wire|blog|channel"
    r"|broadcasting|magazine|media|zeitung|blad)\b",
    re.IGNORECASE,
)
"""Words in the names of papers and stations."""

_QUOTED = re.compile(r"“[^”\n]{0,2000}”|\"[^\"\n]{0,2000}\"")
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
LEAST_NAMED = 3
"""How often a text names its own issuer, or says "we", outside of quotations, where it is that body's own statement."""

LEAST_ACTING = 2
"""How often its name must begin a sentence: papers are named too ("told the Courier"), but seldom do anything."""

LEAST_SPOKEN = 0.4
"""A transcript's turns hold at least this share of its text that is not furniture."""


def genre_of(
    text: str, blocks: Sequence[Block], *, title: str | None, opinion: bool = False, outlet: str | None = None
) -> Genre:
    """The genre by layout first (turns, release marks), then by how title and notes name the text."""
    spoken = sum(b.end - b.start for b in blocks if b.kind == "turn")
    told = sum(b.end - b.start for b in blocks if b.kind not in ("turn", "furniture"))
    title = title or ""
    if spoken and spoken >= LEAST_SPOKEN * (spoken + told):
        labels = {b.label for b in blocks if b.kind == "turn" and b.label}
        names = [label for label in labels if label.casefold().rstrip(".:") not in _QUESTION_LABELS]
        two = len(labels) <= 2 and not any(label.isupper() for label in names)
        two = two or (len(labels) <= 4 and _INTERVIEW_TITLE.search(title) is not None)
        return "interview" if two and not _SITTING_TITLE.search(title) else "transcript"
    labels_found = {b.label for b in blocks if b.kind == "furniture"}
    dated = [text[b.start : b.end] for b in blocks if b.label == "date"]
    if (
        "release_mark" in labels_found
        or any(_RELEASE_LINE.search(line) for line in dated)
        or _RELEASE_TITLE.match(title)
        or _RELEASE_WIRE.search(text[:2000])
    ):
        return "release"
    if _SPEECH_TITLE.match(title) or (_PREPARED.search(text[:1500]) is not None):
        return "speech"
    if opinion or _OPINION_TITLE.match(title) or _OPINION_NOTE.search(text[-1500:]):
        return "opinion"
    if any(b.label == "section" and _OPINION.fullmatch(text[b.start : b.end]) for b in blocks[:8]):
        return "opinion"
    if "end_mark" in labels_found and any(
        text[b.start : b.end].startswith("#") for b in blocks if b.label == "end_mark"
    ):
        return "release"
    return "release" if outlet and is_issuer(outlet, text) else "report"


def says_we(text: str) -> bool:
    """Whether a text speaks of its own issuer as "we" outside of quotations, which no report does."""
    return len(_WE.findall(_QUOTED.sub(" ", text))) >= LEAST_NAMED


def is_issuer(outlet: str, text: str) -> bool:
    """Whether whoever put a text out is no paper but a body that speaks of itself in it: "Zennor Zinc notes", "we".

    It names itself, by its whole name or by what it is called in short ("the Bureau" of a "Bureau of Ships").
    """
    if _RELEASE_LINE.search(outlet):
        return True
    if _PAPER.search(outlet):
        return False
    own = _QUOTED.sub(" ", text)
    short = re.split(r"\s(?:of|for|in|at|on)\s", outlet, maxsplit=1)[0].split()
    names = {outlet, *([f"the {short[-1]}", f"The {short[-1]}"] if short[-1:] and short[-1][:1].isupper() else [])}
    called = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    named = len(re.findall(rf"\b(?:{called})\b", own))
    acting = len(re.findall(rf"(?:^|[.!?\n])\W*(?:{called})\s+[a-z]", own))
    said_we = len(_WE.findall(own)) >= LEAST_NAMED
    return (named >= LEAST_NAMED and acting >= LEAST_ACTING) or (said_we and acting > 0)
