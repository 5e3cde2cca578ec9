"""A block's parse as plain objects, taken over from spaCy when it is finished: words, runs of them, and their tree.

spaCy makes a token anew whenever it is looked at, looks its strings up at each question, and walks over the sentence
for a word's children. The layers ask hundreds of times for each word, so all of it is read once here. Names and
meanings are spaCy's. Nothing changes a tree once it is made.
"""

import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from numpy import int64

if TYPE_CHECKING:
    import spacy.tokens

Answer = TypeVar("Answer")
Alignment = Literal["strict", "contract", "expand"]

_STRINGS: list[int | str] = ["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]
_MARKS: list[int | str] = ["IS_PUNCT", "IS_SPACE", "LIKE_NUM", "SPACY", "SENT_START", "IDX", "HEAD"]


class Token:
    """One word or mark. `children` are in text order; the root of a sentence is its own `head`."""

    __slots__ = (
        "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_punct", "is_sent_start", "is_space",
        "left_edge", "lemma_", "like_num", "lower_", "pos_", "right_edge", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip

    doc: "Doc"
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    is_punct: bool
    is_space: bool
    like_num: bool
    is_sent_start: bool
    whitespace_: str
    head: "Token"
    children: "tuple[Token, ...]"
    left_edge: "Token"
    right_edge: "Token"
    sent: "Piece"

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        """The word with the space behind it."""
        return self.text + self.whitespace_

    @property
    def is_alpha(self) -> bool:
        """Whether the word is of letters alone."""
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        """Whether the word is of digits alone."""
        return self.text.isdigit()

    @property
    def lefts(self) -> "tuple[Token, ...]":
        """The children before the word."""
        return tuple(child for child in self.children if child.i < self.i)

    @property
    def rights(self) -> "tuple[Token, ...]":
        """The children behind the word."""
        return tuple(child for child in self.children if child.i > self.i)

    @property
    def subtree(self) -> "list[Token]":
        """The word and everything that hangs on it, each word between what hangs before and behind it."""
        found: list[Token] = []
        waiting: list[tuple[Token, bool]] = [(self, False)]
        for _ in range(2 * len(self.doc.tokens)):  # no more, should heads go round in a circle
            if not waiting:
                break
            token, opened = waiting.pop()
            if opened or not token.children:
                found.append(token)
                continue
            waiting.extend((child, False) for child in reversed(token.rights))
            waiting.append((token, True))
            waiting.extend((child, False) for child in reversed(token.lefts))
        return found

    @property
    def ancestors(self) -> "Iterator[Token]":
        """The head, its head and so on to the root."""
        token = self
        for _ in self.doc.tokens:  # no more, as above
            if token.head is token:
                return
            token = token.head
            yield token

    def is_ancestor(self, descendant: "Token") -> bool:
        """Whether a word hangs on this one, at any depth."""
        return any(token is self for token in descendant.ancestors)

    def nbor(self, by: int = 1) -> "Token":
        """The word so many places on; an `IndexError` where the block has none."""
        if not 0 <= self.i + by < len(self.doc.tokens):
            raise IndexError(f"no word {by} places from {self.i}")
        return self.doc.tokens[self.i + by]


class Piece:
    """Words that stand next to each other: a sentence, a name with its label, or any others."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Piece": ...
    def __getitem__(self, at: int | slice) -> "Token | Piece":
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self))
            return Piece(self.doc, self.start + first, self.start + max(first, last))
        if not -len(self) <= at < len(self):
            raise IndexError(f"no word {at} in {len(self)}")
        return self.doc.tokens[(self.end if at < 0 else self.start) + at]

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, Piece)
            and (self.doc is other.doc and self.start == other.start)
            and (self.end == other.end and self.label_ == other.label_)
        )

    def __hash__(self) -> int:
        return hash((id(self.doc), self.start, self.end, self.label_))

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Where the first word begins in the block."""
        return self.doc.tokens[self.start].idx if self.start < len(self.doc.tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where the last word ends in the block."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as written."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The word nearest the root of its sentence, the first of several; lone marks and spaces come last."""
        words = self.doc.tokens[self.start : self.end]
        top = next((word for word in words if word.head is word), None)
        if top is not None:
            return top
        outside = [word for word in words if not self.start <= word.head.i < self.end]
        return min(outside, key=_depth, default=self.doc.tokens[self.start])


class Doc:
    """The words of a block, its sentences and its names, and what `remembered` functions said of its words."""

    __slots__ = ("_starts", "answers", "ents", "sents", "text", "tokens")

    def __init__(self, doc: "spacy.tokens.Doc", strings: "Strings") -> None:
        self.text = doc.text
        self.tokens = tuple(_tokens(doc, self, strings))
        self._starts = [token.idx for token in self.tokens]
        self.answers: defaultdict[object, dict[int, Any]] = defaultdict(dict)
        self.sents = tuple(Piece(self, sentence.start, sentence.end) for sentence in doc.sents)
        self.ents = tuple(Piece(self, name.start, name.end, name.label_) for name in doc.ents)
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Piece: ...
    def __getitem__(self, at: int | slice) -> Token | Piece:
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self.tokens))
            return Piece(self, first, max(first, last))
        return self.tokens[at]

    def char_span(self, start: int, end: int, *, alignment_mode: Alignment = "strict") -> Piece | None:
        """The words between two places of the block: exactly, those wholly inside, or those cut as well."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        before, behind = self.tokens[first], self.tokens[last]
        if alignment_mode == "strict":
            if before.idx != start or behind.idx + len(behind.text) != end:
                return None
        elif alignment_mode == "expand":
            first += start == before.idx + len(before.text)
        else:
            first += before.idx < start
            last -= end < behind.idx + len(behind.text)
        return Piece(self, first, last + 1) if first <= last + (alignment_mode == "expand") else None

    def _at(self, place: int) -> int | None:
        """The word that stands at a place, or just before the space that does."""
        at = bisect_right(self._starts, place) - 1
        if at < 0:
            return None
        token = self.tokens[at]
        return at if place < token.idx + len(token.text) + len(token.whitespace_) else None


def remembered(of: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """A function of a word alone that is asked the same again and again: it is called once for each word."""

    @wraps(of)
    def asked(token: Token) -> Answer:
        known: dict[int, Answer] = token.doc.answers[of]
        if token.i not in known:
            known[token.i] = of(token)
        return known[token.i]

    return asked


class Strings(dict[int, str]):
    """spaCy's strings by number, each looked up and made once."""

    def __init__(self, store: "spacy.strings.StringStore") -> None:
        super().__init__()
        self.store = store

    def __missing__(self, number: int) -> str:
        text = self[number] = sys.intern(self.store[number])
        return text


def _tokens(doc: "spacy.tokens.Doc", made: Doc, strings: Strings) -> list[Token]:
    """The words of a finished parse with all that is asked of them."""
    tokens = [Token() for _ in range(len(doc))]
    children: list[list[Token]] = [[] for _ in tokens]
    words = [map(strings.__getitem__, column) for column in doc.to_array(_STRINGS).T.tolist()]
    marks = doc.to_array(_MARKS).astype(int64).T.tolist()
    for (
        token, given, text, lower, lemma, part, tag, relation, name, punct, space, number, spaced, starts, idx, up,
    ) in zip(tokens, doc, *words, *marks, strict=True):  # fmt: skip
        token.doc = made
        token.i = at = given.i
        token.idx = idx
        token.text, token.lower_, token.lemma_ = text, lower, lemma
        token.pos_, token.tag_, token.dep_, token.ent_type_ = part, tag, relation, name
        token.is_punct, token.is_space, token.like_num = punct == 1, space == 1, number == 1
        token.is_sent_start = starts == 1
        token.whitespace_ = " " if spaced else ""
        token.head = tokens[at + up]
        if up:
            children[at + up].append(token)
        token.left_edge, token.right_edge = tokens[given.left_edge.i], tokens[given.right_edge.i]
    for token, found in zip(tokens, children, strict=True):
        token.children = tuple(found)
    return tokens


def _depth(word: Token) -> int:
    """How many heads stand above a word; as many as can be for a mark or space on which nothing hangs."""
    if (word.is_space or word.is_punct) and not word.children:
        return len(word.doc.tokens) - 1
    return sum(1 for _ in word.ancestors)
