"""An export's files, checked line by line and given back document by document."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from onrecord.model.documents import Document, Source
from onrecord.model.errors import OutputError
from onrecord.model.findings import Finding, Question, Review
from onrecord.model.identity import content_id
from onrecord.model.items import Annotated, Commitment, Entity, Event, Statement, StatusChange
from onrecord.model.spans import Evidence, Span, Spans
from onrecord.output.decoding import Refusal, Refused, check_id, check_score, decoded
from onrecord.output.lines import (
    LINES,
    ClaimLine,
    DocumentLine,
    EntityLine,
    EventLine,
    FindingLine,
    ReviewLine,
    StatementLine,
    claim_of,
)
from onrecord.record.checking import faults
from onrecord.record.rows import SPANS

S = TypeVar("S", bound=msgspec.Struct)

SHA256 = re.compile(r"[0-9a-f]{64}")

OF_DOCUMENTS = {
    "statements": "statement", "claims": "claim", "figures": "figure", "commitments": "commitment",
    "relations": "relation",
}  # fmt: skip
"""The files whose lines belong to one document each, and the kind they hold."""


class Export:
    """An export's files: read once to check each line and note where it is, then again document by document."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.refused: list[Refusal] = []
        self._lengths: dict[str, int] = {}
        self._ids: set[str] = set()
        self._places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._shared: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        self._progress: dict[str, dict[str, list[StatusChange]]] = defaultdict(lambda: defaultdict(list))
        self._sources: dict[str, DocumentLine] = {}
        if not (folder / "documents.jsonl").is_file():
            raise OutputError(
                "E403", "this is no export: it has no documents.jsonl", where=str(folder),
                remedy="Name a folder that onrecord export wrote",
            )  # fmt: skip
        self._check("documents", self._check_document)
        for file in OF_DOCUMENTS:
            self._check(file, self._check_item)
        self._check("entities", self._check_entity)
        self._check("events", self._check_event)

    def documents(self) -> Iterator[Annotated]:
        """Each document with all that was found in it."""
        handles = {
            file: (self._folder / f"{file}.jsonl").open("rb") for file in self._files(("documents", *OF_DOCUMENTS))
        }
        try:
            for name in sorted(self._lengths):
                places = self._places[name]
                items: dict[str, tuple[Any, ...]] = {}
                for file, handle in handles.items():
                    found = []
                    for offset in places[file]:
                        handle.seek(offset)
                        found.append(_as_told(msgspec.json.decode(handle.readline(), type=LINES[file])))
                    items[file] = tuple(found)
                line = cast("DocumentLine", items.pop("documents")[0])
                items["commitments"] = tuple(_own_history(c) for c in items.get("commitments", ()))
                yield Annotated(
                    document=_narrowed(Document, line),
                    version=line.version,
                    entities=tuple(self._shared[name]["entity"]),
                    events=tuple(self._shared[name]["event"]),
                    **items,
                )
        finally:
            for handle in handles.values():
                handle.close()

    def sources_of(self, document: str) -> Iterable[Source]:
        """A document's further sources."""
        return self._sources[document].sources

    def progress(self) -> dict[str, dict[str, list[StatusChange]]]:
        """What documents say became of other documents' commitments, by document and commitment."""
        return self._progress

    def questions(self) -> list[Question]:
        """The questions whose claims were all imported."""
        found: list[Question] = []

        def check(line: Question, _: int) -> None:
            self._known(line.claims)
            for position in line.positions:
                self._known(position.claims)
            found.append(line)

        self._check("questions", check)
        return found

    def findings(self) -> list[Finding]:
        """The findings whose items and words were all imported; what is overdue is worked out when asked."""
        found: list[Finding] = []

        def check(line: FindingLine, _: int) -> None:
            self._known(line.items)
            self._stands(line.id, line.evidence)
            check_score(line.score)
            if line.kind != "overdue":
                found.append(_narrowed(Finding, line))

        self._check("findings", check)
        return found

    def reviews(self) -> list[tuple[Review, tuple[str, ...]]]:
        """All reviews; their items may be gone, which is for the record to say."""
        found: list[tuple[Review, tuple[str, ...]]] = []

        def check(line: ReviewLine, _: int) -> None:
            for name in (line.item, line.undoes or line.id, *(e.document for e in line.evidence)):
                check_id(name)
            if len(line.words) != sum(len(e.spans) for e in line.evidence):
                raise Refused("E412", "its words and its spans differ in number")
            found.append((_narrowed(Review, line), line.words))

        self._check("reviews", check)
        return found

    def _files(self, names: Iterable[str]) -> list[str]:
        return [name for name in names if (self._folder / f"{name}.jsonl").is_file()]

    def _check(self, file: str, check: Callable[[Any, int], None]) -> None:
        """Read a file line by line; a line that fails is refused, and its id is not known to others."""
        for present in self._files([file]):
            offset = 0
            with (self._folder / f"{present}.jsonl").open("rb") as handle:
                for number, raw in enumerate(handle, start=1):
                    try:
                        line = decoded(raw, LINES[file])
                        name = line.id  # type: ignore[attr-defined]  # every line has one
                        check_id(name)
                        if name in self._ids:
                            raise Refused("E417", f"{name} stands on an earlier line already")
                        check(line, offset)
                        self._ids.add(name)
                    except Refused as refused:
                        self.refused.append(
                            Refusal(file=f"{file}.jsonl", line=number, code=refused.code, reason=refused.reason)
                        )
                    offset += len(raw)

    def _check_document(self, line: DocumentLine, offset: int) -> None:
        source, text = line.source, line.text
        if not SHA256.fullmatch(source.sha256) or line.id != content_id("document", source.sha256):
            raise Refused("E414", "its id is not that of its bytes' SHA-256")
        if line.text_sha256 is not None and line.text_sha256 != hashlib.sha256(text.encode()).hexdigest():
            raise Refused("E414", "its text is not the text that was exported")
        if not unicodedata.is_normalized("NFC", text) or "\r" in text:
            raise Refused("E412", "its text is not in Unicode NFC with LF line ends, so offsets cannot be trusted")
        last = 0
        for block in line.blocks:
            if not last <= block.start <= block.end <= len(text):
                raise Refused(
                    "E413", f"its block at {block.start}–{block.end} overlaps another or lies outside the text"
                )
            last = block.end
        if any(s.sha256 != source.sha256 for s in line.sources) or len(
            {source.uri, *(s.uri for s in line.sources)}
        ) <= len(line.sources):
            raise Refused("E414", "its further sources are of other bytes, or repeat one")
        self._lengths[line.id] = len(text)
        self._sources[line.id] = line
        self._places[line.id]["documents"].append(offset)

    def _check_item(self, line: Any, offset: int) -> None:  # noqa: ANN401 - one of five kinds
        kind = OF_DOCUMENTS[next(file for file in OF_DOCUMENTS if LINES[file] is type(line))]
        self._here(line.document)
        for spans in SPANS[kind](line):
            self._inside(line.id, line.document, spans)
        statement = getattr(line, "statement", None)
        if statement is not None:
            self._known([statement])
        if isinstance(line, Commitment):
            self._check_history(line)
        check_score(line.score)
        self._places[line.document][f"{kind}s"].append(offset)

    def _check_history(self, line: Commitment) -> None:
        for change in line.history:
            self._here(change.document)
            self._inside(line.id, change.document, change.spans)
        for change in line.history:
            if change.document != line.document and change.status != "overdue":
                self._progress[change.document][line.id].append(change)

    def _check_entity(self, line: EntityLine, _: int) -> None:
        for mention in line.mentions:
            self._here(mention.document)
            self._inside(line.id, mention.document, (Span(mention.start, mention.end),))
        entity = _narrowed(Entity, line)
        parts = _parts_of(line, entity)
        by_document = defaultdict(list)
        for mention in line.mentions:
            by_document[mention.document].append(mention)
        if sorted(by_document) != sorted(document for document, _ in parts):
            raise Refused("E412", "its parts and its mentions are of different documents")
        for document, part in parts:
            own = msgspec.structs.replace(
                entity, kind=part.kind, name=part.name, aliases=part.aliases, roles=part.roles, party=part.party,
                mentions=tuple(by_document[document]),
            )  # fmt: skip
            self._shared[document]["entity"].append(own)

    def _check_event(self, line: EventLine, _: int) -> None:
        self._stands(line.id, line.mentions)
        check_score(line.score)
        event = _narrowed(Event, line)
        documents = sorted({mention.document for mention in line.mentions})
        parts = _parts_of(line, event)
        if documents != sorted(document for document, _ in parts):
            raise Refused("E412", "its parts and its mentions are of different documents")
        for document, part in parts:
            own = msgspec.structs.replace(
                event, id=part.id, kind=part.kind, text=part.text, when=part.when, place=part.place,
                participants=part.participants, trigger=part.trigger, status=part.status, doubts=part.doubts,
                score=part.score,
                mentions=tuple(mention for mention in line.mentions if mention.document == document),
            )  # fmt: skip
            self._ids.add(part.id)
            self._shared[document]["event"].append(own)

    def _here(self, document: str) -> None:
        if document not in self._lengths:
            raise Refused("E416", f"its document is not in the export, or was refused: {document[:60]!r}")

    def _known(self, names: Iterable[str]) -> None:
        for name in names:
            if name not in self._ids:
                raise Refused("E416", f"it rests on what is not in the export, or was refused: {name[:60]!r}")

    def _inside(self, item: str, document: str, spans: Spans) -> None:
        fault = next(faults(item, spans, self._lengths[document]), None)
        if fault:
            raise Refused("E413", fault)

    def _stands(self, item: str, evidence: tuple[Evidence, ...]) -> None:
        if not evidence:
            raise Refused("E413", "it stands on no words")
        for each in evidence:
            self._here(each.document)
            self._inside(item, each.document, each.spans)


def _as_told(line: Any) -> Any:  # noqa: ANN401 - any item of one document
    """An item as its document tells it, without what the record that was exported knew besides."""
    if isinstance(line, StatementLine):
        return _narrowed(Statement, msgspec.structs.replace(line, speaker=line.told or line.speaker))
    if isinstance(line, ClaimLine):
        return claim_of(line)
    return line


def _parts_of(line: Any, whole: Any) -> list[tuple[str, Any]]:  # noqa: ANN401 - entities and events alike
    """What each document says of a shared item: its parts, or the item itself where one document has it."""
    return [(part.document, part) for part in line.parts or ()] or [(_only_document(line), whole)]


def _only_document(line: EntityLine | EventLine) -> str:
    documents = {mention.document for mention in line.mentions}
    if len(documents) != 1:
        raise Refused("E412", "it is of several documents, or of none, and has no parts")
    return documents.pop()


def _narrowed(kind: type[S], line: msgspec.Struct) -> S:
    """A line as the model's own type, without what was added."""
    return kind(**{name: getattr(line, name) for name in kind.__struct_fields__})


def _own_history(commitment: Commitment) -> Commitment:
    own = tuple(c for c in commitment.history if c.document == commitment.document and c.status != "overdue")
    return msgspec.structs.replace(commitment, history=own)
