"""Fit what findings' scores are worked out from, and write it where comparing reads it. Needs scikit-learn.

    python benchmarks/scores.py --polnear DATA/polnear            # fit, measure over folds, write
    python benchmarks/scores.py --polnear DATA/polnear --dry      # measure only

Run it again whenever the entailment model or the way claims are read has changed.

Pairs come from parts a, c, e, f and h of the labelled set, PolNeAR clusters among them, and invented disputes of the
tune templates; nothing of parts b, d, g and i or of the other templates is looked at. Every pair that passes the
gates counts, few of which are true, so that a score means what it says at the natural base rate. First what structure
alone tells is fitted; the entailment model is asked of the pairs that this finds most promising, and the second fit
is on those; what this finds likeliest is read in its place, and the third fit is on that. The models have learned
from part e, so that the second and third fit leave that out. Folds are over topics, invented disputes of one issue
being one topic, so that every measured score is of words that the fit has not seen. From those scores come the slope
and shift that make the fits' odds true. Disputes are invented to be disputes, those of parts e and f too: what the
models bring in there holds up more often than in the press, so the shift of the third fit is that of parts a, c and
h.
"""

import argparse
import itertools
import math
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from disputed import OPEN
from onrecord import annotate
from onrecord.comparing import disagreements
from onrecord.comparing.alternations import settled
from onrecord.comparing.contradictions import oppose
from onrecord.comparing.judging import Judging, shipped
from onrecord.comparing.matters import claims_of, figures_of, likely_between, vectors_of
from onrecord.comparing.scoring import Fit, Fits, place_traits, word_traits
from onrecord.comparing.sides import Context, Side
from onrecord.model.items import Annotated
from onrecord.record import Record
from tallying import TRUE, Spans, calibration, matches
from topics import Topic, generated, labelled
from wordings import templates

TARGET = Path(__file__).parent.parent / "src/onrecord/comparing/data/scores.json"
FOLDS = 5
STRENGTH = 0.002
"""The inverse of the penalty on weights, from trials on topics not seen (decision 9). Boosted trees over the same
traits did no better."""

DENSE = ("e", "f")
"""The open parts that are short, and hold little but what clashes."""

SORTS = {"issue": "invented", "dense": "freely told", "labelled": "labelled"}
"""How the topics of a sort begin, and how they are called where figures are printed."""

CAUTION = 0.44
"""Log odds taken off what the third fit says: rules were written on the labelled topics, and of those of part b, whose
totals alone are looked at, as many findings hold up as with so much less."""

LEARNED = "e"
"""The part that the model has seen: it is surer there than elsewhere."""

LABELLED = 8.0
"""What a pair of the labelled set weighs beside an invented one where odds are made true: it reads as the press does.
The weights of traits are fitted with all pairs alike, since the labelled ones are of few topics."""

KEPT = 0.1
"""The score from which on the shift of the labelled set makes the third fit's scores true: about all that is shown."""

MARGIN = 0.3
"""Log odds by which pairs are less likely that are looked at or read for the fits all the same, to cover the edge."""

GLANCED, WORTH = disagreements.MOST_GLANCED, disagreements.WORTH_GLANCING
Scores = npt.NDArray[np.float64]


class Example(NamedTuple):
    """A pair with its traits and note, whether it is a true contradiction or shift, and its topic and opposition."""

    first: Side
    second: Side
    told: dict[str, float]
    note: str
    right: bool
    topic: str
    group: str
    learned: bool = False

    @property
    def documents(self) -> tuple[str, ...]:
        """The two documents, or the one, that it is of."""
        return tuple(sorted(side.claim.document for side in (self.first, self.second)))

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of its claims."""
        return self.first.claim.id, self.second.claim.id

    @property
    def weight(self) -> float:
        """What it counts for where odds are made true."""
        return LABELLED if self.topic.startswith("labelled") else 1.0


def main() -> None:
    """Fit, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--polnear", type=Path, help="the folder of the PolNeAR corpus")
    parser.add_argument("--generated", type=int, default=80, help="invented disputes of the tune templates")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dry", action="store_true", help="measure, write nothing")
    given = parser.parse_args()
    told = (labelled(part, given.polnear) for part in OPEN)
    topics = itertools.chain(*told, generated(given.generated, "tune", given.seed))
    annotated = ((topic, {name: annotate(document) for name, document in topic.documents.items()}) for topic in topics)
    fitted = fits_of(list(examples(annotated)), shipped())
    if not given.dry:
        TARGET.write_bytes(msgspec.json.encode(fitted) + b"\n")


def examples(annotated: Iterator[tuple[Topic, dict[str, Annotated]]]) -> Iterator[Example]:
    """Every pair that passes the gates or the checks of structure, in every topic."""
    disagreements.MOST_GLANCED = 1_000_000
    disagreements.WORTH_GLANCING = -math.inf
    for topic, documents in annotated:
        with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "topic.db") as record:
            names = {}
            for name, item in documents.items():
                with record.transaction():
                    names[record.keep(item).document] = name
            context = Context(record)
            found = [(p.first, p.second, p.told, p.note) for p in _matters(record, context, sorted(names))]
            found += _oppositions(context, documents)
            for first, second, told, note in found:
                places: list[Spans] = [(names[side.claim.document], side.claim.spans) for side in (first, second)]
                known = [known for known in topic.known if matches(known, places)]
                true = next((known for known in known if known.label in TRUE), None)
                if true or not any(known.label == "open" for known in known):
                    group = f"{topic.name} {true.group or hash(true)}" if true else ""
                    learned = topic.part == LEARNED
                    yield Example(first, second, told, note, true is not None, topic_of(topic), group, learned)


def _matters(record: Record, context: Context, names: Sequence[str]) -> Iterator[disagreements.Pair]:
    twins = record.near_duplicates(names)
    claims, figures = claims_of(record, names), figures_of(record, names)
    vectors = vectors_of(itertools.chain.from_iterable(claims.values()), context)
    for one, other in itertools.combinations_with_replacement(names, 2):
        if other not in twins.get(one, ()):
            yield from disagreements.pairs_of(
                likely_between(claims.get(one, ()), claims.get(other, ()), context, vectors), figures
            )


def _oppositions(context: Context, documents: dict[str, Annotated]) -> list[tuple[Side, Side, dict[str, float], str]]:
    claims = [settled(claim) for item in documents.values() for claim in item.claims]
    scopes: dict[str, list[Side]] = defaultdict(list)
    for side in context.sides(claims):
        if side.topic.mood != "norm":
            scopes[side.topic.scope].append(side)
    found = [oppose(yes, no) for sides in scopes.values() for yes in sides for no in sides if yes.sign > 0 > no.sign]
    return [(one.first, one.second, one.told, "") for one in found if one is not None]


def topic_of(topic: Topic) -> str:
    """What is whole in one fold: a labelled topic, or all invented disputes of one issue."""
    if topic.part in OPEN:
        return f"{'dense' if topic.part in DENSE else 'labelled'} {topic.name}"
    return f"issue {int(topic.name.rsplit('-', 1)[1]) % len(templates('tune').issues)}"


def fits_of(pairs: Sequence[Example], judging: Judging) -> Fits:
    """The three fits, with what they measure printed."""
    structure, scores = fit(pairs)
    report("what structure tells", pairs, scores)
    # Structure decides a yes and a no to one question alone.
    open_ones = [not (pair.told["yes and no"] or pair.learned) for pair in pairs]
    asked = _likeliest(pairs, np.where(open_ones, scores, -1.0), GLANCED, _share(WORTH - MARGIN))
    word = judging.one_way((pair.first, pair.second) for pair in asked)
    seen = [pair._replace(told=pair.told | word_traits(pair.told, word[pair.ids])) for pair in asked]
    every = sum(pair.right for pair in pairs if not pair.learned)
    glanced, scores = fit(seen)
    report("at a glance", seen, scores, every)
    likely = _likeliest(seen, scores, disagreements.MOST_READ, _share(disagreements.WORTH_READING - MARGIN))
    clashes = judging.in_place((pair.first, pair.second, pair.note) for pair in likely)
    report("what reading alone tells", likely, np.array([clashes[pair.ids] for pair in likely]), every)
    both = _with_places(likely, clashes)
    read, scores = fit(both)
    report("read in their places", both, scores, every)
    read, scores = shifted(read, both, scores)
    report("shifted to the labelled set", both, scores, every)
    return Fits(structure=structure, glanced=glanced, read=Fit(round(read.bias - CAUTION, 4), read.weights))


def _with_places(pairs: Sequence[Example], clashes: Mapping[tuple[str, str], float]) -> list[Example]:
    """The pairs with what reading them in their places gives; only those that comparing reads stand beside others."""
    of_two: dict[tuple[str, ...], list[Example]] = defaultdict(list)
    for pair in pairs:
        of_two[pair.topic, *pair.documents].append(pair)
    return [
        pair._replace(told=pair.told | place_traits(pair.told, clashes[pair.ids], beside))
        for group in of_two.values()
        for pair in group
        for beside in [[clashes[other.ids] for other in group if other is not pair]]
    ]


def _likeliest(pairs: Sequence[Example], scores: Scores, most: int, least: float) -> list[Example]:
    """So many pairs of any two documents of a topic at most, the likeliest first."""
    taken: dict[tuple[str, ...], int] = defaultdict(int)
    chosen = []
    for number in np.argsort(-scores, kind="stable"):
        pair = pairs[number]
        cell = (pair.topic, *pair.documents)
        if scores[number] >= least and taken[cell] < most:
            taken[cell] += 1
            chosen.append(pair)
    return chosen


def shifted(fitted: Fit, pairs: Sequence[Example], scores: Scores) -> tuple[Fit, Scores]:
    """The fit with a shift by which, of the labelled pairs that would be kept, as many are right as it says."""
    told = [
        (float(np.log(score / (1 - score))), pair.right)
        for score, pair in zip(scores, pairs, strict=True)
        if score >= KEPT and pair.topic.startswith("labelled")
    ]
    right = sum(right for _, right in told) + 0.5  # of none right among few, as of any few, little is known
    low, high = -5.0, 0.0
    for _ in range(40):
        middle = (low + high) / 2
        said = sum(_share(odds + middle) for odds, _ in told)
        low, high = (middle, high) if said < right else (low, middle)
    odds = np.log(scores / (1 - scores)) + low
    return Fit(round(fitted.bias + low, 4), fitted.weights), 1 / (1 + np.exp(-odds))


def fit(pairs: Sequence[Example]) -> tuple[Fit, Scores]:
    """A fit on all pairs, made true by the scores of pairs in folds that it has not seen; and those scores."""
    names = tuple(sorted({name for pair in pairs for name in pair.told}))
    told = np.array([[pair.told.get(name, 0.0) for name in names] for pair in pairs])
    right = np.array([pair.right for pair in pairs])
    weights = np.array([pair.weight for pair in pairs])
    topics = sorted({pair.topic for pair in pairs})
    np.random.default_rng(0).shuffle(topics)
    fold_of = {topic: number % FOLDS for number, topic in enumerate(topics)}
    folds = np.array([fold_of[pair.topic] for pair in pairs])
    odds = np.zeros(len(pairs))
    for fold in range(FOLDS):
        seen = folds != fold
        odds[~seen] = _line(told[seen], right[seen]).decision_function(told[~seen])
    stretched = LogisticRegression(C=1e6).fit(odds[:, None], right, weights)
    slope, shift = float(stretched.coef_[0, 0]), float(stretched.intercept_[0])
    whole = _line(told, right)
    scaled, line = whole.named_steps["standardscaler"], whole.named_steps["logisticregression"]
    each = line.coef_[0] / scaled.scale_
    bias = float(line.intercept_[0] - each @ scaled.mean_)
    made = Fit(
        round(slope * bias + shift, 4), {name: round(slope * float(w), 4) for name, w in zip(names, each, strict=True)}
    )
    return made, 1 / (1 + np.exp(-(slope * odds + shift)))


def _line(told: Scores, right: npt.NDArray[np.bool_]) -> Pipeline:
    return make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=2000)).fit(told, right)


def _share(odds: float) -> float:
    return float(1 / (1 + np.exp(-odds)))


def report(name: str, pairs: Sequence[Example], scores: Scores, true: int | None = None) -> None:
    """Print precision and recall on topics that the fit did not see, at some scores."""
    total = true or sum(pair.right for pair in pairs)
    print(f"\n{name}: {len(pairs):,} pairs, {sum(pair.right for pair in pairs)} of {total} true ones")
    for sort, told_as in SORTS.items():
        chosen = [(score, pair) for score, pair in zip(scores, pairs, strict=True) if pair.topic.startswith(sort)]
        every = {pair.group for _, pair in chosen if pair.right}
        off = calibration([(float(score), pair.right) for score, pair in chosen if score >= 0.25], adaptive=False)
        if not every:
            continue
        ranked = average_precision_score([pair.right for _, pair in chosen], [score for score, _ in chosen])
        print(f"  {told_as}: average precision {ranked:.1%}, calibration error from 0.25 on {off:.3f}")
        for least in (0.04, 0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
            told = [pair for score, pair in chosen if score >= least]
            right, groups = sum(pair.right for pair in told), {pair.group for pair in told if pair.right}
            print(
                f"    from {least:4.2f}: {len(told):5} pairs, {right / max(len(told), 1):6.1%} right, recall "
                f"{right / max(sum(pair.right for _, pair in chosen), 1):6.1%}, of oppositions "
                f"{len(groups) / max(len(every), 1):6.1%}"
            )


if __name__ == "__main__":
    main()
