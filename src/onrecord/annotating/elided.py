"""Clauses cut down to an auxiliary, filled from the clause they answer: "We do not.", "but Sweden has", "So does Lund".

The auxiliary must take up a clause just before it, of the same sentence or one of the two before: "do" any verb,
"have" a verb with "have" or a plain one, "be" a copula or passive, a modal any. Where none stands near, nothing is
filled. What is borrowed is marked as filled, the spans stay the cut clause's own.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.anaphora import PARTS
from onrecord.annotating.clauses import Clause
from onrecord.annotating.deixis import referent_of
from onrecord.annotating.heads import embeddings_at
from onrecord.annotating.modality import modal_of, stronger
from onrecord.annotating.packed import named
from onrecord.annotating.participants import Voice, argument, complete
from onrecord.annotating.phrases import lemma_of
from onrecord.annotating.prefaces import ADDRESSES
from onrecord.annotating.scope import State
from onrecord.annotating.understood import Subject, is_passive, subject_for
from onrecord.annotating.verbforms import participle
from onrecord.annotating.wording import subject_text
from onrecord.model.items import Argument, ArgumentRole, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_AUXILIARIES = frozenset(
    {"do", "have", "be", "will", "would", "can", "could", "should", "must", "may", "might", "shall"}
)
_LEFT = frozenset(
    {"nsubj", "neg", "advmod", "punct", "cc", "mark", "intj", "aux", "preconj", "npadvmod", "expl", "dep"}
)
_SMALL = frozenset(
    [
        "too",
        "also",
        "always",
        "never",
        "already",
        "still",
        "certainly",
        "so",
        "neither",
        "either",
        "probably",
        "often",
        "now",
        "indeed",
        "either",
        "not",
        "all",
        "both",
        "even",
        "surely",
        "clearly",
        "definitely",
        "absolutely",
        "do",
        "yet",
        "just",
        "simply",
    ]
)
_CARRYING = frozenset({"ccomp", "parataxis", "conj", "ROOT", "advcl"})
"""A cut clause has nothing but its subject, "not" and small words around its auxiliary."""
_ADDED = frozenset({"prep", "npadvmod", "advmod", "appos"})
_TAKING_UP = frozenset({"it", "they", "he", "she", "those", "these"})
_NOBODY = frozenset({"nobody", "none", "neither"})
SENTENCES_BACK = 2


class Full(NamedTuple):
    """A whole clause that a cut one may take up: its parts, what it says, its sentence's number, and its text.

    `charge` is the deed that it lays to somebody's charge, with its words.
    """

    clause: Clause
    proposition: Proposition
    state: State
    voice: Voice
    sentence: int
    text: str = ""
    charge: tuple[Proposition, str] | None = None


def is_cut(head: "Token") -> bool:
    """Whether a clause is cut down to its auxiliary."""
    if head.pos_ not in {"AUX", "VERB"} or lemma_of(head) not in _AUXILIARIES:
        return False
    been = head.lower_ == "been" and any(c.lemma_ == "have" and c.dep_ == "aux" for c in head.children)
    if head.tag_ in {"VBG", "VBN"} and not been:
        return False
    subject = None
    for child in head.children:
        if child.dep_ in _CARRYING and child.pos_ in {"VERB", "AUX"}:
            if child.dep_ == "conj" and child.i <= head.i + 3 and not any(c.dep_ == "nsubj" for c in child.children):
                return False  # "is and remains the home"
            continue  # "Lund has, the mayor said"
        if child.dep_ not in _LEFT or (child.dep_ in {"advmod", "npadvmod"} and child.lower_ not in _SMALL):
            if is_added(child, head):
                continue
            return False
        subject = child if child.dep_ == "nsubj" else subject
    if subject is None or subject.tag_ in {"WP", "WDT"} or subject.lower_ in {"there", "that"}:
        return False
    return lemma_of(head) != "be" or subject.i < head.i


def is_added(child: "Token", head: "Token") -> bool:
    """Whether words set off behind a cut clause only add to it: "I did, out of my own pocket"."""
    edge = child.left_edge
    if child.dep_ not in _ADDED or edge.i <= head.i + 1 or edge.nbor(-1).text != ",":
        return False
    return not any(t.pos_ in {"VERB", "AUX"} for t in child.subtree)


def is_compared(head: "Token") -> bool:
    """Whether a cut clause is only what something is measured by: "more than Lund has"."""
    first = head.left_edge.i
    return any(token.lower_ in {"than", "as"} for token in head.doc[max(0, first - 1) : first + 1])


def filled(clause: Clause, state: State, voice: Voice, before: list[Full], sentence: int) -> "tuple[Full, str] | None":
    """The cut clause with what it takes up, and its text; `None` where nothing near fits."""
    head = clause.head
    subject = subject_for(head)
    if subject is None or is_compared(head):
        return None
    near = [full for full in reversed(before) if sentence - full.sentence <= SENTENCES_BACK and _fits(head, full)]
    own = [full for full in near if full.sentence == sentence or full.voice.view.name == voice.view.name]
    who = [full for full in near if full.sentence == sentence - 1 and _asks_who(full)]
    taken = next(iter(who or (own if subject.token.lower_ in _TAKING_UP else []) or near), None)
    if taken is None:
        return None
    negated = _is_turned(head, taken)
    proposition = _with_subject(taken, subject, voice)
    modality = stronger(state.modality, modal_of(head))
    if taken.clause.outer is not taken.clause.head and "demand" in embeddings_at(taken.clause.outer):
        modality = stronger("demanded", modality)
    full = Full(clause, proposition, State(negated, modality, state.hedges, said_by=state.said_by), voice, sentence)
    return full, _worded(head, subject, taken, voice, negated=negated)


def _asks_who(full: Full) -> bool:
    """Whether a question asks who did something: "Who paid for the hotel?", answered by "I did"."""
    subject = subject_for(full.clause.outer)
    return full.clause.asks and subject is not None and subject.token.lower_ in {"who", "what"}


def _fits(head: "Token", full: Full) -> bool:
    verb = full.clause.head
    if verb.doc is head.doc and verb.i >= head.i:
        return False
    if verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children):
        return False  # "as we now know"
    match lemma_of(head):
        case "be":
            return lemma_of(verb) == "be" or is_passive(verb) or verb.tag_ == "VBG"
        case "do":
            return lemma_of(verb) != "be" and not is_passive(verb)
        case "have":
            return not is_passive(verb) or any(c.lower_ in {"has", "have", "had", "been"} for c in verb.children)
        case _:
            return True


def _is_turned(head: "Token", full: Full) -> bool:
    """The cut clause's polarity: its own "not", "nor" or "neither"; "so" repeats what was affirmed."""
    if negates(head):
        return True
    words = {token.lower_ for token in head.children} | {head.nbor(-1).lower_ if head.i else ""}
    subject = subject_for(head)
    if subject is not None and subject.token.lower_ in _NOBODY:
        return True
    return full.state.negated and full.state.modality == "asserted" and "so" in words


def negates(head: "Token") -> bool:
    """Whether a cut clause has a "not" of its own."""
    words = {token.lower_ for token in head.children} | {head.nbor(-1).lower_ if head.i else ""}
    return bool(words & {"not", "n't", "n’t", "nor", "neither", "never"})


def _with_subject(full: Full, subject: Subject, voice: Voice) -> Proposition:
    """The clause's proposition said of the new subject, what it borrows marked."""
    other = subject_for(full.clause.head)
    role: ArgumentRole = "theme" if other is not None and other.passive else _subject_role(full)
    if _asks_who(full) and full.clause.outer is not full.clause.head:
        return full.proposition  # "Who told you to go?" - "The mate did": who went is as asked
    again = _takes_up(subject.token) and not _asks_who(full)
    repeated = full.proposition.argument(role) if again else None
    first = repeated if repeated is not None and repeated.key else argument(role, subject.token, voice)
    arguments: list[Argument] = [first]
    was = next((a.key for a in full.proposition.arguments if a.role == role), None)
    for one in full.proposition.arguments:
        if one.role == role or (one.role == "place" and one.filled and one.key == was):
            continue
        arguments.append(
            Argument(role=one.role, text=one.text, key=one.key, entity=one.entity, spans=one.spans, filled=True)
        )
    return Proposition(predicate=full.proposition.predicate, arguments=complete(arguments, voice))


def _takes_up(subject: "Token") -> bool:
    """Whether a subject is that of the clause before it: "they", "all of them"."""
    if subject.lower_ in _TAKING_UP:
        return True
    links = [c for c in subject.children if c.lower_ == "of"]
    return subject.lower_ in PARTS and any(c.lower_ in {"them", "those"} for link in links for c in link.children)


def _subject_role(full: Full) -> ArgumentRole:
    """The role in which the clause's subject stands: the agent's, or the theme's of "prices fell"."""
    roles = {a.role for a in full.proposition.arguments}
    return "agent" if "agent" in roles else "theme"


def _worded(head: "Token", subject: Subject, full: Full, voice: Voice, *, negated: bool) -> str:
    verb = full.clause.outer if _asks_who(full) else full.clause.head
    name = subject_text(subject.token, voice)
    if _takes_up(subject.token) and not _asks_who(full):
        other = subject_for(verb)
        if other is not None:
            nobody = other.token.lower_ in _NOBODY and not negated
            name = subject.token.text if nobody else subject_text(other.token, full.voice)
        part = subject.token.lower_ if subject.token.lower_ in PARTS else ""
        name = f"{part} of the {name}" if part and other is not None else name
    own = subject_for(verb)
    said = {t.i for t in own.token.subtree} if own is not None and full.clause.asks else set()
    rest = [t for t in full.clause.words if t.i > verb.i and t.dep_ not in {"punct", "neg"} and t.i not in said]
    rest = [t for t in rest if negated or not (t.lower_ in {"no", "any"} and t.dep_ == "det")]
    after = "".join(_resolved(t, full.voice) for t in rest).strip(" ,;:.?!")
    spoken, *between = [*(c for c in head.children if c.dep_ == "aux" and c.i < head.i), head]
    if head.lower_ not in {"be", "been"}:
        spoken, between = head, []
    auxiliary = spoken.lower_ if spoken.lower_ not in {"'s", "’s", "'ve", "’ve"} else lemma_of(spoken)
    if subject.token.tag_ in {"NNP", "NN"} or (subject.token.lower_ in {"we", "i"} and name != subject.token.text):
        auxiliary = {"do": "does", "have": "has", "are": "is", "am": "is", "were": "was"}.get(auxiliary, auxiliary)
    form = "" if lemma_of(verb) == "be" else _form(head, verb)
    form = " ".join([*(token.lower_ for token in between), form]).strip()
    after = " ".join([after, *_added(head, voice)]).strip()
    turned = negated and subject.token.lower_ not in _NOBODY | {"nothing"}
    return " ".join(word for word in (name, auxiliary, "not" if turned else "", form, after) if word)


def _added(head: "Token", voice: Voice) -> Iterator[str]:
    """The phrases that a cut clause adds, without whom it speaks to: "by radio", "at ten twenty"."""
    for child in head.children:
        if child.i > head.i and is_added(child, head) and child.lower_ not in ADDRESSES:
            yield "".join(_own(t, voice) for t in child.subtree).strip(" ,;:.")


def _resolved(token: "Token", voice: Voice) -> str:
    """A word of the clause that is taken up, its pronouns as whoever said it meant them."""
    if token.tag_ not in {"PRP", "PRP$"}:
        return token.text_with_ws
    referent = referent_of(token, voice.parsed, voice.view, voice.setting)
    if referent.open or not referent.text:
        return token.text_with_ws
    text = named(referent.text)
    owner = ("'" if text.endswith("s") else "'s") if token.tag_ == "PRP$" else ""
    return f"{text}{owner}{token.whitespace_}"


def _own(token: "Token", voice: Voice) -> str:
    name = voice.view.name
    if token.lower_ != "my" or name is None:
        return token.text_with_ws
    return f"{name}'{'' if name.endswith('s') else 's'}{token.whitespace_}"


def _form(head: "Token", verb: "Token") -> str:
    if lemma_of(head) == "have" and is_passive(verb):
        return f"been {verb.text}"
    if lemma_of(head) not in {"be", "do", "have"} and is_passive(verb):
        return f"be {verb.text}"  # "but four could not"
    if lemma_of(head) in {"have", "be"}:
        return verb.text if verb.tag_ in {"VBN", "VBG"} else participle(verb.lemma_)
    return verb.lemma_
