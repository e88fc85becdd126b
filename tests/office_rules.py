"""Rules of ECMA-376 that office programs of Microsoft insist on, and those that open the file all the same do not.

A file that breaks one is offered for repair there. The rules are those of the standard's tables of elements: the order
of children, what must not be empty, ids that must be there once, and places that must exist.
"""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

_OFFICE = "http://schemas.openxmlformats.org"
A, P = f"{{{_OFFICE}/drawingml/2006/main}}", f"{{{_OFFICE}/presentationml/2006/main}}"
C = f"{{{_OFFICE}/drawingml/2006/chart}}"
R = f"{{{_OFFICE}/officeDocument/2006/relationships}}"
W = f"{{{_OFFICE}/wordprocessingml/2006/main}}"
S = f"{{{_OFFICE}/spreadsheetml/2006/main}}"
WP = f"{{{_OFFICE}/drawingml/2006/wordprocessingDrawing}}"
_RELATIONS = f"{{{_OFFICE}/package/2006/relationships}}Relationship"
_TYPES = f"{{{_OFFICE}/package/2006/content-types}}"
_CREATION = "{http://schemas.microsoft.com/office/drawing/2014/main}creationId"

# element -> its children in the order in which they must stand
_ORDER: Mapping[str, Sequence[str]] = {
    tag: order.split()
    for tag, order in {
        f"{A}rPr": (
            "ln noFill solidFill gradFill blipFill pattFill grpFill effectLst effectDag highlight uLnTx uLn "
            "uFillTx uFill latin ea cs sym hlinkClick hlinkMouseOver rtl extLst"
        ),
        f"{A}pPr": (
            "lnSpc spcBef spcAft buClrTx buClr buSzTx buSzPct buSzPts buFontTx buFont buNone buAutoNum buChar "
            "buBlip tabLst defRPr extLst"
        ),
        f"{A}ln": (
            "noFill solidFill gradFill blipFill pattFill grpFill prstDash custDash round bevel miter headEnd "
            "tailEnd extLst"
        ),
        f"{P}spPr": (
            "xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst effectDag "
            "scene3d sp3d extLst"
        ),
        f"{A}tcPr": (
            "lnL lnR lnT lnB lnTlToBr lnBlToTr cell3D noFill solidFill gradFill blipFill pattFill grpFill headers "
            "extLst"
        ),
        f"{A}bodyPr": "prstTxWarp noAutofit normAutofit spAutoFit scene3d sp3d flatTx extLst",
        f"{A}p": "pPr r br fld endParaRPr",
        f"{A}tc": "txBody tcPr extLst",
        f"{P}txBody": "bodyPr lstStyle p",
        f"{P}sp": "nvSpPr spPr style txBody extLst",
        f"{P}cxnSp": "nvCxnSpPr spPr style extLst",
        f"{P}cNvCxnSpPr": "cxnSpLocks stCxn endCxn extLst",
        f"{C}catAx": (
            "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark "
            "tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip "
            "noMultiLvlLbl extLst"
        ),
        f"{C}dLbls": (
            "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent "
            "showBubbleSize separator showLeaderLines leaderLines extLst"
        ),
        f"{W}tblPr": (
            "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
            "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
        ),
        f"{W}tcPr": (
            "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
        ),
        f"{W}tbl": "tblPr tblGrid tr",
    }.items()
}
_MIXED = {f"{A}p": ("r", "br", "fld")}  # of which any order may be
# element that must hold another: else the program has nothing to open
_MUST_HOLD = ((f"{P}txBody", f"{A}p"), (f"{A}txBody", f"{A}p"), (f"{W}tc", f"{W}p"), (f"{A}tbl", f"{A}tblGrid"))
# attribute of an element -> least and most
_LIMITS: Mapping[tuple[str, str], tuple[int, int]] = {
    **{(f"{A}{name}", "sz"): (100, 400_000) for name in ("rPr", "defRPr", "endParaRPr")},
    (f"{A}ln", "w"): (0, 20_116_800),
    **{(f"{A}{name}", side): (0, 27_273_042_316_900) for name in ("ext", "chExt") for side in ("cx", "cy")},
    (f"{C}axId", "val"): (0, 2**32 - 1),
    (f"{C}crossAx", "val"): (0, 2**32 - 1),
    (f"{C}gapWidth", "val"): (0, 500),
    (f"{P}sldId", "id"): (256, 2**31 - 1),
    (f"{P}sldLayoutId", "id"): (2**31, 2**32 - 1),
    (f"{P}cNvPr", "id"): (1, 2**32 - 1),
    (f"{WP}docPr", "id"): (1, 2**31 - 1),
}
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_MOST_SIGNS = 32_767  # of a cell of a worksheet


def broken_rules(content: bytes) -> list[str]:
    """Return what a file of Word, Excel or PowerPoint has that the standard forbids, with the part it stands in."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        parts = {name: packed.read(name) for name in names}
    read = {name: fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    found = [f"{name} is there {count} times" for name, count in Counter(names).items() if count > 1]
    found += [f"[Content_Types].xml: {said}" for said in _untyped(read["[Content_Types].xml"], set(parts))]
    for name, root in read.items():
        rules = _of_relations(name, root, set(parts)) if name.endswith(".rels") else _of_part(name, root, read)
        found += [f"{name}: {said}" for said in rules]
    return found


def _untyped(types: Element, names: set[str]) -> Iterator[str]:
    """What has no type, and types of what is not there."""
    endings = {each.get("Extension", "").lower() for each in types.iter(f"{_TYPES}Default")}
    named = [each.get("PartName", "").removeprefix("/") for each in types.iter(f"{_TYPES}Override")]
    for name in names - set(named) - {"[Content_Types].xml"}:
        if name.rpartition(".")[2].lower() not in endings:
            yield f"no type for {name}"
    yield from (f"a type for {name}, which is not there" for name in named if name not in names)
    yield from (f"{name} has two types" for name, count in Counter(named).items() if count > 1)


def _of_relations(name: str, root: Element, names: set[str]) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    ids = [each.get("Id") for each in root.iter(_RELATIONS)]
    yield from (f"two relations {key}" for key, count in Counter(ids).items() if count > 1)
    for each in root.iter(_RELATIONS):
        target = each.get("Target", "")
        place = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if each.get("TargetMode") != "External" and place not in names:
            yield f"leads to {place}, which is not there"


def _of_part(name: str, root: Element, read: Mapping[str, Element]) -> Iterator[str]:
    folder, file = posixpath.split(name)
    relations = read.get(f"{folder}/_rels/{file}.rels")
    known = {each.get("Id") for each in relations.iter(_RELATIONS)} if relations is not None else set()
    for each in root.iter():
        yield from _of_element(each)
        yield from (f"no relation {at}" for key, at in each.items() if key.startswith(R) and at not in known)
    yield from _of_ids(root)
    yield from _of_tables(root)


def _of_element(each: Element) -> Iterator[str]:
    tag = each.tag.rpartition("}")[2]
    if order := _ORDER.get(each.tag):
        yield from _disordered(each, order)
    yield from (f"{tag} without {need}" for of, need in _MUST_HOLD if of == each.tag and each.find(need) is None)
    for key, at in each.items():
        least, most = _LIMITS.get((each.tag, key), (None, None))
        if least is not None and at and not least <= int(at) <= most:
            yield f"{tag} {key}={at}"
    if each.tag == f"{A}srgbClr" and not _HEX.fullmatch(each.get("val", "")):
        yield f"colour {each.get('val')}"
    if each.tag in {f"{S}t", f"{S}v"} and len(each.text or "") > _MOST_SIGNS:
        yield f"a cell of {len(each.text or '')} signs"


def _disordered(each: Element, order: Sequence[str]) -> Iterator[str]:
    mixed = _MIXED.get(each.tag, ())
    names = [child.tag.rpartition("}")[2] for child in each]
    if unknown := [name for name in names if name not in order and not name.endswith("extLst")]:
        yield f"{each.tag.rpartition('}')[2]} holds {unknown}"
        return
    places = [order.index(mixed[0] if name in mixed else name) for name in names if name in order]
    if places != sorted(places):
        yield f"{each.tag.rpartition('}')[2]} has its children in the order {names}"


def _of_ids(root: Element) -> Iterator[str]:
    """Ids that are there twice, and ends of lines that hold on to nothing."""
    for tag, key in ((f"{P}cNvPr", "id"), (f"{WP}docPr", "id"), (f"{P}sldId", "id"), (_CREATION, "val")):
        ids = Counter(each.get(key) for each in root.iter(tag))
        yield from (f"{tag.rpartition('}')[2]} {at} is there {count} times" for at, count in ids.items() if count > 1)
    shapes = {each.get("id") for each in root.iter(f"{P}cNvPr")}
    for tag in (f"{A}stCxn", f"{A}endCxn"):
        yield from (f"a line holds on to {e.get('id')}" for e in root.iter(tag) if e.get("id") not in shapes)
    starts, ends = ({e.get(f"{W}id") for e in root.iter(f"{W}bookmark{at}")} for at in ("Start", "End"))
    yield from (f"bookmark {at} has one end" for at in starts ^ ends)


def _of_tables(root: Element) -> Iterator[str]:
    for table in root.iter(f"{A}tbl"):
        columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
        for row in table.findall(f"{A}tr"):
            if (cells := len(row.findall(f"{A}tc"))) != columns:
                yield f"a row of {cells} cells in a table of {columns} columns"
    for table in root.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = [e.find(f"{W}tcPr/{W}gridSpan") for e in row.findall(f"{W}tc")]
            if (wide := sum(int(e.get(f"{W}val", 1)) if e is not None else 1 for e in spans)) != columns:
                yield f"a row over {wide} of {columns} columns"
    for group in root.iter(f"{P}grpSp"):
        inner = group.find(f"{P}grpSpPr/{A}xfrm/{A}chExt")
        if inner is not None and not (int(inner.get("cx", 0)) and int(inner.get("cy", 0))):
            yield "a group without width or height"
