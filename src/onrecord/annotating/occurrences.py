"""What happened on a day of its own, whatever the verb: past clauses that a date hangs on, and no others.

What is said, known or owned, what is a habit or a figure for a period, and what only may be are none of them.
"""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.cues import knows, stance_of
from onrecord.annotating.eventsenses import sense_of_noun
from onrecord.annotating.eventstatus import status_of_noun, status_of_verb
from onrecord.annotating.eventtimes import DATELINE, Times
from onrecord.annotating.eventwords import CARRYING, FILED, words
from onrecord.annotating.occurrencewords import BEGUN, DEEDS, FIGURES, GIVING, LIGHT, MEASURED, OF_SPEECH, STATES
from onrecord.annotating.surroundings import Surroundings, negated, shared_subject
from onrecord.language.parsing import ParsedBlock
from onrecord.language.predicates import class_of, embeddings_of
from onrecord.language.times import TimeMention

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

KIND = "other"
"""The sort of an event that no list of sorts holds."""
BLOCKS = frozenset({"paragraph", "turn", "list_item"})
_PRECISE = frozenset({"minute", "hour", "day", "week", "month", "season", "year"})
_DAYS = frozenset({"minute", "hour", "day"})
_CLAUSES = frozenset({"say", "think", "denial", "claim", "doubt", "wonder", "deny", "factive", "find", "demand"})
_PAST_AUXILIARIES = words("was were had has have been got ’ve 've 'd ’d")
_HAVE = words("has have ’ve 've ’s 's")
"""What makes a present perfect, which seldom has a time of its own."""
_WHERE = words("to in at via into")
"""Prepositions that make a participle tell a deed: "a letter sent to the mayor on 14 May", not "a deadline set on"."""
_PASSING = words("long once then also ever previously originally initially formerly")


def dated_by(around: Surroundings, times: Times, parsed: ParsedBlock, verb: "Token") -> TimeMention | None:
    """The time of its own by which a past clause tells of something that happened, or `None`."""
    if parsed.block.kind not in BLOCKS or verb.pos_ != "VERB" or not _is_past(verb):
        return None
    mention = times.own(parsed, verb)
    if mention is None or mention.limit not in {"at", "in"} or mention.interval.precision not in _precision(mention):
        return None
    exact = mention.interval.precision in _DAYS
    perfect = any(child.dep_ == "aux" and child.lower_ in _HAVE for child in verb.children)
    if (verb.dep_ == "acl" or perfect) and not (exact and mention.interval.text.lower() != "today"):
        return None
    if mention.interval.precision in {"span", "week"} and _STRETCH.search(mention.interval.text):
        return None
    if _word_before(parsed, mention) in _OTHER_TIMES:
        return None
    if status_of_verb(verb, told=True) != "happened" or not _happens(around, parsed, verb, exact=exact):
        return None
    if _is_figure(verb, exact=exact) or _carries(verb):
        return None
    return mention


def existing(times: Times, parsed: ParsedBlock, verb: "Token") -> TimeMention | None:
    """The day on which there was something: "there was a leak on Sunday", not "there were 12 ships on Sunday"."""
    if parsed.block.kind not in BLOCKS or verb.lower_ not in {"was", "were"} or negated(verb):
        return None
    there = any(child.dep_ == "expl" for child in verb.children)
    noun = next((child for child in verb.children if child.dep_ == "attr"), None)
    if not there or noun is None or sense_of_noun(noun) is not None or class_of(noun.lemma_, "noun") is None:
        return None
    if not any(child.lower_ in {"a", "an", "another", "one"} for child in noun.children):
        return None
    mention = times.own(parsed, verb)
    exact = mention is not None and mention.limit == "at" and mention.interval.precision in _DAYS
    return mention if exact and status_of_verb(verb, told=True) == "happened" else None


def _precision(mention: TimeMention) -> frozenset[str]:
    """How fine a time must be: a stretch with two ends only where it is a matter of days."""
    when = mention.interval
    if when.precision == "span" and when.first_day and when.last_day and (when.last_day - when.first_day).days <= _FEW:
        return frozenset({"span"})
    return _PRECISE


_STRETCH = re.compile(r"\bpast\b|\blast\s\w+\s(?:days|weeks|months|years)\b", re.IGNORECASE)
"""A stretch up to now: "the last two weeks"; "last week" alone names a week."""
_OTHER_TIMES = frozenset({"for", "of", "from", "to", "than", "about"})
"""Words before a time that is not when it happened: "received the logs for 2023"."""
_FEW = 31
"""Days of a stretch in which something can have happened once."""


def _word_before(parsed: ParsedBlock, mention: TimeMention) -> str:
    end = mention.core.start - parsed.offset
    words = parsed.text[max(0, end - 12) : end].split()
    return words[-1].lower() if words else ""


def _is_past(verb: "Token") -> bool:
    """Whether a verb is past, or a participle that tells of what was done."""
    if verb.tag_ == "VBD":
        return True
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if verb.tag_ == "VBN":
        agent = any(child.dep_ == "agent" or child.lower_ in _WHERE for child in verb.children)
        done = bool(auxiliaries & _PAST_AUXILIARIES) or (verb.dep_ == "conj" and not auxiliaries)
        return done or (verb.dep_ == "acl" and agent)
    return False


def _happens(around: Surroundings, parsed: ParsedBlock, verb: "Token", *, exact: bool) -> bool:
    """Whether a verb tells a deed or what befell: not what somebody said, was or had."""
    lemma = verb.lemma_.lower()
    beside = {child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod", "prep", "acomp", "oprd"}}
    got = lemma == "get" and exact and any(child.dep_ == "dobj" for child in verb.children)
    got |= lemma == "try" and any(child.dep_ == "xcomp" for child in verb.children)
    if lemma in STATES and not (got or beside & LIGHT.get(lemma, frozenset())):
        return False
    if negated(verb) or beside & _PASSING or any(child.dep_ in {"expl", "csubj"} for child in verb.children):
        return False
    subject = shared_subject(verb)
    if subject is None or subject.lower_ in {"this", "that", "what", "there", "nothing", "nobody"}:
        return False
    if not exact and _is_anybody(subject):
        return False
    if lemma in {"become", "grow", "turn", "go", "make"} and any(
        child.dep_ in {"acomp", "oprd"} or (child.dep_ == "ccomp" and child.pos_ == "ADJ") for child in verb.children
    ):
        return False
    if lemma == "take" and any(child.lower_ == "place" for child in verb.children):
        return False  # what took place is named by a noun
    has_clause = any(child.dep_ in {"ccomp", "parataxis"} for child in verb.children)
    things = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass", "dative", "oprd"}]
    if lemma in GIVING and any(_is_speech(thing) for thing in (*things, *((verb.head,) if verb.dep_ == "acl" else ()))):
        return False
    if knows(lemma):
        deed = lemma in DEEDS or stance_of(lemma) == "orders"
        if lemma in BEGUN and not has_clause:
            return True
        to_somebody = any(child.lower_ == "to" and child.dep_ in {"prep", "dative"} for child in verb.children)
        under = any(child.dep_ in {"xcomp", "ccomp"} and child.tag_ == "VB" for child in verb.children)
        if not deed or not (things or to_somebody or under) or (has_clause and not under):
            return False
        return not _quotes(around, parsed, verb)
    return not (has_clause and _CLAUSES.intersection(embeddings_of(lemma, "verb"))) and not _quotes(
        around, parsed, verb
    )


def _is_anybody(subject: "Token") -> bool:
    """Whether a subject is people or things in general: "voters who came out in 2008"."""
    return subject.tag_ == "NNS" and not any(
        child.dep_ in {"det", "poss", "nummod", "compound"} or child.pos_ == "PROPN" for child in subject.children
    )


def _is_speech(noun: "Token") -> bool:
    """Whether a noun names words: "made an accusation", "struck a conciliatory tone"."""
    return knows(noun.lemma_.lower()) or noun.lemma_.lower() in OF_SPEECH


def _quotes(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> bool:
    """Whether a verb stands beside words in quotation marks as their cue."""
    statement = around.cued_by(parsed.token_span(verb))
    return statement is not None and statement.manner in {"direct", "mixed"}


def _is_figure(verb: "Token", *, exact: bool) -> bool:
    """Whether a clause tells how much of something there was: "shares fell 4 % on Friday", "sold 200 cars in May"."""
    lemma, subject = verb.lemma_.lower(), shared_subject(verb)
    lemmas = {word.lemma_.lower() for word in (subject, *subject.children)} if subject is not None else set[str]()
    if lemma in MEASURED and lemmas & FIGURES:
        return True
    counted = [
        child for child in verb.children
        if child.dep_ in {"dobj", "npadvmod", "attr", "advmod", "prep", "nsubj", "nsubjpass"} and _has_amount(child)
    ]  # fmt: skip
    if lemma in MEASURED and any(child.dep_ == "dobj" and child.lemma_.lower() in FIGURES for child in verb.children):
        return True
    if not counted:
        return False
    if exact:
        return lemma in MEASURED and any(_is_share(child) for child in counted)
    return True


def _has_amount(word: "Token") -> bool:
    """Whether a phrase holds an amount of money, a share, or more than a few of something."""
    if word.dep_ == "prep":
        return word.lower_ in {"by", "to", "at", "from"} and any(
            g.dep_ == "pobj" and (_is_share(g) or g.ent_type_ == "MONEY") for g in word.children
        )
    if _is_share(word):
        return True
    for child in word.children:
        if child.dep_ == "nummod" and (child.text[:1].isdigit() and len(child.text) > 1):
            return True
        if child.lower_ in {"hundred", "thousand", "million", "billion", "dozens", "hundreds", "thousands"}:
            return True
    return word.lemma_.lower() in {"dozen", "hundred", "thousand", "million", "billion"}


def _is_share(word: "Token") -> bool:
    return word.text == "%" or word.lemma_.lower() in {"percent", "%", "percentage", "point"} or any(
        child.text in {"$", "£", "€", "%"} for child in word.children
    )  # fmt: skip


def _carries(verb: "Token") -> bool:
    """Whether a verb only carries an event that a noun names, which is dated with it: "held talks on Monday"."""
    if verb.lemma_ not in CARRYING | FILED:
        return False
    near = [child for child in verb.children if child.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}]
    return any(sense_of_noun(noun) is not None and status_of_noun(noun) is not None for noun in near)


def told(parsed: ParsedBlock, verb: "Token") -> "Piece":
    """The words of a clause, with the noun that it is about, up to the next clause that has a subject of its own."""
    doc, first, last = parsed.doc, verb.left_edge.i, verb.right_edge.i
    if verb.dep_ in {"relcl", "acl"} and verb.head.i < first:
        first = verb.head.left_edge.i
    elif (subject := shared_subject(verb)) is not None and subject.i < first and verb.i - subject.left_edge.i < _REACH:
        first = subject.left_edge.i
    for child in verb.children:
        own = any(grand.dep_ in {"nsubj", "nsubjpass"} for grand in child.children)
        if child.i > verb.i and (child.dep_ == "parataxis" or (child.dep_ in {"conj", "advcl"} and own)):
            cut = child.left_edge.i - 1
            while cut > verb.i and (doc[cut].is_punct or doc[cut].dep_ in {"cc", "mark"}):
                cut -= 1
            last = min(last, max(cut, verb.i))
    if first < _DATELINE_WORDS and (line := DATELINE.match(parsed.text)) is not None:
        while first < verb.i and doc[first].idx < line.end():
            first += 1
    first, last = max(first, verb.i - _REACH), min(last, verb.i + _REACH)
    while first < verb.i and (doc[first].is_punct or doc[first].is_space or doc[first].dep_ in {"cc", "mark"}):
        first += 1
    while last > verb.i and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return doc[first : last + 1]


_DATELINE_WORDS = 12
_REACH = 24
"""Words on either side of its verb that a clause's text keeps at most."""
