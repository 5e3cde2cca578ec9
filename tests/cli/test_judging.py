"""Looking closer, judging, checking, taking out and moving a record."""

import json
import shutil

import pytest


@pytest.fixture
def record(filled, tmp_path):
    """A copy of the record that a test may change."""
    return shutil.copy(filled, tmp_path / "own.db")


def first(onrecord, record, kind):
    return json.loads(onrecord(kind, "--json", "--record", record)[1].splitlines()[0])


@pytest.mark.parametrize(
    "kind", ["documents", "statements", "claims", "figures", "commitments", "entities", "conflicts"]
)
def test_show_takes_the_beginning_of_an_id_and_marks_the_exact_words(onrecord, filled, kind):
    item = first(onrecord, filled, kind)
    code, output, _ = onrecord("show", item["id"][:20], "--record", filled)
    assert code == 0
    assert item["id"][:14] in output
    assert "[[" in output or kind == "documents"


def test_show_gives_the_item_as_json(onrecord, filled):
    item = first(onrecord, filled, "claims")
    assert json.loads(onrecord("show", item["id"], "--json", "--record", filled)[1]) == item


def test_show_gives_a_question_with_its_positions(onrecord, filled):
    question = first(onrecord, filled, "positions")
    output = onrecord("show", question["id"], "--record", filled)[1]
    assert question["text"] in output
    assert all(f"{position['party']}: " in output for position in question["positions"])


def test_show_of_an_unknown_or_ambiguous_id_says_so(onrecord, filled):
    assert onrecord("show", "claim-zzz", "--record", filled)[0] in {2, 3}
    code, _, errors = onrecord("show", "claim-", "--record", filled)
    assert code in {2, 3}
    assert errors.count("\n") == 1


def test_conflicts_show_both_sides_the_clash_the_checks_and_the_reason(onrecord, filled):
    code, output, errors = onrecord("conflicts", "--limit", "1", "--record", filled)
    assert code == 0
    assert output.startswith("Contradiction, ")
    assert output.count("January 2015; ") == 2
    assert output.count("[[") >= 2
    assert "Why: " in output
    assert "Checked: time agrees" in output
    assert "onrecord review" in errors


def test_conflicts_of_one_kind_and_above_a_score(onrecord, filled):
    lines = onrecord("conflicts", "--kind", "contradiction", "--json", "--record", filled)[1].splitlines()
    assert {json.loads(line)["kind"] for line in lines} == {"contradiction"}
    assert onrecord("conflicts", "--min-score", "1", "--record", filled)[1] == ""


def test_promises_are_overdue_as_of_a_day(onrecord, filled):
    def overdue(day):
        return onrecord("conflicts", "--kind", "overdue", "--as-of", day, "--json", "--record", filled)[1].splitlines()

    assert overdue("2015-01-01") == []
    assert len(overdue("2016-01-01")) == 6
    assert onrecord("conflicts", "--as-of", "soon", "--record", filled)[0] == 2


def _status(line):
    return line["history"][-1]["status"] if line["history"] else "announced"


def test_an_export_tells_what_is_overdue_as_the_lists_do(onrecord, filled, tmp_path):
    def lines(file):
        return [json.loads(line) for line in (tmp_path / "out" / file).read_text(encoding="utf-8").splitlines()]

    for day, number in (("2015-01-01", 0), ("2016-01-01", 6)):
        assert onrecord("export", str(tmp_path / "out"), "--as-of", day, "--record", filled)[0] == 0
        found = {line["items"][0] for line in lines("findings.jsonl") if line["kind"] == "overdue"}
        late = {line["id"]: line["history"][-1] for line in lines("commitments.jsonl") if line["id"] in found}
        assert len(found) == number
        assert all(change["status"] == "overdue" and change["when"]["start"] <= day for change in late.values())
        listed = onrecord("commitments", "--as-of", day, "--json", "--record", filled)[1].splitlines()
        told = {line["id"] for line in map(json.loads, listed) if _status(line) == "overdue"}
        assert told == found
        code = onrecord("export", str(tmp_path / "csv"), "--format", "csv", "--as-of", day, "--record", filled)[0]
        assert (code, (tmp_path / "csv" / "findings.csv").read_text("utf-8").count(",overdue,")) == (0, number)


def test_an_import_works_out_what_is_overdue_anew(onrecord, filled, tmp_path):
    out, again, other = tmp_path / "out", tmp_path / "again", tmp_path / "other.db"
    assert onrecord("export", str(out), "--as-of", "2016-01-01", "--record", filled)[0] == 0
    assert onrecord("import", str(out), "--record", str(other))[0] == 0
    assert onrecord("export", str(again), "--as-of", "2015-01-01", "--record", str(other))[0] == 0
    assert b'"overdue"' in (out / "findings.jsonl").read_bytes()
    assert b'"overdue"' not in (again / "findings.jsonl").read_bytes() + (again / "commitments.jsonl").read_bytes()


def test_a_verdict_is_kept_shown_and_taken_back(onrecord, record):
    finding = first(onrecord, record, "conflicts")["id"]
    code, output, _ = onrecord(
        "review", finding, "reject", "--note", "not the same place", "--reviewer", "Ada", "--record", record
    )
    assert (code, "reject, by Ada" in output) == (0, True)
    assert first(onrecord, record, "conflicts")["id"] != finding
    assert "Ada: reject: not the same place" in onrecord("review", finding, "history", "--record", record)[1]
    code, output, _ = onrecord("review", finding, "undo", "--reviewer", "Bo", "--record", record)
    assert (code, output) == (0, f"{finding}: reject of Ada taken back, by Bo.\n")
    assert first(onrecord, record, "conflicts")["id"] == finding
    assert onrecord("review", finding, "undo", "--reviewer", "Ada", "--record", record)[0] == 2


def test_an_edit_names_its_fields_and_a_note_its_words(onrecord, record):
    figure = first(onrecord, record, "figures")["id"]
    assert onrecord("review", figure, "edit", "--set", "low=12", "--set", "measures=amber", "--record", record)[0] == 0
    assert onrecord("review", figure, "edit", "--record", record)[0] == 2
    assert onrecord("review", figure, "accept", "--set", "low=12", "--record", record)[0] == 2
    assert onrecord("review", figure, "note", "--record", record)[0] == 2
    assert "edit, should be: low 12, measures amber" in onrecord("show", figure, "--record", record)[1]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("foo=bar", "a figure has no such field to correct: foo"),
        ("holder.shoe=9", "a figure has no such field to correct: holder.shoe"),
        ("holder.name.first=Ada", "a figure has no such field to correct: holder.name.first"),
        ("id=figure-0", "a figure has no such field to correct: id"),
        ("modifier=roughly", "the figure cannot have this value: modifier"),
        ("low=many", "the figure cannot have this value: low"),
        ("measures=12", "the figure cannot have this value: measures"),
        ("same_as=figure-1", "a figure has no such field to correct: same_as"),
        ("spans=[[5, 2]]", "the figure cannot have this value: spans"),
        ("spans=[[0, 999999]]", "the figure cannot have this value: spans"),
        ("score=7", "the figure cannot have this value: score"),
    ],
)
def test_an_edit_takes_the_fields_that_an_item_has_and_values_that_they_can_have(onrecord, record, change, said):
    figure = first(onrecord, record, "figures")["id"]
    code, output, errors = onrecord("review", figure, "edit", "--set", change, "--record", record)
    assert (code, output, errors.count("\n")) == (2, "", 1)
    assert f"E528 {said}. " in errors
    assert "Nobody has judged it yet." in onrecord("review", figure, "history", "--record", record)[2]


def test_an_edit_reaches_a_field_within_a_field(onrecord, record):
    statement = first(onrecord, record, "statements")["id"]
    assert onrecord("review", statement, "edit", "--set", "speaker.party=Torvia", "--record", record)[0] == 0
    assert "should be: speaker.party Torvia" in onrecord("review", statement, "history", "--record", record)[1]


def test_an_edit_of_the_range_is_told(onrecord, record):
    figure = first(onrecord, record, "figures")["id"]
    assert onrecord("review", figure, "edit", "--set", "spans=[[1, 4]]", "--record", record)[0] == 0
    assert "should be: spans [[1, 4]]" in onrecord("review", figure, "history", "--record", record)[1]


def test_verify_says_that_all_holds(onrecord, filled):
    code, output, _ = onrecord("verify", "--record", filled)
    assert code == 0
    assert output.startswith("All holds: 6 documents, ")


def test_a_removed_document_takes_its_items_and_disputes_along(onrecord, record):
    before = len(onrecord("conflicts", "--json", "--all", "--record", record)[1].splitlines())
    document = first(onrecord, record, "documents")["id"]
    code, output, _ = onrecord("remove", document[:20], "--record", record)
    assert (code, output.startswith("Removed 000000.txt")) == (0, True)
    assert len(onrecord("documents", "--json", "--record", record)[1].splitlines()) == 5
    assert len(onrecord("conflicts", "--json", "--all", "--record", record)[1].splitlines()) < before
    assert onrecord("verify", "--record", record)[0] == 0


def test_an_export_comes_back_the_same(onrecord, filled, tmp_path):
    onrecord("export", tmp_path / "one", "--record", filled)
    assert onrecord("import", tmp_path / "one", "--record", tmp_path / "two.db")[0] == 0
    onrecord("export", tmp_path / "two", "--record", tmp_path / "two.db")
    for file in sorted((tmp_path / "one").iterdir()):
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_csv_is_one_file_a_kind(onrecord, filled, tmp_path):
    assert onrecord("export", tmp_path / "csv", "--format", "csv", "--record", filled)[0] == 0
    assert {"claims.csv", "documents.csv"} <= {file.name for file in (tmp_path / "csv").iterdir()}
