"""Whoever spoke last, and what points back at him, her or it: "he added", "it said", "a spokesman"."""

from collections.abc import Sequence

from onrecord.annotating.sources import described, head_of, is_definite, is_person_phrase, is_plural
from onrecord.annotating.wordlists import word_list
from onrecord.language.coreference import Referents
from onrecord.language.gazetteers import gender_of_words
from onrecord.language.people import FEMALE
from onrecord.model.items import Entity, Speaker
from onrecord.model.spans import Span

LONGEST_SILENCE = 3
"""Sentences after which "he said" no longer means whoever spoke last."""

_EPITHETS = word_list("epithets")
"""Words by which a report calls again somebody who spoke just before; an office needs its holder."""

_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative"})


class LastSpeaker:
    """The speaker of the last statement, the entity that he, she or it is, and where the source stands.

    `venue` is where the words were said: "a joint statement".
    """

    def __init__(self, speaker: Speaker, entity: Entity | None, place: Span, venue: str | None = None) -> None:
        self.speaker = speaker
        self.entity = entity
        self.place = place
        self.venue = venue

    def meant_by_pronoun(
        self, span: Span, word: str, referents: Referents, said: Sequence[Span] = ()
    ) -> Speaker | None:
        """Whoever spoke last, where he or she can be nobody else: no other person was named since.

        Whom the words `said` in the pronoun's sentence name is another one: "Lee, he claimed, had never come".
        """
        entity, called = self.entity, self.speaker.description or ""
        of_office = entity is None and is_person_phrase(called)
        if is_plural(called) or (not of_office and (entity is None or entity.kind != "person")):
            return None
        sex = "female" if word in FEMALE else "male"
        told = gender_of_words(head_of(called)) if entity is None else referents.gender(entity)
        if self._sentences_to(span, referents) > LONGEST_SILENCE:
            return None
        here = referents.sentence_of(span.start)
        named = {e.id for s in said if referents.sentence_of(s.start) == here for _, e in referents.within(s)}
        others = [e for e in self._since(span, referents) if e.kind == "person" and e.id not in named]
        since = [e for e in others if referents.gender(e) in {None, sex}]
        if entity is not None and entity.id in named:
            return None
        fits = told in {None, sex} and all(entity is not None and e.id == entity.id for e in since)
        return self.speaker if fits else None

    def meant_by_it(self, span: Span, referents: Referents) -> Speaker | None:
        """The body or paper that spoke in the sentence before, unless another body was a subject since."""
        called = self.speaker.description or self.speaker.name
        of_people = self.speaker.description is not None and is_person_phrase(self.speaker.description)
        person = self.entity is not None and self.entity.kind == "person"
        if not called or self.speaker.anonymous or of_people or person or self._sentences_to(span, referents) > 1:
            return None
        body = referents.pronoun(span)
        behind = referents.within(Span(min(self.place.end, span.start), span.start))
        return None if body is not None and any(e.id == body.id for _, e in behind) else self.speaker

    def meant_by_they(self, span: Span, referents: Referents) -> Speaker | None:
        """Whoever spoke just before, if that was more than one."""
        called = self.speaker.description
        several = called is not None and (is_plural(called) or " and " in called)
        return self.speaker if several and self._sentences_to(span, referents) <= 2 else None

    def meant_by_paper(self, span: Span, phrase: str, referents: Referents) -> Speaker | None:
        """Who put out the paper that is named again: "the statement reads" behind "said in a joint statement"."""
        named = described(self.venue or "").lower().split()
        again = described(phrase).lower().split()
        same = bool(named) and named[-1:] == again[-1:] and set(again) <= set(named)
        near = self._sentences_to(span, referents) <= LONGEST_SILENCE
        return self.speaker if same and near and is_definite(phrase) else None

    def called_again(self, span: Span, phrase: str, referents: Referents) -> Speaker | None:
        """Who spoke just before, called by what he or she is: "the incumbent", "the Republican", "the minister"."""
        near = self._sentences_to(span, referents) <= LONGEST_SILENCE
        fits = head_of(phrase) in _EPITHETS or self._holds(described(phrase))
        if not near or not fits or not is_definite(phrase):
            return None
        others = [e for e in self._since(span, referents) if e.kind == "person" and e.id != self.speaker.entity]
        return self.speaker if self.speaker.name and not others else None

    def spoken_for(self, span: Span, phrase: str, referents: Referents) -> str | None:
        """For whom a bare "a spokesman" speaks: the body that spoke, or was spoken of, just before."""
        if described(phrase).lower() not in _VOICES:
            return None
        body = self.entity if self._sentences_to(span, referents) <= 2 else None
        if body is None or body.kind != "organisation":
            body = referents.last_body(span.start)
        return (body.party or body.name) if body is not None else None

    def _holds(self, office: str) -> bool:
        """Whether who spoke has the office that a word alone calls: "the minister" of the mining minister."""
        roles = self.entity.roles if self.entity is not None and self.entity.kind == "person" else ()
        return any(head_of(role.title) == office for role in roles)

    def _since(self, span: Span, referents: Referents) -> list[Entity]:
        return [e for _, e in referents.within(Span(self.place.start, span.start))]

    def _sentences_to(self, span: Span, referents: Referents) -> float:
        if self.place.start < 0:
            return float("inf")
        return referents.sentence_of(span.start) - referents.sentence_of(self.place.start)


NOBODY = LastSpeaker(Speaker(), None, Span(-1, -1))
"""Who spoke last where nobody did."""
