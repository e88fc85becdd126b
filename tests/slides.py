"""Shapes of a slide, wherever they are grouped."""

from collections.abc import Iterator
from typing import Any

from pptx.enum.shapes import MSO_SHAPE_TYPE


def every_shape(shapes: Any) -> Iterator[Any]:
    """Yield shapes in the order they are drawn in, those of groups instead of the groups."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from every_shape(shape.shapes)
        else:
            yield shape


def groups_within(shapes: Any) -> Iterator[Any]:
    """Yield the groups among shapes, the outer ones first."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield shape
            yield from groups_within(shape.shapes)
