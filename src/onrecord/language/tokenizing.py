"""The word pieces of short texts, by the tokenizer that all shipped models share."""

from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.model.errors import AnnotatingError

if TYPE_CHECKING:
    from tokenizers import Tokenizer


def piece_ids(text: str) -> list[int]:
    """The numbers of a text's pieces in the vocabulary, without the marks around them."""
    ids: list[int] = shipped_tokenizer().encode(text, add_special_tokens=False).ids
    return ids


@lru_cache(maxsize=1)
def shipped_tokenizer() -> "Tokenizer":
    """The tokenizer, loaded once a process; `AnnotatingError` E205 where it is missing."""
    from tokenizers import Tokenizer

    place = resources.files("onrecord") / "models" / "encoder" / "tokenizer.json"
    if not place.is_file():
        raise AnnotatingError(
            "E205",
            "the tokenizer of the models is missing: models/encoder/tokenizer.json",
            remedy="Install onrecord again: it is part of the package",
        )
    return Tokenizer.from_str(place.read_text(encoding="utf-8"))
