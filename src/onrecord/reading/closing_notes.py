"""How printed talks end: with a time of day, or with what a report adds in its own words and without a label."""

import re

LONGEST_NOTE = 900
LEAST_NAME = 3
"""Letters of a surname that may tell the last speaker in the third person."""

_TALK = (
    r"(?:interview|broadcast|programme|program|podcast|episode|recording|conversation|transcript|exchange|discussion"
    r"|press conference|news conference|briefing|hearing|session|debate|call|show|q&a|meeting)"
)
_DONE = (
    r"(?:recorded|taped|filmed|broadcast|aired|conducted|held|edited|condensed|shortened|abridged|translated|transcribed"
    r"|published|updated|amended|corrected|cut|completed|over)"
)
_OF_THE_TALK = re.compile(
    rf"(?:after|before|since|following|during|shortly after|hours after|days after|a day after|at the time of|when)"
    rf" (?:the|this|that|our|we|his|her|their) (?:\w+ ){{0,3}}?{_TALK} (?:\w+ )?(?:was|were|had|has|is|ended|took)\b"
    rf"|(?:after|following|since) (?:the|this|our|his|her|their) (?:\w+ ){{0,2}}?{_TALK},"
    rf"|(?:this|the|our) (?:\w+ ){{0,2}}?{_TALK} (?:was|has been|is|took|has)\b (?:\w+ ){{0,4}}?(?:{_DONE}|place)\b"
    rf"|(?:editor['’]s |producer['’]s |publisher['’]s )?(?:note|correction|clarification|update|postscript)\b\s*[:.–—-]"
    rf"|in (?:a|an) (?:\w+ ){{0,2}}?(?:statement|e-?mail|letter|message|note) (?:\w+ )?(?:after|following|since) ",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:I|we|you|my|our|your|me|us)\b|\b(?:I|we|you)['’]|\?", re.IGNORECASE)
"""What somebody who speaks would hardly do without."""
_QUOTED = re.compile(r"“[^”\n]{0,2000}”|\"[^\"\n]{0,2000}\"")
_TELLS = re.compile(
    r"\b(?:said|says|told|declined|denied|later|confirmed|wrote|is (?:the|an?)|was (?:the|an?)|did not"
    r"|has (?:since|been)|spoke|added)\b"
)

_CLOSING_TIME = re.compile(
    r"\W*(?:(?:the )?(?:(?:press )?(?:briefing|conference|call|interview|event|meeting) )?(?:was )?"
    r"(?:end|ends|ended|concluded|adjourned)\W+)?(?:at\s+)?\d{1,2}[:.]\d\d\s*[AaPp]\.?\s?[Mm]\.?\s*"
    r"\(?(?:[A-Z]{1,5}|local(?: time)?)?\)?\W*",
    re.IGNORECASE,
)


def is_closing_time(words: str) -> bool:
    """Whether a line is only a time of day, as transcripts open and close with."""
    return len(words) <= 90 and _CLOSING_TIME.fullmatch(" ".join(words.split())) is not None


def tells_of_the_talk(words: str, speaker: str | None) -> bool:
    """Whether a paragraph below a talk is the report's own: it tells of the talk, or of who spoke last by name.

    Whoever speaks says "I", "we" or "you"; a paragraph that does outside of quotations stays the speaker's.
    """
    if len(words) > LONGEST_NOTE:
        return False
    own = _QUOTED.sub(" ", words)
    if _SPOKEN.search(own):
        return _OF_THE_TALK.match(words) is not None and not re.search(r"\bI\b|\byou\b|\?", own)
    if _OF_THE_TALK.match(words):
        return True
    surname = re.sub(r"\s*[(\[].*", "", speaker or "").rpartition(" ")[2].strip(".,:")
    named = len(surname) >= LEAST_NAME and surname.lower() not in _OFFICES
    named = named and re.search(rf"\b{re.escape(surname)}\b", own, re.IGNORECASE) is not None
    return named and _TELLS.search(own) is not None


_OFFICES = frozenset(
    {
        "chair", "chairman", "chairwoman", "chairperson", "moderator", "host", "interviewer", "question", "answer",
        "minister", "president", "speaker", "reporter", "witness", "clerk", "operator", "official", "presenter",
        "anchor", "narrator",
    }
)  # fmt: skip
"""Labels by which nobody is named."""
