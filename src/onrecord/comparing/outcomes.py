"""How far something has come, by the words that tell of it: done, under way, undone, given up, renewed."""

import re
from functools import lru_cache
from typing import Literal

from onrecord.comparing.stages import is_partial

Outcome = Literal["done", "under way", "undone", "given up", "renewed"]

_BE = r"(?:is|are|was|were|be|been|being|remains?|remained|stays?|stayed|stands?|stood|lies?|lay)"
_HAVE = r"(?:has|have|had)"

_GIVEN_UP = re.compile(
    rf"""\b(?:
    (?:been\s|was\s|were\s|is\s|are\s|has\s|have\s|had\s)?(?:quietly\s|since\s|now\s|simply\s)?
    (?:abandon(?:ed|s|ing)|scrap(?:ped|s|ping)|shelve[ds]|shelving|axe[ds]|ditched|withdrew|withdrawn|rescind(?:ed|s)|revoke[ds]
      |cancel(?:l?ed|s|l?ing)|renounce[ds]|discarded|disowned)
    |(?:called|broken|broke)\soff|(?:drop(?:ped|s)|struck)\s(?:the|its|their|his|her|it|out|from|this|that|plans?|all)\b
    |(?:taken|took|takes|taking)\sback|(?:gave|given|gives|giving)\sup|(?:went|gone|going|goes)\sback\son
    |{_BE}\s(?:no\slonger|not)\s(?:going|planned|foreseen|intended|proposed)
    |(?:no\slonger|not)\s(?:intends?|plans?|wants?|means?|going)\s(?:to|ahead)
    |(?:will|would|does|do|did)\s(?:now\s)?not\s(?:now\s|after\sall\s)?(?:go|be\sgoing|happen|proceed|take\splace|be\spursued|be\srevived)
    |will\snever|nothing\swill\scome
    |(?:resolved|decided|voted|chose|opted|ruled|agreed)\s(?:in\s\w+\s)?(?:not\sto|against)
    |no\slonger\s(?:applie[sd]|holds?|stands?|pursued|on\sthe\stable|part\sof)|rul(?:ed|es|ing)\s(?:it\s|this\s|that\s)?out
    |overtaken\sby|deleted|struck\s(?:off|down|from)
    |(?:plan|scheme|idea|project|thought)s?\b.{{0,60}}\b(?:dead|buried|off|gone)
    |backed\s(?:out|away|down)|U-turn|off\sthe\stable|laid\saside|put\saside
    |decided\sto\skeep
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_RENEWED = re.compile(
    r"""\b(?:
    (?:again|still|once\smore|now)\s(?:promis|pledg|vow|undert|commit|intend|mean|plan)\w*
    |(?:repeat|renew|reaffirm|restat|reiterat|confirm|stood\sby|stands\sby|standing\sby|holds?\sto|held\sto|stick\w*\sto|stuck\sto)\w*
    |(?:gave|given|gives|giving|with)\s(?:\w+\s)?(?:assurances?|(?:his|her|its|their|our|my)\s(?:solemn\s)?word)|assured
    |remain(?:s|ed)?\s(?:determined|committed|resolved|bound)|(?:pledge|promise|commitment|word|plan)\s(?:still\s)?(?:stands|stood|holds|held)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_UNDER_WAY = re.compile(
    rf"""\b(?:
    {_HAVE}\s(?:now\s|already\s|finally\s)?(?:begun|started)|began|started|starting|under\s?way|in\sprogress|halfway|half[\s-](?:done|built|finished)
    |so\sfar|to\sdate|partly|partially|(?:a\s)?(?:third|quarter|half)\s(?:of|complete|done|built)|most\sof|some\sof|only\s(?:part|half|some|\d+)
    |(?:is|are|was|were)\s(?:now\s|still\s|being\s|already\s)?(?:being|waiting|pending|delayed|late|behind|continuing|negotiating|working)
    |(?:has|have|had|was|were|is|are)\s(?:now\s|been\s|again\s|since\s|had\sto\sbe\s|to\sbe\s)*(?:delayed|postponed|put\soff|(?:put|pushed)\sback\s(?:to|until|till|by)|deferred|held\sup|slipped)
    |put\s(?:off|back)\s(?:to|until|till)|not\sbefore|only\sby|(?:is|are)\s(?:now\s)?(?:due|expected|promised|planned)\s(?:to|by|in|for|until)
    |foundation\sstone|tender(?:s|ed)?|applied\s(?:for|to)|order(?:ed)?\s(?:has|have|had)\sbeen|on\spaper|drafted|a\sdraft|drawn\sup|is\sin\sthe\spost
    |talks|negotiations|shortlist(?:ed)?|advertised|consult(?:ing|ation)|the\sfirst\s(?:of|two|three|four|five|six|seven|eight|nine|ten|\d+|few|batch|part|phase)
    |the\s(?:rest|remainder|remaining|others?)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_UNDONE = re.compile(
    rf"""\b(?:
    (?:has|have|had)\syet\sto|yet\sto\s(?:be|see|appear|come|receive|begin|start|open)|still\s(?:not|no|shut|closed|waiting|without|unpaid|empty|locked|missing|dark|open)
    |(?:no|not\sa|not\sone|not\sany|none|nobody|no\sone|nothing|never|neither|nowhere|without)\b
    |fail(?:ed|s|ing|ure)\b|refus(?:ed|es|ing|al)|declined|neglected|ignored|un(?:spent|paid|built|finished|filled|touched|used|repaired|published|done|changed|signed|answered|opened)
    |{_BE}\s(?:still\s)?(?:empty|idle|vacant|missing|absent|overdue|locked|boarded)|as\sbefore|as\sever|in\sbreach|broke(?:n)?\s(?:its|his|her|their|the|that)\s(?:word|promise|pledge)
    |missed|lapsed|ceased|petered\sout|stopped|came\sto\snothing|fell\sthrough|stood\sstill|there\s(?:is|was)\sno|lack(?:s|ed|ing)?
    )\b|n[’']t\b|\bnot\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WAS_TO = re.compile(
    r"\b(?:was|were|had been)\s(?:once\s|originally\s)?(?:to|meant to|supposed to|due to|foreseen)\b", re.IGNORECASE
)
_SETTLED = re.compile(
    r"""\b(?:
    complet(?:e|ed|ion)|finish(?:ed|es)|done|over|in\splace|in\sforce|took\seffect|in\suse|in\sservice|up\sand\srunning|(?:has|have|had)\s(?:ended|gone)
    |opened|reopened|signed|paid|published|delivered|handed|installed|arrived|came\sout|appeared|kept|honou?red|met|fulfilled|carried\sout|as\s(?:promised|agreed|announced|undertaken)
    |passed|adopted|approved|launched|completed|received|got|went\s(?:out|up|down|online)|came\sinto|stands?|stood|ready|now\s(?:has|have)|since
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FULL = re.compile(
    r"\b(?:the last(?: of| one)?|all (?:of |the )?(?:\d+|\w+)|every(?:one|body)?|each|in full|whole|entire"
    r"|complete[dly]*|both|no \w+ (?:is|are) left|none (?:is|are) left)\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:delayed|postponed|put off|(?:put|pushed) back (?:to|until|till|by)|deferred|held up|slipped|behind schedule"
    r"|running late)\b",
    re.IGNORECASE,
)


def given_up(text: str) -> bool:
    """Whether something is told to be given up or taken back."""
    return _GIVEN_UP.search(text) is not None


def was_to_be(text: str) -> bool:
    """Whether something is told as what was to be, which is not said of what came about."""
    return _WAS_TO.search(text) is not None


def renewed(text: str) -> bool:
    """Whether something is told to be undertaken still, or again."""
    return _RENEWED.search(text) is not None


def under_way(text: str) -> bool:
    """Whether something is told as begun, as done in part, or as put off."""
    return is_partial(text) or _UNDER_WAY.search(text) is not None


def put_off(text: str) -> bool:
    """Whether something is told as late."""
    return _LATE.search(text) is not None


def undone(text: str) -> bool:
    """Whether the words deny, or tell of a state in which nothing was done."""
    return _UNDONE.search(text) is not None


def settled(text: str) -> bool:
    """Whether the words tell of an end: finished, in place, received."""
    return _SETTLED.search(text) is not None


def in_full(text: str) -> bool:
    """Whether the words tell of the whole: "the last of", "all forty", "everybody"."""
    return _FULL.search(text) is not None


@lru_cache(maxsize=16_384)
def cues(text: str) -> tuple[float, ...]:
    """Which of these words tell, in the order of `CUES`."""
    return tuple(float(told(text)) for told in (given_up, renewed, under_way, put_off, undone, settled, in_full))


CUES = ("given up", "renewed", "under way", "put off", "undone", "settled", "in full")
