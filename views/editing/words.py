"""Sentences on changes to the data: what an entry is called, what a field was and is, who did it and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from graph.graphemes import limited
from graph.issue import Issue
from graph.reading.cells import parts
from graph.schema import TABLES, CellKind, ContractColumn, fact_of
from graph.vocabulary import VOCABULARIES
from store import Change, ChangeSet, FieldChange
from store.intake import OPERATOR
from views.changes import words as changes
from views.data.tables import finding
from views.editing.participants import Participant
from views.language.words import Words, plain
from views.view import View

_ARROW = "→"
_LONGEST = 160  # characters of a value in a list of changes
_NONE: Mapping[str, str] = {}

_NAMED, _FEW = 8, 3  # entries of a change shown field by field, and of one with more


def column(t: Words, table: str, name: str) -> str:
    """Name of a column as a form shows it; an extra column of the data stands for itself.

    Parameters
    ----------
    t
        Words of the language.
    table
        Name of the table.
    name
        Name of the column.
    """
    key = f"bearbeiten.column.{table}.{name}"
    return t(key) if t.has(key) else changes.column(t, name)


def columns_called(t: Words, table: str, names: Iterable[str]) -> str:
    """Names of columns as in a sentence.

    Parameters
    ----------
    t
        Words of the language.
    table
        Name of the table.
    names
        Names of the columns.
    """
    return t.names([plain(column(t, table, name)) for name in names])


def title(view: View, table: str, cells: Mapping[str, str], beside: Mapping[str, str] = _NONE) -> str:
    """Name of an entry as plain text: of a tie its ends and kind, of an event its project, of a fact its name.

    An identifier is called by its actor, its list and itself.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    table
        Name of the table.
    cells
        Texts by column.
    beside
        Names of entries that are not in the data yet, by id.
    """
    names = {**beside, **view.names} if beside else view.names
    if table == "links":
        ends = (names.get(cells.get(end, ""), cells.get(end, "")) for end in ("from_id", "to_id"))
        kind = VOCABULARIES["tie_kind"].get(cells.get("kind", "").casefold(), cells.get("kind", ""))
        return f" {view.t.term('tie_kind', kind) if kind else _ARROW} ".join(ends)
    if table == "events":
        project = cells.get("project_id", "")
        pieces = (names.get(project, project), cells.get("label", ""), cells.get("start", ""))
        return ", ".join(filter(None, pieces))
    if table == "identifiers":
        actor = cells.get("actor_id", "")
        return f"{names.get(actor, actor)}, {cells.get('scheme', '')} {cells.get('value', '')}"
    if table == "about":
        return fact(view.t, cells.get("key", "")) or view.t("bearbeiten.unnamed")
    named = (cells.get(name, "") for name in ("name", "title", "id"))
    return next(filter(None, named), view.t("bearbeiten.unnamed"))


def fact(t: Words, key: str) -> str:
    """Name of a fact on the dataset; one of its own stands for itself."""
    words = f"bearbeiten.fact.{fact_of(key).name}"
    return t(words) if t.has(words) else key


def value(view: View, table: str, name: str, text: str) -> str:
    """Say what a cell holds, as Markdown: ids by their names, codes by their words, the rest as it was typed.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    table
        Name of the table.
    name
        Name of the column.
    text
        The text of the cell.
    """
    if not text:
        return view.t("change.blank")
    column = _COLUMNS.get((table, name), ContractColumn(name))
    write = _WRITTEN.get(column.cell)
    said = write(view, text, column) if write else text
    return plain(said if len(said) <= _LONGEST else f"{limited(said, _LONGEST)} …")


def _names(view: View, text: str, _column: ContractColumn) -> str:
    return ", ".join(view.names.get(part, part) for part in parts(text))


def _titles(view: View, text: str, _column: ContractColumn) -> str:
    titles = dict(zip(view.whole.sources["id"], view.whole.sources["title"], strict=True))
    return ", ".join(titles.get(part, part) for part in parts(text))


def _term(view: View, text: str, column: ContractColumn) -> str:
    term = "tie_role" if column.vocabulary == "tie_kind" else column.vocabulary
    return view.t.term(term, VOCABULARIES[column.vocabulary].get(text.casefold(), text))


_COLUMNS = {(table.name, column.name): column for table in TABLES.values() for column in table.columns}
_WRITTEN: Mapping[CellKind, Callable[[View, str, ContractColumn], str]] = {
    CellKind.ID: _names,
    CellKind.ACTORS: _names,
    CellKind.LIST: lambda _view, text, _column: ", ".join(parts(text)),
    CellKind.REFERENCE: _titles,
    CellKind.CODE: _term,
}


def values(view: View, table: str, change: FieldChange) -> tuple[str, str]:
    """Say what a cell was and is; of a merge, what it holds in the entry that stays and in the one that goes.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    table
        Name of the table.
    change
        A cell before and after.
    """
    return value(view, table, change.column, change.before), value(view, table, change.column, change.after)


def field(view: View, table: str, change: FieldChange) -> str:
    """Say what a field was and is, as Markdown.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    table
        Name of the table.
    change
        A cell before and after.
    """
    name = plain(column(view.t, table, change.column))
    before, after = values(view, table, change)
    return f"**{name}:** {before} {_ARROW} {after}"


def entry(view: View, change: Change) -> str:
    """Say which entry was added, changed or deleted, as Markdown."""
    kind = "added" if change.before is None else "deleted" if change.after is None else "changed"
    name = plain(title(view, change.table, change.after or change.before or {}))
    return view.t(f"bearbeiten.entry.{kind}", table=view.t(f"bearbeiten.one.{change.table}"), name=name)


def deed(t: Words, done: ChangeSet, at: datetime, today: datetime) -> str:
    """Say who did what and when, as Markdown.

    Parameters
    ----------
    t
        Words of the language.
    done
        The change.
    at
        When it happened, in the reader's own time.
    today
        The present moment in the reader's own time.
    """
    key = f"bearbeiten.{'deed' if done.who else 'deed_unnamed'}.{done.action}"
    entries = t.count("bearbeiten.entries", done.entries)
    return t(key, who=who(t, done.who), when=when(t, at, today), entries=entries)


def who(t: Words, name: str) -> str:
    """Name of a person, safe in Markdown; where nobody logs in there may be none."""
    if name == OPERATOR.name:
        return t("bearbeiten.operator")
    return plain(name) or t("bearbeiten.somebody")


def when(t: Words, at: datetime, today: datetime) -> str:
    """Time of a change; the day too, unless it is today.

    Parameters
    ----------
    t
        Words of the language.
    at
        When it happened, in the reader's own time.
    today
        The present moment in the reader's own time.
    """
    time = f"{at:%H:%M}"
    if at.date() == today.date():
        return t("bearbeiten.at", time=time)
    return t("bearbeiten.on", day=t.day(at.date()), time=time)


def found(t: Words, issue: Issue) -> str:
    """Say what the check found and what to do, as Markdown."""
    return plain(finding(t, issue))


def reason(t: Words, table: str, issue: Issue) -> str:
    """Say the same with the name of the field.

    Parameters
    ----------
    t
        Words of the language.
    table
        Name of the table.
    issue
        What was found.
    """
    said = found(t, issue)
    return f"**{plain(column(t, table, issue.column))}:** {said}" if issue.column else said


def lines(view: View, change: Change) -> list[str]:
    """Say what happened to an entry as a list: its name, then field by field what was and is."""
    said = [f"- {entry(view, change)}"]
    if change.before is not None and change.after is not None:
        said += [f"    - {field(view, change.table, one)}" for one in change.fields]
    return said


def new_project(t: Words, name: str, listed: Sequence[Participant]) -> str:
    """Say what saving a new project saves: it, who takes part, and which actors are made with it.

    Parameters
    ----------
    t
        Words of the language.
    name
        Name of the project as it was typed.
    listed
        Who takes part.
    """
    new = [plain(one.name) for one in listed if one.is_new]
    said = t.count("bearbeiten.project.sentence", len(listed), name=plain(name.strip() or "…"))
    return f"{said} {t('bearbeiten.project.created', names=t.names(new))}" if new else said


def deed_lines(view: View, done: ChangeSet) -> list[str]:
    """Say field by field what one act changed; of one with many entries only the first few."""
    shown = done.changes if len(done.changes) <= _NAMED else done.changes[:_FEW]
    said = [line for change in shown for line in lines(view, change)]
    if len(shown) < len(done.changes):
        said.append(f"- {view.t.count('bearbeiten.log.others', len(done.changes) - len(shown))}")
    return said


def entries(view: View, done: ChangeSet) -> str:
    """Name the entries an act changed when they are few, else count them."""
    if 0 < len(done.changes) <= _FEW:
        return ", ".join(entry(view, change) for change in done.changes)
    return view.t.count("bearbeiten.entries", len(done.changes))
