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

Which side a claim takes
- `comparing.keys` tells which claims answer one question; here is only which way each answers it.
- `side_of(proposition, polarity)` is +1 or -1 on that axis. A denial answers only the question of its own class
  (`answers(proposition, polarity, orientation)`): "prices did not fall" leaves open whether they rose.
- Two claims on one question with opposite sides, both "asserted" and of overlapping time, are opposed, unless both
  are denials of contraries: prices may neither rise nor fall.
"""

from onrecord.language.predicates import axis_of, opposites
from onrecord.model.items import Polarity, Proposition


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
