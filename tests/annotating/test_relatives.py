"""Whom "who", "which" and "that" mean where they are a statement's source."""

import re

import pytest

from onrecord.annotating.relatives import RELATIVES, antecedent
from onrecord.annotating.speakers import attribute_speakers
from onrecord.language.names import find_names
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source
from onrecord.model.items import Statement
from onrecord.model.spans import Span

SOURCE = Source(uri="sample", sha256="0" * 64, media_type="text/plain", read_at="2025-01-01T00:00:00Z")


def parsed(text: str):
    blocks = (Block(kind="paragraph", start=0, end=len(text)),)
    return analyse(Document(id="document-r", source=SOURCE, text=text, blocks=blocks))


def place_of(text: str, word: str) -> Span:
    match = re.search(rf"\b{word}\b", text)
    assert match is not None
    return Span(match.start(), match.end())


@pytest.mark.parametrize(
    ("text", "word", "words"),
    [
        ("Trade Minister Ann Lee, who denied it, left.", "who", "Trade Minister Ann Lee"),
        ("It was built by an engineer who warned that it would break.", "who", "an engineer"),
        ("Critics include the fishing union, which said the numbers were wrong.", "which", "the fishing union"),
        (
            "Ann Lee met Paul Cole, the head of the harbour board, who told reporters that the dam was safe.",
            "who",
            "Paul Cole, the head of the harbour board",
        ),
    ],
)
def test_the_phrase_before_a_relative_pronoun(text, word, words):
    found = antecedent(parsed(text).blocks[0], place_of(text, word))
    assert found is not None
    assert found.of(text) == words


@pytest.mark.parametrize("text", ["Who said that?", "that that that that", "which", "Nobody knows who said it."])
def test_a_question_word_stands_for_nobody(text):
    block = parsed(text).blocks[0]
    for match in re.finditer(r"\w+", text):
        span = Span(match.start(), match.end())
        if span.of(text).lower() in RELATIVES:
            found = antecedent(block, span)
            assert found is None or found.end <= span.start


@pytest.mark.parametrize(
    ("text", "word", "name", "description"),
    [
        ("Trade Minister Ann Lee, who denied that she knew, left for Oslo.", "who", "Ann Lee", None),
        ("The board’s chairman, Paul Cole, who said the dam was safe, left.", "who", "Paul Cole", None),
        ("Ann Lee wrote to the fishing union, which said the dam was safe.", "which", None, "fishing union"),
        ("Paul Cole hired an engineer who warned that the dam was unsafe.", "who", None, "engineer"),
        ("People who think that the dam is safe have not seen it.", "who", None, None),
    ],
)
def test_a_relative_pronoun_speaks_for_whom_it_stands(text, word, name, description):
    analysis = parsed(text)
    said = Statement(
        id="statement-1",
        document="document-r",
        content=(Span(len(text) - 5, len(text)),),
        source=(place_of(text, word),),
        manner="indirect",
    )
    (done,), _ = attribute_speakers(analysis, find_names(analysis), (said,))
    assert (done.speaker.name, done.speaker.description) == (name, description)


def test_many_relative_pronouns_take_linear_time():
    text = "who which that " * 3000
    block = parsed(text).blocks[0]
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"\w+", text[:3000])]
    assert all(found is None or found.end <= span.start for span in spans for found in [antecedent(block, span)])
