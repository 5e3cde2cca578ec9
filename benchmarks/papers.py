"""A document of an invented dispute, written sentence by sentence, each clause that answers an issue marked."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from casting import Cast, Person, again_named, first_named
from wordings import BREAK, NO, YES, Bag, Filled, Issue, Templates, Wording, capital, fill

OUTLET, NOBODY = "outlet", "nobody"
"""Voices besides people ("A1") and parties ("party A"): the report's own account, and what nobody stands behind."""

USES = {"normative": "should", "hypothetical": "would", "hedge": "hedge"}
FRAMES = {"normative": "normative", "hypothetical": "hypothetical", "hedge": "hedged"}


class Item(NamedTuple):
    """What a document is to hold: a side of an issue in a voice, or a distractor (`look`)."""

    issue: int
    sign: int
    voice: str
    look: str = ""
    manner: str = ""


class Mention(NamedTuple):
    """A clause that answers an issue, or looks so; `negative` where it only denies the other side."""

    document: str
    start: int
    end: int
    issue: int
    sign: int
    voice: str
    look: str
    tag: str
    negative: bool
    day: date


class Paper(NamedTuple):
    """A finished document: its words with all that is known of it."""

    id: str
    kind: str
    outlet: str
    day: date
    text: str
    mentions: tuple[Mention, ...]
    copy_of: str | None = None


class Sheet(NamedTuple):
    """An empty document."""

    id: str
    kind: str
    outlet: str
    day: date


class Writer:
    """Writes one document. Wordings and frames come from bags, so that a dispute does not repeat itself."""

    def __init__(
        self,
        sheet: Sheet,
        cast: Cast,
        issues: Sequence[Issue],
        templates: Templates,
        *,
        bag: Bag,
        chance: random.Random,
    ) -> None:
        self.text = ""
        self.mentions: list[Mention] = []
        self._name, self._kind, self._outlet, self._day = sheet
        self._cast, self._frames, self._bag, self._chance = cast, templates.frames, bag, chance
        self._issues = issues
        self._named: set[str] = set()
        self._last = ""
        self._background: list[str] = []

    def finished(self) -> Paper:
        """The document as it stands."""
        text = self.text.rstrip() + "\n"
        return Paper(self._name, self._kind, self._outlet, self._day, text, tuple(self.mentions))

    def break_off(self) -> None:
        """End the paragraph."""
        self.text = self.text.rstrip() + "\n\n"

    def plain(self, use: str, *, voice: str = "") -> None:
        """Write a sentence that answers nothing."""
        frame = self._bag.draw(self._frames[use])
        self.words(self._filled(frame, voice))

    def words(self, text: str) -> None:
        """Write words as they are."""
        self.text += f"{text} "

    def background(self, issue: int) -> None:
        """Write a sentence of background to an issue, if one is left."""
        context = [told for told in self._issues[issue].others["context"] if told not in self._background]
        if not context:
            return
        self._background.append(self._bag.draw(context))
        self.words(self._filled(self._background[-1], "", issue=issue))
        self._last = ""

    def item(self, item: Item, prefix: str = "") -> bool:
        """Write what an item asks for; whether the templates have it."""
        told = self._told(item)
        if told is None:
            return False
        frame, marked, words, tag, negative = told
        slots = self._slots(item.voice, frame, issue=item.issue)
        broken = fill(words, self._of_issue(item.issue)).text
        clause = broken.replace(BREAK, " ")
        cased = {"c": clause, "x": clause, "doing": clause, "ask": capital(clause), "Q": capital(clause)}
        if BREAK in broken and frame in self._frames["direct"] and "{he}" not in frame:
            text, start, end = self._broken_off(broken, slots)
        else:
            text, start, end = fill(frame, slots | cased, marked)
        self.text += prefix
        at = len(self.text)
        self.text += capital(text) + " "
        self.mentions.append(
            Mention(
                self._name, at + start, at + end, item.issue, item.sign, item.voice, item.look, tag, negative, self._day
            )
        )
        self._last = item.voice
        return True

    def _broken_off(self, words: str, slots: Mapping[str, str]) -> Filled:
        """A quotation whose cue stands in its middle; its place is from its first word to its last."""
        head, tail = words.split(BREAK)
        halves = {**slots, "head": capital(head), "tail": tail}
        frame = self._bag.draw(self._frames["split"])
        begun, ended = fill(frame, halves, "head"), fill(frame, halves, "tail")
        return Filled(begun.text, begun.start, ended.end)

    def _told(self, item: Item) -> tuple[str, str, str, str, bool] | None:
        """Frame, marked slot, words, how they say it, and whether they only deny."""
        issue = self._issues[item.issue]
        if item.look == "question":
            asks = self._frames["call_asks" if self._kind == "call" else "asked"]
            frame = self._bag.draw([frame for frame in asks if self._fits(frame, item)])
            if "{c}" in frame:
                return frame, "c", self._clause(_open(issue.sides[YES])).text, "question", False
            return frame, "ask", self._bag.draw(issue.others["asks"]), "question", False
        if item.look in USES:
            frame = self._frame(FRAMES[item.look], item)
            return frame, _marked(frame), self._bag.draw(issue.others[USES[item.look]]), item.look, False
        if item.look == "reported":
            frame = self._bag.draw(self._frames["reported"])
            return frame, "c", self._clause(_open(issue.sides[item.sign])).text, "reported", False
        if item.look:
            choices = issue.looks.get(item.look, {}).get(item.sign, ())
            if not choices:
                return None
            frame, forms = self._carrier(item)
            fitting = [wording for wording in choices if wording.form in forms]
            if not fitting:
                return None
            return frame, _marked(frame), self._bag.draw(fitting).text, item.look, False
        return self._base(item, issue)

    def _base(self, item: Item, issue: Issue) -> tuple[str, str, str, str, bool] | None:
        if item.manner == "answer":
            answer = self._clause(issue.answers[item.sign], *_forms_of(item.voice))
            return "{Q}.", "Q", answer.text, answer.tag, False
        doing = issue.others["doing"]
        person = item.voice in self._cast.people
        roll = self._chance.random()
        if not item.manner and self._kind != "call":
            if person and roll < 0.16 and not issue.kind and self._kind != "release":
                denied = _open(issue.sides[-item.sign])
                plain = [wording for wording in denied if wording.tag != "negation" and not wording.form]
                return self._frame("denying", item), "x", self._clause(plain or denied).text, "negation", True
            if item.voice in {"B1", "B2", "party B"} and item.sign == YES and doing and roll < 0.3:
                return self._frame("accusing", item), "doing", self._bag.draw(doing), "plain", False
            if item.voice == "party A" and item.sign == NO and doing and roll < 0.5 and self._kind == "report":
                return self._frame("refusing", item), "doing", self._bag.draw(doing), "negation", True
        frame, forms = self._carrier(item)
        wording = self._clause(issue.sides[item.sign], *forms)
        negative = wording.tag == "negation"
        return frame, _marked(frame), wording.text, wording.tag, negative

    def _carrier(self, item: Item) -> tuple[str, tuple[str, ...]]:
        """A frame for the voice, and who may have worded what it carries."""
        if item.voice == OUTLET:
            return self._frame("own", item), ("", "own")
        if item.voice.startswith("party"):
            if self._kind == "release":
                frame = self._frame("release_own", item)
                return frame, ("", "we") if frame == "{Q}." and item.voice == "party A" else ("",)
            return self._frame("party", item), ("",)
        speaking = _forms_of(item.voice)
        if self._kind == "call":
            return self._frame("call_slips" if item.manner == "slip" else "call_turns", item), speaking
        if self._kind == "release":
            return self._frame("release_quotes", item), speaking
        use = {"changing": "changing", "slip": "slips"}.get(item.manner) or (
            "direct" if self._chance.random() < 0.6 else "indirect"
        )
        if use == "indirect" and item.voice.startswith("A") and item.sign == YES and not item.look:
            use = "admitting"
        frame = self._frame(use, item)
        return frame, speaking if _quotes(frame) else ("",)

    def _frame(self, use: str, item: Item) -> str:
        return self._bag.draw([frame for frame in self._frames[use] if self._fits(frame, item)])

    def _fits(self, frame: str, item: Item) -> bool:
        """A pronoun alone needs the same speaker before it."""
        if "{he}" in frame and "{who}" not in frame and "{Who}" not in frame:
            return self._last == item.voice and item.voice in self._cast.people
        return True

    def _clause(self, choices: Sequence[Wording], *forms: str) -> Wording:
        fitting = [wording for wording in choices if wording.form in (forms or ("",))]
        own = [wording for wording in fitting if wording.form]
        return self._bag.draw(own if own and self._chance.random() < 0.5 else fitting)

    def _filled(self, frame: str, voice: str, issue: int = 0) -> str:
        return capital(fill(frame, self._slots(voice, frame, issue=issue)).text)

    def _of_issue(self, issue: int) -> Mapping[str, str]:
        happened = self._cast.happened
        day = f"on {happened:%B} {happened.day}"
        if happened.year != self._day.year:
            day += f", {happened.year}"
        elif (self._day - happened).days <= 6 and self._chance.random() < 0.6:
            day = f"on {happened:%A}"
        thing = self._issues[issue].things[0]
        slots = {**self._cast.slots, "T": thing, "T_cap": capital(thing), "day": day}
        return slots | {"topic": fill(self._issues[issue].topic, slots).text}

    def _slots(self, voice: str, frame: str, issue: int = 0) -> dict[str, str]:
        cast = self._cast
        slots = {
            **self._of_issue(issue), "when": f"on {self._day:%A}", "city": cast.city,
            "outlet": self._outlet or cast.outlets[0], "lead": self._bag.draw(self._frames["leads"]),
            "aside": self._bag.draw(self._frames["asides"]), "from": cast.release_from,
            "From": capital(cast.release_from), "short": cast.short, "Short": capital(cast.short),
        }  # fmt: skip
        party = cast.parties["B" if "B" in voice else "A"]
        slots |= {"party": party, "Party": capital(party)}
        person = cast.people.get(voice) or self._bystander()
        if "{who}" in frame or "{Who}" in frame:
            named = self._name_of(person)
            slots |= {"who": named, "Who": capital(named)}
        return slots | {
            "he": "she" if person.she else "he", "his": "her" if person.she else "his",
            "himself": "herself" if person.she else "himself",
        }  # fmt: skip

    def _bystander(self) -> Person:
        """Who is asked where nobody asserts."""
        return self._cast.people["B2"]

    def _name_of(self, person: Person) -> str:
        if person.voice in self._named:
            return again_named(person, self._cast.people, self._chance)
        self._named.add(person.voice)
        return first_named(person, self._chance)


def _forms_of(voice: str) -> tuple[str, ...]:
    """Who may have worded what a speaker says."""
    spoken = {"A": ("", "we"), "B": ("", "us")}.get(voice[0], ("",))
    return (*spoken, "I") if voice == "A1" else spoken


def _marked(frame: str) -> str:
    return next(slot for slot in ("c", "Q", "x") if f"{{{slot}}}" in frame)


def _open(wordings: Sequence[Wording]) -> tuple[Wording, ...]:
    """The wordings without those that take their side for granted, and so keep it when denied or asked."""
    return tuple(wording for wording in wordings if wording.tag != "factive")


def _quotes(frame: str) -> bool:
    """Whether the clause stands between quotation marks."""
    before = frame[: frame.index(f"{{{_marked(frame)}}}")]
    return before.count("“") > before.count("”")


def copied(paper: Paper, outlet: str, day: date, line: str) -> Paper:
    """The document as another outlet carries it: the same words under its own name, and whence they come."""
    mentions = tuple(mention._replace(document=f"{paper.id}-copy", day=mention.day) for mention in paper.mentions)
    return paper._replace(
        id=f"{paper.id}-copy",
        outlet=outlet,
        day=day,
        text=f"{paper.text}\n{line}\n",
        mentions=mentions,
        copy_of=paper.id,
    )


def dateline(place: str, outlet: str, day: date) -> str:
    """How a report begins."""
    return f"{place.upper()}, {day:%B} {day.day}, {day.year} ({outlet.removeprefix('the ')}) — "


def days_after(day: date, chance: random.Random, least: int, most: int) -> date:
    """A day some days later."""
    return day + timedelta(days=chance.randrange(least, most + 1))
