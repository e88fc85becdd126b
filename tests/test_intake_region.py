"""Lists and networks that are no register are cut to a region, too, as far as they say where anything is."""

import json

import pytest

from graph.intake.convert import convert
from tests.test_intake import report, rows

NETWORK = {
    "nodes": [
        {"id": "a", "label": "Werk A", "Ort": "Aalen"},
        {"id": "b", "label": "Werk B", "Ort": "Ulm"},
        {"id": "c", "label": "Werk C", "Ort": "Ulm"},
        {"id": "d", "label": "Werk D", "Ort": "Bonn"},
    ],
    "links": [{"source": "a", "target": "b"}, {"source": "b", "target": "c"}, {"source": "c", "target": "d"}],
}
TIES = "Von;Nach;Beziehung\nWerk A;Werk B;Kooperation\nWerk B;Werk C;Kooperation\n"
PROJECTS = (
    "Projekt;Leitung;Partner;Ort;Fördergeber;Fördersumme\n"
    "Licht;Werk A;Werk B;Aalen;Land;1.000,50\n"
    "Glas;Werk C;Werk D;Ulm;Land;2.000,50\n"
    "Wasser;Werk C;Werk A;Ulm;Land;400,00\n"
)


def names(translation):
    return [row["name"] for row in rows(translation, "actors")]


def test_a_network_is_cut_to_what_lies_in_the_region_and_what_is_tied_to_it():
    files = {"netz.json": json.dumps(NETWORK).encode()}

    consortium, alone = convert(files, region="Aalen"), convert(files, region="Aalen", keep="region")

    assert (names(consortium), names(alone)) == (["Werk A", "Werk B"], ["Werk A"])
    said = consortium.report.as_json()
    assert said["rows"] == {"file": 7, "taken": 3, "left_out": {"outside-region": 4}}
    assert said["ties"] == {"file": 3, "taken": 1, "left_out": {"outside-region": 2}}
    assert (said["organisations"]["names"], said["organisations"]["left_out"]) == (4, 2)


def test_a_list_of_ties_is_cut_to_named_organisations():
    assert names(convert({"k.csv": TIES.encode()}, region=["Werk A"])) == ["Werk A", "Werk B"]
    assert report({"k.csv": TIES.encode()}, region=["Werk A"])["rows"] == {
        "file": 2,
        "taken": 1,
        "left_out": {"outside-region": 1},
    }


def test_where_a_network_says_no_places_all_of_it_is_taken_and_somebody_is_told():
    translation = convert({"k.csv": TIES.encode()}, region="73430")

    assert len(names(translation)) == 3
    assert [issue.code for issue in translation.issues if issue.code == "region-unknown"] == ["region-unknown"]


def test_matrices_memberships_and_surveys_are_cut_to_named_organisations():
    matrix = "Akteur;Licht;Wasser\nWerk A;x;\nWerk B;;x\nWerk C;x;\n"
    members = "Netzwerk;Mitglieder\nRunde;Werk A; Werk B\nKreis;Werk C\n".replace("Werk A; Werk B", '"Werk A; Werk B"')
    survey = "Organisation,k[1]. Mit? [Werk A],k[2]. Mit? [Werk B]\nWerk C,ja,nein\nWerk D,nein,ja\n"

    assert names(convert({"m.csv": matrix.encode()}, region=["Werk A"])) == ["Werk A"]
    assert names(convert({"n.csv": members.encode()}, region=["Werk A"])) == ["Runde", "Werk A", "Werk B"]
    assert names(convert({"s.csv": survey.encode()}, region=["Werk A"])) == ["Werk C", "Werk A"]


def test_a_list_of_projects_is_cut_by_places_and_by_names_to_the_cent():
    by_place = report({"p.csv": PROJECTS.encode()}, region="Aalen")
    by_name = report({"p.csv": PROJECTS.encode()}, region=["Werk A"])

    assert by_place["euros"] == {"file": 340_100, "taken": 100_050, "left_out": {"outside-region": 240_050}}
    assert by_name["euros"] == {"file": 340_100, "taken": 140_050, "left_out": {"outside-region": 200_050}}
    assert by_name["rows"] == {"file": 3, "taken": 2, "left_out": {"outside-region": 1}}


LIST = (
    "Name des Begünstigten;Bezeichnung des Vorhabens;Gesamtbetrag der förderfähigen Ausgaben;Ort\n"
    "Werk A GmbH;Halle;100,00;Heidenheim\n"
    "Werk B GmbH;Halle;200,00;GERSTETTEN\n"
    "Werk C GmbH;Halle;400,00;Neu-Ulm\n"
)


@pytest.mark.parametrize(
    "region", ["Landkreis Heidenheim", "Kreis Heidenheim", "Heidenheim (Kreis)", {"counties": ["Heidenheim"]}]
)
def test_a_county_is_all_its_places(region):
    assert report({"liste.csv": LIST.encode()}, region=region)["euros"]["taken"] == 30_000


def test_the_name_of_a_town_is_not_its_county():
    assert report({"liste.csv": LIST.encode()}, region="Heidenheim")["euros"]["taken"] == 10_000


def test_a_key_of_a_municipality_says_the_county_where_places_have_one_name():
    content = (
        "FKZ;Zuwendungsempfänger;Gemeindekennziffer;Ort;Thema;Laufzeit von;Laufzeit bis;Fördersumme in EUR\n"
        "99A;Werk A GmbH;05774001;Aach;Licht;01.01.2025;31.12.2025;100,00\n"
        "99B;Werk B GmbH;08335001;Aach;Glas;01.01.2025;31.12.2025;200,00\n"
    )

    assert report({"foekat.csv": content.encode()}, region="Landkreis Konstanz")["euros"]["taken"] == 20_000


def test_a_region_that_holds_nothing_of_a_file_is_told():
    for files in ({"liste.csv": LIST.encode()}, {"netz.json": json.dumps(NETWORK).encode()}):
        translation = convert(files, region="Landkreis Passau")

        assert [issue.code for issue in translation.issues] == ["nothing-in-region"]
        assert translation.report.rows.taken == 0
