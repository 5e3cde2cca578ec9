"""How plainly two claims stand against each other: whether what the one denies, its verb and its thing, the other says.

"No offer had been made" stands plainly against "an offer was made"; against "the talks went well" it does not, however
many words the two share. A number stands against "none" of the same things.
"""

from onrecord.comparing.clash import predicate_stems
from onrecord.comparing.counting import counts_in, none_of
from onrecord.comparing.keys import LIGHT
from onrecord.comparing.likeness import covered, profile
from onrecord.comparing.rebuttals import follows
from onrecord.comparing.sides import Side, same_speaker
from onrecord.comparing.weights import weight
from onrecord.comparing.words import stem, stems
from onrecord.language.predicates import axis_of
from onrecord.model.items import ArgumentRole, Claim

MOST_LEFT = 3.0
"""The weight of words beyond which a denial is as narrow as can be told."""

LEAST_COVERED = 0.4
"""How much of the claim that says less must be in the other, for a denial to be of it and not of its neighbour."""

_THINGS: tuple[ArgumentRole, ...] = ("theme", "attribute", "agent", "topic")
"""Where a claim has its thing, the likeliest first."""


def plainness(first: Side, second: Side) -> dict[str, float]:
    """What tells how plainly two claims stand against each other."""
    one, other = first.claim, second.claim
    denied = [claim for claim in (one, other) if claim.polarity == "negated"]
    said = (_says_verb(one, other), _says_verb(other, one))
    things = (thing_of(one), thing_of(other))
    told = {
        "verbs met by both": float(all(met is True for met in said)),
        "verbs met by neither": float(not any(said)),
        "things same": float(things[0] is not None and things[0] == things[1]),
        "one voice, one document": float(same_speaker(first, second) and one.document == other.document),
    }
    told["denial answers"] = float(_answers(first, second) or _answers(second, first))
    if len(denied) == 1:
        answered = other if denied[0] is one else one
        told |= _of_denial(denied[0], answered)
    return told


def thing_of(claim: Claim) -> str | None:
    """The stem of the word for what a claim is about."""
    keys = (found.key for role in _THINGS if (found := claim.proposition.argument(role)) is not None)
    return next((stem(key.rsplit(" ", 1)[-1]) for key in keys if key), None)


def _answers(denial: Side, other: Side) -> bool:
    """Whether one side denies what the other, whose words stand just before it, has said."""
    if not denial.rebuts or same_speaker(denial, other) or not follows(denial.claim, other.claim):
        return False
    return covered(profile(denial.claim), profile(other.claim)) >= LEAST_COVERED


def _of_denial(denied: Claim, other: Claim) -> dict[str, float]:
    words = set(stems(other.text))
    verb, thing = _says_verb(denied, other), thing_of(denied)
    own = predicate_stems(denied.proposition.predicate)
    left = sum(weight(word) for word in stems(denied.text) if word not in words and word not in own)
    return {
        "denied verb met": float(verb is True),
        "denied verb missed": float(verb is False),
        "denied thing met": float(thing in words) if thing else 0.5,
        "denied thing missed": float(thing is not None and thing not in words),
        "denied thing inside": float(thing is not None and _only_inside(thing, other)),
        "denial narrower": min(left, MOST_LEFT) / MOST_LEFT,
        "none against some": float(not none_of(denied.text).isdisjoint(counts_in(other.text))),
    }


def _only_inside(thing: str, claim: Claim) -> bool:
    """Whether a claim has a thing in the name of another one alone: steel in "the steel price"."""
    told = [stems(argument.key) for argument in claim.proposition.arguments if argument.key]
    return any(thing in words[:-1] for words in told) and not any(words[-1:] == (thing,) for words in told)


def _says_verb(mine: Claim, other: Claim) -> bool | None:
    """Whether a claim's verb, or one of its class, is in another claim; `None` for one that says little by itself."""
    predicate = mine.proposition.predicate
    axis = axis_of(predicate)[0]
    if axis in LIGHT or predicate in LIGHT or axis == "exist":
        return None
    if axis == axis_of(other.proposition.predicate)[0]:
        return True
    return not predicate_stems(predicate).isdisjoint(stems(other.text))
