"""For whom a described speaker says "we": "a spokesman for Orrin Steel", "the head of the Harl Fire Service"."""

import re

_SPEAKING_FOR = re.compile(
    r"(?:\b(?:spokes(?:man|woman|person|people)|representative|delegate)s? (?:for|of|from|at|with)"
    r"|\b(?:official|director|head|chief|chief executive|manager|chair(?:man|woman)?|president|owner|captain|engineer)"
    r"s? (?:of|at|from|with)) (?:the )?(?P<body>[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&.-]*|of|the|for|and|&))*)\Z"
)
LONGEST = 160


def spoken_for(description: str | None) -> str | None:
    """The named body that a description says its speaker belongs to, or `None`."""
    if description is None or len(description) > LONGEST:
        return None
    found = _SPEAKING_FOR.search(description)
    return found["body"] if found else None
