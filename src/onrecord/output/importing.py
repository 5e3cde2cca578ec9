"""An export back into a record. Every line is checked before anything of its document is written.

A line that does not hold is refused with its file and number; what rests on it is refused with it, and the
rest is imported. Nothing in an export is trusted: ids are data, never paths, and are recomputed where they
can be; every range must lie in its text.
"""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import cast

import msgspec

from onrecord.model.findings import Question
from onrecord.output.decoding import Refusal
from onrecord.output.exported import Export
from onrecord.record import Filters, Record


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did: documents by outcome, new reviews, and the lines that were refused."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    reviews: int = 0
    refused: tuple[Refusal, ...] = ()


def import_jsonl(
    record: Record, folder: str | Path, *, then: Callable[[Record, str], object] | None = None
) -> Imported:
    """Read an export into a record, new or not.

    `then` is called for each document that is new or changed, inside the transaction that keeps it: there
    comparing indexes and compares it. A record that was empty ends with the export's own questions and
    findings; in one that held documents, what `then` brought out over all of them stands, and without
    `then` the two are joined.
    """
    was_empty = next(record.documents(Filters(limit=1)), None) is None
    export = Export(Path(folder))
    outcomes: dict[str, int] = defaultdict(int)
    for document in export.documents():
        with record.transaction():
            kept = record.keep(document)
            for source in export.sources_of(document.document.id):
                same = msgspec.structs.replace(document.document, source=source)
                record.keep(msgspec.structs.replace(document, document=same))
            if then and kept.outcome != "unchanged":
                then(record, kept.document)
        outcomes[kept.outcome] += 1
    with record.transaction():
        for name, changes in export.progress().items():
            record.put_progress(name, changes)
        questions, findings = export.questions(), export.findings()
        if was_empty:
            _clear_derived(record)
        if was_empty or then is None:
            record.put_questions([_joined(record, question) for question in questions])
            record.put_findings(findings)
        reviews = record.put_reviews(export.reviews())
    return Imported(reviews=reviews, refused=tuple(export.refused), **outcomes)


def _clear_derived(record: Record) -> None:
    """Take out what comparing brought out while the documents came in."""
    record.drop_questions([question.id for question in record.questions()])
    record.drop_findings([finding.id for finding in record.findings()])


def _joined(record: Record, question: Question) -> Question:
    """A question with the claims and positions that the record had for it already."""
    found = record.items("question", [question.id])
    if not found:
        return question
    here = cast("Question", found[0])
    positions = (*here.positions, *(position for position in question.positions if position not in here.positions))
    return msgspec.structs.replace(
        question, claims=tuple(sorted({*here.claims, *question.claims})), positions=positions
    )
