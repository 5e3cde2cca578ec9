"""What "such a threat" and "no such thing" say again: the deed or the words told just before, put where they stood.

"The ministry denied making any such threat" says nothing by itself; with what was threatened it can be compared.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.annotating.elided import Full
from onrecord.annotating.heads import embeddings_at
from onrecord.annotating.phrases import lemma_of
from onrecord.language.predicates import class_of, embeddings_of

if TYPE_CHECKING:
    from onrecord.language.trees import Token

SENTENCES_BACK = 3
LONGEST = 16
"""Words of what is put in: more would bury the claim."""
_STEM = 4
"""Letters by which a noun and its verb begin alike: "offer", "threat" and "threaten", "advice" and "advise"."""
_THINGS = frozenset({"thing", "kind", "sort"})
_INTENDED = frozenset(
    {"promise", "pledge", "commitment", "undertaking", "assurance", "guarantee", "vow", "plan", "intention", "decision",
     "agreement", "arrangement"}
)  # fmt: skip
"""Nouns for what is to be: where no verb of theirs stood before, they take up what was said would be done."""
_LINKS = frozenset(
    {"to", "that", "against", "for", "about", "of", "with", "by", "in", "on", "over", "not", "at", "from"}
)
_ADDRESSED = frozenset(
    {"warn", "order", "advise", "offer", "promise", "instruct", "ask", "request", "threaten", "invite"}
)
"""Verbs whose object is whoever is spoken to: "warned the mill" is a warning to the mill."""


def spelled(words: "Sequence[Token]", head: "Token", text: str, before: Sequence[Full], sentence: int) -> str:
    """A claim's text with what its "such" points back to."""
    such = next((t for t in words if t.lower_ == "such" and t.head.pos_ == "NOUN" and t.head.i > t.i), None)
    if such is None:
        return text
    noun = such.head
    near = [full for full in reversed(before) if sentence - full.sentence <= SENTENCES_BACK and full.text]
    if noun.lemma_.lower() in _THINGS:
        return _of_words(noun, head, text, near)
    what = _told(noun, near)
    if what is None or len(what.split()) > LONGEST or what.lower() in text.lower():
        return text
    for phrase in (f"such an {noun.text}", f"such a {noun.text}", f"such {noun.text}"):
        if phrase in text:
            article = phrase.removeprefix("such ").removesuffix(noun.text)
            return text.replace(phrase, f"{article}{noun.text} {what}", 1)
    return text


def _told(noun: "Token", near: Sequence[Full]) -> str | None:
    """What a noun behind "such" names, in words that can follow it: "to cut supplies", "that the dust was harmless"."""
    for full in near:
        if _is_deed_of(noun, full):
            _, found, what = full.text.partition(f" {full.clause.outer.text} ")
            if not found:
                return None
            if what.split(" ", 1)[0].lower() in _LINKS:
                return what
            return f"{'to' if lemma_of(full.clause.outer) in _ADDRESSED else 'of'} {what}"
    lemma = noun.lemma_.lower()
    if lemma in _INTENDED:
        meant = [full for full in near if full.state.modality == "planned" and not full.clause.asks]
    elif "claim" in embeddings_of(lemma, "noun"):
        meant = [full for full in near if full.state.modality == "asserted" and full.voice.view.statement is not None]
    else:
        return None
    return f"that {_lowered(meant[0].text)}" if meant else None


def _of_words(noun: "Token", head: "Token", text: str, near: Sequence[Full]) -> str:
    """The words that "such a thing" repeats, where it is said, claimed or denied."""
    phrase = f"such a {noun.text}"
    told = next((full for full in near if full.state.modality == "asserted" and not full.clause.asks), None)
    if told is None or phrase not in text or "say" not in embeddings_at(head) or len(told.text.split()) > LONGEST:
        return text
    return text.replace(phrase, f"that {_lowered(told.text)}", 1)


def _lowered(text: str) -> str:
    """A claim's text inside another sentence; a name keeps its capital as far as its second letter tells."""
    first = text.split(" ", 1)[0]
    known = first in {"The", "A", "An", "No", "It", "They", "He", "She", "There", "All", "Some", "This", "Its", "Their"}
    return f"{text[:1].lower()}{text[1:]}" if known else text


def _is_deed_of(noun: "Token", full: Full) -> bool:
    """Whether a clause tells of what a noun names: "threatened to leave" of a threat."""
    verb = full.clause.outer
    if verb.doc is noun.doc and verb.i >= noun.i:
        return False
    named, done = class_of(noun.lemma_.lower(), "noun"), class_of(lemma_of(verb), "verb")
    return (named is not None and named == done) or lemma_of(verb)[:_STEM] == noun.lemma_.lower()[:_STEM]
