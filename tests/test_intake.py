"""Files with other columns become tables of the contract, and the report says what became of every row and cent."""

import json
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

import graph
from graph.intake.convert import convert
from graph.intake.files import tables_of
from graph.intake.recipe import UnusableRecipeError, from_json
from graph.intake.region import UnusableRegionError, region_of
from graph.intake.registry import RECIPES

CORDIS = {
    "organization.csv": (
        b'"projectID";"organisationID";"name";"activityType";"street";"city";"country";"nutsCode";"role";"ecContribution"\n'
        b'"1";"900";"HOCHSCHULE MUSTERSTADT";"HES";"GASSE 1";"MUSTERSTADT";"DE";"DE11D";"coordinator";"1000.50"\n'
        b'"1";"901";"OPTIK BEISPIEL GMBH";"PRC";"WEG 2";"Beispielheim";"DE";"DE21H";"participant";"500"\n'
        b'"1";"902";"";"PRC";"";"";"SE";"";"participant";""\n'
        b'"2";"901";"OPTIK BEISPIEL GMBH";"PRC";"WEG 2";"Beispielheim";"DE";"DE21H";"coordinator";"70"\n'
    ),
    "project.csv": (
        b'"id";"acronym";"status";"title";"startDate";"endDate";"totalCost";"ecMaxContribution";"frameworkProgramme"\n'
        b'"1";"LICHT";"CLOSED";"Licht im Werk";"2020-01-01";"2022-12-31";"2000,75";"1500,5";"H2020"\n'
        b'"2";"GLAS";"SIGNED";"Glas im Werk";"2023-01-01";"2026-12-31";"70";"80";"HORIZON"\n'
    ),
}
FOEKAT_UNTIL_2025 = (
    '="FKZ";="Ressort";="Zuwendungsempfänger";="Gemeindekennziffer";="Ort";="Ausführende Stelle";="Gemeindekennziffer";'
    '="Ort";="Thema";="Laufzeit von";="Laufzeit bis";="Fördersumme in EUR";="Verbundprojekt";\r\n'
    '="99X1A";="BMX";="Werk Eins GmbH";="08136001";="Musterstadt";="Werk Eins GmbH";="08136001";="Musterstadt";'
    '="Verbund; Teil A";="01.01.2024";="31.12.2026";1.250.000,50;="LICHT";\r\n'
    '="99X1B";="BMX";="Hochschule Musterstadt";="08136001";="Musterstadt";="";="";="";'
    '="Verbund: Teil B";="01.01.2024";="31.12.2026";80.000,00;="LICHT";\r\n'
    '="99X2";="BMY";="Keine Anzeige aufgrund datenschutzrechtlicher Regelungen.";="08136001";="Musterstadt";'
    '="";="";="";="Fahrzeug";="01.01.2024";="31.12.2024";12.345,00;="";\r\n'
    '="99X3";="BMY";="Stadt Musterstadt";="08136001";="Musterstadt";="";="";="";'
    '="Sammelvorhabenbuchung";="01.01.2022";="31.12.2022";0,00;="";\r\n'
).encode("cp1252")
FOEKAT_2026 = (
    FOEKAT_UNTIL_2025.decode("cp1252")
    .replace("Zuwendungsempfänger", "Förderempfänger /Auftragnehmer")
    .replace('="Thema"', '="Thema des geförderten Vorhabens"')
    .replace("Fördersumme in EUR", "Förder- / Auftragssumme (Anteil des Bundes) in EUR")
    .replace("Verbundprojekt", "Projekt")
    .encode("cp1252")
)


def rows(translation, table):
    """Rows of a table, as dicts."""
    found = next((sheet for sheet in translation.reading.sheets if sheet.name == table), None)
    return [dict(zip(found.header, row, strict=True)) for row in found.rows] if found else []


def report(files, **settings):
    return convert(files, **settings).report.as_json()


def workbook(*lines, title="Tabelle1", above=()):
    written = BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet(title)
        for number, line in enumerate((*above, *lines)):
            for place, cell in enumerate(line):
                if cell != "":
                    sheet.write(number, place, cell)
    return written.getvalue()


# --- participations ---------------------------------------------------------------------------------------------------


def test_a_partners_grant_is_a_tie_within_its_project_and_the_whole_is_not_counted_again():
    ties = [tie for tie in rows(convert(CORDIS), "links") if tie["kind"] == "funds" and "cordis-1" in tie.values()]

    assert [(tie["to_id"], tie["within"], tie["amount_eur"], tie["amount_basis"]) for tie in ties] == [
        ("pic-900", "cordis-1", "1000.5", "granted"),
        ("pic-901", "cordis-1", "500", "granted"),
        ("cordis-1", "", "1500.5", "overlap"),
    ]


def test_where_the_partners_do_not_add_up_the_projects_amount_counts_and_somebody_is_told():
    translation = convert(CORDIS)
    ties = [tie for tie in rows(translation, "links") if tie["kind"] == "funds" and "cordis-2" in tie.values()]

    assert [(tie["to_id"], tie["amount_basis"]) for tie in ties] == [("pic-901", "overlap"), ("cordis-2", "granted")]
    assert [(issue.code, issue.value, issue.hint) for issue in translation.issues] == [("amounts-differ", "80", "70")]


def test_what_is_empty_is_not_zero():
    assert report(CORDIS)["amounts"]["recorded"] == 3
    assert not any(tie["to_id"] == "pic-902" for tie in rows(convert(CORDIS), "links") if tie["kind"] == "funds")


def test_every_row_says_its_file_and_line():
    translation = convert(CORDIS)

    assert rows(translation, "actors")[0]["locator"] == "organization.csv, Zeile 2"
    assert rows(translation, "projects")[1]["locator"] == "project.csv, Zeile 3"
    assert rows(translation, "sources")[0]["id"] == rows(translation, "actors")[0]["reference"]


def test_streets_never_come_along():
    assert not any(b"GASSE" in content for content in tables_of(convert(CORDIS)).values())


@pytest.mark.parametrize(
    ("keep", "taken", "euros"), [("consortium", 3, 150_050), ("coordinators", 1, 100_050), ("region", 1, 100_050)]
)
def test_a_register_is_cut_to_the_region(keep, taken, euros):
    cut = report(CORDIS, region="DE11D", keep=keep)

    assert cut["rows"] == {"file": 4, "taken": taken, "left_out": {"outside-region": 4 - taken}}
    assert cut["euros"]["taken"] == euros
    assert cut["euros"]["file"] == 157_050


def test_the_cut_keeps_the_coordinator_of_another_region():
    cut = convert(CORDIS, region="Musterstadt", keep="coordinators")

    assert [actor["id"] for actor in rows(cut, "actors")] == ["pic-900", "europaeische-kommission"]


@pytest.mark.parametrize("content", [FOEKAT_UNTIL_2025, FOEKAT_2026], ids=["until 2025", "2026"])
def test_the_federal_register_is_read_under_both_headers(content):
    translation = convert({"daten.txt": content})

    assert translation.report.as_json()["rows"] == {"file": 4, "taken": 2, "left_out": {"booking": 1, "privacy": 1}}
    assert translation.report.as_json()["euros"] == {
        "file": 134_234_550,
        "taken": 133_000_050,
        "left_out": {"privacy": 1_234_500},
    }
    assert [(row["id"], row["name"]) for row in rows(translation, "projects")] == [("fkz-99x1", "LICHT")]
    assert {tie["kind"] for tie in rows(translation, "links")} == {"partner", "funds"}


def test_a_list_of_operations_is_read_below_its_titles_and_above_its_notes():
    content = workbook(
        [
            "",
            "Name des Begünstigten /\nbeneficiary name",
            "Bezeichnung des Vor-\nhabens",
            "Gesamtbetrag der förderfähigen Ausgaben",
            "PLZ",
        ],
        ["", "Werk Eins GmbH", "Neue Halle", 459000, "7743"],
        ["", "Muster Heidi und Alois", "Ferienwohnung Muster", 5292.14, "7745"],
        ["", "Gasthof Beispiel, Silvia Beispiel, Gasse 1, 07743 Musterstadt", "Küche", 10, "7743"],
        ["", "", "", 464302.14, ""],
        ["", "1) voraussichtlich", "", "", ""],
        above=[["", "LISTE DER VORHABEN"], [], ["", "Stand: 01.01.2026"]],
    )
    translation = convert({"liste.xlsx": content})

    assert translation.report.as_json()["rows"]["file"] == 3
    assert translation.report.as_json()["euros"]["file"] == 46_430_214
    assert translation.report.as_json()["footers"] == 2
    assert [actor["name"] for actor in rows(translation, "actors")] == [
        "Werk Eins GmbH",
        "Gasthof Beispiel",
        "Privatperson (1)",
    ]
    assert [project["budget_eur"] for project in rows(translation, "projects")] == ["459000", "5292.14", "10"]


def test_no_name_of_a_person_stands_in_any_cell_that_is_kept():
    content = (
        "Name des Begünstigten;Bezeichnung des Vorhabens;Gesamtbetrag der förderfähigen Ausgaben\n"
        "Beispiel Silvia;Laden von Silvia Beispiel;1000\n"
        "3D Muster GbR Axel Beispiel und Oliver Beispiel;Drucker;2000\n"
        "Café Muster Inh. Ulrike Beispiel;Küche;3000\n"
    ).encode()

    kept = b"".join(tables_of(convert({"liste.csv": content})).values()).decode()

    # ids are in small letters
    assert [name for name in ("silvia", "axel", "oliver", "ulrike") if name in kept.casefold()] == []


def test_equal_rows_of_a_list_without_numbers_all_count():
    content = (
        "Name des Begünstigten;Bezeichnung des Vorhabens;Gesamtbetrag der förderfähigen Ausgaben\n"
        + "Werk Eins GmbH;Kurs;100,50\n" * 3
    ).encode()
    translation = convert({"liste.csv": content})

    assert translation.report.as_json()["euros"]["taken"] == 30_150
    assert len({project["id"] for project in rows(translation, "projects")}) == 3
    assert [(issue.code, issue.line) for issue in translation.issues] == [("repeated-row", 3)]


def test_a_list_is_cut_by_postcodes_that_lost_their_zero():
    content = (
        "Name des Begünstigten;Bezeichnung des Vorhabens;Gesamtbetrag der förderfähigen Ausgaben;Postleitzahl\n"
        "Werk Eins GmbH;Halle;100;7743\nWerk Zwei GmbH;Halle;200;77430\n"
    ).encode()

    assert report({"liste.csv": content}, region=["07740-07749"])["rows"]["taken"] == 1


# --- ways of writing --------------------------------------------------------------------------------------------------


def amounts(*cells):
    lines = "".join(f'Werk {number} GmbH;Vorhaben {number};"{cell}"\n' for number, cell in enumerate(cells))
    header = "Name des Begünstigten;Bezeichnung des Vorhabens;Gesamtbetrag der förderfähigen Ausgaben\n"
    return report({"a.csv": f"{header}{lines}".encode()})


@pytest.mark.parametrize(
    ("cells", "cents"),
    [
        (("40.000,00 €", "1.234"), 4_123_400),
        (("3,000.00", "1,234"), 423_400),
        (("459000", "5292,14"), 46_429_214),
        (("5,819,053", "1,234"), 582_028_700),
    ],
)
def test_a_cell_beyond_doubt_decides_for_its_column(cells, cents):
    assert amounts(*cells)["euros"]["taken"] == cents


def test_an_amount_that_does_not_fit_its_column_is_not_recorded():
    found = amounts("5,819,053", "158,87")

    assert (found["euros"]["taken"], found["amounts"]["unreadable"]) == (581_905_300, 1)


def test_a_column_that_nothing_decides_is_a_question():
    found = amounts("1.234", "5.678")

    assert [(each["code"], each["option"]) for each in found["questions"]] == [("decimal-sign", "--recipe")]
    assert found["euros"]["taken"] == 0


# --- other shapes -----------------------------------------------------------------------------------------------------


def test_a_list_of_ties_makes_actors_of_its_ends():
    translation = convert(
        {"k.csv": b"Organisation A;Organisation B;Art der Beziehung;seit\nHS Muster;Werk Eins;Mitglied;2019\n"}
    )

    assert rows(translation, "links")[0] | {"reference": "", "locator": ""} == {
        "from_id": "hs-muster",
        "to_id": "werk-eins",
        "kind": "member_of",
        "start": "2019",
        "reference": "",
        "locator": "",
    }


def test_a_matrix_of_actors_and_projects_is_read_without_its_totals():
    content = workbook(
        ["Akteur", "Projekt Eins", "Projekt Zwei", "Summe"],
        ["HS Muster", "L", "", 1],
        ["Werk Eins", "x", "x", 2],
        ["Summe", 2, 1, 3],
        above=[["Wer ist wo dabei?"], []],
    )
    translation = convert({"m.xlsx": content})

    assert [(tie["from_id"], tie["kind"], tie["to_id"]) for tie in rows(translation, "links")] == [
        ("hs-muster", "leads", "projekt-eins"),
        ("werk-eins", "partner", "projekt-eins"),
        ("werk-eins", "partner", "projekt-zwei"),
    ]
    assert translation.report.as_json()["rows"]["file"] == 2


def test_a_matrix_with_the_same_names_twice_says_who_works_with_whom():
    translation = convert({"m.csv": b",A GmbH,B GmbH,C GmbH\nA GmbH,0,1,0\nB GmbH,1,0,1\nC GmbH,0,1,0\n"})

    assert [(tie["from_id"], tie["kind"], tie["to_id"]) for tie in rows(translation, "links")] == [
        ("a-gmbh", "cooperates_with", "b-gmbh"),
        ("b-gmbh", "cooperates_with", "c-gmbh"),
    ]


def test_half_a_matrix_is_enough_where_ties_have_no_direction():
    translation = convert({"m.csv": b";A;B;C\nA;;x;\nB;;;x\nC;;;\n"})

    assert [(tie["from_id"], tie["kind"], tie["to_id"]) for tie in rows(translation, "links")] == [
        ("a", "cooperates_with", "b"),
        ("b", "cooperates_with", "c"),
    ]


def test_members_in_columns_are_members_of_their_network():
    translation = convert(
        {"n.csv": b"Netzwerk;Mitglied1;Mitglied2\nCluster Licht;HS Muster;Werk Eins\nCluster Glas;HS Muster;\n"}
    )

    assert [(tie["from_id"], tie["to_id"]) for tie in rows(translation, "links")] == [
        ("hs-muster", "cluster-licht"),
        ("werk-eins", "cluster-licht"),
        ("hs-muster", "cluster-glas"),
    ]


def test_of_a_survey_only_submitted_answers_count_and_nobodys_name_is_kept():
    content = (
        '"id. Antwort ID","submitdate. Datum Abgeschickt","Q1. Ihre Organisation","Q2. Ihr Name",'
        '"Q3[SQ1]. Mit wem? [HS Muster]","Q3[SQ2]. Mit wem? [Werk Eins]","Q3[other]. Mit wem? [Sonstiges]"\n'
        '"1","2026-01-01","Stadt Muster","Erika Beispiel","Ja","","Stadtwerke"\n'
        '"2","","Werk Zwei","","Ja","Ja",""\n'
    )
    translation = convert({"s.csv": content.encode()})

    assert translation.report.as_json()["rows"] == {"file": 2, "taken": 1, "left_out": {"unfinished": 1}}
    assert translation.report.as_json()["ties"] == {"file": 2, "taken": 1, "left_out": {"free-text": 1}}
    assert b"Erika" not in b"".join(tables_of(translation).values())


def test_a_list_of_projects_has_its_partners_in_cells():
    content = (
        "Projekt;Leitung;Partner;Gefördert durch;Fördersumme;Beginn\n"
        "Licht;HS Muster;Werk Eins|Werk Zwei;Land;10.000,00 €;01.02.2025\n"
    )
    translation = convert({"p.csv": content.encode()})

    assert sorted((tie["from_id"], tie["kind"]) for tie in rows(translation, "links")) == [
        ("hs-muster", "leads"),
        ("land", "funds"),
        ("werk-eins", "partner"),
        ("werk-zwei", "partner"),
    ]
    assert translation.report.as_json()["euros"]["taken"] == 1_000_000


def test_ties_whose_end_is_no_node_are_left_out_and_counted():
    files = {
        "n.csv": b"Id,Label\nR1,HS Muster\nR2,Werk Eins\n",
        "e.csv": b"Source,Target,Class\nR1,R2,membership\nR1,R9,membership\n",
    }
    translation = convert(files)

    assert translation.report.as_json()["ties"] == {"file": 2, "taken": 1, "left_out": {"end-without-node": 1}}
    assert [issue.code for issue in translation.issues] == ["end-without-node"]


# --- recognising ------------------------------------------------------------------------------------------------------


def test_a_file_nobody_knows_is_a_question_and_names_the_option():
    found = report({"x.csv": b"Farbe;Gewicht\nrot;3\n"})

    assert found["recipe"] == ""
    assert [(each["code"], each["option"]) for each in found["questions"]] == [("not-recognised", "--recipe")]
    assert found["rows"] == {"file": 1, "taken": 0, "left_out": {"not-recognised": 1}}


def test_names_of_files_decide_nothing():
    assert report({"projects.xlsx": FOEKAT_2026})["recipe"] == "foerderkatalog"


def test_several_kinds_of_files_are_read_together_and_become_one_network():
    translation = convert({**CORDIS, "foekat.csv": FOEKAT_2026})

    assert translation.report.recipe == "cordis+foerderkatalog"
    assert translation.report.as_json()["rows"]["file"] == 8
    assert graph.load(tables_of(translation)).errors == []


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
def test_a_recipe_is_the_same_after_it_was_saved(recipe):
    assert from_json(recipe.to_json()) == recipe


def test_a_saved_mapping_reads_what_no_recipe_knows(tmp_path):
    mapping = tmp_path / "unsere.akteursnetz-mapping.json"
    parts = {"ties": {"words": {"from": ["Farbe"], "to": ["Gewicht"]}, "required": ["from", "to"]}}
    mapping.write_text(json.dumps({"name": "unsere", "shape": "tie", "parts": parts, "rules": {"kind": "partner"}}))

    translation = convert({"x.csv": b"Farbe;Gewicht\nrot;schwer\n"}, recipe=mapping)

    assert (translation.report.recipe, len(rows(translation, "links"))) == ("unsere", 1)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"name": 1}', "[" * 10_000], ids=range(5))
def test_what_is_no_recipe_is_refused(text):
    with pytest.raises(UnusableRecipeError):
        from_json(text)


def test_a_region_is_codes_places_or_a_file_of_them(tmp_path):
    file = tmp_path / "region.json"
    file.write_text(json.dumps({"name": "R", "nuts": ["DE11C"], "places": ["Schwäbisch Gmünd"]}), "utf-8")

    region = region_of(str(file))

    assert region.holds("nuts", "DE11C")
    assert region.holds("place", "SCHWABISCH GMUND")
    assert region.holds("place", "Schwaebisch Gmuend")
    assert not region.holds("place", "Gmund")


@pytest.mark.parametrize("stated", ["", [], {}, 3])
def test_an_empty_region_is_refused(stated):
    with pytest.raises(UnusableRegionError):
        region_of(stated)


# --- whatever comes ---------------------------------------------------------------------------------------------------

cents = st.integers(min_value=0, max_value=10**9).map(lambda number: f"{number // 100}.{number % 100:02}")
participations = st.lists(
    st.tuples(
        st.sampled_from("123"),
        st.sampled_from(["", "900", "901", "902"]),
        st.one_of(cents, st.sampled_from(["", "NA", "x"])),
    ),
    max_size=12,
)


def register(lines):
    header = "projectID;organisationID;name;nutsCode;role;ecContribution\n"
    return {
        "o.csv": (
            header
            + "".join(
                f"{project};{pic};Werk {pic} GmbH;{'DE11D' if pic == '900' else 'DE300'};participant;{amount}\n"
                for project, pic, amount in lines
            )
        ).encode()
    }


@given(participations, st.sampled_from(["consortium", "coordinators", "region"]))
def test_rows_and_cents_always_add_up(lines, keep):
    found = report(register(lines), region="DE11D", keep=keep)
    expected = sum(int(amount.replace(".", "")) for _, _, amount in lines if amount[:1].isdecimal())

    assert found["rows"]["file"] == len(lines) == found["rows"]["taken"] + sum(found["rows"]["left_out"].values())
    assert found["euros"]["file"] == expected == found["euros"]["taken"] + sum(found["euros"]["left_out"].values())


@given(participations.filter(bool), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(lines, random):
    turned = list(lines)
    random.shuffle(turned)

    def ids(content):
        translation = convert(content)
        return {table: sorted(row["id"] for row in rows(translation, table)) for table in ("actors", "projects")}

    assert ids(register(lines)) == ids(register(turned))
