"""Who took part in an event and where it was, from the words round its verb or noun."""

from itertools import takewhile
from typing import TYPE_CHECKING

from onrecord.annotating.commitmentwords import ACTORS
from onrecord.annotating.eventgrammar import is_person
from onrecord.annotating.eventheads import in_dateline, of_noun, of_verb
from onrecord.annotating.eventpeople import (
    MANY,
    body_before,
    is_people,
    named_after,
    named_beyond,
    named_inside,
    pair_before,
    place_after,
)
from onrecord.annotating.eventwords import CARRYING, NOUNS, OF_BOMBS, WEAPONS, words
from onrecord.annotating.jointly import is_before_name
from onrecord.annotating.sides import countries_meant, stands_for_several
from onrecord.annotating.surroundings import THROUGH, Surroundings, clause_of, coordinated
from onrecord.language.parsing import ParsedBlock
from onrecord.language.places import country_of
from onrecord.language.predicates import class_of
from onrecord.language.pronounwords import HE_OR_SHE
from onrecord.language.quantitywords import singular

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

MOST = 8
"""Participants of an event at most."""
THINGS_COUNT = frozenset(
    {"seizure", "arrest", "extradition", "death", "attack", "charge", "conviction", "closure", "meeting", "protest",
     "strike", "accident", "visit", "hearing", "vote", "appointment", "release", "sanction", "call", "resignation"}
)  # fmt: skip
"""Sorts in which common nouns take part: "laboratories", "two officers"."""
_OF_PEOPLE = frozenset({"visit", "death", "protest", "hearing", "vote", "call"})
"""Sorts in which no thing takes part."""
_NOUNS_BETWEEN = 3
"""Words between a verb and a place in its clause at most."""
_TO_PEOPLE = frozenset({"extradition", "arrest", "death", "attack", "release", "charge", "conviction"})
"""Sorts of which a word for a country's people means some of them, not their country."""
_GOING = frozenset({"visit", "extradition"})
_PLACE_WORDS = {
    "in", "at", "near", "outside", "across", "throughout", "inside", "off", "on", "over", "around", "through", "within",
}  # fmt: skip
LONGEST_PHRASE = 60
"""Words behind a noun at most in which who or where it is stands."""
_SITES = words(
    "airport port pit mine factory plant palace hotel hospital market embassy square station school university "
    "prison church mosque stadium street border harbour harbor base barracks hall house building bridge "
    "headquarters court courthouse city town village province region district island strait coast sea camp "
    "club park office centre center theatre theater mall nightclub restaurant shop site levee south north east "
    "west capital road highway beach campus valley lake bay gulf checkpoint museum ministry farm warehouse "
    "refinery dock compound resort"
)
"""Nouns for where something can be."""
_HITTING = frozenset({"strike", "hit", "rock", "shake", "batter", "devastate", "ravage", "sweep", "destroy", "jolt"})


def participants_of(around: Surroundings, parsed: ParsedBlock, trigger: "Token", kind: str) -> list[str]:
    """Who took part, as names a person reads, in the order of the text's grammar."""
    if parsed.block.kind == "caption":
        named = _pictured(around, parsed, trigger)
        if named:
            return named[:MOST]
    heads = of_verb(around, parsed, trigger, kind) if trigger.pos_ == "VERB" else of_noun(trigger, kind)
    names: list[str] = []
    for head in heads:
        for name in names_at(around, parsed, head, trigger, kind):
            if name not in names:
                names.append(name)
    return names[:MOST]


def names_at(around: Surroundings, parsed: ParsedBlock, head: "Token", trigger: "Token", kind: str) -> list[str]:
    """Those whom a noun or pronoun names as taking part in an event."""
    if head.lower_ == "whose" and (owner := _owner(trigger)) is not None:
        head = owner
    if head.lower_ in {"two", "pair"} and any(child.lower_ == "the" for child in head.children):
        return pair_before(around, parsed, head)
    if (
        head.lemma_.lower() in THROUGH - {"group", "part"}
        or head.pos_ == "NUM"
        or (head.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"})
    ):
        return []
    if stands_for_several(head):
        return list(countries_meant(around, head))
    if head.lower_ in HE_OR_SHE:
        meant = around.meant_by(parsed, head)
        return [meant.name] if meant is not None else []
    if head.lower_ == "it" and head.dep_ in {"nsubj", "nsubjpass"}:
        return body_before(around, parsed, head)
    if head.lower_ in MANY:
        return pair_before(around, parsed, head)
    entity = around.entity_at(parsed.offset + head.idx)
    if is_people(head) and (entity is None or entity.kind == "place") and (entity is not None or kind in _TO_PEOPLE):
        return [str(head.text)]
    if entity is None and is_before_name(around, parsed, head):
        return []  # the office of whom it names next
    if entity is None and (beyond := named_beyond(around, parsed, head)) is not None:
        return [beyond]
    if entity is None and (head.pos_ == "NOUN" or head.text.islower()):
        for child in _after_head(head):  # "its owners, Norland Lines", "a leader of the league, Bo Falk"
            beside = around.entity_at(parsed.offset + child.idx) if child.dep_ == "appos" else None
            if beside is not None and (beside.kind == "person" or (child.head.i == head.i and beside.kind != "place")):
                several = coordinated(child) if head.tag_ == "NNS" else [child]
                met = [around.entity_at(parsed.offset + one.idx) for one in several]
                return [one.name for one in met if one is not None and one.kind == beside.kind]
        after = named_after(around, parsed, head) if is_person(head) and head.tag_ == "NN" else None
        if after is not None:
            return [after]
        if head.lemma_.lower() in OF_BOMBS | WEAPONS and kind in {"death", "attack", "accident"}:
            return []
    if entity is None and head.text.islower() and (appointed := named_inside(around, parsed, head)) is not None:
        return [appointed]
    if entity is not None and entity.kind in {"law", "event"}:
        return []
    if kind == "other" and entity is None and head.pos_ == "NOUN" and not _acts(head):
        return []
    if entity is None and ((head.lemma_.lower() in NOUNS and head.pos_ == "NOUN") or in_dateline(parsed, head)):
        return []
    if entity is not None and entity.kind == "place" and (in_dateline(parsed, head) or kind == "visit"):
        return []
    if entity is None and head.pos_ == "NOUN" and trigger.pos_ != "VERB" and not head.ent_type_ and not is_person(head):
        return []
    wrong = entity is not None and head.pos_ not in {"NOUN", "PROPN"}  # "Dell, 58, was arrested": taken for an adverb
    name = entity.name if wrong and entity is not None else around.name_of(parsed, head)
    if not name or name[:1].isdigit() or len(name) < 2:
        return []
    if entity is None and _is_plain(head, name):
        name = name[:1].lower() + name[1:]
    if any(c.isupper() for c in name) or is_person(head):
        return [name]
    if kind not in THINGS_COUNT and singular(name.split()[-1]) not in ACTORS:
        return []
    return [] if entity is None and kind in _OF_PEOPLE else [name]


def _owner(noun: "Token") -> "Token | None":
    """The noun that "whose" stands for: "Lee" in "Lee, whose death last month left a gap"."""
    above = noun.head
    for _ in range(3):
        if above.dep_ == "relcl":
            return above.head
        above = above.head
    return None


def _acts(noun: "Token") -> bool:
    """Whether a noun is for people, or for a body that does or gets something: "the council closed the road"."""
    body = singular(noun.lemma_.lower()) in ACTORS
    return is_person(noun) if not body else noun.dep_ in {"nsubj", "dative"} or noun.head.dep_ in {"agent", "dative"}


def _is_plain(noun: "Token", name: str) -> bool:
    """Whether a noun has its capital from the start of its sentence alone: "Police arrested …"."""
    first = noun.left_edge
    while first.i < noun.i and first.dep_ in {"det", "punct"}:
        first = first.nbor(1)
    return noun.pos_ == "NOUN" and first.i == noun.sent.start and first.pos_ != "PROPN" and name.startswith(first.text)


def _pictured(around: Surroundings, parsed: ParsedBlock, trigger: "Token") -> list[str]:
    """The persons that a caption names before what they do, without the offices between their names."""
    start = parsed.offset + trigger.sent.start_char
    named = [e.name for _, e in around.entities_in(start, parsed.offset + trigger.idx) if e.kind == "person"]
    return list(dict.fromkeys(named))


def named(names: list[str]) -> bool:
    """Whether one of the participants has a name."""
    return any(name[:1].isupper() for name in names)


def place_of(around: Surroundings, parsed: ParsedBlock, trigger: "Token", kind: str) -> str | None:
    """Where an event was: below its own word first, then below the verb that takes it, then in its clause."""
    words = [trigger]
    if trigger.pos_ != "VERB" and trigger.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "pobj"}:
        above = trigger.head.head if trigger.dep_ == "pobj" else trigger.head
        if above.pos_ in {"VERB", "AUX"} and trigger.head.lower_ not in {"after", "before", "since", "following"}:
            words.append(above)
        words.extend(c for c in trigger.children if c.dep_ == "relcl" and c.lemma_ in CARRYING)
    elif trigger.dep_ in {"xcomp", "advcl", "conj"} and trigger.head.pos_ == "VERB":
        words.append(trigger.head)
    joints = _PLACE_WORDS | ({"to", "into"} if kind in _GOING else set())
    if kind in _GOING and trigger.pos_ == "VERB":
        for child in trigger.children:
            if child.dep_ == "dobj" and (found := _place_at(around, parsed, child, named_only=kind != "visit")):
                return found
    for child in trigger.children if trigger.pos_ != "VERB" else ():
        if child.dep_ in {"compound", "nmod"}:
            entity = around.entity_at(parsed.offset + child.idx)
            if entity is not None and entity.kind == "place" and kind not in _GOING:
                return entity.name
    if kind == "disaster" and trigger.dep_ == "nsubj" and trigger.head.lemma_ in _HITTING:
        near = [g for c in trigger.head.children if c.lower_ in {"near", "off", "in"} for g in c.children]
        hit = [child for child in trigger.head.children if child.dep_ == "dobj"]
        struck = [found for noun in (*hit, *near) if (found := _place_at(around, parsed, noun, named_only=False))]
        if struck:  # "struck the coast near Portsund"
            return next((place for place in struck if place[:1].isupper()), struck[0])
    best: tuple[int, str] | None = None
    for number, word in enumerate(words):
        below = [word, *(c for c in word.children if c.dep_ in {"dobj", "nsubjpass", "attr", "prep"})]
        if word is trigger and word.pos_ != "VERB":  # "the seizure of a tonne of heroin off Portsund"
            below.extend(t for t in word.subtree if t.dep_ == "pobj" and t.head.lower_ == "of")
        for base in below:
            for child in base.children if base.dep_ != "prep" or base is word else (base, *base.children):
                if child.dep_ not in {"prep", "agent"} or child.lower_ not in joints:
                    continue
                for noun in child.children:
                    if child.lower_ in {"on", "over"} and noun.tag_ == "NNS" and noun.left_edge.i == noun.i:
                        continue  # "a report on bridges"
                    if noun.dep_ == "pobj" and (found := _place_at(around, parsed, noun, named_only=False)):
                        entity = around.entity_at(parsed.offset + noun.idx)
                        site = 3 * (found == found.lower() and (entity is None or entity.kind != "place"))
                        rank = (
                            number * 4 + (base is not word) * 2 + (child.lower_ not in {"in", "at", "to"}) + site,
                            found,
                        )
                        best = rank if best is None or rank[0] < best[0] else best
                        break
    if (
        trigger.pos_ != "VERB"
        and (best is None or best[0] >= 4)
        and (named_there := _in_phrase(around, parsed, trigger))
    ):
        return named_there
    if best is not None:
        return best[1]
    clause = trigger.head if trigger.dep_ in {"nsubj", "nsubjpass"} else trigger  # "where an explosion killed two"
    if clause.dep_ == "relcl" and any(child.lower_ == "where" for child in clause.children):
        scene = _antecedent_place(clause.head)
        inner = [g for c in scene.children if c.lower_ in {"in", "at", "near"} for g in c.children if g.dep_ == "pobj"]
        told = (_place_at(around, parsed, noun, named_only=False) for noun in (scene, *inner))
        return next((place for place in told if place), None)
    for base in _nested(trigger):
        for joint in base.children:
            if joint.dep_ == "prep" and joint.lower_ in {"in", "at", "near"}:
                for noun in joint.children:
                    if noun.dep_ == "pobj" and (found := _place_at(around, parsed, noun, named_only=False)):
                        return found
    return _in_clause(around, parsed, trigger) if kind not in _GOING else None


def _in_phrase(around: Surroundings, parsed: ParsedBlock, noun: "Token") -> str | None:
    """A named place in a noun's own words, however the parse hangs it: "the seizure of a tonne off Portsund"."""
    first, last = noun.idx, noun.right_edge.idx + len(noun.right_edge.text)
    for span, entity in around.entities_in(parsed.offset + first, parsed.offset + last):
        before = parsed.text[first : span.start - parsed.offset].split()
        piece = parsed.piece_at(span)
        if piece is None or piece.root.dep_ not in {"pobj", "appos"} or entity.kind != "place":
            continue  # "the deadliest in Norland history"
        if any(t.pos_ in {"VERB", "AUX"} for t in takewhile(lambda t: t.i != noun.i, piece.root.ancestors)):
            continue  # of a clause of its own: "those trips that they know …"
        if before and before[-1].lower() in {"in", "at", "near", "off", "outside"}:
            return entity.name
    return None


def _nested(verb: "Token") -> "list[Token]":
    """Its subject, and events in its phrases: "officers at the port seized", "was killed in a clash in Portsund"."""
    found = [child for child in verb.children if child.dep_ == "nsubj"]
    for child in verb.children:
        if child.dep_ == "prep":
            found.extend(inner for inner in child.children if inner.dep_ == "pobj" and inner.lemma_ in NOUNS)
    return found


def _antecedent_place(noun: "Token") -> "Token":
    """The noun that "where" stands for: "Harrow" in "travelled to Harrow on Monday, where"."""
    if noun.ent_type_ in {"DATE", "TIME"} and noun.head.dep_ == "prep":
        for child in noun.head.head.children:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None) if child.dep_ == "prep" else None
            if inner is not None and inner.ent_type_ not in {"DATE", "TIME"}:
                return inner
    return noun


def _in_clause(around: Surroundings, parsed: ParsedBlock, trigger: "Token") -> str | None:
    """A named place of the clause, hung on a verb or on a noun that the trigger takes: not "countries in the north"."""
    left, right = clause_of(trigger)
    for span, entity in around.entities_in(parsed.offset + left, parsed.offset + right):
        if entity.kind != "place":
            continue
        piece = parsed.piece_at(span)
        joint = piece.root.head if piece is not None else None
        if joint is None or joint.dep_ != "prep" or joint.lower_ not in _PLACE_WORDS or joint.sent != trigger.sent:
            continue
        base = joint.head
        for _ in range(_NOUNS_BETWEEN):
            if base.i == trigger.i or base.pos_ in {"VERB", "AUX"} or _is_topic(base):
                break
            base = base.head
        hung = base.pos_ in {"VERB", "AUX"} and base.dep_ not in {"relcl", "advcl", "ccomp"}
        apart = base.dep_ in {"acl", "xcomp", "pcomp"} and not base.is_ancestor(trigger)
        if base.i == trigger.i or (hung and not apart):
            return entity.name
    return None


def _is_topic(noun: "Token") -> bool:
    """Whether a noun is another event that only is spoken of: "discussed the results of the meeting in Portsund"."""
    return noun.lemma_.lower() in NOUNS and noun.dep_ == "pobj" and noun.head.lower_ in {"of", "about", "for", "to"}


def _after_head(noun: "Token") -> "Piece":
    """The words of a noun's phrase behind it, as many as a phrase has that names somebody."""
    return noun.doc[noun.i + 1 : min(noun.right_edge.i + 1, noun.i + LONGEST_PHRASE)]


def _place_at(around: Surroundings, parsed: ParsedBlock, noun: "Token", *, named_only: bool) -> str | None:
    """The place that a noun names: a place entity in its phrase, or a site with its words."""
    entity = around.entity_at(parsed.offset + noun.idx)
    if is_people(noun) and (entity is None or entity.kind == "place"):
        return None
    if entity is not None and entity.kind == "place":
        return entity.name
    if noun.lower_ in {"capital", "city", "town", "port"} and (spelt := place_after(around, parsed, noun)) is not None:
        return spelt
    for child in _after_head(noun):
        if child.dep_ not in {"pobj", "appos"} or child.head.lower_ not in {"of", noun.lower_}:
            continue
        inner = around.entity_at(parsed.offset + child.idx)
        if inner is not None and inner.kind == "place":
            return inner.name
    if entity is not None and entity.kind == "organisation" and noun.head.lower_ == "at":
        return entity.name
    if named_only:
        return country_of(noun.text) if noun.text[:1].isupper() else None
    site = noun.lemma_.lower() in _SITES or (entity is None and class_of(noun.lemma_, "site") is not None)
    if site and (noun.ent_type_ not in {"DATE", "TIME"}):
        name = around.name_of(parsed, noun)
        return name if name is not None and (name != noun.text or noun.lemma_.lower() in _SITES) else None
    return country_of(noun.text) if noun.text[:1].isupper() else None
