"""Who has the floor in a transcript: labels, self-introductions and a moderator's hand-overs, turn by turn."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.annotating.floorwords import (
    ADDRESSED,
    FULL_NAME,
    GOES_ON,
    JOINTS,
    LONGEST_ACRONYM,
    LONGEST_HEAD,
    PLACE,
    SHORTEST_TURN,
    THIS_IS,
    initials_of,
    leads,
    names_beside,
    names_with_initials,
)
from onrecord.annotating.labels import (
    Introduction,
    agency_told,
    bare_label,
    body_behind,
    colleague_called,
    floor_given,
    gives_floor_to_official,
    is_initials,
    numbered,
    office_and_name,
    office_label,
    person_behind,
    reporter_told,
    role_behind,
    self_told,
    sort_of,
    title_cased,
)
from onrecord.annotating.sources import Parties, Unnamed, home_of
from onrecord.language.coreference import Referents
from onrecord.language.gazetteers import is_function_word, is_honorific, is_role_head, known_papers
from onrecord.language.offices import home_of_document, is_national, is_private
from onrecord.language.parsing import Analysis
from onrecord.language.persons import is_full, same_person
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Entity, Mention, Role, Speaker, Statement
from onrecord.model.spans import Span


class Floor:
    """The speakers of a transcript's turns, which must be asked for in text order."""

    def __init__(
        self, analysis: Analysis, entities: Sequence[Entity], referents: Referents, parties: Parties, unnamed: Unnamed
    ) -> None:
        self._document, self._text = analysis.document, analysis.document.text
        self._labels = {block.start: block.label for block in analysis.document.blocks if block.kind == "turn"}
        self._head = self._text[: min([*self._labels, LONGEST_HEAD])]
        self._entities = list(entities)
        self._referents = referents
        self._parties = parties
        self._unnamed = unnamed
        self._given: Introduction | None = None
        self._offered: Introduction | None = None
        self._handed: bool = False
        self._called: str | None = None
        """The agency of the colleague to whom an official has just handed over."""
        self._asking: Speaker | None = None
        self._made: dict[str, Entity] = {}
        self._outlets: dict[str, str] = {}
        self._states: dict[str, str | None] = {}
        self._written: dict[str, str] = {}
        self._holders: dict[str, dict[str, Span]] = {}
        self._home = home_of(entities)
        self._country = home_of_document(analysis, entities)[0]
        self._answered = any(label and sort_of(label) == "answerer" for label in self._labels.values())
        self._witness: Entity | None = None
        self._in_chair: dict[str, Speaker] = {}
        self._own_names = self._names_told()

    def _names_told(self) -> dict[str, Introduction]:
        """The name that speakers labelled by number or task alone give anywhere in the text, where it is one name."""
        told: dict[str, dict[str, Introduction]] = {}
        for block in self._document.blocks:
            if block.kind == "turn" and block.label and numbered(block.label):
                found = self_told(self._text, block.start, block.end)
                if found is not None:
                    told.setdefault(bare_label(block.label), {}).setdefault(found.name, found)
        return {label: next(iter(found.values())) for label, found in told.items() if len(found) == 1}

    def speaker_of(self, turn: Statement) -> Speaker:
        """Who speaks a turn."""
        start, end = turn.content[0].start, turn.content[-1].end
        label = self._labels.get(start)
        sort = sort_of(label) if label is not None else None
        if sort != "generic":
            self._called = None
        if label is None:
            self._given = None
            return Speaker()
        if sort == "reporter" and (named := self._in_brackets(label, start)) is not None:
            self._given, self._asking = None, named
            return named
        if sort == "reporter":
            self._witness = self._addressed(start, end) or self._witness
            return self._reporter(start, end)
        if sort == "chair":
            self._take_note(start, end)
            named = self._in_brackets(label, start) or self._by_own_name(label) or self._presiding(label)
            task = bare_label(label).lower()
            return replace(named, description=task) if named is not None else Speaker(description=task)
        if sort == "answerer":
            self._given = None
            return self._guest()
        if sort == "generic":
            return self._by_own_name(label) or self._official(label, start, end)
        speaker = self._named(label, start)
        self._given = self._with_outlet(floor_given(self._text, start, end))
        if self._witness is not None and speaker.entity != self._witness.id:
            self._witness = None
        return speaker

    def _take_note(self, start: int, end: int) -> None:
        """Whom a chair's turn gives the floor to; a few words that name nobody leave it where it is."""
        words = self._text[start:end]
        self._given = self._offered = self._with_outlet(floor_given(self._text, start, end))
        official = gives_floor_to_official(self._text, start, end)
        brief = len(words.split()) <= SHORTEST_TURN and GOES_ON.search(words) is None
        brief = brief and not self._calls_another(Span(start, end))
        if self._given is not None or not (official or brief):
            self._asking = None

    def _calls_another(self, turn: Span) -> bool:
        """Whether a chair's few words name somebody or some body besides whoever asks already."""
        asking = self._asking.entity if self._asking is not None else None
        kinds = {"person", "organisation"}
        return any(entity.kind in kinds and entity.id != asking for _, entity in self._referents.within(turn))

    def _with_outlet(self, given: Introduction | None) -> Introduction | None:
        """An outlet alone, to which a chair gives the floor: "Let's go to Reuters"."""
        if given is None or given.outlet is not None:
            return given
        bodies = (e for e in self._entities if e.kind == "organisation")
        known = given.name in known_papers() or any(given.name in {e.name, *e.aliases} for e in bodies)
        return Introduction("", given.name, given.start, given.end) if known else given

    def _in_brackets(self, label: str, start: int) -> Speaker | None:
        """Whom a label that tells a task alone names in brackets."""
        told, reporter = person_behind(label), sort_of(label) == "reporter"
        if told is None:
            return None if reporter else self._in_chair.get(bare_label(label))
        role = Role(title="reporter", organisation=told.outlet) if reporter else None
        speaker = self._person(told.name, self._name_before(start, told.name), role, told.outlet)
        if not reporter:
            self._in_chair[bare_label(label)] = speaker
        return speaker

    def _presiding(self, label: str) -> Speaker | None:
        """Who the lines above all turns say is in the chair, for a label that tells no name: "Ann Lee (Chair)"."""
        office = re.sub(r"^the ", "", bare_label(label), flags=re.IGNORECASE).title()
        named = names_beside(self._head, office)
        return self._person(*named.popitem(), Role(title=office), None) if len(named) == 1 else None

    def _by_own_name(self, label: str) -> Speaker | None:
        """Who speaks under a label that only numbers its speaker or tells the task, where he or she tells a name."""
        told = self._own_names.get(bare_label(label))
        if told is None:
            return None
        return self._person(told.name, Span(told.start, told.end), None, told.outlet)

    def _addressed(self, start: int, end: int) -> Entity | None:
        """Whom a question calls by name before it asks."""
        for match in ADDRESSED.finditer(self._text[start : min(end, start + 200)]):
            fits = [
                e for e in self._people() if fold(e.name) == fold(match["name"]) or same_person(e.name, match["name"])
            ]
            if len(fits) == 1:
                return fits[0]
        return None

    def _people(self) -> list[Entity]:
        return [entity for entity in (*self._entities, *self._made.values()) if entity.kind == "person"]

    def entities(self) -> tuple[Entity, ...]:
        """People known from the transcript's labels and introductions alone."""
        return tuple(self._made.values())

    def _guest(self) -> Speaker:
        """Who answers under "A": whom the questions call by name, else the one person named in full above all turns."""
        if self._witness is not None:
            return Speaker(entity=self._witness.id, name=self._witness.name, party=self._witness.party)
        first = min(self._labels)
        above = {
            e.id: e for e in self._entities if e.kind == "person" and is_full(e.name) and e.mentions[0].start < first
        }
        if len(above) != 1:
            return Speaker(description="interviewee")
        (guest,) = above.values()
        return Speaker(entity=guest.id, name=guest.name, party=guest.party)

    def _reporter(self, start: int, end: int) -> Speaker:
        told = reporter_told(self._text, start, end)
        given, self._given = self._given, None
        self._handed = self._handed or (given is not None and given == self._offered)
        if told is None and given is None:
            kept = self._asking is not None and self._handed
            nameless = Speaker(description="questioner" if self._answered else "reporter")
            return self._asking if kept and self._asking is not None else nameless
        if told is None and given is not None and not given.name:
            self._asking = Speaker(description="reporter", party=given.outlet)
            return self._asking
        name, outlet, place = self._introduced(told, given)
        self._asking = self._person(name, place, Role(title="reporter", organisation=outlet), outlet)
        return self._asking

    def _introduced(self, told: Introduction | None, given: Introduction | None) -> tuple[str, str | None, Span]:
        if told is not None and given is not None and not given.name:
            return told.name, told.outlet or given.outlet, Span(told.start, told.end)
        if (
            told is not None
            and given is not None
            and (given.name == told.name or given.name.split()[0] == told.name.split()[0])
        ):
            longer = max(told, given, key=lambda i: len(i.name))
            return longer.name, told.outlet or given.outlet, Span(longer.start, longer.end)
        one = told or given
        assert one is not None
        return one.name, one.outlet, Span(one.start, one.end)

    def _official(self, label: str, start: int, end: int) -> Speaker:
        bare = bare_label(label)
        if bare not in self._written:
            self._written[bare] = re.sub(r"^(?:an?|the) ", "", self._as_written(bare))
        description = self._written[bare]
        agency = agency_told(self._text, start, end) or self._own_body(start, end) or self._called
        self._called = colleague_called(self._text, start, end)
        party = self._parties.of(bare_label(label).title()) or self._home
        self._given = None
        if agency is None:
            return Speaker(description=description, anonymous=True, party=party)
        stated = self._parties.of(agency) or party
        source = self._unnamed.for_label(f"{description}, {agency}", self._label_before(start), stated)
        return Speaker(entity=source.id, description=source.name, anonymous=True, party=source.party)

    def _own_body(self, start: int, end: int) -> str | None:
        """The body that an official without a name speaks for: "This is the Coast Agency. Yes, we did"."""
        match = THIS_IS.match(self._text, start, min(end, start + 120))
        bodies = (e for e in self._entities if e.kind == "organisation")
        return next((e.name for e in bodies if match and match["body"] in {e.name, *e.aliases}), None)

    def _as_written(self, label: str, *, title: bool = False) -> str:
        """A label in capitals as the running text writes it, proper names included; else in small letters."""
        found = [match.group() for match in re.finditer(re.escape(label), self._text, re.IGNORECASE)]
        written = sorted({form for form in found if not form.isupper()}, key=lambda form: (form[0].isupper(), form))
        if written or not title:
            return written[0] if written else " ".join(map(self._cased, label.split()))
        long = label.isupper() and len(label) > LONGEST_ACRONYM
        return " ".join(word.lower() if word in JOINTS else word.title() for word in label.split()) if long else label

    def _cased(self, word: str) -> str:
        """A label's word as the text has it in the middle of a sentence: "Marnian", "official"."""
        proper = re.search(rf"[a-z,] {re.escape(word.title())}\b", self._text) is not None
        return (
            word.title()
            if proper and re.search(rf"\b{re.escape(word.lower())}\b", self._text) is None
            else word.lower()
        )

    def _named(self, label: str, start: int) -> Speaker:
        both = office_and_name(label, {other for other in self._labels.values() if other})
        if both is not None:
            name = title_cased(both[1])
            title = self._as_written(both[0], title=True)
            return self._person(name, self._name_before(start, name), Role(title=title), None)
        office = office_label(label)
        if office is not None:
            return self._holder(office, start)
        name = title_cased(label)
        bare = bare_label(label)
        if not name:
            return Speaker(description=bare.lower())
        if is_initials(label) and (meant := self._of_initials(bare)) is not None:
            return meant
        lead = [word.title() for word in bare.split()[: -len(name.split())]]
        office = " ".join(word for word in lead if is_role_head(word) or not is_honorific(word))
        role = (role_behind(label) or office).title()
        outlet = body_behind(label)
        body = self._as_written(outlet, title=True) if outlet is not None else None
        state = self._state_of(role) if role and body is None else None
        told = Role(title=role, organisation=state) if role else None
        return self._person(name, self._name_before(start, name), told, body or state)

    def _state_of(self, office: str) -> str | None:
        """The one place that the lines above all turns give to an office: "the Prime Minister of Oster Island"."""
        if office in self._states:
            return self._states[office]
        places = {e.name for e in self._entities if e.kind == "place"}
        told = {m["place"] for m in re.finditer(rf"\b{re.escape(office)} of (?:the )?(?P<place>{PLACE})", self._head)}
        found = {" ".join(words) for place in told for words in leads(place.split()) if " ".join(words) in places}
        return self._states.setdefault(office, found.pop() if len(found) == 1 else None)

    def _of_initials(self, label: str) -> Speaker | None:
        """Whom initials mean: the one person named in full whose they are; unknown letters stay a description."""
        letters = label.replace(".", "").casefold()
        if any(fold(e.name).split()[-1] == letters for e in self._people()):
            return None
        fits = [e for e in self._people() if is_full(e.name) and letters in initials_of(e.name)]
        if len(fits) == 1:
            return Speaker(entity=fits[0].id, name=fits[0].name, party=fits[0].party)
        above = names_with_initials(self._text[: min(self._labels)], letters)
        if fits or len(above) != 1:
            return Speaker(description=label)
        return self._person(*above.popitem(), None, None)

    def _holder(self, office: str, start: int) -> Speaker:
        """Who is called by an office alone: its one holder that the document names, else the office of its country."""
        meant = self._referents.description(office, start)
        if meant is not None and not all(is_private(role.title) for role in meant.roles):
            return Speaker(entity=meant.id, name=meant.name, party=meant.party or self._country)
        named = self._named_holders(office) or names_beside(self._head, office)
        if len(named) == 1:
            speaker = self._person(*named.copy().popitem(), Role(title=office, organisation=self._country), None)
            return replace(speaker, party=speaker.party or self._country)
        if self._country is None or not is_national(office):
            return Speaker(description=office, party=self._country if is_national(office) else None)
        place = self._label_before(start)
        entity = Entity(
            id=content_id("entity", "person", fold(f"{office} of {self._country}")),
            kind="person",
            name=f"{office} of {self._country}",
            roles=(Role(title=office, organisation=self._country),),
            party=self._country,
            mentions=(Mention(document=self._document.id, start=place.start, end=place.end),),
        )
        self._made.setdefault(entity.id, entity)
        return Speaker(entity=entity.id, description=office, party=self._country)

    def _named_holders(self, office: str) -> dict[str, Span]:
        """The full names that stand right after the office anywhere in the text."""
        if office not in self._holders:
            self._holders[office] = {
                match["name"]: Span(match.start("name"), match.end("name"))
                for match in re.finditer(rf"\b(?i:{re.escape(office)})\s{FULL_NAME}", self._text)
                if not any(is_role_head(word) or is_function_word(word) for word in match["name"].split())
            }
        return self._holders[office]

    def _label_before(self, start: int) -> Span:
        """Where a turn's label stands; the turn's first character where the label is not right before it."""
        line = self._text.rfind("\n", 0, start) + 1
        label = self._text[line:start].rstrip(" :.\t*")
        return Span(line, line + len(label)) if label else Span(start, start + 1)

    def _name_before(self, start: int, name: str) -> Span:
        """Where a turn's label has the speaker's name; empty where the label does not stand right before the turn."""
        line = self._text.rfind("\n", 0, start) + 1
        at = self._text.casefold().find(name.casefold(), line, start) if len(name) == len(name.casefold()) else -1
        return Span(at, at + len(name)) if at >= 0 else Span(start, start)

    def _person(self, name: str, place: Span, role: Role | None, outlet: str | None) -> Speaker:
        fits = [
            entity
            for entity in (*self._entities, *self._made.values())
            if entity.kind == "person" and (fold(entity.name) == fold(name) or same_person(entity.name, name))
        ]
        if outlet and " " not in name:
            known = [e for e in (*self._entities, *self._made.values()) if self._outlets.get(e.id) == outlet]
            known = [e for e in known if fold(e.name).split()[0] == fold(name)]
            fits = known if len(known) == 1 else fits
        if not fits and " " not in name:
            fits = [e for e in self._made.values() if is_full(e.name) and fold(e.name).split()[0] == fold(name)]
        if len(fits) == 1:
            entity = fits[0]
            if outlet:
                self._outlets[entity.id] = outlet
            if outlet and (entity.party is None or entity.party == outlet):
                return Speaker(entity=entity.id, name=entity.name, party=outlet)
            return Speaker(entity=entity.id, name=entity.name, party=entity.party or outlet)
        if len(fits) > 1:
            return Speaker(name=name, party=outlet)
        mentions = (
            (Mention(document=self._document.id, start=place.start, end=place.end),) if place.end > place.start else ()
        )
        if not mentions:
            return Speaker(name=name, party=outlet)
        entity = Entity(
            id=content_id("entity", "person", fold(name)),
            kind="person",
            name=name,
            roles=(role,) if role else (),
            party=outlet,
            mentions=mentions,
        )
        self._made[entity.id] = entity
        if outlet:
            self._outlets[entity.id] = outlet
        return Speaker(entity=entity.id, name=name, party=outlet)
