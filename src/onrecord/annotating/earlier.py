"""Whom a pronoun takes up where nothing else tells: the person that the sentences before are about."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.commitmentwords import ACTORS
from onrecord.annotating.surroundings import Surroundings
from onrecord.language.parsing import ParsedBlock
from onrecord.language.pronounwords import HE_OR_SHE

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

_OFFICE = re.compile(
    r"^(?:mayor|(?:vice[- ])?president|minister|premier|chancellor|secretary|governor|chair(?:man|woman|person)?"
    r"|director|chief|head|commissioner|ambassador|judge|sheriff|prosecutor|councillor|clerk|manager|principal|rector|bishop"
    r"|captain|leader|treasurer|superintendent|inspector|\w*spokes(?:man|woman|person)|king|queen|pope)$"
)
"""What somebody is called by an office that one person holds."""

SENTENCES_BACK = 3
"""Sentences looked through, in the block of the pronoun and the one before it."""


def subject_before(around: Surroundings, parsed: ParsedBlock, pronoun: "Token") -> str | None:
    """The person who is subject of the nearest sentence before that has one, if "he" or "she" may be that person."""
    if pronoun.lower_ in {"it", "its"}:
        return _body_before(around, parsed, pronoun)
    if pronoun.lower_ not in HE_OR_SHE:
        return None
    for block, sentence in before(around, parsed, pronoun):
        for token in sentence:
            if token.dep_ not in {"nsubj", "nsubjpass"} or token.pos_ not in {"PROPN", "NOUN"}:
                continue
            entity = around.entity_at(block.offset + token.idx)
            if entity is not None and entity.kind == "person" and around.may_be(pronoun, entity):
                return entity.name
    return None


def _body_before(around: Surroundings, parsed: ParsedBlock, pronoun: "Token") -> str | None:
    """The body that the clause or sentence right before is about: "The ministry will pay. It will also build."."""
    if (beside := subject_beside(pronoun)) is not None:
        return around.name_of(parsed, beside) if _is_bodily(around, parsed, beside) else None
    for block, sentence in before(around, parsed, pronoun):
        subjects = [t for t in sentence if t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ == "ROOT"]
        if block is not parsed or not subjects or not _is_bodily(around, block, subjects[0]):
            return None
        return around.name_of(block, subjects[0])
    return None


def subject_beside(pronoun: "Token") -> "Token | None":
    """The noun that the clause joined before a pronoun's is about: "the bank will reopen it, and it will pay"."""
    clause = pronoun.head
    if pronoun.dep_ != "nsubj" or clause.dep_ != "conj" or clause.head.pos_ not in {"VERB", "AUX"}:
        return None
    subject = next((c for c in clause.head.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < pronoun.i), None)
    return subject if subject is not None and subject.pos_ in {"NOUN", "PROPN"} else None


def _is_bodily(around: Surroundings, block: ParsedBlock, subject: "Token") -> bool:
    """Whether a subject is one body."""
    if subject.tag_ not in {"NN", "NNP", "NNPS"}:
        return False
    entity = around.entity_at(block.offset + subject.idx)
    common = subject.pos_ == "NOUN" and subject.lemma_.lower() in ACTORS
    return entity.kind in {"organisation", "place"} if entity is not None else common or _is_called_so(subject)


def officer_before(
    around: Surroundings, parsed: ParsedBlock, pronoun: "Token"
) -> "tuple[ParsedBlock, Token] | None":  # fmt: skip
    """The office whose holder the sentence right before is about, unnamed: "The mayor nodded. She promised to …"."""
    for block, sentence in before(around, parsed, pronoun):
        subject = next((t for t in sentence if t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ == "ROOT"), None)
        if block is not parsed or subject is None or subject.tag_ != "NN" or not _OFFICE.search(subject.lemma_.lower()):
            return None
        definite = any(c.lower_ in {"the", "its", "their"} for c in subject.children)
        named = any(c.dep_ == "appos" for c in subject.children)
        known = around.entity_at(block.offset + subject.idx) is not None
        return (block, subject) if definite and not named and not known else None
    return None


def _is_called_so(subject: "Token") -> bool:
    """Whether a subject is a name, and nobody's: "Kestria signed the pact"."""
    return subject.pos_ == "PROPN" and subject.ent_type_ not in {"PERSON", "DATE", "EVENT", "WORK_OF_ART", "LAW"}


def before(around: Surroundings, parsed: ParsedBlock, pronoun: "Token") -> "Iterator[tuple[ParsedBlock, Piece]]":
    """The sentences before a word’s own, nearest first."""
    left, block, start = SENTENCES_BACK, parsed, pronoun.sent.start
    number = bisect_left(around.analysis.blocks, parsed.offset, key=lambda one: one.offset)
    while left > 0:
        if start == 0:
            if block is not parsed or number == 0:
                return
            block = around.analysis.blocks[number - 1]
            start = len(block.doc)
            continue
        sentence = block.doc[start - 1].sent
        yield block, sentence
        left, start = left - 1, sentence.start


def pair_before(around: Surroundings, parsed: ParsedBlock, both: "Token") -> tuple[str, ...]:
    """The two whom "both" takes up: the only people, or else bodies, that the sentences before it name."""
    begin = parsed.doc[max(0, both.sent.start - 1)].sent.start_char if both.sent.start else 0
    near = around.entities_in(parsed.offset + begin, parsed.offset + both.idx)
    for kinds in ({"person"}, {"organisation", "place"}):
        names = tuple(dict.fromkeys(entity.name for _, entity in near if entity.kind in kinds))
        if len(names) == 2:
            return names
    return ()
