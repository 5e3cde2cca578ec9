"""The summary that ends a run: plain text for a message to an editor, the disagreements first.

Each section is a function that gives its lines, none where it has nothing to say, so that a shorter
record makes a shorter summary. Lines stay within 80 columns without colour or box drawing.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from onrecord.comparing.overdue import BINDING
from onrecord.model.errors import Failure
from onrecord.model.findings import Finding, Position, Question
from onrecord.model.items import Commitment
from onrecord.output.context import quoted
from onrecord.output.disputes import FEW_DOCUMENTS, Dispute, best_words, chosen, disputes
from onrecord.output.painting import Paint, harmless, plain
from onrecord.output.rows import tally
from onrecord.output.sources import Sources, file_name, short
from onrecord.output.wording import count, due_by, when
from onrecord.output.words import Words, sides, words_of
from onrecord.record import Filters, Record

WIDTH = 80
QUESTIONS_SHOWN = 5
VOICES_SHOWN = 3
FEWEST_WORDS = 2
FINDINGS_SHOWN = 5
PROMISES_SHOWN = 8
FILES_SHOWN = 10

ANSWERS = {"yes": "YES", "no": "NO", "hedged": "neither a plain yes nor a plain no", "both": "both YES and NO"}


def summary(
    record: Record,
    *,
    documents: Collection[str] | None = None,
    failures: Sequence[Failure] = (),
    least: float = 0.0,
    width: int = WIDTH,
    paint: Paint = plain,
) -> Iterator[str]:
    """The summary of a record, or of what concerns some of its documents."""
    sources = Sources(record)
    found = chosen(record, least=least, documents=documents)
    write = _Writer(record, sources, width, paint)
    sections = (
        ("POSITIONS ON THE DISPUTED QUESTIONS", write.questions(disputes(record, found))),
        ("ONE SPEAKER, TWO ANSWERS", write.opposed(_of_kind(found, "contradiction", "shift", same_speaker=True))),
        ("FIGURES THAT DO NOT AGREE", write.opposed(_of_kind(found, "figure_mismatch"))),
        ("THE SAME WORDS, REPORTED DIFFERENTLY", write.opposed(_of_kind(found, "quote_variance"))),
        ("PROMISES", write.promises(found, documents)),
        ("ON THE RECORD", write.counts()),
        ("FAILED", write.failed(failures)),
    )
    first = True
    for title, lines in sections:
        body = list(lines)
        if body:
            if not first:
                yield ""
            first = False
            yield paint(title, "heading")
            yield from body


def _of_kind(found: Iterable[Finding], *kinds: str, same_speaker: bool | None = None) -> list[Finding]:
    return [f for f in found if f.kind in kinds and (same_speaker is None or f.same_speaker == same_speaker)]


class _Writer:
    """The sections, each in turn: they share the record, the documents at hand, and the look."""

    def __init__(self, record: Record, sources: Sources, width: int, paint: Paint) -> None:
        self._record = record
        self._sources = sources
        self._width = width
        self._paint = paint

    def questions(self, found: list[Dispute]) -> Iterator[str]:
        """Each disputed question with the answer and the words of each party."""
        for number, dispute in enumerate(found[:QUESTIONS_SHOWN], 1):
            yield ""
            yield self._paint(f"{number}. {harmless(dispute.question.text)}", "heading")
            for who, positions in answers_of(dispute.question).items():
                yield ""
                yield from self._answer(who, positions)
        yield from self._more(found, QUESTIONS_SHOWN, "question", "onrecord positions")

    def _answer(self, who: str, positions: Sequence[Position]) -> Iterator[str]:
        """One side: its answer and words, or each of its answers where it has several."""
        name = self._paint(harmless(who), "name")
        if len(positions) == 1:
            yield f"   {name}: {ANSWERS[positions[0].answer]}"
            yield from self._voices(positions[0], "     ")
            return
        differ = "its speakers differ" if positions[0].party else "answers differ"
        yield f"   {name}: {'moved' if any(position.shifted_from for position in positions) else differ}"
        for position in positions:
            since = f", {when(position.since)}" if position.since else ""
            moved = f" (earlier: {ANSWERS[position.shifted_from]})" if position.shifted_from else ""
            yield f"     {ANSWERS[position.answer]}{since}{moved}"
            yield from self._voices(position, "       ")

    def _voices(self, position: Position, indent: str) -> Iterator[str]:
        words = best_words(self._record, self._sources, position)
        shown = min(VOICES_SHOWN, max(FEWEST_WORDS, len({one.speaker for one in words})))
        for one in words[:shown]:
            yield from self._words(one, indent)
        yield from self._more(words, shown, "statement", "", indent)

    def _words(self, words: Words, indent: str, *, named: bool = True) -> Iterator[str]:
        """The quotation, then who, when, where, so that the words are read first."""
        yield from quoted(words.text, width=self._width, indent=indent)
        document = self._sources.document(words.document)
        outlet = f"{document.outlet}, " if document.outlet else ""
        how = "as reported: " if words.reported else ""
        line = f"— {how}{words.speaker}; {words.dated}; {outlet}{file_name(document)}"
        yield from self._wrapped(harmless(line), indent + "  ", f"[{short(words.item)}]" if named else "")

    def opposed(self, found: list[Finding]) -> Iterator[str]:
        """Findings with the words of both sides and the reason."""
        for finding in found[:FINDINGS_SHOWN]:
            yield ""
            yield from self._wrapped(harmless(finding.reason), "   ", f"[{short(finding.id)}]")
            for words in sides(self._record, self._sources, finding):
                yield from self._words(words, "     ")
        yield from self._more(found, FINDINGS_SHOWN, "finding", "onrecord conflicts")

    def promises(self, found: list[Finding], documents: Collection[str] | None) -> Iterator[str]:
        """Promises that fell due without a report, then those with a date to come."""
        overdue = {item for finding in _of_kind(found, "overdue") for item in finding.items}
        dated = [c for c in self._commitments(documents) if c.id in overdue or (c.deadline and c.kind in BINDING)]
        dated.sort(key=lambda c: (c.id not in overdue, (c.deadline and c.deadline.end) or "9999", c.id))
        for commitment in dated[:PROMISES_SHOWN]:
            yield from self._promise(commitment, overdue=commitment.id in overdue)
        yield from self._more(dated, PROMISES_SHOWN, "promise", "onrecord commitments")

    def _commitments(self, documents: Collection[str] | None) -> Iterator[Commitment]:
        if documents is None or len(documents) > FEW_DOCUMENTS:
            return self._record.commitments()
        return (c for document in sorted(documents) for c in self._record.commitments(Filters(document=document)))

    def _promise(self, commitment: Commitment, *, overdue: bool) -> Iterator[str]:
        status = commitment.history[-1].status if commitment.history else "announced"
        due = due_by(commitment.deadline) if commitment.deadline else "No date"
        state = "OVERDUE, no document here reports it done" if overdue else status.replace("_", " ")
        yield ""
        yield from self._wrapped(f"{due} — {state}", "   ", f"[{short(commitment.id)}]")
        yield from self._words(words_of(self._record, self._sources, commitment), "     ", named=False)

    def counts(self) -> Iterator[str]:
        """How much there is of everything."""
        yield from self._wrapped(tally(self._record.counts()) or "nothing yet", "   ")

    def failed(self, failures: Sequence[Failure]) -> Iterator[str]:
        """What failed, why, and what to do."""
        alike: dict[tuple[str, str, str | None], list[str]] = {}
        for failure in failures:
            alike.setdefault((failure.code, failure.reason, failure.remedy), []).append(failure.uri)
        for (code, reason, remedy), uris in alike.items():
            yield from self._wrapped(harmless(f"{code} {reason}" + (f". {remedy}" if remedy else "")), "   ")
            for uri in uris[:FILES_SHOWN]:
                yield f"     {harmless(uri)}"
            yield from self._more(uris, FILES_SHOWN, "file", "onrecord failures", "     ")

    def _more(self, found: Sequence[object], shown: int, noun: str, command: str, indent: str = "   ") -> Iterator[str]:
        if len(found) > shown:
            see = f": {command}" if command else ""
            yield f"{indent}… and {count(len(found) - shown, f'more {noun}')}{see}"

    def _wrapped(self, text: str, indent: str, ending: str = "") -> Iterator[str]:
        yield from wrapped(text, self._width, indent, ending, self._paint)


def answers_of(question: Question) -> dict[str, list[Position]]:
    """The positions on a question by who holds them: parties first, then the reports themselves."""
    sides: dict[str, list[Position]] = {}
    for position in sorted(question.positions, key=lambda position: position.party is None):
        who = position.party or f"{position.holder or 'A report'} (no party)"
        sides.setdefault(who, []).append(position)
    return sides


def wrapped(text: str, width: int, indent: str, ending: str = "", paint: Paint = plain) -> Iterator[str]:
    """Text filled to a width, hanging by two, with a faint ending (an id) that is never broken."""
    line = ""
    for word in (*text.split(), *([ending] if ending else [])):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = f"{indent}  {word}"
        else:
            line = f"{line} {word}" if line else indent + word
    if ending and line.endswith(ending):
        line = line.removesuffix(ending) + paint(ending, "faint")
    if line:
        yield line


def headline(counts: dict[str, int]) -> str:
    """One line that says what became of how many documents: "4 added, 1 failed"."""
    return ", ".join(f"{number:,} {fate}" for fate, number in counts.items() if number) or "no documents"
