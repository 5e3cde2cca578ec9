"""Verb forms and number, for wording questions and reasons: a small table for what English does not do by rule."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from onrecord.comparing.words import listed

_IRREGULAR = {
    "arise": ("arose", "arisen"), "be": ("was", "been"), "bear": ("bore", "borne"), "beat": ("beat", "beaten"),
    "become": ("became", "become"), "begin": ("began", "begun"), "bind": ("bound", "bound"),
    "break": ("broke", "broken"), "bring": ("brought", "brought"), "build": ("built", "built"),
    "burst": ("burst", "burst"), "buy": ("bought", "bought"), "catch": ("caught", "caught"),
    "choose": ("chose", "chosen"), "come": ("came", "come"), "cost": ("cost", "cost"), "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"), "do": ("did", "done"), "draw": ("drew", "drawn"), "drink": ("drank", "drunk"),
    "drive": ("drove", "driven"), "eat": ("ate", "eaten"), "fall": ("fell", "fallen"), "feed": ("fed", "fed"),
    "feel": ("felt", "felt"), "fight": ("fought", "fought"), "find": ("found", "found"), "fly": ("flew", "flown"),
    "forbid": ("forbade", "forbidden"), "forget": ("forgot", "forgotten"), "freeze": ("froze", "frozen"),
    "get": ("got", "got"), "give": ("gave", "given"), "go": ("went", "gone"), "grow": ("grew", "grown"),
    "have": ("had", "had"), "hear": ("heard", "heard"), "hide": ("hid", "hidden"), "hit": ("hit", "hit"),
    "hold": ("held", "held"), "hurt": ("hurt", "hurt"), "keep": ("kept", "kept"), "know": ("knew", "known"),
    "lay": ("laid", "laid"), "lead": ("led", "led"), "leave": ("left", "left"), "lend": ("lent", "lent"),
    "let": ("let", "let"), "lie": ("lied", "lied"), "lose": ("lost", "lost"), "make": ("made", "made"),
    "mean": ("meant", "meant"), "meet": ("met", "met"), "mislead": ("misled", "misled"),
    "overcome": ("overcame", "overcome"), "oversee": ("oversaw", "overseen"), "overthrow": ("overthrew", "overthrown"),
    "pay": ("paid", "paid"), "put": ("put", "put"), "quit": ("quit", "quit"), "read": ("read", "read"),
    "rebuild": ("rebuilt", "rebuilt"), "rise": ("rose", "risen"), "run": ("ran", "run"), "say": ("said", "said"),
    "see": ("saw", "seen"), "seek": ("sought", "sought"), "sell": ("sold", "sold"), "send": ("sent", "sent"),
    "set": ("set", "set"), "shake": ("shook", "shaken"), "shoot": ("shot", "shot"), "show": ("showed", "shown"),
    "shrink": ("shrank", "shrunk"), "shut": ("shut", "shut"), "sink": ("sank", "sunk"), "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"), "split": ("split", "split"), "spread": ("spread", "spread"),
    "stand": ("stood", "stood"), "steal": ("stole", "stolen"), "strike": ("struck", "struck"),
    "take": ("took", "taken"), "teach": ("taught", "taught"), "tell": ("told", "told"), "think": ("thought", "thought"),
    "throw": ("threw", "thrown"), "undergo": ("underwent", "undergone"), "understand": ("understood", "understood"),
    "wear": ("wore", "worn"), "win": ("won", "won"), "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
}  # fmt: skip
"""Past tense and past participle."""

_DOUBLING = listed(
    """
    abet admit ban bar beg commit compel control defer deter drop equip expel grab incur kidnap occur omit permit
    plan plot prefer program propel rebel refer regret repel rig rob scan scrap skip slip stop strip submit swap top
    transfer transmit trap traffic
    """
)
_VOWELS = "aeiou"
_SINGULAR_IN_S = listed("news economics politics physics mathematics series species means measles")
_PLURALS = listed("people police men women children officials troops data media cattle personnel")
_WITH_ARTICLE = frozenset(
    """united states|united kingdom|united nations|united arab emirates|european union|netherlands|philippines|
    czech republic|dominican republic|central african republic|bahamas|gambia|maldives|vatican|kremlin|white house|
    pentagon|world bank|solomon islands|marshall islands|democratic republic of the congo|congo""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)


@lru_cache(maxsize=4096)
def participle(verb: str) -> str:
    """The past participle: "produce" gives "produced", "set up" gives "set up"."""
    return _of_first(verb, lambda word: _IRREGULAR[word][1] if word in _IRREGULAR else _with_ed(word))


@lru_cache(maxsize=4096)
def past(verb: str) -> str:
    """The past tense."""
    return _of_first(verb, lambda word: _IRREGULAR[word][0] if word in _IRREGULAR else _with_ed(word))


@lru_cache(maxsize=4096)
def third_person(verb: str) -> str:
    """The present tense with a singular subject."""
    return _of_first(verb, _with_s)


@lru_cache(maxsize=4096)
def tenses(verbs: tuple[str, ...]) -> Mapping[str, str]:
    """The single words that are forms of these verbs, each with "past" or "present"; forms that may be both are out."""
    told: dict[str, set[str]] = {}
    for verb in verbs:
        first = verb.replace("_", " ").split(" ")[0]
        for form, tense in ((first, "present"), (third_person(first), "present"), (past(first), "past"),
                            (participle(first), "past")):  # fmt: skip
            told.setdefault(form, set()).add(tense)
    return {form: next(iter(found)) for form, found in told.items() if len(found) == 1}


def is_plural(phrase: str) -> bool:
    """Whether a subject takes "are", judged by its head word; a name counts as singular."""
    words = re.split(r" (?:of|in|for|from|on|at|near|along|under|with|between) ", phrase, maxsplit=1)[0].split()
    if not words:
        return False
    if " and " in phrase:
        return True
    last = words[-1]
    if last.casefold() in _PLURALS:
        return True
    if last[:1].isupper() or last.casefold() in _SINGULAR_IN_S:
        return False
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


def with_article(name: str) -> str:
    """A name as it stands in a sentence: "the United States", "Mexico"."""
    return f"the {name}" if name.casefold() in _WITH_ARTICLE else name


def _of_first(verb: str, form: Callable[[str], str]) -> str:
    first, *rest = verb.replace("_", " ").split(" ")
    return " ".join([form(first), *rest])


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    if word.endswith("c"):
        return word + "ked"
    return word + (word[-1] if _doubles(word) else "") + "ed"


def _with_s(word: str) -> str:
    if word in {"be", "have"}:
        return {"be": "is", "have": "has"}[word]
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _doubles(word: str) -> bool:
    short = len(word) <= 4 and word[-1:] not in {*_VOWELS, "w", "x", "y"} and word[-2:-1] in _VOWELS
    return word in _DOUBLING or (short and word[-3:-2] not in _VOWELS and len(word) == 3)
