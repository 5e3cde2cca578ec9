"""Documents from drafts: the blocks found, the facts weighed, the identity given. Every format ends here."""

import hashlib
from datetime import UTC, datetime

from onrecord.model.documents import Document, Source
from onrecord.model.identity import content_id
from onrecord.reading.blocks import find_blocks
from onrecord.reading.dating import published_of
from onrecord.reading.front_matter import front_matter_in
from onrecord.reading.genres import genre_of
from onrecord.reading.limits import Limits
from onrecord.reading.mail_heads import head_in
from onrecord.reading.origins import origins_of
from onrecord.reading.refusals import refuse
from onrecord.reading.stated import Draft, joined
from onrecord.reading.terms import embargo_of, terms_of
from onrecord.reading.tongue import language_of


def document_of(draft: Draft, raw: bytes, *, uri: str, published: str | None, limits: Limits) -> Document:
    """The document of one draft. All but `source.read_at` depends on the raw bytes, `uri` and `published` alone."""
    text = draft.text
    if not any(text[p.start : p.end].strip() for p in draft.pieces):
        raise refuse("E103", where=uri)
    if len(text) > limits.text_characters:
        raise refuse("E108", f"{len(text):,} characters, limit {limits.text_characters:,}", where=uri)
    language = language_of(text, where=uri)
    head = head_in(text) or front_matter_in(text)
    stated = joined(draft.stated, head.stated) if head else draft.stated
    if head:
        headed = next((text[b.start : b.end] for b in head.blocks if b.kind == "title"), None)
        blocks = (*head.blocks, *find_blocks(text, head.below(draft.pieces), title=stated.title, headed=headed))
    else:
        blocks = find_blocks(text, draft.pieces, title=stated.title)
    title = next((" ".join(text[b.start : b.end].split()) for b in blocks if b.kind == "title"), None)
    origins = origins_of(text, blocks, stated)
    day = published_of(text, blocks, stated, dateline_day=origins.dateline_day, given=published)
    genre = genre_of(text, blocks, title=stated.title or title, opinion=stated.opinion, outlet=origins.outlet)
    sha256 = hashlib.sha256(raw).hexdigest()
    return Document(
        id=content_id("document", sha256),
        source=Source(
            uri=uri,
            sha256=sha256,
            media_type=draft.media_type,
            read_at=datetime.now(UTC).isoformat(timespec="seconds"),
            encoding=draft.encoding,
            extractor=draft.extractor,
        ),
        text=text,
        title=stated.title or title,
        outlet=origins.outlet,
        authors=origins.authors,
        published=day,
        dateline=origins.dateline,
        genre=genre,
        language=language,
        terms=terms_of(text, blocks, genre),
        embargo=embargo_of(text, blocks, day),
        republished_from=origins.republished_from,
        blocks=blocks,
    )
