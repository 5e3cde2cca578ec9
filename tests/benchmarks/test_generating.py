"""The generated documents that benchmarks measure on are what they claim to be."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from generating import annotated, text_of
from inventing import Shape

SHAPE = Shape(words=300, documents_per_dispute=5)


def test_the_same_number_gives_the_same_document_and_another_number_another():
    assert annotated(3, SHAPE) == annotated(3, SHAPE)
    assert text_of(3, SHAPE) == annotated(3, SHAPE).document.text != text_of(4, SHAPE)


def test_items_stand_on_their_words():
    found = annotated(7, SHAPE)
    text = found.document.text
    assert all(span.of(text) == claim.text.rstrip(".") for claim in found.claims for span in claim.spans)
    assert all(span.of(text).endswith("kilograms") for figure in found.figures for span in figure.spans)
    assert all(
        text[mention.start : mention.end] == entity.name for entity in found.entities for mention in entity.mentions
    )
    assert 300 <= len(text.split()) < 420


def test_disputes_hold_claims_on_both_sides():
    polarities = {claim.polarity for number in range(5) for claim in annotated(number, SHAPE).claims}
    assert polarities == {"affirmed", "negated"}
