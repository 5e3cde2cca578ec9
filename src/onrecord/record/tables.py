"""The tables: one a kind, with the columns that filters use beside a JSON body that holds the item whole.

Columns of names and words are folded (no case, accents or punctuation): they are for finding, the body is for showing.
"""

from collections.abc import Sequence

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import TEXT
from sqlalchemy.types import TypeEngine

METADATA = MetaData()


def words() -> TypeEngine[str]:
    """Text that sorts by code point on every database, so that order never depends on a server's locale."""
    return Text().with_variant(TEXT(collation="C"), "postgresql")


def _document() -> Column[str]:
    return Column("document", words(), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False)


def _items(name: str, *columns: Column[str], indexes: Sequence[Index] = ()) -> Table:
    """A kind whose items belong to one document each."""
    return Table(
        name,
        METADATA,
        Column("id", words(), primary_key=True),
        _document(),
        Column("start", Integer, nullable=False),
        Column("day", words()),
        *columns,
        Column("words", words(), nullable=False),
        Column("body", Text, nullable=False),
        Index(f"{name}_document", "document", "start"),
        *indexes,
    )


def _parts(name: str, *columns: Column[str]) -> Table:
    """A kind whose items several documents share: a row holds what one document says of it."""
    return Table(
        name,
        METADATA,
        Column("id", words(), nullable=False),
        _document(),
        Column("start", Integer, nullable=False),
        Column("day", words()),
        *columns,
        Column("words", words(), nullable=False),
        Column("body", Text, nullable=False),
        PrimaryKeyConstraint("id", "document"),
        Index(f"{name}_document", "document"),
    )


def _holder() -> tuple[Column[str], ...]:
    return (Column("speaker", words()), Column("entity", words()), Column("party", words()))


DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", words(), primary_key=True),
    Column("sha256", words(), nullable=False, unique=True),
    Column("uri", words(), nullable=False),
    Column("read_from", words(), nullable=False),
    Column("version", words(), nullable=False),
    Column("content_hash", words(), nullable=False),
    Column("text_hash", words(), nullable=False),
    Column("outlet", words()),
    Column("genre", words(), nullable=False),
    Column("language", words(), nullable=False),
    Column("day", words()),
    Column("runs", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("documents_day", "day"),
)
"""`read_from` is the uri whose reading the body holds; `uri`, the smallest of all, is the one shown; `runs` counts
the keys of its `fingerprints` that are runs of words."""

SOURCES = Table(
    "sources",
    METADATA,
    _document(),
    Column("uri", words(), nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("document", "uri"),
)

BLOCKS = Table(
    "blocks",
    METADATA,
    Column("id", Integer, primary_key=True),
    _document(),
    Column("kind", words(), nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Index("blocks_document", "document", "start"),
)
"""What can be searched: a row a block (long ones in pieces), and one for a title that the text does not hold."""

STATEMENTS = _items(
    "statements",
    *_holder(),
    Column("manner", words(), nullable=False),
    Column("stance", words(), nullable=False),
    Column("nested_in", words()),
    indexes=(
        Index("statements_entity", "entity", "day", "party"),
        Index("statements_party", "party", "day"),
        Index("statements_day", "day"),
    ),
)
CLAIMS = _items(
    "claims",
    Column("statement", words(), index=True),
    *_holder(),
    Column("polarity", words(), nullable=False),
    Column("modality", words(), nullable=False),
    Column("predicate", words(), nullable=False),
    Column("question", words(), index=True),
    indexes=(Index("claims_entity", "entity", "question"), Index("claims_party", "party", "question")),
)
FIGURES = _items(
    "figures",
    Column("statement", words()),
    *_holder(),
    Column("kind", words(), nullable=False),
    Column("unit", words(), nullable=False),
    Column("measure", words()),
    indexes=(
        Index("figures_measure", "measure", "unit"),
        Index("figures_entity", "entity", "day"),
        Index("figures_party", "party", "day"),
    ),
)
COMMITMENTS = _items(
    "commitments",
    Column("statement", words()),
    Column("kind", words(), nullable=False),
    Column("parties", words(), nullable=False),
    Column("deadline", words()),
    indexes=(
        Index("commitments_deadline", "deadline"),
        Index("commitments_parties", "parties", "day"),
        Index("commitments_statement", "statement"),
    ),
)
"""`deadline` is the last day of the deadline."""
RELATIONS = _items(
    "relations",
    *_holder(),
    Column("predicate", words(), nullable=False),
    Column("subject", words(), nullable=False),
    Column("object", words(), nullable=False),
    indexes=(Index("relations_subject", "subject"),),
)
ENTITIES = _parts(
    "entities",
    Column("kind", words(), nullable=False),
    Column("name", words(), nullable=False),
    Column("party", words()),
)
EVENTS = _parts(
    "events",
    Column("kind", words(), nullable=False),
    Column("participants", words(), nullable=False),
)

PROGRESS = Table(
    "progress",
    METADATA,
    Column("commitment", words(), ForeignKey("commitments.id", ondelete="CASCADE"), nullable=False),
    _document(),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("commitment", "document"),
    Index("progress_document", "document"),
)
"""What a later document says became of a commitment: found by comparing, shown in the commitment's history."""

QUESTIONS = Table(
    "questions",
    METADATA,
    Column("id", words(), primary_key=True),
    Column("words", words(), nullable=False),
    Column("body", Text, nullable=False),
)
QUESTION_CLAIMS = Table(
    "question_claims",
    METADATA,
    Column("question", words(), ForeignKey("questions.id", ondelete="CASCADE"), nullable=False),
    Column("claim", words(), nullable=False, index=True),
    PrimaryKeyConstraint("question", "claim"),
    sqlite_with_rowid=False,
)
FINDINGS = Table(
    "findings",
    METADATA,
    Column("id", words(), primary_key=True),
    Column("kind", words(), nullable=False),
    Column("question", words(), index=True),
    Column("same_speaker", Boolean, nullable=False),
    Column("score", Float, nullable=False),
    Column("body", Text, nullable=False),
)
FINDING_ITEMS = Table(
    "finding_items",
    METADATA,
    Column("finding", words(), ForeignKey("findings.id", ondelete="CASCADE"), nullable=False),
    Column("item", words(), nullable=False, index=True),
    PrimaryKeyConstraint("finding", "item"),
    sqlite_with_rowid=False,
)
FINDING_DOCUMENTS = Table(
    "finding_documents",
    METADATA,
    Column("finding", words(), ForeignKey("findings.id", ondelete="CASCADE"), nullable=False),
    Column("document", words(), nullable=False, index=True),
    PrimaryKeyConstraint("finding", "document"),
    sqlite_with_rowid=False,
)

POSTINGS = Table(
    "postings",
    METADATA,
    Column("kind", words(), nullable=False),
    Column("key", words(), nullable=False),
    Column("item", words(), nullable=False),
    PrimaryKeyConstraint("kind", "key", "item"),
    Index("postings_item", "item", "kind"),
    sqlite_with_rowid=False,
)

DUPLICATES = Table(
    "duplicates",
    METADATA,
    Column("document", words(), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("other", words(), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("jaccard", Float, nullable=False),
    Column("containment", Float, nullable=False),
    PrimaryKeyConstraint("document", "other"),
    sqlite_with_rowid=False,
)
"""Pairs of near-duplicates, the smaller id first."""

FINGERPRINTS = Table(
    "fingerprints",
    METADATA,
    Column("key", BigInteger, nullable=False),
    Column("document", words(), nullable=False),
    PrimaryKeyConstraint("key", "document"),
    sqlite_with_rowid=False,
)
"""Keys that near-duplicates share: MinHash bands, and long runs of words."""

REVIEWS = Table(
    "reviews",
    METADATA,
    Column("id", words(), primary_key=True),
    Column("item", words(), nullable=False, index=True),
    Column("at", words(), nullable=False, index=True),
    Column("undoes", words(), index=True),
    Column("words", Text, nullable=False),
    Column("body", Text, nullable=False),
)
"""Append-only. `words` are the reviewed item's words as they stood, one string a span of its evidence."""

REVIEW_DOCUMENTS = Table(
    "review_documents",
    METADATA,
    Column("review", words(), ForeignKey("reviews.id"), nullable=False),
    Column("document", words(), nullable=False, index=True),
    PrimaryKeyConstraint("review", "document"),
    sqlite_with_rowid=False,
)

FAILURES = Table(
    "failures",
    METADATA,
    Column("uri", words(), primary_key=True),
    Column("body", Text, nullable=False),
)

USERS = Table(
    "users",
    METADATA,
    Column("key", words(), primary_key=True),
    Column("name", words(), nullable=False),
    Column("role", words(), nullable=False),
    Column("password", words(), nullable=False),
    Column("made_at", words(), nullable=False),
)
"""Who may log in to the web application. `key` is the folded name, so that no two names look alike."""

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("id", words(), primary_key=True),
    Column("user", words(), ForeignKey("users.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("made_at", words(), nullable=False),
    Column("seen_at", words(), nullable=False),
)
"""Who is logged in. `id` is the hash of what the browser holds, so that the record alone lets nobody in."""

LOGIN_ATTEMPTS = Table(
    "login_attempts",
    METADATA,
    Column("id", words(), primary_key=True),
    Column("user", words(), nullable=False),
    Column("address", words(), nullable=False, index=True),
    Column("at", words(), nullable=False, index=True),
    Index("login_attempts_user", "user", "at"),
)

JOBS = Table(
    "jobs",
    METADATA,
    Column("id", words(), primary_key=True),
    Column("made_at", words(), nullable=False, index=True),
    Column("state", words(), nullable=False),
    Column("beat_at", words()),
    Column("body", Text, nullable=False),
    Column("progress", Text, nullable=False),
)
"""Imports that the web application runs: what was asked (`body`), and how far it is; `beat_at` says that it lives."""

SERIES = Table(
    "series",
    METADATA,
    Column("id", words(), primary_key=True),
    Column("name", words(), nullable=False),
    Column("measure", words(), nullable=False),
    Column("party", words()),
    Column("body", Text, nullable=False),
)
"""Official series, each whole in its body with all its values."""

MEASURE_RULES = Table(
    "measure_rules",
    METADATA,
    Column("one", words(), nullable=False),
    Column("other", words(), nullable=False),
    Column("relation", words(), nullable=False),
    Column("reason", Text),
    PrimaryKeyConstraint("one", "other"),
)
"""What a person said of two measures, by their folded words."""

OF_ONE_DOCUMENT: dict[str, Table] = {
    "statement": STATEMENTS,
    "claim": CLAIMS,
    "figure": FIGURES,
    "commitment": COMMITMENTS,
    "relation": RELATIONS,
}
SHARED: dict[str, Table] = {"entity": ENTITIES, "event": EVENTS}
