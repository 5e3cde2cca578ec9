"""From whose side each word of a sentence is read: the innermost statement that holds it, and who speaks there.

The words of a press release are its issuer's. A statement whose source is only "it" or "they" is that of the body that
the sentence before had speak; and what an indirect report is said to go on with in a later sentence of a quotation is
the quotation's own.
"""

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.annotating.antecedents import Setting
from onrecord.annotating.covering import Covering
from onrecord.annotating.employers import Employers, issuer_in
from onrecord.annotating.participants import Voice
from onrecord.annotating.viewpoints import Viewpoint, viewpoint_of
from onrecord.language.parsing import ParsedBlock
from onrecord.model.documents import Document
from onrecord.model.items import Entity, Statement

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

_GOVERNING = frozenset({"Ministry", "Department", "Government", "Embassy", "Cabinet", "Presidency"})
_KIND = re.compile(r",?\s*\(?\b(?:press|news|media) (?:release|statement|office)s?\b\)?", re.IGNORECASE)
"""What a release's own line may call it beside its issuer: "Brandel Motors, press release"."""
_WORD = re.compile(r"[^\W\d_][\w-]*")
_TAKING_UP = frozenset({"it", "they"})


class Hearing:
    """One document's statements by place, and who was heard last; asked sentence by sentence."""

    def __init__(
        self, document: Document, entities: tuple[Entity, ...], statements: tuple[Statement, ...], setting: Setting
    ) -> None:
        self._text = document.text
        self._setting = setting
        issuer = _issuer(document, setting) or issuer_in(document, entities)
        name = (_KIND.sub("", document.outlet or "") or issuer) if issuer else None
        self._employers = Employers(document, entities, setting, issuer)
        self._own = viewpoint_of(None)._replace(name=name, party=issuer)
        self._covering = Covering(statements)
        self._cues = Covering(statements, cues=True)
        self._outer = {statement.id: statement for statement in statements}
        self._turns = sorted((s for s in statements if s.manner == "turn"), key=lambda s: s.content[0].start)
        self._turn_starts = [s.content[0].start for s in self._turns]
        self._spoken = sorted(
            (s.cue[0].start, s.speaker.entity) for s in statements if s.cue and s.speaker.entity is not None
        )
        self._surnames = {s.speaker.name.split()[-1] for s in self._turns if s.speaker.name}
        self._questions: dict[int, Viewpoint | None] = {}
        self._heard = 0
        self._body: tuple[int, Viewpoint] | None = None

    def listen(self, before: int) -> None:
        """Let the antecedents of "he" know who spoke before this place."""
        while self._heard < len(self._spoken) and self._spoken[self._heard][0] < before:
            self._setting.hear(*self._spoken[self._heard])
            self._heard += 1

    def voices(self, parsed: ParsedBlock, sentence: "Piece", tokens: "list[Token]", number: int) -> dict[int, Voice]:
        """The side that each of these words of a sentence, the document's `number`th, is read from."""
        voices: dict[int, Voice] = {}
        views: dict[str | None, Voice] = {}
        first = parsed.offset + sentence.start_char
        for token in tokens:
            statement = self._covering.at(parsed.offset + token.idx)
            key = statement.id if statement else None
            if key not in views:
                view = viewpoint_of(self._begun(statement, first)) if statement is not None else self._own
                seen = self._employers.seen(self._named(view, number))
                asked = self._asked(seen.statement)
                seen = seen._replace(asked=asked) if asked is not None else seen
                views[key] = Voice(parsed, seen, self._setting)
            voices[token.i] = views[key]
        for voice in views.values():
            self._note(voice.view, number)
        return voices

    def cues(self, parsed: ParsedBlock, tokens: "list[Token]") -> set[int]:
        """Which of these words are verbs that attribute a statement."""
        return {t.i for t in tokens if t.pos_ in {"VERB", "AUX"} and self._cues.at(parsed.offset + t.idx)}

    def _begun(self, statement: Statement | None, first: int) -> Statement | None:
        """The statement, or the quotation around it where its sentence only follows a report within that."""
        if statement is None or statement.manner != "indirect" or statement.nested_in is None:
            return statement
        outer = self._outer.get(statement.nested_in)
        if outer is None or outer.manner != "direct":
            return statement
        return outer if statement.cue and statement.cue[-1].end <= first else statement

    def _named(self, view: Viewpoint, number: int) -> Viewpoint:
        statement = view.statement
        if statement is not None and view.entity is None and view.name is not None and view.name.lower() == "you":
            answerer = self.answerer(statement)
            return answerer._replace(statement=statement) if answerer is not None else view
        if statement is None or view.name is not None or self._body is None or number - self._body[0] > 1:
            return view
        if " ".join(span.of(self._text) for span in statement.source).lower() not in _TAKING_UP:
            return view
        return self._body[1]._replace(statement=statement, place=view.place)

    def answerer(self, statement: Statement) -> Viewpoint | None:
        """Who is spoken to as "you" in a turn: whoever has the floor next."""
        at = bisect_right(self._turn_starts, statement.content[0].start)
        if at == 0 or at >= len(self._turns):
            return None
        own, following = self._turns[at - 1], self._turns[at]
        view = viewpoint_of(following)
        same = view.name is None or view.name == viewpoint_of(own).name
        return None if same else view

    def _asked(self, statement: Statement | None) -> Viewpoint | None:
        """Whom the "you" of a turn means that ends in a question, where it names no other who speaks here."""
        if statement is None or not self._turns:
            return None
        at = bisect_right(self._turn_starts, statement.content[0].start) - 1
        if at < 0 or self._turns[at].content[-1].end < statement.content[-1].end:
            return None
        if at not in self._questions:
            self._questions[at] = self._addressee(self._turns[at])
        return self._questions[at]

    def _addressee(self, turn: Statement) -> Viewpoint | None:
        if not self._text[: turn.content[-1].end].rstrip(" \n\"'”’").endswith("?") and not self._between(turn):
            return None
        asked = self.answerer(turn)
        if asked is None or asked.name is None:
            return None
        others = self._surnames - {asked.name.split()[-1]}
        if not others.isdisjoint(_WORD.findall(turn.content[0].of(self._text))):
            return None
        return self._employers.seen(asked)

    def _between(self, turn: Statement) -> bool:
        """Whether one other speaks before and after a turn: "You said it was shut" between two turns of hers."""
        at = bisect_right(self._turn_starts, turn.content[0].start) - 1
        if not 0 < at < len(self._turns) - 1:
            return False
        before, own, after = (viewpoint_of(self._turns[n]).name for n in (at - 1, at, at + 1))
        return before is not None and before == after and before != own

    def _note(self, view: Viewpoint, number: int) -> None:
        if view.statement is None or view.name is None or view.statement.manner not in {"indirect", "mixed"}:
            return
        if view.entity is None or self._setting.is_body(view.entity):
            self._body = (number, view)


def _issuer(document: Document, setting: Setting) -> str | None:
    """Whom "we" of a release's own words stands for: its issuer, or the state whose ministry that is."""
    if document.genre != "release" or document.outlet is None:
        return None
    office, _, state = document.outlet.rpartition(" of ")
    governs = office.split(" ", 1)[0] in _GOVERNING
    return (setting.country(state.removeprefix("the ")) if governs else None) or _KIND.sub("", document.outlet)
