"""What a merge of two entries does, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from store import FieldChange, Joined, Merge, Snapshot
from views.address.codec import slug
from views.editing import words
from views.language.words import plain
from views.view import View

_SHOWN = 30  # ties named one by one; of those that become one, all


def lines(view: View, merge: Merge) -> list[str]:
    """Say what a merge changes as a list: fields of the kept entry, ties that become one, that move, and that go."""
    said = [*_of_entry(view, merge), *(_joined(view, one) for one in merge.joined)]
    others = [*_moved(view, merge), *_gone(view, merge)]
    more = len(others) - _SHOWN
    rest = [view.t.count("bearbeiten.log.others", more)] if more > 0 else []
    return [f"- {line}" for line in (*said, *others[:_SHOWN], *rest)]


def _of_entry(view: View, merge: Merge) -> Iterator[str]:
    decided = {change.column for change in merge.differing}
    return (words.field(view, merge.keep.table, field) for field in merge.fields if field.column not in decided)


def _joined(view: View, joined: Joined) -> str:
    """Say what becomes of two rows that are one: each cell in which they differ, and what is left of it."""
    table, name = joined.staying.table, plain(words.title(view, joined.staying.table, joined.staying.cells))
    left = {**joined.staying.cells, **{field.column: field.after for field in joined.fields}}
    cells = [
        _cell(view, table, change, left.get(change.column, ""))
        for change in joined.differing
        if change.before != left.get(change.column, "") or change.after
    ]
    if not cells:
        return view.t("bearbeiten.merge.same", name=name)
    return view.t("bearbeiten.merge.joined", name=name, cells="; ".join(cells))


def _cell(view: View, table: str, change: FieldChange, left: str) -> str:
    """Say what two cells hold and what becomes of them; where one is empty, what is recorded."""
    here, there, result = (
        words.value(view, table, change.column, text) for text in (change.before, change.after, left)
    )
    column = plain(words.column(view.t, table, change.column))
    if not change.before or not change.after:
        return f"{column}: {result}"
    return view.t("bearbeiten.merge.cell", column=column, here=here, there=there, left=result)


def _moved(view: View, merge: Merge) -> Iterator[str]:
    rows = dict.fromkeys((one.entry.table, words.title(view, one.entry.table, one.entry.cells)) for one in merge.moved)
    for table, name in rows:
        yield view.t("bearbeiten.merge.moves", table=view.t(f"bearbeiten.one.{table}"), name=plain(name))


def _gone(view: View, merge: Merge) -> Iterator[str]:
    """Say which rows would join the entry with itself; those that became one with another are told above."""
    told = [joined.going for joined in merge.joined]
    for entry in merge.gone:
        if entry not in told:
            yield view.t("bearbeiten.merge.goes", name=plain(words.title(view, entry.table, entry.cells)))


def mergeable(view: View, snapshot: Snapshot) -> dict[str, str]:
    """Names of all actors, projects and sources with their kind."""
    t = view.t
    names = {
        id: f"{words.title(view, table, entry.cells)} ({t(f'bearbeiten.one.{table}')}, {id})"
        for table in ("actors", "projects", "sources")
        for id, entry in snapshot.entries[table].items()
    }
    return dict(sorted(names.items(), key=lambda item: slug(item[1])))
