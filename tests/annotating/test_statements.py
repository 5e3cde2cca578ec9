"""Which words are attributed, by which words, to which words."""

import itertools
import re
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotating.speakers import attribute_speakers
from onrecord.annotating.statements import find_statements
from onrecord.language.names import find_names
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source

TAG = re.compile(r"<(/?)([qcs])>")
SOURCE = Source(uri="sample", sha256="0" * 64, media_type="text/plain", read_at="2025-01-01T00:00:00Z")


def document(text: str) -> Document:
    blocks = tuple(Block(kind="paragraph", start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text))
    return Document(id="document-sample", source=SOURCE, text=text, blocks=blocks)


@lru_cache(maxsize=128)
def statements(text: str):
    analysis = analyse(document(text))
    entities = find_names(analysis)
    return attribute_speakers(analysis, entities, find_statements(analysis, entities))[0]


def unmarked(notation: str) -> str:
    return TAG.sub("", notation)


def marked(text: str, statement) -> str:
    """The text with a statement's content, cue and source marked."""
    marks = []
    for tag, spans in (("q", statement.content), ("c", statement.cue), ("s", statement.source)):
        for start, end in spans:
            marks += [(start, 1, f"<{tag}>"), (end, 0, f"</{tag}>")]
    for at, _, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return text


@pytest.mark.parametrize(
    ("notation", "manner"),
    [
        ("<q>“We will not sign this treaty today,”</q> <s>Ann Lee</s> <c>said</c>.", "direct"),
        ("<q>“We will not sign this treaty today,”</q> <c>said</c> <s>Ann Lee</s>.", "direct"),
        ("<s>Ann Lee</s> <c>said</c>: <q>“We will not sign this treaty today.”</q>", "direct"),
        ('<q>"We will not sign this treaty today,"</q> <s>she</s> <c>said</c>.', "direct"),
        (
            "<q>“We will not sign it,”</q> <s>Ann Lee</s> <c>said</c>. <q>“We never promised to sign it at all.”</q>",
            "direct",
        ),
        ("<s>The minister</s> <c>said</c> <q>that the dam will be finished in May</q>.", "indirect"),
        ("<s>The minister</s> <c>denied</c> <q>that the dam was leaking</q>.", "indirect"),
        ("<q>The dam will be finished in May</q>, <s>the minister</s> <c>said</c>.", "indirect"),
        ("<c>According to</c> <s>the report</s>, <q>the dam was leaking for years</q>.", "indirect"),
        ("<q>The dam was leaking for years</q>, <c>according to</c> <s>the report</s>.", "indirect"),
        ("<s>Officials</s> <c>believe</c> <q>the dam was leaking for years</q>.", "indirect"),
        ("<s>The minister</s> <c>said</c> <q>the dam was “an old and sad story.”</q>", "mixed"),
    ],
)
def test_content_cue_and_source_are_found(notation, manner):
    text = unmarked(notation)
    found = [s for s in statements(text) if s.nested_in is None]
    assert [marked(text, s) for s in found] == [notation]
    assert found[0].manner == manner


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("denied", "denies"),
        ("insisted", "insists"),
        ("promised", "promises"),
        ("warned", "warns"),
        ("admitted", "admits"),
        ("said", "asserts"),
        ("predicted", "expects"),
        ("suggested", "proposes"),
    ],
)
def test_the_cue_tells_the_stance(verb, stance):
    (statement,) = statements(f"The minister {verb} that the dam would be finished in May.")
    assert statement.stance == stance


def test_a_quotation_over_paragraphs_is_one_statement():
    text = "“We began the work in spring,” Ann Lee said. “It went well.\n\n“It will be finished by the winter.”"
    (statement,) = statements(text)
    assert len(statement.content) == 3
    assert statement.speaker.name == "Ann Lee"


def test_a_paragraph_of_quotation_alone_goes_on_with_the_speaker_before():
    text = "“We began the work in spring,” Ann Lee said.\n“It will be finished by the winter, and it will hold.”"
    (statement,) = statements(text)
    assert text[slice(*statement.content[-1])].startswith("“It will be finished")


def test_a_quoted_term_is_no_statement():
    assert statements("The so-called “silent dam” stands above the town.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Two officers of the port, who asked not to be named, left the room.",
        "The two sides agreed on the following steps: a panel, a fund and a new bridge.",
    ],
)
def test_terms_of_speaking_and_the_coming_of_a_list_are_nobodys_words(text):
    assert not [
        s for s in statements(text) if re.match("not to be|on the following|the following", s.content[0].of(text))
    ]


def test_what_a_speaker_reports_of_another_is_nested():
    text = "“The minister said that the dam was leaking,” Ann Lee said."
    outer, inner = statements(text)
    assert inner.nested_in == outer.id
    assert text[slice(*inner.source[0])] == "The minister"
    assert outer.speaker.name == "Ann Lee"


def test_turns_are_statements_of_all_their_paragraphs():
    text = "MODERATOR:  Good morning.\nANN LEE:  We begin.\nThe dam holds.\n"
    blocks = (
        Block(kind="turn", label="MODERATOR", start=12, end=25),
        Block(kind="turn", label="ANN LEE", start=36, end=45),
        Block(kind="turn", label="ANN LEE", start=46, end=60),
    )
    analysis = analyse(Document(id="document-t", source=SOURCE, text=text, blocks=blocks, genre="transcript"))
    turns = [s for s in find_statements(analysis, ()) if s.manner == "turn"]
    assert [[text[a:b] for a, b in turn.content] for turn in turns] == [
        ["Good morning."],
        ["We begin.", "The dam holds."],
    ]
    assert all(turn.cue == () and turn.source == () for turn in turns)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“" * 400 + "”" * 400,
        '"' * 1000,
        "he said " * 300,
        "ANN LEE SAID THAT THE DAM HOLDS. " * 20,
        "ann lee said the dam holds " * 50,
        "“No end in sight, he said",
        "” closed before “ opened, she said.",
        "Ü😀“é́” said \u202eNaïve\u202c. ",
    ],
)
def test_strange_text_gives_sound_spans(text):
    for statement in statements(text):
        spans = (*statement.content, *statement.cue, *statement.source)
        assert all(0 <= start < end <= len(text) for start, end in spans)


words = st.sampled_from(
    ["Ann", "Lee", "said", "that", "“", "”", '"', ",", ".", "the", "dam", "holds", "😀", "according", "to", "\n", "he"]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(words, max_size=40).map(" ".join))
def test_spans_are_in_order_inside_the_text_and_apart(text):
    seen = set()
    for statement in statements(text):
        assert statement.id not in seen
        seen.add(statement.id)
        for spans in (statement.content, statement.cue, statement.source):
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
        assert all(any(map(str.isalnum, text[start:end])) for start, end in statement.content)
        assert not any(content.overlaps(cue) for content in statement.content for cue in statement.cue)
        assert statement.nested_in is None or statement.nested_in in seen


def test_the_same_document_gives_the_same_statements():
    text = "“We will not sign this treaty today,” Ann Lee said. Officials believe she will."
    statements.cache_clear()
    first = statements(text)
    statements.cache_clear()
    assert statements(text) == first


def test_quotations_of_the_paragraph_before_are_not_given_to_a_new_source():
    text = (
        "“Nobody asked us,” said Ada Menk, who runs the only shop on the island.\n\n"
        "“It was the only way to get to the hospital. My mother went there every week.”\n\n"
        "Her brother, Paul Menk, said he would leave."
    )
    reported = [s for s in statements(text) if any("leave" in span.of(text) for span in s.content)]
    assert [span.of(text) for s in reported for span in s.content] == ["he would leave"]


def test_the_title_of_a_programme_is_nobodys_words():
    text = "Ann Lee, who hosts “Good Morning Lund,” said the show would end in May."
    assert not any("Morning" in span.of(text) for s in statements(text) for span in s.content)


def parts(text: str):
    return [
        tuple(" | ".join(span.of(text) for span in spans) for spans in (s.source, s.cue, s.content))
        for s in statements(text)
    ]


@pytest.mark.parametrize(
    ("text", "no_words"),
    [
        (
            "“I wish her well, she fought hard,” Mr. Dorn told the hosts of “Morning Joy,” adding that he knows one "
            "of the mayor's sons.",
            "Morning Joy",
        ),
        ("Ilse Karr, star of the play “Tides,” thanked the mayor for “taking steps that make us safer.”", "Tides"),
        ("Weiler opened a shop, taught at the school and acted in the film “Shark Storm 3: Oh Dear No!”", "Shark"),
    ],
)
def test_titles_that_a_sentence_runs_on_over_are_nobodys_words(text, no_words):
    assert not any(no_words in content for _, _, content in parts(text))


def test_the_source_whose_show_has_a_title_is_kept_with_what_is_said():
    text = "Ilse Karr, star of the play “Tides,” thanked the mayor for “taking steps that make us safer.”"
    ((source, cue, content),) = parts(text)
    assert (source.startswith("Ilse Karr"), cue) == (True, "thanked")
    assert content.endswith("“taking steps that make us safer.”")


def test_a_headline_names_its_speaker_by_a_colon():
    text = "Menk: The ferry must sail again before winter\n\nThe mayor spoke in Lund Harbour on Tuesday."
    assert ("Menk", ":", "The ferry must sail again before winter") in parts(text)


def test_a_quotation_over_paragraphs_parts_where_each_has_its_own_cue():
    text = (
        "Ada Menk said: “There is no magic in the phrase. It is a talking point.\n\n"
        "“Calling the storm by another name does not make it go away,” Menk said."
    )
    assert parts(text) == [
        ("Ada Menk", "said", "“There is no magic in the phrase. It is a talking point."),
        ("Menk", "said", "“Calling the storm by another name does not make it go away,”"),
    ]


def test_an_opening_mark_set_where_one_closes_still_closes():
    text = "“It’s unusual,“ said Larry Noll, a lawyer in Lund. “It’s a hard thing to do.”"
    assert all("said Larry" not in content for _, _, content in parts(text))
    assert any(source.startswith("Larry Noll") and "unusual" in content for source, _, content in parts(text))


def test_what_is_reported_inside_quotation_marks_ends_where_they_close():
    text = (
        "“She is moving a bit to the left, and people who give to her understand that,” Noll told the Courier in May."
    )
    assert all("Noll" not in content for _, _, content in parts(text))


def test_a_verb_before_the_cue_does_not_take_the_cue_for_words_said():
    text = "He sincerely believes, he said, that “Paul Orr is a really good man.”"
    assert all("he said" not in content for _, _, content in parts(text))


def test_a_sentence_behind_the_quotation_is_no_part_of_what_is_said():
    text = "Ada Menk labeled Mr. Dorn ''unfit to be mayor.'' Mr. Thiel was announced on Monday as a delegate."
    assert all("Thiel" not in content for source, _, content in parts(text) if source == "Ada Menk")


def test_what_stands_outside_the_marks_is_not_reported_inside_them():
    text = "Fishermen reacted with anger. “They never asked us,” one of them, Karl Noll, shouted from the quay."
    assert [content for _, _, content in parts(text)] == ["“They never asked us,”"]


@pytest.mark.parametrize(
    "text",
    [
        "“We will count every single car on the lane.”\n\n— Lena Ost\n\nThe council met on Monday.",
        "“We will count every single car on the lane.” – Lena Ost, mayor.\n\nThe council met on Monday.",
    ],
)
def test_a_quotation_is_signed_behind_a_dash(text):
    ((source, cue, _), *_) = parts(text)
    assert source.startswith("Lena Ost")
    assert cue in {"—", "–"}


@pytest.mark.parametrize(
    "text",
    [
        "“We will count every single car on the lane.” – The hall was silent, but the plan passed.",
        "“We will count every single car on the lane.”\n\n- Mill Lane\n\n- Harbour Road\n\nThe council met on Monday.",
    ],
)
def test_a_dash_that_goes_on_with_the_text_signs_nothing(text):
    assert all(cue not in {"-", "–"} for _, cue, _ in parts(text))
