"""Verbs whose clauses make relations, the prepositions through which some reach their object, and empty nouns."""

ACTIONS = frozenset(
    {
        "supply", "ship", "produce", "manufacture", "make", "traffic", "smuggle", "fund", "finance", "lead", "head",
        "run", "employ", "hire", "charge", "indict", "sanction", "extradite", "meet", "accuse", "blame", "criticize",
        "criticise", "condemn", "denounce", "arrest", "detain", "capture", "seize", "kill", "attack", "bomb",
        "strike", "invade", "shoot", "convict", "sentence", "sue", "investigate", "prosecute", "endorse", "support",
        "back", "oppose", "block", "ban", "approve", "reject", "sign", "veto", "appoint", "nominate", "elect",
        "defeat", "beat", "visit", "host", "join", "invite", "thank", "praise", "urge", "ask", "press", "push",
        "warn", "threaten", "help", "assist", "advise", "train", "arm", "equip", "buy", "purchase", "sell", "export",
        "import", "acquire", "own", "control", "operate", "found", "establish", "create", "build", "construct",
        "launch", "announce", "release", "deport", "expel", "transfer", "send", "deliver", "provide", "donate", "pay",
        "lend", "owe", "bribe", "recruit", "represent", "replace", "succeed", "fire", "dismiss", "oust", "impeach",
        "defend", "protect", "guard", "target", "monitor", "track", "raid", "search", "cut", "suspend", "cancel",
        "withdraw", "deploy", "order", "authorize", "authorise", "waive", "regulate", "tax", "subsidize", "harbor",
        "shelter", "shield", "cultivate", "grow", "process", "distribute", "transport", "intercept", "confiscate",
        "destroy", "dismantle", "close", "open", "marry", "interview", "contradict", "deny", "dispute", "challenge",
        "sponsor", "organize", "organise", "chair", "coordinate", "negotiate", "mediate", "discuss", "share",
        "publish", "poison", "injure", "wound", "rescue", "free", "imprison", "execute", "torture", "pardon", "clear",
        "exonerate", "fine", "penalize", "boycott", "recognize", "recognise", "consult", "brief", "coach", "teach",
        "serve", "lobby", "hack", "leak", "steal", "rob", "defraud", "launder", "cooperate", "agree", "collaborate",
        "talk", "speak", "fight", "work", "ally", "side", "trade", "compete", "communicate", "consume", "use",
        "develop", "govern", "rule",
    }
)  # fmt: skip
PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "meet": ("with",), "agree": ("with",), "cooperate": ("with",), "collaborate": ("with",),
    "talk": ("with", "to"), "speak": ("with", "to"), "negotiate": ("with",), "fight": ("with", "against"),
    "work": ("with", "for"), "ally": ("with",), "side": ("with",), "trade": ("with",),
    "compete": ("with", "against"), "communicate": ("with",), "ship": ("to",), "vote": ("for", "against"),
    "campaign": ("for", "against"), "collude": ("with",), "conspire": ("with",), "serve": ("under", "in"),
    "belong": ("to",), "call": ("for",), "invest": ("in",), "rely": ("on",), "depend": ("on",),
    "consult": ("with",), "join": ("with",), "testify": ("against",), "withdraw": ("from",), "discuss": ("with",),
    "accede": ("to",), "defect": ("to",), "retaliate": ("against",),
}  # fmt: skip
EMPTY = frozenset(
    {
        "thing", "way", "lot", "time", "something", "anything", "nothing", "everything", "someone", "anyone",
        "everyone", "one", "people", "person", "man", "woman", "kind", "sort", "point", "case", "fact", "part",
        "number", "bit", "place", "day", "year", "month", "week", "moment", "question", "answer", "example", "reason",
        "sense", "use", "decision", "effort", "step", "role", "job", "guy", "folk", "lives", "life", "difference",
        "mistake", "progress", "care", "advantage", "stuff", "hand", "side", "end", "chance", "idea", "mind", "eye",
        "head", "word", "attention", "account", "action", "claim", "statement", "comment", "remark", "call", "trip",
        "visit", "appearance", "announcement", "speech", "argument", "dividend", "insight", "text", "that", "look",
        "course", "money", "showing", "gain", "headway", "inroad", "pitch", "bid", "splash", "appeal",
        "plea", "allegation", "joke", "reference", "debut", "noise", "sacrifice", "tribute", "status",
        "turn", "line", "position", "view", "feeling", "impact", "deal", "notion", "attempt", "message", "secret",
        "mouth", "heart", "arm", "face", "finger", "eyebrow", "voice", "tongue", "shoulder", "stop", "information",
        "sign", "signal", "promise", "pledge", "response", "reply", "apology", "excuse", "rumour", "rumor",
    }
)  # fmt: skip
"""Nouns too bare to stand as an end of a relation."""

OWN = frozenset(
    {
        "send",
        "urge",
        "ask",
        "press",
        "push",
        "target",
        "deport",
        "expel",
        "repatriate",
        "discuss",
        "share",
        "search",
        "coordinate",
    }
)
"""Verbs that stay themselves: the class that the lexicon gives them says more or else than they do."""
SPOKEN = frozenset(
    {
        "say", "inform", "have", "think", "know", "own", "believe", "want", "see", "feel", "participate", "mean",
        "be", "expect", "hope", "claim", "assert", "state", "answer", "hear", "need", "decrease", "increase", "begin",
        "end",
    }
)  # fmt: skip
"""Predicates of speech, thought and having: statements and claims hold those."""
INTRANSITIVE = frozenset(
    {"compete", "cooperate", "collaborate", "belong", "rely", "depend", "collude", "conspire", "testify", "retaliate"}
)
"""Verbs that reach nobody but through a preposition: what stands behind them otherwise is another clause's."""
SWAPPED = frozenset({"trade", "take", "hold", "gain", "keep", "lose", "exchange", "have"})
"""What is done with a lead, by who is in front."""
FEES = frozenset({"fee", "price", "rent", "fare", "toll", "interest", "premium", "tuition", "rate", "battery"})
"""What is charged without a charge against anybody."""
TO_PEOPLE = frozenset(
    {"deport", "expel", "repatriate", "kill", "arrest", "detain", "shoot", "help", "rescue", "poison", "employ",
     "smuggle", "attack", "injure", "wound", "hire", "recruit", "train", "free", "evacuate", "shelter"}
)  # fmt: skip
"""What is done to people, whatever their country."""
LED = frozenset({"lead", "host", "hold", "chair", "attend", "sign", "organize", "organise", "convene"})
"""What is done to a meeting, not to the place that it is in."""
PARTICULAR = frozenset(
    {"strike", "fire", "take", "put", "get", "make", "turn", "give", "bring", "call", "break", "cut", "set", "pull",
     "hold", "shoot", "run", "drive", "blow", "kick", "throw", "back", "pass", "work", "send", "lead", "play", "lay"}
)  # fmt: skip
"""Verbs that a particle gives another sense."""
UNREAL = frozenset(
    {"oppose", "avoid", "consider", "propose", "suggest", "reject", "resist", "favor", "favour", "support", "discuss",
     "contemplate", "recommend", "risk", "prevent", "ban", "threaten", "advocate", "want", "imagine", "stop", "refuse",
     "urge", "demand", "ask", "think", "dream", "shutdown", "let", "move", "talk"}
)  # fmt: skip
"""Verbs whose infinitive or "-ing" is not done: "opposes taxing", "talked about taxing" is not "taxes"."""
AHEAD = frozenset({"lead", "beat", "edge", "trail", "top", "best", "tie", "follow"})
"""What one candidate does to another in a poll, which is nothing done."""
OF_POLLS = frozenset({"poll", "polls", "polling", "survey", "surveys", "percent", "percentage", "match-up", "matchup"})
RACES = frozenset({"race", "field", "pack", "poll", "polls", "count", "standings", "way", "league", "table"})
"""What somebody "leads" by being ahead."""
STANDING = frozenset({"represent", "reflect", "mark", "symbolize", "symbolise", "constitute", "embody"})
"""Verbs that say what a thing amounts to, unless a person or body does it."""
