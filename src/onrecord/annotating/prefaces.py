"""Words that announce a claim and are no part of it: "Let me be clear:", "Second,", "Look,"."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.language.trees import Token

PREFACE = re.compile(
    r"(?:and |but |so |well |now |please )?(?:"
    r"let (?:me|us) (?:be|make it|say it|put it) (?:very |absolutely |perfectly )?(?:clear|plain|plainly|frank|honest)"
    r"|let there be no (?:doubt|mistake|misunderstanding)(?: about (?:it|this|that))?"
    r"|(?:i (?:want|would like|wish) )?to be (?:very |absolutely |perfectly )?(?:clear|frank|honest|fair)"
    r"|make no mistake(?: about (?:it|this))?|(?:the )?(?:fact|truth|point|bottom line) is|look|listen|again|i repeat"
    r"|for (?:the )?(?:avoidance of (?:any )?doubt|record|sake of clarity)|mark my words|frankly|in all honesty"
    r"|(?:you can |you may )?(?:believe|trust) (?:me|us)|take it from (?:me|us)|(?:you can )?(?:be|rest) assured"
    r"|with (?:all )?(?:due )?respect|(?:you (?:will|'ll|’ll) )?grant (?:me|us) (?:that|this)"
    r"|(?:number |point )?(?:one|two|three|four|five|six)|(?:first|second|third|fourth|last)(?:ly)?|finally"
    r"|if (?:i|we) (?:may|can|could|might)(?: (?:just|also|briefly|quickly))?"
    r"(?: (?:add|say|put it|respond|follow up|jump in|come in))?"
    r"(?: (?:so|this|that|to that|on that|that way|one thing|one word|something|a word|one point))?"
    r"|(?:as|so) far as (?:i|we) (?:know|knew|can (?:tell|see)|understand|remember|recall|(?:am|are) aware)"
    r"|as far as (?:[^ ]+ ){1,6}(?:is|are|am|'s|’s|'m|’m) concerned"
    r")"
)
"""Words that announce a claim, in lower case with a space between tokens."""

PREFACE_WORDS = 12
_LONGEST_ADDRESS = 6
ADDRESSES = frozenset(
    {
        "sir",
        "madam",
        "ma'am",
        "chair",
        "chairman",
        "minister",
        "senator",
        "doctor",
        "counsel",
        "governor",
        "mayor",
        "president",
    }
)


def colon_before(kept: "list[Token]", subject: "Token | None") -> int:
    """Where a colon stands before the subject: what leads up to it ("22.31 The minister on television:") is apart."""
    if subject is None:
        return -1
    return max((token.i for token in kept if token.text == ":" and token.i < subject.i), default=-1)


def only_leads(verb: "Token") -> bool:
    """Whether a verb only claims attention or the floor, or says on which terms somebody unnamed speaks."""
    return opens_speech(verb) or _sets_out(verb) or _on_terms(verb)


_BEGINNING = frozenset({"begin", "start", "close", "end", "finish", "conclude", "open"})


def _sets_out(verb: "Token") -> bool:
    """Whether a verb only brings what is said: "Let me begin by saying that it was shut"."""
    if verb.lemma_ not in _BEGINNING or verb.head.lemma_ not in {"let", "like", "want"}:
        return False
    links = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"by", "with"})
    return any(c.dep_ == "pcomp" for link in links for c in link.children)


_NOT_BY_NAME = (
    r"(?:not (?:to )?be|to not be|(?:to )?(?:remain|stay|be)) (?:\w+ )?(?:named|identified|quoted|unnamed|anonymous)"
)
_UNNAMED = re.compile(
    rf"(?:ask|request|insist|want|wish|prefer|decline)\w* (?:on )?(?:that \w+ (?:names? )?)?{_NOT_BY_NAME}"
    r"|(?:speak|spoke|talk|comment|brief)\w* (?:\w+ ){0,5}?(?:on (?:the )?(?:strict )?condition of (?:\w+ )?anonymity"
    r"|on (?:deep )?background|on (?:the )?condition (?:of not being|that)|anonymously)"
    r"|(?:authori[sz]ed|permitted|allowed|cleared) to (?:speak|talk|comment|brief|discuss)\b"
    r"|(?:request|ask|demand)\w* (?:for )?anonymity"
)
_TERMS_WORDS = 9
_INNER = frozenset({"named", "identified", "quoted", "remain", "stay", "speak", "talk", "comment", "brief", "discuss"})
_ASIDE = frozenset({"relcl", "acl", "advcl"})


def _on_terms(verb: "Token") -> bool:
    """Whether a verb says no more than how a source may be named: "who asked not to be named", "on background"."""
    top = verb.head if verb.dep_ in {"xcomp", "ccomp"} and verb.lower_ in _INNER else verb
    if top.dep_ not in _ASIDE:
        return False
    words = " ".join(t.lower_ for t in top.doc[top.i : min(top.i + _TERMS_WORDS, top.sent.end)] if not t.is_punct)
    return _UNNAMED.match(words) is not None


def opens_speech(verb: "Token") -> bool:
    """Whether a verb only claims attention or the floor: "Look, we are not there", "If I may add, it was shut"."""
    start = verb.sent.start
    words: list[str] = []
    for token in verb.doc[start : min(start + PREFACE_WORDS, verb.sent.end)]:
        if token.text in {":", ",", "–", "—"} and words:
            return verb.i < token.i and PREFACE.fullmatch(" ".join(words)) is not None and not _counts(verb.doc[start])
        if not (token.is_punct or token.is_space):
            words.append(token.lower_)
    return False


def without_preface(kept: "list[Token]", head: "Token") -> "list[Token]":
    """The words after "Let me be clear:" and its like, which announce a claim and are no part of it."""
    if not kept:
        return kept
    start = head.sent.start
    while start < kept[0].i and (head.doc[start].is_punct or head.doc[start].is_space):
        start += 1
    said: list[str] = []
    for token in head.doc[start : min(start + PREFACE_WORDS + 1, head.i)]:
        if token.text in {":", ",", "–", "—"} and PREFACE.fullmatch(" ".join(said)) and not _counts(head.doc[start]):
            return [word for word in kept if word.i > token.i]
        said.append(token.lower_)
    return kept


_NUMBER = re.compile(
    r"(?:\d{1,2} ?\. ?)?(?:\(? ?(?:[a-z]|[ivx]{1,4}|\d{1,2}) ?\)|\d{1,2} ?\.|[•*–—-]) ?", re.IGNORECASE
)
"""What numbers an item of a list: "2.", "(b)", "iv)", a dash."""
_LONGEST_NUMBER = 6


def without_number(kept: "list[Token]") -> "list[Token]":
    """The words without the number of the item that they are: "(b) The yard was sold"."""
    if not kept or kept[0].i - kept[0].sent.start > 1:
        return kept
    for at in range(min(_LONGEST_NUMBER, len(kept) - 1), 0, -1):
        marked = kept[at].text[:1].isupper() or kept[at].text[:1] in _QUOTES
        if marked and _NUMBER.fullmatch("".join(t.text_with_ws for t in kept[:at])):
            return kept[at:]
    return kept


_QUOTES = frozenset('“"‘«')


def _counts(first: "Token") -> bool:
    """Whether a number at the beginning takes part: "Two, both of them pilots, died"."""
    return first.dep_ in {"nsubj", "nsubjpass", "nummod"}


def unaddressed(words: "list[Token]") -> "list[Token]":
    """The words of a question without whom it is put to: "Did you close the mine, Mr. Berg"."""
    marks = [at for at, token in enumerate(words) if token.text == ","]
    if marks and all(t.pos_ == "PROPN" or t.is_punct or t.lower_ in ADDRESSES for t in words[marks[-1] :]):
        words = words[: marks[-1]]
    for at, token in enumerate(words[:_LONGEST_ADDRESS]):
        if token.pos_ != "PROPN" and token.lower_ not in ADDRESSES and not token.is_punct:
            break
        if token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == ",":
            rest = words[at + 1 :]
            return rest[1:] if rest and rest[0].text == "," else rest
    return words
