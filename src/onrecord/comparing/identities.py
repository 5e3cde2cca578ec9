"""Which names over several documents are one person: by the shape of names, never by a score alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from onrecord.comparing.words import listed
from onrecord.model.identity import fold

PARTICLES = listed("al bin bint da de del der di do dos du e el ibn la las le los van von y zu")
"""Small words inside names that papers keep or drop at will."""

GENERATIONS = listed("jr sr ii iii iv")
"""Words that set a son apart from a father of the same name."""

NICKNAMES = {
    "bill": "william", "billy": "william", "bob": "robert", "bobby": "robert", "rob": "robert", "joe": "joseph",
    "mike": "michael", "tom": "thomas", "jim": "james", "jimmy": "james", "dave": "david", "dan": "daniel",
    "ken": "kenneth", "ron": "ronald", "don": "donald", "andy": "andrew", "tony": "anthony", "liz": "elizabeth",
    "sue": "susan", "jeff": "jeffrey", "greg": "gregory", "pete": "peter", "nick": "nicholas", "larry": "lawrence",
    "matt": "matthew", "fred": "frederick", "ben": "benjamin", "tim": "timothy", "dick": "richard", "pepe": "jose",
    "toby": "tobias", "josh": "joshua", "gabe": "gabriel", "jake": "jacob", "rick": "richard", "rich": "richard",
    "chuck": "charles", "phil": "philip", "becky": "rebecca", "debbie": "deborah", "abby": "abigail",
    "peggy": "margaret", "maggie": "margaret", "vicky": "victoria", "susie": "susan", "meg": "margaret",
    "javi": "javier", "rafa": "rafael", "manolo": "manuel", "pancho": "francisco", "quique": "enrique",
    "nando": "fernando", "lola": "dolores", "charo": "rosario", "fede": "federico",
    "paco": "francisco", "lupe": "guadalupe", "nacho": "ignacio", "memo": "guillermo", "lalo": "eduardo",
}  # fmt: skip
"""Short forms of a forename that stand for one alone; "Chris", "Ted" or "Steve" could be two."""

Key = tuple[str, ...]


def clusters(names: Iterable[str]) -> dict[str, str]:
    """Map each name to the fullest name of the same person among `names`.

    Two names are one person's when they are equal but for case, accents, particles, a nickname and a middle
    initial, or when the shorter is the longer one's given name and first surnames ("Ana Ruiz" for
    "Ana Ruiz Soler"), or its last two or more words ("Ruiz Soler"). A short name that fits two
    people who cannot be one stays apart from both, and so does a single word: the same surname is
    never taken for the same person. The result depends on the set of names alone.
    """
    spelt = sorted({name for name in names if name.strip()})
    by_key: dict[Key, list[str]] = defaultdict(list)
    for name in spelt:
        by_key[name_key(name)].append(name)
    keys = sorted(by_key)
    longer = {key: _fuller(key, index) for index in (_by_ends(keys),) for key in keys}
    head: dict[Key, Key] = {}
    for key in sorted(keys, key=lambda k: (-len(k), k)):
        head[key] = _head(key, longer[key], longer, head)
    shown = {key: min(by_key[key], key=lambda n: (-len(n), n)) for key in keys}
    return {name: shown[head[key]] for key in keys for name in by_key[key]}


def name_key(name: str) -> Key:
    """A name's words for comparing: folded, "Soler, Ana" turned round, without particles and inner initials."""
    last, comma, first = name.partition(",")
    turned = comma and first.strip() and fold(first).split()[-1] not in GENERATIONS and "," not in first
    words = [word for word in fold(f"{first} {last}" if turned else name).split() if word not in PARTICLES]
    if len(words) > 1:
        words[0] = NICKNAMES.get(words[0], words[0])
    inner = [word for word in words[1:-1] if len(word) > 1]
    return tuple(words if len(words) < 3 else [words[0], *inner, words[-1]])


def is_short_for(short: Key, full: Key) -> bool:
    """Whether `short` can be a way to write `full`: given name with first surnames, or all surnames."""
    if len(short) < 2 or len(short) >= len(full) or (GENERATIONS & {*short, *full}):
        return False
    if short == full[-len(short) :]:
        return True
    return short[0] == full[0] and _in_sequence(short[1:], full[1:]) and short[-1] in full[-2:]


def _head(key: Key, fuller: list[Key], longer: Mapping[Key, list[Key]], head: Mapping[Key, Key]) -> Key:
    people = {head[other] for other in fuller}
    if len(people) != 1:
        return key  # nobody fuller, or several people whom it could mean
    (person,) = people
    return person if all(other == person or person in longer[other] for other in fuller) else key


def _by_ends(keys: Iterable[Key]) -> Mapping[str, list[Key]]:
    index: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        if len(key) > 2:
            for word in {key[0], *key[-2:]}:
                index[word].append(key)
    return index


def _fuller(key: Key, index: Mapping[str, list[Key]]) -> list[Key]:
    if len(key) < 2:
        return []
    near = {*index.get(key[0], ()), *index.get(key[-1], ())}
    return sorted(full for full in near if is_short_for(key, full))


def _in_sequence(part: Key, whole: Key) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)
