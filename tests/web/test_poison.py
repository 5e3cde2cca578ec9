"""Words from sources, names and files are text on every page, also when they come in through an export."""

import json
from html.parser import HTMLParser

import msgspec
import pytest

from onrecord.comparing import compare
from onrecord.model.documents import Block, Document, Source
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Annotated, Claim, Entity, Holder, Mention, Proposition, Speaker, Statement
from onrecord.model.spans import Span
from onrecord.output import export_jsonl, import_jsonl
from onrecord.record import Record

EVIL = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}{%raw%}"


def poisoned():
    """A document whose title, outlet, speaker, words and file name would run if they were markup."""
    text = f"{EVIL}\n\n“{EVIL} grain,” said {EVIL}."
    sha256 = "ab" * 32
    name = content_id("document", sha256)
    who = Holder(entity=content_id("entity", "person", fold(EVIL)), name=EVIL, party=EVIL)
    content = Span(text.index("“") + 1, text.index("” said") if "” said" in text else len(text) - 1)
    statement = Statement(
        id=content_id("statement", name, (content,), ()), document=name, content=(content,), manner="direct",
        speaker=Speaker(entity=who.entity, name=EVIL, party=EVIL),
    )  # fmt: skip
    claim = Claim(
        id=content_id("claim", name, (content,)), document=name, statement=statement.id, spans=(content,), text=EVIL,
        polarity="affirmed", modality="asserted", holder=who, proposition=Proposition(predicate="ship"),
    )  # fmt: skip
    document = Document(
        id=name, text=text, title=EVIL, outlet=EVIL, authors=(EVIL,),
        source=Source(uri=f"files/{EVIL.replace('/', '_')}.txt", sha256=sha256, media_type="text/plain",
                      read_at="2025-01-01T00:00:00Z"),
        blocks=(
            Block(kind="title", start=0, end=len(EVIL)), Block(kind="paragraph", start=len(EVIL) + 2, end=len(text)),
        ),
    )  # fmt: skip
    entity = Entity(
        id=who.entity, kind="person", name=EVIL, aliases=(EVIL,), party=EVIL,
        mentions=(Mention(document=name, start=0, end=len(EVIL)),),
    )  # fmt: skip
    return Annotated(document=document, version="x", entities=(entity,), statements=(statement,), claims=(claim,))


class Markup(HTMLParser):
    """Notes what would run, or leads away from here."""

    def __init__(self):
        super().__init__()
        self.harm = []

    def handle_starttag(self, tag, attrs):
        """Look at one tag."""
        given = {name: value or "" for name, value in attrs}
        self.harm += [name for name in given if name.startswith("on") or name == "style"]
        self.harm += [tag] * (tag in {"iframe", "object", "embed", "base", "style", "img"})
        self.harm += [tag] * (tag == "script" and not given.get("src", "").startswith("/static/"))
        leads = (given.get("href", ""), given.get("action", ""), given.get("src", ""))
        self.harm += [to for to in leads if to.strip().lower().startswith(("javascript:", "data:", "//", "vbscript:"))]


PAGES = (
    "/", "/documents", "/documents/{document}", "/questions", "/conflicts", "/speakers", "/speakers/{entity}",
    "/parties/{party}", "/figures", "/commitments", "/timeline", "/network", "/search?q=grain", "/search?q={evil}",
    "/review", "/activity", "/import", "/{evil}", "/documents?outlet={evil}", "/questions?q={evil}",
)  # fmt: skip


@pytest.fixture
def evil(browser):
    record, one = browser.app.state.record, poisoned()
    with record.transaction():
        record.keep(one)
        compare(record, one.document.id)
    record.review(one.claims[0].id, "note", EVIL, EVIL)
    return browser, one


@pytest.mark.parametrize("path", PAGES)
def test_what_a_source_says_never_runs(evil, path):
    from urllib.parse import quote

    browser, one = evil
    filled = path.format(
        document=one.document.id, entity=one.entities[0].id, party=quote(EVIL, safe=""), evil=quote(EVIL, safe="")
    )
    page = browser.get(filled, follow_redirects=True)
    assert page.status_code < 500
    markup = Markup()
    markup.feed(page.text)
    assert markup.harm == []
    assert "{%raw%}" in page.text or "raw" not in page.text


@pytest.mark.parametrize(
    "harm",
    [
        lambda line: line | {"id": "../../etc/passwd"}, lambda line: line | {"id": EVIL},
        lambda line: line | {"title": EVIL, "outlet": EVIL}, lambda line: line | {"text": line["text"] + EVIL},
        lambda line: line | {"blocks": [{"kind": "paragraph", "start": -1, "end": 10**9, "label": None}]},
        lambda line: line | {"source": line["source"] | {"uri": "javascript:alert(1)"}},
        lambda line: line | {"strange": EVIL},
    ],
)  # fmt: skip
def test_a_poisoned_export_is_refused_or_shown_as_text(filled, visit, tmp_path, harm):
    with Record.open(filled) as record:
        export_jsonl(record, tmp_path / "export")
    path = tmp_path / "export" / "documents.jsonl"
    lines = [json.loads(line) for line in path.read_bytes().splitlines()]
    path.write_bytes(b"\n".join(msgspec.json.encode(line) for line in [harm(lines[0]), *lines[1:]]) + b"\n")
    browser = visit()
    for document in list(browser.app.state.record.documents()):
        browser.app.state.record.remove(document.id)
    done = import_jsonl(browser.app.state.record, tmp_path / "export", then=compare)
    assert done.added + len({refusal.line for refusal in done.refused if refusal.file == "documents.jsonl"}) == 6
    for page in ("/", "/documents", f"/documents/{lines[0]['id']}", "/questions", "/conflicts"):
        shown = browser.get(page)
        assert shown.status_code in (200, 404)
        assert "<script>alert" not in shown.text
        assert 'href="javascript:' not in shown.text


def test_a_document_that_was_removed_is_gone_with_a_page_that_says_so(browser):
    record = browser.app.state.record
    document = next(record.documents())
    assert browser.get(f"/documents/{document.id}").status_code == 200
    record.remove(document.id)
    page = browser.get(f"/documents/{document.id}")
    assert page.status_code == 404
    assert "<h1>" in page.text
    assert browser.get(f"/api/documents/{document.id}").status_code == 404


@pytest.mark.parametrize(
    "query", ["a" * 5_000, "grain " * 2_000, '"' * 3_000, "%", "NEAR(a b)", "*", "a\x00b", "🌾" * 500]
)
def test_whatever_is_searched_for_is_answered(browser, query):
    assert browser.get("/search", params={"q": query}).status_code in (200, 422)
    assert browser.get("/api/search", params={"q": query}).status_code in (200, 422)


def test_a_page_while_another_program_writes(browser, location):
    record = browser.app.state.record
    with Record.open(location) as other, other.transaction():
        other.remove(next(other.documents()).id)
        assert browser.get("/").status_code == 200
        assert len(list(record.documents())) == 6
    assert len(list(record.documents())) == 5
