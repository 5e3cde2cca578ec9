"""What words that point stand for: "I", "we", "here", "our country", "this administration", "it", "the drug".

They are read from the side of whoever holds the words. "We" of an official is the state spoken for; "here" is
where the words were spoken, or that state; "it" is the nearest thing that the same document makes, sells, moves
or takes. Where more than one reading stays open, the word is left as it is.
"""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.anaphora import (
    COLLECTIVES,
    PARTS,
    PLURAL,
    SPEAKING,
    Noun,
    bare_number,
    is_dummy,
    number_of,
    points,
    takes_part,
)
from onrecord.annotating.antecedents import MATERIAL_CLASSES, Referent, Setting
from onrecord.annotating.heads import embeddings_at
from onrecord.annotating.ownclause import cannot_be, claimant, first_subject, own_subject, possessor
from onrecord.annotating.ownside import asked_of, ours
from onrecord.annotating.phrases import articled, is_noun, key_of, text_of, true_head
from onrecord.annotating.pointing import GOVERNMENT_NOUNS, hypernym, in_full, named_beside, pointing_phrase, recalled
from onrecord.annotating.somebody import is_of_many, is_somebody
from onrecord.annotating.spokesmen import mouthpiece_of, represented
from onrecord.annotating.unsettled import has_rival
from onrecord.annotating.viewpoints import Viewpoint
from onrecord.language.parsing import ParsedBlock
from onrecord.language.predicates import class_of, scope
from onrecord.language.pronounwords import HE_OR_SHE, IT, WE, YOU, I
from onrecord.model.identity import fold
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_BEHIND_NOUN = re.compile(r" (?:at|of|in|from|with|for|on|who|close|familiar) ")
"""What follows the noun of a name: an official at the ministry is no ministry."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES_UP = 6
NEAR_COUNTED = 400
"""Characters back in which what "none of them" takes part of was counted: two sentences or three."""
_PERSON = {"people": "person"}
_FARTHEST = 60
"""Words between a pronoun and what its grammar could tie it to."""
_POINTING_WORDS = frozenset({"it", "them", "they", "him", "her", "us", "me"})


def referent_of(token: "Token", parsed: ParsedBlock, view: Viewpoint, setting: Setting) -> Referent:
    """What a noun phrase or pronoun stands for, seen from a viewpoint; `open` where that stays unknown."""
    place = (parsed.offset + token.idx, view.statement.id if view.statement is not None else None)
    if place not in setting.resolved:
        setting.resolved[place] = _resolved(token, parsed, view, setting)
    return setting.resolved[place]


def _resolved(token: "Token", parsed: ParsedBlock, view: Viewpoint, setting: Setting) -> Referent:
    counts = is_noun(token) or token.pos_ == "NUM" or token.lower_ in PARTS | {"any", "each"}
    head = true_head(token) if counts else token
    word = head.lower_
    span = parsed.token_span(head)
    if (number := bare_number(head)) is not None:
        counted = setting.counted_before(span.start)
        meant = referent_of(counted.token, counted.parsed, view, setting) if counted is not None else None
        if counted is None or meant is None or meant.open:
            return Referent(number, "", open=True)
        one_more = number.startswith("a ") and _is_one(head) and counted.token.tag_ == "NNS"
        noun = (
            _PERSON.get(counted.token.lower_, counted.token.lemma_) if one_more else f"of the {_plain(counted.token)}"
        )
        return meant._replace(text=f"{number} {noun}", filled=True)  # "five died and a sixth is in hospital"
    if word in {"those", "these"} | PARTS and (points(head) or takes_part(head)):
        meant = _noun_meant(head, span, view, setting)
        if meant is not None or head.dep_ != "attr":
            return meant or Referent(head.text, "", open=True)
    if head.pos_ == "PRON" or head.tag_ in {"PRP", "PRP$"}:
        return _pronoun(head, parsed, view, setting) or Referent(head.text, "", open=True)
    pointing = pointing_phrase(head, view, setting)
    if pointing is not None:
        return pointing
    if word in scope().general_nouns or head.lemma_.lower() in scope().general_nouns:
        thing = hypernym(head, span.start, setting)
        if thing is not None:
            return thing
    entity = setting.entity_at(span.start, span.end)
    if entity is not None and (head.pos_ == "PROPN" or entity.kind in {"person", "substance"}):
        country = setting.country(entity.name) if entity.kind in {"place", "organisation"} else None
        if head.ent_type_ == "NORP" and head.tag_ == "NNPS":
            country = None
        if country is None and entity.party and head.lemma_.lower() in GOVERNMENT_NOUNS:
            country = setting.country(entity.party)
        name = country or entity.name
        if entity.kind == "substance":
            return Referent(text_of(head), key_of(head, setting.nouns), entity.id)
        if " " not in entity.name and country is None and (whole := in_full(head, setting)) is not None:
            return whole
        return Referent(name, fold(name), entity.id, country=country is not None)
    if head.pos_ == "PROPN":
        if (whole := in_full(head, setting)) is not None:
            return whole
        text = text_of(head)
        country = setting.country(text) or (setting.country(head.text) if text.endswith(head.text) else None)
        if country and head.ent_type_ != "NORP" and head.tag_ != "NNPS":
            return Referent(country, fold(country), None, country=True)
        return Referent(text, fold(text))
    if (someone := named_beside(head, parsed, setting)) is not None:
        return someone
    if (meant := recalled(head, span.start, setting)) is not None:
        return meant
    return Referent(text_of(head), key_of(head, setting.nouns), entity.id if entity is not None else None)


def _pronoun(head: "Token", parsed: ParsedBlock, view: Viewpoint, setting: Setting) -> Referent | None:
    span = parsed.token_span(head)
    word = head.lower_
    if word in WE:
        return None if _is_everybody(head) else ours(view, setting)
    if word in YOU:
        return asked_of(head, parsed, view, setting)
    if word in I:
        return Referent(articled(view.name), fold(view.name), view.entity, filled=True) if view.name else None
    entity = setting.entity_at(span[0], span[1])
    if entity is not None:
        country = setting.country(entity.name) if entity.kind in {"place", "organisation"} else None
        name = country or entity.name
        return Referent(name, fold(name), entity.id, country=country is not None, filled=True)
    if word in HE_OR_SHE:
        owner = own_subject(head) if head.tag_ == "PRP$" else None
        if owner is not None:
            return _of_subject(owner, head, span, view, setting)
        first = first_subject(head)
        someone = _of_subject(first, head, span, view, setting) if first is not None else None
        someone = someone or (_speaker_self(head, view, setting) if first is None else None)
        someone = someone or _person(span, view, setting)
        someone = someone or _nameless(head, span, view, setting)
        return someone or _asked_about(head, parsed, view, setting)
    if word in IT | PLURAL and points(head):
        owner = possessor(head) if head.tag_ == "PRP$" else claimant(head)
        meant = _owner(owner, parsed, view, setting) if owner is not None else None
        meant = meant or _represented(head, parsed, view, setting) or _speaking_body(head, view, setting)
        meant = meant or _claiming_body(head, parsed, view, setting)
        meant = meant or _noun_meant(head, span, view, setting)
        meant = meant or _asked_about(head, parsed, view, setting)
        if meant is not None:
            return meant
    if word == "it" and head.dep_ not in {"expl"} and not is_dummy(head):
        if head.dep_ == "nsubj" or class_of(head.head.lemma_, "verb") not in MATERIAL_CLASSES:
            speaks = head.dep_ == "nsubj" and {"say", "deny"} & set(embeddings_at(head.head))
            noun = setting.body_meant(span.start) if speaks else None
            return _body(span, setting) or (_taken_up(head, noun, view, setting) if noun is not None else None)
        thing = setting.thing_before(span[0])
        return Referent(thing[1], thing[0], filled=True) if thing else None
    return None


def _speaking_body(head: "Token", view: Viewpoint, setting: Setting) -> Referent | None:
    """The body that is reported to speak: "the firm said it had paid", if its words name nothing else before."""
    statement = view.statement
    if statement is None or statement.manner not in {"indirect", "mixed"} or view.name is None:
        return None
    body = mouthpiece_of(view.name)
    view = view if body is None else view._replace(name=body, entity=None)
    if view.name is None:
        return None
    noun = _BEHIND_NOUN.split(fold(view.name), maxsplit=1)[0].rsplit(" ", 1)[-1]
    plural = noun in {"police", "officials", "authorities"} or (noun.endswith("s") and not view.entity)
    speaks = body is not None or setting.is_body(view.entity) or noun in COLLECTIVES
    if plural != (head.lower_ in PLURAL) or not (speaks or plural):
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
    if country is None and view.party and noun in GOVERNMENT_NOUNS:
        country = setting.country(view.party)
    name = country or view.name
    text = f"the {name}" if name[:1].islower() else name
    return Referent(text, fold(name), view.entity, country=country is not None, filled=True)


def _represented(head: "Token", parsed: ParsedBlock, view: Viewpoint, setting: Setting) -> Referent | None:
    """The body whose spokesman is reported to speak: "the line's spokesman, Lee, said it had sold the track"."""
    body = represented(head) if head.dep_ in _SUBJECTS else None
    if body is None or (number_of(body) == "plural" or body.lower_ == "police") != (head.lower_ in PLURAL):
        return None
    if body.dep_ == "compound" and body.pos_ == "NOUN":
        return Referent(f"the {body.lower_}", fold(body.lemma_), filled=True)  # "a police spokesman"
    return _named(body, parsed, view, setting)


def _named(noun: "Token", parsed: ParsedBlock, view: Viewpoint, setting: Setting) -> Referent | None:
    """What a noun of the same sentence stands for, as a pronoun takes it up."""
    referent = referent_of(noun, parsed, view, setting)
    if referent.open or not referent.key:
        return None
    text = f"the {referent.text}" if referent.text[:1].islower() else referent.text
    return referent._replace(text=text, filled=True)


def _owner(noun: "Token", parsed: ParsedBlock, view: Viewpoint, setting: Setting) -> Referent | None:
    """What owns what "its" goes with: anything but a person by name."""
    span = parsed.token_span(noun)
    entity = setting.entity_at(span.start, span.end)
    person = entity.kind == "person" if entity is not None else noun.ent_type_ == "PERSON"
    return None if person and noun.tag_ == "NNP" else _named(noun, parsed, view, setting)


def _claiming_body(head: "Token", parsed: ParsedBlock, view: Viewpoint, setting: Setting) -> Referent | None:
    """The body that says or denies what is said of "it": "the council dismissed reports that it had sold the park"."""
    verb = head.head
    if head.dep_ not in _SUBJECTS or verb.dep_ not in {"ccomp", "acl"} or not embeddings_at(verb.head):
        return None
    if view.statement is not None and view.statement.manner not in {"indirect", "mixed"}:
        return None
    above = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "dobj" else verb.head
    body = next((c for c in above.children if c.dep_ == "nsubj" and c.i < above.i), None)
    if (
        body is None
        or head.i - above.i > _FARTHEST
        or not is_noun(body)
        or not (body.lemma_.lower() in COLLECTIVES or _is_body(body, parsed, setting))
    ):
        return None
    if (number_of(body) == "plural") != (head.lower_ in PLURAL):
        return None
    between = head.doc[above.i + 1 : head.i]
    if any(t.dep_ in _SUBJECTS and is_noun(t) for t in between):
        return None
    return _named(body, parsed, view, setting)


def _is_body(noun: "Token", parsed: ParsedBlock, setting: Setting) -> bool:
    span = parsed.token_span(noun)
    entity = setting.entity_at(span.start, span.end)
    return entity is not None and setting.is_body(entity.id)


def _noun_meant(head: "Token", span: Span, view: Viewpoint, setting: Setting) -> Referent | None:
    """The noun spoken of before that "it", "they", "those" or "none" takes up, with its article."""
    noun = setting.noun_meant(span.start)
    if takes_part(head) and (noun is None or number_of(noun.token) != "plural"):
        noun = setting.counted_before(span.start, near=NEAR_COUNTED)
    if noun is None or cannot_be(head, noun.token) or _is_outdone(head, noun) or has_rival(head, noun.token):
        return None
    return _taken_up(head, noun, view, setting)


def _is_outdone(head: "Token", noun: Noun) -> bool:
    """Whether "they" stands behind a plural that is nearer than the one body it was taken for."""
    if head.lower_ not in PLURAL or head.doc is not noun.token.doc or number_of(noun.token) == "plural":
        return False
    between = head.doc[noun.token.i + 1 : min(head.i, noun.token.i + _FARTHEST)]
    return any(t.tag_ == "NNS" and t.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} for t in between)


def _nameless(head: "Token", span: Span, view: Viewpoint, setting: Setting) -> Referent | None:
    """Somebody without a name who was spoken of: "a man of 34"."""
    if view.statement is not None and view.statement.manner not in {"indirect", "mixed"}:
        return None
    noun = setting.somebody_meant(span)
    if noun is None or noun.token.pos_ != "NOUN" or noun.token.tag_ == "NNS" or cannot_be(head, noun.token):
        return None
    return _taken_up(head, noun, view, setting)


def _asked_about(head: "Token", parsed: ParsedBlock, view: Viewpoint, setting: Setting) -> Referent | None:
    """What the question just asked is about, for a subject or object of its answer."""
    if head.tag_ != "PRP" or head.dep_ not in _SUBJECTS | {"dobj", "pobj"}:
        return None
    if head.dep_ == "dobj" and {"say", "think", "deny", "doubt"} & set(embeddings_at(head.head)):
        return None  # "I doubt it"
    noun = setting.asked_about(head, parsed)
    return _taken_up(head, noun, view, setting) if noun is not None else None


def _taken_up(head: "Token", noun: Noun, view: Viewpoint, setting: Setting) -> Referent | None:
    """What a noun of before stands for, with its article."""
    referent = referent_of(noun.token, noun.parsed, view, setting)
    if referent.open or not referent.key:
        return None
    text = referent.text
    if _POINTING_WORDS.intersection(text.lower().split()):
        return None
    text = text[5:] if text.lower().startswith("your ") else text
    owned = any(c.dep_ == "poss" and c.lower_ != "your" for c in noun.token.children)
    if noun.token.pos_ == "NOUN" and not (referent.country or referent.entity or owned):
        text = _without_quantity(text)
        bare = text.removeprefix("the ")
        first = bare.split(" ", 1)[0]
        named = any(t.text == first and (t.ent_type_ == "NORP" or t.pos_ == "PROPN") for t in noun.token.children)
        text = f"the {bare[:1].lower() if bare[1:].islower() and not named else bare[:1]}{bare[1:]}"
    if head.lower_ in PARTS:
        text = f"{head.lower_} of {text}"
    return referent._replace(text=text, filled=True)


def _is_one(number: "Token") -> bool:
    """Whether the verb of a number in words agrees with one: "a sixth is", not "a sixth are"."""
    verb = number.head
    return any(t.tag_ == "VBZ" or t.lower_ == "was" for t in (verb, *(c for c in verb.children if c.i < verb.i)))


def _plain(noun: "Token") -> str:
    """A counted noun with what stands between its number and it: of "six old ferries", "old ferries"."""
    first = noun.i
    for child in noun.children:
        if child.i < noun.i and child.dep_ in {"amod", "compound"}:
            first = min(first, child.i)
    numbers = [c.i for c in noun.children if c.dep_ == "nummod"]
    return noun.doc[max([first, *(at + 1 for at in numbers)]) : noun.i + 1].text


def _without_quantity(text: str) -> str:
    """A phrase without the word that says how many of it there are: "some labs", "a few mines"."""
    first = text.split(" ", 1)
    weak = scope().weak_quantities | scope().strong_quantities | {"this", "that", "these", "those", "another", "other"}
    return first[1] if len(first) == 2 and first[0].lower() in weak else text


def _person(span: Span, view: Viewpoint, setting: Setting) -> Referent | None:
    """The one person of the document that "he" or "she" can mean; a speaker's direct words never mean the speaker."""
    entity = setting.meant_by(span)
    direct = view.statement is not None and view.statement.manner in {"direct", "turn"}
    if entity is None or is_of_many(entity.name) or entity.kind == "place" or (direct and entity.id == view.entity):
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
    known = setting.may_be(view.entity, head.lower_) or (view.entity is None and is_somebody(view.name))
    if not known or is_of_many(view.name):
        return None
    between = head.doc[max(0, head.i - 25) : head.i]
    persons = [t for t in between if t.ent_type_ == "PERSON" or t.lower_ in {"he", "she"}]
    names = {t.text for t in persons}
    if len(names) > 2 or head.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    return Referent(articled(view.name), fold(view.name), view.entity, filled=True)
