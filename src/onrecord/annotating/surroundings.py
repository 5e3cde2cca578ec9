"""What stands around a word in an annotated document: times, entities, statements, the names to read it by."""

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from onrecord.annotating.spokentimes import spoken_times
from onrecord.language.coreference import Referents
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.language.places import country_of
from onrecord.language.pronounwords import is_own, is_we
from onrecord.language.times import TimeMention
from onrecord.model.items import Entity, Holder, Statement
from onrecord.model.spans import Span
from onrecord.model.times import Interval

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

OFFICIAL_HEADS = frozenset(
    {
        "government", "officials", "official", "authorities", "leaders", "side", "delegation", "counterparts",
        "lawmakers", "diplomats", "negotiators", "state", "nation", "cabinet", "administration", "senators",
        "ministers",
    }
)  # fmt: skip
"""Heads that, after a country's adjective, stand for the country as a party."""
PRONOUNS = frozenset(
    {
        "he", "she", "him", "her", "it", "they", "them", "this", "that", "these", "those", "who", "which", "what",
        "one", "ones", "some", "many", "others", "all", "both", "you", "there", "someone", "everyone", "anyone",
        "nobody", "everybody", "something", "nothing", "none", "himself", "themselves", "most", "few", "any", "such",
        "several", "whoever", "each", "another", "more", "itself",
    }
)  # fmt: skip
NOUNS = frozenset({"NOUN", "PROPN"})
VAGUE = frozenset(
    {
        "several", "many", "some", "few", "various", "other", "such", "more", "most", "similar", "numerous", "certain",
        "multiple", "countless", "further", "additional", "dozens", "hundreds", "thousands",
    }
)  # fmt: skip
"""Words before a noun that tell neither who nor what."""
_OF = re.compile(r"\s(?:of|for)\s")
"""What a body's name goes on with after the noun that it is called by: "Committee of the …"."""
NAME_LIMIT = 12
"""Words of a readable name at most; longer noun phrases are cut at their first clause."""


class Surroundings:
    """Look-ups by position over one document. Built once a layer, in time linear in the document."""

    def __init__(self, analysis: Analysis, entities: tuple[Entity, ...], statements: tuple[Statement, ...]) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.text = analysis.document.text
        self.times = [mention for mention in spoken_times(analysis, statements) if mention.sort == "point"]
        self._time_starts = [mention.span.start for mention in self.times]
        self._mentions = sorted((m.start, m.end, number) for number, e in enumerate(entities) for m in e.mentions)
        self._mention_starts = [start for start, *_ in self._mentions]
        self._entities = entities
        self._contents = sorted(
            (span.start, span.end, number) for number, statement in enumerate(statements) for span in statement.content
        )
        self._content_starts = [start for start, *_ in self._contents]
        self._statements = statements
        self._cues = {span.start: number for number, one in enumerate(statements) for span in one.cue}
        self._referents: Referents | None = None
        self.own_voice: bool | None = None
        self._states: dict[str, int] | None = None
        self._bodies: dict[str, set[str]] | None = None

    def times_in(self, start: int, end: int) -> list[TimeMention]:
        """Time expressions that lie in a range."""
        first, last = bisect_left(self._time_starts, start), bisect_left(self._time_starts, end)
        return [mention for mention in self.times[first:last] if mention.span.end <= end]

    def entities_in(self, start: int, end: int) -> list[tuple[Span, Entity]]:
        """Mentions of entities that lie in a range, outermost only."""
        first, last = bisect_left(self._mention_starts, start), bisect_left(self._mention_starts, end)
        found: list[tuple[Span, Entity]] = []
        for begin, finish, number in self._mentions[first:last]:
            if finish <= end and (not found or begin >= found[-1][0].end):
                found.append((Span(begin, finish), self._entities[number]))
        return found

    def entity_at(self, position: int) -> Entity | None:
        """The entity mentioned at a position; of a substance in a company's name, the company."""
        last = bisect_right(self._mention_starts, position)
        inner: Entity | None = None
        for begin, finish, number in reversed(self._mentions[max(0, last - 4) : last]):
            if begin <= position < finish:
                entity = self._entities[number]
                if entity.kind != "substance":
                    return entity
                inner = inner or entity
        return inner

    def statement_at(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds the span."""
        last = bisect_right(self._content_starts, span.start)
        best: tuple[int, int] | None = None
        for begin, finish, number in self._contents[max(0, last - 12) : last]:
            if begin <= span.start and span.end <= finish and (best is None or finish - begin <= best[0]):
                best = finish - begin, number
        return self._statements[best[1]] if best else None

    def voice_at(self, span: Span) -> Statement | None:
        """The innermost statement in its speaker's own words, or turn, whose content holds the span."""
        last = bisect_right(self._content_starts, span.start)
        best: tuple[int, int] | None = None
        for begin, finish, number in self._contents[max(0, last - 12) : last]:
            if begin <= span.start and span.end <= finish and self._statements[number].manner != "indirect":
                best = min(best or (finish - begin, number), (finish - begin, number))
        return self._statements[best[1]] if best else None

    def cued_by(self, span: Span) -> Statement | None:
        """The statement whose cue a verb is or ends: that of "has pledged" at "pledged"."""
        for start in range(span.start, max(-1, span.start - 24), -1):
            number = self._cues.get(start)
            if number is not None:
                ends = max(cue.end for cue in self._statements[number].cue)
                return self._statements[number] if ends >= span.end else None
        return None

    def meant_by(self, parsed: ParsedBlock, pronoun: "Token") -> Entity | None:
        """Whom a pronoun of the third person means, where the text before leaves one candidate."""
        if self._referents is None:
            self._referents = Referents(self.analysis, self._entities)
        return self._referents.pronoun(parsed.token_span(pronoun))

    def may_be(self, pronoun: "Token", entity: Entity) -> bool:
        """Whether nothing that the text tells of an entity speaks against a pronoun of one sex."""
        if self._referents is None:
            self._referents = Referents(self.analysis, self._entities)
        sex = self._referents.gender(entity)
        return sex is None or (sex == "female") == (pronoun.lower_ in {"she", "her"})

    def entity_of(self, identity: str | None) -> Entity | None:
        """The entity with an id."""
        return next((entity for entity in self._entities if entity.id == identity), None) if identity else None

    def holder_at(self, span: Span) -> tuple[Statement | None, Holder]:
        """The statement around a span and who stands behind it."""
        statement = self.statement_at(span)
        if statement is None:
            return None, Holder()
        speaker = statement.speaker
        return statement, Holder(entity=speaker.entity, name=speaker.name or speaker.description, party=speaker.party)

    def states(self) -> dict[str, int]:
        """How often the document names each state, most named first; ties in order of first mention."""
        if self._states is None:
            counts: dict[str, int] = {}
            for parsed in self.analysis.blocks:
                for token in parsed.tokens:
                    if token.text[:1].isupper() and (name := country_of(token.text)) is not None:
                        counts[name] = counts.get(name, 0) + 1
            for entity in self._entities:
                if entity.kind == "place" and (name := state_of(entity)) is not None:
                    counts[name] = counts.get(name, 0) + len(entity.mentions)
            self._states = dict(sorted(counts.items(), key=lambda item: -item[1]))
        return self._states

    def body_called(self, noun: str) -> str | None:
        """The one organisation of the document whose name ends or begins with a noun: "the ministry"."""
        if self._bodies is None:
            self._bodies = {}
            for entity in self._entities:
                words = _OF.split(entity.name.lower())[0].split()
                several = entity.kind == "organisation" and " " in entity.name
                for word in {words[0], words[-1]} if several and words else ():
                    self._bodies.setdefault(word, set()).add(entity.name)
        named = self._bodies.get(noun, set())
        return next(iter(named)) if len(named) == 1 else None

    def when(self, parsed: ParsedBlock, token: "Token", *, reach: "Piece | None" = None) -> TimeMention | None:
        """The time that dates a verb or noun: the nearest in its clause, else the only one of its sentence."""
        sentence = reach if reach is not None else token.sent
        start, end = parsed.offset + sentence.start_char, parsed.offset + sentence.end_char
        candidates = [mention for mention in self.times_in(start, end) if mention.resolved]
        if not candidates:
            return None
        position = parsed.offset + token.idx
        clause = clause_of(token)
        left, right = parsed.offset + clause[0], parsed.offset + clause[1]
        inside = [mention for mention in candidates if left <= mention.span.start and mention.span.end <= right]
        if not inside:
            return None
        return min(inside, key=lambda mention: _distance(self.text, position, mention))

    def place_of(self, parsed: ParsedBlock, token: "Token") -> str | None:
        """Where something happened: a place after "in", "at", "near" … below the word, nearest first."""
        clause = clause_of(token)
        start, end = parsed.offset + clause[0], parsed.offset + clause[1]
        position = parsed.offset + token.idx
        best: tuple[int, str] | None = None
        for span, entity in self.entities_in(start, end):
            if entity.kind != "place":
                continue
            before = self.text[max(0, span.start - 14) : span.start].lower().replace("the ", "").rstrip()
            lead = before.rsplit(" ", 1)[-1] if before else ""
            if before.endswith(("than in", "than at")):
                continue  # what it is compared with
            if lead in {"in", "at", "near", "outside", "across", "throughout", "inside"}:
                distance = abs(span.start - position) + (200 if span.start < position else 0)
                if best is None or distance < best[0]:
                    best = distance, entity.name
        return best[1] if best else None

    def name_of(self, parsed: ParsedBlock, token: "Token") -> str | None:
        """How a person reads the noun phrase headed by a token; nothing for a word that names nobody and nothing."""
        word = token.lower_
        if is_own(token.text):
            statement = self.statement_at(parsed.token_span(token))
            speaker = statement.speaker if statement else None
            if speaker is None:
                return None
            return (
                (speaker.party if is_we(token.text) else None) or speaker.name or speaker.description or speaker.party
            )
        if word in PRONOUNS or token.pos_ not in NOUNS | {"ADJ", "NUM"}:
            return None
        entity = self.entity_at(parsed.offset + token.idx)
        if entity is not None:
            return entity.name
        if token.lower_ in OFFICIAL_HEADS and not any(c.lower_ in VAGUE | {"political"} for c in token.children):
            for child in token.children:
                country = country_of(child.text) if child.dep_ in {"amod", "compound", "poss", "nmod"} else None
                if country is not None:
                    return country
        for child in token.children:
            if (
                child.dep_ == "appos"
                and (entity := self.entity_at(parsed.offset + child.idx))
                and entity.kind == "person"
            ):
                return entity.name
        country = country_of(token.text) if token.text[:1].isupper() else None
        return country or self.phrase(parsed, token)

    def phrase(self, parsed: ParsedBlock, token: "Token") -> str | None:
        """The words of a noun phrase without its article, up to its first clause."""
        left = token
        for child in token.lefts:
            if child.dep_ in {"det", "predet", "punct", "advmod"} or (child.dep_ == "poss" and child.pos_ == "PRON"):
                continue
            if child.lower_ in VAGUE or child.dep_ in {"nummod", "quantmod"}:
                continue
            if child.dep_ in {"amod", "compound", "nummod", "poss", "nmod", "quantmod"}:
                left = child.left_edge
                break
        right = token
        for child in token.rights:
            if (
                child.dep_ == "prep"
                and child.lower_ in {"of", "for", "to", "in", "on", "from", "against"}
                and not self._is_time(parsed, child)
                and not any(c.ent_type_ in {"DATE", "TIME"} and c.dep_ == "pobj" for c in child.children)
            ):
                edge = _phrase_end(child)
                if edge.i - left.i < NAME_LIMIT and edge.sent == token.sent:
                    right = edge
                    continue
            break
        words = without_edges(" ".join(str(token.doc[left.i : right.i + 1].text).split()))
        return words if len(words) > 1 else None

    def _is_time(self, parsed: ParsedBlock, token: "Token") -> bool:
        edge = token.right_edge
        start, end = parsed.offset + token.idx, parsed.offset + edge.idx + len(edge.text)
        return any(mention.core.end >= end - 1 for mention in self.times_in(start, end))


def without_edges(words: str) -> str:
    """Words without the marks around them; the last point of an abbreviation stays."""
    words = words.strip(" \n\t,;:“”\"'‘’()[]—–-")
    return (
        words
        if not words.endswith(".") or (len(words) > 2 and words[-3:-2] in {".", " ", ""} and words[-2].isupper())
        else words[:-1]
    )


def clause_of(token: "Token") -> tuple[int, int]:
    """Character range, in its block, of the clause that a word heads or stands in."""
    head = token
    while head.dep_ not in {"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis"} and head.head != head:
        head = head.head
    if head.dep_ == "conj" and head.pos_ not in {"VERB", "AUX"}:
        while head.dep_ != "ROOT" and head.pos_ not in {"VERB", "AUX"} and head.head != head:
            head = head.head
    left, right = head.left_edge, head.right_edge
    return left.idx, right.idx + len(right.text)


def shared_subject(verb: "Token") -> "Token | None":
    """The grammatical subject of a verb, looked for above it in coordinations, infinitives and relative clauses."""
    current = verb
    for _ in range(4):
        for child in current.children:
            if child.dep_ in {"nsubj", "nsubjpass", "csubj"}:
                if child.lower_ in {"who", "which", "that"} and current.dep_ == "relcl":
                    return _antecedent(current.head, personal=child.lower_ == "who")
                return child
        if current.dep_ in {"acl", "relcl"} and current.tag_ in {"VBG", "VBN"}:
            return _antecedent(current.head, personal=False)
        if current.dep_ in {"conj", "xcomp", "advcl"} and current.head.pos_ in {"VERB", "AUX"}:
            current = current.head
            continue
        return None
    return None


def _antecedent(noun: "Token", *, personal: bool) -> "Token":
    """The noun that a relative clause is about: not the country in "dealers in that country who sell"."""
    current = noun
    while personal and current.ent_type_ in {"GPE", "LOC"} and current.dep_ in {"pobj", "appos", "conj"}:
        above = current.head
        above = above.head if above.pos_ in {"ADP", "ADV"} else above
        if above == current or above.pos_ not in NOUNS:
            break
        current = above
    return current


def _phrase_end(joint: "Token") -> "Token":
    """The last word of a prepositional phrase before the first clause in it."""
    clauses = [t.left_edge.i for t in joint.subtree if t.dep_ in {"acl", "relcl", "advcl"} and t.i > joint.i]
    if not clauses:
        return joint.right_edge
    last = min(clauses) - 1
    while last > joint.i and (joint.doc[last].is_punct or joint.doc[last].dep_ in {"cc", "mark"}):
        last -= 1
    return joint.doc[last]


def state_of(entity: Entity) -> str | None:
    """The state that a place is: one that lists know, or one that the document treats as a state."""
    known = country_of(entity.name)
    return known or (entity.name if entity.party == entity.name else None)


def coordinated(token: "Token") -> list["Token"]:
    """A noun with those joined to it: "Norway and Peru"."""
    found = [behind(token)]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in NOUNS:
            found.extend(coordinated(child))
    return found


THROUGH = frozenset(
    {
        "number", "range", "group", "series", "handful", "majority", "lot", "part", "couple", "dozen", "hundred",
        "thousand", "host", "variety", "type", "kind", "plenty", "pound", "kilogram", "kilo", "ton", "tonne", "gram",
        "amount", "quantity", "shipment", "load", "piece", "million", "billion", "percent",
    }
)  # fmt: skip
"""Measure words: the thing meant stands behind their "of"."""


def behind(noun: "Token") -> "Token":
    """The noun behind a measure word: "companies" in "a number of companies"."""
    if noun.lemma_.lower() not in THROUGH:
        return noun
    for child in noun.children:
        inner = next((g for g in child.children if g.dep_ == "pobj"), None) if child.lower_ == "of" else None
        if inner is not None:
            return inner
    return noun


def negated(verb: "Token") -> bool:
    """Whether a verb is denied: "did not", "never", "no evidence that"."""
    return any(
        child.dep_ == "neg" or child.lower_ in {"not", "never", "n't", "n’t", "longer"} for child in verb.children
    ) or any(
        (child.dep_ in {"nsubj", "nsubjpass", "dobj"} and any(g.lower_ == "no" for g in child.children))
        or child.lower_ in {"nobody", "none", "nothing"}
        for child in verb.children
    )


def interval_of(mention: TimeMention | None) -> Interval | None:
    """A mention's interval."""
    return mention.interval if mention is not None else None


def _distance(text: str, position: int, mention: TimeMention) -> int:
    start, end = sorted((position, mention.span.start))
    return end - start + 25 * text.count(",", start, end) + (10 if mention.span.start < position else 0)
