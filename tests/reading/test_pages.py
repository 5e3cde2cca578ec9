"""Pages: the blocks that are chosen, in the words of the page itself, and the facts of its markup."""

import json
import sys
from pathlib import Path

import pytest

from onrecord.reading import read
from onrecord.reading.dom import lines_of, parsed
from onrecord.reading.pages import _aligned

sys.path.insert(0, str(Path(__file__).parent))
import samples


def page(head="", paragraphs=samples.PARAGRAPHS):
    return read(samples.page(*paragraphs, head=head).encode())


def ld(**fields):
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **fields})}</script>"


def test_the_words_are_the_page_s_own():
    document = page(
        paragraphs=(
            "The <b>government</b> "
            "of\n   Vardania denied&nbsp;on "
            "<a href='x'>Tuesday</a> that it’s building a second dam<!-- x --> here.",
            *samples.PARAGRAPHS[1:],
        )
    )
    assert "The government of Vardania denied\u00a0on Tuesday that it’s building a second dam here." in document.text
    assert [b.kind for b in document.blocks] == ["title", "paragraph", "paragraph", "paragraph"]
    assert "Home" not in document.text
    assert document.source.extractor.startswith("trafilatura/")


def test_kinds_come_from_markup():
    body = (
        *samples.PARAGRAPHS,
        "</p><h2>What the neighbours "
        "say</h2><ul><li>The water is falling every day</li><li>The cranes are not leaving</li></ul>"
        "<table><tr><th>Year</th><th>Cranes</th></tr><tr><td>2023</td><td>14</td></tr></table><p>"
        + samples.PARAGRAPHS[2]
        + " So they say.",
    )
    document = page(paragraphs=body)
    kinds = {document.text[b.start : b.end]: b.kind for b in document.blocks}
    assert kinds["What the neighbours say"] == "heading"
    assert kinds["The water is falling every day"] == "list_item"
    assert kinds["2023\t14"] == "table"


def test_a_transcript_set_with_line_breaks():
    talk = (
        "MODERATOR: Good morning, and welcome to the call about the dam.<br>Q: Is there a second dam being built?"
        "<br/>MS. FENN: There is no second dam."
    )
    document = page(paragraphs=(talk, "MODERATOR: Thank you all for joining the call this morning."))
    assert [b.label for b in document.blocks if b.kind == "turn"] == ["MODERATOR", "Q", "MS. FENN", "MODERATOR"]


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        (ld(datePublished="2024-05-07T23:10:00-05:00"), "published", "2024-05-07"),
        ("<meta property='article:published_time' content='2024-05-07T10:00:00Z'>", "published", "2024-05-07"),
        ("<meta name='date' content='7 May 2024'>", "published", "2024-05-07"),
        ("<link rel='canonical' href='https://news.example/2024/05/07/dam'>", "published", "2024-05-07"),
        (ld(headline="Dam &amp; River"), "title", "Dam & River"),
        ("<meta property='og:title' content='A dam denied'>", "title", "A dam denied"),
        ("", "title", "Vardania Denies Building Second Dam"),
        (ld(publisher={"@type": "Organization", "name": "Harbour News"}), "outlet", "Harbour News"),
        ("<meta property='og:site_name' content='Harbour News'>", "outlet", "Harbour News"),
        ("<link rel='canonical' href='https://www.news.example/dam'>", "outlet", "news.example"),
        (ld(author=[{"name": "Ilse Marrow"}, {"name": "Bo Tarn"}]), "authors", ("Ilse Marrow", "Bo Tarn")),
        (ld(author={"@type": "Person", "name": ["Ilse Marrow"]}), "authors", ("Ilse Marrow",)),
        ("<meta name='author' content='By Ilse Marrow and Bo Tarn'>", "authors", ("Ilse Marrow", "Bo Tarn")),
        ("<meta property='article:author' content='https://social.example/x'>", "authors", ()),
        ("<script type='application/ld+json'>{broken</script>", "authors", ()),
        (
            "<script type='application/ld+json'>"
            + json.dumps({"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "author": "Bo Tarn"}]})
            + "</script>",
            "authors",
            ("Bo Tarn",),
        ),
    ],
)  # fmt: skip
def test_facts_from_markup(head, field, value):
    found = getattr(page(head), field)
    assert (found.start if field == "published" else found) == value
    if field == "published":
        assert found.known_by == "metadata"


def test_blocks_that_are_not_in_the_page_are_refused_and_counted():
    lines = lines_of(parsed("<p>The river is low this year.</p><p>Nobody can say why that is so.</p>"))
    chosen, refused = _aligned(
        lines, ["Nobody can say why that is so.", "These words are on no line of the page at all."]
    )
    assert [lines[n].text for n in chosen] == ["Nobody can say why that is so."]
    assert refused == 1


def test_a_block_with_a_link_left_out_is_found_by_its_ends():
    own = (
        "The ministry of works denied it on Tuesday (see our map of the river) and said that "
        "all of the cranes belong to the old harbour."
    )
    lines = lines_of(parsed(f"<p>Menu</p><p>{own}</p>"))
    chosen, refused = _aligned(lines, [own.replace(" (see our map of the river)", "")])
    assert [lines[n].text for n in chosen] == [own]
    assert refused == 0


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>One<br>two</p>", ["One", "two"]),
        ("<div>One<p>two</p>three</div>", ["One", "two", "three"]),
        ("<p>One <script>x()</script>two</p>", ["One two"]),
        ("<p hidden>No</p><p style='display: none'>No</p><p>Yes</p>", ["Yes"]),
        ("<pre>One\n  two</pre>", ["One", "two"]),
        ("<ul><li>One<ul><li>two</li></ul></li></ul>", ["One", "two"]),
        ("<p>cafe&#x301; &amp; \u200btea</p>", ["café & \u200btea"]),
        ("<p>One<p>two", ["One", "two"]),
        ("<template><p>No</p></template><noscript>No</noscript><p>Yes</p>", ["Yes"]),
    ],
)
def test_lines_of_markup(markup, lines):
    assert [line.text for line in lines_of(parsed(f"<body>{markup}</body>"))] == lines


def test_deeply_nested_markup_is_no_trouble():
    deep = "<div>" * 5_000 + "The words within it all." + "</div>" * 5_000
    assert [line.text for line in lines_of(parsed(f"<body>{deep}</body>"))] in (["The words within it all."], [])


def test_the_encoding_a_page_declares_is_believed_where_it_fits():
    words = samples.page("The café of Vardania denied it: “no dam”, they said, and closed.", *samples.PARAGRAPHS)
    declared = words.replace("<head>", "<head><meta charset='windows-1252'>")
    document = read(declared.encode("cp1252"))
    assert "café" in document.text
    assert "“no dam”" in document.text
    assert document.source.encoding == "cp1252"
