"""Whom he and she cannot mean by grammar alone: nobody is his own brother, and nobody talks of himself as "him".

Each rule reads one sentence. What it bars is barred for one pronoun only.
"""

from typing import TYPE_CHECKING

from onrecord.language.gazetteers import is_role_head

if TYPE_CHECKING:
    from onrecord.language.people import Mentioned
    from onrecord.language.trees import Token

REFLEXIVE = frozenset({"himself", "herself"})

KIN = frozenset(
    {
        "brother", "sister", "son", "daughter", "father", "mother", "wife", "husband", "partner", "uncle", "aunt",
        "cousin", "nephew", "niece", "grandson", "granddaughter", "grandfather", "grandmother", "friend", "colleague",
        "boss", "lawyer", "attorney", "predecessor", "successor", "rival", "opponent", "deputy", "spokesman",
        "spokeswoman", "spokesperson", "adviser", "advisor", "aide", "chief", "counterpart", "boyfriend", "girlfriend",
        "fiancé", "fiancée", "stepson", "stepdaughter", "doctor", "teacher", "mentor",
    }
)  # fmt: skip
"""Who is somebody's: never the one whose he or she is."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "dative"})
_JOINTS = frozenset({";", ":", "—", "–", "-", "and", "but"})
_HEIGHT = 14
"""Steps up a parse that are looked at."""


def subject_over(reflexive: "Token") -> "Token | None":
    """The subject of the clause that a reflexive stands in: whom alone it can mean."""
    verb = reflexive.head
    for _ in range(_HEIGHT):
        subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
        if subject is not None or verb.head == verb or verb.dep_ in {"relcl", "acl"}:
            return subject
        verb = verb.head
    return None


def taken_up(pronoun: "Token") -> "Token | None":
    """The phrase for somebody that the pronoun takes up right behind it: "My brother, he sold it"."""
    if pronoun.dep_ not in _SUBJECTS or pronoun.i < 2 or pronoun.nbor(-1).text != ",":
        return None
    for word in pronoun.head.children:
        if word.dep_ == "npadvmod" and word.i < pronoun.i:
            of_several = word.lower_ == "one" and any(child.lower_ == "of" for child in word.children)
            if of_several or word.ent_type_ == "PERSON" or word.lemma_.lower() in KIN or is_role_head(word.text):
                return word
    return None


def is_barred(pronoun: "Mentioned", mention: "Mentioned") -> bool:
    """Whether a mention in the pronoun's block stands where the pronoun cannot mean the same person."""
    one, other = pronoun.token, mention.token
    if pronoun.sentence != mention.sentence or one.lower_ in REFLEXIVE:
        return False
    if pronoun.role == "poss":
        return _belongs_to_pronoun(one, other)
    return (
        _is_outside_clause(one, other)
        or _is_its_own_object(one, other)
        or (mention.kind == "name" and _is_told_of(one, other, saying=pronoun.saying))
    )


def _belongs_to_pronoun(pronoun: "Token", person: "Token") -> bool:
    """His brother, "Lee, his brother", "Lee is his brother": each is another one than he; "his own" tells nothing."""
    owned = pronoun.head
    if pronoun.i + 1 < len(pronoun.doc) and pronoun.nbor().lower_ == "own":
        return False
    if owned == person or (owned.dep_ == "appos" and owned.head == person):
        return True
    if owned.lemma_.lower() in KIN and any(child == person and child.dep_ == "appos" for child in owned.children):
        return True
    return owned.dep_ == "attr" and person.head == owned.head and person.dep_ in _SUBJECTS


def _is_outside_clause(pronoun: "Token", person: "Token") -> bool:
    """A photographer she had hired: a relative clause that has "she" for its subject tells of somebody else."""
    verb = pronoun.head
    if verb.head != person or verb.dep_ != "relcl":
        return False
    return pronoun.dep_ in _SUBJECTS or (pronoun.dep_ in _OBJECTS and any(c.dep_ in _SUBJECTS for c in verb.children))


def _is_its_own_object(pronoun: "Token", person: "Token") -> bool:
    """Lee saw him: subject and object of one verb are two people."""
    if pronoun.dep_ not in _OBJECTS:
        return False
    verb = pronoun.head
    for _ in range(_HEIGHT):
        subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
        if subjects or verb.dep_ != "conj" or verb.head == verb:
            return any(person == subject for subject in subjects)
        verb = verb.head
    return False


def _is_told_of(pronoun: "Token", person: "Token", *, saying: bool) -> bool:
    """He said Lee would go; “Lee will go,” he said; Lee, he said, would go: whom what is said names is another one.

    A clause before that is no speech may be another sentence, which a semicolon or a comma joins.
    """
    if pronoun.dep_ not in _SUBJECTS:
        return False
    if person.i < pronoun.i and not (saying and not any(t.text in _JOINTS for t in pronoun.doc[person.i : pronoun.i])):
        return False
    verb, current = pronoun.head, person
    for _ in range(_HEIGHT):
        if current.head == verb:
            return current.dep_ in {"ccomp", "xcomp", "dobj", "dative", "prep", "parataxis"}
        if saying and current.head == verb.head and current.dep_ in _SUBJECTS:
            return verb.dep_ in {"ccomp", "parataxis"} and person.i < pronoun.i < verb.head.i
        if current.head == current:
            return False
        current = current.head
    return False
