"""What the data cover: each source with what rests on it, and fields, types, places and years with what is recorded."""

from graph.answers.coverage import Share, coverage_by, coverage_by_source
from graph.intake.convert import convert
from graph.intake.files import tables_of
from graph.load import load
from tests import newcomer
from tests.small_region import actor, region
from views.data import coverage
from views.exhibit.links import view_of

FILES = {
    "actors.csv": "id,name,type,location,reference\na,A,Hochschule,Ort,liste\nb,B,,,\n",
    "projects.csv": (
        "id,name,kompetenzfelder,start,end,partners,reference\n"
        "p,P,Licht;Wasser,2024,2025,a,register\nq,Q,Licht,,,a,register;liste\nr,R,,,,,\n"
    ),
    "links.csv": "from_id,to_id,kind,amount_eur,amount_basis,reference\na,p,funds,5,granted,register\n",
    "sources.csv": (
        "id,title,recipe,rows_taken,rows_left_out\nregister,Register,cordis,4,outside-region: 3\nliste,Liste,,,\n"
    ),
}
DATA = load({name: text.encode() for name, text in FILES.items()}).dataset


def test_each_source_says_what_rests_on_it_and_how_much_of_that_is_recorded():
    found = {each.id: each for each in coverage_by_source(DATA)}

    assert list(found) == ["register", "liste", ""]
    assert found["register"].projects == Share("register", 2, with_amount=1, with_date=1, with_place=0, with_source=2)
    assert (found["register"].actors.elements, found["register"].ties) == (0, 3)
    assert found["register"].facts["rows_left_out"] == "outside-region: 3"
    assert found["liste"].projects.elements == 1
    assert (found[""].actors.elements, found[""].projects.elements) == (1, 1)


def test_a_project_counts_in_each_field_and_each_year_and_what_belongs_to_none_comes_last():
    assert [(each.key, each.elements, each.with_amount) for each in coverage_by(DATA, "field")] == [
        ("Licht", 2, 1),
        ("Wasser", 1, 1),
        ("", 1, 0),
    ]
    assert [(each.key, each.elements) for each in coverage_by(DATA, "year")] == [("2024", 1), ("2025", 1), ("", 2)]
    assert [(each.key, each.elements) for each in coverage_by(DATA, "place")] == [("Ort", 1), ("", 1)]


def test_what_a_register_left_out_stands_beside_its_source():
    translation = convert(newcomer.cordis(), region="DEZ01", keep="region")
    facts = coverage_by_source(load(tables_of(translation)).dataset)[0].facts

    assert (facts["rows_taken"], facts["rows_left_out"]) == ("3", "outside-region: 3")
    assert (facts["amount_taken_eur"], facts["amount_left_out_eur"]) == ("450000.50", "770000")


def test_the_page_says_it_in_words_and_without_amounts_no_column_of_them_is_left():
    view = view_of(DATA, "daten?reiter=abdeckung")
    tables = coverage.parts(view)

    assert coverage.sentence(view) == "Die Daten beruhen auf 2 Quellen. 2 Einträge nennen keine."
    assert coverage.lacking(view) == ["CORDIS enthält kein Geld von Bund und Ländern."]
    assert list(tables) == ["source", "field", "type", "place", "year"]
    assert "außerhalb der Region: 3" in tables["source"].rows[0]
    chosen = coverage.parts(view_of(DATA, "daten?reiter=abdeckung&wahl=year"))
    assert list(chosen) == ["year"]


def test_data_without_sources_say_so():
    view = view_of(region([actor("a")]), "daten?reiter=abdeckung")

    assert coverage.sentence(view).startswith("In dieser Auswahl ist keine Quelle genannt.")
