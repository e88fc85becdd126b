"""One check for all profiles and all formats: what must go is in no byte of the unpacked file.

Names, aliases, short names, ids, addresses, cells beside the contract, notes, links, names of files, facts about the
file and alternative texts: everything a file holds is unpacked and searched.
"""

import io
import re
import zipfile
import zlib
from itertools import combinations

import pdfplumber
import pytest

import graph
from commands.__main__ import main
from graph.export import FORMATS
from graph.redaction import redact
from graph.tables import write_tables
from views.exhibit.mappe import Mappe, added, decision_of, edited, view_of
from views.exhibit.order import Order, carried_out, redaction_of
from views.progress import no_progress
from views.publishing.site import Publication, published

ACTORS = """id;name;short_name;type;aliases;website;location;description;Mailbox;Strasse
quirl;Quirlbach Anlagenbau GmbH;Quirlbach;Firma;QBA Werke;https://www.quirlbach-werk.example/;Murrtal;Seit 1901;\
post@quirlbach.example;Am Wehr 17
zwist;Zwistler Söhne KG;Zwistler;unternehmen;;https://zwistler.example;Murrtal;;;
stadt;Stadt Hohlenau;Hohlenau;Kommune;;;Hohlenau;Sitz gegenüber Am Wehr 17;;
stift;Hans-Quirlbach-Stiftung;Quirlbach-Stiftung;Stiftung;;;Hohlenau;;;
murx;Murxenberg Messtechnik;Murxenberg;Hochschule;Institut Pfriem;https://murxenberg.example/;Hohlenau;Messen;\
labor@murxenberg.example;Trog 99
"""
PROJECTS = """id;name;status;lead;partners;budget_eur;description;website;Fördersumme
quirl-halle;Halle bei Quirlbach;laufend;stadt;quirl;987654;\
"Mit Zwistlers Kran; 543 k€ vom Land, zweitausend Euro Eigenmittel";\
https://hohlenau.example/quirlbach-halle;876.543
hof;Hof;laufend;zwist;stadt;;Am Wehr 17, siehe https://x.example/quirlbach und Murxenbergs Pläne am Trog 99;;
murx-labor;Knarzlabor;laufend;;murx;;Mit dem Institut Pfriem;https://hohlenau.example/knarzlabor;
hof-murx;Halle für Murxenberg und das Knarzlabor;geplant;stadt;;;labor@murxenberg.example;https://murxenberg.example/h;
"""
LINKS = """from_id;to_id;kind;amount_eur;certainty;note;reference;within
stift;quirl-halle;funds;1357913;confirmed;laut Quirlbach Anlagenbau, 1.357.913 €;quirl-bericht;quirl-halle
quirl;quirl-halle;partner;;confirmed;siehe Knarzlabor;quirl-bericht;
stadt;quirl-halle;leads;;confirmed;;;
stadt;hof-murx;leads;;confirmed;;;
stadt;stift;cooperates_with;;confirmed;;;murx-labor
murx;murx-labor;partner;;unconfirmed;Knarz und das Institut Pfriem sagen es;raunen;
murx;stadt;cooperates_with;;conflicting;Murxenberg bestreitet es;;
"""
SOURCES = """id;title;publisher;url;date;note;based_on
quirl-bericht;Bericht Quirlbach;Zwistler Söhne;https://hohlenau.example/b;2026-01-01;Nach Murxenberg;
raunen;Geraune am Brunnen;Flurfunk;https://flurfunk.example;2026-01-01;;quirl-bericht
"""
IDENTIFIERS = """actor_id;scheme;value;says
quirl;lei;QUIRL0001;same
murx;ror;04murx001;same
"""
ABOUT = 'key;value\ntitle;Netz um Quirlbach\npublisher;Amt der Zwistler Söhne\n"Dank an";Murxenberg\n'
NAMES = ("quirl", "zwist", "am wehr", "qba werke", "söhne")
AMOUNTS = ("987654", "987.654", "543 k", "zweitausend", "876.543", "1357913", "1.357.913", "1,4 mio")
UNCONFIRMED = ("murx", "knarz", "pfriem", "trog 99", "geraune", "flurfunk", "raunen")
GONE = {
    "companies": NAMES,
    "types": (*NAMES, "hohlenau", "murxenberg", "pfriem", "trog 99"),
    "amounts": AMOUNTS,
    "confirmed": UNCONFIRMED,
}
PROFILES = (*GONE, "amounts+companies+confirmed")
VIEWS = (
    ("netzwerk", {"ganz": "ja"}),
    ("netzwerk", {"fokus": "quirl", "suche": "Quirlbach"}),
    ("verzeichnis", {}),
    ("steckbrief", {"id": "zwist"}),
    ("foerderung", {"reiter": "tabelle"}),
    ("daten", {"reiter": "offen"}),
    ("daten", {"reiter": "quellen"}),
    ("veraenderungen", {}),
    ("netzwerk", {"ausgeblendet": "quirl,murx,zwist", "ganz": "ja", "suche": "Murxenberg"}),
)
COMBINED = [
    "+".join(parts)
    for number in range(1, 5)
    for parts in combinations(("amounts", "companies", "types", "confirmed"), number)
]


FILES = {
    **{"actors.csv": ACTORS, "projects.csv": PROJECTS, "links.csv": LINKS},
    **{"sources.csv": SOURCES, "identifiers.csv": IDENTIFIERS, "about.csv": ABOUT},
}


def loaded(files=FILES):
    return graph.load({name: text.encode() for name, text in files.items()}).dataset


def before(_=""):
    """An earlier state, in which what is not confirmed now was."""
    return loaded(FILES | {"links.csv": LINKS.replace(";unconfirmed;", ";confirmed;")})


@pytest.fixture(scope="module")
def dataset():
    return loaded()


def mappe():
    made = added(Mappe("Alles über Quirlbach für 987.654 €"), *(view_of(page, asked, "") for page, asked in VIEWS))
    made = edited(made, 1, title="Quirlbach bekommt 543 k€", note="Herrn Zwistler fragen: zweitausend Euro?")
    made = edited(made, 2, title="Murxenberg baut das Knarzlabor", note="Institut Pfriem fragen")
    return added(made, decision_of("Quirlbach Anlagenbau erhält 987.654 €.", "Zwistler Söhne sind dafür."))


def unpacked(name, content, depth=0):
    """Everything a file holds as text: its name, its parts, and parts of these."""
    yield name
    yield content.decode("utf-8", "replace")
    if content.startswith(b"PK") and depth < 3:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in archive.namelist():
                yield from unpacked(part, archive.read(part), depth + 1)
    if content.startswith(b"%PDF"):
        yield from _of_pdf(content)


def _of_pdf(content):
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            yield zlib.decompress(stream).decode("latin-1")
        except zlib.error:
            continue
    with pdfplumber.open(io.BytesIO(content)) as pages:
        yield repr(pages.metadata)
        for page in pages.pages:
            yield page.extract_text()
            yield repr(page.hyperlinks)


def redacted_by(profile):
    parts = frozenset(profile.split("+"))
    return redaction_of(parts, "de", "geheim", frozenset({"Firma", "unternehmen"}))


def gone_in(profile):
    """Words that no file of these parts may hold."""
    return {word for part in profile.split("+") for word in GONE[part]}


def left_in(profile, files):
    texts = (text.casefold() for name, content in files for text in unpacked(name, content))
    return {word for text in texts for word in gone_in(profile) if word in text}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", FORMATS)
def test_what_must_go_is_in_no_byte_of_any_format(dataset, profile, name):
    order = Order(
        mappe(),
        name,
        redaction=redacted_by(profile),
        whole=True,
        address="https://netz.example/",
        draft=True,
        states=before,
    )

    file = carried_out(order, dataset, no_progress)

    assert left_in(profile, [(file.name, file.content)]) == set()


@pytest.mark.parametrize("profile", COMBINED)
def test_what_must_go_is_in_no_cell_of_any_combination(dataset, profile):
    left = redact(dataset, redacted_by(profile))

    assert left_in(profile, write_tables(left).items()) == set()
    assert [issue.code for issue in graph.load(write_tables(left)).issues if issue.severity == "error"] == []


OPTIONS = {
    "amounts": ["--without-amounts"],
    "companies": ["--anonymous-types", "Firma", "unternehmen"],
    "types": ["--types-only"],
    "confirmed": ["--confirmed-only"],
}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("ending", ["docx", "odt", "pdf"])
@pytest.mark.parametrize("command", ["report", "profiles"])
def test_what_must_go_is_in_no_byte_of_any_document(tmp_path, profile, ending, command):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    to = tmp_path / f"datei.{ending}"
    options = [option for part in profile.split("+") for option in OPTIONS[part]]

    assert main([command, str(tmp_path), "--to", str(to), "--key", "geheim", *options]) == 0

    assert left_in(profile, [(to.name, to.read_bytes())]) == set()


@pytest.mark.parametrize("profile", PROFILES)
def test_what_must_go_is_in_no_byte_of_a_published_website(dataset, profile):
    site = published(Publication(dataset, before, redaction=redacted_by(profile), app="https://netz.example/"))

    assert left_in(profile, site.items()) == set()
