"""All tables of the data as one workbook, a sheet each: what the pages list, with the remarks that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.export import Exhibit, Portfolio
from graph.export.pictures import Matrix
from graph.export.sheets import tables_of
from graph.export.step import Step, no_step
from views.exhibit.pages import COMPARING, TABS
from views.exhibit.portfolio import portfolio
from views.report.chapters import ReportScope
from views.report.document import ReportRequest
from views.view import View

# pages that show nothing before somebody chooses actors or projects, and the first page under its other name
_NEED_A_CHOICE = frozenset({"", "steckbrief", "vergleich", "was_waere_wenn"})
# pages and tabs with several lists -> what else an address of each of them says
_LISTS: Mapping[tuple[str, str], tuple[dict[str, str], ...]] = {
    ("verzeichnis", ""): ({"liste": "akteure"}, {"liste": "projekte"}),
    ("foerderung", "balken"): ({}, {"nach": "kompetenzfeld"}),
}


def all_tables(asked: ReportRequest, step: Step = no_step) -> Portfolio:
    """Collect every view with a table.

    Parameters
    ----------
    asked
        Its view says of what: the filters are the scope, and changes are listed when there is an earlier state.
    step
        Called before each view with its number, from 1, and the number of all; raise in it to stop.

    Returns
    -------
    Portfolio
        Without a day of its own, so that the same data are the same file.
    """
    scope, listed = ReportScope(asked.view, asked.address), tuple(places(asked.view))
    t, shown = asked.view.t, []
    for number, (page, parameters) in enumerate(listed, 1):
        step(number, len(listed))
        shown.append(replace(scope.checked(page, **parameters), sheet=t(sheet_key(page, parameters))))
    made = portfolio(asked.view, _with_tables(shown), title=t("bericht.tables.title"))
    return replace(made, day=None, profile=asked.profile, watermark=t("export.profile.draft") if asked.draft else "")


def sheet_key(page: str, parameters: Mapping[str, str]) -> str:
    """Key of the short name of what a list holds.

    Parameters
    ----------
    page
        Name of the page.
    parameters
        What its address says besides.
    """
    place = "_".join((page, *parameters.values()))
    return f"bericht.tables.sheet.{place}"


def places(view: View) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each page with the parameters of each of its lists."""
    for page, tabs in TABS.items():
        if page in _NEED_A_CHOICE or (page in COMPARING and view.older is None):
            continue
        for tab in tabs:
            for more in _LISTS.get((page, tab), ({},)):
                yield page, {**({"reiter": tab} if tab else {}), **more}


def _with_tables(shown: list[Exhibit]) -> list[Exhibit]:
    """Leave out views that are no table, and lists another view has in the same way; one without a row says why."""
    kept: list[Exhibit] = []
    for exhibit in shown:
        known = [(table.columns, table.rows) for one in kept for table in tables_of(one)]
        tables = [table for table in exhibit.tables if table.rows and (table.columns, table.rows) not in known]
        is_empty = not any(table.rows for table in tables_of(exhibit))
        if tables or isinstance(exhibit.picture, Matrix) or (exhibit.tables and is_empty):
            kept.append(replace(exhibit, table=None, further=tuple(tables)))
    return kept
