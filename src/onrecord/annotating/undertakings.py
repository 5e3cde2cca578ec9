"""Undertakings in the parse: which verbs and nouns make one, who binds himself, and what is undertaken."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.actions import Found, undertaking
from onrecord.annotating.actors import can_undertake
from onrecord.annotating.arranged import arranged_at, may_arrange
from onrecord.annotating.authorship import author_of, takes_subject_above
from onrecord.annotating.commitmentwords import (
    ADDRESSING,
    ANSWERING,
    DECREED,
    FINITE,
    FUTURE,
    KNOWING,
    NOUN_OBJECTS,
    NOUN_TRIGGERS,
    PAST_TELLS_NOTHING,
    READY,
    SAYING,
    SELECTING,
    TRIGGERS,
    WRITINGS,
)
from onrecord.annotating.complements import (
    UPON,
    addressed_by,
    called_on,
    clause_of,
    goal_of,
    is_bare,
    is_deed,
    is_giving,
    may_be_bare,
    to_act,
)
from onrecord.annotating.decreed import decreed_at, impersonal, is_impersonal, may_decree
from onrecord.annotating.entitled import spares
from onrecord.annotating.foretelling import agentless, foretells, reported_by_many
from onrecord.annotating.futures import future_at, ready_at
from onrecord.annotating.outright import may_tell_outright, none_of, told_outright
from onrecord.annotating.plans import ASKED_OF_A_SOURCE, told_by_noun
from onrecord.annotating.surroundings import NOUNS, PRONOUNS, Surroundings, negated, shared_subject
from onrecord.annotating.unreal import unreal
from onrecord.language.parsing import ParsedBlock
from onrecord.language.pronounwords import is_own
from onrecord.model.items import CommitmentKind

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_ANONYMITY = re.compile(r"\bon (?:the )?condition (?:of anonymity|that (?:he|she|they|his|her|their)\b)", re.IGNORECASE)
"""The terms on which a source talks to a paper, which undertake nothing."""
_SETTLING = frozenset({"agree", "resolve", "decide", "stipulate"})
"""Verbs after which a clause in the bare form is what is settled."""
_BY_TELEPHONE = frozenset(
    {"mind", "order", "account", "attention", "say", "tell", "ask", "complain", "congratulate", "thank", "discuss",
     "talk", "apologize", "confirm", "offer", "wish", "inform", "express", "report", "check", "speak", "chat",
     "explain", "invite", "remind", "let", "see", "find"}
)  # fmt: skip
"""What people call somebody to do: to speak, not to have something done."""
_ANSWERED = frozenset({"letter", "complaint", "application", "petition", "claim", "call", "request", "data", "record"})
_THINGS = frozenset({"it", "that", "this", "there", "what", "which"})


def may_trigger(token: "Token") -> bool:
    """Whether a word may make an undertaking: a cheap look before the parse is searched."""
    if token.lower_ in FUTURE:
        return token.dep_ == "aux"
    if may_arrange(token) or may_decree(token) or may_tell_outright(token):
        return True
    if token.pos_ in {"VERB", "AUX", "ADJ"} or token.tag_ in {"VBD", "VBN", "VBG"}:
        return token.lemma_ in TRIGGERS or token.lower_ in READY
    return token.pos_ == "NOUN" and (token.lemma_ in NOUN_TRIGGERS or _is_verb_all_the_same(token))


def _is_verb_all_the_same(token: "Token") -> bool:
    """Whether a verb is read as a noun though it has a subject: "the members of the council urge the rebels to …"."""
    if token.lower_ == "plan" and takes_subject_above(token):
        return True
    return token.lemma_ in TRIGGERS and token.dep_ == "ROOT" and any(c.dep_ == "nsubj" for c in token.children)


def undertakings_at(around: Surroundings, parsed: ParsedBlock, token: "Token") -> list[Found]:
    """The undertakings that a word makes."""
    if _in_question(token):
        return []
    if token.lower_ in FUTURE:
        return (
            future_at(around, parsed, token) or told_outright(around, parsed, token) or none_of(around, parsed, token)
        )
    found = _triggered_at(around, parsed, token)
    return found or (told_outright(around, parsed, token) if may_tell_outright(token) else [])


def _triggered_at(around: Surroundings, parsed: ParsedBlock, token: "Token") -> list[Found]:
    """The undertakings that a verb, adjective or noun makes."""
    if may_arrange(token) and (found := arranged_at(around, parsed, token)):
        return found
    if may_decree(token) and (found := decreed_at(around, parsed, token)):
        return found
    if is_impersonal(token):
        return impersonal(token)
    if token.lower_ in READY and (token.lemma_ not in TRIGGERS or token.pos_ == "ADJ" or _is_set(token)):
        return ready_at(around, parsed, token)
    if token.lower_ in {"committed", "determined"} and token.tag_ in {"VBN", "VBD"} and _is_state(token):
        return [_spelt_out(found) for found in ready_at(around, parsed, token)]
    if token.lower_ == "committed" and token.dep_ in {"acl", "advcl", "amod"} and token.tag_ == "VBN":
        return []  # what somebody is like
    if token.pos_ == "NOUN" and not _is_verb_all_the_same(token):
        return told_by_noun(around, parsed, token)
    if token.lemma_ not in TRIGGERS or unreal(token) or (token.lower_ in {"is", "are"}):
        return []
    return [_spelt_out(found) for found in _verb(around, parsed, token) if not _idle(around, parsed, found)]


def _in_question(token: "Token") -> bool:
    """Whether a word's sentence ends in a question mark, inside quotation marks or not."""
    sentence = token.sent
    for at in range(sentence.end - 1, sentence.start - 1, -1):
        words = token.doc[at].text.rstrip(" \n”\"'’")
        if words:
            return words.endswith("?")
    return False


def _spelt_out(found: Found) -> Found:
    """What "do" stands for in a cleft: "what we have agreed to do is to keep the strait open"."""
    if found.action.lemma_ != "do":
        return found
    top = found.trigger
    while top.dep_ in {"ccomp", "xcomp", "relcl"} and top.head != top:
        top = top.head
    being = top.head if top.dep_ == "csubj" and top.head.lemma_ == "be" else None
    deed = (
        next((c for c in being.children if c.i > being.i and c.dep_ in {"xcomp", "ccomp", "acl"}), None)
        if being
        else None
    )
    if deed is None or deed.pos_ != "VERB":
        return found
    return undertaking(found.kind, found.trigger, found.author, deed, found.addressed, score=found.score)


def _is_state(token: "Token") -> bool:
    """Whether a participle tells how somebody stands: "is committed", "remains determined"."""
    stands = {"be", "remain", "stay"}
    return (
        token.head.lemma_ in stands
        or token.head.lower_ in {"’re", "’m"}
        or any(c.dep_ == "auxpass" and (c.lemma_ in stands or c.lower_ in {"’re", "’m"}) for c in token.children)
    )


def _is_set(token: "Token") -> bool:
    """Whether a verb of planning stands in the passive: "was scheduled to"."""
    return TRIGGERS[token.lemma_] == "plan" and any(child.dep_ == "auxpass" for child in token.children)


def _verb(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> list[Found]:
    """What a verb makes of the infinitive, clause or noun that it takes."""
    kind, lemma = TRIGGERS[verb.lemma_], verb.lemma_
    if lemma == "call" and any(c.dep_ == "prt" and c.lower_ in {"out", "off", "up", "back"} for c in verb.children):
        return []
    passive = any(child.dep_ == "auxpass" for child in verb.children) or _is_fronted_passive(verb)
    if passive and kind == "order" and verb.dep_ == "relcl" and reported_by_many(verb.head):
        return []  # "people who were told to wait"
    author = author_of(around, parsed, verb, passive=passive)
    addressed = addressed_by(verb, passive=passive) if lemma in ADDRESSING else None
    able = addressed is not None and (addressed.pos_ == "PRON" or can_undertake(around, parsed, addressed))
    owned = addressed is not None and any(c.dep_ == "poss" for c in addressed.children)  # "told its pubs to pour"
    if lemma == "tell" and not (able or owned):
        return []
    goal = goal_of(verb)
    clause = clause_of(verb, addressed)
    if clause is not None and (goal is None or goal.head.lower_ in UPON or clause.i < goal.i):
        on = goal if goal is not None and goal.head.lower_ in UPON and lemma == "call" else None
        subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > verb.i), None)
        if lemma == "call" and addressed is not None and not any(c.lower_ == "for" for c in clause.children):
            return []  # by telephone
        whom = on or addressed or subject or (called_on(verb) if lemma == "call" else None)
        if lemma in {"ask", "tell", "call"} and whom is None and (lemma != "call" or clause.lemma_ in _BY_TELEPHONE):
            return []
        if passive and kind in {"plan", "pledge"}:
            return []
        return [undertaking(kind, verb, author, clause, whom, score=0.85)]
    if goal is not None:
        if goal.head.lower_ in UPON and lemma == "call":
            return []
        acting = to_act(goal) if lemma == "call" and can_undertake(around, parsed, goal) else None
        if acting is not None:
            return [undertaking(kind, verb, author, acting, goal, score=0.8)]
        return [undertaking(kind, verb, author, goal, addressed, score=0.75)]
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if told is None and lemma in FINITE and (fronted := _fronted(verb)) is not None:
        found = undertaking(kind, verb, author, fronted, score=0.75)
        return _finite(around, parsed, found._replace(first=fronted.left_edge.i))
    if told is not None and lemma in _SETTLING and _is_bare_with_that(told):
        return [undertaking(kind, verb, author, told, score=0.8)]
    if told is not None and lemma in FINITE:
        return _finite(around, parsed, undertaking(kind, verb, author, told, score=0.8))
    if told is not None and lemma in DECREED and may_be_bare(told) and is_bare(told):
        return [undertaking(kind, verb, author, told, score=0.8)]
    return _thing(verb, kind, author, passive=passive)


def _is_bare_with_that(told: "Token") -> bool:
    """Whether a clause with "that" is in the bare form for sure: "that an office be set up", "that the clerk write"."""
    if not any(c.dep_ == "mark" and c.lower_ == "that" for c in told.children) or not is_bare(told):
        return False
    helping = [c for c in told.children if c.dep_ in {"aux", "auxpass"}]
    own = next((c for c in told.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < told.i), None)
    single = own is not None and own.tag_ in {"NN", "NNP"} and not any(c.dep_ == "conj" for c in own.children)
    bare = told.tag_ in {"VB", "VBP"} and not helping and single and told.lemma_ != "be"
    return any(c.lower_ == "be" for c in helping) or bare


def _fronted(verb: "Token") -> "Token | None":
    """The clause before a verb that undertakes it: "no jobs will go, the owner promised"."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    beside = verb.head if verb.dep_ == "conj" and any(c.dep_ == "nsubj" for c in verb.children) else None
    if beside is not None and not any(c.dep_ == "cc" and beside.i < c.i < verb.i for c in beside.children):
        clause = beside
    own = clause is not None and any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < clause.i for c in clause.children)
    return clause if own else None


def _is_fronted_passive(verb: "Token") -> bool:
    """Whether a participle tells what somebody was told by another: "ordered by a court to pay, the firm …"."""
    hangs = verb.tag_ == "VBN" and verb.dep_ in {"advcl", "acl"}
    return hangs and any(c.dep_ == "agent" for c in verb.children)


def _finite(around: Surroundings, parsed: ParsedBlock, found: Found) -> list[Found]:
    """What a clause with "will" or "would" undertakes: "announced that it will close"."""
    told = found.action
    if found.kind == "plan" and any(child.dep_ == "expl" for child in told.children):
        return []  # "announced that there will be no ferry"
    if not any(child.lower_ in FUTURE for child in told.children) or foretells(told):
        return []
    own = next((c for c in told.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    oneself = own is not None and (own.lower_ in PRONOUNS or is_own(own.text))
    if not oneself and (found.kind == "agreement" or not _vouched(found)):
        return []  # of one mind with somebody, or sure of something
    if found.kind == "plan" and own is not None and not oneself and can_undertake(around, parsed, own):
        return [found._replace(author=own)]
    return [found]


def _vouched(found: Found) -> bool:
    """Whether a clause about others is what somebody sees to, not what he is sure of: "assured them that all …"."""
    if found.trigger.lemma_ not in {"guarantee", "assure"}:
        return True
    own = next((c for c in found.action.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is not None and spares(own, found.action):
        return True
    first = found.author is None or found.author.lower_ in {"i", "we", "you"}
    kept = found.action.lemma_ in {"be", "remain", "stay", "keep", "continue", "have", "receive", "get"}
    return not first and (kept or not agentless(found.action, own=False))


def _thing(verb: "Token", kind: CommitmentKind, author: "Token | None", *, passive: bool) -> list[Found]:
    """What an object alone says is undertaken: "promised relief", "ordered a review"."""
    if verb.lemma_ not in NOUN_OBJECTS or passive or verb.dep_ == "amod":
        return []
    after = [c for c in verb.children if c.dep_ in {"dobj", "xcomp"} and c.i > verb.i]
    thing = next((c for c in after if c.pos_ in NOUNS or c.tag_ == "VBG"), None)
    if thing is None:
        thing = next((c for c in after if c.ent_type_ == "MONEY"), None)  # "pledged $40 million for wells"
    if verb.lemma_ == "offer" and (thing is None or verb.tag_ == "VBD" or not is_giving(thing)):
        return []
    if thing is None or thing.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}:
        return []
    if kind == "order" and not is_deed(thing):
        return []
    if verb.lemma_ == "guarantee":
        objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
        if len(objects) < 2 and not any(c.dep_ == "dative" for c in verb.children):
            return []
        thing = objects[-1] if objects else thing
    if verb.lemma_ == "announce" and not (is_deed(thing) and verb.tag_ in {"VBD", "VBN", "VBZ"} and _owns(thing)):
        return []
    if verb.lemma_ == "plan" and verb.tag_ not in {"VBG", "VBZ", "VBP"}:
        return []
    return [undertaking(kind, verb, author, thing, score=0.6)]


def _owns(thing: "Token") -> bool:
    """Whether a deed is done to what is one's own: "the closure of its plant"."""
    return any(t.dep_ == "poss" and t.lower_ in {"its", "their", "his", "her", "our"} for t in thing.subtree)


def _idle(around: Surroundings, parsed: ParsedBlock, found: Found) -> bool:
    """Whether a verb of undertaking undertakes nothing: of a thing, of many, of knowing, of a source's terms."""
    verb, author = found.trigger, found.author
    if (
        found.kind == "order"
        and verb.lemma_ in {"command", "direct"}
        and found.addressed is not None
        and not (can_undertake(around, parsed, found.addressed) or found.addressed.lower_ in PRONOUNS)
    ):
        return True
    if (
        found.action.lemma_ in {"use", "name", "identify", "publish"}
        and verb.lemma_ == "ask"
        and any(c.lower_ in {"name", "identity", "surname"} for c in found.action.children)
    ):
        return True  # the terms on which a source talks
    if found.action.lemma_ in KNOWING and found.kind in {"call_for", "order"}:
        return True
    given = any(
        (c.dep_ == "prep" and c.lower_ == "with") or (c.dep_ == "dobj" and c.lemma_ in _ANSWERED)
        for c in found.action.children
    )  # "share the data with us", "answer every letter"
    silent = negated(found.action) or (found.first > 0 and verb.doc[found.first].lower_ in {"not", "never"})
    if verb.lemma_ in {"ask", "tell"} and found.action.lemma_ in ANSWERING and not given and not silent:
        return True
    if verb.lemma_ == "ask" and found.action.lemma_ in ASKED_OF_A_SOURCE:
        return True
    cleft = verb.dep_ == "csubj" and verb.head.lemma_ == "be"  # "what we have agreed to do is"
    if not cleft and any(_leaves_open(c) for word in (verb, found.action) for c in word.lefts if c.i < verb.i):
        return True
    if author is not None and verb.dep_ == "ccomp" and verb.head.lemma_ in SAYING:
        told = shared_subject(verb.head)
        if told is not None and reported_by_many(told):
            return True
    if any(child.lower_ == "anonymity" for child in verb.children):
        return True
    if found.action.lemma_ in {"talk", "speak", "discuss", "comment"} and _ANONYMITY.search(verb.sent.text):
        return True
    if author is None:
        return verb.dep_ == "amod"
    if reported_by_many(author) or any(c.lower_ in {"neither", "nobody", "none"} for c in (author, *author.children)):
        return True
    gone = verb.tag_ == "VBD" or any(c.dep_ == "aux" and c.lower_ in {"had", "’d", "'d"} for c in verb.children)
    if verb.lemma_ in PAST_TELLS_NOTHING and gone and not _recounted(verb) and not _falls_later(around, parsed, found):
        return True
    if verb.lemma_ == "vote" and not _falls_later(around, parsed, found):
        return True
    if verb.lemma_ == "announce" and found.action.pos_ == "NOUN" and not _falls_later(around, parsed, found):
        return True
    if verb.lemma_ == "prepare" and verb.dep_ == "advcl":
        return True
    if author.lower_ in _THINGS and author.lower_ != "it":
        return found.kind in {"pledge", "plan", "agreement"}
    if found.kind in {"pledge", "plan", "agreement"} and author.lower_ not in PRONOUNS:
        cued = found.kind == "pledge" and around.cued_by(parsed.token_span(verb)) is not None
        voiced = author.lemma_ in WRITINGS or cued or verb.lemma_ in SELECTING
        return not can_undertake(around, parsed, author) and _thingly(author) and not voiced
    return False


def _leaves_open(word: "Token") -> bool:
    """Whether a question word makes the clause a question: "who he plans to …", "how it promised to …"."""
    if word.tag_ == "WRB":
        return word.lower_ in {"how", "why"}
    return word.tag_ == "WP" and word.dep_ in {"dobj", "pobj", "attr"}


def _thingly(author: "Token") -> bool:
    return author.pos_ == "NOUN" and author.ent_type_ not in {"PERSON", "ORG", "GPE", "NORP"}


def _falls_later(around: Surroundings, parsed: ParsedBlock, found: Found) -> bool:
    """Whether what was decided has a day that is still to come: "voted to walk out on 9 December"."""
    if found.trigger.lemma_ not in {"vote", "decide", "announce"} or any(
        c.dep_ == "aux" and c.lower_ in {"had", "’d", "'d"} for c in found.trigger.children
    ):  # fmt: skip
        return False
    last = max(found.last, found.trigger.right_edge.i) if found.trigger.lemma_ == "announce" else found.last
    span = parsed.span_of(parsed.doc[found.first : last + 1])
    published = around.document.published.first_day if around.document.published is not None else None
    after = published.isoformat() if published is not None else None
    return any(
        mention.direction == "future"
        or (mention.direction != "past" and mention.limit in {"by", "within", "before"})
        or (after is not None and mention.interval.start is not None and mention.interval.start[:10] > after)
        for mention in around.times_in(span.start, span.end + 1)
    )


def _recounted(verb: "Token") -> bool:
    """Whether a past "planned" is told by somebody, who thereby says that it stands: "said she planned to"."""
    top = verb
    while top.dep_ == "conj" and top.head.pos_ in {"VERB", "AUX"}:
        top = top.head
        if top.lemma_ in SAYING:
            return True
    told = top.dep_ == "ccomp" and top.head.lemma_ in SAYING
    perfect = any(c.dep_ == "aux" and c.lower_ in {"has", "have", "’ve", "'ve"} for c in verb.children)
    return told or perfect or verb.dep_ == "relcl"
