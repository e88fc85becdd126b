"""What the profile of a field of competence lists, as tables."""

from __future__ import annotations

from graph.answers.likeness import Trait
from graph.dataset import unpacked
from graph.picture.scene import projects_by_actor
from views.address.codec import slug
from views.address.slugs import projects_by_programme
from views.elements import answer as elements
from views.elements import tables as element_tables
from views.elements.profile_tables import Section
from views.elements.tables import profile_link, profile_links
from views.fields import answer
from views.fields.profile_words import view_of_field
from views.fields.question import field_profile
from views.fields.words import missing_types
from views.funding.question import as_of
from views.funding.words import category
from views.news.answer import ending_soon
from views.overview.answer import overview_of
from views.overview.words import funding
from views.speaking import picture_speech, speech
from views.table import Cell, Column, Look, Table, date_cell, money_cell, number_cell, share_cell
from views.view import View

_HORIZON_DAYS, _HORIZON_MONTHS = 731, 24  # how far ahead ends are looked for
_NAMED = 3  # names of what is shared before the rest is counted


def sections(view: View, field: str) -> list[Section]:
    """Return the parts of the profile of a field that have something to say, in reading order."""
    t, near = view.t, view_of_field(view, field)
    gaps = missing_types(speech(view), answer.gaps_of(view.whole), field)
    money = funding(t, overview_of(near.part).funding)
    found = (
        ("actors", "", actors(near)),
        ("projects", "", element_tables.projects(near)),
        ("money", t("kompetenzfelder.profile.money.sentence", amount=_known(near), left_out=money), years(near)),
        ("programmes", "", programmes(near)),
        ("ends", "", ends(near)),
        ("gaps", gaps, types(view, field)),
        ("neighbours", "", neighbours(view, field)),
        ("alike", "", alike(view, field)),
    )
    made = (
        Section(f"field_{key}", t(f"kompetenzfelder.profile.{key}.heading"), lead, table) for key, lead, table in found
    )
    return [section for section in made if section.table.rows or section.lead]


def _known(near: View) -> str:
    return near.t.money(overview_of(near.part).funding.amount_eur)


def actors(near: View) -> Table:
    """Actors of a field, those with most partners in it first."""
    t, table = near.t, near.part.actors
    partners, projects = elements.partners_of(near.part), projects_by_actor(near.part)
    rows = sorted(
        unpacked(table, "id", "type"),
        key=lambda row: (-partners.get(row[0], 0), -projects.get(row[0], 0), slug(near.names[row[0]])),
    )
    looks = {"actor": Look.LINK, "type": Look.TEXT, "projects": Look.NUMBER, "partners": Look.BAR}
    return Table(
        t.count("kompetenzfelder.profile.actors.caption", len(rows)),
        tuple(Column(_header(near, name), look) for name, look in looks.items()),
        tuple(
            (
                profile_link(near, actor),
                t.recorded(kind) or t("format.missing.text"),
                number_cell(t, projects.get(actor, 0)),
                number_cell(t, partners.get(actor, 0)),
            )
            for actor, kind in rows
        ),
        ids=tuple(actor for actor, _ in rows),
    )


def _header(view: View, name: str) -> str:
    return view.t("verzeichnis.column.type" if name == "type" else f"kompetenzfelder.column.{name}")


def years(near: View) -> Table:
    """Known funding of a field in each year, spread evenly over the months; no rows for a single year."""
    t, ties = near.t, near.part.ties
    funded = tuple(sorted(ties.loc[ties["kind"] == "funds", "id"]))
    found = elements.money_by_year(near.part, funded) if funded else None
    rows = [row for row in found.rows if row.amount_eur is not None] if found else []
    named = sorted(
        ((category(picture_speech(near), "year", row.category), row.amount_eur) for row in rows),
        key=lambda row: (not row[0].isdigit(), row[0]),
    )
    return Table(
        t("steckbrief.years.caption"),
        (Column(t("steckbrief.years.year")), Column(t("kompetenzfelder.profile.amount"), Look.BAR)),
        tuple((year, money_cell(t, amount)) for year, amount in named) if len(named) > 1 else (),
    )


def programmes(near: View) -> Table:
    """Programmes that projects of a field belong to, those with most of them first."""
    t, own = near.t, set(near.part.projects["id"])
    found = {programme: sorted(own & projects) for programme, projects in projects_by_programme(near.whole).items()}
    rows = sorted((item for item in found.items() if item[1]), key=lambda item: (-len(item[1]), item[0]))
    return Table(
        t.count("kompetenzfelder.profile.programmes.caption", len(rows)),
        (
            Column(t("kompetenzfelder.profile.programmes.name"), Look.LINK),
            Column(t("kompetenzfelder.column.projects"), Look.BAR),
            Column(t("kompetenzfelder.profile.which")),
        ),
        tuple(
            (profile_link(near, programme), number_cell(t, len(projects)), profile_links(near, projects))
            for programme, projects in rows
        ),
    )


def ends(near: View) -> Table:
    """Projects of a field that end within two years after the day of the data."""
    t, when = near.t, dict(unpacked(near.part.projects, "id", "end"))
    rows = ending_soon(near.part, as_of(near), _HORIZON_DAYS)
    return Table(
        t.count("kompetenzfelder.profile.ends.caption", len(rows), months=t.number(_HORIZON_MONTHS)),
        (Column(t("news.soon.project"), Look.LINK), Column(t("news.soon.end"), Look.DATE)),
        tuple((profile_link(near, key), date_cell(t, when[key])) for key in rows),
        ids=rows,
    )


def types(view: View, field: str) -> Table:
    """Types of actor in a field with their actors and projects; none is told apart from zero."""
    t, gaps = view.t, answer.gaps_of(view.whole)
    cells = [(kind, gaps.cells[field, kind]) for kind in gaps.types]
    return Table(
        t("kompetenzfelder.profile.gaps.caption"),
        (
            Column(_header(view, "type")),
            Column(t("kompetenzfelder.profile.actors.heading"), Look.BAR),
            Column(t("kompetenzfelder.profile.projects.heading"), Look.NUMBER),
        ),
        tuple(
            (
                t.recorded(kind),
                number_cell(t, len(cell.actors) or None),
                number_cell(t, len(cell.projects) or None),
            )
            for kind, cell in cells
        ),
    )


def neighbours(view: View, field: str) -> Table:
    """Fields that share projects or actors with a field, and which projects those are."""
    t, found = view.t, answer.neighbours_of(view.whole, field)
    return Table(
        t.count("kompetenzfelder.profile.neighbours.caption", len(found)),
        (
            Column(t("kompetenzfelder.field"), Look.LINK),
            Column(t("kompetenzfelder.profile.neighbours.projects"), Look.BAR),
            Column(t("kompetenzfelder.profile.neighbours.actors"), Look.NUMBER),
            Column(t("kompetenzfelder.profile.which")),
        ),
        tuple(
            (
                field_link(view, each.field),
                number_cell(t, len(each.projects)),
                number_cell(t, len(each.actors)),
                profile_links(view, each.projects),
            )
            for each in found
        ),
    )


def alike(view: View, field: str) -> Table:
    """List the fields like a field, best first, with what they share."""
    t, say = view.t, picture_speech(view)

    def shared(trait: Trait, ids: tuple[str, ...]) -> str:
        return t.count(f"kompetenzfelder.profile.alike.trait.{trait}", len(ids), names=say.named(ids, _NAMED))

    return Table(
        t("kompetenzfelder.profile.alike.caption"),
        (
            Column(t("kompetenzfelder.field"), Look.LINK),
            Column(t("steckbrief.alike.score"), Look.NUMBER),
            Column(t("steckbrief.alike.common")),
        ),
        tuple(
            (
                field_link(view, one.id),
                share_cell(t, one.score),
                "; ".join(shared(common.trait, common.ids) for common in one.common),
            )
            for one in answer.alike(view.whole, field)
        ),
    )


def field_link(view: View, field: str) -> Cell:
    """Cell with the name of a field that opens its profile."""
    return Cell(field, target=field_profile(view, field))
