"""The world of the invented disputes: countries, people, things, and sentences that no two documents share."""

import random
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

COUNTRIES = tuple(
    f"{a}{b}" for a in ("Vel", "Sor", "Nar", "Tam", "Ker", "Bel", "Ost") for b in ("mark", "ania", "dor", "land")
)
THINGS = ("mercury", "timber", "ivory", "cobalt", "sulphur", "lithium", "tungsten", "amber", "graphite", "saltpetre")
VERBS = ("produce", "export", "smuggle", "import")
OFFICES = ("Foreign Minister", "Interior Minister", "Environment Minister", "Prime Minister")
OUTLETS = ("River Courier", "Northern Wire", "Lakeside Post", "Capital Ledger", "Harbour Gazette", "Valley Tribune")
TEMPLATES = (
    "The {adjective} {noun} stood beside the {noun} of {place}, and the {noun} did not change.",
    "Nobody in {place} could say why the {noun} had become so {adjective} since the last {noun}.",
    "A {noun} from {place} watched the {adjective} {noun} and wrote about the {noun} in the evening.",
    "Between {place} and {place} the {noun} runs past a {adjective} {noun}.",
    "For years the {adjective} {noun} of {place} had been a matter for the {noun}.",
    "When the {noun} closed, the {noun} in {place} was still {adjective}, and the {noun} waited.",
    "It took the {noun} three days to bring the {adjective} {noun} to {place}.",
    "The {noun} near {place} belongs to a {adjective} {noun}, as did the {noun} before it.",
    "In {place} the {noun} and the {noun} were {adjective}, but the {noun} was not.",
    "Late in the day a {adjective} {noun} reached {place} with the {noun}.",
)
_NOUNS = """
bridge harbour market valley school panel convoy ledger gate mill orchard tower ferry canal station court
chapel square archive workshop quarry barge lantern council village warehouse vineyard reservoir railway
hospital library garden museum theatre bakery printer surveyor teacher fisherman engineer driver archivist
clerk miller carpenter widow nurse reporter pilot student shepherd painter winter summer flood drought storm
harvest festival election strike debate letter map photograph diary contract invoice ticket radio telegram
engine boiler pump wheel anchor bell clock
"""
NOUNS = tuple(_NOUNS.split())
_ADJECTIVES = """
old new narrow quiet crowded empty distant famous forgotten broken painted wooden muddy bright grey silent
heavy careful patient nervous cheerful stubborn modest costly cheap early late public private local foreign
northern southern damp frozen dusty steep crooked ordinary
"""
ADJECTIVES = tuple(_ADJECTIVES.split())


class Shape(NamedTuple):
    """How the documents are made: seed, length, how much there is of each kind, whether disputes share their things.

    Where it is `crowded` there are ten things for all disputes, so that their claims stand under the same keys.
    """

    seed: int = 7
    words: int = 700
    documents_per_dispute: int = 20
    issues_per_dispute: int = 4
    quotations: int = 8
    crowded: bool = False


USUAL = Shape()


class Issue(NamedTuple):
    """A question: whether the accused country does this to that thing."""

    thing: str
    verb: str


class Dispute(NamedTuple):
    """Two countries, what they argue over, and who speaks for each."""

    number: int
    accused: str
    accuser: str
    issues: tuple[Issue, ...]
    speakers: dict[str, tuple[tuple[str, str], ...]]
    began: date


def dispute_of(number: int, shape: Shape) -> Dispute:
    """The dispute with a number. Its things have names of their own, so that disputes do not run into one another."""
    chance = random.Random(f"{shape.seed} dispute {number}")
    accused, accuser = chance.sample(COUNTRIES, 2)
    return Dispute(
        number, accused, accuser, tuple(
            Issue(_thing(chance, shape), chance.choice(VERBS))
            for _ in range(shape.issues_per_dispute)
        ),
        {country: tuple((_name(chance), office) for office in OFFICES) for country in (accused, accuser)},
        date(2015, 1, 5) + timedelta(days=number % 3600),
    )  # fmt: skip


def _thing(chance: random.Random, shape: Shape) -> str:
    thing = chance.choice(THINGS)
    return thing if shape.crowded else f"{thing} {syllables(chance, 3)}"


def syllables(chance: random.Random, number: int) -> str:
    """So many syllables, for words that no language has."""
    return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(number))


def _name(chance: random.Random) -> str:
    return f"{syllables(chance, chance.choice((2, 3)))} {syllables(chance, 2)}sen".title()


def sentence(chance: random.Random) -> str:
    """One of some ten million sentences, so that documents are not taken for copies of one another."""
    words: dict[str, Callable[[], str]] = {
        "noun": lambda: chance.choice(NOUNS),
        "adjective": lambda: chance.choice(ADJECTIVES),
        "place": lambda: syllables(chance, 3).title(),
    }
    return re.sub(r"\{(\w+)\}", lambda found: words[found[1]](), chance.choice(TEMPLATES))
