"""Whose words a text is where no statement tells: a release, a speech, a turn of a call."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.issuers import issuer_of
from onrecord.annotating.labels import sort_of
from onrecord.annotating.surroundings import Surroundings
from onrecord.language.parsing import ParsedBlock
from onrecord.language.places import country_of
from onrecord.model.items import Role, Speaker

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_FEWEST_PARAGRAPHS = 2
"""Paragraphs from which it can be told that a text is somebody's own."""
_SHORT = 8
_PROSE = frozenset({"paragraph", "list_item"})
"""Words of a paragraph that tells nothing."""
_OPENING = 1200
"""Characters in which a document says what it sets out."""
_SET_OUT = re.compile(
    r"\b(?:(?:decided|agreed|declares?|declared|resolved|announced?|ordered|decrees?|undertakes?)(?: \w+){0,2} "
    r"as follows|"
    r"(?:the |these )?following (?:\w+ )?(?:understandings|assurances|points|measures|steps|commitments|decisions|"
    r"resolutions?|pledges|undertakings|promises|terms|conditions|answers|actions)|"
    r"(?:adopted|decided|agreed on|issued|approved|resolved) the following|told them what follows|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve) (?:\w+ )?(?:measures|points|answers|steps|promises|"
    r"pledges|decisions|assurances|commitments|undertakings)\s?[:.])",
    re.IGNORECASE,
)
"""What says that the rest is what somebody undertakes."""
_HEAD = 400
"""Characters in which a letter greets."""
_TAIL = 250
"""Characters at a letter's end in which it is signed."""
_GREETING = re.compile(r"(?:\A|\n)\s*(?:Dear|To all|To the|To our)\s[A-Z\w]")
_SIGNED = re.compile(
    r"(?:\A|[\n.!?]\s*)(?:Yours(?:\s(?:sincerely|faithfully|truly))?|Sincerely(?:\syours)?|Respectfully|Faithfully|"
    r"(?:With )?(?:[Kk]ind|[Bb]est|[Ww]arm) regards)\s?,\s+"
    r"(?P<name>[A-Z][\w’'.-]+(?:\s(?:[A-Z]|van|von|de|of|for|the)[\w’'.-]*){0,5})",
)
"""The line that closes a letter, with the name under it."""
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
    told = around.document.genre in {"release", "transcript"} or is_letter(around) or bool(issuer_of(around))
    return parsed.block.kind == "turn" or told or _is_own_voice(around)


def commits(around: Surroundings, parsed: ParsedBlock, token: "Token") -> bool:
    """Whether a word is in the own words of who may bind himself by them: a speech, a turn, a body's paper, a letter.

    What somebody is quoted with in a report is not, nor what is asked in a talk.
    """
    statement = around.statement_at(parsed.token_span(token))
    if parsed.block.kind == "turn":
        known = statement is not None and statement.manner == "turn" and statement.speaker.name is not None
        return known and not parsed.text.rstrip().endswith("?") and not _asks(parsed)
    return statement is None and (in_third_person(around, parsed) or is_letter(around) or _is_own_voice(around))


def in_third_person(around: Surroundings, parsed: ParsedBlock) -> bool:
    """Whether a paper tells of whoever put it out by name: a body's own notice, or terms that are set out."""
    return parsed.block.kind != "turn" and (bool(issuer_of(around)) or sets_out(around))


def sets_out(around: Surroundings) -> bool:
    """Whether a document says that it sets out what is decided: "has decided as follows", "six measures:"."""
    return _SET_OUT.search(around.text, 0, _OPENING) is not None


def _asks(parsed: ParsedBlock) -> bool:
    return sort_of(parsed.block.label or "") in {"reporter", "chair"}


def is_letter(around: Surroundings) -> bool:
    """Whether a document is a letter: it greets whom it is to, in a line or sentence of its own, and is signed."""
    return _GREETING.search(around.text, 0, _HEAD) is not None and signer_of(around) is not None


def signer_of(around: Surroundings) -> str | None:
    """Who signs a letter at its end."""
    signed = _SIGNED.search(around.text, max(0, len(around.text) - _TAIL))
    return signed["name"] if signed is not None else None


def _is_own_voice(around: Surroundings) -> bool:
    """Whether most of the longer paragraphs say "I" or "we" outside quotations, as those of a speech do."""
    if around.own_voice is None:
        told = [one for one in around.analysis.blocks if one.block.kind in _PROSE and len(one.doc) > _SHORT]
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
