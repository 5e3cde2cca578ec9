"""What a document's times count from."""

from datetime import date

import pytest

from onrecord.language.anchors import anchor_of, tells_history
from onrecord.model.documents import Document, Source

STORY = "In 1741 the war began. In 1742 the fleet sailed to the north, and by 1744 it was lost. " * 5
NEWS = "The council met Tuesday. It had voted on Monday, as in 2018, for a bridge of 1931. " * 8


def document(text, *, dateline=None, uri="report.txt"):
    source = Source(uri=uri, sha256="0" * 64, media_type="text/plain", read_at="2020-01-01T00:00:00Z")
    return Document(id="document-1", source=source, text=text, dateline=dateline)


def test_a_story_of_past_times_is_told_from_news():
    assert tells_history(STORY, date(2019, 6, 12))
    assert not tells_history(NEWS, date(2019, 6, 12))
    assert not tells_history(STORY, date(1745, 1, 1))


@pytest.mark.parametrize(
    ("dateline", "uri", "country"),
    [
        ("SYDNEY", "report.txt", "Australia"),
        ("EL PASO, Texas", "report.txt", "United States"),
        (None, "https://news.example.co.uk/a", "United Kingdom"),
        (None, "https://news.example.com/a", None),
        (None, "report.txt", None),
    ],
)
def test_the_dateline_or_the_address_tells_the_country(dateline, uri, country):
    assert anchor_of(document(NEWS, dateline=dateline, uri=uri)).country == country


@pytest.mark.parametrize(
    ("text", "month"),
    [
        (
            "Profit rose in the financial year ended 31 March 2019, and the financial year ending 31 March 2020 began.",
            3,
        ),
        ("Sales fell in its 2018 fiscal year, which ended on Sept. 30.", 9),
        ("The fiscal year that ends in June is the firm's, the fiscal year to December the state's.", None),
        ("The financial year was good.", None),
    ],
)
def test_a_text_tells_when_its_fiscal_year_ends(text, month):
    assert anchor_of(document(text)).fiscal_end == month
