"""WordNet's database files, read as far as word substitution needs: common senses, antonyms, kinds and sisters.

The files come with Debian's package `wordnet-base` (Princeton WordNet 3.0, its own permissive licence).
"""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

FOLDER = Path("/usr/share/wordnet")
PARTS = {"noun": "n", "verb": "v", "adj": "a"}
EXCLUSIVE_FILES = {
    5: "animal",
    6: "artifact",
    8: "body",
    13: "food",
    15: "location",
    20: "plant",
    27: "substance",
    28: "time",
}
"""Lexicographer files of nouns whose sisters exclude each other: what is a trumpet is no violin."""


@dataclass(slots=True)
class Synset:
    """One sense shared by its words."""

    file: int
    words: list[str]
    hypernyms: list[str] = field(default_factory=list)
    antonyms: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))


@dataclass(slots=True)
class WordNet:
    """Synsets by key, the senses of each word in order of how common they are, and the kinds of each synset."""

    synsets: dict[str, Synset]
    senses: dict[tuple[str, str], list[str]]
    hyponyms: dict[str, list[str]]
    counts: dict[tuple[str, str], int]

    def common(self, word: str, part: str) -> bool:
        """Whether a single word is met in running text."""
        return "_" not in word and word.isalpha() and word.islower() and self.counts.get((word, part), 0) >= 2

    def antonyms(self, word: str, part: str) -> list[str]:
        """Direct opposites of the first sense."""
        key = next(iter(self.senses.get((word, part), [])), None)
        if key is None:
            return []
        found = [self.synsets[to].words[number] for to, number in self.synsets[key].antonyms.get(word, [])]
        return [other for other in found if self.common(other, part)]

    def synonyms(self, word: str, part: str) -> list[str]:
        """Words whose first sense is this word's first sense."""
        key = next(iter(self.senses.get((word, part), [])), None)
        if key is None:
            return []
        return [
            other
            for other in self.synsets[key].words
            if other != word and self.common(other, part) and self.senses[(other, part)][0] == key
        ]

    def kinds(self, word: str) -> list[str]:
        """What the noun is a kind of, one and two steps up."""
        key = next(iter(self.senses.get((word, "n"), [])), None)
        if key is None:
            return []
        above = self.synsets[key].hypernyms
        further = [top for one in above for top in self.synsets[one].hypernyms]
        return [w for one in (*above, *further) for w in self.synsets[one].words if w != word and self.common(w, "n")]

    def sisters(self, word: str) -> list[str]:
        """Other kinds of what the noun is a kind of, where kinds exclude each other."""
        key = next(iter(self.senses.get((word, "n"), [])), None)
        if key is None or self.synsets[key].file not in EXCLUSIVE_FILES:
            return []
        return [
            w
            for above in self.synsets[key].hypernyms
            for other in self.hyponyms.get(above, [])
            if other != key
            for w in self.synsets[other].words
            if w != word and self.common(w, "n") and self.senses[(w, "n")][0] == other
        ]


@lru_cache(maxsize=1)
def wordnet(folder: Path = FOLDER) -> WordNet:
    """Read nouns, verbs and adjectives."""
    synsets: dict[str, Synset] = {}
    senses: dict[tuple[str, str], list[str]] = {}
    hyponyms: dict[str, list[str]] = defaultdict(list)
    counts: dict[tuple[str, str], int] = defaultdict(int)
    letters = {"1": "n", "2": "v", "3": "a", "5": "a"}
    for line in (folder / "cntlist.rev").read_text(encoding="ascii").splitlines():
        sense, _, count = line.split()
        word, rest = sense.split("%")
        counts[(word, letters.get(rest[0], "r"))] += int(count)
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text(encoding="ascii").splitlines():
            if not line.startswith("  "):
                _read_synset(line.split(" | ")[0].split(), part, synsets, hyponyms)
        for line in (folder / f"index.{name}").read_text(encoding="ascii").splitlines():
            if not line.startswith("  "):
                given = line.split()
                senses[(given[0], part)] = [part + offset for offset in given[-int(given[2]) :]]
    return WordNet(synsets, senses, hyponyms, counts)


def _read_synset(given: list[str], part: str, synsets: dict[str, Synset], hyponyms: dict[str, list[str]]) -> None:
    key, count = part + given[0], int(given[3], 16)
    words = [word.split("(")[0] for word in given[4 : 4 + 2 * count : 2]]
    synset = Synset(int(given[1]), words)
    at = 4 + 2 * count
    for number in range(int(given[at])):
        symbol, offset, to, places = given[at + 1 + 4 * number : at + 5 + 4 * number]
        target = ("a" if to in "as" else to) + offset
        if symbol == "@":
            synset.hypernyms.append(target)
            hyponyms[target].append(key)
        elif symbol == "!" and to in "nvas":
            synset.antonyms[words[int(places[:2], 16) - 1]].append((target, int(places[2:], 16) - 1))
    synsets[key] = synset
