"""Where a document speaks of people: every mention of a named person and every noun for one, with its grammar."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.language.gazetteers import (
    Gender,
    gender_of_forename,
    gender_of_words,
    is_creed,
    is_day_or_month,
    is_honorific,
    is_role_head,
    is_surname,
    opens_no_name,
)
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.language.places import is_demonym, is_place
from onrecord.language.runs import end_of
from onrecord.model.items import Entity

if TYPE_CHECKING:
    from onrecord.language.trees import Token

FEMALE = frozenset({"she", "her", "hers", "herself"})
MALE = frozenset({"he", "him", "his", "himself"})

_SAYING = frozenset(
    {
        "say", "tell", "add", "ask", "write", "tweet", "argue", "claim", "insist", "warn", "explain", "note",
        "announce",
        "deny", "admit", "acknowledge", "declare", "state", "reply", "respond", "recall", "testify", "stress",
        "conclude",
        "think", "believe", "know", "hope", "feel", "suggest", "promise", "vow", "describe", "report", "urge",
        "continue",
        "remember", "call", "joke", "boast", "complain", "predict", "maintain", "reveal", "remark", "confirm", "decide",
    }
)  # fmt: skip
"""Verbs whose subject speaks or thinks: in what it reports, "she" is most often the subject itself."""

PEOPLE = frozenset(
    {
        "person", "man", "woman", "boy", "girl", "child", "kid", "baby", "mother", "father", "son", "daughter", "wife",
        "husband", "brother", "sister", "uncle", "aunt", "cousin", "nephew", "niece", "friend", "neighbor", "neighbour",
        "colleague", "boss", "employee", "worker", "victim", "suspect", "defendant", "witness", "patient", "guest",
        "host",
        "player", "fan", "driver", "passenger", "user", "voter", "resident", "citizen", "member", "student", "teacher",
        "grandmother", "grandfather", "partner", "boyfriend", "girlfriend", "guy", "lady", "gentleman", "individual",
        "protester", "demonstrator", "participant", "successor", "predecessor", "rival", "opponent", "shooter",
        "attacker",
        "parent", "orphan", "immigrant", "refugee", "nominee", "candidate", "insider", "source", "survivor", "owner",
        "writer", "poet", "singer", "painter", "scholar", "hero", "king", "queen", "prince", "princess", "leader",
        "mum", "mom", "dad", "grandma", "grandpa", "granny", "grandson", "granddaughter", "stepmother", "stepfather",
        "stepson", "stepdaughter", "spouse", "fiance", "fiancé", "fiancée", "widower", "bride", "groom", "sibling",
        "twin", "heir", "heiress", "companion", "comrade", "classmate", "teammate", "roommate", "mentor", "stranger",
        "visitor", "newcomer", "outsider", "teenager", "youth", "youngster", "toddler", "infant", "pedestrian",
        "motorist", "cyclist", "commuter", "prisoner", "inmate", "detainee", "fugitive", "hostage", "captive", "thief",
        "gunman", "intruder", "servant", "maid", "hostess", "waitress", "landlord", "landlady", "volunteer", "donor",
        "recipient", "applicant", "contestant", "trainee", "apprentice", "inventor", "pioneer", "proponent",
        "supporter", "clergyman", "nobleman", "duke", "duchess", "monk", "nun", "sailor", "traveller", "traveler",
        "villager", "islander", "newlywed", "migrant", "veteran", "whistleblower", "complainant", "plaintiff",
        "accuser",
    }
)  # fmt: skip
"""Nouns for one person besides offices and trades."""


class Mentioned:
    """One mention: whose it is (an entity's id, or "@" and its place for a noun), where, and how it stands."""

    __slots__ = (
        "block", "definite", "end", "head", "kind", "owner", "quoted", "role", "saying", "sentence", "start", "token",
    )  # fmt: skip

    def __init__(self, owner: str, kind: str, start: int, end: int, token: "Token") -> None:
        self.owner = owner
        self.kind = kind
        """`name`, `noun` or `pronoun`."""
        self.start = start
        self.end = end
        self.token = token
        self.role, self.head = role_of(token)
        self.saying = self.role == "subj" and self.head is not None and self.head.lemma_.lower() in _SAYING
        self.definite = True
        self.block = 0
        self.sentence = 0
        self.quoted = False


def role_of(token: "Token") -> tuple[str, "Token | None"]:
    """What a phrase is in its clause (`subj`, `obj`, `poss`, `prep`, `appos`, `other`), and the word above it."""
    current = token
    for _ in range(4):
        if current.dep_ not in {"conj", "appos"} or current.head is current:
            break
        current = current.head
    above = current.head if current.head is not current else None
    dep = current.dep_
    if dep in {"nsubj", "nsubjpass", "csubj"}:
        return "subj", above
    if dep in {"dobj", "dative", "attr", "oprd"}:
        return "obj", above
    if dep == "poss":
        return "poss", above
    if dep == "pobj":
        return ("agent" if above is not None and above.dep_ == "agent" else "prep"), above
    return ("loose" if dep in {"ROOT", "npadvmod", "dep", "intj"} else "other"), above


class People:
    """The mentions of a document's people in text order, and its pronouns he and she."""

    def __init__(
        self,
        analysis: Analysis,
        entities: Sequence[Entity],
        genders: Mapping[str, Gender | None],
        things: Collection[str] = (),
    ) -> None:
        """`things` are names of which the document tells that they are nobody's."""
        self.text = analysis.document.text
        self.genders: dict[str, Gender | None] = dict(genders)
        self.mentions: list[Mentioned] = []
        self.pronouns: list[Mentioned] = []
        self.sentences: list[int] = []
        self.nouns: dict[str, Mentioned] = {}
        """Where whoever is no entity is first spoken of, by owner."""
        self._holders = _holders(entities)
        self._strangers: dict[str, str] = {}
        self._things = things
        self._proper = {
            token.text
            for parsed in analysis.blocks
            for token in parsed.tokens
            if token.tag_ == "NNP" and not token.is_sent_start
        }
        named = _outermost((m.start, m.end, e.id) for e in entities if e.id in genders for m in e.mentions)
        at = 0
        for number, parsed in enumerate(analysis.blocks):
            last = at
            while last < len(named) and named[last][0] < end_of(parsed):
                last += 1
            self._read(number, parsed, named[at:last])
            at = last
        self.mentions.sort(key=lambda mention: mention.start)
        self._times = Counter(mention.owner for mention in self.mentions)
        self.starts = [mention.start for mention in self.mentions]

    def _read(self, number: int, parsed: ParsedBlock, named: Sequence[tuple[int, int, str]]) -> None:
        doc, offset = parsed.doc, parsed.offset
        covered: set[int] = set()
        found: list[Mentioned] = []
        for start, end, owner in named:
            piece = doc.char_span(start - offset, end - offset, alignment_mode="expand")
            if piece is not None and len(piece):
                covered.update(range(piece.start, piece.end))
                kind = "noun" if piece.root.tag_ == "NN" else "name"
                found.append(Mentioned(owner, kind, start, end, piece.root))
        sentence, quoted = len(self.sentences) - 1, False
        inside: list[bool] = []
        numbers: list[int] = []
        for token in parsed.tokens:
            if token.is_sent_start or not token.i:
                self.sentences.append(offset + token.idx)
                sentence += 1
            mark = token.text
            if mark == "“" or (mark == '"' and not quoted):
                quoted = True
            elif mark in {"”", '"'}:
                quoted = False
            inside.append(quoted)
            numbers.append(sentence)
            if token.i in covered:
                continue
            low = token.lower_
            start = offset + token.idx
            if low in FEMALE or low in MALE:
                found.append(Mentioned("", "pronoun", start, start + len(low), token))
            elif token.tag_ in {"NN", "NNP"} and _is_person(token, covered):
                definite = any(child.lower_ in _DEFINITE or child.dep_ == "poss" for child in token.children)
                holder = self._holders.get(low) if definite else None
                made = Mentioned(holder or f"@{start}", "noun", start, start + len(mark), token)
                made.definite = definite
                if holder is None:
                    self.genders[made.owner] = gender_of_words(low)
                found.append(made)
            elif (
                mark not in self._things
                and _may_be_somebody(token)
                and (not token.is_sent_start or mark in self._proper)
            ):
                owner = self._strangers.setdefault(mark, f"@{start}")
                self.genders.setdefault(owner, gender_of_forename(mark))
                found.append(Mentioned(owner, "name", start, start + len(mark), token))
        for mention in found:
            mention.block, mention.sentence = number, numbers[mention.token.i]
            mention.quoted = inside[mention.token.i]
            if mention.owner[:1] == "@":
                self.nouns.setdefault(mention.owner, mention)
            (self.pronouns if mention.kind == "pronoun" else self.mentions).append(mention)

    def times(self, owner: str) -> int:
        """How often the whole document names somebody."""
        return self._times[owner]

    def before(self, place: int) -> int:
        """How many mentions begin before a place."""
        return bisect_left(self.starts, place)

    def sentence_of(self, place: int) -> int:
        """The number of the sentence that holds a place."""
        return bisect_right(self.sentences, place) - 1


def _holders(entities: Iterable[Entity]) -> dict[str, str]:
    """Offices and trades of which the document names one holder, by their head word: whom "the senator" means."""
    told: dict[str, set[str]] = {}
    for entity in entities:
        for role in entity.roles:
            stem = re.split(r",|\s(?:of|for|at|in|to|and|&)\s", role.title)[0].split()
            if stem and is_role_head(stem[-1]):
                told.setdefault(stem[-1].lower().strip("."), set()).add(entity.id)
    return {head: next(iter(held)) for head, held in told.items() if len(held) == 1}


_DEFINITE = frozenset({"the", "this", "that"})
_NO_PERSON = frozenset({"compound", "appos", "attr", "amod", "nmod"})
"""Where a noun for a person stands for nobody new: in a name's title, beside the name, or said of somebody."""


def _outermost(mentions: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for start, end, owner in sorted(mentions, key=lambda m: (m[0], -m[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, owner))
    return kept


def _is_person(token: "Token", covered: set[int]) -> bool:
    if token.dep_ in _NO_PERSON or not (
        is_role_head(token.text) or (token.tag_ == "NN" and token.lemma_.lower() in PEOPLE)
    ):
        return False
    return not any(child.i in covered and child.dep_ in {"appos", "compound"} for child in token.children)


def _may_be_somebody(token: "Token") -> bool:
    """Whether a name that was not read as anybody's, or anything's, does what people do: is a subject or owns."""
    if token.tag_ != "NNP" or token.dep_ not in _ACTING or token.ent_type_ not in {"", "PERSON"}:
        return False
    word = token.text
    listed = opens_no_name(word) or is_day_or_month(word) or is_demonym(word) or is_creed(word) or is_place(word)
    return word[:1].isupper() and len(word) > 2 and word.isalpha() and not word.isupper() and not listed


_ACTING = frozenset({"nsubj", "nsubjpass", "poss"})


def gender_of(text: str, entity: Entity) -> Gender | None:
    """A person's sex as far as a title beside the name, the forename and the heads of roles tell, in this order."""
    for mention in entity.mentions[:20]:
        lead = text[max(0, mention.start - 12) : mention.start].split()
        if lead and is_honorific(lead[-1]):
            told = gender_of_words(lead[-1])
            if told:
                return told
    names = entity.name.split()
    told = gender_of_forename(names[0]) if len(names) > 1 or not is_surname(names[0]) else None
    heads = (re.split(r",|\s(?:of|for|and|&)\s", role.title)[0].split() for role in entity.roles)
    return told or next((told for head in heads if head and (told := gender_of_words(head[-1]))), None)
