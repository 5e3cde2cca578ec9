"""Frames of verbs: "said that it leaked", "it leaked, officials say", "urged them to leave", "was accused of"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.annotating.frames import Frame, Range, framed, without
from onrecord.annotating.subjects import grouped, is_relative, subject_with

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_EXTRAS = frozenset({"prep", "dative", "xcomp", "oprd", "prt", "acomp", "attr", "agent", "acl"})
_TIME_ENTITIES = frozenset({"DATE", "TIME"})


class _Taken(msgspec.Struct, frozen=True):
    """What a verb takes for content: how, where it stands, and the word that joins it and counts to the cue."""

    shape: str
    content: list[Range]
    joints: tuple[int, ...] = ()


def verb_frame(verb: "Token", bounds: Range) -> Frame | None:
    """The frame of a verb in a sentence with these bounds; `None` where it takes nothing that could be said."""
    by_dep = grouped(verb)
    passive = "auxpass" in by_dep or "nsubjpass" in by_dep
    subject = subject_with(verb, by_dep, passive)
    taken = _taken(verb, by_dep, subject, bounds, passive=passive)
    if taken is None or not taken.content:
        return None
    content = taken.content
    if passive and taken.shape.split("-")[0] in {"xcomp", "prep", "oprd"} and by_dep.get("nsubjpass"):
        target = by_dep["nsubjpass"][0]
        if target.i < verb.i and subject is not target:
            content = [(target.left_edge.i, target.right_edge.i + 1), *content]
    cue = _cue_ranges(verb, by_dep, taken.joints)
    content = without(content, cue)
    if not content:
        return None
    relative = next((c.i for c in by_dep.get("nsubj", ()) if is_relative(verb, c)), None)
    shape = ("p-" if passive else "") + taken.shape
    features = _verb_features(verb, by_dep, passive)
    return framed(verb, cue, subject, content, (verb.lemma_.lower(), shape), features, relative=relative)


def _taken(
    verb: "Token", by_dep: dict[str, list["Token"]], subject: "Token | None", bounds: Range, *, passive: bool
) -> _Taken | None:
    """What a verb takes: a clause before all, then an infinitive, an object, and what stands around or beside it."""
    if clauses := by_dep.get("ccomp"):
        clause = clauses[-1] if clauses[-1].i > verb.i else clauses[0]
        side = "after" if clause.i > verb.i else "before"
        return _Taken(f"ccomp-{side}", _clause_ranges(verb, clause, subject))
    behind = [child for child in verb.children if child.i > verb.i]
    infinitive = next((child for child in behind if child.dep_ == "xcomp"), None)
    if infinitive is not None:
        return _infinitive(verb, infinitive, by_dep.get("dobj", ()))
    target = next((child for child in behind if child.dep_ in {"dobj", "attr", "oprd", "acomp"}), None)
    if target is not None:
        return _object(target, behind)
    joints = [child for child in behind if child.dep_ in {"prep", "agent", "dative"} and not _is_time(child)]
    if passive and not subject and not joints:
        return None
    if around := _parenthesis(verb, subject, bounds):
        return _Taken("parenthesis", around)
    if joints and joints[0].dep_ == "prep":
        return _prepositional(joints[0], verb)
    if passive and (undergoing := by_dep.get("nsubjpass")):
        return _Taken("passive", [(undergoing[0].left_edge.i, undergoing[0].right_edge.i + 1)])
    return None


def _infinitive(verb: "Token", infinitive: "Token", objects: "Sequence[Token]") -> _Taken:
    """With the object that shall do it: "urged [them to leave]"."""
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in infinitive.children)
    between = next((child for child in objects if verb.i < child.i < infinitive.i), None)
    first = between if between is not None else infinitive
    shape = f"xcomp-{'to' if to else infinitive.tag_}{'-obj' if between is not None else ''}"
    return _Taken(shape, [(first.left_edge.i, infinitive.right_edge.i + 1)])


def _object(target: "Token", behind: "Sequence[Token]") -> _Taken:
    """With what goes on right behind it: "blamed [the outage on a cable]"."""
    last, lead = target.right_edge.i, ""
    tail = next((c for c in behind if c.i == last + 1 and c.dep_ in _EXTRAS), None)
    if tail is not None and not _is_time(tail):
        last = tail.right_edge.i
        lead = f"-{tail.lower_ if tail.dep_ in {'prep', 'agent'} else tail.dep_}"
    return _Taken(f"{target.dep_}{lead}", [(target.left_edge.i, last + 1)])


def _prepositional(joint: "Token", verb: "Token") -> _Taken | None:
    """What a preposition joins, with an "as" behind it: "spoke of [the dam as a risk]"."""
    inner = next((c for c in joint.children if c.dep_ in {"pobj", "pcomp"}), None)
    if inner is None:
        return None
    end = inner.right_edge.i + 1
    role = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and end <= c.i <= end + 1), None)
    last = role.right_edge.i + 1 if role is not None else end
    return _Taken(f"prep-{joint.lower_}", [(inner.left_edge.i, last)], (joint.i,))


def _clause_ranges(verb: "Token", clause: "Token", subject: "Token | None") -> list[Range]:
    """The clause's words; where the saying verb interrupts its own clause, those on both sides."""
    first, last = clause.left_edge.i, clause.right_edge.i + 1
    if clause.i > verb.i:
        last = max(last, first)
        return [(max(first, verb.i + 1), last)] if last > verb.i + 1 else []
    own_first = verb.left_edge.i if verb.left_edge.i > clause.i else verb.i
    if subject is not None and subject.i > clause.i and subject.head is verb:
        own_first = min(verb.i, subject.left_edge.i)
    pieces = [(first, min(last, own_first))]
    if last > verb.right_edge.i + 1:
        pieces.append((verb.right_edge.i + 1, last))
    return [(a, b) for a, b in pieces if b > a]


def _parenthesis(verb: "Token", subject: "Token | None", bounds: Range) -> list[Range]:
    """The rest of the sentence around ", officials say," where the parse hangs it on the main clause."""
    if subject is None or verb.dep_ not in {"parataxis", "ccomp", "ROOT", "conj"} or subject.head is not verb:
        return []
    doc, (begin, end) = verb.doc, bounds
    own = [verb.i, subject.left_edge.i, subject.right_edge.i]
    first, last = min(own), max(verb.i, subject.right_edge.i if subject.i > verb.i else verb.i)
    before = doc[first - 1] if first > begin else None
    after = doc[last + 1] if last + 1 < end else None
    if before is None or before.text not in {",", "–", "—", "”", '"', "’"}:
        return []
    if after is not None and after.text not in {",", ".", "–", "—", "!", "?", ";"} and not after.is_space:
        return []
    pieces = [(begin, first)]
    if after is not None and after.text in {",", "–", "—"}:
        pieces.append((last + 1, end))
    return pieces


def _cue_ranges(verb: "Token", by_dep: dict[str, list["Token"]], joints: "Sequence[int]") -> list[Range]:
    kept = {verb.i, *joints}
    for dep in ("prt", "neg"):
        kept.update(child.i for child in by_dep.get(dep, ()))
    at = verb.i - 1
    doc = verb.doc
    while at >= 0 and doc[at].head.i == verb.i and doc[at].dep_ in {"aux", "auxpass", "neg", "advmod"}:
        kept.add(at)
        at -= 1
    return _ranges(kept)


def _ranges(indices: set[int]) -> list[Range]:
    found: list[Range] = []
    for i in sorted(indices):
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def _verb_features(verb: "Token", by_dep: dict[str, list["Token"]], passive: bool) -> tuple[str, ...]:
    found = [f"tag={verb.tag_}", f"dep={verb.dep_}", f"l={verb.lemma_.lower()}|tag={verb.tag_}"]
    if "neg" in by_dep:
        found.append("neg")
    found.extend(f"modal={c.lower_}" for c in by_dep.get("aux", ()) if c.tag_ == "MD" or c.lower_ == "to")
    for clause in by_dep.get("ccomp", ()):
        mark = next((c.lower_ for c in clause.children if c.dep_ == "mark"), "none")
        found.append(f"mark={mark}")
        found.append(f"clause={clause.tag_}")
    if any(c.dep_ == "mark" and c.lower_ in {"if", "because", "when", "while", "as", "that"} for c in verb.children):
        found.append("marked")
    if passive:
        found.append(f"l={verb.lemma_.lower()}|passive")
    return tuple(found)


def _is_time(token: "Token") -> bool:
    if token.ent_type_ in _TIME_ENTITIES:
        return True
    return any(child.ent_type_ in _TIME_ENTITIES for child in token.children)
