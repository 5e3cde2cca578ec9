"""Claims of words that say nothing alone, made from what was said before: "We do not.", "No.", "That is not true".

What the last clauses said is kept here, and a clause, fragment or answer that takes one of them up becomes a claim of
its own: who says it now, whether it is affirmed or denied, and every borrowed participant marked as filled in.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.answers import Answer, answer_in, answered, asks_whether, question_before, said_in, state_of
from onrecord.annotating.clauses import Clause
from onrecord.annotating.elided import Full, filled, negates
from onrecord.annotating.fragments import Asked, asked_after, completed, told_of
from onrecord.annotating.heads import comments_behind
from onrecord.annotating.identified import SENTENCES_BACK, Heard, identified
from onrecord.annotating.participants import Voice
from onrecord.annotating.polarity import negation_of
from onrecord.annotating.rejoinders import charged, repeated, taken_up, tells_of_happening
from onrecord.annotating.scope import State
from onrecord.language.parsing import ParsedBlock
from onrecord.model.items import Proposition
from onrecord.model.spans import Spans

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

CUT = 0.9
"""What a clause keeps of its score where its words come from another ("We do not")."""
MOST_KEPT = 7
SHORTEST = 6
"""Words and marks of a sentence that is no more than "It is not."."""
ASKED_AGAIN = 4
"""Sentences within which another is asked of the same thing whether it is true."""
_OWN_SIDE = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|I|me|[Mm]y)\b")


class Made(NamedTuple):
    """A claim but for its place in the document: what it says, how it is held, and the words it stands on."""

    state: State
    proposition: Proposition
    text: str
    words: "list[Token]"
    spans: Spans
    sure: float
    quantity: str | None = None


class Retorts:
    """What one document said last, and what is answered to it; asked clause by clause, in text order."""

    __slots__ = ("_asked", "_asked_after", "_doubted", "_heard", "_questions", "full", "said", "sentence")

    def __init__(self) -> None:
        self.sentence = 0
        self.full: list[Full] = []
        self.said: list[Full] = []
        self._doubted: Full | None = None
        self._asked: Full | None = None
        self._heard: list[Heard] = []
        self._questions: list[Full] = []
        self._asked_after: Asked | None = None

    def listen(self, tokens: "list[Token]", voices: dict[int, Voice]) -> None:
        """Go on to the next sentence."""
        self.sentence += 1
        self._heard = [*self._heard[-SENTENCES_BACK:], Heard(self.sentence, tokens, voices)]

    def ask(self, full: Full) -> None:
        """Keep what a question asks, whether or not it makes a claim of its own."""
        self._questions = [*self._questions[-1:], full]

    def ask_after(self, tokens: "list[Token]", voice: Voice) -> None:
        """Keep what a question without a verb is about: "And the result?"."""
        found = asked_after(tokens, voice, self.sentence)
        self._asked_after = found or self._asked_after

    def remember(self, full: Full) -> None:
        """Keep the last clauses for those that take them up."""
        self.full = [*self.full[-MOST_KEPT:], full]
        self.note(full)

    def charge(self, proposition: Proposition, text: str) -> None:
        """Note that the clause told last lays a deed to somebody's charge: who denies it denies the deed."""
        if self.full and self.full[-1].sentence == self.sentence:
            self.full[-1] = self.full[-1]._replace(charge=(proposition, text))

    def note(self, full: Full) -> None:
        """Keep what was said last, claim or not, for a clause cut down to its auxiliary."""
        self.said = [*self.said[-MOST_KEPT:], full]

    def of_naming(self, clause: Clause, voice: Voice, state: State, sure: float) -> Made | None:
        """The claim of "it was the battery", where something before asks or doubts what did something."""
        found = identified(clause, state, voice, self.full, self._heard)
        if found is None:
            return None
        proposition, text = found
        return Made(state, proposition, text, clause.words, clause.spans, sure * CUT)

    def of_cut(self, clause: Clause, voice: Voice, state: State, sure: float) -> Made | None:
        """The claim of a clause cut down to its auxiliary, filled from the clause it takes up."""
        doubted = self._in_doubt(voice.parsed)
        if doubted is not None and clause.head.lemma_ == "be" and len(clause.head.sent) <= SHORTEST:  # "It is not."
            return self._on(doubted, not negates(clause.head), clause.words, clause.spans, sure)
        found = filled(clause, state, voice, self.said, self.sentence)
        if found is None:
            return None
        full, text = found
        if not any(a.key for a in full.proposition.arguments):
            return None
        if clause.asks:
            text += "?"
        self.remember(full)
        return Made(full.state, full.proposition, text[:1].upper() + text[1:], clause.words, clause.spans, sure * CUT)

    def of_rejoinder(self, clause: Clause, voice: Voice, state: State, affirmed: bool, sure: float) -> Made | None:
        """The claim of a clause that says of what was said before that it is so, or is not."""
        doubted = self._in_doubt(voice.parsed)
        if doubted is not None and state.modality == "asserted":
            return self._on(doubted, affirmed, clause.words, clause.spans, sure)
        asked = question_before(self.full, voice.parsed, self.sentence)
        if asked is not None and not asks_whether(asked.clause):
            return None
        full = asked or taken_up(clause.head, self.full, self.sentence)
        if state.modality == "asked":
            again = self._asked if full is None and self._asked is not None else full
            near = again is not None and self.sentence - again.sentence <= ASKED_AGAIN
            self._doubted = again._replace(sentence=self.sentence) if again is not None and near and affirmed else None
            self._asked = self._doubted
            return None
        if full is None or (comments_behind(clause.head) and not _is_told(full, self.sentence)):
            return None
        behind = comments_behind(clause.head)
        affirmed ^= not behind and state.negated != negation_of(clause.head).negated  # "denied that this was so"
        if state.modality != "asserted" and not behind:
            return None
        negated = full.state.negated == affirmed
        proposition, text = repeated(full, negated=negated)
        if full.charge is not None and asked is None and not full.state.negated:
            proposition, text = charged(full.charge, negated=negated)
        if asked is not None:
            proposition, text = answered(asked, Answer(affirmed), voice)
        elif full.voice.view.name != voice.view.name and _OWN_SIDE.search(text):
            return None  # "we" of who said it first would be read as that of who answers
        plain = clause.head.pos_ == "AUX" or tells_of_happening(clause.head)
        said_by = state.said_by if plain else clause.head.i
        held = State(negated, hedges=full.state.hedges, said_by=said_by)
        return Made(held, proposition, text, clause.words, clause.spans, sure * CUT)

    def of_answer(
        self, parsed: ParsedBlock, sentence: "Piece", voices: dict[int, Voice], tokens: "list[Token]"
    ) -> Made | None:
        """The claim of a turn's first word or number, filled from the question that the turn before it asks."""
        doubted = self._in_doubt(parsed)
        asked = None if doubted is not None else question_before(self.full, parsed, self.sentence)
        if asked is None and doubted is None:
            return self._of_fragment(parsed, sentence, voices[tokens[0].i])
        words = [token for token in tokens if not (token.is_punct or token.is_space)]
        if not words:
            return None
        voice = voices[tokens[0].i]
        span = parsed.span_of(sentence.doc[words[0].i : words[-1].i + 1])
        if doubted is not None:
            affirmed = said_in(sentence)
            return None if affirmed is None else self._on(doubted, affirmed, words, (span,), 1.0)
        answer = answer_in(sentence, asked) if asked is not None else None
        if asked is None or answer is None:
            return self._of_fragment(parsed, sentence, voice)
        proposition, text = answered(asked, answer, voice)
        state = state_of(asked, answer)
        self.remember(asked._replace(state=state, voice=asked.voice, sentence=self.sentence))
        return Made(state, proposition, text, words, (span,), CUT, answer.amount)

    def _of_fragment(self, parsed: ParsedBlock, sentence: "Piece", voice: Voice) -> Made | None:
        """The claim of a short answer to when, where, who or whether, or to a question without a verb."""
        after = self._asked_after
        asked = question_before(self._questions, parsed, self.sentence)
        if asked is not None and (found := completed(asked, sentence, voice)) is not None:
            state, proposition, text, words = found
        elif after is not None and after.sentence == self.sentence - 1 and after.voice.parsed is not parsed:
            told = told_of(after, sentence, voice) if parsed.block.kind == "turn" else None
            if told is None:
                return None
            state, (proposition, text, words) = State(), told
        else:
            return None
        span = parsed.span_of(sentence.doc[words[0].i : words[-1].i + 1])
        return Made(state, proposition, text, words, (span,), CUT)

    def _in_doubt(self, parsed: ParsedBlock) -> Full | None:
        """What another turn just told and asked the truth of: "He says that it leaked. Is that true?"."""
        full = self._doubted
        if full is None or self.sentence - full.sentence > 1 or parsed.block.kind != "turn":
            return None
        return full if full.voice.parsed is not parsed else None

    def _on(self, full: Full, affirmed: bool, words: "list[Token]", spans: Spans, sure: float) -> Made | None:
        """What was put in doubt, confirmed or denied by who answers."""
        self._doubted = None
        if _OWN_SIDE.search(full.text) or full.state.modality not in {"asserted", "possible", "planned"}:
            return None
        if full.state.negated and not affirmed:
            proposition, text = repeated(full, negated=False)
            return Made(State(sure=0.7), proposition, text, words, spans, sure)
        negated = full.state.negated if affirmed else True
        proposition, text = repeated(full, negated=negated)
        return Made(State(negated), proposition, text, words, spans, sure * CUT)


def _is_told(full: Full, sentence: int) -> bool:
    """Whether a clause of this sentence is somebody's words or charge, which a comment behind it can deny."""
    reported = full.state.said_by is not None or full.voice.view.statement is not None
    return full.sentence == sentence and (reported or full.charge is not None)
