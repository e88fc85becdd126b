"""Fields and links of a Word file, which python-docx leaves to its users."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph as WordParagraph

from graph.export.plain import clean
from graph.export.report.word_styles import ACCENT


def field(line: WordParagraph, instruction: str, shown: str) -> None:
    """Write a field that Word counts or looks up.

    Parameters
    ----------
    line
        Paragraph it is added to.
    instruction
        What Word does, such as `` PAGE ``.
    shown
        What stands there until then.
    """
    field_part(line, "begin")
    instruction_part(line, instruction)
    field_part(line, "separate")
    line.add_run(shown)
    field_part(line, "end")


def field_part(line: WordParagraph, kind: str) -> None:
    """Write the beginning, the middle or the end of a field."""
    part = OxmlElement("w:fldChar")
    part.set(qn("w:fldCharType"), kind)
    line.add_run()._r.append(part)


def instruction_part(line: WordParagraph, text: str) -> None:
    """Write what a field does."""
    part = OxmlElement("w:instrText")
    part.set(qn("xml:space"), "preserve")
    part.text = text
    line.add_run()._r.append(part)


def linked(line: WordParagraph, text: str, *, address: str = "", anchor: str = "") -> None:
    """Write words that lead to an address or, without one, to a mark of this file.

    Parameters
    ----------
    line
        Paragraph they are added to.
    text
        The words.
    address, anchor
        Where they lead.
    """
    link = OxmlElement("w:hyperlink")
    if address:
        link.set(qn("r:id"), line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    else:
        link.set(qn("w:anchor"), anchor)
    run = line.add_run(clean(text))
    run.font.color.rgb = ACCENT
    run.underline = bool(address) or None
    link.append(run._r)
    line._p.append(link)


def anchor_of(number: int) -> str:
    """Name of the mark of a heading."""
    return f"_Toc{number:06d}"


def child(parent: BaseOxmlElement, name: str) -> BaseOxmlElement:
    """Add an empty element."""
    child = OxmlElement(name)
    parent.append(child)
    return child
