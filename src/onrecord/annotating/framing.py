"""Frames by the sort of word that may attribute: verbs, nouns ("the claim that"), "aware that", "according to"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.frames import Frame, Range, framed, without
from onrecord.annotating.subjects import grouped, source_range, subject_with
from onrecord.annotating.verbframes import verb_frame

if TYPE_CHECKING:
    from onrecord.language.trees import Doc, Token

_ABOUT = frozenset({"of", "about", "for", "against", "on", "over", "from", "to", "with"})
"""Prepositions that join what is said to a noun: "criticism of the plan"."""
_SOURCES = frozenset({"by", "of", "from", "among"})
_REPORTED = frozenset({"reportedly", "allegedly", "supposedly", "apparently", "purportedly"})


def find_frames(doc: "Doc") -> Iterator[Frame]:
    """Every candidate of a block, in text order of the cue word."""
    bounds = sentence_bounds(doc)
    for token in doc:
        pos = token.pos_
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            yield from _according(token, bounds[token.i])
        elif pos in {"VERB", "AUX"}:
            frame = verb_frame(token, bounds[token.i])
            if frame is not None:
                yield frame
        elif pos == "NOUN":
            yield from _nominal(token)
        elif pos == "ADJ" and token.dep_ in {"acomp", "oprd", "amod"}:
            yield from _adjectival(token)
        elif token.lower_ in _REPORTED:
            yield from _adverbial(token)


def sentence_bounds(doc: "Doc") -> list[Range]:
    """For each token where its sentence begins and ends: `Token.sent` would look for it anew each time."""
    bounds: list[Range] = []
    for sentence in doc.sents:
        bounds.extend([(sentence.start, sentence.end)] * (sentence.end - sentence.start))
    return bounds


def _nominal(noun: "Token") -> Iterator[Frame]:
    clause, lead = _told_of(noun)
    if clause is None:
        return
    content, lemma = [(clause.left_edge.i, clause.right_edge.i + 1)], noun.lemma_.lower()
    source = _source_of(noun, clause)
    carrier = noun.head if source is None and noun.dep_ == "dobj" and noun.head.pos_ == "VERB" else None
    maker = next((c for c in carrier.children if c.dep_ == "nsubj"), None) if carrier is not None else None
    if carrier is not None and maker is not None:  # "he made a promise to stay"
        cue = [(carrier.i, carrier.i + 1), (noun.i, noun.i + 1)]
        features: tuple[str, ...] = (f"light={carrier.lemma_.lower()}",)
        yield framed(noun, cue, maker, without(content, cue), (lemma, f"n-light-{lead}"), features)
        return
    source = source or _done_by(noun)
    cue = [(noun.i, noun.i + 1)]
    kind = "poss" if source is not None and source.dep_ == "poss" else "by" if source is not None else "none"
    features = (f"nsrc={kind}", f"ndep={noun.dep_}")
    yield framed(noun, cue, source, without(content, cue), (lemma, f"n-{lead}"), features)


def _told_of(noun: "Token") -> "tuple[Token | None, str]":
    """The clause or the phrase that tells what a noun like "claim" is of, and what leads to it."""
    found: Token | None = None
    lead = ""
    for child in (c for c in noun.children if c.i > noun.i):
        if child.dep_ in {"acl", "ccomp"}:
            if any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
                return child, "that"
            if any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
                return child, "to"
        if found is None and child.dep_ == "prep" and child.lower_ in _ABOUT:
            found = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            lead = f"prep-{child.lower_}" if found is not None else ""
    return found, lead


def _source_of(noun: "Token", clause: "Token") -> "Token | None":
    """Whose it is: "the union's claim that", "a report by the board that"."""
    source = None
    for child in noun.children:
        if child.dep_ == "poss":
            source = child
        elif (
            child.dep_ in {"prep", "agent"}
            and child.lower_ in _SOURCES
            and child.i > noun.i
            and child.right_edge.i < clause.left_edge.i
        ):
            source = next((c for c in child.children if c.dep_ == "pobj"), None) or source
    return source


def _done_by(noun: "Token") -> "Token | None":
    """The subject of an auxiliary that has the noun for its object: "she has a plan to leave"."""
    has = noun.dep_ == "dobj" and noun.head.pos_ == "AUX"
    return next((c for c in noun.head.children if c.dep_ == "nsubj"), None) if has else None


def _adjectival(adjective: "Token") -> Iterator[Frame]:
    verb = adjective.head
    clause, shape = None, ""
    extra: list[int] = []
    for child in adjective.children:
        if child.i < adjective.i:
            continue
        if child.dep_ in {"ccomp", "xcomp"}:
            clause, shape = child, f"a-{child.dep_}"
            break
        if child.dep_ == "prep":
            inner = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
            if inner and clause is None:
                clause, shape = inner[0], f"a-prep-{child.lower_}"
                extra = [child.i]
    if clause is None and verb.pos_ in {"AUX", "VERB"}:
        clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > adjective.i), None)
        shape = "a-ccomp"
    if clause is None or verb.pos_ not in {"AUX", "VERB"}:
        return
    subject = subject_with(verb, grouped(verb), False)
    cue = [(adjective.i, adjective.i + 1), *((i, i + 1) for i in extra)]
    if verb.i < adjective.i:
        cue.insert(0, (verb.i, verb.i + 1))
    content = without([(clause.left_edge.i, clause.right_edge.i + 1)], cue)
    yield framed(adjective, cue, subject, content, (adjective.lemma_.lower(), shape))


def _according(token: "Token", bounds: Range) -> Iterator[Frame]:
    doc = token.doc
    to = doc[token.i + 1]
    source = next((c for c in (*to.children, *token.children) if c.dep_ == "pobj" and c.i > to.i), None)
    if source is None:
        return
    cue = [(token.i, token.i + 2)]
    phrase = source_range(source)
    host = token.head
    while host.dep_ in {"prep", "pobj", "advmod", "npadvmod"} and host.head is not host:
        host = host.head
    first, last = bounds
    if host.dep_ in {"ccomp", "advcl", "conj", "relcl"} and host.pos_ in {"VERB", "AUX"}:
        first, last = max(first, host.left_edge.i), min(last, host.right_edge.i + 1)
        first, last = min(first, token.i), max(last, token.i + 1)
    end = max(
        [phrase[1], *(c.right_edge.i + 1 for c in source.children if c.dep_ in {"relcl", "acl"} and c.i > source.i)]
    )
    content = [(first, token.i), (end, last)]
    content = [(a, b) for a, b in content if any(doc[i].is_alpha or doc[i].like_num for i in range(a, b))]
    if not content:
        return
    yield framed(token, cue, source, content, ("according", "according"))


def _adverbial(adverb: "Token") -> Iterator[Frame]:
    verb = adverb.head
    first, last = verb.left_edge.i, verb.right_edge.i + 1
    content = without([(first, last)], [(adverb.i, adverb.i + 1)])
    yield framed(adverb, [(adverb.i, adverb.i + 1)], None, content, (adverb.lower_, "adverb"))
