"""Papers from files: what is read, and one sentence for what cannot be."""

import io
import json
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import pytest

from graph.extraction import extract
from graph.extraction.files import SUFFIXES, UnreadablePaperError, read_bytes, read_file
from graph.extraction.files.guarded import _PROGRAM, MOST_SECONDS
from graph.extraction.files.reader import MOST_PAGES
from views.language.words import LANGUAGES
from views.papers.words import failure

SENTENCE = "Die Stadt Au fördert das Projekt „Alpha“ mit 10.000 Euro."
PROMISED_MEMORY = 300 * 1024  # KB


def pdf(pages: list[list[str]], drawing: str = "", trailer: str = "") -> bytes:
    """A PDF with lines of text on its pages, written by hand."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        shown = "".join(f"1 0 0 1 60 {780 - 16 * at} Tm ({line}) Tj " for at, line in enumerate(lines))
        content = f"{drawing} BT /F1 11 Tf {shown} ET"
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        body
        + f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(places) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(body)}\n%%EOF".encode()
    )


def word(*paragraphs: str, rows: list[list[str]] = ()) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for line, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(line, column).text = text
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def ties(name: str, content: bytes) -> list[tuple[str, str, str]]:
    found = extract(read_bytes(name, content).text).proposals
    return [(one.source, one.type, one.target) for one in found if one.kind == "tie"]


OPARL = {
    "type": "https://schema.oparl.org/1.1/Paper",
    "name": "Bericht",
    "reference": "7/2021",
    "date": "2021-05-04",
    "mainFile": {"text": SENTENCE, "accessUrl": "http://127.0.0.1:1/"},
}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", SENTENCE.encode()),
        ("a.txt", SENTENCE.encode("cp1252")),
        ("a.txt", SENTENCE.encode("utf-16")),
        ("a.html", f"<p>{SENTENCE}</p><script>Die Stadt Bau fördert das Projekt „Beta“.</script>".encode()),
        ("a.docx", word(SENTENCE)),
        ("a.pdf", pdf([[SENTENCE]])),
        ("ohne-ende", pdf([[SENTENCE]])),
        ("a.json", json.dumps(OPARL).encode()),
    ],
)
def test_the_same_sentence_is_read_from_every_kind_of_file(name, content):
    assert ties(name, content) == [("Stadt Au", "funds", "Alpha")]


ROWS = [["Projekt", "Träger"], ["GreenPort", "Hafen Au GmbH"]]
LINES = (
    " ".join(f"{x} 700 m {x} 660 l S" for x in (50, 200, 400))
    + " "
    + " ".join(f"50 {y} m 400 {y} l S" for y in (700, 680, 660))
)
CELLS = "BT /F1 11 Tf 1 0 0 1 60 685 Tm (Projekt) Tj 1 0 0 1 210 685 Tm (Träger) Tj 1 0 0 1 60 665 Tm (GreenPort) Tj 1 0 0 1 210 665 Tm (Hafen Au GmbH) Tj ET"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", word("Bericht", rows=ROWS)),
        (
            "a.html",
            f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in ROWS)}</table>".encode(),
        ),
        ("a.pdf", pdf([["Bericht"]], f"{LINES} {LINES} {CELLS}")),
    ],
)
def test_tables_keep_their_cells(name, content):
    assert ties(name, content) == [("Hafen Au GmbH", "leads", "GreenPort")]


def test_oparl_gives_title_and_day_too():
    document = read_bytes("a.json", json.dumps(OPARL).encode())

    assert (document.title, document.date) == ("7/2021 Bericht", "2021-05-04")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Landkreis Au\nBeschlussvorlage  Nr. 2024/117\nText", "Beschlussvorlage Nr. 2024/117"),
        ("TOP 1 Genehmigung der Niederschrift vom 13.02.2019\n", ""),
        ("Die Stadt Au trifft sich.", ""),
    ],
)
def test_a_text_gives_the_title_it_has(text, title):
    assert read_bytes("a.txt", text.encode()).title == title


def bomb() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (100 * 1024 * 1024))
    return written.getvalue()


ENCRYPTED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00> <00>]"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("bilder.pdf", pdf([[] for _ in range(300)]), "no-text"),
        ("geheim.pdf", pdf([[SENTENCE]], trailer=ENCRYPTED), "encrypted"),
        ("kaputt.pdf", pdf([[SENTENCE]])[:200], "damaged"),
        ("kaputt.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 400, "damaged"),
        ("kaputt.docx", word(SENTENCE)[:900], "damaged"),
        ("geheim.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000, "encrypted"),
        ("bombe.docx", bomb(), "too-large"),
        ("gross.txt", b"A" * (26 * 1024 * 1024), "too-large"),
        ("bild.txt", b"\x89PNG\0\0\0", "not-text"),
        ("leer.txt", b" \n ", "empty"),
        ("tabelle.xlsx", b"PK", "unknown-kind"),
        ("zahl.json", b"7", "not-oparl"),
        ("tief.json", b"[" * 100_000, "not-oparl"),
        ("adresse.json", json.dumps({"mainFile": {"accessUrl": "http://127.0.0.1:1/"}}).encode(), "oparl-without-text"),
    ],
)
def test_what_cannot_be_read_is_said_within_five_seconds(name, content, code):
    begun = time.monotonic()
    with pytest.raises(UnreadablePaperError) as caught:
        read_bytes(name, content)

    assert time.monotonic() - begun < MOST_SECONDS + 1
    assert (caught.value.code, caught.value.name) == (code, name)
    assert all(name in failure(caught.value, language) for language in LANGUAGES)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UnreadablePaperError, match="no-file"):
        read_file(tmp_path / "fehlt.pdf")


LONG = pdf([[SENTENCE] * 40 for _ in range(MOST_PAGES + 20)])


def test_of_a_long_pdf_the_first_pages_are_read():
    document = read_bytes("lang.pdf", LONG)

    assert document.pages_left_out == 20
    assert document.text.count("Stadt Au") == 40 * MOST_PAGES


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory of a process is read where Linux writes it")
def test_the_reader_needs_the_memory_promised_and_loads_nothing_of_the_app():
    run = (
        f"import re, runpy, sys; sys.argv = ['reader', 'pdf']; runpy.run_path({str(_PROGRAM)!r}, run_name='__main__');"
        " print([name for name in ('graph', 'pandas', 'streamlit') if name in sys.modules],"
        " re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1], file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-P", "-c", run], input=LONG, capture_output=True, check=True)

    loaded, kilobytes = done.stderr.decode().rsplit(None, 1)
    assert loaded == "[]"
    assert int(kilobytes) < PROMISED_MEMORY


def test_every_kind_of_file_has_a_reader():
    assert SUFFIXES == (".txt", ".md", ".html", ".htm", ".json", ".pdf", ".docx")


HOSTILE = {
    "letters": "A A " * 250_000,
    "one word": "a" * 1_000_000,
    "brackets": "(" * 1_000_000,
    "quotations": "„" * 1_000_000,
    "a list": "die Städte " + "Aalen, " * 140_000,
    "legal forms": "GmbH " * 200_000,
    "names": "".join(f"Firma{number} GmbH (F{number}) " for number in range(40_000)),
    "sentences": "Die Stadt Aalen fördert das Projekt „Alpha“ mit 10.000 Euro im Herbst 2021. " * 13_000,
    "rows": "Projekt\tKosten\n" * 66_000,
    "headers": "Kosten\nProjekt\n" * 66_000,
    "headings": "1. Das Projekt\n\n" * 60_000,
    "days": "01.01.2020 " * 90_000,
    "articles": "einer " * 160_000,
    "cut words": "-\n" * 500_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_megabyte_of_hostile_text_ends_soon_and_is_shown_whole(text):
    begun = time.process_time()

    assert extract(text).text == text
    assert time.process_time() - begun < 5
