"""Files with other columns are translated on the page where they are handed in."""

from views.data.intake import report_lines, taken_in
from views.language.words import words

OURS = {"actors.csv": b"id,name\nhs,HS Muster\n", "projects.csv": b"id,name\np,P\n"}
MEMBERS = {"n.csv": b"Netzwerk;Mitglied1;Mitglied2\nCluster Licht;HS Muster;Werk Eins\n"}
OPERATIONS = {
    "l.csv": (
        "Name des Begünstigten;Bezeichnung des Vorhabens;Gesamtbetrag der förderfähigen Ausgaben;Postleitzahl\n"
        "Werk Eins GmbH;Halle;100,50;7743\nWerk Zwei GmbH;Halle;200,00;80331\n"
    ).encode()
}


def test_our_own_tables_stay_as_they_are():
    assert taken_in(OURS) == (OURS, None)


def test_other_files_become_our_tables():
    tables, translation = taken_in(MEMBERS)

    assert sorted(tables) == ["actors.csv", "links.csv", "sources.csv"]
    assert report_lines(translation.report, words("en"))[0] == "Recognised as: mitglieder-in-spalten"


def test_they_are_cut_to_the_region_somebody_types():
    _, translation = taken_in(OPERATIONS, "07743, Musterstadt")

    assert translation.report.as_json()["rows"]["taken"] == 1


def test_a_region_that_is_none_cuts_nothing():
    _, translation = taken_in(OPERATIONS, " , ")

    assert translation.report.as_json()["rows"]["taken"] == 2


def test_what_nobody_recognises_stays_for_the_reader_to_explain():
    files = {"x.csv": b"Farbe;Gewicht\nrot;3\n"}

    assert taken_in(files) == (files, None)
