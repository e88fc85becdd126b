"""Sentences on what an edit will do, what came of it, and why nothing was saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from graph.issue import Issue
from store import Conflict, Document, Edit
from views.editing.outcome import Outcome
from views.editing.words import reason, title, when, who
from views.language.words import Words, plain
from views.view import View


def reasons(t: Words, issues: Iterable[Issue]) -> str:
    """Say what was found in several tables as a list, each thing once, with what to do."""
    said = [f"- {reason(t, issue.file.removesuffix('.csv'), issue)}" for issue in issues]
    return "\n".join(dict.fromkeys(said))


def first_lines(t: Words, lines: Sequence[str], most: int) -> str:
    """Return the first lines of a list, and how many more there are.

    Parameters
    ----------
    t
        Words of the language.
    lines
        All lines, in Markdown.
    most
        How many are shown.
    """
    more = len(lines) - most
    rest = (f"- {t.count('bearbeiten.log.others', more)}",) if more > 0 else ()
    return "\n".join((*lines[:most], *rest))


def goes_with(t: Words, edits: Sequence[Edit]) -> str:
    """Say what a deletion takes along and where it is no longer named; ``edits`` begins with the entry itself."""
    going = Counter(edit.table for edit in edits[1:] if edit.cells is None)
    staying = Counter(edit.table for edit in edits[1:] if edit.cells is not None)
    lines = [t.count(f"bearbeiten.delete.with.{table}", n) for table, n in going.items()]
    lines += [t.count(f"bearbeiten.delete.mentioned.{table}", n) for table, n in staying.items()]
    return "\n".join(f"- {line}" for line in lines) or t("bearbeiten.delete.alone")


def conflict_sentence(view: View, last: Outcome, conflict: Conflict, at: datetime, now: datetime) -> str:
    """Say who changed or deleted meanwhile what an editor wanted to change.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    last
        What came of the attempt.
    conflict
        One entry that somebody else changed.
    at, now
        When that was and the present moment, in the reader's own time.
    """
    t = view.t
    cells = conflict.now.cells if conflict.now else conflict.seen or conflict.mine.cells or {}
    key = ("changed" if conflict.now else "deleted") if last.edits else "since"
    return t(
        f"bearbeiten.conflict.{key}",
        name=plain(title(view, conflict.mine.table, cells)),
        who=who(t, conflict.who),
        when=when(t, at, now),
    )


def saved_document(t: Words, laid: Document, at: datetime, now: datetime) -> str:
    """Say what was saved for everybody, by whom and when.

    Parameters
    ----------
    t
        Words of the language.
    laid
        The portfolio, scenario or search.
    at, now
        When it was saved and the present moment, in the reader's own time.
    """
    return t("bearbeiten.shelf.laid", title=plain(laid.title), who=who(t, laid.who), when=when(t, at, now))
