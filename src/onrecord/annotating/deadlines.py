"""What an undertaking's words fix: by when, on which condition, announced when; and the commitment built of it."""

from onrecord.annotating.commitmentwords import CONDITIONS
from onrecord.annotating.surroundings import Surroundings
from onrecord.model.identity import content_id
from onrecord.model.items import Commitment, CommitmentKind, Statement, StatusChange
from onrecord.model.spans import Span
from onrecord.model.times import Interval


def build(
    around: Surroundings, whole: Span, words: str, kind: CommitmentKind, *, parties: tuple[str, ...],
    counterparts: tuple[str, ...] = (), statement: Statement | None, action: Span, score: float,
) -> Commitment:  # fmt: skip
    """Put a commitment together: its deadline, condition, announcement and first status."""
    announced = (
        (statement.uttered if statement is not None else None) or _said_on(around, whole) or around.document.published
    )
    if announced is not None and type(announced) is not Interval:
        announced = Interval(
            start=announced.start, end=announced.end, precision=announced.precision, text=announced.text
        )
    document = around.document.id
    return Commitment(
        id=content_id("commitment", document, [whole], kind, words), document=document, spans=(whole,),
        statement=statement.id if statement else None, parties=parties, action=words,
        counterparts=tuple(name for name in counterparts if name not in parties),
        deadline=deadline_in(around, action), condition=condition_in(around, whole), kind=kind, announced=announced,
        history=(StatusChange(status="announced", when=announced, document=document, spans=(whole,)),), score=score,
    )  # fmt: skip


def deadline_in(around: Surroundings, action: Span) -> Interval | None:
    """By when, from the words of the action: a bound, or the last time that lies ahead."""
    mentions = [
        mention
        for mention in around.times_in(action.start, action.end + 1)
        if mention.interval.precision != "year"
        or around.text[max(0, mention.span.start - 4) : mention.span.start].lower() != "the "
    ]
    bound = [mention for mention in mentions if mention.limit in {"by", "within", "before", "until", "in"}]
    if bound:
        return bound[0].interval
    ahead = [
        mention
        for mention in mentions
        if mention.direction in {"future", None}
        or (mention.interval.precision in {"season", "year"} and mention.direction == "present")
    ]
    written = [mention for mention in ahead if mention.limit in {"at", "through"}]
    return written[0].interval if written else None


def condition_in(around: Surroundings, whole: Span) -> str | None:
    """The words of a condition in the sentence, within a hundred characters of the undertaking."""
    text = around.text[whole.start : whole.end + 160]
    lowered = text.lower()
    for word in CONDITIONS[:7]:
        at = lowered.find(f" {word} ")
        while at >= 0 and any(mark in text[:at] for mark in (". ", "\n", "; ")) is False:
            tail = text[at + 1 :]
            for mark in (". ", ".\n", "\n", "; ", "”", ", "):
                tail = tail.split(mark)[0]
            if word == "if" and lowered[max(0, at - 3) : at].strip() in {"as", "see", "ask"}:
                break
            return tail.strip(" .,") or None
    return None


def _said_on(around: Surroundings, whole: Span) -> Interval | None:
    """A day named beside a verb of saying or agreeing in the sentence."""
    for mention in around.times_in(max(0, whole.start - 120), whole.end + 40):
        near = around.text[max(0, mention.span.start - 14) : mention.span.end + 12].lower()
        if mention.interval.precision == "day" and mention.direction != "future" and any(
            verb in near for verb in ("said", "announced", "told", "agreed", "pledged", "vowed", "promised")
        ):  # fmt: skip
            return mention.interval
    return None
