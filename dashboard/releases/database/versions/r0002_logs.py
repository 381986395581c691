"""Logs of lines that are only added to, as agreements and plans of regions."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"


def upgrade() -> None:
    """Make the table, and the trigger that keeps what stands in it."""
    op.create_table(
        "vardplats_log",
        sa.Column("log", sa.Text, primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column(
            "added", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()
        ),
        # Whoever says to be somebody else is still known by the name that opened the database.
        sa.Column("login", sa.Text, nullable=False, server_default=sa.text("session_user")),
    )
    op.execute(
        "CREATE TRIGGER vardplats_log_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON vardplats_log "
        "FOR EACH STATEMENT EXECUTE FUNCTION vardplats_refuse()"
    )


def downgrade() -> None:
    """Nothing leads back: what stands in the table is the record."""
    raise NotImplementedError("what was agreed and planned is not thrown away by a step back")
