"""Every page: its words, its links, its status, and that what sources say is text."""

import gzip
import re
from collections import Counter
from html import escape, unescape

import pytest

from onrecord.model.documents import Block, Document, Source
from onrecord.model.findings import Position, Question
from onrecord.model.identity import content_id
from onrecord.model.items import Annotated, Claim, Entity, Figure, Holder, Mention, Proposition, Speaker, Statement
from onrecord.model.series import Observation, Series
from onrecord.model.spans import Span
from onrecord.model.times import Interval
from onrecord.record import Record
from onrecord.web.headlines import headline

PAGES = [
    "/", "/questions", "/questions?disputed=yes", "/conflicts", "/conflicts?kind=contradiction&score=0", "/documents",
    "/speakers", "/figures", "/commitments", "/commitments?lane=overdue", "/timeline", "/timeline?at=2024",
    "/timeline?question=harbour", "/timeline?party=Norland&place=x&show=due", "/network",
    "/search", "/search?q=harbour", "/review", "/review?kind=claim", "/review?show=apart", "/review?show=differ",
    "/activity", "/import", "/keys",
]  # fmt: skip


def first(record, kind):
    return next(iter(getattr(record, kind)()))


@pytest.fixture
def record(browser):
    return browser.app.state.record


@pytest.mark.parametrize("path", PAGES)
def test_a_page_answers_and_has_one_heading_and_no_markup_that_the_policy_forbids(browser, path):
    page = browser.get(path)
    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    assert re.search(r"<title>[^<]+ · OnRecord</title>", page.text)
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:|https?://(?!127)", page.text)


@pytest.mark.parametrize("path", PAGES)
def test_an_empty_record_says_what_to_do_next(path, tmp_path):
    from fastapi.testclient import TestClient

    from onrecord.web.app import create_app

    app = create_app(tmp_path / "empty.db")
    page = TestClient(app, base_url="http://127.0.0.1:8417").get(path)
    app.state.record.close()
    assert page.status_code == 200
    if path.partition("?")[0] not in {"/search", "/import", "/keys"}:
        assert 'class="empty"' in page.text


def test_the_overview_shows_the_dispute_as_a_table_with_both_sides(browser, record):
    page = browser.get("/").text
    finding = first(record, "findings")
    question = record.get(finding.question)
    assert escape(question.text, quote=True).replace("&quot;", "&#34;").replace("&#x27;", "&#39;") in page
    assert "<table" in page
    assert '<th scope="row">' in page
    for position in question.positions[:2]:
        assert f'href="/questions/{question.id}#side-' in page
        assert {"yes": "Yes", "no": "No", "hedged": "Hedged", "both": "Both"}[position.answer] in page


def test_every_claim_of_a_question_leads_to_its_marked_words_in_one_click(browser, record):
    question = record.get(first(record, "findings").question)
    page = browser.get(f"/questions/{question.id}?all=yes").text
    for name in question.claims:
        claim = record.get(name)
        if not any(name in position.claims for position in question.positions):
            continue
        start, end = claim.spans[0]
        assert f'id="{name}"' in page
        assert f"/documents/{claim.document}?at=" in page
        source = browser.get(f"/documents/{claim.document}?at={start}-{end}").text
        marked = re.search(rf'<mark id="{start}-{end}"[^>]*>([^<]*)</mark>', source)
        words = record.document(claim.document).text[start:end]
        assert words.startswith(marked[1].replace("&#39;", "'").replace("&amp;", "&"))


@pytest.mark.parametrize("kind", ["statements", "claims", "figures", "commitments", "questions", "findings"])
def test_an_items_lasting_link_leads_to_where_it_is_shown(browser, record, kind):
    item = first(record, kind)
    answer = browser.get(f"/items/{item.id}")
    assert answer.status_code == 303
    assert browser.get(answer.headers["location"].partition("#")[0]).status_code == 200


def test_a_dossier_holds_the_quotations_and_their_sources(browser, record):
    question = record.get(first(record, "findings").question)
    page = browser.get(f"/questions/{question.id}/dossier")
    assert page.status_code == 200
    assert "Sources" in page.text
    assert page.text.count('class="cited"') >= 2
    entity = next(s.speaker.entity for s in record.statements() if s.speaker.entity)
    assert browser.get(f"/speakers/{entity}/dossier").status_code == 200


def test_a_dossier_as_pdf_or_what_to_install(browser, record):
    question = record.get(first(record, "findings").question)
    page = browser.get(f"/questions/{question.id}/dossier.pdf")
    if page.status_code == 200:
        assert page.content.startswith(b"%PDF")
    else:
        assert page.status_code == 501
        assert "onrecord[pdf]" in page.text


@pytest.mark.parametrize(
    "path",
    ["/documents/document-none", "/questions/question-none", "/conflicts/finding-none", "/speakers/entity-none",
     "/parties/Nowhere", "/items/claim-none", "/nothing"],
)  # fmt: skip
def test_an_unknown_id_is_a_page_that_says_so(browser, path):
    page = browser.get(path)
    assert page.status_code == 404
    assert "not on the record" in page.text
    assert 'href="/search"' in page.text


def test_a_party_that_only_comparing_tells_of_has_a_page_with_its_answers(browser, record):
    position = Position(party="pier board", holder=None, answer="no", since=None, claims=())
    question = Question(id=content_id("question", "pier"), text="Is the pier open?", claims=(), positions=(position,))
    with record.transaction():
        record.put_questions([question])
    page = browser.get("/parties/pier%20board")
    assert page.status_code == 200
    assert "Is the pier open?" in page.text


def test_every_link_leads_somewhere(browser):
    waiting, seen, shapes, ids = ["/"], set(), Counter(), {}
    while waiting:
        path = waiting.pop()
        shape = re.sub(r"[0-9a-f]{24}|=[^&]*|\d+", "-", path)
        if path in seen or shapes[shape] >= 3 or path.endswith("dossier.pdf"):
            continue
        seen.add(path)
        shapes[shape] += 1
        page = browser.get(path)
        assert page.status_code in (200, 303), path
        if page.status_code == 303:
            waiting.append(page.headers["location"].partition("#")[0])
        elif "html" in page.headers["content-type"]:
            links = [unescape(link) for link in re.findall(r'(?:href|src)="(/[^"]*)"', page.text)]
            waiting.extend(link.partition("#")[0] for link in links)
            ids[path] = set(re.findall(r'\bid="([^"]+)"', page.text))
            for link in links:
                there, mark, anchor = link.partition("#")
                assert not mark or there not in ids or anchor in ids[there], link
    assert len(shapes) > 20


@pytest.mark.parametrize("path", ["/parties/Green/Left", "/parties/Green%2FLeft"])
def test_a_party_may_have_a_slash_in_its_name(browser, path):
    assert 'stands for a party of this name: <span class="file">Green/Left</span>' in browser.get(path).text


def test_the_id_of_another_kind_is_not_shown_as_this_one(browser, record):
    assert browser.get(f"/questions/{first(record, 'claims').id}").status_code == 404


def test_a_document_without_a_title_is_called_by_its_first_words(browser, record):
    document = content_id("document", "untitled")
    text = "Ten words stand here, and more of them come after, a man said."
    source = Source(uri="f00.txt", sha256="untitled", media_type="text/plain", read_at="2025-01-01")
    blocks = (Block(kind="paragraph", start=0, end=len(text)),)
    record.keep(Annotated(document=Document(id=document, text=text, source=source, blocks=blocks), version="made/1"))
    for path in ("/documents", f"/documents/{document}", "/"):
        assert "“Ten words stand here, and more of them come …”" in browser.get(path).text
    blank = Document(id="document-x", text="", source=source)
    assert headline(blank) == "f00.txt"


def test_a_transcript_leaves_room_on_the_timeline(browser, record):
    text = "".join(f"A: turn {number}. " for number in range(9))
    home = content_id("document", "turns")
    at = [text.index(f"turn {number}") for number in range(9)]
    said = tuple(
        Statement(
            id=content_id("statement", home, str(start)), document=home, content=(Span(start, start + 6),), cue=(),
            manner="turn", stance="asserts", speaker=Speaker(name="A"),
            uttered=Interval(start="2031-05-01", end="2031-05-02", precision="day", text=""),
        )
        for start in at
    )  # fmt: skip
    source = Source(uri="turns.txt", sha256="turns", media_type="text/plain", read_at="2025-01-01")
    blocks = (Block(kind="turn", start=0, end=len(text)),)
    call = Document(id=home, text=text, title="The call", source=source, blocks=blocks)
    record.keep(Annotated(document=call, version="made/1", statements=said))
    page = browser.get("/timeline?at=2031").text
    assert re.search(rf'<a [^>]*href="/documents/{home}">3 more statements in The call</a>', page)
    assert [f"turn {number}" in page for number in range(9)] == [True] * 6 + [False] * 3
    assert "turn 8" in browser.get("/timeline?at=2031&show=said").text


def test_a_clock_stands_beside_what_it_times_under_one_heading_of_the_day(browser, record):
    text = "A: one. B: two. "
    home = content_id("document", "clocks")
    times = (("2031-07-01", "day"), ("2031-07-01T09:06", "minute"))
    said = tuple(
        Statement(
            id=content_id("statement", home, str(number)), document=home,
            content=(Span(8 * number + 3, 8 * number + 6),), cue=(), manner="turn", stance="asserts",
            speaker=Speaker(name="A"),
            uttered=Interval(start=start, end="2031-07-02", precision=precision, text=""),
        )
        for number, (start, precision) in enumerate(times)
    )  # fmt: skip
    source = Source(uri="clocks.txt", sha256="clocks", media_type="text/plain", read_at="2025-01-01")
    blocks = (Block(kind="turn", start=0, end=len(text)),)
    document = Document(id=home, text=text, title="The call", source=source, blocks=blocks)
    record.keep(Annotated(document=document, version="made/1", statements=said))
    page = browser.get("/timeline?at=2031-07").text
    assert page.count('<h2 class="timeline-day">1 July 2031</h2>') == 1
    assert page.count('<span class="moment-clock">09:06</span>') == 1


def test_a_removed_document_is_gone_from_every_page(browser, record):
    document = first(record, "documents")
    record.remove(document.id)
    assert browser.get(f"/documents/{document.id}").status_code == 404
    for path in ("/", "/documents", "/timeline", "/review"):
        assert document.id not in browser.get(path).text


def test_a_huge_query_is_answered_calmly(browser):
    assert browser.get("/search", params={"q": "harbour " * 200}).status_code == 200
    page = browser.get("/search", params={"q": "x" * 5000})
    assert page.status_code == 422
    assert "could not be read" in page.text
    assert browser.get("/search?q=harbour&after=~~~").status_code == 200
    assert browser.get("/documents?page=999999999").status_code == 200


def test_a_link_to_words_that_are_not_there_says_so(browser, record):
    document = first(record, "documents")
    page = browser.get(f"/documents/{document.id}?at=99999990-99999999")
    assert page.status_code == 200
    assert "not in this text" in page.text


EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


@pytest.fixture
def poisoned(location):
    """A record in which every name that a source can give is markup."""
    text = f"{EVIL} said the harbour is closed. {EVIL}"
    start = text.index("the harbour")
    end = text.index(" closed") + 7
    document = Document(
        id=content_id("document", text), text=text, title=EVIL, outlet=EVIL, authors=(EVIL,), dateline=EVIL,
        source=Source(uri=f"/tmp/{EVIL}.txt", sha256="e" * 64, media_type="text/plain", read_at="2025-01-01T00:00:00Z"),
        blocks=(Block(kind="turn", start=0, end=len(text), label=EVIL),),
    )  # fmt: skip
    entity = Entity(
        id=content_id("entity", EVIL), kind="person", name=EVIL, aliases=(EVIL,), party=EVIL,
        mentions=(Mention(document=document.id, start=0, end=5),),
    )  # fmt: skip
    statement = Statement(
        id=content_id("statement", EVIL), document=document.id, content=(Span(start, end),), manner="indirect",
        speaker=Speaker(entity=entity.id, name=EVIL, party=EVIL),
    )  # fmt: skip
    claim = Claim(
        id=content_id("claim", EVIL), document=document.id, statement=statement.id, text=EVIL,
        spans=(Span(start, end),),
        polarity="affirmed", modality="asserted", holder=Holder(entity=entity.id, name=EVIL, party=EVIL),
        proposition=Proposition(predicate="close"),
    )  # fmt: skip
    question = Question(id=content_id("question", EVIL), text=EVIL, claims=(claim.id,))
    with Record.open(location) as record, record.transaction():
        record.keep(
            Annotated(document=document, version="1", entities=(entity,), statements=(statement,), claims=(claim,))
        )
        record.put_questions([question])
    return {"document": document.id, "entity": entity.id, "question": question.id}


def test_markup_in_a_source_is_text_on_every_page(poisoned, visit):
    browser = visit()
    paths = [
        *PAGES, f"/documents/{poisoned['document']}?at=0-9", f"/speakers/{poisoned['entity']}",
        "/search?q=harbour+closed",
        f"/questions/{poisoned['question']}", f"/questions/{poisoned['question']}/dossier", "/search?q=%3Cscript%3E",
        f"/speakers/{poisoned['entity']}/dossier", "/network?about=%3Cscript%3E", "/figures?q=%3Cscript%3E",
        "/questions?q=%3Cscript%3E", "/speakers?q=%3Cscript%3E", "/documents?outlet=%3Cscript%3E",
    ]  # fmt: skip
    for path in paths:
        page = browser.get(path)
        assert page.status_code == 200, path
        assert "<script>alert" not in page.text, path
        assert "<img" not in page.text, path
    assert "&lt;script&gt;" in browser.get(f"/documents/{poisoned['document']}").text


def test_the_first_paint_is_small(browser):
    names = re.findall(r'(?:href|src)="(/static/[^"]+)"', browser.get("/").text)
    whole = b"".join(browser.get(path).content for path in ["/", *names])
    assert len(names) >= 3
    assert len(gzip.compress(whole)) < 100_000


def test_a_theme_is_kept_and_leads_back(browser):
    answer = browser.submit("/appearance", {"theme": "dark", "back": "/figures"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/figures")
    assert 'data-theme="dark"' in browser.get("/").text
    assert browser.submit("/appearance", {"theme": "dark", "back": "//evil"}).headers["location"] == "/"


def test_a_measure_shows_what_official_series_say_of_each_figure(browser, record):
    text = "In 2021 Norland seized 1,860 kg of mercury."
    source = Source(uri="seized.txt", sha256="7", media_type="text/plain", read_at="2022-06-13T00:00:00Z")
    block = Block(kind="paragraph", start=0, end=len(text))
    document = Document(id="document-seized", source=source, text=text, blocks=(block,))
    year = Interval(start="2021-01-01", end="2022-01-01", precision="year", text="2021")
    start = text.index("1,860 kg")
    seized = Figure(
        id="figure-000000000000000000001860", document=document.id, spans=(Span(start, start + 8),), statement=None,
        low=1860, high=1860, modifier="exact", unit="kg", kind="absolute", measures="mercury seized", period=year,
    )  # fmt: skip
    record.keep(Annotated(document=document, version="test/1", figures=(seized,)))
    path = "/figures?measure=mercury%20seized&unit=kg"
    assert "1,860" in browser.get(path).text
    assert "Official series" not in browser.get(path).text
    counted = Observation(start="2021-01-01", end="2022-01-01", text="2021", value=1940.0)
    record.measuring.add(
        [Series(id="series-guard", name="Coast guard", measure="mercury seized", unit="kg", frequency="year",
                observations=(counted,))]
    )  # fmt: skip
    shown = browser.get(path).text
    assert "Official series" in shown
    assert "<strong>does not fit</strong>" in shown
    assert "1,940" in shown
