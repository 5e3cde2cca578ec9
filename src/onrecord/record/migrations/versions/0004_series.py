"""Official series with their values, and what a person says of measures."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

WORDS = sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "series",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("measure", WORDS, nullable=False),
        sa.Column("party", WORDS),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "measure_rules",
        sa.Column("one", WORDS, nullable=False),
        sa.Column("other", WORDS, nullable=False),
        sa.Column("relation", WORDS, nullable=False),
        sa.Column("reason", sa.Text()),
        sa.PrimaryKeyConstraint("one", "other"),
    )
