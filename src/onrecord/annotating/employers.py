"""For whom a named person says "we", where only an apposition tells: "its director, Ida Roe", "Norrby Rail's chairman".

Also the body that a release is of, and the body in a description: "a council spokesman", "an inspectorate official".
"""

import re
from collections.abc import Iterable, Mapping

from onrecord.annotating.antecedents import Setting
from onrecord.annotating.deixis import referent_of
from onrecord.annotating.viewpoints import Viewpoint, viewpoint_of
from onrecord.language.gazetteers import is_role_head
from onrecord.model.documents import Document
from onrecord.model.identity import fold
from onrecord.model.items import Entity
from onrecord.model.spans import Span

_NAME = r"[A-Z][\w&.-]*(?: (?:[A-Z][\w&.-]*|of|the|for|and)(?= |['’]))*"
_OWNER = rf"(?:\b(?P<its>[Ii]ts)|\b[Tt]he (?P<noun>[a-z]+)['’]s?|(?P<name>{_NAME})['’]s?)"
_TITLE = r"(?P<title>[a-z][\w-]*(?: (?:[a-z][\w-]*|of|for|and)){0,5})"
_BEFORE = re.compile(rf"{_OWNER} {_TITLE},? (?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame)\.? )?$")
_AFTER = re.compile(rf"^, {_OWNER} {_TITLE}")
_OWNED = re.compile(rf"{_OWNER} {_TITLE}$")
_ROLE_ENDS = re.compile(r" (?:of|for|and|at|in)\b")
_NEAR = 110
"""Characters beside a name in which its apposition stands."""
_OPENING = 400
_FEWEST = 3
"""Mentions of the body that a release without a known issuer is taken to be of, in its opening."""


class Employers:
    """Whom the people of one document work for, each found when first asked."""

    def __init__(self, document: Document, entities: Iterable[Entity], setting: Setting, issuer: str | None) -> None:
        self._text = document.text
        self._setting = setting
        self._issuer = issuer
        self._people: Mapping[str, Entity] = {e.id: e for e in entities if e.kind == "person"}
        self._bodies = {
            fold(name): entity
            for entity in entities
            if entity.kind == "organisation"
            for name in (entity.name, *entity.aliases)
        }
        self._found: dict[str, str | None] = {}

    def seen(self, view: Viewpoint) -> Viewpoint:
        """A viewpoint with the party that its speaker speaks for, if the document tells it."""
        if view.party is not None or view.statement is None:
            return view
        party = self._of(view.entity) if view.entity in self._people else self._described(view)
        return view._replace(party=party) if party is not None else view

    def _of(self, identity: str | None) -> str | None:
        if identity is None:
            return None
        if identity not in self._found:
            self._found[identity] = self._employer(self._people[identity])
        return self._found[identity]

    def _employer(self, person: Entity) -> str | None:
        for mention in person.mentions:
            for pattern, start, end in (
                (_BEFORE, max(0, mention.start - _NEAR), mention.start),
                (_AFTER, mention.end, mention.end + _NEAR),
            ):
                told = pattern.search(self._text[start:end])
                if told is not None and is_role_head(_ROLE_ENDS.split(told["title"])[0].split()[-1]):
                    body = self._body(told, start)
                    if body is not None:
                        return body
        for role in person.roles:
            at = self._text.find(role.title)
            owned = _OWNED.search(self._text[max(0, at - _NEAR) : at + len(role.title)])
            if owned is not None and (body := self._body(owned, None)) is not None:
                return body
        titled = [role for role in person.roles if role.organisation is None and not role.title[:1].isupper()]
        return self._issuer if titled and len(titled) == len(person.roles) else None

    def _body(self, told: re.Match[str], start: int | None) -> str | None:
        if told["name"]:
            entity = self._bodies.get(fold(told["name"]))
            person = any(told["name"] in (one.name, *one.aliases) for one in self._people.values())
            return entity.name if entity is not None else None if person else told["name"]
        if start is None:
            return None
        if told["noun"]:
            return self._called(told["noun"], start + told.start("noun"))
        at = start + told.start("its")
        noun = self._setting.noun_meant(at)
        if noun is not None:
            meant = referent_of(noun.token, noun.parsed, viewpoint_of(None), self._setting)
            return meant.text.removeprefix("the ") if self._setting.is_body(meant.entity) or meant.country else None
        entity = self._setting.meant_by(Span(at, at + 3))
        return entity.name if entity is not None and entity.kind == "organisation" else None

    def _described(self, view: Viewpoint) -> str | None:
        """The body in a description: "council spokesman"; a body that speaks for itself."""
        if self._setting.is_body(view.entity):
            return view.name
        words = (view.name or "").split()
        if view.statement is None or len(words) != 2 or not words[0].islower() or not is_role_head(words[1].lower()):
            return None
        return self._called(words[0], view.statement.content[0].start)

    def _called(self, noun: str, at: int) -> str | None:
        entity = self._setting.described(noun, at)
        return entity.name if entity is not None and entity.kind == "organisation" else None


def issuer_in(document: Document, entities: Iterable[Entity]) -> str | None:
    """The body that a release's beginning is about, where it does not say whose it is."""
    if document.genre != "release":
        return None
    told = {
        entity.name: sum(mention.start < _OPENING for mention in entity.mentions)
        for entity in entities
        if entity.kind == "organisation"
    }
    most = max(told.values(), default=0)
    names = [name for name, count in told.items() if count == most]
    return names[0] if len(names) == 1 and most >= _FEWEST else None
