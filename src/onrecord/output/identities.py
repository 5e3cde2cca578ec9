"""Which entities are one, in lines for a person."""

from collections.abc import Iterable, Iterator

from onrecord.comparing.holders import Holders
from onrecord.comparing.sameness import Sameness
from onrecord.output.painting import harmless
from onrecord.output.wording import offices


def group_lines(found: Sameness, entity: str | None = None) -> Iterator[str]:
    """A line an entity of each group of two or more, or of the group of one entity, then the decisions on it."""
    for head, members in found.groups():
        if (entity is None and len(members) < 2) or (entity is not None and entity not in {m.id for m in members}):
            continue
        shown = next(member for member in members if member.id == head)
        yield harmless(f"{shown.name}")
        for member in members:
            held = "; ".join(offices(member.roles))
            yield harmless(f"  {member.id}  {member.name}{f' ({held})' if held else ''}")
        ids = {member.id for member in members}
        for told in found.offices:
            if told.one in ids and told.other in ids:
                yield harmless(f"  {told.one} is {told.reason}")
        for decision in found.decided:
            if {decision.one, decision.other} & ids:
                verb = "one" if decision.same else "apart"
                where = f" in {', '.join(decision.documents)}" if decision.documents else ""
                yield harmless(
                    f"  {decision.by} said: {decision.one} and {decision.other} are {verb}{where} ({decision.review})"
                )


def office_lines(holders: Holders, day: str | None = None) -> Iterator[str]:
    """A line an office, then one for each who held it, or held it on a day, with the dates that are told."""
    for office_words, country, everybody in holders.offices():
        people = [each for each in everybody if day is None or _held(each[1], each[2], day)]
        if not people:
            continue
        yield harmless(f"{office_words}{f' of {country}' if country else ''}")
        for name, since, until in people:
            yield harmless(
                f"  {name}{f', from {since} on or before' if since else ''}{f', until {until}' if until else ''}"
            )


def _held(since: str | None, until: str | None, day: str) -> bool:
    """Whether somebody is told to have held an office on a day."""
    return since is not None and since <= day and (until is None or day <= until)


def meant_lines(holders: Holders, words: str, day: str | None, countries: Iterable[str]) -> Iterator[str]:
    """Whom words mean by an office on a day, with the reason; nothing where the record does not decide."""
    meant = holders.meant(words, day, countries)
    if meant is not None:
        yield harmless(f"{meant.name} ({meant.entity}): {meant.reason}")
