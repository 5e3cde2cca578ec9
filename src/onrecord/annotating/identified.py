"""What "It was the battery" and "This is not hush money" answer: what caused the fire, and whether the payment is that.

Such a clause names who or what did something that was asked, doubted or disputed just before, or says what a thing is
that was just called so. The question is looked for in the few sentences before, and where none stands there the clause
is left as it is.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.anaphora import TIMES
from onrecord.annotating.answers import Answer, answered, asks_whether
from onrecord.annotating.arguments import proposition_of
from onrecord.annotating.clauses import Clause
from onrecord.annotating.elided import Full
from onrecord.annotating.heads import subject_of
from onrecord.annotating.participants import Voice, argument, complete
from onrecord.annotating.phrases import AMOUNTS, is_noun, lemma_of
from onrecord.annotating.rejoinders import repeated
from onrecord.annotating.scope import State
from onrecord.annotating.wording import subject_text
from onrecord.language.pronounwords import POSSESSIVES
from onrecord.model.items import Argument, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

SENTENCES_BACK = 3
LONGEST = 25
"""Words of a question that are put in."""
_CAUSES = frozenset({"cause", "source", "origin", "trigger", "culprit"})
_CALLING = frozenset({"call", "label", "describe", "brand", "term", "dub"})
_CLAUSAL = frozenset({"relcl", "acl", "ccomp", "xcomp", "csubj", "advcl"})
_WHO = frozenset({"what", "who"})
_POINTING = frozenset({"this", "that", "it"})


class Heard(NamedTuple):
    """A sentence of before: its number, its words, and the side that each is read from."""

    sentence: int
    tokens: "Sequence[Token]"
    voices: dict[int, Voice]


def _named_in(clause: Clause) -> "Token | None":
    """Who or what "it was X" names, or `None` for any other clause."""
    head = clause.head
    subject = subject_of(head)
    if lemma_of(head) != "be" or subject is None or subject.lower_ != "it" or clause.outer is not head or clause.asks:
        return None
    if any(c.dep_ in _CLAUSAL and c.i > head.i for c in head.children):
        return None
    noun = next((c for c in head.children if c.dep_ == "attr" and c.i > head.i), None)
    if noun is None or not is_noun(noun) or noun.ent_type_ in AMOUNTS or noun.lemma_.lower() in TIMES:
        return None
    if any(c.dep_ in _CLAUSAL or c.dep_ == "prep" for word in (noun, *noun.children) for c in word.children):
        return None
    known = any(c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an"} for c in noun.children)
    return noun if known or noun.pos_ == "PROPN" or noun.tag_ == "NNS" else None


def identified(
    clause: Clause, state: State, voice: Voice, before: Sequence[Full], heard: Sequence[Heard]
) -> tuple[Proposition, str] | None:
    """What a clause says that names someone or something, with the question it answers put in."""
    noun = _named_in(clause)
    named = subject_text(noun, voice) if noun is not None else ""
    if noun is None or not named:
        return None
    own = clause.words[0].doc[clause.head.left_edge.i : noun.i + 1].text
    plain = not state.negated and state.modality == "asserted"
    sentence = max((one.sentence for one in heard), default=0)
    for full in reversed(before):
        if sentence - full.sentence > SENTENCES_BACK:
            break
        found = _doubted(full, noun, named, state, voice)
        if found is not None:
            return found
    for one in reversed(heard):
        if sentence - one.sentence > SENTENCES_BACK:
            break
        for verb, first in _questions(one, before_i=clause.head):
            asker = one.voices[verb.i]
            proposition = proposition_of(verb, asker) if verb.pos_ in {"VERB", "AUX"} else _caused(verb, asker)
            if proposition is None:
                continue
            filled = _filled(proposition, argument("agent", noun, voice), voice)
            rest = _rest(verb, first, plural=noun.tag_ == "NNS" and plain)
            if filled is None or not rest:
                continue
            text = f"{named} {rest}" if plain else f"{_lowered(own)} that {rest}"
            return filled, f"{text[:1].upper()}{text[1:]}"
    return None


def pointed(proposition: Proposition, before: Sequence[Full], sentence: int) -> Argument | None:
    """What "this" is that is said to be something: what was just said to be that, or called that."""
    what, whose = proposition.argument("attribute"), proposition.argument("agent")
    if what is None or not what.key or whose is None or whose.key or whose.text.lower() not in _POINTING:
        return None
    for full in reversed(before):
        if sentence - full.sentence > SENTENCES_BACK:
            break
        other = full.proposition.argument("attribute")
        if other is None or other.key != what.key:
            continue
        called = lemma_of(full.clause.head) in _CALLING
        thing = full.proposition.argument("theme" if called else "agent")
        if thing is not None and thing.key and (called or full.proposition.predicate == "be"):
            return Argument(role="agent", text=thing.text, key=thing.key, entity=thing.entity, filled=True)
    return None


def with_subject(proposition: Proposition, text: str, thing: Argument) -> tuple[Proposition, str]:
    """A proposition and its words said of a thing instead of "this"."""
    arguments = tuple(thing if one.role == "agent" else one for one in proposition.arguments)
    first, _, rest = text.partition(" ")
    bare = thing.text[:1].isupper() or thing.entity or thing.text.split(" ", 1)[0].lower() in POSSESSIVES | {"the"}
    if first.lower() in _POINTING:
        text = f"{thing.text if bare else f'the {thing.text}'} {rest}"
    return Proposition(predicate=proposition.predicate, arguments=arguments), f"{text[:1].upper()}{text[1:]}"


def _doubted(full: Full, noun: "Token", named: str, state: State, voice: Voice) -> tuple[Proposition, str] | None:
    """What was asked, denied or thought possible of the one that is named now."""
    if full.state.modality == "asserted" and not full.state.negated:
        return None
    subject = full.proposition.argument("agent") or full.proposition.argument("theme")
    own = argument("agent", noun, voice)
    if subject is None or not subject.key or not own.key:
        return None
    if not _same(own.key, subject.key):
        return _instead(full, own, named, state, voice)
    if full.clause.asks and asks_whether(full.clause):
        return answered(full, Answer(not state.negated), voice)
    if full.state.modality == "asked" and full.clause.asks:
        return None
    return repeated(full, negated=state.negated)


def _instead(full: Full, own: Argument, named: str, state: State, voice: Voice) -> tuple[Proposition, str] | None:
    """What was asked of one, said of another: "Was it caused by the dam?" - "It was the rain"."""
    link = next((c for c in full.clause.head.children if c.dep_ == "agent"), None)
    doer = next((c for c in link.children if c.dep_ == "pobj"), None) if link is not None else None
    if doer is None or not full.clause.asks or not asks_whether(full.clause):
        return None
    proposition, text = answered(full, Answer(not state.negated), voice)
    words = doer.doc[doer.left_edge.i : doer.right_edge.i + 1].text
    filled = _filled(proposition, own, voice)
    return (filled, text.replace(words, named, 1)) if filled is not None and words in text else None


def _same(one: str, other: str) -> bool:
    return one.rsplit(" ", 1)[-1] == other.rsplit(" ", 1)[-1]


def _questions(one: Heard, before_i: "Token") -> "Iterator[tuple[Token, int]]":
    """The verbs of which a sentence asks who or what did it, its nouns of causes, and where the words of each begin."""
    for token in reversed(one.tokens):
        if token.doc is before_i.doc and token.i >= before_i.left_edge.i:
            continue
        if token.lower_ in _WHO and token.tag_ == "WP" and token.dep_ in {"nsubj", "nsubjpass"}:
            if token.head.dep_ != "relcl" and token.head.i in one.voices:
                yield token.head, token.i + 1
        elif token.lower_ == "whether":
            yield from _alternatives(token.head)
        elif (
            token.lemma_ in _CAUSES and token.dep_ in {"pobj", "dobj"} and any(c.lower_ == "of" for c in token.children)
        ):
            yield token, token.i


def _alternatives(verb: "Token") -> "Iterator[tuple[Token, int]]":
    """A verb under "whether" with two subjects to choose from: "whether the heat or the drug killed them"."""
    subject = subject_of(verb)
    if subject is not None and any(c.lower_ == "or" for c in subject.children):
        yield verb, subject.right_edge.i + 1


def _rest(verb: "Token", first: int, *, plural: bool) -> str:
    """A question's words behind who or what it asks for."""
    words = [t for t in verb.subtree if first <= t.i < first + LONGEST]
    text = " ".join("".join(t.text_with_ws for t in words).split()).strip(' ,;:.?!”"’')
    return f"{'were' if plural else 'was'} the {text}" if verb.pos_ == "NOUN" and text else text


def _caused(noun: "Token", voice: Voice) -> Proposition | None:
    """What a noun of causes says was caused: of "the cause of the bloom", the bloom."""
    link = next(c for c in noun.children if c.lower_ == "of")
    thing = next((c for c in link.children if c.dep_ == "pobj"), None)
    if thing is None:
        return None
    who = Argument(role="agent", text="what", key="")
    if noun.lemma_ == "cause":
        return Proposition(predicate="cause", arguments=(who, argument("theme", thing, voice)))
    return Proposition(predicate="be", arguments=(who, argument("attribute", noun, voice)))


def _filled(proposition: Proposition, named: Argument, voice: Voice) -> Proposition | None:
    """A question's proposition with the one named in the place it asks for, all else marked as filled in."""
    doers = sorted((a for a in proposition.arguments if a.role in {"agent", "theme"}), key=lambda a: a.role)
    asked = next((a for a in doers if not a.key), doers[0] if doers else None)
    if asked is None:
        return None
    others = [
        Argument(role=a.role, text=a.text, key=a.key, entity=a.entity, spans=a.spans, filled=True)
        for a in proposition.arguments
        if a is not asked and a.text.lower() not in _WHO and not (a.role == asked.role and asked.key)
    ]
    if not any(a.key for a in others) and proposition.predicate == "be":
        return None
    one = Argument(role=asked.role, text=named.text, key=named.key, entity=named.entity, spans=named.spans)
    return Proposition(predicate=proposition.predicate, arguments=complete([one, *others], voice))


def _lowered(text: str) -> str:
    text = text.strip(" “”\"'‘’")
    return f"{text[:1].lower()}{text[1:]}"
