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
    code, output, errors = onrecord("statements", "--speaker", "Qqq Xxx", "--record", filled)
    assert (code, output) == (0, "")
    assert errors == "Nothing matches: nobody here is called “Qqq Xxx”. See: onrecord entities\n"


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


def test_a_limit_counts_the_questions_that_are_shown(onrecord, filled):
    every = onrecord("positions", "--record", filled)[1].splitlines()[1:]
    assert len(every) > 1
    for number in range(1, len(every) + 1):
        assert len(onrecord("positions", "--limit", number, "--record", filled)[1].splitlines()) == number + 1


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


@pytest.mark.parametrize("given", ["2015-13", "2015-02-30", "15", "soon", "2015-1-9", "٢٠١٥"])
@pytest.mark.parametrize("option", ["--since", "--until"])
def test_a_date_that_is_none_is_refused_instead_of_finding_nothing(onrecord, filled, option, given):
    code, output, errors = onrecord("statements", option, given, "--record", filled)
    assert (code, output) == (2, "")
    assert f"“{given}” is no day, month or year like 2024-02-08, 2024-02 or 2024" in errors


def test_a_sort_that_there_is_not_is_refused_with_those_that_there_are(onrecord, filled):
    code, _, errors = onrecord("commitments", "--kind", "wish", "--record", filled)
    assert code == 2
    assert "'pledge', 'agreement', 'plan', 'order', 'call_for'" in errors


def test_a_sort_is_found_as_the_table_writes_it_and_as_the_export_does(onrecord, filled):
    written = onrecord("commitments", "--kind", "call for", "--record", filled)
    assert written == onrecord("commitments", "--kind", "call_for", "--record", filled)
    assert written[0] == 0


@pytest.mark.parametrize(
    "command", ["statements", "claims", "figures", "commitments", "positions", "timeline", "conflicts"]
)
def test_a_party_that_the_record_does_not_know_is_told_with_the_nearest_that_it_knows(onrecord, filled, command):
    lines = onrecord("statements", "--json", "--record", filled)[1].splitlines()
    party = min(json.loads(line)["speaker"]["party"] for line in lines)
    code, output, errors = onrecord(command, "--party", f"{party}x", "--record", filled)
    assert (code, output) == (0, "")
    assert errors == f"Nothing matches: no party here is called “{party}x”. Did you mean “{party}”?\n"
    errors = onrecord(command, "--party", "Qqq", "--record", filled)[2]
    assert errors == "Nothing matches: no party here is called “Qqq”. See: onrecord entities\n"


def test_a_known_party_without_what_is_asked_for_is_not_called_unknown(onrecord, filled):
    lines = onrecord("statements", "--json", "--record", filled)[1].splitlines()
    party = min(json.loads(line)["speaker"]["party"] for line in lines)
    found = onrecord("statements", "--party", party, "--since", "2090", "--record", filled)
    assert found == (0, "", "Nothing matches.\n")
