"""Forms of verbs that a reworded claim needs: participles, and what follows one subject."""

FINITE = {"do": "does", "have": "has", "are": "is", "am": "is", "'ve": " has", "’ve": " has", "'re": " is",
           "’re": " is", "'m": " is", "’m": " is", "were": "was"}  # fmt: skip
"""Finite forms after "we" or "I" with those after a name."""
PASTS = frozenset(
    {"rang", "sang", "sank", "swam", "began", "ran", "came", "gave", "took", "saw", "went", "got", "said", "told",
     "left", "felt", "kept", "held", "put", "read", "knew", "wrote", "spoke", "sold", "bought", "found", "made",
     "paid", "met", "sent", "lost", "won", "heard", "thought", "brought", "stood", "fell", "drove", "broke", "chose"}
)  # fmt: skip
"""Pasts that the tagger takes for a present now and then, and that fit any subject."""
_IRREGULAR = {
    "build": "built", "buy": "bought", "sell": "sold", "steal": "stolen", "fight": "fought", "teach": "taught",
    "lead": "led", "win": "won", "lose": "lost", "hide": "hidden", "spend": "spent", "withdraw": "withdrawn",
    "cut": "cut", "see": "seen", "know": "known", "grow": "grown", "find": "found", "leave": "left", "shoot": "shot",
    "hold": "held", "pay": "paid", "deny": "denied", "rebuild": "rebuilt", "begin": "begun", "meet": "met",
    "traffic": "trafficked", "ban": "banned", "rig": "rigged", "supply": "supplied", "rob": "robbed", "rape": "raped",
    "spy": "spied", "bribe": "bribed", "deploy": "deployed", "destroy": "destroyed", "ship": "shipped",
    "transit": "transited", "import": "imported", "export": "exported", "kill": "killed", "employ": "employed",
    "arm": "armed", "admit": "admitted", "enter": "entered", "control": "controlled", "commit": "committed",
    "emit": "emitted", "have": "had", "do": "done", "be": "been", "make": "made", "send": "sent", "take": "taken",
    "give": "given", "come": "come", "go": "gone", "say": "said", "tell": "told", "get": "got", "keep": "kept",
    "run": "run", "put": "put", "set": "set", "break": "broken", "speak": "spoken", "write": "written",
    "drive": "driven", "bring": "brought", "catch": "caught", "draw": "drawn", "eat": "eaten", "fall": "fallen",
    "fly": "flown", "forget": "forgotten", "rise": "risen", "shut": "shut", "stand": "stood", "strike": "struck",
    "throw": "thrown", "wear": "worn", "hurt": "hurt", "let": "let", "lend": "lent", "mislead": "misled",
    "overturn": "overturned", "stop": "stopped", "drop": "dropped", "plan": "planned", "stop_work": "stopped",
    "kidnap": "kidnapped",
}  # fmt: skip


def participle(name: str) -> str:
    """The past participle of a predicate class's name: "produce", produced; "build", built."""
    first, _, rest = name.replace("_", " ").partition(" ")
    if first in _IRREGULAR:
        done = _IRREGULAR[first]
    elif first.endswith("e"):
        done = first + "d"
    elif first.endswith("y") and first[-2:-1] not in "aeou":
        done = first[:-1] + "ied"
    else:
        done = first + "ed"
    return f"{done} {rest}".strip()


def third_person(verb: str) -> str:
    """The form of a verb after "it": "make", makes; "deny", denies."""
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"
