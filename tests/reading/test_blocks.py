"""Blocks in the reader's notation: a line of the text, then what it is; `·` parts blocks within a line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.blocks import find_blocks
from onrecord.reading.clean import clean
from onrecord.reading.pieces import pieces_of

BODY = (
    "The ministry of works "
    "denied on Tuesday that it is building a second dam on the river, and called the claim absurd."
)


def marked(text, **options):
    """Each block as (kind or kind:label, words)."""
    text = clean(text)
    blocks = find_blocks(text, pieces_of(text), **options)
    return [(f"{b.kind}:{b.label}" if b.label else b.kind, text[b.start : b.end]) for b in blocks]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "advertisement"),
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Article continues after ad", "advertisement"),
        ("Font Size:", "font_size"),
        ("Text size: A A A", "font_size"),
        ("Accessibility links", "accessibility"),
        ("Skip to main content", "accessibility"),
        ("Breaking News", "breaking"),
        ("This is a breaking news story and will be updated.", "breaking"),
        ("RELATED: Lurland counts cranes at the river", "related"),
        ("Read more: How the dam was planned", "related"),
        ("You may also like", "related"),
        ("Most Popular", "related"),
        ("WATCH: Minister leaves the hall", "related"),
        ("Rate this post", "rating"),
        ("Click on a star to rate it!", "rating"),
        ("Average rating 4.5 / 5. Vote count: 12", "rating"),
        ("No votes so far! Be the first to rate this post.", "rating"),
        ("Take a second to support The Torvik Tribune on Patreon!", "donation"),
        ("Become a patron at Patreon!", "donation"),
        ("Donate today", "donation"),
        ("Support our journalism with a gift.", "donation"),
        ("Sign up for our morning newsletter", "newsletter"),
        ("Get the day's news delivered to your inbox", "newsletter"),
        ("Follow Ilse Marrow on Twitter @marrow", "newsletter"),
        ("Share this article", "share"),
        ("Facebook Twitter Email", "share"),
        ("Share on Facebook", "share"),
        ("3 Comments", "comments"),
        ("We use cookies to improve this site for you.", "cookies"),
        ("© 2024 Harbour News. All rights reserved.", "copyright"),
        ("Copyright 2024 Harbour News", "copyright"),
        ("This article originally appeared in The Torvik Tribune.", "republication"),
        ("This story was originally published by Harbour News on May 7, 2024.", "republication"),
        ("Republished with permission from Harbour News.", "republication"),
        ("Text provided by Ministry of Works:", "republication"),
        ("The post Dam denied appeared first on Harbour News.", "republication"),
        ("5 min read", "reading_time"),
        ("Listen to this article", "media"),
        ("Tags: dams, rivers", "tags"),
        ("Home > World > Vardania", "navigation"),
        ("###", "end_mark"),
        ("* * *", "end_mark"),
        ("FOR IMMEDIATE RELEASE", "release_mark"),
        ("Media Contact: Bo Tarn, press@works.example", "contact"),
        ("May 7, 2024", "date"),
        ("Tuesday, May 7, 2024 4:12 PM EDT", "date"),
        ("Published: 7 May 2024", "date"),
        ("Updated 10:32 AM EDT, Tue May 7, 2024", "date"),
        ("Ilse Marrow contributed to this report.", "credits"),
        ("(Reporting by Ilse Marrow; editing by Bo Tarn)", "credits"),
        ("Bo Tarn/Getty Images", "credit"),
        ("BO TARN/AFP via Getty Images", "credit"),
        ("Photo: Bo Tarn / Reuters", "credit"),
        ("(AP Photo/Bo Tarn)", "credit"),
    ],
)
def test_lines_of_furniture(line, kind):
    blocks = marked(
        f"Dam Denied by Ministry\n\n{BODY}\n\n{BODY} Again.\n\n{line}\n\nIt said so twice, and will say so again."
    )
    assert (f"furniture:{kind}", line) in blocks
    assert [k for k, _ in blocks].count("paragraph") == 3


@pytest.mark.parametrize(
    "line",
    [
        "Support for the dam has grown since the spring, two surveys found.",
        "Advertisement is what the ministry spends most on, she said.",
        "Related costs came to 4 million crowns.",
        "This report was published by the ministry on Monday and says that 40 people moved away.",
        "Information provided by officials shows that 40 people moved away.",
        "Copyright law does not cover the plans, the judge said.",
        "Share prices of the builder fell by a third.",
        "Sign language interpreters left the hall in protest.",
        "Breaking the seal took the inspectors two hours.",
        "More from the valley will have to move, the mayor of Torvik said.",
        "Send the inspectors home, the minister demanded.",
        "Join us in calling for an end to the works, the letter says.",
        "By Friday, all of the cranes had left.",
        "Photo evidence of the cranes was shown to the court.",
        "Comments by the minister drew laughter.",
        "Register numbers had been filed off, police said.",
        "The cookies were served with tea.",
        "Print copies of the plan were burned.",
        "Rating agencies lowered their view of the ministry.",
        "Updated plans were shown on May 7, 2024, to residents.",
    ],
)
def test_prose_that_begins_like_furniture(line):
    assert ("paragraph", line) in marked(f"Dam Denied by Ministry\n\n{BODY}\n\n{line}\n\n{BODY} Again.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Politics\n\nDam Denied "
            "by Ministry\n\nBO TARN/AFP "
            "via Getty Images\n\nIlse Marrow Senior Political Correspondent\nFont Size:\n\n" + BODY,
            ["furniture:section", "title", "furniture:credit", "furniture:byline", "furniture:font_size", "paragraph"],
        ),
        (
            " date 2024-05-07 " + BODY + "\n\n" + BODY + " Again.",
            ["furniture:crawler", "paragraph", "paragraph"],
        ),
        (
            "Dam Denied by Ministry\nBy Ilse Marrow and Bo Tarn\nMay 7, 2024\n\n" + BODY,
            ["title", "furniture:byline", "furniture:date", "paragraph"],
        ),
        (
            "Dam Denied by Ministry\n\nIlse Marrow\n\nMay 7, 2024\n\n" + BODY,
            ["title", "furniture:byline", "furniture:date", "paragraph"],
        ),
        (
            "TORVIK, Vardania (Harbour News) – " + BODY + "\n\n" + BODY + " Again.",
            ["furniture:dateline", "paragraph", "paragraph"],
        ),
        (
            "Dam Denied by Ministry\n\n" + BODY + "\n\nCranes at the river\n\n" + BODY + " Again.",
            ["title", "paragraph", "heading", "paragraph"],
        ),
        (
            "Dam Denied by Ministry\n\n" + BODY + "\n\nShe added:\n\n“There is no dam.”",
            ["title", "paragraph", "paragraph", "paragraph"],
        ),
        (
            "Dam Denied by Ministry\n\n" + BODY + " (RELATED: Cranes seen at the river) The works go on.",
            ["title", "paragraph", "furniture:related", "paragraph"],
        ),
        (
            "Dam Denied by Ministry\n\nFILE "
            "— The minister, left, looks on in Torvik, May 2, 2024. She spoke on Tuesday.\n"
            "FILE — The minister, left, looks on in Torvik, May 2, 2024. She spoke on Tuesday.\n\n" + BODY,
            ["title", "caption", "furniture:duplicate", "paragraph"],
        ),
        (
            "Dam Denied by Ministry\n\n" + BODY +
            "\n\nA crane stands at the river on May 2, 2024. (Photo by Bo Tarn/AFP via Getty Images)",
            ["title", "paragraph", "caption", "furniture:credit"],
        ),
        (
            "Dam Denied by Ministry\n\n" + BODY +
            "\n\nA crane stands at the river near Torvik. REUTERS/Bo Tarn\n\n" + BODY + " Again.",
            ["title", "paragraph", "caption", "furniture:credit", "paragraph"],
        ),
        (
            "Dam Denied by Ministry\n\n" + BODY +
            "\n\n- The first demand is water.\n- The second demand is light.\n\n" + BODY + " Again.",
            ["title", "paragraph", "list_item", "list_item", "paragraph"],
        ),
        (
            "Dam Denied by Ministry\n\n" + BODY + "\n\nYear\tCranes\tMen\n2023\t4\t90\n\n" + BODY + " Again.",
            ["title", "paragraph", "table", "table", "paragraph"],
        ),
    ],
)  # fmt: skip
def test_how_a_text_is_laid_out(text, expected):
    assert [kind for kind, _ in marked(text)] == expected


def test_a_word_list_marker_is_no_part_of_its_item():
    blocks = marked(f"Dam Denied\n\n{BODY}\n\n• Water for all\n• Light for all\n\n{BODY} Again.")
    assert ("list_item", "Water for all") in blocks


def test_lines_wrapped_by_a_program_are_one_paragraph():
    words = (BODY + " ") * 6
    rows, row = [], ""
    for word in words.split():
        if len(row) + 1 + len(word) > 72:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}".strip()
    text = "\n".join([*rows, row]) + "\n\n" + "\n".join([*rows, row]).replace("absurd", "false")
    assert [kind for kind, _ in marked(text)] == ["paragraph", "paragraph"]


def test_a_line_broken_within_a_sentence_goes_on():
    blocks = marked(f"{BODY}\nThe minister asked how these\nefforts were paid for.\nNobody knew.")
    assert ("paragraph", "The minister asked how these\nefforts were paid for.") in blocks


def test_metadata_finds_the_title_in_the_text():
    text = f"Harbour News\n\nthe dam that is not there\n\n{BODY}"
    assert ("title", "the dam that is not there") in marked(text, title="The dam that is not there")


ANYTHING = st.text(
    alphabet=st.one_of(
        st.sampled_from("\n\n\n \t\r\u00a0\u200b\u200e\u202e\u2066\ufeff“”’—–:.()[]Q•\u0301e\u0308👩‍🚀🇺🇸\u2028\x0cAa"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
    ),
    max_size=300,
)
LINES = st.lists(
    st.sampled_from(
        [
            "Advertisement", "", "Q    Why?", "MODERATOR:  Please go ahead, Ms. Fenn.", "MS. FENN: No.",
            "(RELATED: x) y", BODY,
            "\u200b• item\u200e", "A caption. (AP Photo/Bo Tarn)", "FILE — x, May 2, 2024.", "May 7, 2024",
            "TORVIK (AP) — Yes.",
            "\u202eReversed \U0001f469\u200d\U0001f680 e\u0301", "9:36 A.M. EST", "###", "a\tb\tc", "She said:",
            "Heading here",
        ]
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(ANYTHING, LINES.map("\n".join), LINES.map("\r\n\r\n".join)))
def test_blocks_are_in_order_trimmed_and_within_the_text(raw):
    text = clean(raw)
    end = 0
    for block in find_blocks(text, pieces_of(text)):
        assert end <= block.start < block.end <= len(text)
        words = text[block.start : block.end]
        assert words == words.strip()
        assert block.kind != "furniture" or block.label
        end = block.end


@settings(max_examples=100, deadline=None)
@given(st.one_of(ANYTHING, LINES.map("\n".join)))
def test_blocks_hold_every_word_but_labels_and_markers(raw):
    text = clean(raw)
    blocks = find_blocks(text, pieces_of(text))
    if any(b.kind in ("turn", "list_item") for b in blocks):
        return
    held = "".join(text[b.start : b.end] for b in blocks)
    assert sum(map(str.isalnum, held)) == sum(map(str.isalnum, text))
