"""Turns of a transcript: which lines open with a speaker's label, and whose words the lines without one are."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from onrecord.language.gazetteers import is_forename
from onrecord.reading.closing_notes import is_closing_time, tells_of_the_talk
from onrecord.reading.date_lines import is_date_line, is_place_and_date
from onrecord.reading.first_exchange import asks, exchange
from onrecord.reading.furniture import line_sort
from onrecord.reading.pieces import Piece
from onrecord.reading.record_labels import is_record, record_label

_NAME_CAPS = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ0-9.,'’&/#\-]*|(?:Ma?c|De|Di|La|Le|Du|O['’])[A-ZÀ-Þ][A-ZÀ-Þ.,'’\-]*|#?\d{1,2})"
_BEFORE = r"[*_>\s]{0,4}(?:\d{1,3}\.\s+|Q\s?\d{1,3}[.:]?\s+)?(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s*[-–—]?\s*)?"
_ASIDE = r"(?:\s*[(\[][^)\]\n]{1,60}[)\]]){0,2}"
_CAPS_LABEL = re.compile(
    rf"{_BEFORE}(?P<label>{_NAME_CAPS}(?:[ \u00a0]+(?:(?:of|the|and|for|de|to|at|von|van|al|bin)\b"
    rf"|{_NAME_CAPS})){{0,9}}{_ASIDE})"
    r"\s?[*_]{0,3}\s?:[*_]{0,3}(?=\s|$)\s*"
)
_Q_LABEL = re.compile(
    r"[*_>\s]{0,4}(?P<label>[QA]\s?[(\[][^)\]\n]{2,60}[)\]](?=\s?:)|Q(?=\s)|[QA](?=[*_]{0,2}[.:]|\s{2}|\t|\s[–—-]\s))"
    r"\s?[*_.:]{0,5}\s+(?:[–—-]\s+)?"
)
_NAME_LABEL = re.compile(
    rf"{_BEFORE}(?P<label>[A-ZÀ-Þ][\w.'’\-]*(?:[ \u00a0]+(?:[A-ZÀ-Þ(][\w.'’\-)]*|de|van|von|of|the|for|al|bin|la"
    rf"|#?\d{{1,2}})){{0,6}},?{_ASIDE})"
    r"\s?[*_]{0,3}\s?:[*_]{0,3}(?=\s|$)\s*"
)
_BOLD_LABEL = re.compile(
    r"(?P<label>[A-ZÀ-Þ][\w.'’\-]*(?:[ \u00a0]+(?:[A-ZÀ-Þ(][\w.'’\-)]*|de|van|von|of|the|for|al|bin|la)){0,5}"
    r"(?<![.?!]))\s?:?\s*"
)
"""A label set apart by bold letters alone."""
_BELOW = frozenset({"copyright", "republication", "rating", "donation", "newsletter", "end_mark", "contact", "tags"})
"""Sorts of furniture that stand below a transcript; no speech follows them."""

LONGEST_LABEL = 90
LONGEST_HEAD = 12
"""Pieces above the first words of a speech."""

SHORTEST_SPOKEN = 25
"""Characters after half of the labels of an interview; lists of names with scores are shorter."""

_SMALL_WORDS = frozenset(("", "the", "of", "for", "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "and"))
_NOT_SPEAKERS = re.compile(
    r"(?:related|read|watch|see|listen|update[ds]?|note|notes|editor['’]?s?['’]? note|correction|corrections"
    r"|photos?|images?|videos?"
    r"|file|breaking|contacts?|media contacts?|press contacts?|date|time|location|place|venue|what|when|where|who"
    r"|why|how|subject|to"
    r"|from|cc|re|sources?|tags?|title|summary|background|transcript|(?:also |members )?present|attendees|participants"
    r"|witnesses|apologies|in attendance|appearances|attribution"
    r"|embargo|embargoed"
    r"|more|also|warning|disclaimer|copyright|for immediate release|facts?|claims?|myths?|verdict|rating|analysis"
    r"|opinion|exclusive"
    r"|key (?:points|findings|takeaways|facts)|agenda|item|event|topics?|for more information|abstract"
    r"|introduction|conclusion"
    r"|example|exhibit|figure|table|source|credit|caption|byline|category|categories|share|follow|via|web|website"
    r"|e-?mail|phone|tel"
    r"|fax|url|link|ps|p\.s|nb|n\.b|part [ivx\d]+|section [ivx\d]+|step \d+|chapter \d+|day \d+|option \d+|\d+)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:witness|guest|speaker|interviewee|presenter|host|chair)", re.IGNORECASE)
_NAMED = re.compile(r"[A-ZÀ-Þ][^.?!:\n]{2,60}, (?:[^.?!:\n]|\.(?=\s[A-Z])){3,120}")
"""After such a word: who it is and what they are, in a list of those present, and no speech."""
_QUESTIONER = re.compile(r"(?:q\s?[(\[].*|q|question|questioner|reporter|journalist|audience member)s?", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:OFFICIAL|MODERATOR|PRESIDENT|VICE PRESIDENT|SECRETARY|MINISTER|PREMIER|CHANCELLOR|MR|MRS|MS|DR|GOV"
    r"|GOVERNOR|SEN|SENATOR"
    r"|REP|AMBASSADOR|GENERAL|GEN|ADMIRAL|COLONEL|SPEAKER|HOST|OPERATOR|INTERVIEWER|INTERVIEWEE|SPOKES\w+"
    r"|CHAIR\w*|REPORTER"
    r"|PARTICIPANT|VOICE|DIRECTOR|JUDGE|JUSTICE|CLERK|WITNESS|COMMISSIONER|MAYOR|CORRESPONDENT|ANCHOR"
    r"|UNIDENTIFIED|PROFESSOR"
    r"|TRANSLATOR|INTERPRETER|QUESTION|ANSWER|STAFF|ATTORNEY|COUNSEL|ADVIS[EO]R|AUDIENCE|EDITOR|ANALYST)\b"
)
_STRONG = re.compile(
    r"(?:(?:the )?(?:rt\.? hon\.? |right honourable |hon\.? )?(?:mr|mrs|ms|miss|dr|sir|lord|lady|baroness|madam|sen"
    r"|councill?or|cllr|alderman|professor"
    r"|rep|gov|prof|senator|minister|president|premier|prime minister|chancellor|secretary|ambassador|governor|mayor"
    r"|speaker|chair\w*|spokes\w+|commissioner|director|general|judge|representative|deputy|vice|undersecretary"
    r"|interviewer|interviewee|host|moderator|presenter|anchor|questioner|question|answer|reporter|journalist"
    r"|correspondent|participant|operator|interpreter|witness)\b.*|.*[)\]])",
    re.IGNORECASE,
)
"""Labels in ordinary capitals that name a speaker even if they come once: courtesy titles, offices, "(BBC)"."""
_TITLED = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Senator|Sen|Rep|Councill?or|Cllr)\.?"
    r"(?:\s(?:de|del|la|van|von|al|el|bin))?(?:\s[A-ZÀ-Þ][\w'’\-]+){1,3}(?:\s[(\[][^)\]]{2,60}[)\]])?"
)
"""A courtesy title and a name: who comes once among others who come back, and whose words would else be another's."""
_SPEECH = re.compile(
    r"(?:full |prepared |opening )?(?:text of |transcript of )?(?:the )?(?:remarks|speech|address|statement"
    r"|press (?:conference|briefing)|briefing|keynote|testimony)\b.{0,60}\b(?:by|of|to|at|as|on|with)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"[-–—(\[*#\s]*(?:END|End|ENDS|# ?# ?#|\(END\)|END TRANSCRIPT|End of transcript)[-–—)\]*\s.]*|#{3}|- ?30 ?-"
)

_SOMEBODY = r"(?:\[[^\]]{2,60}\]?|(?-i:[A-ZÀ-Þ][\w.'’\-]+)(?:\s(?-i:[A-ZÀ-Þ][\w.'’\-]+)){0,3})"
_HAND_OVER = re.compile(
    r"\bgo (?:right |straight )?ahead\b(?!,? (?:and|with|to)\b)"
    r"|\b(?:over|back) to you\b"
    r"|\bthe floor is (?:all |now )?yours\b|\byou have the floor\b|\byour line is (?:now )?(?:open|live|unmuted)\b"
    r"|\byou['’]re (?:up|on|next)\b|\btake it away\b|\byou may (?:begin|proceed|start|ask)\b|\bplease (?:proceed"
    r"|begin|start)\b"
    r"|\b(?:turn|hand|pass|kick|toss|throw|give|bring|send|yield|open|turning|handing|passing) (?:it|this|things"
    r"|that|the (?:floor|call"
    r"|mic(?:rophone)?|podium|line|phone|time|program|conversation|briefing))\s*(?:back |right |straight |on "
    r"|now |off )*(?:over )?"
    r"(?:back )?to\b"
    r"|\b(?:hand|turn)(?:ing)? (?:over|off|back) to\b"
    rf"|\b(?:we['’]ll|let['’]s|let us|i['’]ll|we will|we can|i will|let me|now we|we)\s(?:now |next |then )?(?:go"
    rf"|turn|move|take|hear|start|begin)"
    rf"\b(?: (?:now|next|first|then|over|back|on|ahead|a|the|one|last|final|another|question|questions))*,? (?:to"
    rf"|with|from) {_SOMEBODY}"
    rf"|\b(?:first|next|last|final|following|our) question (?:is |comes |goes |will (?:come|go) |today )*(?:to"
    rf"|from|for)\b"
    rf"|(?:{_SOMEBODY}(?: (?:or|and) {_SOMEBODY})*,)[^.?!]{{0,40}}\b(?:do you want(?! me)|would you (?:like|care"
    rf"|want)(?! me)"
    r"|can you (?:take|start|answer|address|speak|handle|jump)|could you (?:take|start|answer|address|speak"
    r"|handle)|will you (?:take|start)"
    r"|(?:either|any) of you|anything (?:to add|you['’]d like)|you want to|care to)\b"
    rf"|\b(?:perhaps|maybe) {_SOMEBODY} (?:can|could|will|wants)\b",
    re.IGNORECASE,
)
LONGEST_AFTER_HAND_OVER = 100
"""Characters a speaker may still say after giving the floor away ("Please go ahead, Ms. Lee. Thank you.")."""

SHORTEST_ANSWER = 40
"""Characters after a question that are no mere thanks."""
_CHAIR = re.compile(r"(?:the )?(?:moderator|operator|host|chair\w*|staff|coordinator|anchor)\b", re.IGNORECASE)

_CHAIRING = re.compile(
    r"(?:ok(?:ay)?|all right|alright|great|good|thanks?|thank you|and|so|now|next|with that|again|operator)?[\s,.—–-]*"
    r"(?:we['’]ll|let['’]s|our (?:next|first|last|final) question|next question|operator|over to|i['’]ll (?:go"
    r"|turn|take)|thank you,? \[|we have time for"
    r"|(?:i think )?we (?:might|may|seem to|must)(?: have)? (?:have )?lost|(?:you['’]re|are you"
    r"|you may be) (?:on mute|muted|there|with us)"
    r"|(?:please )?stand by|one moment|hello\?|can you hear"
    r"|if you (?:have|would like to ask) a question|please (?:press|limit|state|identify|keep))\b",
    re.IGNORECASE,
)


class Turn(NamedTuple):
    """A piece of a transcript: its label as written (`None`: unknown), where its words begin, if it opens a turn."""

    label: str | None
    start: int
    opens: bool


class Transcript(NamedTuple):
    """The turns among a text's pieces, by piece number, and the numbers of the first and last piece spoken."""

    turns: dict[int, Turn]
    first: int
    last: int


def find_turns(text: str, pieces: Sequence[Piece]) -> Transcript | None:
    """The turns of `text` if it is a transcript.

    Who speaks in a line without a label is left unknown where the line before gave the floor to somebody else, or where
    only questions are labelled.
    """
    labels = _labels(text, pieces)
    if not labels:
        return _first_exchange(text, pieces)
    first, last = min(labels), _last(text, pieces, max(labels), labels[max(labels)][0])
    only_questions = all(_QUESTIONER.fullmatch(label) for label, _ in labels.values())
    asking = sum(n not in labels and asks(text[pieces[n].start : pieces[n].end]) for n in range(first, last + 1))
    questioned = len(labels) == 1 and asking >= 2 and 3 * asking >= last - first
    turns: dict[int, Turn] = {}
    label: str | None = None
    before = ""
    for number in range(first, last + 1):
        piece = pieces[number]
        if number in labels:
            label, start = labels[number]
            turns[number] = Turn(label, start, True)
        else:
            start = piece.start
            words = text[piece.start : piece.end]
            opened_empty = number - 1 in labels and labels[number - 1][1] >= pieces[number - 1].end
            unknown = (only_questions or (questioned and asks(words))) and not opened_empty
            if unknown or (label is not None and hands_over(before) and not _chairs(words)):
                label = None
            turns[number] = Turn(label, start, False)
        before = text[start : piece.end]
    _leave_answers_open(text, pieces, turns)
    return Transcript(turns, first, last)


def _first_exchange(text: str, pieces: Sequence[Piece]) -> Transcript | None:
    """The turns of an interview that labels its first question and answer alone."""
    names: dict[int, tuple[str, int]] = {}
    for number, piece in enumerate(pieces):
        match = _NAME_LABEL.match(text, piece.start, min(piece.end, piece.start + LONGEST_LABEL + 30))
        if match is not None and piece.kind != "table":
            _note(names, number, match, piece)
    owners = exchange(text, pieces, names)
    if owners is None:
        return None
    last = _last(text, pieces, max(names))
    starts = {n: names[n][1] if n in names else pieces[n].start for n in owners if n <= last}
    return Transcript({n: Turn(owners[n], start, n in names) for n, start in starts.items()}, min(owners), last)


def _leave_answers_open(text: str, pieces: Sequence[Piece], turns: dict[int, Turn]) -> None:
    """Take from a questioner the lines after the question that nobody else answers: the answer's label is missing.

    Where the next label is a questioner's or the chair's, the lines that ask nothing are somebody's answer.
    """
    opening = [number for number, turn in turns.items() if turn.opens]
    for at, number in enumerate(opening[:-1]):
        label, following = turns[number].label or "", turns[opening[at + 1]].label or ""
        if not _QUESTIONER.fullmatch(label) or not (_QUESTIONER.fullmatch(following) or _CHAIR.match(following)):
            continue
        lines = [n for n in range(number, opening[at + 1]) if n in turns and turns[n].label == label]
        asked = next((n for n in lines if _ends_asking(text, turns[n].start, pieces[n].end)), None)
        rest = [n for n in lines if asked is not None and n > asked]
        spoken = sum(pieces[n].end - turns[n].start for n in rest)
        if spoken < SHORTEST_ANSWER or any("?" in text[turns[n].start : pieces[n].end] for n in rest):
            continue
        for n in rest:
            turns[n] = turns[n]._replace(label=None)


def _ends_asking(text: str, start: int, end: int) -> bool:
    return re.search(r"\?[”\"’)]*\s*(?:Thank(?:s| you)[^.?]{0,30}[.!]?\s*)?$", text[start:end]) is not None


def hands_over(words: str) -> bool:
    """Whether a speaker's words end by giving the floor to somebody else."""
    tail = words[-400:]
    found = list(_HAND_OVER.finditer(tail))
    if not found:
        return False
    after = len(tail) - found[-1].end()
    return after <= LONGEST_AFTER_HAND_OVER and "?" not in tail[found[-1].end() : -1]


def _chairs(words: str) -> bool:
    """Whether a line without a label is still the chair's: it gives the floor again or keeps order."""
    return _CHAIRING.match(words) is not None or (len(words) <= 300 and hands_over(words))


def _labels(text: str, pieces: Sequence[Piece]) -> dict[int, tuple[str, int]]:
    """Number of each piece that opens with a speaker's label: the label and where the words begin."""
    caps: dict[int, tuple[str, int]] = {}
    names: dict[int, tuple[str, int]] = {}
    questions: dict[int, tuple[str, int]] = {}
    records: dict[int, tuple[str, int]] = {}
    for number, piece in enumerate(pieces):
        if piece.kind in ("table", "heading"):
            continue
        head_end = min(piece.end, piece.start + LONGEST_LABEL + 30)
        if piece.bold and (match := _BOLD_LABEL.fullmatch(text, piece.start, piece.start + piece.bold)):
            _note(names, number, match, piece)
        elif match := _Q_LABEL.match(text, piece.start, head_end):
            questions[number] = (match["label"], match.end())
        elif record := record_label(text, piece.start, head_end):
            records[number] = record
        elif ":" not in text[piece.start : head_end]:
            continue
        elif match := _CAPS_LABEL.match(text, piece.start, head_end):
            _note(caps, number, match, piece)
        elif match := _NAME_LABEL.match(text, piece.start, head_end):
            _note(names, number, match, piece)
    if not is_record([label for label, _ in records.values()]):
        records = {}
    letters = {label[:1] for label, _ in questions.values()}
    if "Q" not in letters or not (caps or len(questions) > 1 or names):
        questions = {}
    if not caps and not names:  # a bare "Q word" is a sentence unless most lines are set so
        questions = questions if len(questions) >= (2 if "A" in letters else 3) else {}
    elif not caps:
        questions = {n: found for n, found in questions.items() if text[found[1] - 1].isspace()}
    found = {**caps, **questions} if _is_transcript(caps, questions, len(pieces)) else dict(questions)
    spoken = {n: _length_spoken(pieces, n, start) for n, (_, start) in names.items()}
    initials = {label for label, _ in found.values() if len(label) > 1}
    named = _interview(names, spoken, len(pieces), settled=bool(found), initials=initials)
    found = {**named, **found, **records}
    if not found and len(caps) == 1 and _is_single_speech(text, pieces, caps):
        return caps
    return dict(sorted(found.items())) if len(found) >= 2 else {}


def _length_spoken(pieces: Sequence[Piece], number: int, start: int) -> int:
    """Characters said after a label: on its line, or on the next where the label stands alone."""
    if start >= pieces[number].end and number + 1 < len(pieces):
        return pieces[number + 1].end - pieces[number + 1].start
    return pieces[number].end - start


def _is_single_speech(text: str, pieces: Sequence[Piece], caps: dict[int, tuple[str, int]]) -> bool:
    """Whether one label opens all that is said: an office's, below a title or a clock that announces a speech."""
    ((number, (label, _)),) = caps.items()
    above = [text[p.start : p.end] for p in pieces[:number]]
    return (
        0 < number <= LONGEST_HEAD
        and _ROLE.search(label) is not None
        and any(is_closing_time(line) or _SPEECH.match(line) for line in above)
    )


def _note(kept: dict[int, tuple[str, int]], number: int, match: re.Match[str], piece: Piece) -> None:
    label = " ".join(match["label"].split()).strip("*_ ,")
    listed = _LISTED.fullmatch(label) is not None and _NAMED.fullmatch(match.string, match.end(), piece.end) is not None
    if label and len(label) <= LONGEST_LABEL and not listed and not _NOT_SPEAKERS.fullmatch(label):
        kept[number] = (label, min(match.end(), piece.end))


def _is_transcript(caps: dict[int, tuple[str, int]], questions: dict[int, tuple[str, int]], pieces: int) -> bool:
    count = len(caps) + len(questions)
    if count < 2:
        return False
    repeated = Counter(label for label, _ in caps.values()).most_common(1)
    known = bool(questions) or any(_ROLE.search(label) for label, _ in caps.values())
    return known or repeated[0][1] >= 3 or (repeated[0][1] >= 2 and count >= 0.25 * pieces)


def _interview(
    names: dict[int, tuple[str, int]], spoken: dict[int, int], pieces: int, *, settled: bool, initials: set[str]
) -> dict[int, tuple[str, int]]:
    """Labels in ordinary capitals: at least two speakers who each come back, and a good share of the lines."""
    counts = Counter(label for label, _ in names.values())
    shared = Counter(label.rpartition(" ")[2] for label, _ in names.values())
    back = {label for label in counts if shared[label.rpartition(" ")[2]] >= 2}
    if not settled and (strong := _strong(counts, names, spoken)):
        return strong
    several = len({label.rpartition(" ")[2] for label in back})
    enough = several >= (1 if settled else 2) and sum(counts[label] for label in back) >= (2 if settled else 4)
    if not enough or (not settled and len(names) < 0.15 * pieces):
        return {}
    if not settled and median(spoken[number] for number in names if names[number][0] in back) < SHORTEST_SPOKEN:
        return {}
    folded = {word for label in back for word in label.casefold().split()} - _SMALL_WORDS
    return {
        number: (label, start)
        for number, (label, start) in names.items()
        if label in back
        or folded & set(label.casefold().split())
        or _initials(label) in initials
        or _is_person(label)
        or _TITLED.fullmatch(label)
    }


def _is_person(label: str) -> bool:
    """Whether a label that comes once is a full name; its words would else be given to whoever spoke before."""
    words = label.split()
    return 2 <= len(words) <= 4 and is_forename(words[0]) and all(word[0].isupper() for word in words)


def _initials(label: str) -> str:
    return "".join(word[0] for word in label.split() if word[0].isupper())


def _strong(
    counts: Counter[str], names: dict[int, tuple[str, int]], spoken: dict[int, int]
) -> dict[int, tuple[str, int]]:
    """Labels of which most say what the speaker is, on most lines of the stretch that they span."""
    known = {label for label in counts if _STRONG.fullmatch(label)}
    words = {word.strip(".,()[]") for label in known for word in label.casefold().split()} - _SMALL_WORDS
    taken = {
        number: found
        for number, found in names.items()
        if found[0] in known
        or counts[found[0]] >= 2
        or words & set(found[0].casefold().split())
        or _is_person(found[0])
    }
    if len({label for label, _ in taken.values()}) < 2 or sum(counts[label] for label in known) < 2 or len(taken) < 3:
        return {}
    long = sum(spoken[number] >= SHORTEST_SPOKEN for number in taken)
    stretch = max(taken) - min(taken) + 1
    return taken if len(taken) >= 0.4 * stretch and long >= 2 else {}


def _last(text: str, pieces: Sequence[Piece], last_label: int, speaker: str | None = None) -> int:
    """The last piece that can be speech: up to a closing time, an end mark, or the notes below a text."""
    for number in range(last_label + 1, len(pieces)):
        words = text[pieces[number].start : pieces[number].end]
        if is_closing_time(words) or _END.fullmatch(words) or line_sort(words) in _BELOW:
            return number - 1
        if tells_of_the_talk(words, speaker):
            return number - 1
        if number >= len(pieces) - 2 and (is_date_line(words) or is_place_and_date(words)):
            return number - 1
    return len(pieces) - 1
