"""What people decided of who is who, in words: who, when, why, whether it still holds, and how to take it back."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from onrecord.comparing.sameness import Decision, Sameness, decisions
from onrecord.model.findings import Review
from onrecord.output.wording import count


class Deed(NamedTuple):
    """A decision as a page shows it: its words, who took it back and when where somebody did."""

    review: Review
    words: str
    undone: Review | None


def deeds(reviews: Iterable[Review], same: Sameness, of: Collection[str] | None = None) -> list[Deed]:
    """The decisions on some entities (or all), the latest first."""
    given = list(reviews)
    holding: dict[str, bool] = {}
    taking: dict[str, Review] = {}
    for review in reversed(given):
        holding.setdefault(review.id, True)
        if review.verdict == "undo" and review.undoes and holding[review.id]:
            holding[review.undoes] = False
            taking.setdefault(review.undoes, review)
    found = []
    for review in reversed(given):
        decided = decisions([review]) if review.item.startswith("entity-") else []
        if decided and (of is None or {decided[0].one, decided[0].other, review.item} & set(of)):
            found.append(
                Deed(review, words_of(decided[0], same), None if holding[review.id] else taking.get(review.id))
            )
    return found


def words_of(decision: Decision, same: Sameness) -> str:
    """A decision in words."""
    one = same.name(decision.one)
    other = same.name(decision.other)
    if decision.documents:
        return f"In {count(len(decision.documents), 'document')} “{one or decision.one}” is somebody else"
    if one == other and one:
        return f"The two called “{one}” are {'one' if decision.same else 'not one'}"
    return f"“{one or decision.one}” and “{other or decision.other}” are {'one' if decision.same else 'not one'}"
