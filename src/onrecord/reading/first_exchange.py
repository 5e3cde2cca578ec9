"""Interviews that label only the first question and its answer, and set questions and answers apart after that."""

from collections.abc import Mapping, Sequence

from onrecord.language.gazetteers import is_forename
from onrecord.reading.pieces import Piece

LEAST_QUESTIONS = 2
"""Lines that only ask, below the labelled exchange, from which the text goes on as it began."""

LONGEST_QUESTION = 400


def asks(words: str) -> bool:
    """Whether a line is nothing but a question."""
    return len(words) <= LONGEST_QUESTION and words.rstrip().endswith("?")


def exchange(text: str, pieces: Sequence[Piece], names: Mapping[int, tuple[str, int]]) -> dict[int, str | None] | None:
    """Whose each line is from the one labelled exchange on: the asker's where it only asks, then the other's.

    What follows an answer may be more of it, or a remark of the asker's: nobody's, as far as one can tell.
    """
    if len(names) != 2:
        return None
    asked, answered = sorted(names)
    (asker, start), (other, _) = names[asked], names[answered]
    above = text[: pieces[asked].start]
    introduced = all(_is_full(label) and label.split()[-1] in above for label in (asker, other))
    if answered != asked + 1 or asker == other or not introduced or "?" not in text[start : pieces[asked].end]:
        return None
    further = range(answered + 1, len(pieces))
    if sum(asks(text[pieces[n].start : pieces[n].end]) for n in further) < LEAST_QUESTIONS:
        return None
    owners: dict[int, str | None] = {asked: asker, answered: other}
    for n in further:
        asking = asks(text[pieces[n].start : pieces[n].end])
        before = text[pieces[n - 1].start : pieces[n - 1].end]
        owners[n] = asker if asking else other if asks(before) else None
    return owners


def _is_full(label: str) -> bool:
    words = label.split()
    return 2 <= len(words) <= 4 and is_forename(words[0]) and all(word[0].isupper() for word in words)
