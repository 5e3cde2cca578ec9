"""Official series from SDMX-CSV, read by pysdmx (extra `sdmx`): one series for each combination of dimensions."""

import hashlib
import math
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.model.errors import UsageError
from onrecord.model.identity import content_id, fold
from onrecord.model.series import Adding, Frequency, Observation, Series
from onrecord.reading.series_periods import read_period

if TYPE_CHECKING:
    from collections.abc import Iterable

FREQUENCIES: dict[str, Frequency] = {"D": "day", "M": "month", "Q": "quarter", "S": "half", "A": "year"}
UNITS = {"KG": "kg", "T": "t", "PS": "people", "PERS": "people", "PT": "%", "PC": "%", "USD": "USD", "EUR": "EUR",
         "GBP": "GBP", "LB": "[lb_av]", "NR": "1", "NUMBER": "1", "PURE_NUMB": "1"}  # fmt: skip
"""Codes of the cross-domain list of units as OnRecord names them; others stay as they are, in lower case."""
KNOWN = frozenset(
    ["TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MULT", "UNIT_MEASURE", "FREQ", "DECIMALS", "CONF_STATUS", "TITLE",
     "ACTION", "STRUCTURE", "STRUCTURE_ID", "DATAFLOW", "REF_AREA", "TIME_FORMAT", "COLLECTION", "OBS_CONF"]
)  # fmt: skip
PROVISIONAL = frozenset({"P", "E", "F"})


def is_sdmx(raw: bytes) -> bool:
    """Whether the first line is the header of an SDMX-CSV file."""
    header = raw[:4000].decode("utf-8", "replace").split("\n", 1)[0].upper()
    return "TIME_PERIOD" in header and "OBS_VALUE" in header


def read_sdmx_series(path: Path, raw: bytes) -> list[Series]:
    """The series of an SDMX-CSV file, version 1.0 or 2.0."""
    groups: dict[tuple[tuple[str, str], ...], list[dict[str, Any]]] = defaultdict(list)
    flows: dict[tuple[tuple[str, str], ...], str] = {}
    for flow, rows in _tables(path):
        for row in rows:
            key = tuple((name, str(value)) for name, value in row.items() if name not in KNOWN or name == "REF_AREA")
            groups[key].append(row)
            flows[key] = flow
    found = [_series(flows[key], dict(key), rows, path=path, raw=raw) for key, rows in groups.items()]
    if not any(one.observations for one in found):
        raise UsageError("E553", "the file has no values", where=str(path))
    return [one for one in found if one.observations]


def _tables(path: Path) -> "Iterable[tuple[str, list[dict[str, Any]]]]":
    try:
        from pysdmx.io import read_sdmx

        message = read_sdmx(str(path), validate=False)
    except ImportError as error:
        raise UsageError(
            "E555", "reading SDMX needs pysdmx", where=str(path), remedy="Run: pip install 'onrecord[sdmx]'"
        ) from error
    except Exception as error:  # pysdmx has errors of many kinds, and pandas its own
        raise UsageError("E553", f"the file is no SDMX-CSV that pysdmx reads ({error})", where=str(path)) from error
    for dataset in message.data or ():
        flow = str(getattr(dataset, "short_urn", "") or path.stem).split(":")[-1].split("(")[0]
        frame: Any = getattr(dataset, "data", None)
        yield flow, frame.fillna("").to_dict("records") if frame is not None else []


def _series(flow: str, dimensions: dict[str, str], rows: list[dict[str, Any]], *, path: Path, raw: bytes) -> Series:
    first = rows[0]
    frequency = FREQUENCIES.get(str(first.get("FREQ", "")))
    place = dimensions.pop("REF_AREA", None)
    unit = str(first.get("UNIT_MEASURE", "1"))
    code = UNITS.get(unit.upper(), unit.lower())
    observations = []
    for row in rows:
        if str(row.get("OBS_VALUE", "")) in {"", "NaN"}:
            continue
        where = f"{path}, {row.get('TIME_PERIOD')}"
        read = read_period(str(row["TIME_PERIOD"]), frequency)
        if read is None:
            raise UsageError("E554", f"{row['TIME_PERIOD']!r} is no period", where=where)
        frequency = frequency or read[2]
        observations.append(
            Observation(
                start=read[0].isoformat(), end=read[1].isoformat(), text=str(row["TIME_PERIOD"]),
                value=_value(row, where), provisional=str(row.get("OBS_STATUS", "")) in PROVISIONAL,
            )
        )  # fmt: skip
    title = str(first.get("TITLE") or "") or flow.replace("_", " ").lower()
    name = " – ".join([title, *(f"{value}" for value in dimensions.values()), *([place] if place else [])])
    adding: Adding = "none" if code == "%" else "sum"
    return Series(
        id=content_id("series", fold(name), fold(flow), fold(place or "")), name=name,
        measure=" ".join([title, *dimensions.values()]), unit=code, frequency=frequency or "year", adding=adding,
        place=_country(place), party=None, source=str(path), sha256=hashlib.sha256(raw).hexdigest(),
        observations=tuple(sorted(observations, key=lambda one: (one.start, one.end))),
    )  # fmt: skip


def _value(row: dict[str, Any], where: str) -> float:
    try:
        value = float(round(float(row["OBS_VALUE"]) * 10.0 ** float(row.get("UNIT_MULT") or 0), 9))
        if not math.isfinite(value):
            raise ValueError(value)
        return value
    except (TypeError, ValueError, OverflowError):
        raise UsageError("E554", f"{row['OBS_VALUE']!r} is no number", where=where) from None


def _country(code: str | None) -> str | None:
    """The country of an ISO 3166 code, or the code itself."""
    if not code or len(code) != 2 or not code.isalpha():
        return code
    from babel import Locale

    return str(Locale("en").territories.get(code.upper(), code))
