"""What speaks for a later clause telling of an undertaking: shared things, its deed, who did it, how it is told."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.comparing.achieving import alike
from onrecord.comparing.doers import by_untold, in_first_person, is_party
from onrecord.comparing.forbearing import deed_of
from onrecord.comparing.nearness import near
from onrecord.comparing.outcomes import CUES, cues
from onrecord.comparing.sides import tense_of
from onrecord.comparing.sorts import after_verb, differ
from onrecord.comparing.telling import CORE_ENDS
from onrecord.comparing.undertaken import Part, numbers_in
from onrecord.comparing.weights import weight
from onrecord.comparing.words import stems
from onrecord.model.documents import Document
from onrecord.model.items import Claim, Commitment

CLEAR = 0.75
"""From where on two words count as one thing told twice."""

FEW = 3
"""In so many clauses a word may stand and tell all that it can."""

MOST_OF_NAMES = 0.6
"""What the names that two share tell at most, however many words they have."""

CROWDED = 3
"""In so many clauses a name tells no longer which of them goes on with an undertaking that holds it."""

_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")


class Told(msgspec.Struct, frozen=True):
    """A later clause: its words with what each weighs, those of its participants' heads, its numbers.

    `often` tells in how many clauses of its document a word stands.
    """

    claim: Claim
    words: Mapping[str, float]
    heads: frozenset[str]
    numbers: frozenset[float]
    often: Mapping[str, int]

    def telling(self, word: str) -> float:
        """How much a word of the clause tells beside the others of its document."""
        return min(1.0, math.sqrt(FEW / max(1, self.often.get(word, 1))))


def told_by(claims: Sequence[Claim]) -> list[Told]:
    """Clauses of one document as they are laid beside undertakings."""
    often = Counter(word for claim in claims for word in set(stems(claim.text)))
    return [
        Told(
            claim,
            {w: weight(w) for w in stems(claim.text) if not w[0].isdigit() and len(w) > 1},
            frozenset(
                word
                for argument in claim.proposition.arguments
                if argument.role in {"agent", "theme"}
                for word in stems(CORE_ENDS.split(f"{argument.text} ", maxsplit=1)[0].partition(" of ")[0])[-1:]
            ),
            numbers_in(claim.text),
            often,
        )
        for claim in claims
    ]


def shared(part: Part, told: Told, often: Mapping[str, int]) -> dict[str, float]:
    """The words of a part that a clause takes up, with what each tells.

    It tells the less, the more undertakings hold it, and the more clauses of the later document: what all of that is
    about leads to no undertaking.
    """
    found: dict[str, float] = {}
    for word, value in part.words.items():
        likeness = max((near(word, other) * told.telling(other) for other in told.words), default=0.0)
        if likeness:
            found[word] = likeness * value / often.get(word, 1) ** 0.5
    named = sum(value for word, value in found.items() if word in part.names)
    if named > MOST_OF_NAMES:
        found |= {word: found[word] * MOST_OF_NAMES / named for word in found if word in part.names}
    return found


def how_often(parts: Iterable[Part]) -> dict[str, int]:
    """In how many undertakings of a document each word stands."""
    counted: dict[str, int] = {}
    for part in parts:
        for word in part.words:
            counted[word] = counted.get(word, 0) + 1
    return counted


def traits_of(
    commitment: Commitment, part: Part, told: Told, often: Mapping[str, int], documents: tuple[Document, Document]
) -> dict[str, float]:
    """What the two show, before rivals and the entailment model are asked; `documents` are theirs."""
    claim = told.claim
    found = shared(part, told, often)
    mass = sum(found.values())
    back = {
        word: value * max((near(word, other) for other in part.words), default=0.0)
        for word, value in told.words.items()
    }
    whole_back = sum(told.words.values()) or 1.0
    clear = [
        word for word in found if max(near(word, other) for other in told.words) >= CLEAR and part.words[word] > 0.4
    ]
    called = {word for name in _NAME.findall(part.action.partition(" ")[2]) for word in stems(name)}
    names = {word.lower() for word in _NAME.findall(part.action)} & {word.lower() for word in _NAME.findall(claim.text)}
    verbs = max((near(part.verb, other) for other in told.words), default=0.0)
    predicate = claim.proposition.predicate
    agent = claim.proposition.argument("agent")
    party = agent is not None and is_party(commitment, claim, *documents)
    named = agent is not None and agent.entity is not None and not party
    amounts = part.numbers & told.numbers
    words = cues(claim.text)
    things = after_verb(deed_of(part.action))
    tense = tense_of(claim)
    return {
        "mass": min(mass, 3.0),
        "strongest": max(found.values(), default=0.0),
        "clear": float(min(len(clear), 3)),
        "two clear": float(len(clear) >= 2),
        "covered": mass / part.mass if part.mass else 0.0,
        "rare there": max(
            (
                near(word, other) * value / max(1, told.often.get(other, 1)) ** 0.5
                for word, value in part.words.items()
                for other in told.words
            ),
            default=0.0,
        ),
        "covered back": sum(back.values()) / whole_back,
        "names": float(min(len(names), 2)),
        "amounts": float(min(len(amounts), 2)),
        "other amounts": float(bool(part.numbers and told.numbers and not amounts)),
        "name alone": float(bool(clear) and all(told.often.get(w, 0) >= CROWDED and w in called for w in clear)),
        "things": float(min(2, sum(word not in part.names for word in clear))),
        "name only": float(bool(clear) and all(word in part.names for word in clear)),
        "status": float(any(words)),
        "head": max((near(head, other) for head in part.heads for other in told.words), default=0.0),
        "about": max((near(w, head) * value for head in told.heads for w, value in part.words.items()), default=0.0),
        "verb": verbs,
        "same deed": float(part.deed is not None and alike(part.deed, predicate)),
        "party": float(party),
        "other doer": float(named),
        "untold doer": float(agent is None or by_untold(claim)),
        "we": float(in_first_person(claim)),
        "other thing": float(differ(things, claim.text)),
        "denied": float(claim.polarity == "negated"),
        "in passing": float(claim.presupposed),
        "asserted": float(claim.modality == "asserted"),
        "planned": float(claim.modality == "planned"),
        "unreal": float(claim.modality in {"possible", "conditional", "asked", "demanded"}),
        "future": float(tense == "future"),
        "past": float(tense in {"past", "perfect"}),
        "short": float(part.mass < 0.8),
        "kept from": float(part.kept_from),
        **dict(zip(CUES, words, strict=True)),
    }
