"""Words of undertakings: verbs that make them, frames that announce them, and what looks like one and is none."""

from onrecord.model.items import CommitmentKind

TRIGGERS: dict[str, CommitmentKind] = {
    "promise": "pledge", "pledge": "pledge", "vow": "pledge", "swear": "pledge", "commit": "pledge",
    "undertake": "pledge", "guarantee": "pledge", "recommit": "pledge", "volunteer": "pledge",
    "agree": "agreement",
    "plan": "plan", "intend": "plan", "aim": "plan", "decide": "plan", "prepare": "plan", "announce": "plan",
    "schedule": "plan", "seek": "plan", "propose": "call_for", "arrange": "plan", "resolve": "plan", "threaten": "plan",
    "order": "order", "direct": "order", "instruct": "order", "command": "order", "mandate": "order",
    "urge": "call_for", "call": "call_for", "demand": "call_for", "implore": "call_for", "beg": "call_for",
    "appeal": "call_for", "press": "call_for", "push": "call_for", "encourage": "call_for", "exhort": "call_for",
    "recommend": "call_for", "advise": "call_for", "ask": "call_for", "request": "call_for", "lobby": "call_for",
    "advocate": "call_for", "petition": "call_for",
}  # fmt: skip
"""Verbs by the kind of undertaking they make with the clause or noun they take."""
NOUN_TRIGGERS: dict[str, CommitmentKind] = {
    "promise": "pledge", "pledge": "pledge", "vow": "pledge", "commitment": "pledge", "plan": "plan",
    "agreement": "agreement", "deal": "agreement", "intention": "plan", "decision": "plan", "proposal": "plan",
    "order": "order", "call": "call_for", "demand": "call_for", "request": "call_for",
}  # fmt: skip
"""Nouns that take an infinitive: "the plan to build", "a promise to return"."""
FINITE = frozenset(
    {
        "promise", "pledge", "vow", "swear", "guarantee", "announce", "agree", "decide", "say", "undertake", "insist",
        "confirm", "add", "state", "declare", "tell",
    }
)  # fmt: skip
"""Verbs whose "that" clause undertakes something only with "will" or "would"."""
NOUN_OBJECTS = frozenset({"pledge", "promise", "guarantee", "order", "demand", "urge", "propose", "advocate"})
"""Verbs whose object alone may be what is undertaken or called for."""
ADDRESSING = frozenset(
    {
        "urge", "ask", "press", "push", "encourage", "order", "direct", "instruct", "call", "implore", "beg",
        "advise", "request", "lobby", "exhort", "command", "petition", "appeal",
    }
)  # fmt: skip
"""Verbs whose object is who shall act."""
READY = frozenset(
    {
        "set", "due", "scheduled", "expected", "slated", "poised", "prepared", "ready", "committed", "determined",
        "going", "planning", "supposed",
    }
)  # fmt: skip
"""After a form of "be" and before an infinitive these announce a plan or pledge."""
PASSIVE_PLANS = frozenset({"expect", "schedule", "set", "slate", "plan", "poise"})

AGENTLESS = frozenset(
    {
        "be", "have", "see", "seem", "appear", "remain", "become", "know", "think", "believe", "feel", "want", "need",
        "like", "love", "hate", "happen", "occur", "cost", "mean", "matter", "depend", "result", "affect", "likely",
        "continue", "lead", "prove", "look", "understand", "remember", "realize", "win", "lose", "die", "fall",
        "rise", "grow", "suffer", "face", "benefit", "exist", "belong", "hear", "hurt", "care", "learn", "find",
        "get", "come", "stay", "live", "own", "owe", "deserve", "regret", "enjoy", "struggle", "fail", "succeed",
        "survive", "change", "last", "increase", "decrease", "decline", "improve", "worsen", "emerge", "follow",
        "include", "cause", "shape", "haunt", "require", "begin", "start", "end", "go", "turn", "give", "let",
        "allow", "enable", "help", "make", "take",
    }
)  # fmt: skip
"""Verbs that with "will" foretell rather than undertake, unless the subject can bind itself and they take an object."""
BINDABLE = frozenset(
    {
        "start", "begin", "end", "give", "allow", "help", "make", "take", "increase", "improve", "change", "include",
        "require", "lead", "continue", "turn", "find", "go", "enable", "decrease", "win", "get", "come", "let",
        "return", "look", "see",
    }
)  # fmt: skip
"""Verbs of those above that undertake when a speaker says them of "we" or "I"."""
TALKING = frozenset(
    {
        "say", "tell", "turn", "leave", "note", "add", "answer", "read", "mention", "repeat", "admit", "ask", "jump",
        "underscore", "defer", "quote", "assume", "get", "see", "let", "remind", "go", "start", "just", "comment",
        "stop", "point", "put", "take", "call", "give", "explain", "speak", "talk", "hear", "argue", "recognize",
        "be", "have", "do", "step", "love", "hand", "pass", "guess", "bet", "come",
    }
)  # fmt: skip
"""What a speaker does while speaking: "I'll turn it over" promises nothing."""
CHAIRING = frozenset({"moderator", "operator", "host", "q", "question", "the moderator"})
"""Labels of turns that run a call rather than undertake."""

ORDINAL_MARKS = (
    "first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "fourthly", "fifth", "fifthly", "sixth",
    "sixthly", "seventh", "seventhly", "eighth", "ninth", "tenth", "eleventh", "twelfth", "one", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "lastly", "finally", "last", "next",
)  # fmt: skip
HYPOTHETICAL = frozenset({"if", "unless", "whether", "would", "could", "might", "may"})
CONDITIONS = (
    "if",
    "unless",
    "provided",
    "providing",
    "as long as",
    "once",
    "on condition",
    "should",
    "contingent",
    "until",
)

ACTORS = frozenset(
    {
        "government", "official", "administration", "country", "nation", "ministry", "minister", "president",
        "agency", "department", "committee", "council", "court", "company", "party", "leader", "side", "team",
        "board", "authority", "police", "force", "army", "military", "bank", "union", "senator", "lawmaker",
        "governor", "mayor", "campaign", "candidate", "group", "coalition", "delegation", "commission", "state",
        "city", "congress", "parliament", "spokesman", "spokeswoman", "firm", "organization", "organisation", "panel",
        "judge", "prosecutor", "negotiator", "diplomat", "ally", "partner", "lender", "airline", "university",
    }
)  # fmt: skip
"""Common nouns for those who can bind themselves."""
