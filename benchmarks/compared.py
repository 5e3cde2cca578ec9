"""Topics read, annotated, kept and compared, with their findings set to the documents' names in the set."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import as_file, files
from pathlib import Path

from onrecord import annotate
from onrecord.comparing import compare
from onrecord.comparing.candidates import claims_that_meet
from onrecord.comparing.judging import Judging
from onrecord.language.cross_encoder import open_model
from onrecord.language.entailment import LABELS, WEIGHTS
from onrecord.model.findings import Finding, Question
from onrecord.record import Record
from tallying import OPPOSING, Compared, Spans
from topics import Topic

_SENTENCE_END = re.compile(r"[.?!][”\"’')]*(?=\s|$)")


def judging_by(folder: Path) -> Judging:
    """An entailment model other than the shipped one, such as one just trained."""
    with as_file(files("onrecord") / "models" / "encoder") as vocabulary:
        return Judging(open_model(folder / WEIGHTS, vocabulary, len(LABELS)).probabilities)


def compared_alone(topic: Topic, location: Path, judging: Judging | None = None) -> Compared:
    """One topic in a record of its own."""
    return compared_together([topic], location, judging)[0]


def compared_together(topics: Sequence[Topic], location: Path, judging: Judging | None = None) -> list[Compared]:
    """All topics in one record; a finding over two topics goes to both, where it matches nothing known."""
    name_of: dict[str, str] = {}
    with Record.open(location) as record:
        for topic in topics:
            for name, document in topic.documents.items():
                with record.transaction():
                    kept = record.keep(annotate(document))
                    compare(record, kept.document, questions=kept.questions, judging=judging)
                name_of[kept.document] = name
        findings = [finding for finding in record.findings() if finding.kind in OPPOSING]
        return [_compared(record, topic, name_of, findings) for topic in topics]


def _compared(record: Record, topic: Topic, name_of: Mapping[str, str], findings: Iterable[Finding]) -> Compared:
    own = [f for f in findings if any(name_of[e.document] in topic.documents for e in f.evidence)]
    ids = {name: document for document, name in name_of.items() if name in topic.documents}
    places: dict[str, tuple[Spans, ...]] = {
        finding.id: tuple((name_of[evidence.document], evidence.spans) for evidence in finding.evidence)
        for finding in own
    }
    return Compared(
        topic=topic,
        findings=tuple(own),
        places=places,
        claims={name: record.annotated(ids[name]).claims for name in topic.documents},
        met=frozenset(pair for name in topic.documents for pair in claims_that_meet(record, ids[name])),
        questions=tuple(_questions(record, set(ids.values()))),
        sentences=sum(len(_SENTENCE_END.findall(document.text)) for document in topic.documents.values()),
    )


def _questions(record: Record, documents: set[str]) -> Iterator[Question]:
    """The questions that some claim of these documents answers."""
    claims = {claim.id for document in documents for claim in record.annotated(document).claims}
    return (question for question in record.questions() if claims.intersection(question.claims))
