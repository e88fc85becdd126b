"""Names for what python-pptx gives and takes: it is typed in parts only, so to the type checker they are anything."""

from typing import Any

from pptx.chart import data
from pptx.dml import color

Presentation = Any
Slide = Any
Layout = Any
Shapes = Any  # the shapes of a slide, to which one adds
Part = Any  # one of them
Frame = Any  # text of a shape
Paragraph = Any
Run = Any
Cell = Any
NativeChart = Any
Plot = Any
Root = Any  # an element of XML

CategoryChartData: Any = data.CategoryChartData
RGBColor: Any = color.RGBColor
