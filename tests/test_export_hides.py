"""One check for all profiles and all formats: what must go is in no byte of the unpacked file.

Names, aliases, short names, ids, addresses, cells beside the contract, notes, links, names of files, facts about the
file and alternative texts: everything a file holds is unpacked and searched.
"""

import io
import re
import zipfile
import zlib

import pdfplumber
import pytest

import graph
from graph.export import FORMATS
from views.exhibit.mappe import Mappe, added, decision_of, edited, view_of
from views.exhibit.order import Order, carried_out, redaction_of
from views.progress import no_progress

ACTORS = """id;name;short_name;type;aliases;website;location;description;Mailbox;Strasse
quirl;Quirlbach Anlagenbau GmbH;Quirlbach;Firma;QBA Werke;https://www.quirlbach-werk.example/;Murrtal;Seit 1901;\
post@quirlbach.example;Am Wehr 17
zwist;Zwistler Söhne KG;Zwistler;unternehmen;;https://zwistler.example;Murrtal;;;
stadt;Stadt Hohlenau;Hohlenau;Kommune;;;Hohlenau;Sitz gegenüber Am Wehr 17;;
stift;Hans-Quirlbach-Stiftung;Quirlbach-Stiftung;Stiftung;;;Hohlenau;;;
"""
PROJECTS = """id;name;status;lead;partners;budget_eur;description;website;Fördersumme
quirl-halle;Halle bei Quirlbach;laufend;stadt;quirl;987654;\
"Mit Zwistlers Kran; 543 k€ vom Land, zweitausend Euro Eigenmittel";\
https://hohlenau.example/quirlbach-halle;876.543
hof;Hof;laufend;zwist;stadt;;Am Wehr 17, siehe https://x.example/quirlbach;;
"""
LINKS = """from_id;to_id;kind;amount_eur;certainty;note
stift;quirl-halle;funds;1357913;confirmed;laut Quirlbach Anlagenbau, 1.357.913 €
quirl;quirl-halle;partner;;confirmed;
stadt;quirl-halle;leads;;confirmed;
"""
ABOUT = "key;value\ntitle;Netz um Quirlbach\npublisher;Amt der Zwistler Söhne\n"
NAMES = ("quirl", "zwist", "am wehr", "qba werke", "söhne")
AMOUNTS = ("987654", "987.654", "543 k", "zweitausend", "876.543", "1357913", "1.357.913", "1,4 mio")
GONE = {
    "companies": NAMES,
    "types": (*NAMES, "hohlenau"),
    "amounts": AMOUNTS,
}
VIEWS = (
    ("netzwerk", {"ganz": "ja"}),
    ("netzwerk", {"fokus": "quirl", "suche": "Quirlbach"}),
    ("verzeichnis", {}),
    ("steckbrief", {"id": "zwist"}),
    ("foerderung", {"reiter": "tabelle"}),
    ("daten", {"reiter": "offen"}),
)


@pytest.fixture(scope="module")
def dataset():
    files = {"actors.csv": ACTORS, "projects.csv": PROJECTS, "links.csv": LINKS, "about.csv": ABOUT}
    return graph.load({name: text.encode() for name, text in files.items()}).dataset


def mappe():
    made = added(Mappe("Alles über Quirlbach für 987.654 €"), *(view_of(page, asked, "") for page, asked in VIEWS))
    made = edited(made, 1, title="Quirlbach bekommt 543 k€", note="Herrn Zwistler fragen: zweitausend Euro?")
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


@pytest.mark.parametrize("profile", GONE)
@pytest.mark.parametrize("name", FORMATS)
def test_what_must_go_is_in_no_byte_of_any_format(dataset, profile, name):
    redaction = redaction_of(frozenset({profile}), "de", "geheim", frozenset({"Firma", "unternehmen"}))
    order = Order(mappe(), name, redaction=redaction, whole=True, address="https://netz.example/", draft=True)

    file = carried_out(order, dataset, no_progress)
    found = {word for text in unpacked(file.name, file.content) for word in GONE[profile] if word in text.casefold()}

    assert found == set()
