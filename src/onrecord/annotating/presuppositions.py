"""Propositions packed in nouns: "steel mills in Norland", "the ban on exports", "no trace of steel production".

A definite phrase takes its content for granted, whatever the clause says of it; the same noun without an article
under "there is", "have", "found" or "detected" is said or denied by that clause; under "deny", "stop" or "prevent"
it is turned with it. Everything else that such a phrase mentions is only presupposed, with a low score.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.arguments import place_of_clause
from onrecord.annotating.heads import embeddings_at
from onrecord.annotating.nominals import nominal_class, nominal_proposition, nominal_theme
from onrecord.annotating.participants import Voice
from onrecord.annotating.phrases import is_definite, is_noun, lemma_of
from onrecord.annotating.scope import State
from onrecord.annotating.understood import governing
from onrecord.language.predicates import class_of
from onrecord.model.items import Argument, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_ASSERTING = frozenset({"exist", "have", "detect", "lack", "see", "operate", "occur", "search", "need", "seize"})
_PLACES_OF_DEEDS = frozenset({"nsubj", "nsubjpass"})
_HAPPENING = frozenset(
    {"arrest", "attack", "close", "collapse", "convict", "crash", "decrease", "destroy", "dismiss", "dump", "fail",
     "increase", "kill", "leak", "lose", "pollute", "seize", "steal", "suspend"}
)  # fmt: skip
"""Deeds that with an article and what they were done to have happened: "the closure of the library"."""
_REQUESTS = frozenset(
    {"request", "demand", "proposal", "plea", "bid", "application", "petition", "invitation", "appeal", "call", "offer"}
)  # fmt: skip
SURE = 0.75
LIKELY = 0.5


class Nominal(NamedTuple):
    """A proposition in a noun phrase: its noun, the phrase's head, what it says, state, how surely, and its text.

    `words` are those it stands on, where they are not the phrase's own.
    """

    noun: "Token"
    top: "Token"
    proposition: Proposition
    state: State
    sure: float
    text: str | None = None
    words: "list[Token] | None" = None


def nominals_in(
    tokens: "list[Token]", states: dict[int, State], voices: "dict[int, Voice]", taken: set[int]
) -> Iterator[Nominal]:
    """The nominal propositions of a sentence; `taken` are nouns that a clause has already used up."""
    for noun in tokens:
        if not is_noun(noun) or noun.i in taken:
            continue
        found = nominal_class(noun)
        if found is None:
            continue
        name, kind = found
        theme = nominal_theme(noun, kind, voices[noun.i].setting)
        if theme is None or theme.ent_type_ in {"PERSON", "GPE", "NORP", "CARDINAL"}:
            continue
        if (kind != "noun" or theme.i < noun.i) and not _is_made(theme, voices[noun.i]):
            continue
        if theme.i == noun.i - 1 and theme.dep_ == "compound" and nominal_class(theme) and kind == "site":
            continue
        voice = voices[noun.i]
        top = _top(noun)
        if _is_only_asked_for(top) or (noun.lemma_ == "traffic" and theme.i < noun.i):
            continue  # "internet traffic", "air traffic"
        proposition = nominal_proposition(noun, name, kind, voice)
        state, sure = _state(top, states)
        if not any(a.role in {"place", "agent"} and a.key for a in proposition.arguments):
            inherited = _clause_place(top, voice) if sure == SURE else None
            if inherited is not None:
                proposition = Proposition(predicate=name, arguments=(*proposition.arguments, inherited))
            elif name not in _HAPPENING or not _is_told_of(noun, kind, theme, states):
                continue
        place = proposition.argument("place")
        if place is not None and any(a.role == "theme" and a.key == place.key for a in proposition.arguments):
            continue
        if state.negated and place is not None and _is_bounded(place, voice):
            continue  # "stopped steel sales in the towns they run" tells of those towns alone
        yield Nominal(noun, top, proposition, state, sure)


def _is_bounded(place: Argument, voice: Voice) -> bool:
    """Whether a clause says which of the places that a noun names are meant."""
    pieces = [voice.parsed.piece_at(span) for span in place.spans]
    return any(child.dep_ == "relcl" for piece in pieces if piece is not None for t in piece for child in t.children)


def _state(top: "Token", states: dict[int, State]) -> tuple[State, float]:
    while top.dep_ == "pobj" and top.head.lower_ == "of" and is_noun(top.head.head):
        if "evidence" not in embeddings_at(top.head.head):
            break
        top = top.head.head
    own = states[top.i]
    verb = governing(top)
    if verb is not None:
        above = states[verb.i]
        if own.negated != above.negated:
            return own, SURE
        direct = top.head.i == verb.i and top.dep_ in {"dobj", "attr", "nsubj", "nsubjpass", "conj"}
        name = class_of(lemma_of(verb), "verb") or ("exist" if lemma_of(verb) == "be" else None)
        if direct and name in _ASSERTING and not is_definite(top):
            return own, SURE
        if above.modality in {"asked", "conditional"} and not is_definite(top):
            return State(modality=above.modality, said_by=own.said_by), LIKELY
    return State(presupposed=True, said_by=own.said_by), LIKELY


def _is_only_asked_for(top: "Token") -> bool:
    """Whether a noun is a request or stands in one: who refuses "requests for an examination" denies neither."""
    for _ in range(4):
        if top.lemma_.lower() in _REQUESTS:
            return True
        if top.dep_ != "pobj" or top.head.lower_ not in {"for", "of"} or not is_noun(top.head.head):
            return False
        top = top.head.head
    return False


def _is_told_of(noun: "Token", kind: str, theme: "Token", states: dict[int, State]) -> bool:
    """Whether a deed is spoken of as known, with what it was done to: "the closure of the library angered parents"."""
    verb = states.get(noun.head.i)
    if verb is None or verb.modality != "asserted" or verb.negated:
        return False
    if kind != "noun" or theme.i < noun.i or noun.dep_ not in _PLACES_OF_DEEDS:
        return False
    if not any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children) or theme.pos_ == "PRON":
        return False
    return noun.tag_ == "NN" and theme.dep_ == "pobj" and theme.head.head.i == noun.i


def _clause_place(top: "Token", voice: Voice) -> Argument | None:
    verb = governing(top)
    return place_of_clause(verb, voice) if verb is not None else None


def _is_made(theme: "Token", voice: Voice) -> bool:
    """Whether a site's compound names something the document elsewhere says is made, moved or used."""
    return voice.setting.is_thing(theme.lemma_.lower())


def _top(noun: "Token") -> "Token":
    for _ in range(6):
        if noun.dep_ in {"compound", "nmod"} and is_noun(noun.head):
            noun = noun.head
        else:
            break
    return noun
