"""What a clause sets against what it says: "the cause was ice, not fog" also says that the cause was not fog.

Only of two things that stand in one place of the clause. Numbers and days are left to the clause's own words: "nine
fires, not eleven" denies no fires.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.clauses import Clause
from onrecord.annotating.participants import Voice, argument
from onrecord.annotating.phrases import AMOUNTS, folded, is_noun, lemma_of
from onrecord.annotating.presuppositions import Nominal
from onrecord.annotating.scope import State
from onrecord.model.items import Argument, ArgumentRole, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_JOINERS = frozenset({",", "and", "but", "–", "—", ";"})
SURE = 0.85
LONGEST = 12
"""Words of what is denied."""


def contrasts_in(clause: Clause, proposition: Proposition, text: str, state: State, voice: Voice) -> Iterator[Nominal]:
    """What a clause denies behind "not", where it says the same of something else."""
    if state.negated or state.modality != "asserted" or clause.asks:
        return
    for word in clause.words:
        if word.lower_ != "not" or word.i <= clause.head.i:
            continue
        found = _set_against(word)
        if found is None:
            continue
        thing, other = found
        role = next((a for a in proposition.arguments if a.key.split(" ")[-1:] == [folded(lemma_of(thing))]), None)
        denied = _named(role.role, other, voice) if role is not None else None
        if role is None or denied is None or denied.key == role.key:
            continue
        doc = word.doc
        first, second = doc[thing.left_edge.i : thing.i + 1].text, doc[word.i + 1 : other.right_edge.i + 1].text
        plain, behind, _ = text.partition(f" not {second}")
        plain = plain.rstrip(" ,;–—").removesuffix(" and").removesuffix(" but").rstrip(" ,")
        if not behind or first not in plain or len(second.split()) > LONGEST:
            continue
        told = plain.replace(first, second, 1)
        told = f"It is not true that {told[:1].lower() if told[1:2].islower() else told[:1]}{told[1:]}"
        arguments = tuple(denied if a is role else a for a in proposition.arguments if a.key != denied.key)
        held = State(negated=True, hedges=state.hedges, said_by=state.said_by)
        words = [t for t in clause.words if word.i <= t.i <= other.right_edge.i]
        meant = Proposition(predicate=proposition.predicate, arguments=arguments)
        yield Nominal(other, other, meant, held, SURE, told, words)


def _named(role: ArgumentRole, noun: "Token", voice: Voice) -> Argument:
    """What a noun contributes in a role; not what it stands beside, where the parser takes it for its apposition."""
    if noun.dep_ != "appos":
        return argument(role, noun, voice)
    words = [c for c in noun.children if c.i < noun.i and c.dep_ in {"compound", "nmod"}]
    text = " ".join(token.text for token in (*words, noun))
    key = " ".join(folded(lemma_of(token)) for token in (*words, noun))
    return Argument(role=role, text=text, key=key, spans=(voice.parsed.token_span(noun),))


def _set_against(word: "Token") -> "tuple[Token, Token] | None":
    """What is said, and what stands behind a "not" beside it: "ice, not fog"."""
    thing = word.head if word.head.i < word.i else word.head.head
    behind = (c for c in thing.children if c.dep_ in {"appos", "conj"} and c.i > word.i)
    other = next((c for c in behind if c.left_edge.i in {word.i, word.i + 1}), None)
    if other is None or not (is_noun(other) and is_noun(thing)) or word.doc[word.i - 1].lower_ not in _JOINERS:
        return None
    counted = {other.ent_type_, thing.ent_type_} & AMOUNTS or other.pos_ == "NUM"
    return None if counted else (thing, other)
