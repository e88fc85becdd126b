"""Documents shared by a link, and the changes of a changeset found without reading all."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the table and the index."""
    op.create_table(
        "document",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who_issuer", sa.Text, nullable=False),
        sa.Column("who_subject", sa.Text, nullable=False),
        sa.Column("who_name", sa.Text, nullable=False),
    )
    op.create_index("document_of_kind", "document", ["kind"])
    op.create_index("change_of_changeset", "change", ["changeset_id"])
