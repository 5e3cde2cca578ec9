"""Nouns that undertake: a plan to build, a promise to return, calls for a vote; possessed, or voiced by a verb."""

from typing import TYPE_CHECKING

from onrecord.annotating.actions import Found, infinitive_after, undertaking
from onrecord.annotating.actors import can_undertake
from onrecord.annotating.commitmentwords import FUTURE, NOUN_TRIGGERS, OPPOSING, RENOUNCING, VOICING
from onrecord.annotating.foretelling import reported_by_many
from onrecord.annotating.subjects import agent_of
from onrecord.annotating.surroundings import NOUNS, PRONOUNS, Surroundings, negated, shared_subject
from onrecord.annotating.unreal import unreal
from onrecord.language.parsing import ParsedBlock

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_STRUCK = frozenset({"agreement", "deal", "pact", "accord", "promise", "pledge", "plan"})
"""Nouns whose relative clause may tell who made them: "the deal that they struck to …"."""
_HOLDING = frozenset({"promise", "pledge", "vow"})
"""Nouns that hold what is undertaken after "of": "her pledge of more soldiers"."""
_VOUCHING = frozenset(
    {"promise", "pledge", "vow", "commitment", "assurance", "guarantee", "undertaking", "announcement", "word"}
)
"""Nouns whose clause with "that" tells what is undertaken."""
_DECREES = frozenset({"demand", "request", "recommendation", "proposal", "order", "instruction", "call"})
"""Nouns whose clause with "that", in the bare form, tells what is called for."""
_PAPERS = frozenset({"letter", "memorandum", "declaration", "statement", "heads"})
_AIMS = frozenset({"goal", "target"})
_SETTING = frozenset({"set", "adopt", "announce", "unveil", "publish"})
_DECIDING = frozenset(
    {"government", "administration", "ministry", "council", "company", "board", "agency", "department"}
)
_OWNERS = _DECIDING | {"city", "state", "army", "police", "union", "opposition", "airline", "club", "hospital"}
_JUDGING = frozenset({"court", "judge", "jury", "tribunal", "voter", "fed"})
ASKED_OF_A_SOURCE = frozenset({"comment", "information", "help", "interview", "response"})
OWNING = frozenset({"NORP", "ORG", "PERSON", "GPE"})
"""Sorts of names that before "calls for" tell whose they are."""


def told_by_noun(around: Surroundings, parsed: ParsedBlock, noun: "Token") -> list[Found]:
    """A noun with its infinitive or "for": "a plan to build", "calls for a vote"; possessed, or voiced by a verb."""
    possessed = any(c.dep_ == "poss" and c.pos_ in NOUNS for c in noun.children)
    opposed = noun.head.pos_ == "VERB" and noun.head.lemma_ in OPPOSING
    others = possessed or any(c.dep_ == "prep" and c.lower_ == "from" for c in noun.children)
    if (opposed and (not others or noun.head.lemma_ in RENOUNCING or noun.lemma_ == "offer")) or any(
        c.lower_ in {"no", "any"} for c in noun.children
    ):
        return []
    if _is_given_up(noun) or (noun.lemma_ == "word" and not (_is_owned(noun) and noun.head.lemma_ == "give")):
        return []
    kind = NOUN_TRIGGERS[noun.lemma_]
    wish = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "for"), None)
    wished = (
        wish is not None
        and (wish.i == noun.i + 1 or (others and not possessed))
        and (noun.lemma_ in {"call", "demand", "appeal"} or (noun.lemma_ == "proposal" and _is_owned(noun)))
    )
    action = infinitive_after(noun, reach=7) if not wished else None
    struck = next((c for c in noun.children if c.dep_ == "relcl" or _is_struck_by(c)), None)
    if action is None and struck is not None and noun.lemma_ in _STRUCK:
        action = infinitive_after(struck)
    if action is None and noun.lemma_ in {"call", "demand", "appeal", "proposal"} and wished and wish is not None:
        action = next((g for g in wish.children if g.dep_ in {"pobj", "pcomp"}), None)
    if action is None and noun.lemma_ in _HOLDING and _is_owned(noun):
        joint = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        action = next((g for g in joint.children if g.dep_ in {"pobj", "pcomp"}), None) if joint is not None else None
    if noun.lemma_ == "announcement" or (action is None and noun.lemma_ in _VOUCHING):
        action = _said_of(noun)
    if action is None and noun.lemma_ in _DECREES:
        action = _decreed_of(noun)
    if noun.lemma_ in _AIMS:
        return _aim(noun, action)
    if action is None and noun.lemma_ == "commitment" and noun.dep_ == "dobj" and noun.head.lemma_ in VOICING:
        joint = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "to"), None)
        action = next((g for g in joint.children if g.dep_ == "pcomp"), None) if joint is not None else None
    if action is None or _is_no_deed(action):
        return []
    author = _owner(noun)
    if author is None:
        return _unowned(noun, action)
    if reported_by_many(author) or (noun.lemma_ == "decision" and not _is_of_body(author)):
        return []
    if author.lower_ in {"their", "its"} and noun.head.dep_ in {"prep", "pcomp"} and unreal(noun.head.head):
        return []  # "they should make it part of their plans to grow"
    if author.lower_ not in {"his", "her", "its", "their", "our", "my", "i", "we"} | PRONOUNS and not can_undertake(
        around, parsed, author
    ):
        return []
    return [undertaking(kind, noun, author, action, score=0.65)]


def _is_given_up(noun: "Token") -> bool:
    """Whether a plan is told as ended: "the plan to build was dropped", "went back on his promise to"."""
    top = noun.head
    if noun.dep_ == "nsubjpass":
        return top.lemma_ in RENOUNCING
    if noun.dep_ != "pobj" or top.lower_ not in {"on", "from", "of"}:
        return False
    while top.dep_ in {"prep", "advmod"} and top.head != top:
        top = top.head
    backing = top.lemma_ in {"go", "back", "walk", "turn"} and any(
        t.lower_ in {"back", "away", "out", "down"} for t in noun.doc[top.i + 1 : noun.i]
    )
    return backing or top.lemma_ in {"renege", "retreat"}


def _is_no_deed(action: "Token") -> bool:
    bare = action.pos_ in {"PRON", "NUM"} and action.ent_type_ != "MONEY"
    return bare or action.ent_type_ in {"PERSON", "DATE"}


def _said_of(noun: "Token") -> "Token | None":
    """The clause that a promise spells out: "her pledge that no hotel would be built"."""
    told = [c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and c.i > noun.i]
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in VOICING:
        told += [c for c in noun.head.children if c.dep_ in {"ccomp", "acl"} and c.i > max(noun.i, noun.head.i)]
    clause = next((c for c in told if _is_spelt_out(c)), None)
    ahead = clause is not None and any(g.lower_ in FUTURE for g in clause.children)
    return clause if ahead else None


def _is_spelt_out(clause: "Token") -> bool:
    """Whether a clause with "that" has a subject of its own, so that "that" stands for nothing in it."""
    own = any(g.dep_ in {"nsubj", "nsubjpass", "expl"} and g.lower_ != "that" for g in clause.children)
    return any(
        g.lower_ == "that" and (g.dep_ == "mark" or (g.dep_ == "dobj" and own)) and g.i < clause.i
        for g in clause.children
    )


def _decreed_of(noun: "Token") -> "Token | None":
    """The clause that a demand spells out: "the union's demand that the pit be closed"."""
    for clause in noun.children:
        if clause.i > noun.i and clause.dep_ in {"acl", "ccomp", "relcl", "advcl"} and clause.pos_ in {"VERB", "AUX"}:
            that = any(g.dep_ == "mark" and g.lower_ == "that" for g in clause.children)
            told = [g for g in clause.children if g.dep_ in {"aux", "auxpass"}]
            if that and all(g.lower_ in {"be", "should"} for g in told) and (told or clause.tag_ in {"VB", "VBP"}):
                return clause
    return None


def _aim(noun: "Token", action: "Token | None") -> list[Found]:
    """A goal that somebody sets himself: "set itself the goal of halving waste", "adopted a target to plant"."""
    verb = noun.head
    joint = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    deed = next((g for g in joint.children if g.dep_ == "pcomp"), None) if joint is not None else action
    author = shared_subject(verb) if noun.dep_ == "dobj" and verb.lemma_ in _SETTING and not unreal(verb) else None
    return [undertaking("plan", noun, author, deed, score=0.65)] if author is not None and deed is not None else []


def _is_struck_by(clause: "Token") -> bool:
    """Whether a participle tells who made a deal: "the deal brokered by the ministry to limit the flow"."""
    return clause.dep_ == "acl" and clause.tag_ == "VBN" and any(c.dep_ == "agent" for c in clause.children)


def _is_owned(noun: "Token") -> bool:
    return any(child.dep_ == "poss" for child in noun.children)


def _is_of_body(author: "Token") -> bool:
    """Whether a decision is one of a government or company to act, and no court's ruling nor a person's past choice."""
    lemma = author.lemma_.lower()
    return lemma in _DECIDING or (author.ent_type_ in {"GPE", "ORG"} and lemma not in _JUDGING)


def _unowned(noun: "Token", action: "Token") -> list[Found]:
    """Calls whose callers are not named: "calls to boycott the fair", "growing calls for an inquiry"."""
    if noun.lemma_ != "call" or noun.tag_ != "NNS" or action.lemma_ in ASKED_OF_A_SOURCE:
        return []
    if noun.dep_ == "dobj" and noun.head.lemma_ in {"return", "answer", "make", "receive", "place", "take"}:
        return []  # by telephone
    return [undertaking("call_for", noun, None, action, score=0.65)]


def _owner(noun: "Token") -> "Token | None":
    """Whose plan or promise it is: its possessor, whom it comes from, or who voices or holds it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"from", "by"} and child.i == noun.i + 1:
            giver = next((g for g in child.children if g.dep_ == "pobj"), None)
            if giver is not None:
                return giver
        if _is_struck_by(child) and noun.lemma_ in _STRUCK:
            return agent_of(child)
        if child.dep_ == "relcl" and noun.lemma_ in _STRUCK:
            striker = next((g for g in child.children if g.dep_ == "nsubj" and g.pos_ in NOUNS), None)
            if striker is not None:
                return striker
    if noun.lemma_ in {"call", "demand", "plan", "proposal"}:
        before = [c for c in noun.children if c.dep_ in {"amod", "compound"}]
        named = next((c for c in before if c.ent_type_ in OWNING or c.lower_ in _OWNERS), None)  # "government plans"
        if named is not None:
            return named
    top = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in _PAPERS:
        top = noun.head.head  # "signed a letter of intent"
    while top.dep_ == "conj" and top.head.pos_ == "NOUN":
        top = top.head
    verb = top.head
    if top.dep_ == "nsubjpass" and verb.lemma_ in VOICING and not negated(verb) and not unreal(verb):
        return agent_of(verb)
    if top.dep_ == "dobj" and verb.lemma_ in VOICING and not negated(verb) and not unreal(verb):
        return shared_subject(verb)
    if top.dep_ == "pobj" and verb.lower_ == "with":
        above = verb.head
        while above.pos_ not in {"VERB", "AUX"} and above.head != above:
            above = above.head
        return shared_subject(above)
    return None
