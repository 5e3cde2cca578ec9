"""The named entity that a source's words are, or that only stands in their description: "the mayor's aide Ann Lee"."""

import re
from collections.abc import Sequence

from onrecord.annotating.sources import head_of, is_person_phrase
from onrecord.language.descriptions import is_body_noun
from onrecord.language.firmnames import without_legal_form
from onrecord.language.gazetteers import is_role_head
from onrecord.language.offices import is_private
from onrecord.language.parsing import ParsedBlock
from onrecord.language.persons import POSTNOMINALS
from onrecord.language.titles import VOICE, title_before
from onrecord.model.items import Entity
from onrecord.model.spans import Span

EDGES = " \t\n[](),;:–—"
"""What a source's words may be cut with: a bracket, a comma, a dash."""

_OTHERS = frozenset({"for", "to", "with", "from", "by"})
"""What leads from somebody to somebody else: "spokesman for Mayor Lee"."""

_BEFORE_MENTION = frozenset(
    {"of", "for", "to", "with", "by", "from", "and", "or", "against", "on", "at", "in", "including", "like", "such"}
)
_GOES_ON = re.compile(r"\s*,|\s(?:and|&)\s|\s\(")
"""What stands behind a name that another one follows: "Lee, Cole and Diaz"."""


def is_several(text: str, span: Span, mentions: Sequence[tuple[Span, Entity]]) -> bool:
    """Whether a source is nothing but several names: "Norway and Peru", "Lee, Cole and Diaz"."""
    if len(mentions) < 2 or " and " not in span.of(text):
        return False
    first, last = mentions[0][0], mentions[-1][0]
    lead = text[span.start : first.start].strip().lower()
    listed = all(_GOES_ON.match(text, mention.end) for mention, _ in mentions[:-1])
    return listed and lead in {"", "the", "both"} and last.end >= span.end - 1


def leader_behind(text: str, span: Span, mentions: Sequence[tuple[Span, Entity]]) -> Span:
    """The person at the end of a source that opens with a body: "the union, whose leader, Ann Lee," is Ann Lee."""
    if not mentions or mentions[-1][1].kind != "person" or mentions[-1][0].end < span.end - 1:
        return span
    last = mentions[-1][0]
    whose = _WHOSE.search(text, span.start, last.start)
    return last if whose is not None and is_role_head(whose["office"].split()[-1]) else span


_WHOSE = re.compile(r",\swhose\s(?P<office>(?:[\w-]+\s){0,3}[\w-]+),?\s?$")


def named_source(
    text: str, parsed: ParsedBlock | None, span: Span, mentions: Sequence[tuple[Span, Entity]]
) -> Entity | None:
    """The named entity that is the source itself and does not just stand in its description."""
    if not mentions:
        return None
    last = span.of(text).rstrip(EDGES).rpartition(" ")[2]
    if last.strip(".") in POSTNOMINALS:  # "prosecutor Helen Brand KC"
        span = Span(span.start, text.rindex(last, span.start, span.end))
    phrase = span.of(text).strip(EDGES)
    bare = re.sub(r"^(?:[Tt]he|[Bb]y)\s+|['’]s?$", "", phrase)
    for mention, entity in mentions:
        if mention.of(text) in {bare, without_legal_form(bare)}:
            return entity
    head = parsed.piece_at(span, "contract") if parsed is not None else None
    if parsed is None or head is None:
        return None
    root = head.root
    if root.tag_ == "NNS" and sum(e.kind == "person" for _, e in mentions) > 1:
        return None
    conjoined = any(child.dep_ == "conj" and child.i < head.end for child in root.children)
    roots = [root, *(child for child in root.children if child.dep_ == "appos" and child.i < head.end)]
    of_body = is_body_noun(root.lower_)
    for token in roots:
        at = parsed.offset + token.idx
        for mention, entity in mentions:
            same = entity.kind == "person" or (of_body and entity.kind == "organisation")
            if mention.start <= at < mention.end and (token is root or same):
                if conjoined and token is root and sum(e.kind == entity.kind for _, e in mentions) > 1:
                    return None
                possessive = text[mention.end : mention.end + 2] in {"’s", "'s"}
                if entity.kind == "place" and len(phrase.split()) > len(mention.of(text).split()) + 1:
                    continue
                if not possessive:
                    return entity
    people = [(mention, entity) for mention, entity in mentions if entity.kind == "person"]
    if len(people) == 1:
        mention, entity = people[0]
        before = text[span.start : mention.start].split()
        after = text[mention.end : mention.end + 2]
        leads = not before and after[:1] in {",", "("}
        lead = text[span.start : mention.start]
        plain = "," not in lead and not _BEFORE_MENTION.intersection(w.lower() for w in before)
        titled = bool(before) and (plain or _is_titled(text, span.start, mention.start))
        closes = mention.end >= span.end - 1 or (titled and after.strip()[:1] in {",", "("})
        named_last = VOICE.search(lead) is not None or (lead.endswith(", ") and is_person_phrase(lead))
        ends = closes and (titled or named_last)
        if (leads or ends) and after not in {"’s", "'s"}:
            return entity
    bodies = [(mention, entity) for mention, entity in mentions if entity.kind == "organisation"]
    if bodies and is_body_noun(head_of(phrase)) and bodies[-1][0].end >= span.end - 1:
        return bodies[-1][1] if text.endswith(", ", span.start, bodies[-1][0].start) else None
    return None


def _is_titled(text: str, start: int, name: int) -> bool:
    """Whether all that stands before a name are its bearer's titles: "Mayor and former Secretary of State Lee"."""
    title = title_before(text, name, start)
    if title is None:
        return False
    rest = text[start : title[1]].split()
    if not rest or rest[-1].lower() in {"the", "a", "an"}:
        return True
    joined = rest[-1] == "and" and any(map(is_role_head, rest))
    office = rest[0][:1].isupper() and is_role_head(rest[0]) and not _OTHERS.intersection(rest)
    return joined or (office and not is_private(" ".join(rest)))
