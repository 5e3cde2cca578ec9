"""Official series and a person's rules on measures, as the record keeps them."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import delete, insert, select

from onrecord.model.errors import UsageError
from onrecord.model.identity import fold
from onrecord.model.series import MeasureRule, Series
from onrecord.record.database import Database
from onrecord.record.tables import MEASURE_RULES, SERIES


class Measuring:
    """Series and rules of one record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, series: Iterable[Series]) -> list[str]:
        """Keep series, each in place of the one with its id; their ids."""
        kept = []
        with self._database.writing() as connection:
            for one in series:
                connection.execute(delete(SERIES).where(SERIES.c.id == one.id))
                connection.execute(
                    insert(SERIES).values(
                        id=one.id, name=fold(one.name), measure=fold(one.measure),
                        party=fold(one.party) if one.party else None, body=msgspec.json.encode(one).decode(),
                    )
                )  # fmt: skip
                kept.append(one.id)
        return kept

    def series(self) -> list[Series]:
        """Every series, by name and id."""
        with self._database.reading() as connection:
            rows = connection.execute(select(SERIES.c.body).order_by(SERIES.c.name, SERIES.c.id)).scalars()
            return [msgspec.json.decode(body, type=Series) for body in rows]

    def get(self, name: str) -> Series:
        """The series with this name, id, or unique beginning of one."""
        wanted = fold(name)
        every = self.series()
        named = [one for one in every if one.id == name or fold(one.name) == wanted]
        found = named or [one for one in every if _answers(one, name)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError("E557", "there is no such series", where=name, remedy="See: onrecord series list")
        raise UsageError(
            "E551", "several series begin so", where=name, remedy="One of: " + ", ".join(one.name for one in found[:5])
        )

    def remove(self, name: str) -> Series:
        """Take a series out."""
        found = self.get(name)
        with self._database.writing() as connection:
            connection.execute(delete(SERIES).where(SERIES.c.id == found.id))
        return found

    def rules(self) -> list[MeasureRule]:
        """What a person said of measures, by their words."""
        with self._database.reading() as connection:
            rows = connection.execute(select(MEASURE_RULES).order_by(MEASURE_RULES.c.one, MEASURE_RULES.c.other))
            return [MeasureRule(one=row.one, other=row.other, relation=row.relation, reason=row.reason) for row in rows]

    def rule(self, rule: MeasureRule) -> None:
        """Keep a rule in place of any other on the two measures, whichever way round."""
        one, other = fold(rule.one), fold(rule.other)
        if not one or not other or one == other:
            raise UsageError(
                "E552", "a rule needs two different measures", where=f"{rule.one} / {rule.other}",
                remedy='Like: onrecord measures same "fatalities" "deaths"',
            )  # fmt: skip
        with self._database.writing() as connection:
            self._forget(one, other)
            connection.execute(
                insert(MEASURE_RULES).values(one=one, other=other, relation=rule.relation, reason=rule.reason)
            )

    def forget(self, one: str, other: str) -> bool:
        """Take a rule out; whether there was one."""
        return self._forget(fold(one), fold(other))

    def _forget(self, one: str, other: str) -> bool:
        there = (MEASURE_RULES.c.one == one) & (MEASURE_RULES.c.other == other)
        turned = (MEASURE_RULES.c.one == other) & (MEASURE_RULES.c.other == one)
        with self._database.writing() as connection:
            return connection.execute(delete(MEASURE_RULES).where(there | turned)).rowcount > 0


def _answers(series: Series, name: str) -> bool:
    """Whether an id begins so, or the name holds all the words."""
    begun = series.id.removeprefix("series-").startswith(name.removeprefix("series-"))
    return begun or set(fold(name).split()) <= set(fold(series.name).split())
