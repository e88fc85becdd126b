"""Persons and stand-ins in cells of names: none of them becomes an actor, and no organisation is taken for one."""

import pytest

from graph.intake.convert import convert
from graph.intake.files import tables_of
from graph.intake.organisations import NameKind, named

PERSONS = (
    *(
        "Frau Dr. Erika Beispiel",
        "Herr Beispiel",
        "Dr. med. dent. Anna Beispiel",
        "Prof. Dr.-Ing. habil. Karl Beispiel",
    ),
    *("Familie Beispiel", "Eheleute Beispiel", "Fam. Beispiel", "Erbengemeinschaft Beispiel", "Mrs. Example"),
    *("Hans und Maria Beispiel", "Beispiel Hans", "Ayşe Beispiel", "Mehmet Öztürk-Beispiel", "José Ejemplo"),
    *("Landwirt Hans Beispiel", "RA Peter Beispiel", "Anna-Lena Beispiel"),
    *("BEISPIEL, HANS", "HANS BEISPIEL", "BEISPIEL HANS PETER", "DR. HANS BEISPIEL", "BEISPIEL, ANNA MARIA"),
    *(
        "HANS VON BEISPIEL",
        "BEISPIEL HEIDI UND ALOIS",
        "BEISPIEL, HANS, HAUPTSTR. 1, 99801 MUSTERSTADT",
        "Beispiel, Hans",
    ),
)
PERHAPS = ("Dr. Beispiel", "A. Beispiel", "Beispiel, A.", "Weingut Hans Beispiel", "Biohof Anna Beispiel GbR")
STAND_INS = (
    *("N. N.", "NN", "anonymisiert", "(anonymisiert)", "Keine Angabe", "privat", "Privatperson", "nat. Person"),
    *(
        "natürl. Personen",
        "vertraulich",
        "geschützt",
        "Stipendiatin 4711",
        "Person A",
        "Antragsteller 12",
        "Einzelperson",
    ),
)
MANY = (
    "diverse",
    "Diverse Unternehmen",
    "verschiedene Antragsteller",
    "sonstige Partner",
    "weitere",
    "u. a.",
    "alle Kommunen",
)
NOBODY = (
    "",
    "-",
    "—",
    "?",
    "***",
    "k. A.",
    "n/a",
    "tbd",
    "folgt",
    "noch offen",
    "wird noch bekannt gegeben",
    "entfällt",
    "xxx",
)
ORGANISATIONS = (
    *(
        "Hof Beispiel GbR",
        "Ökohof Beispiel",
        "Praxis Dr. Beispiel",
        "Landwirtschaftlicher Betrieb Beispiel",
        "3M",
        "1&1 AG",
    ),
    *(
        "Alle Farben GmbH",
        "Weitere Wege e.V.",
        "Peter Beispiel GmbH",
        "Stadt Karl-Marx-Stadt",
        "St. Josef",
        "Firma Beispiel",
    ),
    *(
        "Elisabeth-Krankenhaus",
        "Otto Beispiel KG",
        "Frauen in die Politik e.V.",
        "Herrenberg",
        "Beispiel & Söhne",
        "LED-NET",
    ),
    *(
        "Sankt Anna Festival",
        "Private Hochschule Musterstadt",
        "Bürgerstiftung Musterstadt",
        "Studentenwerk Musterstadt",
    ),
    *(
        "CARL ZEISS",
        "CARL ZEISS SMT",
        "VOITH PAPER",
        "PETER BEISPIEL GMBH",
        "ERNST & BEISPIEL",
        "INSTITUT HANS BEISPIEL",
    ),
    *(
        "CLARIN ERIC",
        "ST. ANNA",
        "TU WIEN",
        "REGGIO EMILIA",
        "SOPHIA ANTIPOLIS",
        "FONDAZIONE BRUNO BEISPIEL",
        "VON DER",
    ),
    *("Max Planck Society", "UNIVERSIDAD DE LEON", "ARCHE NOAH", "ALICE AISBL", "MUSTERSTADT", "BEISPIEL GMBH, MARIA"),
)
KINDS = {
    NameKind.PERSON: PERSONS,
    NameKind.PERHAPS_PERSON: PERHAPS,
    NameKind.PSEUDO: STAND_INS,
    NameKind.COLLECTIVE: MANY,
    NameKind.NOTHING: NOBODY,
    NameKind.ORGANISATION: ORGANISATIONS,
}


@pytest.mark.parametrize(("kind", "cell"), [(kind, cell) for kind, cells in KINDS.items() for cell in cells])
def test_a_cell_names_an_organisation_a_person_or_nobody(kind, cell):
    assert named(cell).kind is kind


def test_only_organisations_become_actors_and_every_row_and_cent_is_accounted_for():
    cells = [cell for some in KINDS.values() for cell in some if cell]
    lines = "".join(f'"{cell}";Vorhaben von {cell.split()[-1]};100,00\n' for cell in cells)
    header = "Name des Begünstigten;Bezeichnung des Vorhabens;Gesamtbetrag der förderfähigen Ausgaben\n"
    translation = convert({"liste.csv": f"{header}{lines}".encode()})

    kept = tables_of(translation)["actors.csv"].decode()
    assert [
        name
        for name in (*STAND_INS, *MANY, *NOBODY[1:], *PERSONS, *PERHAPS)
        if f'"{name}"' in kept or f",{name}," in kept
    ] == []
    assert f"Privatpersonen ({len(PERSONS) + len(PERHAPS)})" in kept
    assert translation.report.euros.file == 10_000 * len(cells)
    assert translation.report.rows.file == len(cells)


def test_a_sole_trader_in_capitals_with_a_number_of_the_register_is_a_partner_and_a_person_with_a_comma_is_none():
    header = "projectID;organisationID;name;city;role;ecContribution;activityType;country\n"
    rows = (
        "1;900000001;HOCHSCHULE MUSTERSTADT;MUSTERSTADT;coordinator;100;HES;DE\n"
        "1;900000002;BEISPIEL PETER;MUSTERSTADT;participant;50;PRC;DE\n"
        "1;900000003;BEISPIEL, HANS;MUSTERSTADT;participant;25;PRC;DE\n"
        "1;;BEISPIEL ANNA;MUSTERSTADT;participant;12;PRC;DE\n"
    )
    translation = convert({"organization.csv": f"{header}{rows}".encode()})

    assert translation.report.as_json()["rows"] == {"file": 4, "taken": 2, "left_out": {"person": 2}}
    written = b"".join(tables_of(translation).values()).decode()
    assert "BEISPIEL PETER" in written
    assert not any(name in written for name in ("BEISPIEL, HANS", "BEISPIEL ANNA"))
