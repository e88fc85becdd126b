"""What a steering committee asks about money, time and change, within the steps it has for each question.

A step is one click, one shortcut or one committed entry. Each task starts on the landing page, without filters.
"""

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import wait_until_drawn
from tests.browser.test_canvas import Canvas
from tests.browser.test_tasks_answers import Visitor, button, is_in_view, rows, visitor  # noqa: F401  # a fixture
from tests.browser.test_tasks_exports import press
from tests.recomputed import (
    cooperations,
    ended_and_changed,
    flow,
    grants,
    known_funding,
    newly_recorded,
    of_field,
    parts_of_flow,
    running_since,
)
from tests.recomputed import rows as tables

NBSP = "\N{NO-BREAK SPACE}"
TOTAL = f"{known_funding():,}{NBSP}€".replace(",", ".")


def in_millions(amount: Decimal) -> str:
    return f"{amount / 1_000_000:.1f}{NBSP}Mio.{NBSP}€".replace(".", ",", 1)


IN_MILLIONS = in_millions(known_funding())


def parts_of(page: Page, chart: str, mark: str) -> Locator:
    """Marks of a chart: its rectangles or areas."""
    return page.locator(f"[class*=st-key-{chart}_] svg.marks .mark-{mark} path")


def from_menu(person: Visitor, name: str) -> None:
    page = person.page
    person.click(page.get_by_test_id("stTopNavSection").filter(has_text="Auswertung"))
    person.click(page.get_by_role("menuitem", name=name).or_(page.get_by_role("link", name=name)).first)


def test_task_7_where_we_stand_is_said_without_a_step(visitor: Visitor):  # noqa: F811
    page = visitor.page
    expect(page.locator(".an-welcome")).to_be_visible()  # the card for a first visit leaves the answer in view

    figures = [str(len(found)) for found in (tables("actors"), tables("projects"), cooperations())]
    expect(page.get_by_test_id("stMetricValue")).to_have_text([*figures, IN_MILLIONS])
    unknown = sum(not tie["amount_eur"] for tie, _ in grants())
    expect(page.locator("[class*=st-key-figure_bekannte]")).to_contain_text(f"{unknown} Beträge nicht erfasst")
    projects, ongoing, actors, funded = of_field("Digitalisierung und KI")
    field = rows(page, "fields").filter(has_text="Digitalisierung und KI")
    expect(field).to_have_text(re.compile(f"{projects}.*{ongoing}.*{actors}.*{in_millions(funded)}"))
    assert visitor.steps == 0
    assert all(is_in_view(page, figure) for figure in page.get_by_test_id("stMetricValue").all())
    assert is_in_view(page, rows(page, "fields").nth(2))

    button(page, "Schließen").click()
    expect(page.locator(".an-welcome")).to_be_hidden()
    page.reload()
    wait_until_drawn(page)
    expect(page.locator(".an-welcome")).to_be_hidden()  # closed for good


def test_task_6_only_what_runs_since_2022_before_a_room_takes_three_steps_and_moves_nothing(
    app_url: str, new_page: Callable[..., Page]
):
    page = new_page(1280, 720, reduced_motion="reduce")
    person = Visitor(page, f"{app_url}/netzwerk?ganz=ja&fest=ja")
    before = Canvas(page).positions

    press(person, "p")
    person.click(page.locator(".st-key-presentation_filter button").first)
    person.enter("Laufende Projekte", "laufend seit 2022")

    assert person.steps <= 3
    expect(page).to_have_url(re.compile("status=ongoing.*von=2022"))
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    wait_until_drawn(page)
    expect(page.locator(".st-key-chips")).to_contain_text("laufend")
    expect(page.locator(".st-key-chips")).to_contain_text("ab 2022")
    projects, after = running_since("2022"), Canvas(page).positions
    expect(person.sentence).to_contain_text(f"{len(projects)} Projekte")
    known = {row["id"] for row in tables("projects") if row["name"] in projects}
    assert known == after.keys() & {row["id"] for row in tables("projects")}
    assert after == {node: before[node] for node in after}

    button(page, "Alle zurücksetzen").click()
    wait_until_drawn(page)
    expect(person.sentence).to_contain_text(f"{len(tables('projects'))} Projekte")


def test_task_9_what_is_new_since_the_last_state_takes_one_step(visitor: Visitor):  # noqa: F811
    page = visitor.page
    ended, changed = ended_and_changed("2021-05-04", "2026-01-22")
    new = newly_recorded("2021-05-04")
    counted = f"{new} neu erfasst, {len(changed)} geändert, {len(ended)} beendet"
    expect(page.get_by_text(counted)).to_be_visible()

    visitor.click(button(page, "Änderungen ansehen"))

    expect(visitor.sentence).to_have_text(
        "Zwischen dem Stand 04.05.2021 und dem Stand 22.01.2026 bei Akteuren und Projekten: "
        f"{counted} und nichts entfernt."
    )
    assert visitor.steps <= 2
    for table, caption in zip(("new", "changed", "ended"), counted.split(", "), strict=True):
        heading = page.locator(f".st-key-changes_{table} caption")
        expect(heading).to_contain_text(caption)
        assert is_in_view(page, heading)
    assert page.url.endswith("veraenderungen?reiter=eintraege&stand=2021-05-04")


def test_task_9_each_entry_leads_to_its_profile_and_back_again(visitor: Visitor):  # noqa: F811
    page = visitor.page
    page.goto(page.url + "veraenderungen")
    wait_until_drawn(page)

    rows(page, "changes_ended").first.get_by_role("link").click()

    expect(page.locator("h1")).to_have_text("Folgeprojekt mit der DHBW Heidenheim")
    assert "steckbrief?" in page.url


def test_task_9_a_state_saved_today_differs_in_nothing(visitor: Visitor, tmp_path):  # noqa: F811
    page = visitor.page
    page.goto(page.url + "daten?reiter=eigene")
    wait_until_drawn(page)
    with page.expect_download() as saved:
        button(page, "Diesen Stand sichern (ZIP)").click()
    file = tmp_path / saved.value.suggested_filename
    saved.value.save_as(file)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d_akteursnetz_daten\.zip", file.name)

    button(page, "Mit einem früheren Stand vergleichen").click()
    button(page, "Eigenen Stand vergleichen").click()
    page.locator("input[type=file]").set_input_files(file)
    button(page, "Mit diesen Dateien vergleichen").click()

    expect(visitor.sentence).to_have_text("Die beiden Stände unterscheiden sich nicht.")


def test_task_15_where_the_money_goes_and_that_the_sum_is_right_takes_two_steps(visitor: Visitor):  # noqa: F811
    page = visitor.page
    counted = sum(amount is not None for _, amount in grants())
    from_menu(visitor, "Förderung")

    expect(visitor.sentence).to_contain_text(f"{IN_MILLIONS} bekannte Förderung aus {counted} Förderungen.")
    assert visitor.steps <= 2
    line = page.locator(".st-key-reconciled p").first
    expect(line).to_contain_text(f"Abgleich: Fluss {TOTAL} = Tabelle {TOTAL} · davon nicht zuordenbar:")
    assert is_in_view(page, line)
    unassigned = sum(row[3] for row in flow() if row[1] == "none")
    expect(line).to_contain_text(f"Kompetenzfeld {unassigned:,}{NBSP}€".replace(",", "."))
    expect(parts_of(page, "flow", "rect")).to_have_count(parts_of_flow())


def test_task_15_a_click_on_a_band_gives_the_fundings_behind_it(visitor: Visitor):  # noqa: F811
    page = visitor.page
    page.goto(page.url + "foerderung")
    wait_until_drawn(page)

    parts_of(page, "flow", "area").first.click()

    expect(rows(page, "part_ties").first).to_be_visible()
    largest = Counter[tuple[str, str]]()
    for funder, field, _, amount in flow():
        largest[funder, field] += amount  # type: ignore[assignment]
    ((band, total),) = largest.most_common(1)
    assert sum(amounts(page)) == total
    assert f"teil=0%3Aitem%3A{band[0]}%3E1%3Aitem%3A{band[1].split(',')[0]}" in page.url
    parts_of(page, "flow", "rect").nth(1).click()
    given = [amount for tie, amount in grants() if tie["from_id"] == "eu-efre" and amount]
    expect(page.locator(".st-key-part_ties caption")).to_have_text(f"{len(given)} Förderungen hinter der Auswahl")
    assert sum(amounts(page)) == sum(given)


def test_task_15_the_keyboard_reaches_every_band_and_the_link_carries_it(visitor: Visitor):  # noqa: F811
    page = visitor.page
    page.goto(page.url + "foerderung")
    wait_until_drawn(page)

    visitor.enter("Förderungen hinter", "EFRE (EU):")

    counted = sum(funder == "eu-efre" for funder, *_ in flow())
    caption = page.locator(".st-key-part_ties caption")
    expect(caption).to_have_text(f"{counted} Förderungen hinter der Auswahl")
    page.goto(page.url)
    wait_until_drawn(page)
    expect(caption).to_have_text(f"{counted} Förderungen hinter der Auswahl")
    lit = [area for area in parts_of(page, "flow", "area").all() if area.get_attribute("opacity") != "0.06"]
    assert 0 < len(lit) < parts_of(page, "flow", "area").count()


def amounts(page: Page) -> list[Decimal]:
    texts = rows(page, "part_ties").locator("td.an-number").all_inner_texts()
    return [Decimal(re.sub(r"[^\d,]", "", text).replace(",", ".")) for text in texts]


def test_the_years_are_walked_through_by_keyboard_and_nobody_moves(visitor: Visitor):  # noqa: F811
    page = visitor.page
    page.goto(page.url + "zeitverlauf?reiter=netz&jahr=2018")
    wait_until_drawn(page)
    expect(page.get_by_text("2018: 71 Kooperationen zwischen 28 Akteuren; 54 neu")).to_be_visible()
    before = Canvas(page).positions

    page.get_by_role("slider", name="Jahr").press("ArrowRight")

    expect(
        page.get_by_text("2019: 33 Kooperationen zwischen 20 Akteuren; 12 neu, 21 fortgesetzt, 50 beendet.")
    ).to_be_visible()
    assert Canvas(page).positions == before
    expect(page).to_have_url(re.compile("jahr=2019"))


def test_the_film_plays_to_the_last_year_and_can_be_stopped(visitor: Visitor):  # noqa: F811
    page = visitor.page
    page.goto(page.url + "zeitverlauf?reiter=netz&jahr=2023")
    wait_until_drawn(page)

    button(page, "Abspielen").click()

    expect(button(page, "Anhalten")).to_be_visible()
    expect(page.locator(".an-player .shown")).to_have_text("2026")
    expect(button(page, "Abspielen")).to_be_visible()
    expect(page).to_have_url(re.compile("jahr=2026"))


def test_who_wants_less_motion_gets_every_step_but_no_film(app_url: str, new_page: Callable[..., Page]):
    page = new_page(reduced_motion="reduce")
    page.goto(f"{app_url}/zeitverlauf?reiter=netz&jahr=2018")
    wait_until_drawn(page)

    expect(button(page, "Abspielen")).to_be_disabled()
    expect(page.get_by_text("Ihr Gerät wünscht weniger Bewegung.")).to_be_visible()
    button(page, "Ein Jahr weiter").click()

    expect(page.get_by_text("2019: 33 Kooperationen")).to_be_visible()


def test_a_click_on_a_folded_group_of_the_timeline_opens_it_and_on_a_bar_names_the_project(visitor: Visitor):  # noqa: F811
    page = visitor.page
    page.goto(page.url + "zeitverlauf?auf=keine")
    wait_until_drawn(page)
    marks = page.locator("[class*=st-key-timeline_] svg.marks path")

    marks.and_(page.locator("[aria-label='Photonik (3): 2026: 1']")).click()

    expect(page).to_have_url(re.compile("auf=photonik"))
    marks.and_(page.locator("[aria-label^='Photonik-Professuren: ']")).last.click()
    expect(page.locator(".st-key-chosen_project")).to_contain_text("2024 – 2028")
    button(page, "Steckbrief öffnen").click()
    expect(page).to_have_url(re.compile("steckbrief.*id=stiftungsprofessuren-photonik"))


@pytest.mark.parametrize("address", ["foerderung", "foerderung?reiter=klippe", "zeitverlauf", "veraenderungen"])
def test_the_answer_fits_a_beamer(app_url: str, new_page: Callable[..., Page], address: str):
    page = new_page(width=1280, height=720)
    page.goto(f"{app_url}/{address}")
    wait_until_drawn(page)

    assert is_in_view(page, page.locator(".st-key-sentence"))
    picture = page.locator("[data-testid=stVegaLiteChart], .an-table").first
    box = picture.bounding_box()
    assert box is not None
    assert box["y"] < 360


@pytest.mark.parametrize(("address", "chart"), [("foerderung", "flow"), ("zeitverlauf", "timeline")])
def test_on_a_phone_wide_charts_are_drawn_to_be_read_and_said_to_go_on(
    app_url: str, new_page: Callable[..., Page], address: str, chart: str
):
    page = new_page(390, 844)
    page.goto(f"{app_url}/{address}")
    wait_until_drawn(page)

    expect(page.get_by_text("Das Bild ist breiter als der Bildschirm; wischen Sie seitlich.")).to_be_visible()
    drawn = page.locator(f".st-key-{chart}_0 svg.marks")
    expect(drawn).to_be_visible()
    assert float(drawn.get_attribute("width") or 0) >= 640
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


NARROW = ("foerderung?reiter=tabelle", "daten", "netzwerk?fokus=wiro", "kompetenzfelder", "rollen?reiter=bruecken")
# what is cut or lies over its neighbour: parts of a page beyond their row, labels within a word, captions, bars
CUT = """() => {
  const wide = (node) => node.scrollWidth > node.clientWidth + 1;
  const rows = [...document.querySelectorAll("[role=radiogroup]")].filter(wide).map((row) => row.textContent);
  const labels = [...document.querySelectorAll("[data-testid=stButtonGroup] > label p")];
  const broken = labels.filter((label) => label.getClientRects().length && label.offsetHeight > 30);
  const captions = [...document.querySelectorAll("caption")].filter((caption) => caption.offsetWidth > innerWidth);
  const bars = [...document.querySelectorAll("td.an-bar")].filter(wide);
  return [...rows, ...[...broken, ...captions, ...bars].map((node) => node.textContent)];
}"""


@pytest.mark.parametrize("address", NARROW)
def test_on_a_phone_no_choice_label_caption_or_bar_is_cut(app_url: str, new_page: Callable[..., Page], address: str):
    page = new_page(390, 844)
    page.goto(f"{app_url}/{address}")
    wait_until_drawn(page)
    expect(page.locator("[role=radiogroup]").nth(1)).to_be_visible()

    assert page.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_a_tablet_parts_of_a_page_wrap_and_a_table_says_that_it_goes_on(app_url: str, new_page: Callable[..., Page]):
    page = new_page(820, 1180)
    page.goto(f"{app_url}/daten")
    wait_until_drawn(page)
    expect(page.get_by_role("radio", name="Kennzahlen").or_(button(page, "Kennzahlen")).first).to_be_in_viewport(
        ratio=1
    )
    assert page.evaluate(CUT) == []

    page.goto(f"{app_url}/verzeichnis?liste=projekte")
    wait_until_drawn(page)
    table = page.locator(".st-key-list_projekte .an-scroll")
    expect(table).to_have_class(re.compile("an-goes-on"))
    said = table.locator("caption").evaluate("caption => getComputedStyle(caption, '::after').content")
    assert "Rechts geht es weiter" in said
    table.evaluate("box => { box.scrollLeft = box.scrollWidth; }")
    expect(table).not_to_have_class(re.compile("an-goes-on"))


def test_any_as_of_date_can_be_typed_and_what_is_none_is_said(visitor: Visitor):  # noqa: F811
    page = visitor.page
    page.goto(page.url + "foerderung?reiter=klippe")
    wait_until_drawn(page)
    as_of = page.get_by_role("combobox", name="Stichtag")

    as_of.fill("1.7.2024")
    as_of.press("Enter")

    expect(visitor.sentence).to_contain_text("Zwischen 01.07.2024 und 01.07.2026")
    visitor.look()
    as_of.fill("morgen")
    as_of.press("Enter")
    expect(page.get_by_text("„morgen“ ist kein Tag.")).to_be_visible()


def test_a_funding_of_unknown_amount_says_so_on_its_line_and_in_the_sentence(visitor: Visitor):  # noqa: F811
    page = visitor.page
    page.goto(page.url + "netzwerk?ansicht=foerderung&fokus=wirtschaftsministerium-bw")
    wait_until_drawn(page)

    written = Canvas(page).ask("stage.labelling.numbers.map(({text}) => text)")

    assert written == [f"k.{NBSP}A."] * 11
    expect(visitor.sentence).to_contain_text("Bei 11 von 23 Förderungen ist kein zählbarer Betrag erfasst (k. A.).")


def test_among_many_lines_the_legend_counts_the_unknown_amounts(visitor: Visitor):  # noqa: F811
    page = visitor.page
    page.goto(page.url + "netzwerk?ansicht=foerderung&ganz=ja")
    wait_until_drawn(page)

    expect(visitor.sentence).to_contain_text("Förderungen ist kein zählbarer Betrag erfasst (k. A.).")
    expect(page.locator(".legend")).to_contain_text(re.compile(r"kein zählbarer Betrag \d+"))
