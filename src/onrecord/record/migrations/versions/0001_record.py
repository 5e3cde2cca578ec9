"""The record's first schema: documents, what was found in them, what comparing brought out, and reviews."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

WORDS = sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Make all tables and the search index."""
    op.create_table(
        "documents",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("sha256", WORDS, nullable=False),
        sa.Column("uri", WORDS, nullable=False),
        sa.Column("read_from", WORDS, nullable=False),
        sa.Column("version", WORDS, nullable=False),
        sa.Column("content_hash", WORDS, nullable=False),
        sa.Column("text_hash", WORDS, nullable=False),
        sa.Column("outlet", WORDS),
        sa.Column("genre", WORDS, nullable=False),
        sa.Column("language", WORDS, nullable=False),
        sa.Column("day", WORDS),
        sa.Column("runs", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sha256"),
    )
    op.create_index("documents_day", "documents", ["day"], unique=False)
    op.create_table(
        "failures",
        sa.Column("uri", WORDS, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("uri"),
    )
    op.create_table(
        "findings",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("question", WORDS),
        sa.Column("same_speaker", sa.Boolean(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_findings_question", "findings", ["question"], unique=False)
    op.create_table(
        "fingerprints",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("document", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("key", "document"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "postings",
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("key", WORDS, nullable=False),
        sa.Column("item", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", "item"),
        sqlite_with_rowid=False,
    )
    op.create_index("postings_item", "postings", ["item", "kind"], unique=False)
    op.create_table(
        "questions",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("words", WORDS, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "reviews",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("item", WORDS, nullable=False),
        sa.Column("at", WORDS, nullable=False),
        sa.Column("undoes", WORDS),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_reviews_at", "reviews", ["at"], unique=False)
    op.create_index("ix_reviews_item", "reviews", ["item"], unique=False)
    op.create_index("ix_reviews_undoes", "reviews", ["undoes"], unique=False)
    op.create_table(
        "blocks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document", WORDS, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("start", sa.Integer()),
        sa.Column("end", sa.Integer()),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("blocks_document", "blocks", ["document", "start"], unique=False)
    op.create_table(
        "claims",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("document", WORDS, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("day", WORDS),
        sa.Column("statement", WORDS),
        sa.Column("speaker", WORDS),
        sa.Column("entity", WORDS),
        sa.Column("party", WORDS),
        sa.Column("polarity", WORDS, nullable=False),
        sa.Column("modality", WORDS, nullable=False),
        sa.Column("predicate", WORDS, nullable=False),
        sa.Column("question", WORDS),
        sa.Column("words", WORDS, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("claims_document", "claims", ["document", "start"], unique=False)
    op.create_index("ix_claims_question", "claims", ["question"], unique=False)
    op.create_index("ix_claims_statement", "claims", ["statement"], unique=False)
    op.create_table(
        "commitments",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("document", WORDS, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("day", WORDS),
        sa.Column("statement", WORDS),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("parties", WORDS, nullable=False),
        sa.Column("deadline", WORDS),
        sa.Column("words", WORDS, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("commitments_document", "commitments", ["document", "start"], unique=False)
    op.create_table(
        "duplicates",
        sa.Column("document", WORDS, nullable=False),
        sa.Column("other", WORDS, nullable=False),
        sa.Column("jaccard", sa.Float(), nullable=False),
        sa.Column("containment", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "other"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_duplicates_other", "duplicates", ["other"], unique=False)
    op.create_table(
        "entities",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("document", WORDS, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("day", WORDS),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("party", WORDS),
        sa.Column("words", WORDS, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", "document"),
    )
    op.create_index("entities_document", "entities", ["document"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("document", WORDS, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("day", WORDS),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("participants", WORDS, nullable=False),
        sa.Column("words", WORDS, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", "document"),
    )
    op.create_index("events_document", "events", ["document"], unique=False)
    op.create_table(
        "figures",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("document", WORDS, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("day", WORDS),
        sa.Column("statement", WORDS),
        sa.Column("speaker", WORDS),
        sa.Column("entity", WORDS),
        sa.Column("party", WORDS),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("unit", WORDS, nullable=False),
        sa.Column("measure", WORDS),
        sa.Column("words", WORDS, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("figures_document", "figures", ["document", "start"], unique=False)
    op.create_table(
        "finding_documents",
        sa.Column("finding", WORDS, nullable=False),
        sa.Column("document", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["finding"], ["findings.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("finding", "document"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_finding_documents_document", "finding_documents", ["document"], unique=False)
    op.create_table(
        "finding_items",
        sa.Column("finding", WORDS, nullable=False),
        sa.Column("item", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["finding"], ["findings.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("finding", "item"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_finding_items_item", "finding_items", ["item"], unique=False)
    op.create_table(
        "question_claims",
        sa.Column("question", WORDS, nullable=False),
        sa.Column("claim", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["question"], ["questions.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("question", "claim"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_question_claims_claim", "question_claims", ["claim"], unique=False)
    op.create_table(
        "relations",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("document", WORDS, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("day", WORDS),
        sa.Column("speaker", WORDS),
        sa.Column("entity", WORDS),
        sa.Column("party", WORDS),
        sa.Column("predicate", WORDS, nullable=False),
        sa.Column("subject", WORDS, nullable=False),
        sa.Column("object", WORDS, nullable=False),
        sa.Column("words", WORDS, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("relations_document", "relations", ["document", "start"], unique=False)
    op.create_table(
        "review_documents",
        sa.Column("review", WORDS, nullable=False),
        sa.Column("document", WORDS, nullable=False),
        sa.ForeignKeyConstraint(
            ["review"],
            ["reviews.id"],
        ),
        sa.PrimaryKeyConstraint("review", "document"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_review_documents_document", "review_documents", ["document"], unique=False)
    op.create_table(
        "sources",
        sa.Column("document", WORDS, nullable=False),
        sa.Column("uri", WORDS, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "uri"),
    )
    op.create_table(
        "statements",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("document", WORDS, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("day", WORDS),
        sa.Column("speaker", WORDS),
        sa.Column("entity", WORDS),
        sa.Column("party", WORDS),
        sa.Column("manner", WORDS, nullable=False),
        sa.Column("stance", WORDS, nullable=False),
        sa.Column("nested_in", WORDS),
        sa.Column("words", WORDS, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("statements_document", "statements", ["document", "start"], unique=False)
    op.create_table(
        "progress",
        sa.Column("commitment", WORDS, nullable=False),
        sa.Column("document", WORDS, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["commitment"], ["commitments.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("commitment", "document"),
    )
    op.create_index("progress_document", "progress", ["document"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE block_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2')")
    else:
        op.execute("ALTER TABLE blocks ADD COLUMN words tsvector")
        op.execute("CREATE INDEX blocks_words ON blocks USING gin (words)")
