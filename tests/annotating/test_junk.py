"""What is hardly text is annotated without a crash, in work that grows with its length alone, and sensibly."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from junk import SHAPES, made
from onrecord import annotate, read

SHORT, LONG = 2_000, 8_000
"""Characters; a fourfold length may take not much more than fourfold work."""


def work(shape, size):
    """Function calls that reading and annotating take: the same on every machine, however busy."""
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event in {"call", "c_call"}

    text = made(shape, size).encode()
    sys.setprofile(count)
    try:
        annotated = annotate(read(text, uri=f"{shape}.txt"))
    finally:
        sys.setprofile(None)
    return calls, annotated


@pytest.mark.parametrize("shape", sorted(SHAPES.keys() - {"well-formed", "all-capitals", "never-closed"}))
def test_work_grows_with_the_length_alone(shape):
    few, _ = work(shape, SHORT)
    many, annotated = work(shape, LONG)
    assert many <= 4.6 * few
    text = annotated.document.text
    spans = [span for statement in annotated.statements for span in (*statement.content, *statement.cue)]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    ("shape", "fewest"), [("no-end", 10), ("one-line", 20), ("no-capitals", 10), ("never-closed", 20)]
)
def test_sense_is_made_of_what_can_still_be_read(shape, fewest):
    annotated = annotate(read(made(shape, LONG).encode(), uri=f"{shape}.txt"))
    assert len(annotated.claims) >= fewest
    assert max(span.end - span.start for claim in annotated.claims for span in claim.spans) <= 1_000


@pytest.mark.parametrize("shape", ["only-marks", "no-space"])
def test_nothing_is_made_of_nothing(shape):
    annotated = annotate(read(made(shape, SHORT).encode(), uri=f"{shape}.txt"))
    assert len(annotated.claims) <= 2
    assert annotated.relations == annotated.commitments == ()
