"""Contradictions and shifts: precision, recall, calibration and speed, on the labelled set and on invented disputes.

    python benchmarks/contradictions.py                                   # the labelled set, all parts
    python benchmarks/contradictions.py --polnear DATA/polnear            # with its clusters of PolNeAR articles
    python benchmarks/contradictions.py --errors a                        # what was missed and wrongly found in part a
    python benchmarks/contradictions.py --part c --part d                 # with the questions labelled there
    python benchmarks/contradictions.py --generated 200 --templates held --seed 3
    python benchmarks/contradictions.py --speed

All documents of a topic go through reading, annotating, keeping and comparing into a record; of invented disputes
all documents of all disputes into one. Counted are findings of kind contradiction, shift and figure_mismatch.

- *Right* is a finding whose two evidences overlap the two spans of a pair labelled contradiction or shift, either
  way round. Every such pair of a topic is labelled, so every other finding is a false alarm, except on pairs that the
  generator calls open.
- *Recall* is over labelled pairs. Invented disputes also give it over *oppositions*: two voices on one issue, however
  many pairs of their clauses tell it, since a list shows one finding for each and not all.
- *Default list* is what scores at least `DEFAULT_SCORE`; the uncertain tier is all the rest.
- *False alarms per 1,000 same-topic pairs* are the false alarms of the default list, over all unordered pairs of
  claims that annotating found in the documents of one topic, summed over topics; beside it the same over pairs of
  sentences, which do not depend on how many claims are found.
- *Candidate step*: the share of labelled contradictions and shifts of which the indexes bring a claim on the one span
  and a claim on the other together, before any gate; *claims* is the share with any claim on both.
- *Questions* of parts c and d: see `questioned.py`.
- *Calibration error* is over all contradictions and shifts of any score, in ten bins of equal width and, adaptive,
  of equal number.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from compared import compared_alone, compared_together, judging_by
from disputed import OPEN, Part
from machine import machine
from onrecord.comparing import DEFAULT_SCORE
from onrecord.comparing.judging import Judging
from onrecord.model.items import Claim
from questioned import labelled_questions, outcomes
from speed import print_speed
from tallying import (
    TRUE,
    Compared,
    Judged,
    calibration,
    claims_on,
    found_pairs,
    groups_found,
    judged,
    met_pairs,
    precision,
    read_pairs,
    taken,
    true_pairs,
)
from topics import generated, labelled
from wordings import HALVES

PARTS = get_args(Part)

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def main() -> None:
    """Measure what is asked for."""
    given = _arguments()
    print(machine())
    if given.speed:
        print_speed(given.documents)
        return
    judging = judging_by(given.model) if given.model else None
    if given.generated:
        topics = list(generated(given.generated, given.templates, given.seed))
        with tempfile.TemporaryDirectory() as folder:
            runs = compared_together(topics, Path(folder) / "generated.db", judging)
        papers = sum(len(run.topic.documents) for run in runs)
        print(f"\nInvented disputes: {len(runs)} of {given.templates} templates, seed {given.seed}, {papers} documents")
        report(runs)
        if given.errors and (given.templates == "tune" or given.force):
            print_errors(runs)
        return
    for part in given.part or PARTS:
        runs = list(_parts(part, given.polnear, judging))
        print(f"\nLabelled set, part {part}: {len(runs)} topics, {sum(len(r.topic.documents) for r in runs)} documents")
        report(runs)
        report_questions(runs, show=given.errors == part and (part in OPEN or given.force))
        if given.errors == part and (part in OPEN or given.force):
            print_errors(runs)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--polnear", type=Path, help="the folder of the PolNeAR corpus")
    parser.add_argument("--part", choices=PARTS, action="append", help="only this part; may be given again")
    parser.add_argument(
        "--model", type=Path, help="the folder of an entailment model to ask instead of the shipped one"
    )
    parser.add_argument("--errors", choices=(*PARTS, "tune"), help="list what was missed and wrongly found")
    parser.add_argument("--force", action="store_true", help="list it also where only totals are to be looked at")
    parser.add_argument("--generated", type=int, metavar="N", help="measure so many invented disputes instead")
    parser.add_argument("--templates", choices=HALVES, default="held")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--speed", action="store_true", help="pairs judged a second, and one more document in time")
    parser.add_argument("--documents", type=int, default=20_000, help="documents of the larger record for --speed")
    return parser.parse_args()


def _parts(part: str, polnear: Path | None, judging: Judging | None) -> Iterator[Compared]:
    for topic in labelled(part, polnear):
        with tempfile.TemporaryDirectory() as folder:
            yield compared_alone(topic, Path(folder) / "topic.db", judging)


def report(runs: Sequence[Compared]) -> None:
    """Print every figure of some topics."""
    rows = [row for run in runs for row in judged(run)]
    known = [pair for run in runs for pair in true_pairs(run)]
    kinds = Counter(pair.label for run in runs for pair in run.topic.known)
    print("Known pairs: " + ", ".join(f"{number} {label}" for label, number in kinds.most_common()))
    for name, least in (("default list", DEFAULT_SCORE), ("with the uncertain tier", 0.0)):
        right, told = precision(rows, least)
        hit = sum(len(found_pairs(run, least)) for run in runs)
        words = f"{name:24} precision {share(right, told)}, recall of pairs {share(hit, len(known))}"
        if any(pair.group for pair in known):
            words += f", of oppositions {share(*groups_found(runs, least))}"
        print(words)
    mismatches = [row for row in rows if row.finding.kind == "figure_mismatch"]
    if mismatches:
        right, told = precision(mismatches, 0.0)
        print(f"of them figure mismatches {share(right, told)} right")
    right, told = precision(rows, DEFAULT_SCORE)
    claims = sum(_pairs_of(sum(map(len, run.claims.values()))) for run in runs)
    sentences = sum(_pairs_of(run.sentences) for run in runs)
    print(
        f"false alarms per 1,000 same-topic pairs: {1000 * (told - right) / max(claims, 1):.2f} of {claims:,} pairs of "
        f"claims, {1000 * (told - right) / max(sentences, 1):.2f} of {sentences:,} pairs of sentences"
    )
    met, read_both = (sum(len(of(run)) for run in runs) for of in (met_pairs, read_pairs))
    both = share(read_both, len(known))
    print(f"candidate step: {share(met, len(known))} brought together; claims on both spans {both}")
    scored = [
        (row.finding.score, row.verdict == "right")
        for row in rows
        if row.verdict != "open" and row.finding.kind in TRUE
    ]
    print(
        f"calibration error of {len(scored)} findings: {calibration(scored, adaptive=False):.3f}, "
        f"adaptive {calibration(scored, adaptive=True):.3f}"
    )
    print_thresholds(runs, rows, len(known))
    print_kinds(runs)
    print_temptations(runs, rows)


def report_questions(runs: Sequence[Compared], *, show: bool) -> None:
    """Print what the record makes of the questions labelled for these topics; `show` lists each."""
    asked = labelled_questions()
    told = [outcome for run in runs for outcome in outcomes(run, asked.get(run.topic.name, ()))]
    if not told:
        return
    answers = sum(len(one.asked.positions) for one in told)
    print(
        f"questions: found {share(sum(one.found for one in told), len(told))}, "
        f"well worded {share(sum(one.worded for one in told), len(told))}; "
        f"answers right {share(sum(one.right for one in told), answers)}, "
        f"anywhere {share(sum(one.anywhere for one in told), answers)}; "
        f"speakers shown {share(sum(one.shown for one in told), sum(one.speakers for one in told))}; "
        f"{sum(len(run.questions) for run in runs)} questions asked in all"
    )
    for one in told if show else ():
        worded = "well worded" if one.worded else "badly worded" if one.found else "not found"
        print(
            f"- {one.asked.question} — {one.text} ({worded}; {one.right} of {len(one.asked.positions)} answers right)"
        )


def print_thresholds(runs: Sequence[Compared], rows: Sequence[Judged], known: int) -> None:
    """Print precision and recall at each threshold."""
    print(f"\n{'score at least':14}{'findings':>10}{'precision':>20}{'recall of pairs':>20}")
    for least in THRESHOLDS:
        right, told = precision(rows, least)
        hit = sum(len(found_pairs(run, least)) for run in runs)
        print(f"{least:14.2f}{told:10}{share(right, told):>20}{share(hit, known):>20}")


def print_kinds(runs: Sequence[Compared]) -> None:
    """Print recall by kind."""
    counts: dict[str, Counter[str]] = {}
    for run in runs:
        default, every = found_pairs(run, DEFAULT_SCORE), found_pairs(run, 0)
        met, read_both = met_pairs(run), read_pairs(run)
        for pair in true_pairs(run):
            name = pair.kind or "other" if pair.label == "contradiction" else f"shift, {pair.kind}"
            counts.setdefault(name, Counter()).update(
                name
                for name, told in {"default": default, "every": every, "met": met, "read": read_both}.items()
                if pair in told
            )
            counts[name]["all"] += 1
    print(
        f"\n{'kind':20}{'pairs':>6}"
        + "".join(f"{name:>20}" for name in ("default list", "any tier", "candidates", "claims"))
    )
    for name, count in sorted(counts.items()):
        told = (share(count[of], count["all"]) for of in ("default", "every", "met", "read"))
        print(f"{name:20}{count['all']:6}" + "".join(f"{share_of:>20}" for share_of in told))


def print_temptations(runs: Sequence[Compared], rows: Sequence[Judged]) -> None:
    """Print how many pairs that only look opposed were taken, by what makes them look so."""
    default, every = taken(runs, DEFAULT_SCORE), taken(runs, 0.0)
    print(f"\n{'temptation':20}{'pairs':>6}{'default list':>20}{'any tier':>20}")
    for name, (hit, number) in default.items():
        print(f"{name:20}{number:6}{share(hit, number):>20}{share(every[name][0], number):>20}")
    wrong = Counter(row.verdict for row in rows if row.finding.score >= DEFAULT_SCORE)
    print("verdicts on the default list: " + ", ".join(f"{name} {number}" for name, number in wrong.most_common()))


def print_errors(runs: Sequence[Compared]) -> None:
    """List what was missed, and at which step, and what was wrongly found."""
    print("\nMissed")
    for run in runs:
        default, every, met = found_pairs(run, DEFAULT_SCORE), found_pairs(run, 0), met_pairs(run)
        groups = {pair.group for pair in default if pair.group}
        for pair in true_pairs(run):
            if pair not in default and pair.group not in groups:
                step = "scored low" if pair in every else "turned away or judged no" if pair in met else "never met"
                print(f"- {step}: {pair.label} {pair.kind} ({run.topic.name})")
                for place in (pair.one, pair.other):
                    print(f"    {place.document}: {place.span.of(run.topic.documents[place.document].text)}")
                    for claim in claims_on(run, place):
                        print(f"        {claim_words(claim)}")
    print("\nWrongly found, default list")
    for run in runs:
        for row in judged(run):
            if row.finding.score >= DEFAULT_SCORE and row.verdict not in {"right", "open"}:
                finding = row.finding
                print(f"- {row.verdict}: {finding.kind} {finding.score:.2f} ({run.topic.name}) {finding.reason}")
                for name, spans in run.places[row.finding.id]:
                    text = run.topic.documents[name].text
                    print(f"    {name}: {' … '.join(span.of(text) for span in spans)}")


def claim_words(claim: Claim) -> str:
    """A claim in a line: what it says, how, and the proposition it was read as."""
    arguments = ", ".join(f"{a.role}={a.key}" for a in claim.proposition.arguments)
    holder = claim.holder.name or claim.holder.party or ("somebody" if claim.statement else "the report")
    return f"[{claim.polarity} {claim.modality}] {claim.proposition.predicate}({arguments}) held by {holder}"


def share(part: int, whole: int) -> str:
    """A share in percent, with its numbers."""
    return f"{100 * part / whole:.1f} % ({part}/{whole})" if whole else "none"


def _pairs_of(number: int) -> int:
    return number * (number - 1) // 2


if __name__ == "__main__":
    main()
