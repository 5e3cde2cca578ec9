"""Whom a pronoun takes up where nothing else tells: the person that the sentences before are about."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.commitmentwords import ACTORS
from onrecord.annotating.surroundings import Surroundings
from onrecord.language.parsing import ParsedBlock
from onrecord.language.pronounwords import HE_OR_SHE

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

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
    """The body that the sentence right before is about: "The ministry will pay. It will also build."."""
    for block, sentence in before(around, parsed, pronoun):
        subjects = [t for t in sentence if t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ == "ROOT"]
        if block is not parsed or not subjects or subjects[0].tag_ not in {"NN", "NNP", "NNPS"}:
            return None
        entity = around.entity_at(block.offset + subjects[0].idx)
        known = entity.kind if entity is not None else None
        common = subjects[0].pos_ == "NOUN" and subjects[0].lemma_.lower() in ACTORS
        bodily = known in {"organisation", "place"} or (known is None and (common or _is_called_so(subjects[0])))
        return around.name_of(block, subjects[0]) if bodily else None
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
