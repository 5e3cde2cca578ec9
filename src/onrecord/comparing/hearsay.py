"""What a sentence only passes on: rumours, posts and what people say, which nobody stands behind."""

import re

from onrecord.model.items import Claim

_REACH = 160
"""Characters before a claim in which the words that carry it are looked for."""

_LAST_BREAK = re.compile(r"(?s)^.*(?:[.?!][”\"’')]*\s|\n)")
_RUMOUR = r"(?:rumou?rs?|gossip|talk|whispers|speculation|(?<!the )(?:reports|stories))"
_POSTED = r"(?:posts|leaflets?|flyers?|graffiti|tweets)"
_NOBODY = r"(?:somebody|someone|some people|people|everybody)"
_SAID = r"(?:said|claimed|alleged|reported|rumou?red|suggested|put about|whispered|written)"
_BY_HEARSAY = re.compile(
    rf"\b{_RUMOUR}(?: (?:in|on|at|going|doing|among|about)\b[^.?!“”]{{0,30}})?(?: has it)? (?:that|claiming|saying)\s*$"
    rf"|\b{_POSTED}\b[^.?!“”]{{0,30}} (?:claim(?:ed|ing|s)?|sa(?:id|ys?|ying)|that)\s*(?:that\s*)?$"
    rf"|\b{_NOBODY}\b[^.?!“”]{{0,30}} (?:say|says|claim|claims)\s*(?:that\s*)?$"
    rf"|\bit(?:['’]s| is| was| has| had)(?: \w+ly| often| also| been| being){{0,3}} {_SAID}"
    rf"(?: (?!by\b)[^\s.?!“”]+){{0,4}} that\s*$"
    rf"|\b(?:i|we|you)\b[^.?!“”]{{0,20}}\b(?:seen|heard|read) (?:it (?:\w+ )?{_SAID} )?that\s*$"
    r"|\bthere (?:are|were|have been) (?:[^\s.?!“”]+ ){0,3}(?:claims|allegations|suggestions|whispers) that\s*$",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(
    rf"^\W*(?:{_RUMOUR}\b[^.?!]{{0,40}}\bthat\b|{_NOBODY}\b[^.?!]{{0,30}}\b(?:say|says|claim|claims)\b)", re.IGNORECASE
)
_LEFT_OPEN = re.compile(r"\b(?:neither|declin\w+|asked|not (?:confirm|deny|comment)|refus\w+)\b", re.IGNORECASE)
_SETTLED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|disput\w+|dismiss\w*|false|untrue|no truth|wrong|confirm\w*|contradict\w*|"
    r"acknowledg\w+|admit\w*)\b",
    re.IGNORECASE,
)


def is_heard(claim: Claim, text: str) -> bool:
    """Whether the sentence only passes on what is rumoured, posted or said by nobody in particular.

    "Asked about reports that the well is dry, Holt declined to comment" is nobody's word for it. Who denies or confirms
    such reports speaks for themselves.
    """
    if not claim.spans or _PASSED_ON.match(claim.text):
        return bool(claim.spans)
    start = claim.spans[0].start
    before = text[max(0, start - _REACH) : start]
    opening = _LAST_BREAK.sub("", before)
    if _BY_HEARSAY.search(opening) is None:
        return False
    return _LEFT_OPEN.search(opening) is not None or _SETTLED.search(opening) is None
