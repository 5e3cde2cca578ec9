"""From a clause to its proposition: predicate class and participants in the roles of the active verb."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.anaphora import COLLECTIVES
from onrecord.annotating.antecedents import Referent
from onrecord.annotating.clefts import found_out
from onrecord.annotating.copulas import circumstance, left_open
from onrecord.annotating.deixis import referent_of
from onrecord.annotating.heads import embeddings_at, has_clause, is_predicate, is_spliced, links_of, particle_of
from onrecord.annotating.lacks import DOING, carried_place, missing_thing, wanting
from onrecord.annotating.nominals import has_theme, nominal_class, nominal_proposition, nominal_theme
from onrecord.annotating.participants import (
    Voice,
    argument,
    complete,
    is_place_noun,
    names_something,
    places_under,
    places_within,
    relative_place,
)
from onrecord.annotating.phrases import AMOUNTS, is_noun, key_of, lemma_of, true_head
from onrecord.annotating.pointing import country_modifier
from onrecord.annotating.polarity import denied_state
from onrecord.annotating.standings import standing
from onrecord.annotating.subjects import agent_of
from onrecord.annotating.understood import Subject, antecedent, gap_of, is_passive, shared_object, subject_for
from onrecord.annotating.verbsenses import is_idiom, light_noun, sense_at
from onrecord.language.predicates import class_of, is_middle, predicate_of
from onrecord.model.identity import fold
from onrecord.model.items import Argument, ArgumentRole, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_GOAL_PREPOSITIONS = frozenset({"to", "into", "toward", "towards", "onto"})
_ENCOUNTERS = frozenset({"meet", "negotiate"})
_FINDING = frozenset({"detect", "exist", "see", "have", "lack", "show", "reveal"})
_VERDICTS = frozenset(
    {"find", "declare", "deem", "rule", "judge", "pronounce", "certify", "hold", "leave", "keep", "render"}
)
"""Verbs that say what somebody or something is, or is made to be."""
_UNDERGOING = frozenset({"suffer", "undergo", "face", "receive", "get", "take", "pay", "win", "experience", "have"})
"""Light verbs whose subject undergoes the deed of their noun: "suffered an attack", "pays a fine", "faces charges"."""
_UNDERGONE = frozenset(
    {"accuse", "attack", "bribe", "charge", "convict", "dismiss", "fund", "injure", "investigate", "sanction", "sue",
     "support", "sentence", "threaten", "torture", "treat", "arrest", "oppose", "damage", "defeat", "pardon",
     "warn", "inform"}
)  # fmt: skip
"""Deeds that are done to whoever "receives" or "faces" them."""
_STANDING = frozenset({"stand", "lie", "sit", "hang", "remain", "stay", "keep", "go", "appear", "seem"})
"""Verbs that link a subject to its state as "be" does."""
_NAMING = frozenset(
    {"aim", "answer", "cause", "concern", "effect", "goal", "issue", "matter", "outcome", "problem", "purpose",
     "question", "reason", "result", "risk", "solution", "subject", "task", "thing", "topic"}
)  # fmt: skip
"""Nouns that say what part something plays and never who does it, beside those that bring a clause."""
_OCCURRENCE = frozenset({"occur", "exist", "continue", "operate"})


def proposition_of(head: "Token", voice: Voice) -> Proposition | None:
    """The proposition of a clause, or `None` for a mere frame of another clause ("there is no evidence that …")."""
    subject = subject_for(head)
    if not is_passive(head) and (lemma_of(head) == "be" or _stands_so(head)):
        return _copular(head, subject, voice)
    light = light_noun(head)
    if light is not None:
        return _light(head, light, subject, voice)
    return _verbal(head, subject, voice)


def place_of_clause(head: "Token", voice: Voice) -> Argument | None:
    """Where a clause is set, as its proposition says or implies."""
    proposition = proposition_of(head, voice)
    return proposition.argument("place") if proposition is not None else None


def _copular(head: "Token", subject: Subject | None, voice: Voice) -> Proposition | None:
    word = next((c for c in head.children if c.dep_ in {"attr", "acomp", "oprd"}), None)
    word = word or next((c for c in head.children if _tells_state(c)), None)
    word = denied_state(head) or word
    existential = any(c.dep_ == "expl" and c.lower_ == "there" for c in head.children)
    if existential:
        thing = word or (subject.token if subject and subject.token.lower_ != "there" else None)
        if thing is None or not (is_noun(thing) or thing.pos_ in {"PRON", "NUM", "DET"} or thing.tag_ == "VBG"):
            return None
        if embeddings_at(thing) and has_clause(thing, head):
            return None
        return _existence(thing, head, voice)
    if word is None:
        around = places_under([head], voice) or _oblique(head, voice) or standing(head, voice)
        around = around or left_open(head, voice) or circumstance(head, voice)
        if subject is None or not around:
            return None
        return Proposition(predicate="be", arguments=(argument("agent", subject.token, voice), *around))
    if subject is None:
        return None
    if embeddings_at(word) and has_clause(word, head):
        return None
    who = subject.token
    if word.pos_ in {"ADJ", "VERB", "ADV"} or _tells_state(word):
        name = class_of(word.lower_, "adjective") or predicate_of(word.lemma_, "adjective")
        about = [*_oblique(word, voice), *_gerunds(word)]
        role: ArgumentRole = "agent" if about and _is_attitude(word) else "theme"
        where = places_under([head, word], voice) or carried_place(who, voice)
        if name == "lack" and about and role == "theme":
            return Proposition(predicate=name, arguments=complete(wanting(who, about, where, voice), voice))
        arguments = [argument(role, who, voice), *about, *where]
        return Proposition(predicate=name, arguments=complete(arguments, voice))
    found = nominal_class(true_head(word))
    if found is not None and found[1] in {"agent", "noun"}:
        theme = nominal_theme(true_head(word), found[1], voice.setting)
        if theme is not None or found[1] == "agent":
            # "The cause was the discharge of lead" names no doer.
            arguments = [argument("agent", who, voice)] if found[1] == "agent" or _may_act(who) else []
            if theme is not None:
                arguments.append(argument("theme", theme, voice))
            arguments.extend(places_under([head, word], voice))
            return Proposition(predicate=found[0], arguments=complete(arguments, voice))
    arguments = [argument("agent", who, voice), argument("attribute", word, voice), *places_under([head, word], voice)]
    return Proposition(predicate="be", arguments=complete(arguments, voice, fill=False))


def _tells_state(word: "Token") -> bool:
    """Whether an adverb, or a preposition with nothing behind it, says how something is: "was off", "is back on"."""
    bare = word.dep_ == "advmod" or (word.dep_ in {"prep", "prt"} and not any(True for _ in word.children))
    return bare and class_of(word.lower_, "adjective") is not None


def _stands_so(head: "Token") -> bool:
    """Whether a verb of standing only says in what state its subject is: "stood open", "remained closed"."""
    if lemma_of(head) not in _STANDING or any(c.dep_ in {"dobj", "prt"} for c in head.children):
        return False
    return any(
        c.pos_ in {"ADJ", "VERB"} and c.dep_ in {"acomp", "oprd", "advmod"} and class_of(c.lower_, "adjective")
        for c in head.children
    )


def _may_act(noun: "Token") -> bool:
    """Whether a subject may be whoever does a deed that it is said to be, and is no word for a tale or a finding."""
    return lemma_of(noun) not in _NAMING and not embeddings_at(noun)


def _gerunds(word: "Token") -> Iterator[Argument]:
    """What an adjective is about, where that is a deed: "focused on closing the mines"."""
    for child in word.children:
        if child.dep_ == "prep":
            yield from (
                Argument(role="topic", text=c.text, key=_verb_key(c)) for c in child.children if c.dep_ == "pcomp"
            )


def _is_attitude(word: "Token") -> bool:
    """Whether a participle tells what somebody is about ("focused", "committed") and nothing done to them."""
    return word.lower_.endswith("ed") and class_of(word.lower_, "adjective") is None


def _evidenced(noun: "Token", name: str) -> "Token":
    """What a trace or sign is of, where somebody finds or lacks it: "found no trace of lead"."""
    if name not in _FINDING or "evidence" not in embeddings_at(noun):
        return noun
    link = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    inner = next((c for c in link.children if c.dep_ == "pobj" and is_noun(c)), None) if link is not None else None
    return inner or noun


def _existence(thing: "Token", head: "Token", voice: Voice, owner: Referent | None = None) -> Proposition:
    thing = _evidenced(thing, "exist")
    found = nominal_class(true_head(thing))
    noun = true_head(thing)
    if found is not None and found[1] == "noun" and has_theme(noun, voice):
        inner = nominal_proposition(noun, found[0], "noun", voice)
        arguments = list(inner.arguments)
        if not any(a.role == "place" for a in arguments):
            arguments.extend(places_under([head], voice))
        return Proposition(predicate=found[0], arguments=complete(_with_owner(arguments, owner), voice))
    doing = [c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.i > noun.i]
    where = places_under([head, noun], voice) or places_under(doing, voice) or places_within([head, noun], voice)
    arguments = [argument("theme", thing, voice), *where]
    if not any(a.role == "place" for a in arguments):
        country = country_modifier(noun, voice.setting)
        if country:
            arguments.append(Argument(role="place", text=country, key=fold(country)))
    return Proposition(predicate="exist", arguments=complete(_with_owner(arguments, owner), voice))


def _with_owner(arguments: list[Argument], owner: Referent | None) -> list[Argument]:
    """What a country has is in that country, or where it is said to be: "Norland has soldiers in Harl"."""
    if owner is not None and owner.country and not any(a.role == "place" and a.key == owner.key for a in arguments):
        role: ArgumentRole = "agent" if any(a.role == "place" for a in arguments) else "place"
        arguments.append(
            Argument(role=role, text=owner.text, key=owner.key, entity=owner.entity, filled=role == "place")
        )
    return arguments


def _light(head: "Token", noun: "Token", subject: Subject | None, voice: Voice) -> Proposition | None:
    if embeddings_at(noun) and has_clause(noun, head):
        return None
    who = referent_of(subject.token, voice.parsed, voice.view, voice.setting) if subject else None
    core = true_head(noun)
    found = nominal_class(core)
    if lemma_of(head) == "have":
        eventive = (
            found is not None
            and found[1] == "noun"
            and (found[0] in _ENCOUNTERS or nominal_theme(core, "noun", voice.setting) is not None)
        )
        if not eventive and not (who is not None and who.country):
            return _verbal(head, subject, voice)
        if not eventive:
            return _existence(noun, head, voice, who)
    if found is None:
        return _verbal(head, subject, voice)
    arguments = [a for a in nominal_proposition(core, found[0], "noun", voice).arguments if not a.filled]
    doer = subject.token if subject is not None and not is_passive(head) else agent_of(head)
    if not any(a.role == "theme" for a in arguments) and (aim := _aim(head)) is not None:
        arguments.append(argument("theme", aim, voice))
    undergoes = lemma_of(head) in _UNDERGOING and found[0] in _UNDERGONE
    role: ArgumentRole = "theme" if undergoes else "agent"
    if doer is not None and not any(a.role == role for a in arguments):
        arguments.insert(0, argument(role, doer, voice))
    if not any(a.role == "place" for a in arguments):
        arguments.extend(places_under([head], voice))
    arguments.extend(_oblique(head, voice))
    if not arguments:
        return _verbal(head, subject, voice)
    return Proposition(predicate=found[0], arguments=complete(arguments, voice))


def _aim(head: "Token") -> "Token | None":
    """What a light verb's deed is done to, where the verb brings it: "put an end to the strike"."""
    if lemma_of(head) not in {"put", "give", "make", "bring", "offer"}:
        return None
    link = next((c for c in head.children if c.dep_ in {"prep", "dative"} and c.lower_ in {"to", "on"}), None)
    return next((c for c in link.children if c.dep_ == "pobj"), None) if link is not None else None


def _verbal(head: "Token", subject: Subject | None, voice: Voice) -> Proposition | None:
    particle = particle_of(head)
    lemma = f"{lemma_of(head)} {particle}" if particle else lemma_of(head)
    own = [c for c in head.children if c.dep_ == "dobj" and (c.lower_ != "what" or found_out(head) is None)]
    objects = own or shared_object(head)
    if lemma in DOING and (missing := missing_thing(head)) is not None and missing.head.lower_ == "without":
        lemma = "go without"
    if len(objects) == 1 and is_idiom(lemma, objects[0]):
        lemma, objects = f"{lemma} {objects[0].lower_}", []
    undergoer = objects[0] if objects else subject.token if subject is not None and subject.passive else None
    if (judged := _judged(head, lemma, undergoer, subject, voice)) is not None:
        return judged
    name = sense_at(head, lemma, undergoer) or predicate_of(lemma, "verb")
    arguments: list[Argument] = []
    if subject is not None:
        noun = true_head(subject.token) if is_noun(subject.token) else subject.token
        if name in _OCCURRENCE and not objects and noun.pos_ == "NOUN":
            found = nominal_class(noun)
            if found is not None and found[1] == "noun" and has_theme(noun, voice):
                return _existence(noun, head, voice)
        lone = not objects and is_middle(lemma) and not (name == "lack" and _has_needs(subject.token, voice))
        role: ArgumentRole = "theme" if subject.passive or lone else "agent"
        if subject.passive and any(c.dep_ == "dobj" for c in head.children):
            role = "recipient"  # "players had been given injections"
        arguments.append(argument(role, subject.token, voice))
    if name == "lack" and not objects and (missing := missing_thing(head)) is not None and subject is not None:
        missed = [argument("topic", missing, voice)]
        found_at = places_under([head], voice) or carried_place(subject.token, voice)
        return Proposition(predicate=name, arguments=complete(wanting(subject.token, missed, found_at, voice), voice))
    for child in head.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            arguments.extend(argument("agent", c, voice) for c in child.children if c.dep_ == "pobj" and _acts(c))
        elif child.dep_ == "dobj" and objects:
            token = _evidenced(antecedent(child, head), name)
            arguments.extend(argument("theme", t, voice) for t in (token, *_conjoined(token)))
        elif child.dep_ in {"dative", "iobj"}:
            noun = next((c for c in child.children if c.dep_ == "pobj"), child)
            arguments.append(argument("recipient", noun, voice))
        elif child.dep_ in {"attr", "oprd", "acomp"}:
            arguments.append(argument("attribute", child, voice))
        elif child.dep_ in {"ccomp", "xcomp"} and is_predicate(child) and not (objects or is_spliced(child, head)):
            arguments.append(_deed(child))
    if not objects and (gap := gap_of(head)) is not None:
        arguments.append(argument("theme", gap, voice))
    if objects and objects[0].head.i != head.i:
        arguments.append(argument("theme", objects[0], voice))
    arguments.extend(_oblique(head, voice))
    nouns = [true_head(c) for c in objects]
    if subject is not None and subject.token.tag_ in {"NN", "NNS"}:
        nouns.append(true_head(subject.token))
    arguments.extend(places_under([head], voice) or places_under(nouns, voice) or places_within([head, *nouns], voice))
    if not any(a.role == "place" for a in arguments):
        country = next((c for n in nouns if (found := nominal_class(n)) and found[1] in {"site", "noun"}
                        and (c := country_modifier(n, voice.setting))), None)  # fmt: skip
        if country:
            arguments.append(Argument(role="place", text=country, key=fold(country)))
        else:
            arguments.extend(relative_place(head, voice))
    if not arguments:
        return None
    return Proposition(predicate=name, arguments=complete(arguments, voice))


def _has_needs(subject: "Token", voice: Voice) -> bool:
    """Whether a subject runs out of something and does not itself run out: "we", "the hospital", a name."""
    if subject.pos_ in {"PRON", "PROPN"} and subject.lower_ not in {"it", "they", "that", "this", "those", "these"}:
        return subject.tag_ in {"PRP", "NNP", "NNPS"}
    return is_noun(subject) and (subject.lemma_.lower() in COLLECTIVES or is_place_noun(subject, voice.setting))


def _judged(
    head: "Token", lemma: str, undergoer: "Token | None", subject: Subject | None, voice: Voice
) -> Proposition | None:
    """What somebody is found or declared to be: "found guilty of fraud", "declared the bridge unsafe"."""
    if lemma not in _VERDICTS:
        return None
    complements = {"oprd", "acomp", "attr", "ccomp", "xcomp"}
    words = (c for c in head.children if c.dep_ in complements)
    word = next((c for c in words if c.pos_ == "ADJ" or (c.dep_ == "oprd" and class_of(c.lower_, "adjective"))), None)
    if word is not None and undergoer is None:
        undergoer = next((c for c in word.children if c.dep_ == "nsubj"), None)
    name = class_of(word.lower_, "adjective") if word is not None else None
    if word is None or name is None or undergoer is None:
        return None
    arguments = [argument("theme", undergoer, voice), *_oblique(word, voice), *places_under([head, word], voice)]
    if subject is not None and not subject.passive:
        arguments.insert(0, argument("agent", subject.token, voice))
    return Proposition(predicate=name, arguments=complete(arguments, voice))


def _oblique(head: "Token", voice: Voice) -> "list[Argument]":
    arguments: list[Argument] = []
    for child in links_of(head):
        noun = next((c for c in child.children if c.dep_ == "pobj"), None)
        if noun is None or noun.ent_type_ in {"DATE", "TIME"} or not names_something(noun):
            continue
        word = child.lower_
        if word in _GOAL_PREPOSITIONS:
            arguments.append(argument("goal" if is_place_noun(noun, voice.setting) else "recipient", noun, voice))
        elif word == "from":
            arguments.append(argument("source", noun, voice))
        elif (
            word in {"about", "of", "over", "regarding", "for", "against", "with", "on", "in"}
            and not is_place_noun(noun, voice.setting)
        ) or (word == "in" and not is_place_noun(noun, voice.setting) and _takes_in(head)):
            arguments.append(argument("topic", noun, voice))
        elif word == "with":
            arguments.append(argument("recipient", noun, voice))
    return arguments


def _takes_in(head: "Token") -> bool:
    """Whether what follows "in" says what it is about: "interested in", "take part in"."""
    return head.pos_ == "ADJ" or lemma_of(head) == "take" or class_of(lemma_of(head), "verb") == "participate"


def _deed(verb: "Token") -> Argument:
    """A deed that a verb is about; a gerund alone is the deed's name: "bans whaling"."""
    if verb.tag_ == "VBG" and not any(True for _ in verb.children):
        return Argument(role="theme", text=verb.text, key=fold(verb.text))
    return Argument(role="topic", text=verb.text, key=_verb_key(verb))


def _verb_key(verb: "Token") -> str:
    theme = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    name = predicate_of(lemma_of(verb), "verb")
    return f"{name} {key_of(theme)}" if theme is not None and is_noun(theme) else name


def _conjoined(token: "Token") -> "Iterator[Token]":
    for _ in range(4):
        following = next((c for c in token.children if c.dep_ == "conj" and is_noun(c)), None)
        if following is None or any(c.dep_ == "neg" and c.i < following.i for c in following.children):
            return  # "the crew and not the captain"
        yield following
        token = following


def _acts(noun: "Token") -> bool:
    """Whether what follows "by" can be a doer: no date, amount or gerund."""
    if noun.ent_type_ in AMOUNTS or noun.pos_ == "NUM":
        return False
    return names_something(noun) and noun.lemma_.lower() not in {"percent", "margin", "end", "way", "mean", "means"}
