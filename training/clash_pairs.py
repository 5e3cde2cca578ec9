"""Claims beside claims, each read in its place, with whether they clash, from labelled disputes.

    PYTHONPATH=src python -m training.clash_pairs --to PAIRS.jsonl
    PYTHONPATH=src python -m training.clash_pairs --press DATA --to PRESS.jsonl
    PYTHONPATH=src python -m training.clash_pairs --part c --to WATCHED.jsonl

Without a choice they come from the disputes that were written to learn from and from part `e` of the labelled set. All
claims of a dispute stand beside each other. A claim stands for a labelled span where the two cover much the same words;
of claims that only touch the spans of a labelled pair nobody has said whether they clash. Those of the press, which
have no labels, are taken for neither: of any two hardly one clashes. A line is one pair.
"""

import argparse
import random
import re
import sys
from collections.abc import Iterator
from itertools import chain, combinations
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from disputed import OPEN
from onrecord import annotate
from onrecord.comparing.alternations import settled
from onrecord.comparing.in_place import noted, text_in_place
from onrecord.comparing.likeness import JUDGED, likeness, profile
from onrecord.comparing.quantities import figures_in
from onrecord.comparing.reckoning import reckoned
from onrecord.comparing.sides import turns
from onrecord.language.clashes import LABELS
from onrecord.model.items import Claim, Figure
from tallying import TRUE
from topics import Topic, labelled
from training.labelled_disputes import PART, stands_for, touches, written
from training.press_pairs import likely_pairs

PRESS = "press"
"""What pairs of the press bear in place of a dispute's name."""
_HEAD = re.compile(r"^(?:\([^()|]*\) )?(?:[^|]{1,100}?: )?")
LABEL_OF = {"agreement": "agree"} | dict.fromkeys(TRUE, "clash")


class ClashPair(msgspec.Struct):
    """Two claims as the model reads them.

    `label` is one of the model's labels, or "" where nobody has said; `labelled` tells that a label names the two,
    `alike` how much they share, and `topic` which dispute they are of.
    """

    one: str
    other: str
    label: str
    labelled: bool
    alike: float
    topic: str


def pairs_of(topic: Topic) -> Iterator[ClashPair]:
    """All pairs of claims of a dispute that do not stand on the same words."""
    told: list[tuple[str, Claim, tuple[Figure, ...], str]] = []
    for name, document in topic.documents.items():
        items = annotate(document)
        for claim in items.claims:
            if claim.modality in JUDGED and not turns(claim):
                text = text_in_place(claim, document)
                told.append((name, settled(claim), figures_in(claim, items.figures), text))
    for (name, one, mine, text), (other_name, other, theirs, other_text) in combinations(told, 2):
        if name == other_name and any(mine.overlaps(their) for mine in one.spans for their in other.spans):
            continue
        touched = [known for known in topic.known if touches(known, (name, one), (other_name, other))]
        standing = [known for known in touched if stands_for(known, (name, one), (other_name, other))]
        label = LABEL_OF.get(standing[0].label, LABELS[1]) if standing else "" if touched else LABELS[1]
        shared = round(likeness(profile(one), profile(other)), 3)
        note = reckoned(one, mine, other, theirs)
        yield ClashPair(noted(text, note), noted(other_text, note), label, bool(standing), shared, topic.name)


def without_holder(told: str) -> str:
    """A claim in its place without the note before it and its holder's name: who tells it is not what it tells."""
    return _HEAD.sub("", told, count=1)


def pairs_of_press(corpora: Path) -> Iterator[ClashPair]:
    """Claims of the press that share much; nobody has said that any of them clash."""
    for told in likely_pairs(corpora, random.Random(1)):
        one, other = told[0].claim, told[1].claim
        if one.modality in JUDGED and other.modality in JUDGED and not (turns(one) or turns(other)):
            note = reckoned(one, figures_in(one, told[0].figures), other, figures_in(other, told[1].figures))
            texts = [noted(text_in_place(each.claim, each.document), note) for each in told]
            yield ClashPair(texts[0], texts[1], LABELS[1], labelled=False, alike=0.0, topic=PRESS)


def read_pairs(path: Path) -> list[ClashPair]:
    """The pairs of a file."""
    decoder = msgspec.json.Decoder(ClashPair)
    return [decoder.decode(line) for line in path.read_bytes().splitlines()]


def main() -> None:
    """Write the pairs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--part", choices=OPEN, help="a part of the labelled set in place of them")
    parser.add_argument("--polnear", type=Path, help="the folder of the PolNeAR corpus, for part a")
    parser.add_argument("--press", type=Path, help="the folder of the corpora: pairs of the press in place of them")
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    topics = labelled(given.part, given.polnear) if given.part else chain(labelled(PART), written())
    encoder = msgspec.json.Encoder()
    pairs = pairs_of_press(given.press) if given.press else chain.from_iterable(map(pairs_of, topics))
    with given.to.open("wb") as file:
        file.writelines(encoder.encode(pair) + b"\n" for pair in pairs)


if __name__ == "__main__":
    main()
