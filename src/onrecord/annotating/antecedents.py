"""What a document has spoken of: its entities by place, the states it stands for, and the things "it" can mean."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.anaphora import PLURAL, TIMES, Anaphors, Noun, number_of
from onrecord.annotating.phrases import AMOUNTS, NOMINAL, NOUN_PLACES, is_noun, key_of
from onrecord.annotating.recalled import Mentions
from onrecord.annotating.there import Whereabouts, pointed_to, whereabouts_in
from onrecord.language.coreference import Referents
from onrecord.language.descriptions import is_firm_noun
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.language.people import FEMALE
from onrecord.language.places import country_of
from onrecord.language.predicates import class_of, scope
from onrecord.model.identity import fold
from onrecord.model.items import Entity, Statement
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

    Words = list[tuple[ParsedBlock, tuple[Token, ...]]]

MATERIAL_CLASSES = frozenset(
    {"produce", "traffic", "consume", "supply", "seize", "sell", "buy", "import", "export", "grow", "extract", "trade",
     "store", "receive"}
)  # fmt: skip
"""Classes of deeds done to things: what undergoes them in a document is what its "it" can mean."""
_MEASURED = frozenset({"MONEY", "PERCENT", "QUANTITY", "DATE", "TIME"})
_LARGE = frozenset({"thousand", "million", "billion", "trillion"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PARTS_OF = frozenset(
    {"half", "most", "many", "some", "all", "none", "third", "quarter", "number", "majority", "dozens"}
)
FEWEST_MENTIONS = 2
"""How often a business must be named to be called "the company" again: slips of reading come once."""
_NEAR = 700
"""Characters back in which an antecedent of "it" is looked for: about four sentences."""
_NEAR_PLACE = 300
"""Characters back in which the place that "there" means is looked for."""
_SMALL_WORDS = frozenset({"of", "the", "for", "and", "&", "on", "at", "in"})


class Referent(NamedTuple):
    """What a phrase stands for: its reading text, comparing key, entity id, whether a country, and how it was known."""

    text: str
    key: str
    entity: str | None = None
    country: bool = False
    filled: bool = False
    open: bool = False


class Setting:
    """Everything in a document that pointing words are read by. Built once a document; look-ups are by bisection."""

    __slots__ = (
        "_anaphors",
        "_asked",
        "_counted",
        "_ends",
        "_entities",
        "_meant",
        "_mention_ends",
        "_mention_owners",
        "_mention_starts",
        "_places",
        "_recalled",
        "_referents",
        "_text",
        "_there",
        "_thing_counts",
        "_thing_keys",
        "_thing_lemmas",
        "_thing_starts",
        "_thing_texts",
        "nouns",
        "resolved",
    )

    def __init__(self, analysis: Analysis, entities: tuple[Entity, ...], statements: tuple[Statement, ...]) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._referents = Referents(analysis, entities)
        self._text = analysis.document.text
        self._ends = _ends(entities)
        self._anaphors = Anaphors(analysis)
        self._recalled = Mentions(analysis)
        self._there = whereabouts_in(analysis)
        words = [(parsed, parsed.tokens) for parsed in analysis.blocks]
        self._counted = [Noun(token, parsed, 0, "") for parsed, token in _counted(words)]
        self._asked: tuple[ParsedBlock, list[Noun]] | None = None
        self.resolved: dict[tuple[int, str | None], Referent] = {}
        self._meant: dict[Span, Entity | None] = {}
        mentions = sorted(
            ((m.start, -m.end, entity.id) for entity in entities for m in entity.mentions), key=lambda m: m[:2]
        )
        self._mention_starts = [start for start, _, _ in mentions]
        self._mention_ends = [-end for _, end, _ in mentions]
        self._mention_owners = [owner for _, _, owner in mentions]
        parties = {entity.party for entity in entities} | {s.speaker.party for s in statements}
        bodies = {entity.name for entity in entities if entity.kind in {"organisation", "person"}}
        parties = {party for party in parties if party and party not in bodies and _is_state_name(party)}
        named = {entity.name for entity in entities if entity.kind == "place"}
        self._places = {fold(name): name for name in sorted(filter(None, parties | named))}
        self.nouns = _nouns(words)
        things = sorted(_things(words, self.nouns))
        self._thing_starts = [start for start, _, _ in things]
        self._thing_keys = [key for _, key, _ in things]
        self._thing_counts = Counter(self._thing_keys)
        self._thing_texts = [text for _, _, text in things]
        self._thing_lemmas = frozenset(key.rsplit(" ", 1)[-1] for key in self._thing_keys)

    def entity_at(self, start: int, end: int) -> Entity | None:
        """The entity whose mention covers these characters: the longest such mention."""
        at = bisect_right(self._mention_starts, start) - 1
        best: Entity | None = None
        widest = 0
        for index in range(at, max(-1, at - 6), -1):
            if self._mention_ends[index] >= end and self._mention_ends[index] - self._mention_starts[index] > widest:
                widest = self._mention_ends[index] - self._mention_starts[index]
                best = self._entities[self._mention_owners[index]]
        return best

    def country(self, words: str) -> str | None:
        """The state that words name: one of the world's, or one that this document's speakers stand for."""
        return country_of(words) or self._parties_named(words)

    def names_place(self, words: str) -> bool:
        """Whether a name is one that this document itself treats as a place or a state."""
        return self._parties_named(words) is not None

    def hear(self, at: int, entity: str) -> None:
        """Note who was found speaking at this place."""
        if entity in self._entities:
            self._referents.speak(at, self._entities[entity])

    def meant_by(self, pronoun: Span) -> Entity | None:
        """The entity that a third-person pronoun means, if only one can be meant."""
        if pronoun not in self._meant:
            self._meant[pronoun] = self._referents.pronoun(pronoun)
        return self._meant[pronoun]

    def noun_meant(self, start: int) -> Noun | None:
        """The noun that "it", "they" or "those" beginning here stands for, if one is likely enough."""
        return self._anaphors.meant_by(start)

    def described(self, noun: str, start: int) -> Entity | None:
        """The body or office holder that "the company" or "the minister" beginning here means."""
        entity = self._referents.description(f"the {noun}", start) or self.in_full(noun)
        if entity is None or not is_firm_noun(noun) or entity.name.lower().endswith(noun):
            return entity
        return None if self._is_office(entity) else entity

    def in_full(self, word: str) -> Entity | None:
        """The one body whose name ends in a word: "the trust" of the Harl Health Trust."""
        return self._ends.get(word.lower())

    def _is_office(self, body: Entity) -> bool:
        """Whether a name that could be a business's is no such name: it is met but once, or as "the Inspectorate"."""
        before = {self._text[max(0, m.start - 4) : m.start].lower() for m in body.mentions[:FEWEST_MENTIONS]}
        single = len(body.mentions) < FEWEST_MENTIONS and " " not in body.name
        return single or before == {"the "}

    def recalled(self, noun: "Token", start: int) -> Referent | None:
        """The thing introduced more fully before that a bare definite noun calls again."""
        full = self._recalled.of(noun, start)
        if full is None:
            return None
        same = full.noun.lemma_ == noun.lemma_  # what another noun calls again keeps its own key: "the building"
        return Referent(full.text, key_of(full.noun if same else noun, self.nouns), filled=True)

    def body_meant(self, start: int) -> Noun | None:
        """The body without a name that "it" beginning here stands for where it speaks or decides."""
        return self._anaphors.body_before(start)

    def somebody_meant(self, pronoun: Span) -> Noun | None:
        """The noun that "he" or "she" stands for, where that is nobody with a name: "a nurse from the valley"."""
        phrase = self._referents.person_phrase(pronoun)
        return self._anaphors.noun_within(phrase) if phrase is not None else None

    def counted_before(self, start: int, *, near: int = _NEAR) -> Noun | None:
        """The noun that was counted last before this place: of "six ferries", the ferries."""
        at = bisect_left(self._counted, start, key=lambda noun: noun.start) - 1
        return self._counted[at] if at >= 0 and start - self._counted[at].start <= near else None

    def ask(self, parsed: ParsedBlock, sentence: "Piece") -> None:
        """Note what a turn's question is about, for the pronouns of the turn that answers it."""
        if parsed.block.kind != "turn":
            self._asked = None
        elif sentence.text.rstrip().endswith("?"):
            whole = any(t.pos_ in {"VERB", "AUX"} for t in sentence)
            nouns = [t for t in sentence if _can_be_asked(t) and (whole or t.dep_ == "ROOT")]
            asked = [Noun(token, parsed, 0, "") for token in nouns]
            who = any(t.lower_ == "who" for t in sentence)  # whoever did it is nobody whom the question names
            self._asked = (parsed, [noun for noun in asked if not (who and noun.person)])
        elif self._asked is not None and self._asked[0].index + 1 < parsed.index:
            self._asked = None

    def asked_about(self, pronoun: "Token", parsed: ParsedBlock) -> Noun | None:
        """The one noun of the question just asked in another turn that a pronoun can mean."""
        if self._asked is None or self._asked[0].index + 1 != parsed.index:
            return None
        word = pronoun.lower_
        number = "plural" if word in PLURAL else "singular"
        person = word in {"he", "she", "him"}
        fitting = [
            noun
            for noun in self._asked[1]
            if number_of(noun.token) == number and (number == "plural" or (noun.person or _is_named(noun)) == person)
        ]
        if len({noun.token.lemma_ for noun in fitting}) > 1:
            fitting = [noun for noun in fitting if noun.token.dep_ != "pobj"]  # "the growth beneath the line"
        return fitting[0] if len({noun.token.lemma_ for noun in fitting}) == 1 else None

    def place_before(self, offset: int) -> str | None:
        """The place that was named last, not far before."""
        at = bisect_left(self._mention_starts, offset) - 1
        for index in range(at, max(-1, at - 6), -1):
            if offset - self._mention_starts[index] > _NEAR_PLACE:
                break
            entity = self._entities[self._mention_owners[index]]
            if entity.kind == "place":
                return entity.name
        return None

    def there(self, start: int) -> Whereabouts | None:
        """The phrase that told where, which "there" beginning here points back to."""
        return pointed_to(start, self._there)

    def is_body(self, speaker: str | None) -> bool:
        """Whether a speaker is an organisation or a place that speaks for one."""
        entity = self._entities.get(speaker) if speaker else None
        return entity is not None and entity.kind in {"organisation", "place"}

    def may_be(self, speaker: str | None, pronoun: str) -> bool:
        """Whether "he" or "she" can mean this speaker: a person, and of no other sex as far as is known."""
        entity = self._entities.get(speaker) if speaker else None
        if entity is None:
            return False
        gender = self._referents.gender(entity)
        return entity.kind in {"person", "other"} and gender in {None, "female" if pronoun in FEMALE else "male"}

    def gender(self, person: str | None) -> str | None:
        """A person's sex, as far as the text tells."""
        entity = self._entities.get(person) if person else None
        return self._referents.gender(entity) if entity is not None else None

    def is_thing(self, lemma: str) -> bool:
        """Whether the document speaks somewhere of making, moving, selling, using or taking this."""
        return lemma in self._thing_lemmas

    def thing_before(self, offset: int) -> tuple[str, str] | None:
        """Key and text of the one thing that "it" can mean here, or `None` where two are as near."""
        at = bisect_left(self._thing_starts, offset)
        keys: dict[str, str] = {}
        for index in range(at - 1, max(-1, at - 9), -1):
            if offset - self._thing_starts[index] > _NEAR:
                break
            keys.setdefault(self._thing_keys[index], self._thing_texts[index])
        if not keys:
            return None
        nearest = next(iter(keys))
        rivals = {key for key in keys if not (set(key.split()) & set(nearest.split()))}
        if rivals:
            counts = {key: self._thing_counts[key] for key in (nearest, *rivals)} if len(keys) < 6 else {}
            if not counts or counts[nearest] < 2 * max(counts[key] for key in rivals):
                return None
        return nearest, keys[nearest]

    def _parties_named(self, words: str) -> str | None:
        return self._places.get(fold(words.removesuffix("'s").removesuffix("’s")))


def _counted(words: "Words") -> "Iterator[tuple[ParsedBlock, Token]]":
    """The plural nouns that stand with a number or after "half of": "six ferries", "half of the nurses"."""
    for parsed, tokens in words:
        for token in tokens:
            if any(c.lower_ in _LARGE for n in token.children if n.dep_ == "nummod" for c in (n, *n.children)):
                continue  # "six million crowns" are an amount
            if token.tag_ != "NNS" or token.lemma_.lower() in TIMES or token.ent_type_ in _MEASURED:
                continue
            part = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
            if any(c.dep_ == "nummod" for c in token.children) or (
                part is not None and (part.pos_ == "NUM" or part.lower_ in _PARTS_OF)
            ):
                yield parsed, token


def _ends(entities: Iterable[Entity]) -> dict[str, Entity]:
    """The bodies by the last word of a name of several words, where only one ends so."""
    found: dict[str, list[Entity]] = {}
    for entity in entities:
        words = entity.name.lower().split()
        if entity.kind == "organisation" and len(words) > 1:
            found.setdefault(words[-1], []).append(entity)
    return {word: bodies[0] for word, bodies in found.items() if len(bodies) == 1}


def _can_be_asked(token: "Token") -> bool:
    named = token.pos_ == "PROPN" and token.ent_type_ == "PERSON" and token.dep_ in _SUBJECTS
    if not (token.pos_ == "NOUN" or named) or token.ent_type_ in AMOUNTS:
        return False
    return token.dep_ not in {"compound", "nmod", "npadvmod", "amod"} and token.lemma_.lower() not in TIMES


def _is_named(noun: Noun) -> bool:
    return noun.token.pos_ == "PROPN"


def is_proper(name: str) -> bool:
    """Whether a party's name is a name and no description."""
    return all(word[:1].isupper() or word in _SMALL_WORDS for word in name.split())


def _is_state_name(name: str) -> bool:
    return len(name.split()) <= 3 and is_proper(name)


def _nouns(words: "Words") -> frozenset[str]:
    """Words that the document uses in a noun's place, however they are tagged elsewhere."""
    found: set[str] = set()
    for _, tokens in words:
        for token in tokens:
            if token.dep_ in NOUN_PLACES and token.pos_ in {"NOUN", "PROPN", "ADJ", "X"} and token.text[:1].islower():
                before = token.nbor(-1).lower_ if token.i else ""
                if token.pos_ == "NOUN" or before != "the":
                    found.add(token.lower_)
    return frozenset(found)


def _things(words: "Words", known: frozenset[str]) -> Iterable[tuple[int, str, str]]:
    """Where the document speaks of what it says is made, moved, sold, used or taken: start, key and text."""
    keys: set[str] = set()
    nouns: list[tuple[int, str, Token]] = []
    for parsed, tokens in words:
        for token in tokens:
            noun = token.pos_ in NOMINAL or (token.pos_ in {"ADJ", "X"} and token.lower_ in known)
            if not noun or token.ent_type_ in {"PERSON", "GPE", "DATE", "TIME", "NORP"}:
                continue
            if token.tag_ in {"NNP", "NNPS"} and token.ent_type_ in {"ORG", "LOC", "FAC"}:
                continue
            nouns.append((parsed.offset + token.idx, token.lemma_.lower(), token))
            if _is_material_theme(token):
                keys.add(token.lemma_.lower())
    keys -= scope().general_nouns | scope().partitives
    keys = {key for key in keys if class_of(key, "noun") not in MATERIAL_CLASSES}
    for start, lemma, token in nouns:
        if lemma in keys:
            alone = token.dep_ in {"compound", "amod"}
            yield start, (fold(token.lemma_) if alone else key_of(token, known)), token.text


def _is_material_theme(token: "Token") -> bool:
    if token.dep_ in {"dobj", "nsubjpass"} and token.head.pos_ == "VERB":
        return class_of(token.head.lemma_, "verb") in MATERIAL_CLASSES
    if token.dep_ in {"compound", "amod"} and is_noun(token.head):
        return class_of(token.head.lemma_, "noun") in MATERIAL_CLASSES
    if token.dep_ == "pobj" and token.head.lower_ == "of" and is_noun(token.head.head):
        noun = token.head.head.lemma_
        return (class_of(noun, "noun") or class_of(noun, "agent")) in MATERIAL_CLASSES
    return False
