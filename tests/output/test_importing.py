"""Nothing in an export is trusted: a line that does not hold is refused with its file and number."""

import msgspec
import pytest

from onrecord.model.errors import OutputError
from onrecord.model.findings import Question
from onrecord.model.identity import content_id
from onrecord.output import export_jsonl, import_jsonl
from reports import told

TEXT = (
    "The harbour minister of Norland, Ana Okoro, said on Thursday: “We do not ship grain to Sudonia.”\n\n"
    "She promised to open the books by June. Sudonia counts 40 ships a month."
)


@pytest.fixture
def export(record, tmp_path):
    record.keep(told(TEXT))
    record.review(next(record.claims()).id, "accept", "Ida")
    export_jsonl(record, tmp_path / "export")
    return tmp_path / "export"


def poison(export, file, change):
    """Change the only line of a file: `change` edits the object, or gives the bytes."""
    path = export / f"{file}.jsonl"
    line = msgspec.json.decode(path.read_bytes())
    changed = change(line)
    path.write_bytes((changed if isinstance(changed, bytes) else msgspec.json.encode(line)) + b"\n")


ELSEWHERE = {"status": "done", "when": None, "document": "document-" + "1" * 24, "spans": []}

CASES = [
    ("documents", lambda line: line.update(id="document-" + "0" * 24), "E414"),
    ("documents", lambda line: line["source"].update(sha256="0" * 64), "E414"),
    ("documents", lambda line: line.update(text=line["text"].replace("not ", "")), "E414"),
    ("documents", lambda line: line.update(text_sha256=None, text=line["text"] + "\r"), "E412"),
    ("documents", lambda line: line.update(text_sha256=None, text=line["text"] + "e\u0301"), "E412"),
    ("documents", lambda line: line["blocks"][0].update(end=10**9), "E413"),
    ("documents", lambda line: line.update(sources=[{**line["source"], "sha256": "1" * 64}]), "E414"),
    ("documents", lambda line: line.update(sources=[line["source"]]), "E414"),
    ("documents", lambda line: b"{", "E410"),
    ("documents", lambda line: b"\xff\xfe", "E410"),
    ("documents", lambda line: b"[]", "E412"),
    ("documents", lambda line: line.pop("source") and None, "E412"),
    ("documents", lambda line: line.update(payload="x"), "E411"),
    ("documents", lambda line: line["source"].update(payload="x"), "E411"),
    ("statements", lambda line: line.update(id="../../etc/passwd"), "E415"),
    ("statements", lambda line: line.update(id="statement-" + "A" * 24), "E415"),
    ("statements", lambda line: line.update(content=[[0, 10**6]]), "E413"),
    ("statements", lambda line: line.update(content=[[-1, 4]]), "E413"),
    ("statements", lambda line: line.update(content=[[5, 9], [7, 12]]), "E413"),
    ("statements", lambda line: line.update(document="document-" + "0" * 24), "E416"),
    ("statements", lambda line: line.update(manner="shouted"), "E412"),
    ("statements", lambda line: line.update(score=7), "E412"),
    ("claims", lambda line: line.update(statement="statement-" + "0" * 24), "E416"),
    ("claims", lambda line: line["proposition"].update(strange=1), "E411"),
    ("figures", lambda line: line.update(spans=[[3, 3]]), "E413"),
    ("commitments", lambda line: line.update(history=[ELSEWHERE]), "E416"),
    ("entities", lambda line: line["mentions"][0].update(end=10**6), "E413"),
    ("entities", lambda line: line.update(mentions=[]), "E412"),
    ("entities", lambda line: line.update(parts=[{"document": "document-1", "kind": "person", "name": "x"}]), "E412"),
    ("events", lambda line: line["mentions"][0].update(document="document-" + "1" * 24), "E416"),
    ("reviews", lambda line: line.update(item="/etc/passwd"), "E415"),
    ("reviews", lambda line: line.update(words=[]), "E412"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "change", "code"), CASES)
def test_a_poisoned_line_is_refused_with_its_place(fresh, export, file, change, code):
    poison(export, file, change)
    with fresh() as record:
        done = import_jsonl(record, export)
        first = done.refused[0]
        assert (first.code, first.file, first.line) == (code, f"{file}.jsonl", 1)
        assert str(first).startswith(f"{code} {file}.jsonl:1: ")
        assert "\n" not in str(first)
        assert list(record.verify()) == []
        assert record.counts()["document"] == (0 if file == "documents" else 1)


def test_what_rests_on_a_refused_line_is_refused_with_it_and_the_rest_is_imported(fresh, export):
    poison(export, "statements", lambda line: line.update(content=[[0, 10**6]]))
    with fresh() as record:
        done = import_jsonl(record, export)
        assert [(r.file, r.code) for r in done.refused] == [("statements.jsonl", "E413"), ("claims.jsonl", "E416")]
        counts = record.counts()
        assert (counts["statement"], counts["claim"], counts["figure"], counts["entity"]) == (0, 0, 1, 1)


def test_a_line_given_twice_is_refused_once(fresh, export):
    path = export / "figures.jsonl"
    path.write_bytes(path.read_bytes() * 2)
    with fresh() as record:
        (refusal,) = import_jsonl(record, export).refused
        assert (refusal.code, refusal.line) == ("E417", 2)
        assert record.counts()["figure"] == 1


def test_importing_twice_changes_nothing(fresh, export):
    with fresh() as record:
        assert import_jsonl(record, export).added == 1
        again = import_jsonl(record, export)
        assert (again.added, again.updated, again.unchanged, again.reviews) == (0, 0, 1, 0)


def test_importing_joins_what_is_there(fresh, export, tmp_path):
    with fresh() as record:
        record.keep(told("Sudonia counts 40 ships a month.", uri="b.txt"))
        seen = []
        done = import_jsonl(record, export, then=lambda into, document: seen.append((into, document)))
        assert done.added == 1
        assert [document for _, document in seen] == [told(TEXT).document.id]
        assert record.counts()["document"] == 2


def test_an_empty_record_ends_with_the_export_s_own_questions(fresh, export):
    made = Question(id=content_id("question", "x"), text="Is it so?", claims=())

    def compare(record, _):
        claims = tuple(claim.id for claim in record.claims())
        record.put_questions([msgspec.structs.replace(made, claims=claims)])

    with fresh() as record:
        import_jsonl(record, export, then=compare)
        assert list(record.questions()) == []
        assert next(record.claims()).question is None
    with fresh() as record:
        record.keep(told("Sudonia counts 40 ships a month.", uri="b.txt"))
        import_jsonl(record, export, then=compare)
        assert [question.id for question in record.questions()] == [made.id]


def test_a_folder_that_is_no_export_says_so(fresh, tmp_path):
    with fresh() as record, pytest.raises(OutputError, match="E403"):
        import_jsonl(record, tmp_path / "nowhere")
