"""Encodings: strict first, detected where it must be, replaced where a reader sees it, never guessed in silence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.errors import ReadingError
from onrecord.reading import read
from onrecord.reading.encodings import decode

WORDS = "The minister’s café said “no” — and the señora didn’t agree; it costs £4. " * 4


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + WORDS.encode(), "utf-8-sig"),
        (WORDS.encode("utf-16"), "utf-16"),
        (WORDS.encode("utf-16-be"), "utf-16-be"),
        (WORDS.encode("utf-32"), "utf-32"),
        (WORDS.encode("cp1252"), "cp1252"),
        (WORDS.encode("mac_roman"), "mac_roman"),
        (b"Plain words only.", "utf-8"),
    ],
)
def test_the_encoding_is_found_and_recorded(data, encoding):
    text, found = decode(data)
    assert found == encoding
    assert text == (WORDS if len(data) > 50 else "Plain words only.")


def test_broken_bytes_in_utf8_are_seen_and_counted():
    data = WORDS.encode().replace(b"agree", b"ag\xe2ree", 1)
    document = read(data)
    assert "ag\ufffdree" in document.text
    assert document.source.encoding == "utf-8 (1 broken byte replaced)"


def test_what_is_declared_is_believed_only_where_it_fits():
    assert decode(WORDS.encode("cp1252"), declared="iso-8859-1")[1] == "cp1252"
    assert decode(WORDS.encode(), declared="cp1252")[1] == "utf-8"
    assert decode(WORDS.encode("cp1252"), declared="no-such-encoding")[1] == "cp1252"


def test_bytes_of_no_encoding_are_refused():
    with pytest.raises(ReadingError, match="E109"):
        decode(b"\xff\xfe\x00\xd8" + b"a\x00" * 40 + b"\x00\xd8a\x00")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    try:
        document = read(data)
    except ReadingError as error:
        assert error.code.startswith("E1")  # noqa: PT017 - either outcome is right
    else:
        assert document.id == read(data).id


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=200))
def test_text_in_utf8_comes_back(words):
    assert decode(words.encode()) == (
        words.removeprefix("\ufeff"),
        "utf-8-sig" if words.startswith("\ufeff") else "utf-8",
    )
