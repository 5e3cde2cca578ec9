"""Blocks: what every stretch of a text is, from its layout, its words and its neighbours."""

import re
from collections.abc import Iterator, Sequence

from onrecord.model.documents import Block, BlockKind
from onrecord.reading.bylines import byline_in, is_bare_name, is_credit_roll, is_initials, is_post, is_publisher
from onrecord.reading.captions import caption_in, is_credit
from onrecord.reading.closing_notes import is_closing_time
from onrecord.reading.date_lines import is_date_line, is_dated_head, is_occasion, is_place_and_date, month_of_issue
from onrecord.reading.datelines import dateline_at, is_capitals, is_dateline_alone
from onrecord.reading.furniture import is_link_head, is_section, line_sort, within
from onrecord.reading.furniture_signs import CRAWLER_HEAD, NAME
from onrecord.reading.genres import is_issuer
from onrecord.reading.letterheads import (
    in_title_case,
    is_body,
    is_committee,
    is_letterhead,
    is_name,
    is_paper,
    is_press_desk,
)
from onrecord.reading.pieces import Piece, bullet_end, trimmed
from onrecord.reading.turns import find_turns

LONGEST_TITLE_WORDS = 30
LONGEST_SENTENCE_TITLE_WORDS = 16
"""A first line that ends in a full stop above a dateline is a title up to this length."""

LONGEST_HEADING_WORDS = 12
LAST_LINE_OF_HEAD = 12
LONGEST_NAME = 50
SHORTEST_DUPLICATE = 60
"""Characters from which a repeated paragraph is a publishing accident rather than a refrain."""

_IN_SPEECH_WORDS = (
    "advertisement font_size "
    "accessibility related rating donation newsletter share cookies copyright end_mark republication"
)
IN_SPEECH = frozenset(_IN_SPEECH_WORDS.split())
"""Sorts of furniture looked for between turns; short answers ("More.", "Next") read like the rest."""

LEAST_HEADLINE_WORDS = 3
_SHOWN = re.compile(
    r"(?:(?:first |originally )?(?:broadcast|aired|transmitted|recorded|air date|programme|program)\b|transcript\s*:"
    r"|interview\s*:)",
    re.IGNORECASE,
)
"""How a line begins that says when a programme was shown, or that names its transcript."""
_LEGAL_FORM = re.compile(r",?\s(?:Ltd|plc|PLC|LLC|LLP|Inc|Corp|Limited|GmbH|AG)\.?\Z")
_ATTENDANCE = re.compile(
    r"(?:(?:(?:members?|councillors|committee members|officers|also|those|commissioners) )?(?:present|in attendance"
    r"|attending)|witness(?:es)?|attendees|participants|panel(?:lists)?|guests?|apologies(?: for absence)?|appearing"
    r"|speakers)\s*:",
    re.IGNORECASE,
)
"""How a line begins above the turns of a sitting that lists who is there."""
_STAGE = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]\.?|\*[^*]{1,60}\*")
_NO_LETTERS = re.compile(r"[\W_]+")
_TERMINAL = re.compile(r"[.,;:!…][\"”’')\]]*\Z")
_SENTENCE_END = re.compile(r"[.…][\"”’')\]]*\Z")
_LEADS_IN = re.compile(
    r"\b(?:\w+ed|sa(?:ys|id)|wrote|writes|asks?|tells?|told|adds|notes|reads?|goes|gets|this|follow\w*)\W*:\Z"
)
"""A line before a quotation ("She added:"), which is prose."""
_QUOTE_MARK = re.compile(r"[\"“‘']")


def find_blocks(
    text: str, pieces: Sequence[Piece], *, title: str | None = None, headed: str | None = None
) -> tuple[Block, ...]:
    """The blocks of `text`: in order, apart, trimmed; `title` is what metadata calls it, `headed` a title above."""
    return tuple(_Marking(text, pieces, title, headed).blocks())


class _Marking:
    """One pass over the pieces. It remembers what came before: the title, seen paragraphs, whether prose began."""

    def __init__(self, text: str, pieces: Sequence[Piece], title: str | None, headed: str | None) -> None:
        self.text = text
        self.pieces = pieces
        self.title = _squeezed(title) if title and not headed else None
        self.headed = _squeezed(headed) if headed else None
        self.transcript = find_turns(text, pieces)
        self.titled = bool(headed) or (self.title is not None and any(map(self._is_given_title, pieces[:40])))
        self.title_at: int | None = None
        self.seen: set[str] = {self.headed} if self.headed else set()
        self.body_seen = 0
        self.previous_sort: str | None = None
        self.in_links = False

    def blocks(self) -> Iterator[Block]:
        """Every piece as one or more blocks."""
        for number, piece in enumerate(self.pieces):
            for block in self._blocks_of(number, piece):
                start, end = trimmed(self.text, block.start, block.end)
                if start < end:
                    self.previous_sort = block.label if block.kind == "furniture" else block.kind
                    yield Block(kind=block.kind, start=start, end=end, label=block.label)

    def _blocks_of(self, number: int, piece: Piece) -> Iterator[Block]:
        if number == 0 and (head := CRAWLER_HEAD.match(self.text)) and head.end() <= piece.end:
            yield _furniture(piece.start, head.end(), "crawler")
            start, _ = trimmed(self.text, head.end(), piece.end)
            piece = piece._replace(start=start)
            if piece.start >= piece.end:
                return
        words = self.text[piece.start : piece.end]
        turn = self.transcript.turns.get(number) if self.transcript else None
        if turn is not None:
            sort = line_sort(words) if not turn.opens else None
            if sort in IN_SPEECH:
                yield _furniture(piece.start, piece.end, sort)
            elif not turn.opens and (is_closing_time(words) or _is_heading_in_capitals(words)):
                yield Block(kind="heading", start=piece.start, end=piece.end)
            elif not turn.opens and _STAGE.fullmatch(words):
                yield _furniture(piece.start, piece.end, "stage_direction")
            else:
                yield from self._around_furniture(turn.start, piece.end, "turn", turn.label)
            return
        yield from self._apart(number, piece, words)

    def _apart(self, number: int, piece: Piece, words: str) -> Iterator[Block]:
        """A piece outside a transcript's turns."""
        if self._is_given_title(piece) and self.title_at is None:
            self.title_at = number
            self._remember(words)
            yield Block(kind="title", start=piece.start, end=piece.end)
            return
        sort = self._sort_of(number, piece, words)
        if sort is not None:
            yield _furniture(piece.start, piece.end, sort)
            return
        if caption := caption_in(self.text, piece.start, piece.end):
            self._remember(words)
            yield Block(kind="caption", start=piece.start, end=caption.end)
            if caption.credit_start < caption.credit_end:
                yield _furniture(caption.credit_start, caption.credit_end, "credit")
            return
        self._remember(words)
        kind = self._kind_of(number, piece, words)
        if kind == "title":
            self.title_at = number
        if kind in ("title", "heading", "table", "caption"):
            yield Block(kind=kind, start=piece.start, end=piece.end)
            return
        start = bullet_end(self.text, piece.start, piece.end) if kind == "list_item" else piece.start
        if kind == "paragraph":
            self.body_seen += 1
            dateline = dateline_at(self.text, start, piece.end) if self.body_seen <= 6 else None
            if dateline and (self.body_seen == 1 or dateline.agency or is_capitals(dateline)):
                yield _furniture(start, dateline.end, "dateline")
                start = dateline.end
        yield from self._around_furniture(start, piece.end, kind, None)

    def _around_furniture(self, start: int, end: int, kind: BlockKind, label: str | None) -> Iterator[Block]:
        for found in within(self.text, start, end):
            yield Block(kind=kind, start=start, end=found.start, label=label)
            yield _furniture(found.start, found.end, found.label)
            start = found.end
        yield Block(kind=kind, start=start, end=end, label=label)

    def _sort_of(self, number: int, piece: Piece, words: str) -> str | None:
        """The sort of furniture that the whole piece is, or `None`."""
        before_prose = self.body_seen == 0
        if before_prose and (is_section(words) or self._is_page_title(number, words)):
            return "section"
        if self.in_links and self._is_link(words):
            return "related"
        if sort := line_sort(words):
            self.in_links = sort == "related" and is_link_head(words)
            return None if piece.kind == "heading" and sort in ("navigation", "media") else sort
        if before_prose and is_dateline_alone(words):
            return "dateline"
        if self._is_letterhead(number, words):
            return "letterhead"
        if self._is_date(number, words):
            return "date"
        if byline_in(words) is not None and (before_prose or number >= len(self.pieces) - 3):
            return "byline"
        if is_credit_roll(words) and number >= len(self.pieces) // 2:
            return "credits"
        if number >= len(self.pieces) - 2 and is_initials(words):
            return "credits"
        if (
            before_prose
            and self.previous_sort == "byline"
            and (is_publisher(words.partition(",")[0]) or is_post(words))
        ):
            return "byline"
        if self.previous_sort == "contact" and (is_bare_name(words) or is_press_desk(words)):
            return "contact"
        if is_credit(words):
            return "credit"
        if before_prose and self._is_byline_name(number, words):
            return "byline"
        squeezed = _squeezed(words)
        if squeezed in self.seen and (len(words) >= SHORTEST_DUPLICATE or squeezed == self._title_words()):
            return "duplicate"
        return None

    def _kind_of(self, number: int, piece: Piece, words: str) -> BlockKind:
        if piece.kind in ("list_item", "table", "caption"):
            return piece.kind
        if self.previous_sort == "caption_label":
            return "caption"
        if self.transcript is not None and number < self.transcript.first and _ATTENDANCE.match(words):
            return "heading"
        if self.title_at is None and not self.titled and self.body_seen == 0 and self._is_title(number, piece, words):
            return "title"
        if piece.kind == "heading":
            return "heading"
        if piece.kind is None and self._is_heading(number, words):
            return "heading"
        return "paragraph"

    def _is_title(self, number: int, piece: Piece, words: str) -> bool:
        if number + 1 >= len(self.pieces) or "\n" in words or len(words) > 250 or is_closing_time(words):
            return False
        count = len(words.split())
        if count < 2 or count > LONGEST_TITLE_WORDS or words[0].islower() or (count <= 3 and is_publisher(words)):
            return False
        if piece.kind == "heading":
            return True
        if not self._follows_longer(number, len(words)):
            return False
        if not _TERMINAL.search(words):
            return not (_QUOTE_MARK.match(words) and words[-1] in "\"”’'") or count <= 12
        if dateline_at(self.text, piece.start, piece.end):
            return False
        if _SENTENCE_END.search(words):  # prose, unless it is set like a headline or stands above a dateline
            after = self.pieces[number + 1]
            above = count <= LONGEST_SENTENCE_TITLE_WORDS and dateline_at(self.text, after.start, after.end) is not None
            return above or _in_title_case(words)
        return words[-1] in "!;" and count <= LONGEST_SENTENCE_TITLE_WORDS

    def _is_heading(self, number: int, words: str) -> bool:
        if is_closing_time(words):
            return True
        count = len(words.split())
        if count > LONGEST_HEADING_WORDS or len(words) > 90 or "\n" in words or number + 1 >= len(self.pieces):
            return False
        if not any(c.isalpha() for c in words) or words[0].islower() or words[0] in ",;)":
            return False
        if words.endswith(":"):
            short = count <= 3 or (count <= 8 and all(w[0].isupper() for w in words.split() if len(w) > 3))
            return short and not _QUOTE_MARK.match(words) and not _LEADS_IN.search(words)
        if self.body_seen == 0 and count <= 3 and words.endswith("."):  # "Torvik, V.D." above a text
            return all(word[0].isupper() for word in words.split())
        return not (_TERMINAL.search(words) or (_QUOTE_MARK.match(words) and words[-1] in '"”'))

    def _follows_longer(self, number: int, length: int) -> bool:
        """Whether prose follows: one of the next pieces is longer than this one, or turns begin."""
        if self.transcript is not None:
            return True
        return any(
            p.end - p.start > max(length, 80)
            or (p.end - p.start > 50 and _SENTENCE_END.search(self.text[p.start : p.end]))
            for p in self.pieces[number + 1 : number + 12]
        )

    def _is_date(self, number: int, words: str) -> bool:
        """Whether a line holds only a date; with a place before it, only above the text or at its foot."""
        if is_date_line(words):
            return not self._is_all_the_title(number, words)
        if byline_in(words) is not None:
            return False
        if self.body_seen == 0 and self.title_at != number and month_of_issue(words):
            return True
        if self.body_seen == 0 and number <= LAST_LINE_OF_HEAD and number != self.title_at and is_dated_head(words):
            return True
        at_edge = (self.body_seen == 0 and number <= LAST_LINE_OF_HEAD) or number >= len(self.pieces) - 2
        return at_edge and number != self.title_at and is_place_and_date(words)

    def _is_all_the_title(self, number: int, words: str) -> bool:
        """Whether a first line with a date is the only title there is: "Press briefing, 5 June 2024" above turns."""
        if number > 0 or self.titled or not is_occasion(words) or self.transcript is None:
            return False
        head = (self.pieces[after] for after in range(1, self.transcript.first))
        return not any(self._is_title(n, p, self.text[p.start : p.end]) for n, p in enumerate(head, start=1))

    def _is_letterhead(self, number: int, words: str) -> bool:
        """Whether a line above the text names its issuer, with a title elsewhere: alone, it is the title itself."""
        if self.body_seen or number > LAST_LINE_OF_HEAD:
            return False
        sitting = self.transcript is not None and is_committee(words)
        sure = is_letterhead(words) or sitting or (number == 0 and self._is_issuers_name(words))
        first = number == 0 or self.previous_sort == "letterhead"
        if not sure and (self.titled or self.title_at is not None or not first or not is_name(words)):
            return False
        if self.titled or self.title_at is not None:
            return True
        apart: str | None = None
        for after in range(number + 1, min(number + 8, len(self.pieces))):
            if self.transcript and after in self.transcript.turns:
                return False
            piece = self.pieces[after]
            line = self.text[piece.start : piece.end]
            sort = line_sort(line)
            if sort or self._is_date(after, line):
                apart = apart or sort or ("shown" if _SHOWN.match(line) else "date")
                continue
            if is_letterhead(line) or (self.transcript is not None and is_committee(line)):
                continue
            if not sure and is_name(line) and (is_body(line) or is_paper(line)) and apart is None:
                continue
            if not self._is_title(after, piece, line):
                return False
            return sure or self._is_masthead(words, line, apart)
        return False

    def _is_masthead(self, words: str, title: str, apart: str | None) -> bool:
        """Whether a name above a text is whose text it is, by what it is called or what stands above the title.

        A paper may stand right above its headline; a body above its day or the mark of a release.
        """
        if byline_in(title) is not None or is_name(title) or len(title.split()) < LEAST_HEADLINE_WORDS:
            return False
        if is_paper(words) or (is_body(words) and self.transcript is not None):
            return True
        if apart == "shown" or _SHOWN.match(title):
            return True
        named = _LEGAL_FORM.sub("", in_title_case(words))
        return (apart in {"date", "release_mark"} and is_body(words)) or (
            apart == "release_mark" and re.search(rf"\b{re.escape(named)}\b", self.text) is not None
        )

    def _is_issuers_name(self, words: str) -> bool:
        """Whether the first line is a name alone by which a text calls its own issuer: "TIDE WATCH" above "we"."""
        named = re.fullmatch(rf"{NAME}", in_title_case(words)) if len(words) <= LONGEST_NAME else None
        return named is not None and not self.titled and is_issuer(in_title_case(words), self.text)

    def _is_byline_name(self, number: int, words: str) -> bool:
        """Whether a line is a writer's name alone: after "By", or under the title and beside a date."""
        if words in ("By", "by", "BY", "Written by"):
            return True
        if not is_bare_name(words):
            return False
        if self.previous_sort == "byline" and self.text[: self.pieces[number].start].rstrip().endswith(
            ("By", "by", "BY")
        ):
            return True
        if self.transcript is not None or self.title_at is None or number - self.title_at > 4:
            return False
        return self.previous_sort == "date" or any(
            is_date_line(after) or line_sort(after) in ("font_size", "share", "reading_time")
            for after in (self.text[p.start : p.end] for p in self.pieces[number + 1 : number + 3])
        )

    def _is_page_title(self, number: int, words: str) -> bool:
        """Whether a line is a browser's title ("Dam denied | Harbour News"): a part of it stands below."""
        parts = re.split(r"\s+[|–—-]\s+", words) if len(words) <= 300 else []
        if len(parts) < 2 or number > 3:
            return False
        below = {_squeezed(self.text[p.start : p.end]) for p in self.pieces[number + 1 : number + 10]}
        return _squeezed(words) not in below and any(len(part) >= 15 and _squeezed(part) in below for part in parts)

    def _is_link(self, words: str) -> bool:
        """Whether a line below a heading for other articles is one of their titles; the first prose ends them."""
        if len(words.split()) <= 14 and not _SENTENCE_END.search(words) and not _QUOTE_MARK.match(words):
            return True
        self.in_links = False
        return False

    def _is_given_title(self, piece: Piece) -> bool:
        if self.title is None or piece.end - piece.start > 2 * len(self.title) + 40:
            return False
        squeezed = _squeezed(self.text[piece.start : piece.end])
        if len(squeezed) < 8:
            return squeezed == self.title
        return self.title.startswith(squeezed) and (squeezed == self.title or len(squeezed) >= 20)

    def _title_words(self) -> str | None:
        if self.title_at is None:
            return self.headed
        return _squeezed(self.text[self.pieces[self.title_at].start : self.pieces[self.title_at].end])

    def _remember(self, words: str) -> None:
        self.seen.add(_squeezed(words))


def _is_heading_in_capitals(words: str) -> bool:
    """Whether a line between turns is set in capitals as a heading is: "STATEMENT OF ERIC LIND, DIRECTOR"."""
    return words.isupper() and 3 <= len(words.split()) <= LONGEST_TITLE_WORDS and not _TERMINAL.search(words)


def _in_title_case(words: str) -> bool:
    """Whether most longer words are capitalised, as in headlines; needs four of them to tell."""
    longer = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) >= 4 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def _squeezed(words: str) -> str:
    """Letters and digits alone, for telling whether two lines say the same."""
    return _NO_LETTERS.sub("", words.casefold())


def _furniture(start: int, end: int, label: str | None) -> Block:
    return Block(kind="furniture", start=start, end=end, label=label)
