"""Invented disputes of any number: documents for measuring, the same for the same seed.

A dispute has two countries and a thing, officials on both sides, seizures that each side counts its own way,
and promises with dates. Disputes come one after another, as they do in the news: document *n* belongs to
dispute *n // documents_per_dispute*, so a larger record has more disputes, not longer ones. The countries
come again and again; what is shared by the whole record, such as a country's name, grows with it.

`text_of` gives the words alone, for measuring reading and annotating; `annotated` gives a document with
its items in place, for measuring what comes after without the parser.
"""

import hashlib
import random
from collections.abc import Callable
from datetime import timedelta

from inventing import OUTLETS, USUAL, Issue, Shape, dispute_of, sentence
from onrecord.model.documents import Block, Document, Source
from onrecord.model.identity import content_id, fold
from onrecord.model.items import (
    Annotated,
    Argument,
    Claim,
    Commitment,
    Entity,
    Figure,
    Holder,
    Mention,
    Proposition,
    Role,
    Speaker,
    Statement,
)
from onrecord.model.spans import Span
from onrecord.model.times import Interval, Published

VERSION = "generated/1"


class _Page:
    """Text that grows paragraph by paragraph, with the items that stand in it."""

    def __init__(self, number: int, shape: Shape) -> None:
        self.dispute = dispute_of(number // shape.documents_per_dispute, shape)
        self.chance = random.Random(f"{shape.seed} document {number}")
        self.day = self.dispute.began + timedelta(days=number % shape.documents_per_dispute)
        self.outlet = self.chance.choice(OUTLETS)
        self.thing = self.dispute.issues[0].thing
        self.text = ""
        self.blocks: list[Block] = []
        self.entities: dict[str, list[Span]] = {}
        self.offices: dict[str, tuple[str, str]] = {}
        self.makers: list[Callable[[str], object]] = []
        self.number = number

    def paragraph(self, text: str) -> int:
        """Add a paragraph; where it begins."""
        start = len(self.text)
        self.text += text
        self.blocks.append(Block(kind="paragraph", start=start, end=len(self.text)))
        self.text += "\n\n"
        return start

    def when(self) -> Interval:
        """The day of the words."""
        return Interval(
            start=self.day.isoformat(),
            end=(self.day + timedelta(days=1)).isoformat(),
            precision="day",
            text=self.day.strftime("%A"),
        )

    def quotation(self) -> None:
        """One side speaks: the accused mostly denies, the accuser mostly charges."""
        dispute, chance = self.dispute, self.chance
        country = chance.choice((dispute.accused, dispute.accuser))
        denies = (country == dispute.accused) != (chance.random() < 0.05)
        name, office = chance.choice(dispute.speakers[country])
        issue = chance.choice(dispute.issues)
        says = f"does not {issue.verb}" if denies else f"{issue.verb}s"
        words = f"{dispute.accused} {says} {issue.thing}"
        start = self.paragraph(f"“{words},” said {name}, {country}'s {office}, on {self.day:%A}.")
        content = Span(start + 1, start + 1 + len(words))
        cue_at = content.end + 3
        source = Span(cue_at + 5, cue_at + 5 + len(name))
        self.entities.setdefault(name, []).append(source)
        self.offices[name] = (office, country)
        cue = Span(cue_at, cue_at + 4)
        self.makers.append(
            lambda document: self._said(
                document, issue, content=content, cue=cue, source=source, name=name, country=country, denies=denies
            )
        )

    def _said(
        self,
        document: str,
        issue: Issue,
        *,
        content: Span,
        cue: Span,
        source: Span,
        name: str,
        country: str,
        denies: bool,
    ) -> tuple[Statement, Claim]:
        entity = content_id("entity", "person", fold(name))
        statement = Statement(
            id=content_id("statement", document, (content,), (cue,)),
            document=document,
            content=(content,),
            cue=(cue,),
            source=(source,),
            manner="direct",
            speaker=Speaker(entity=entity, name=name, party=country),
            uttered=self.when(),
        )
        dispute = self.dispute
        agent = Argument(
            role="agent",
            text=dispute.accused,
            key=fold(dispute.accused),
            entity=content_id("entity", "place", fold(dispute.accused)),
        )
        theme = Argument(role="theme", text=issue.thing, key=issue.thing)
        claim = Claim(
            id=content_id("claim", document, (content,)),
            document=document,
            statement=statement.id,
            spans=(content,),
            text=f"{content.of(self.text)}.",
            polarity="negated" if denies else "affirmed",
            modality="asserted",
            holder=Holder(entity=entity, name=name, party=country),
            proposition=Proposition(predicate=issue.verb, arguments=(agent, theme)),
            about=self.when(),
            terms=tuple(sorted({fold(dispute.accused), issue.verb, *issue.thing.split()})),
            score=0.9,
        )
        return statement, claim

    def seizure(self) -> None:
        """A count that the sides do not share."""
        kilograms = self.chance.choice((300, 310, 450, 480))
        amount = f"{kilograms} kilograms"
        year = self.day.year - 1
        words = f"{self.dispute.accuser} says that {amount} of {self.thing} were seized at the border in {year}."
        start = self.paragraph(words) + words.index(amount)
        span = Span(start, start + len(amount))
        period = Interval(start=f"{year}-01-01", end=f"{year + 1}-01-01", precision="year", text=f"in {year}")
        self.makers.append(
            lambda document: Figure(
                id=content_id("figure", document, (span,)),
                document=document,
                spans=(span,),
                statement=None,
                low=kilograms,
                high=kilograms,
                modifier="exact",
                unit="kg",
                kind="absolute",
                measures=f"{self.thing} seized",
                place=self.dispute.accuser,
                period=period,
                holder=Holder(party=self.dispute.accuser),
                score=0.9,
            )
        )

    def promise(self) -> None:
        """An undertaking with a date."""
        due = self.day + timedelta(days=self.chance.randrange(10, 90))
        action = f"publish the readings of {self.chance.randrange(3, 60)} stations"
        start = self.paragraph(f"{self.dispute.accused} promised to {action} by {due:%B} {due.day}, {due.year}.")
        span = Span(start, len(self.text) - 2)
        deadline = Interval(
            start=due.isoformat(),
            end=(due + timedelta(days=1)).isoformat(),
            precision="day",
            text=f"{due:%B} {due.day}, {due.year}",
        )
        self.makers.append(
            lambda document: Commitment(
                id=content_id("commitment", document, (span,)),
                document=document,
                spans=(span,),
                parties=(self.dispute.accused,),
                action=action,
                counterparts=(self.dispute.accuser,),
                deadline=deadline,
                kind="pledge",
                announced=self.when(),
                score=0.9,
            )
        )


def _page(number: int, shape: Shape) -> _Page:
    page = _Page(number, shape)
    day = page.day
    page.paragraph(f"{page.dispute.accused}, {page.dispute.accuser} meet over {page.thing}, round {number}")
    page.paragraph(
        f"{page.dispute.accuser.upper()}, {day:%B} {day.day}, {day.year} ({page.outlet}) — "
        f"Talks on {page.thing} between {page.dispute.accused} and {page.dispute.accuser} went on."
    )
    parts: list[Callable[[], None]] = [page.quotation] * shape.quotations + [page.seizure, page.promise]
    page.chance.shuffle(parts)
    while parts or len(page.text.split()) < shape.words:
        if parts:
            parts.pop()()
        if len(page.text.split()) < shape.words:
            page.paragraph(" ".join(sentence(page.chance) for _ in range(3)))
    return page


def text_of(number: int, shape: Shape = USUAL) -> str:
    """The words of a document."""
    return _page(number, shape).text


def annotated(number: int, shape: Shape = USUAL) -> Annotated:
    """A document with its items, as annotating would have to find them."""
    page = _page(number, shape)
    sha256 = hashlib.sha256(page.text.encode()).hexdigest()
    identity = content_id("document", sha256)
    day = page.when()
    document = Document(
        id=identity,
        text=page.text,
        title=page.text.split("\n", 1)[0],
        outlet=page.outlet,
        blocks=tuple(page.blocks),
        source=Source(
            uri=f"generated/{number:06}.txt", sha256=sha256, media_type="text/plain", read_at="2025-01-01T00:00:00Z"
        ),
        published=Published(
            start=day.start,
            end=day.end,
            precision="day",
            text=f"{page.day:%B} {page.day.day}, {page.day.year}",
            known_by="dateline",
        ),
    )
    made = [item for make in page.makers for item in _flat(make(identity))]
    return Annotated(
        document=document,
        version=VERSION,
        entities=_entities(page, identity),
        statements=tuple(item for item in made if isinstance(item, Statement)),
        claims=tuple(item for item in made if isinstance(item, Claim)),
        figures=tuple(item for item in made if isinstance(item, Figure)),
        commitments=tuple(item for item in made if isinstance(item, Commitment)),
    )


def _flat(made: object) -> tuple[object, ...]:
    return made if type(made) is tuple else (made,)


def _entities(page: _Page, document: str) -> tuple[Entity, ...]:
    people = tuple(
        Entity(
            id=content_id("entity", "person", fold(name)),
            kind="person",
            name=name,
            aliases=(name,),
            party=page.offices[name][1],
            roles=(Role(title=page.offices[name][0], organisation=page.offices[name][1]),),
            mentions=tuple(Mention(document=document, start=span.start, end=span.end) for span in spans),
        )
        for name, spans in sorted(page.entities.items())
    )
    at = page.text.index(page.dispute.accused)
    place = Entity(
        id=content_id("entity", "place", fold(page.dispute.accused)),
        kind="place",
        name=page.dispute.accused,
        aliases=(page.dispute.accused,),
        party=page.dispute.accused,
        mentions=(Mention(document=document, start=at, end=at + len(page.dispute.accused)),),
    )
    return (*people, place)
