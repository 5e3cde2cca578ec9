"""What somebody is accused, suspected, convicted or cleared of: "accused the army of burning villages", "of fraud".

The deed is a claim of its own, held by whoever accuses: asserted by a conviction, denied by an acquittal, only
possible for a suspicion. Its doer is the one accused.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.clauses import Clause
from onrecord.annotating.nominals import nominal_class, nominal_theme
from onrecord.annotating.packed import worded_deed
from onrecord.annotating.participants import Voice, argument, complete, places_under
from onrecord.annotating.phrases import folded, is_noun, lemma_of
from onrecord.annotating.presuppositions import Nominal
from onrecord.annotating.scope import State
from onrecord.annotating.understood import is_passive
from onrecord.annotating.verbforms import participle
from onrecord.language.predicates import class_of, predicate_of
from onrecord.language.pronounwords import POSSESSIVES
from onrecord.model.items import Argument, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_LINKS = {
    "accuse": "of", "suspect": "of", "convict": "of", "acquit": "of", "clear": "of", "charge": "with", "blame": "for",
    "exonerate": "of", "absolve": "of", "indict": "for", "arrest": "for", "jail": "for", "fine": "for", "guilty": "of",
    "innocent": "of", "sentence": "for",
}  # fmt: skip
"""Verbs and adjectives of blame, and what stands before the deed."""
_REACTING = frozenset(
    {"applaud", "apologise", "apologize", "attack", "castigate", "commend", "condemn", "congratulate", "criticise",
     "criticize", "discipline", "dismiss", "fault", "fire", "lambast", "penalise", "penalize", "praise", "punish",
     "rebuke", "reprimand", "sack", "scold", "slam", "suspend", "thank"}
)  # fmt: skip
"""Verbs that take the deed behind "for" for granted: "criticised the trust for keeping it open"."""
_OWN = frozenset({"apologise", "apologize"})
_CLEARING = frozenset({"acquit", "clear", "exonerate", "absolve", "innocent"})
_DOUBTFUL = frozenset({"suspect", "charge", "arrest", "indict"})
SURE = 0.8
LONGEST = 20
"""Words of a charge that are shown."""


def accused_in(clause: Clause, state: State, voice: Voice) -> Iterator[Nominal]:
    """The deeds that a clause's verb or adjective lays to somebody's charge."""
    head = clause.head
    if state.modality != "asserted":
        return
    word = head
    if lemma_of(head) in {"be", "find", "plead"}:
        word = next((c for c in head.children if c.dep_ in {"acomp", "oprd"} and c.lower_ in _LINKS), head)
    name = word.lower_ if word is not head else lemma_of(head)
    wanted = "for" if name in _REACTING else _LINKS.get(name)
    link = next((c for c in _under(word, head) if c.dep_ == "prep" and c.lower_ == wanted), None)
    doer = next((c for c in head.children if c.dep_ == "nsubj"), None) if name in _OWN else _accused(head, word)
    if link is None or doer is None:
        return
    found = _deed(link, voice)
    if found is None:
        return
    deed, predicate, arguments = found
    if name in _REACTING and deed.dep_ != "pcomp":
        return
    doer_argument = _doer(doer, link, voice)
    if not doer_argument.key:
        return
    turned = (name in _CLEARING) != (state.negated and name not in {"accuse", "suspect"})
    if state.negated and name in {"accuse", "suspect", "charge", "arrest"}:
        return
    held = State(
        negated=turned, modality="possible" if name in _DOUBTFUL else "asserted", hedges=state.hedges,
        said_by=head.i if name in {"accuse", "blame"} and not is_passive(head) else state.said_by,
    )  # fmt: skip
    if name in _REACTING:
        held = State(presupposed=True, said_by=state.said_by)
    proposition = Proposition(predicate=predicate, arguments=complete([doer_argument, *arguments], voice))
    bare = doer.pos_ != "NOUN" or doer_argument.filled or doer_argument.entity or doer.text[:1].isupper()
    bare = bare or doer_argument.text.split(" ", 1)[0].lower() in POSSESSIVES
    name = doer_argument.text if bare else f"the {doer_argument.text}"
    plural = doer.tag_ == "NNS" or doer.lower_ == "police"
    yield Nominal(deed, deed, proposition, held, SURE, worded_deed(name, plural, held, _words(deed, link)))


def _doer(doer: "Token", link: "Token", voice: Voice) -> Argument:
    """The one accused, without the words of the charge where the parser hung them on the noun."""
    one = argument("agent", doer, voice)
    if link.head.i != doer.i or one.entity is not None or one.filled:
        return one
    words = [c for c in doer.children if c.i < doer.i and c.dep_ in {"compound", "amod", "nmod"}]
    text = " ".join(token.text for token in (*words, doer))
    key = folded(lemma_of(doer)) if doer.pos_ == "NOUN" else folded(text)
    return Argument(role="agent", text=text, key=key, spans=one.spans)


def _words(deed: "Token", link: "Token") -> str:
    """The deed as a participle with its own words: "burned villages", "committed fraud"."""
    first = link.i + 1
    words = [token for token in deed.subtree if first <= token.i <= first + LONGEST]
    words.sort(key=lambda token: token.i)
    if deed.dep_ == "pcomp":
        rest = "".join(token.text_with_ws for token in words if token.i > deed.i)
        return f"{participle(lemma_of(deed))} {rest}".strip(" ,").removesuffix(" and")
    if words and words[0].tag_ == "VBG":
        return f"{participle(words[0].lemma_)} {''.join(token.text_with_ws for token in words[1:])}".strip(
            " ,"
        ).removesuffix(" and")
    return "committed " + "".join(token.text_with_ws for token in words).strip(" ,").removesuffix(" and")


def _under(word: "Token", head: "Token") -> "Iterator[Token]":
    yield from word.children
    for child in head.children:
        yield child
        if child.dep_ == "dobj":
            yield from child.children


def _accused(head: "Token", word: "Token") -> "Token | None":
    wanted = {"nsubjpass"} if is_passive(head) else {"dobj"}
    if word is not head and not is_passive(head):
        wanted = {"nsubj"} if lemma_of(head) != "find" else {"dobj"}
    return next((c for c in head.children if c.dep_ in wanted), None)


def _deed(link: "Token", voice: Voice) -> "tuple[Token, str, list[Argument]] | None":
    """The deed behind the preposition: a gerund with its object, or a noun of a deed with its."""
    gerund = next((c for c in link.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
    if gerund is not None:
        thing = next((c for c in gerund.children if c.dep_ == "dobj"), None)
        return gerund, predicate_of(lemma_of(gerund), "verb"), _with_theme(thing, [gerund], voice)
    noun = next((c for c in link.children if c.dep_ == "pobj" and is_noun(c)), None)
    if noun is None:
        return None
    first = link.doc[link.i + 1] if link.i + 1 < len(link.doc) else None
    if first is not None and first.tag_ == "VBG" and first.dep_ == "amod" and first.head.i == noun.i:
        name = class_of(first.lemma_, "verb") or predicate_of(first.lemma_, "verb")
        return noun, name, _with_theme(noun, [noun], voice)  # "of burning villages", read as burning villages
    found = nominal_class(noun)
    if found is None or found[1] != "noun":
        return None
    return noun, found[0], _with_theme(nominal_theme(noun, "noun", voice.setting), [noun], voice)


def _with_theme(thing: "Token | None", around: "list[Token]", voice: Voice) -> list[Argument]:
    arguments = [argument("theme", thing, voice)] if thing is not None else []
    return [*arguments, *places_under(around, voice)]
