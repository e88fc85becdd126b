"""The report on the shipped data, as a steering committee gets it."""

import io
from pathlib import Path

from pypdfium2 import PdfDocument

from graph.load import load
from views.report.order import ReportOrder, carried_out

DATA = Path(__file__).parent.parent.parent / "data"


def test_the_report_on_the_shipped_data_has_at_most_20_pages():
    file = carried_out(ReportOrder(format="pdf"), load(DATA).dataset)

    assert 12 <= len(PdfDocument(io.BytesIO(file.content))) <= 20
