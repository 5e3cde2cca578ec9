"""Generated pairs that share their words: who did it to whom, what only hangs beside, what is only said or supposed.

Sentence schemes after the syntactic heuristics described by McCoy, Pavlick and Linzen (2019): overlap of words,
of a stretch, of a whole clause. Words, schemes and the contradicting third are our own.
"""

import random
from collections.abc import Callable, Iterator

from training.entailment_sets import LABEL_BITS, Pair

PEOPLE = """
minister senator reporter driver nurse farmer teacher officer mayor fisherman guard pilot editor banker
governor engineer clerk soldier judge lawyer coach auditor inspector union company agency ministry council
court bank army lawyers ministers officers farmers unions companies voters residents workers soldiers
inspectors prosecutors delegates doctors secretary secretaries actor actors author authors artist artists
student students professor professors scientist scientists tourist tourists athlete athletes manager managers
president presidents doctor judges
""".split()
DEEDS = """accused arrested attacked avoided backed blamed blocked called checked contacted criticised defended
dismissed encouraged endorsed followed funded helped hired interviewed introduced invited mentioned met
nominated overruled paid praised questioned recognised rescued sacked stopped sued supported thanked visited warned
watched admired addressed advised believed""".split()
ALONE = """resigned slept arrived protested left appeared voted danced shouted waited laughed worked travelled returned
apologised retired escaped performed""".split()
PLACES = "near behind beside by with from outside opposite".split()
FACTIVE = "knew forgot realised revealed proved confirmed acknowledged noticed showed discovered remembered".split()
OPEN = """claimed believed said thought hoped feared alleged suspected assumed argued predicted doubted reported
insisted guessed expected suggested""".split()
HOLDS = "because since although while after".split()
SUPPOSES = ["if", "unless", "in case", "whether or not"]
FIRM = "clearly obviously certainly quickly quietly finally surely carefully definitely".split()
LOOSE = "maybe perhaps possibly probably supposedly allegedly hopefully".split()
QUALITIES = "old former famous foreign local senior angry young tired popular".split()
EATEN = [("ate", "lunch"), ("read", "the report"), ("sang", "a song"), ("drove", "the truck"), ("wrote", "a letter"),
         ("played", "the game"), ("studied", "the map"), ("cooked", "dinner"), ("painted", "the wall")]  # fmt: skip
SENT = [("was paid", "in the office"), ("was found", "in the garage"), ("was taught", "in the school"),
        ("was helped", "at the border"), ("was seen", "in the harbour"), ("was called", "in the morning")]  # fmt: skip

Made = tuple[str, str, str]


def role_swaps(chance: random.Random, wanted: int) -> Iterator[Pair]:
    """Pairs over all schemes in turn; in every seventh a denial is put in, and the label turned to fit."""
    for number in range(wanted):
        premise, hypothesis, label = _SCHEMES[number % len(_SCHEMES)](chance)
        turned = chance.random() < 0.15
        if turned and label == "entailment":
            hypothesis, label = f"It is not true that {hypothesis}", "contradiction"
        elif turned:
            hypothesis = f"It is not the case that {hypothesis}"
        yield Pair(_sentence(premise), _sentence(hypothesis), LABEL_BITS[label])


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _who(chance: random.Random, number: int) -> list[str]:
    return [f"the {word}" for word in chance.sample(PEOPLE, number)]


def _is(who: str) -> str:
    return "were" if who.endswith("s") else "was"


def _swapped(chance: random.Random) -> Made:
    one, other = _who(chance, 2)
    did = chance.choice(DEEDS)
    return f"{one} {did} {other}", f"{other} {did} {one}", "neutral"


def _passive(chance: random.Random) -> Made:
    one, other = _who(chance, 2)
    did = chance.choice(DEEDS)
    said = f"{other} {_is(other)} {did} by {one}"
    hypothesis, label = chance.choice([(f"{one} {did} {other}", "entailment"), (f"{other} {did} {one}", "neutral")])
    return said, hypothesis, label


def _passive_back(chance: random.Random) -> Made:
    one, other = _who(chance, 2)
    did = chance.choice(DEEDS)
    said, label = chance.choice([
        (f"{other} {_is(other)} {did} by {one}", "entailment"), (f"{one} {_is(one)} {did} by {other}", "neutral"),
    ])  # fmt: skip
    return f"{one} {did} {other}", said, label


def _beside(chance: random.Random) -> Made:
    one, other, third = _who(chance, 3)
    did, where = chance.choice(DEEDS), chance.choice(PLACES)
    return chance.choice([
        (f"{one} {where} {third} {did} {other}", f"{third} {did} {other}", "neutral"),
        (f"{one} {where} {third} {did} {other}", f"{one} {did} {other}", "entailment"),
        (f"{one} {did} {other} {where} {third}", f"{one} {did} {other}", "entailment"),
        (f"{one} {did} {other} {where} {third}", f"{third} {did} {other}", "neutral"),
        (f"{one} {did} {other} {where} {third}", f"{one} {did} {third}", "neutral"),
    ])  # fmt: skip


def _beside_alone(chance: random.Random) -> Made:
    one, other = _who(chance, 2)
    did, where = chance.choice(ALONE), chance.choice(PLACES)
    hypothesis, label = chance.choice([(f"{one} {did}", "entailment"), (f"{other} {did}", "neutral")])
    return f"{one} {where} {other} {did}", hypothesis, label


def _relative(chance: random.Random) -> Made:
    one, other, third = _who(chance, 3)
    did, also = chance.sample(DEEDS, 2)
    who = chance.choice(["that", "who"])
    said = f"{one} {who} {other} {did} {also} {third}"
    theirs = f"{one} {who} {did} {other} {also} {third}"
    return chance.choice([
        (said, f"{other} {did} {one}", "entailment"), (said, f"{one} {also} {third}", "entailment"),
        (said, f"{other} {also} {third}", "neutral"), (said, f"{one} {did} {other}", "neutral"),
        (theirs, f"{one} {did} {other}", "entailment"), (theirs, f"{other} {also} {third}", "neutral"),
        (theirs, f"{one} {also} {third}", "entailment"), (theirs, f"{other} {did} {one}", "neutral"),
    ])  # fmt: skip


def _relative_alone(chance: random.Random) -> Made:
    one, other = _who(chance, 2)
    did, also = chance.choice(DEEDS), chance.choice(ALONE)
    who = chance.choice(["that", "who"])
    return chance.choice([
        (f"{one} {who} {did} {other} {also}", f"{other} {also}", "neutral"),
        (f"{one} {who} {did} {other} {also}", f"{one} {also}", "entailment"),
        (f"{one} {did} {other} {who} {also}", f"{other} {also}", "entailment"),
        (f"{one} {did} {other} {who} {also}", f"{one} {also}", "neutral"),
        (f"{one} {who} {also} {did} {other}", f"{one} {also}", "entailment"),
    ])  # fmt: skip


def _joined(chance: random.Random) -> Made:
    one, other, third = _who(chance, 3)
    did = chance.choice(DEEDS)
    return chance.choice([
        (f"{one} and {other} {did} {third}", f"{one} {did} {third}", "entailment"),
        (f"{one} and {other} {did} {third}", f"{other} {did} {third}", "entailment"),
        (f"{one} and {other} {did} {third}", f"{one} {did} {other}", "neutral"),
        (f"{one} {did} {other} and {third}", f"{one} {did} {third}", "entailment"),
        (f"{one} {did} {other} and {third}", f"{other} {did} {third}", "neutral"),
        (f"{one} or {other} {did} {third}", f"{one} {did} {third}", "neutral"),
    ])  # fmt: skip


def _two_clauses(chance: random.Random) -> Made:
    one, other = _who(chance, 2)
    did, also = chance.choice(ALONE), chance.choice(ALONE)
    link = chance.choice(["and", "but", "or", "and", "or"])
    label = "neutral" if link == "or" else "entailment"
    return f"{one} {did}, {link} {other} {also}", chance.choice([f"{one} {did}", f"{other} {also}"]), label


def _adverb(chance: random.Random) -> Made:
    one, other = _who(chance, 2)
    told = chance.choice([f"{one} {chance.choice(DEEDS)} {other}", f"{one} {chance.choice(ALONE)}"])
    if chance.random() < 0.5:
        return f"{chance.choice(FIRM)} {told}", told, "entailment"
    return f"{chance.choice(LOOSE)} {told}", told, "neutral"


def _embedded(chance: random.Random) -> Made:
    one, other, third = _who(chance, 3)
    told = chance.choice([f"{other} {chance.choice(DEEDS)} {third}", f"{other} {chance.choice(ALONE)}"])
    that = chance.choice([" that", ""])
    if chance.random() < 0.45:
        return f"{one} {chance.choice(FACTIVE)} that {told}", told, "entailment"
    return f"{one} {chance.choice(OPEN)}{that} {told}", told, "neutral"


def _cut_clause(chance: random.Random) -> Made:
    """A stretch that reads as object and clause ("believed the nurse slept")."""
    one, other = _who(chance, 2)
    verb = chance.choice("believed heard suspected knew forgot remembered noticed expected feared".split())
    return f"{one} {verb} {other} {chance.choice(ALONE)}", f"{one} {verb} {other}", "neutral"


def _attached(chance: random.Random) -> Made:
    """A clause before the main one whose last words run on into it ("while the nurse ate the report burned")."""
    one, other = _who(chance, 2)
    did = chance.choice("fought hid investigated paid visited left watched followed met stopped returned".split())
    also = chance.choice(ALONE)
    lead = chance.choice(["while", "when", "before", "after", "although", "because"])
    return f"{lead} {one} {did} {other} {also}", f"{one} {did} {other}", "neutral"


def _reduced(chance: random.Random) -> Made:
    """A participle that reads as the verb ("the nurse paid in the office slept")."""
    one = _who(chance, 1)[0]
    verb, place = chance.choice(SENT)
    bare = verb.removeprefix("was ")
    plain = _is(one)
    return chance.choice([
        (f"{one} {bare} {place} {chance.choice(ALONE)}", f"{one} {bare} {place}", "neutral"),
        (f"{one} who {plain} {bare} {place} {chance.choice(ALONE)}", f"{one} {plain} {bare} {place}", "entailment"),
    ])  # fmt: skip


def _circumstance(chance: random.Random) -> Made:
    one, other, third = _who(chance, 3)
    told = f"{one} {chance.choice(ALONE)}"
    main = f"{other} {chance.choice(DEEDS)} {third}"
    if chance.random() < 0.5:
        link = chance.choice(HOLDS)
        return (
            chance.choice([f"{main} {link} {told}", f"{link} {told}, {main}"]),
            chance.choice([told, main]),
            "entailment",
        )
    link = chance.choice(SUPPOSES[:3])
    label_of = {told: "neutral", main: "entailment" if link == "in case" else "neutral"}
    hypothesis = told if chance.random() < 0.7 else main
    return chance.choice([f"{main} {link} {told}", f"{link} {told}, {main}"]), hypothesis, label_of[hypothesis]


def _whether(chance: random.Random) -> Made:
    one, other, third = _who(chance, 3)
    told, main = f"{one} {chance.choice(ALONE)}", f"{other} {chance.choice(DEEDS)} {third}"
    said = f"whether or not {told}, {main}"
    return chance.choice([(said, told, "neutral"), (said, main, "entailment")])


def _less_said(chance: random.Random) -> Made:
    """A quality, an object or a place less is still told."""
    one, other = _who(chance, 2)
    quality, (verb, thing) = chance.choice(QUALITIES), chance.choice(EATEN)
    many = chance.choice([word for word in PEOPLE if word.endswith("s")])
    did = chance.choice(DEEDS)
    return chance.choice([
        (f"{one} {verb} {thing}", f"{one} {verb}", "entailment"),
        (f"the {quality} {many} {did} {other}", f"the {many} {did} {other}", "entailment"),
        (f"{quality} {many} {verb} {thing}", f"{many} {verb} {thing}", "entailment"),
        (f"{one} {verb} {thing} {chance.choice(PLACES)} {other}", f"{one} {verb} {thing}", "entailment"),
    ])  # fmt: skip


_SCHEMES: tuple[Callable[[random.Random], Made], ...] = (
    _swapped, _passive, _passive_back, _beside, _beside_alone, _relative, _relative_alone, _joined, _two_clauses,
    _adverb, _embedded, _cut_clause, _attached, _reduced, _circumstance, _whether, _less_said, _swapped,
)  # fmt: skip
