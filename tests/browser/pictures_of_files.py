"""Pictures of a real deck, a real handout and real reports for the documents, page by page.

    python -m tests.browser.pictures_of_files

Needs LibreOffice and ``pdftoppm`` (poppler-utils), which the app itself does not.
"""

import subprocess
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

from PIL import Image

from benchmarks.exports import shipped
from graph.export import Portfolio, export
from views.exhibit.decision import decision
from views.exhibit.links import exhibit_of, view_of
from views.loaded import state_of, states_beside
from views.report.order import ReportOrder, carried_out

ROOT = Path(__file__).parent.parent.parent
FOLDER, DATA = ROOT / "docs" / "pictures", ROOT / "data"
# views beside the ready portfolio, so that every kind of picture is seen
FURTHER = (
    "foerderung?reiter=fluss",
    "foerderung?reiter=klippe",
    "zeitverlauf?auf=wasserstoff",
    "rollen?reiter=gruppen",
    "vergleich?vergleich=hochschule-aalen,wiro",
)
PROPOSAL = "Die Lenkungsgruppe beauftragt die WiRO, für die Photonik einen Förderantrag vorzubereiten."
REASON = "Bis Januar 2028 endet die Förderung von acht Projekten."
WIDTH, GAP, BETWEEN = 620, 8, "#C3CCD6"  # px of a page, px and colour between pages


def deck() -> Portfolio:
    """The ready portfolio, further views and a decision."""
    made = shipped()
    view = view_of(made.dataset, "")
    further = [exhibit_of(view_of(made.dataset, link), link) for link in FURTHER]
    return replace(made, exhibits=(*made.exhibits, *further, decision(view, PROPOSAL, (REASON,))))


def take() -> None:
    """Write all pictures."""
    made = deck()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suffix, columns, picture in (("pptx", 3, "folien"), ("pdf", 6, "handout")):
            (folder / f"{picture}.{suffix}").write_bytes(export(suffix, made).content)
            taken(folder / f"{picture}.{suffix}", columns)
        for suffix in ("docx", "odt"):
            report = folder / f"bericht-{suffix}.{suffix}"
            order = ReportOrder(format=suffix, states=partial(state_of, states_beside(DATA)))
            report.write_bytes(carried_out(order, made.dataset).content)
            taken(report, 7)


def taken(file: Path, columns: int) -> None:
    """Write the picture of a file."""
    folder, name = file.parent, file.stem
    if file.suffix != ".pdf":
        office = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
        subprocess.run(office, check=True, capture_output=True)
    subprocess.run(["pdftoppm", "-r", "96", "-png", f"{folder / name}.pdf", str(folder / name)], check=True)
    sheet(sorted(folder.glob(f"{name}-*.png")), columns).save(FOLDER / f"{name}.webp", quality=82)


def sheet(pages: list[Path], columns: int) -> Image.Image:
    """All pages beside and below each other."""
    width = WIDTH if columns == 3 else WIDTH // 2 + 60
    drawn = [Image.open(page).convert("RGB") for page in pages]
    high = round(drawn[0].height * width / drawn[0].width)
    rows = -(-len(drawn) // columns)
    made = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (high + GAP) + GAP), BETWEEN)
    for place, page in enumerate(drawn):
        row, column = divmod(place, columns)
        at = (GAP + column * (width + GAP), GAP + row * (high + GAP))
        made.paste(page.resize((width, high), Image.Resampling.LANCZOS), at)
    return made


if __name__ == "__main__":
    take()
