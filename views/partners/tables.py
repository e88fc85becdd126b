"""Possible partners and consortia, as tables."""

from __future__ import annotations

from graph.answers.consortium import Consortium
from graph.answers.partners import Found
from views.address.codec import address
from views.elements.tables import profile_link
from views.evidence.rows import with_row_marks
from views.language.speech import Speech
from views.partners import words as wording
from views.table import Cell, Column, Look, Table, number_cell
from views.view import View


def reasons(view: View, found: Found, *, introduced: bool) -> Table:
    """Candidates with the reasons for each, as the cards on screen have them.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    found
        Candidates with what they rest on.
    introduced
        Whether somebody asks who could introduce them.
    """
    t, say = view.t, Speech(view.t, view.short_names, show=str)
    table = Table(
        t("vergleich.reasons.caption"),
        (
            Column(t("vergleich.points.name"), Look.LINK),
            Column(t("vergleich.points.sum"), Look.NUMBER),
            Column(t("vergleich.reasons.why")),
        ),
        tuple(
            (
                profile_link(view, candidate.id),
                number_cell(t, round(100 * candidate.score)),
                wording.why(say, candidate, introduced=introduced),
            )
            for candidate in found.candidates
        ),
    )
    return with_row_marks(view, table, (candidate.id for candidate in found.candidates))


def points(view: View, found: Found) -> Table:
    """Points of each candidate, part by part; the parts add up to the sum."""
    t = view.t
    say = Speech(t, view.short_names, show=str)
    labels = [wording.part(say, part)[0] for part in found.candidates[0].parts]
    return Table(
        t("vergleich.points.caption"),
        (
            Column(t("vergleich.points.name"), Look.LINK),
            Column(t("vergleich.points.sum"), Look.BAR),
            *(Column(label, Look.NUMBER) for label in labels),
        ),
        tuple(
            (
                profile_link(view, candidate.id),
                number_cell(t, 100 * candidate.score, 1),
                *(number_cell(t, None if part.value is None else 100 * part.points, 1) for part in candidate.parts),
            )
            for candidate in found.candidates
        ),
    )


def contributions(view: View, shown: Consortium) -> Table:
    """Who is in a consortium and what each covers."""
    t = view.t
    none = t("format.missing.none")
    table = Table(
        t("vergleich.consortium.caption"),
        (
            Column(t("vergleich.consortium.name"), Look.LINK),
            *(Column(t(f"vergleich.consortium.{name}")) for name in ("type", "fields", "types", "given")),
        ),
        tuple(
            (
                profile_link(view, brought.actor),
                t.recorded(view.types[brought.actor]) or t("format.missing.text"),
                ", ".join(brought.fields) or none,
                ", ".join(map(t.recorded, brought.types)) or none,
                t("vergleich.consortium.was_given" if brought.given else "vergleich.consortium.was_found"),
            )
            for brought in shown.contributions
        ),
    )
    return with_row_marks(view, table, (brought.actor for brought in shown.contributions))


def strangers(view: View, shown: Consortium) -> Table:
    """Pairs of a consortium that do not know each other yet, with the way to the chain between them."""
    t = view.t
    return Table(
        t("vergleich.strangers.caption"),
        (Column(t("vergleich.strangers.pair"), Look.LINK),),
        tuple(
            (
                Cell(
                    t.names([view.short_names[a], view.short_names[b]]),
                    target=address("vergleich", reiter="verbindung", vergleich=f"{a},{b}"),
                ),
            )
            for a, b in shown.strangers
        ),
    )
