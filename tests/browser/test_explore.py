"""A member of a working group explores the region: filters, clicks, profiles, links, languages, narrow screens."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import wait_until_drawn
from tests.browser.test_canvas import Canvas

WORDS_OF_THE_OTHER_LANGUAGE = re.compile(
    r"\b(Akteure|Projekte|Netzwerk|Förderung|Quelle|Stand|Verbindungen|laufend|Kompetenzfeld|Zurück|Teilen)\b"
)


def open_at(page: Page, address: str) -> None:
    page.goto(address)
    wait_until_drawn(page)


def filter_by_field(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile("^Kompetenzfeld")).first.click()
    page.get_by_role("button", name=re.compile(rf"^{name} \(")).first.click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=f"✕ {name}")).to_be_visible()
    wait_until_drawn(page)


def sentence(page: Page) -> str:
    return page.locator(".st-key-sentence").inner_text()


def counted(text: str, thing: str) -> int:
    return int(re.search(rf"(\d+) {thing}", text).group(1))


def test_a_filter_changes_sentence_picture_and_table_alike_and_moves_nothing_that_stays(app_url: str, page: Page):
    open_at(page, f"{app_url}/netzwerk?ganz=ja&fest=ja")
    canvas = Canvas(page)
    before, scale = canvas.positions, canvas.scale

    filter_by_field(page, "Automotive")
    page.wait_for_timeout(1000)

    after = canvas.positions
    shown = counted(sentence(page), "Akteure") + counted(sentence(page), "Projekte")
    page.get_by_test_id("stExpander").get_by_text("Tabelle zum Bild").click()
    expect(page.locator(".an-table tbody tr")).to_have_count(shown)
    assert 0 < len(after) == shown < len(before)
    assert {node: before[node] for node in after} == after
    assert canvas.scale == scale


def test_the_figures_of_the_landing_page_follow_the_filter(app_url: str, page: Page):
    open_at(page, f"{app_url}/")
    expect(page.get_by_test_id("stMetricValue").first).to_have_text("151")

    filter_by_field(page, "Automotive")

    expect(page.get_by_test_id("stMetricValue").first).not_to_have_text("151")
    assert "feld=automotive" in page.url


def test_a_click_on_wiro_opens_its_panel_and_from_there_its_profile(app_url: str, page: Page):
    open_at(page, f"{app_url}/netzwerk?ganz=ja")
    Canvas(page).click("wiro")
    panel = page.locator(".st-key-panel_area")
    expect(panel).to_contain_text("Wirtschaftsförderungsgesellschaft mbH Region Ostwürttemberg")

    panel.get_by_role("button", name="Steckbrief öffnen").click()

    expect(page.locator("h1")).to_have_text("Wirtschaftsförderungsgesellschaft mbH Region Ostwürttemberg")
    assert page.url.split("?")[0].endswith("/steckbrief")
    expect(page.locator(".an-table").first.locator("th[scope=row]").first).to_be_visible()


def test_a_name_in_a_table_opens_its_profile_and_the_filters_stay(app_url: str, page: Page):
    open_at(page, f"{app_url}/verzeichnis?feld=automotive")

    page.locator(".an-table tbody a").first.click()

    expect(page.get_by_role("button", name="✕ Automotive")).to_be_visible()
    expect(page.get_by_role("button", name="Im Netzwerk zeigen")).to_be_visible()


def test_a_shared_link_shows_the_same_page_filters_focus_colours_and_picture(
    app_url: str, new_page: Callable[..., Page]
):
    mine = new_page()
    open_at(mine, f"{app_url}/netzwerk?ansicht=kooperation&fokus=wiro&farbe=typ")
    filter_by_field(mine, "Wasserstoff")
    mine.get_by_role("button", name="Teilen").click()
    link = mine.locator("[data-testid=stCode] code").inner_text().replace("\n", "")
    mine.keyboard.press("Escape")

    yours = new_page()
    open_at(yours, link)

    assert link == mine.url
    expect(yours.get_by_role("button", name="✕ Wasserstoff")).to_be_visible()
    assert sentence(yours) == sentence(mine)
    assert Canvas(yours).positions == Canvas(mine).positions
    colours = "stage.byRank.map((node) => [node.id, node.colour])"
    assert Canvas(yours).ask(colours) == Canvas(mine).ask(colours)


def test_a_link_with_unknown_words_gives_a_visible_note(app_url: str, page: Page):
    open_at(page, f"{app_url}/?feld=raumfahrt&status=flying&fokus=wiro")

    expect(page.get_by_test_id("stAlert")).to_contain_text("status=flying, feld=raumfahrt")


def test_the_browsers_back_button_returns_to_the_view_before(app_url: str, page: Page):
    open_at(page, f"{app_url}/")
    page.get_by_role("link", name="Akteure & Projekte").first.click()
    expect(page.locator("h1")).to_have_text("Akteure und Projekte")

    page.go_back()

    expect(page.locator("h1")).to_have_text("Zusammenarbeit in Ostwürttemberg auf einen Blick")


def test_filters_can_be_undone_and_survive_a_change_of_page(app_url: str, page: Page):
    open_at(page, f"{app_url}/")
    filter_by_field(page, "Photonik")
    page.get_by_role("link", name="Akteure & Projekte").first.click()
    expect(page.get_by_role("button", name="✕ Photonik")).to_be_visible()

    page.get_by_role("button", name="Alle zurücksetzen").click()
    expect(page.get_by_role("button", name="✕ Photonik")).to_have_count(0)
    page.get_by_role("button", name="Zurück", exact=True).click()

    expect(page.get_by_role("button", name="✕ Photonik")).to_be_visible()


def test_english_has_no_german_left_but_the_data(app_url: str, page: Page):
    open_at(page, f"{app_url}/?feld=photonik")
    page.get_by_role("radio", name="EN").or_(page.get_by_role("button", name="EN", exact=True)).first.click()
    expect(page.locator("h1")).to_contain_text("Collaboration in")

    wait_until_drawn(page)
    shown = page.locator("[data-testid=stAppViewContainer]").inner_text()

    assert WORDS_OF_THE_OTHER_LANGUAGE.findall(shown) == []
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_narrow_screen_puts_the_panel_over_its_lower_edge_and_scrolls_in_one_direction_only(
    app_url: str, new_page: Callable[..., Page]
):
    page = new_page(width=820, height=1180)
    open_at(page, f"{app_url}/netzwerk?fokus=hochschule-aalen")
    Canvas(page).click("hochschule-aalen")
    panel = page.locator(".st-key-panel_area")
    expect(panel).to_be_visible()

    canvas_box = page.locator(".st-key-canvas_area").bounding_box()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert wide <= 0
    expect(panel.get_by_role("button", name="Auswahl aufheben")).to_be_in_viewport(ratio=1)
    page.wait_for_timeout(300)  # it has come in
    assert panel.evaluate("(area) => area.getBoundingClientRect().bottom - innerHeight") == 0
    assert canvas_box["width"] > 700


def test_dimming_keeps_what_does_not_fit_in_the_background(app_url: str, page: Page):
    open_at(page, f"{app_url}/netzwerk?ganz=ja&feld=automotive&rest=blass")

    dimmed = Canvas(page).ask("stage.byRank.filter((node) => node.dimmed).length")

    assert dimmed > 300


def test_on_a_tablet_the_picture_with_most_choices_begins_near_the_middle_of_the_screen(app_url: str, new_page):
    page = new_page(width=820, height=1180)
    open_at(page, f"{app_url}/netzwerk?ansicht=kooperation&gruppen=aus&abprojekte=2&zwischen=hochschule")

    assert page.locator(".frame").bounding_box()["y"] < 650
    page.get_by_role("button", name="Eingrenzen: 2").click()
    expect(page.get_by_text("Nur zwischen Akteurstypen")).to_be_visible()


def test_a_profile_prints_without_the_controls(app_url: str, page: Page):
    open_at(page, f"{app_url}/steckbrief?id=wiro")

    page.emulate_media(media="print")

    expect(page.locator(".st-key-filterbar")).to_be_hidden()
    expect(page.locator(".tools")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    proportions = "(canvas) => canvas.clientWidth / canvas.clientHeight - canvas.width / canvas.height"
    assert abs(page.locator(".stage canvas").evaluate(proportions)) < 0.02


def test_the_table_can_be_sorted_and_says_so(app_url: str, page: Page):
    open_at(page, f"{app_url}/verzeichnis")
    partners = page.get_by_role("button", name=re.compile("Partner")).last

    partners.click()

    expect(page.locator(".an-table th[aria-sort=descending]")).to_have_count(1)
    numbers = page.locator(".an-table tbody tr td:last-child").all_inner_texts()[:10]
    assert numbers == sorted(numbers, key=lambda text: -int(text))


def test_a_click_counts_when_the_page_is_drawn_between_pressing_and_letting_go(app_url: str, page: Page):
    open_at(page, f"{app_url}/kompetenzfelder")
    page.get_by_role("button", name="Wasserstoff, Kommune: 8").hover()
    page.mouse.down()
    page.get_by_role("button", name="Mappe").first.dispatch_event("click")
    expect(page.locator(".st-key-mappe_news")).to_be_visible()
    wait_until_drawn(page)

    page.mouse.up()

    expect(page.locator(".st-key-cell_list")).to_contain_text("Wasserstoff × Kommune: 8 Akteure und 8 Projekte")
