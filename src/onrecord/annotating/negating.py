"""A denial from above put into the words of what is denied: "was not", "did not sell", "never held", "nobody was"."""

from typing import TYPE_CHECKING

from onrecord.annotating.heads import subject_of
from onrecord.annotating.phrases import lemma_of

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_DENIED = {"any": "no", "anyone": "no one", "anybody": "nobody", "anything": "nothing", "either": "neither"}

_ARTICLES = frozenset({"The", "A", "An"})


def taken_by_any(head: "Token", pieces: dict[int, str]) -> bool:
    """Put a denial from above where "ever" or the subject's "any" waits for it: "never held", "no alarm was off"."""
    subject = subject_of(head)
    marks = (subject, *subject.children) if subject is not None else ()
    for mark in marks:
        if mark.lower_ in _DENIED and mark.i in pieces and (mark is subject or mark.dep_ == "det"):
            part = mark is subject and any(c.lower_ == "of" for c in mark.children)
            pieces[mark.i] = "none" if part and mark.lower_ == "any" else _DENIED[mark.lower_]
            return True
    for child in head.children:
        if child.dep_ == "advmod" and child.lower_ == "ever" and child.i in pieces:
            pieces[child.i] = "never"
            return True
    return False


def behind_that(text: str, words: "list[Token]") -> str:
    """A claim's text as it stands behind "that": with a small letter first, unless it begins with a name."""
    first = text.split(" ", 1)[0]
    common = any(t.lower_ == first.lower() and t.pos_ != "PROPN" and t.lower_ != "i" for t in words)
    return text[:1].lower() + text[1:] if common or first in _ARTICLES else text


def negate(head: "Token", pieces: dict[int, str]) -> None:
    """Put a negation that stands above the clause into it."""
    auxiliary = next(
        (c for c in head.children if c.dep_ in {"aux", "auxpass"} and c.i < head.i and c.i in pieces), None
    )
    if auxiliary is not None and auxiliary.lower_ != "to":
        pieces[auxiliary.i] = contracted(auxiliary.text) + " not"
    elif lemma_of(head) == "be" and head.tag_ in {"VBZ", "VBP", "VBD"}:
        pieces[head.i] = contracted(head.text) + " not"
    elif head.tag_ in {"VBZ", "VBP", "VBD"} or (head.tag_ == "VBN" and _is_past(head)):
        support = {"VBZ": "does", "VBP": "do", "VBD": "did"}.get(head.tag_, "did")
        pieces[head.i] = f"{support} not {lemma_of(head)}"
    else:
        pieces[head.i] = f"not {head.text}"


def straightened(head: "Token", words: "list[Token]", pieces: dict[int, str]) -> "list[Token]":
    """The words of "(Nor) was the mayor told" with the subject first and the denial that led them: "was not told"."""
    first, subject = words[0], subject_of(head)
    turned = first is head or (first.head is head and first.dep_ in {"aux", "auxpass"})
    led = first.i > 0 and first.nbor(-1).lower_ in {"nor", "neither"}
    if not (turned and led) or subject is None or subject.i < first.i or first.i not in pieces:
        return words
    who = [token for token in words if subject.left_edge.i <= token.i <= subject.right_edge.i]
    pieces[first.i] = f"{contracted(first.lower_)} not"
    return [*who, first, *(token for token in words[1:] if token not in who)]


def contracted(word: str, verb: "Token | None" = None) -> str:
    """A contracted auxiliary in full: "is" for an apostrophe and s; "would" or "had" by the verb behind it."""
    if word in {"'d", "’d"} and verb is not None:
        return " would" if verb.tag_ == "VB" else " had"
    return {"'s": " is", "’s": " is", "'re": " are", "’re": " are", "'ve": " have", "’ve": " have",
            "'ll": " will", "’ll": " will", "'m": " am", "’m": " am"}.get(word, word)  # fmt: skip


def _is_past(head: "Token") -> bool:
    """Whether a form read as a participle can only be a past: it has a subject and no auxiliary."""
    own = subject_of(head)
    bare = not any(c.dep_ in {"aux", "auxpass"} for c in head.children)
    return bare and own is not None and own.dep_ == "nsubj" and head.dep_ in {"ROOT", "ccomp", "parataxis"}
