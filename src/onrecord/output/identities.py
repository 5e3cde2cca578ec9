"""Which entities are one, in lines for a person."""

from collections.abc import Iterator

from onrecord.comparing.sameness import Sameness
from onrecord.output.painting import harmless
from onrecord.output.wording import office


def group_lines(found: Sameness, entity: str | None = None) -> Iterator[str]:
    """A line an entity of each group of two or more, or of the group of one entity, then the decisions on it."""
    for head, members in found.groups():
        if (entity is None and len(members) < 2) or (entity is not None and entity not in {m.id for m in members}):
            continue
        shown = next(member for member in members if member.id == head)
        yield harmless(f"{shown.name}")
        for member in members:
            offices = "; ".join(office(role) for role in member.roles)
            yield harmless(f"  {member.id}  {member.name}{f' ({offices})' if offices else ''}")
        ids = {member.id for member in members}
        for decision in found.decided:
            if {decision.one, decision.other} & ids:
                verb = "one" if decision.same else "apart"
                yield harmless(
                    f"  {decision.by} said: {decision.one} and {decision.other} are {verb} ({decision.review})"
                )
