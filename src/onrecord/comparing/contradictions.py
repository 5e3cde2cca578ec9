"""Sides of one topic that cannot both hold: between speakers, within one speaker's words, or against the report."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import msgspec

from onrecord.comparing.checks import check, days_apart
from onrecord.comparing.clash import clash_words, says_no
from onrecord.comparing.judging import READER, Judging
from onrecord.comparing.questions import Clause, clause_of, orientation_of
from onrecord.comparing.reasons import opposed, shifted
from onrecord.comparing.reckoning import reckoned
from onrecord.comparing.scoring import DEFAULT_SCORE, Word, score_of_read
from onrecord.comparing.sides import Side, is_hearsay, same_party, same_speaker, share_words, when
from onrecord.comparing.traits import traits_of
from onrecord.comparing.words import listed
from onrecord.language.predicates import classes
from onrecord.model.findings import Checks, Clash, Entailment, Finding, FindingKind
from onrecord.model.identity import content_id
from onrecord.model.spans import Evidence

METHOD = "proposition"
VERSION = "contradictions/7"

BASE = 0.95
TAKEN_OFF = {
    "time unknown": 0.15,
    "place unknown": 0.05,
    "referent unknown": 0.15,
    "modality unknown": 0.40,
    "retreat": 0.20,
    "presupposed": 0.12,
    "in passing": 0.05,
    "own account": 0.08,
    "antonym": 0.12,
    "opinion": 0.25,
    "plan": 0.10,
    "narrower denial": 0.10,
    "same outlet": 0.40,
    "unknown speaker": 0.20,
    "concluded denial": 0.30,
}
"""What an opposition loses by; of two voices the best is kept. Of the oppositions in the tune templates and in parts a
and c, 66 of 78 held up that keep 0.75 or more, 21 of 21 of those from 0.6 on, and 27 of 45 of the rest."""

SURE = 0.85
"""The score of a claim that was read plainly; one below it lowers the finding in proportion."""

MOST_CELLS = 16
"""Representatives compared on each side of one scope: 256 pairs at most, however many claims there are."""

OPINIONS = listed("bad big common easy fair good hard peaceful popular rare small strong sufficient")
"""Classes that weigh instead of telling: people may differ in them without the record disagreeing."""

Cell = tuple[object, ...]


class Opposition(msgspec.Struct, frozen=True):
    """An affirming and a denying side that may not both hold, the earlier first, before it is put into words."""

    first: Side
    second: Side
    question: str
    kind: FindingKind
    same_speaker: bool
    checks: Checks
    left: float

    @property
    def told(self) -> dict[str, float]:
        """What its claims show, as pairs without a question in common are weighed by (`benchmarks/scores.py`)."""
        return traits_of(self.first, self.second, self.checks, left=self.left)

    @property
    def is_doubtful(self) -> bool:
        """Whether its checks leave little of two firm claims: a reserve ("perhaps it was sold") stays one."""
        return self.left < DEFAULT_SCORE and self.first.firm and self.second.firm

    @property
    def id(self) -> str:
        """The id of the finding it makes."""
        return content_id("finding", self.kind, sorted((self.first.claim.id, self.second.claim.id)))


def contradictions(sides: Sequence[Side], judging: Judging | None = None) -> tuple[Finding, ...]:
    """Every opposition in one scope that the checks let stand, and every shift of one speaker, in order of id.

    Of two voices the best is kept for each document that holds both, and one for all others. `judging` asks the
    entailment model about those that are kept, if there is one.
    """
    fixed = [side for side in sides if side.topic.mood != "norm"]
    yes = representatives(side for side in fixed if side.sign > 0)
    no = representatives(side for side in fixed if side.sign < 0)
    best: dict[Cell, Opposition] = {}
    for affirmed in yes:
        for denied in no:
            found = oppose(affirmed, denied)
            if found is None:
                continue
            place = affirmed.group if affirmed.group == denied.group and found.kind != "shift" else ""
            cell = (affirmed.voice, denied.voice, place, found.kind)
            if cell not in best or (-found.left, found.id) < (-best[cell].left, best[cell].id):
                best[cell] = found
    clauses = {o.first.topic.key: o.first.topic for o in best.values()}
    asked = {key: (t, [s.claim for s in fixed if s.topic.key == key]) for key, t in clauses.items()}
    worded = {key: (clause_of(*on), orientation_of(*on)) for key, on in asked.items()}
    judged = _judged(list(best.values()), judging) if judging is not None else {}
    told = (_finding(o, *worded[o.first.topic.key], judged.get(o.id)) for o in best.values())
    return tuple(sorted(told, key=lambda finding: finding.id))


def _judged(oppositions: Sequence[Opposition], judging: Judging) -> dict[str, Entailment]:
    """What the models say of oppositions, by their ids; those that checks leave in doubt are read in their places."""
    sides = {o.id: (o.first, o.second) for o in oppositions}
    both = judging.of(sides.values())
    doubtful = [sides[o.id] for o in oppositions if o.is_doubtful]
    read = judging.in_place((one, other, reckoned(one.claim, (), other.claim, ())) for one, other in doubtful)
    told = {}
    for found, (one, other) in sides.items():
        ids = (one.claim.id, other.claim.id)
        told[found] = msgspec.structs.replace(both[ids], clashes=read[ids], reader=READER) if ids in read else both[ids]
    return told


def oppose(yes: Side, no: Side) -> Opposition | None:
    """What an affirming and a denying side make, or `None` where they may both hold."""
    if yes.claim.id == no.claim.id or share_words(yes, no) or _deny_contraries(yes, no):
        return None
    if is_hearsay(yes) or is_hearsay(no):
        return None
    checks = check(yes, no)
    if checks is None:
        return None
    same = same_speaker(yes, no)
    narrower = same and yes.claim.document == no.claim.document and _is_narrower(no, yes)
    if narrower and checks.referent == "differ":
        checks = msgspec.structs.replace(checks, referent="unknown")
    if checks.referent == "differ":
        return None
    first, second = sorted((yes, no), key=when)
    moved = (same or same_party(yes, no)) and bool(days_apart(yes, no))
    return Opposition(
        first=first,
        second=second,
        question=no.topic.question,
        kind="shift" if moved else "contradiction",
        same_speaker=same,
        checks=checks,
        left=_left(yes, no, checks, same=same, narrower=narrower, retreat=moved and first.firm and not second.firm),
    )


def _deny_contraries(one: Side, other: Side) -> bool:
    """Whether both only deny: prices that did not rise need not have fallen."""
    denials = one.claim.polarity == other.claim.polarity == "negated"
    return denials and not (one.answers(other.orientation) or other.answers(one.orientation))


def how_of(found: Opposition) -> Clash:
    """By what the two were known not to go together."""
    one, other = found.first.claim, found.second.claim
    if one.presupposed or other.presupposed:
        return "factive"
    if one.polarity == other.polarity:
        return "antonym"
    return "existence" if found.first.topic.axis in {"exist", "have"} else "negation"


def _finding(found: Opposition, clause: Clause, orientation: int, entailment: Entailment | None) -> Finding:
    first, second = found.first.turned(orientation), found.second.turned(orientation)
    clashing = (clash_words(first), clash_words(second))
    moved = found.kind == "shift"
    return Finding(
        id=found.id,
        kind=found.kind,
        items=(first.claim.id, second.claim.id),
        evidence=tuple(Evidence(document=side.claim.document, spans=side.claim.spans) for side in (first, second)),
        question=found.question,
        same_speaker=found.same_speaker,
        checks=found.checks,
        reason=shifted(first, second, clause, clashing)
        if moved
        else opposed(first, second, clause, clashing, found.checks),
        clash=clashing,
        how=how_of(found),
        entailment=entailment,
        score=_score(found, entailment),
        method=METHOD,
        version=VERSION,
    )


def _score(found: Opposition, entailment: Entailment | None) -> float:
    """What the checks leave; where that is little, the score of any two claims that were read, if it is higher."""
    if entailment is None or entailment.clashes is None:
        return found.left
    word = Word(contradicts=entailment.contradicts[0], entails=entailment.entails[0])
    told = traits_of(found.first, found.second, found.checks)
    return max(found.left, score_of_read(told, word, entailment.clashes))


def representatives(sides: Iterable[Side]) -> tuple[Side, ...]:
    """The most telling side of each voice, document and day; of each voice and year, then voice, where these are many.

    Which sides stand for the rest depends on what they are, never on the order they came in.
    """
    chosen = list(sides)
    for cell in (_by_document, _by_year, _by_voice):
        chosen = _best_of_each(chosen, cell)
        if len(chosen) <= MOST_CELLS:
            break
    return tuple(sorted(chosen, key=lambda side: side.rank)[:MOST_CELLS])


def _best_of_each(sides: Iterable[Side], cell: Callable[[Side], Cell]) -> list[Side]:
    grouped: dict[Cell, list[Side]] = defaultdict(list)
    for side in sides:
        grouped[cell(side)].append(side)
    return [min(group, key=lambda side: side.rank) for group in grouped.values()]


def _by_document(side: Side) -> Cell:
    return (side.voice, side.topic.key, side.group, side.said.start if side.said else None)


def _by_year(side: Side) -> Cell:
    return (side.voice, side.topic.key, side.day.year if side.day else None)


def _by_voice(side: Side) -> Cell:
    return (side.voice, side.topic.key)


def _left(yes: Side, no: Side, checks: Checks, *, same: bool, narrower: bool, retreat: bool) -> float:
    predicates = {yes.claim.proposition.predicate, no.claim.proposition.predicate}
    off = [
        f"{name} unknown" for name in ("time", "place", "referent", "modality") if getattr(checks, name) == "unknown"
    ]
    off = ["retreat" if retreat and name == "modality unknown" else name for name in off]
    off += ["presupposed"] if yes.claim.presupposed or no.claim.presupposed else []
    off += ["in passing"] if yes.in_passing or no.in_passing else []
    off += ["own account"] if yes.own != no.own else []
    off += ["same outlet"] if yes.own and no.own and same else []
    off += ["antonym"] if len(predicates) > 1 and yes.claim.polarity == no.claim.polarity else []
    off += ["opinion"] if yes.topic.axis in OPINIONS or not _is_known(yes) else []
    off += ["plan"] if yes.topic.mood == "plan" else []
    off += ["narrower denial"] if narrower else []
    off += ["concluded denial"] if any(s.claim.polarity == "negated" and not says_no(s) for s in (yes, no)) else []
    off += ["unknown speaker"] if any(side.voice.startswith("unknown") for side in (yes, no)) else []
    score = (BASE - sum(TAKEN_OFF[name] for name in off)) * min(1.0, yes.claim.score / SURE, no.claim.score / SURE)
    return round(max(0.05, score), 3)


def _is_known(side: Side) -> bool:
    return side.claim.proposition.predicate in classes() or side.topic.axis in {"be", "exist", "have"}


def _is_narrower(no: Side, yes: Side) -> bool:
    """Whether the denial is of a narrower sort of what the same speaker then affirms ("no gas mines", "some mines")."""
    denied, affirmed = no.topic.what.split(), yes.topic.what.split()
    return bool(affirmed) and denied[-1:] == affirmed[-1:] and set(affirmed) < set(denied)
