"""Noun phrases that point: "our country", "this administration", "Norland's government", "the drug", "the plant"."""

from typing import TYPE_CHECKING

from onrecord.annotating.antecedents import Referent, Setting
from onrecord.annotating.phrases import text_of
from onrecord.annotating.recalled import calls_again
from onrecord.annotating.viewpoints import Viewpoint
from onrecord.language.gazetteers import is_role_head
from onrecord.language.parsing import ParsedBlock
from onrecord.model.identity import fold

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_STATE_NOUNS = frozenset({"country", "nation", "republic", "state"})
GOVERNMENT_NOUNS = frozenset({"government", "administration", "authority", "regime", "cabinet", "state"})


def country_modifier(head: "Token", setting: Setting) -> str | None:
    """The country of an adjective, possessor or compound before a noun ("Swedish labs", "China's plants")."""
    for child in head.children:
        if child.i > head.i:
            break
        if child.dep_ in {"amod", "poss", "compound", "nmod"} and child.text[:1].isupper():
            country = setting.country(text_of(child)) or setting.country(child.text)
            if country:
                return country
    return None


def pointing_phrase(head: "Token", view: Viewpoint, setting: Setting) -> Referent | None:
    """The state that a phrase such as "our country" or "this administration" stands for."""
    lemma = head.lemma_.lower()
    if lemma not in _STATE_NOUNS and lemma not in GOVERNMENT_NOUNS:
        return None
    country = country_modifier(head, setting)
    if country and lemma in GOVERNMENT_NOUNS and head.tag_ in {"NN", "NNS", "NNP"}:
        return Referent(country, fold(country), None, country=True)
    determiner = next((c.lower_ for c in head.children if c.dep_ in {"det", "poss"}), "")
    own = determiner in {"our", "my"} or (determiner == "this" and view.statement is not None)
    own = own or (determiner in {"his", "her"} and view.statement is not None and view.statement.manner != "direct")
    if own and head.tag_ == "NN" and view.party:
        party = setting.country(view.party)
        if party:
            return Referent(party, fold(party), None, country=True, filled=True)
    counted = any(c.dep_ == "nummod" for c in head.children)
    if determiner == "the" and lemma in {"country", "nation"} and head.tag_ == "NN" and not (country or counted):
        return _only_country(head, setting)
    return None


def _only_country(head: "Token", setting: Setting) -> Referent | None:
    """The one state that a sentence has named before it says "the country"."""
    first = max(head.sent.start, head.i - 60)
    words = [
        t for t in head.doc[first : head.i] if t.ent_type_ == "GPE" or (t.ent_type_ == "NORP" and t.dep_ == "amod")
    ]
    named = {setting.country(t.text) for t in words} - {None}
    country = next(iter(named)) if len(named) == 1 else None
    return Referent(country, fold(country), None, country=True, filled=True) if country else None


def hypernym(head: "Token", start: int, setting: Setting) -> Referent | None:
    """What a general noun ("the drug", "this weapon") repeats: the thing spoken of just before, if there is one."""
    if head.tag_ != "NN" or not any(c.dep_ == "det" and c.lower_ in {"the", "this", "that"} for c in head.children):
        return None
    if any(c.dep_ in {"compound", "prep"} for c in head.children):
        return None
    thing = setting.thing_before(start)
    if thing is None or thing[0].split()[-1] == head.lemma_.lower():
        return None
    return Referent(thing[1], thing[0], filled=True)


def in_full(head: "Token", setting: Setting) -> Referent | None:
    """The body that one word with an article names short: "the Trust"."""
    if [c.dep_ for c in head.children if not c.is_punct and c.dep_ != "case"] != ["det"]:
        return None
    entity = setting.in_full(head.text)
    if entity is None:
        return None
    text = f"the {entity.name.removeprefix('The ').removeprefix('the ')}"
    return Referent(text, fold(entity.name), entity.id, filled=True)


def recalled(head: "Token", start: int, setting: Setting) -> Referent | None:
    """The body, office holder or thing that a bare definite noun calls again."""
    if not calls_again(head):
        return None
    entity = setting.described(head.lower_, start) if head.tag_ == "NN" else None
    if entity is None or entity.kind == "place":
        return setting.recalled(head, start)
    country = setting.country(entity.name) if entity.kind == "organisation" else None
    name = country or entity.name
    articled = country is None and (name.split()[-1].islower() or name.lower().endswith(f" {head.lower_}"))
    text = f"the {name.removeprefix('the ')}" if articled and not name.startswith("The ") else name
    return Referent(text, fold(name), entity.id, country=country is not None, filled=True)


def named_beside(head: "Token", parsed: ParsedBlock, setting: Setting) -> Referent | None:
    """The person whom a name set off behind an office names: "the governor, Ola Frisk,"."""
    if head.tag_ != "NN":
        return None
    name = next((c for c in head.children if c.dep_ == "appos" and c.i > head.i), None)
    if name is None or name.pos_ != "PROPN" or not is_role_head(head.lemma_.lower()):
        return None
    span = parsed.token_span(name)
    entity = setting.entity_at(span.start, span.end)
    if entity is None or entity.kind != "person":
        return None
    return Referent(entity.name, fold(entity.name), entity.id)
