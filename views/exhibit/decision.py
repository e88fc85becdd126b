"""A proposal to decide on, beside the views of a portfolio."""

from __future__ import annotations

from graph.export import Exhibit
from graph.export.pictures import Decision
from views.exhibit.frame import source_line
from views.view import View


def decision(view: View, proposal: str, reasons: tuple[str, ...] = ()) -> Exhibit:
    """Return a proposal to decide on, with its reasons.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    proposal
        What is proposed.
    reasons
        Why it is proposed.
    """
    outcomes = tuple(view.t(f"export.outcome.{name}") for name in ("accepted", "changed", "postponed"))
    return Exhibit(
        title=view.t("export.file.proposal"),
        picture=Decision(proposal, reasons, outcomes),
        source=source_line(view),
    )
