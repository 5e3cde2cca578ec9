"""Undertakings numbered inside a sentence: "agreed (1) to raise wages, (2) to set up a board, and (3) to …"."""

import re
from bisect import bisect_left

from onrecord.annotating.bullets import VERBS
from onrecord.annotating.deadlines import build
from onrecord.annotating.parties import parties_of
from onrecord.annotating.surroundings import Surroundings, negated, shared_subject
from onrecord.language.parsing import ParsedBlock
from onrecord.model.items import Commitment
from onrecord.model.spans import Span

_MARK = re.compile(r"(?<=[\s:])\(?(?:[1-9]|[a-h]|i{1,3}|iv|vi{0,3})\)\s+", re.IGNORECASE)
_CLOSING = re.compile(r"[\s,;.]*(?:\band|\bor)?[\s,;.]*$", re.IGNORECASE)
_LEAD = re.compile(r"(?:to\s)?(?:also\s)?", re.IGNORECASE)
FEWEST = 2
LONGEST = 1500
"""Characters from the first mark to the end of the last item."""
_SCORE = 0.85


def inline_items(around: Surroundings, parsed: ParsedBlock) -> list[Commitment]:
    """One commitment for each numbered item of a sentence that a verb of undertaking opens."""
    marks = list(_MARK.finditer(parsed.text))
    if len(marks) < FEWEST:
        return []
    starts = [mark.start() for mark in marks]
    found: list[Commitment] = []
    for sentence in parsed.doc.sents:
        first, last = bisect_left(starts, sentence.start_char), bisect_left(starts, sentence.end_char)
        inside = [mark for mark in marks[first:last] if mark.end() < sentence.end_char]
        if len(inside) < FEWEST or sentence.end_char - inside[0].start() > LONGEST:
            continue
        before = [token for token in sentence if token.idx < inside[0].start()]
        verb = next((t for t in reversed(before) if t.lemma_ in VERBS and t.pos_ == "VERB" and not negated(t)), None)
        subject = shared_subject(verb) if verb is not None else None
        if verb is None or subject is None:
            continue
        parties = parties_of(around, parsed, subject, verb)
        for number, mark in enumerate(inside):
            until = inside[number + 1].start() if number + 1 < len(inside) else sentence.end_char
            words = parsed.text[mark.end() : until]
            lead, closing = _LEAD.match(words), _CLOSING.search(words)
            start = mark.end() + (lead.end() if lead else 0)
            stop = mark.end() + (closing.start() if closing else len(words))
            if stop - start < 8:
                continue
            span = Span(start + parsed.offset, stop + parsed.offset)
            action = " ".join(parsed.text[start:stop].split())
            found.append(
                build(
                    around, span, action, VERBS[verb.lemma_], parties=parties, statement=around.statement_at(span),
                    action=span, score=_SCORE,
                )
            )  # fmt: skip
    return found
