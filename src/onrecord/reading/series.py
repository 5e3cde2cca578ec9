"""Official series from CSV with a small descriptor: a subset of Frictionless Table Schema and a section of our own."""

import csv
import hashlib
import io
import math
from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec

from onrecord.language.tokens import Tokens
from onrecord.language.units import read_sign, read_unit
from onrecord.model.errors import UsageError
from onrecord.model.identity import content_id, fold
from onrecord.model.series import Adding, Frequency, Observation, Series
from onrecord.reading.series_periods import read_period

LARGEST = 50_000_000
"""Bytes of a file of figures at most."""
MISSING = ("", "-", "–", "..", ":", "n/a", "na", "null")
PROVISIONAL = ("p", "provisional", "preliminary", "e", "estimate")
FREQUENCIES = {
    "day": "day", "month": "month", "quarter": "quarter", "half": "half", "year": "year", "fiscal_year": "fiscal_year",
    "rolling_year": "rolling_year", "monthly": "month", "quarterly": "quarter", "yearly": "year", "annual": "year",
}  # fmt: skip


class Field(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A column, as Table Schema has it; the types string, number, integer, date, year and yearmonth are known."""

    name: str
    type: str = "string"
    decimal_char: str = "."
    group_char: str = ","


class TableSchema(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The part of Table Schema that is read."""

    fields: tuple[Field, ...] = ()
    missing_values: tuple[str, ...] = MISSING


class Dialect(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """How the file is written."""

    delimiter: str = ","
    header_rows: int = 1


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """What the columns mean, in the descriptor's section `onrecord`; `period`, `value` … name columns."""

    measure: str
    unit: str
    period: str = "period"
    value: str = "value"
    frequency: str | None = None
    fiscal_year_starts: int = 1
    fiscal_year_named: str = "end"
    adding: Adding | None = None
    scale: float = 1
    place: str | None = None
    party: str | None = None
    status: str | None = None
    provisional: tuple[str, ...] = PROVISIONAL
    vintage: str | None = None
    split_by: tuple[str, ...] = ()
    note: str | None = None


class Descriptor(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A data resource: its name, its table schema, and what it means."""

    name: str
    title: str | None = None
    path: str | None = None
    schema: TableSchema = TableSchema()
    dialect: Dialect = Dialect()
    encoding: str = "utf-8-sig"
    onrecord: Meaning


def read_series(path: Path, descriptor: Path | None = None) -> list[Series]:
    """The series of a CSV file, by the descriptor beside it (`FILE.json`, `FILE.schema.json`), or of SDMX-CSV."""
    raw = _bytes(path)
    beside = (path.with_suffix(path.suffix + ".json"), path.with_suffix(".json"), path.with_suffix(".schema.json"))
    found = descriptor or next((candidate for candidate in beside if candidate.is_file() and candidate != path), None)
    if found is None:
        from onrecord.reading.sdmx import is_sdmx, read_sdmx_series

        if is_sdmx(raw):
            return read_sdmx_series(path, raw)
        raise UsageError(
            "E553", "nothing says what its columns mean", where=str(path),
            remedy=f"Write {path.name}.json beside it; see docs/how-to/check-figures.md",
        )  # fmt: skip
    try:
        described = msgspec.json.decode(_bytes(found), type=Descriptor)
    except msgspec.DecodeError as error:
        raise UsageError("E553", f"the descriptor cannot be understood ({error})", where=str(found)) from error
    return series_of(raw, described, source=str(path))


def series_of(raw: bytes, described: Descriptor, *, source: str) -> list[Series]:
    """The series of a table: one, or one for each value of the columns that split it."""
    meaning = described.onrecord
    try:
        lines = io.StringIO(raw.decode(described.encoding))
    except (UnicodeDecodeError, LookupError) as error:
        raise UsageError("E553", f"the table is not {described.encoding}", where=source) from error
    try:
        rows = list(csv.DictReader(lines, delimiter=described.dialect.delimiter))
    except (csv.Error, TypeError, ValueError) as error:
        raise UsageError("E553", f"the table cannot be taken apart ({error})", where=source) from error
    _check_columns(described, rows, source)
    frequency = FREQUENCIES.get(meaning.frequency) if meaning.frequency else None
    if meaning.frequency and frequency is None:
        raise UsageError(
            "E553", f"no frequency {meaning.frequency!r}", where=source, remedy="One of " + ", ".join(FREQUENCIES)
        )
    fields = {field.name: field for field in described.schema.fields}
    groups: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for number, row in enumerate(rows, described.dialect.header_rows + 1):
        one = _observation(row, described, fields, frequency, where=f"{source}, line {number}")  # type: ignore[arg-type]
        if one is not None:
            groups[tuple((row.get(column) or "").strip() for column in meaning.split_by)].append(one[0])
            frequency = frequency or one[1]
    if not groups:
        raise UsageError("E553", f"no row has both {meaning.period!r} and {meaning.value!r}", where=source)
    return [
        _series(described, key, observations, frequency or "year", raw=raw, source=source)  # type: ignore[arg-type]
        for key, observations in groups.items()
    ]


def unit_code(unit: str) -> str:
    """The code of a unit named in a descriptor: "pounds" and "lb" are `[lb_av]`, "people" stays what it is."""
    tokens = Tokens(f"1 {unit}")
    sign = read_sign(Tokens(unit), 0)
    read = read_unit(tokens, 1)
    if read is not None and read.after == tokens.count:
        return read.code
    return sign.code if sign is not None and len(unit) <= 4 else unit


def identified(series: Series) -> Series:
    """A series with the id of its name, party and place."""
    identity = content_id("series", fold(series.name), fold(series.party or ""), fold(series.place or ""))
    return msgspec.structs.replace(series, id=identity)


def number_of(text: str, field: Field, where: str) -> float:
    """A number as the table writes it."""
    plain = text.replace(field.group_char, "").replace("\u00a0", "").replace(" ", "").replace("−", "-")
    try:
        value = float(plain.replace(field.decimal_char, ".").rstrip("%"))
        if not math.isfinite(value):
            raise ValueError(text)
        return value
    except ValueError:
        raise UsageError(
            "E554", f"{text!r} is no number", where=where,
            remedy="Say how missing values are written: schema.missingValues in the descriptor",
        ) from None  # fmt: skip


def _observation(
    row: dict[str, Any], described: Descriptor, fields: dict[str, Field], frequency: Frequency | None, *, where: str
) -> tuple[Observation, Frequency] | None:
    meaning = described.onrecord
    written, period = (row.get(meaning.value) or "").strip(), (row.get(meaning.period) or "").strip()
    status = (row.get(meaning.status) or "").strip() if meaning.status else ""
    flagged = written[-1:].lower() in {"p", "r", "e"} and written[:-1].strip()[-1:].isdigit()
    if flagged:
        written, status = written[:-1].strip(), status or written[-1]
    if written in described.schema.missing_values or not period:
        return None
    read = read_period(
        period, frequency, year_starts=meaning.fiscal_year_starts, named_by_end=meaning.fiscal_year_named == "end"
    )
    if read is None:
        raise UsageError(
            "E554", f"{period!r} is no period", where=where, remedy="Like 2023, 2023-04, 2023-Q2 or FY2023"
        )
    vintage = row.get(meaning.vintage) if meaning.vintage in row else meaning.vintage
    value = number_of(written, fields.get(meaning.value, Field(name=meaning.value)), where) * meaning.scale
    return (
        Observation(
            start=read[0].isoformat(), end=read[1].isoformat(), text=period, value=round(value, 9),
            provisional=status.lower() in {p.lower() for p in meaning.provisional}, vintage=vintage or None,
        ),
        read[2],
    )  # fmt: skip


def _series(
    described: Descriptor, key: tuple[str, ...], observations: list[Observation], frequency: Frequency, *,
    raw: bytes, source: str,
) -> Series:  # fmt: skip
    meaning = described.onrecord
    unit = unit_code(meaning.unit)
    split = dict(zip(meaning.split_by, key, strict=True))
    place = split.pop(meaning.place, None) if meaning.place in split else meaning.place
    name = " – ".join([described.title or described.name, *key])
    measure = " ".join([meaning.measure, *split.values()])
    adding: Adding = meaning.adding or ("none" if unit == "%" else "sum")
    if frequency == "rolling_year":
        adding = "none"
    return Series(
        id=content_id("series", fold(name), fold(meaning.party or ""), fold(place or "")),
        name=name, measure=measure, unit=unit, frequency=frequency, adding=adding, place=place, party=meaning.party,
        year_starts=meaning.fiscal_year_starts, source=source, sha256=hashlib.sha256(raw).hexdigest(),
        note=meaning.note,
        observations=tuple(sorted(observations, key=lambda one: (one.start, one.end, one.vintage or ""))),
    )  # fmt: skip


def _check_columns(described: Descriptor, rows: list[dict[str, Any]], source: str) -> None:
    if not rows:
        raise UsageError("E553", "the table has no rows", where=source)
    meaning = described.onrecord
    for column in (meaning.period, meaning.value, meaning.status, *meaning.split_by):
        if column is not None and column not in rows[0]:
            raise UsageError(
                "E553", f"the table has no column {column!r}", where=source,
                remedy="It has " + ", ".join(str(name) for name in rows[0] if name),
            )  # fmt: skip


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError("E553", f"the file is larger than {LARGEST // 10**6} MB", where=str(path))
        return path.read_bytes()
    except OSError as error:
        raise UsageError("E553", f"the file cannot be read ({error.strerror})", where=str(path)) from error
