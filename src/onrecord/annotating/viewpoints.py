"""From whose side words are read: the statement they stand in, who speaks there, and who is asked."""

from typing import NamedTuple

from onrecord.model.items import Statement


class Viewpoint(NamedTuple):
    """From whose side words are read: the statement they stand in and its speaker's party, name and place.

    `asked` is who a turn that ends in a question is put to, whom its "you" means.
    """

    statement: Statement | None
    name: str | None
    entity: str | None
    party: str | None
    place: str | None
    asked: "Viewpoint | None" = None


def viewpoint_of(statement: Statement | None) -> Viewpoint:
    """The side of a statement's speaker, or of the report where there is none."""
    if statement is None:
        return Viewpoint(None, None, None, None, None)
    speaker = statement.speaker
    return Viewpoint(statement, speaker.name or speaker.description, speaker.entity, speaker.party, statement.place)
