"""Analysts ask who is central, and which facts are uncertain: steps are counted."""

from playwright.sync_api import Page, expect

from tests.browser.test_canvas import Canvas
from tests.browser.test_tasks_answers import Visitor, button, rows, visitor  # noqa: F401  # visitor is a fixture
from tests.recomputed import open_points, partners


def in_menu(page: Page, name: str):
    return page.get_by_role("menuitem", name=name).or_(page.get_by_role("link", name=name)).first


def test_who_bridges_most_takes_three_steps_from_the_landing_page(visitor: Visitor):  # noqa: F811
    page = visitor.page
    visitor.click(page.get_by_test_id("stTopNavSection").filter(has_text="Auswertung"))
    visitor.click(in_menu(page, "Rollen im Netz"))
    visitor.enter("Kennzahl", "Brückenrolle")

    expect(visitor.sentence).to_contain_text("WiRO hat die stärkste Brückenrolle")
    expect(rows(page, "ranked").first).to_contain_text("Wirtschaftsförderungsgesellschaft")
    assert visitor.steps <= 3


def test_one_click_switches_from_the_filtered_to_the_whole_network(visitor: Visitor):  # noqa: F811
    page = visitor.page
    page.goto(visitor.page.url + "rollen?feld=automotive")
    visitor.look()
    expect(visitor.sentence).to_contain_text("Berechnet im gefilterten Netz.")

    visitor.click(button(page, "gesamtes Netz"))

    expect(visitor.sentence).to_contain_text("Berechnet im gesamten Netz.")
    most = max(len(known) for known in partners().values())
    expect(visitor.sentence).to_contain_text(f"({most})")


def test_the_picture_is_sized_by_the_measure_and_shows_the_same_actors(visitor: Visitor):  # noqa: F811
    page = visitor.page
    page.goto(visitor.page.url + "rollen")
    visitor.look()
    canvas = Canvas(page)
    before = canvas.positions
    sizes = "Object.fromEntries(stage.byRank.map((node) => [node.id, node.size]))"
    by_partners = canvas.ask(sizes)

    visitor.enter("Kennzahl", "Brückenrolle")

    canvas.wait_until(f"JSON.stringify({sizes}) !== JSON.stringify(value)", by_partners)
    assert canvas.positions.keys() == before.keys()


def test_a_profile_leads_to_the_role_of_its_actor(visitor: Visitor):  # noqa: F811
    page = visitor.page
    page.goto(visitor.page.url + "steckbrief?id=hochschule-aalen")
    visitor.look()

    visitor.click(button(page, "Rolle im Netz"))

    expect(page.locator("h1")).to_have_text("Rollen im Netz")


def test_task_14_which_facts_are_uncertain_takes_two_steps(visitor: Visitor):  # noqa: F811
    page = visitor.page
    visitor.open_page("Daten & Methodik")
    visitor.open_tab("Offene Punkte")

    expect(
        page.get_by_text(f"{sum(open_points().values())} Angaben sind unsicher oder unvollständig.", exact=True)
    ).to_be_visible()
    first = rows(page, "open_points").first
    expect(first).to_contain_text("Unbestätigte Verbindungen")
    assert visitor.steps <= 2
