"""Whose words a text is where no statement tells: a release, a speech, a turn of a call."""

from typing import TYPE_CHECKING

from onrecord.annotating.surroundings import Surroundings
from onrecord.language.parsing import ParsedBlock

if TYPE_CHECKING:
    from spacy.tokens import Token

_FEWEST_PARAGRAPHS = 2
"""Paragraphs from which it can be told that a text is somebody's own."""
_SHORT = 8
"""Words of a paragraph that tells nothing."""


def speaks(around: Surroundings, parsed: ParsedBlock) -> bool:
    """Whether a block's words are somebody's own though no statement holds them: a turn, a release, a speech."""
    return parsed.block.kind == "turn" or around.document.genre in {"release", "transcript"} or _is_own_voice(around)


def _is_own_voice(around: Surroundings) -> bool:
    """Whether most of the longer paragraphs say "I" or "we" outside quotations, as those of a speech do."""
    if around.own_voice is None:
        told = [one for one in around.analysis.blocks if one.block.kind == "paragraph" and len(one.doc) > _SHORT]
        own = sum(any(_is_said_here(around, parsed, token) for token in parsed.doc) for parsed in told)
        around.own_voice = len(told) >= _FEWEST_PARAGRAPHS and 2 * own >= len(told)
    return around.own_voice


def _is_said_here(around: Surroundings, parsed: ParsedBlock, token: "Token") -> bool:
    return token.lower_ in {"i", "we", "our", "my"} and around.statement_at(parsed.token_span(token)) is None
