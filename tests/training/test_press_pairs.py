"""What claims of the press are laid side by side for a teacher."""

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest
from training.press_pairs import press_pairs

FIRST = (
    "The harbour was closed on Monday. The harbour stayed open all week, the mayor said. Nine ships left the harbour."
)
SECOND = "The harbour was never closed. Eleven ships left the harbour on Monday."


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder laid out as the corpora are."""

    def write(name: str, rows: list[dict[str, Any]]) -> None:
        path = tmp_path / f"{name}.jsonl.gz"
        path.parent.mkdir(exist_ok=True)
        with gzip.open(path, "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)

    write("names/gum_open", [
        {"split": "dev", "genre": "news", "text": "The dam broke in May. The dam never broke, he said."},
        {"split": "train", "genre": "voyage", "text": "The beach is long. The beach is short in summer."},
    ])  # fmt: skip
    write("names/re3d_open", [])
    write("figures/semeval2015_task4_docs", [
        {"corpus": "1", "dct": "2020-03-02", "text": FIRST},
        {"corpus": "1", "dct": "2020-03-03", "text": SECOND.replace(". ", ".")},
    ])  # fmt: skip
    return tmp_path


def test_pairs_come_both_ways_from_reports_on_one_matter(corpora: Path) -> None:
    pairs = press_pairs(corpora, 7, random.Random(1), 100)
    told = {(pair.premise, pair.hypothesis) for pair in pairs}
    assert told
    assert told == {pair[::-1] for pair in told}
    assert any("never" in one and "open" in other for one, other in told), "two reports are laid side by side"
    assert all(pair.allowed == 7 for pair in pairs)


def test_held_back_texts_and_other_genres_give_none(corpora: Path) -> None:
    words = " ".join(pair.premise for pair in press_pairs(corpora, 7, random.Random(1), 100))
    assert "dam" not in words
    assert "beach" not in words


def test_no_more_than_asked_for_and_the_same_each_time(corpora: Path) -> None:
    first, second = (press_pairs(corpora, 7, random.Random(1), 4) for _ in range(2))
    assert len(first) == 4
    assert first == second
