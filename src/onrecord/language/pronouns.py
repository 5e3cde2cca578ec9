"""Whom he and she mean: a person of the document by fitted weights, or nobody where no answer is likely enough.

Every person spoken of before the pronoun (and, within its sentence, after it) is weighed by features of how near, how,
and how often he or she stands there. The weights are a log-linear model over the candidates and "nobody here",
fitted by `training/coreference.py`; `data/PRONOUNS.md` says on what.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp, log2
from typing import TYPE_CHECKING

import msgspec

from onrecord.language.binding import REFLEXIVE, is_barred, subject_over, taken_up
from onrecord.language.people import FEMALE, Mentioned, People
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

LEAST_LIKELY = 0.6
BESIDE_ANOTHER = 0.8
"""How likely whom a subject means must be where another one closes the sentence before, which could be as well."""
SURE = 0.95
"""How likely whom a pronoun takes up right behind the phrase is meant: grammar leaves nobody else."""
SENTENCES_BACK = 10
MOST_LOOKED_AT = 40
MOST_CANDIDATES = 12
_HEIGHT = 14


class Candidate:
    """Somebody whom a pronoun could mean: the mentions before it, nearest first."""

    __slots__ = ("mentions", "owner")

    def __init__(self, owner: str, mentions: list[Mentioned]) -> None:
        self.owner = owner
        self.mentions = mentions


class Answer(msgspec.Struct, frozen=True):
    """Whom a pronoun means (an entity's id, or "@" and the place of a noun), how likely, and by which words."""

    owner: str
    likelihood: float
    phrase: Span


def resolve(people: People, table: Mapping[str, float] | None = None) -> dict[int, Answer]:
    """The likeliest person of each pronoun by its place; none where "nobody here" is likeliest.

    Pronouns are taken in text order: what one means tells what the next can mean.
    """
    table = weights() if table is None else table
    answers: dict[int, Answer] = {}
    known: list[Mentioned] = []
    for pronoun in people.pronouns:
        found = candidates(people, pronoun, known)
        shares = likelihoods(features(people, pronoun, found), table)
        if len(found) == 1 and taken_up(pronoun.token) is not None:
            shares = [SURE, 1 - SURE]
        best = max(range(len(found)), key=lambda at: shares[at], default=None)
        if best is None or shares[best] < shares[-1]:
            continue
        owner = found[best].owner
        first = people.nouns.get(owner) or found[best].mentions[-1]
        if shares[best] < BESIDE_ANOTHER and _closes_before(people, pronoun, found, owner):
            follow(people, pronoun, owner, known, sure=False)
            continue
        answers[pronoun.start] = Answer(owner, shares[best], Span(first.start, first.end))
        follow(people, pronoun, owner, known, sure=shares[best] >= LEAST_LIKELY)
    return answers


def _closes_before(people: People, pronoun: Mentioned, found: Iterable[Candidate], owner: str) -> bool:
    """Whether somebody else has the last word of the sentence before: "… wrote of the girl, Ada. She …"."""
    if pronoun.role != "subj" or pronoun.quoted:
        return False
    last = (m for c in found if c.owner != owner for m in c.mentions if m.sentence == pronoun.sentence - 1)
    return any(people.text[mention.end : mention.end + 2].strip() in {".", ".”", '."'} for mention in last)


def follow(people: People, pronoun: Mentioned, owner: str, known: list[Mentioned], *, sure: bool) -> None:
    """Count a pronoun as a mention of its person, who is of its sex if the answer is sure."""
    pronoun.owner = owner
    known.append(pronoun)
    if sure and people.genders.get(owner) is None:
        people.genders[owner] = "female" if is_female(people, pronoun) else "male"


def is_female(people: People, pronoun: Mentioned) -> bool:
    """Whether the pronoun is of a woman."""
    return people.text[pronoun.start : pronoun.end].lower() in FEMALE


def candidates(people: People, pronoun: Mentioned, known: Sequence[Mentioned]) -> list[Candidate]:
    """Whom the pronoun could mean, whoever was mentioned last first."""
    gender = "female" if is_female(people, pronoun) else "male"
    found: dict[str, Candidate] = {}
    barred: set[str] = set()
    for mention in _backwards(people, pronoun, known):
        if people.genders.get(mention.owner) not in {gender, None} or _is_spoken_of(pronoun, mention):
            continue
        if is_barred(pronoun, mention):
            barred.add(mention.owner)
        if mention.owner in found:
            found[mention.owner].mentions.append(mention)
        elif len(found) < MOST_CANDIDATES:
            found[mention.owner] = Candidate(mention.owner, [mention])
    at = people.before(pronoun.start)
    for mention in people.mentions[at : at + 4]:
        same = mention.sentence == pronoun.sentence and mention.kind == "name"
        if same and is_barred(pronoun, mention):
            barred.add(mention.owner)
        if same and mention.owner not in found and people.genders.get(mention.owner) in {gender, None}:
            found[mention.owner] = Candidate(mention.owner, [mention])
    subject = subject_over(pronoun.token) if pronoun.token.lower_ in REFLEXIVE else taken_up(pronoun.token)
    if subject is not None:
        here = (c for c in found.values() if any(m.block == pronoun.block and m.token == subject for m in c.mentions))
        return list(here)
    return [candidate for candidate in found.values() if candidate.owner not in barred]


def _is_spoken_of(pronoun: Mentioned, mention: Mentioned) -> bool:
    """Whether somebody without a name stands in the words that the pronoun's person says: no "patient" said them."""
    spoken = mention.quoted and mention.block == pronoun.block and pronoun.sentence - mention.sentence <= 1
    return pronoun.saying and not pronoun.quoted and spoken and mention.kind == "noun"


def _backwards(people: People, pronoun: Mentioned, known: Sequence[Mentioned]) -> Iterator[Mentioned]:
    """Mentions and settled pronouns before a pronoun, from the nearest back."""
    one, other = people.before(pronoun.start) - 1, len(known) - 1
    for _ in range(MOST_LOOKED_AT):
        if one < 0 and other < 0:
            return
        if other < 0 or (one >= 0 and people.mentions[one].start > known[other].start):
            mention, one = people.mentions[one], one - 1
        else:
            mention, other = known[other], other - 1
        if pronoun.sentence - mention.sentence > SENTENCES_BACK:
            return
        yield mention


def likelihoods(rows: Sequence[Sequence[str]], table: Mapping[str, float]) -> list[float]:
    """How likely each candidate is meant; last, how likely none of them."""
    scores = [sum(table.get(name, 0.0) for name in names) for names in rows]
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]


def features(people: People, pronoun: Mentioned, found: Sequence[Candidate]) -> list[list[str]]:
    """What tells for or against each candidate, and last for none of them."""
    place = _place(pronoun)
    most = sorted(found, key=lambda c: -len(c.mentions))
    lone = len(found) == 1
    weighed = [_salience(pronoun, candidate) for candidate in found]
    told = sorted((people.times(c.owner) for c in found), reverse=True)
    top = sorted(weighed, reverse=True)[:2]
    made = []
    for rank, candidate in enumerate(found):
        count = most.index(candidate)
        names = list(_of_candidate(people, pronoun, candidate, rank=rank, count=count, lone=lone))
        rival = top[1] if len(top) > 1 and weighed[rank] >= top[0] else top[0]
        lead = round(2 * log2(weighed[rank] / rival)) if rival and not lone else 9
        names += [f"w{max(-8, min(lead, 9))}", f"w{max(-4, min(lead, 4))}|r{min(rank, 2)}"]
        times = people.times(candidate.owner)
        names.append(f"t{min(told.index(times), 3)}|{min(times, 3)}")
        names.append(f"t{min(told.index(times), 2)}|r{min(rank, 2)}")
        if times == told[0] and len(told) > 1:
            names.append(f"top{min(5, round(2 * log2(max(1, times) / max(1, told[1]))))}")
        made.append(names)
    near = min((pronoun.sentence - c.mentions[0].sentence for c in found), default=9)
    made.append(["no", f"no|{place}", f"no|n{min(len(found), 4)}", f"no|s{min(near, 4)}", f"no|q{pronoun.quoted}"])
    return made


def _salience(pronoun: Mentioned, candidate: Candidate) -> float:
    """How much the sentences before speak of somebody: each mention counts about half of one a sentence nearer."""
    return sum(
        (2.0 if mention.role == "subj" else 0.6 if mention.role == "poss" else 1.0)
        * 0.55 ** max(0, pronoun.sentence - mention.sentence)
        for mention in candidate.mentions
    )


def _of_candidate(
    people: People, pronoun: Mentioned, candidate: Candidate, *, rank: int, count: int, lone: bool
) -> Iterator[str]:
    place = _place(pronoun)
    near = candidate.mentions[0]
    far = _distance(pronoun, near)
    kind = near.kind if near.kind != "noun" else "the" if near.definite else "a"
    yield from (
        f"d{far}", f"d{far}|{near.role}", f"d{far}|{kind}", f"d{far}|{near.role}|{place}", f"{kind}|{near.role}",
        f"r{min(rank, 4)}", f"r{min(rank, 4)}|d{far}", f"c{min(count, 3)}",
        f"c{min(count, 3)}|r{min(rank, 3)}",
        f"m{min(len(candidate.mentions), 5)}",
        f"b{pronoun.block == near.block}|d{far}",
        f"q{pronoun.quoted}{near.quoted}", f"q{pronoun.quoted}{near.quoted}|b{pronoun.block == near.block}",
    )  # fmt: skip
    known = people.genders.get(candidate.owner) is not None
    yield f"g{known}|{kind}"
    if lone:
        yield "lone"
        yield f"lone|d{far}"
    if people.text[near.end : near.end + 2] in {"'s", "’s"}:
        yield "own"
    named = next((m for m in candidate.mentions if m.kind == "name"), None)
    if named is not None and named is not near:
        yield f"n{_distance(pronoun, named)}"
        yield f"n{_distance(pronoun, named)}|{named.role}"
    if pronoun.saying:
        yield f"say{near.saying}|d{far}"
        yield f"say{near.saying}|r{min(rank, 2)}"
    yield from _grammar(pronoun, candidate.mentions[:4])


def _grammar(pronoun: Mentioned, mentions: Iterable[Mentioned]) -> Iterator[str]:
    """What one sentence's grammar tells: whose words or deeds the pronoun stands in."""
    for mention in mentions:
        if mention.block != pronoun.block or mention.sentence < pronoun.sentence - 2:
            break
        if pronoun.quoted and not mention.quoted and mention.saying:
            yield "speaker"
        if mention.sentence != pronoun.sentence:
            continue
        if mention.head is not None and mention.role == "subj":
            steps = _steps_to(pronoun.token, mention.head)
            if steps is not None:
                if pronoun.role == "subj":
                    yield f"under|say{mention.saying}"
                    yield f"under|{pronoun.head.dep_ if pronoun.head is not None else '-'}"
                else:
                    yield f"in|{pronoun.role}|say{mention.saying}"
                    yield f"in|{pronoun.role}|{min(steps, 3)}"
        if _steps_to(pronoun.token, mention.token) is not None:
            yield f"below|{mention.role}"
        if _steps_to(mention.token, pronoun.token) is not None:
            yield "above"


def _steps_to(token: "Token", top: "Token") -> int | None:
    """How many steps up the parse a token hangs below another; None where it does not."""
    current = token
    for steps in range(_HEIGHT):
        if current.i == top.i:
            return steps
        if current.head.i == current.i:
            return None
        current = current.head
    return None


def _distance(pronoun: Mentioned, mention: Mentioned) -> str:
    if mention.start > pronoun.start:
        return "after"
    sentences = pronoun.sentence - mention.sentence
    return str(sentences) if sentences < 3 else "3" if sentences < 5 else "5"


def _place(pronoun: Mentioned) -> str:
    if pronoun.token.lower_ in REFLEXIVE:
        return "self"
    return f"{pronoun.role}{'Q' if pronoun.quoted else ''}{'S' if pronoun.saying else ''}"


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The fitted weights, read once a process."""
    data = (files("onrecord.language") / "data" / "pronoun_weights.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, float])
