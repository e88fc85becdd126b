"""On what an organisation's layout lets one write: light or dark, and in which colours of its theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]  # comes with python-pptx, without types
from pptx.oxml.ns import qn

from graph.export.pptx.parts import Layout, Part, RGBColor, Root, Slide
from graph.picture.palette import LINES

INK, QUIET, PRIMARY, VEILED = "#1F2937", LINES["light"]["quiet"], LINES["light"]["primary"], "#ECEDEF"
_LIGHT, _LEAST, _LEAST_LARGE = "#FFFFFF", 4.5, 3.0  # text on dark grounds, and the contrast texts need (WCAG 1.4.3)
_VEILED_ON_DARK = "#3B424D"
_WHOLE = 0.95  # of the slide, that a shape covers which is its ground


@dataclass(frozen=True, slots=True)
class SlideGround:
    """What texts stand on.

    Attributes
    ----------
    text
        Colour of text, as ``#RRGGBB``; ``""`` when that of the theme can be read.
    dark
        Whether text is light there.
    below
        Colour of the ground, as ``#RRGGBB``; ``""`` when it cannot be told.
    """

    text: str
    dark: bool
    below: str = ""


def ground_of(layout: Layout) -> SlideGround:
    """Return what texts stand on in a layout."""
    colours = _theme(layout)
    text, below = colours.get("tx1", INK), _ground(layout, colours)
    if below is None or contrast(text, below) >= _LEAST:
        return SlideGround("", luminance(text) > 0.5, below or "")
    better = max((INK, _LIGHT), key=lambda value: contrast(value, below))
    return SlideGround(better, better == _LIGHT, below)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21, as WCAG 2 computes it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB``, 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def adapted(slide: Slide, ground: SlideGround) -> None:
    """Give texts on the ground of a slide, and what is in our main colour, the colours of its theme.

    Text on a fill of its own keeps its colour.
    """
    for shape in slide._element.iter(qn("p:sp")):
        properties = shape.find(qn("p:spPr"))
        if properties is not None and (properties.find(qn("a:solidFill")) is None or _is_veil(properties, ground)):
            for run in shape.iter(qn("a:rPr"), qn("a:endParaRPr")):
                _recoloured(run, ground)
    for line in slide._element.iter(qn("a:ln")):
        _recoloured(line, ground)


def adapt_placeholder(shape: Part, layout: Layout, style: str = "p:titleStyle") -> None:
    """Give the text of a placeholder a colour that can be read, where the one of its layout cannot be.

    Parameters
    ----------
    shape
        Placeholder of a slide, with its text.
    layout
        Layout of the slide.
    style
        Which style of the master it has: that of titles, or ``p:bodyStyle``.
    """
    colours = _theme(layout)
    below = _ground(layout, colours)
    own = _placeholder_colour(layout, shape.placeholder_format.idx, style, colours) or colours.get("tx1", INK)
    if below is None or contrast(own, below) >= _LEAST_LARGE:
        return
    better = max((INK, _LIGHT), key=lambda value: contrast(value, below))
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.color.rgb = RGBColor.from_string(better[1:])


def _placeholder_colour(layout: Layout, place: int, style: str, colours: Mapping[str, str]) -> str | None:
    """Colour that layout, master and the style of the master give a placeholder, the first that says one."""
    master = layout.slide_master
    owners = [shape for owner in (layout, master) for shape in owner.placeholders]
    bodies = [shape._element.find(qn("p:txBody")) for shape in owners if shape.placeholder_format.idx == place]
    styles = [body.find(qn("a:lstStyle")) for body in bodies if body is not None]
    styles.append(master._element.find(f"{qn('p:txStyles')}/{qn(style)}"))
    runs = [each.find(f"{qn('a:lvl1pPr')}/{qn('a:defRPr')}") for each in styles if each is not None]
    fills = [run.find(qn("a:solidFill")) for run in runs if run is not None]
    return next((found for fill in fills if fill is not None and (found := _colour(fill, colours))), None)


def _is_veil(properties: Root, ground: SlideGround) -> bool:
    """Whether a shape only veils the lines below a name; the veil takes the colour of the ground."""
    value = properties.find(f"{qn('a:solidFill')}/{qn('a:srgbClr')}")
    if value is None or value.find(qn("a:alpha")) is None:
        return False
    if ground.below:
        value.set("val", ground.below[1:])
    return True


def adapted_text(root: Root, ground: SlideGround) -> None:
    """Give the texts of a chart the colours of the theme."""
    for properties in root.iter(qn("a:defRPr"), qn("a:rPr")):
        _recoloured(properties, ground)


def _recoloured(owner: Root, ground: SlideGround) -> None:
    for fill in owner.findall(qn("a:solidFill")):
        value = fill.find(qn("a:srgbClr"))
        if value is not None and (new := _new(f"#{value.get('val')}", ground)) is not None:
            fill.replace(value, new)


def _new(value: str, ground: SlideGround) -> Root | None:
    """Return the colour in place of one of ours."""
    if value in (INK, QUIET):
        return _text(ground, quiet=value == QUIET)
    if value == PRIMARY:
        return etree.Element(qn("a:schemeClr"), {"val": "accent1"})
    if value == VEILED and ground.dark:
        return etree.Element(qn("a:srgbClr"), {"val": _VEILED_ON_DARK[1:]})
    return None


def _text(ground: SlideGround, *, quiet: bool) -> Root:
    if ground.text:
        made = etree.Element(qn("a:srgbClr"), {"val": ground.text[1:]})
    else:
        made = etree.Element(qn("a:schemeClr"), {"val": "tx1"})
    if quiet and ground.dark:
        etree.SubElement(made, qn("a:lumMod"), {"val": "85000"})
    elif quiet:
        etree.SubElement(made, qn("a:lumMod"), {"val": "75000"})
        etree.SubElement(made, qn("a:lumOff"), {"val": "25000"})
    return made


def _theme(layout: Layout) -> Mapping[str, str]:
    """Colours by the names slides use (``tx1``, ``bg1``) and by those of the theme (``dk1``, ``accent1``)."""
    master = layout.slide_master
    part = next((rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme")), None)
    if part is None:
        return {}
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    scheme = root.find(f".//{qn('a:clrScheme')}")
    colours = dict(_named(scheme)) if scheme is not None else {}
    names = master._element.find(qn("p:clrMap"))
    override = layout._element.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
    for given in (names, override):
        if given is not None:
            colours |= {name: colours[value] for name, value in given.attrib.items() if value in colours}
    return colours


def _named(scheme: Root) -> Iterator[tuple[str, str]]:
    for entry in scheme:
        value = entry[0].get("lastClr") or entry[0].get("val", "") if len(entry) else ""
        if len(value) == 6:
            yield etree.QName(entry).localname, f"#{value.upper()}"


def _ground(layout: Layout, colours: Mapping[str, str]) -> str | None:
    """Colour of the ground; ``None`` when it is a picture or cannot be told."""
    for owner in (layout, layout.slide_master):
        for covering in _covering(owner):
            if found := _colour(covering, colours):
                return found
        background = owner._element.find(f"{qn('p:cSld')}/{qn('p:bg')}")
        if background is not None:
            return _colour(background, colours)
    return colours.get("bg1")


def _covering(owner: Layout) -> Iterator[Root]:
    """Yield the fills of shapes that cover a slide whole: some templates draw their ground."""
    presentation = owner.part.package.presentation_part.presentation
    width, height = presentation.slide_width, presentation.slide_height
    for shape in owner.shapes:
        large = (shape.width or 0) >= width * _WHOLE and (shape.height or 0) >= height * _WHOLE
        properties = shape._element.find(qn("p:spPr"))
        if large and properties is not None and properties.find(qn("a:solidFill")) is not None:
            yield properties


def _colour(owner: Root, colours: Mapping[str, str]) -> str | None:
    """First colour within an element, ``None`` for pictures."""
    if owner.find(f".//{qn('a:blip')}") is not None:
        return None
    for value in owner.iter(qn("a:srgbClr"), qn("a:schemeClr"), qn("a:sysClr")):
        name = value.get("val", "")
        if value.tag == qn("a:srgbClr"):
            return f"#{name.upper()}"
        return colours.get(name) or (f"#{value.get('lastClr')}" if value.get("lastClr") else None)
    return None
