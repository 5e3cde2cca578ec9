"""The pronouns, by whom they can stand for; `pronouns` and `coreference` tell whom one means."""

from onrecord.language.people import FEMALE, MALE

I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741 - the pronoun
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
FIRST_PERSON = I | WE
HE_OR_SHE = FEMALE | MALE
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
THIRD_SUBJECTS = frozenset({"he", "she", "it", "they", "who"})
"""Subjects that take up somebody or something named before."""
POSSESSIVES = frozenset({"my", "our", "its", "his", "her", "their", "your"})
