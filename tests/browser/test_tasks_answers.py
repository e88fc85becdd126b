"""The questions working groups ask, within the steps a person has for them.

A step is one click, one shortcut or one committed entry. Each task starts on the landing page, without filters.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import wait_until_drawn
from tests.browser.test_canvas import Canvas
from tests.recomputed import empty_cells, fitting, in_field, lose_their_only_partner, shared, steps_between


class Visitor:
    """A person at the screen; counts the steps taken."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.steps = 0
        page.goto(address)
        wait_until_drawn(page)

    def click(self, what: Locator) -> None:
        self.steps += 1
        what.click()
        self.look()

    def enter(self, field: str, text: str) -> None:
        """Type into a list to search in and take what fits: one committed entry."""
        self.steps += 1
        self.page.get_by_role("combobox", name=re.compile(f"^{field}")).fill(text)
        self.page.get_by_role("option", name=re.compile(f"^{re.escape(text)}")).first.click()
        self.look()

    def look(self) -> None:
        """Wait until nothing is being drawn any more."""
        wait_until_drawn(self.page)

    def open_page(self, name: str) -> None:
        self.click(self.page.get_by_role("link", name=name, exact=True).first)

    def open_tab(self, name: str) -> None:
        self.click(button(self.page, name))

    @property
    def sentence(self) -> Locator:
        return self.page.locator(".st-key-sentence")


def button(page: Page, name: str) -> Locator:
    """A button or one segment of several."""
    return page.get_by_role("button", name=name, exact=True).or_(page.get_by_role("radio", name=name, exact=True)).first


def rows(page: Page, table: str) -> Locator:
    """Rows of a table by its key."""
    return page.locator(f".st-key-{table} tbody tr")


def is_in_view(page: Page, what: Locator) -> bool:
    box, size = what.bounding_box(), page.viewport_size
    return box is not None and size is not None and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


@pytest.fixture
def visitor(app_url: str, new_page: Callable[..., Page]) -> Visitor:
    return Visitor(new_page(), app_url)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720)])
def test_task_1_what_two_actors_share_and_who_funds_it_takes_three_steps(
    app_url: str, new_page: Callable[..., Page], width: int, height: int
):
    partners, projects, funders = shared("hochschule-aalen", "dhbw-heidenheim")
    visitor = Visitor(new_page(width, height), app_url)
    visitor.open_page("Vergleich")
    visitor.enter("Akteur A", "Hochschule Aalen")
    visitor.enter("Akteur B", "DHBW Heidenheim")

    expect(visitor.sentence).to_have_text(
        f"HS Aalen und DHBW Heidenheim haben {len(partners)} gemeinsame Partner und {len(projects)} gemeinsame "
        "Projekte; 1 Fördergeber ist beteiligt: Wissenschaftsmin. BW (k. A.)."
    )
    assert visitor.steps <= 3
    assert is_in_view(visitor.page, visitor.sentence)
    assert funders == {"wissenschaftsministerium-bw"}
    expect(rows(visitor.page, "shared_projects")).to_have_count(len(projects))
    expect(rows(visitor.page, "shared_partners")).to_have_count(len(partners))
    expect(rows(visitor.page, "shared_funders")).to_have_text(re.compile(r"€|k\.\sA\."))
    drawn = Canvas(visitor.page).positions
    assert len(drawn) == 2 + len(partners) + len(projects) <= 40
    if height == 900:  # below it the picture begins in view, and the sentence is the answer
        assert is_in_view(visitor.page, visitor.page.locator(".st-key-shared_area .frame"))


def test_task_1_the_actors_keep_their_places_when_they_are_compared_again(visitor: Visitor):
    address = visitor.page.url + "vergleich?vergleich=hochschule-aalen,dhbw-heidenheim"
    visitor.page.goto(address)
    wait_until_drawn(visitor.page)
    before = Canvas(visitor.page).positions

    visitor.page.goto(address)
    wait_until_drawn(visitor.page)

    assert Canvas(visitor.page).positions == before


def test_task_2_who_works_in_a_field_and_who_stands_alone_takes_two_steps(visitor: Visitor):
    page, (connected, alone) = visitor.page, in_field("Wasserstoff")
    visitor.click(page.get_by_role("button", name="Feld wählen"))
    visitor.click(page.get_by_role("button", name="Wasserstoff", exact=True))

    expect(visitor.sentence).to_have_text(
        f"Im Kompetenzfeld Wasserstoff arbeiten {len(connected)} Akteure bereits zusammen; "
        f"{len(alone)} Akteure stehen nach den erfassten Daten noch allein."
    )
    assert visitor.steps <= 2
    expect(rows(page, "connected")).to_have_count(len(connected))
    expect(rows(page, "alone")).to_have_count(len(alone))
    assert is_in_view(page, page.locator(".st-key-alone table caption"))


def test_task_3_who_could_introduce_us_takes_four_steps(visitor: Visitor):
    visitor.open_page("Vergleich")
    visitor.open_tab("Verbindung")
    visitor.enter("Akteur A", "Innovationsallianz Baden-Württemberg")
    visitor.enter("Akteur B", "Pegasus-Vereine")

    expect(visitor.sentence).to_have_text(
        "Der kürzeste Weg von innBW zu Pegasus-Vereine führt über 2 Akteure: fem Gmünd und HS Aalen. "
        "Davon ist 1 Schritt nicht sicher belegt: "
        "HS Aalen – Pegasus-Vereine (gemeinsame Mitgliedschaft in Start-up Region)."
    )
    assert visitor.steps <= 4
    assert steps_between("innbw", "pegasus-vereine") == 3
    steps = rows(visitor.page, "chain_table")
    expect(steps.first).to_be_visible()
    numbers = [text.split(",")[0] for text in steps.locator("th").all_inner_texts()]
    assert set(numbers) == {"Weg 1", "Weg 2", "Weg 3"}
    assert any("gemeinsames Projekt" in text for text in steps.all_inner_texts())
    assert is_in_view(visitor.page, visitor.page.locator(".st-key-chains_area .frame"))


def test_task_3_no_way_known_is_an_answer(visitor: Visitor):
    visitor.page.goto(visitor.page.url + "vergleich?reiter=verbindung&vergleich=wiro,stadt-heubach")
    wait_until_drawn(visitor.page)

    expect(visitor.sentence).to_contain_text("ist nach den erfassten Daten kein Weg bekannt")


def test_task_4_who_fits_a_new_project_takes_four_steps_and_who_is_remembered_stays(visitor: Visitor):
    page = visitor.page
    visitor.open_page("Vergleich")
    visitor.open_tab("Partnersuche")
    visitor.click(page.locator(".st-key-search_inputs").get_by_role("button", name="Wasserstoff", exact=True))
    visitor.click(page.locator(".st-key-search_inputs").get_by_role("button", name="Unternehmen", exact=True))

    fit = fitting("Wasserstoff", "Unternehmen")
    expect(visitor.sentence).to_contain_text(f"Nach den erfassten Daten passen {len(fit)} Akteure")
    assert visitor.steps <= 4
    results = page.locator(".st-key-search_results")
    expect(results.get_by_text("Gemeinsames Kompetenzfeld: Wasserstoff.")).to_have_count(len(fit))
    expect(results.get_by_role("button", name="Ausblenden")).to_have_count(len(fit))

    results.get_by_role("button", name="Vormerken").first.click()
    expect(page.locator(".st-key-set_aside")).to_contain_text("1 Akteur vorgemerkt")
    remembered = page.locator(".st-key-set_aside button").first.inner_text()
    visitor.open_page("Netzwerk")
    visitor.open_page("Vergleich")
    expect(page.locator(".st-key-set_aside button").first).to_have_text(remembered)
    assert "vorgemerkt=" in page.url


def test_task_4_existing_partners_and_the_dismissed_are_left_out(visitor: Visitor):
    page = visitor.page
    page.goto(page.url + "vergleich?reiter=partner&partnervon=hochschule-aalen")
    wait_until_drawn(page)
    candidates = page.locator("[class*=st-key-candidate_open_] button")
    expect(candidates.first).to_have_text("1. Wirtschaftsministerium Baden-Württemberg")
    assert "WiRO" not in page.locator(".st-key-search_results button").all_inner_texts()

    page.get_by_role("button", name="Ausblenden").first.click()

    expect(page.locator(".st-key-set_aside")).to_contain_text("1 ausgeblendeten Akteur wieder zeigen")
    expect(candidates.first).to_have_text("1. e-mobil BW GmbH")


def test_task_5_what_breaks_away_takes_three_steps_and_moves_nothing(visitor: Visitor):
    page, losing = visitor.page, lose_their_only_partner("wiro")
    visitor.enter("Akteur, Projekt oder Feld suchen", "Wirtschaftsförderungsgesellschaft mbH Region")
    expect(page.locator("h1")).to_have_text("Wirtschaftsförderungsgesellschaft mbH Region Ostwürttemberg")
    visitor.look()
    visitor.click(button(page, "Was, wenn dieser Akteur ausscheidet?"))

    expect(visitor.sentence).to_contain_text(
        f"Nach den erfassten Daten verlieren {len(losing)} Akteure ihre einzige Verbindung: automotive-bw"
    )
    assert visitor.steps <= 3
    expect(rows(page, "lone_1").get_by_text("seine einzige Verbindung")).to_have_count(len(losing))
    difference = Canvas(page).positions
    button(page, "vorher").click()
    wait_until_drawn(page)
    page.wait_for_timeout(500)
    before = Canvas(page).positions
    button(page, "nachher").click()
    wait_until_drawn(page)
    page.wait_for_timeout(500)
    for _ in range(80):  # the picture follows the click when the machine has time for it
        if "wiro" not in Canvas(page).positions:
            break
        page.wait_for_timeout(250)
    after = Canvas(page).positions
    assert difference == before
    assert after == {actor: place for actor, place in before.items() if actor != "wiro"}


def test_task_5_a_link_carries_the_whole_scenario(visitor: Visitor):
    scenario = "name:Ohne%20digiZ;remove:digiz;link:eura:varta"
    visitor.page.goto(visitor.page.url + f"was-waere-wenn?szenario={scenario}")
    wait_until_drawn(visitor.page)

    expect(visitor.page.locator("h1")).to_have_text("Ohne digiZ")
    expect(button(visitor.page, "✕ digiZ scheidet aus")).to_be_visible()
    expect(button(visitor.page, "✕ neue Partnerschaft von EurA und VARTA")).to_be_visible()


def test_task_13_which_type_is_missing_in_which_field_takes_two_steps(visitor: Visitor):
    page, (empty_ones, all_cells) = visitor.page, empty_cells()
    visitor.click(page.get_by_test_id("stTopNavSection").filter(has_text="Auswertung"))
    visitor.click(
        page.get_by_role("menuitem", name="Kompetenzfelder").or_(page.get_by_role("link", name="Kompetenzfelder")).first
    )

    expect(visitor.sentence).to_have_text(
        f"In {empty_ones} von {all_cells} Kombinationen aus Kompetenzfeld und Akteurstyp ist niemand erfasst."
    )
    assert visitor.steps <= 2
    cells = page.locator(".an-matrix tbody button")
    expect(cells).to_have_count(all_cells)
    empty = cells.filter(has_text=re.compile("^–$"))
    expect(empty).to_have_count(empty_ones)
    assert {cell.get_attribute("class") for cell in empty.all()} == {"step0"}
    assert is_in_view(page, page.locator(".an-matrix tbody tr").nth(15))


def test_task_13_a_click_on_a_cell_gives_the_list_and_the_keyboard_reaches_every_cell(visitor: Visitor):
    page = visitor.page
    page.goto(page.url + "kompetenzfelder")
    wait_until_drawn(page)
    page.get_by_role("button", name="Wasserstoff, Kommune: 8").click()
    expect(page.locator(".st-key-cell_list")).to_contain_text("Wasserstoff × Kommune: 8 Akteure und 8 Projekte")
    expect(page.locator(".st-key-cell_list .an-table").first.locator("tbody tr")).to_have_count(8)

    page.get_by_role("button", name="Wasserstoff, Kommune: 8").press("ArrowLeft")
    page.keyboard.press("Enter")

    expect(page.locator(".st-key-cell_list")).to_contain_text("Wasserstoff × Land/Bund/EU")
    assert "zelle=wasserstoff%3Aland-bund-eu" in page.url
    assert page.locator(".an-matrix tbody button[tabindex='0']").count() == 1
