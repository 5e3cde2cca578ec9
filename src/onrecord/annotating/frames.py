"""A frame: where the parse offers that somebody says, thinks or plans something, with what a judge looks at.

Frames are candidates: `framing` and `verbframes` find them, and whether one is an attribution is weighed in `cues`.
"""

from typing import TYPE_CHECKING

import msgspec

from onrecord.annotating.subjects import source_range

if TYPE_CHECKING:
    from onrecord.language.trees import Token

Range = tuple[int, int]
"""The first word of a stretch of a block, and the one behind its last."""

_PRONOUNS = frozenset({"i", "you", "we", "he", "she", "they", "it", "who", "that", "which", "this", "there"})


class Frame(msgspec.Struct, frozen=True):
    """A candidate: token ranges `[first, last)` of one block's parse, and what a judge looks at."""

    cue: tuple[tuple[int, int], ...]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    head: int
    source_head: int | None
    lemma: str
    shape: str
    source_kind: str
    features: tuple[str, ...]
    relative: int | None = None


def framed(  # noqa: PLR0917 - one call builds one candidate
    head: "Token",
    cue: list[Range],
    source: "Token | None",
    content: list[Range],
    naming: tuple[str, str],
    extra: tuple[str, ...] = (),
    *,
    relative: int | None = None,
) -> Frame:
    """A candidate with its features; `naming` is the cue's lemma and the frame's shape."""
    lemma, shape = naming
    spoken_by = source_range(source) if source is not None else None
    kind = _source_kind(source)
    size = sum(b - a for a, b in content)
    length = "1" if size <= 2 else "4" if size <= 4 else "8" if size <= 8 else "9"
    features = (
        f"l={lemma}|{shape}", f"l={lemma}", f"s={shape}", f"k={kind}", f"k={kind}|s={shape}", f"n={length}",
        f"n={length}|s={shape.partition('-')[0]}", f"l={lemma}|k={kind}", *extra,
    )  # fmt: skip
    return Frame(
        tuple(cue),
        spoken_by,
        tuple(content),
        head.i,
        source.i if source is not None else None,
        lemma,
        shape,
        kind,
        features,
        relative,
    )


def without(content: list[Range], cue: list[Range]) -> list[Range]:
    """The content without the cue's words in it."""
    pieces = sorted(content)
    for first, last in cue:
        cut: list[Range] = []
        for a, b in pieces:
            if first < b and a < last:
                cut.extend(piece for piece in ((a, first), (last, b)) if piece[1] > piece[0])
            else:
                cut.append((a, b))
        pieces = cut
    return pieces


def _source_kind(source: "Token | None") -> str:
    if source is None:
        return "none"
    if source.pos_ == "PRON":
        return f"pron-{source.lower_}" if source.lower_ in _PRONOUNS else "pron"
    if source.pos_ == "PROPN":
        return source.ent_type_ or "propn"
    return f"noun-{source.ent_type_ or 'x'}"
