"""A council paper through the screen, with keys only, into an empty store; what stands in it afterwards, and the way back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from graph.extraction import extract
from store import Store
from tests.browser.conftest import wait_until_drawn
from tests.browser.ledger_walk import walk
from tests.browser.stored import COLLEAGUE, served_store
from tests.browser.test_axe import AXE, sideways, violations
from tests.extraction.score import HERE
from tests.ledger import facts_of

LEDGER = HERE / "ledger"
PAPER = (HERE / "papers" / "02_antrag.txt").read_text("utf-8")


app_home, region, app_url = served_store()


def read_in(  # noqa: PLR0917 - a sentence of the tests
    page: Page,
    url: str,
    text: str,
    query: str = "",
    field: str = "Text der Vorlage",
    read: str = "Text lesen",
) -> Locator:
    """Paste a text, read it, and put the focus on the first proposal; keys only after that."""
    page.goto(f"{url}/bearbeiten?reiter=vorlage{query}")
    wait_until_drawn(page)
    page.get_by_label(field).fill(text)
    page.get_by_label(field).press("Tab")
    page.get_by_role("button", name=read).click()
    card = page.locator(".card")
    expect(card).to_be_visible()
    card.focus()
    return card


def decide(page: Page, text: str) -> int:
    """Accept every proposal that is shown with A, the last list with L where there is one; return the strokes."""
    strokes = 0
    for _ in extract(text).proposals:
        if page.locator(".card .finish").count() == 0:
            break
        page.keyboard.press("l" if page.locator(".card .list").count() else "a")
        strokes += 1
    return strokes


def test_a_paper_is_accepted_with_keys_and_stands_in_the_store_as_one_change_that_can_be_undone(
    page: Page, app_url: str, region: Store
):
    read_in(page, app_url, PAPER)
    page.get_by_label("Titel oder Nummer der Vorlage").fill("Antrag 7/2021")
    page.get_by_label("Titel oder Nummer der Vorlage").press("Tab")
    page.locator(".card").focus()
    before = region.revision
    strokes = decide(page, PAPER)
    expect(page.get_by_text("Das wird übernommen")).to_be_visible()
    page.keyboard.press("s")

    expect(page.locator(".st-key-edit_news")).to_contain_text("gespeichert", ignore_case=True)
    names = {entry.cells["name"] for entry in region.entries("actors").values()}
    assert {"Stadt Seeburg", "Klimaschutzagentur Seeland gGmbH", "Energieberatung Seeland GbR"} <= names
    assert len(region.entries("links")) == 12
    assert {entry.cells["certainty"] for entry in region.entries("links").values()} == {"unconfirmed"}
    assert [entry.cells["title"] for entry in region.entries("sources").values()] == ["Antrag 7/2021"]
    assert region.revision == before + 1
    assert strokes <= len(extract(PAPER).proposals)

    page.get_by_role("button", name="Rückgängig").first.click()
    expect(
        page.get_by_role("button", name="Wiederherstellen").or_(page.get_by_text("rückgängig", exact=False)).first
    ).to_be_visible()
    page.wait_for_timeout(500)
    assert region.entries("actors") == {}


def test_of_the_facts_of_a_ledger_most_are_accepted_as_proposed_with_keys_only(page: Page, app_url: str, region: Store):
    assert region.entries("actors") == {}
    text, ledger, rows = ((LEDGER / name).read_text("utf-8") for name in ("paper.txt", "ledger.md", "rows.txt"))
    read_in(page, app_url, text)
    done = walk(page, region, text, facts_of(ledger, rows))
    print(done)

    assert done.formed == 16
    assert done.share >= 0.6


def test_a_proposal_is_rejected_changed_and_taken_back_and_what_hangs_on_it_follows(page: Page, app_url: str):
    card = read_in(page, app_url, PAPER)
    expect(card.locator("h2")).to_have_text("Stadt Seeburg")
    page.keyboard.press("r")
    expect(page.locator(".live")).to_contain_text("abgelehnt")
    page.keyboard.press("z")
    expect(card.locator("h2")).to_have_text("Stadt Seeburg")
    page.keyboard.press("e")
    card.get_by_label("Name").fill("Große Kreisstadt Seeburg")
    page.keyboard.press("Enter")
    expect(page.locator(".live")).to_contain_text(f"1 von {len(extract(PAPER).proposals)}, angenommen")
    page.keyboard.press("3")
    expect(card.locator("h2")).to_contain_text("Stadt Seeburg – ")


def test_marked_words_become_a_proposal_of_ones_own(page: Page, app_url: str):
    card = read_in(page, app_url, "Im Apfelhof treffen sich alle. Die Stadt Au lädt ein.")
    page.locator(".text").focus()
    page.keyboard.press("Control+Home")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    for _ in range(len("Apfelhof")):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(card).to_contain_text("Apfelhof")
    card.get_by_role("button", name="Akteur").press("Enter")
    expect(card.get_by_label("Name")).to_have_value("Apfelhof")
    page.keyboard.press("Enter")
    expect(page.locator(".live")).to_contain_text("1 von 2, angenommen")


def test_where_a_noun_may_mean_two_one_of_them_is_chosen_and_the_letters_go_on_working(page: Page, app_url: str):
    text = "Die Kern GmbH und die Talbau GmbH bauen. An der Gesellschaft ist die Stadt Au beteiligt."
    card = read_in(page, app_url, text)
    page.keyboard.press("3")
    expect(card.locator("h2")).to_contain_text("– Kern GmbH")
    card.get_by_role("group", name="Wer ist gemeint?").get_by_label("Talbau GmbH").press("Space")
    expect(card.locator("h2")).to_contain_text("– Talbau GmbH")
    page.evaluate(AXE)
    assert violations(page) == []
    page.keyboard.press("a")
    expect(page.locator(".live")).to_contain_text("angenommen")


@pytest.mark.parametrize(
    ("language", "width", "scheme"), [("de", 1440, "light"), ("en", 820, "dark"), ("de", 390, "light")]
)
def test_the_review_has_no_barriers_in_both_languages_in_the_dark_and_on_a_telephone(
    new_page: Callable[..., Page], app_url: str, language: str, width: int, scheme: str
):
    page = new_page(width, color_scheme=scheme)
    english = language == "en"
    read_in(
        page,
        app_url,
        PAPER,
        "&lang=en" if english else "",
        "Text of the paper" if english else "Text der Vorlage",
        "Read the text" if english else "Text lesen",
    )

    page.evaluate(AXE)
    assert violations(page) == []
    assert sideways(page) == 0


def test_keys_of_single_letters_can_be_switched_off(page: Page, app_url: str):
    card = read_in(page, app_url, PAPER)
    page.get_by_text("Tasten für einzelne Buchstaben").click()
    card.focus()
    page.keyboard.press("a")
    expect(page.locator(".live")).to_have_text(f"0 von {len(extract(PAPER).proposals)}")


PASTED = """<style>td{color:red}</style><p>Beteiligte:</p><table><caption>Stand 2022</caption><tr><td>Träger</td><td>Projekt</td></tr>
<tr><td rowspan=2><b>Stadt</b> Au</td><td>Lehrpfad <i>Moor</i></td></tr><tr><td>Steg</td></tr><tr><td colspan=2>Summe</td></tr></table><ul><li>Verein Auenblick e. V.</li></ul>"""


def paste(page: Page, html: str) -> None:
    """Paste from the clipboard of a word processor: the field gets the page, not its bare text."""
    page.get_by_label("Text der Vorlage").focus()
    page.evaluate(
        """html => {
            const clipboard = new DataTransfer();
            clipboard.setData("text/html", html);
            clipboard.setData("text/plain", "ohne Spalten");
            const event = new ClipboardEvent("paste", {clipboardData: clipboard, bubbles: true, cancelable: true});
            document.activeElement.dispatchEvent(event);
        }""",
        html,
    )


def test_a_pasted_table_keeps_its_cells(page: Page, app_url: str):
    page.goto(f"{app_url}/bearbeiten?reiter=vorlage")
    wait_until_drawn(page)
    paste(page, PASTED)

    expect(page.get_by_label("Text der Vorlage")).to_have_value(
        "Beteiligte:\n\nStand 2022\nTräger\tProjekt\nStadt Au\tLehrpfad Moor\nStadt Au\tSteg\nSumme\t\n\n• Verein Auenblick e. V."
    )


def test_of_several_entries_of_the_data_one_is_chosen_with_keys_and_no_new_one_is_made(
    page: Page, app_url: str, region: Store
):
    rows = {"actors.csv": b"id,name,location\nhs,Hochschule Au,Au\nhs2,Hochschule Au,Bach\n"}
    region.import_rows(COLLEAGUE, region.preview_import(rows))
    card = read_in(page, app_url, "Die Hochschule Au leitet das Projekt „Blau“.")
    choice = card.get_by_role("group", name="Welcher Eintrag der Daten ist gemeint?")
    expect(choice.get_by_role("radio", checked=True)).to_have_count(0)
    page.keyboard.press("a")
    expect(choice.get_by_label("Hochschule Au (hs)")).to_be_focused()
    choice.get_by_label("Hochschule Au (hs2)").press("Space")
    page.evaluate(AXE)
    assert violations(page) == []
    decide(page, "Die Hochschule Au leitet das Projekt „Blau“.")
    page.keyboard.press("s")
    expect(page.locator(".st-key-edit_news")).to_contain_text("gespeichert", ignore_case=True)

    assert {"hs", "hs2"} >= {
        id for id, entry in region.entries("actors").items() if entry.cells["name"] == "Hochschule Au"
    }
    assert "hs2" in {entry.cells["from_id"] for entry in region.entries("links").values()}
