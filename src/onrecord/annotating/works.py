"""What is to be done to a thing by a last day, told by a report that does not say who does it.

"The talks are to be concluded by 15 August", "all sets are to receive new lines by October": a plan of nobody named,
which can be checked all the same.
"""

from typing import TYPE_CHECKING

from onrecord.annotating.actions import Found, undertaking
from onrecord.annotating.foretelling import BEFALLEN, reported_by_many
from onrecord.annotating.reached import BEGUN, bounds_of
from onrecord.annotating.surroundings import PRONOUNS

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_GETTING = frozenset({"receive", "get", "have"})
_SCORE = 0.65


def to_be_done(being: "Token", action: "Token", subject: "Token") -> list[Found]:
    """What "is to be" done to a thing, or a thing "is to get", with a day."""
    by, on, when = bounds_of(action)
    gets = action.lemma_ in _GETTING and any(c.dep_ == "dobj" for c in action.children)
    begins = action.lemma_ in BEGUN | {"conclude", "end"} and not any(c.dep_ == "dobj" for c in action.children)
    if not (by or ((on or when) and not gets)) or not (gets or begins or _is_done(action)) or not _is_thing(subject):
        return []
    found = undertaking("plan", being, None, action, score=_SCORE)
    return [found._replace(first=subject.left_edge.i)] if subject.i < being.i else [found]


def _is_done(verb: "Token") -> bool:
    undergone = any(c.dep_ == "auxpass" for c in verb.children)
    by_whom = any(
        c.dep_ == "agent" and not any(g.ent_type_ in {"DATE", "TIME"} for g in c.subtree) for c in verb.children
    )
    return undergone and not by_whom and verb.lemma_ not in BEFALLEN - {"hold"}


def _is_thing(subject: "Token") -> bool:
    return subject.lower_ not in PRONOUNS and subject.ent_type_ != "PERSON" and not reported_by_many(subject)
