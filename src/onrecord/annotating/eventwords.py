"""Sorts of events with the verbs and nouns that tell of them."""

EVENTS: dict[str, tuple[str, str]] = {
    "meeting": (
        "meet convene confer gather huddle host welcome",
        "meeting summit talks dialogue gathering conference session convention forum hearing roundtable "
        "negotiation assembly discussion rally debate town_hall",
    ),
    "call": (
        "phone telephone",
        "call teleconference videoconference",
    ),
    "press_conference": (
        "",
        "press_conference news_conference briefing news_briefing press_call press_briefing",
    ),
    "visit": (
        "visit tour travel arrive fly",
        "visit trip tour",
    ),
    "arrest": (
        "arrest detain apprehend capture jail imprison",
        "arrest detention capture apprehension",
    ),
    "charge": (
        "charge indict accuse prosecute arraign",
        "indictment charge prosecution arraignment",
    ),
    "conviction": (
        "convict sentence acquit plead",
        "conviction sentence sentencing acquittal verdict plea",
    ),
    "seizure": (
        "seize confiscate intercept impound",
        "seizure interception confiscation",
    ),
    "extradition": (
        "extradite deport expel repatriate",
        "extradition deportation expulsion",
    ),
    "death": (
        "die kill murder assassinate execute slay drown perish",
        "death killing murder assassination execution funeral",
    ),
    "attack": (
        "attack bomb shoot strike raid ambush shell invade storm stab assault explode hijack",
        "attack bombing shooting strike airstrike raid ambush invasion explosion massacre assault clash riot blast",
    ),
    "protest": (
        "protest demonstrate march riot",
        "protest demonstration march uprising",
    ),
    "vote": (
        "vote elect ratify re-elect reelect approve veto pass",
        "vote election referendum primary caucus ballot veto ratification runoff",
    ),
    "ruling": (
        "rule overturn uphold strike_down dismiss",
        "ruling verdict judgment injunction",
    ),
    "announcement": (
        "announce unveil launch release publish declare disclose reveal",
        "announcement launch publication declaration release",
    ),
    "signing": (
        "sign ink",
        "signing treaty accord armistice truce ceasefire",
    ),
    "sanction": (
        "sanction blacklist ban embargo",
        "sanction embargo",
    ),
    "appointment": (
        "appoint nominate name inaugurate swear",
        "appointment nomination inauguration",
    ),
    "resignation": (
        "resign quit fire oust dismiss impeach retire",
        "resignation ouster dismissal impeachment",
    ),
    "founding": (
        "found establish create form",
        "founding establishment creation",
    ),
    "lawsuit": (
        "sue",
        "lawsuit complaint suit",
    ),
    "accident": (
        "crash collide capsize derail collapse",
        "crash collision accident derailment collapse",
    ),
    "disaster": (
        "",
        "earthquake hurricane flood storm wildfire outbreak tornado typhoon",
    ),
    "test": (
        "test-fire detonate",
        "missile_test nuclear_test",
    ),
    "speech": (
        "testify",
        "speech address testimony keynote remarks",
    ),
    "return": (
        "return",
        "",
    ),
    "escape": (
        "escape flee",
        "escape",
    ),
    "closure": (
        "close shut",
        "closure shutdown",
    ),
    "withdrawal": (
        "withdraw",
        "withdrawal pullout",
    ),
    "agreement": (
        "",
        "agreement deal pact",
    ),
}
"""Sorts with their verbs and nouns, a low line for a space."""

VERBS = {verb: kind for kind, (verbs, _) in reversed(EVENTS.items()) for verb in verbs.split()}
NOUNS = {noun.replace("_", " "): kind for kind, (_, nouns) in reversed(EVENTS.items()) for noun in nouns.split()}
TWO_WORDS = frozenset(noun for noun in NOUNS if " " in noun)

LOOSE = frozenset(
    {
        "pass", "name", "form", "create", "return", "close", "shut", "strike", "release", "rule", "phone",
        "test-fire", "establish", "found", "accuse", "fire", "dismiss", "approve", "march", "storm", "travel", "fly",
        "arrive", "tour", "collapse", "ban", "reveal", "declare", "discussion", "call", "charge", "address",
        "sentence", "plead", "agreement", "deal", "complaint", "suit", "primary", "convention", "session", "death",
        "killing", "remarks", "debate", "sanction", "conference", "creation", "ballot", "launch", "publish",
        "announce", "disclose", "quit", "retire", "kill", "die", "flood", "negotiation", "forum", "host", "welcome",
        "raid", "assembly", "clash", "vote", "gather", "protest", "attack",
    }
)  # fmt: skip
"""Words with other common senses: they need a time or a named participant in their clause."""
DATED = frozenset({"accuse", "invasion", "accusation", "case"})
"""Words that name a topic more often than an event: they need a day."""
BODIES = frozenset({"conference", "assembly", "council", "convention", "forum", "session", "congress"})
"""Nouns that with "of" and a name are bodies: "the Conference of Bishops"."""
TOPICS = frozenset({"case", "matter", "file", "issue", "question", "chapter", "gap", "door", "eye", "deal", "book"})
"""What is "closed" or "dropped" without a closure."""
FILED = frozenset(
    {
        "file", "bring", "unseal", "drop", "hold", "announce", "host", "attend", "order", "issue", "win", "launch",
        "carry", "make",
    }
)  # fmt: skip
"""Verbs that make an event of the noun they take: "charges were filed", "held talks"."""
MEETING_OBJECTS = frozenset(
    {
        "goal", "need", "requirement", "demand", "standard", "target", "deadline", "challenge", "criterion",
        "threshold", "expectation", "obligation", "fate", "end", "eye", "test", "condition", "quota",
    }
)  # fmt: skip
"""What is "met" without a meeting."""
GENERIC_PARTICIPANTS = frozenset({"place", "substance", "law", "event", "other"})
