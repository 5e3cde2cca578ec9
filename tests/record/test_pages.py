"""Every page and every list of the API over a record on each database: what SQL one takes, the other must."""

import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from generating import annotated
from inventing import Shape
from onrecord.comparing import compare
from onrecord.output.lines import LINES
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
