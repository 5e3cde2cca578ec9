"""How far a clause is asserted: auxiliaries, questions, conditions, hedges and weak quantities inside it."""

from typing import TYPE_CHECKING

from onrecord.annotating.phrases import lemma_of
from onrecord.language.predicates import class_of, scope
from onrecord.model.items import Modality

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

_RANK: dict[Modality, int] = {
    "asserted": 0,
    "possible": 1,
    "planned": 2,
    "demanded": 3,
    "conditional": 4,
    "asked": 5,
}
_AUXILIARIES: dict[str, Modality] = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "ca": "possible",
    "will": "planned", "shall": "planned", "wo": "planned", "'ll": "planned", "’ll": "planned", "sha": "planned",
    "would": "conditional", "'d": "conditional", "’d": "conditional",
    "should": "demanded", "must": "demanded", "ought": "demanded",
}  # fmt: skip
_UNTOLD = frozenset(
    {"say", "tell", "confirm", "rule", "exclude", "comment", "swear", "guarantee", "promise", "verify", "imagine",
     "think", "know", "understand", "see", "believe", "be", "deny", "prove", "answer", "speak", "recall", "remember"}
)  # fmt: skip
"""What nobody denies by saying that they cannot: "we cannot confirm it"."""
_IF_MARKS = frozenset({"if", "unless", "provided", "assuming", "lest"})
_STATIVE = frozenset({"be", "exist", "remain", "seem", "know"})


def stronger(one: Modality, other: Modality) -> Modality:
    """The modality of a clause under another: a question about a plan is a question."""
    return one if _RANK[one] >= _RANK[other] else other


def auxiliary_modality(head: "Token", *, reported: bool = False) -> Modality:
    """What a predicate's own auxiliaries make of it; in a reported clause "would" is a plan."""
    found: Modality = "asserted"
    barred = lemma_of(head) not in _UNTOLD and any(c.dep_ == "neg" for c in head.children)
    for child in head.children:
        if child.dep_ not in {"aux", "auxpass"} or child.i > head.i:
            continue
        if barred and child.lower_ in {"can", "could", "ca"}:
            continue  # "rescuers could not reach it": they did not
        modality = _AUXILIARIES.get(child.lower_)
        if modality is None or (child.lower_ in {"'d", "’d"} and _is_had(head, child)):
            continue
        if modality == "conditional" and reported:
            modality = "planned"
        if modality == "demanded" and _is_epistemic(head, child):
            modality = "possible"
        found = stronger(found, modality)
    return found


def is_alternative(head: "Token") -> bool:
    """Whether a clause is left open beside another one: "either the gauge broke or the crew lied".

    A denial leaves none open: "they were not either warned or paid".
    """
    first = head
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    if any(child.dep_ == "neg" for child in first.children):
        return False
    return _offers(first) or any(child.dep_ in {"attr", "dobj", "acomp"} and _offers(child) for child in head.children)


def _offers(first: "Token") -> bool:
    told = {child.lower_ for child in first.children if child.dep_ in {"preconj", "cc"}}
    return {"either", "or"} <= told


def _is_had(head: "Token", auxiliary: "Token") -> bool:
    """Whether "’d" stands for "had": before a participle, "they’d left"."""
    if auxiliary.lemma_ in {"have", "do"}:
        return True
    after = next((c for c in head.children if c.dep_ in {"aux", "auxpass"} and c.i > auxiliary.i), head)
    if after.tag_ == "VBN" or after.lower_ in {"been", "had"}:
        return True
    return after.lower_.endswith(("ed", "en", "ought", "aught")) and class_of(after.lower_, "verb") is None


def modal_of(auxiliary: "Token") -> Modality:
    """What an auxiliary makes of a clause that it stands for alone: "Lund will"."""
    return _AUXILIARIES.get(auxiliary.lower_, "asserted")


def is_question(sentence: "Piece") -> bool:
    """Whether a sentence asks."""
    for at in range(sentence.end - 1, max(sentence.start, sentence.end - 6) - 1, -1):
        text = sentence.doc[at].text.strip().rstrip("\"'”’)")
        if text:
            return text.endswith("?")
    return False


def condition_of(clause: "Token") -> str | None:
    """The word that makes an adverbial clause a condition, or `None`; "even if" and "as if" make none."""
    for child in clause.children:
        if child.dep_ in {"mark", "advmod"} and child.lower_ in _IF_MARKS and child.i < clause.i:
            before = child.nbor(-1).lower_ if child.i > 0 else ""
            return None if before in {"as"} else child.lower_
    return None


def has_condition(head: "Token") -> bool:
    """Whether a clause holds only under a condition that stands beside it; "even if" sets none."""
    return any(c.dep_ == "advcl" and condition_of(c) and not _is_even(c) for c in head.children)


def _is_even(clause: "Token") -> bool:
    edge = clause.left_edge
    return edge.lower_ == "even" or (edge.i > 0 and edge.nbor(-1).lower_ == "even")


def hedges_of(head: "Token") -> tuple[str, ...]:
    """The words directly at a predicate that weaken it, as written."""
    words = scope()
    found: list[str] = []
    for child in head.children:
        if child.dep_ in {"advmod", "npadvmod", "amod"}:
            if child.lower_ in words.hedges or child.lower_ in words.evidentials:
                found.append(child.text)
        elif child.dep_ == "prep" and child.i - child.left_edge.i < 3:
            phrase = child.doc[child.left_edge.i : min(child.right_edge.i + 1, child.i + 8)].text
            if phrase.lower().strip(" ,") in words.hedges:
                found.append(phrase.strip(" ,"))
        elif child.dep_ in {"ccomp", "parataxis"} and child.i < head.i and child.right_edge.i - child.left_edge.i < 4:
            phrase = child.doc[child.left_edge.i : child.right_edge.i + 1].text.strip(" ,")
            if phrase.lower() in words.hedges:
                found.append(phrase)
    return tuple(found)


def is_past(copula: "Token") -> bool:
    """Whether a copula tells what was: "was", "has been"."""
    if any(c.tag_ == "MD" for c in copula.children):
        return False
    return copula.tag_ in {"VBD", "VBN"} and lemma_of(copula) == "be"


def has_happened(clause: "Token") -> bool:
    """Whether a clause tells what was done: "sailed" and "was sold", not "could sail"."""
    auxiliaries = [c for c in clause.children if c.dep_ in {"aux", "auxpass"}]
    first = auxiliaries[0] if auxiliaries else clause
    return first.tag_ == "VBD"


def weak_quantity_of(noun: "Token") -> str | None:
    """The word that leaves open how many or how much of the noun ("some", "a few"), as written."""
    words = scope()
    for child in noun.children:
        if child.i < noun.i and child.dep_ in {"det", "amod", "predet", "nummod"}:
            lower = child.lower_
            if lower in words.weak_quantities or (lower in {"all", "every", "each"}):
                before = child.nbor(-1).text if child.i > 0 and child.nbor(-1).lower_ in {"a", "not"} else ""
                return f"{before} {child.text}".strip()
    return None


def _is_epistemic(head: "Token", auxiliary: "Token") -> bool:
    """Whether "should" or "must" guesses instead of demanding: "there should be some", "must have known"."""
    children = list(head.children)
    perfect = any(c.dep_ == "aux" and c.lower_ == "have" and c.i > auxiliary.i for c in children)
    if perfect and auxiliary.lower_ == "must":
        return True
    return head.lemma_ in _STATIVE and any(c.dep_ == "expl" for c in children)


def is_yet_to(verb: "Token", child: "Token") -> bool:
    """Whether something is still to be done: "has yet to sign", "remains to be built"."""
    return lemma_of(verb) == "remain" or any(verb.i < token.i < child.i and token.lower_ == "yet"
                                             for token in verb.doc[verb.i + 1 : min(child.i, verb.i + 4)])  # fmt: skip


def is_ruled_out(word: "Token", child: "Token") -> bool:
    """Whether a gerund says what somebody will not do: "ruled out publishing it", not "ruled out having met her"."""
    if lemma_of(word) != "rule" or child.tag_ != "VBG":
        return False
    return not any(c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for c in child.children)
