"""Whose words a text is where no statement tells: a release, a speech, a turn of a call."""

from typing import TYPE_CHECKING

from onrecord.annotating.surroundings import Surroundings
from onrecord.language.parsing import ParsedBlock
from onrecord.language.places import country_of
from onrecord.model.items import Role, Speaker

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_FEWEST_PARAGRAPHS = 2
"""Paragraphs from which it can be told that a text is somebody's own."""
_SHORT = 8
"""Words of a paragraph that tells nothing."""
ELECTED = frozenset(
    {"senator", "representative", "congressman", "congresswoman", "lawmaker", "candidate", "nominee", "legislator",
     "governor", "mayor", "frontrunner", "hopeful", "contender", "sen", "rep", "gov", "leader", "chairman"}
)  # fmt: skip
"""Offices whose holders say "we" of themselves and their own, not of a state."""
_STATE_OFFICES = frozenset(
    {"president", "minister", "premier", "chancellor", "secretary", "ambassador", "envoy", "king", "queen", "prince",
     "spokesman", "spokeswoman", "spokesperson", "official", "officials", "diplomat", "general", "admiral", "marshal",
     "commissioner", "negotiator", "adviser", "advisor", "chief", "director", "undersecretary", "prosecutor",
     "commander", "emir", "sultan", "consul", "attaché", "deputy", "vice", "czar", "treasurer", "head"}
)  # fmt: skip
"""Offices whose holders say "we" of their state."""
_STATE_BODIES = frozenset(
    {"ministry", "department", "government", "administration", "treasury", "agency", "embassy", "army", "navy",
     "police", "cabinet", "parliament", "state", "office", "house", "pentagon", "kremlin", "council", "service",
     "customs", "command", "force", "forces", "bureau", "nations", "mission", "delegation", "presidency"}
)  # fmt: skip


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


def speaks_for_state(around: Surroundings, speaker: Speaker) -> bool:
    """Whether "we" is a speaker's state or body: not that of somebody who stands for election."""
    entity = around.entity_of(speaker.entity)
    titles = [role.title for role in entity.roles] if entity is not None else []
    words = {word.strip(".,").lower() for title in (*titles, speaker.description or "") for word in title.split()}
    if words & ELECTED:
        return False
    if entity is None or speaker.party is None or country_of(speaker.party) is None:
        return True
    return not entity.roles or any(_is_of_state(role) for role in entity.roles)


def _is_of_state(role: Role) -> bool:
    """Whether a role is one of a state: its minister or ambassador, not a company's president or an author."""
    body = (role.organisation or "").lower()
    if body and country_of(role.organisation or "") is None and not set(body.split()) & _STATE_BODIES:
        return False
    return bool({word.strip(".,").lower() for word in role.title.split()} & _STATE_OFFICES)
