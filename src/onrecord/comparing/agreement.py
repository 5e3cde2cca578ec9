"""Who says the same without repeating each other: parties, and outlets that do not reprint one another."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.comparing.checks import check_place, check_referent, check_time, narrowing_words
from onrecord.comparing.questions import clause_of, orientation_of
from onrecord.comparing.reasons import agreed
from onrecord.comparing.sides import Side
from onrecord.model.findings import Check, Checks, Finding
from onrecord.model.identity import content_id
from onrecord.model.spans import Evidence

METHOD = "proposition"
VERSION = "agreement/2"

MOST_SIDES = 12
"""How many voices one finding names; the question lists them all."""

LEAST_SCORE = 0.6
"""An agreement that is less sure is not worth telling: the question lists its claims all the same."""

BASE = 0.9
PLACE_OR_TIME_UNKNOWN = 0.1


def agreements(sides: Sequence[Side]) -> tuple[Finding, ...]:
    """One finding for each answer that independent voices give to one question."""
    answers: dict[tuple[str, int, bool], list[Side]] = defaultdict(list)
    for side in sides:
        if (
            side.firm
            and not (side.claim.presupposed or side.in_passing)
            and side.topic.mood == "fact"
            and side.topic.within is None
        ):
            answers[side.topic.key, side.sign, side.is_open].append(side)
    found = (_agreement(independent(group)) for _, group in sorted(answers.items()))
    return tuple(finding for finding in found if finding is not None and finding.score >= LEAST_SCORE)


def independent(sides: Iterable[Side]) -> tuple[Side, ...]:
    """One side of each voice that owes its words to no other: an outlet that only quotes adds nothing of its own.

    Speakers of one party are one voice; who has neither name nor party may be anybody. A report's own
    account counts where none of the speakers is quoted in it or in a document that reprints it.
    """
    spoken: dict[str, Side] = {}
    told: dict[str, Side] = {}
    ordered = sorted(sides, key=lambda side: side.rank)
    for side in ordered:
        if not side.own and (side.party or not (side.anonymous or side.voice.startswith("unknown"))):
            spoken.setdefault(f"party {side.party}" if side.party else side.voice, side)
    quoting = {side.group for side in ordered if not side.own}
    outlets: set[str] = set()
    for side in ordered:
        if side.own and side.group not in quoting and side.group not in told and side.voice not in outlets:
            told[side.group] = side
            outlets.add(side.voice)
    chosen = sorted([*spoken.values(), *told.values()], key=lambda side: side.rank)
    return tuple(chosen[:MOST_SIDES])


def _agreement(sides: tuple[Side, ...]) -> Finding | None:
    if not sides:
        return None
    first = sides[0]
    together = [first, *(side for side in sides[1:] if _same_matter(first, side))]
    if len(together) < 2:
        return None
    ordered = tuple(sorted(together, key=lambda side: side.claim.id))
    checks = Checks(
        time=_least(check_time(first, side) for side in together[1:]),
        place=_least(check_place(first, side) for side in together[1:]),
        referent="agree",
        measure="agree",
        modality="agree",
    )
    lost = PLACE_OR_TIME_UNKNOWN * [checks.time, checks.place].count("unknown")
    items = tuple(side.claim.id for side in ordered)
    asked = (first.topic, [side.claim for side in ordered])
    return Finding(
        id=content_id("finding", "agreement", items),
        kind="agreement",
        items=items,
        evidence=tuple(Evidence(document=side.claim.document, spans=side.claim.spans) for side in ordered),
        question=first.topic.question,
        same_speaker=False,
        checks=checks,
        reason=agreed(tuple(side.turned(orientation_of(*asked)) for side in together), clause_of(*asked)),
        score=round((BASE - lost) * min(side.claim.score for side in together), 3),
        method=METHOD,
        version=VERSION,
    )


def _same_matter(first: Side, other: Side) -> bool:
    if "differ" in {check_time(first, other), check_time(other, first), check_place(first, other)}:
        return False
    if narrowing_words(first, other) or narrowing_words(other, first):
        return False
    return check_referent(first, other) == "agree" == check_referent(other, first)


def _least(values: Iterable[Check]) -> Check:
    return "unknown" if "unknown" in set(values) else "agree"
