"""A view with a switch of what it counts says what it counts: in its title, or above its picture or its tables."""

import pytest

from graph.export import Exhibit
from graph.export.pictures import Chart, Matrix
from tests.small_region import actor, project, region, tie
from views.address.parameters import PARAMETERS
from views.exhibit.links import exhibit_of, view_of

# link -> parameters that change what is counted; an order or a threshold counts the same
SWITCHES = {
    "kompetenzfelder": ("wert",),
    "rollen?reiter=rang": ("mass",),
    "rollen?reiter=streuung": ("mass", "mass2"),
    "foerderung?reiter=balken": ("nach",),
    "foerderung?reiter=tabelle": ("nach",),
    "foerderung?reiter=klippe&stichtag=2025-01-01": ("horizont",),
}


def two_fields():
    """Actors of three types in two fields, with fundings of three years."""
    return region(
        [
            actor("moos", "Unternehmen"),
            actor("uni", "Hochschule"),
            actor("land", "Land/Bund/EU"),
            actor("alb", "Kommune"),
            actor("rat", "Verein/Netzwerk", kompetenzfelder=("Holz",)),
        ],
        [
            project("halle", "Holz", start="2021", end="2025-06", kind="Einzelprojekt", status="ongoing"),
            project("labor", "Holz", "Glas", start="2022", end="2026-06", kind="Netzwerk", status="completed"),
        ],
        [
            tie("moos", "leads", "halle"),
            tie("uni", "partner", "halle"),
            tie("uni", "leads", "labor"),
            tie("alb", "partner", "labor"),
            tie("moos", "partner", "labor"),
            tie("land", "funds", "halle", 1000, start="2021"),
            tie("land", "funds", "labor", 2500, start="2022"),
            tie("alb", "funds", "labor", 300, start="2023"),
        ],
    )


def numbers(exhibit: Exhibit) -> str:
    """All that is counted in a picture and its tables."""
    shown = exhibit.picture
    drawn = [row.values for row in shown.rows] if isinstance(shown, Matrix) else []
    drawn += [series.values for series in shown.series] if isinstance(shown, Chart) else []
    return repr([drawn, *([cell.text for cell in row] for table in exhibit.tables for row in table.rows)])


def said(exhibit: Exhibit) -> tuple[str, ...]:
    """Title, what stands above a picture, and captions and headers of tables."""
    heads = (text for table in exhibit.tables for text in (table.caption, *(c.header for c in table.columns)))
    return (exhibit.title, getattr(exhibit.picture, "caption", ""), *heads)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("link", "name"), [(link, name) for link, names in SWITCHES.items() for name in names])
def test_a_view_says_what_it_counts(link, name, language):
    data, mark = two_fields(), "&" if "?" in link else "?"
    asked = {value: f"{link}{mark}{name}={value}" for value in PARAMETERS[name].values}
    shown = [exhibit_of(view_of(data, each, language), each) for each in asked.values()]
    counted = {(said(exhibit), numbers(exhibit)) for exhibit in shown}

    assert len({said for said, _ in counted}) == len(counted) > 1


def test_a_matrix_names_what_its_cells_count():
    titles = {
        value: exhibit_of(view_of(two_fields(), f"kompetenzfelder?wert={value}")).title
        for value in PARAMETERS["wert"].values
    }

    assert titles == {
        "akteure": "In 1 von 10 Kombinationen aus Feld und Akteurstyp ist niemand erfasst",
        "projekte": "Projekte je Feld und Akteurstyp: keines in 2 von 10 Kombinationen",
        "euro": "Euro je Feld und Akteurstyp: kein bekannter Betrag in 2 von 10 Kombinationen",
    }
