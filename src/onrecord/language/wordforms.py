"""Part of speech, features and lemma of the parse's words, each kind of word asked of spaCy's rules only once.

spaCy's English model finds them token after token, by 179 patterns and by tables, which takes a third of its time.
The patterns look at a token's letters, tag and dependency, and name few words: so what they say of one token they
say of all that are alike. Tokens that a pattern of several may reach are asked again together with their neighbours.
`tests/language/test_wordforms.py` holds the result to what the model's own components give.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc, MorphAnalysis, Token

RULES = ("attribute_ruler", "lemmatizer")
"""The model's components whose work is done here."""

LIMIT = 50_000
"""Kinds of word remembered, some 15 MiB: as many as in about 400 articles. Then all are forgotten."""

Kind = tuple[int, int, int]
"""Letters, tag and dependency of a token, by spaCy's numbers."""
Sight = tuple[str, bool, int, int]
"""What patterns see of a kind: the word where one of them may name it, whether it is a space, tag and dependency."""


class Ruling(NamedTuple):
    """What the patterns set. Without a lemma the tables give one; a longer pattern may begin with what `opens`."""

    tag: int
    dep: int
    pos: int
    morph: "MorphAnalysis"
    lemma: int
    opens: bool


Form = tuple[Ruling, int]
"""What the patterns set, and the lemma."""


class WordForms:
    """The model's attribute ruler and lemmatizer in one, with a memory."""

    def __init__(self, model: "Language") -> None:
        from spacy.attrs import DEP, ORTH, TAG
        from spacy.matcher import Matcher

        ruler, lemmatizer = cast("tuple[AttributeRuler, Lemmatizer]", tuple(map(model.get_pipe, RULES)))
        self._ruler, self._lemmatizer = ruler, lemmatizer
        _index_by_sets(lemmatizer)
        self._attributes = [ORTH, TAG, DEP]
        self._forms: dict[Kind, Form] = {}
        self._rulings: dict[tuple[tuple[Sight, ...], int], Ruling] = {}
        self._named = _Named()
        self._openings = Matcher(ruler.vocab)
        self._reach = 1
        for pattern in _patterns(ruler):
            self._named.add(pattern)
            if len(pattern) > 1:
                self._openings.add(str(len(self._openings)), [pattern[:1]])
                self._reach = max(self._reach, len(pattern))

    def __call__(self, doc: "Doc") -> None:
        """Set the words' forms in place."""
        if not self._named.all_seen:
            self._lemmatizer(self._ruler(doc))
            return
        kinds: list[Kind] = list(map(tuple, doc.to_array(self._attributes).tolist()))
        known = self._forms
        forms = [known.get(kind) or self._learned(kind, doc[at]) for at, kind in enumerate(kinds)]
        if any(ruling.opens for ruling, _ in forms):
            forms = self._among_others(forms, kinds, doc)
        for token, (_, tag, dep), (ruling, lemma) in zip(doc, kinds, forms, strict=True):
            token.pos = ruling.pos
            token.morph = ruling.morph
            token.lemma = lemma
            if ruling.tag != tag:
                token.tag = ruling.tag
            if ruling.dep != dep:
                token.dep = ruling.dep

    def _learned(self, kind: Kind, token: "Token") -> Form:
        if len(self._forms) >= LIMIT:
            self._forms.clear()
            self._rulings.clear()
        form = self._forms[kind] = self._form((kind,), (token,), 0)
        return form

    def _among_others(self, forms: list[Form], kinds: list[Kind], doc: "Doc") -> list[Form]:
        """The forms with those that a longer pattern may set asked again, with as many neighbours as it spans."""
        found = list(forms)
        openings = [at for at, (ruling, _) in enumerate(forms) if ruling.opens]
        reached = {place for at in openings for place in range(at, min(at + self._reach, len(forms)))}
        for at in reached:
            low, high = max(0, at - self._reach + 1), min(at + self._reach, len(forms))
            found[at] = self._form(kinds[low:high], list(doc[low:high]), at - low)
        return found

    def _form(self, kinds: Sequence[Kind], tokens: Sequence["Token"], at: int) -> Form:
        """What is set of one of the words, which stand in this order."""
        sights = tuple(
            (self._named.word(token.lower_), token.is_space, tag, dep)
            for token, (_, tag, dep) in zip(tokens, kinds, strict=True)
        )
        ruling = self._rulings.get((sights, at))
        if ruling is None:
            ruling = self._rulings[sights, at] = self._ruling(kinds, at)
        return ruling, ruling.lemma or self._lemma(ruling, tokens[at])

    def _ruling(self, kinds: Sequence[Kind], at: int) -> Ruling:
        """What the model's own patterns say of one of the words, in a document of them alone."""
        from spacy.tokens import Doc

        vocab = self._ruler.vocab
        doc = Doc(vocab, words=[vocab.strings[letters] for letters, _, _ in kinds])
        for token, (_, tag, dep) in zip(doc, kinds, strict=True):
            token.tag, token.dep = tag, dep
        opens = bool(self._openings(doc[at : at + 1], allow_missing=True))
        token = self._ruler(doc)[at]
        return Ruling(token.tag, token.dep, token.pos, token.morph, token.lemma, opens)

    def _lemma(self, ruling: Ruling, token: "Token") -> int:
        """What the model's own tables say of a word after the patterns."""
        token.pos, token.morph = ruling.pos, ruling.morph
        return int(self._ruler.vocab.strings.add(self._lemmatizer.lemmatize(token)[0]))


class _Named:
    """The words that patterns name, outright or by an expression."""

    def __init__(self) -> None:
        self.all_seen = True
        self._words: set[str] = set()
        self._expressions: list[re.Pattern[str]] = []

    def add(self, pattern: list[dict[str, Any]]) -> None:
        """Take a pattern in. One that looks at more than words, spaces, tags and dependencies is not `all_seen`."""
        for token in pattern:
            for attribute, wanted in token.items():
                match attribute, wanted:
                    case "TAG" | "DEP" | "IS_SPACE", _:
                        pass
                    case "LOWER", str():
                        self._words.add(wanted)
                    case "LOWER", {"IN": words, **more} if not more:
                        self._words.update(words)
                    case "LOWER", {"REGEX": expression, **more} if not more:
                        self._expressions.append(re.compile(expression))
                    case _:
                        self.all_seen = False

    def word(self, lower: str) -> str:
        """The word, or nothing if no pattern names it."""
        named = lower in self._words or any(expression.search(lower) for expression in self._expressions)
        return lower if named else ""


def _index_by_sets(lemmatizer: "Lemmatizer") -> None:
    """Make sets of the lists of lemmas: the lemmatizer asks only whether a word stands in one, and they are long."""
    if lemmatizer.lookups.has_table("lemma_index"):
        index = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech in list(index):
            index[part_of_speech] = frozenset(index[part_of_speech])


def _patterns(ruler: "AttributeRuler") -> Iterator[list[dict[str, Any]]]:
    for rule in ruler.patterns:
        yield from rule["patterns"]  # type: ignore[misc]
