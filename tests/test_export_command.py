"""``akteursnetz export``: what is left out is out of every file, and what cannot be meant is refused."""

import zipfile
from dataclasses import fields
from pathlib import Path
from urllib.parse import unquote

import pytest

from graph.__main__ import main
from graph.export import FORMATS
from tests.small_region import actor, project, region, tie
from views.address.parameters import Query
from views.exhibit.home import public_address
from views.exhibit.links import view_of
from views.exhibit.refused import unknown_asked

ACTORS = """id;name;type;reference
wald;Waldner Anlagenbau GmbH;Unternehmen;s
moos;Moosbach Söhne KG;unternehmen;s
ried;Riedlinger Logistik GmbH;Firma;s
holz;Tannenberg Holz GmbH;Unternehmen (KMU);s
stadt;Stadt Quellbach;Kommune;s
stift;Moosbach-Stiftung;Stiftung;s
"""
PROJECTS = """id;name;status;lead;partners;budget_eur;description;reference
p1;Halle;laufend;stadt;wald;250000;"Mit Waldner und Moosbach Söhnen, 500 k€ im Jahr";s
p2;Hof;laufend;ried;"holz;moos;stift";;"Zuschuss dreihundert Euro, siehe https://netz.example/moosbach-soehne";s
"""
LINKS = "from_id;to_id;kind;amount_eur;reference\nstadt;p1;funds;1234567;s\n"
NAMES = ("waldner", "moosbach", "riedlinger", "tannenberg")
AMOUNTS = ("1234567", "1.234.567", "250000", "250.000", "500 k", "dreihundert")


@pytest.fixture
def folder(tmp_path):
    for name, text in {"actors": ACTORS, "projects": PROJECTS, "links": LINKS}.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    return tmp_path


def command(folder, to, *options, view=("netzwerk?ganz=ja",)):
    return main(["export", str(folder), "--view", *view, "--to", str(folder / to), *options])


def parts_of(file: Path):
    """Every part of a file, archives unpacked, by its name."""
    if not zipfile.is_zipfile(file):
        return {file.name: file.read_bytes()}
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# the others, and what stands in them, are read by the tests on what must go
READ_AS_TEXT = [name for name, entry in FORMATS.items() if entry.mime not in ("application/pdf", "image/png")]


def said_in(file, words):
    """Which of some words stand in the names or the content of a file's parts, in any case."""
    text = "\n".join(f"{name}\n{content.decode('utf-8', 'replace')}" for name, content in parts_of(file).items())
    return [word for word in words if word in text.casefold()]


@pytest.mark.parametrize("name", READ_AS_TEXT)
def test_companies_of_all_spellings_are_in_no_format(folder, name):
    assert command(folder, "x", "--format", name, "--anonymous-companies") == 0
    assert said_in(folder / "x", NAMES) == []


@pytest.mark.parametrize("name", READ_AS_TEXT)
def test_amounts_are_in_no_format_and_every_file_says_so(folder, name):
    assert command(folder, "x", "--format", name, "--without-amounts") == 0
    assert said_in(folder / "x", AMOUNTS) == []
    assert said_in(folder / "x", ["ohne beträge"]) == ["ohne beträge"]


def test_the_types_that_are_anonymous_can_be_named(folder):
    assert command(folder, "x.csv", "--anonymous-types", "firma", "KOMMUNE", view=["verzeichnis"]) == 0
    assert said_in(folder / "x.csv", ["riedlinger", "quellbach"]) == []
    assert said_in(folder / "x.csv", ["waldner", "firma und kommune anonym"]) == ["waldner", "firma und kommune anonym"]


def test_a_type_that_nobody_has_is_refused_with_the_types_there_are(folder, capsys):
    assert command(folder, "x.csv", "--anonymous-types", "Firma", "Verein", view=["verzeichnis"]) == 1
    assert not (folder / "x.csv").exists()
    assert capsys.readouterr().err == (
        "Kein Akteur hat den Typ Verein; es gibt: Firma, Kommune, Stiftung, Unternehmen, Unternehmen (KMU) und "
        "unternehmen. Es wurde keine Datei geschrieben, weil sie nicht anonym wäre.\n"
    )


def test_companies_that_there_are_not_are_refused(folder, capsys):
    (folder / "actors.csv").write_text("id;name;type\nstadt;Stadt Quellbach;Kommune\nried;Ried;\n", "utf-8")

    assert command(folder, "x.csv", "--anonymous-companies", view=["verzeichnis"]) == 1
    assert "es gibt: ohne Typ und Kommune." in capsys.readouterr().err


@pytest.mark.parametrize("asked", ["suche=Moosbach", "fokus=moos", "fokus=wald&suche=Waldner Anlagenbau"])
def test_what_was_searched_for_is_not_printed_and_a_focus_is_drawn_under_its_pseudonym(folder, asked):
    options = ("--anonymous-companies", "--title", "Alles über Moosbach Söhne und Waldner")

    assert command(folder, "x.pptx", *options, view=[f"netzwerk?{asked}"]) == 0
    assert said_in(folder / "x.pptx", NAMES) == []
    if "fokus" in asked and "suche" not in asked:
        assert said_in(folder / "x.pptx", ["mit diesen filtern bleibt kein element übrig"]) == []


def test_a_focus_that_is_left_out_is_refused_and_not_named(folder, capsys):
    (folder / "links.csv").write_text("from_id;to_id;kind;certainty\nstadt;p1;leads;unconfirmed\n", "utf-8")
    (folder / "projects.csv").write_text("id;name\np1;Halle\n", "utf-8")

    assert command(folder, "x.pptx", "--confirmed-only", view=["netzwerk?fokus=p1"]) == 1
    assert "weggelassen" in capsys.readouterr().err


@pytest.mark.parametrize(
    "link",
    [
        "netzwerk?feld=tippfehler",
        "netzwerk?fokus=niemand",
        "verzeichnis?farben=x",
        "netzwerk?ansicht=falsch",
        "foerderung?reiter=tippfehler",
        "netzwerk?reiter=rang",
        "netzwerk?ohne=niemand",
        "was_waere_wenn?szenario=-moos",
        "was_waere_wenn?szenario=remove%3Aniemand",
    ],
)
def test_what_the_data_do_not_have_is_refused(folder, link, capsys):
    assert command(folder, "x.pptx", view=[link]) == 1
    assert not (folder / "x.pptx").exists()
    assert unquote(link.partition("?")[2]).partition(":")[0].partition("=")[0] in capsys.readouterr().err


# what any text may stand in, and what no file shows
ANY_TEXT = {"suche", "notiz", "eintrag", "enden", "mappe"}


@pytest.mark.parametrize("name", sorted({each.name for each in fields(Query)} - ANY_TEXT))
def test_a_slip_in_any_parameter_is_refused(name):
    dataset = region([actor("moos", "Unternehmen")], [project("halle")], [tie("moos", "leads", "halle")])

    assert unknown_asked(view_of(dataset, f"verzeichnis?{name}=tipp-fehler")) != ()


def region_of_two_fields():
    """Two actors in two fields, a body both are in, and a funding that ends."""
    return region(
        [
            actor("moos", "Unternehmen", kompetenzfelder=("Holz",)),
            actor("uni", "Hochschule", kompetenzfelder=("Holz",)),
            actor("land", "Land/Bund/EU"),
        ],
        [
            project("halle", "Holz", end="2026-12"),
            project("rat", kind="Gremium"),
            project("kreis", kind="Gremium"),
        ],
        [
            tie("moos", "leads", "halle"),
            tie("uni", "partner", "halle"),
            tie("land", "funds", "halle", 1000, end="2026-12"),
            *(tie(who, "member_of", body) for who in ("moos", "uni") for body in ("rat", "kreis")),
        ],
    )


@pytest.mark.parametrize(
    ("page", "name", "there"),
    [
        ("kompetenzfelder?reiter=felder", "zelle", "holz:hochschule"),
        ("kompetenzfelder?feld=holz", "zelle", "holz:hochschule"),
        ("kompetenzfelder?reiter=akteure", "zelle", "moos>uni"),
        ("kompetenzfelder?reiter=gremien", "zelle", "kreis>rat"),
        ("foerderung?reiter=balken", "teil", "item:land"),
        ("foerderung?reiter=klippe&stichtag=2026-06-01", "teil", "2026-12"),
        ("zeitverlauf?reiter=projekte", "teil", "halle"),
        ("zeitverlauf?reiter=projekte", "auf", "holz"),
        ("zeitverlauf?reiter=projekte", "auf", "keine"),
        ("daten?reiter=offen", "wahl", "unconfirmed"),
        ("daten?reiter=spalten", "wahl", "actors"),
        ("netzwerk?gruppen=typ", "offen", "hochschule"),
        ("netzwerk?gruppen=typ&typ=unternehmen", "offen", "hochschule"),
        ("verzeichnis?liste=projekte", "zelle", "moos>uni"),
    ],
)
def test_what_is_chosen_within_a_view_must_be_there(page, name, there):
    slip = f"{name}={there}x"

    assert unknown_asked(view_of(region_of_two_fields(), f"{page}&{name}={there}")) == ()
    assert unknown_asked(view_of(region_of_two_fields(), f"{page}&{slip}")) == (slip,)


def test_a_cell_of_another_matrix_is_refused():
    link = "kompetenzfelder?reiter=felder&zelle=moos>uni"

    assert unknown_asked(view_of(region_of_two_fields(), link)) == ("zelle=moos>uni",)


def test_a_public_address_stands_in_files_and_without_one_the_view_is_named(folder, monkeypatch):
    monkeypatch.setenv("AKTEURSNETZ_ADDRESS", "https://netz.quellbach.example/app")
    assert command(folder, "with.csv") == 0
    monkeypatch.delenv("AKTEURSNETZ_ADDRESS")
    assert command(folder, "without.csv") == 0

    assert said_in(folder / "with.csv", ["https://netz.quellbach.example/app/netzwerk?ganz=ja"])
    assert said_in(folder / "without.csv", ["http", "127.0.0.1", "localhost"]) == []
    assert said_in(folder / "without.csv", ["ansicht in akteursnetz: netzwerk?ganz=ja"])


@pytest.mark.parametrize(
    ("here", "address"),
    [
        ("https://netz.example/", "https://netz.example/"),
        ("http://netz:8501/", "http://netz:8501/"),
        ("http://127.0.0.1:8501/", ""),
        ("http://localhost:8501/", ""),
        ("http://[::1]:8501/", ""),
        ("http://0.0.0.0:8501/", ""),
        ("", ""),
    ],
)
def test_this_machine_is_no_address(here, address, monkeypatch):
    monkeypatch.delenv("AKTEURSNETZ_ADDRESS", raising=False)

    assert public_address(here) == address


def written_in(folder, before=("actors.csv", "links.csv", "projects.csv")):
    return sorted(file.name for file in folder.iterdir() if file.name not in before)


def test_a_table_is_a_file_that_opens_as_one_with_what_is_in_it_below(folder):
    assert command(folder, "liste.csv", "--without-amounts", view=["verzeichnis"]) == 0

    rows = (folder / "liste.csv").read_bytes().decode("utf-8-sig").split("\n")
    assert written_in(folder) == ["liste.csv"]
    assert rows[0].startswith("Name;")
    assert rows[rows.index("Angaben;") - 1] == ""
    assert "\ufeff" not in "".join(rows)
    assert said_in(folder / "liste.csv", ["ohne beträge"]) == ["ohne beträge"]


def test_each_view_is_a_picture_that_opens_as_one(folder):
    assert command(folder, "netz.svg", view=["netzwerk?ganz=ja", "netzwerk?ganz=ja&ansicht=kooperation"]) == 0

    names = written_in(folder)
    assert [len(names), "netz.svg" in names] == [2, True]
    assert [(folder / name).read_bytes().lstrip()[:4] in (b"<?xm", b"<svg") for name in names] == [True, True]


@pytest.mark.parametrize("to", ["liste.zip", "liste"])
def test_several_files_are_one_archive_under_any_other_name(folder, to):
    assert command(folder, to, "--format", "csv", view=["verzeichnis"]) == 0

    assert written_in(folder) == [to]
    assert sorted(parts_of(folder / to)) == ["angaben.csv", "daten.csv"]
