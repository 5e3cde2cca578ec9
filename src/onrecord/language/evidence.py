"""What kind of thing a form names, weighed once a document over all its occurrences."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from onrecord.language import persons
from onrecord.language.firmnames import named_with_form
from onrecord.language.gazetteers import (
    gender_of_words,
    is_creed,
    is_forename,
    is_honorific,
    is_organisation_word,
    is_role_head,
    is_surname,
    known_papers,
    substances,
    words,
)
from onrecord.language.parsing import ParsedBlock
from onrecord.language.places import agency_country, country_named, is_demonym, is_place
from onrecord.language.runs import Candidate
from onrecord.language.states import SETTLED
from onrecord.language.titles import title_before
from onrecord.language.typed import Typed
from onrecord.model.identity import fold
from onrecord.model.items import EntityKind

LEAST_EVIDENCE = 2.0
"""Evidence a form needs to be taken for a name; one hint alone (a label, a preposition) is not enough."""

TOLD = 2.5
"""Evidence that a kind told from outside is worth at each occurrence."""

_LABELS: dict[str, EntityKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "EVENT": "event",
    "LAW": "law",
}  # fmt: skip
_AGED = re.compile(r",\s(?:now\s|aged?\s)?\d{1,3}(?=[,.;])")
_DOING = re.compile(r",\s(?:who\s(?!which)\w+|an?\s(?:[\w-]+\s){0,3}[\w-]+(?=[,.]))")
_WITHIN = re.compile(
    r"(?<!confidence )(?<!faith )(?<!trust )(?<!interest )(?<!believe )(?<!disappointed )(?<!invested )\bin\s$"
)
_PLACE_PREPOSITIONS = frozenset(("in", "at", "near", "from", "to", "across", "outside", "throughout"))
_FIRM = (
    r"(?:company|firm|manufacturer|maker|developer|operator|airline|utility|retailer|insurer|contractor|supplier|"
    r"start-?up|charity|nonprofit|non-profit|think tank|group|union|newspaper|broadcaster|lender|miner|automaker|"
    r"conglomerate|cooperative|consultancy|brewery|shipyard|agency)"
)
_CALLED = re.compile(
    rf"\b{_FIRM}(?: called| named)?\s$|"
    rf"(?<!\bfor )(?<!\bof )(?<!\bat )(?<!\bwith )(?<!\bby )(?<!\bfrom )\b[Aa]n?\s(?:[\w-]+\s){{0,3}}{_FIRM},\s$"
)
"""What calls the name after it a body: "the engineering firm Hale", "a private company, Marlow Dredging"."""

_IS_FIRM = re.compile(
    r",\s(?:the|an?|one of the)\s(?:[\w’'-]+\s){0,5}(?:company|firm|chain|manufacturer|maker|carrier|airline|retailer|"
    r"insurer|start-?up|charity|nonprofit|think tank|broadcaster|lender|automaker|conglomerate|consultancy|brewer|"
    r"supermarket|newspaper|advocacy group)\b"
)
"""What says after a name that it is a body's: "FreshCo, the country's largest supermarket chain"."""

_A_THING = re.compile(
    r"\b(?:things|works|books|titles|projects|shows|games|comics|films|movies|series|songs|albums|stories|products|"
    r"brands|sites|websites|apps|papers)\s(?:like|such as)\s$"
)
"""What calls the name after it a thing: "comics such as Karle"."""

_LED_BY = re.compile(
    r"\s(?:(?:[Vv]ice |[Cc]o-?|[Ii]nterim |[Aa]cting |[Ff]ormer )?(?:[Pp]resident|[Cc]hair(?:man|woman|person)?|"
    r"CEO|CFO|COO|[Cc]hief (?:[Ee]xecutive|[Ff]inancial|[Oo]perating|[Tt]echnology|[Mm]edical|[Ss]cientific)"
    r"(?: [Oo]fficer)?|[Mm]anaging [Dd]irector|[Gg]eneral [Mm]anager|[Ff]ounder)(?:,? (?:and|&) )?)+ ?,?\s?"
    r"[A-Z][a-zà-ÿ]+\s[A-Z]"
)
"""What stands behind a body's name and before that of whoever leads it: "Marlow Water President and CEO Ann Lee"."""

_VESSEL = re.compile(
    r"\b(?:vessel|ship|warship|trawler|tanker|ferry|freighter|frigate|destroyer|submarine|yacht|icebreaker|barge|cutter|"
    r"tugboat|tug|liner|schooner|boat|spacecraft|probe|satellite|carrier|lifeboat|corvette)(?: called| named)?,?\s$"
)
"""What calls the name after it a vessel: "the research vessel Aurora"."""

_OWNING = re.compile(r",\swhich\s(?!is why|he|she|they|it|I|we|the)\w+")
"""What says behind a name that it is nobody's: "Lasker Marine, which owns the ferry"."""

_ELECTED = frozenset(
    {"senator", "congressman", "congresswoman", "governor", "mayor", "representative", "mp", "lawmaker", "legislator"}
)
"""Whose office is of a place: "the senator from Dunmore"."""
_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "event", "law", "other")


def decide(
    text: str,
    seen: list[tuple[Candidate, ParsedBlock]],
    hints: Mapping[str, float],
    typed: Sequence[Typed] = (),
    peoples: Collection[str] = (),
) -> dict[str, EntityKind]:
    """The kind of every folded form that is a name at all.

    `hints` say which forms the text treats as states, `typed` are names whose kinds are told from outside,
    `peoples` are folded words for who comes from a state, which name nobody.
    """
    told = {place: name.kind for name in typed for place in (name.end, ~name.start)}
    weights: dict[str, dict[EntityKind, float]] = {}
    inner = Counter(fold(" ".join(candidate.words)) for candidate, _ in seen if not candidate.opens_sentence)
    titled: set[str] = set()
    within: set[str] = set()
    labels: dict[int, dict[int, tuple[int, str]]] = {}
    for candidate, parsed in seen:
        form = fold(" ".join(candidate.words))
        kind = told.get(candidate.end) or told.get(~candidate.start)
        if kind is None and not _may_name(candidate, bool(inner[form])):
            continue
        entities = labels.get(id(parsed))
        if entities is None:
            entities = labels[id(parsed)] = {
                parsed.offset + ent.start_char: (parsed.offset + ent.end_char, ent.label_) for ent in parsed.doc.ents
            }
        counts = weights.get(form)
        if counts is None:
            counts = weights[form] = _shape(candidate)
        _context(text, candidate, parsed, entities, counts)
        if kind is not None:
            counts[kind] += TOLD
        if candidate.title:
            titled.add(form)
        elif _lies_in(text, candidate):
            within.add(form)
    full = {word for form, counts in weights.items() if " " in form and counts["person"] > 2 for word in form.split()}
    for form, hint in hints.items():
        if (
            form in weights
            and form not in titled
            and form not in full
            and (" " not in form or not _is_somebody(weights[form]))
        ):
            weights[form]["place"] += hint
            if hint >= SETTLED and not (is_surname(form) or is_forename(form)):
                within.add(form)
    for form in within - titled:
        if " " not in form and form not in full:
            weights[form]["place"] += max(0.0, weights[form]["person"], weights[form]["organisation"] - 2)
    bodies = _bodies(text, seen) - full
    coined = {form for form in weights if form in peoples}
    decided: dict[str, EntityKind] = {}
    for form, counts in weights.items():
        if form in coined - full and form not in titled:
            continue  # "Velmarian" beside "Velmaria" names nobody
        kind, weight = max(((kind, counts[kind]) for kind in _KINDS), key=lambda pair: pair[1])
        if weight >= LEAST_EVIDENCE:
            decided[form] = "organisation" if kind == "person" and form in bodies else kind
    return decided


def _is_somebody(counts: Mapping[EntityKind, float]) -> bool:
    """Whether several words are the name of a person rather than a state's of which only one office is told."""
    return counts["person"] > LEAST_EVIDENCE


def _bodies(text: str, seen: list[tuple[Candidate, ParsedBlock]]) -> set[str]:
    """Forms that are a body's and nobody's: a paper's, with a legal form, or before an executive's office and name."""
    found = {fold(name) for name in named_with_form(text)}
    for candidate, _ in seen:
        name = " ".join(candidate.words)
        led = not candidate.title and not is_forename(candidate.words[0]) and _LED_BY.match(text, candidate.end)
        if led or name in known_papers():
            found.add(fold(name))
    return found


def _lies_in(text: str, candidate: Candidate) -> bool:
    """Whether something happens in what the word names: "four people in Lund", "at Brixton"."""
    after = text[candidate.end : candidate.end + 2]
    before = text[max(0, candidate.start - 24) : candidate.start]
    return not candidate.possessive and not after[1:].isupper() and _WITHIN.search(before) is not None


def _may_name(candidate: Candidate, elsewhere: bool) -> bool:
    if len(candidate.words) > 1:
        return True
    word = candidate.words[0]
    if is_demonym(word) or is_creed(word) or len(word) < 2 or not any(map(str.isalpha, word)):
        return False
    if word.count(".") > 1 and len(word) <= 4 and word not in {"U.S.", "U.K.", "U.N.", "E.U."}:
        return False
    if (is_role_head(word) and not candidate.title) or is_honorific(word) or word.lower() in substances():
        return False
    if candidate.opens_sentence and not elsewhere and not candidate.title:
        return is_place(word) or is_forename(word) or is_surname(word) or word.isupper()
    return True


def _shape(candidate: Candidate) -> dict[EntityKind, float]:
    """What the words of the form tell by themselves."""
    counts: dict[EntityKind, float] = defaultdict(float)
    names, phrase = candidate.words, " ".join(candidate.words)
    last = names[-1]
    lists = words()
    if agency_country(phrase):
        counts["organisation"] += 9
    elif country_named(phrase):
        counts["place"] += 6
    elif is_place(phrase):
        counts["place"] += 2 if len(names) == 1 and (is_forename(phrase) or is_surname(phrase)) else 5
    if len(names) > 1 or last.isupper():
        headed = any(is_organisation_word(word) for word in names) and any(
            word in {"of", "for", "on"} for word in names
        )
        if is_organisation_word(last) or headed:
            counts["organisation"] += 4
        elif last in lists.place_words or names[0] in {"Mount", "Lake", "Fort", "Port", "Gulf", "Cape"}:
            counts["place"] += 4
        elif last in lists.event_words:
            counts["event"] += 3
        elif last in lists.law_words:
            counts["law"] += 3
        elif is_forename(names[0]) and len(names) <= 5 and not any(w in {"of", "for", "and", "&"} for w in names):
            counts["person"] += 3 + is_surname(last)
        elif len(names) <= 4 and len(names) > 1 and any(len(word) == 2 and word.endswith(".") for word in names[1:-1]):
            counts["person"] += 3
    elif (is_forename(phrase) and not is_place(phrase)) or (is_surname(phrase) and not is_place(phrase)):
        counts["person"] += 1
    if len(names) == 1 and phrase.isupper() and 2 <= len(phrase) <= 6:
        counts["organisation"] += 2
    return counts


def _context(
    text: str,
    candidate: Candidate,
    parsed: ParsedBlock,
    entities: dict[int, tuple[int, str]],
    counts: dict[EntityKind, float],
) -> None:
    """What stands around one occurrence."""
    label = entities.get(candidate.start)
    if label and label[1] in _LABELS:
        exact = label[0] >= candidate.end and label[0] - candidate.end <= 2
        counts[_LABELS[label[1]]] += 1.0 if exact else 0.3
    follower = text[candidate.end : candidate.end + 24].lstrip(" ,").split(" ", 1)[0].rstrip(",.\n")
    if follower in words().saying_words:
        counts["person"] += 1
    if follower in {"administration", "presidency"} and len(candidate.words) == 1 and not is_place(candidate.words[0]):
        counts["person"] += 2.5
    start = max(parsed.offset, candidate.start - 60)
    if _CALLED.search(text, start, candidate.start) or _IS_FIRM.match(text, candidate.end, candidate.end + 80):
        counts["organisation"] += 8
        counts["person"] -= 3
    if _VESSEL.search(text, start, candidate.start):
        counts["other"] += SETTLED
    if candidate.possessive is False and _OWNING.match(text, candidate.end, candidate.end + 60):
        counts["person"] -= 3
        counts["organisation"] += LEAST_EVIDENCE
    if _A_THING.search(text, max(parsed.offset, candidate.start - 32), candidate.start):
        counts["person"] -= 6
    before = text[max(0, candidate.start - 16) : candidate.start].split()
    previous = before[-1].lower() if before else ""
    if candidate.title:
        heads = [word for word in candidate.title.split() if is_role_head(word) or is_honorific(word)]
        if heads:
            counts["person"] += 4 + (gender_of_words(heads[-1]) is not None)
    elif previous and len(candidate.words) <= 4:
        floor = parsed.offset
        lowered = title_before(text, candidate.start, floor)
        if lowered and not candidate.possessive:
            apart = text.endswith(", ", 0, candidate.start)
            counts["person"] += 1.5 if not apart else 2.5 if len(candidate.words) > 1 else 0.0
    if len(candidate.words) in {2, 3} and _AGED.match(text, candidate.end):
        counts["person"] += 3
    elif len(candidate.words) in {2, 3} and _DOING.match(text, candidate.end):
        counts["person"] += 1.5
    if previous in _PLACE_PREPOSITIONS and len(candidate.words) <= 3:
        counts["place"] += 0.4
    if len(before) > 1 and previous in {"from", "of"} and before[-2].lower() in _ELECTED:
        counts["place"] += 3.5
    headed = is_organisation_word(candidate.words[-1])
    if previous == "the" and (headed or not persons.is_full(" ".join(candidate.words))):
        counts["organisation"] += 1.0 if headed else 0.4
        counts["person"] -= 1
