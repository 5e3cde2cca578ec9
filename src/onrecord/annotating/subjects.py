"""Who does what a verb says, as far as the parse tells."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_NOUN_TAILS = frozenset({"relcl", "punct", "cc", "advcl", "parataxis"})


def grouped(token: "Token") -> dict[str, list["Token"]]:
    """A token's children by their relation to it."""
    by_dep: dict[str, list[Token]] = {}
    for child in token.children:
        by_dep.setdefault(child.dep_, []).append(child)
    return by_dep


def agent_of(verb: "Token") -> "Token | None":
    """By whom what a passive verb says is done: the pilot in "was warned by the pilot"."""
    return next((c for link in verb.children if link.dep_ == "agent" for c in link.children if c.dep_ == "pobj"), None)


def subject_with(verb: "Token", by_dep: dict[str, list["Token"]], passive: bool) -> "Token | None":
    """Who says it: the subject, the agent of a passive, or the subject of the verb this one hangs on."""
    if passive:
        return agent_of(verb)
    if "nsubj" in by_dep:
        own = by_dep["nsubj"][0]
        return verb.head if is_relative(verb, own) else own
    seen = 0
    at = verb
    while seen < 6:
        seen += 1
        head = at.head
        if head is at:
            return None
        if at.dep_ == "acl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return head
        if at.dep_ in {"relcl"}:
            return head
        if at.dep_ in {"conj", "xcomp", "advcl", "pcomp"}:
            if at.dep_ == "xcomp":
                objects = [c for c in head.children if c.dep_ == "dobj" and c.i < at.i]
                if objects:
                    return objects[-1]
            if head.pos_ in {"VERB", "AUX"}:
                above = _subject_above(head, at)
                if above is not None:
                    return above
            at = head
            continue
        if at.dep_ == "prep":
            at = head
            if at.pos_ in {"VERB", "AUX"}:
                above = _subject_above(at, at)
                if above is not None:
                    return above
            continue
        return None
    return None


def _subject_above(verb: "Token", before: "Token") -> "Token | None":
    return next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < before.i), None)


def is_relative(verb: "Token", subject: "Token") -> bool:
    """Whether the subject is the "who" of a relative clause."""
    return subject.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl"


def doer_of(verb: "Token") -> "Token | None":
    """Who does what the verb says, as far as the parse tells."""
    by_dep = grouped(verb)
    return subject_with(verb, by_dep, "auxpass" in by_dep or "nsubjpass" in by_dep)


def source_range(source: "Token") -> tuple[int, int]:
    """The source's words: its phrase with appositions, without relative clauses."""
    first, last = source.left_edge.i, source.i + 1
    for child in source.children:
        if child.dep_ in _NOUN_TAILS:
            if child.dep_ in {"relcl", "advcl", "parataxis"} and child.i > source.i:
                break
            continue
        last = max(last, child.right_edge.i + 1)
    return first, min(last, first + 40)
