"""Every page and every list of the API over a record on each database: what SQL one takes, the other must."""

import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from generating import annotated
from inventing import Shape
from onrecord.comparing import compare
from onrecord.model.identity import fold
from onrecord.output.lines import LINES
from onrecord.record import browsing, speaking
from onrecord.record.speaking import Who
from onrecord.web.app import create_app

PAGES = (
    "/", "/documents", "/documents?outlet=wire&since=2015",
    "/questions", "/questions?q=export", "/conflicts",
    "/speakers", "/figures", "/commitments", "/timeline", "/timeline?at=2015", "/network", "/network?about=velmark",
    "/review",
    "/search?q=kilograms", "/search?q=kilograms&party=velmark", "/activity", "/import",
)  # fmt: skip


@pytest.fixture
def browser(location):
    app = create_app(location)
    record = app.state.record
    for number in range(3):
        with record.transaction():
            kept = record.keep(annotated(number, Shape(words=60, documents_per_dispute=3)))
            compare(record, kept.document, questions=kept.questions)
    yield TestClient(app, base_url="http://127.0.0.1:8417")
    record.close()


def test_every_page_is_shown(browser):
    record = browser.app.state.record
    items = [
        *(f"/documents/{item.id}" for item in record.documents()),
        *(f"/questions/{item.id}" for item in record.questions()),
        *(f"/conflicts/{item.id}" for item in record.findings()),
        *(f"/speakers/{item.id}" for item in record.entities()),
    ]
    assert len(items) > 8
    for path in (*PAGES, *items):
        assert browser.get(path).status_code == 200, path


def test_every_list_pages_through_all_its_items(browser):
    for kind in LINES:
        first = browser.get(f"/api/{kind}?limit=2").json()
        everything = browser.get(f"/api/{kind}?limit=200").json()["items"]
        assert first["items"] == everything[:2]
        if first["next"]:
            rest = browser.get(f"/api/{kind}?limit=200&cursor={first['next']}").json()["items"]
            assert first["items"] + rest == everything, kind


def test_a_search_pages_through_all_its_hits(browser):
    hits = browser.get("/api/search?q=kilograms").json()["items"]
    first = browser.get("/api/search?q=kilograms&limit=1").json()
    rest = browser.get(f"/api/search?q=kilograms&cursor={first['next']}").json()["items"]
    assert len(hits) >= 3
    assert first["items"] + rest == hits


def test_a_question_has_the_findings_that_the_whole_listing_has(browser):
    record = browser.app.state.record
    everything = list(record.findings())
    rejected = frozenset(one.id for one in everything[:1])
    accepted = frozenset(one.id for one in everything[1:2])
    said, least = browsing.Judged(accepted, rejected), 0.99
    listed = record.look(browsing.findings, kinds={one.kind for one in everything}, least=least, judged=said)
    for question in {one.question for one in everything if one.question}:
        found = record.look(browsing.findings_of, question, least, said)
        assert [name for names in found.values() for name in names] == [
            one.id for kind in found for one in listed if (one.question, one.kind) == (question, kind)
        ]
    assert accepted <= {one.id for one in listed}
    assert rejected.isdisjoint(one.id for one in listed)


def test_promises_are_found_under_every_word_of_a_name(browser):
    record = browser.app.state.record
    bound = record.look(speaking.bound)
    party = next(name for commitment in record.commitments() for name in commitment.parties)
    for name in (party, f"{party} Nobody", party[:-1], "", "%"):
        who = Who(name, party=name)
        found, total = record.look(speaking.promises, who, speaking.named_like(name, bound), limit=1_000)
        wanted = [
            item
            for item in record.commitments()
            if speaking.named_like(name, frozenset({fold(" | ".join(item.parties))}))
        ]
        assert sorted(one.id for one in found) == sorted(one.id for one in wanted)
        assert total == len(wanted)
        assert bool(total) == (name == party)
        many = tuple(f"{number}" for number in range(501))
        assert record.look(speaking.promises, who, many, limit=1_000) == (found, total)
