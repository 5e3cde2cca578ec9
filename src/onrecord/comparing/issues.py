"""Which claims of one matter answer one question though no name fixes it: "the bow door was shut", "was not closed".

"The door" means one thing within a document, and within documents that tell of one matter (`nearest.py`). So claims
that do the same to a thing of the same word are one *issue* in documents of which each meets another that has it.
An issue follows from the set of documents alone: it is a component of the graph of documents that meet.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b

import msgspec

from onrecord.comparing.keys import LIGHT, OBJECT_ROLES, Topic, mood_of, named_argument, only_carries, topic_of
from onrecord.comparing.nearest import met_by
from onrecord.comparing.store import Store
from onrecord.comparing.weights import weight
from onrecord.comparing.words import listed, stems
from onrecord.language.nouns import common_noun
from onrecord.language.predicates import axis_of
from onrecord.model.identity import content_id
from onrecord.model.items import Argument, Claim

INDEX = "issue"
"""The index of what may be one issue: an issue's key with its document, and the named question of a claim."""

MATTER = "issues"
"""The index of documents under the keys of the issues that they can be."""

ASKED = "asked"
"""The index of the claims that answer a question with others of their matter, under that question."""

MOST_DOCUMENTS = 48
"""Documents that one issue may be told in: words that more of them share mean many things."""

MOST_CLAIMS = 256
"""Claims that one issue may have."""

LEAST_ALIKE = 10
"""How much two documents must have in common for "the door" to be one door in both: more than one pair of telling
terms. Of the pairs of documents in parts a and c of the labelled set, 86 in 100 of one dispute have that, and 1 of
1,325 of two."""

SEVERAL = 2
"""Claims that one question needs."""

TELLING = 0.1
"""What the word of the thing must weigh: people, years and days are in every matter."""

WIDE = listed(
    "one thing way part time day week month year number people man woman person side place case fact matter point word"
    " question answer statement lot kind sort today yesterday anybody anyone everybody everyone nobody none"
)
"""Words that name nothing that two sentences would have in common."""


KIN = {"warn": "inform"}
"""Deeds that are asked about under another of which they are a kind: who was warned was told."""

TELLING_OF = frozenset({"inform"})
"""Deeds of which the question is what they were about, not who is named as told."""


COMING = frozenset({"enter"})
"""Deeds of which the question is where from, if the words say that: "the order came from the day office"."""


class Issue(msgspec.Struct, frozen=True):
    """Claims of one matter that answer one question, by the key that they share."""

    key: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]


def issue_of(claim: Claim) -> Topic | None:
    """What a claim takes a side on where only its own words fix it, or `None` where they are too few or too wide."""
    mood = mood_of(claim)
    proposition = claim.proposition
    things = [found for role in OBJECT_ROLES if (found := named_argument(claim, role)) is not None]
    axis = axis_of(proposition.predicate)[0]
    axis = KIN.get(axis, axis)
    if mood is None or (
        axis not in TELLING_OF and only_carries(proposition.predicate, acts=any(t.role == "theme" for t in things))
    ):
        return None
    doer = named_argument(claim, "agent")
    thing = next((found for found in things if found.role != "topic" or found.entity is not None), None)
    if axis in TELLING_OF:
        thing = next((found for found in things if found.role == "topic"), thing)
    light = axis in LIGHT
    if thing is None and (doer is None or light or _has_object(claim)):
        return None
    if light and (doer is None or thing is None):
        return None
    asked = thing or doer
    if asked is None or not _tells(asked) or (light and doer is not None and not _tells(doer)):
        return None
    grounds = [named_argument(claim, role) for role in ("source", "place")] if axis in COMING else []
    source = next((ground for ground in grounds if ground is not None and thing is not None), None)
    beside = source or (doer if light or thing is None else None)
    return Topic(
        mood=mood,
        axis=axis,
        what=asked.key if thing is not None else "",
        where=beside.key if beside is not None else "",
        role=thing.role if thing is not None else None,
        located=False,
        within="matter",
    )


def issue_key(claim: Claim) -> str | None:
    """Equal for the claims that can be one issue: what is done and the last word of what it is done to, or of it."""
    topic = issue_of(claim)
    if topic is None:
        return None
    head = common_noun(topic.head or topic.where.rsplit(" ", 1)[-1])
    doer = common_noun(topic.where.rsplit(" ", 1)[-1]) if topic.what and topic.where else ""
    return "|".join((topic.mood, topic.axis, head, doer))


def named_topic(claim: Claim) -> Topic | None:
    """The topic of a claim whose question names fix, so that it stands for itself in every matter."""
    topic = topic_of(claim)
    return topic if topic is not None and topic.within is None else None


def index_keys(claim: Claim) -> tuple[str, ...]:
    """What a claim is indexed under: its issue in its document, and its question if names fix it."""
    key, fixed = issue_key(claim), named_topic(claim)
    return (*((key_in(key, claim.document),) if key else ()), *((fixed.question,) if fixed else ()))


def key_in(key: str, document: str) -> str:
    """An issue's key in one document."""
    return blake2b(f"{key} {document}".encode(), digest_size=8).hexdigest()


def components(store: Store, seeds: Mapping[str, Iterable[str]]) -> list[Issue]:
    """The issues with these keys that these documents have a part in, each once."""
    met: dict[str, tuple[str, ...]] = {}
    reached = {key: set(documents) for key, documents in seeds.items()}
    held = _held(store, reached)
    groups: dict[str, list[set[str]]] = {}
    parts: dict[str, dict[str, list[str]]] = {}
    frontier = {key: {d for d in documents if held.get(key_in(key, d))} for key, documents in reached.items()}
    edges: dict[str, list[tuple[str, str]]] = {key: [] for key in seeds}
    for key, documents in frontier.items():
        parts[key] = {document: held[key_in(key, document)] for document in sorted(documents)}
    while any(frontier.values()):
        new = {document for documents in frontier.values() for document in documents} - met.keys()
        met |= met_by(store, sorted(new), LEAST_ALIKE)
        wanted: dict[str, set[str]] = {}
        for key, documents in frontier.items():
            if len(parts[key]) > MOST_DOCUMENTS:
                continue
            for document in documents:
                for other in met.get(document, ()):
                    edges[key].append((document, other))
                    if other not in parts[key]:
                        wanted.setdefault(key, set()).add(other)
        held = _held(store, wanted)
        frontier = {}
        for key, documents in wanted.items():
            for document in sorted(documents):
                claims = held.get(key_in(key, document))
                if claims:
                    parts[key][document] = claims
                    frontier.setdefault(key, set()).add(document)
    for key, documents_of in parts.items():
        groups[key] = _groups(documents_of, edges[key])
    return [
        Issue(key, tuple(sorted(c for d in group for c in parts[key][d])), tuple(sorted(group)))
        for key, found in sorted(groups.items())
        for group in sorted(found, key=min)
    ]


def _held(store: Store, wanted: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    keys = sorted({key_in(key, document) for key, documents in wanted.items() for document in documents})
    under: dict[str, list[str]] = {}
    for claim, shared in store.items_with_keys(INDEX, keys).items() if keys else ():
        for key in shared:
            under.setdefault(key, []).append(claim)
    return under


def _groups(documents: Iterable[str], edges: Sequence[tuple[str, str]]) -> list[set[str]]:
    group = {document: {document} for document in documents}
    for one, other in edges:
        if one in group and other in group and group[one] is not group[other]:
            joined = group[one] | group[other]
            for document in joined:
                group[document] = joined
    return list({id(found): found for found in group.values()}.values())


def question_of(
    issue: Issue, fixed: Mapping[str, str], loose: Sequence[Claim], earlier: Callable[[str], tuple[str, str]]
) -> dict[str, str]:
    """The question that each claim of an issue answers with the others, by id; none where the issue is too wide.

    One named question among them (`fixed`, by claim) takes in what names nothing; else what names nothing (`loose`) is
    a question of its own, which goes by the first of its documents, as `earlier` orders them.
    """
    named = set(fixed.values())
    if len(named) == 1:
        question = named.pop()
        return {claim.id: question for claim in loose if not claim.presupposed}
    if len(loose) < SEVERAL:
        return {}
    founder = min({claim.document for claim in loose}, key=earlier)
    question = content_id("question", "issue", issue.key, founder)
    return {claim.id: question for claim in loose}


def fixed_among(store: Store, claims: Iterable[str]) -> dict[str, str]:
    """The question of each of these claims that names fix."""
    held = store.keys_of_items(INDEX, claims)
    return {claim: key for claim, keys in held.items() for key in keys if key.startswith("question")}


def _tells(argument: Argument) -> bool:
    head = argument.key.rsplit(" ", 1)[-1]
    told = stems(head)
    return head not in WIDE and bool(told) and weight(told[-1]) >= TELLING


def _has_object(claim: Claim) -> bool:
    return any(claim.proposition.argument(role) is not None for role in ("theme", "attribute"))
