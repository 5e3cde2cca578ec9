"""What a claim says, stripped of who says it, in a form that two claims can be compared by.

A `Proposition` is a predicate class and arguments. The same state of affairs gets the same form however it is put:

    Norland does not make steel.                 produce(agent=norland, theme=steel, place=norland)   negated
    Steel is made in Norland.                    produce(theme=steel, place=norland)                  affirmed
    Norland is not a producer of steel.          produce(agent=norland, theme=steel, place=norland)   negated
    Here, we produce no steel. (its president)   produce(agent=norland, theme=steel, place=norland)   negated
    … have found no steel production in Norland  produce(theme=steel, place=norland)                  negated
    … the mills in Norland where steel is made   produce(theme=steel, place=norland)     affirmed, presupposed
    There are steel mills in Norland.            exist(theme=steel mill, place=norland) and, where the document
                                                 speaks elsewhere of steel that is made, moved or sold,
                                                 produce(theme=steel, place=norland)               affirmed

What may be relied on
- `predicate` is a class of `language.predicates` or, for a word the lexicon lacks, its lemma. Copular sentences with a
  noun are `be(agent, attribute)`; with an adjective the adjective's class or lemma, its subject as `theme`;
  "there is X" and "we have X" said for a place are `exist(theme, place)`.
- Roles are those of the active verb, whatever the sentence's voice. Of middle verbs ("prices fell") a lone subject is
  `theme`. The object, or what an "of"/"in"/"with" phrase of a noun names, is `theme`.
- `key` of a country is its folded canonical name ("united states"), of a person or organisation the folded
  full name of its entity, of anything else the folded lemmas of head noun and restricting modifiers: of-phrase first,
  then compounds, then the head ("chemical precursor"; "price of steel" is "steel price"), without articles,
  quantities, possessives or hedges. A clausal object has the key of its verb. An open pronoun has the empty key.
- An agent that is a country, a government, or a "we" that stands for one, also fills `place` with that country
  (`filled=True`) unless the clause names another place or another country takes part ("Iran attacked Iraq").
- Polarity is the claim's, never the predicate's: "stopped producing", "denied producing", "no evidence of producing"
  are `produce` with polarity negated. Antonyms keep their own class ("fell" is `decrease`).
- Modality "asked", "demanded", "conditional" and "planned" never assert; "possible" asserts weakly.

How question keys are computed
- `question_key(proposition)` is the one key that groups claims into a question: the axis of the predicate
  (`predicates.axis_of`: increase and decrease ask one question), the theme (or attribute or topic), and *where or
  whose*: the place (but no mere "labs" or "mills"), else the agent. It is `None` where there is too little to ask
  about (a bare verb, a theme that is only a pronoun). With both place and agent, the agent is left out if it is that
  place ("Norland makes steel in Norland"); and for a deed whose doer is no country ("the Harl gang makes steel in
  Norland") the place wins.
- `candidate_keys(proposition)` adds looser keys for finding what could concern the claim: theme's head noun instead of
  the whole theme, the agent instead of the place, and place alone; in that order.
- `side_of(proposition, polarity)` is +1 or -1 on that axis. A denial answers only the question of its own class
  (`answers(proposition, polarity, orientation)`): "prices did not fall" leaves open whether they rose.
- Two claims with one question key and opposite sides, both "asserted" and of overlapping time, are opposed, unless both
  are denials of contraries: prices may neither rise nor fall.
"""

from onrecord.language.predicates import axis_of, class_of, classes, opposites
from onrecord.model.items import Argument, Polarity, Proposition

EMPTY_KEYS = frozenset({"", "it", "this", "that", "thing", "they", "one", "something", "anything", "what", "which"})
"""Keys that name nothing: pronouns left unresolved and empty nouns."""


VAGUE = frozenset(
    {"be", "have", "exist", "do", "receive", "enter", "leave", "supply", "search", "continue", "need", "see"}
)
"""Predicates that ask nothing without something they are about ("did they get?")."""


def question_key(proposition: Proposition) -> str | None:
    """The key that groups claims which answer one question, or `None` where there is nothing to ask."""
    what, where = _what(proposition), _where(proposition)
    if what is None and (where is None or proposition.predicate in VAGUE or proposition.predicate not in classes()):
        return None
    if where is None and proposition.predicate in {"be", "have", "exist", "do"}:
        return None
    return "|".join((axis_of(proposition.predicate)[0], what or "", where or ""))


def candidate_keys(proposition: Proposition) -> tuple[str, ...]:
    """The question key first, then looser keys for finding claims that could concern this one."""
    axis = axis_of(proposition.predicate)[0]
    what = _what(proposition)
    head = what.rsplit(" ", 1)[-1] if what else ""
    places = [key for role in ("place", "agent", "recipient", "goal", "source") for key in _keys(proposition, role)]
    exact = question_key(proposition)
    keys = [exact] if exact else []
    keys += [f"{axis}|{theme}|{place}" for theme in (what or "", head) for place in places if theme]
    keys += [f"{axis}|{head}|"] if head else []
    return tuple(dict.fromkeys(keys))


def side_of(proposition: Proposition, polarity: Polarity) -> int:
    """Which side of its question's axis a claim takes, +1 or -1; of a denial, the side opposed to what it denies."""
    sign = axis_of(proposition.predicate)[1]
    return sign if polarity == "affirmed" else -sign


def answers(proposition: Proposition, polarity: Polarity, orientation: int) -> bool:
    """Whether a claim answers the question asked with the axis itself (+1) or with its opposite (-1).

    An affirmed opposite does ("they fell" says that they did not rise); a denied one only where the two are
    complements ("not closed" is open).
    """
    if polarity == "affirmed" or axis_of(proposition.predicate)[1] == orientation:
        return True
    return "complement" in opposites(proposition.predicate).values()


def _what(proposition: Proposition) -> str | None:
    return next((key for role in ("theme", "attribute", "topic") for key in _keys(proposition, role)), None)


def _where(proposition: Proposition) -> str | None:
    named = (key for role in ("place", "agent") for key in _keys(proposition, role))
    return next((key for key in named if not _is_site(key)), None)


def _is_site(key: str) -> bool:
    """Whether a place is only a kind of works ("labs"), which says nothing of where."""
    return class_of(key.rsplit(" ", 1)[-1], "site") is not None


def _keys(proposition: Proposition, role: str) -> list[str]:
    return [a.key for a in proposition.arguments if a.role == role and _names_something(a)]


def _names_something(argument: Argument) -> bool:
    return argument.key not in EMPTY_KEYS
