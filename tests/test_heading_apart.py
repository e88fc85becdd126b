"""The heading of the elements without ties lies over nothing: no shape and no name of a picture in a file."""

from dataclasses import replace
from io import BytesIO

import networkx as nx
import pptx
import pytest

from graph.export import export
from graph.export.pptx.numbered import NATIVE
from graph.picture.drawing import Arrange, draw
from graph.picture.drawn import Unconnected
from graph.picture.encoding import Encoding
from tests.exhibits import network_exhibit, portfolio_of

HEADING = "ohne Verbindung in dieser Auswahl"


def drawing_with(tied, alone):
    """A ring of actors that fills the picture, and some without ties."""
    network = nx.cycle_graph(tied)
    network.add_nodes_from(range(tied, tied + alone))
    nx.set_node_attributes(network, {n: {"mode": "actor", "short_name": f"Akteur {n}"} for n in network})
    network = nx.relabel_nodes(network, lambda n: f"n{n:03}")
    places = {node: (37.0 * (i * 7 % 41), 29.0 * (i * 5 % 37)) for i, node in enumerate(network)}
    return draw(network, places, Encoding(), arrange=Arrange(dict.fromkeys(network, (24.0, 24.0))))


def leaves(shapes):
    for shape in shapes:
        yield from leaves(shape.shapes) if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.GROUP else [shape]


def heading_and_others(drawing):
    """Box of the heading and those of shapes and names on the slide, in EMU."""
    file = export("pptx", portfolio_of(network_exhibit(drawing)))
    slide = pptx.Presentation(BytesIO(file.content)).slides[0]
    boxes = {}
    for place, shape in enumerate(leaves(slide.shapes)):
        if shape.has_text_frame and not shape._element.tag.endswith("cxnSp"):
            box = shape.left, shape.top, shape.left + shape.width, shape.top + shape.height
            boxes[place, shape.text_frame.text] = box
    (heading,) = [box for (_, text), box in boxes.items() if text.startswith(HEADING)]
    return heading, [box for (_, text), box in boxes.items() if not text.startswith(HEADING)]


def meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("alone", [1, 6, 12, 13])
@pytest.mark.parametrize("tied", [3, 20, 45, NATIVE + 5])
def test_on_a_slide_it_covers_no_shape_and_no_name(tied, alone):
    heading, others = heading_and_others(drawing_with(tied, alone))

    assert [box for box in others if meet(heading, box)] == []


def test_where_the_place_above_the_block_is_taken_it_stands_below_the_picture():
    drawing = drawing_with(20, 3)
    first = min(node.y for node in drawing.nodes if node.apart)
    taken = next(node for node in drawing.nodes if not node.apart)
    at = {taken.id: (drawing.unconnected.x + 20, first - 30)}
    full = replace(
        drawing, nodes=tuple(replace(n, x=at[n.id][0], y=at[n.id][1]) if n.id in at else n for n in drawing.nodes)
    )

    free, _ = heading_and_others(drawing)
    moved, others = heading_and_others(full)

    assert isinstance(full.unconnected, Unconnected)
    assert moved[1] > free[3]
    assert [box for box in others if meet(moved, box)] == []
