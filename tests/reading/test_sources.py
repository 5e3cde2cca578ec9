"""What a person names becomes sources: each once, in a stable order, with a failure for what is not there."""

import pytest

from onrecord.model.errors import Failure
from onrecord.reading import find_sources


@pytest.fixture
def desk(tmp_path, monkeypatch):
    for name in (
        "b.txt",
        "a.html",
        "deep/er/c.pdf",
        ".hidden.txt",
        ".git/x.txt",
        "style.css",
        "photo.JPG",
        "onrecord.db",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words of a text")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def named(*arguments):
    return [f"{each.code} {each.uri}" if isinstance(each, Failure) else each.uri for each in find_sources(arguments)]


def test_a_folder_is_searched_in_the_order_of_paths(desk):
    assert named(".") == ["a.html", "b.txt", "deep/er/c.pdf"]
    assert named(desk) == [str(desk / "a.html"), str(desk / "b.txt"), str(desk / "deep/er/c.pdf")]


def test_arguments_keep_their_order_and_come_once(desk):
    assert named("b.txt", "a.html", "b.txt", "*.txt") == ["b.txt", "a.html"]


def test_files_named_singly_are_tried_whatever_they_are(desk):
    assert named("style.css", ".hidden.txt") == ["style.css", ".hidden.txt"]


def test_globs(desk):
    assert named("**/*.pdf", "*.md") == ["deep/er/c.pdf", "E114 *.md"]


def test_a_folder_without_documents_is_a_failure(desk):
    (desk / "empty").mkdir()
    (desk / "empty" / "logo.png").write_bytes(b"x")
    assert named("empty") == ["E114 empty"]


def test_what_is_not_there_is_left_to_reading(desk):
    assert named("gone.txt") == ["gone.txt"]


@pytest.mark.parametrize("name", ["list.txt", "list.lst"])
def test_a_file_of_nothing_but_paths_is_a_list(desk, name):
    (desk / name).write_text("b.txt\n\n  a.html  \nhttps://news.example/x\ndeep\n")
    assert named(name) == ["b.txt", "a.html", "https://news.example/x", "deep/er/c.pdf"]


@pytest.mark.parametrize(
    "words", ["b.txt\nand a line of words\n", "The words of a text\n", "", "https://news.example/a b\n"]
)
def test_a_file_with_one_other_line_is_a_text(desk, words):
    (desk / "list.txt").write_text(words)
    assert named("list.txt") == ["list.txt"]


def test_a_list_beside_its_files_is_read_from_anywhere(desk, monkeypatch):
    (desk / "deep" / "list.lst").write_text("er/c.pdf\n")
    assert named("deep/list.lst") == ["deep/er/c.pdf"]


def test_a_list_called_one_reports_what_is_missing(desk):
    (desk / "names").write_text("# my list\nb.txt\ngone.txt\n")
    assert named("@names", "@none") == ["b.txt", "gone.txt", "E101 none"]
    (desk / "blank").write_text("\n")
    assert named("@blank") == ["E114 blank"]


def test_addresses_pass_through(desk):
    assert named("https://news.example/a?b=c", "ftp://news.example/x") == [
        "https://news.example/a?b=c",
        "ftp://news.example/x",
    ]


def test_a_folder_that_may_not_be_opened(desk, monkeypatch):
    import os

    def denied(folder, onerror):
        onerror(PermissionError(13, "denied", str(folder)))
        return iter(())

    monkeypatch.setattr(os, "walk", denied)
    assert named("deep") == ["E102 deep"]
