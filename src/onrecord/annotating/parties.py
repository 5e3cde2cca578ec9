"""Parties of an undertaking: names for "we", "our three countries", "the two sides", and for coordinated subjects."""

from typing import TYPE_CHECKING

from onrecord.annotating.surroundings import FIRST_PERSON, Surroundings, coordinated
from onrecord.language.numberwords import UNITS
from onrecord.language.parsing import ParsedBlock

if TYPE_CHECKING:
    from spacy.tokens import Token

COUNTRY_NOUNS = frozenset(
    {
        "country", "nation", "government", "side", "state", "ally", "neighbor", "neighbour", "leader", "partner",
        "delegation", "capital", "power", "party",
    }
)  # fmt: skip
PERSONAL = frozenset({"he", "she", "his", "her"})


def parties_of(around: Surroundings, parsed: ParsedBlock, subject: "Token | None", trigger: "Token") -> tuple[str, ...]:
    """Who undertakes, as names a person reads; nothing where the text does not tell."""
    if subject is None:
        return _speaker(around, parsed, trigger) if trigger.lower_ in {"let"} else ()
    if subject.lower_ in FIRST_PERSON:
        joint = joint_parties(around, parsed, subject)
        return joint or _speaker(around, parsed, trigger)
    if subject.lower_ in {"he", "she", "they", "it", "who", "which", "his", "her", "its", "their"}:
        name = _antecedent(around, parsed, subject)
        return (name,) if name else ()
    counted = countries_meant(around, subject)
    if counted:
        return counted
    names: list[str] = []
    for head in coordinated(subject):
        name = around.name_of(parsed, head)
        if name and name not in names:
            names.append(name)
    return tuple(names)


def countries_meant(around: Surroundings, head: "Token") -> tuple[str, ...]:
    """The countries behind "the two countries", "our three nations", "both sides": as many as the number says.

    They are those the document names most; where it names fewer than the number, nothing is guessed.
    """
    if head.lemma_.lower() not in COUNTRY_NOUNS:
        return ()
    number = None
    for child in head.children:
        if child.lower_ in UNITS and 2 <= UNITS[child.lower_] <= 7:
            number = UNITS[child.lower_]
        elif child.lower_ == "both":
            number = 2
    if number is None or any(c.dep_ in {"prep", "relcl", "acl"} and c.lower_ == "of" for c in head.children):
        return ()
    return most_named(around, number)


def most_named(around: Surroundings, number: int) -> tuple[str, ...]:
    """The `number` countries that a document names most, in alphabetical order, if it names that many."""
    named = around.countries()
    return tuple(sorted(named[:number])) if len(named) >= number else ()


def joint_parties(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> tuple[str, ...]:
    """The parties of a joint "we all agreed" where the sentence or the one before names their number."""
    sentence = subject.sent
    start = max(0, sentence.start - 45)
    joint = any(child.lower_ in {"all", "both"} for child in subject.children) or any(
        token.lower_ == "all" and token.i - subject.i in {1, 2} for token in parsed.doc[subject.i : subject.i + 3]
    )
    for token in reversed(parsed.doc[start : sentence.end]):
        found = countries_meant(around, token)
        if found and (joint or token.i >= sentence.start):
            return found
    return ()


def _speaker(around: Surroundings, parsed: ParsedBlock, trigger: "Token") -> tuple[str, ...]:
    statement = around.statement_at(parsed.token_span(trigger))
    if statement is None:
        return ()
    speaker = statement.speaker
    subject = next((c for c in trigger.children if c.dep_ == "nsubj"), None)
    personal = subject is not None and subject.lower_ in {"i", "my"}
    name = (speaker.name or speaker.party) if personal else (speaker.party or speaker.name)
    name = name or speaker.description
    return (name,) if name else ()


def _antecedent(around: Surroundings, parsed: ParsedBlock, pronoun: "Token") -> str | None:
    """Whom a pronoun stands for: the speaker in an indirect statement, else the one fitting name just before."""
    statement = around.statement_at(parsed.token_span(pronoun))
    if statement is not None and statement.manner != "direct" and statement.speaker.name and pronoun.lower_ in PERSONAL:
        return statement.speaker.name
    start = parsed.offset + max(0, pronoun.sent.start_char - 250)
    fitting = (
        {"person"}
        if pronoun.lower_ in {"he", "she"}
        else {"organisation", "place"}
        if pronoun.lower_ == "it"
        else set()
    )
    names = [
        entity.name for _, entity in around.entities_in(start, parsed.offset + pronoun.idx) if entity.kind in fitting
    ]
    subjects = [
        name for child in pronoun.sent if child.dep_ in {"nsubj", "nsubjpass"} and child.i < pronoun.i
        and (entity := around.entity_at(parsed.offset + child.idx)) and entity.kind in fitting and (name := entity.name)
    ]  # fmt: skip
    if subjects:
        return subjects[-1]
    distinct = list(dict.fromkeys(names))
    return distinct[0] if len(distinct) == 1 else None
