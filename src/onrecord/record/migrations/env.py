"""Alembic's entry: migrations run on the connection that `Record.open` hands over, inside its transaction."""

from alembic import context

from onrecord.record.database import VERSION_TABLE
from onrecord.record.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
