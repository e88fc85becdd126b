"""A table nobody recognises is shown as it is, with what columns probably mean; what a person says becomes a recipe."""

import json

import pytest

from graph.intake import apart
from graph.intake.apart import take_apart
from graph.intake.convert import convert
from graph.intake.looking import SeenTable
from graph.intake.mapping import lacking, mapping_of
from graph.intake.recipe import SHAPES, UnusableRecipeError, from_json
from graph.intake.taking import IntakeAnswers, take
from tests import newcomer
from views.data.first_rows import first_rows
from views.data.intake import intake_of
from views.language.words import plain, words

LIST = (
    "Übersicht 2026;;;;\n"
    "Firma;Vorhaben;Rolle;Zuschuss in Euro;von\n"
    "Beispiel GmbH;Licht;Sprecher;1.000,50;14.02.2024\n"
    "Muster AG;Licht;dabei;2.000,00;01.03.2024\n"
)


def look(text: str = LIST, name: str = "liste.csv") -> SeenTable:
    return take({name: text.encode()}, IntakeAnswers()).looks[0]


def rows(translation, table):
    sheet = next(each for each in translation.reading.sheets if each.name == table)
    return [dict(zip(sheet.header, row, strict=True)) for row in sheet.rows]


def test_a_table_is_shown_below_its_title_with_what_its_columns_probably_mean():
    seen = look()

    assert (seen.line, seen.count, seen.shapes[0]) == (2, 2, "participation")
    assert [(column.header, column.kind) for column in seen.columns] == [
        ("Firma", "text"),
        ("Vorhaben", "text"),
        ("Rolle", "text"),
        ("Zuschuss in Euro", "amount"),
        ("von", "date"),
    ]
    assert [(preset.column, preset.field, preset.is_sure) for preset in seen.presets["participation"]] == [
        (0, "name", True),
        (1, "project_name", True),
        (2, "role", True),
        (3, "amount", False),
        (4, "start", False),
    ]
    assert seen.rows[0] == ("Beispiel GmbH", "Licht", "Sprecher", "1.000,50", "14.02.2024")


def test_what_is_said_of_columns_and_words_is_a_recipe_that_reads_the_file():
    fields = {0: "name", 1: "project_name", 2: "role", 3: "amount", 4: "start"}
    words = {"role": {"Sprecher": "leads", "dabei": "partner"}}
    recipe = mapping_of(look(), "participation", fields, title="Meine Liste", words=words, funder="Land Muster")

    translation = convert({"liste.csv": LIST.encode()}, recipe=from_json(recipe.to_json()))

    assert translation.report.as_json()["euros"] == {"file": 300_050, "taken": 300_050, "left_out": {}}
    assert [(row["from_id"], row["kind"]) for row in rows(translation, "links")] == [
        ("beispiel-gmbh", "leads"),
        ("land-muster", "funds"),
        ("muster-ag", "partner"),
        ("land-muster", "funds"),
    ]
    assert rows(translation, "projects")[0]["start"] == "2024-02-14"
    assert rows(translation, "sources")[0]["title"] == "Meine Liste – liste.csv"


def test_what_is_still_to_be_said_is_named():
    assert lacking("participation", {0: "name"}) == ("project_name|project_id",)
    assert lacking("participation", {0: "name", 1: "project_id", 2: "amount"}) == ("funder",)
    assert lacking("participation", {0: "name", 1: "project_id", 2: "amount"}, "Land") == ()
    assert lacking("tie", {0: "from"}) == ("to",)


def test_a_mapping_goes_before_what_the_program_recognises_where_most_of_its_headers_are_there():
    ties = "Von;Nach;Beziehung;Hinweis;Stand\nA-Werk;B-Werk;Kooperation;x;2026\n"
    recipe = mapping_of(look(ties), "tie", {0: "from", 1: "to"}, title="umgekehrt")
    changed = ties.replace("Stand", "Datum")

    for text, name in ((ties, "umgekehrt"), (changed, "umgekehrt"), ("Von;Nach\nA-Werk;B-Werk\n", "kanten")):
        assert convert({"k.csv": text.encode()}, mappings=[recipe]).report.recipe == name


def test_columns_of_the_same_header_and_without_one_are_told_apart():
    text = "Name;Projekt;Name\nEins;Licht;Zwei\nDrei;Licht;Vier\n"
    recipe = mapping_of(look(text), "tie", {0: "from", 2: "to"})

    links = rows(convert({"n.csv": text.encode()}, recipe=recipe), "links")

    assert [(row["from_id"], row["to_id"]) for row in links] == [("eins", "zwei"), ("drei", "vier")]


def test_words_of_ties_and_crosses_of_a_matrix_mean_what_somebody_says():
    ties = "Von;Nach;Was\nEins;Zwei;Tochter\n"
    recipe = mapping_of(look(ties), "tie", {0: "from", 1: "to", 2: "kind"}, words={"kind": {"Tochter": "part_of"}})
    assert rows(convert({"k.csv": ties.encode()}, recipe=recipe), "links")[0]["kind"] == "part_of"

    matrix = "Wer;Licht;Wasser\nEins;++;\nZwei;;+\n"
    shape = mapping_of(look(matrix), "matrix", {})
    assert [row["kind"] for row in rows(convert({"m.csv": matrix.encode()}, recipe=shape), "links")] == ["partner"] * 2


@pytest.mark.parametrize(
    "damage",
    [
        {"shape": "kreis"},
        {"rules": {"roles": ["leads"]}},
        {"rules": {"project_key": 3}},
        {"parts": {"ties": {"words": {"from": "Von"}}}},
        {"rules": {"weight": "schwer"}},
    ],
)
def test_a_mapping_that_is_damaged_is_refused_and_never_a_fault(damage):
    sound = json.loads(mapping_of(look(), "tie", {0: "from", 1: "to"}).to_json())

    with pytest.raises(UnusableRecipeError):
        from_json(json.dumps(sound | damage))


def test_on_the_page_a_mapping_that_was_handed_in_along_reads_the_list():
    recipe = mapping_of(look(), "participation", {0: "name", 1: "project_name"}, title="Liste")
    files = {"liste.csv": LIST.encode()}

    asked = intake_of(files, IntakeAnswers())
    assert (asked.translation, [each.file for each in asked.unread]) == (None, ["liste.csv"])
    done = intake_of({**files, "liste.akteursnetz-mapping.json": recipe.to_json().encode()}, IntakeAnswers())
    assert (done.translation.report.recipe, done.unread) == ("liste", ())
    assert sorted(done.files) == ["actors.csv", "links.csv", "projects.csv", "sources.csv"]


def test_a_question_on_a_column_is_answered_on_the_page():
    text = "Von;Nach;Beziehung;Seit\nEins;Zwei;Kooperation;03/04/2024\n"
    columns = "projectID;organisationID;name;role;ecContribution;startDate\n1;9;Eins;participant;5;03/04/2024\n"
    assert not convert({"k.csv": text.encode()}).report.questions
    assert [q.code for q in convert({"o.csv": columns.encode()}).report.questions] == ["day-or-month"]

    answered = convert({"o.csv": columns.encode()}, writing={"startDate": "mdy"})

    assert answered.report.questions == []
    assert rows(answered, "projects")[0]["start"] == "2024-03-04"


def test_large_files_are_translated_in_a_process_of_their_own_with_the_same_outcome(monkeypatch):
    files = newcomer.matrix()
    apart_from_us = take_apart(files, IntakeAnswers())
    here = take(files, IntakeAnswers())

    assert apart_from_us.translation == here.translation
    assert apart_from_us.looks == here.looks
    monkeypatch.setattr("graph.intake.apart.answer_apart", lambda *_: (-9, b""))
    refused = take_apart(files, IntakeAnswers())
    assert [issue.code for issue in refused.translation.issues] == ["reading-too-long"]
    assert apart.is_harmless(newcomer.own_list())


NODES = "Kürzel;Wer;Was;Wo\nA1;Stadt Ahausen;Kommune;Aalen\nB2;Werk Beispiel;Unternehmen;Ulm\n"
PAIRS = "eins;zwei;womit\nA1;B2;Tochter\n"


def test_every_shape_can_be_said_of_a_table():
    assert set(look().shapes) == set(SHAPES) - {"network"}, "what is a network says so itself"


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        (
            "Wer;Was;Als;Zuschuss;Bemerkungen\nEins AG;Licht;dabei;10,50;\nZwei AG;Licht;dabei;20,50;x\n",
            "participation",
        ),
        ("Kürzel;Firma;Branche;Ort\nA;Eins AG;Optik;Aalen\nB;Zwei AG;Glas;Ulm\n", "pair"),
        ("Maßnahme;Koordination;Mitwirkende\nLicht;Eins AG;Zwei AG\nGlas;Eins AG;Drei AG\n", "project"),
        ("Wer;Licht;Wasser\nEins AG;x;\nZwei AG;;x\n", "matrix"),
    ],
)
def test_what_a_row_probably_is_comes_first(text, likely):
    assert look(text).shapes[0] == likely


def test_a_table_of_organisations_takes_the_table_of_its_ties_along():
    nodes = mapping_of(look(NODES), "pair", {0: "id", 1: "label", 2: "type", 3: "location"}, title="Wer")
    files = {"wer.csv": NODES.encode(), "paare.csv": PAIRS.encode()}

    alone = convert(files, mappings=[nodes])
    assert [(row["name"], row["type"], row["location"]) for row in rows(alone, "actors")] == [
        ("Stadt Ahausen", "Kommune", "Aalen"),
        ("Werk Beispiel", "Unternehmen", "Ulm"),
    ]
    assert [(each.code, each.file) for each in alone.report.questions] == [("not-recognised", "paare.csv")]

    ties = mapping_of(look(PAIRS), "tie", {0: "from", 1: "to", 2: "kind"}, words={"kind": {"Tochter": "part_of"}})
    for mappings in ([nodes, ties], [ties, nodes]):
        both = convert(files, mappings=mappings)
        assert [(row["from_id"], row["kind"], row["to_id"]) for row in rows(both, "links")] == [
            ("stadt-ahausen", "part_of", "werk-beispiel")
        ]
        assert both.is_settled


def test_ties_that_the_program_knows_are_found_for_organisations_somebody_explained():
    nodes = mapping_of(look(NODES), "pair", {0: "id", 1: "label"}, title="Wer")
    ties = "Von;Nach;Beziehung\nA1;B2;Kooperation\n"

    together = convert({"wer.csv": NODES.encode(), "k.csv": ties.encode()}, mappings=[nodes])

    assert [(row["from_id"], row["to_id"]) for row in rows(together, "links")] == [("stadt-ahausen", "werk-beispiel")]
    assert rows(convert({"wer.csv": NODES.encode()}, recipe=nodes), "actors")[1]["name"] == "Werk Beispiel"


@pytest.mark.parametrize(
    ("text", "shape", "fields", "first"),
    [
        (LIST, "participation", {0: "name", 1: "project_name", 3: "amount"}, "Beispiel GmbH ist Partner von Licht"),
        ("Was;Wer\nLicht;Werk Eins\n", "project", {0: "project_name", 1: "lead"}, "Werk Eins leitet Licht"),
        ("A;B\nEins AG;Zwei AG\n", "tie", {0: "from", 1: "to"}, "Eins AG kooperiert mit Zwei AG"),
        (NODES, "pair", {0: "id", 1: "label", 3: "location"}, "Stadt Ahausen, Aalen"),
        ("Kreis;Wer\nRunde;Eins AG\n", "group", {0: "group", 1: "members"}, "Eins AG ist Mitglied von Runde"),
        ("Wer;Licht;Wasser\nEins;++;\nZwei;;+\n", "matrix", {}, "Eins ist Partner von Licht"),
        (
            "Organisation;k[1]. Mit? [Eins AG];k[2]. Mit? [Zwei AG]\nDrei AG;ja;nein\n",
            "answers",
            {0: "respondent"},
            "Drei AG kooperiert mit Eins AG",
        ),
    ],
)
def test_the_first_rows_are_shown_as_they_will_be_taken(text, shape, fields, first):
    seen = look(text)
    recipe = mapping_of(seen, shape, fields, funder="Land Muster")

    shown = first_rows(words("de"), seen, recipe).splitlines()

    assert (shown[0], shown[2]) == ("So werden die ersten Zeilen übernommen:", f"- {plain(first)}")


def test_amounts_stand_with_the_first_rows():
    recipe = mapping_of(look(), "participation", {0: "name", 1: "project_name", 3: "amount"}, funder="Land Muster")

    shown = first_rows(words("de"), look(), recipe).replace("\\", "").replace("\N{NO-BREAK SPACE}", " ")
    assert "Land Muster fördert Beispiel GmbH (Licht), 1.000,50 €" in shown
