"""What the web application keeps in the record: users, sessions, login attempts, imports; and indexes for its pages."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

WORDS = sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables and indexes."""
    op.create_table(
        "users",
        sa.Column("key", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("role", WORDS, nullable=False),
        sa.Column("password", WORDS, nullable=False),
        sa.Column("made_at", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "sessions",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("user", WORDS, nullable=False),
        sa.Column("made_at", WORDS, nullable=False),
        sa.Column("seen_at", WORDS, nullable=False),
        sa.ForeignKeyConstraint(["user"], ["users.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_sessions_user", "sessions", ["user"], unique=False)
    op.create_table(
        "login_attempts",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("user", WORDS, nullable=False),
        sa.Column("address", WORDS, nullable=False),
        sa.Column("at", WORDS, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_login_attempts_address", "login_attempts", ["address"], unique=False)
    op.create_index("ix_login_attempts_at", "login_attempts", ["at"], unique=False)
    op.create_index("login_attempts_user", "login_attempts", ["user", "at"], unique=False)
    op.create_table(
        "jobs",
        sa.Column("id", WORDS, nullable=False),
        sa.Column("made_at", WORDS, nullable=False),
        sa.Column("state", WORDS, nullable=False),
        sa.Column("beat_at", WORDS),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("progress", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_jobs_made_at", "jobs", ["made_at"], unique=False)
