"""Pictures of the real app for the README and the documents: ``script/pictures``.

Each is taken as a visitor sees it, in German, light and dark.
"""

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import FilePayload, Page, sync_playwright

from tests import newcomer
from tests.browser import chromium
from tests.browser.conftest import FLAGS, REPOSITORY, running_app, wait_until_drawn

FOLDER = REPOSITORY / "docs" / "pictures"
# name of the picture: address and height in px
PICTURES = {
    "ueberblick": ("/", 900),
    "netzwerk": ("/netzwerk?ansicht=kooperation&ganz=ja", 1060),
    "netzwerk-automotive": ("/netzwerk?feld=automotive", 1060),
    "netzwerk-foerderung": ("/netzwerk?ansicht=foerderung&ganz=ja", 1060),
    "verzeichnis": ("/verzeichnis", 900),
    "steckbrief": ("/steckbrief?id=wiro", 900),
    "daten": ("/daten", 900),
    "vergleich": ("/vergleich?vergleich=hochschule-aalen,dhbw-heidenheim", 1060),
    "kompetenzfelder": ("/kompetenzfelder", 900),
    "rollen": ("/rollen", 900),
    "was-waere-wenn": ("/was-waere-wenn", 900),
    "foerderung": ("/foerderung", 900),
    "foerderklippe": ("/foerderung?reiter=klippe", 900),
    "zeitverlauf": ("/zeitverlauf", 900),
    "zeitverlauf-netz": ("/zeitverlauf?reiter=netz&jahr=2017", 900),
    "veraenderungen": ("/veraenderungen", 900),
    "mappe": ("/mappe", 900),
    "praesentation": ("/netzwerk?feld=wasserstoff&modus=praesentation", 810),
    "export": ("/netzwerk?fokus=hochschule-aalen", 900),
    "assistent": ("/daten?reiter=eigene", 1250),
    "abgleich": ("/daten?reiter=eigene", 1000),
}
# files that are handed in before, and what of the page is shown then
FILES: Mapping[str, tuple[Mapping[str, bytes], str]] = {
    "assistent": (newcomer.own_list(), ".st-key-upload_wizard"),
    "abgleich": ({**newcomer.cordis(), **newcomer.foerderkatalog()}, ".st-key-upload_report"),
}
# what is clicked before the picture is taken
CLICKS = {
    "mappe": (".st-key-mappe_standard button",),
    "export": (".st-key-export button", "[role=dialog] button:has-text('Folien')"),
}
CLICKED_MS = 6000  # small pictures or a file have been made
_BAR = 80  # px that the bar above the page takes
SETTLED_MS = 1500  # labels are placed, fonts are there


def take(names: list[str]) -> None:
    """Take the named pictures, all without names, in light and in dark."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*FLAGS, *(("--no-sandbox",) if is_root else ())]
    executable = chromium.find_or_install()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, running_app(Path(home)) as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=flags)
        for name in names or PICTURES:
            address, height = PICTURES[name]
            for scheme, ending in (("light", ""), ("dark", "-dunkel")):
                page = browser.new_page(
                    viewport={"width": 1440, "height": height},
                    color_scheme=scheme,
                    locale="de-DE",
                    reduced_motion="reduce",
                )
                page.goto(f"{app}{address}")
                wait_until_drawn(page)
                if name in FILES:
                    _hand_in(page, *FILES[name])
                for what in CLICKS.get(name, ()):
                    page.locator(what).first.click()
                    page.wait_for_timeout(CLICKED_MS)
                page.wait_for_timeout(SETTLED_MS)
                page.screenshot(path=FOLDER / f"{name}{ending}.png")
                page.close()
        browser.close()


def _hand_in(page: Page, files: Mapping[str, bytes], shown: str) -> None:
    """Hand files in as a visitor does, and go to what becomes of them."""
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        [FilePayload(name=name, mimeType="text/csv", buffer=content) for name, content in files.items()]
    )
    page.locator(shown).wait_for(timeout=60_000)
    wait_until_drawn(page)
    page.locator(shown).evaluate(
        f"element => {{ element.style.scrollMarginTop = '{_BAR}px'; element.scrollIntoView({{block: 'start'}}) }}"
    )


if __name__ == "__main__":
    take(sys.argv[1:])
