"""Undertakings with "will", "would" and "is set to": of who speaks, or plans that a report ascribes to somebody."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.accords import agreed_under
from onrecord.annotating.actions import Found, has_to, undertaking
from onrecord.annotating.actors import can_undertake
from onrecord.annotating.ascribed import Future, ascribed, is_news
from onrecord.annotating.commitmentwords import (
    BINDABLE,
    FINITE,
    PREDICTING,
    SAYING,
    TALKING,
)
from onrecord.annotating.entitled import entitled
from onrecord.annotating.foretelling import (
    acts,
    agentless,
    asked,
    comes_about,
    foretells,
    has_object,
    reported_by_many,
    sees_to_it,
)
from onrecord.annotating.onesbody import of_ones_body, once_elected
from onrecord.annotating.ownership import client_of, is_own, may_bind
from onrecord.annotating.reached import seen_to
from onrecord.annotating.surroundings import Surroundings, negated, shared_subject
from onrecord.annotating.voices import speaks
from onrecord.language.parsing import ParsedBlock
from onrecord.language.pronounwords import THIRD_SUBJECTS
from onrecord.model.items import CommitmentKind

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_IN_OFFICE = re.compile(
    r"\b(?:as (?:your |the )?(?:next )?(?:president|governor|mayor|senator|prime minister|chancellor)"
    r"|if (?:i|we)(?:[’'](?:m|re)| am| are)? (?:elected|win|become)|on (?:my |our )?(?:first day|day one)"
    r"|in my (?:first|administration))\b",
    re.IGNORECASE,
)
"""What makes "I would" an undertaking rather than a thought."""
_ASSURANCES = frozenset({"assurance", "promise", "pledge", "vow", "guarantee", "commitment", "undertaking"})
_POLLED = frozenset({"vote", "support", "back", "prefer", "choose"})
_DONE_TOO = frozenset(
    {"hand", "take", "leave", "stop", "give", "put", "start", "call", "speak", "talk", "do", "turn", "show"}
)
"""Verbs of those of talking that are deeds as well."""
_ASKED_THINGS = frozenset(
    {"question", "one", "first", "second", "example", "minute", "moment", "word", "credit", "look", "guess", "call",
     "answer", "part", "floor"}
)  # fmt: skip
_ONLY_SAID = frozenset({"promise", "say", "tell", "give", "speculate", "guarantee", "comment", "predict", "discuss"})
"""What somebody who says "what I won’t do is" only declines to say."""
_HEDGES = frozenset({"probably", "perhaps", "maybe", "likely", "possibly", "presumably"})
_TOLD_OF = frozenset(
    {"say", "identify", "comment", "name", "specify", "discuss", "elaborate", "reveal", "speculate", "answer",
     "confirm", "deny", "disclose", "rule"}
)  # fmt: skip
_WOULD = frozenset({"would", "’d", "'d"})


def future_at(around: Surroundings, parsed: ParsedBlock, aux: "Token") -> list[Found]:
    """What "will" or "would" undertakes."""
    agreed = agreed_under(aux.head)
    if agreed is not None:
        return [undertaking("agreement", aux, agreed, aux.head, score=0.75)]
    if (left_out := _of_issuer(around, aux)) is not None:
        return [undertaking("plan", aux, None, left_out, score=0.65)]
    if (found := _in_cleft(around, parsed, aux)) is not None:
        return [] if negated(aux.head) and found.action.lemma_ in _ONLY_SAID else [found]
    clause = clause_of(around, parsed, aux)
    if clause is None:
        return []
    return _of_clause(around, parsed, clause) or entitled(around, parsed, clause)


def _in_cleft(around: Surroundings, parsed: ParsedBlock, aux: "Token") -> Found | None:
    """What a speaker says that he will do before he says what: "what we will do is open the port"."""
    verb = aux.head
    being = verb.head if verb.dep_ in {"csubj", "nsubj"} and verb.head.lemma_ == "be" else None
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ in {"we", "i"}), None)
    if verb.lemma_ != "do" or being is None or subject is None:
        return None
    if around.statement_at(parsed.token_span(aux)) is None and not speaks(around, parsed):
        return None
    deed = next((c for c in being.children if c.i > being.i and c.tag_ == "VB"), None)
    return undertaking("pledge", aux, subject, deed, score=0.7) if deed is not None else None


def _of_clause(around: Surroundings, parsed: ParsedBlock, clause: Future) -> list[Found]:
    """What a clause in the future undertakes."""
    aux, verb, subject = clause.aux, clause.verb, clause.subject
    if clause.governing is not None and clause.governing.lemma_ in FINITE - SAYING and clause.governing.i < verb.i:
        return []  # the verb itself undertakes
    if subject.lower_ in {"we", "i"}:
        return _first_person(around, parsed, clause)
    if subject.pos_ == "PRON" and (giver := _assured(verb)) is not None:
        able = can_undertake(around, parsed, giver) or giver.lower_ in THIRD_SUBJECTS
        return [undertaking("pledge", aux, giver, verb, score=0.7)] if able and not agentless(verb, own=True) else []
    teller = clause.teller
    if (found := seen_to(around, parsed, clause)) is not None:
        return [found]
    if teller is not None and is_own(around, parsed, subject, teller) and not _settled(
        verb, told=clause.said and aux.lower_ in _WOULD
    ):  # fmt: skip
        able = may_bind(around, parsed, teller)
        undergone = any(c.dep_ == "auxpass" for c in verb.children)
        counted = reported_by_many(teller) or (verb.lemma_ in _POLLED and _with_voters(teller))
        if not able or undergone or counted or agentless(verb, own=True):
            return []
        return [undertaking("pledge", aux, teller, verb, score=0.75)]
    client = client_of(subject, teller) if teller is not None else None
    if client is not None and not _settled(verb) and verb.lemma_ != "plead":
        return [] if agentless(verb, own=True) else [undertaking("pledge", aux, client, verb, score=0.65)]
    if teller is None and subject.lower_ in THIRD_SUBJECTS and _told_unparsed(around, parsed, clause):
        return [] if agentless(verb, own=True) else [undertaking("pledge", aux, subject, verb, score=0.7)]
    if aux.lower_ in _WOULD and not is_news(verb):
        return once_elected(clause) or of_ones_body(around, parsed, clause)
    return ascribed(around, parsed, clause)


def _of_issuer(around: Surroundings, aux: "Token") -> "Token | None":
    """What a release says without a subject that its issuer will do: "Will begin the works in May."."""
    if aux.text not in {"Will", "Shall"} or aux.i != aux.sent.start or around.document.genre != "release":
        return None
    verb = aux.head
    told = verb.dep_ == "ROOT" and verb.tag_ == "VB" and shared_subject(verb) is None
    return verb if told and verb.i > aux.i and not agentless(verb, own=True) else None


def _told_unparsed(around: Surroundings, parsed: ParsedBlock, clause: Future) -> bool:
    """Whether a statement tells who says it where the parse gives "said" no subject: "two members said they will"."""
    statement = around.statement_at(parsed.token_span(clause.aux))
    if clause.governing is None or not clause.said or shared_subject(clause.governing) is not None or statement is None:
        return False
    told = statement.manner == "indirect" and around.cued_by(parsed.token_span(clause.governing)) is statement
    counted = clause.verb.lemma_ in _POLLED and any(c in "0123456789%" for c in statement.speaker.description or "")
    undergone = any(c.dep_ == "auxpass" for c in clause.verb.children)
    return told and not counted and not undergone and not _settled(clause.verb)


def clause_of(around: Surroundings, parsed: ParsedBlock, aux: "Token") -> Future | None:
    """The clause of an auxiliary, unless it asks, supposes or hedges."""
    verb = aux.head
    if (aux.text == "Will" and aux.i > aux.sent.start) or verb.pos_ not in {"VERB", "AUX"} or verb.i < aux.i:
        return None
    subject = shared_subject(verb) or _right_before(aux)
    if subject is None or subject.i > verb.i or foretells(verb) or asked(verb):
        return None
    if subject.lower_ in {"which", "that", "who"} and verb.dep_ == "ccomp" and verb.head.dep_ == "relcl":
        subject = verb.head.head  # "an inquiry which she said would report"
    beside = {child.lower_ for child in verb.children}
    if verb.dep_ == "ccomp" and verb.head.pos_ == "ADJ":
        return None  # "we are confident that", "they are afraid that"
    if verb.lemma_ in _TOLD_OF and negated(verb) and aux.lower_ in _WOULD:
        return None  # "would not say", "would not name"
    if beside & _HEDGES or (verb.lemma_ == "rule" and negated(verb)) or _is_choice(aux, verb):
        return None
    if aux.lower_ in _WOULD and beside & {"have", "rather", "like", "love"}:
        return None
    governing = _governing(verb)
    told = governing is not None and governing.lemma_ in SAYING
    teller = shared_subject(governing) if governing is not None and told else None
    if governing is not None and teller is not None and governing.tag_ == "VBG" and teller.i < governing.i:
        teller = teller if can_undertake(around, parsed, teller) else _above(governing) or teller
    if governing is not None and any(child.dep_ == "auxpass" for child in governing.children):
        teller = None
    if teller is not None and teller.lower_ == "one":
        teller = next((c for c in teller.children if c.dep_ == "appos"), teller)  # "one of them, Ann Lee, said"
    quoted = around.statement_at(parsed.token_span(aux))
    if teller is not None and quoted is not None and quoted.manner == "direct":
        inside = around.statement_at(parsed.token_span(teller))
        teller = teller if inside is not None and inside.id == quoted.id else None
    return Future(aux, verb, subject, governing, teller)


def _is_choice(aux: "Token", verb: "Token") -> bool:
    """Whether a clause leaves open what will be done: "will decide whether", "would consider"."""
    if verb.lemma_ == "consider" and aux.lower_ in _WOULD:
        return True
    inner = [g for c in verb.children if c.dep_ in {"ccomp", "xcomp"} for g in c.children]
    return verb.lemma_ in {"decide", "determine", "know"} and any(
        g.lower_ in {"whether", "if", "who", "how"} and g.i > verb.i for g in inner
    )


def _assured(verb: "Token") -> "Token | None":
    """Who gives the assurance that a clause spells out: "gave assurances that she would sign"."""
    if verb.dep_ not in {"acl", "ccomp", "relcl"}:
        return None
    nouns = [verb.head, *(c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i)]
    noun = next((noun for noun in nouns if noun.lemma_ in _ASSURANCES and noun.dep_ == "dobj"), None)
    return shared_subject(noun.head) if noun is not None else None


def _with_voters(teller: "Token") -> bool:
    """Whether voters are among those joined: "Democrats and independent voters who said they would vote"."""
    return any(c.dep_ == "conj" and c.lemma_.lower() in {"voter", "respondent"} for c in teller.children)


def _right_before(aux: "Token") -> "Token | None":
    """The noun before an auxiliary whose clause the parse leaves without a subject."""
    before = aux.doc[aux.i - 1] if aux.i > aux.sent.start else None
    return before if before is not None and before.pos_ in {"NOUN", "PROPN"} else None


def _first_person(around: Surroundings, parsed: ParsedBlock, clause: Future) -> list[Found]:
    """A speaker's own "I will" or "we won't"; "I would" only of an office that is sought."""
    aux, verb = clause.aux, clause.verb
    if around.statement_at(parsed.token_span(aux)) is None and not speaks(around, parsed):
        return []
    if clause.governing is not None and clause.governing.lemma_ in PREDICTING | {"be", "seem", "mean"}:
        return []
    told = (
        clause.said and clause.governing is not None and clause.governing.i < aux.i and not _quoted(around, parsed, aux)
    )
    if aux.lower_ in _WOULD and not told and not _IN_OFFICE.search(aux.sent.text):
        return []
    if _only_talks(parsed, clause.subject, verb) or _points_back(verb):
        return []
    if verb.lemma_ == "be" and (_IN_OFFICE.search(aux.sent.text) and _is_something(verb)):
        return [undertaking("pledge", aux, clause.subject, verb, score=0.65)]
    if agentless(verb, own=False) and not (verb.lemma_ in BINDABLE and has_object(verb)):
        return []
    return [undertaking("pledge", aux, clause.subject, verb, score=0.7)]


def _points_back(verb: "Token") -> bool:
    """Whether a speaker only stands by what he has just said: "and we will honour that"."""
    if verb.lemma_ == "open" and any(c.dep_ == "prt" for c in verb.children):
        return any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.children)  # to questions
    return verb.lemma_ in {"honour", "honor", "keep", "respect"} and any(
        c.dep_ == "dobj" and c.lower_ in {"that", "it", "this"} for c in verb.children
    )


def _quoted(around: Surroundings, parsed: ParsedBlock, aux: "Token") -> bool:
    """Whether a word stands in a direct quotation, where "I would" supposes: “we would be poorer,” said Lee."""
    statement = around.statement_at(parsed.token_span(aux))
    return statement is not None and statement.manner == "direct"


def _is_something(verb: "Token") -> bool:
    return any(c.dep_ in {"acomp", "attr"} for c in verb.children)


def ready_at(around: Surroundings, parsed: ParsedBlock, word: "Token") -> list[Found]:
    """Forms of "be" with "set to", "expected to", "committed to", "going to"."""
    clause = next((c for c in word.children if c.dep_ == "xcomp" and has_to(c)), None)
    being = any(_is_being(c) for c in word.children) or _is_being(word.head)
    subject = shared_subject(word) or (shared_subject(word.head) if word.dep_ == "acomp" else None)
    held = word.head if word.dep_ == "acomp" else word
    plainly = not any(c.lower_ in {"just", "only", "simply"} for c in word.children)
    plainly = plainly and (clause is None or not any(c.lower_ == "here" for c in clause.children))
    refused = word.lower_ == "going" and _is_ours(subject) and plainly  # "we are not going to raise it"
    if subject is None or not being or any((negated(one) and not refused) or asked(one) for one in (word, held)):
        return []
    if clause is None:
        return _bound(around, parsed, word, subject)
    if agentless(clause, own=False) or comes_about(clause):
        return []
    if any(
        c.lower_ in {"might", "may", "could", "would", "should", "must"} for c in (*word.children, *word.head.children)
    ):
        return []
    if held.dep_ == "xcomp" and held.head.lemma_ in {"have", "need", "ought"}:
        return []  # "we have to be ready to"
    past = any(c.lower_ in {"was", "were"} for c in (*word.children, word.head))
    if any(c.lower_ in {"had", "’d", "'d"} for c in (*word.children, *word.head.children)):
        return []  # "had been expected to"
    governing = _governing(word)
    if governing is not None and governing.lemma_ in PREDICTING:
        return []
    if word.lower_ == "going" and (past or not _is_going(around, parsed, word, subject, clause)):
        return []
    if word.lower_ in {"supposed", "prepared", "ready", "determined"} and past:
        return []
    bare = subject.tag_ == "NNS" and not any(c.dep_ in {"det", "poss", "nummod"} for c in subject.children)
    if word.lower_ == "supposed" and bare:
        return []  # what people of a sort ought to do
    if past and word.dep_ in {"relcl", "advcl"} and any(c.lower_ in {"where", "when"} for c in word.children):
        return []
    if subject.lower_ not in {"we", "i", "he", "she", "they", "it"} and not acts(around, parsed, subject):
        return []
    if reported_by_many(subject):
        return []
    kind: CommitmentKind = "pledge" if word.lower_ in {"committed", "determined", "going"} else "plan"
    return [undertaking(kind, word, subject, clause, score=0.7)]


def _is_going(around: Surroundings, parsed: ParsedBlock, word: "Token", subject: "Token", clause: "Token") -> bool:
    """Whether "going to" is of who speaks: "we are going to", "she says she is going to"."""
    if _is_ours(subject):
        return not _only_talks(parsed, subject, clause) and not _points_back(clause)
    governing = _governing(word)
    teller = shared_subject(governing) if governing is not None and governing.lemma_ in SAYING else None
    return teller is not None and not reported_by_many(teller) and is_own(around, parsed, subject, teller)


def _is_ours(subject: "Token | None") -> bool:
    """Whether a subject is who speaks, or his body: "we", "my department"."""
    if subject is None:
        return False
    return subject.lower_ in {"we", "i"} or any(
        c.dep_ == "poss" and c.lower_ in {"my", "our"} for c in subject.children
    )


def _is_being(word: "Token") -> bool:
    """Whether a word is a form of "be", or says that something still is: "remains committed"."""
    return word.lemma_ in {"be", "remain", "stay", "stand"} or word.lower_ in {"’re", "’m", "’s"}


def _only_talks(parsed: ParsedBlock, subject: "Token", clause: "Token") -> bool:
    """Whether a speaker only says what he does while speaking: "I’ll take that one", "we’ll go to the next"."""
    if any(c.lower_ in {"myself", "ourselves"} for c in clause.children) or sees_to_it(clause):
        return False  # "I will answer them myself"
    if clause.lemma_ in {"run", "walk", "take"} and any(c.lower_ == "through" for c in clause.children):
        return True  # "I'll run through them"
    if clause.lemma_ not in TALKING or (subject.lower_ != "i" and parsed.block.kind != "turn"):
        return False
    if clause.tag_ == "VBG" or (clause.lemma_ == "let" and any(c.lower_ == "down" for c in clause.children)):
        return False  # "I will be speaking with them", "I will not let you down"
    if clause.lemma_ not in _DONE_TOO:
        return True
    thing = next((c for c in clause.children if c.dep_ == "dobj"), None)
    short = any(c.dep_ == "aux" and c.lower_ in {"’ll", "'ll"} for c in clause.children)
    plain = short and clause.lemma_ not in {"put", "hand", "stop", "show"}
    if plain or thing is None or thing.lemma_ in _ASKED_THINGS:
        return True
    return thing.pos_ == "PRON" and thing.lower_ != "everything"


def _bound(around: Surroundings, parsed: ParsedBlock, word: "Token", subject: "Token") -> list[Found]:
    """What somebody is "committed to": "is committed to reform"."""
    if word.lower_ != "committed" or not acts(around, parsed, subject):
        return []
    joint = next((c for c in word.children if c.dep_ == "prep" and c.lower_ == "to"), None)
    goal = next((g for g in joint.children if g.dep_ in {"pobj", "pcomp"}), None) if joint is not None else None
    return [undertaking("pledge", word, subject, goal, score=0.65)] if goal is not None else []


def _above(verb: "Token") -> "Token | None":
    """The subject of the clause around a participle: "gave an answer saying that he would"."""
    current = verb
    for _ in range(5):
        current = current.head
        if current.pos_ in {"VERB", "AUX"} and current.tag_ != "VBG":
            return shared_subject(current)
    return None


def _governing(verb: "Token") -> "Token | None":
    """The verb whose clause this is: "said" of "said that it will and …"."""
    current = verb
    for _ in range(4):
        if current.dep_ == "ccomp" and current.head.pos_ in {"VERB", "AUX"}:
            return current.head
        if current.dep_ == "conj" and current.head.pos_ in {"VERB", "AUX"}:
            current = current.head
            continue
        return None
    return None


def _settled(verb: "Token", *, told: bool = False) -> bool:
    """Whether the clause only muses ("if she could"), tells how long it takes, or follows an "if" about another.

    In what is `told` as past, "if it came to that" is a condition like any other.
    """
    for child in verb.children:
        if child.dep_ == "dobj" and verb.lemma_ == "take" and child.ent_type_ in {"DATE", "TIME"}:
            return True
        if child.dep_ != "advcl" or not any(g.dep_ == "mark" and g.lower_ == "if" for g in child.children):
            continue
        if not any(g.dep_ in {"nsubj", "nsubjpass", "expl"} for g in child.children):
            continue  # "if elected"
        if (
            (child.tag_ == "VBD" and not told)
            or child.lower_ in {"were", "had", "could", "did"}
            or any(g.dep_ == "aux" and g.lower_ in {"were", "had", "could", "did"} for g in child.children)
        ):
            return True
        about = next((g for g in child.children if g.dep_ in {"nsubj", "nsubjpass"}), None)
        if about is not None and about.ent_type_ == "PERSON" and child.i < verb.i:
            return True
    return False
