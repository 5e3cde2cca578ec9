"""How common each stem is in news: the weights by which comparing tells a telling word from an everyday one.

    python -m training.stems ../shared/data

Counts, over the articles of PolNeAR's train part, in how many each stem of a lower-case word stands, and writes
`src/onrecord/comparing/data/stems.json`: one running text of stems for each power of two. Names are left out, so that
a name weighs as much as any rare word; stems in fewer than `FEWEST` articles are rare.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

from onrecord.comparing.words import GRAMMAR, stem
from onrecord.model.identity import fold

FEWEST = 8
TARGET = Path("src/onrecord/comparing/data/stems.json")

_WORD = re.compile(r"[^\W\d_]+")


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", type=Path, help="the folder that holds polnear/train.jsonl.gz")
    counted: Counter[str] = Counter()
    articles = 0
    with gzip.open(parser.parse_args().data / "polnear" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            words = {word for word in _WORD.findall(json.loads(line)["text"]) if word.islower() and len(word) > 1}
            counted.update({stem(fold(word)) for word in words} - GRAMMAR)
            articles += 1
    bands: dict[int, list[str]] = defaultdict(list)
    for word, count in counted.items():
        if count >= FEWEST:
            bands[count.bit_length() - 1].append(word)
    told = {str(2**band): " ".join(sorted(bands[band])) for band in sorted(bands)}
    TARGET.write_text(json.dumps({"articles": articles, "stems": told}, indent=1) + "\n")
    print(f"{sum(len(words) for words in bands.values()):,} stems of {articles} articles")


if __name__ == "__main__":
    main()
