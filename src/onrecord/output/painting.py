"""Styles by meaning. A style only ever adds to what the words and signs already say: plain output loses nothing."""

import unicodedata
from collections.abc import Callable
from typing import Literal

Style = Literal["heading", "name", "faint", "mark", "clash", "cue", "source", "good", "bad", "unsure"]
Paint = Callable[[str, Style], str]

_CODES: dict[Style, str] = {
    "heading": "1",
    "name": "1",
    "faint": "2",
    "mark": "1;4",
    "clash": "1;31",
    "cue": "36",
    "source": "32",
    "good": "32",
    "bad": "31",
    "unsure": "33",
}


def plain(text: str, style: Style) -> str:
    """Nothing but the words."""
    return text


def ansi(text: str, style: Style) -> str:
    """The words in a terminal's colours."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if text else text


def harmless(text: str) -> str:
    """Text from a source without the control characters that could steer a terminal or turn its order round."""
    if text.isprintable():
        return text
    return "".join(
        "\ufffd" if c in _STEERING or (unicodedata.category(c) == "Cc" and c not in "\n\t") else c for c in text
    )


_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
