"""Papers that are made to exhaust the reader or to hide something, and what is read of them or said instead.

Run as a program, ``python -m tests.hostile_papers`` reads each and prints its seconds.
"""

import io
import json
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

SENTENCE = "Die Stadt Au fördert das Projekt „Alpha“."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@dataclass(frozen=True)
class Try:
    """A file, the code of what is said or the words that are read, and words that must not be read.

    What is ``slow`` ends at the limit of time; what is ``heavy`` takes a second or more to make or to read.
    """

    name: str
    content: Callable[[], bytes]
    code: str = ""
    read: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    heavy: bool = False

    @property
    def slow(self) -> bool:
        return self.code == "too-slow"


# --- Word -------------------------------------------------------------------------------------------------------------


def word(body: str, head: str = "", level: int = 1, **parts: str) -> bytes:
    """A Word file of bare parts, as no program writes one."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        archive.writestr("word/document.xml", f"{head}<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return written.getvalue()


def para(text: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def box(text: str) -> str:
    """A text box in both forms that Word writes side by side."""
    content = f"<w:txbxContent>{para(text)}</w:txbxContent>"
    both = f"<mc:Choice>{content}</mc:Choice><mc:Fallback>{content}</mc:Fallback>"
    return f"<mc:AlternateContent>{both}</mc:AlternateContent>"


def nested(levels: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * levels + para("Stadt Au") + "</w:tc></w:tr></w:tbl>" * levels


LAUGHS = '<!DOCTYPE w [<!ENTITY a "Stadt Au ">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
FETCHED = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
CHANGED = (
    "<w:p><w:r><w:t>Die Stadt </w:t></w:r><w:del><w:r><w:delText>Bach</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>Au</w:t></w:r></w:ins><w:r><w:t> fördert.</w:t></w:r></w:p>"
)
MOVED = (
    f"<w:p><w:moveFrom><w:r><w:t>{SENTENCE}</w:t></w:r></w:moveFrom></w:p>"
    "<w:p><w:moveTo><w:r><w:t>hierher</w:t></w:r></w:moveTo></w:p>"
)
NOTES = (
    f'<w:footnotes {W}><w:footnote w:id="2">{para("Träger ist der Verein Auenblick e. V.")}</w:footnote></w:footnotes>'
)
REFERRED = '<w:p><w:r><w:t>Siehe</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
SPANNED = table(cell(para("Kopf"), '<w:gridSpan w:val="3"/>'), cell(para("a")) + cell(para("b")) + cell(para("c")))
MERGED = table(
    cell(para("ELER"), '<w:vMerge w:val="restart"/>') + cell(para("eins")),
    cell(para(""), "<w:vMerge/>") + cell(para("zwei")),
)


def lying(content: bytes) -> bytes:
    """Say in the directory of the archive that each part is a few bytes long."""
    at = content.index(b"PK\x01\x02")
    return content[: at + 24] + (20).to_bytes(4, "little") + content[at + 28 :]


def many_parts() -> bytes:
    written = io.BytesIO(word(para(SENTENCE)))
    with zipfile.ZipFile(written, "a") as archive:
        for number in range(20_000):
            archive.writestr(f"word/media/{number}.bin", b"")
    return written.getvalue()


WORD = (
    Try("entitaeten.docx", lambda: word("<w:p>&i;</w:p>", f"{LAUGHS}]>"), "damaged"),
    Try("fremde-datei.docx", lambda: word("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", FETCHED), "damaged"),
    Try("leere-laeufe.docx", lambda: word("<w:p>" + "<w:r/>" * 9_000_000 + "</w:p>"), "too-slow"),
    Try("leere-absaetze.docx", lambda: word("<w:p/>" * 8_000_000), "too-slow"),
    Try("ein-wort.docx", lambda: word(para("a" * 50_000_000)), "too-large"),
    Try("ueber-60-mb.docx", lambda: word(para("Au") + " " * (61 << 20)), "too-large"),
    Try("luegt.docx", lambda: lying(word(para(SENTENCE))), "damaged"),
    Try("viele-teile.docx", many_parts, read=(SENTENCE,)),
    Try("bilder-bombe.docx", lambda: word(para(SENTENCE), media="x" * (64 << 20)), read=(SENTENCE,)),
    Try("tief.docx", lambda: word(nested(30_000)), read=("Stadt Au",)),
    Try(
        "tabelle-in-zelle.docx",
        lambda: word(table(cell(para("Aussen") + table(cell(para("a")) + cell(para("b")))))),
        read=("Aussen", "a\tb"),
    ),
    Try("aenderungen.docx", lambda: word(CHANGED), read=("Die Stadt Au fördert.",), unread=("Bach",)),
    Try("verschoben.docx", lambda: word(MOVED), read=("hierher",), unread=(SENTENCE,)),
    Try(
        "kommentar.docx",
        lambda: word(para(SENTENCE), comments=f"<w:comments {W}>{para('Geheim')}</w:comments>"),
        read=(SENTENCE,),
        unread=("Geheim",),
    ),
    Try("textfeld.docx", lambda: word(f"<w:p><w:r><w:t>Vor</w:t>{box(SENTENCE)}</w:r></w:p>"), read=("Vor", SENTENCE)),
    Try("fussnote.docx", lambda: word(REFERRED, footnotes=NOTES), read=("Siehe", "Verein Auenblick e. V.")),
    Try(
        "steuerelement.docx",
        lambda: word(f"<w:sdt><w:sdtContent>{para(SENTENCE)}</w:sdtContent></w:sdt>"),
        read=(SENTENCE,),
    ),
    Try(
        "versteckt.docx",
        lambda: word(para("Sichtbar") + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Verborgen</w:t></w:r></w:p>"),
        read=("Sichtbar",),
        unread=("Verborgen",),
    ),
    Try("breite-zelle.docx", lambda: word(SPANNED), read=("Kopf\t\t\n", "a\tb\tc")),
    Try("hohe-zelle.docx", lambda: word(MERGED), read=("ELER\teins", "ELER\tzwei")),
    Try(
        "breiter-als-erlaubt.docx",
        lambda: word(table(cell(para("Kopf"), '<w:gridSpan w:val="999999999"/>'))),
        read=("Kopf",),
    ),
    Try("ohne-ende.docx", lambda: word("<w:p><w:r><w:t>Au")[:-200], "damaged"),
    Try("kein-word.docx", lambda: b"PK\x05\x06" + b"\0" * 18, "damaged"),
)

# --- PDF --------------------------------------------------------------------------------------------------------------


def pdf(*contents: str, objects: Mapping[int, str] | None = None, count: int = 0, trailer: str = "") -> bytes:
    """A PDF with a content stream for each page; ``objects`` replaces some, ``count`` is a lie about the pages."""
    parts = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    kids = []
    for number, content in enumerate(contents):
        stream, page = 4 + 2 * number, 5 + 2 * number
        packed = zlib.compress(content.encode("cp1252"), 1)
        parts[stream] = (
            f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n{packed.decode('latin-1')}\nendstream"
        )
        resources = "/Resources << /Font << /F1 3 0 R >> /XObject << /X 900 0 R >> >>"
        parts[page] = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R {resources} >>"
        kids.append(f"{page} 0 R")
    parts[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {count or len(kids)} >>"
    parts |= objects or {}
    body, places = b"%PDF-1.5\n", {}
    for number, content in sorted(parts.items()):
        places[number] = len(body)
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    return body + f"xref\n{table}trailer << /Size 1000 /Root 1 0 R {trailer} >>\nstartxref\n{len(body)}\n%%EOF".encode()


def shown(text: str) -> str:
    return f"BT /F1 11 Tf 1 0 0 1 60 700 Tm ({text}) Tj ET "


FORM = (
    "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 900 0 R >> >> /Length {} >>\n"
    "stream\n{}\nendstream"
)
CALLED = "/X Do " * 20
PDF = (
    Try("ein-text-unter-bildern.pdf", lambda: pdf(*[""] * 299, shown(SENTENCE)), read=("Die Stadt Au",)),
    Try("strombombe.pdf", lambda: pdf(" " * (250 << 20) + shown("Au")), "too-large", heavy=True),
    Try("viele-striche.pdf", lambda: pdf(shown(SENTENCE) + "0 0 m 500 500 l S " * 100_000), read=("Die Stadt Au",)),
    Try(
        "gitter.pdf",
        lambda: pdf(*[shown(SENTENCE) + "".join(f"{x} 0 m {x} 800 l S 0 {x} m 500 {x} l S " for x in range(500))] * 4),
        read=("Die Stadt Au",),
    ),
    Try(
        "sich-selbst.pdf",
        lambda: pdf(shown(SENTENCE) + CALLED, objects={900: FORM.format(len(CALLED), CALLED)}),
        code="damaged",
        heavy=True,
    ),
    Try("zahl-der-seiten.pdf", lambda: pdf(shown(SENTENCE), count=2_000_000_000), read=("Die Stadt Au",)),
    Try(
        "kreis-von-seiten.pdf",
        lambda: pdf(shown("Au"), objects={2: "<< /Type /Pages /Kids [2 0 R] /Count 3 >>"}),
        "no-text",
    ),
    Try("ohne-seiten.pdf", pdf, "damaged"),
    Try("ohne-wurzel.pdf", lambda: pdf(shown("Au")).replace(b"/Root", b"/Wurz"), "damaged"),
    Try("vorne-muell.pdf", lambda: b"Muell\n" * 40 + pdf(shown(SENTENCE)), read=("Die Stadt Au",)),
    Try(
        "langer-titel.pdf",
        lambda: pdf(shown(SENTENCE), objects={800: f"<< /Title ({'T' * 2_000_000}) >>"}, trailer="/Info 800 0 R"),
        read=("Die Stadt Au",),
    ),
    Try(
        "viel-text.pdf",
        lambda: pdf(*["".join(shown("Die Stadt Au und die Stadt Bach") for _ in range(3_000))] * 10),
        read=("Die Stadt Au",),
    ),
)

# --- OParl and HTML ---------------------------------------------------------------------------------------------------


def oparl(**fields: object) -> bytes:
    return json.dumps({"type": "https://schema.oparl.org/1.1/Paper", **fields}).encode()


OPARL = (
    Try("halbes-zeichen.json", lambda: oparl(text=SENTENCE + "\ud800"), read=(SENTENCE,), unread=("\ud800",)),
    Try("halber-titel.json", lambda: oparl(text=SENTENCE, name="Vorlage \udfff"), read=(SENTENCE,)),
    Try("null.json", lambda: oparl(text=f"{SENTENCE}\0"), read=(SENTENCE,), unread=("\0",)),
    Try(
        "zahl-statt-text.json",
        lambda: oparl(text=7, mainFile=["x"], auxiliaryFile={"text": None}),
        "oparl-without-text",
    ),
    Try(
        "art-als-liste.json", lambda: json.dumps({"type": ["x"] * 100_000, "text": SENTENCE}).encode(), read=(SENTENCE,)
    ),
    Try("liste-von-vorlagen.json", lambda: json.dumps({"data": [{"text": SENTENCE}]}).encode(), "not-oparl"),
    Try("grosse-zahl.json", lambda: b'{"text": "Au", "x": ' + b"9" * 1_000_000 + b"}", "not-oparl"),
    Try("zu-viel.json", lambda: oparl(auxiliaryFile=[{"text": "Au " * 1000}] * 3000), "too-large"),
    Try("tief-im-text.json", lambda: b'{"mainFile":' * 50_000, "not-oparl"),
)
HTML = (
    Try("kopf-ohne-ende.html", f"<head><title>T</title><body><p>{SENTENCE}".encode, read=(SENTENCE,)),
    Try("skript-ohne-ende.html", f"<p>{SENTENCE}</p><script>var a = 1;".encode, read=(SENTENCE,)),
    Try("bild-mit-titel.html", f"<svg/><template/><p>{SENTENCE}</p>".encode, read=(SENTENCE,)),
    Try(
        "versteckt.html",
        f"<p>{SENTENCE}</p><div hidden>Verborgen <b>auch</b></div><p>Ende</p>".encode,
        read=(SENTENCE, "Ende"),
        unread=("Verborgen", "auch"),
    ),
    Try(
        "tabelle-in-zelle.html",
        lambda: b"<table><tr><td>Aussen<table><tr><td>a</td><td>b</td></tr></table></td><td>Rechts</td></tr></table>",
        read=("Aussen", "a\tb", "Rechts"),
    ),
    Try(
        "breite-zelle.html",
        lambda: (
            b"<table><tr><td colspan=3>Kopf</td></tr><tr><td>a<td>b<td>c</tr><tr><td colspan=999999999>x</tr></table>"
        ),
        read=("Kopf\t\t", "a\tb\tc"),
    ),
    Try(
        "hohe-zelle.html",
        lambda: b"<table><tr><td rowspan=2>ELER</td><td>eins</td></tr><tr><td>zwei</td></tr></table>",
        read=("ELER\teins", "\tzwei"),
    ),
    Try("nur-anfaenge.html", lambda: b"<p>Stadt Au</p>" + b"<a " * 300_000, code="too-slow"),
    Try("kommentare.html", lambda: b"<p>Stadt Au</p>" + b"<!--" * 300_000, code="too-slow"),
    Try("erklaerungen.html", lambda: b"<p>Stadt Au</p>" + b"<!" * 500_000, code="too-slow"),
    Try(
        "zeichen.html",
        lambda: b"<p>Stadt Au &#x110000;&#55296;</p>" + b"&amp" * 300_000,
        read=("Stadt Au",),
        unread=("\ud800",),
    ),
    Try("abschnitte.html", lambda: b"<p>Stadt Au</p>" + b"<![CDATA[" * 200_000, code="too-slow"),
    Try("tief.html", lambda: b"<div>" * 200_000 + b"Stadt Au", read=("Stadt Au",)),
    Try("zeilen.html", lambda: b"<table>" + b"<tr><td rowspan=65534>x" * 20_000, code="too-large", heavy=True),
    Try("zu-viel.html", lambda: b"<p>" + b"Au " * 800_000, "too-large"),
)
TRIES = {one.name: one for one in (*WORD, *PDF, *OPARL, *HTML)}


def said_of(one: Try) -> str:
    """What went wrong when a file was read; nothing when all is as it should be."""
    from graph.extraction.files import UnreadablePaperError, read_bytes

    try:
        text = read_bytes(one.name, one.content()).text
    except UnreadablePaperError as error:
        return "" if error.code == one.code else f"{error.code} instead of {one.code or 'words'}"
    wrong = [word for word in one.read if word not in text] + [word for word in one.unread if word in text]
    return f"{wrong} in {text[:200]!r}" if wrong or one.code else ""


def main() -> None:
    """Read each file and print what it took."""
    for one in TRIES.values():
        if not sys.argv[1:] or one.name in sys.argv[1:]:
            begun = time.monotonic()
            print(f"{one.name:32} {said_of(one) or 'ok'} {time.monotonic() - begun:.2f} s", flush=True)


if __name__ == "__main__":
    main()
