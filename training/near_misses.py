"""Generated pairs that only look opposed: unrelated sentences, two of one text, another time, place or mood."""

import random
import re
from collections.abc import Iterator, Sequence

from training.entailment_sets import LABEL_BITS, Pair

_BE = re.compile(
    r"^([A-Z][^,;:?!“”\"()]{2,60}?) (is|are|was|were|has|have|will|can) (?!not\b|n[o'’]t\b|never\b)(.+?)\.?$"
)
_BASE = {
    "is": "be",
    "are": "be",
    "was": "have been",
    "were": "have been",
    "has": "have",
    "have": "have",
    "will": "",
    "can": "",
}
SAYING = """claimed alleged suggested believes believe expects insisted argued feared hoped suspected predicted implied
wrongly-claimed speculated""".split()
WHO = """The minister|Critics|A spokesman|The union|The opposition|Her lawyer|The company|Officials|One analyst|
The mayor|Some residents|The report's authors|Campaigners|Investors|Police|The agency""".replace("\n", "").split("|")
TIMES = """in March|in June|in October|last year|in 2009|in 2014|in 2018|two years ago|on Monday|on Friday|
during the war|before the election|after the storm|in the 1990s|this week|last winter""".replace("\n", "").split("|")
PLACES = """in Norland|in Veldia|in the north|in the capital|at the second plant|in the coastal towns|on the island|
in the eastern district|at the old harbour|across the border|in Tarnow County|in the neighbouring state""".replace(
    "\n", ""
).split("|")
_OPENERS = frozenset("The A An It They He She There This That These Those Two Some People Many Most".split())
"""First words of a sentence that lose their capital inside another."""
MOODS = ("should", "may", "might", "could", "ought to", "would", "must")


def unrelated(groups: Sequence[Sequence[str]], chance: random.Random, wanted: int) -> Iterator[Pair]:
    """Sentences of different texts: whatever they say, they are neutral."""
    groups = [group for group in groups if group]
    for _ in range(wanted):
        one, other = chance.sample(groups, 2)
        yield Pair(chance.choice(one), chance.choice(other), LABEL_BITS["neutral"])


def neighbours(texts: Sequence[Sequence[str]], chance: random.Random, wanted: int) -> Iterator[Pair]:
    """Two sentences of one text that share a word or more, not next to each other: one subject, two facts."""
    long = [text for text in texts if len(text) >= 4]
    made = 0
    for _ in range(20 * wanted):
        if made == wanted:
            return
        text = chance.choice(long)
        one, other = chance.sample(range(len(text)), 2)
        if abs(one - other) > 1 and _names(text[one]) & _names(text[other]):
            made += 1
            yield Pair(text[one], text[other], LABEL_BITS["neutral"])


def elsewhere(opposed: Sequence[Pair], chance: random.Random, wanted: int) -> Iterator[Pair]:
    """Contradicting or following pairs, each side tied to a time or place of its own, or both to the same."""
    for pair in chance.choices(opposed, k=wanted):
        words = chance.choice((TIMES, PLACES))
        one, other = chance.sample(words, 2)
        front = chance.random() < 0.4
        if chance.random() < 0.45:
            yield Pair(_tied(pair.premise, one, front), _tied(pair.hypothesis, one, front), pair.allowed)
        else:
            yield Pair(_tied(pair.premise, one, front), _tied(pair.hypothesis, other, front), LABEL_BITS["neutral"])


def turned(pairs: Sequence[Pair], chance: random.Random, wanted: int) -> Iterator[Pair]:
    """Pairs the other way round: what contradicts still does, and a fuller premise does not follow from its part."""
    fit = [
        pair
        for pair in pairs
        if pair.allowed == LABEL_BITS["contradiction"]
        or (
            pair.allowed in {LABEL_BITS["entailment"], LABEL_BITS["neutral"]}
            and len(pair.premise.split()) > 1.6 * len(pair.hypothesis.split())
        )
    ]
    for pair in chance.sample(fit, min(wanted, len(fit))):
        opposed = pair.allowed == LABEL_BITS["contradiction"]
        yield Pair(pair.hypothesis, pair.premise, LABEL_BITS["contradiction" if opposed else "neutral"])


def moods(sentences: Sequence[str], chance: random.Random, wanted: int) -> Iterator[Pair]:
    """A plain sentence against itself said by others, supposed, wished or denied."""
    plain = [(sentence, found) for sentence in sentences if (found := _BE.match(sentence))]
    for sentence, found in chance.choices(plain, k=wanted):
        who, verb, rest = found.groups()
        base = _BASE[verb]
        modal = f"{who} {chance.choice(MOODS)} {base} {rest}.".replace("  ", " ")
        modal_not = f"{who} {chance.choice(('should', 'may', 'might', 'ought to'))} not {base} {rest}.".replace(
            "  ", " "
        )
        denied = f"{who} {verb} not {rest}."
        lower = sentence[0].lower() + sentence[1:] if sentence.split()[0] in _OPENERS else sentence
        said = f"{chance.choice(WHO)} {chance.choice(SAYING).replace('-', ' ')} that {lower}"
        asked = f"{verb.capitalize()} {who} {rest}?"
        yield chance.choice([
            Pair(modal, sentence, LABEL_BITS["neutral"]), Pair(modal_not, sentence, LABEL_BITS["neutral"]),
            Pair(said, sentence, LABEL_BITS["neutral"]), Pair(said, denied, LABEL_BITS["neutral"]),
            Pair(asked, sentence, LABEL_BITS["neutral"]), Pair(asked, denied, LABEL_BITS["neutral"]),
            Pair(sentence, denied, LABEL_BITS["contradiction"]), Pair(denied, sentence, LABEL_BITS["contradiction"]),
            Pair(f"It is not true that {lower}", sentence, LABEL_BITS["contradiction"]),
            Pair(sentence, f"There is no doubt that {lower}", LABEL_BITS["entailment"]),
            Pair(f"It is true that {lower}", sentence, LABEL_BITS["entailment"]),
            Pair(f"There is zero doubt that {lower}", denied, LABEL_BITS["contradiction"]),
            Pair(f"There is no evidence that {lower}", sentence, LABEL_BITS["contradiction"]),
            Pair(f"If {lower.rstrip('.')}, there will be an inquiry.", sentence, LABEL_BITS["neutral"]),
        ])  # fmt: skip


def _tied(sentence: str, words: str, front: bool) -> str:
    bare = sentence.rstrip(" .")
    if front:
        opens = bare.split(" ")[0] in _OPENERS
        return f"{words[0].upper()}{words[1:]}, {bare[0].lower() if opens else bare[0]}{bare[1:]}."
    return f"{bare} {words}."


def _names(sentence: str) -> set[str]:
    return {word.strip(".,;:'’\"()").casefold() for word in sentence.split() if len(word) > 4}
