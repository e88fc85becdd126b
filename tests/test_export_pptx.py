"""Presentations, read again by python-pptx and as XML."""

import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import networkx as nx
import pptx
import pytest
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu

import graph
from graph.errors import UnusableTemplateError
from graph.export.exhibit import Exhibit
from graph.export.pictures import ChartForm
from graph.export.pptx import own_template, presentation
from graph.export.pptx.network import NATIVE
from graph.export.pptx.numbered import entry_in
from graph.export.table import ExportCell, ExportColumn, ExportTable, ValueKind
from graph.picture.bending import bend
from graph.picture.drawing import draw
from graph.picture.drawn import Unconnected
from graph.picture.encoding import Encoding
from tests.exhibits import (
    LINK,
    PLACES,
    SOURCE,
    all_kinds,
    chart_exhibit,
    decision_exhibit,
    drawing_of,
    empty_exhibit,
    matrix_exhibit,
    network_exhibit,
    portfolio_of,
    text_exhibit,
    three_actors,
)
from tests.slides import every_shape, house_templates, overrunning
from tests.small_region import actor, region
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.portfolio import portfolio

EMU = 9525
HOUSES = house_templates()


def deck(*exhibits, **rest):
    return pptx.Presentation(BytesIO(presentation(portfolio_of(*exhibits, **rest))))


def slide(exhibit, **rest):
    return deck(exhibit, **rest).slides[0]


def text_of(shapes):
    parts = []
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            parts.append(text_of(shape.shapes))
        elif shape.has_text_frame:
            parts.append(shape.text_frame.text)
    return "\n".join(parts)


def description(shape):
    return shape._element.xpath(".//p:cNvPr")[0].get("descr")


def group(exhibit, name="Bild", **rest):
    return next(shape for shape in slide(exhibit, **rest).shapes if shape.name == name)


def nodes(of):
    """Native shapes of the nodes by their name."""
    return {
        description(shape): shape for shape in every_shape(of.shapes) if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE
    }


def test_each_exhibit_is_one_slide_in_16_to_9():
    made = deck(*all_kinds())

    assert len(made.slides) == len(all_kinds())
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9)


def test_the_title_stands_in_the_title_placeholder():
    shown = slide(network_exhibit())

    assert shown.shapes.title.text_frame.text == "Hochschule Aalen verbindet zwei Projekte"


def test_a_title_nobody_has_confirmed_is_marked():
    assert slide(network_exhibit(mark="Vorschlag")).shapes.title.text_frame.text.endswith("(Vorschlag)")


def test_sentence_source_filters_and_page_stand_on_the_slide():
    text = text_of(deck(chart_exhibit(), network_exhibit()).slides[1].shapes)

    assert "Im Umkreis 1 liegen 3 Akteure." in text
    assert SOURCE in text
    assert "Filter: laufend, seit 2021" in text
    assert "Seite 2 von 2" in text


def test_nodes_are_native_shapes_where_they_stand_on_screen():
    found = nodes(group(network_exhibit()))
    centres = {name: (shape.left + shape.width / 2, shape.top + shape.height / 2) for name, shape in found.items()}

    span = (centres["Stadt Aalen"][0] - centres["Hochschule Aalen"][0]) / (PLACES["stadt"][0] - PLACES["hs"][0])

    assert len(found) == len(PLACES)
    for name, key in {"KI-Werkstatt": "ki", "Bundesministerium": "bund", "Altes Vorhaben": "alt"}.items():
        for axis in (0, 1):
            expected = centres["Hochschule Aalen"][axis] + span * (PLACES[key][axis] - PLACES["hs"][axis])
            assert centres[name][axis] == pytest.approx(expected, abs=2 * EMU)


def test_lines_are_connectors_that_hold_on_to_their_nodes():
    of = group(network_exhibit())
    names = {shape.shape_id: description(shape) for shape in every_shape(of.shapes)}

    ends = {
        (names[int(line._element.xpath(".//a:stCxn/@id")[0])], names[int(line._element.xpath(".//a:endCxn/@id")[0])])
        for line in of.shapes
        if line._element.tag.endswith("cxnSp")
    }

    assert ends == {
        ("Hochschule Aalen", "KI-Werkstatt"),
        ("Stadt Aalen", "KI-Werkstatt"),
        ("Bundesministerium", "KI-Werkstatt"),
        ("Hochschule Aalen", "Altes Vorhaben"),
    }


def test_shape_colour_dash_and_arrow_say_the_same_as_on_screen():
    of = group(network_exhibit())
    found = nodes(of)
    lines = {shape.name: shape._element for shape in of.shapes if shape._element.tag.endswith("cxnSp")}

    assert found["Hochschule Aalen"].auto_shape_type.name == "OVAL"
    assert found["Bundesministerium"].auto_shape_type.name == "DIAMOND"
    assert str(found["Hochschule Aalen"].fill.fore_color.rgb) == "89C4FB"
    assert found["Hochschule Aalen"].text_frame.text == "HS"
    assert lines["stadt>ki"].xpath(".//a:prstDash/@val") == ["dash"]
    assert lines["hs>ki"].xpath(".//a:prstDash") == []
    assert lines["bund>ki"].xpath(".//a:tailEnd/@type") == ["triangle"]


def test_what_is_dimmed_on_screen_is_left_out():
    drawing = drawing_of(three_actors(), PLACES, dimmed=frozenset({"stadt"}))

    found = nodes(group(network_exhibit(drawing)))

    assert "Stadt Aalen" not in found
    assert "Hochschule Aalen" in found


def test_a_larger_network_is_one_picture_2400_pixels_wide():
    many = region([actor(f"a{number:03d}", "Kommune") for number in range(NATIVE + 1)])

    picture = group(network_exhibit(drawing_of(many)))

    assert picture.shape_type == MSO_SHAPE_TYPE.PICTURE
    assert picture.image.size[0] == 2400
    assert description(picture) == "Netzwerk um die Hochschule Aalen"


def test_the_legend_is_native_and_read_out():
    legend = group(network_exhibit(), "Legende")

    assert "circle 2" in text_of(legend.shapes)
    assert description(legend).startswith("Legende. Legende: shape: circle 2")


def test_bars_are_a_native_chart_whose_unknown_value_is_a_gap():
    frame = group(chart_exhibit())

    plot = frame.chart.plots[0]

    assert list(plot.categories) == ["Photonik", "Wasserstoff"]
    assert list(plot.series[0].values) == [1.0, None]
    assert description(frame) == "Balken: Projekte je Feld"
    assert str(plot.series[0].format.fill.fore_color.rgb) == "1E6765"


def test_a_matrix_is_a_native_table_with_shaded_cells():
    frame = group(matrix_exhibit())
    rows = [[cell.text_frame.text for cell in row.cells] for row in frame.table.rows]

    assert rows[0] == ["Kompetenzfeld", "Hochschule", "Forschungseinrichtung"]
    assert rows[1] == ["Photonik", "11", "–"]
    assert str(frame.table.cell(1, 1).fill.fore_color.rgb) == "0E3B3A"
    assert description(frame) == "Felder und Typen"


def test_a_table_shows_the_rows_that_fit_and_counts_the_others():
    from graph.export.exhibit import Exhibit
    from graph.export.table import ExportCell, ExportColumn, ExportTable

    long = ExportTable(
        "Viele", (ExportColumn("Name"),), tuple((ExportCell(f"Zeile {number}"),) for number in range(100))
    )

    shown = slide(Exhibit("Viele", table=long))
    frame = next(shape for shape in shown.shapes if shape.has_table)

    shown_rows = len(frame.table.rows) - 1
    assert 10 < shown_rows < 30
    assert f"und {100 - shown_rows} weitere Zeilen" in text_of(shown.shapes)
    assert frame.top + frame.height < Emu(720 * EMU)


def test_every_picture_chart_table_and_group_has_an_alternative_text():
    kinds = {MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.TABLE, MSO_SHAPE_TYPE.GROUP}
    made = deck(*all_kinds())

    silent = [
        f"{number} {shape.name}"
        for number, shown in enumerate(made.slides, 1)
        for shape in shown.shapes
        if shape.shape_type in kinds and not description(shape)
    ]

    assert silent == []


def test_things_are_read_in_the_order_of_the_slide():
    names = [shape.name for shape in slide(network_exhibit()).shapes]

    assert names[0].startswith("Title")
    assert names[1:] == ["Im Umkreis 1 liegen 3 Akteure.", "Bild", "Legende", "Quelle", "Seite 1 von 1"]


def test_notes_hold_note_filters_link_and_table():
    notes = slide(network_exhibit()).notes_slide.notes_text_frame.text

    assert notes.startswith("Frage an die Runde: Wer fehlt?\n")
    assert "Filter: laufend, seit 2021" in notes
    assert f"Link: {LINK}" in notes
    assert "Name\tNachbarn\n" in notes
    assert "Hochschule Aalen\t2" in notes


def test_lists_and_decisions_are_text():
    assert "KI-Werkstatt" in text_of(slide(text_exhibit()).shapes)
    decided = text_of(slide(decision_exhibit()).shapes)
    assert "Die Runde beschließt ein Vorhaben." in decided
    assert "☐ vertagt" in decided


def test_an_empty_selection_gives_a_sentence():
    assert "Mit diesen Filtern bleibt kein Element übrig." in text_of(slide(empty_exhibit()).shapes)


def test_the_file_says_its_title_author_and_language():
    made = deck(network_exhibit(), cover=True)

    assert made.core_properties.title == "Lenkungsgruppe"
    assert made.core_properties.author == "Region"
    assert len(made.slides) == 2
    assert {run.get("lang") for s in made.slides for run in s._element.xpath(".//a:rPr")} == {"de-DE"}


def test_nothing_leaves_the_slide():
    made = deck(*all_kinds(), watermark="Entwurf", profile="ohne Beträge")

    outside = [
        (number, shape.name)
        for number, shown in enumerate(made.slides, 1)
        for shape in shown.shapes
        if shape.rotation == 0
        and (
            shape.left < -EMU
            or shape.top < -EMU
            or shape.left + shape.width > made.slide_width + EMU
            or shape.top + shape.height > made.slide_height + EMU
        )
    ]

    assert outside == []


def test_progress_is_told_before_each_slide_and_can_stop_the_work():
    seen = []

    def stop(number, of):
        seen.append((number, of))
        if number == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        presentation(portfolio_of(network_exhibit(), chart_exhibit(), matrix_exhibit()), stop)

    assert seen == [(1, 3), (2, 3)]


# --- templates --------------------------------------------------------------------------------------------------------


def saved(made):
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def test_an_organisations_layouts_are_used_and_its_own_slides_left_out():
    house = pptx.Presentation()
    house.slides.add_slide(house.slide_layouts[0]).shapes.title.text = "Beispielfolie"
    house.slide_layouts.get_by_name("Title Only").name = "Nur Titel"

    made = deck(network_exhibit(), chart_exhibit(), template=saved(house))

    assert [s.slide_layout.name for s in made.slides] == ["Nur Titel", "Nur Titel"]
    assert made.slide_width == house.slide_width
    assert nodes(next(shape for shape in made.slides[0].shapes if shape.name == "Bild"))


def dark_house():
    """A template of 16:9 with a dark ground, white titles of 44 pt, and layouts of other names."""
    house = pptx.Presentation()
    house.slide_width, house.slide_height = 12_192_000, 6_858_000
    ground = house.slide_master.background.fill
    ground.solid()
    ground.fore_color.rgb = RGBColor(0x10, 0x20, 0x40)
    for number, layout in enumerate(house.slide_layouts, 1):
        layout.name = f"Haus {number}"
    return house


def sizes(shapes):
    """Sizes in pt that runs of text have, by the name of their shape."""
    for shape in shapes:
        for properties in shape._element.iter(qn("a:rPr"), qn("a:defRPr")):
            if properties.get("sz"):
                yield shape.name, int(properties.get("sz")) / 100


@pytest.mark.parametrize("form", ChartForm)
def test_charts_take_the_colours_of_an_organisations_theme(form):
    shown = replace(chart_exhibit(), picture=replace(chart_exhibit().picture, form=form))
    made = deck(shown, template=saved(pptx.Presentation()))
    chart = next((shape.chart for shape in made.slides[0].shapes if shape.has_chart), None)

    assert (chart is None) == (form is ChartForm.PICTURE)
    if chart is not None:
        assert 'schemeClr val="accent1"' in chart._chartSpace.xml


def test_text_on_a_dark_ground_is_light():
    shown = deck(network_exhibit(), template=saved(dark_house())).slides[0]
    said = next(shape for shape in shown.shapes if shape.name == "Im Umkreis 1 liegen 3 Akteure.")

    assert shown.slide_layout.name == "Haus 6"  # the plainest with a title
    assert said.text_frame.paragraphs[0].runs[0].font.color.rgb == RGBColor(0xFF, 0xFF, 0xFF)


def test_a_deck_of_our_own_says_nowhere_that_it_is_of_4_to_3():
    with zipfile.ZipFile(BytesIO(presentation(portfolio_of(network_exhibit())))) as file:
        said = file.read("ppt/presentation.xml").decode()

    assert 'cx="12192000" cy="6858000"' in said
    assert "4x3" not in said


def test_titles_on_a_dark_ground_are_light_unless_the_layout_says_so_itself():
    made = deck(network_exhibit(), template=saved(dark_house()), cover=True)
    house = dark_house()
    style = house.slide_master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
    style.find(qn("a:solidFill"))[0].set("val", "bg1")
    own = deck(network_exhibit(), template=saved(house)).slides[0].shapes.title

    texts = [shape.text_frame for slide in made.slides for shape in slide.placeholders if shape.has_text_frame]
    colours = {
        run.font.color.rgb
        for frame in texts
        for paragraph in frame.paragraphs
        for run in paragraph.runs
        if run.font.color.type is not None
    }
    assert made.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].font.color.rgb == RGBColor(0xFF, 0xFF, 0xFF)
    assert colours == {RGBColor(0xFF, 0xFF, 0xFF)}
    assert own.text_frame.paragraphs[0].runs[0].font.color.type is None


def veils(slide):
    """Grounds behind the names of a network."""
    for fill in slide._element.iter(qn("a:solidFill")):
        if fill[0].find(qn("a:alpha")) is not None:
            yield fill[0].get("val")


def test_names_on_a_dark_ground_are_veiled_in_its_colour():
    assert set(veils(deck(network_exhibit(), template=saved(dark_house())).slides[0])) == {"102040"}
    assert set(veils(slide(network_exhibit()))) == {"FFFFFF"}


def test_every_bar_has_its_name():
    chart = next(shape.chart for shape in slide(chart_exhibit()).shapes if shape.has_chart)

    assert '<c:tickLblSkip val="1"/>' in chart._chartSpace.xml


@pytest.mark.parametrize("width", [9_144_000, 12_192_000])
@pytest.mark.parametrize(
    "link", ["rollen", "netzwerk?fokus=wiro&farbe=feld&feldknoten=ja", "netzwerk?ansicht=foerderung&ganz=ja"]
)
def test_no_legend_runs_into_the_source_line_or_leaves_something_out(link, width):
    house = pptx.Presentation()
    house.slide_width, house.slide_height = width, 6_858_000
    view = view_of(graph.load("data").dataset, link, "de")
    shown = exhibit_of(view, link)
    made = pptx.Presentation(BytesIO(presentation(replace(portfolio(view, [shown]), template=saved(house)))))
    legends = []
    for shapes in ({shape.name: shape for shape in each.shapes} for each in made.slides):
        if "Legende" in shapes:
            assert shapes["Legende"].top + shapes["Legende"].height <= shapes["Quelle"].top
            legends += text_of(shapes["Legende"].shapes).split("\n")

    entries = [text for one in shown.picture.legend for text in (one.title, *(entry.text for entry in one.entries))]
    assert [text for text in legends if text in entries] == entries


COMPANY = "Wirtschaftsförderungsgesellschaft"
HEADERS = ("Zuständige Verwaltung", COMPANY, "Veranstaltungsort", "Förderbescheid", "Ansprechpersonen", "Jahr")
CELLS = ("Landratsamt Quellbach", f"{COMPANY} mbH Region Quellbach", "Festhalle", "nein", "alle", "2026")


def wide_table():
    """Long words in many columns, and more rows than a slide holds."""
    columns = tuple(ExportColumn(header) for header in HEADERS)
    return ExportTable("Viele", columns, tuple(tuple(ExportCell(cell) for cell in CELLS) for _ in range(40)))


@pytest.mark.parametrize("template", HOUSES)
def test_nothing_runs_into_the_source_line_in_a_program_with_a_wide_face(template):
    sentence = "Die Wirtschaftsförderungsgesellschaft verbindet die Region Quellbach mit ihren Hochschulen. " * 3
    long = [Exhibit("Wer ist zuständig?", sentence, table=wide_table(), source=SOURCE, filters=("laufend",))]
    made = deck(*all_kinds(), *long, template=HOUSES[template])

    assert [overrunning(shown) for shown in made.slides] == [[]] * len(made.slides)


def test_a_word_that_is_broken_on_a_slide_is_copied_as_it_was():
    made = deck(Exhibit("Wer ist zuständig?", table=wide_table(), source=SOURCE), template=HOUSES["4:3"])
    frame = next(shape for shape in made.slides[0].shapes if shape.has_table)
    texts = [cell.text_frame.text for row in frame.table.rows for cell in row.cells]

    assert any("Wirtschaftsförderungs\N{SOFT HYPHEN}gesellschaft" in text for text in texts)
    copied = {text.replace("\N{SOFT HYPHEN}", "").removesuffix("…") for text in texts}
    assert [text for text in copied if not any(word.startswith(text) for word in (*HEADERS, *CELLS))] == []
    assert "Weitere Spalten: " in text_of(made.slides[0].shapes)


def test_a_matrix_of_shares_says_its_unit_once():
    shown = matrix_exhibit()
    rows = tuple(replace(row, cells=("100 %", "–"), values=(1.0, None)) for row in shown.picture.rows)
    made = slide(replace(shown, picture=replace(shown.picture, rows=rows, kind=ValueKind.SHARE)))
    frame = next(shape for shape in made.shapes if shape.has_table)

    assert frame.table.cell(0, 0).text_frame.text == "Kompetenzfeld (%)"
    assert [cell.text_frame.text for cell in frame.table.rows[1].cells][1:] == ["100", "–"]


def test_a_title_larger_than_its_box_gets_smaller():
    long = replace(network_exhibit(), title="Die Hochschule Aalen verbindet zwei Projekte mit vielen der Region")
    shown = deck(long, template=saved(pptx.Presentation())).slides[0]

    assert 16 <= shown.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt < 44


def test_a_layout_can_be_chosen_and_one_that_is_not_there_is_refused():
    house = saved(dark_house())

    assert deck(network_exhibit(), template=house, layout="Haus 2").slides[0].slide_layout.name == "Haus 2"
    with pytest.raises(UnusableTemplateError, match="no-layout"):
        deck(network_exhibit(), template=house, layout="Haus 99")


def test_no_text_on_a_slide_is_smaller_than_12_pt_but_source_and_page():
    small = {
        (name, size)
        for shown in deck(*all_kinds()).slides
        for name, size in sizes(shown.shapes)
        if size < 12 and not name.startswith(("Quelle", "Seite"))
    }

    assert small == set()


def test_the_number_of_a_slide_follows_it_and_counts_the_title_slide():
    made = deck(network_exhibit(), chart_exhibit(), cover=True)
    page = next(shape for shape in made.slides[2].shapes if shape.name == "Seite 3 von 3")

    assert page.text_frame._txBody.xpath(".//a:fld/@type") == ["slidenum"]


def test_the_file_says_nothing_of_what_it_was_made_from():
    for template in (None, saved(pptx.Presentation())):
        content = presentation(portfolio_of(network_exhibit(), template=template))
        with zipfile.ZipFile(BytesIO(content)) as archive:
            program = archive.read("docProps/app.xml").decode()
            assert "docProps/thumbnail.jpeg" not in archive.namelist()
        facts = pptx.Presentation(BytesIO(content)).core_properties

        assert "<Application>Akteursnetz</Application>" in program
        assert "Macintosh" not in program
        assert (facts.created, facts.last_modified_by) == (datetime(2026, 11, 23, 12), facts.author)


def test_our_own_template_can_be_adapted_and_used():
    assert len(deck(network_exhibit(), template=own_template()).slides) == 1


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04broken"])
def test_what_is_no_presentation_is_refused_with_a_reason(content):
    with pytest.raises(UnusableTemplateError) as refused:
        deck(network_exhibit(), template=content)

    assert refused.value.code == "no-presentation"


def test_a_zip_that_is_no_presentation_is_refused():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "a")

    with pytest.raises(UnusableTemplateError, match="no-presentation"):
        deck(network_exhibit(), template=packed.getvalue())


def test_a_template_without_a_fitting_layout_is_refused_with_the_names_it_has():
    house = pptx.Presentation()
    for layout in list(house.slide_layouts)[1:]:
        house.slide_layouts.remove(layout)
    house.slide_layouts[0].name = "Start"

    with pytest.raises(UnusableTemplateError) as refused:
        deck(network_exhibit(), template=saved(house))

    assert refused.value.code == "no-layout"
    assert refused.value.found == ("Start",)
    assert "Nur Titel" in refused.value.wanted


def test_a_layout_without_a_title_is_refused():
    house = pptx.Presentation()
    house.slide_layouts.get_by_name("Title Only").name = "Anders"
    house.slide_layouts.get_by_name("Blank").name = "Ansicht"

    with pytest.raises(UnusableTemplateError, match="no-title"):
        deck(network_exhibit(), template=saved(house))


# --- the picture of the screen, line by line --------------------------------------------------------------------------


def bent_and_alone():
    """Three actors in a row, whose first and last share three projects, and one who is tied to nobody."""
    network = nx.Graph()
    for key in ("links", "mitte", "rechts", "allein"):
        network.add_node(key, mode="actor", name=f"Akteur {key}", short_name=key, type="")
    network.add_edge("links", "rechts", weight=3.0, projects=("a", "b", "c"))
    network.add_edge("links", "mitte", weight=1.0, projects=("a",))
    drawing = draw(network, {"links": (0, 0), "mitte": (150, 0), "rechts": (300, 0), "allein": (300, 150)}, Encoding())
    nodes = tuple(replace(node, apart=node.id == "allein") for node in drawing.nodes)
    edges = tuple(bend(drawing.nodes, drawing.edges))
    heading = Unconnected(1, 270.0, 90.0, 440.0)
    return replace(drawing, nodes=nodes, edges=edges, unconnected=heading, frame=(-60.0, -60.0, 460.0, 200.0))


def test_a_line_that_bends_around_a_foreign_node_on_screen_does_so_on_the_slide():
    found = {shape.name: shape for shape in group(network_exhibit(bent_and_alone())).shapes}

    assert found["links>mitte"]._element.tag.endswith("cxnSp")
    assert len(found["links>rechts"]._element.xpath(".//a:quadBezTo/a:pt")) == 2
    assert found["links>rechts"].height > 20 * EMU


def test_a_line_of_several_ties_carries_their_number_and_the_block_its_heading():
    text = [shape.text_frame.text for shape in group(network_exhibit(bent_and_alone())).shapes if shape.has_text_frame]

    assert "3" in text
    assert "ohne Verbindung in dieser Auswahl (1)" in text


def test_the_heading_of_the_block_ends_above_its_first_element():
    found = {shape.name: shape for shape in group(network_exhibit(bent_and_alone())).shapes}
    heading = found["ohne Verbindung in dieser Auswahl (1)"]
    first = next(shape for shape in nodes(group(network_exhibit(bent_and_alone()))).items() if "allein" in shape[0])[1]

    assert heading.top + heading.height <= first.top


def test_a_key_says_the_short_name_where_the_full_one_finds_no_room():
    names = "[17] Landesprogramm „Modellregion Grüner Wasserstoff“", "[17] Modellregion Grüner H2"

    assert entry_in(600, 1, *names) == names[0]
    assert entry_in(300, 1, *names) == names[1]
