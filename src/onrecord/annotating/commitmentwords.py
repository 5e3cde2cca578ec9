"""Words of undertakings: verbs that make them, frames that announce them, and what looks like one and is none."""

from onrecord.model.items import CommitmentKind

TRIGGERS: dict[str, CommitmentKind] = {
    "promise": "pledge", "pledge": "pledge", "vow": "pledge", "swear": "pledge", "commit": "pledge",
    "undertake": "pledge", "guarantee": "pledge", "recommit": "pledge", "volunteer": "pledge",
    "agree": "agreement", "consent": "agreement", "acquiesce": "agreement",
    "plan": "plan", "intend": "plan", "aim": "plan", "decide": "plan", "prepare": "plan", "announce": "plan",
    "schedule": "plan", "propose": "call_for", "arrange": "plan", "resolve": "plan", "threaten": "plan",
    "tell": "order",
    "order": "order", "direct": "order", "instruct": "order", "command": "order", "mandate": "order",
    "urge": "call_for", "call": "call_for", "demand": "call_for", "implore": "call_for", "beg": "call_for",
    "appeal": "call_for", "press": "call_for", "push": "call_for", "encourage": "call_for", "exhort": "call_for",
    "recommend": "call_for", "advise": "call_for", "ask": "call_for", "request": "call_for", "lobby": "call_for",
    "advocate": "call_for", "petition": "call_for", "challenge": "call_for", "insist": "call_for", "warn": "call_for",
    "beseech": "call_for", "entreat": "call_for", "plead": "call_for", "pressure": "call_for",
    "offer": "pledge", "mean": "plan", "assure": "pledge", "vote": "plan",
}  # fmt: skip
"""Verbs by the kind of undertaking they make with the clause or noun they take."""
NOUN_TRIGGERS: dict[str, CommitmentKind] = {
    "promise": "pledge", "pledge": "pledge", "vow": "pledge", "commitment": "pledge", "plan": "plan",
    "agreement": "agreement", "deal": "agreement", "intention": "plan", "intent": "plan", "proposal": "call_for",
    "order": "order", "call": "call_for", "demand": "call_for", "request": "call_for", "appeal": "call_for",
    "pact": "agreement", "accord": "agreement", "decision": "plan", "assurance": "pledge", "guarantee": "pledge",
    "undertaking": "pledge", "threat": "plan", "offer": "pledge", "goal": "plan", "target": "plan",
    "announcement": "plan", "word": "pledge", "instruction": "order", "directive": "order",
    "recommendation": "call_for",
}  # fmt: skip
"""Nouns that take an infinitive: "the plan to build", "a promise to return"."""
STRICT = frozenset(
    {
        "announce", "propose", "recommend", "advocate", "offer", "mean", "assure", "insist", "warn", "challenge",
        "plead", "vote",
    }
)  # fmt: skip
"""Verbs whose infinitive must be theirs by the parse: one that only follows them is another's."""
FINITE = frozenset(
    {
        "promise", "pledge", "vow", "swear", "guarantee", "announce", "agree", "decide", "undertake", "resolve",
        "assure",
    }
)  # fmt: skip
"""Verbs whose "that" clause undertakes something only with "will" or "would"."""
SAYING = frozenset(
    {
        "say", "tell", "add", "insist", "confirm", "state", "declare", "write", "explain", "assure", "reply",
        "reiterate", "repeat", "maintain", "stress", "respond", "indicate", "signal", "hint", "post", "tweet", "warn",
        "emphasize", "emphasise", "reassure", "counter", "notify", "inform", "reveal", "disclose", "note", "affirm",
        "reaffirm", "testify", "suggest",
    }
)  # fmt: skip
"""Verbs of speech: with "will" or "would" of oneself they make a pledge."""
PREDICTING = frozenset(
    {
        "believe", "think", "hope", "fear", "predict", "doubt", "expect", "worry", "bet", "suspect", "argue", "warn",
        "forecast", "assume", "suppose", "guess", "imagine", "know", "realize", "see", "figure", "wonder", "claim",
        "suggest", "imply", "find", "show", "project", "estimate", "ensure", "hear", "feel", "mean", "conclude",
    }
)  # fmt: skip
"""Verbs after which "will" foretells."""
FUTURE = frozenset({"will", "’ll", "'ll", "wo", "shall", "would", "’d", "'d"})
DECREED = frozenset(
    {"order", "demand", "request", "urge", "propose", "recommend", "direct", "ask", "mandate", "advise", "insist"}
)
"""Verbs whose "that" clause, in the bare form, is what they call for: "ordered that the files be released"."""
KNOWING = frozenset({"know", "see", "hear", "understand", "say"})
ANSWERING = frozenset(
    {"share", "explain", "comment", "answer", "respond", "clarify", "elaborate", "describe", "name", "talk", "speak",
     "imagine", "pose", "recall", "react", "weigh", "outline", "lay", "justify", "assess", "rate", "expand", "define"}
)  # fmt: skip
"""What somebody who is only asked a question is asked to do."""
"""What is asked for when nothing is to be done: "demanded to know"."""
OPPOSING = frozenset(
    {
        "reject", "oppose", "drop", "abandon", "block", "criticize", "criticise", "deny", "lack", "refuse", "fail",
        "condemn", "mock", "doubt", "denounce", "withdraw", "rescind", "break", "scrap", "cancel", "shelve", "revoke",
        "ditch", "axe", "jettison", "repudiate", "disavow", "renounce",
    }
)  # fmt: skip
"""Verbs whose object somebody is against: the plan that they reject is none of theirs."""
RENOUNCING = frozenset(
    {"abandon", "drop", "withdraw", "rescind", "break", "scrap", "cancel", "shelve", "revoke", "reverse", "ditch",
     "axe", "jettison", "repudiate", "disavow", "renounce"}
)  # fmt: skip
"""Verbs that take a plan or promise back: told so, it is none any more."""
VOICING = frozenset(
    {
        "announce", "make", "unveil", "reach", "sign", "issue", "outline", "reaffirm", "have", "give", "repeat",
        "reiterate", "deliver", "present", "lay", "detail", "release", "propose", "strike", "renew", "voice", "offer",
        "confirm", "disclose", "reveal", "draft", "draw", "form", "accelerate", "advance", "develop", "finalize",
        "finalise", "hatch", "craft", "prepare", "pursue", "state", "restate", "express", "approve", "adopt",
    }
)  # fmt: skip
"""Verbs that voice the plan or promise that is their object."""
SETTLED = frozenset(
    {"plan", "program", "programme", "step", "framework", "timeline", "timetable", "schedule", "date", "set", "package",
     "protocol", "term", "price", "deal", "inquiry", "rule", "measure", "budget", "roadmap", "formula", "site", "pact",
     "target", "mechanism", "process", "text", "draft", "bill", "treaty", "goal", "panel", "body", "commission"}
)  # fmt: skip
"""What can be agreed on to be done."""
WRITINGS = frozenset(
    {"ad", "advertisement", "statement", "letter", "platform", "manifesto", "website", "declaration", "document",
     "communique", "communiqué", "memo", "memorandum", "text", "resolution", "bill", "report", "page", "email",
     "e-mail", "tweet", "lawsuit", "suit", "complaint", "petition", "motion", "filing", "op-ed", "editorial"}
)  # fmt: skip
"""What speaks for its author: "the joint statement commits"."""
PAST_TELLS_NOTHING = frozenset({"intend", "aim", "prepare", "decide", "arrange", "plan", "schedule", "vote"})
"""Verbs whose simple past tells of what came or came not, unless somebody tells it."""
TAKES = frozenset(
    {
        ("commit", "to"), ("agree", "to"), ("agree", "on"), ("call", "for"), ("call", "on"), ("call", "upon"),
        ("recommit", "to"), ("push", "for"), ("press", "for"), ("ask", "for"), ("appeal", "for"), ("plan", "on"),
        ("lobby", "for"), ("plead", "for"), ("consent", "to"), ("acquiesce", "to"), ("petition", "for"),
    }
)  # fmt: skip
"""Verbs with the prepositions through which they reach what is undertaken or called for."""
OUTCOMES = frozenset(
    {
        "capture", "carry", "gain", "pick", "finish", "draw", "attract", "earn", "reach", "top", "exceed", "win",
        "lose", "beat", "secure", "cost", "total", "rise", "fall", "grow", "climb", "drop", "last", "arrive",
        "generate",
        "score", "prevail", "prosper", "trigger", "bounce", "thrive", "flourish",
    }
)  # fmt: skip
"""What comes to somebody rather than is undertaken."""
WHOLE = frozenset(
    {"comply", "resign", "retire", "appeal", "abstain", "withdraw", "attend", "cooperate", "co-operate", "quit",
     "strike", "testify", "sue", "apologize", "apologise", "concede", "step", "stay",
     "leave", "return", "retaliate", "negotiate", "recuse"}
)  # fmt: skip
"""Deeds that a verb tells without more: "we will comply"."""
SELECTING = frozenset({"agree", "undertake", "vow", "swear", "consent", "volunteer"})
"""Verbs that only those who can bind themselves do: whatever noun is their subject can."""
COMPANY = frozenset({"join", "accompany", "follow", "flank", "greet", "represent", "replace", "succeed", "survive"})
"""What others do beside somebody: "will be joined by" undertakes nothing."""
UNDERGONE = frozenset(
    {"affect", "remember", "force", "see", "know", "find", "lose", "award", "name", "hold", "hurt", "spare", "use",
     "judge", "view", "regard", "treat", "nominate", "elect", "need", "require"}
)  # fmt: skip
"""What in the passive befalls somebody."""
NOUN_OBJECTS = frozenset(
    {
        "pledge",
        "promise",
        "order",
        "demand",
        "urge",
        "propose",
        "advocate",
        "recommend",
        "guarantee",
        "plan",
        "offer",
        "announce",
    }
)
"""Verbs whose object alone may be what is undertaken or called for."""
ADDRESSING = frozenset(
    {
        "urge", "ask", "press", "push", "encourage", "order", "direct", "instruct", "call", "implore", "beg",
        "advise", "request", "lobby", "exhort", "command", "petition", "appeal", "tell", "challenge", "warn", "beseech",
        "entreat", "plead", "pressure",
    }
)  # fmt: skip
"""Verbs whose object is who shall act."""
READY = frozenset(
    {
        "set", "due", "scheduled", "expected", "slated", "poised", "prepared", "ready", "committed", "determined",
        "going", "planning", "supposed", "expecting",
    }
)  # fmt: skip
"""After a form of "be" and before an infinitive these announce a plan or pledge."""

AGENTLESS = frozenset(
    {
        "be", "have", "see", "seem", "appear", "remain", "become", "know", "think", "believe", "feel", "want", "need",
        "like", "love", "hate", "happen", "occur", "cost", "mean", "matter", "depend", "result", "affect", "likely",
        "continue", "lead", "prove", "look", "understand", "remember", "realize", "win", "lose", "die", "fall",
        "rise", "grow", "suffer", "face", "benefit", "exist", "belong", "hear", "hurt", "care", "learn", "find",
        "get", "come", "stay", "live", "own", "owe", "deserve", "regret", "enjoy", "struggle", "fail", "succeed",
        "survive", "change", "confront", "encounter", "experience",
        "last", "increase", "decrease", "decline", "improve", "worsen", "emerge", "follow",
        "include", "receive", "cause", "shape",
        "haunt", "require", "begin", "start", "end", "go", "turn", "give", "let",
        "allow", "enable", "help", "make", "take", "forget", "consist", "accelerate", "resemble", "spark",
    }
)  # fmt: skip
"""Verbs that with "will" foretell rather than undertake, unless the subject can bind itself and they take an object."""
BINDABLE = frozenset(
    {
        "start", "begin", "end", "give", "allow", "help", "make", "take", "increase", "improve", "change", "include",
        "require", "lead", "continue", "turn", "find", "go", "enable", "decrease", "win", "get", "come", "let",
        "return",
    }
)  # fmt: skip
"""Verbs of those above that undertake when a speaker says them of "we" or "I"."""
TALKING = frozenset(
    {
        "say", "tell", "turn", "leave", "note", "add", "answer", "read", "mention", "repeat", "admit", "ask", "jump",
        "underscore", "defer", "quote", "assume", "get", "see", "let", "remind", "go", "start", "just", "comment",
        "stop", "point", "put", "take", "call", "give", "explain", "speak", "talk", "hear", "argue", "recognize",
        "speculate", "elaborate", "dwell", "pretend", "characterize", "characterise", "relitigate", "guess", "lie",
        "be", "have", "do", "step", "love", "show", "suggest", "identify", "hand", "pass", "bet", "come",
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
        "command", "squadron", "brigade", "battalion", "regiment", "fleet", "unit", "consortium",
        "foundation", "charity", "fund", "trust", "society", "federation", "confederation", "secretariat",
        "treasury", "cabinet", "senate", "house", "legislature", "assembly", "retailer", "carmaker",
        "utility", "giant", "conglomerate", "subsidiary", "carrier", "officer", "producer", "teacher",
        "researcher", "lawyer", "employer", "grower", "insurer", "regulator", "watchdog", "nominee",
        "appointee", "trustee", "employee", "attendee", "refugee", "commissioner", "inspectorate", "chamber",
        "county", "district", "borough", "municipality", "province", "prefecture", "canton", "town",
    }
)  # fmt: skip
"""Common nouns for those who can bind themselves."""
SOFT = frozenset(
    {"try", "seek", "aim", "hope", "work", "strive", "consider", "explore", "look", "expect", "intend", "pursue",
     "attempt", "endeavour", "endeavor", "study", "examine", "discuss"}
)  # fmt: skip
"""Verbs that bind nobody to a result: "will try to", "agreed to explore"."""
