"""Every format becomes a document, from bytes, files and containers."""

import gzip
import pickle
import sys
from pathlib import Path

import pytest

from onrecord.model.documents import Document
from onrecord.model.errors import Failure, ReadingError
from onrecord.model.identity import content_id
from onrecord.reading import SourceRef, read, read_all

sys.path.insert(0, str(Path(__file__).parent))
import samples

WORDS = "government of Vardania denied on Tuesday"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (samples.REPORT.encode(), "text/plain"),
        (b"\xef\xbb\xbf" + samples.REPORT.encode(), "text/plain"),
        (samples.REPORT.encode("utf-16"), "text/plain"),
        (samples.REPORT.encode("utf-16-le"), "text/plain"),
        (samples.page(*samples.PARAGRAPHS).encode(), "text/html"),
        (samples.pdf("\n".join(samples.PARAGRAPHS).replace("“", '"').replace("”", '"')), "application/pdf"),
        (
            samples.docx(*samples.PARAGRAPHS),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (samples.json_lines({"text": samples.REPORT}), "application/jsonl"),
        (samples.json_lines({"html": samples.page(*samples.PARAGRAPHS)}), "text/html"),
        (
            b'{\n "title": "A dam",\n "text": "The government of Vardania denied on Tuesday that it builds a dam."\n}',
            "application/jsonl",
        ),
        (samples.warc(samples.page(*samples.PARAGRAPHS).encode()), "text/html"),
        (gzip.compress(samples.REPORT.encode()), "text/plain"),
        (gzip.compress(samples.json_lines({"text": samples.REPORT})), "application/jsonl"),
        (gzip.compress(samples.warc(samples.page(*samples.PARAGRAPHS).encode())), "text/html"),
    ],
)
def test_every_format_is_read(data, media_type):
    document = read(data)
    assert WORDS in document.text
    assert document.source.media_type == media_type
    assert document.language == "en"
    assert all(document.text[b.start : b.end].strip() for b in document.blocks)


def test_plain_text_is_the_file_with_nothing_cut():
    raw = "\r\nOne line\r\n\r\nAdvertisement\rA second line, cafe\u0301.\n"
    assert read(raw.encode()).text == "\nOne line\n\nAdvertisement\nA second line, café.\n"


def test_the_id_hashes_the_bytes_and_not_the_name(tmp_path):
    data = samples.REPORT.encode()
    one, other = tmp_path / "a.txt", tmp_path / "b.html"
    one.write_bytes(data)
    other.write_bytes(data)
    first, second, third = read(one), read(str(other)), read(data, uri="anything")
    assert first.id == second.id == third.id
    assert first.id == content_id("document", first.source.sha256)
    assert first.source.uri == str(one)
    assert third.source.uri == "anything"


def test_json_lines_give_a_document_a_line_and_a_failure_for_a_bad_one(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_bytes(
        samples.json_lines({"text": samples.REPORT, "url": "https://news.example/x", "published": "2024-05-07"})
        + b"{not json\n\n"
        + samples.json_lines(
            {"title": "no text"}, {"text": samples.REPORT, "author": "Ilse Marrow and Bo Tarn", "outlet": "Dam Post"}
        )
    )
    found = list(read_all(SourceRef(uri=str(path))))
    assert [type(each) for each in found] == [Document, Failure, Failure, Document]
    assert [f.code for f in found if isinstance(f, Failure)] == ["E119", "E118"]
    assert found[0].source.uri == f"{path}#1"
    assert found[0].published.start == "2024-05-07"
    assert found[0].published.known_by == "metadata"
    assert found[3].source.uri == f"{path}#5"
    assert found[3].authors == ("Ilse Marrow", "Bo Tarn")
    assert found[3].outlet == "Dam Post"
    assert found[0].id != found[3].id


def test_json_escapes_that_are_no_characters_fail_alone():
    lines = (
        b'{"text": "half a pair \\ud800 of marks"}\n'
        + samples.json_lines({"text": samples.REPORT})
        + b'{"text": "a zero \\u0000 here"}\n'
    )
    with pytest.raises(ReadingError, match="E119"):
        read(lines)


@pytest.mark.parametrize(
    "opening",
    [
        "<rss version='2.0'><channel><title>Harbour News</title>",
        "<?xml version='1.0'?>\n<rss><channel><title>Harbour News</title>",
    ],
)
def test_rss_gives_an_entry_a_document(opening, tmp_path):
    items = "".join(
        f"<item><title>Dam {n}</title><link>https://news.example/{n}</link><pubDate>Tue, "
        f"07 May 2024 10:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{samples.PARAGRAPHS[n]}&lt;/p&gt;</description></item>"
        for n in range(3)
    )
    path = tmp_path / "feed.xml"
    path.write_text(f"{opening}{items}<item><title>empty</title></item></channel></rss>")
    found = list(read_all(SourceRef(uri=str(path))))
    assert [each.text for each in found[:3]] == list(samples.PARAGRAPHS)
    assert {each.outlet for each in found[:3]} == {"Harbour News"}
    assert found[1].published.start == "2024-05-07"
    assert found[1].title == "Dam 1"
    assert found[3].code == "E118"
    assert len({each.id for each in found[:3]}) == 3


def test_atom_gives_its_content():
    feed = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour News</title><entry><title>Dam</title><id>x</id>"
        f"<published>2024-05-07T10:00:00Z</published><author><name>Ilse Marrow</name></author>"
        f"<content type='html'>&lt;p&gt;{samples.PARAGRAPHS[0]}&lt;/p&gt;&lt;h2&gt;Cranes&lt;/h2&gt;&lt;p&gt;"
        f"{samples.PARAGRAPHS[1]}&lt;/p&gt;</content></entry></feed>"
    )
    document = read(feed.encode())
    assert document.authors == ("Ilse Marrow",)
    assert [b.kind for b in document.blocks] == ["paragraph", "heading", "paragraph"]


def test_warc_goes_on_after_a_bad_member():
    good = samples.page(*samples.PARAGRAPHS).encode()
    data = samples.warc(good, b"", b"<html><body><nav>Menu</nav></body></html>", good + b"<!-- other -->")
    found = list(_members(data))
    assert [getattr(each, "code", "document") for each in found] == ["document", "E103", "E110", "document"]


def test_warc_leaves_out_what_is_no_page():
    good = samples.page(*samples.PARAGRAPHS).encode()
    data = samples.warc(b"body{}", kind="text/css") + samples.warc(good, status="404 Not Found") + samples.warc(good)
    assert len(list(_members(data))) == 1


def test_warc_unpacks_what_http_packed():
    good = gzip.compress(samples.page(*samples.PARAGRAPHS).encode())
    assert WORDS in read(samples.warc(good, headers="Content-Encoding: gzip\r\n")).text


def test_a_container_of_several_is_refused_by_read_alone():
    with pytest.raises(ReadingError, match="E115"):
        read(samples.json_lines({"text": samples.REPORT}, {"text": samples.REPORT + "More of it."}))


def test_outcomes_cross_processes(tmp_path):
    document = read(samples.REPORT.encode(), published="2024-05")
    assert pickle.loads(pickle.dumps(document)) == document
    failure = next(iter(read_all(SourceRef(uri=str(tmp_path / "none.txt")))))
    assert pickle.loads(pickle.dumps(failure)) == failure
    assert pickle.loads(pickle.dumps(SourceRef(uri="x"))) == SourceRef(uri="x")


def _members(data):
    from onrecord.reading.readers import _members

    return _members(
        data, published=None, uri="w", fetch=False, limits=__import__("onrecord.reading", fromlist=["Limits"]).Limits()
    )
