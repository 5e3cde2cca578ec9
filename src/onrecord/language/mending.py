"""Mends a frequent error of the small parser: the verb taken for a noun ("Norland exports herring") or an adjective.

Only in a short sentence, or quoted words, without any finite verb, and only where one word between two noun phrases can
be a verb that agrees with the noun before it, or a past tense read as a participle ("the closure of the mill angered
miners"), or where the last noun of what somebody said can be one ("The Harl dam leaks, said Ms Lee"): the parse is then
turned round that word. All else is left as parsed.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.language.predicates import class_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_HIDDEN = frozenset({"compound", "amod", "nmod", "nsubj"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OPENS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
_OPENING, _CLOSING = frozenset({"“", "``", '"'}), frozenset({"”", "''", '"'})
_KEPT = frozenset({"det", "amod", "poss", "nummod", "prep", "compound"})
_MODIFYING = frozenset({"nmod", "compound", "npadvmod"})
_PLURAL = frozenset({"NNS", "NNPS"})
_SAID = frozenset({"said", "says", "added", "told"})
_ENDS = frozenset({",", ".", "!"})
FEWEST, LONGEST = 3, 24
"""Words of what is mended: short sentences are misread most, and in long ones more than one word could be the verb."""


def mend(doc: "Doc") -> None:
    """Mend every sentence and quotation of a parse that needs it, in place."""
    for piece in list(_pieces(doc)):
        if _has_verb(piece):
            continue
        found = [token for token in piece if _subject_of(token, piece) is not None]
        if len(found) == 1:
            _turn(piece, found[0])


def _pieces(doc: "Doc") -> "Iterator[Span]":
    """Sentences that end like one, the words between quotation marks inside them, and those before ", said"."""
    text = doc.text
    quotes = any(mark in text for mark in _OPENING)
    for sentence in doc.sents:
        start = None
        for token in sentence if quotes else ():
            if start is None and token.text in _OPENING:
                start = token.i + 1
            elif start is not None and token.text in _CLOSING:
                if FEWEST <= token.i - start <= LONGEST and (token.i < sentence.end - 2 or start > sentence.start + 1):
                    yield doc[start : token.i]
                start = None
        for token in sentence:
            if token.text == "," and token.i + 2 < sentence.end and token.nbor().lower_ in _SAID:
                if token.nbor(2).lower_ != "to" and FEWEST <= token.i - sentence.start <= LONGEST:
                    yield doc[sentence.start : token.i + 1]
                break
        if FEWEST < len(sentence) <= LONGEST and any(token.text in {".", "!", "?"} for token in sentence[-3:]):
            yield sentence


def _has_verb(piece: "Span") -> bool:
    return any(token.tag_ in _FINITE and token.dep_ not in _HIDDEN for token in piece)


def _subject_of(token: "Token", piece: "Span") -> "Token | None":
    """The noun before that a word would be the verb of."""
    if token.i == piece.start or token.i + 1 >= piece.end or not token.text.islower():
        return None
    before, after = token.nbor(-1), token.nbor(1)
    if token.tag_ in {"VBN", "VBD"}:
        past = token.dep_ == "amod" and token.head.i > token.i and before.dep_ in _MODIFYING
        return _closed(token, before, piece) if past and after.pos_ in _OPENS else None
    if before.pos_ not in _NOUNS:
        return None
    if token.tag_ in {"NNS", "VBZ"} and (after.pos_ == "ADP" or after.text in _ENDS):
        return before if _ends_in_verb(token, before, piece) else None
    if after.is_punct or not (after.pos_ in _OPENS or token.tag_ == "VBZ" or _leads_on(token)):
        return None
    word = token.lower_
    third = word.endswith("s") and not word.endswith("ss")
    if (_bare(word) if third else class_of(word, "verb")) is None:
        return None
    return next((noun for noun in (_top(before, piece), before) if (noun.tag_ in _PLURAL) != third), None)


def _leads_on(token: "Token") -> bool:
    """Whether an infinitive hangs on a word: "The League pledges not to strike"."""
    infinitive = next((c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
    between = token.doc[token.i + 1 : infinitive.i] if infinitive is not None else ()
    return bool(between) and all(word.lower_ in {"to", "not", "never"} for word in between)


def _ends_in_verb(token: "Token", before: "Token", piece: "Span") -> bool:
    """Whether a whole utterance has its verb behind the one noun that it opens with: "The Harl dam leaks at night"."""
    opens = piece[0].tag_ in {"DT", "PRP$"} and piece[0].text[:1].isupper() and piece[-1].text in _ENDS
    phrase = piece.doc[piece.start + 1 : token.i]
    alone = all(word.pos_ in _NOUNS or word.pos_ == "ADJ" for word in phrase) and before.tag_ not in _PLURAL
    return opens and alone and _bare(token.lower_) is not None


def _bare(word: str) -> str | None:
    """The lexicon's verb that "-s" was put to."""
    stems = (word[:-1], word[:-2] if word.endswith("es") else "", f"{word[:-3]}y" if word.endswith("ies") else "")
    return next((stem for stem in stems if stem and class_of(stem, "verb") is not None), None)


def _top(noun: "Token", piece: "Span") -> "Token":
    """The noun that a phrase before the verb hangs on: of "furnaces in the north", the furnaces."""
    for _ in range(3):
        link = noun.head
        above = link.head
        if link.dep_ != "prep" or above.pos_ not in _NOUNS or not piece.start <= above.i < link.i:
            break
        noun = above
    return noun


def _closed(verb: "Token", before: "Token", piece: "Span") -> "Token | None":
    """The noun that leads a phrase which ends before a past tense: "the loss of the mill" before "angered"."""
    link = verb.head.head
    if before.pos_ not in _NOUNS or verb.head.dep_ != "pobj" or link.lower_ != "of" or link.i >= before.i:
        return None
    articled = any(token.dep_ == "det" for token in piece.doc[link.i + 1 : before.i])
    return link.head if articled and link.head.pos_ in _NOUNS and link.head.i >= piece.start else None


def _turn(piece: "Span", verb: "Token") -> None:
    """Hang the noun before the verb on it as its subject, and the phrase after it as its object."""
    doc, first = piece.doc, piece.start
    subject = _subject_of(verb, piece)
    top = next(
        (token for token in piece if not piece.start <= token.head.i < piece.end or token.head.i == token.i), None
    )
    if subject is None or top is None:
        return
    outside = top.head.i if top.head.i != top.i else verb.i
    thing = _head_after(verb, piece)
    heads, deps = [token.head.i for token in piece], [token.dep_ for token in piece]
    for token in piece:
        at = token.i - first
        head = heads[at]
        across = (token.i < verb.i) != (head < verb.i) or head == verb.i or not piece.start <= head < piece.end
        if token.i == verb.i:
            heads[at], deps[at] = outside, "ROOT" if outside == verb.i else "ccomp"
        elif token.i == subject.i:
            heads[at], deps[at] = verb.i, "nsubj"
        elif thing is not None and token.i == thing.i:
            heads[at], deps[at] = verb.i, "dobj"
        elif token.is_punct:
            heads[at], deps[at] = verb.i, "punct"
        elif token.i < verb.i and (across or head == token.i):
            heads[at], deps[at] = subject.i, deps[at] if deps[at] in _KEPT else "compound"
        elif token.i > verb.i and (across or head == token.i):
            inside = thing is not None and token.i < thing.i
            heads[at] = thing.i if inside and thing is not None else verb.i
            deps[at] = "compound" if inside and deps[at] not in _KEPT else deps[at] if deps[at] != "ROOT" else "dep"
    for token, head, dep in zip(piece, heads, deps, strict=True):
        token.head, token.dep_ = doc[head], dep
    before = verb.nbor(-1)
    if verb.tag_ in {"VBN", "VBD"} and before.i != subject.i:
        link = next((token for token in reversed(doc[subject.i : before.i]) if token.lower_ == "of"), subject)
        for token in doc[link.i + 1 : before.i]:
            token.head = before
        before.head, before.dep_ = link, "pobj"
    word = verb.lower_
    if verb.tag_ in {"VBN", "VBD"}:
        verb.tag_, verb.pos_ = "VBD", "VERB"
        return
    verb.tag_, verb.pos_ = ("VBP" if subject.tag_ in _PLURAL else "VBZ"), "VERB"
    verb.lemma_ = (_bare(word) or word) if verb.tag_ == "VBZ" else word


def _head_after(verb: "Token", piece: "Span") -> "Token | None":
    """The last noun of the phrase that begins behind the verb."""
    head = None
    for token in piece.doc[verb.i + 1 : piece.end]:
        if token.pos_ in _NOUNS or token.pos_ == "PRON" or (token.tag_ == "VBG" and head is None):
            head = token
        elif token.pos_ not in {"DET", "ADJ", "NUM", "ADV", "PART"} or token.is_punct:
            break
    return head
