"""Answers of a word or a number, filled from the question just asked: "No", "None", "Fifty-one", "Never".

A turn that begins with such a fragment answers the question that closes the turn before it. "Yes" and "no" answer
what asks for them; "none" and a number answer "how many" and "how much". What a question takes back by "or", or asks
with "not", is answered by none of these, since a reader could take the answer either way.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.antecedents import Referent
from onrecord.annotating.clauses import Clause
from onrecord.annotating.deixis import referent_of
from onrecord.annotating.elided import Full
from onrecord.annotating.heads import subject_of
from onrecord.annotating.inverted import asked_subject
from onrecord.annotating.modality import auxiliary_modality
from onrecord.annotating.ownside import ours
from onrecord.annotating.participants import Voice
from onrecord.annotating.phrases import is_noun
from onrecord.annotating.prefaces import ADDRESSES, unaddressed
from onrecord.annotating.scope import State
from onrecord.annotating.verbforms import FINITE
from onrecord.language.parsing import ParsedBlock
from onrecord.language.pronounwords import WE, YOU, I
from onrecord.model.items import Argument, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

LONGEST = 12
"""Words of an answer that is no sentence of its own."""
_YES = frozenset(
    {"yes", "yeah", "yep", "correct", "right", "absolutely", "indeed", "certainly", "definitely", "exactly",
     "of course", "that's right", "that's correct", "that is right", "that is correct"}
)  # fmt: skip
_NO = frozenset(
    {"no", "nope", "never", "not at all", "absolutely not", "certainly not", "definitely not", "of course not",
     "not true", "not once", "no never", "no not at all", "never ever", "that's false", "that is false"}
)  # fmt: skip
_BREAKS = frozenset({".", ",", "–", "—", "-", ";", ":"})
_NONE = frozenset(
    {"none", "nobody", "no one", "nothing", "zero", "not one", "not a single one", "none at all", "not any",
     "none of them"}
)  # fmt: skip
_SOFTENERS = frozenset({"about", "around", "roughly", "some", "nearly", "almost", "over", "under", "only", "just",
                        "perhaps", "maybe", "approximately"})  # fmt: skip
_SOMEBODY = {"anyone": "someone", "anybody": "somebody", "anything": "something", "any": "some"}
_NOBODY = {"anyone": "no one", "anybody": "nobody", "anything": "nothing", "any": "no"}


class Answer(NamedTuple):
    """What an answer says: whether it affirms, and the amount it gives, as written."""

    affirmed: bool
    amount: str | None = None


def answer_in(sentence: "Piece", asked: Full) -> Answer | None:
    """How a sentence that is no clause answers a question, or `None` where it does not."""
    tokens, said = _words_of(sentence)
    if not said or asked.state.negated:
        return None
    how = counted_in(asked.clause)
    if how is not None:
        if said in _NONE:
            return Answer(False)
        amount = _amount(tokens)
        return Answer(True, amount) if amount is not None else None
    if not asks_whether(asked.clause):
        return None
    affirmed = False if said in _NONE else said_in(sentence)
    return Answer(affirmed) if affirmed is not None else None


def said_in(sentence: "Piece") -> bool | None:
    """Whether a sentence is but a yes or a no; `None` where it is neither."""
    _, said = _words_of(sentence)
    if said in _YES | _NO:
        return said in _YES
    first = next((t for t in sentence if not (t.is_space or t.is_punct)), None)
    if first is None or first.i + 1 >= sentence.end or sentence.doc[first.i + 1].text not in _BREAKS:
        return None
    return False if first.lower_ == "no" else None  # "No, it held", "No. Two had died"


def _words_of(sentence: "Piece") -> "tuple[list[Token], str]":
    """The words of a short answer, and those of them that answer; none of a long one."""
    tokens = [t for t in sentence if not (t.is_space or t.is_punct)][: LONGEST + 1]
    words = [
        t.lower_.replace("’", "'") for t in tokens if t.lower_ not in ADDRESSES and (t.pos_ != "PROPN" or t.like_num)
    ]
    return tokens, "" if len(tokens) > LONGEST else " ".join(words).replace(" 's", "'s")


def counted_in(clause: Clause) -> "Token | None":
    """The noun after "how many" or "how much" in a question, or that "much" where it stands alone."""
    for word in clause.words[:4]:
        if word.lower_ in {"many", "much"} and word.i and word.nbor(-1).lower_ == "how":
            return word.head if is_noun(word.head) and word.head.i > word.i else word
    return None


def _amount(tokens: "list[Token]") -> str | None:
    """The number that an answer opens with, as written."""
    kept: list[Token] = []
    for token in tokens:
        if token.lower_ == "not":
            break
        kept.append(token)
    numbers = [t for t in kept if t.like_num or t.pos_ == "NUM" or t.lower_ in {"dozen", "dozens", "half"}]
    if not numbers or any(t.pos_ in {"VERB", "AUX"} and not t.like_num for t in kept):
        return None
    if numbers[0].i - kept[0].i > 3 or numbers[0].ent_type_ in {"DATE", "TIME"}:
        return None
    doc = numbers[0].doc
    first = kept[0].i if kept[0].lower_ in _SOFTENERS | {"no", "at", "more", "less", "fewer", "a"} else numbers[0].i
    return "".join(t.text_with_ws for t in doc[first : numbers[-1].i + 1]).strip()


def asks_whether(clause: Clause) -> bool:
    """Whether a question asks for yes or no: it opens with no question word, and offers no choice."""
    if any(t.tag_ in {"WRB", "WP", "WDT", "WP$"} for t in clause.words[:3]):
        return False
    return not any(t.lower_ == "or" and t.head.pos_ in {"VERB", "AUX", "ADJ"} for t in clause.words)


def answered(asked: Full, answer: Answer, voice: Voice) -> tuple[Proposition, str]:
    """What the answer says of what was asked, every participant marked as filled in, and its words."""
    own = ours(voice.view, voice.setting)
    name = own.text if own is not None else voice.view.name
    return Proposition(
        predicate=asked.proposition.predicate, arguments=tuple(_answering(asked, voice, name, own))
    ), stated(asked, answer, name)


def _answering(asked: Full, voice: Voice, name: str | None, own: Referent | None) -> Iterator[Argument]:
    for one in asked.proposition.arguments:
        if one.text.lower() in YOU and name is not None:
            key, entity = (own.key, None) if own is not None else (name.lower(), voice.view.entity)
            yield Argument(role=one.role, text=name, key=key, entity=entity, filled=True)
        elif one.key or not one.text:
            yield Argument(role=one.role, text=one.text, key=one.key, entity=one.entity, spans=one.spans, filled=True)


def stated(asked: Full, answer: Answer, name: str | None, *, left_out: frozenset[int] = frozenset()) -> str:
    """The question as a statement: "Did the dam leak?" and "No" make "The dam did not leak"."""
    clause = asked.clause
    words = [t for t in unaddressed(clause.words) if not t.is_punct and t.dep_ not in {"neg", "intj"}]
    counted = counted_in(clause)
    wh = {counted.i, *left_out} if counted is not None else set(left_out)
    if counted is not None:
        wh.update(t.i for t in counted.subtree if t.i < counted.i or counted.dep_ == "advmod")
        wh.update(t.i for t in words[:2] if t.lower_ in {"how", "many", "much"})
    subject = asked_subject(clause.head) or subject_of(clause.outer)
    subject = subject or next((c for c in clause.outer.children if c.dep_ == "expl"), None)
    under = {t.i for t in subject.subtree} if subject is not None else set()
    if clause.head.dep_ == "acl":
        under -= {t.i for t in clause.head.subtree}
    helper = next(
        (t for t in words if (t.dep_ in {"aux", "auxpass"} and t.head.i == clause.outer.i) or t.i == clause.outer.i),
        None,
    )
    amount = [answer.amount[:1].lower() + answer.amount[1:] if answer.amount else "no"] if counted is not None else []
    if counted is not None and is_noun(counted):
        amount.append(counted.text)
    leads = subject is not None and subject.i in wh
    first = amount if leads else [_piece(t, asked, name) for t in words if t.i in under and t.i not in wh]
    pieces = list(first)
    nobody = not answer.affirmed and bool(pieces) and pieces[0].lower() in _NOBODY
    if nobody:
        pieces[0] = _NOBODY[pieces[0].lower()]
    if helper is not None:
        own = subject is not None and subject.lower_ == "you" and name is not None
        pieces.append(FINITE.get(helper.lower_, helper.lower_) if own else helper.lower_)
    if not answer.affirmed and counted is None and not nobody:
        pieces.append("not")
    rest = [t for t in words if t.i not in under | wh and (helper is None or t.i != helper.i)]
    rest = [t for t in rest if not (answer.affirmed and t.lower_ == "ever")]
    for token in rest:
        pieces.append(_piece(token, asked, name, loose=answer.affirmed))
        if token.i == clause.outer.i and amount and not leads:
            pieces.extend(amount)
    text = " ".join(piece for piece in pieces if piece).replace(" '", "'").replace(" ’", "’").replace(" - ", "-")
    return text[:1].upper() + text[1:]


def _piece(token: "Token", asked: Full, name: str | None, *, loose: bool = False) -> str:
    """A word of the question as the answer has it: "you" is whoever answers, "any" is "some" where there are some."""
    word = token.lower_
    if word in YOU and name is not None:
        return name if word != "your" else f"{name}'" if name.endswith("s") else f"{name}'s"
    if loose and word in _SOMEBODY:
        return _SOMEBODY[word]
    if token.tag_ == "PRP" and word not in WE | I:
        referent = referent_of(token, asked.voice.parsed, asked.voice.view, asked.voice.setting)
        return referent.text if not referent.open and referent.text else token.text
    return word if token.is_sent_start and token.pos_ != "PROPN" else token.text


def question_before(full: "list[Full]", parsed: ParsedBlock, sentence: int) -> Full | None:
    """The question that the sentence before this one asks outright, in another turn."""
    if parsed.block.kind != "turn":
        return None
    asked = [one for one in full if one.sentence == sentence - 1 and one.clause.asks and one.voice.parsed is not parsed]
    return asked[0] if len(asked) == 1 else None


def state_of(asked: Full, answer: Answer) -> State:
    """How the answer holds what was asked: "Will it reopen?" and "Yes" are a plan."""
    return State(negated=not answer.affirmed, modality=auxiliary_modality(asked.clause.outer), quantity=answer.amount)
