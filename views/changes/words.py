"""Sentences on what changed between two states of the data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graph.history.change import ChangeKind, Diff, RowChange, ValueChange
from graph.history.renames import Rename
from graph.schema import TABLES, CellKind
from graph.vocabulary import Status
from views.language.dates import date_words
from views.language.speech import Speech
from views.language.words import Words

NAMED = "="  # before the name of a state, in place of a date
_NO_MARKS = str.maketrans(dict.fromkeys("\\`*_{}[]<>#|~$&", " "))
MAIN_TABLES = ("actors", "projects")

_CELLS = {column.name: column.cell for table in TABLES.values() for column in table.columns}
_CODES = {"status": "status", "certainty": "certainty", "amount_basis": "amount_basis", "says": "identity"}
_WORDS_OF_THE_DATA = ("type", "kind")  # free text, of which the usual words have a translation


def sentence(t: Words, found: Diff) -> str:
    """Say how many actors and projects are new, changed, ended and removed: the sentence for the minutes."""
    if found.empty:
        return t("change.same")
    counts = {kind: entries(found, kind) for kind in ChangeKind}
    if not any(counts.values()):
        return t("change.other")
    numbers = {str(kind): t.count(f"change.{kind}", n) for kind, n in counts.items()}
    return t("change.sentence", older=day(t, found.older), newer=day(t, found.newer), **numbers)


def brief(t: Words, found: Diff) -> str:
    """Say the same in a few words, without the dates."""
    if found.empty:
        return t("change.same")
    return t("change.brief", **{str(kind): t.count(f"change.{kind}", entries(found, kind)) for kind in ChangeKind})


def entries(found: Diff, kind: ChangeKind) -> int:
    """Count the actors and projects of one kind of change."""
    return sum(len(found.of(table, kind)) for table in MAIN_TABLES)


def day(t: Words, as_of: str) -> str:
    """As-of date of a state in words; a state with a name by its name.

    Names stand in Markdown and in files alike, so characters that mean something in Markdown are left out.
    """
    if as_of.startswith(NAMED):
        return t("change.named", name=as_of.removeprefix(NAMED).translate(_NO_MARKS))
    return date_words(t, as_of) or t("change.undated")


def since(t: Words, as_of: str) -> str:
    """As-of date of a state behind the word since."""
    known = as_of.startswith(NAMED) or date_words(t, as_of)
    return day(t, as_of) if known else t("change.since_undated")


def details(say: Speech, found: Diff, renames: tuple[Rename, ...]) -> list[str]:
    """Say how many links came and went, and which ids may be renamed ones.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    found
        What changed between two states.
    renames
        Rows with another id than before.
    """
    t = say.t
    moved = len(found.of("ties", ChangeKind.NEW)) + len(found.of("ties", ChangeKind.REMOVED))
    names = {change.id: str(change.row["name"]) for change in found.changes if change.table in MAIN_TABLES}
    return [t.count("change.ties", moved)] + [
        t(f"change.rename.{each.evidence}", old=say.show(names[each.old]), new=say.show(names[each.new]))
        for each in renames
    ]


def fields(say: Speech, change: RowChange, titles: Mapping[str, str] | None = None) -> str:
    """Say what the fields of a changed row were and are.

    Parameters
    ----------
    say
        Names of the elements of both states.
    change
        The changed row.
    titles
        Title of each source by id.
    """
    said = [_field(say, field, titles or {}) for field in change.fields]
    if change.kind is ChangeKind.ENDED and not _ended_by_status(change):
        said.insert(0, say.t("change.passed"))
    return "; ".join(said)


def _ended_by_status(change: RowChange) -> bool:
    return any(
        field.column == "status" and field.new in (Status.COMPLETED, Status.CANCELLED) for field in change.fields
    )


def _field(say: Speech, field: ValueChange, titles: Mapping[str, str]) -> str:
    t, name = say.t, column(say.t, field.column)
    old, new = (_parts(say, field.column, value, titles) for value in (field.old, field.new))
    if old and new and _is_list(field.column):
        gone, more = [part for part in old if part not in new], [part for part in new if part not in old]
        said = [t("change.more", new=", ".join(more))] if more else []
        said += [t("change.less", old=", ".join(gone))] if gone else []
        return t("change.list", column=name, what=", ".join(said) or ", ".join(new))
    before, after = (", ".join(parts) or t("change.blank") for parts in (old, new))
    if old and after.startswith(before):
        return t("change.list", column=name, what=t("change.more", new=after[len(before) :].strip(" ;,.")))
    return t("change.field", column=name, old=before, new=after)


def column(t: Words, name: str) -> str:
    """Name of a column; an extra column of the data stands for itself."""
    keys = (f"change.field_name.{name}", f"steckbrief.extra.{name}")
    return next((t(key) for key in keys if t.has(key)), name)


def _is_list(name: str) -> bool:
    return _CELLS.get(name) in (CellKind.LIST, CellKind.ACTORS, CellKind.REFERENCE)


def _parts(say: Speech, name: str, value: Any, titles: Mapping[str, str]) -> list[str]:  # noqa: ANN401
    """Words for a value; several for a list, none for a blank one."""
    if value is None or value in ("", ()):
        return []
    several = value if isinstance(value, tuple) else str(value).split(";") if _is_list(name) else [value]
    if name in _WORDS_OF_THE_DATA:
        return [say.show(say.t.recorded(str(each))) for each in several]
    if name in _CODES:
        return [say.t.term(_CODES[name], str(each)) for each in several]
    words: dict[CellKind | None, Callable[[Any], str]] = {
        CellKind.ACTORS: say.name,
        CellKind.REFERENCE: lambda source: say.show(titles.get(source, source)),
        CellKind.DATE: lambda date: date_words(say.t, date) or date,
        CellKind.URL: lambda url: say.show(url.rpartition("://")[2].rstrip("/")),
        CellKind.MONEY: say.t.money,
    }
    write = words.get(_CELLS.get(name), lambda text: say.show(str(text)))
    return [write(each) for each in several]
