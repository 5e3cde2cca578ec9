"""What words that point stand for: "I", "we", "here", "our country", "this administration", "it", "the drug".

They are read from the side of whoever holds the words. "We" of an official is the state spoken for; "here" is
where the words were spoken, or that state; "it" is the nearest thing that the same document makes, sells, moves
or takes. Where more than one reading stays open, the word is left as it is.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.anaphora import COLLECTIVES, PARTS, PLURAL, SINGULAR, SPEAKING, is_dummy, number_of, points
from onrecord.annotating.antecedents import MATERIAL_CLASSES, Referent, Setting, is_proper
from onrecord.annotating.phrases import is_noun, key_of, text_of, true_head
from onrecord.language.gazetteers import is_role_head
from onrecord.language.parsing import ParsedBlock
from onrecord.language.places import country_containing
from onrecord.language.predicates import class_of, scope
from onrecord.model.identity import fold
from onrecord.model.items import Statement
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

WE = frozenset({"we", "us", "our", "ours", "ourselves"})
I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741 - the pronoun
THING_PRONOUNS = frozenset({"it", "its", "itself", "them", "they", "their", "this", "that", "these", "those"})
PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
POSSESSIVES = frozenset({"my", "our", "its", "his", "her", "their", "your"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HEAD_ENDS = re.compile(r" (?:of|for|at|in|from|with|on|who|that|to|by)\b|,")
_CLAUSES_UP = 6
_COUNTING = frozenset({"several", "two", "three", "four", "many", "some", "both", "all", "most", "others", "those"})
_DOERS = ("er", "or", "ist", "man", "woman", "ian", "ee", "ant", "eur", "ress")
_NOBODY = frozenset(
    {"paper", "newspaper", "letter", "order", "poster", "flyer", "number", "other", "committee", "register", "centre",
     "center", "chapter", "error", "offer", "answer", "advisory"}
)  # fmt: skip
"""Nouns that end like a doer's and name nobody."""
_POINTING_WORDS = frozenset({"it", "them", "they", "him", "her", "us", "me"})
_STATE_NOUNS = frozenset({"country", "nation", "homeland", "republic", "state"})
_GOVERNMENT_NOUNS = frozenset({"government", "administration", "authority", "regime", "cabinet", "state"})


class Viewpoint(NamedTuple):
    """From whose side words are read: the statement they stand in and its speaker's party, name and place."""

    statement: Statement | None
    name: str | None
    entity: str | None
    party: str | None
    place: str | None


def viewpoint_of(statement: Statement | None) -> Viewpoint:
    """The side of a statement's speaker, or of the report where there is none."""
    if statement is None:
        return Viewpoint(None, None, None, None, None)
    speaker = statement.speaker
    return Viewpoint(statement, speaker.name or speaker.description, speaker.entity, speaker.party, statement.place)


def here(view: Viewpoint, setting: Setting, *, with_we: bool) -> Referent | None:
    """Where "here" is: where the words were spoken, else the state spoken for; beside "we", that state first."""
    party = setting.country(view.party) if view.party else None
    place = view.place
    country = (setting.country(place) or country_containing(place)) if place else None
    if party and (place is None or with_we or country == party):
        return Referent(party, fold(party), None, country=True, filled=True)
    if place:
        name = country or place
        return Referent(name, fold(name), None, country=country is not None, filled=True)
    return None


def ours(view: Viewpoint, setting: Setting) -> Referent | None:
    """Whom "we" stands for: the state or body that the speaker speaks for."""
    if view.party is None:
        return None
    country = setting.country(view.party)
    if country is None and not is_proper(view.party):
        return None
    name = country or view.party
    return Referent(name, fold(name), None, country=country is not None, filled=True)


def referent_of(token: "Token", parsed: ParsedBlock, view: Viewpoint, setting: Setting) -> Referent:
    """What a noun phrase or pronoun stands for, seen from a viewpoint; `open` where that stays unknown."""
    place = (parsed.offset + token.idx, view.statement.id if view.statement is not None else None)
    if place not in setting.resolved:
        setting.resolved[place] = _resolved(token, parsed, view, setting)
    return setting.resolved[place]


def _resolved(token: "Token", parsed: ParsedBlock, view: Viewpoint, setting: Setting) -> Referent:
    counts = is_noun(token) or token.pos_ == "NUM" or token.lower_ in PARTS
    head = true_head(token) if counts else token
    word = head.lower_
    span = parsed.token_span(head)
    if word in {"those", "these"} | PARTS and points(head):
        return _noun_meant(head, span, view, setting) or Referent(head.text, "", open=True)
    if head.pos_ == "PRON" or head.tag_ in {"PRP", "PRP$"}:
        return _pronoun(head, span, view, setting) or Referent(head.text, "", open=True)
    pointing = _pointing_phrase(head, view, setting)
    if pointing is not None:
        return pointing
    if word in scope().general_nouns or head.lemma_.lower() in scope().general_nouns:
        thing = _hypernym(head, span.start, setting)
        if thing is not None:
            return thing
    entity = setting.entity_at(span.start, span.end)
    if entity is not None and (head.pos_ == "PROPN" or entity.kind in {"person", "substance"}):
        country = setting.country(entity.name) if entity.kind in {"place", "organisation"} else None
        if head.ent_type_ == "NORP" and head.tag_ == "NNPS":
            country = None
        if country is None and entity.party and head.lemma_.lower() in _GOVERNMENT_NOUNS:
            country = setting.country(entity.party)
        name = country or entity.name
        if entity.kind == "substance":
            return Referent(text_of(head), key_of(head, setting.nouns), entity.id)
        return Referent(name, fold(name), entity.id, country=country is not None)
    if head.pos_ == "PROPN":
        text = text_of(head)
        country = setting.country(text) or (setting.country(head.text) if text.endswith(head.text) else None)
        if country and head.ent_type_ != "NORP" and head.tag_ != "NNPS":
            return Referent(country, fold(country), None, country=True)
        return Referent(text, fold(text))
    return Referent(text_of(head), key_of(head, setting.nouns), entity.id if entity is not None else None)


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


def _pronoun(head: "Token", span: Span, view: Viewpoint, setting: Setting) -> Referent | None:
    word = head.lower_
    if word in WE:
        return None if _is_everybody(head) else ours(view, setting)
    if word in I:
        return Referent(view.name, fold(view.name), view.entity, filled=True) if view.name else None
    entity = setting.entity_at(span[0], span[1])
    if entity is not None:
        country = setting.country(entity.name) if entity.kind in {"place", "organisation"} else None
        name = country or entity.name
        return Referent(name, fold(name), entity.id, country=country is not None, filled=True)
    if word in PERSON_PRONOUNS:
        owner = _own_subject(head) if head.tag_ == "PRP$" else None
        if owner is not None:
            return _of_subject(owner, head, span, view, setting)
        return _speaker_self(head, view, setting) or _person(span, view, setting)
    if word in SINGULAR | PLURAL and points(head):
        meant = _speaking_body(head, view, setting) or _noun_meant(head, span, view, setting)
        if meant is not None:
            return meant
    if word == "it" and head.dep_ not in {"expl"} and not is_dummy(head):
        if head.dep_ == "nsubj" or class_of(head.head.lemma_, "verb") not in MATERIAL_CLASSES:
            return _body(span, setting)
        thing = setting.thing_before(span[0])
        return Referent(thing[1], thing[0], filled=True) if thing else None
    return None


def _speaking_body(head: "Token", view: Viewpoint, setting: Setting) -> Referent | None:
    """The body that is reported to speak: "the firm said it had paid", if its words name nothing else before."""
    statement = view.statement
    if statement is None or statement.manner not in {"indirect", "mixed"} or view.name is None:
        return None
    noun = fold(view.name).rsplit(" ", 1)[-1]
    plural = noun in {"police", "officials", "authorities"} or (noun.endswith("s") and not view.entity)
    if plural != (head.lower_ in PLURAL) or not (setting.is_body(view.entity) or noun in COLLECTIVES or plural):
        return None
    if head.dep_ not in _SUBJECTS and head.dep_ != "poss":
        return None
    leads = head.dep_ in _SUBJECTS or (head.dep_ == "poss" and head.head.dep_ in _SUBJECTS)
    first = max(head.sent.start, head.i - 24)
    for token in reversed(head.doc[first : head.i]):
        if token.pos_ == "VERB" and token.lemma_ in SPEAKING:
            break
        rival = token.dep_ in _SUBJECTS if leads else token.dep_ not in {"compound", "amod"}
        if rival and is_noun(token) and (number_of(token) == "plural") == plural:
            return None
    country = setting.country(view.name) if setting.is_body(view.entity) else None
    name = country or view.name
    text = f"the {name}" if name[:1].islower() else name
    return Referent(text, fold(name), view.entity, country=country is not None, filled=True)


def _noun_meant(head: "Token", span: Span, view: Viewpoint, setting: Setting) -> Referent | None:
    """The noun spoken of before that "it", "they", "those" or "none" takes up, with its article."""
    noun = setting.noun_meant(span.start)
    if noun is None or _cannot_be(head, noun.token):
        return None
    referent = referent_of(noun.token, noun.parsed, view, setting)
    if referent.open or not referent.key:
        return None
    text = referent.text
    if _POINTING_WORDS.intersection(text.lower().split()):
        return None
    owned = any(c.dep_ == "poss" for c in noun.token.children)
    if noun.token.pos_ == "NOUN" and not (referent.country or referent.entity or owned):
        text = _without_quantity(noun.token, text)
        text = f"the {text[:1].lower() if text[1:].islower() else text[:1]}{text[1:]}"
    if head.lower_ in PARTS:
        text = f"{head.lower_} of {text}"
    return referent._replace(text=text, filled=True)


def _cannot_be(head: "Token", noun: "Token") -> bool:
    """Whether grammar keeps a pronoun from a noun: it stands inside the noun's phrase, or beside it as its object."""
    if head.doc is not noun.doc:
        return False
    if noun.i < head.i and _is_under(head, noun):
        return True
    verb = head.head.head if head.dep_ == "pobj" and head.head.dep_ in {"prep", "dative"} else head.head
    beside = head.dep_ in {"dobj", "pobj", "dative"} and noun.dep_ in _SUBJECTS and noun.head.i == verb.i
    return beside and not head.lower_.endswith(("self", "selves"))


def _without_quantity(noun: "Token", text: str) -> str:
    """A phrase without the word that says how many of it there are: "some labs", "a few mines"."""
    first = text.split(" ", 1)
    weak = scope().weak_quantities | scope().strong_quantities | {"this", "that", "these", "those", "another", "other"}
    return first[1] if len(first) == 2 and first[0].lower() in weak else text


def _person(span: Span, view: Viewpoint, setting: Setting) -> Referent | None:
    """The one person of the document that "he" or "she" can mean; a speaker's direct words never mean the speaker."""
    entity = setting.meant_by(span)
    direct = view.statement is not None and view.statement.manner in {"direct", "turn"}
    plural = entity is not None and entity.name.endswith("s") and entity.name.split()[-1].islower()
    if entity is None or plural or entity.kind == "place" or (direct and entity.id == view.entity):
        return None
    return Referent(entity.name, fold(entity.name), entity.id, filled=True)


def _body(span: Span, setting: Setting) -> Referent | None:
    entity = setting.meant_by(span)
    if entity is None:
        return None
    name = setting.country(entity.name) or entity.name
    return Referent(name, fold(name), entity.id, country=name != entity.name, filled=True)


def _is_everybody(head: "Token") -> bool:
    """Whether "we" takes in more than the speaker's side: "we all", "we are all", "both of us"."""
    around = head.doc[max(0, head.i - 2) : head.i + 3]
    return any(t.lower_ in {"all", "both"} and t.i != head.i for t in around)


def _own_subject(possessive: "Token") -> "Token | None":
    """The person before it who does what its clause says: "his" of "Lee, who ended his run", "the envoy ended his"."""
    clause = possessive.head
    for _ in range(_CLAUSES_UP):
        if clause.pos_ == "VERB" or clause.head.i == clause.i:
            break
        clause = clause.head
    for _ in range(_CLAUSES_UP):
        for child in clause.children:
            if child.dep_ == "nsubj" and child.i < possessive.i and not _is_under(possessive, child):
                noun = clause.head if child.tag_ == "WP" and clause.dep_ == "relcl" else child
                person = noun.ent_type_ == "PERSON" or noun.lower_ in {"he", "she"} or is_role_head(noun.lemma_.lower())
                return noun if person and noun.tag_ not in {"NNS", "NNPS"} else None
        if clause.dep_ not in {"xcomp", "advcl", "conj", "pcomp"}:
            return None
        clause = clause.head.head if clause.dep_ == "pcomp" else clause.head
    return None


def _is_under(token: "Token", top: "Token") -> bool:
    return top.left_edge.i <= token.i <= top.right_edge.i


def _of_subject(owner: "Token", head: "Token", span: Span, view: Viewpoint, setting: Setting) -> Referent | None:
    """Whom the subject names, if it can be the possessor; a subject without a name leaves the word as it is."""
    at = Span(span.start + owner.idx - head.idx, span.start + owner.idx - head.idx + len(owner.text))
    if owner.lower_ in {"he", "she"}:
        same = (owner.lower_ == "she") == (head.lower_ == "her")
        entity = setting.meant_by(at) if same else setting.meant_by(span)
    else:
        entity = setting.entity_at(at.start, at.end)
        if entity is not None and not setting.may_be(entity.id, head.lower_):
            entity = setting.meant_by(span)
    if entity is None or entity.kind not in {"person", "other"}:
        return None
    direct = view.statement is not None and view.statement.manner in {"direct", "turn"}
    if direct and entity.id == view.entity:
        return None
    return Referent(entity.name, fold(entity.name), entity.id, filled=True)


def _speaker_self(head: "Token", view: Viewpoint, setting: Setting) -> Referent | None:
    """The speaker, for the second pronoun of "he said he was there", if no other person stands between."""
    statement = view.statement
    if statement is None or statement.manner not in {"indirect", "mixed"} or view.name is None:
        return None
    if not (setting.may_be(view.entity, head.lower_) or (view.entity is None and is_somebody(view.name))):
        return None
    between = head.doc[max(0, head.i - 25) : head.i]
    persons = [t for t in between if t.ent_type_ == "PERSON" or t.lower_ in {"he", "she"}]
    names = {t.ent_id or t.text for t in persons}
    if len(names) > 2 or head.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    return Referent(view.name, fold(view.name), view.entity, filled=True)


def is_somebody(description: str) -> bool:
    """Whether a description without a name is of one person: "an engineer at the plant", not "a report"."""
    words = _HEAD_ENDS.split(description.lower(), maxsplit=1)[0].split()
    if not words or words[0] in _COUNTING or words[-1] in _NOBODY:
        return False
    return is_role_head(words[-1]) or words[-1].endswith(_DOERS)


def _pointing_phrase(head: "Token", view: Viewpoint, setting: Setting) -> Referent | None:
    lemma = head.lemma_.lower()
    if lemma not in _STATE_NOUNS and lemma not in _GOVERNMENT_NOUNS:
        return None
    country = country_modifier(head, setting)
    if country and lemma in _GOVERNMENT_NOUNS and head.tag_ in {"NN", "NNS", "NNP"}:
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


def _hypernym(head: "Token", start: int, setting: Setting) -> Referent | None:
    """What a general noun ("the drug", "this weapon") repeats: the thing spoken of just before, if there is one."""
    if head.tag_ != "NN" or not any(c.dep_ == "det" and c.lower_ in {"the", "this", "that"} for c in head.children):
        return None
    if any(c.dep_ in {"compound", "prep"} for c in head.children):
        return None
    thing = setting.thing_before(start)
    if thing is None or thing[0].split()[-1] == head.lemma_.lower():
        return None
    return Referent(thing[1], thing[0], filled=True)
