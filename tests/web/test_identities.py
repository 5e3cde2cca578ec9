"""Who is who through the pages: merging with all shown before, splitting names and documents, undoing, and who may."""

import re

import msgspec
import pytest

from onrecord.model.documents import Block, Document, Source
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Annotated, Entity, Event, Mention, Relation, Role, Speaker, Statement
from onrecord.model.spans import Evidence, Span
from onrecord.model.times import Interval
from onrecord.output.ties import sameness

SPEAKERS = (
    ("Ola Brandt", "harbour minister"), ("Brandt-Lie", "harbour minister"), ("Ola Brandt", "goalkeeper"),
    ("Mia Sund", "mayor"),
)  # fmt: skip


def kept(record, number, name, title):
    """A document in which somebody says something, meets the mayor, and supplies a port."""
    text = f"{name}, the {title}, said: “Port {number} is open.” {name} met the mayor."
    home = content_id("document", str(number))
    who = Entity(
        id=content_id("entity", "person", fold(name)), kind="person", name=name, aliases=(name,),
        roles=(Role(title=title),), mentions=(Mention(document=home, start=0, end=len(name)),),
    )  # fmt: skip
    said, met = text.index("“"), text.rindex(name)
    content = (Span(said, text.index("”") + 1),)
    record.keep(
        Annotated(
            document=Document(
                id=home, text=text, title=f"Report {number}", outlet="The Quay",
                source=Source(uri=f"{number}.txt", sha256=str(number), media_type="text/plain", read_at="2025-01-01"),
                blocks=(Block(kind="paragraph", start=0, end=len(text)),),
            ),
            version="made/1",
            entities=(who,),
            statements=(
                Statement(
                    id=content_id("statement", home), document=home, content=content, cue=(Span(said - 6, said - 2),),
                    manner="direct", stance="asserts", speaker=Speaker(entity=who.id, name=name),
                    uttered=Interval(
                        start=f"2025-03-0{number + 1}", end=f"2025-03-0{number + 2}", precision="day", text=""
                    ),
                ),
            ),
            relations=(
                Relation(
                    id=content_id("relation", home), document=home, spans=content, subject=name, predicate="supply",
                    object="Port Norland",
                ),
            ),
            events=(
                Event(
                    id=content_id("event", home), kind="meeting", text=f"{name} met the mayor",
                    mentions=(Evidence(document=home, spans=(Span(met, len(text)),)),),
                    participants=(name,),
                    when=Interval(start="2025-03-01", end="2025-03-02", precision="day", text=""),
                ),
            ),
        )
    )  # fmt: skip
    return who.id, home


@pytest.fixture
def cast(browser):
    """The ids of a minister, of his other name, of the mayor; and the documents in order."""
    record = browser.app.state.record
    for document in list(record.documents()):
        record.remove(document.id)
    made = [kept(record, number, *speaker) for number, speaker in enumerate(SPEAKERS)]
    return made[0][0], made[1][0], made[3][0], [home for _, home in made]


@pytest.fixture
def record(browser):
    return browser.app.state.record


def names(page):
    return re.findall(r'<h2 id="name-\d+">([^<]+)</h2>', page)


def test_both_are_shown_before_they_are_merged_and_then_everywhere_as_one(browser, record, cast):
    minister, other, *_ = cast
    assert browser.get("/speakers").text.count("Brandt") == 2
    assert "(2 reports)" in browser.get("/timeline").text
    found = browser.get(f"/speakers/{minister}/names?q=brandt").text
    assert f"/speakers/{minister}/merge?with={other}" in found
    both = browser.get(f"/speakers/{minister}/merge?with={other}").text
    assert "Port 0 is open" in both
    assert "Port 1 is open" in both
    assert both.count("harbour minister") >= 4
    answer = browser.submit(f"/speakers/{minister}/merge", {"other": other, "note": "the same office"})
    assert answer.status_code == 303
    page = browser.get(answer.headers["location"]).text
    assert names(page) == ["Ola Brandt", "Brandt-Lie"]
    assert "“Ola Brandt” and “Brandt-Lie” are one" in page
    assert "the same office" in page
    for one in (minister, other):
        shown = browser.get(f"/speakers/{one}").text
        assert "<h1>Ola Brandt</h1>" in shown
        assert all(f"Port {number} is open" in shown for number in (0, 1))
    speakers = browser.get("/speakers").text
    assert "Brandt-Lie" not in speakers
    assert re.search(r'Ola Brandt</a></th>.*?data-head="Statements">3<', speakers, re.DOTALL)
    assert "Ola Brandt" in browser.get("/speakers?q=lie").text
    assert "(3 reports)" in browser.get("/timeline").text
    network = browser.get("/network?about=Brandt-Lie").text
    assert '<td class="number" data-head="Told">3</td>' in network
    acts = browser.get("/activity").text
    assert "“Ola Brandt” and “Brandt-Lie” are one" in acts
    assert "Said who is who" in acts


def test_an_edit_of_a_field_is_told_in_the_activity(browser, record, cast):
    record.review(cast[0], "edit", "Bo", changes={"party": "Norland"})
    assert "should be: party Norland" in browser.get("/activity").text


def test_a_merge_is_taken_back_and_the_history_keeps_both(browser, record, cast):
    minister, other, *_ = cast
    browser.submit(f"/speakers/{minister}/merge", {"other": other})
    page = browser.get(f"/speakers/{minister}/names").text
    review = re.search(r'name="review" value="(review-[0-9a-f]+)"', page)[1]
    browser.submit("/review/undo", {"review": review, "back": f"/speakers/{minister}/names"})
    page = browser.get(f"/speakers/{minister}/names").text
    assert names(page) == ["Ola Brandt"]
    assert "taken back by" in page
    assert browser.get("/speakers").text.count("Brandt") == 2


def test_a_name_of_two_people_is_split_by_documents(browser, record, cast):
    minister, _, _, documents = cast
    answer = browser.submit(
        f"/speakers/{minister}/split", {"document": f"{minister}~{documents[2]}", "note": "plays ball"}
    )
    page = browser.get(answer.headers["location"]).text
    assert "In 1 document “Ola Brandt” is somebody else" in page
    assert "Report 2" not in page
    assert "Port 2 is open" not in browser.get(f"/speakers/{minister}").text
    (decision,) = sameness(record).parted
    keeper = browser.get(f"/speakers/{decision.other}").text
    assert "Port 2 is open" in keeper
    assert "Port 0 is open" not in keeper
    assert "goalkeeper" in keeper
    assert browser.get("/speakers").text.count("Ola Brandt</a>") == 2
    merged = browser.submit(f"/speakers/{decision.other}/merge", {"other": minister})
    assert "The two called “Ola Brandt” are one" in browser.get(merged.headers["location"]).text


def test_a_name_is_split_from_all_the_others(browser, record, cast):
    minister, other, mayor, _ = cast
    for one in (other, mayor):
        browser.submit(f"/speakers/{minister}/merge", {"other": one})
    answer = browser.submit(f"/speakers/{minister}/split", {"name": other})
    page = browser.get(answer.headers["location"]).text
    assert "Kept, 2 decisions" in page
    assert sameness(record).members(other) == (other,)
    assert set(sameness(record).members(mayor)) == {minister, mayor}
    assert "said that they are not one" in browser.get(f"/speakers/{other}/merge?with={mayor}").text


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("merge", lambda one, papers: {"other": one}),
        ("merge", lambda one, papers: {"other": "entity-none"}),
        ("split", lambda one, papers: {}),
        ("split", lambda one, papers: {"name": one}),
        ("split", lambda one, papers: {"document": [f"{one}~{papers[0]}", f"{one}~{papers[2]}"]}),
        ("split", lambda one, papers: {"document": f"entity-none~{papers[0]}"}),
        ("split", lambda one, papers: {"document": "nonsense"}),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line_and_changes_nothing(browser, record, cast, path, form):
    minister, _, _, documents = cast
    answer = browser.submit(f"/speakers/{minister}/{path}", form(minister, documents))
    assert answer.status_code in {404, 409}
    assert re.search(r'role="alert"><strong>Nothing was changed:</strong> [^<]+\.</p>', answer.text)
    assert record.reviews() == []


def test_a_reader_sees_who_is_who_and_decides_nothing(logged_in):
    reader = logged_in("reader")
    record = reader.app.state.record
    one, other = (entity.id for entity, _ in zip(record.entities(), range(2), strict=False))
    page = reader.get(f"/speakers/{one}/names").text
    assert 'name="document"' not in page
    assert "They are one" not in reader.get(f"/speakers/{one}/merge?with={other}").text
    assert reader.submit(f"/speakers/{one}/merge", {"other": other}).status_code == 403
    assert reader.submit(f"/speakers/{one}/split", {"name": one}).status_code == 403


def test_a_change_without_our_token_is_refused(browser, record, cast):
    minister, other, *_ = cast
    assert browser.post(f"/speakers/{minister}/merge", data={"other": other}).status_code == 403
    assert record.reviews() == []


def test_an_unknown_id_is_nobodys(browser, cast):
    assert browser.get("/speakers/entity-none/names").status_code == 404
    assert browser.get(f"/speakers/{cast[0]}/merge?with=entity-none").status_code == 404


def test_a_party_that_nobody_speaks_for_shows_who_belongs_to_it(browser, record, cast):
    document = record.document(cast[3][0])
    given = record.annotated(document.id)
    silent = Entity(
        id=content_id("entity", "person", "lars vik"), kind="person", name="Lars Vik", party="Coast Guard of Norland",
        mentions=(Mention(document=document.id, start=0, end=3),),
    )  # fmt: skip
    record.keep(msgspec.structs.replace(given, entities=(*given.entities, silent)))
    page = browser.get("/parties/Coast%20Guard%20of%20Norland")
    assert page.status_code == 200
    assert f'<a href="/speakers/{silent.id}/names">Lars Vik</a>' in page.text
