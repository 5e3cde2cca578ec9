"""Plans with "will" that a report, or somebody who speaks for others, ascribes to who can act."""

from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.accords import kind_under
from onrecord.annotating.actions import Found, undertaking
from onrecord.annotating.commitmentwords import ACTORS, PREDICTING, SAYING
from onrecord.annotating.earlier import subject_before
from onrecord.annotating.foretelling import acts, agentless, reported_by_many
from onrecord.annotating.issuers import issuer_of
from onrecord.annotating.subjects import agent_of
from onrecord.annotating.surroundings import OFFICIAL_HEADS, Surroundings, shared_subject
from onrecord.language.parsing import ParsedBlock
from onrecord.model.identity import fold
from onrecord.model.items import Statement

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_NO_ACTORS = frozenset(
    {"you", "it", "that", "this", "there", "what", "nobody", "people", "voters", "americans", "one", "who", "which",
     "everyone", "everybody", "someone", "somebody", "they"}
)  # fmt: skip
_AUDIENCE = frozenset({"voter", "american", "viewer", "reader", "consumer", "fan", "shopper", "observer"})
_BEFALLS = frozenset({"get", "see", "find", "let", "turn", "stand"})
"""What a report says will befall somebody, where a speaker might undertake it."""
_CONVENING = frozenset({"meet", "reconvene", "convene", "gather"})
"""What those just named will do together: "they will meet again in May"."""
_HABITUAL = frozenset(
    {"often", "usually", "always", "sometimes", "occasionally", "generally", "typically", "frequently", "rarely",
     "normally", "inevitably", "undoubtedly", "surely"}
)  # fmt: skip
"""What makes "will" a habit or a forecast."""
_COLOURS = frozenset({"white", "black", "brown"})
_HOPES = frozenset({"hope", "fear", "expectation", "prediction", "belief", "guess", "bet", "concern", "worry", "danger",
                    "problem", "question", "risk", "idea"})  # fmt: skip
_NEWS = frozenset({"news", "announcement", "word", "confirmation"})
_YIELDING = frozenset({"save", "make", "earn", "gain", "receive", "raise", "bring", "generate"})
"""Verbs that with a sum foretell."""
_TAKEN = frozenset({"time", "year", "month", "week", "day", "place", "effect", "patience", "decade", "hour"})
_VOICES = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "aide", "official", "officials", "aides", "adviser", "advisor",
     "advisers", "secretary", "manager", "statement", "release", "office", "campaign", "representative",
     "lawyer", "attorney", "organizers", "organisers"}
)  # fmt: skip
"""Who speaks for another rather than of him."""


class Future(NamedTuple):
    """A clause in the future: its auxiliary, verb and subject, and the verb that reports it with who does."""

    aux: "Token"
    verb: "Token"
    subject: "Token"
    governing: "Token | None"
    teller: "Token | None"

    @property
    def said(self) -> bool:
        """Whether a verb of speech reports it."""
        return self.governing is not None and self.governing.lemma_ in SAYING


def ascribed(around: Surroundings, parsed: ParsedBlock, clause: Future) -> list[Found]:
    """What a report says that somebody who can act will do."""
    verb, subject = clause.verb, clause.subject
    supposed = any(c.dep_ == "advcl" and any(g.lower_ == "if" for g in c.children) for c in verb.children)
    if supposed or (subject.pos_ == "PRON" and any(c.dep_ == "conj" for c in subject.children)):
        return []
    if any(c.dep_ == "auxpass" for c in verb.children):
        return _by_agent(around, parsed, clause)
    if any(c.lower_ in _HABITUAL for c in verb.children):
        return []
    if clause.governing is not None and clause.governing.lemma_ == "be" and _is_hope(clause.governing):
        return []
    if any(c.lower_ == "no" for c in subject.children):
        return []  # "no state shall": what a law says
    if subject.lower_ == "they" and verb.lemma_ in _CONVENING and clause.governing is None:
        return [undertaking("plan", clause.aux, subject, verb, score=0.65)]
    told = around.statement_at(parsed.token_span(clause.aux)) is not None  # what one says of a body is a forecast
    taken_up = subject.lower_ == "it" and not told and subject_before(around, parsed, subject) is not None
    if (subject.lower_ in _NO_ACTORS and not taken_up) or subject.lemma_.lower() in _AUDIENCE:
        return []
    if verb.lemma_ in _BEFALLS:
        return []
    if verb.dep_ in {"advcl", "acl"} and not is_news(verb):
        return []
    if (verb.dep_ == "relcl" and not _tells_more(around, parsed, clause)) or agentless(verb, own=False):
        return []
    if any(c.dep_ == "dobj" and verb.lemma_ == "take" and c.lemma_ in _TAKEN for c in verb.children):
        return []
    if verb.lemma_ in _YIELDING and any(c.dep_ == "dobj" and c.ent_type_ == "MONEY" for c in verb.children):
        return []
    if subject.lower_ not in {"he", "she"} and not taken_up and not acts(around, parsed, subject):
        return []
    official = clause.said and clause.teller is not None and clause.teller.lemma_.lower() in _VOICES
    some = not official and _is_any(around, parsed, subject)
    if subject.tag_ in {"NNS", "NNPS"} and (reported_by_many(subject) or some):
        return []
    before = parsed.doc[max(0, subject.left_edge.i - 1)]
    if (clause.governing is not None and clause.governing.lemma_ in PREDICTING) or before.lemma_ in PREDICTING:
        return []
    statement = around.statement_at(parsed.token_span(clause.aux))
    if statement is not None and statement.manner in {"direct", "mixed", "turn"}:
        party = statement.speaker.party or statement.speaker.name
        named = around.name_of(parsed, subject)
        if subject.lemma_.lower() not in ACTORS and (named is None or named != party) and not _for_another(statement):
            return []  # what one says of another is a forecast
    elif clause.teller is not None and clause.teller.ent_type_ == "PERSON" and subject.ent_type_ == "PERSON":
        return []
    kind = kind_under(verb)
    if kind == "plan" and (_is_tellers_body(around, parsed, clause) or _is_issuer(around, parsed, subject)):
        kind = "pledge"
    return [undertaking(kind, clause.aux, subject, verb, score=0.6)]


def _is_issuer(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> bool:
    """Whether a release tells what who put it out will do, or the state whose body put it out."""
    issuer, named = issuer_of(around), around.name_of(parsed, subject)
    if not issuer or named is None or not named[:1].isupper():
        return False
    one, other = (set(fold(name).split()) for name in (issuer[0], named))
    return one <= other or other <= one


def _is_tellers_body(around: Surroundings, parsed: ParsedBlock, clause: Future) -> bool:
    """Whether somebody tells what the body that he speaks for will do: "the governor said the state would pay"."""
    teller, subject = clause.teller, clause.subject
    if teller is None or subject.tag_ != "NN" or around.entity_at(parsed.offset + subject.idx) is not None:
        return False
    if any(c.dep_ == "poss" and c.lower_ in {"his", "her"} for c in subject.children):
        return True
    definite = any(c.lower_ in {"the", "its"} for c in subject.children)
    entity = around.entity_at(parsed.offset + teller.idx)
    person = entity.kind == "person" if entity is not None else teller.ent_type_ == "PERSON"
    return definite and (person or teller.lower_ in {"he", "she"})


def _by_agent(around: Surroundings, parsed: ParsedBlock, clause: Future) -> list[Found]:
    """What is to be done to something by whom the clause names: "the talks will be hosted by the ministry"."""
    verb = clause.verb
    doer = agent_of(verb)
    if doer is None or doer.ent_type_ in {"DATE", "TIME"}:  # "by 22 March" is when
        return []
    if verb.dep_ in {"relcl", "advcl", "acl"} or agentless(verb, own=False):
        return []
    if (clause.governing is not None and clause.governing.lemma_ in PREDICTING) or not acts(around, parsed, doer):
        return []
    if around.statement_at(parsed.token_span(clause.aux)) is not None or reported_by_many(doer):
        return []
    return [undertaking("plan", clause.aux, doer, verb, score=0.6)]


def is_news(verb: "Token") -> bool:
    """Whether a clause is what an announcement says: "the news that the ministry will sue"."""
    return verb.dep_ == "acl" and verb.head.lemma_ in _NEWS


def _is_hope(being: "Token") -> bool:
    """Whether a clause tells what somebody hopes or fears: "my hope is that they will"."""
    subject = shared_subject(being)
    return subject is not None and subject.lemma_ in _HOPES


def _tells_more(around: Surroundings, parsed: ParsedBlock, clause: Future) -> bool:
    """Whether a relative clause adds what a named person will do: "Lee, who will address the fair on Monday, …"."""
    noun = clause.verb.head
    entity = around.entity_at(parsed.offset + noun.idx)
    who = next((c for c in clause.verb.children if c.dep_ == "nsubj"), None)
    if entity is None or entity.kind != "person" or who is None or who.lower_ != "who":
        return False
    return parsed.doc[who.i - 1].text == ","


def _is_any(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> bool:
    """Whether a plural names people of a sort and no body: "white men", "writers"; not "officials", "the crews"."""
    if subject.tag_ != "NNS" or subject.lemma_.lower() in ACTORS or subject.lower_ in OFFICIAL_HEADS:
        return False
    if around.entity_at(parsed.offset + subject.idx) is not None:
        return False
    placed = any(c.dep_ == "prep" and c.lower_ in {"at", "of", "from"} for c in subject.children)
    known = [c for c in subject.children if c.dep_ in {"det", "poss", "nummod"} or c.ent_type_]
    return not placed and not any(c.lower_ not in _COLOURS for c in known)


def _for_another(statement: Statement) -> bool:
    """Whether who speaks does so for others: a spokeswoman, an aide, an unnamed official, a paper of a body."""
    words = {word.strip(".,").lower() for word in (statement.speaker.description or "").split()}
    return statement.speaker.anonymous or bool(words & _VOICES)
