"""The panel of a line between groups, places and open elements says what its number counts."""

import pytest

from graph.load import load
from tests.conftest import REPOSITORY
from tests.small_region import actor, project, tie
from tests.small_region import region as small
from views.exhibit.links import view_of
from views.network.line_panel import panel_of
from views.network.picture import drawing_of

LINKS = ("/netzwerk?gruppen=typ", "/netzwerk?gruppen=feld&offen=wasserstoff&lang=en", "/netzwerk?form=karte")


@pytest.fixture(scope="module")
def region():
    return load(REPOSITORY / "data").dataset


@pytest.mark.parametrize("link", LINKS)
def test_every_line_of_groups_and_places_says_as_many_as_the_number_on_it(region, link):
    view = view_of(region, link)
    lines = [edge for edge in drawing_of(view).edges if {edge.source, edge.target} - set(view.names)]

    assert lines
    for line in lines[::9]:
        panel = panel_of(view, f"{line.source}>{line.target}")
        assert str(line.ties) in panel.sentence
        assert panel.items
        assert len(panel.ways) == 2


@pytest.mark.parametrize("link", ["/netzwerk?feld=wasserstoff", "/netzwerk?feld=automotive&ansicht=foerderung"])
def test_the_panel_of_a_line_between_elements_counts_what_the_number_on_it_counts(region, link):
    view = view_of(region, link)
    for line in drawing_of(view).edges:
        said = panel_of(view, f"{line.source}>{line.target}{'>funds' * (line.kind == 'funds')}").sentence
        assert said.startswith((f"{line.ties} Verbindung ", f"{line.ties} Verbindungen ")), (line, said)


def test_what_two_elements_share_beside_their_ties_is_counted_on_its_own(region):
    links = ("netzwerk?feld=wasserstoff", "netzwerk?feld=wasserstoff&lang=en", "netzwerk?gruppen=aus")
    said = [panel_of(view_of(region, link), "alb-donau-kreis>h2-wandel").sentence for link in links]

    assert said[0] == "2 Verbindungen und 1 gemeinsames Projekt oder Gremium sind erfasst:"
    assert said[1] == "2 links and 1 common project or body are recorded:"
    assert panel_of(view_of(region, links[2]), "alfing>h2-ostwuerttemberg").sentence == "1 Verbindung ist erfasst:"


def test_a_line_of_two_groups_names_its_projects_with_the_actors_of_each_and_leads_into_both(region):
    panel = panel_of(view_of(region, "/netzwerk?gruppen=typ"), "gruppe:Kammer/Verband>gruppe:Finanzwirtschaft")

    assert panel.title == "Kammer/Verband und Finanzwirtschaft"
    assert panel.sentence == "3 Projekte verbinden beide:"
    assert [way.label for way in panel.ways] == ["Öffnen: Kammer/Verband", "Öffnen: Finanzwirtschaft"]


def test_what_is_no_line_of_the_picture_has_no_panel(region):
    view = view_of(region, "/netzwerk?gruppen=typ")

    assert panel_of(view, "gruppe:Kommune") is None
    assert panel_of(view, "gruppe:Kommune>gruppe:Nichts") is None
    assert panel_of(view, None) is None


FAIR = small(
    actors=[
        actor("bank", "Bank"),
        actor("chamber", "Kammer"),
        actor("town", "Kommune", reference="s3", location="Aalen"),
    ],
    projects=[project("fair", "Holz", start="2021", end="2022", status="completed", reference="s3")],
    ties=[
        tie("bank", "leads", "fair", reference="s1"),
        tie("chamber", "partner", "fair", reference="s2", certainty="unconfirmed", note="Jury"),
        tie("town", "funds", "fair", 8000, reference="s1"),
    ],
    sources=[{"id": "s1", "title": "Vorlage"}, {"id": "s2", "title": "Bericht"}, {"id": "s3", "title": "Haushalt"}],
)


@pytest.mark.parametrize(
    ("link", "line", "one", "other"),
    [
        ("/netzwerk?gruppen=typ", "gruppe:Bank>gruppe:Kammer", "Bank", "Kammer"),
        ("/netzwerk?gruppen=typ&offen=bank", "bank>gruppe:Kammer", "bank", "Kammer"),
    ],
)
def test_a_line_of_groups_says_role_period_amount_source_and_certainty_of_each(link, line, one, other):
    (item,) = panel_of(view_of(FAIR, link), line).items

    assert dict(item.facts) == {
        one: r"bank \(Leitung, belegt\)",
        other: r"chamber \(Partner, unbestätigt, Jury\)",
        "Zeitraum": "2021 – 2022, abgeschlossen",
        "Gefördert durch": r"town \(8\.000 €, belegt\)",
        "Quelle": "Vorlage; Bericht",
    }


def test_a_line_of_two_partners_says_what_their_project_is_funded_with():
    (item,) = panel_of(view_of(FAIR, "/netzwerk?ansicht=kooperation"), "bank>chamber").items

    assert dict(item.facts)["Gefördert durch"] == r"town \(8\.000 €, belegt\)"


def test_a_line_to_a_field_says_that_it_is_no_tie_and_what_names_the_field():
    panel = panel_of(view_of(FAIR, "/netzwerk?feldknoten=ja"), "feld#Holz>fair")

    assert panel.title == "Holz und fair"
    assert panel.sentence == r"Das Kompetenzfeld Holz ist bei fair eingetragen; die Linie zählt nicht als Verbindung\."
    assert panel.items[0].facts == [("Zeitraum", "2021 – 2022, abgeschlossen"), ("Quelle", "Haushalt")]
    assert [way.changes for way in panel.ways] == [{"id": "feld:holz"}, {"id": "fair"}]


def test_of_many_of_a_side_the_first_are_named_and_the_others_counted():
    many = small(
        actors=[actor("bank", "Bank"), *(actor(f"town{n}", "Kommune") for n in range(9))],
        projects=[project("fair")],
        ties=[tie("bank", "leads", "fair"), *(tie(f"town{n}", "partner", "fair") for n in range(9))],
    )
    (item,) = panel_of(view_of(many, "/netzwerk?gruppen=typ"), "gruppe:Bank>gruppe:Kommune").items

    assert dict(item.facts)["Kommune"].endswith(r"town5 \(Partner, belegt\) und 3 weitere")
