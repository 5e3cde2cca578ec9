"""Verdicts through the pages: one, several, edits, notes, and taking each of them back."""

import re

import msgspec
import pytest

from onrecord.model.findings import Review
from onrecord.record import Filters
from onrecord.web.quoting import at


@pytest.fixture
def record(browser):
    return browser.app.state.record


def queue(browser, path="/review"):
    return re.findall(r'data-item="([^"]+)"', browser.get(path).text)


def judge(browser, items, verdict="accept", **more):
    return browser.submit("/review/verdicts", {"item": items, "verdict": verdict, **more})


def test_a_verdict_takes_a_finding_out_of_the_queue_and_undo_brings_it_back(browser, record):
    first = queue(browser)[0]
    answer = judge(browser, [first], note="seen the tape")
    assert answer.status_code == 303
    page = browser.get(answer.headers["location"])
    assert "Accepted: 1 item." in page.text
    assert first not in queue(browser)
    assert record.verdict(first).note == "seen the tape"
    review = record.verdict(first).id
    assert browser.submit("/review/undo", {"review": [review], "back": "/review"}).headers["location"] == "/review"
    assert first in queue(browser)
    assert record.verdict(first) is None


def test_a_rejected_finding_leaves_the_list_and_an_accepted_one_stays_whatever_its_score(browser, record):
    found = next(iter(record.findings(Filters(kind="contradiction"))))
    weak = msgspec.structs.replace(found, id="finding-weak", score=0.1)
    record.put_findings([weak])
    assert found.id in browser.get("/conflicts").text
    assert weak.id not in browser.get("/conflicts").text
    judge(browser, [found.id], "reject")
    judge(browser, [weak.id])
    pages = browser.get("/conflicts").text + browser.get("/conflicts?page=2").text
    assert found.id not in pages
    assert weak.id in pages


def test_several_on_screen_at_once_and_one_undo_for_all_of_them_also_later(browser, record):
    some = queue(browser)[:3]
    judge(browser, some, "unsure")
    assert {record.verdict(name).verdict for name in some} == {"unsure"}
    page = browser.get("/activity").text
    assert "Undo all 3" in page
    form = page[page.index('action="/review/undo"') :]
    reviews = re.findall(r'name="review" value="([^"]+)"', form[: form.index("</form>")])
    browser.submit("/review/undo", {"review": reviews})
    assert [record.verdict(name) for name in some] == [None, None, None]
    assert "taken back" in browser.get("/activity").text


def test_several_verdicts_are_given_all_or_not_at_all(browser, record):
    some = queue(browser)[:2]
    assert judge(browser, [*some, "finding-none"]).status_code == 404
    assert record.verdicts() == {}


def test_an_edit_keeps_the_words_that_were_chosen(browser, record):
    claim = next(iter(record.claims()))
    text = record.document(claim.document).text
    judge(browser, [claim.id], "edit", start="3", end="12")
    review = record.verdict(claim.id)
    assert review.changes == {"spans": [[3, 12]], "words": text[3:12]}
    assert "should be" in browser.get("/activity").text


def test_edited_words_are_shown_wherever_the_item_is_quoted_until_the_edit_is_taken_back(browser, record):
    claim = next(claim for claim in record.claims() if claim.question)
    link = f"?at={at(claim.spans)}#"
    judge(browser, [claim.id], "edit", start="3", end="12")
    edited = browser.get(f"/questions/{claim.question}?all=yes").text
    assert f"/documents/{claim.document}?at=3-12#3-12" in edited
    browser.submit("/review/undo", {"review": record.verdicts()[claim.id].id})
    before = browser.get(f"/questions/{claim.question}?all=yes").text
    assert "?at=3-12#" not in before
    assert link in before


@pytest.mark.parametrize("spans", [[[12, 3]], [[0, 99_999_999]], [[-4, 2]], "words", [[1, 5], [3, 9]], None])
def test_an_edit_from_elsewhere_that_names_no_words_changes_nothing(browser, record, spans):
    claim = next(claim for claim in record.claims() if claim.question)
    before = browser.get(f"/questions/{claim.question}?all=yes").text
    changes = {"spans": spans, "words": "x"}
    elsewhere = Review(
        id="review-1", item=claim.id, verdict="edit", by="Ana", at="2024-01-01T00:00:00", changes=changes
    )
    with record.transaction():
        record.put_reviews([(elsewhere, ("x",))])
    after = browser.get(f"/questions/{claim.question}?all=yes")
    assert after.status_code == 200
    assert after.text.count("?at=") == before.count("?at=")


@pytest.mark.parametrize(("start", "end"), [("9", "3"), ("", ""), ("0", "99999999"), ("a", "b"), ("-1", "4")])
def test_an_edit_without_a_range_is_refused(browser, record, start, end):
    claim = next(iter(record.claims()))
    assert judge(browser, [claim.id], "edit", start=start, end=end).status_code == 422
    assert record.verdicts() == {}


def test_a_note_needs_words_and_is_no_verdict(browser, record):
    first = queue(browser)[0]
    assert judge(browser, [first], "note").status_code == 422
    judge(browser, [first], "note", note="ask the ministry")
    assert first in queue(browser)
    assert "ask the ministry" in browser.get("/activity").text


def test_the_card_alone_is_answered_where_it_was_asked_for_alone(browser, record):
    first = queue(browser)[0]
    answer = browser.submit("/review/verdicts", {"item": [first], "verdict": "reject"}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert answer.text.count("<article") == 1
    assert "Rejected by you" in answer.text
    assert "<html" not in answer.text


def test_reviewers_judge_apart_and_meet_where_they_differ(logged_in):
    ana = logged_in("reviewer")
    record = ana.app.state.record
    first = queue(ana)[0]
    record.review(first, "reject", "Bo")
    assert first not in queue(ana)
    apart = ana.get("/review?show=apart").text
    assert first in apart
    assert "by Bo" not in apart
    judge(ana, [first])
    differing = ana.get("/review?show=differ").text
    assert first in differing
    assert "Rejected by Bo" in differing
    assert "you differ" in differing


def test_the_page_of_a_finding_says_how_many_are_on_its_question(browser, record):
    found = next(one for one in record.findings() if one.question)
    alike = sum(one.question == found.question for one in record.findings())
    page = browser.get(f"/conflicts/{found.id}").text
    assert alike > 1
    assert f"One of {alike} findings on its question" in page


def test_a_reader_sees_the_queue_and_cannot_judge(logged_in):
    reader = logged_in("reader")
    page = reader.get("/review").text
    assert "/review/verdicts" not in page
    assert judge(reader, [queue(reader)[0]]).status_code == 403


def test_the_history_of_a_finding_says_who_when_before_and_after(browser, record):
    first = queue(browser)[0]
    judge(browser, [first])
    judge(browser, [first], "reject", note="on second thought")
    page = browser.get(f"/conflicts/{first}").text
    assert "before: accept, after: reject" in page
    assert "on second thought" in page
    assert first in browser.get(f"/activity?item={first}").text


def test_a_record_that_somebody_else_writes_to_answers_busy_and_keeps_the_page(browser, record, location):
    import sqlite3

    first = queue(browser)[0]
    other = sqlite3.connect(location, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        answer = judge(browser, [first])
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert answer.status_code == 503
    assert "Nothing was lost" in answer.text
    assert answer.headers["retry-after"]
    assert first in queue(browser)
