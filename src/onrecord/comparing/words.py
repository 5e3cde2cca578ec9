"""Words as comparing sees them: folded, without grammar, without the commonest endings. Never shown to a person."""

import re
from functools import lru_cache

from onrecord.language.nouns import common_noun
from onrecord.model.identity import fold


def listed(words: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(words.split())


GRAMMAR = listed(
    """
    a an the this that these those some any no all each every both either neither such same other another much many
    more most few less least several own certain i me my mine we us our ours you your yours he him his she her hers
    it its they them their theirs who whom whose which what there here now then today and or but nor so yet if
    unless because as than though although while when where how why whether of in on at by for from with without to
    into onto over under about above after before between through during against among within toward towards up down
    out off be am is are was were been being do does did done doing have has had having will would shall should may
    might must can could ought not never n't nt s t re ve ll d m also just only even still again very too quite
    rather already ever really actually simply
    """
)
"""Words that carry grammar and no topic."""

POINTING = listed(
    """
    i me we us you he him she her it they them this that these those here there who whom which what one ones
    something anything nothing everything someone somebody anyone anybody everyone everybody none nobody thing
    things way lot kind sort other others so such same people person man woman
    """
)
"""Words that point to something and name nothing: no question can stand on them."""

MASS_MARKERS = listed(
    """
    illicit illegal deadly alleged suspected so-called potential actual real whole entire very new own certain
    dangerous lethal
    """
)
"""Adjectives that colour a thing without choosing among things of its kind."""

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", ""))
_VERB_ENDINGS = ("ing", "ed")


def content_words(text: str) -> tuple[str, ...]:
    """The folded words of `text` that carry a topic, in order."""
    return tuple(word for word in fold(text).split() if word not in GRAMMAR)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A folded word without plural and verb endings: "dams" and "dam", "agreed" and "agree" meet."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)] + instead
            break
    for ending in _VERB_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            word = word[:-1] if word[-1] == word[-2] and word[-1] not in "ls" else word
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


@lru_cache(maxsize=16_384)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the words in `text` that carry a topic, in order."""
    return tuple(stem(common_noun(word)) for word in content_words(text))


def tokens(text: str) -> tuple[str, ...]:
    """Every word and number of `text`, folded: what two quotations are laid side by side by."""
    return tuple(fold(word) for word in _WORD.findall(text.replace("’", "'").replace("'", "")))
