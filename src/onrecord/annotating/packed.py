"""The sentence a person reads for a proposition packed in a noun, and a name with its article."""

from onrecord.annotating.scope import State
from onrecord.annotating.verbforms import participle
from onrecord.language.predicates import is_middle
from onrecord.model.items import Argument, Proposition

_ARTICLED_ENDS = frozenset({"States", "Kingdom", "Emirates", "Islands", "Republic", "Union", "Nations", "Federation"})


def worded_nominal(proposition: Proposition, plural: bool, negated: bool) -> str:
    """A claim's text for a proposition packed in a noun: "Steel is produced in Norland"."""
    theme, agent, place = (proposition.argument(role) for role in ("theme", "agent", "place"))
    verb = "are" if plural else "is"
    if proposition.predicate == "exist":
        thing = _bare(theme)
        thing = thing[:1].lower() + thing[1:] if thing[1:].islower() else thing
        where = f" in {named(place.text)}" if place is not None else ""
        return f"There {'were' if plural else 'was'} {thing}{where}"
    if agent is None and is_middle(proposition.predicate):
        verb = "have" if plural else "has"
    words = [_bare(theme), verb, "not" if negated else "", participle(proposition.predicate)]
    if agent is not None and agent.key:
        words += ["by", named(agent.text)]
    if place is not None and (agent is None or agent.key != place.key):
        words += ["in", named(place.text)]
    text = " ".join(word for word in words if word)
    return text[:1].upper() + text[1:]


def worded_deed(doer: str, plural: bool, state: State, deed: str) -> str:
    """A claim's text for a deed that is laid to somebody's charge: "The army has burned villages"."""
    have = "may have" if state.modality == "possible" else "have" if plural else "has"
    text = " ".join(word for word in (named(doer), have, "not" if state.negated else "", deed) if word)
    return text[:1].upper() + text[1:]


def named(name: str) -> str:
    """A name with the article it takes in a sentence: "the United States"."""
    words = name.split()
    plural = words[-1] in _ARTICLED_ENDS or words[0] == "United"
    return f"the {name}" if plural and len(words) > 1 and words[0].lower() != "the" else name


def _bare(argument: Argument | None) -> str:
    return argument.text if argument is not None else ""
