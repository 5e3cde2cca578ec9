"""Who takes part in a clause and where: arguments with their keys, and place phrases."""

from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.antecedents import Setting
from onrecord.annotating.deixis import referent_of
from onrecord.annotating.heads import links_of
from onrecord.annotating.ownside import here
from onrecord.annotating.phrases import is_noun, text_of
from onrecord.annotating.pointing import country_modifier
from onrecord.annotating.there import points_back
from onrecord.annotating.understood import governing
from onrecord.annotating.viewpoints import Viewpoint
from onrecord.language.parsing import ParsedBlock
from onrecord.language.places import is_place
from onrecord.language.predicates import class_of, scope
from onrecord.language.pronounwords import is_we
from onrecord.model.identity import fold
from onrecord.model.items import Argument, ArgumentRole

if TYPE_CHECKING:
    from onrecord.language.trees import Token


_PLACE_PREPOSITIONS = frozenset({"in", "at", "inside", "within", "across", "throughout", "near", "around", "on"})
_LINKS = frozenset({"in", "at", "on", "for", "of", "inside", "within", "behind", "under", "with", "by", "among", "to"})
"""Prepositions through which a deed's place is looked for."""
_DEPTH = 3


class Voice(NamedTuple):
    """Where a clause is read: its block, the side it is read from, the document's antecedents."""

    parsed: ParsedBlock
    view: Viewpoint
    setting: Setting


def argument(role: ArgumentRole, token: "Token", voice: Voice) -> Argument:
    """What a word of the clause contributes in a role, resolved."""
    referent = referent_of(token, voice.parsed, voice.view, voice.setting)
    span = voice.parsed.span_of(token.doc[_left(token) : token.i + 1]) if is_noun(token) else None
    spans = (span or voice.parsed.token_span(token),)
    return Argument(
        role=role, text=referent.text, key=referent.key, entity=referent.entity, spans=spans, filled=referent.filled
    )


def _left(token: "Token") -> int:
    start = token.i
    for child in token.children:
        if child.i < start and child.dep_ in {"compound", "amod", "nummod", "poss", "det", "quantmod", "nmod"}:
            start = child.left_edge.i
    return max(start, token.i - 12)


def complete(arguments: list[Argument], voice: Voice, *, fill: bool = True) -> tuple[Argument, ...]:
    """Without repeated participants; an agent that is a state also says where, unless another place is given."""
    others = (a for a in arguments if a.role not in {"agent", "attribute"})
    if fill and not any(a.role == "place" or voice.setting.country(a.text) for a in others):
        for one in arguments:
            country = voice.setting.country(one.text) if one.role == "agent" else None
            if country:
                arguments.append(
                    Argument(role="place", text=country, key=fold(country), entity=one.entity, filled=True)
                )
                break
    unique: dict[tuple[str, str], Argument] = {}
    for one in arguments:
        unique.setdefault((one.role, one.key), one)
    return tuple(unique.values())


def places_under(tokens: "list[Token]", voice: Voice) -> list[Argument]:
    """Where: place phrases directly under these words, "here", and "here in X"."""
    found: list[Argument] = []
    for token in tokens:
        for link in links_of(token):
            if link.lower_ in _PLACE_PREPOSITIONS:
                for noun in link.children:
                    if noun.dep_ == "pobj" and is_place_noun(noun, voice.setting):
                        found.append(place_argument(_named_around(noun, voice.setting) or noun, voice))
        for child in token.children:
            if child.lower_ == "there" and child.dep_ == "advmod":
                found.extend(_pointed_there(child, voice))
            elif child.dep_ in {"advmod", "npadvmod"} and child.lower_ == "here":
                explicit = places_under([child], voice)
                found.extend(explicit or _pointed_here(child, token, voice))
    return found


def _named_around(noun: "Token", setting: Setting) -> "Token | None":
    """The named place that a site lies in: of "at a plant in Bergen", Bergen."""
    if noun.pos_ == "PROPN":
        return None
    for link in noun.children:
        if link.dep_ == "prep" and link.lower_ in _PLACE_PREPOSITIONS:
            for inner in link.children:
                if inner.dep_ == "pobj" and inner.pos_ == "PROPN" and is_place_noun(inner, setting):
                    return inner
    return None


def places_within(tokens: "list[Token]", voice: Voice) -> list[Argument]:
    """Where, told deeper in what stands under these words: "the wait for beds in Harl has grown"."""
    nouns = [(noun, 0) for token in tokens for noun in _linked(token)]
    for noun, depth in nouns:
        found = places_under([noun], voice)
        if found:
            return found
        if depth < _DEPTH:
            nouns.extend((inner, depth + 1) for inner in _linked(noun))
    return []


def _linked(token: "Token") -> "list[Token]":
    links = (c for c in token.children if c.dep_ == "prep" and c.lower_ in _LINKS)
    return [c for link in links for c in link.children if c.dep_ == "pobj"]


def place_argument(noun: "Token", voice: Voice) -> Argument:
    """A place; works and grounds named after a town stand for the town: "at the Harl depot"."""
    one = argument("place", noun, voice)
    if noun.pos_ == "PROPN" or one.entity is not None or one.filled:
        return one
    names = [c for c in noun.children if c.i < noun.i and c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN"]
    if not names or any(c.dep_ == "poss" for c in noun.children):
        return one
    name = text_of(names[-1])
    if names[-1].ent_type_ in {"GPE", "LOC"} or voice.setting.names_place(name):
        country = voice.setting.country(name)
        return Argument(role="place", text=country or name, key=fold(country or name), spans=one.spans)
    return Argument(role="place", text=one.text, key=f"{fold(name)} {one.key}", spans=one.spans)


def _pointed_here(word: "Token", head: "Token", voice: Voice) -> list[Argument]:
    with_we = any(is_we(c.text) for c in head.children)
    where = here(voice.view, voice.setting, with_we=with_we)
    if where is None:
        return []
    return [Argument(role="place", text=where.text, key=where.key, spans=(voice.parsed.token_span(word),), filled=True)]


def _pointed_there(word: "Token", voice: Voice) -> list[Argument]:
    """The place named last before "there"."""
    at = voice.parsed.offset + word.idx
    told = voice.setting.there(at) if points_back(word) else None
    named_last = voice.setting.place_before(at)
    if told is not None and not (named_last and named_last in text_of(told.noun)):  # "at its Karvel smelter"
        named = _named_around(told.noun, voice.setting)
        one = place_argument(named or told.noun, voice._replace(parsed=told.parsed))
        return [Argument(role="place", text=one.text, key=one.key, entity=one.entity, spans=one.spans, filled=True)]
    if named_last is None:
        return []
    country = voice.setting.country(named_last) or named_last
    return [
        Argument(role="place", text=country, key=fold(country), spans=(voice.parsed.token_span(word),), filled=True)
    ]


def relative_place(head: "Token", voice: Voice) -> list[Argument]:
    """In "labs in Norland where it is made": Norland, else the labs."""
    if head.dep_ not in {"relcl", "acl"} or not any(c.lower_ == "where" for c in head.children):
        return []
    noun = head.head
    if not is_noun(noun):
        return []
    inner = places_under([noun], voice)
    country = country_modifier(noun, voice.setting)
    if inner:
        return inner
    if country:
        return [Argument(role="place", text=country, key=fold(country))]
    verb = governing(noun)
    above = places_under([verb], voice) if verb is not None else []
    return above or [argument("place", noun, voice)]


def is_place_noun(noun: "Token", setting: Setting) -> bool:
    """Whether a noun tells where: a named place, a state of this document, a site, or a word such as "border"."""
    if noun.ent_type_ in {"GPE", "LOC", "FAC"}:
        return True
    if noun.lemma_.lower() in scope().place_nouns or class_of(noun.lemma_, "site") is not None:
        return True
    if noun.pos_ != "PROPN" or noun.ent_type_ in {"DATE", "TIME"}:
        return False
    return (noun.ent_type_ != "PERSON" and is_place(noun.text)) or setting.names_place(text_of(noun))


def names_something(noun: "Token") -> bool:
    """Whether a word can be a participant."""
    return is_noun(noun) or noun.pos_ in {"PRON", "NUM"}
