"""Entries, their history, states, people."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "entry",
        sa.Column("table_name", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("cells", sa.Text),
        sa.PrimaryKeyConstraint("table_name", "id"),
    )
    op.create_table(
        "heading",
        sa.Column("table_name", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("since", sa.Integer, nullable=False),
        sa.Column("until", sa.Integer),
        sa.PrimaryKeyConstraint("table_name", "name", "since"),
    )
    op.create_table(
        "changeset",
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who_issuer", sa.Text, nullable=False),
        sa.Column("who_subject", sa.Text, nullable=False),
        sa.Column("who_name", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("changeset.id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "change",
        sa.Column("changeset_id", sa.Integer, sa.ForeignKey("changeset.id"), nullable=False),
        sa.Column("table_name", sa.Text, nullable=False),
        sa.Column("entry_id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.ForeignKeyConstraint(["table_name", "entry_id"], ["entry.table_name", "entry.id"]),
        sa.UniqueConstraint("table_name", "entry_id", "version", name="one_change_a_version"),
    )
    op.create_table(
        "state",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
    )
    op.create_table(
        "person",
        sa.Column("issuer", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("since", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("issuer", "subject"),
    )
    op.create_table(
        "ended_session",
        sa.Column("session_hash", sa.Text, primary_key=True),
        sa.Column("ended_at", sa.Text, nullable=False),
        sa.Column("expires_at", sa.Text, nullable=False),
    )
