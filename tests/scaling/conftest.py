"""Folders of small documents, and the stub pipeline where worker processes find it too."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def folder(tmp_path):
    """Write documents with these words into a folder; gives the folder."""

    def write(*texts):
        place = tmp_path / "documents"
        place.mkdir(exist_ok=True)
        for number, text in enumerate(texts):
            (place / f"{number:03}.txt").write_text(f"Report number {number}. {text}\n", encoding="utf-8")
        return place

    return write
