"""Pronouns and definite descriptions: which entity of the document they mean, or `None` rather than a guess."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from functools import cached_property, lru_cache

from onrecord.language.descriptions import Descriptions
from onrecord.language.gazetteers import Gender
from onrecord.language.nations import Nations
from onrecord.language.parsing import Analysis
from onrecord.language.people import FEMALE, MALE, People, gender_of
from onrecord.language.pronouns import LEAST_LIKELY, Answer, resolve
from onrecord.language.pronounwords import IT
from onrecord.language.states import states_told
from onrecord.model.items import Entity
from onrecord.model.spans import Span

LONGEST_SOURCE = 100
"""Characters within which a noun stands from the beginning of the source that it is the head of."""

_NOBODY = frozenset({"organisation", "place", "law", "event", "substance", "other"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


class Referents:
    """The mentions of a document's entities, in order, with what tells them apart.

    `speak` tells it who was found speaking where, so that a pronoun for a noun without a name means that source.
    """

    def __init__(self, analysis: Analysis, entities: Sequence[Entity]) -> None:
        self._analysis = analysis
        self._text = analysis.document.text
        self._entities = {entity.id: entity for entity in entities}
        self._mentions = sorted(
            (mention.start, -mention.end, entity.id) for entity in entities for mention in entity.mentions
        )
        self._starts = [start for start, _, _ in self._mentions]
        self._sentences = _sentence_starts(analysis)
        self._subjects = _subject_places(analysis)
        self._genders = {entity.id: gender_of(self._text, entity) for entity in entities if entity.kind == "person"}
        self._people = tuple(entity for entity in entities if entity.kind == "person")
        self._things = frozenset(
            name for entity in entities if entity.kind in _NOBODY for name in (entity.name, *entity.aliases)
        )
        nations = Nations(states_told(self._text), entities)
        self._descriptions = Descriptions(entities, self.sentence_of, nations.of)
        self._spoken: list[tuple[int, str]] = []

    def add(self, entity: Entity) -> None:
        """Know an entity that came up while speakers were resolved (an unnamed source)."""
        self._entities[entity.id] = entity

    def speak(self, at: int, entity: Entity) -> None:
        """Note that the entity was found speaking under the words that begin here."""
        insort(self._spoken, (at, entity.id))

    def within(self, span: Span) -> list[tuple[Span, Entity]]:
        """The outermost mentions inside a span, in text order."""
        found: list[tuple[Span, Entity]] = []
        at = bisect_left(self._starts, span.start)
        while at < len(self._mentions) and self._mentions[at][0] < span.end:
            start, negative_end, identity = self._mentions[at]
            inside = Span(start, -negative_end)
            if inside.end <= span.end and not (found and found[-1][0].end > start):
                found.append((inside, self._entities[identity]))
            at += 1
        return found

    def pronoun(self, span: Span) -> Entity | None:
        """Whom a third-person pronoun means."""
        word = span.of(self._text).lower()
        if word in FEMALE or word in MALE:
            answer = self._answers.get(span.start)
            if answer is None or answer.likelihood < LEAST_LIKELY:
                return None
            return self._entities.get(answer.owner) or self._speaker_at(answer.phrase.start)
        if word in IT:
            return self.last_body(span.start)
        return None

    def person_phrase(self, span: Span) -> Span | None:
        """The noun that he or she stands for, where that is no entity: "a nurse from the valley"."""
        answer = self._answers.get(span.start)
        if answer is None or answer.likelihood < LEAST_LIKELY or answer.owner in self._entities:
            return None
        return answer.phrase

    @cached_property
    def _answers(self) -> dict[int, Answer]:
        return _answers(self._analysis, self._people, self._things)

    def _speaker_at(self, noun: int) -> Entity | None:
        """Who was found speaking under a phrase with this noun."""
        at = bisect_right(self._spoken, (noun, "~")) - 1
        if at < 0 or noun - self._spoken[at][0] > LONGEST_SOURCE or self._spoken[at][1] in self._genders:
            return None
        return self._entities[self._spoken[at][1]]

    def description(self, phrase: str, at: int) -> Entity | None:
        """Whom a definite description means: "the minister", "Norway’s president", "the company"."""
        return self._descriptions.meant(phrase, at)

    def only_firm(self, at: int) -> Entity | None:
        """The business that the text speaks of, where it names but one that could be one before a place."""
        return self._descriptions.only_firm(at)

    def gender(self, entity: Entity) -> Gender | None:
        """A person's sex as far as name, title and the words around tell."""
        return self._genders.get(entity.id)

    def sentence_of(self, place: int) -> int:
        """The number of the sentence that holds a place."""
        return bisect_right(self._sentences, place) - 1

    def last_body(self, at: int) -> Entity | None:
        """The one body that is a subject in this sentence or the one before."""
        sentence = self.sentence_of(at)
        floor = self._sentences[max(0, sentence - 1)] if self._sentences else 0
        found: dict[str, int] = {}
        index = bisect_left(self._starts, at) - 1
        while index >= 0 and self._mentions[index][0] >= floor:
            start, negative_end, identity = self._mentions[index]
            if self._entities[identity].kind == "organisation" and (
                start in self._subjects or -negative_end in self._subjects
            ):
                found.setdefault(identity, start)
            index -= 1
        return self._entities[next(iter(found))] if len(found) == 1 else None


@lru_cache(maxsize=1)
def _sentence_starts(analysis: Analysis) -> list[int]:
    return [parsed.offset + sentence.start_char for parsed, sentence in analysis.sentences()] or [0]


@lru_cache(maxsize=1)
def _subject_places(analysis: Analysis) -> set[int]:
    """Where phrases that are subjects begin and end."""
    places: set[int] = set()
    for parsed in analysis.blocks:
        for token, start in zip(parsed.tokens, parsed.starts, strict=True):
            dep = token.dep_
            if (token.head.dep_ if dep == "conj" else dep) in _SUBJECTS:
                places.add(start + len(token))
                places.add(parsed.starts[token.left_edge.i])
    return places


@lru_cache(maxsize=2)
def _answers(analysis: Analysis, people: tuple[Entity, ...], things: frozenset[str]) -> dict[int, Answer]:
    """Whom the pronouns of a document mean, found once for the layers that ask with the same people."""
    genders = {person.id: gender_of(analysis.document.text, person) for person in people}
    return resolve(People(analysis, people, genders, things))
