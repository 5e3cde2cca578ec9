"""Speakers over the documents of a record: surnames with their full names, parties by one name, and back on import."""

import hashlib
import json

import pytest

from onrecord.model.documents import Block, Document, Source
from onrecord.model.identity import content_id
from onrecord.model.items import Annotated, Claim, Entity, Holder, Mention, Proposition, Role, Speaker, Statement
from onrecord.model.spans import Span
from onrecord.output import export_jsonl, import_jsonl


def document(number: int) -> Document:
    text = f"Report number {number}."
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=content_id("document", digest), text=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        source=Source(uri=f"r{number}.txt", sha256=digest, media_type="text/plain", read_at="2021-01-01"),
    )  # fmt: skip


def told(number: int, name: str, title: str | None, party: str | None) -> Annotated:
    """A document in which somebody says something."""
    found = document(number)
    role = (Role(title=title, organisation=party),) if title else ()
    who = Entity(
        id=f"entity-{number:024d}", kind="person", name=name, roles=role, party=party,
        mentions=(Mention(document=found.id, start=0, end=4),),
    )  # fmt: skip
    said = Statement(
        id=f"statement-{number:024d}", document=found.id, content=(Span(0, 5),), manner="direct",
        speaker=Speaker(entity=who.id, name=name, party=party),
    )  # fmt: skip
    claim = Claim(
        id=f"claim-{number:024d}", document=found.id, statement=said.id, spans=(Span(0, 5),), text="It is so.",
            polarity="affirmed", modality="asserted",
        holder=Holder(entity=who.id, name=name, party=party), proposition=Proposition(predicate="be"),
    )  # fmt: skip
    return Annotated(document=found, version="1", entities=(who,), statements=(said,), claims=(claim,))


def lines(folder, file):
    return [json.loads(line) for line in (folder / f"{file}.jsonl").read_text().splitlines()]


@pytest.mark.parametrize(
    ("second", "known", "same"),
    [
        (("Maalen", "foreign minister", "Belmora"), ("Ruta Maalen", "Belmora"), True),
        (("Maalen", "foreign minister", None), ("Ruta Maalen", "Belmora"), True),
        (("Maalen", "energy minister", None), ("Maalen", None), False),
        (("Maalen", "foreign minister", "Tyria"), ("Maalen", "Tyria"), False),
        (("Maalen", None, "Belmoran"), ("Ruta Maalen", "Belmora"), True),
    ],
)
def test_a_surname_alone_is_exported_as_whose_it_is_and_imported_as_told(fresh, tmp_path, second, known, same):
    with fresh() as record, fresh() as other:
        record.keep(told(1, "Ruta Maalen", "Foreign Minister", "Belmora"))
        record.keep(told(2, *second))
        export_jsonl(record, tmp_path / "one")
        said, held = lines(tmp_path / "one", "statements")[1], lines(tmp_path / "one", "claims")[1]
        assert (said["speaker"]["name"], said["speaker"]["party"]) == known
        assert (held["holder"]["name"], held["holder"]["party"]) == known
        changed = known != (second[0], second[2])
        assert (said["told"] is not None, held["told"] is not None) == (changed, changed)
        heads = {line["id"]: line["same_as"] for line in lines(tmp_path / "one", "entities")}
        assert (heads[f"entity-{2:024d}"] == f"entity-{1:024d}") == same
        import_jsonl(other, tmp_path / "one")
        assert list(other.statements(by_id=True)) == list(record.statements(by_id=True))
        assert list(other.claims(by_id=True)) == list(record.claims(by_id=True))
        export_jsonl(other, tmp_path / "two")
        for file in ("statements", "claims", "entities"):
            one, two = ((tmp_path / folder / f"{file}.jsonl").read_bytes() for folder in ("one", "two"))
            assert one == two
