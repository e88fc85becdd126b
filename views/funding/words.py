"""Sentences on funding, and the words of its charts."""

from __future__ import annotations

from collections.abc import Iterable

from graph.dates import bounds
from graph.ledger.amounts import Amount
from graph.ledger.breakdown import Category
from graph.ledger.cliff import Cliff
from graph.ledger.dimensions import DIMENSIONS, CategoryRole, Several
from graph.ledger.flow import Band, Flow, FlowNode
from graph.ledger.totals import Concentration, Coverage, Totals
from graph.ledger.years import YearRule
from graph.picture.charts import Wording
from graph.picture.charts.bars import Bar
from views.funding.answer import asked_cliff, asked_flow, asked_totals, coverage_of
from views.funding.caveats import left_out
from views.funding.question import several
from views.language.dates import date_words
from views.language.speech import NAMED, Speech
from views.language.words import Words
from views.level import most
from views.speaking import speech
from views.view import View


def dimension(t: Words, code: str) -> str:
    """Name of a dimension, or of the breakdown by ``year``."""
    return t(f"money.dimension.{code}")


def category(say: Speech, by: str, kind: Category, members: int = 1) -> str:
    """Name of a category: an element, a status or a word of the data; what the rest stands for.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    by
        Code of what the category belongs to.
    kind
        Category on a level of the funding.
    members
        How many are folded into it.
    """
    if kind.role is CategoryRole.REST:
        return say.t.count("money.category.rest", members)
    if kind.role is not CategoryRole.ITEM:
        return say.t(f"money.category.{kind.role}")
    names = DIMENSIONS[by].names if by in DIMENSIONS else "text"
    if names == "element":
        return say.name(kind.code)
    return say.t.term("status", kind.code) if names == "status" else say.show(say.t.recorded(kind.code))


def sentence(say: Speech, found: Flow) -> str:
    """Say how much is known, and from how many fundings."""
    return say.t.count("money.sentence", found.counted, amount=say.t.money_short(found.total_eur))


def coverage(say: Speech, found: Coverage) -> str:
    """Say for how many projects money is not known."""
    funded = say.t.number(len(found.known) + len(found.unknown))
    if len(found.unknown) < 2 and not found.known:
        return say.t("money.uncovered" if found.unknown else "money.unfunded")
    return say.t.count("money.coverage", len(found.unknown), projects=funded)


def reconciliation(t: Words, found: Flow) -> str:
    """Say that flow and table have the same total, and what cannot be assigned."""
    key = "money.reconcile.equal" if found.reconciles else "money.reconcile.differs"
    same = t(key, flow=t.money(found.total_eur), table=t.money(found.table_eur))
    return _with_unassigned(t, same, zip(found.levels, found.unassigned_eur, strict=True))


def totals_reconciliation(t: Words, found: Totals) -> str:
    """Say that the sum of the rows and the table have the same total, and what cannot be assigned."""
    key = "money.reconcile.rows" if found.reconciles else "money.reconcile.rows_differ"
    same = t(key, rows=t.money(found.total_eur), table=t.money(found.table_eur))
    unassigned = [(found.by, row.amount_eur) for row in found.rows if row.category.role is CategoryRole.UNASSIGNED]
    return _with_unassigned(t, same, unassigned)


def _with_unassigned(t: Words, same: str, unassigned: Iterable[tuple[str, Amount | None]]) -> str:
    amounts = [
        t("money.reconcile.amount", level=dimension(t, level), amount=t.money(amount))
        for level, amount in unassigned
        if amount
    ]
    return " · ".join([same, *([t("money.reconcile.unassigned", amounts=", ".join(amounts))] if amounts else [])])


def rules(t: Words, levels: tuple[str, ...], several: Several | None, years: YearRule | None = None) -> list[str]:
    """Name the rules by which the shown levels came about.

    Parameters
    ----------
    t
        Words of the language.
    levels
        What the levels of the flow are made by.
    several
        How an amount counts that belongs to several items; ``None`` where that is not asked.
    years
        How amounts are spread over years; ``None`` where that is not asked.
    """
    named = [t(f"money.rule.{level}") for level in levels if level in ("recipient", "programme")]
    chosen = [t(f"money.rule.{rule}") for rule in (several, years) if rule]
    return [t("money.rule.consortium"), *named, *chosen]


def totals_sentence(say: Speech, found: Totals) -> str:
    """Name the largest item with its share."""
    t = say.t
    items = [row for row in found.rows if row.category.role is CategoryRole.ITEM and row.amount_eur]
    if not items:
        return t("money.totals.none")
    first = most(items, lambda row: row.amount_eur)
    if first[0].share == 1:
        key = "money.totals.all_in_year" if found.by == "year" else "money.totals.all"
        return t(key, name=category(say, found.by, first[0].category), total=t.money_short(found.total_eur))
    return t.count(
        "money.totals.years" if found.by == "year" else "money.totals.sentence",
        len(first),
        names=say.listed((category(say, found.by, row.category) for row in first), NAMED),
        amount=t.money_short(first[0].amount_eur),
        share=t.percent(first[0].share or 0),
        total=t.money_short(found.total_eur),
    )


def concentration(say: Speech, by: str, found: Concentration | None) -> list[str]:
    """Say in plain words how much of the money lies with few.

    Parameters
    ----------
    say
        Words with the names and dates of the view.
    by
        Code of what the sums are broken down by.
    found
        Concentration, ``None`` where nothing is summed.
    """
    if found is None:
        return []
    t = say.t
    names = say.listed(category(say, by, Category(CategoryRole.ITEM, code)) for code in found.top)
    if found.categories == 1:
        return [t("money.concentration.one", names=names)]
    index, equal = t.number(found.herfindahl, 2), t.count(f"money.equally.{by}", max(1, round(found.equally_large)))
    few = found.categories <= len(found.top)
    first = (
        t("money.concentration.few", names=names)
        if few
        else t("money.concentration.many", names=names, share=t.percent(found.top_share), n=t.number(found.categories))
    )
    return [first, t(f"money.concentration.{found.grade}", index=index, equal=equal)]


def cliff_sentence(say: Speech, found: Cliff) -> str:
    """Say what ends within the horizon: the sentence for the minutes."""
    t = say.t
    said = t.count(
        "money.cliff.sentence",
        len(found.projects),
        as_of=t.day(found.as_of),
        until=t.day(found.until),
        actors=t.count("money.cliff.actors", len(found.actors)),
        ties=t.count("money.cliff.ties", len(found.ties)),
        amount=_granted(t, found.amount_eur),
    )
    partly = len({ending.project for ending in found.partly})
    if partly:
        return f"{said} {t.count('money.cliff.partly', partly, amount=_granted(t, found.partly_eur))}"
    return said if found.projects else " ".join((said, *_no_end(t, found)))


def _no_end(t: Words, found: Cliff) -> list[str]:
    """Say of how many projects no end of the funding is known; where nothing ends, that belongs to the answer."""
    return [t.count("money.cliff.open", len(found.open))] if found.open else []


def _granted(t: Words, amount: Amount | None) -> str:
    if amount is None:
        return t("money.cliff.amount_unknown")
    return t("money.cliff.amount", amount=t.money_short(amount))


def cliff_details(say: Speech, found: Cliff) -> list[str]:
    """Say who and which cooperations are left without, and what is not known exactly."""
    count = say.t.count
    said = []
    if found.projects:
        said.append(count("money.cliff.without", len(found.actors_without), names=say.named(found.actors_without)))
        said.append(count("money.cliff.cooperations", len(found.cooperations)))
    if found.possible:
        projects = tuple(dict.fromkeys(ending.project for ending in found.possible))
        said.append(count("money.cliff.possible", len(projects), names=say.named(projects)))
    if found.projects:
        said += _no_end(say.t, found)
    if found.partly_open:
        amount = _granted(say.t, found.partly_open_eur)
        said.append(count("money.cliff.partly_open", len(found.partly_open), amount=amount))
    return said + ([left_out(say.t, found.left_out)] if found.left_out else [])


def flow_wording(say: Speech, found: Flow) -> Wording:
    """Words of the flow chart."""
    t = say.t
    labels = {node.key: category(say, found.levels[node.level], node.category, node.members) for node in found.nodes}
    labels |= {
        band.key: t("money.chart.band", source=labels[band.source], target=labels[band.target]) for band in found.bands
    }
    parts: tuple[FlowNode | Band, ...] = (*found.nodes, *found.bands)
    words = {f"level_{level}": dimension(t, code) for level, code in enumerate(found.levels)}
    words |= {"description": sentence(say, found), **chart_titles(t)}
    return Wording(words, labels, {part.key: t.money_short(part.amount_eur) for part in parts})


def total_bars(say: Speech, found: Totals) -> list[Bar]:
    """Bars or columns of totals."""
    return [
        Bar(
            key=row.key,
            label=category(say, found.by, row.category, row.members),
            text=say.t.money_short(row.amount_eur),
            amount=row.amount_eur,
            quiet=row.category.role is not CategoryRole.ITEM,
        )
        for row in found.rows
    ]


def year_columns(say: Speech, found: Totals) -> list[Bar]:
    """Columns of totals by year; a year without a recorded amount keeps its place."""
    known = {bar.label: bar for bar in total_bars(say, found)}
    years = [int(row.category.code) for row in found.rows if row.category.role is CategoryRole.ITEM]
    order = [str(year) for year in range(min(years), max(years) + 1)] if years else []
    blank = {year: Bar(f"item:{year}", year, "", None) for year in order}
    return list({**blank, **known}.values())


def month_columns(say: Speech, found: Cliff) -> list[Bar]:
    """Columns of the number of endings, month by month to the end of the horizon.

    An end that is known less exactly, by its year say, has a column of its own behind the last month it may mean.
    """
    endings = {month.month: len(month.endings) for month in found.months}
    first = found.as_of.year * 12 + found.as_of.month - 1
    last = found.until.year * 12 + found.until.month - 1
    months = {f"{month // 12}-{month % 12 + 1:02d}": month for month in range(first, last + 1)}
    vague = {key: _last_month(key) for key in endings if key not in months}
    order = sorted(months | vague, key=lambda key: ((months | vague)[key], key in vague, key))
    return [_month_column(say.t, month, endings.get(month, 0)) for month in order]


def _last_month(when: str) -> int:
    latest = bounds(when)[1]
    return latest.year * 12 + latest.month - 1 if latest else 0


def _month_column(t: Words, month: str, endings: int) -> Bar:
    return Bar(month, date_words(t, month), t.number(endings) if endings else "", endings or None)


def chart_titles(t: Words) -> dict[str, str]:
    """Titles in the tooltips of all money charts."""
    return {name: t(f"money.chart.{name}") for name in ("label", "text")}


def cliff_in_brief(view: View) -> str:
    """Say what ends within the horizon."""
    return cliff_sentence(speech(view), asked_cliff(view))


def flow_in_brief(view: View) -> str:
    """Say how much is known, and for how many projects it is not."""
    say = speech(view)
    return f"{sentence(say, asked_flow(view))} {coverage(say, coverage_of(view.part))}"


def totals_in_brief(view: View) -> str:
    """Name the largest item, and say how concentrated the money is."""
    say, found = speech(view), asked_totals(view)
    return " ".join((totals_sentence(say, found), *concentration(say, found.by, found.concentration)))


def rules_of_totals(view: View) -> list[str]:
    """Name the rules by which the totals came about."""
    asked = view.query
    if asked.nach == "year":
        return rules(view.t, (), None, YearRule(asked.jahresregel))
    return rules(view.t, (asked.nach,), several(view))
