"""Releases, their files and the record of what was done with them, none of which ever change."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0001", None

_TABLES = ("vardplats_release", "vardplats_file", "vardplats_audit")
_REFUSE = """
CREATE FUNCTION vardplats_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'raise_exception';
END $$
"""


def upgrade() -> None:
    """Make the tables, and the triggers that keep what stands in them."""
    op.create_table(
        "vardplats_release",
        sa.Column("release", sa.Text, primary_key=True),
        sa.Column(
            "added", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()
        ),
    )
    op.create_table(
        "vardplats_file",
        sa.Column("release", sa.Text, sa.ForeignKey("vardplats_release.release"), primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "vardplats_audit",
        sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("release", sa.Text, sa.ForeignKey("vardplats_release.release"), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("code_version", sa.Text, nullable=False),
        # Whoever says to be somebody else is still known by the name that opened the database.
        sa.Column("login", sa.Text, nullable=False, server_default=sa.text("session_user")),
    )
    op.execute(_REFUSE)
    for table in _TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION vardplats_refuse()"
        )


def downgrade() -> None:
    """Nothing leads back: what stands in the tables is the record."""
    raise NotImplementedError("releases and their record are not thrown away by a step back")
