"""The profile of a field of competence as an exhibit."""

from __future__ import annotations

from graph.export import Exhibit, Figure
from views.exhibit.frame import framed
from views.exhibit.tables import exported
from views.fields import profile_tables, profile_words, question
from views.network.exhibit import drawn_network
from views.overview import words as overview
from views.overview.answer import overview_of
from views.view import View


def profile(view: View) -> Exhibit:
    """Return the profile of the field that is asked for: its figures, its network with all names, and its lists."""
    field = question.field_asked(view)
    t, near = view.t, profile_words.view_of_field(view, field)
    said, drawn = profile_words.sentence(view, field), profile_words.drawing(view, field)
    seen = profile_words.picture_view(view, field)
    figures = overview.figures(t, overview_of(near.part), overview.carried(near))
    lists = profile_tables.sections(view, field)
    return framed(
        near,
        field,
        said,
        picture=drawn_network(seen, drawn, said) if drawn else None,
        figures=tuple(Figure(label, value, note) for label, value, note, _ in figures),
        tables=[exported(section.table) for section in lists if section.table.rows],
        remarks=(
            profile_words.drawn_part(view, drawn, field) if drawn else "",
            *(section.lead for section in lists),
        ),
    )
