"""What to list: the one set of filters that command line, web and library share."""

import msgspec


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions that all hold; an absent one lets everything pass.

    Names match without case or accents, by whole words in any place ("nandu" finds "José Ñandú").
    `since` and `until` are ISO days, months or years, both inclusive; an item without a date passes
    neither. `document` and `question` take an id or its beginning, `question` also words of its text.
    `kind` is the sort within a kind: a statement's manner or stance, a claim's polarity or modality, a
    finding's or figure's kind, a document's genre. `measure` is what a figure counts. `text` asks for
    items whose words hold every word given, and every "quoted phrase". `after` asks for ids that sort after
    this one: with `limit`, and in id order, the next page.
    """

    speaker: str | None = None
    party: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    question: str | None = None
    document: str | None = None
    kind: str | None = None
    measure: str | None = None
    text: str | None = None
    limit: int | None = None
    after: str | None = None
