"""Listings: a table for people, the export's fields for programs, the same filters everywhere."""

import json

import pytest

KINDS = ("documents", "statements", "claims", "figures", "commitments", "entities")


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_has_a_heading_and_a_row_an_item(onrecord, filled, kind):
    code, output, _ = onrecord(kind, "--record", filled)
    heading, *rows = output.splitlines()
    assert code == 0
    assert heading.startswith("id ")
    assert len(rows) == len(onrecord(kind, "--json", "--record", filled)[1].splitlines())


@pytest.mark.parametrize("kind", KINDS)
def test_json_is_what_the_export_writes(onrecord, filled, tmp_path, kind):
    assert onrecord("export", tmp_path / "out", "--record", filled)[0] == 0
    exported = {item["id"]: item for item in map(json.loads, (tmp_path / "out" / f"{kind}.jsonl").open())}
    for item in map(json.loads, onrecord(kind, "--json", "--record", filled)[1].splitlines()):
        assert item.items() <= exported[item["id"]].items()


@pytest.mark.parametrize(
    ("kind", "options", "fewer"),
    [
        ("statements", ("--limit", "3"), 3),
        ("documents", ("--since", "2015-01-09"), 2),
        ("documents", ("--until", "2015-01-05"), 1),
        ("claims", ("--document", "document-"), None),
    ],
)
def test_filters_narrow(onrecord, filled, kind, options, fewer):
    everything = onrecord(kind, "--json", "--record", filled)[1].splitlines()
    narrowed = onrecord(kind, "--json", "--record", filled, *options)[1].splitlines()
    assert len(narrowed) == (len(everything) if fewer is None else fewer)


def test_a_party_and_a_speaker_narrow_to_their_words(onrecord, filled):
    parties = {
        json.loads(line)["speaker"]["party"]
        for line in onrecord("statements", "--json", "--record", filled)[1].splitlines()
    }
    party = sorted(parties)[0]
    found = [
        json.loads(line)
        for line in onrecord("statements", "--json", "--party", party, "--record", filled)[1].splitlines()
    ]
    assert {item["speaker"]["party"] for item in found} == {party}
    name = found[0]["speaker"]["name"].split()[-1]
    by_name = [
        json.loads(line)
        for line in onrecord("statements", "--json", "--speaker", name, "--record", filled)[1].splitlines()
    ]
    assert by_name
    assert all(name in item["speaker"]["name"] for item in by_name)


def test_nothing_found_is_said_on_the_error_output(onrecord, filled):
    assert onrecord("statements", "--speaker", "Nobody Known", "--record", filled) == (0, "", "Nothing matches.\n")


def test_dates_and_amounts_read_as_people_write_them(onrecord, filled):
    assert "5 January 2015" in onrecord("documents", "--record", filled)[1]
    assert " kg " in onrecord("figures", "--record", filled)[1]


def test_the_record_comes_from_the_environment_too(onrecord, filled, monkeypatch):
    monkeypatch.setenv("ONRECORD_RECORD", str(filled))
    assert onrecord("documents")[0] == 0


def test_the_record_may_be_named_before_the_command(onrecord, filled):
    assert onrecord("--record", filled, "documents")[0] == 0


def test_the_timeline_is_in_order_of_time(onrecord, filled):
    lines = onrecord("timeline", "--record", filled)[1].splitlines()
    assert {word for line in lines[1:] for word in line.split()[3:5]} >= {"said", "due"}
    assert lines[1].startswith("5 January 2015")


def test_positions_set_parties_beside_each_other(onrecord, filled):
    heading, *rows = onrecord("positions", "--record", filled)[1].splitlines()
    assert rows
    assert heading.split()[-1] == "question"
    assert all("yes" in row or "no" in row for row in rows)


def test_positions_of_one_question_by_its_id(onrecord, filled):
    question = json.loads(onrecord("positions", "--json", "--record", filled)[1].splitlines()[0])
    (_, row) = onrecord("positions", question["id"][:20], "--record", filled)[1].splitlines()
    assert row.endswith(question["text"])


def test_search_marks_what_was_searched_for(onrecord, filled):
    title = json.loads(onrecord("documents", "--json", "--record", filled)[1].splitlines()[0])["title"]
    thing = title.split(" over ")[1].split(",")[0]
    code, output, _ = onrecord("search", f'"{thing}"', "--limit", "3", "--record", filled)
    assert code == 0
    assert "[[" in output
