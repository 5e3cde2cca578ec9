"""What pages ask for most: a promise's deadline by its last day, and indexes by speaker, party, measure, deadline."""

import sqlalchemy as sa
from alembic import op

from onrecord.model.items import Commitment
from onrecord.record.rows import item_of, last_day_of

revision = "0003"
down_revision = "0002"

AT_ONCE = 1000


def upgrade() -> None:
    """Write deadlines anew and make the indexes."""
    commitments = sa.table("commitments", sa.column("id"), sa.column("deadline"), sa.column("body"))
    connection = op.get_bind()
    rows = connection.execute(sa.select(commitments.c.id, commitments.c.body)).all()
    changed = [
        {"name": row.id, "day": last_day_of(item_of(Commitment, row.body).deadline)} for row in rows
    ]  # fmt: skip
    writing = (
        sa.update(commitments)
        .where(commitments.c.id == sa.bindparam("name"))
        .values(deadline=sa.bindparam("day"))
    )  # fmt: skip
    for start in range(0, len(changed), AT_ONCE):
        connection.execute(writing, changed[start : start + AT_ONCE])
    op.create_index("commitments_deadline", "commitments", ["deadline"], unique=False)
    op.create_index("commitments_parties", "commitments", ["parties", "day"], unique=False)
    op.create_index("commitments_statement", "commitments", ["statement"], unique=False)
    op.create_index("statements_entity", "statements", ["entity", "day", "party"], unique=False)
    op.create_index("statements_day", "statements", ["day"], unique=False)
    op.create_index("statements_party", "statements", ["party", "day"], unique=False)
    op.create_index("claims_entity", "claims", ["entity", "question"], unique=False)
    op.create_index("claims_party", "claims", ["party", "question"], unique=False)
    op.create_index("figures_measure", "figures", ["measure", "unit"], unique=False)
    op.create_index("figures_entity", "figures", ["entity", "day"], unique=False)
    op.create_index("figures_party", "figures", ["party", "day"], unique=False)
    op.create_index("relations_subject", "relations", ["subject"], unique=False)
