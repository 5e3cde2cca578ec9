"""The columns of each kind's table, and how an item fills them. Every row ends in the exact words."""

from collections.abc import Iterable, Iterator

from onrecord.annotating.sources import is_person_phrase, is_plural
from onrecord.model.documents import Document
from onrecord.model.errors import Failure
from onrecord.model.findings import Question
from onrecord.model.items import Claim, Commitment, Entity, Figure, Statement
from onrecord.output.listing import Column
from onrecord.output.sources import Sources, file_name, short
from onrecord.output.wording import amount, count, day, holder, offices, speaker, when

Rows = Iterator[tuple[str, ...]]

ID = Column("id", "faint")

DOCUMENTS = (
    ID,
    Column("published"),
    Column("outlet", "name"),
    Column("genre"),
    Column("file"),
    Column("title", wide=True),
)
STATEMENTS = (
    ID,
    Column("when"),
    Column("speaker", "name"),
    Column("party"),
    Column("manner"),
    Column("words", wide=True),
)
CLAIMS = (ID, Column("about"), Column("holder", "name"), Column("says"), Column("claim", wide=True))
FIGURES = (
    ID,
    Column("amount", "name"),
    Column("period"),
    Column("where"),
    Column("holder"),
    Column("of what", wide=True),
)
COMMITMENTS = (ID, Column("due"), Column("status"), Column("who", "name"), Column("kind"), Column("what", wide=True))
ENTITIES = (
    ID,
    Column("name", "name"),
    Column("kind"),
    Column("party"),
    Column("mentions", right=True),
    Column("known as", wide=True),
)
QUESTIONS = (ID, Column("claims", right=True), Column("question", wide=True))
FAILURES = (Column("code", "bad"), Column("file", "name"), Column("reason", wide=True))


def documents(items: Iterable[Document]) -> Rows:
    """When, where, which file, its title."""
    for item in items:
        yield (
            short(item.id), day(item.published), item.outlet or "", item.genre, file_name(item), item.title or ""
        )  # fmt: skip


def statements(items: Iterable[Statement], sources: Sources) -> Rows:
    """Who said what, when."""
    for item in items:
        yield (
            short(item.id), day(item.uttered), speaker(item.speaker), item.speaker.party or "", item.manner,
            sources.words(item.document, item.content),
        )  # fmt: skip


def claims(items: Iterable[Claim]) -> Rows:
    """What is held to be so; "says no" is a negated claim, and a modality other than asserted is named."""
    for item in items:
        says = "yes" if item.polarity == "affirmed" else "no"
        says += "" if item.modality == "asserted" else f", {item.modality}"
        yield short(item.id), day(item.about), holder(item.holder), says, item.text


def figures(items: Iterable[Figure], sources: Sources) -> Rows:
    """How much of what, whose, where and for which time."""
    for item in items:
        measures = item.measures or f"“{sources.words(item.document, item.spans)}”"
        yield (
            short(item.id), amount(item) or sources.words(item.document, item.spans), day(item.period),
            item.place or "", holder(item.holder), measures + _basis(item),
        )  # fmt: skip


def _basis(item: Figure) -> str:
    if item.basis is None:
        return ""
    of = item.basis.of or (when(item.basis.period) if item.basis.period else "")
    relation = item.basis.relation.replace("_", " ").removesuffix(" of")
    joint = " of " if item.basis.of or item.kind == "multiple" else " on "
    return f" ({relation}{joint}{of})" if of else f" ({relation})"


def commitments(items: Iterable[Commitment]) -> Rows:
    """Who undertook what, by when, and what is known to have become of it."""
    for item in items:
        status = item.history[-1].status if item.history else "announced"
        whom = f" (with {', '.join(item.counterparts)})" if item.counterparts else ""
        condition = f" — if: {item.condition}" if item.condition else ""
        yield (
            short(item.id), day(item.deadline), status.replace("_", " "), ", ".join(item.parties),
            item.kind.replace("_", " "), item.action + whom + condition,
        )  # fmt: skip


def entities(items: Iterable[Entity]) -> Rows:
    """Names, with offices and other names."""
    for item in items:
        several = item.kind == "person" and is_person_phrase(item.name) and is_plural(item.name)
        yield (
            short(item.id), item.name, "people" if several else item.kind, item.party or "", f"{len(item.mentions):,}",
            "; ".join([*offices(item.roles), *(alias for alias in item.aliases if alias != item.name)]),
        )  # fmt: skip


def questions(items: Iterable[Question]) -> Rows:
    """What the claims answer."""
    for item in items:
        yield short(item.id), f"{len(item.claims):,}", item.text


def failures(items: Iterable[Failure]) -> Rows:
    """What failed, why, and what to do."""
    for item in items:
        yield item.code, item.uri, item.reason + (f". {item.remedy}" if item.remedy else "")


def tally(counts: dict[str, int]) -> str:
    """What a record holds, in one line."""
    singular = {"document": "document", "statement": "statement", "claim": "claim", "figure": "figure",
                "commitment": "promise", "event": "event", "entity": "entity", "finding": "finding"}  # fmt: skip
    plural = {"entity": "entities"}
    named = [(counts.get(kind, counts.get(kind + "s", 0)), kind, word) for kind, word in singular.items()]
    return ", ".join(count(number, word, plural.get(kind)) for number, kind, word in named if number)
