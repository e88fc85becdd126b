"""The tables of a store, as `store.migrations` makes them; a test holds both together."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

# revision of `store.migrations` this code works with
VERSION = "0003"

metadata = MetaData()

# the rows of the contract; a deleted row stays without cells, so that its versions go on
entry = Table(
    "entry",
    metadata,
    Column("table_name", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("cells", Text),
    PrimaryKeyConstraint("table_name", "id"),
)

# the columns of each table in their order, each from one change until, perhaps, another
heading = Table(
    "heading",
    metadata,
    Column("table_name", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("since", Integer, nullable=False),
    Column("until", Integer),
    PrimaryKeyConstraint("table_name", "name", "since"),
)

# who changed what and when; the number of the last one is the revision of the data
changeset = Table(
    "changeset",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    Column("at", Text, nullable=False),
    Column("who_issuer", Text, nullable=False),
    Column("who_subject", Text, nullable=False),
    Column("who_name", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("changeset.id")),
    sqlite_autoincrement=True,
)

change = Table(
    "change",
    metadata,
    Column("changeset_id", Integer, ForeignKey("changeset.id"), nullable=False),
    Column("table_name", Text, nullable=False),
    Column("entry_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    ForeignKeyConstraint(["table_name", "entry_id"], ["entry.table_name", "entry.id"]),
    UniqueConstraint("table_name", "entry_id", "version", name="one_change_a_version"),
)
Index("change_of_changeset", change.c.changeset_id)

state = Table(
    "state",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("revision", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
)

# what is shared by a link: collections of views, scenarios, remembered partners
document = Table(
    "document",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("who_issuer", Text, nullable=False),
    Column("who_subject", Text, nullable=False),
    Column("who_name", Text, nullable=False),
)
Index("document_of_kind", document.c.kind)

person = Table(
    "person",
    metadata,
    Column("issuer", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("since", Text, nullable=False),
    PrimaryKeyConstraint("issuer", "subject"),
)

ended_session = Table(
    "ended_session",
    metadata,
    Column("session_hash", Text, primary_key=True),
    Column("ended_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
)

# columns beside the data and their history that may name somebody
MAY_NAME: Mapping[Table, tuple[str, ...]] = {
    changeset: ("who_issuer", "who_subject", "who_name", "label"),
    state: ("name", "who"),
    document: ("title", "content", "who_issuer", "who_subject", "who_name"),
    heading: ("name",),
    person: ("subject", "name"),
}
