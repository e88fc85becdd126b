"""What a profile lists, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from graph.dataset import among
from graph.ledger.amounts import Amount
from graph.profile import Profile, TieEnd
from graph.vocabulary import Mode
from views.elements import answer
from views.elements.likeness import alike
from views.elements.tables import profile_link, profile_links
from views.evidence.expected import compared_pair, expected_cell
from views.funding.words import category
from views.language.words import Words
from views.rows import rows_of
from views.speaking import picture_speech
from views.table import Cell, Column, Look, Table, date_cell, duration_cell, money_cell, number_cell, status_cell
from views.view import View

_LOOKS = dict.fromkeys(("duration", "year", "date"), Look.DATE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the profile: heading, sentence in Markdown and table."""

    key: str
    heading: str
    lead: str
    table: Table


def sections(view: View, shown: Profile, money_lines: Sequence[str]) -> list[Section]:
    """Return the parts of a profile that have something to say, in reading order.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    shown
        The actor or project.
    money_lines
        Sentences on the sums.
    """
    t = view.t
    found = [
        Section("partners", t("steckbrief.partners.heading"), _partner_lead(t, shown), partners(view, shown)),
        Section("roles", t(f"steckbrief.roles.heading.{shown.mode}"), "", roles(view, shown)),
        Section("money", t("steckbrief.money.heading"), "\n\n".join(money_lines), money(view, shown.money)),
        Section("years", t("steckbrief.years.heading"), "", money_by_year(view, shown.money)),
        *(
            Section(name, t(f"steckbrief.{name}.heading"), "", ties(view, ends, t(f"steckbrief.{name}.caption")))
            for name, ends in (("bodies", shown.bodies), ("others", shown.others))
        ),
        Section("events", t("steckbrief.events.heading"), "", events(view, shown)),
        Section("alike", t(f"steckbrief.alike.heading.{shown.mode}"), "", alike(view, shown)),
        Section("sources", t("steckbrief.sources.heading"), "", sources(view, shown.sources)),
    ]
    return [section for section in found if section.table.rows or section.lead]


def _partner_lead(t: Words, shown: Profile) -> str:
    return t("steckbrief.partners.none") if shown.mode is Mode.ACTOR and not shown.partners else ""


def partners(view: View, shown: Profile) -> Table:
    """Cooperating actors, most shared projects first, each beside the number that chance would give."""
    t, found = view.t, shown.partners
    looks = {
        "name": Look.LINK,
        "shared": Look.BAR,
        "expected": Look.NUMBER,
        "which": Look.TEXT,
        "certainty": Look.TEXT,
    }
    return Table(
        t.count("steckbrief.partners.caption", len(found)),
        tuple(Column(t(f"steckbrief.partners.{name}"), look) for name, look in looks.items()),
        tuple(
            (
                profile_link(view, partner.id),
                number_cell(t, len(partner.projects)),
                expected_cell(t, compared_pair(view.whole, shown.id, partner.id)),
                profile_links(view, partner.projects) if partner.projects else t("steckbrief.partners.declared"),
                t.term("certainty", partner.certainty),
            )
            for partner in found
        ),
    )


def roles(view: View, shown: Profile) -> Table:
    """Projects of an actor or actors of a project, with the role."""
    t = view.t
    columns = ("role", "status", "duration", "certainty")
    return Table(
        t("steckbrief.roles.caption"),
        (
            Column(t(f"steckbrief.roles.name.{shown.mode}"), Look.LINK),
            *(Column(t(f"steckbrief.roles.{name}"), _LOOKS.get(name, Look.TEXT)) for name in columns),
        ),
        tuple(
            (
                profile_link(view, end.other),
                t.term("tie_role", end.kind),
                _status(t, end),
                duration_cell(t, end.start, end.end, t("format.missing.none")),
                t.term("certainty", end.certainty),
            )
            for end in shown.participations
        ),
    )


def money(view: View, ends: Sequence[TieEnd]) -> Table:
    """Funding ties with their amounts and what the amounts are."""
    t = view.t
    # whoever funds very many gives to each several times, and for the same years: each is put into words once
    link, duration = cache(partial(profile_link, view)), cache(partial(duration_cell, t))
    looks = {"direction": Look.TEXT, "name": Look.LINK, "amount": Look.NUMBER}
    plain_columns = ("basis", "year", "certainty", "note")
    return Table(
        t("steckbrief.money.caption"),
        (
            *(Column(t(f"steckbrief.money.{name}"), look) for name, look in looks.items()),
            *(Column(t(f"steckbrief.money.{name}"), _LOOKS.get(name, Look.TEXT)) for name in plain_columns),
        ),
        tuple(
            (
                t("steckbrief.money.out" if end.outward else "steckbrief.money.in"),
                link(end.other),
                money_cell(t, end.amount_eur),
                t.term("amount_basis", end.amount_basis) if end.amount_basis else t("format.missing.none"),
                duration(end.start, end.end, t("format.missing.none")),
                t.term("certainty", end.certainty),
                end.note,
            )
            for end in ends
        ),
    )


def money_by_year(view: View, ends: Sequence[TieEnd]) -> Table:
    """List what is received and given in each year, spread evenly over the months; no rows for a single year."""
    t = view.t
    sums = {name: _by_year(view, ends, outward=name == "out") for name in ("in", "out")}
    ways = [name for name, amounts in sums.items() if amounts]
    years = list(dict.fromkeys(year for name in ways for year in sums[name]))
    return Table(
        t("steckbrief.years.caption"),
        (Column(t("steckbrief.years.year")), *(Column(t(f"steckbrief.years.{name}"), Look.BAR) for name in ways)),
        tuple((year, *(money_cell(t, sums[name].get(year, 0)) for name in ways)) for year in _in_order(years))
        if len(years) > 1
        else (),
    )


def _by_year(view: View, ends: Sequence[TieEnd], *, outward: bool) -> dict[str, Amount]:
    """Year in words -> euros; years of which no amount counts are absent."""
    found = answer.money_by_year(view.whole, tuple(sorted(end.id for end in ends if end.outward is outward)))
    return {
        category(picture_speech(view), "year", row.category): row.amount_eur
        for row in found.rows
        if row.amount_eur is not None
    }


def _in_order(years: Sequence[str]) -> list[str]:
    """Put years in order and what has no year last."""
    return sorted(years, key=lambda year: (not year.isdigit(), year))


def ties(view: View, ends: Sequence[TieEnd], caption: str) -> Table:
    """Ties of any kind, read from the element in question.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    ends
        Ties as seen from one end.
    caption
        What the table is about.
    """
    t = view.t
    return Table(
        caption,
        (
            Column(t("steckbrief.tie.sentence")),
            Column(t("steckbrief.tie.name"), Look.LINK),
            Column(t("steckbrief.tie.certainty")),
            Column(t("steckbrief.tie.note")),
        ),
        tuple(
            (
                t.term("tie_kind", end.kind) if end.outward else t(f"steckbrief.inverse.{end.kind}"),
                profile_link(view, end.other),
                t.term("certainty", end.certainty),
                end.note,
            )
            for end in ends
        ),
    )


def events(view: View, shown: Profile) -> Table:
    """Single dates of a project, in time order."""
    t = view.t
    return Table(
        t("steckbrief.events.caption"),
        tuple(
            Column(t(f"steckbrief.events.{name}"), _LOOKS.get(name, Look.TEXT))
            for name in ("date", "label", "status", "text")
        ),
        tuple(
            (
                duration_cell(t, event["start"], event["end"]),
                t.recorded(event["label"]),
                status_cell(t, event["status"]),
                event["date_text"],
            )
            for event in sorted(shown.events, key=lambda event: event["start"])
        ),
    )


def sources(view: View, ids: Sequence[str]) -> Table:
    """List sources with publisher, date and address."""
    t, table = view.t, view.whole.sources
    rows = table[among(table["id"], ids)].sort_values("date", ascending=False)
    return Table(
        t.count("daten.sources.caption", len(rows)),
        (
            Column(t("daten.sources.title"), Look.OUTSIDE),
            Column(t("daten.sources.publisher")),
            Column(t("daten.sources.date"), Look.DATE),
        ),
        tuple(
            (
                Cell(source.title or source.id, target=source.url),
                source.publisher,
                date_cell(t, source.date),
            )
            for source in rows_of(rows)
        ),
    )


def _status(t: Words, end: TieEnd) -> Cell | str:
    return status_cell(t, end.status) if end.status else t("format.missing.none")
