"""When, how long or without what something is, where a copula has nothing else: "the vote will be in March"."""

from typing import TYPE_CHECKING

from onrecord.annotating.participants import Voice, argument, names_something
from onrecord.annotating.understood import subject_for
from onrecord.model.identity import fold
from onrecord.model.items import Argument

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_PLACES = frozenset(
    {"everywhere", "nowhere", "elsewhere", "under", "aboard", "ashore", "abroad", "alone", "underground"}
)
_LIKENING = frozenset({"as", "like", "than", "unlike", "because", "due"})


def circumstance(copula: "Token", voice: Voice) -> list[Argument]:
    """What a prepositional phrase or adverb says of the subject: "was under water", "was within the limit"."""
    subject = subject_for(copula)
    if subject is None:
        return []
    for child in copula.children:
        if child.dep_ == "prep" and child.i > copula.i and child.lower_ not in _LIKENING:
            noun = next((c for c in child.children if c.dep_ == "pobj" and names_something(c)), None)
            if noun is not None:
                return [argument("topic", noun, voice)]
            deed = next((c for c in child.children if c.dep_ == "pcomp"), None)
            if deed is not None:
                return [Argument(role="topic", text=deed.text, key=fold(deed.lemma_))]
        if child.dep_ == "advmod" and child.i > copula.i and child.lower_ in _PLACES:
            return [Argument(role="attribute", text=child.text, key=fold(child.text))]
    return []


def left_open(copula: "Token", voice: Voice) -> list[Argument]:
    """The "there" of "two men were there", where the text leaves open where that is."""
    word = next((c for c in copula.children if c.lower_ == "there" and c.dep_ == "advmod"), None)
    return [Argument(role="place", text="there", key="", spans=(voice.parsed.token_span(word),))] if word else []
