"""The report on the shipped data, as a steering committee gets it.

The page counts of Word and OpenDocument files are those of LibreOffice (``soffice``), which must be installed.
"""

import io
import subprocess
from functools import partial
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from graph.load import load
from views.address.parameters import Query
from views.loaded import state_of, states_beside
from views.report.order import ReportOrder, carried_out

DATA = Path(__file__).parent.parent.parent / "data"
STATES = partial(state_of, states_beside(DATA))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("format_", ["pdf", "docx", "odt"])
def test_the_report_on_the_shipped_data_has_12_to_20_pages(format_, language, tmp_path):
    order = ReportOrder(format=format_, query=Query(lang=language), states=STATES, address="https://netz.example")
    file = tmp_path / f"bericht.{format_}"
    file.write_bytes(carried_out(order, load(DATA).dataset).content)
    if format_ != "pdf":
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
        subprocess.run(convert, check=True, capture_output=True)

    assert 12 <= len(PdfDocument(io.BytesIO((tmp_path / "bericht.pdf").read_bytes()))) <= 20
