"""LibreOffice opens slides and workbooks, where it is installed."""

import os
import re
import shutil
import subprocess

import pytest

from graph.export import export
from tests.documents import pdf_objects
from tests.exhibits import all_kinds, chart_exhibit, portfolio_of

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def converted(tmp_path, name, content, to):
    file = tmp_path / name
    file.write_bytes(content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", to, "--outdir", str(tmp_path), str(file)]
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=environment)
    return (tmp_path / f"{file.stem}.{to.split(':')[0]}").read_bytes()


def test_slides_become_one_page_each(tmp_path):
    made = portfolio_of(*all_kinds(), cover=True)

    pdf = converted(tmp_path, "deck.pptx", export("pptx", made).content, "pdf")

    assert len(re.findall(r"/Type\s*/Page\b(?!s)", pdf_objects(pdf))) == len(all_kinds()) + 1


# the language of the machine decides on the decimal sign in an Excel file, that of the reader in an OpenDocument file
@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("xlsx", '"Bund";1,250,000.50 €;0.75;01.05.2021'),
        ("ods", '"Bund";1.250.000,50 €;0,75;01.05.2021'),
    ],
)
def test_a_workbook_keeps_its_numbers_and_its_text(tmp_path, name, first):
    content = export(name, portfolio_of(chart_exhibit())).content

    text = converted(tmp_path, f"table.{name}", content, "csv:Text - txt - csv (StarCalc):59,34,76,1").decode()

    assert text.splitlines()[1] == first
    assert '"+49 7361"' in text
