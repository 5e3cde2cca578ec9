"""Where the parse offers that somebody says, thinks or plans something: a cue, its source, its content.

These are candidates. Whether one is an attribution is weighed in `cues`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from onrecord.annotating.subjects import grouped, is_relative, source_range, subject_with

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_EXTRAS = frozenset({"prep", "dative", "xcomp", "oprd", "prt", "acomp", "attr", "agent", "acl"})
_TIME_ENTITIES = frozenset({"DATE", "TIME"})


class Frame(msgspec.Struct, frozen=True):
    """A candidate: token ranges `[first, last)` of one block's parse, and what a judge looks at."""

    cue: tuple[tuple[int, int], ...]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    head: int
    source_head: int | None
    lemma: str
    shape: str
    source_kind: str
    features: tuple[str, ...]
    relative: int | None = None


def find_frames(doc: "Doc") -> Iterator[Frame]:
    """Every candidate of a block, in text order of the cue word."""
    bounds = sentence_bounds(doc)
    for token in doc:
        pos = token.pos_
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            yield from _according(token, bounds[token.i])
        elif pos in {"VERB", "AUX"}:
            yield from _verbal(token, bounds[token.i])
        elif pos == "NOUN":
            yield from _nominal(token)
        elif pos == "ADJ" and token.dep_ in {"acomp", "oprd", "amod"}:
            yield from _adjectival(token)
        elif token.lower_ in {"reportedly", "allegedly", "supposedly", "apparently", "purportedly"}:
            yield from _adverbial(token)


def sentence_bounds(doc: "Doc") -> list[tuple[int, int]]:
    """For each token where its sentence begins and ends: `Token.sent` would look for it anew each time."""
    bounds: list[tuple[int, int]] = []
    for sentence in doc.sents:
        bounds.extend([(sentence.start, sentence.end)] * (sentence.end - sentence.start))
    return bounds


def _verbal(verb: "Token", bounds: tuple[int, int]) -> Iterator[Frame]:
    children = list(verb.children)
    by_dep: dict[str, list[Token]] = {}
    for child in children:
        by_dep.setdefault(child.dep_, []).append(child)
    passive = "auxpass" in by_dep or "nsubjpass" in by_dep
    subject = subject_with(verb, by_dep, passive)
    clauses = [child for child in children if child.dep_ == "ccomp"]
    infinitives = [child for child in children if child.dep_ == "xcomp" and child.i > verb.i]
    objects = [child for child in children if child.dep_ in {"dobj", "attr", "oprd", "acomp"} and child.i > verb.i]
    shape: str
    content: list[tuple[int, int]]
    extra_cue: list[int] = []
    if clauses:
        clause = clauses[-1] if clauses[-1].i > verb.i else clauses[0]
        side = "after" if clause.i > verb.i else "before"
        shape = f"ccomp-{side}"
        content = _clause_ranges(verb, clause, subject)
        if not content:
            return
    elif infinitives:
        infinitive = infinitives[0]
        shape = "xcomp-" + (
            "to" if any(c.lower_ == "to" and c.dep_ == "aux" for c in infinitive.children) else infinitive.tag_
        )
        between = [child for child in by_dep.get("dobj", ()) if verb.i < child.i < infinitive.i]
        first = between[0].left_edge.i if between else infinitive.left_edge.i
        shape += "-obj" if between else ""
        content = [(first, infinitive.right_edge.i + 1)]
    elif objects:
        target = objects[0]
        last = target.right_edge.i
        tails = [c for c in children if c.i > target.i and c.dep_ in _EXTRAS and c.i == last + 1]
        lead = ""
        for tail in sorted(tails, key=lambda c: c.i):
            if tail.i <= last + 1 and not _is_time(tail):
                last = tail.right_edge.i
                lead = lead or f"-{tail.lower_ if tail.dep_ in {'prep', 'agent'} else tail.dep_}"
        shape = f"{target.dep_}{lead}"
        content = [(target.left_edge.i, last + 1)]
    else:
        prepositions = [
            c for c in children if c.dep_ in {"prep", "agent", "dative"} and c.i > verb.i and not _is_time(c)
        ]
        if passive and not subject and not prepositions:
            return
        parenthetical = _parenthesis(verb, subject, bounds)
        if parenthetical:
            shape, content = "parenthesis", parenthetical
        elif prepositions and prepositions[0].dep_ == "prep":
            preposition = prepositions[0]
            inner = [c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}]
            if not inner:
                return
            shape = f"prep-{preposition.lower_}"
            end = inner[0].right_edge.i + 1
            role = next((c for c in children if c.dep_ == "prep" and c.lower_ == "as" and end <= c.i <= end + 1), None)
            content = [(inner[0].left_edge.i, role.right_edge.i + 1 if role is not None else end)]
            extra_cue.append(preposition.i)
        elif passive and by_dep.get("nsubjpass"):
            target = by_dep["nsubjpass"][0]
            shape, content = "passive", [(target.left_edge.i, target.right_edge.i + 1)]
        else:
            return
    if passive and shape.split("-")[0] in {"xcomp", "prep", "oprd"} and by_dep.get("nsubjpass"):
        target = by_dep["nsubjpass"][0]
        if target.i < verb.i and subject is not target:
            content = [(target.left_edge.i, target.right_edge.i + 1), *content]
    cue = _cue_ranges(verb, by_dep, extra_cue)
    content = _without(content, cue)
    if not content:
        return
    relative = next((c.i for c in by_dep.get("nsubj", ()) if is_relative(verb, c)), None)
    shape = ("p-" if passive else "") + shape
    features = _verb_features(verb, by_dep, passive)
    yield _frame(verb, cue, subject, content, (verb.lemma_.lower(), shape), features, relative=relative)


def _nominal(noun: "Token") -> Iterator[Frame]:
    clause = None
    lead = ""
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in {"acl", "ccomp", "relcl"} and child.dep_ != "relcl":
            marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
            infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
            if marked or infinitive:
                clause, lead = child, "that" if marked else "to"
                break
        if child.dep_ == "prep" and child.lower_ in {
            "of",
            "about",
            "for",
            "against",
            "on",
            "over",
            "from",
            "to",
            "with",
        }:
            inner = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
            if inner and clause is None:
                clause, lead = inner[0], f"prep-{child.lower_}"
    if clause is None:
        return
    content = [(clause.left_edge.i, clause.right_edge.i + 1)]
    source = None
    for child in noun.children:
        if child.dep_ == "poss":
            source = child
        elif (
            child.dep_ in {"prep", "agent"}
            and child.lower_ in {"by", "of", "from", "among"}
            and child.i > noun.i
            and child.right_edge.i < clause.left_edge.i
        ):
            source = next((c for c in child.children if c.dep_ == "pobj"), None) or source
    verb = noun.head
    if source is None and noun.dep_ in {"dobj", "attr", "pobj"}:
        while verb.dep_ in {"prep", "agent"}:
            verb = verb.head
        if verb.pos_ in {"VERB", "AUX"} and noun.dep_ == "dobj":
            source = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            if source is not None and verb.pos_ == "VERB":
                features = (f"light={verb.lemma_.lower()}",)
                cue = [(verb.i, verb.i + 1), (noun.i, noun.i + 1)]
                yield _frame(
                    noun, cue, source, _without(content, cue), (noun.lemma_.lower(), f"n-light-{lead}"), features
                )
                return
    cue = [(noun.i, noun.i + 1)]
    kind = "poss" if source is not None and source.dep_ == "poss" else "by" if source is not None else "none"
    yield _frame(
        noun,
        cue,
        source,
        _without(content, cue),
        (noun.lemma_.lower(), f"n-{lead}"),
        (f"nsrc={kind}", f"ndep={noun.dep_}"),
    )


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
    content = _without([(clause.left_edge.i, clause.right_edge.i + 1)], cue)
    yield _frame(adjective, cue, subject, content, (adjective.lemma_.lower(), shape))


def _according(token: "Token", bounds: tuple[int, int]) -> Iterator[Frame]:
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
    yield _frame(token, cue, source, content, ("according", "according"))


def _adverbial(adverb: "Token") -> Iterator[Frame]:
    verb = adverb.head
    first, last = verb.left_edge.i, verb.right_edge.i + 1
    content = _without([(first, last)], [(adverb.i, adverb.i + 1)])
    yield _frame(adverb, [(adverb.i, adverb.i + 1)], None, content, (adverb.lower_, "adverb"))


def _clause_ranges(verb: "Token", clause: "Token", subject: "Token | None") -> list[tuple[int, int]]:
    """The clause's words; where the saying verb interrupts its own clause, those on both sides."""
    first, last = clause.left_edge.i, clause.right_edge.i + 1
    if clause.i > verb.i:
        last = max(last, first)
        return [(max(first, verb.i + 1), last)] if last > verb.i + 1 else []
    own_first = verb.left_edge.i if verb.left_edge.i > clause.i else verb.i
    if subject is not None and subject.i > clause.i and subject.head is verb:
        own_first = min(verb.i, subject.left_edge.i)
    pieces = [(first, min(last, own_first))]
    if last > verb.right_edge.i + 1:
        pieces.append((verb.right_edge.i + 1, last))
    return [(a, b) for a, b in pieces if b > a]


def _parenthesis(verb: "Token", subject: "Token | None", bounds: tuple[int, int]) -> list[tuple[int, int]]:
    """The rest of the sentence around ", officials say," where the parse hangs it on the main clause."""
    if subject is None or verb.dep_ not in {"parataxis", "ccomp", "ROOT", "conj"} or subject.head is not verb:
        return []
    doc, (begin, end) = verb.doc, bounds
    own = [verb.i, subject.left_edge.i, subject.right_edge.i]
    first, last = min(own), max(verb.i, subject.right_edge.i if subject.i > verb.i else verb.i)
    before = doc[first - 1] if first > begin else None
    after = doc[last + 1] if last + 1 < end else None
    if before is None or before.text not in {",", "–", "—", "”", '"', "’"}:
        return []
    if after is not None and after.text not in {",", ".", "–", "—", "!", "?", ";"} and not after.is_space:
        return []
    pieces = [(begin, first)]
    if after is not None and after.text in {",", "–", "—"}:
        pieces.append((last + 1, end))
    return pieces


def _cue_ranges(verb: "Token", by_dep: dict[str, list["Token"]], extra: list[int]) -> list[tuple[int, int]]:
    kept = {verb.i, *extra}
    for dep in ("prt", "neg"):
        kept.update(child.i for child in by_dep.get(dep, ()))
    at = verb.i - 1
    doc = verb.doc
    while at >= 0 and doc[at].head.i == verb.i and doc[at].dep_ in {"aux", "auxpass", "neg", "advmod"}:
        kept.add(at)
        at -= 1
    return _ranges(kept)


def _ranges(indices: set[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for i in sorted(indices):
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def _without(content: list[tuple[int, int]], cue: list[tuple[int, int]]) -> list[tuple[int, int]]:
    pieces = sorted(content)
    for first, last in cue:
        cut: list[tuple[int, int]] = []
        for a, b in pieces:
            if first < b and a < last:
                cut.extend(piece for piece in ((a, first), (last, b)) if piece[1] > piece[0])
            else:
                cut.append((a, b))
        pieces = cut
    return pieces


def _frame(  # noqa: PLR0917 - one call builds one candidate
    head: "Token",
    cue: list[tuple[int, int]],
    source: "Token | None",
    content: list[tuple[int, int]],
    naming: tuple[str, str],
    extra: tuple[str, ...] = (),
    *,
    relative: int | None = None,
) -> Frame:
    """A candidate with its features; `naming` is the cue's lemma and the frame's shape."""
    lemma, shape = naming
    spoken_by = source_range(source) if source is not None else None
    kind = _source_kind(source)
    size = sum(b - a for a, b in content)
    length = "1" if size <= 2 else "4" if size <= 4 else "8" if size <= 8 else "9"
    features = (
        f"l={lemma}|{shape}", f"l={lemma}", f"s={shape}", f"k={kind}", f"k={kind}|s={shape}", f"n={length}",
        f"n={length}|s={shape.partition('-')[0]}", f"l={lemma}|k={kind}", *extra,
    )  # fmt: skip
    return Frame(
        tuple(cue),
        spoken_by,
        tuple(content),
        head.i,
        source.i if source is not None else None,
        lemma,
        shape,
        kind,
        features,
        relative,
    )


def _source_kind(source: "Token | None") -> str:
    if source is None:
        return "none"
    if source.pos_ == "PRON":
        return f"pron-{source.lower_}" if source.lower_ in _PRONOUNS else "pron"
    if source.pos_ == "PROPN":
        return source.ent_type_ or "propn"
    return f"noun-{source.ent_type_ or 'x'}"


_PRONOUNS = frozenset({"i", "you", "we", "he", "she", "they", "it", "who", "that", "which", "this", "there"})


def _verb_features(verb: "Token", by_dep: dict[str, list["Token"]], passive: bool) -> tuple[str, ...]:
    found = [f"tag={verb.tag_}", f"dep={verb.dep_}", f"l={verb.lemma_.lower()}|tag={verb.tag_}"]
    if "neg" in by_dep:
        found.append("neg")
    found.extend(f"modal={c.lower_}" for c in by_dep.get("aux", ()) if c.tag_ == "MD" or c.lower_ == "to")
    for clause in by_dep.get("ccomp", ()):
        mark = next((c.lower_ for c in clause.children if c.dep_ == "mark"), "none")
        found.append(f"mark={mark}")
        found.append(f"clause={clause.tag_}")
    if any(c.dep_ == "mark" and c.lower_ in {"if", "because", "when", "while", "as", "that"} for c in verb.children):
        found.append("marked")
    if passive:
        found.append(f"l={verb.lemma_.lower()}|passive")
    return tuple(found)


def _is_time(token: "Token") -> bool:
    if token.ent_type_ in _TIME_ENTITIES:
        return True
    return any(child.ent_type_ in _TIME_ENTITIES for child in token.children)
