"""Claims: the propositions inside statements and in the report's own voice, each self-contained and on its words.

Every clause that says something of a subject gives one claim: main clauses, conjoined verbs, complements, relative
and participial clauses; frames ("she said", "it is clear that") give none, they set polarity, modality and holder.
Infinitives go with the verb that carries them ("failed to close it" is one negated claim of closing). Nouns that
pack a proposition ("steel mills in Norland") give presupposed claims. Greetings, thanks and fragments give none.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.accusations import accused_in
from onrecord.annotating.acts import acts_in
from onrecord.annotating.antecedents import Setting
from onrecord.annotating.arguments import proposition_of
from onrecord.annotating.clauses import Clause, clauses_in
from onrecord.annotating.contrasts import contrasts_in
from onrecord.annotating.deixis import referent_of
from onrecord.annotating.elided import Full, is_cut
from onrecord.annotating.existences import existences_in
from onrecord.annotating.goingon import going_on_in
from onrecord.annotating.heads import embeddings_at, subject_of
from onrecord.annotating.hearing import Hearing
from onrecord.annotating.identified import pointed, with_subject
from onrecord.annotating.idle import is_free_relative, is_idle, is_of_something_unknown
from onrecord.annotating.lacks import with_missing
from onrecord.annotating.modality import weak_quantity_of
from onrecord.annotating.packed import worded_nominal
from onrecord.annotating.participants import Voice
from onrecord.annotating.periods import Calendar, about, spelled_out
from onrecord.annotating.phrases import dependents, folded, is_noun, lemma_of
from onrecord.annotating.polarity import negation_of
from onrecord.annotating.presuppositions import Nominal, nominals_in
from onrecord.annotating.rejoinders import answer_of
from onrecord.annotating.retorts import Made, Retorts
from onrecord.annotating.scope import State, states_of
from onrecord.annotating.secondary import lacking_in, secondary_in
from onrecord.annotating.subjects import agent_of
from onrecord.annotating.suches import spelled
from onrecord.annotating.told import tellings_in
from onrecord.annotating.understood import Subject, antecedent, subject_for
from onrecord.annotating.viewpoints import Viewpoint
from onrecord.annotating.wording import worded
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.language.predicates import classes, scope
from onrecord.language.pronounwords import is_own
from onrecord.model.documents import Block
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Claim, Entity, Holder, Proposition, Statement
from onrecord.model.spans import Span, Spans

if TYPE_CHECKING:
    from onrecord.language.trees import Doc, Piece, Token

VERSION = "claims/30"

_BEFORE_TIMES = frozenset({"on", "in", "at", "by", "until", "since", "from", "during", "before", "after", "the"})
_SILENT_BLOCKS = frozenset({"title", "heading", "table", "furniture"})
LISTED, UNLISTED = 0.85, 0.75
"""Starting scores, set by eye while reading news and not counted: unlisted verbs fare worse. To be calibrated."""
_OBJECTS = frozenset({"pobj", "compound"})
_ANYBODY = frozenset({"there", "anyone", "anybody", "nobody", "no-one", "everyone", "everybody"})
"""Subjects of "thinks" behind whom whoever speaks stands: "I don't think anyone believes that it is open"."""
_CHAIRS = ("moderator", "operator", "conference operator", "coordinator")
LONGEST_SENTENCE = 60
"""Words beyond which the small parser's attachments are wrong more often than right; claims there score less."""


def find_claims(
    analysis: Analysis, entities: tuple[Entity, ...], statements: tuple[Statement, ...]
) -> tuple[Claim, ...]:
    """Every claim of a document, in text order."""
    finder = _Finder(analysis, entities, statements)
    found: dict[str, Claim] = {}
    for parsed, sentence in analysis.sentences():
        if parsed.block.kind in _SILENT_BLOCKS or _is_chair(parsed.block):
            continue
        for claim in finder.of_sentence(parsed, sentence):
            found.setdefault(claim.id, claim)
    return tuple(sorted(found.values(), key=lambda claim: (claim.spans, claim.id)))


def _is_chair(block: Block) -> bool:
    """Whether a turn only runs the call: a moderator's or an operator's."""
    return block.kind == "turn" and block.label is not None and fold(block.label).startswith(_CHAIRS)


class _Finder:
    """One document's antecedents, statements and calendar, asked sentence by sentence."""

    def __init__(self, analysis: Analysis, entities: tuple[Entity, ...], statements: tuple[Statement, ...]) -> None:
        self.document = analysis.document
        self.setting = Setting(analysis, entities, statements)
        self.parties = {entity.id: entity.party for entity in entities}
        self.hearing = Hearing(analysis.document, entities, statements, self.setting)
        self.calendar = Calendar(analysis.document)
        self.retorts = Retorts()

    def of_sentence(self, parsed: ParsedBlock, sentence: "Piece") -> Iterator[Claim]:
        self.hearing.listen(parsed.offset + sentence.start_char)
        self.setting.ask(parsed, sentence)
        states = states_of(sentence)
        tokens = [token for token in sentence if token.i in states]
        voices = self.hearing.voices(parsed, sentence, tokens, self.retorts.sentence + 1)
        self.retorts.listen(tokens, voices)
        answer = self.retorts.of_answer(parsed, sentence, voices, tokens)
        if answer is not None:
            yield self._made(voices[tokens[0].i], answer)
        if tokens:
            self.retorts.ask_after(tokens, voices[tokens[0].i])
        said: set[tuple[str, str, str]] = set()
        taken: set[int] = set()
        long = 0.85 if len(tokens) > LONGEST_SENTENCE else 1.0
        for clause in clauses_in(tokens, states, voices, self.hearing.cues(parsed, tokens)):
            claim = self._of_clause(clause, voices[clause.head.i], states, long)
            if claim is None:
                continue
            said.update(_gist(claim.proposition))
            taken.update(_used(clause.head))
            yield claim
            voice = voices[clause.head.i]
            for taken_for_granted in (existences_in, going_on_in, secondary_in, lacking_in):
                for nominal in taken_for_granted(clause, claim.proposition, states[clause.head.i], voice):
                    yield self._of_nominal(nominal, voice, long)
            for nominal in acts_in(clause, claim.text, states[clause.outer.i], voice):
                yield self._of_nominal(nominal, voice, long)
            for nominal in contrasts_in(clause, claim.proposition, claim.text, states[clause.head.i], voice):
                yield self._of_nominal(nominal, voice, long)
            for nominal in accused_in(clause, states[clause.head.i], voice):
                said.update(_gist(nominal.proposition))
                made = self._of_nominal(nominal, voice, long)
                self.retorts.charge(made.proposition, made.text)
                yield made
        for nominal in tellings_in(tokens, states, voices, self.hearing.cues(parsed, tokens)):
            said.update(_gist(nominal.proposition))
            yield self._of_nominal(nominal, voices[nominal.noun.i], long)
        for nominal in nominals_in(tokens, states, voices, taken):
            if not said.isdisjoint(_gist(nominal.proposition)):
                continue
            said.update(_gist(nominal.proposition))
            yield self._of_nominal(nominal, voices[nominal.noun.i], long)

    def _of_clause(self, clause: Clause, voice: Voice, states: dict[int, State], sure: float) -> Claim | None:
        head = clause.head
        if is_cut(head):
            made = self.retorts.of_cut(clause, voice, states[head.i], sure)
            return self._made(voice, made) if made is not None else None
        answer = answer_of(head)
        if answer is not None:
            made = self.retorts.of_rejoinder(clause, voice, states[head.i], answer, sure)
            return self._made(voice, made) if made is not None else None
        if (named := self.retorts.of_naming(clause, voice, states[head.i], sure)) is not None:
            return self._made(voice, named)
        proposition = proposition_of(head, voice)
        if clause.asks:
            asked = proposition or Proposition(predicate=lemma_of(head), arguments=())
            self.retorts.ask(Full(clause, asked, states[head.i], voice, self.retorts.sentence))
        if proposition is not None and proposition.predicate == "lack":
            near = [f.proposition for f in self.retorts.full if self.retorts.sentence - f.sentence <= 1]
            proposition = with_missing(proposition, near)
        if proposition is None or not proposition.arguments:
            return None
        if is_idle(clause, proposition):
            self.retorts.note(
                Full(clause, proposition, states[head.i], voice, self.retorts.sentence)
            )  # "it would stay shut"
            return None
        if proposition.predicate == "do" and proposition.argument("theme") is None:
            return None
        if proposition.predicate == "be" and is_of_something_unknown(proposition):
            return None
        state = states[head.i]
        subject = subject_for(clause.outer)
        clause = clause._replace(time=self._shared_time(clause, voice))
        text = worded(
            clause, state, voice, subject=_borrowed(subject, clause.words), place=proposition.argument("place"),
            dates=self._dates(clause, voice), denied_above=_is_turned_above(clause.outer, states),
        )  # fmt: skip
        if " " not in text or is_free_relative(clause.words, state):
            return None
        if clause.asks and not text.endswith("?"):
            text += "?"
        sure *= 0.6 if any(not a.key for a in proposition.arguments if a.role in {"agent", "theme"}) else 1.0
        if (thing := pointed(proposition, self.retorts.said, self.retorts.sentence)) is not None:
            proposition, text = with_subject(proposition, text, thing)
        text = spelled(clause.words, head, text, self.retorts.said, self.retorts.sentence)
        self.retorts.remember(Full(clause, proposition, state, voice, self.retorts.sentence, text))
        if not state.sure:
            return None
        return self._claim(
            voice, clause.spans, text, state=state, proposition=proposition, words=clause.words,
            quantity=state.quantity or _weak_quantity(head), sure=sure, time=_spans_of(clause.time, voice),
        )  # fmt: skip

    def _made(self, voice: Voice, made: Made) -> Claim:
        """The claim of what was made from words before."""
        return self._claim(
            voice, made.spans, made.text, state=made.state, proposition=made.proposition, words=made.words,
            quantity=made.quantity, sure=made.sure,
        )  # fmt: skip

    def _shared_time(self, clause: Clause, voice: Voice) -> "list[Token]":
        """The words before that are a time of this clause too: a time from end to end, and it tells none itself."""
        if not clause.time:
            return []
        (phrase,) = _spans_of(clause.time, voice)
        doc, statement = clause.head.doc, voice.view.statement
        rest = voice.parsed.span_of(doc[clause.outer.left_edge.i : clause.outer.right_edge.i + 1])
        told = self.calendar.within((phrase,), statement)
        if len(told) != 1 or told[0].core.end != phrase.end:
            return []
        before = Span(phrase.start, told[0].core.start).of(self.document.text).lower().split()
        own = self.calendar.within((Span(max(rest.start, phrase.end), rest.end),), statement)
        return clause.time if _BEFORE_TIMES.issuperset(before) and not own else []

    def _dates(self, clause: Clause, voice: Voice) -> dict[int, str]:
        """Calendar dates to set behind relative time words, by the index of the last word."""
        dates: dict[int, str] = {}
        words = clause.time + clause.words
        for mention in self.calendar.within(clause.spans + _spans_of(clause.time, voice), voice.view.statement):
            day = spelled_out(mention)
            if day is None:
                continue
            last = next((t.i for t in words if voice.parsed.offset + t.idx + len(t.text) == mention.core.end), None)
            if last is not None and not _is_possessor(last, clause.words[0].doc):
                dates[last] = day
        return dates

    def _of_nominal(self, nominal: Nominal, voice: Voice, sure: float) -> Claim:
        top = nominal.top
        words = [t for t in top.subtree if (t.dep_ != "relcl" or t.i == top.i) and abs(t.i - top.i) < 30]
        words = nominal.words or _contiguous(words, top)
        span = voice.parsed.span_of(nominal.noun.doc[words[0].i : words[-1].i + 1])
        linked = (c for link in nominal.noun.children if link.dep_ == "prep" for c in link.children)
        theme = next((c for c in (*nominal.noun.children, *linked) if c.tag_ == "NNS" and c.dep_ in _OBJECTS), None)
        plural = theme is not None or (nominal.proposition.predicate == "exist" and nominal.noun.tag_ == "NNS")
        text = nominal.text or worded_nominal(nominal.proposition, plural, nominal.state.negated)
        return self._claim(
            voice, (span,), text, state=nominal.state, proposition=nominal.proposition, words=words,
            quantity=nominal.state.quantity or weak_quantity_of(nominal.top), sure=sure * nominal.sure,
        )  # fmt: skip

    def _claim(
        self, voice: Voice, spans: Spans, text: str, *, state: State, proposition: Proposition,
        words: "list[Token]", quantity: str | None, sure: float, time: Spans = (),
    ) -> Claim:  # fmt: skip
        statement = voice.view.statement
        arguments = tuple((a.role, a.key) for a in proposition.arguments)
        return Claim(
            id=content_id("claim", self.document.id, spans, proposition.predicate, arguments),
            document=self.document.id,
            statement=statement.id if statement is not None else None,
            spans=spans,
            text=text,
            polarity="negated" if state.negated else "affirmed",
            modality=state.modality,
            holder=self._holder(state, voice, words),
            proposition=proposition,
            about=about(self.calendar.within(spans + time, statement)),
            presupposed=state.presupposed,
            hedge="; ".join(dict.fromkeys(state.hedges)) or None,
            quantity=quantity,
            terms=_terms(words, proposition),
            score=round((LISTED if proposition.predicate in classes() else UNLISTED) * state.sure * sure, 3),
        )

    def _holder(self, state: State, voice: Voice, words: "list[Token]") -> Holder:
        view = voice.view
        outer = _holder_of(view)
        if state.said_by is None:
            return outer
        word = words[0].doc[state.said_by]
        if view.statement is not None and not any(
            content.contains(voice.parsed.token_span(word)) for content in view.statement.content
        ):
            return outer
        who = subject_of(word) if word.pos_ in {"VERB", "AUX"} else None
        if who is not None and who.dep_ == "nsubjpass" and {"say", "deny"} & set(embeddings_at(word)):
            who = agent_of(word)
            if who is None:  # "he had been warned that": by whom is not told
                return outer if view.statement is None else Holder()
        who = who or next((c for c in word.children if c.dep_ == "poss"), None)
        if who is None or is_own(who.text) or who.lower_ in _ANYBODY:
            return outer
        referent = referent_of(antecedent(who, word), voice.parsed, view, self.setting)
        if referent.open and who.lower_ == "it":
            return outer
        if referent.open and who.lower_ == "you" and view.statement is not None:
            spoken_to = self.hearing.answerer(view.statement)
            return _holder_of(spoken_to) if spoken_to is not None else Holder(name=who.text)
        if referent.open:
            return Holder(name=who.text)
        party = self.parties.get(referent.entity) if referent.entity else None
        return Holder(
            entity=referent.entity, name=referent.text, party=party or (referent.text if referent.country else None)
        )


def _holder_of(view: Viewpoint) -> Holder:
    if view.statement is None and view.party is None:
        return Holder()
    return Holder(entity=view.entity, name=view.name, party=view.party)


def _is_turned_above(carrier: "Token", states: dict[int, State]) -> bool:
    """Whether what stands over a verb denies it: "denied that staff had been told to lie"."""
    return carrier.i in states and states[carrier.i].negated != negation_of(carrier).negated


def _borrowed(subject: Subject | None, words: "list[Token]") -> Subject | None:
    """The subject, if its words are not among the clause's own."""
    if subject is None or any(t.i == subject.token.i for t in words):
        return None
    return subject._replace(borrowed=True)


def _used(head: "Token") -> set[int]:
    """Nouns that a clause's own proposition already speaks for: what it predicates or carries as a light verb."""
    return {c.i for c in head.children if c.dep_ in {"attr"}}


def _is_possessor(index: int, doc: "Doc") -> bool:
    return index + 1 < len(doc) and doc[index + 1].tag_ == "POS"


def _spans_of(words: "list[Token]", voice: Voice) -> Spans:
    return (voice.parsed.span_of(words[0].doc[words[0].i : words[-1].i + 1]),) if words else ()


def _gist(proposition: Proposition) -> Iterator[tuple[str, str, str]]:
    place = proposition.argument("place")
    for argument in proposition.arguments:
        if argument.role == "theme":
            yield proposition.predicate, argument.key, place.key if place else ""


def _weak_quantity(head: "Token") -> str | None:
    for child in dependents(head):
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and (is_noun(child) or child.pos_ in {"PRON", "DET"}):
            found = weak_quantity_of(child) or (child.text if child.lower_ in scope().weak_quantities else None)
            if found:
                return found
    return None


def _contiguous(words: "list[Token]", top: "Token") -> "list[Token]":
    words.sort(key=lambda token: token.i)
    at = next(index for index, token in enumerate(words) if token.i == top.i)
    first, last = at, at
    while first > 0 and words[first - 1].i == words[first].i - 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1].i == words[last].i + 1:
        last += 1
    return words[first : last + 1]


def _terms(words: "list[Token]", proposition: Proposition) -> tuple[str, ...]:
    stop = scope().stopwords
    terms: dict[str, None] = {}
    for argument in proposition.arguments:
        terms.update(dict.fromkeys(word for word in argument.key.split() if word not in stop))
    for token in words:
        if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"}:
            word = folded(token.lemma_)
            if word and word not in stop:
                terms[word] = None
    return tuple(terms)
