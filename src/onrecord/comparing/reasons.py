"""Why, in a sentence: two sides of a question with their speakers, days and clashing words, and what was checked."""

from datetime import date

from onrecord.comparing.questions import Clause
from onrecord.comparing.sides import Side
from onrecord.language.calendar import day_written, month_written
from onrecord.model.findings import Checks, Entailment
from onrecord.model.identity import fold
from onrecord.model.times import Interval

_AGREED = {
    "time": "the same time", "place": "the same place", "referent": "the same things",
}  # fmt: skip
_UNKNOWN = {
    "time": "whether they speak of one time is not known",
    "place": "one of them names no place",
    "referent": "one speaks more generally than the other",
    "modality": "one of them is put with reserve",
}


def opposed(first: Side, second: Side, clause: Clause, clashing: tuple[str, str], checks: Checks) -> str:
    """Why two sides do not go together, the earlier first."""
    statement, same = clause.statement, first.voice == second.voice
    opening = f"{who(first)} {_verb(first)}{said_on(first)} that {statement} (“{clashing[0]}”)"
    day = " the same day" if _same_day(first, second) else said_on(second)
    if first.topic.key != second.topic.key:
        speaker = "then" if same else who(second)
        closing = f"but {speaker} said{day}: “{_short(second.words)}”"
    elif same:
        closing = f"but {'said the opposite' if second.firm else 'left it open'}{day} (“{clashing[1]}”)"
    else:
        closing = f"but {who(second)} {_answer(second)}{day} (“{clashing[1]}”)"
    return f"{opening}, {closing}: {checked(checks)}."


def shifted(before: Side, after: Side, clause: Clause, clashing: tuple[str, str]) -> str:
    """How the answer of a speaker, or of a party, changed from one day to another."""
    opening = f"{who(before)} {_verb(before)}{said_on(before)} that {clause.statement} (“{clashing[0]}”)"
    if before.voice == after.voice:
        return f"{opening}, and{said_on(after)} said the opposite (“{clashing[1]}”)."
    return f"{opening}; {who(after)}, for the same party, {_answer(after)}{said_on(after)} (“{clashing[1]}”)."


def excluded(first: Side, second: Side, checks: Checks, entailment: Entailment) -> str:
    """Why two sides without a question in common may exclude each other: what they say, what was checked, the model."""
    day = " the same day" if _same_day(first, second) else said_on(second)
    speaker = "then" if first.voice == second.voice else who(second)
    there, back = entailment.contradicts
    told = f"{who(first)} said{said_on(first)}: {_meant(first)}, but {speaker} said{day}: {_meant(second)}"
    model = f"the entailment model finds that one clause excludes the other ({there:.2f}, the other way {back:.2f})"
    if entailment.clashes is not None:
        model += f", and the model that reads both in their places that they clash ({entailment.clashes:.2f})"
    return f"{told}: {checked(checks)}; {model}."


def _meant(side: Side) -> str:
    """The words, with what they say by themselves where that is not the same."""
    words, meant = _short(side.words), _short(side.claim.text.rstrip("."))
    return f"“{words}”" if fold(words) == fold(meant) else f"“{words}” (that is: {meant})"


def agreed(sides: tuple[Side, ...], clause: Clause) -> str:
    """Who says the same without reprinting each other."""
    names = list(dict.fromkeys(who(side) for side in sides))
    listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    verb = ("say" if sides[0].sign > 0 else "deny") + ("s" if len(names) == 1 else "")
    verb = "denies" if verb == "denys" else verb
    return f"{listed} {verb}, independently of each other, that {clause.statement}."


def confirmed(first: Side, second: Side, checks: Checks) -> str:
    """What two voices that do not repeat each other both say."""
    day = " the same day" if _same_day(first, second) else said_on(second)
    told = f"{who(first)} said{said_on(first)}: {_meant(first)}, and {who(second)}{day}: {_meant(second)}"
    return f"{told}; neither is known to repeat the other, and {checked(checks)}."


def checked(checks: Checks) -> str:
    """What was found the same, what speaks against comparing the two, and what could not be told."""
    values = {name: getattr(checks, name) for name in ("time", "place", "referent", "modality")}
    same = [_AGREED[name] for name, value in values.items() if value == "agree" and name in _AGREED]
    against = ["though they may speak of two times"] if checks.time == "differ" else []
    open_ = [_UNKNOWN[name] for name, value in values.items() if value == "unknown"]
    told = "both speak of " + _listed(same) if same else ""
    return "; ".join([*([told] if told else []), *against, *open_]) or "nothing speaks against comparing them"


def who(side: Side) -> str:
    """A side's holder with the party they speak for."""
    if side.own:
        return f"{side.name}’s own account" if side.name != "the report" else "the report’s own account"
    party = f" ({side.party})" if side.party and side.party.casefold() not in side.name.casefold() else ""
    return side.name + party


def said_on(side: Side) -> str:
    """When a side was said: on a day, or before the day of the text that gives it as said before."""
    day = on(side.said)
    return f" before {day.removeprefix(' on ').removeprefix(' in ')}" if side.before and day else day


def on(interval: Interval | None) -> str:
    """With a space before it: on 5 October 2023, in March 2023, or nothing where the day is not known."""
    if interval is None or interval.start is None:
        return ""
    day = date.fromisoformat(interval.start[:10])
    if interval.precision in {"minute", "hour", "day"}:
        return f" on {day_written(day)}"
    if interval.precision == "month":
        return f" in {month_written(day)}"
    return f" in {day.year}" if interval.precision == "year" else ""


def _verb(side: Side) -> str:
    if side.claim.presupposed:
        return "took for granted" if side.sign > 0 else "took for granted that it is not so"
    if side.sign > 0:
        return "said" if side.firm else "suggested"
    return "denied" if side.firm else "doubted"


def _answer(side: Side) -> str:
    if side.sign > 0:
        return "took it for granted" if side.claim.presupposed else "affirmed it" if side.firm else "suggested it"
    return "denied it" if side.firm else "doubted it"


def _same_day(first: Side, second: Side) -> bool:
    return first.said is not None and second.said is not None and said_on(first) == said_on(second) != ""


def _short(words: str) -> str:
    return words if len(words) <= 120 else words[:120].rsplit(" ", 1)[0] + " …"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
