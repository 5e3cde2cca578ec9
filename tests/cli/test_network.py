"""The network, the one-ness of entities and the timeline's files, from the command line."""

import json
import shutil

import pytest


@pytest.fixture
def own(filled, tmp_path):
    """A copy of the record that a test may write to."""
    return shutil.copyfile(filled, tmp_path / "own.db")


def people(onrecord, record):
    lines = onrecord("entities", "--json", "--kind", "person", "--record", record)[1].splitlines()
    return [json.loads(line)["id"] for line in lines]


def test_merge_split_and_undo(onrecord, own):
    one, other, *_ = people(onrecord, own)
    assert onrecord("entities", "merge", one, other, "--record", own)[0] == 0
    told = onrecord("entities", "same", one, "--record", own)[1]
    assert one in told
    assert other in told
    assert "are one" in told
    assert onrecord("entities", "undo", other, "--record", own)[0] == 0
    assert other not in onrecord("entities", "same", one, "--record", own)[1]
    assert onrecord("entities", "split", one, other, "--record", own)[0] == 0
    assert "are apart" in onrecord("entities", "same", one, "--record", own)[1]


def test_a_name_of_two_people_is_split_by_documents(onrecord, own):
    lines = onrecord("entities", "--json", "--kind", "person", "--record", own)[1].splitlines()
    one = max(map(json.loads, lines), key=lambda item: len({mention["document"] for mention in item["mentions"]}))
    document = one["mentions"][0]["document"]
    code, told, _ = onrecord("entities", "split", one["id"], "--in", document, "--record", own)
    assert code == 0
    assert told.startswith(f"In 1 document {one['name']} is somebody else: entity-")
    other = told.splitlines()[0].split()[-1]
    assert f"are apart in {document}" in onrecord("entities", "same", other, "--record", own)[1]
    assert onrecord("entities", "undo", other, "--record", own)[0] == 0
    assert onrecord("entities", "same", other, "--record", own)[0] != 0
    code, _, error = onrecord("entities", "split", one["id"], "--record", own)
    assert (code, "E526" in error) == (2, True)


def test_what_cannot_be_merged_or_undone(onrecord, own):
    one = people(onrecord, own)[0]
    code, _, error = onrecord("entities", "merge", one, one, "--record", own)
    assert (code, "E526" in error) == (2, True)
    code, _, error = onrecord("entities", "undo", one, "--record", own)
    assert (code, "E522" in error) == (2, True)


def test_entities_still_list(onrecord, filled):
    assert onrecord("entities", "--record", filled)[0] == 0


@pytest.mark.parametrize("form", ["text", "chains", "graphml", "ftm"])
def test_the_network_in_every_form(onrecord, filled, form):
    assert onrecord("network", "--format", form, "--record", filled)[0] == 0


def test_the_timeline_as_a_page_and_as_json(onrecord, filled):
    assert "<svg" in onrecord("timeline", "--format", "html", "--record", filled)[1]
    lines = onrecord("timeline", "--format", "json", "--only", "due", "--record", filled)[1].splitlines()
    assert all(json.loads(line)["deadline"] for line in lines)
