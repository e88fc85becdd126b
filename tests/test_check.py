"""What is found in the tables: each finding with its place, its value and a proposal."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from graph import Severity, load
from graph.issue import Issue, Report
from graph.reading.codes import CODES, Effect
from graph.vocabulary import VOCABULARIES

LOCALES = Path(__file__).parents[1] / "views" / "locales"
ACTORS = "id,name,reference\nhs,Hochschule Aalen,s\nwiro,WiRO,s\nstadt,Stadt Ellwangen,s\n"
PROJECTS = "id,name,reference\np,Zukunft,s\nq,Mobil,s\n"
TABLES = ("actors", "projects", "links", "sources", "events", "about")


def checked(**tables: str) -> Report:
    """Report on tables given as CSV; actors and projects are small and sound unless given."""
    given = {"actors": ACTORS, "projects": PROJECTS} | tables
    return load({f"{name}.csv": text.encode() for name, text in given.items()})


def found(report: Report) -> list[tuple[object, ...]]:
    """Code, file, line, column, value and hint of every finding but missing sources."""
    return [(i.code, i.file, i.line, i.column, i.value, i.hint) for i in findings(report)]


def findings(report: Report) -> list[Issue]:
    return [issue for issue in report.issues if issue.code != "no-source"]


def found_in_actors(*rows: str, header: str = "id,name") -> list[tuple[object, ...]]:
    """Line, code, value and hint of what is found in a table of actors."""
    report = checked(actors="\n".join([header, *rows]))
    return [(i.line, i.code, i.value, i.hint) for i in findings(report) if i.file == "actors.csv"]


def test_sound_tables_give_no_finding():
    assert found(checked()) == []


# --- columns ----------------------------------------------------------------------------------------------------------


def test_headers_may_be_german_or_english_in_any_case():
    report = checked(actors="KENNUNG;Bezeichnung;Short Name;Ort;Quelle\nhs;HS;Hochschule;Aalen;s")

    assert found(report) == []
    actor = report.dataset.actors.iloc[0]
    assert (actor["id"], actor["name"], actor["short_name"], actor["location"]) == ("hs", "HS", "Hochschule", "Aalen")


def test_a_column_of_the_file_only_is_kept_at_the_end_and_said():
    report = checked(actors="id,Telefon,name,locaton\nhs,+49 7361 576,HS,Aalen")

    assert found(report) == [
        ("unknown-column", "actors.csv", 1, "Telefon", "Telefon", ""),
        ("unknown-column", "actors.csv", 1, "locaton", "locaton", "location"),
    ]
    assert list(report.dataset.actors.columns[-2:]) == ["Telefon", "locaton"]
    assert report.dataset.actors["Telefon"].tolist() == ["+49 7361 576"]


def test_of_two_columns_of_the_same_meaning_the_named_one_counts():
    report = checked(projects="id,art,name,kind,name\np,Messe,Zukunft,Projekt,Neu")

    assert found(report) == [
        ("duplicate-column", "projects.csv", 1, "art", "art", "art"),
        ("duplicate-column", "projects.csv", 1, "name.2", "name", "name.2"),
    ]
    project = report.dataset.projects.iloc[0]
    assert (project["kind"], project["art"], project["name"], project["name.2"]) == (
        "Projekt",
        "Messe",
        "Zukunft",
        "Neu",
    )


def test_a_column_without_a_header_is_kept_if_it_has_content():
    assert found_in_actors("hs,HS,,x", header="id,name,,") == [(1, "missing-header", "", "column_4")]


def test_a_missing_required_column_is_said_once_and_the_frame_has_it():
    report = checked(actors="name\nHS\nWiRO")

    assert found(report) == [("missing-column", "actors.csv", 1, "id", "id", "")]
    assert list(report.dataset.actors.columns[:2]) == ["id", "name"]
    assert len(report.dataset.actors) == 0


def test_rows_of_another_length_than_the_header_are_told_apart():
    assert found_in_actors("hs,HS Aalen,Hochschule", "wiro,WiRO,Verein,Gmünd,,", "stadt", header="id,name,type") == [
        (3, "row-too-wide", "Gmünd;;", "3"),
        (4, "row-too-short", "1", "3"),
        (4, "missing-name", "", "stadt"),
    ]


# --- ids and names ----------------------------------------------------------------------------------------------------


def test_rows_without_an_id_and_second_rows_of_an_id_are_left_out():
    report = checked(actors="id,name\nhs,HS\n,Namenlos\nhs,Andere\nwiro,WiRO")

    assert found(report) == [
        ("missing-id", "actors.csv", 3, "id", "", ""),
        ("duplicate-id", "actors.csv", 4, "id", "hs", "2"),
    ]
    assert report.dataset.actors["name"].tolist() == ["HS", "WiRO"]


def test_lines_are_physical_ones_past_cells_of_several_lines():
    rows = ('hs,HS,"erste', "zweite", 'dritte"', ",Namenlos,")

    assert found_in_actors(*rows, header="id,name,description") == [(5, "missing-id", "", "")]


def test_an_id_in_two_tables_belongs_to_the_actor():
    report = checked(projects="id,name\nhs,Zukunft\nq,Mobil")

    assert found(report) == [("id-in-two-tables", "projects.csv", 2, "id", "hs", "actors.csv")]
    assert report.dataset.projects["id"].tolist() == ["q"]


@pytest.mark.parametrize("other", ["WiRO", "ｗｉｒｏ"])
def test_ids_that_differ_only_in_case_or_form_clash_but_stay(other):
    assert found_in_actors("wiro,Eins", f"{other},Zwei") == [(3, "case-clash", other, "wiro")]


def test_ids_with_signs_of_lists_are_unsafe():
    assert found_in_actors('"a;b",Eins') == [(2, "unsafe-id", "a;b", "a-b")]


def test_a_row_without_a_name_is_called_by_its_id():
    report = checked(actors="id,name\nhs,")

    assert found(report) == [("missing-name", "actors.csv", 2, "name", "", "hs")]
    assert report.dataset.actors["name"].tolist() == ["hs"]


def test_an_alias_of_two_rows_is_said():
    assert found_in_actors("a,Eins,digiZ;Zentrum", "b,Zwei,DIGIZ", "c,Zentrum,", header="id,name,aliases") == [
        (2, "shared-alias", "Zentrum", "c"),
        (3, "shared-alias", "DIGIZ", "a"),
    ]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Hochschule Aalen", "HS Aalen"),
        ("Böbingen", "Boebingen"),
        ("Müller GmbH", "Mueller GmbH & Co. KG"),
        ("Verein für Technik e. V.", "Verein für Technik"),
        ("Wirtschaftsförderung Ostwürttemberg", "Wirtschaftsförderug Ostwürttemberg"),
        ("Transformationsnetzwerk Ostalb", "Ostalb Transformationsnetzwerk"),
        ("Zeiss", "ZEISS"),
    ],
)
def test_names_that_may_mean_the_same_are_proposed_and_never_merged(name, other):
    report = checked(actors=f"id,name\na,{name}\nb,{other}")

    assert found(report) == [("near-duplicate-name", "actors.csv", 3, "name", other, "a")]
    assert len(report.dataset.actors) == 2


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Hochschule Aalen", "Hochschule Aachen"),
        ("Stadt Aalen", "Stadt Ellwangen"),
        ("Landkreis Heidenheim", "Landkreis Heidelberg"),
        ("Innovationspreis 2021", "Innovationspreis 2022"),
        ("Projekt I", "Projekt II"),
        ("Ministerium für Wirtschaft", "Ministerium für Wissenschaft"),
        ("Stadt Aalen", "Stadt Aalen Wirtschaftsförderung"),
        ("IHK Ulm", "HWK Ulm"),
    ],
)
def test_names_of_different_places_numbers_and_things_are_not_proposed(name, other):
    assert found_in_actors(f"a,{name}", f"b,{other}") == []


def test_places_of_the_data_are_never_typing_errors_of_each_other():
    rows = ("a,Rathaus Oberkochen,Oberkochen", "b,Rathaus Unterkochen,Unterkochen", "c,Rathaus Unterkochn,")

    assert found_in_actors(*rows, header="id,name,location") == [(4, "near-duplicate-name", "Rathaus Unterkochn", "b")]


# --- cells ------------------------------------------------------------------------------------------------------------


def test_cells_that_cannot_be_understood_are_not_recorded_and_the_row_stays():
    report = checked(
        projects="id,name,status,start,budget_eur,website\n"
        "p,Zukunft,fertig,31.02.2026,viel,javascript:alert(1)\n"
        'q,Mobil,läuft,Herbst 2021,"1.234,56 €",www.example.org\n'
    )

    assert found(report) == [
        ("unknown-word", "projects.csv", 2, "status", "fertig", hint_of_status()),
        ("unreadable-date", "projects.csv", 2, "start", "31.02.2026", ""),
        ("unreadable-amount", "projects.csv", 2, "budget_eur", "viel", ""),
        ("invalid-url", "projects.csv", 2, "website", "javascript:alert(1)", ""),
    ]
    columns = ["id", "status", "start", "budget_eur", "website"]
    assert report.dataset.projects[columns].to_numpy().tolist() == [
        ["p", "", "", None, ""],
        ["q", "ongoing", "2021-23", Decimal("1234.56"), "https://www.example.org"],
    ]


def hint_of_status() -> str:
    return "idea, applied, planned, tentative, approved, ongoing, postponed, cancelled, completed, unknown"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("www.ostwuerttemberg.de", "https://www.ostwuerttemberg.de"),
        ("example.org/pfad/@seite", "https://example.org/pfad/@seite"),
        ("http://intranet/seite", "http://intranet/seite"),
        ("", ""),
    ],
)
def test_addresses_of_the_web_are_kept(typed, address):
    report = checked(actors=f"id,name,website\na,A,{typed}")

    assert found(report) == []
    assert report.dataset.actors["website"].tolist() == [address]


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "JaVaScRiPt://example.org/%0aalert(1)",
        "data:text/html;base64,PHN2Zz4=",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org",
        "mailto:a@example.org",
        "//example.org",
        "https://",
        "https://user:pass@example.org",
        "https://exa mple.org",
        "https://example.org/<script>",
        "siehe Vorlage",
        "x",
    ],
)
def test_any_other_address_is_dropped(typed):
    report = checked(actors=f'id,name,website\na,A,"{typed}"')

    assert [(issue.code, issue.value) for issue in findings(report)] == [("invalid-url", typed)]
    assert report.dataset.actors["website"].tolist() == [""]


@pytest.mark.parametrize(("typed", "flag"), [("ja", True), ("WAHR", True), ("x", True), ("nein", False), ("", False)])
def test_a_flag_is_yes_or_no_in_german_or_english(typed, flag):
    assert checked(actors=f"id,name,collective\na,A,{typed}").dataset.actors["collective"].tolist() == [flag]


def test_an_end_before_its_start_is_taken_away():
    report = checked(projects="id,name,start,end\np,Zukunft,2022,2021-12\nq,Mobil,2021-12,2021")

    assert found(report) == [("end-before-start", "projects.csv", 2, "end", "2021-12", "2022")]
    assert report.dataset.projects["end"].tolist() == ["", "2021"]


def test_an_amount_with_two_readings_says_how_it_was_read():
    report = checked(projects="id,name,budget_eur\np,Zukunft,50.000")

    assert found(report) == [("ambiguous-amount", "projects.csv", 2, "budget_eur", "50.000", "50000")]
    assert report.dataset.projects["budget_eur"].tolist() == [50000]


def test_the_value_quoted_in_a_finding_has_at_most_200_signs():
    assert len(found_in_actors(f"a,A,{'x' * 5_000}", header="id,name,website")[0][2]) == 200


@pytest.mark.parametrize("text", ["=1+1", "=HYPERLINK(A1)", "@SUM(A1)", "+cmd|' /C calc'!A0", "＝1+1", "-2+3+cmd|x"])
def test_text_like_a_formula_is_said_and_stays_text(text):
    report = checked(actors=f'id,name,description\na,A,"{text}"')

    assert [issue.code for issue in findings(report)] == ["formula-like-text"]
    assert report.dataset.actors["description"].tolist() == [text]


@pytest.mark.parametrize("text", ["+49 7361 576-0", "- Ausbau der Halle", "-5", "+10 %", "A = B", "info@example.org"])
def test_telephone_numbers_and_lists_are_no_formulas(text):
    assert found_in_actors(f"a,A,{text}", header="id,name,description") == []


def test_the_apostrophe_of_an_export_is_taken_away():
    report = checked(actors="id,name,description\na,'=1+1,'+49 7361\nb,'s Lädle,''=x")

    assert report.dataset.actors["name"].tolist() == ["=1+1", "'s Lädle"]
    assert report.dataset.actors["description"].tolist() == ["+49 7361", "'=x"]


def test_letters_of_two_alphabets_in_a_word_are_said():
    assert [code for _, code, *_ in found_in_actors("a,Hochschule Ааlen")] == ["mixed-scripts"]
    assert found_in_actors("a,Москва und Aalen", "b,5 µm", "c,Δt") == []


@pytest.mark.parametrize("text", ["MÃ¼ller", "â€žGruÃŸâ€œ", "M\ufffdller"])
def test_garbled_umlauts_are_said(text):
    assert [code for _, code, *_ in found_in_actors(f"a,{text}")] == ["garbled-text"]


def test_invisible_signs_and_odd_blanks_are_tidied():
    report = checked(actors="id,name\n a\u200b ,\u00a0Hoch\u00adschule\u00a0Ma\u0308rz \n")

    assert report.dataset.actors[["id", "name"]].to_numpy().tolist() == [["a", "Hochschule März"]]


# --- references -------------------------------------------------------------------------------------------------------


def test_an_unknown_actor_is_left_out_of_its_list_and_the_nearest_is_proposed():
    report = checked(
        projects='id,name,lead,partners\np,Zukunft,WIRO,hs;wrio;Stadt Ellwangen;nobody\nq,Mobil,,"hs, wiro"'
    )

    assert found(report) == [
        ("unknown-actor", "projects.csv", 2, "partners", "wrio", "wiro"),
        ("unknown-actor", "projects.csv", 2, "partners", "Stadt Ellwangen", "stadt"),
        ("unknown-actor", "projects.csv", 2, "partners", "nobody", ""),
        ("unknown-actor", "projects.csv", 3, "partners", "hs, wiro", "hs;wiro"),
    ]
    assert report.dataset.projects["lead"].tolist() == [("wiro",), ()]
    assert report.dataset.projects["partners"].tolist() == [("hs",), ()]


def test_a_link_to_nothing_and_a_date_of_nothing_are_left_out():
    report = checked(
        links="Von_ID,Zu_ID,Art\nhs,zukunft,partner\nwiro,p,partner",
        events="project_id,label\npp,Auftakt\np,Abschluss",
    )

    assert found(report) == [
        ("unknown-reference-target", "links.csv", 2, "Zu_ID", "zukunft", "p"),
        ("unknown-project", "events.csv", 2, "project_id", "pp", ""),
    ]
    assert report.dataset.ties["id"].tolist() == ["wiro>partner>p"]
    assert report.dataset.events["label"].tolist() == ["Abschluss"]


def test_sources_are_looked_up_once_there_is_a_list_of_them():
    sources = "id,title\nvorlage,Vorlage 093/2021\ns,Seite"
    actors = "id,name,reference\na,A,Vorlage\nb,B,vorlage;vorlagen"

    assert found(checked(actors=actors, sources=sources)) == [
        ("unknown-source", "actors.csv", 3, "reference", "vorlagen", "vorlage")
    ]
    assert found(checked(actors=actors)) == []


def test_what_has_no_source_is_named_and_a_missing_column_is_named_once():
    report = checked(actors="id,name,reference\na,A,\nb,B,s", projects="id,name\np,Zukunft\nq,Mobil")

    assert [(issue.code, issue.file, issue.line, issue.column) for issue in report.issues] == [
        ("no-source", "actors.csv", 2, "reference"),
        ("no-source", "projects.csv", 0, "reference"),
    ]


# --- ties -------------------------------------------------------------------------------------------------------------


def links(*rows: str) -> Report:
    return checked(links="\n".join(["from_id,to_id,kind,amount_eur,amount_basis", *rows]))


def test_a_tie_to_itself_and_a_tie_said_twice_are_left_out():
    report = links("hs,hs,related_to,,", "hs,p,partner,,", "hs,p,partner,,", "hs,p,funds,5,", "hs,p,funds,6,")

    assert [(i.code, i.line, i.value, i.hint) for i in findings(report) if i.severity is not Severity.INFO] == [
        ("self-tie", 2, "hs", ""),
        ("repeated-tie", 4, "hs>partner>p", "3"),
    ]
    assert report.dataset.ties["id"].tolist() == ["hs>partner>p", "hs>funds>p", "hs>funds>p#2"]


def test_a_kind_that_does_not_fit_its_ends_is_left_out_and_the_way_round_proposed():
    report = links("p,hs,leads,,", "hs,wiro,leads,,", "hs,wiro,shareholder_of,,", "p,hs,shareholder_of,,")

    assert found(report) == [
        ("kind-does-not-fit", "links.csv", 2, "kind", "p>leads>hs", "hs>leads>p"),
        ("kind-does-not-fit", "links.csv", 3, "kind", "hs>leads>wiro", ""),
        ("kind-does-not-fit", "links.csv", 5, "kind", "p>shareholder_of>hs", ""),
    ]
    assert report.dataset.ties["id"].tolist() == ["hs>shareholder_of>wiro"]


def test_a_circle_of_parts_is_printed_and_the_row_that_closes_it_left_out():
    report = links("hs,wiro,part_of,,", "wiro,stadt,part_of,,", "stadt,hs,part_of,,", "stadt,p,part_of,,")

    assert found(report) == [("cycle-in-part-of", "links.csv", 4, "to_id", "hs -> wiro -> stadt -> hs", "")]
    assert report.dataset.ties["id"].tolist() == ["hs>part_of>wiro", "wiro>part_of>stadt", "stadt>part_of>p"]


def test_a_tie_of_unknown_kind_is_left_out():
    report = links("hs,p,verheiratet,,")

    assert [(i.code, i.column, i.value, i.hint[:15]) for i in findings(report)] == [
        ("unknown-kind", "kind", "verheiratet", "leads, partner,")
    ]
    assert len(report.dataset.ties) == 0


def test_a_tie_with_an_unreadable_amount_stays_without_it():
    report = links("hs,p,funds,viel,", "wiro,p,funds,-5,granted")

    assert [(issue.code, issue.line, issue.value, issue.hint) for issue in report.errors] == [
        ("unreadable-amount", 2, "viel", ""),
        ("negative-amount", 3, "-5", "5"),
    ]
    assert report.dataset.ties[["id", "amount_eur", "amount_basis"]].to_numpy().tolist() == [
        ["hs>funds>p", None, ""],
        ["wiro>funds>p", None, ""],
    ]


def test_an_amount_without_a_basis_counts_as_granted_and_a_basis_needs_an_amount():
    report = links("hs,p,funds,5,", "wiro,p,funds,,ceiling")

    assert [(issue.code, issue.line, issue.value, issue.hint) for issue in findings(report)] == [
        ("amount-without-basis", 2, "5", "granted"),
        ("basis-without-amount", 3, "ceiling", ""),
    ]
    assert report.dataset.ties["amount_basis"].tolist() == ["granted", ""]


def test_of_very_many_findings_of_a_kind_it_is_said_how_many_more_there_are():
    report = checked(actors="id,name\n" + ",Namenlos\n" * 1_234)

    assert len([issue for issue in report.issues if issue.code == "missing-id"]) == 1_000
    assert found(report)[-1] == ("more-findings", "actors.csv", 1_002, "", "234", "missing-id")


# --- the register of findings -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_finding_has_its_words(language):
    words = json.loads((LOCALES / language / "findings.json").read_text("utf-8"))

    assert sorted({*words} - {"command"}) == sorted(CODES)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_word_the_screen_shows_for_a_code_is_understood_in_a_file(language):
    shown = json.loads((LOCALES / language / "term.json").read_text("utf-8"))
    lists = {"status": "status", "certainty": "certainty", "amount_basis": "amount_basis"}
    lists |= {"tie_kind": "tie_kind", "tie_role": "tie_kind"}

    assert [
        (word, code)
        for name, vocabulary in lists.items()
        for code, word in shown[name].items()
        if VOCABULARIES[vocabulary].get(word.casefold()) != code
    ] == []


def test_what_leaves_something_out_is_an_error_unless_nothing_is_lost():
    harmless = {"unknown-table", "basis-without-amount", "repeated-tie"}

    lost = {code.name for code in CODES.values() if code.effect is not Effect.NOTHING}

    assert {name for name in lost if CODES[name].severity is not Severity.ERROR} == harmless


@pytest.mark.parametrize("table", TABLES)
def test_no_table_is_needed_for_a_report(table):
    tables = {"actors": ACTORS, "projects": PROJECTS}
    report = load({name: text.encode() for name, text in tables.items() if name != table})

    assert [issue.code for issue in report.issues] == (["missing-file"] if table in tables else [])
