"""Where a thing would be made: a remark that there are works at the place answers "is it made there?" with reserve.

A minister who is asked about steel and says "some mills have been closed" has not said that steel is made, and has not
denied it either: the remark stands beside the question as a hedge, where the same document puts the question.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from onrecord.comparing.keys import Topic
from onrecord.comparing.sides import Side
from onrecord.language.nouns import common_noun
from onrecord.language.predicates import classes

MOST = 512
"""Remarks of works at one place that are looked at, smallest ids first."""


def scopes_of_sites(topic: Topic) -> tuple[str, ...]:
    """The scopes of claims that there are works at the place, where the topic asks whether something is made there."""
    if topic.mood != "fact" or not topic.located or not topic.what or topic.within is not None:
        return ()
    return tuple(f"fact|exist|{site}|{topic.where}|" for site in _sites(topic.axis))


def hedges(topic: Topic, own: Sequence[Side], remarks: Iterable[Side]) -> list[Side]:
    """The remarks as answers with reserve: of voices that give no other answer, in documents that put the question."""
    documents = {side.claim.document for side in own}
    voices = {side.voice for side in own}
    return [
        msgspec.structs.replace(side, topic=topic, firm=False)
        for side in remarks
        if side.sign > 0 and side.claim.document in documents and side.voice not in voices
    ]


@lru_cache(maxsize=256)
def _sites(axis: str) -> tuple[str, ...]:
    known = classes().get(axis)
    return tuple(sorted({common_noun(site) for site in known.sites})) if known is not None else ()
