"""Clauses that claim something: which verbs carry a claim, and which words belong to it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.carriers import carrier_of, carrying
from onrecord.annotating.clefts import found_out, pseudo_cleft
from onrecord.annotating.deeds import is_about_something, is_undergone
from onrecord.annotating.heads import (
    comments_behind,
    complement_noun,
    embeddings_at,
    having_plans,
    is_done,
    is_predicate,
    is_spliced,
    subject_of,
)
from onrecord.annotating.inverted import calls_on
from onrecord.annotating.participants import Voice
from onrecord.annotating.phrases import is_noun, lemma_of
from onrecord.annotating.polarity import bounds_denial
from onrecord.annotating.prefaces import colon_before, only_leads, unaddressed, without_number, without_preface
from onrecord.annotating.scope import State
from onrecord.annotating.understood import shared_object, shared_time, subject_for
from onrecord.language.predicates import Embedding, scope
from onrecord.model.items import Statement
from onrecord.model.spans import Span, Spans

if TYPE_CHECKING:
    from onrecord.language.trees import Token

LONGEST_CLAUSE = 150
"""Words kept of one clause: more than any sentence of a person; beyond lies unpunctuated text."""

_FRAMES = frozenset({"say", "think", "factive", "find", "deny", "doubt", "wonder", "claim"})
_PRONOUNCING = frozenset(
    {"declare", "announce", "report", "confirm", "dispute", "question", "criticise", "criticize", "forecast", "predict",
     "promise", "pledge", "propose", "recommend", "estimate", "expect", "demand", "mention", "approve", "request"}
)  # fmt: skip
"""Verbs of speech that do what they say: "an outbreak was declared", "forecasts a return to profit"."""
_ADDRESSING = frozenset({"warn", "inform", "notify", "alert", "consult", "advise", "brief", "remind", "question"})
"""Verbs of speech whose object is whoever is told: "managers were warned of it"."""
_COURTESIES = frozenset({"thank", "congratulate", "greet"})
_ISSUED = frozenset({"make", "give", "issue", "release", "send", "raise", "publish", "voice", "express", "put"})
_OWN_VOICES = frozenset({"ccomp", "relcl", "advcl", "conj", "ROOT", "parataxis", "csubj"})
_LEADING = frozenset({"as", "so", "than", "such", "soon", "long", "even", "just", "only", "once", "until", "if"})
_NOUNS_IN_ING = frozenset(
    {"warning", "hearing", "meeting", "ruling", "briefing", "finding", "filing", "rating", "listing", "sitting",
     "showing", "offering", "gathering", "crossing", "landing", "opening", "closing", "sighting", "killing", "bombing"}
)  # fmt: skip
"""Nouns that the parser takes for participles behind another noun: "a court hearing on Monday"."""
_WH_SUBJECTS = frozenset({"who", "what", "which", "whoever", "whatever"})


class Clause(NamedTuple):
    """A claim's verb, the verb whose words carry it, those words, their spans, and whether it asks outright.

    `time` is what is told before a clause joined to it, and may be a time of this one too.
    """

    head: "Token"
    outer: "Token"
    words: "list[Token]"
    spans: Spans
    asks: bool
    time: "list[Token]"


def clauses_in(
    tokens: "list[Token]",
    states: dict[int, State],
    voices: dict[int, Voice],
    cues: set[int],
) -> Iterator[Clause]:
    """The clauses of a sentence that claim something, in text order."""
    for head in tokens:
        if not is_predicate(head) or not _claims(head, states[head.i], cues):
            continue
        outer = carrier_of(head)
        asks = states[head.i].modality == "asked" and (outer.dep_ in {"ROOT", "conj"} or calls_on(outer))
        words = _words(outer, head, voices)
        words = unaddressed(words) if asks else words
        if not words:
            continue
        yield Clause(head, outer, words, _spans(words, voices[head.i]), asks, _time_before(outer, voices))


def _claims(head: "Token", state: State, cues: set[int]) -> bool:
    if head.dep_ == "acomp" and lemma_of(head.head) == "be":
        return False  # its copula claims it
    if comments_behind(head):
        return True
    if head.i in cues and set(embeddings_at(head)) & _FRAMES and not (_is_deed(head) or _answers(head)):
        return False
    if head.tag_ == "VBN" and head.i and head.nbor(-1).lower_ in {"than", "as"} and subject_of(head) is None:
        return False  # "later than planned"
    if lemma_of(head) in _COURTESIES and head.dep_ in {"ROOT", "conj"}:
        return False
    if only_leads(head):
        return False
    kinds = set(embeddings_at(head))
    for child in head.children:
        if not is_predicate(child):
            if child.dep_ == "dobj" and any(having_plans(t) is not None for t in child.subtree if t.i > child.i):
                return False
            if child.dep_ == "acomp" and any(g.dep_ == "xcomp" and carrying(g) is not None for g in child.children):
                return False
            if child.dep_ == "prep" and any(g.dep_ == "pcomp" and carrying(g) is not None for g in child.children):
                return False
            continue
        if child.dep_ == "xcomp" and (carrying(child) is not None or is_done(child)):
            return False
        if child.dep_ in {"ccomp", "csubj"} and kinds & (_FRAMES | {"demand", "plan"}) and not is_spliced(child, head):
            return False
        if child.dep_ == "advcl" and "demand" in kinds and any(c.lower_ == "for" for c in child.children):
            return False
        framed = child.dep_ in {"ccomp", "csubj"} and lemma_of(head) == "be" and _framing_word(head)
        if framed and not is_spliced(child, head):
            return False
    if lemma_of(head) == "be" and _is_verdict(head):
        return False
    if any(c.dep_ == "oprd" and c.pos_ == "NOUN" and _carries_clause(c) for c in head.children):
        return False  # "called it a lie that"
    aside = head.dep_ == "advcl" and head.tag_ == "VBN" and (subject_of(head) is None or not _is_deed(head))
    if kinds & {"say", "wonder"} and (head.dep_ == "parataxis" or aside):
        return False
    if head.dep_ in {"xcomp"} and carrying(head) is None:
        return is_done(head)
    if head.dep_ == "pcomp" and carrying(head) is None:
        absolute = head.head.lower_ in {"with", "without"} and subject_of(head) is not None
        return state.presupposed or absolute or any(c.lower_ == "whether" for c in head.children)
    auxiliaries = any(c.dep_ in {"aux", "auxpass", "expl"} for c in head.children)
    if head.dep_ in {"ROOT", "conj"} and head.tag_ == "VB" and not auxiliaries and subject_for(head) is None:
        return lemma_of(head) not in scope().instructions and any(c.dep_ == "dobj" for c in head.children)
    if lemma_of(head) == "get" and any(c.dep_ in {"acomp", "xcomp"} and c.tag_ == "VBN" for c in head.children):
        return False  # "avoid getting involved" is told by what follows
    if head.lower_ in _NOUNS_IN_ING and head.dep_ == "acl" and head.i == head.head.i + 1:
        return False  # "a gale warning at six"
    if _is_idle_infinitive(head) or _follows_idle_gerund(head) or _is_mere_making(head) or _goes_on(head):
        return False
    if head.dep_ == "relcl" and (any(_is_stranded(c) for c in head.children) or _is_comment(head, kinds)):
        return False
    if head.lower_ == "left" and head.dep_ == "acl" and head.head.dep_ == "attr" and subject_of(head) is None:
        return False  # "there is no bed left" says no more than that there is none
    asks = any(c.dep_ == "dobj" and _asks_what(c) and c.i < head.i for c in head.children)
    if asks and state.modality != "asked" and found_out(head) is None:
        return False
    subject = subject_for(head)
    if subject is None:
        return any(c.dep_ == "expl" for c in head.children)
    if subject.token.lower_ == "what" and pseudo_cleft(head) is not None:
        return True
    return not (
        subject.token.lower_ in _WH_SUBJECTS and subject.token.tag_ in {"WP", "WDT"} and state.modality != "asked"
    )


def _is_deed(head: "Token") -> bool:
    """Whether a verb of speech is a deed in itself: "denied any wrongdoing", "an outbreak was declared"."""
    kinds = set(embeddings_at(head))
    if any(c.dep_ in {"ccomp", "xcomp", "csubj", "parataxis"} and c.pos_ != "ADJ" for c in head.children):
        return False
    name = lemma_of(head)
    if name in _ADDRESSING and any(c.dep_ in {"nsubjpass", "prep"} for c in head.children):
        return any(c.dep_ in {"dobj", "nsubjpass"} for c in head.children)
    if name == "tell" and any(c.dep_ == "prep" and c.lower_ in {"of", "about"} for c in head.children):
        return any(c.dep_ in {"dobj", "nsubjpass"} for c in head.children)
    if is_undergone(head) or is_about_something(head):
        return True
    if not kinds & {"deny", "factive", "find", "think"} and name not in _PRONOUNCING:
        return False
    done = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass"}]
    done += [c for word in head.children if word.dep_ == "ccomp" for c in word.children if c.dep_ == "nsubj"]
    return any(is_noun(noun) and noun.pos_ != "VERB" and not _carries_clause(noun) for noun in done)


def _answers(head: "Token") -> bool:
    """Whether a verb of denying or admitting takes up what was said before: "the trust disputes that"."""
    if not {"deny", "find", "factive"} & set(embeddings_at(head)):
        return False
    return any(c.dep_ == "dobj" and c.lower_ in {"that", "this", "it"} for c in head.children)


def _carries_clause(noun: "Token") -> bool:
    return any(
        c.dep_ in {"acl", "ccomp", "relcl"} and is_predicate(c) and c.i > noun.i for c in noun.children
    ) and bool(embeddings_at(noun))


def _is_verdict(copula: "Token") -> bool:
    """Whether a copula only says of a claim that it holds or not: "the claim that it leaks is false"."""
    subject, word = subject_of(copula), complement_noun(copula)
    if subject is None or word is None or not _carries_clause(subject):
        return False
    return bool({"true", "false", "fact", "falsehood", "doubtful"} & set(embeddings_at(word)))


def _is_comment(head: "Token", kinds: set[Embedding]) -> bool:
    """Whether a relative clause only says who says or doubts what its noun tells: "a claim they dispute"."""
    if not kinds & _FRAMES or not embeddings_at(head.head):
        return False
    return not any(c.dep_ in {"dobj", "ccomp", "xcomp", "nsubjpass"} for c in head.children)


def _is_idle_infinitive(head: "Token") -> bool:
    """Whether an infinitive is carried by no verb and has no subject: a purpose, "a thing to say"."""
    verb = head
    while verb.dep_ == "conj" and verb.head.i != verb.i and subject_of(verb) is None:
        verb = verb.head
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    bare = verb is head or head.tag_ == "VB"
    return infinitive and bare and carrying(verb) is None and subject_of(verb) is None


def _is_stranded(word: "Token") -> bool:
    """Whether a preposition has lost its noun ("what we focused on")."""
    return word.dep_ == "prep" and not any(True for _ in word.children)


def _asks_what(noun: "Token") -> bool:
    """Whether an object is a question word of its own ("what she did", "what information he has")."""
    return noun.tag_ == "WP" or (noun.left_edge.i < noun.i and noun.left_edge.tag_ in {"WP", "WDT"})


def _follows_idle_gerund(head: "Token") -> bool:
    """Whether a verb only continues a gerund or infinitive that no verb carries: "discussed buying and selling"."""
    if head.dep_ != "conj" or subject_of(head) is not None:
        return False
    first = head
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    return first.dep_ in {"xcomp", "pcomp"} and carrying(first) is None


def _goes_on(head: "Token") -> bool:
    """Whether a gerund only ends the verb before it: "had gone on humming"."""
    follows = head.i > head.head.i and head.nbor(-1).lower_ == "on"
    return follows and head.tag_ == "VBG" and head.dep_ == "advcl" and lemma_of(head.head) == "go"


def _is_mere_making(head: "Token") -> bool:
    """Whether a participle only says that words were said: "a claim made by", "a warning issued on"."""
    if head.dep_ != "acl" or head.tag_ != "VBN" or subject_of(head) is not None:
        return False
    return bool(embeddings_at(head.head)) and lemma_of(head) in _ISSUED


def _framing_word(head: "Token") -> bool:
    word = complement_noun(head)
    if word is not None and embeddings_at(word):
        return True
    subject = subject_of(head)
    return subject is not None and is_noun(subject)


def _words(outer: "Token", head: "Token", voices: dict[int, Voice]) -> "list[Token]":
    """The clause's words: the carrier's subtree without other claims, asides and words of another speaker."""
    statement = voices[head.i].view.statement
    kept: list[Token] = []
    stack = [outer]
    while stack and len(kept) < 4 * LONGEST_CLAUSE:
        token = stack.pop()
        foreign = not _is_told(token, statement, voices)
        own_voice = token.dep_ in _OWN_VOICES and is_predicate(token)
        if foreign and own_voice and token.i != outer.i and not _contains(token, head):
            continue
        kept.append(token)
        stack.extend(child for child in token.children if not _apart(token, child, outer, head))
    for shared in shared_object(head):
        known = {token.i for token in kept}
        kept.extend(t for t in shared.subtree if t.i not in known and abs(t.i - shared.i) < LONGEST_CLAUSE)
    if found_out(head) is not None:
        kept = [t for t in kept if t.head.i != head.i or t.lower_ != "what"]
    kept.sort(key=lambda token: token.i)
    at = next((index for index, token in enumerate(kept) if token.i == head.i), 0)
    kept = kept[max(0, at - LONGEST_CLAUSE // 2) : at + LONGEST_CLAUSE // 2]
    mark = next((c.i for c in outer.children if c.dep_ == "mark" and c.lower_ not in {"if", "unless", "whether"}), -1)
    mark = max(mark, colon_before(kept, subject_of(outer) or _dummy_of(outer)))
    kept = [token for at, token in enumerate(kept) if token.i > mark and not _is_loose_mark(kept, at)]
    while kept and (kept[0].is_punct or kept[0].is_space or kept[0].dep_ in {"cc"}):
        kept.pop(0)
    while kept and kept[-1].text != "%" and (kept[-1].is_punct or kept[-1].is_space or _dangles(kept[-1])):
        kept.pop()
    who = subject_of(outer)
    kept = unaddressed(kept) if who is not None and who.lower_ == "you" else kept
    return without_preface(without_number(kept), head)


def _is_told(token: "Token", statement: Statement | None, voices: dict[int, Voice]) -> bool:
    return token.i in voices and voices[token.i].view.statement is statement


def _time_before(outer: "Token", voices: dict[int, Voice]) -> "list[Token]":
    shared = shared_time(outer)
    told = list(shared.subtree) if shared is not None else []
    return told if all(_is_told(token, voices[outer.i].view.statement, voices) for token in told) else []


def _dummy_of(verb: "Token") -> "Token | None":
    """The "there" of "there was"."""
    return next((c for c in verb.children if c.dep_ == "expl"), None)


def _dangles(token: "Token") -> bool:
    """Whether a word only led to what was left out: "and", "as soon" of "closed as soon as we knew"."""
    if token.dep_ in {"cc", "det"}:
        return True
    if token.lower_ not in _LEADING or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).lower_ in _LEADING or token.nbor(1).lower_ in {"that", "who", "which"}


def _is_loose_mark(kept: "list[Token]", at: int) -> bool:
    """Whether a comma, dash or bracket stands beside words that were left out."""
    token = kept[at]
    if token.text not in {",", "–", "—", "-", "(", ")", ";", ":"}:
        return False
    before, after = (kept[at - 1] if at else None), (kept[at + 1] if at + 1 < len(kept) else None)
    return before is None or after is None or before.i < token.i - 1 or after.i > token.i + 1


def _apart(parent: "Token", child: "Token", outer: "Token", head: "Token") -> bool:
    """Whether a word under the clause starts something of its own."""
    match child.dep_:
        case "parataxis" | "intj":
            return True
        case "prep":
            return child.lower_ == "according"
        case "conj":
            return is_predicate(child) and is_predicate(parent) and not _contains(child, head)
        case "cc":
            return is_predicate(parent) and not _joins_words(child)
        case "mark":
            return parent.i == outer.i and child.lower_ not in {"if", "unless", "whether"}
        case "acl" if any(c.lower_ == "no" for c in parent.children):
            return _follows_comma(child)
        case "relcl" if child.i > parent.i:
            return child.right_edge.i - child.left_edge.i > 12 or _follows_comma(child)
        case "advcl" if subject_of(child) is not None:
            mark = next((c.lower_ for c in child.children if c.dep_ in {"mark", "advmod"}), "")
            return mark not in {"if", "unless"} and not bounds_denial(child, mark)
        case "advmod" if child.lower_ == "far":
            return child.left_edge.lower_ in {"as", "so"} and any(c.dep_ == "advcl" for c in child.children)
        case "advcl":
            return child.i > parent.i and _follows_comma(child)
        case "ccomp":
            return is_spliced(child, parent) or (child.i < parent.i and not embeddings_at(parent))
        case "npadvmod" if child.pos_ == "PROPN":
            return _follows_comma(child) and any(c.lower_ == "according" and c.i < child.i for c in parent.children)
        case "appos":
            aside = child.right_edge.i - child.left_edge.i > 2 and _follows_comma(child)
            return aside or any(comments_behind(c) for c in child.children)
        case _:
            return any(comments_behind(c) for c in child.children)


def _joins_words(joiner: "Token") -> bool:
    """Whether an "and" under a verb joins words of its clause and no second verb: "stuck now and then"."""
    joined = next((c for c in joiner.head.children if c.dep_ == "conj" and c.i > joiner.i), None)
    if joined is None:
        return joiner.i + 1 < len(joiner.doc) and joiner.nbor(1).head.i in {joiner.head.i, joiner.i - 1}
    return not is_predicate(joined)


def _follows_comma(clause: "Token") -> bool:
    first = clause.left_edge
    return first.i > 0 and first.nbor(-1).text in {",", "–", "—", "-", "(", ";"}


def _contains(top: "Token", token: "Token") -> bool:
    return top.left_edge.i <= token.i <= top.right_edge.i and (top.i == token.i or top.is_ancestor(token))


def _spans(words: "list[Token]", voice: Voice) -> Spans:
    """Runs of words; a gap of punctuation alone does not cut a run."""
    doc, parsed = words[0].doc, voice.parsed
    runs: list[Span] = []
    start = previous = words[0].i
    for token in words[1:]:
        if token.i > previous + 1 and not all(doc[i].is_punct or doc[i].is_space for i in range(previous + 1, token.i)):
            runs.append(parsed.span_of(doc[start : previous + 1]))
            start = token.i
        previous = token.i
    runs.append(parsed.span_of(doc[start : previous + 1]))
    return tuple(runs)
