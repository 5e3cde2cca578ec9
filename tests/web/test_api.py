"""The API gives what the export gives, page by page, and says in a line what is wrong."""

import json

import msgspec
import pytest

from onrecord.output import export_jsonl
from onrecord.output.lines import LINES
from onrecord.record import Record


@pytest.fixture(scope="module")
def exported(filled, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    with Record.open(filled) as record:
        export_jsonl(record, folder)
    return {path.stem: [json.loads(line) for line in path.read_bytes().splitlines()] for path in folder.iterdir()}


def walked(browser, path, limit):
    """All items of a list, page by page."""
    items, cursor = [], ""
    while True:
        page = browser.get(f"{path}{'&' if '?' in path else '?'}limit={limit}{cursor}").json()
        assert len(page["items"]) <= limit
        items += page["items"]
        if page["next"] is None:
            return items
        cursor = f"&cursor={page['next']}"


@pytest.mark.parametrize("kind", LINES)
def test_a_list_has_the_export_s_lines_in_its_order(browser, exported, kind):
    assert walked(browser, f"/api/{kind}", 7) == exported[kind]


@pytest.mark.parametrize("kind", LINES)
def test_one_item_is_the_export_s_line(browser, exported, kind):
    for line in exported[kind][:3]:
        assert browser.get(f"/api/{kind}/{line['id']}").json() == line
        assert browser.get(f"/api/{kind}/{line['id'].partition('-')[2]}").json() == line


def test_pages_hold_when_the_record_grows_between_them(browser, exported):
    from generating import annotated
    from inventing import Shape

    first = browser.get("/api/claims?limit=20").json()
    browser.app.state.record.keep(annotated(99, Shape(words=120)))
    rest = walked(browser, f"/api/claims?cursor={first['next']}", 20)
    seen = [item["id"] for item in (*first["items"], *rest)]
    assert len(seen) == len(set(seen))
    assert {line["id"] for line in exported["claims"]} <= set(seen)


@pytest.mark.parametrize(
    ("query", "command"),
    [
        ("party=velmark", {"party": "velmark"}), ("since=2015-01-07", {"since": "2015-01-07"}),
        ("kind=negated&limit=200", {"kind": "negated"}), ("text=%22does+not%22", {"text": '"does not"'}),
        ("speaker=nobody", {"speaker": "nobody"}), ("until=2015&outlet=wire", {"until": "2015", "outlet": "wire"}),
    ],
)  # fmt: skip
def test_filters_are_those_of_the_command_line(browser, query, command):
    from onrecord.record import Filters

    wanted = [claim.id for claim in browser.app.state.record.claims(Filters(**command), by_id=True)]
    assert [item["id"] for item in walked(browser, f"/api/claims?{query}", 200)] == wanted


def test_search_goes_through_all_hits_best_first(browser):
    everything = browser.get("/api/search?q=kilograms&limit=200").json()["items"]
    assert len(everything) >= 6
    assert walked(browser, "/api/search?q=kilograms", 2) == everything
    assert [hit["score"] for hit in everything] == sorted((hit["score"] for hit in everything), reverse=True)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/claims/claim-000000000000000000000000", 404), ("/api/claims/document", 404), ("/api/documents/%20", 404),
        ("/api/nothing", 404), ("/api/claims?limit=0", 422), ("/api/claims?limit=1e9", 422),
        ("/api/claims?since=yesterday", 422), ("/api/claims?cursor=7", 422), ("/api/search", 422),
        ("/api/search?q=", 422),
        ("/api/search?q=grain&cursor=x", 400), ("/api/search?q=grain&cursor=%C3%A9", 400),
        ("/api/search?q=" + "a" * 501, 422), ("/api/claims?speaker=%00", 422), ("/api/claims/z", 404),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_a_line(browser, path, status):
    answer = browser.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["title"]
    assert "\n" not in answer.text


def test_the_beginning_of_several_ids_is_a_conflict(browser, exported):
    beginnings = [line["id"][:7] for line in exported["claims"]]
    shared = next((b for b in beginnings if beginnings.count(b) > 1), None)
    assert shared is not None
    assert browser.get(f"/api/claims/{shared}").status_code == 409


def test_a_wrong_method_is_named(browser):
    assert browser.put("/api/claims", headers={"X-CSRF-Token": browser.token()}).status_code == 405


def test_a_verdict_is_given_seen_and_taken_back(browser, exported):
    name = exported["findings"][0]["id"]
    headers = {"X-CSRF-Token": browser.get("/api/session").json()["csrf_token"]}
    made = browser.post("/api/reviews", json={"item": name, "verdict": "reject", "note": "no"}, headers=headers)
    assert made.status_code == 201
    assert made.json()["words"]
    assert browser.get(made.headers["location"]).json() == made.json()
    assert browser.get(f"/api/findings/{name}").json()["review"] == "reject"
    undone = browser.post(f"/api/reviews/{made.json()['id']}/undo", headers=headers)
    assert undone.status_code == 201
    assert browser.get(f"/api/findings/{name}").json()["review"] is None
    assert browser.post(f"/api/reviews/{made.json()['id']}/undo", headers=headers).status_code == 409
    assert len(walked(browser, "/api/reviews", 1)) == 2


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422), (b"{", 422), (b"[]", 422), (b'{"item": "finding-0", "verdict": "perhaps"}', 422),
        (b'{"item": "finding-000000000000000000000000", "verdict": "accept"}', 404),
        (b'{"item": "x", "verdict": "accept", "by": "somebody else"}', 422), (b"\xff\xfe", 422),
    ],
)  # fmt: skip
def test_verdicts_that_cannot_be(browser, body, status):
    headers = {"X-CSRF-Token": browser.token(), "Content-Type": "application/json"}
    answer = browser.post("/api/reviews", content=body, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_edit_needs_its_changes(browser, exported):
    headers = {"X-CSRF-Token": browser.token()}
    given = {"item": exported["claims"][0]["id"], "verdict": "edit"}
    assert browser.post("/api/reviews", json=given, headers=headers).status_code == 422


def test_an_edit_of_a_field_that_an_item_does_not_have(browser, exported):
    given = {"item": exported["claims"][0]["id"], "verdict": "edit", "changes": {"foo": "bar"}}
    answer = browser.post("/api/reviews", json=given, headers={"X-CSRF-Token": browser.token()})
    assert (answer.status_code, answer.json()["code"]) == (422, "E528")


def test_a_record_that_another_program_writes_says_to_wait(browser, location, exported):
    record = browser.app.state.record
    headers = {"X-CSRF-Token": browser.token()}
    given = {"item": exported["findings"][0]["id"], "verdict": "accept"}
    with Record.open(location) as other, other.transaction():
        record._database._engine.dispose()
        from sqlalchemy import event

        @event.listens_for(record._database._engine, "connect")
        def impatient(connection, _):
            connection.execute("PRAGMA busy_timeout = 10")

        assert browser.get("/api/claims").status_code == 200
        answer = browser.post("/api/reviews", json=given, headers=headers)
        assert (answer.status_code, answer.headers["retry-after"], answer.json()["code"]) == (503, "5", "E301")
        assert str(location) not in answer.text
    assert browser.post("/api/reviews", json=given, headers=headers).status_code == 201


def test_the_description_names_every_route_and_its_answers(browser):
    described = browser.get("/api/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path, operations in described["paths"].items():
        assert path.startswith("/api/")
        for operation in operations.values():
            assert "default" in operation["responses"]
            assert operation["summary"]
    references = set(_references(described))
    assert all(name.removeprefix("#/components/schemas/") in described["components"]["schemas"] for name in references)


def _references(part):
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for value in part.values():
            yield from _references(value)
    elif isinstance(part, list):
        for value in part:
            yield from _references(value)


def test_cursors_of_a_search_come_back_as_they_went(browser):
    from onrecord.record.searching import Place
    from onrecord.web.api import _cursor, _place

    for place in (Place(0.1, "document-0", -1), Place(2.696638985933096, "document-é", 7)):
        assert _place(_cursor(place)) == place
    assert msgspec.json.decode(msgspec.json.encode(0.1)) == 0.1
