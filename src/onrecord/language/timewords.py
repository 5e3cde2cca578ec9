"""Words of the grammar of times: months, weekdays, seasons, units, directions, zones, holidays."""

from onrecord.language.calendar import Season, Unit

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
SHORT_MONTHS = frozenset(name for name in MONTHS if len(name) <= 4 and name not in {"may", "june", "july"})
WORD_LIKE_MONTHS = frozenset({"may", "march", "mar", "dec", "jan", "sep", "jun", "august"})
"""Month names that are also words or names: alone, they need a capital and a preposition."""

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
WEEKDAY_PLURALS = {
    "mondays": "XXXX-WXX-1", "tuesdays": "XXXX-WXX-2", "wednesdays": "XXXX-WXX-3", "thursdays": "XXXX-WXX-4",
    "fridays": "XXXX-WXX-5", "saturdays": "XXXX-WXX-6", "sundays": "XXXX-WXX-7", "weekdays": "XXXX-WXX",
    "weekends": "XXXX-WXX-WE",
}  # fmt: skip
SEASONS: dict[str, Season] = {
    "spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter",
    "springtime": "spring", "summertime": "summer", "wintertime": "winter",
}  # fmt: skip
SEASON_CODES: dict[Season, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
UNITS: dict[str, Unit] = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month",
    "quarter": "quarter", "quarters": "quarter", "year": "year", "years": "year", "decade": "decade",
    "decades": "decade", "century": "century", "centuries": "century", "fortnight": "week", "fortnights": "week",
    "weekend": "week", "weekends": "week",
}  # fmt: skip
UNIT_CODES: dict[Unit, str] = {
    "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
CLOCK_UNITS = {"hour": "H", "hours": "H", "minute": "M", "minutes": "M", "second": "S", "seconds": "S"}
VAGUE_COUNTS = frozenset({"several", "many", "some", "few", "recent", "numerous"})
DAY_PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "dawn": "MO", "dusk": "EV",
}  # fmt: skip

BACKWARD = frozenset({"last", "past", "previous", "preceding", "prior"})
FORWARD = frozenset({"next", "coming", "following", "upcoming", "ensuing", "subsequent"})
THIS = frozenset({"this", "current"})
TOLD = frozenset({"that", "same"})
"""Words that point to the time last told rather than to the day of writing."""

EARLY = frozenset({"early", "beginning", "start", "opening", "outset", "onset", "dawn"})
MIDDLE = frozenset({"mid", "middle", "midst", "height"})
LATE = frozenset({"late", "end", "close", "latter", "closing", "conclusion"})
REST = frozenset({"rest", "remainder", "course", "duration", "whole", "entirety", "balance"})

SINCE = frozenset({"since"})
UNTIL = frozenset({"until", "till", "til"})
THROUGH = frozenset({"through", "thru"})
BEFORE = frozenset({"before"})
AFTER = frozenset({"after"})
LEADS = frozenset(
    {
        "in", "on", "at", "by", "of", "during", "for", "since", "until", "till", "through", "from", "to", "before",
        "after", "within", "throughout", "between", "and", "around", "about", "as", "over", "into", "circa",
        "starting", "beginning", "early", "late", "mid", "last", "next", "this", "every", "each", "past", "or", "(",
        "-", ",",
    }
)  # fmt: skip

FUTURE_CUES = frozenset(
    {
        "will", "ll", "shall", "would", "going", "expected", "scheduled", "set", "due", "plans", "planned", "plan",
        "planning", "slated", "intends", "intend", "intended", "promised", "promises", "pledged", "pledges",
        "committed", "agreed", "vowed", "vows", "upcoming", "forthcoming", "ahead", "could", "might", "should",
        "must", "aims", "aim", "hopes", "hoping", "hoped", "expects", "expect", "likely", "begins", "starts", "opens",
        "ends", "deadline", "wo", "if", "unless", "await", "awaits", "forecast", "forecasts", "outlook", "guidance",
    }
)  # fmt: skip
PAST_CUES = frozenset(
    {
        "said", "told", "was", "were", "had", "did", "has", "have", "been", "ago", "met", "held", "left", "began",
        "took", "came", "went", "saw", "spoke", "won", "lost", "sent", "made", "gave", "found", "wrote", "got", "led",
        "became", "fell", "rose", "grew", "broke", "brought", "built", "bought", "caught", "drew", "fought", "heard",
        "kept", "knew", "laid", "paid", "ran", "sat", "shot", "sold", "spent", "stood", "struck", "swore", "thought",
        "threw", "flew",
    }
)  # fmt: skip
UNDERTOOK = frozenset({"agreed", "committed", "pledged", "promised", "vowed"})
"""Of the words that look ahead, those that are themselves past: a time right after them is when it was done."""
DIRECTED = frozenset(
    {
        "ordered", "told", "asked", "urged", "instructed", "directed", "required", "requested", "advised", "voted",
        "decided", "resolved", "threatened", "offered", "obliged", "given", "gave", "called", "appealed", "warned",
        "undertook", "invited", "pressed", "commanded",
    }
)  # fmt: skip
"""Past words whose infinitive lies ahead of them: "ordered the firm to pay within six months"."""
NOT_PAST = frozenset({"need", "indeed", "feed", "speed", "seed", "weed", "greed", "breed", "hundred", "red"})

COUNTED = frozenset(
    {
        "people", "men", "women", "children", "troops", "soldiers", "miles", "mile", "km", "kilometers", "kilometres",
        "meters", "metres", "feet", "ft", "votes", "jobs", "homes", "houses", "deaths", "years", "days", "hours",
        "times", "words", "points", "tons", "tonnes", "dollars", "euros", "pounds", "percent", "%", "million",
        "billion", "hp", "migrants", "refugees", "students", "workers", "employees", "acres", "hectares", "pages",
        "copies", "calories", "delegates", "officers", "signatures", "seats", "units", "rpm", "mah", "cc", "bhp",
        "lbs", "kg", "square",
    }
)  # fmt: skip
"""Words after a number that make it a count and no year."""

ZONES = {
    "utc": (0, 0), "gmt": (0, 0), "z": (0, 0), "bst": (1, 1), "cet": (1, 1), "cest": (2, 2), "est": (-5, -5),
    "edt": (-4, -4), "cst": (-6, -6), "cdt": (-5, -5), "mst": (-7, -7), "mdt": (-6, -6), "pst": (-8, -8),
    "pdt": (-7, -7), "et": (-5, -4), "ct": (-6, -5), "mt": (-7, -6), "pt": (-8, -7),
}  # fmt: skip
"""Hours from UTC in winter and in summer; "ET" follows the United States' summer time."""
ZONE_NAMES = {"eastern": "et", "central": "ct", "mountain": "mt", "pacific": "pt"}

HOLIDAYS = {
    ("christmas", "day"): (12, 25), ("christmas", "eve"): (12, 24), ("christmas",): (12, 25),
    ("new", "year", "'", "s", "eve"): (12, 31), ("new", "year", "'", "s", "day"): (1, 1),
    ("new", "years", "day"): (1, 1), ("new", "year", "'", "s"): (1, 1), ("halloween",): (10, 31),
    ("valentine", "'", "s", "day"): (2, 14), ("st", ".", "patrick", "'", "s", "day"): (3, 17),
    ("veterans", "day"): (11, 11), ("armistice", "day"): (11, 11), ("independence", "day"): (7, 4),
    ("fourth", "of", "july"): (7, 4), ("boxing", "day"): (12, 26), ("bastille", "day"): (7, 14),
    ("may", "day"): (5, 1), ("juneteenth",): (6, 19), ("earth", "day"): (4, 22), ("inauguration", "day"): (1, 20),
}  # fmt: skip
"""Holidays on one day of the year."""

MOVING_HOLIDAYS = {
    ("thanksgiving", "day"): (11, 3, 4), ("thanksgiving",): (11, 3, 4), ("labor", "day"): (9, 0, 1),
    ("memorial", "day"): (5, 0, -1), ("election", "day"): (11, 1, 1), ("martin", "luther", "king", "day"): (1, 0, 3),
    ("presidents", "day"): (2, 0, 3), ("columbus", "day"): (10, 0, 2), ("black", "friday"): (11, 4, 4),
    ("mother", "'", "s", "day"): (5, 6, 2), ("father", "'", "s", "day"): (6, 6, 3),
}  # fmt: skip
"""Holidays on the n-th weekday of a month: (month, weekday, n; -1 is the last)."""
EASTER_FEASTS = {
    ("easter", "sunday"): 0, ("easter", "monday"): 1, ("easter",): 0, ("good", "friday"): -2, ("palm", "sunday"): -7,
    ("ash", "wednesday"): -46, ("maundy", "thursday"): -3, ("pentecost",): 49, ("mardi", "gras"): -47,
}  # fmt: skip
"""Feasts by their days from Easter Sunday."""
HOLIDAY_STARTS = frozenset(words[0] for words in (*HOLIDAYS, *MOVING_HOLIDAYS, *EASTER_FEASTS))
