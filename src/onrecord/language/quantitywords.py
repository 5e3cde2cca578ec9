"""Words of the grammar of quantities: modifiers, labels, changes, ends of a noun phrase."""

from onrecord.model.items import Modifier

BEFORE: dict[tuple[str, ...], Modifier] = {
    ("about",): "about", ("around",): "about", ("roughly",): "about", ("approximately",): "about",
    ("some",): "about", ("circa",): "about", ("approx",): "about", ("approx", "."): "about",
    ("an", "estimated"): "about", ("~",): "about", ("estimated",): "about", ("in", "the", "region", "of"): "about",
    ("or", "so"): "about", ("average", "of"): "about", ("averaged",): "about", ("averaging",): "about",
    ("averages",): "about", ("an", "average"): "about", ("on", "average"): "about", ("nearly",): "nearly",
    ("almost",): "nearly", ("close", "to"): "nearly", ("nearing",): "nearly", ("approaching",): "nearly",
    ("just", "under"): "nearly", ("just", "shy", "of"): "nearly", ("virtually",): "nearly",
    ("just", "short", "of"): "nearly", ("near",): "nearly", ("more", "than"): "more_than", ("over",): "more_than",
    ("above",): "more_than", ("upwards", "of"): "more_than", ("upward", "of"): "more_than",
    ("in", "excess", "of"): "more_than", ("well", "over"): "more_than", ("greater", "than"): "more_than",
    ("higher", "than"): "more_than", ("exceeding",): "more_than", (">",): "more_than", ("exceeded",): "more_than",
    ("exceeds",): "more_than", ("just", "over"): "more_than", ("north", "of"): "more_than",
    ("well", "above"): "more_than", ("beyond",): "more_than", ("topped",): "more_than",
    ("surpassed",): "more_than", ("better", "than"): "more_than", ("longer", "than"): "more_than",
    ("larger", "than"): "more_than", ("at", "least"): "at_least", ("no", "fewer", "than"): "at_least",
    ("no", "less", "than"): "at_least", ("not", "less", "than"): "at_least", ("a", "minimum", "of"): "at_least",
    ("minimum", "of"): "at_least", ("starting", "at"): "at_least", ("a", "low", "of"): "at_least",
    ("up", "to"): "at_most", ("as", "many", "as"): "at_most", ("as", "much", "as"): "at_most",
    ("at", "most"): "at_most", ("no", "more", "than"): "at_most", ("not", "more", "than"): "at_most",
    ("a", "maximum", "of"): "at_most", ("maximum", "of"): "at_most", ("as", "high", "as"): "at_most",
    ("a", "maximum"): "at_most", ("less", "than"): "less_than", ("fewer", "than"): "less_than",
    ("under",): "less_than", ("below",): "less_than", ("lower", "than"): "less_than",
    ("smaller", "than"): "less_than", ("short", "of"): "less_than", ("shorter", "than"): "less_than",
    ("<",): "less_than", ("well", "under"): "less_than", ("well", "below"): "less_than", ("within",): "at_most",
}  # fmt: skip
NEUTRAL_BEFORE = frozenset(
    {
        "exactly", "only", "just", "precisely", "another", "additional", "record", "total", "combined", "whopping",
        "staggering", "mere", "further", "extra", "full", "a", "the", "of",
    }
)  # fmt: skip
NEGATED_BEFORE = {"more_than": "at_most", "less_than": "at_least"}
AFTERWARDS: dict[tuple[str, ...], Modifier] = {
    ("or", "more"): "at_least", ("or", "so"): "about", ("or", "less"): "at_most", ("or", "fewer"): "at_most",
    ("or", "above"): "at_least", ("or", "over"): "at_least", ("or", "older"): "at_least", ("and", "up"): "at_least",
    ("+",): "at_least", ("plus",): "at_least", ("-", "plus"): "at_least", ("or", "higher"): "at_least",
    ("or", "below"): "at_most", ("or", "thereabouts"): "about", ("and", "over"): "at_least",
}  # fmt: skip

RISES = frozenset(
    {
        "up", "rose", "rise", "risen", "rising", "rises", "increase", "increased", "increasing", "increases", "jump",
        "jumped", "surge", "surged", "grew", "grow", "growing", "grown", "growth", "climbed", "climb", "soared",
        "gained", "gain", "advanced", "spiked", "spike", "hike", "hiked", "raised", "raise", "more", "higher",
        "greater", "expanded", "swelled", "leaped", "rebounded", "boosted", "added", "bigger", "larger", "rallied",
        "appreciated", "accelerated", "uptick",
    }
)  # fmt: skip
FALLS = frozenset(
    {
        "down", "fell", "fall", "fallen", "falling", "falls", "decrease", "decreased", "decreasing", "decline",
        "declined", "drop", "dropped", "dropping", "cut", "cuts", "slashed", "plunged", "plummeted", "plummeting",
        "reduced", "reduce", "reduction", "lower", "less", "fewer", "lost", "slid", "slipped", "shrank", "shrunk",
        "tumbled", "sank", "dipped", "contracted", "slumped", "lowered", "smaller", "shed", "halved", "off",
        "cheaper", "depreciated", "slowed",
    }
)  # fmt: skip
RATE_NOUNS = frozenset(
    {
        "rate", "tax", "tariff", "tariffs", "interest", "inflation", "unemployment", "yield", "duty", "levy", "vat",
        "margin", "apr", "turnout", "taxes", "royalty",
    }
)  # fmt: skip

LABELS = frozenset(
    {
        "no", "number", "section", "row", "chapter", "page", "pages", "article", "title", "route", "highway", "room",
        "interstate", "flight", "channel", "episode", "season", "level", "phase", "tier", "part", "step", "version",
        "grade", "type", "class", "resolution", "proposition", "prop", "district", "precinct", "ward", "verse",
        "table", "figure", "game", "round", "division", "unit", "building", "amendment", "item", "point", "question",
        "exhibit", "count", "case", "group", "line", "gate", "terminal", "track", "volume", "vol", "issue", "act",
        "rule", "stage", "platform", "model", "lot", "suite", "apartment", "apt", "box", "zone", "area", "engine",
        "pier", "dr", "st", "ave", "avenue", "street", "day", "hr", "sb", "hb", "seed", "week", "lap", "set", "heat",
        "psalm",
    }
)  # fmt: skip
"""Words that a number after them names rather than counts."""

STOPS = frozenset(
    {
        "of", "in", "on", "at", "by", "for", "from", "to", "with", "and", "or", "but", "than", "as", "that", "which",
        "who", "whom", "whose", "when", "where", "while", "if", "because", "since", "until", "after", "before",
        "during", "over", "under", "between", "among", "against", "through", "into", "onto", "about", "around",
        "across", "per", "a", "an", "the", "this", "these", "those", "each", "every", "is", "are", "was", "were",
        "be", "been", "being", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
        "should", "shall", "do", "does", "did", "it", "its", "they", "their", "them", "we", "our", "us", "you",
        "your", "he", "his", "him", "she", "her", "i", "my", "not", "so", "then", "there", "here", "also", "just",
        "only", "ago", "later", "earlier", "said", "says", "out", "up", "down", "off", "away", "back", "again", "now",
        "today", "yesterday", "via", "including", "without", "within", "vs", "versus", "despite", "amid", "upon",
        "toward", "towards", "near", "behind", "beyond", "above", "below", "what", "how", "why", "all", "both", "yet",
        "nor", "plus", "apart", "too", "already", "still", "even", "such",
    }
)  # fmt: skip
"""Words that end the noun phrase after a number."""
NOT_PLURAL = frozenset(
    {
        "was", "is", "has", "does", "this", "its", "his", "us", "as", "thus", "yes", "across", "always", "perhaps",
        "besides", "news", "less", "gas", "bus", "previous", "various", "serious", "famous", "plus", "minus",
        "status", "campus", "virus", "basis", "crisis", "analysis", "congress", "business", "process", "access",
        "success", "class", "mass", "religious", "obvious", "illegals", "overseas", "sometimes", "towards",
        "afterwards", "says", "goes", "gets", "comes", "makes", "takes", "dangerous", "years", "joyous",
        "consecutive", "continuous", "precious", "generous", "numerous", "nervous", "versus", "press", "cross",
        "loss", "miss", "pass", "boss", "glass", "grass", "dress", "express",
    }
)  # fmt: skip
PLURAL_NOUNS = frozenset(
    {
        "people", "men", "women", "children", "feet", "teeth", "mice", "geese", "police", "troops", "personnel",
        "cattle", "sheep", "deer", "fish", "aircraft", "staff", "congressmen", "policemen", "servicemen", "firemen",
        "gunmen", "fishermen", "businessmen", "spokesmen", "crew", "dead", "wounded", "injured", "species", "series",
        "spacecraft", "grand", "media", "data", "criteria", "businesses", "classes", "losses", "viruses", "bosses",
        "passes", "crises", "years",
    }
)  # fmt: skip
WEAK_ONE = frozenset(
    {
        "of", "another", "day", "thing", "way", "side", "hand", "reason", "time", "point", "'", "who", "that",
        "would", "can", "could", "should", "might", "must", "has", "is", "was", "will", "in", "on", "at", "or", "and",
        "by", "more", "such", "step", "for", "to",
    }
)  # fmt: skip
EMPTY_OF = frozenset(
    {
        "doubt", "tolerance", "chance", "evidence", "sense", "interest", "intention", "reason", "proof", "hour",
        "sum", "respect", "credibility", "point", "risk",
    }
)  # fmt: skip
"""What "zero" before it denies rather than counts."""
PLURAL_ENDS = {
    "people": "people", "men": "man", "women": "woman", "children": "child", "feet": "foot", "lives": "life",
    "wives": "wife", "knives": "knife", "leaves": "leaf", "halves": "half", "thieves": "thief", "mice": "mouse",
    "teeth": "tooth", "criteria": "criterion", "crises": "crisis", "analyses": "analysis", "movies": "movie",
    "series": "series", "species": "species", "calories": "calorie", "cookies": "cookie", "zombies": "zombie",
    "buses": "bus", "viruses": "virus", "campuses": "campus", "policemen": "policeman", "gunmen": "gunman",
    "businessmen": "businessman", "servicemen": "serviceman", "congressmen": "congressman", "data": "data",
    "headquarters": "headquarters", "horses": "horse", "houses": "house", "nurses": "nurse", "cases": "case",
    "bases": "base", "phases": "phase", "databases": "database", "purchases": "purchase", "causes": "cause",
    "warehouses": "warehouse", "licenses": "license", "offenses": "offense", "responses": "response",
    "courses": "course", "clauses": "clause", "diseases": "disease", "releases": "release",
    "increases": "increase", "uses": "use", "clothes": "clothes", "shoes": "shoe", "heroes": "hero", "axes": "axe",
    "caches": "cache", "headaches": "headache",
}  # fmt: skip

UNCHANGED = frozenset(
    {
        "people", "police", "personnel", "staff", "cattle", "aircraft", "sheep", "fish", "livestock", "deer", "dead",
        "wounded", "injured", "missing", "homeless", "unemployed", "sick",
    }
)  # fmt: skip
"""Counted nouns that are the same for many."""
SEVERAL = {
    "child": "children", "person": "people", "foot": "feet", "inch": "inches", "life": "lives", "wife": "wives",
    "knife": "knives", "tooth": "teeth", "mouse": "mice",
}  # fmt: skip
"""Plurals that no ending tells."""


def singular(noun: str) -> str:
    """The singular of a counted noun, lower case."""
    word = noun.lower()
    if word in PLURAL_ENDS:
        return PLURAL_ENDS[word]
    if word.endswith("men") and len(word) > 5 and word not in {"specimen", "regimen", "acumen", "abdomen"}:
        return word[:-2] + "an"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def plural_of(noun: str) -> str:
    """A counted noun for more than one: "agency" gives "agencies"; nouns that are plural already stay."""
    if noun in UNCHANGED or (noun.endswith("s") and not noun.endswith("ss")):
        return noun
    if noun in SEVERAL:
        return SEVERAL[noun]
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in PLURAL_NOUNS:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "ous", "'s")) and word not in NOT_PLURAL
