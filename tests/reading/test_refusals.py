"""Each bad input gets one clear error with its code, the file, the reason and what to do; nothing else breaks."""

import gzip
import os
import socket
import sys
import time
from pathlib import Path

import pytest

from onrecord.model.documents import Document
from onrecord.model.errors import Failure, ReadingError
from onrecord.reading import Limits, SourceRef, find_sources, read, read_all
from onrecord.reading.refusals import REFUSALS, refuse

sys.path.insert(0, str(Path(__file__).parent))
import samples

SPANISH = (
    "El gobierno de Vardania "
    "negó el martes que esté construyendo una segunda presa en el río. «No estamos construyendo nada», "
    "dijo la ministra de obras públicas a los periodistas, y añadió que los vecinos se equivocan."
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
BAD_INPUT = {
    "empty.txt": (b"", "E103"),
    "blank.txt": (b" \n\t\n \n", "E103"),
    "bom.txt": (b"\xef\xbb\xbf\n", "E103"),
    "scan.pdf": (samples.pdf("", ""), "E104"),
    "stamp.pdf": (samples.pdf("Page 1"), "E104"),
    "locked.pdf": (samples.pdf("Some words here", trailer=samples.ENCRYPTED), "E105"),
    "cut.pdf": (samples.pdf("\n".join(samples.PARAGRAPHS), cut=120), "E106"),
    "half.pdf": (samples.pdf("\n".join(samples.PARAGRAPHS))[:300], "E106"),
    "nonsense.pdf": (b"%PDF-1.7\n" + b"not a pdf at all " * 20, "E106"),
    "picture.txt": (PNG, "E107"),
    "noise.txt": (bytes((i * 7919) % 256 for i in range(4096)), "E107"),
    "old.doc": (OLE, "E107"),
    "zeros.txt": (b"Some words\x00and more words\x00" * 30, "E107"),
    "data.xml": (b"<?xml version='1.0'?><table><row/></table>", "E107"),
    "letters.txt": (b"The \xff\xfe\xfa\xfb\xf8 of \x81\x8d\x8f\x90\x9d and \x81\x81 then \x8d\x8d \x90 " * 9, "E109"),
    "menu.html": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "E110"),
    "scripts.html": (b"<!doctype html><html><script>var text = 'The words of a page';</script></html>", "E110"),
    "bomb.txt.gz": (samples.bomb(80_000_000), "E111"),
    "bomb.docx": (samples.docx("words", extra={"word/media/a.bin": b"0" * 90_000_000}), "E111"),
    "spanish.txt": (SPANISH.encode(), "E112"),
    "russian.txt": ("Правительство отрицает, что строит вторую плотину на реке в этом году".encode(), "E112"),
    "cp1251.txt": (("Правительство отрицает, что строит вторую плотину на реке в году. " * 9).encode("cp1251"), "E112"),
    "broken.docx": (samples.docx("words")[:400], "E116"),
    "entities.docx": (
        samples.archive({"word/document.xml": b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}),
        "E116",
    ),
    "sheet.xlsx": (samples.archive({"xl/workbook.xml": b"<x/>"}), "E117"),
    "files.zip": (samples.archive({"a.txt": b"words"}), "E117"),
    "no_text.jsonl": (samples.json_lines({"title": "x", "id": 4}), "E118"),
    "broken.jsonl": (b'{"text": "The words", }\n', "E119"),
    "numbers.json": (b'[{"text": 4}, 5]', "E118"),
    "cut.gz": (gzip.compress(samples.REPORT.encode())[:-30], "E120"),
    "entities.rss": (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>]><rss><item>&a;</item></rss>", "E123"),
    "empty.rss": (b"<rss version='2.0'><channel><title>News</title></channel></rss>", "E114"),
    "marks.txt": (("The words of a text " + "a" + "\u0301" * 5000).encode(), "E107"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_INPUT)
def test_bad_input_is_refused_with_its_reason(name, tmp_path):
    data, code = BAD_INPUT[name]
    path = tmp_path / name
    path.write_bytes(data)
    found = list(read_all(SourceRef(uri=str(path))))
    assert [type(each) for each in found[:1]] == [Failure]
    assert found[0].code == code
    assert found[0].uri.startswith(str(path))
    assert found[0].reason
    assert found[0].remedy
    with pytest.raises(ReadingError, match=code):
        read(path)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ReadingError, match=r"E101 no such file or folder: .*gone.txt\. Check the path"):
        read(tmp_path / "gone.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text("words")
    path.chmod(0)
    with pytest.raises(ReadingError, match="E102"):
        read(path)


def test_no_permission_is_told_apart_from_other_trouble(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text("words")

    def denied(*_args, **_kwargs):
        raise PermissionError(13, "denied")

    monkeypatch.setattr("onrecord.reading.opening.os.open", denied)
    with pytest.raises(ReadingError, match="E102"):
        read(path)


def test_a_disk_that_fails_while_reading(tmp_path, monkeypatch):
    path = tmp_path / "worn.txt"
    path.write_text("words")

    def failing(*_args, **_kwargs):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("onrecord.reading.opening.os.open", failing)
    with pytest.raises(ReadingError, match=r"E122 it cannot be read .Input/output error"):
        read(path)


def test_a_large_file_is_refused_by_its_size_alone(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as handle:
        handle.write(b"The words of a text. " * 4000)
        handle.truncate(200_000_000)
    started = time.process_time()
    with pytest.raises(ReadingError, match=r"E108 larger than the limit \(200,000,000 bytes, limit 50,000,000\)"):
        read(path)
    assert time.process_time() - started < 0.2


def test_a_text_longer_than_the_limit_is_refused():
    with pytest.raises(ReadingError, match="E108"):
        read(samples.REPORT.encode() * 40, limits=Limits(text_characters=10_000))


def test_a_line_longer_than_the_limit_fails_alone():
    lines = samples.json_lines({"text": samples.REPORT}, {"text": samples.REPORT * 50}, {"text": samples.REPORT})
    found = list(_members(lines, Limits(member_bytes=5_000)))
    assert [getattr(each, "code", None) for each in found] == [None, "E108", None]
    assert found[2].source.uri == "x#3"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path):
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    with pytest.raises(ReadingError, match=r"E113 not a regular file .a pipe"):
        read(path)


def test_a_device_and_a_folder_and_a_socket(tmp_path):
    if Path("/dev/null").exists():
        with pytest.raises(ReadingError, match=r"E113.*device"):
            read("/dev/null")
    with pytest.raises(ReadingError, match=r"E113.*folder"):
        read(tmp_path)
    if hasattr(socket, "AF_UNIX") and len(str(tmp_path)) < 90:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(tmp_path / "s"))
            with pytest.raises(ReadingError, match=r"E113.*socket"):
                read(tmp_path / "s")


def test_a_warc_bomb_stops_and_what_came_before_is_kept():
    good = samples.warc(samples.page(*samples.PARAGRAPHS).encode())
    data = gzip.compress(good) + gzip.compress(samples.warc(b"a" * 60_000_000))
    found = list(_members(data, Limits(unpack_ratio=50, member_bytes=20_000_000)))
    assert isinstance(found[0], Document)
    assert [each.code for each in found[1:]] in (["E108"], ["E111"])
    found = list(_members(data, Limits(member_bytes=80_000_000)))
    assert [(each.uri, each.code) for each in found[1:]] == [("x#2", "E111")]


def test_an_http_bomb_within_a_warc_fails_alone():
    bomb = samples.warc(gzip.compress(b"a" * 40_000_000), headers="Content-Encoding: gzip\r\n")
    good = samples.warc(samples.page(*samples.PARAGRAPHS).encode())
    assert [getattr(each, "code", None) for each in _members(bomb + good, Limits())] == ["E111", None]


@pytest.mark.parametrize("packed", [gzip.compress, bytes], ids=["gzip", "plain"])
def test_a_cut_warc_keeps_its_first_members(packed):
    good = samples.page(*samples.PARAGRAPHS).encode()
    data = packed(samples.warc(good)) + packed(samples.warc(good + b"<!-- 2 -->"))
    found = list(_members(data[:-200], Limits()))
    assert isinstance(found[0], Document)
    assert [each.code for each in found[1:]] == ["E120"]


def test_a_wrong_date_given_by_the_person():
    with pytest.raises(ReadingError, match="E121 not a date: yesterday"):
        read(samples.REPORT.encode(), published="yesterday")


def test_addresses_are_not_fetched_unasked():
    with pytest.raises(ReadingError, match=r"E130.*Add --fetch"):
        read("https://news.example/dam")
    with pytest.raises(ReadingError, match="E131"):
        read("ftp://news.example/dam", fetch=True)


def test_a_folder_goes_on_round_its_bad_files(tmp_path):
    for name, (data, _) in BAD_INPUT.items():
        if len(data) < 100_000:
            (tmp_path / name).write_bytes(data)
    (tmp_path / "zz_good.txt").write_text(samples.REPORT)
    outcomes = [each for ref in find_sources([tmp_path]) for each in read_all(ref)]
    assert [type(each) for each in outcomes].count(Document) == 1
    assert all(isinstance(each, Failure) for each in outcomes[:-1])


def test_every_code_says_what_is_wrong_and_what_to_do():
    for code, refusal in REFUSALS.items():
        assert code.startswith("E1")
        assert len(refusal.remedy) > 20
        assert str(refuse(code, "detail", where="file")).startswith(f"{code} ")


def _members(data, limits):
    from onrecord.reading.readers import _members

    return _members(data, published=None, uri="x", fetch=False, limits=limits)
