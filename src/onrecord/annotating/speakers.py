"""From a source's words to who speaks: a named entity, an unnamed source of the document, or an honest unknown."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from onrecord.annotating.circumstances import Settings
from onrecord.annotating.floor import Floor
from onrecord.annotating.groundrules import GroundRules
from onrecord.annotating.lastspeaker import NOBODY, LastSpeaker
from onrecord.annotating.members import out_of_group, owned
from onrecord.annotating.plurals import phrase_of, plural_subject
from onrecord.annotating.relatives import RELATIVES, antecedent
from onrecord.annotating.sourcenames import EDGES, is_several, leader_behind, named_source
from onrecord.annotating.sources import (
    Parties,
    Unnamed,
    author_phrase,
    described,
    head_of,
    is_definite,
    is_paper,
    is_person_phrase,
    terms_for,
    terms_in,
)
from onrecord.annotating.wordlists import word_list
from onrecord.language.coreference import Referents
from onrecord.language.offices import home_of_document, is_private
from onrecord.language.parsing import Analysis
from onrecord.language.people import FEMALE, MALE
from onrecord.language.pronounwords import IT, THEY, is_own
from onrecord.language.runs import end_of
from onrecord.model.documents import Document, Terms
from onrecord.model.identity import fold
from onrecord.model.items import Entity, Speaker, Statement
from onrecord.model.spans import Span, Spans
from onrecord.model.times import Interval

VERSION = "speakers/12"

_OTHER_PRONOUNS = word_list("nobody")
_ANONYMOUS = word_list("hidden")
"""Heads under which a source may hide; "the president" is somebody known, even if the text does not name him."""

_STATE_BODIES = frozenset({"government", "federal government", "ministry", "cabinet", "parliament", "presidency"})
"""What in a state's own paper means that state."""

_VOICE_OF = re.compile(
    r"^(?:\w+\s){0,2}(?:spokes\w+|director|chief|head|president|chair\w*|lawyer|attorney|executive|officer)\s"
    r"(?:for|of|at|with)\s(?P<body>the\s[a-z-]+)$"
)
_HEAD_OF = re.compile(r"^(?P<body>[a-z]+)['’]s?\s[a-z]")
_EXECUTIVE = re.compile(
    r"(?:(?:group|deputy|acting|interim)\s)?(?:chief (?:executive|financial|operating|technology)(?: officer)?|"
    r"chair(?:man|woman|person)?|managing director|finance (?:chief|director)|C[EFOT]O)",
    re.IGNORECASE,
)
_OF_DEPARTMENT = re.compile(r"(?:Group |Global )?(?:Head|Director|Vice President|Manager) of (?:[A-Z]\w+|and|&| )+")
_ITS = re.compile(r"\bits\b")


def attribute_speakers(
    analysis: Analysis, entities: Sequence[Entity], statements: Sequence[Statement]
) -> tuple[tuple[Statement, ...], tuple[Entity, ...]]:
    """The statements with speakers and circumstances, and the entities with the unnamed sources added.

    Statements are taken in the order their sources stand in the text, since "she added" means whoever
    spoke before.
    """
    resolver = _Resolver(analysis, entities, statements)
    done: dict[str, Statement] = {}
    for statement in _in_turn(statements):
        done[statement.id] = resolver.resolved(statement, done)
    whole = tuple(resolver.with_terms(done[statement.id]) for statement in statements)
    return whole, (*resolver.entities, *resolver.further_entities())


def _in_turn(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements by where their sources stand, each after the one whose words it stands in."""
    by_id = {statement.id: statement for statement in statements}
    seen: set[str] = set()
    for statement in sorted(statements, key=_place):
        waiting: list[Statement] = []
        current: Statement | None = statement
        while current is not None and current.id not in seen:
            waiting.append(current)
            seen.add(current.id)
            current = by_id.get(current.nested_in or "")
        yield from reversed(waiting)


def _place(statement: Statement) -> int:
    spans = statement.source or statement.cue or statement.content
    return spans[0].start


class _Resolver:
    """What is known of one document while its statements are gone through."""

    def __init__(self, analysis: Analysis, entities: Sequence[Entity], statements: Sequence[Statement]) -> None:
        self.entities = tuple(entities)
        self._by_id = {entity.id: entity for entity in entities}
        self._document: Document = analysis.document
        self._text = analysis.document.text
        self._block_at = analysis.block_at
        self._referents = Referents(analysis, entities)
        self._parties = Parties(self._text, entities)
        self._unnamed = Unnamed(analysis.document.id)
        home, issued = home_of_document(analysis, entities)
        self._issuer = home if issued else None
        self._settings = Settings(analysis, entities, self._referents, statements)
        self._floor = Floor(analysis, entities, self._referents, self._parties, self._unnamed)
        self._lasts: dict[str | None, LastSpeaker] = {}
        self._told_terms: dict[str | None, Terms] = {}
        self._call_terms: dict[str, Terms | None] = {}
        self._last = NOBODY
        self._had_floor: Speaker | None = None
        self._addressed: Speaker | None = None
        """Whom "you" means in a turn: who had the floor before."""
        self._rules = GroundRules(analysis.document)
        self._talking: set[str] = set()
        """Who had a turn so far."""
        self._said: Spans = ()

    def resolved(self, statement: Statement, before: dict[str, Statement]) -> Statement:
        """The statement with its speaker and what the words around its cue tell."""
        if statement.manner == "turn":
            speaker = self._floor.speaker_of(statement)
            self._addressed = self._had_floor if self._had_floor != speaker else self._addressed
            self._had_floor = speaker if speaker.name is not None else self._had_floor
            if speaker.entity is not None:
                self._talking.add(speaker.entity)
            terms = self._rules.at(statement.content[0].start) if self._rules else self._terms_of_all(speaker)
            return replace(statement, speaker=speaker, uttered=_published(self._document), terms=terms)
        holder = before.get(statement.nested_in or "")
        self._last = self._lasts.get(statement.nested_in, NOBODY)
        self._said = statement.content
        speaker = self._speaker(statement, holder)
        around = self._settings.around(statement)
        statement = replace(
            statement,
            speaker=speaker,
            uttered=around.uttered,
            place=around.place,
            venue=around.venue,
            addressee=around.addressee,
            terms=self._terms(statement, speaker, holder) if speaker.anonymous else around.terms,
        )
        if statement.source:
            entity = self._known(speaker)
            place = Span(statement.source[0].start, statement.source[-1].end)
            self._lasts[statement.nested_in] = LastSpeaker(speaker, entity, place, around.venue)
            if entity is not None and holder is None:
                self._referents.speak(statement.source[0].start, entity)
        return statement

    def with_terms(self, statement: Statement) -> Statement:
        """The statement on the terms that the text tells of its source only later."""
        entity = statement.speaker.entity
        if statement.terms is not None or not statement.speaker.anonymous or entity not in self._told_terms:
            return statement
        return replace(statement, terms=self._told_terms[entity])

    def _terms_of_all(self, speaker: Speaker) -> Terms | None:
        """The terms of a whole call, for whom it leaves without a name."""
        told = self._terms_of_call(speaker.description) if speaker.anonymous and speaker.description else None
        return (told or self._document.terms) if speaker.anonymous else None

    def _terms_of_call(self, description: str) -> Terms | None:
        if description not in self._call_terms:
            self._call_terms[description] = terms_for(self._text, description)
        return self._call_terms[description]

    def further_entities(self) -> tuple[Entity, ...]:
        """Unnamed sources and people known from transcript labels alone."""
        known = {entity.id for entity in self.entities}
        found = (*self._unnamed.entities(), *self._floor.entities())
        return tuple(entity for entity in found if entity.id not in known)

    def _known(self, speaker: Speaker) -> Entity | None:
        identity = speaker.entity or ""
        return self._by_id.get(identity) or self._unnamed.known(identity)

    def _speaker(self, statement: Statement, holder: Statement | None) -> Speaker:
        if not statement.source:
            return Speaker()
        return self._said_by(statement.source[0], holder)

    def _said_by(self, span: Span, holder: Statement | None) -> Speaker:
        span = leader_behind(self._text, span, self._referents.within(span))
        phrase = span.of(self._text).strip(EDGES)
        word = phrase.lower()
        if word in RELATIVES:
            parsed = self._block_at(span.start)
            before = antecedent(parsed, span) if parsed is not None else None
            return self._said_by(before, holder) if before is not None else Speaker()
        if is_own(phrase):
            return holder.speaker if holder is not None else Speaker()
        if word in MALE or word in FEMALE or word in IT:
            meant = self._of_pronoun(span, word)
            talking = holder is not None and holder.manner == "turn" and self._talks(meant, holder)
            return Speaker() if talking else meant
        if word in THEY:
            return self._of_they(span)
        last = self._last.speaker.description if self._last.speaker.anonymous else None
        member = out_of_group(phrase, self._unnamed, self._people_since(span), last)
        named = self._named(span) if member is not None else None
        if named is not None and named.kind == "person":
            return self._as_speaker(named)
        if member is not None:
            speaker = self._of_unnamed(f"a {member.description}", span, member.party or self._owner(span, phrase))
            if member.group in self._told_terms and speaker.entity is not None:
                self._told_terms[speaker.entity] = self._told_terms[member.group]
            return speaker
        if word in _OTHER_PRONOUNS:
            return Speaker()
        own = owned(
            phrase, span, self._referents, self.entities, last=self._last, holder=holder, addressed=self._addressed
        )
        if own is not None and own.holder is not None:
            return self._as_speaker(own.holder)
        if own is not None and not any(e.kind == "person" for _, e in self._referents.within(span)):
            return self._of_unnamed(own.description, span, own.party)
        return self._of_phrase(span, phrase)

    def _named(self, span: Span) -> Entity | None:
        """The named entity that a source is itself."""
        return named_source(self._text, self._block_at(span.start), span, self._referents.within(span))

    def _of_unnamed(self, phrase: str, span: Span, party: str | None) -> Speaker:
        source = self._unnamed.source(phrase, span, party)
        self._referents.add(source)
        return Speaker(entity=source.id, description=source.name, anonymous=True, party=source.party)

    def _owner(self, span: Span, phrase: str) -> str | None:
        """The body that an "its" in a source's words means: "one of its engineers"."""
        its = _ITS.search(phrase)
        at = self._text.find(phrase, span.start, span.end) if its is not None else -1
        if its is None or at < 0:
            return None
        body = self._referents.pronoun(Span(at + its.start(), at + its.end()))
        return (body.party or body.name) if body is not None else None

    def _of_pronoun(self, span: Span, word: str) -> Speaker:
        if word in IT:
            return self._last.meant_by_it(span, self._referents) or self._as_body(self._referents.pronoun(span))
        entity = self._referents.pronoun(span)
        if entity is not None:
            return self._as_speaker(entity)
        return self._last.meant_by_pronoun(span, word, self._referents, self._said) or self._of_noun(span)

    def _talks(self, meant: Speaker, holder: Statement) -> bool:
        """Whether somebody says so in a turn himself, or to one of two who talk: nobody calls these "he"."""
        two = self._talking if len(self._talking) == 2 else {holder.speaker.entity}
        return meant.entity is not None and meant.entity in two

    def _as_body(self, body: Entity | None) -> Speaker:
        return self._as_speaker(body) if body is not None else Speaker()

    def _of_noun(self, span: Span) -> Speaker:
        """Whom the text calls by a noun alone before the pronoun: "a nurse from the valley"."""
        noun = self._referents.person_phrase(span)
        parsed = self._block_at(noun.start) if noun is not None else None
        found = parsed.piece_at(noun, "strict") if noun is not None and parsed is not None else None
        if parsed is None or found is None or len(found) != 1 or found[0].tag_ != "NN":
            return Speaker()
        phrase = phrase_of(parsed, found[0])
        return self._of_phrase(phrase, phrase.of(self._text))

    def _subject_since(self, span: Span) -> tuple[Span, bool] | None:
        """The plural subject nearest before a place, and whether it is of people, if nobody spoke since."""
        parsed = self._block_at(span.start)
        found = plural_subject(parsed, span.start) if parsed is not None else None
        return found if found is not None and found[0].start > self._last.place.start else None

    def _people_since(self, span: Span) -> str | None:
        found = self._subject_since(span)
        return found[0].of(self._text) if found is not None and found[1] else None

    def _of_they(self, span: Span) -> Speaker:
        """The people who are the subject before, or else whoever spoke just before, if that was more than one."""
        found = self._subject_since(span)
        if found is not None:
            subject, people = found
            return self._of_phrase(subject, subject.of(self._text)) if people else Speaker()
        return self._last.meant_by_they(span, self._referents) or Speaker()

    def _of_phrase(self, span: Span, phrase: str) -> Speaker:
        mentions = self._referents.within(span)
        entity = self._named(span)
        if entity is not None:
            return self._as_speaker(entity, phrase)
        phrase = author_phrase(phrase) if is_paper(phrase) else phrase
        party = self._parties.of(phrase, [e for m, e in mentions if m.end <= span.start + len(phrase)])
        if party is None and self._issuer and described(phrase).lower() in _STATE_BODIES:
            party = self._issuer
        if is_paper(phrase):
            issuing = self._last.meant_by_paper(span, phrase, self._referents)
            return issuing or Speaker(description=described(phrase), party=party)
        if is_several(self._text, span, mentions):
            parties = {entity.party for _, entity in mentions}
            return Speaker(description=" ".join(phrase.split()), party=parties.pop() if len(parties) == 1 else None)
        if is_definite(phrase) or "’s " in phrase or "'s " in phrase:
            known = self._unnamed.back(phrase, span, party) if is_person_phrase(phrase) else None
            if known is not None:
                return Speaker(entity=known.id, description=known.name, anonymous=True, party=known.party)
            meant = self._referents.description(phrase, span.start)
            if meant is not None:
                return self._as_speaker(meant)
            others = any(e.kind in {"person", "organisation"} for _, e in mentions)
            again = None if others else self._last.called_again(span, phrase, self._referents)
            if again is not None:
                return again
            if head_of(phrase) not in _ANONYMOUS and not head_of(phrase).endswith("s"):
                return Speaker(description=described(phrase), party=party)
        if is_person_phrase(phrase):
            return self._of_unnamed(phrase, span, party or self._last.spoken_for(span, phrase, self._referents))
        return Speaker(description=described(phrase), party=party)

    def _as_speaker(self, entity: Entity, phrase: str | None = None) -> Speaker:
        if self._unnamed.known(entity.id) is not None:
            return Speaker(entity=entity.id, description=entity.name, anonymous=True, party=entity.party)
        party = entity.party or (self._parties.of(phrase) if phrase and not is_private(phrase) else None)
        party = party or self._voiced(entity)
        if party != entity.party and entity.roles and all(is_private(role.title) for role in entity.roles):
            party = None
        return Speaker(entity=entity.id, name=entity.name, party=party)

    def _voiced(self, entity: Entity) -> str | None:
        """For which body a spokeswoman "for the authority" or "the board's director" speaks, named before."""
        for role in entity.roles:
            match = _VOICE_OF.search(role.title) or _HEAD_OF.match(role.title)
            body = self._referents.description(match["body"], entity.mentions[0].start) if match is not None else None
            leads = _EXECUTIVE.fullmatch(role.title) or _OF_DEPARTMENT.fullmatch(role.title)
            if match is None and leads and role.organisation is None:
                body = self._referents.only_firm(entity.mentions[0].start)
            if body is not None and body.kind == "organisation":
                return body.party or body.name
        return None

    def _terms(self, statement: Statement, speaker: Speaker, holder: Statement | None) -> Terms | None:
        parsed = self._block_at(_place(statement))
        if parsed is None or (holder is not None and holder.manner in {"indirect", "mixed"}):
            return None
        heads = [head_of(speaker.description)] if speaker.description else []
        told = terms_in(self._text, parsed.offset, end_of(parsed), _place(statement), heads)
        if told is not None and speaker.entity is not None:
            self._told_terms[speaker.entity] = told
        return told or self._told_terms.get(speaker.entity)


def _published(document: Document) -> Interval | None:
    day = document.published
    return Interval(start=day.start, end=day.end, precision=day.precision, text=day.text) if day else None


__all__ = ["VERSION", "attribute_speakers", "fold"]
