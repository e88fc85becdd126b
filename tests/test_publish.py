"""``akteursnetz publish``: a website that says what the app says, asks nobody, and holds nothing it must not."""

import io
import re
import zipfile
from base64 import b64decode
from pathlib import Path

import pytest

import graph
from commands.__main__ import main
from graph.export import Exhibit
from graph.export.pictures import Matrix, Text
from tests.site_pages import SitePage, inside, numbers
from views.evidence.exhibit import checked, marked
from views.exhibit.links import exhibit_of, view_of
from views.publishing.places import stems

ACTORS = """id,name,short_name,type,kompetenzfelder,location,website
zirbel,Zirbel GmbH,,Unternehmen,Holz,Aalen,https://zirbel.example/
beta,Beta-Verein,,Verein,"Klima, Umwelt;Holz",Heubach,
land,Land <Süd>,Land,Land,,,
con,Con Rat,,Verein,,,
"""
PROJECTS = """id,name,kompetenzfelder,status,start,end,lead,partners,funders,budget_eur
wald,Waldhaus mit Zirbel GmbH,Holz,ongoing,2025,2026-12,zirbel,beta,land,137000
h2,H2-Wandel,"Klima, Umwelt",planned,2026,2027,beta,zirbel;con,,
"""
LINKS = "from,to,kind,amount_eur,amount_basis\nland,wald,funds,80000,granted\n"
OLD_ACTORS = "id,name,type\nalt,Beta-Verein,Verein\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Folder with a small region and an earlier state in which Beta had another id."""
    made = tmp_path_factory.mktemp("region")
    (made / "actors.csv").write_text(ACTORS, "utf-8")
    (made / "projects.csv").write_text(PROJECTS, "utf-8")
    (made / "links.csv").write_text(LINKS, "utf-8")
    (made / "about.csv").write_text(
        "key,value\ntitle,Waldnetz\nregion,Waldland\nas_of,2026-01-22\nimprint,Amt am Wald\n", "utf-8"
    )
    old = made / "states" / "2024-05-04"
    old.mkdir(parents=True)
    (old / "actors.csv").write_text(OLD_ACTORS, "utf-8")
    return made


def published_files(folder, *arguments):
    target = folder.parent / "site.zip"
    assert main(["publish", str(folder), "--to", str(target), *arguments]) == 0
    with zipfile.ZipFile(io.BytesIO(target.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def files(folder):
    return published_files(folder)


@pytest.fixture(scope="module")
def pages(files):
    return {path: SitePage(content) for path, content in files.items() if path.endswith(".html")}


def test_every_actor_project_and_field_has_a_page_in_each_language(files):
    assert {path for path in files if path.startswith(("akteure/", "projekte/", "felder/"))} == {
        "akteure/zirbel.html",
        "akteure/alt.html",
        "akteure/beta.html",
        "akteure/con-2.html",
        "akteure/land.html",
        "felder/holz.html",
        "felder/klima-umwelt.html",
        "projekte/h2.html",
        "projekte/wald.html",
    }
    assert {path.removeprefix("en/") for path in files if path.startswith("en/akteure/")} == {
        path for path in files if path.startswith("akteure/")
    }


def test_every_link_leads_to_a_file_of_the_site_or_to_a_website_of_the_data(files, pages):
    outside = set()
    for path, page in pages.items():
        for address in page.addresses():
            target = inside(path, address)
            if target:
                assert target in files, f"{path} leads to {target}"
            elif not address.startswith("data:"):
                outside.add(address)

    assert outside == {"https://zirbel.example/"}


def test_nothing_is_loaded_from_elsewhere_and_no_page_may(files, pages):
    for path, page in pages.items():
        loaded = [each["src"] for tag, each in page.elements if tag in ("script", "img") and each.get("src")]
        assert [address for address in loaded if re.match(r"(?!data:)[a-z]+:|//", address)] == [], path
        policy = next(
            each["content"] for each in page.all("meta") if each.get("http-equiv", "").startswith("Content-S")
        )
        assert "default-src 'none'" in policy
        assert "http" not in policy
    assert b"url(" not in files["assets/site.css"]
    assert b"@import" not in files["assets/site.css"]


def said(exhibit: Exhibit) -> str:
    """Everything an exhibit says."""
    parts = [exhibit.title, exhibit.sentence, exhibit.mark, exhibit.source, *exhibit.remarks, *exhibit.filters]
    parts += [part for figure in exhibit.figures for part in (figure.label, figure.value, figure.note)]
    for table in exhibit.tables:
        parts += [table.caption, *(column.header for column in table.columns)]
        parts += [cell.text for row in table.rows for cell in row]
    picture = exhibit.picture
    if isinstance(picture, Matrix):
        parts += [
            picture.description,
            *picture.columns,
            *(text for row in picture.rows for text in (row.header, *row.cells)),
        ]
    if isinstance(picture, Text):
        parts += [part for block in picture.blocks for part in (block.heading, *block.points)]
    legend = getattr(picture, "legend", ())
    parts += [part for group in legend for part in (group.title, *(entry.text for entry in group.entries))]
    return " ".join([*parts, getattr(picture, "note", "")])


def different_numbers(dataset, older, files):
    """Path, view and the numbers of a section of the site that its view in the app does not show."""
    for path, content in files.items():
        language = "en" if path.startswith("en/") else "de"
        for link, texts in SitePage(content).sections if path.endswith(".html") else []:
            view = view_of(dataset, link, language, lambda _: older)
            view = checked(view.page, view)
            shown = numbers(said(marked(view.page, view, exhibit_of(view))))
            beyond = [number for number in numbers(" ".join(texts)) if number not in shown]
            if beyond:
                yield path, link, beyond


def test_every_number_of_every_page_is_that_of_its_view_in_the_app(folder, files):
    dataset, older = graph.load(folder).dataset, graph.load(folder / "states" / "2024-05-04").dataset

    assert list(different_numbers(dataset, older, files)) == []
    assert sum(bool(SitePage(content).sections) for path, content in files.items() if path.endswith(".html")) > 36


def test_the_method_says_what_only_the_app_shows(pages):
    assert any(text.startswith("Wer wem ähnelt, ist ein Urteil") for text in pages["methode.html"].texts)
    assert any("shown by the app only" in text for text in pages["en/methode.html"].texts)


def test_text_of_the_data_is_only_ever_text(files, pages):
    assert b"<S\xc3\xbcd>" not in b"".join(content for path, content in files.items() if path.endswith(".html"))
    assert "Land <Süd>" in pages["akteure/land.html"].texts


def test_names_of_fields_with_commas_filter_as_one_choice(files):
    assert '<option value="Klima, Umwelt">' in files["akteure.html"].decode()


def test_a_profile_that_had_another_id_leads_to_the_one_of_today(files):
    assert 'content="0; url=beta.html"' in files["akteure/alt.html"].decode()


def test_the_same_data_are_the_same_bytes(folder, files):
    assert published_files(folder) == files


def test_imprint_and_privacy_say_what_holds_for_the_site(pages):
    assert "Amt am Wald" in pages["imprint.html"].texts
    assert any("Diese Seiten setzen keine Cookies" in text for text in pages["privacy.html"].texts)


def test_each_picture_can_be_embedded_as_a_frame_with_a_title_and_as_an_image_with_a_text(folder):
    made = published_files(folder, "--address", "https://netz.example.de/region")

    page = made["netzwerk.html"].decode()
    assert "&lt;iframe src=" in page or "<iframe src=" in page
    assert "https://netz.example.de/region/einbetten/netzwerk.html" in page
    assert '<link rel="canonical" href="https://netz.example.de/region/netzwerk.html">' in page
    assert b"<loc>https://netz.example.de/region/akteure/zirbel.html</loc>" in made["sitemap.xml"]


TAG = re.compile(rb"<[^>]*>")


def all_bytes(files):
    """Every file, every picture that stands in a page, and every file in an archive among them."""
    for path, content in files.items():
        yield path, content
        yield from (
            (path, b64decode(found)) for found in re.findall(rb"data:image/svg\+xml;base64,([\w+/=]+)", content)
        )
        if path.endswith((".zip", ".xlsx")):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield from ((f"{path}/{name}", archive.read(name)) for name in archive.namelist())


def test_what_must_go_is_in_no_byte_of_no_file(folder):
    made = published_files(folder, "--anonymous-companies", "--without-amounts")

    assert [
        path for path, content in all_bytes(made) if re.search(rb"zirbel", path.encode() + content, re.IGNORECASE)
    ] == []
    shown = [(path, TAG.sub(b"", content)) for path, content in all_bytes(made)]  # tags of pictures hold coordinates
    assert [path for path, content in shown if re.search(rb"80[.,]?000|137[.,]?000", content)] == []


def test_what_was_taken_out_is_said_on_every_page(folder):
    made = published_files(folder, "--anonymous-companies", "--draft")

    page = made["akteure/beta.html"].decode()
    assert "Fassung: Unternehmen anonym" in page
    assert "Entwurf" in page


def test_a_folder_is_written_like_an_archive(folder, files, tmp_path, capsys):
    assert main(["publish", str(folder), "--to", str(tmp_path / "site")]) == 0

    written = {
        path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*") if path.is_file()
    }
    assert written == set(files)
    assert "Seiten" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--since", "2020-01-01"], "Den Stand „2020-01-01“ gibt es nicht. Möglich sind: 2024-05-04."),
        (["--address", "netz.example.de"], "Die Adresse „netz.example.de“ beginnt nicht mit https:// oder http://."),
        (["--anonymous-types", "Zirkus"], "Kein Akteur hat den Typ Zirkus"),
    ],
)
def test_what_cannot_be_is_refused_with_what_is_possible(folder, tmp_path, capsys, arguments, sentence):
    assert main(["publish", str(folder), "--to", str(tmp_path / "x.zip"), *arguments]) == 1
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "x.zip").exists()


@pytest.mark.parametrize(
    ("ids", "names"),
    [
        (["A", "a"], ["a", "a-2"]),
        (["Müller & Söhne", "ж"], ["mueller-soehne", "x"]),
        (["aux", "../../etc"], ["aux-2", "etc"]),
        (["x" * 300], ["x" * 80]),
    ],
)
def test_file_names_are_short_unique_and_fit_for_every_system(ids, names):
    assert list(stems(ids).values()) == names


def test_the_package_brings_its_templates():
    assert (Path(graph.__file__).parent / "export" / "site" / "templates" / "page.html").is_file()
