"""What "such a threat" and "no such thing" say again: the deed or the words told just before, put where they stood.

"The ministry denied making any such threat" says nothing by itself; with what was threatened it can be compared.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.annotating.elided import Full
from onrecord.annotating.heads import embeddings_at
from onrecord.annotating.phrases import lemma_of
from onrecord.language.predicates import class_of

if TYPE_CHECKING:
    from spacy.tokens import Token

SENTENCES_BACK = 3
LONGEST = 16
"""Words of what is put in: more would bury the claim."""
_STEM = 5
"""Letters by which a noun and its verb begin alike: "offer", "threat" and "threaten"."""
_THINGS = frozenset({"thing", "kind", "sort"})


def spelled(words: "Sequence[Token]", head: "Token", text: str, before: Sequence[Full], sentence: int) -> str:
    """A claim's text with what its "such" points back to."""
    such = next((t for t in words if t.lower_ == "such" and t.head.pos_ == "NOUN" and t.head.i > t.i), None)
    if such is None:
        return text
    noun = such.head
    near = [full for full in reversed(before) if sentence - full.sentence <= SENTENCES_BACK and full.text]
    if noun.lemma_.lower() in _THINGS:
        return _of_words(noun, head, text, near)
    told = next((full for full in near if _is_deed_of(noun, full)), None)
    if told is None:
        return text
    _, found, what = told.text.partition(f" {told.clause.outer.text} ")
    if not found or len(what.split()) > LONGEST:
        return text
    for phrase in (f"such an {noun.text}", f"such a {noun.text}", f"such {noun.text}"):
        if phrase in text:
            article = phrase.removeprefix("such ").removesuffix(noun.text)
            return text.replace(phrase, f"{article}{noun.text} {what}", 1)
    return text


def _of_words(noun: "Token", head: "Token", text: str, near: Sequence[Full]) -> str:
    """The words that "such a thing" repeats, where it is said, claimed or denied."""
    phrase = f"such a {noun.text}"
    told = next((full for full in near if full.state.modality == "asserted" and not full.clause.asks), None)
    if told is None or phrase not in text or "say" not in embeddings_at(head) or len(told.text.split()) > LONGEST:
        return text
    what = told.text
    return text.replace(phrase, f"that {what[:1].lower() if what[1:2].islower() else what[:1]}{what[1:]}", 1)


def _is_deed_of(noun: "Token", full: Full) -> bool:
    """Whether a clause tells of what a noun names: "threatened to leave" of a threat."""
    verb = full.clause.outer
    if verb.doc is noun.doc and verb.i >= noun.i:
        return False
    named, done = class_of(noun.lemma_.lower(), "noun"), class_of(lemma_of(verb), "verb")
    return (named is not None and named == done) or lemma_of(verb)[:_STEM] == noun.lemma_.lower()[:_STEM]
