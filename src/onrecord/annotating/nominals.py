"""Nouns that pack a proposition: deeds ("output"), doers ("producer") and sites ("mill"), with what they are about."""

from typing import TYPE_CHECKING

from onrecord.annotating.antecedents import MATERIAL_CLASSES, Setting
from onrecord.annotating.participants import Voice, argument, complete, is_place_noun, places_under
from onrecord.annotating.phrases import is_noun, lemma_of
from onrecord.annotating.pointing import country_modifier
from onrecord.language.predicates import class_of, classes, derived_class
from onrecord.model.identity import fold
from onrecord.model.items import Argument, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token


_THEME_PREPOSITIONS = frozenset({"of", "on", "for", "in", "against", "over"})


def nominal_class(noun: "Token") -> tuple[str, str] | None:
    """The predicate class of a noun that names a deed, its doer or its site, and which of the three it is."""
    lemma = noun.lemma_.lower()
    for kind in ("noun", "agent", "site"):
        found = class_of(lemma, kind)
        if found:
            return found, kind
    found = derived_class(lemma, "noun") if lemma.endswith(("tion", "sion", "ment", "ing")) else None
    return (found, "noun") if found else None


def nominal_theme(noun: "Token", kind: str, setting: Setting) -> "Token | None":
    """What a deverbal noun's deed is done to: its compound, or what "of", "on", "for", "against" name."""
    for child in noun.children:
        if child.dep_ != "prep" or child.i < noun.i or kind == "site":
            continue
        if child.lower_ != "of" and not (child.lower_ in _THEME_PREPOSITIONS and kind == "noun"):
            continue
        inner = next((c for c in child.children if c.dep_ == "pobj"), None)
        if inner is None or not (is_noun(inner) or inner.pos_ in {"PRON"}) or inner.ent_type_ in {"DATE", "TIME"}:
            continue
        if child.lower_ != "in" or (not is_place_noun(inner, setting) and changes(noun)):
            return inner
    for child in reversed([c for c in noun.children if c.i < noun.i]):
        if child.dep_ in {"compound", "nmod"} and child.pos_ == "NOUN" and child.ent_type_ not in {"GPE", "DATE"}:
            same = class_of(lemma_of(child), "noun")
            if same is not None and same == class_of(lemma_of(noun), "noun"):
                return nominal_theme(child, kind, setting)
            return child
        if child.dep_ == "amod" and setting.is_thing(child.lemma_.lower()):
            return child
    top = noun.head if noun.dep_ in {"compound", "nmod"} else noun
    if top is not noun:
        for child in top.children:
            if child.i < noun.i and child.dep_ in {"amod", "compound"} and setting.is_thing(child.lemma_.lower()):
                return child
    return None


def has_theme(noun: "Token", voice: Voice) -> bool:
    """Whether a deverbal noun says, or leaves no doubt, what its deed is done to."""
    return nominal_theme(noun, "noun", voice.setting) is not None or _understood(noun, voice) is not None


def _understood(noun: "Token", voice: Voice) -> Argument | None:
    """The theme of a bare "production": what the document has been speaking of, where that is one thing."""
    if class_of(lemma_of(noun), "noun") not in MATERIAL_CLASSES:
        return None
    thing = voice.setting.thing_before(voice.parsed.token_span(noun).start)
    return Argument(role="theme", text=thing[1], key=thing[0], filled=True) if thing is not None else None


def changes(noun: "Token") -> bool:
    """Whether a noun names a change of what "in" brings ("a rise in prices")."""
    found = class_of(lemma_of(noun), "noun")
    return found is not None and bool(classes()[found].middle)


def nominal_proposition(noun: "Token", name: str, kind: str, voice: Voice) -> Proposition:
    """The proposition that a deverbal noun packs: "Norland's steel output", "mills in Norland", "seizure by police"."""
    setting = voice.setting
    top = noun
    while top.dep_ in {"compound", "nmod"} and is_noun(top.head):
        top = top.head
    arguments: list[Argument] = []
    theme = nominal_theme(noun, kind, setting)
    if theme is not None:
        arguments.append(argument("theme", theme, voice))
    elif kind == "noun" and (understood := _understood(noun, voice)) is not None:
        arguments.append(understood)
    doers = [c for c in (*noun.children, *top.children) if c.dep_ == "poss" and c.ent_type_ not in {"DATE", "TIME"}]
    doer = doers[0] if doers else None
    for child in (*noun.children, *(top.children if top is not noun else ())):
        if child.dep_ == "prep" and child.lower_ == "by":
            doer = doer or next((c for c in child.children if c.dep_ == "pobj"), None)
    if doer is not None and kind == "noun":
        arguments.append(argument("agent", doer, voice))
    things = {span for one in arguments for span in one.spans}  # "talks on the Harl river" are not held in it
    arguments.extend(p for p in places_under([noun] if top is noun else [noun, top], voice) if not things & {*p.spans})
    if not any(a.role == "place" for a in arguments):
        country = country_modifier(noun, setting) or (country_modifier(top, setting) if top is not noun else None)
        if country:
            arguments.append(Argument(role="place", text=country, key=fold(country)))
    return Proposition(predicate=name, arguments=complete(arguments, voice))
