"""The encoder's machinery without its weights: windows, owners, paths."""

import numpy as np
import pytest
from tests.language.test_pieces import small_tokenizer

from onrecord.language.encoder import Decoding, Encoder, _may_be_inside, best_path, best_sparse_path, runs_of
from onrecord.language.pieces import paragraphs_of

FREE = np.zeros((7, 7), dtype=np.float32)


def decoding() -> Decoding:
    tables = {name: np.zeros(21, dtype=np.float32) for name in Decoding._fields[:-1]}
    return Decoding(**tables, thresholds={})  # type: ignore[arg-type]


def echo(ids: np.ndarray, cases: np.ndarray, quotes: np.ndarray) -> list[np.ndarray]:
    """A network that gives each piece's id back, and its place in the window."""
    place = np.broadcast_to(np.arange(ids.shape[1]), ids.shape)
    return [np.stack([ids, cases, quotes, place], -1).astype(np.float32)] * 3


@pytest.mark.parametrize("between", ["\n", " "])
def test_every_word_gets_its_own_row_from_a_window_with_room(between: str):
    text = between.join("Ab cd “ef” " * 7 for _ in range(40))
    encoder = Encoder(small_tokenizer(), echo, decoding())
    encoded = encoder.encode(text, paragraphs_of(text))
    pieces = encoded.pieces
    assert (encoded.spans[:, 0] == pieces.ids[pieces.first]).all()
    assert (encoded.spans[:, 1] == pieces.cases[pieces.first]).all()
    assert (encoded.spans[:, 2] == pieces.quotes[pieces.first]).all()
    cuts_paragraphs = between == " "
    assert encoded.spans[300:-300, 3].min() > (15 if cuts_paragraphs else 0)
    assert (encoder.encode(text, paragraphs_of(text)).spans == encoded.spans).all()


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_nothing_to_read_gives_no_rows(text: str):
    encoded = Encoder(small_tokenizer(), echo, decoding()).encode(text, paragraphs_of(text))
    assert len(encoded.spans) == len(encoded.pieces.first) == 0


@pytest.mark.parametrize(
    ("path", "runs"),
    [
        ([0, 1, 2, 0, 3], [(1, 1, 3), (3, 4, 5)]),
        ([1, 1, 2], [(1, 0, 1), (1, 1, 3)]),
        ([1, 2, 4, 4], [(1, 0, 2), (3, 2, 4)]),
        ([0, 0], []),
        ([], []),
    ],
)
def test_runs_of(path: list[int], runs: list[tuple[int, int, int]]):
    fresh = np.zeros(len(path), dtype=bool)
    assert runs_of(np.asarray(path, dtype=np.int64), fresh) == runs


def test_a_run_ends_with_its_paragraph():
    assert runs_of(np.asarray([1, 2, 2]), np.asarray([True, False, True])) == [(1, 0, 2), (1, 2, 3)]


def test_best_path_heeds_the_moves():
    emissions = np.zeros((3, 7), dtype=np.float32)
    emissions[:, 2] = 1.0
    moves = FREE.copy()
    moves[0, 2] = -100.0
    assert list(best_path(emissions, moves)) == [1, 2, 2]


def plain_best_path(emissions: np.ndarray, moves: np.ndarray) -> list[int]:
    """The textbook's: the best score into each tag, word after word, with the tag it came from."""
    score, came = emissions[0] + moves[0], []
    for emission in emissions[1:]:
        through = score[:, None] + moves
        came.append(through.argmax(0))
        score = through.max(0) + emission
    path = [int(score.argmax())]
    for before in reversed(came):
        path.append(int(before[path[-1]]))
    return path[::-1]


@pytest.mark.parametrize("length", [1, 2, 7, 8, 9, 40])
def test_the_best_path_is_the_textbooks_however_it_is_traced_back(length: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("onrecord.language.encoder.STRETCH", 4)
    chance = np.random.default_rng(length)
    for _ in range(20):  # one decimal, so that there are ties
        emissions = chance.normal(size=(length, 5)).astype(np.float32).round(1)
        moves = chance.normal(size=(5, 5)).astype(np.float32).round(1)
        assert best_path(emissions, moves).tolist() == plain_best_path(emissions, moves)


@pytest.mark.parametrize("seed", range(60))
def test_the_best_path_is_found_between_the_words_that_are_surely_outside(seed: int):
    chance = np.random.default_rng(seed)
    kinds, length = chance.integers(1, 5), chance.integers(1, 120)
    moves = chance.normal(scale=chance.choice([0.1, 2.0]), size=(2 * kinds + 1, 2 * kinds + 1))
    for kind in range(2, 2 * kinds + 1, 2):  # inside only follows its own
        moves[[tag for tag in range(2 * kinds + 1) if tag not in {kind - 1, kind}], kind] = -10_000
    emissions = chance.normal(scale=3, size=(length, 2 * kinds + 1))
    emissions[:, 0] += chance.choice([-2, 0, 4, 8])
    emissions[chance.random(length) < 0.1, 2::2] = -10_000  # a paragraph begins
    given = emissions.astype(np.float32), moves.astype(np.float32)
    assert best_sparse_path(*given).tolist() == best_path(*given).tolist()


def test_few_words_are_looked_at_where_few_may_be_inside():
    emissions = np.tile(np.asarray([5, -5, 1], dtype=np.float32), (1_000, 1))
    emissions[500] = [-5, 5, -5]
    moves = np.asarray([[0, 0, -10_000], [0, 0, 0], [0, 0, 0]], dtype=np.float32)
    assert np.flatnonzero(_may_be_inside(emissions, moves)).tolist() == [500]
    assert np.flatnonzero(best_sparse_path(emissions, moves)).tolist() == [500]


def test_nothing_has_no_path():
    for find in (best_path, best_sparse_path):
        assert find(np.zeros((0, 7), dtype=np.float32), FREE).tolist() == []
