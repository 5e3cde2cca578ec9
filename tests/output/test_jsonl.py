"""The export has FORMAT.md's files and fields, holds to the shipped schemas, and comes back byte for byte."""

from itertools import count

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generated import corpora, derived
from onrecord.model.errors import OutputError
from onrecord.model.items import Argument, Proposition, StatusChange
from onrecord.model.spans import Span
from onrecord.output import export_jsonl, import_jsonl
from onrecord.output.lines import LINES
from onrecord.output.schemas import rendered, schema_of, shipped_schema
from reports import told

FORMAT = {
    "documents": "id source text title outlet authors published dateline genre language terms embargo republished_from"
    " blocks",
    "statements": "id document content cue source manner stance speaker addressee uttered place venue terms nested_in"
    " score",
    "claims": "id document statement spans text polarity modality holder question about score",
    "questions": "id text claims positions",
    "figures": "id document spans statement low high modifier unit kind measures place period basis holder score",
    "commitments": "id document spans parties action counterparts deadline condition kind announced history score",
    "events": "id mentions text when place participants score",
    "entities": "id kind name aliases roles party mentions",
    "relations": "id document spans subject predicate object when polarity holder score",
    "findings": "id kind items evidence question same_speaker checks reason score method version review",
}
"""FORMAT.md's fields, file by file."""

NESTED = {
    ("documents", "source"): "uri sha256 media_type read_at",
    ("documents", "published"): "start end precision text known_by",
    ("documents", "terms"): "kind text",
    ("documents", "embargo"): "until text",
    ("documents", "blocks"): "kind start end label",
    ("statements", "speaker"): "entity name description anonymous party",
    ("statements", "uttered"): "start end precision text",
    ("claims", "holder"): "entity name party",
    ("questions", "positions"): "party holder answer from claims shifted_from",
    ("figures", "basis"): "relation period of",
    ("commitments", "history"): "status when document spans",
    ("events", "mentions"): "document spans",
    ("entities", "roles"): "title organisation from to",
    ("entities", "mentions"): "document start end",
    ("findings", "evidence"): "document spans",
    ("findings", "checks"): "time place referent measure modality",
}

FEW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


def exported(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def lines_of(files, name):
    return [msgspec.json.decode(line) for line in files[f"{name}.jsonl"].splitlines()]


@st.composite
def records(draw):
    """A corpus with what was derived from it, and reviews of some of it."""
    corpus = draw(corpora(most=3))
    questions, findings = draw(derived(corpus))
    items = [item.id for each in corpus for item in (*each.statements, *each.claims, *each.entities)]
    items += [finding.id for finding in findings]
    reviewed = draw(st.lists(st.sampled_from(items), max_size=3)) if items else []
    return corpus, questions, findings, reviewed


def filled(record, corpus, questions, findings, reviewed):
    with record.transaction():
        for each in corpus:
            record.keep(each)
        record.put_questions(questions)
        record.put_findings(findings)
        for number, item in enumerate(reviewed):
            record.review(item, "accept", "Ida")
            if number:
                record.undo("Ida")
    return record


numbers = count()


@FEW
@given(made=records())
def test_export_import_export_is_byte_identical(fresh, tmp_path, made):
    first, second = tmp_path / f"first{next(numbers)}", tmp_path / f"second{next(numbers)}"
    with filled(fresh(), *made) as record, fresh() as other:
        export_jsonl(record, first)
        done = import_jsonl(other, first)
        assert done.refused == ()
        assert done.added == len(made[0])
        export_jsonl(other, second)
        assert list(other.verify()) == []
    assert exported(first) == exported(second)


@FEW
@given(made=records())
def test_every_line_holds_to_the_shipped_schema_and_the_format(fresh, tmp_path, made):
    folder = tmp_path / f"export{next(numbers)}"
    with filled(fresh(), *made) as record:
        export_jsonl(record, folder)
    files = exported(folder)
    assert set(files) == {f"{name}.jsonl" for name in (*FORMAT, "reviews")}
    for name in LINES:
        validator = jsonschema.Draft202012Validator(shipped_schema(name))
        lines = lines_of(files, name)
        assert [line["id"] for line in lines] == sorted(line["id"] for line in lines)
        for line in lines:
            validator.validate(line)
            assert set(FORMAT.get(name, "").split()) <= set(line)
            assert '""' not in str(list(_optional_texts(line)))
            for (file, field), wanted in NESTED.items():
                if file == name and line[field]:
                    for each in line[field] if isinstance(line[field], list) else [line[field]]:
                        assert set(wanted.split()) <= set(each)


def _optional_texts(value):
    if isinstance(value, dict):
        for part in value.values():
            yield from _optional_texts(part)
    elif value == "":
        yield value


@FEW
@given(corpus=corpora(most=3), data=st.data())
def test_an_export_does_not_depend_on_the_order_of_adding(fresh, tmp_path, corpus, data):
    folders = []
    for _ in range(2):
        order = data.draw(st.permutations(corpus))
        folders.append(tmp_path / f"order{next(numbers)}")
        with filled(fresh(), order, (), (), ()) as record:
            export_jsonl(record, folders[-1])
    assert exported(folders[0]) == exported(folders[1])


@pytest.mark.parametrize("name", LINES)
def test_the_shipped_schema_is_the_one_made_from_the_types(name):
    from importlib.resources import files

    assert files("onrecord.output.schemas").joinpath(f"{name}.schema.json").read_bytes() == rendered(name)
    jsonschema.Draft202012Validator.check_schema(schema_of(name))


def test_spans_and_times_are_written_as_the_format_says(record, tmp_path):
    record.keep(told("Ana Okoro said: “We do not ship grain to Sudonia.”"))
    export_jsonl(record, tmp_path / "out")
    files = exported(tmp_path / "out")
    (document,), (statement,), (claim,) = (lines_of(files, name) for name in ("documents", "statements", "claims"))
    ((start, end),) = statement["content"]
    assert document["text"][start:end] == "We do not ship grain to Sudonia."
    assert document["published"] == {
        "start": "2024-03-07", "end": "2024-03-07", "precision": "day", "text": "2024-03-07", "known_by": "given",
    }  # fmt: skip
    assert claim["holder"]["party"] == "Norland"
    assert claim["statement"] == statement["id"]
    assert claim["question"] is None


def test_empty_texts_are_exported_as_absent(record, tmp_path):
    found = told("Ana Okoro said: “We do not ship grain to Sudonia.”", outlet="", title="")
    (statement,) = found.statements
    found = msgspec.structs.replace(found, statements=(msgspec.structs.replace(statement, venue="", place=""),))
    record.keep(found)
    export_jsonl(record, tmp_path / "out")
    files = exported(tmp_path / "out")
    (document,), (line,) = lines_of(files, "documents"), lines_of(files, "statements")
    assert (document["outlet"], document["title"], line["venue"], line["place"]) == (None, None, None, None)


def test_a_participant_that_nothing_is_compared_by_is_exported_as_absent_and_comes_back(fresh, tmp_path):
    found = told("Ana Okoro said: “We do not ship grain to Sudonia.”")
    (claim,) = found.claims
    we = Argument(role="agent", text="we", key="")
    claim = msgspec.structs.replace(claim, proposition=Proposition(predicate="ship", arguments=(we,)))
    with fresh() as record, fresh() as other:
        record.keep(msgspec.structs.replace(found, claims=(claim,)))
        export_jsonl(record, tmp_path / "out")
        (line,) = lines_of(exported(tmp_path / "out"), "claims")
        assert [argument["key"] for argument in line["proposition"]["arguments"]] == [None]
        assert import_jsonl(other, tmp_path / "out").refused == ()
        assert other.get(claim.id) == record.get(claim.id)


def test_the_latest_verdict_stands_in_a_finding_and_every_step_in_reviews(record, tmp_path):
    found = told("Ana Okoro said: “We do not ship grain to Sudonia.”")
    record.keep(found)
    findings = _derived_from(found)
    record.put_findings(findings)
    record.review(findings[0].id, "reject", "Ida", note="not the same harbour")
    record.review(findings[0].id, "accept", "Jon")
    export_jsonl(record, tmp_path / "out")
    files = exported(tmp_path / "out")
    assert [line["review"] for line in lines_of(files, "findings")] == ["accept"]
    assert sorted(line["verdict"] for line in lines_of(files, "reviews")) == ["accept", "reject"]
    assert lines_of(files, "reviews")[0]["words"] == ["We do not ship grain to Sudonia."]


def test_what_later_documents_say_of_a_promise_comes_back(fresh, tmp_path):
    promise = told("Norland promised to open the books by June.")
    later = told("The books are open now.", uri="later.txt", day="2024-07-01")
    (commitment,) = promise.commitments
    done = StatusChange(status="done", when=None, document=later.document.id, spans=(Span(0, 18),))
    with fresh() as record, fresh() as other:
        record.keep(promise)
        record.keep(later)
        record.put_progress(later.document.id, {commitment.id: [done]})
        assert record.get(commitment.id).history == (done,)
        export_jsonl(record, tmp_path / "one")
        import_jsonl(other, tmp_path / "one")
        export_jsonl(other, tmp_path / "two")
        assert exported(tmp_path / "one") == exported(tmp_path / "two")
        other.remove(later.document.id)
        assert other.get(commitment.id).history == ()


def test_an_export_that_cannot_be_written_says_why(record, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=r"E401 .*file"):
        export_jsonl(record, tmp_path / "file")


def test_an_export_that_fails_leaves_no_half_file(record, tmp_path, monkeypatch):
    record.keep(told("Ana Okoro said: “We do not ship grain to Sudonia.”"))
    export_jsonl(record, tmp_path / "out")
    before = exported(tmp_path / "out")
    record.keep(told("Sudonia counts 40 ships a month.", uri="b.txt"))
    monkeypatch.setattr("onrecord.output.jsonl.encoded", _full_disk)
    with pytest.raises(OutputError, match="E401"):
        export_jsonl(record, tmp_path / "out")
    assert exported(tmp_path / "out") == before


def _full_disk(_):
    raise OSError(28, "No space left on device")


def _derived_from(found):
    from onrecord.model.findings import Checks, Finding
    from onrecord.model.identity import content_id
    from onrecord.model.spans import Evidence

    (claim,) = found.claims
    finding = Finding(
        id=content_id("finding", "shift", (claim.id,)),
        kind="shift",
        items=(claim.id,),
        evidence=(Evidence(document=claim.document, spans=claim.spans),),
        question=None,
        same_speaker=True,
        checks=Checks(),
        reason="It moved.",
        score=0.5,
        method="m",
        version="v",
    )
    return (finding,)
