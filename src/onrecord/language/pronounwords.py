"""The pronouns, by whom they can stand for; `pronouns` and `coreference` tell whom one means."""

from onrecord.language.people import FEMALE, MALE

I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741 - the pronoun
YOU = frozenset({"you", "your", "yours"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
FIRST_PERSON = (I | WE) - {"mine"}
"""Those that stand for nothing else: a "mine" is more often where coal is dug."""
HE_OR_SHE = FEMALE | MALE
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
THIRD_SUBJECTS = frozenset({"he", "she", "it", "they", "who"})
"""Subjects that take up somebody or something named before."""
POSSESSIVES = frozenset({"my", "our", "its", "his", "her", "their", "your"})


def is_own(word: str) -> bool:
    """Whether a word as it is written means whoever speaks: "us", and not "US"."""
    return word != _COUNTRY and word.lower() in FIRST_PERSON


def is_we(word: str) -> bool:
    """Whether a word as it is written means several with whoever speaks: "us", and not "US"."""
    return word != _COUNTRY and word.lower() in WE


_COUNTRY = "US"
"""A country whose name differs from a pronoun in its capitals alone."""
