"""Where the money goes, by whom, and what ends soon, as exhibits."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from graph.export import Exhibit
from graph.export.pictures import Chart, ChartForm
from graph.ledger.dimensions import CategoryRole
from graph.ledger.totals import Totals
from graph.picture.charts import bars, columns, sankey
from graph.picture.charts.bars import Bar
from views.exhibit.charts import barred, look, pictured
from views.exhibit.frame import framed
from views.exhibit.tables import exported
from views.funding import answer, tables, words
from views.funding.caveats import caveats
from views.funding.question import top
from views.language.speech import NAMED
from views.language.words import Words
from views.level import most
from views.speaking import picture_speech, speech
from views.table import Table
from views.view import View

_FLOW = 800.0  # px that a flow needs for the names beside it
_NONE_IN_SIGHT = 10**6  # more items than any breakdown has


def flowing(view: View) -> Exhibit:
    """Return the flow from funders to recipients."""
    t, found, sentence = view.t, answer.asked_flow(view), words.flow_in_brief(view)
    spec = sankey(found, words.flow_wording(picture_speech(view), found), look(t))
    return framed(
        view,
        t("exhibit.title.flow", amount=t.money_short(found.total_eur)) if found.bands else t("foerderung.title"),
        sentence,
        picture=pictured(t, spec, "flow", sentence, least_width=_FLOW) if found.bands else None,
        tables=[exported(_behind(view, found.ties_behind(view.query.teil)) or _fundings(view))],
        remarks=[
            words.reconciliation(t, found),
            caveats(speech(view), found),
            *words.rules(t, found.levels, found.several),
        ],
    )


def by_item(view: View) -> Exhibit:
    """Return totals by one dimension or by year as bars."""
    return _totals(view, ChartForm.COLUMNS if view.query.nach == "year" else ChartForm.BARS)


def listed(view: View) -> Exhibit:
    """Return the same totals as a table, and all fundings one by one."""
    return _totals(view, None)


def _totals(view: View, form: ChartForm | None) -> Exhibit:
    t, found, sentence = view.t, answer.asked_totals(view), words.totals_in_brief(view)
    behind = _behind(view, found.ties_behind(view.query.teil))
    lists = [table for table in (tables.totals(view, found), None if form else _fundings(view), behind) if table]
    return framed(
        view,
        _largest(view, found),
        sentence,
        picture=_chart(view, found, form, sentence) if form else None,
        tables=[exported(table) for table in lists],
        remarks=[
            words.totals_reconciliation(t, found),
            caveats(speech(view), found),
            *words.rules_of_totals(view),
        ],
    )


def _largest(view: View, found: Totals) -> str:
    """Name the largest item with its share."""
    items = [row for row in found.rows if row.category.role is CategoryRole.ITEM and row.amount_eur]
    if not items:
        return view.t("foerderung.title")
    first, say = most(items, lambda row: row.amount_eur), picture_speech(view)
    names = say.listed((words.category(say, found.by, row.category) for row in first), NAMED)
    year = "_year" if found.by == "year" else ""
    if len(items) == 1 and first[0].share == 1:
        return view.t(f"exhibit.title.largest_all{year}", names=names)
    key = f"exhibit.title.largest{year}"
    return view.t.count(key, len(first), names=names, share=view.t.percent(first[0].share or 0))


def _chart(view: View, found: Totals, form: ChartForm, sentence: str) -> Chart | None:
    by_year = form is ChartForm.COLUMNS
    shown = found if by_year else found.folded(top(view) or _NONE_IN_SIGHT)
    made = words.year_columns(picture_speech(view), shown) if by_year else words.total_bars(picture_speech(view), shown)
    caption = view.t("exhibit.counts.euros", by=words.dimension(view.t, found.by))
    return _bars(view.t, made, form, sentence, euros=True, caption=caption)


def _bars(t: Words, made: Sequence[Bar], form: ChartForm, sentence: str, *, euros: bool, caption: str) -> Chart | None:
    if not any(bar.amount for bar in made):
        return None
    draw = columns if form is ChartForm.COLUMNS else bars
    spec = draw(made, {"description": sentence, **words.chart_titles(t)}, look(t))
    return barred(t, spec, form, sentence, made, euros=euros, caption=caption)


def ending(view: View) -> Exhibit:
    """Return the funding cliff: what ends within the horizon, month by month."""
    t, found, sentence = view.t, answer.asked_cliff(view), words.cliff_in_brief(view)
    months = words.month_columns(picture_speech(view), found)
    lists = [tables.endings(view, answer.endings_in_month(view, found)), tables.cooperations(view, found)]
    caption = t("exhibit.counts.endings")
    made = framed(
        view,
        t.count("money.cliff.title", len(found.projects), until=t.day(found.until)),
        sentence,
        picture=_bars(t, months, ChartForm.COLUMNS, sentence, euros=False, caption=caption),
        tables=[exported(table) for table in lists],
        remarks=words.cliff_details(speech(view), found),
    )
    return replace(made, named=True)


def _behind(view: View, ties: Collection[str]) -> Table | None:
    """List the fundings behind the part of the picture that is chosen."""
    return tables.ties(view, ties) if ties else None


def _fundings(view: View) -> Table:
    funds = view.part.ties[view.part.ties["kind"] == "funds"]
    return tables.ties(view, set(funds["id"]))
