"""Each bad input in a batch with a good document: one line that tells what to do, and the rest goes on."""

import gzip
import json
import sys
from pathlib import Path

import pytest

from onrecord.reading.refusals import REFUSALS

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))
sys.path.insert(0, str(Path(__file__).parents[1] / "scaling"))

import samples
import stubs

GOOD = samples.REPORT
MENDED = GOOD.replace("14 cranes", "15 cranes")

SPANISH = (
    "El gobierno de Vardania negó el martes que esté construyendo una segunda presa en el río. «No estamos "
    "construyendo nada», dijo la ministra de obras públicas, y añadió que los vecinos se equivocan."
)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
NO_ENCODING = b"The \xff\xfe\xfa\xfb\xf8 of \x81\x8d\x8f\x90\x9d and \x81\x81 then \x8d\x8d \x90 " * 9
MENU = b"<!doctype html><html><body><nav><a href='/'>Home</a><a href='/world'>World</a></nav></body></html>"


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """Reading is as always; annotating finds nothing, and needs no model."""
    monkeypatch.setattr("onrecord.scaling.adding.standard", lambda: stubs.PIPELINE)
    monkeypatch.setattr("onrecord.annotating.version", lambda: stubs.VERSION)


@pytest.fixture
def batch(onrecord, tmp_path):
    """Add a bad file, written by `make` or from bytes, beside a good one; what is wrong must be told everywhere."""

    def add(name, bad, code, *, told=None, kept=1):
        (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
        if callable(bad):
            bad(tmp_path / name)
        else:
            (tmp_path / name).write_bytes(bad)
        exit_code, output, errors = onrecord("add", name, "good.txt")
        assert exit_code == 1
        line = told_once(errors, told or name, code)
        assert f"{kept} added, 1 failed" in errors
        assert output.index("ON THE RECORD") < output.index("FAILED")
        summary = " ".join(output[output.index("FAILED") :].split())
        reason, remedy = line.removeprefix(f"{code} ").split(f": {told or name}. ")
        assert f"{code} {reason}. {remedy} {told or name}" in summary
        listed(onrecord, told or name, code, reason, remedy)
        holds(onrecord, kept)
        return line

    return add


def told_once(errors, uri, code):
    """The one line about a bad input: its code, a reason, the file, and what to do."""
    lines = [line for line in errors.splitlines() if code in line or f"{uri}." in line]
    assert len(lines) == 1
    assert lines[0].startswith(f"{code} {REFUSALS[code].reason.partition('{')[0]}")
    assert lines[0].endswith(f": {uri}. {REFUSALS[code].remedy}")
    return lines[0]


def listed(onrecord, uri, code, reason, remedy):
    """`failures` lists it, for people and for programs."""
    exit_code, output, _ = onrecord("failures")
    assert exit_code == 0
    row = next(line for line in output.splitlines() if uri in line)
    assert row.split() == f"{code} {uri} {reason}. {remedy}".split()
    (failure,) = map(json.loads, onrecord("failures", "--json")[1].splitlines())
    assert (failure["uri"], failure["code"]) == (uri, code)
    assert (failure["reason"], failure["remedy"]) == (reason, remedy)


def holds(onrecord, documents):
    """So many documents are on the record, the good one among them, and all of it holds."""
    kept = [json.loads(line) for line in onrecord("documents", "--json")[1].splitlines()]
    assert len(kept) == documents
    assert [document["text"] for document in kept if document["source"]["uri"] == "good.txt"] == [GOOD]
    exit_code, output, errors = onrecord("verify")
    assert (exit_code, errors) == (0, "")
    assert output.startswith(f"All holds: {documents} document")


def mended(onrecord, uri, documents=1):
    """Trying again adds what has been mended, and nothing is left as failed."""
    exit_code, _, errors = onrecord("add", "--only", "failed")
    assert exit_code == 0
    assert f"{documents} added" in errors
    assert onrecord("failures") == (0, "", "Nothing failed.\n")
    holds(onrecord, documents + 1)


def test_an_empty_file(batch, onrecord, tmp_path):
    batch("empty.txt", b"", "E103")
    (tmp_path / "empty.txt").write_text(MENDED, encoding="utf-8")
    mended(onrecord, "empty.txt")


def test_a_folder_without_documents(batch, onrecord, tmp_path):
    batch("none", Path.mkdir, "E114")
    (tmp_path / "none" / "late.txt").write_text(MENDED, encoding="utf-8")
    mended(onrecord, "none")


def test_a_file_of_200_mb(batch, onrecord, tmp_path):
    def grow(path):
        with path.open("wb") as handle:
            handle.write(b"The words of a long text. " * 200)
            handle.truncate(200_000_000)

    assert "200,000,000 bytes" in batch("large.txt", grow, "E108")
    (tmp_path / "large.txt").write_text(MENDED, encoding="utf-8")
    mended(onrecord, "large.txt")


def test_a_truncated_pdf(batch, onrecord, tmp_path):
    whole = samples.pdf("\n".join(samples.PARAGRAPHS))
    batch("cut.pdf", whole[:-150], "E106")
    (tmp_path / "cut.pdf").write_bytes(whole)
    mended(onrecord, "cut.pdf")


def test_an_encrypted_pdf(batch):
    batch("locked.pdf", samples.pdf("Some words here", trailer=samples.ENCRYPTED), "E105")


def test_a_pdf_without_a_text_layer(batch):
    batch("scan.pdf", samples.pdf("", ""), "E104")


def test_a_picture_named_as_text(batch):
    assert "PNG" in batch("picture.txt", PICTURE, "E107")


def test_invalid_utf8(batch, onrecord, tmp_path):
    assert "byte 4" in batch("broken.txt", NO_ENCODING, "E109")
    (tmp_path / "broken.txt").write_text(MENDED, encoding="utf-8")
    mended(onrecord, "broken.txt")


def test_utf8_with_a_few_broken_bytes_is_read_and_says_so(onrecord, tmp_path):
    (tmp_path / "dented.txt").write_bytes(GOOD.encode() + b"It ends \xff here.\n")
    assert onrecord("add", "dented.txt")[0] == 0
    (document,) = map(json.loads, onrecord("documents", "--json")[1].splitlines())
    assert document["source"]["encoding"] == "utf-8 (1 broken byte replaced)"
    assert document["text"].endswith("It ends \ufffd here.\n")


def test_a_page_without_main_text(batch):
    batch("menu.html", MENU, "E110")


def test_a_bomb_in_a_warc(batch, onrecord, tmp_path):
    """The member before the bomb is kept beside the good document."""
    page = gzip.compress(samples.warc(samples.page(*samples.PARAGRAPHS).encode()))
    bomb = gzip.compress(samples.warc(b"a" * 60_000_000))
    batch("crawl.warc.gz", page + bomb, "E111", told="crawl.warc.gz#2", kept=2)
    (tmp_path / "crawl.warc.gz").write_bytes(page)
    exit_code, _, errors = onrecord("add", "--only", "failed")
    assert (exit_code, "1 already there" in errors) == (0, True)
    assert onrecord("failures")[2] == "Nothing failed.\n"


def test_a_bomb_inside_a_member_of_a_warc(batch):
    bomb = samples.warc(gzip.compress(b"a" * 40_000_000), headers="Content-Encoding: gzip\r\n")
    page = samples.warc(samples.page(*samples.PARAGRAPHS).encode())
    batch("crawl.warc", bomb + page, "E111", told="crawl.warc#1", kept=2)


def test_a_bomb_in_a_docx(batch, onrecord, tmp_path):
    batch("bomb.docx", samples.docx("words", extra={"word/media/a.bin": bytes(90_000_000)}), "E111")
    (tmp_path / "bomb.docx").write_bytes(samples.docx(*samples.PARAGRAPHS))
    mended(onrecord, "bomb.docx")


def test_a_docx_that_lies_about_its_size(batch):
    """The directory promises few bytes, and the member unpacks to many: no more than was promised is unpacked."""
    packed = bytearray(samples.docx("words " * 9_000_000))
    at = packed.rindex(b"word/document.xml") - 46
    assert packed[at : at + 4] == b"PK\x01\x02"
    packed[at + 24 : at + 28] = (9_000).to_bytes(4, "little")
    batch("liar.docx", bytes(packed), "E116")


def test_a_document_in_another_language(batch):
    assert "Spanish" in batch("spanish.txt", SPANISH.encode(), "E112")


def test_all_of_them_at_once_in_a_folder_on_two_processes(onrecord, tmp_path):
    bad = {
        "a_empty.txt": (b"", "E103"),
        "b_cut.pdf": (samples.pdf("\n".join(samples.PARAGRAPHS), cut=150), "E106"),
        "c_locked.pdf": (samples.pdf("Some words here", trailer=samples.ENCRYPTED), "E105"),
        "d_scan.pdf": (samples.pdf(""), "E104"),
        "e_picture.txt": (PICTURE, "E107"),
        "f_broken.txt": (NO_ENCODING, "E109"),
        "g_menu.html": (MENU, "E110"),
        "h_bomb.gz": (samples.bomb(2_000_000), "E111"),
        "i_spanish.txt": (SPANISH.encode(), "E112"),
    }
    (tmp_path / "all").mkdir()
    for name, (data, _) in bad.items():
        (tmp_path / "all" / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "all" / "z_good.txt").write_text(MENDED, encoding="utf-8")
    exit_code, output, errors = onrecord("add", "all", "good.txt", "--workers", "2")
    assert exit_code == 1
    assert f"2 added, {len(bad)} failed" in errors
    failed = output[output.index("FAILED") :]
    for name, (_, code) in bad.items():
        told_once(errors, str(Path("all", name)), code)
        assert failed.count(name) == failed.count(f"{code} ") == 1
    found = [json.loads(line) for line in onrecord("failures", "--json")[1].splitlines()]
    assert {(Path(each["uri"]).name, each["code"]) for each in found} == {(n, code) for n, (_, code) in bad.items()}
    holds(onrecord, 2)
