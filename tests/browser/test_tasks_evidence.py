"""A member of a committee asks "stimmt das?" and takes the answer along."""

from pathlib import Path

import pptx
from playwright.sync_api import expect

from tests.browser.test_tasks_answers import Visitor, button, rows, visitor  # noqa: F401  # visitor is a fixture
from tests.browser.test_tasks_exports import chosen, download, press, taken

PAPER = "Bericht der WiRO zu aktuellen Themen und Aktivitäten"


def said_on(file: Path) -> str:
    slide = pptx.Presentation(str(file)).slides[0]
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_is_that_true_the_ranking_names_its_source_and_the_other_answer(visitor: Visitor, tmp_path: Path):  # noqa: F811
    page = visitor.page
    page.goto(visitor.page.url + "rollen?mass=betweenness")
    visitor.look()
    mark = page.locator(".st-key-firmness button").first
    expect(mark).to_contain_text(f"Kippt ohne: {PAPER}", timeout=60_000)
    expect(rows(page, "ranked").first).to_contain_text("Bericht der WiRO")

    press(visitor, "e")
    visitor.click(chosen(page, "Folien (PPTX)"))
    assert f"Belegfestigkeit: Kippt ohne: {PAPER}" in said_on(taken(visitor, download(page), tmp_path))
    page.keyboard.press("Escape")

    visitor.click(mark)
    expect(page.get_by_text("Ohne „Bericht der WiRO")).to_contain_text("Ostalbkreis")
    visitor.click(button(page, "Diese Antwort ansehen"))

    expect(visitor.sentence).to_contain_text("Ostalbkreis hat die stärkste Brückenrolle")
    assert "ohnequelle=" in page.url
    expect(page.locator(".st-key-chips")).to_contain_text(f"ohne Quelle: {PAPER}")

    visitor.click(button(page, "Zurück"))
    expect(visitor.sentence).to_contain_text("WiRO hat die stärkste Brückenrolle")
