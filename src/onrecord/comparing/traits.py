"""What a pair's score is worked out from: wording, what it is about, who holds it, and what was checked.

Every trait but one is a number that a person can work out from the two claims: a share, a count or 0 and 1. How near
the two lie is learned.
"""

import math
import re
from functools import lru_cache

from msgspec.structs import replace

from onrecord.comparing.checks import days_apart
from onrecord.comparing.claim_vectors import near
from onrecord.comparing.clash import predicate_stems
from onrecord.comparing.counting import counts_in, largest, one_threshold
from onrecord.comparing.issues import issue_key
from onrecord.comparing.leanings import leanings, opposed_leanings, shared_leanings
from onrecord.comparing.likeness import NEGATIONS, Profile, opposed_classes, profile
from onrecord.comparing.plainness import plainness
from onrecord.comparing.sides import Side, same_party, same_speaker
from onrecord.comparing.stories import UNTELLING
from onrecord.comparing.things import other_things
from onrecord.comparing.words import stems
from onrecord.language.predicates import axis_of
from onrecord.model.findings import Checks
from onrecord.model.identity import fold
from onrecord.model.items import Argument, ArgumentRole, Claim

SURE = 0.85
"""The score of a claim that was read plainly."""

_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z](?:(?!['’](?:s\b|(?!\w)))[\w’'-])+")
"""A capital within a sentence, without the ending of an owner: "Holt's" names Holt."""
_POINTS_BACK = re.compile(r"^(?:it|they|he|she)\b", re.IGNORECASE)
"""A claim about somebody or something that the words before it name, and that reading could not fill in."""
MOST_UNMET = 0.34
"""The share of participants that may be absent from the other claim, for words to bear a contradiction out."""

_ROLES: tuple[ArgumentRole, ...] = ("agent", "theme", "topic")


def traits_of(first: Side, second: Side, checks: Checks, *, left: float | None = None) -> dict[str, float]:
    """What two claims show before the model is asked; the earlier first.

    `left` is what the checks of structure leave of a yes and a no to one question, `None` for any other pair.
    """
    if left is not None:
        checks = replace(checks, measure="unknown")  # there it tells of denials ("not all"), here of amounts
    told = {
        "yes and no": float(left is not None),
        "left by checks": left or 0.0,
        "near": near(first, second),
        **_words(first, second),
        **_opposition(first, second),
        **_arguments(first.claim, second.claim),
        **_holders(first, second),
        **_conditions(first, second, checks),
        **plainness(first, second),
    }
    plain = told["same axis, opposed"] and told["arguments unmet"] <= MOST_UNMET
    moved = float((same_speaker(first, second) or same_party(first, second)) and bool(days_apart(first, second)))
    return told | {
        "moved": moved,
        "moved, turned": moved * turned(told),
        "taken back": float(second.owns),
        "moved, taken back": moved * second.owns,
        "turned": turned(told),
        "borne out": float(borne_out(told) or told["denial answers"] > 0),
        "plainly opposed": float(plain),
    }


def turned(told: dict[str, float]) -> float:
    """Whether the two turn on a denial, opposite words, exchanged roles or other amounts."""
    affirmed = 1 - max(told["one denies"], told["both deny"])
    return max(
        told["one denies"] * (1 - told["exchanged"]) * (1 - told["lean one way"]),
        told["lean apart"],
        told["amounts differ"],
        told["counts differ"],
        told["same axis, opposed"],
        affirmed * told["exchanged"],
    )


def borne_out(told: dict[str, float]) -> bool:
    """Whether the words turn the one claim against the other, and most of who and what they speak of is in both."""
    opposed = any(told[name] for name in ("same axis, opposed", "counts differ", "amounts differ", "lean apart"))
    exchanged = told["exchanged"] and not (told["one denies"] or told["both deny"])
    return bool(opposed or exchanged) and told["arguments unmet"] <= MOST_UNMET


def _words(first: Side, second: Side) -> dict[str, float]:
    one, other = profile(first.claim), profile(second.claim)
    common = sum(value for word, value in one.weights.items() if word in other.weights)
    wholes = sorted((sum(one.weights.values()), sum(other.weights.values())))
    names, others = (names_in(side.claim.text) for side in (first, second))
    said, answered = _folded(first.claim.text), _folded(second.claim.text)
    lacking = len(names - answered), len(others - said)
    left = sorted(
        _left(mine, theirs, claim) for mine, theirs, claim in ((one, other, first.claim), (other, one, second.claim))
    )
    return {
        "left over": min(left[1], 4.0) / 4,
        "left over on both sides": min(left[0], 2.0) / 2,
        "alike": common_of(one, other),
        "covered": common / wholes[0] if wholes[0] else 0.0,
        "covered both": common / wholes[1] if wholes[1] else 0.0,
        "common": min(common, 8.0) / 4,
        "names shared": float(min(len(names & answered | others & said), 3)),
        "names on one side": float(any(lacking) and not all(lacking)),
        "names on both sides": float(all(lacking)),
    }


def _left(own: Profile, other: Profile, claim: Claim) -> float:
    """The weight of what a claim says beyond its verb and the other claim; a number tells elsewhere."""
    verbs = predicate_stems(claim.proposition.predicate)
    words = (word for word in own.weights if word not in other.weights and word not in verbs and not word.isdigit())
    return sum(own.weights[word] for word in words)


def common_of(one: Profile, other: Profile) -> float:
    """The cosine of two profiles."""
    if not one.length or not other.length:
        return 0.0
    product = sum(value * other.weights[word] for word, value in one.weights.items() if word in other.weights)
    return product / (one.length * other.length)


def _opposition(first: Side, second: Side) -> dict[str, float]:
    one, other = first.claim, second.claim
    denials = [profile(claim).denies for claim in (one, other)]
    axes = [axis_of(claim.proposition.predicate) for claim in (one, other)]
    same_axis = axes[0][0] == axes[1][0]
    issue = issue_key(one)
    one_issue = issue is not None and issue == issue_key(other)
    apart, together = opposed_leanings(one, other), shared_leanings(one, other)
    return {
        "opposed": float(opposed_classes(one, other)),
        "same predicate": float(one.proposition.predicate == other.proposition.predicate),
        "same axis, opposed": float(same_axis and first.sign != second.sign),
        "same axis, agreed": float(same_axis and first.sign == second.sign),
        "other things": float(first.topic.axis == second.topic.axis and other_things(one, other)),
        "one issue, opposed": float(one_issue and first.sign != second.sign),
        "one issue, agreed": float(one_issue and first.sign == second.sign),
        "same question": float(first.topic.what != "" and first.topic.key == second.topic.key),
        "same scope": float(first.topic.what != "" and first.topic.scope == second.topic.scope),
        "lean apart": float(apart and not together),
        "lean one way": float(together and not apart),
        "polarity": float(one.polarity != other.polarity),
        "one denies": float(denials[0] != denials[1]),
        "both deny": float(all(denials)),
        "turns differ": float(turns_in(one) != turns_in(other)),
    }


def turns_in(claim: Claim) -> bool:
    """Whether the words that turn a claim's sense are odd in number: "was not unaware" affirms.

    Counted are negations and words of the lexicon that stand for the opposite of their axis.
    """
    negations = _negations(claim.text)
    if negations == 0 and claim.polarity == "negated":
        negations = 1
    return (negations + sum(sign < 0 for sign in leanings(claim, denied=False).values())) % 2 == 1


def _arguments(one: Claim, other: Claim) -> dict[str, float]:
    told, met, unmet = {}, 0, 0
    words = [set(stems(claim.text)) for claim in (one, other)]
    for role in _ROLES:
        mine, theirs = one.proposition.argument(role), other.proposition.argument(role)
        same = _same(mine, theirs)
        told[f"same {role}"] = float(same is True)
        apart = same is False and not _within(mine, words[1]) and not _within(theirs, words[0])
        told[f"another {role}"] = float(apart)
    for claim, text in ((one, words[1]), (other, words[0])):
        for argument in claim.proposition.arguments:
            if argument.key and argument.role != "time":
                met += _within(argument, text)
                unmet += not _within(argument, text)
    agents = one.proposition.argument("agent"), other.proposition.argument("agent")
    back_to_front = _same(*agents) is not True and (_undergoes(agents[0], other) or _undergoes(agents[1], one))
    told["exchanged"] = float(back_to_front and one.proposition.predicate == other.proposition.predicate)
    told["arguments unmet"] = unmet / (met + unmet) if met + unmet else 0.5
    return told


@lru_cache(maxsize=16_384)
def _folded(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


@lru_cache(maxsize=16_384)
def _negations(text: str) -> int:
    return len(NEGATIONS.findall(text))


def _within(argument: Argument | None, words: set[str]) -> bool:
    return argument is not None and bool(words & set(stems(argument.key)))


@lru_cache(maxsize=16_384)
def names_in(text: str) -> frozenset[str]:
    """The words of the names in a text, folded; months and days are no names."""
    return frozenset(name for name in map(fold, _NAME.findall(text)) if name not in UNTELLING)


def _same(one: Argument | None, other: Argument | None) -> bool | None:
    if one is None or other is None or not one.key or not other.key:
        return None
    return bool(set(stems(one.key)) & set(stems(other.key)))


def _undergoes(agent: Argument | None, claim: Claim) -> bool:
    """Whether a doer is somebody to whom it is done in another claim."""
    if agent is None or not agent.key:
        return False
    words = set(stems(agent.key))
    return any(
        words & set(stems(a.key)) for a in claim.proposition.arguments if a.role not in {"agent", "place", "time"}
    )


def _holders(first: Side, second: Side) -> dict[str, float]:
    return {
        "same voice": float(same_speaker(first, second)),
        "same party": float(same_party(first, second)),
        "two parties": float(
            first.party is not None and second.party is not None and fold(first.party) != fold(second.party)
        ),
        "own account": float(first.own or second.own),
        "both own": float(first.own and second.own),
        "unknown speaker": float(any(side.voice.startswith("unknown") for side in (first, second))),
        "unnamed": float(first.anonymous or second.anonymous),
    }


def _conditions(first: Side, second: Side, checks: Checks) -> dict[str, float]:
    days = days_apart(first, second)
    mine, theirs = counts_in(first.claim.text), counts_in(second.claim.text)
    shared = mine.keys() & theirs.keys() if one_threshold(first.claim.text, second.claim.text) else set()
    moods = {first.topic.mood, second.topic.mood}
    return {
        "amounts differ": float(checks.measure == "differ"),
        "amounts agree": float(checks.measure == "agree"),
        "counts differ": float(any(not mine[what] & theirs[what] for what in shared)),
        "counts grown": float(bool(days) and any(largest(mine[what]) < largest(theirs[what]) for what in shared)),
        "counts agree": float(bool(shared) and all(mine[what] & theirs[what] for what in shared)),
        "time unknown": float(checks.time == "unknown"),
        "time differs": float(checks.time == "differ"),
        "dated alike": float(first.claim.about is not None and first.claim.about == second.claim.about),
        "one dated": float((first.claim.about is None) != (second.claim.about is None)),
        "same tense": float(first.tense is not None and first.tense == second.tense),
        "place unknown": float(checks.place == "unknown"),
        "modality unknown": float(checks.modality == "unknown"),
        "plan": float(moods == {"plan"}),
        "plan and fact": float(moods == {"plan", "fact"}),
        "reserve": float(not (first.firm and second.firm)),
        "same document": float(first.claim.document == second.claim.document),
        "days apart": math.log1p(min(days, 1000)) if days else 0.0,
        "presupposed": float(first.claim.presupposed or second.claim.presupposed),
        "in passing": float(first.in_passing or second.in_passing),
        "points back": float(any(_POINTS_BACK.search(side.claim.text) for side in (first, second))),
        "unsure claim": 1 - min(1.0, first.claim.score / SURE, second.claim.score / SURE),
    }
