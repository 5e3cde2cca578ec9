"""Whose a cue is by grammar, where another sentence's source was taken for it."""

import pytest

from onrecord.annotating.cuesubjects import source_by_grammar
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source
from onrecord.model.spans import Span

SOURCE = Source(uri="sample", sha256="0" * 64, media_type="text/plain", read_at="2025-01-01T00:00:00Z")
UNNAMED = "The mayor spoke. An official who asked not to be named added that she had been unaware of it."
COUNTED = (
    "The mayor said she had counted the cars and insisted that a crossing would come. Her deputy noted that the county "
    "would pay."
)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "found"),
    [
        (COUNTED, "Her deputy", "insisted", "that a crossing would come", {"The mayor", "she"}),
        (COUNTED, "The mayor", "insisted", "that a crossing would come", {"The mayor"}),
        (UNNAMED, "The mayor", "added", "that she had been unaware of it", {"An official"}),
        ("The crew laughed and said nothing was wrong.", "", "said", "nothing was wrong", {"The crew"}),
        ("Orr laughed when asked why the ferry sailed.", "", "asked", "why the ferry sailed", {""}),
        ("It was announced that the ferry sailed.", "", "was announced", "that the ferry sailed", {""}),
        ("“The pier is closed,” came shouts from the crowd.", "the crowd", "came shouts from", "The pier is closed,",
         {"the crowd"}),
    ],
)  # fmt: skip
def test_the_source_is_sought_in_the_cues_own_sentence(text, source, cue, content, found):
    blocks = (Block(kind="paragraph", start=0, end=len(text)),)
    analysis = analyse(Document(id="d", source=SOURCE, text=text, blocks=blocks))
    spans = [
        [Span(text.index(words), text.index(words) + len(words))] if words else [] for words in (source, cue, content)
    ]
    made = source_by_grammar(analysis.blocks[0], *spans)
    assert " ".join(span.of(text) for span in made) in found
