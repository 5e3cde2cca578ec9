"""Notes and clippings in Markdown: front matter states facts, headings are set apart from their marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading import read
from onrecord.reading.front_matter import front_matter_in

BODY = (
    "The government of Vardania denied on Tuesday that it is building a second dam.\n\n"
    "“We are not building anything on the river,” the minister of works, Oda Fenn, told reporters.\n"
)


def of(head):
    return read(f"---\n{head}\n---\n\n{BODY}".encode())


def prose(document):
    return [document.text[b.start : b.end] for b in document.blocks if b.kind != "furniture"]


def test_a_clipping_is_titled_dated_and_signed_by_its_front_matter():
    document = of(
        'title: "No second dam, says minister"\nsource: https://courier.example/2024/dam\n'
        'author:\n  - "[[Ilse Marrow]]"\n  - "[[Bo Tarn]]"\npublished: 2024-05-07\ntags: [clippings, dam]\ndescription:'
    )
    assert (document.title, document.authors) == ("No second dam, says minister", ("Ilse Marrow", "Bo Tarn"))
    assert (document.published.start, document.published.known_by) == ("2024-05-07", "metadata")
    assert document.outlet == "courier.example"
    assert document.blocks[0].label == "front_matter"
    assert prose(document) == BODY.strip().split("\n\n")


@pytest.mark.parametrize("line", ["authors: [Ilse Marrow, Bo Tarn]", "author: Ilse Marrow, Bo Tarn"])
def test_authors_stand_in_a_list_or_on_a_line(line):
    assert of(line).authors == ("Ilse Marrow", "Bo Tarn")


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nThe river rose.\n\n---\n\nIt fell.\n",
        "---\nFenn: there is no dam, and there never was\nThe minister left.\n---\n",
        "title: No dam\n---\n",
        "---\ntitle: No dam\n",
    ],
)
def test_rules_between_paragraphs_are_no_front_matter(text):
    assert front_matter_in(text) is None


def test_a_heading_of_markdown_is_title_or_heading_without_its_marks():
    document = read(
        f"# Vardania denies building a dam\n\n{BODY}\n## What comes next ##\nOda Fenn will speak.\n".encode()
    )
    assert document.title == "Vardania denies building a dam"
    kinds = [(b.kind, document.text[b.start : b.end]) for b in document.blocks]
    assert ("heading", "What comes next") in kinds
    assert kinds[-1] == ("paragraph", "Oda Fenn will speak.")


def test_the_same_headline_in_front_matter_and_text_is_the_title():
    document = read(
        f"---\ntitle: Vardania denies building a dam\n---\n# Vardania denies building a dam\n\n{BODY}".encode()
    )
    assert [b.kind for b in document.blocks][:2] == ["furniture", "title"]


@pytest.mark.parametrize("line", ["#", "###", "# 5", "# # #"])
def test_other_signs_are_no_headings(line):
    assert all(b.kind != "heading" for b in read(f"{BODY}\n{line}\n\n{BODY[:60]} again.\n".encode()).blocks)


@given(st.text(alphabet="ab:-[]# \n\"'", max_size=80))
def test_front_matter_lies_within_its_text(words):
    text = f"---\n{words}\n---\n"
    head = front_matter_in(text)
    if head is not None:
        assert 0 < head.end <= len(text)
        assert all(0 <= b.start < b.end <= head.end for b in head.blocks)
