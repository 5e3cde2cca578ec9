"""Files are kept under their content's hash; a name is only ever a name."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.errors import Failure, RecordError
from onrecord.web.uploads import forget, keep, safe_name


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("report.txt", "report.txt"), ("../../etc/passwd", "passwd"), ("..\\..\\windows\\system.ini", "system.ini"),
        ("/etc/shadow", "shadow"), (".bashrc", "bashrc"), ("..", "document"), ("", "document"), ("a/", "document"),
        ("@list.txt", "list.txt"), ("*.txt", "txt"), ("-rf.txt", "rf.txt"), ("con.txt", "document-con.txt"),
        ("<script>alert(1)</script>.html", "script.html"), ("a\x00b.txt", "ab.txt"), ("a\nb.txt", "ab.txt"),
        ("Rede zur Lage, März (2).pdf", "Rede zur Lage, März (2).pdf"), ("報告.txt", "報告.txt"),
        ("a\u202etxt.exe", "atxt.exe"), ("http://evil.example/x.html", "x.html"), ("x.txt ", "x.txt"),
    ],
)  # fmt: skip
def test_names(given_name, name):
    assert safe_name(given_name) == name


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_no_name_leads_anywhere(given_name):
    name = safe_name(given_name)
    assert name
    assert os.path.basename(name) == name  # noqa: PTH119 - a plain name
    assert name not in (".", "..")
    assert not name.startswith((".", "-", "@", "~"))
    assert not set(name) & set('/\\\0*?[]<>:|"\n')
    assert len(name.encode()) <= 130
    assert safe_name(name) == name


def test_the_same_bytes_are_kept_once_and_others_apart(tmp_path):
    places = [keep(tmp_path / "files", "a.txt", io.BytesIO(words), 99) for words in (b"one", b"two", b"one")]
    assert places[0] == places[2] != places[1]
    assert [place.read_bytes() for place in places] == [b"one", b"two", b"one"]
    assert sorted(path.name for path in (tmp_path / "files").rglob("*") if path.is_file()) == ["a.txt", "a.txt"]


@pytest.mark.parametrize(("words", "code"), [(b"", "E103"), (b"x" * 100, "E108")])
def test_what_cannot_be_taken_leaves_nothing(tmp_path, words, code):
    refused = keep(tmp_path, "a.txt", io.BytesIO(words), 99)
    assert isinstance(refused, Failure)
    assert refused.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_says_so(tmp_path):
    (tmp_path / "files").write_text("a file stands here")
    with pytest.raises(RecordError) as caught:
        keep(tmp_path / "files", "a.txt", io.BytesIO(b"one"), 99)
    assert caught.value.code == "E302"


def test_a_document_s_file_goes_with_it_and_no_other(tmp_path):
    folder, other = tmp_path / "files", tmp_path / "elsewhere.txt"
    place = keep(folder, "a.txt", io.BytesIO(b"one"), 99)
    stays = keep(folder, "b.txt", io.BytesIO(b"two"), 99)
    other.write_text("mine")
    (folder / "link").mkdir()
    (folder / "link" / "a.txt").symlink_to(other)
    wanted = [
        str(place),
        str(other),
        str(folder / ".." / "elsewhere.txt"),
        str(folder / "link" / "a.txt"),
        "https://a/b",
    ]
    assert forget(folder, wanted) == 1
    assert not place.parent.exists()
    assert stays.exists()
    assert other.read_text() == "mine"
    assert forget(Path("nowhere"), ["a.txt"]) == 0
