"""The layouts slides are made from: our own, or those of an organisation's file, found by their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.oxml.ns import qn

from graph.errors import UnusableTemplateError
from graph.export.pptx.parts import Layout, Part, Presentation
from graph.export.pptx.units import EMU, SlideBox, emu
from graph.giving_up import Buffer
from graph.picture.palette import FILLS, LINES
from graph.reading.archive import RefusedArchiveError, open_archive

WIDTH, HEIGHT = 1280, 720  # px
# role -> names of a layout that can play it, the first that is there does
LAYOUTS: Mapping[str, tuple[str, ...]] = {
    "view": ("Akteursnetz Ansicht", "Ansicht", "Nur Titel", "Title Only", "Titel und Inhalt", "Title and Content"),
    "cover": ("Akteursnetz Titel", "Titelfolie", "Title Slide", "Titel", "Startfolie"),
    "decision": ("Akteursnetz Beschluss", "Beschluss"),
}
_MOST_PARTS = 2_000  # files in a presentation
_OWN = {"Title Slide": "Akteursnetz Titel", "Title Only": "Akteursnetz Ansicht"}
_FONT = "Arial"  # on every machine, and Liberation Sans has the same widths
_ACCENTS = (2, 0, 1, 3, 4, 5)  # places in `FILLS`; petrol first
_CONTENT = {PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT}
_TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
_FEET = {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}
_EDGE = 24.0  # px below the content when the layout has no footer


@dataclass(frozen=True, slots=True)
class Template:
    """An empty presentation and its layouts by role; ``cover`` may be missing."""

    presentation: Presentation
    view: Layout
    decision: Layout
    cover: Layout | None

    def area(self, layout: Layout) -> SlideBox:
        """Room for content: that of the content placeholder, else what lies between title and footer."""
        width, height = self.presentation.slide_width / EMU, self.presentation.slide_height / EMU
        places = {shape.placeholder_format.type: _box(shape) for shape in layout.placeholders}
        content = next((box for kind, box in places.items() if kind in _CONTENT), None)
        if content:
            return content
        title = next(box for kind, box in places.items() if kind in _TITLES)
        feet = [box.top for kind, box in places.items() if kind in _FEET and box.top > height / 2]
        bottom = min(feet, default=height - _EDGE)
        return SlideBox(title.left, title.bottom, min(title.width, width - title.left), bottom - title.bottom)


def opened(content: bytes | None = None, layout: str = "") -> Template:
    """Open a template, by default our own.

    Parameters
    ----------
    content
        An organisation's file.
    layout
        Name of its layout for views; by default one of those in `LAYOUTS`, else the plainest with a title.

    Raises
    ------
    UnusableTemplateError
        If the file is no presentation (.pptx), or has no layout that can hold a view and its title.
    """
    presentation = _own() if content is None else _foreign(content)
    layouts = {each.name: each for each in presentation.slide_layouts}
    chosen = {role: next((layouts[name] for name in names if name in layouts), None) for role, names in LAYOUTS.items()}
    view = layouts.get(layout) or chosen["view"] or _plainest(presentation)
    if view is None or (layout and layout not in layouts):
        raise UnusableTemplateError("no-layout", [layout] if layout else LAYOUTS["view"], layouts)
    decision = (view if layout else chosen["decision"]) or view
    for used in (view, decision):
        if not _has_title(used):
            raise UnusableTemplateError("no-title", [used.name], layouts)
    return Template(presentation, view, decision, chosen["cover"])


def layouts_of(content: bytes) -> tuple[str, ...]:
    """Return the names of the layouts of a file that can hold a view; none when it is no presentation."""
    try:
        return tuple(layout.name for layout in _foreign(content).slide_layouts if _has_title(layout))
    except UnusableTemplateError:
        return ()


def _plainest(presentation: Presentation) -> Layout | None:
    """Return the layout with a title, not one of a title slide, and the fewest other places to fill."""
    titled = [layout for layout in presentation.slide_layouts if PP_PLACEHOLDER.TITLE in _kinds(layout)]
    return min(titled, key=lambda layout: len([kind for kind in _kinds(layout) if kind not in _FEET]), default=None)


def _kinds(layout: Layout) -> list[PP_PLACEHOLDER]:
    return [shape.placeholder_format.type for shape in layout.placeholders]


def _has_title(layout: Layout) -> bool:
    return any(kind in _TITLES for kind in _kinds(layout))


def own_template() -> bytes:
    """Our own template as a file, for an organisation to adapt."""
    written = Buffer()
    _own().save(written)
    return written.getvalue()


def _foreign(content: bytes) -> Presentation:
    """Open an organisation's file and take its slides out."""
    try:
        with open_archive(content, _MOST_PARTS):
            pass
        presentation = pptx.Presentation(BytesIO(content))
    # python-pptx documents no errors; on damaged files it raises whatever its insides do
    except (RefusedArchiveError, PackageNotFoundError, Exception) as error:
        raise UnusableTemplateError("no-presentation") from error
    slides = presentation.slides._sldIdLst
    for entry in list(slides):
        presentation.part.drop_rel(entry.rId)
        slides.remove(entry)
    return presentation


def _own() -> Presentation:
    """Build our own: two layouts of python-pptx's default, widened to 16:9, in our colours."""
    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = emu(WIDTH), emu(HEIGHT)
    presentation.element.sldSz.attrib.pop("type", None)  # the library's own file says 4:3
    for layout in list(presentation.slide_layouts):
        if layout.name in _OWN:
            layout.name = _OWN[layout.name]
        else:
            presentation.slide_layouts.remove(layout)
    _colour(presentation.slide_master)
    for owner in (presentation.slide_master, *presentation.slide_layouts):
        for shape in list(owner.placeholders):
            _place(shape, cover=owner is not presentation.slide_master and owner.name == _OWN["Title Slide"])
    _bar(presentation.slide_master)
    return presentation


def _place(shape: Part, *, cover: bool) -> None:
    kind = shape.placeholder_format.type
    if kind in _FEET:  # source and page are written by us
        shape._element.getparent().remove(shape._element)
    elif kind in _TITLES:
        _move(shape, SlideBox(96, 200, 1088, 150) if cover else SlideBox(48, 28, 1184, 80))
        if cover:
            _restyle(shape, 3600)
    elif kind is PP_PLACEHOLDER.SUBTITLE:
        _move(shape, SlideBox(96, 366, 1088, 140))
        _restyle(shape, 2000)
    elif kind in _CONTENT:
        _move(shape, SlideBox(48, 112, 1184, 550))


def _move(shape: Part, box: SlideBox) -> None:
    shape.left, shape.top, shape.width, shape.height = box.emu
    body = shape._element.txBody.find(qn("a:bodyPr"))
    body.set("lIns", "0")
    body.set("rIns", "0")
    if shape.placeholder_format.type is not PP_PLACEHOLDER.SUBTITLE:
        body.set("anchor", "b")


def _restyle(shape: Part, size: int) -> None:
    """Set text on the left, in hundredths of a point, as the first level of a placeholder."""
    levels = shape._element.txBody.find(qn("a:lstStyle"))
    for level in list(levels):
        levels.remove(level)
    level = levels.makeelement(qn("a:lvl1pPr"), {"marL": "0", "indent": "0", "algn": "l"})
    level.append(level.makeelement(qn("a:buNone"), {}))
    level.append(level.makeelement(qn("a:defRPr"), {"sz": str(size)}))
    levels.append(level)


def _colour(master: Layout) -> None:
    """Set typeface, colours of the theme, and titles: bold, on the left."""
    theme = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    text = theme.blob.decode("utf-8")
    for place, fill in enumerate(_ACCENTS, 1):
        text = _with_colour(text, f"accent{place}", FILLS[fill][0])
    for name in ("dk1", "dk2"):
        text = _with_colour(text, name, LINES["light"]["ink"])
    text = text.replace('latin typeface="Calibri"', f'latin typeface="{_FONT}"')
    theme._blob = text.encode("utf-8")
    style = master._element.find(qn("p:txStyles")).find(qn("p:titleStyle"))[0]
    style.set("algn", "l")
    run = style.find(qn("a:defRPr"))
    run.set("sz", "2600")
    run.set("b", "1")
    run.find(qn("a:solidFill"))[0].set("val", "tx2")


def _with_colour(theme: str, name: str, colour: str) -> str:
    start = theme.index(f"<a:{name}>") + len(f"<a:{name}>")
    return f'{theme[:start]}<a:srgbClr val="{colour[1:]}"/>{theme[theme.index(f"</a:{name}>") :]}'


def _bar(master: Layout) -> None:
    """Draw a line of our colour along the upper edge; python-pptx adds shapes to slides only."""
    from pptx.oxml import parse_xml  # noqa: PLC0415 - needed here only

    names = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    drawing = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    master.shapes._spTree.append(
        parse_xml(
            f"<p:sp {names} {drawing}>"
            '<p:nvSpPr><p:cNvPr id="90" name="Linie"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{WIDTH * EMU}" cy="{8 * EMU}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
            "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        )
    )


def _box(shape: Part) -> SlideBox:
    return SlideBox(shape.left / EMU, shape.top / EMU, shape.width / EMU, shape.height / EMU)
