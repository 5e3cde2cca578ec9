"""What stands over each word of a sentence: polarity, modality and who is said to say it, in one pass from the root.

A clause's truth depends on the words above it. "No evidence that", "denied", "failed to" turn what they take;
"stopped" turns it for now; "zero doubt" and "did not deny" turn back; "know" and "where it is made" take it for
granted whatever stands above; "may", "whether", "urged" and "if" take its assertion away; "don't think that"
passes its negation down; words quoted as a sentence of their own are touched by nothing above them, and what stands
in a question is asked. Every word is visited once.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.clefts import is_same_claim
from onrecord.annotating.heads import (
    VERBAL,
    WH_ADVERBS,
    complement_noun,
    embedding_among,
    embeddings_at,
    has_auxiliary,
    interrogative_of,
    is_aside,
    is_indicative,
    is_left_open,
    is_predicate,
    is_quoted_sentence,
    is_spliced,
    only_leads_on,
    speaking,
    subject_of,
)
from onrecord.annotating.holding import first_words, has_doer, is_first_person, is_impersonal, is_told
from onrecord.annotating.inverted import calls_on
from onrecord.annotating.modality import (
    auxiliary_modality,
    condition_of,
    has_condition,
    has_happened,
    hedges_of,
    is_alternative,
    is_past,
    is_question,
    is_yet_to,
    stronger,
)
from onrecord.annotating.phrases import lemma_of
from onrecord.annotating.polarity import is_negated_noun, negation_of, zero_word
from onrecord.annotating.reporting import is_report, says_outright
from onrecord.annotating.verdicts import (
    NOUN_TURNERS,
    is_mistake_to,
    is_shown_by_nothing,
    is_somebodys,
    is_turned_object,
    is_wrong_to,
    verdict_on,
)
from onrecord.language.predicates import Embedding
from onrecord.model.items import Modality

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

_VOUCHING = frozenset({"confirm", "verify", "corroborate", "vouch"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "pcomp", "csubj", "csubjpass"})
_FORBIDDING = frozenset({"ban", "bar", "block", "discourage", "dissuade", "forbid", "prohibit", "restrict"})
"""Verbs after which "from entering" says what must not be, and not what was not."""
_IN_PLACE = frozenset({"without", "minus", "instead", "rather"})
_REASONS = frozenset({"because", "since", "as", "while", "although", "though", "when", "after", "once", "whereas"})
_ONCE = frozenset({"when", "once", "after", "whenever"})
_ATTITUDES = frozenset({"say", "think", "deny", "doubt", "wonder", "claim", "denial"})
_EXISTING = frozenset({"be", "exist", "remain"})
_FINDING = frozenset({"find", "conclude", "rule"})
"""Verbs whose subject answers for what was found."""
_WEIGHING = frozenset({"consider", "contemplate", "mull", "weigh"})
_WISHING = frozenset({"want", "wish", "like", "prefer"})
_HOPING = frozenset({"hope", "fear", "worry"})
_QUOTABLE = frozenset({"ccomp", "parataxis", "advcl", "conj", "dobj", "appos", "acl", "relcl", "dep"})


class State(NamedTuple):
    """What holds at a word: its clause's polarity, modality, hedges, and whose words it reports.

    `said_by` is the index of the nearest verb or noun of speech or belief above; `sure` scales the score, and is 0
    where nothing is claimed.
    """

    negated: bool = False
    modality: Modality = "asserted"
    hedges: tuple[str, ...] = ()
    presupposed: bool = False
    quantity: str | None = None
    said_by: int | None = None
    sure: float = 1.0


UNSAID = State(modality="possible", sure=0.0)
"""What the words neither tell nor deny."""


def states_of(sentence: "Piece") -> dict[int, State]:
    """The state at every word of a sentence, by token index."""
    asked = is_question(sentence)
    start = State(modality="asked") if asked else State()
    bases: dict[int, State] = {sentence.root.i: start}
    states: dict[int, State] = {}
    queue = [sentence.root]
    for token in queue:
        base = bases[token.i]
        state = _own(token, base) if is_predicate(token) else _nominal(token, base)
        states[token.i] = state
        for child in token.children:
            bases[child.i] = _base(token, base, state, child)
            queue.append(child)
    return states


def _own(head: "Token", base: State) -> State:
    negation = negation_of(head)
    own = auxiliary_modality(head, reported=base.said_by is not None or is_report(head))
    if is_alternative(head):
        own = stronger(own, "possible")
    unsure = base.modality == "possible" and own == "planned"  # "they fear that it will spread"
    modality = base.modality if unsure else stronger(base.modality, own)
    if modality == "planned" and any(has_condition(verb) for verb in (head, *_carried(head))):
        modality = "conditional"
    if head.dep_ == "ROOT" and head.tag_ == "VB" and subject_of(head) is None and not has_auxiliary(head):
        modality = stronger("demanded", modality)
    hedges = base.hedges + hedges_of(head) + ((negation.hedge,) if negation.hedge else ())
    return base._replace(
        negated=base.negated != negation.negated,
        modality=modality,
        hedges=hedges,
        quantity=negation.quantity or base.quantity,
    )


def _carried(verb: "Token") -> "Iterator[Token]":
    return (child for child in verb.children if child.dep_ == "xcomp")


def _nominal(token: "Token", base: State) -> State:
    if token.pos_ in {"NOUN", "PROPN"} and is_negated_noun(token):
        return base._replace(negated=not base.negated)
    return base


def _base(parent: "Token", parent_base: State, state: State, child: "Token") -> State:
    """What a child starts from, given its parent's own state."""
    below = _below(parent, parent_base, state, child)
    if state.modality == "asked" and below.modality != "asked" and not is_aside(child):
        return below._replace(modality="asked")
    return below


def _below(parent: "Token", parent_base: State, state: State, child: "Token") -> State:
    if is_predicate(child) and child.dep_ in _QUOTABLE and is_quoted_sentence(child):
        return State(said_by=speaking(parent, child).i)
    if is_left_open(child):
        return State(modality="conditional", said_by=state.said_by)
    if is_same_claim(child):
        return state._replace(quantity=None)
    if child.dep_ == "conj":
        return _conjunct(parent, parent_base, state, child)
    if child.dep_ == "advcl":
        return _adverbial(parent, state, child)
    if child.dep_ == "relcl":
        return state if calls_on(child) else _relative(parent, state, child)
    if child.dep_ == "parataxis":
        return State(modality="asked" if state.modality == "asked" else "asserted")
    if parent.pos_ in VERBAL and is_predicate(parent):
        return _under_verb(parent, state, child)
    if parent.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return _under_noun(parent, state, child)
    if parent.dep_ == "prep" and child.dep_ in {"pobj", "pcomp"}:
        return _under_preposition(parent, state, child)
    return state


def _under_verb(verb: "Token", state: State, child: "Token") -> State:
    word = complement_noun(verb) if lemma_of(verb) in {"be", "seem", "appear", "remain", "become"} else None
    clausal = child.dep_ in _CLAUSAL or (child.dep_ in {"advcl", "acl"} and is_predicate(child))
    if is_spliced(child, verb):
        return State(modality="asked" if state.modality == "asked" else "asserted")
    if clausal and word is not None and child.i != word.i:
        return _turned(embeddings_at(word), word, state, child)
    said = subject_of(verb) if lemma_of(verb) == "be" and child.dep_ == "ccomp" else None
    if said is not None and said.pos_ == "NOUN" and "claim" in embeddings_at(said):
        return _turned(("claim",), said, state, child)  # "the allegation is that"
    if said is not None and said.dep_ == "csubj" and {"deny", "doubt"} & set(embeddings_at(said)):
        return _turned(embeddings_at(said), said, state, child)  # "what I dispute is that"
    if child.dep_ in {"acomp", "attr"}:
        return state
    if clausal:
        if lemma_of(verb) in {"have", "be", "remain"} and child.dep_ in {"xcomp", "advcl"} and is_yet_to(verb, child):
            return state._replace(negated=not state.negated, quantity=None)
        if lemma_of(verb) == "have" and child.dep_ == "xcomp":
            done = verb.tag_ == "VBD" and state.said_by is None and not state.negated  # "she had to leave"
            return state if done else state._replace(modality=stronger("demanded", state.modality))
        set_down = lemma_of(verb) == "be" and child.tag_ in {"VB", "VBN"} and not only_leads_on(subject_of(verb))
        if child.dep_ == "xcomp" and (set_down or (lemma_of(verb) == "go" and verb.tag_ == "VBG")):
            return state._replace(modality=stronger("planned", state.modality))
        word = speaking(verb, child)
        return _turned(embeddings_at(word), word, state, child)
    if child.dep_ in {"dobj", "nsubjpass"} and child.pos_ in {"NOUN", "PROPN"}:
        kinds = embeddings_at(verb)
        if kinds and kinds[0] in NOUN_TURNERS:
            return _turned(kinds, verb, state, child)
    return state


def _under_noun(noun: "Token", state: State, child: "Token") -> State:
    participle = child.dep_ == "acl" and child.tag_ in {"VBN", "VBG"} and not has_auxiliary(child)
    complements = {"acl", "ccomp", "xcomp", "prep", "appos", "csubj", "advcl"}
    if child.dep_ in complements and not participle and (kinds := embeddings_at(noun)):
        takes = child.dep_ != "prep" or child.lower_ in {"of", "for", "to", "about", "in", "that"}
        if noun.pos_ == "ADJ" and noun.dep_ not in {"acomp", "attr", "ROOT", "conj", "oprd"}:
            takes = False
        if takes and child.dep_ != "appos":
            return _turned(kinds, noun, state, child)
    if child.dep_ == "acl" and is_predicate(child):
        return _relative(noun, state, child)
    return state


def _under_preposition(preposition: "Token", state: State, child: "Token") -> State:
    word = preposition.lower_
    if child.dep_ == "pcomp" and interrogative_of(child) == "where":
        return State(presupposed=True, said_by=state.said_by, sure=0.9)
    if word == "with":
        return state  # a circumstance, whatever verb it stands beside
    if word in _IN_PLACE or (word in {"of", "than"} and preposition.head.lower_ in {"instead", "rather"}):
        return state._replace(negated=not state.negated)
    if word == "from" and child.dep_ == "pcomp" and preposition.head.pos_ in VERBAL:
        kinds = embeddings_at(preposition.head)
        if "prevent" in kinds:
            forbids = lemma_of(preposition.head) in _FORBIDDING
            modality = stronger("demanded", state.modality) if forbids else state.modality
            return state._replace(negated=not state.negated, modality=modality)
    if child.dep_ == "pcomp" and preposition.head.pos_ in VERBAL:
        if word == "for" and {"stop", "prevent", "fail"} & set(embeddings_at(preposition.head)):
            return State(said_by=state.said_by, sure=0.9)  # "suspended for insulting a referee"
        return _turned(embeddings_at(preposition.head), preposition.head, state, child)
    return state


def _turned(kinds: tuple[Embedding, ...], word: "Token", state: State, child: "Token") -> State:
    """What a clause under this verb, noun or adjective starts from."""
    interrogative = interrogative_of(child)
    kind = embedding_among(kinds, child)
    fresh = State(modality=state.modality if state.modality in {"asked", "conditional"} else "asserted")
    if interrogative == "whether":
        return State(modality="asked", said_by=word.i if kind in _ATTITUDES else state.said_by)
    if interrogative is not None:
        return State(presupposed=True, said_by=word.i if kind in _ATTITUDES else state.said_by, sure=0.9)
    if kind is None:
        return state._replace(quantity=None) if child.dep_ == "xcomp" else state._replace(quantity=None, sure=0.8)
    if lemma_of(word) == "wish" and child.dep_ == "ccomp" and is_indicative(child):
        return State(modality="conditional", said_by=state.said_by)  # "I wish it had gone" tells that it did not
    if kind in {"demand", "plan"} and child.dep_ in {"ccomp", "acl"} and is_indicative(child):
        kind = "say"
    if lemma_of(word) in _WEIGHING and child.tag_ == "VBG" and subject_of(child) is None:
        kind = "plan"
    if word.pos_ == "NOUN" and {"claim", "evidence"} & set(kinds) and (verdict := verdict_on(word)) is not None:
        return State(verdict, "asserted", state.hedges, said_by=state.said_by)
    own_view = is_first_person(word)
    nobodys = own_view or (is_impersonal(word) and not is_told(word))
    said_by = word.i if kind in _ATTITUDES and not nobodys else state.said_by
    hedge = state.hedges
    match kind:
        case "say" if child.dep_ == "ccomp" and child.tag_ == "VB" and not has_auxiliary(child):
            return State(state.negated, "demanded", said_by=said_by)
        case "say":
            if (state.negated or word.dep_ in {"relcl", "csubj"}) and is_wrong_to(word):
                return State(negated=True, said_by=state.said_by, sure=0.8)
            if is_mistake_to(word):
                return State(negated=not state.negated, said_by=state.said_by, sure=0.8)
            if state.negated and is_shown_by_nothing(word):
                return State(negated=True, said_by=state.said_by, sure=0.8)
            if state.negated:
                return UNSAID  # "never said that it would close" tells neither that nor the contrary
            outright = state.modality == "conditional" and says_outright(word)
            return fresh._replace(said_by=said_by, modality="asserted" if outright else fresh.modality)
        case "think":
            weak = (*hedge, first_words(word)) if own_view or is_impersonal(word) else hedge
            modality: Modality = state.modality if state.modality != "planned" else "asserted"
            if word.tag_ == "VBN" and is_impersonal(word):
                modality = stronger("possible", modality)
            hopes = word.lemma_ in _HOPING
            if hopes or (word.lemma_ in {"expect", "anticipate"} and not is_indicative(child)):
                own = not hopes and child.dep_ == "xcomp" and word.tag_ != "VBN" and subject_of(child) is None
                modality = stronger("planned" if own else "possible", modality)  # "expects to finish"
            return State(state.negated, modality, weak, said_by=said_by)
        case "factive":
            knows = word.pos_ == "ADJ" or subject_of(word) is not None
            return State(presupposed=not own_view and knows, said_by=said_by)
        case "find" if state.negated and lemma_of(word) in _VOUCHING:
            return State(modality="possible", said_by=said_by, sure=0.4)  # who will not confirm it does not deny it
        case "find":
            finder = word.i if lemma_of(word) in _FINDING and not own_view and has_doer(word) else said_by
            return State(state.negated, state.modality, hedge, said_by=finder)
        case "deny" | "denial":
            if state.negated and kind == "deny":
                return State(False, "possible", said_by=said_by, sure=0.6)
            return fresh._replace(negated=True, said_by=said_by)
        case "doubt":
            quantity = state.quantity
            if state.negated:
                return fresh._replace(said_by=state.said_by, quantity=quantity)
            if word.pos_ == "NOUN":
                return State(False, stronger("possible", state.modality), (*hedge, word.text), said_by=state.said_by)
            return State(True, "asserted", (*hedge, word.text), said_by=said_by)
        case "fail" | "stop" | "prevent" | "unable" | "false" | "falsehood" | "lack":
            return state._replace(negated=not state.negated, quantity=None)
        case "doubtful":
            if state.negated:
                return fresh._replace(said_by=state.said_by)
            return State(True, state.modality, (*hedge, word.text), said_by=state.said_by)
        case "possible":
            if state.negated and word.lower_ in {"possible", "possibility", "chance", "risk", "prospect"}:
                return state
            return State(False, stronger("possible", state.modality), (*hedge, word.text), said_by=state.said_by)
        case "clear":
            if state.negated:
                return State(False, stronger("possible", state.modality), hedge, said_by=state.said_by, sure=0.6)
            return fresh._replace(said_by=state.said_by)
        case "claim" if state.negated and state.said_by is not None:
            return State(state.negated, state.modality, hedge, said_by=state.said_by, sure=0.8)
        case "claim":
            modality = state.modality if is_somebodys(word) else stronger("possible", state.modality)
            return State(state.negated, modality, hedge, said_by=word.i, sure=0.6)
        case "plan" if lemma_of(word) in _WISHING and subject_of(child) is not None:
            return state._replace(modality=stronger("demanded", state.modality), quantity=None)
        case "plan":
            return state._replace(modality=stronger("planned", state.modality), quantity=None)
        case "demand":
            return state._replace(modality=stronger("demanded", state.modality), quantity=None)
        case "able":
            done: Modality = "asserted" if is_past(word.head) else "possible"  # "was able to", "has been able to"
            return state._replace(modality=stronger(done, state.modality), quantity=None)
        case "wonder":
            return State(modality="asked", said_by=said_by)
        case "pretend":
            return State(state.negated, "possible", (*hedge, word.text), said_by=said_by, sure=0.5)
        case _:
            return state._replace(quantity=None)


def _conjunct(parent: "Token", parent_base: State, state: State, child: "Token") -> State:
    if not (is_predicate(parent) and is_predicate(child)):
        return state
    own_subject = subject_of(child) is not None
    joiner = next((c.lower_ for c in parent.children if c.dep_ == "cc"), "and")
    bare = child.tag_ in {"VB", "VBN", "VBG"} and child.tag_ == parent.tag_ and not has_auxiliary(child)
    if not own_subject and bare and joiner != "but":
        return state._replace(hedges=parent_base.hedges)
    if joiner in {"or", "nor"} and not own_subject:
        return state
    return parent_base


def _adverbial(parent: "Token", state: State, child: "Token") -> State:
    mark = next((c.lower_ for c in child.children if c.dep_ in {"mark", "advmod"} and c.i < child.i), "")
    if condition_of(child) or (mark in _ONCE and state.modality not in {"asserted", "asked"}):
        return State(modality="conditional", said_by=state.said_by)  # "would open when the yard is shut"
    if mark == "whether":
        return State(modality="asked", said_by=state.said_by)
    if mark in _REASONS:
        return State(said_by=state.said_by, sure=0.9)
    if mark in {"before", "until", "till"}:
        done = mark == "before" and has_happened(child)
        return State(modality="asserted" if done else "possible", presupposed=done, said_by=state.said_by, sure=0.7)
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children):
        if mark == "for" and "demand" in embeddings_at(parent):
            return _turned(("demand",), parent, state, child)
        word = complement_noun(parent)
        if word is not None and embeddings_at(word):
            return _turned(embeddings_at(word), word, state, child)
        return State(modality=stronger("planned", state.modality), said_by=state.said_by, sure=0.7)
    return State(modality=state.modality, said_by=state.said_by, sure=0.9)


def _relative(noun: "Token", state: State, child: "Token") -> State:
    """A relative clause asserts on its own, unless its noun is said not to exist or stands in a question."""
    determiners = {c.lower_ for c in noun.children if c.dep_ == "det"}
    if is_aside(child) and noun.lower_ not in {"nobody", "nothing", "none"}:
        bare = child.dep_ == "acl" and determiners & {"no", "any"}  # "no officer, serving or retired, knew"
        return UNSAID if bare else State(said_by=state.said_by, sure=0.9)  # "no bleach, which is not allowed there"
    if state.negated and is_turned_object(noun) and not determiners & {"no", "any"}:
        return State(said_by=state.said_by, sure=0.9)
    if noun.dep_ in {"nsubj", "nsubjpass"} and not determiners & {"no", "any"} and zero_word(noun) is None:
        state = state._replace(negated=False, quantity=None)
    if determiners & {"no", "any"} or (state.negated and not determiners and noun.tag_ in {"NNS", "NN"}):
        if noun.dep_ == "pobj" or (noun.dep_ in {"nsubj", "nsubjpass"} and lemma_of(noun.head) not in _EXISTING):
            return UNSAID  # "no ship leaving the port has …"
        return state._replace(quantity=None)
    definite = bool(determiners & {"the", "this", "that", "these", "those"})
    where = any(c.lower_ in WH_ADVERBS for c in child.children)
    return State(presupposed=(definite or where) and not is_aside(child), said_by=state.said_by, sure=0.9)
