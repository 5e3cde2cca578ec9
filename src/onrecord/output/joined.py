"""Who speaks, over all the documents of a record: the full name of a surname alone, and a party by one name."""

from collections import defaultdict

from msgspec.structs import replace

from onrecord.comparing.bearers import one_party
from onrecord.comparing.sameness import Sameness
from onrecord.model.items import Claim, Holder, Speaker, Statement
from onrecord.output.lines import ClaimLine, StatementLine, claim_line, widened
from onrecord.output.ties import sameness
from onrecord.record import Record


def joined(record: Record) -> "Joined":
    """What a record tells of its speakers; worked out once for a state of the record, if it remembers."""
    same = sameness(record)
    return record.remembered_of_documents(("joined", same.decided, same.parted), lambda: Joined(record, same))


class Joined:
    """What a record tells of speakers besides their own documents."""

    def __init__(self, record: Record, same: Sameness) -> None:
        self._same = same
        told = record.called_in()
        places = {e.name for _, members in self._same.groups() for e in members if e.kind == "place"}
        self._parties = one_party(places | {entity.party for _, entity in told if entity.party})
        self._parted = {one for decision in self._same.parted for one in (decision.one, decision.other)}
        held: dict[str, set[str]] = defaultdict(set)
        for _, entity in told:
            if entity.party and entity.kind == "person":
                held[self._same.of(entity.id)].add(self._parties.get(entity.party, entity.party))
        self._held = {head: next(iter(parties)) for head, parties in held.items() if len(parties) == 1}

    def statement(self, statement: Statement) -> StatementLine:
        """A statement with whose words the record knows it to be; beside that, what its document tells alone."""
        speaker = statement.speaker
        name, party = self._meant(speaker.entity, speaker.name, speaker.party)
        known: Speaker = replace(speaker, name=name, party=party)
        line = widened(StatementLine, replace(statement, speaker=known), told=speaker if known != speaker else None)
        assert isinstance(line, StatementLine)
        return line

    def claim(self, claim: Claim) -> ClaimLine:
        """A claim with whose the record knows it to be; beside that, what its document tells alone."""
        holder = claim.holder
        name, party = self._meant(holder.entity, holder.name, holder.party)
        known: Holder = replace(holder, name=name, party=party)
        return claim_line(replace(claim, holder=known), holder if known != holder else None)

    def _meant(self, entity: str | None, name: str | None, party: str | None) -> tuple[str | None, str | None]:
        party = self._parties.get(party, party) if party else None
        if entity is None or name is None or entity in self._parted:
            return name, party
        head = self._same.entity(entity)
        if head is None or head.kind != "person":
            return name, party
        return head.name if " " not in name else name, party or self._held.get(head.id)
