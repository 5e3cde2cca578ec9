"""Pairs made by replacing one word: an opposite or another kind contradicts, a synonym or a wider kind follows."""

import random
import re
from collections.abc import Iterator, Sequence

from training.entailment_sets import LABEL_BITS, Pair
from training.wordnet import WordNet, wordnet

_WORD = re.compile(r"(?<![-'’])\b[A-Za-z]+\b(?![-'’])")
_TURNED = re.compile(
    r"\b(?:no|not|never|nobody|nothing|without|few|if|all|every|only|nor|none|any)\b|n['’]t\b", re.IGNORECASE
)
_GROUPS = (
    "red blue green yellow black white orange purple brown pink gray".split(),
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty fifty".split(),
    "first second third fourth fifth sixth seventh".split(),
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "January February March April June July August September October November December".split(),
    "American French German Italian Spanish Chinese Japanese Indian Russian Mexican Canadian British Brazilian "
    "Turkish Egyptian Swedish Polish Dutch Greek Korean Irish Danish Portuguese".split(),
    "France Germany Italy Spain China Japan India Russia Mexico Canada Brazil Turkey Egypt Sweden Poland Greece "
    "Korea Ireland Denmark Portugal Norway Chile Peru Kenya Nigeria Morocco Vietnam Thailand".split(),
    "morning afternoon evening night".split(), "north south east west".split(), "spring summer autumn winter".split(),
)  # fmt: skip
"""Closed groups whose members exclude each other in one place of one sentence."""
_MEMBERS = {word: group for group in _GROUPS for word in group}


def substitutions(sentences: Sequence[str], chance: random.Random, wanted: int) -> Iterator[Pair]:
    """Pairs of a sentence and itself with one word replaced, about a third of each label."""
    net = wordnet()
    made = 0
    for sentence in chance.sample(sentences, len(sentences)):
        if made >= wanted:
            return
        for pair in _of(sentence, net, chance):
            made += 1
            yield pair


def _of(sentence: str, net: WordNet, chance: random.Random) -> Iterator[Pair]:
    turned = _TURNED.search(sentence) is not None
    words = list(_WORD.finditer(sentence))
    chance.shuffle(words)
    told: set[str] = set()
    for word in words:
        for label, other, back in _choices(word.group(), net, chance):
            if label in told or (turned and label != "contradiction"):
                continue
            told.add(label)
            changed = _article(sentence[: word.start()], other) + other + sentence[word.end() :]
            yield Pair(sentence, changed, LABEL_BITS[label])
            if back:
                yield Pair(changed, sentence, LABEL_BITS[back])
        if len(told) >= 2:
            return


def _choices(word: str, net: WordNet, chance: random.Random) -> list[tuple[str, str, str | None]]:
    """What a word may become: the label, the other word, and the label of the pair turned round."""
    if word in _MEMBERS:
        return [("contradiction", chance.choice([w for w in _MEMBERS[word] if w != word]), "contradiction")]
    found: list[tuple[str, str, str | None]] = []
    single, plural = (word[:-1], "s") if word.endswith("s") and not word.endswith("ss") else (word, "")
    if len(single) < 3 or not single.islower():
        return []
    noun, adjective = net.counts.get((single, "n"), 0), net.counts.get((word, "a"), 0)
    verb = net.counts.get((single, "v"), 0)
    if noun > 2 * (adjective + verb):
        found += [("contradiction", w + plural, "contradiction") for w in _some(net.sisters(single), chance)]
        found += [("entailment", w + plural, "neutral") for w in _some(net.kinds(single), chance)]
        found += [("entailment", w + plural, "entailment") for w in _some(net.synonyms(single, "n"), chance)]
        found += [("contradiction", w + plural, "contradiction") for w in _some(net.antonyms(single, "n"), chance)]
    elif adjective > 2 * (noun + verb):
        found += [("contradiction", w, "contradiction") for w in _some(net.antonyms(word, "a"), chance)]
        found += [("entailment", w, "entailment") for w in _some(net.synonyms(word, "a"), chance)]
    elif verb > 2 * (noun + adjective):
        found += [("contradiction", w + plural, "contradiction") for w in _some(net.antonyms(single, "v"), chance)]
        found += [("entailment", w + plural, "entailment") for w in _some(net.synonyms(single, "v"), chance)]
    return [one for one in found if not one[1].endswith(("ys", "shs", "chs", "xs", "sss"))]


def _some(words: list[str], chance: random.Random) -> list[str]:
    return [chance.choice(words)] if words else []


def _article(before: str, word: str) -> str:
    """The text before a word, its indefinite article fitted to the word."""
    found = re.search(r"\b([Aa])n?( )$", before)
    if found is None:
        return before
    return before[: found.start()] + found.group(1) + ("n" if word[0].casefold() in "aeiou" else "") + " "
