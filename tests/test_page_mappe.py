"""The page Mappe as a script run without a browser, and the buttons that fill it."""

import pytest

from store.people import Editor, Role
from tests.page_script import mounted
from tests.test_pages import said
from ui import login
from views.exhibit.mappe import Mappe, added, decision_of, edited, view_of
from views.exhibit.mappe_file import read

NETWORK = view_of("netzwerk", {"fokus": "wiro", "status": "ongoing"}, "Netzwerk um WiRO")


def with_mappe(app, mappe):
    app.session_state["mappe"] = mappe
    return app.run()


def button(app, key):
    return next(button for button in app.button if button.key == key)


def pages(app):
    return [kept.page for kept in app.session_state["mappe"].views]


def kept_by_browser(app):
    """What the browser is given to keep, and under which name."""
    return next((data["text"], data["owner"]) for data in mounted(app) if "owner" in data)


def test_the_browser_keeps_what_was_collected_and_nothing_before(open_page):
    app = open_page("mappe")
    assert kept_by_browser(app) == ("", "")

    text, owner = kept_by_browser(with_mappe(app, added(Mappe("Sitzung"), NETWORK)))

    assert read(text) == added(Mappe("Sitzung"), NETWORK)
    assert owner == ""


def test_people_who_share_a_browser_do_not_share_a_portfolio(open_page, monkeypatch):
    owners = []
    for person in ("anna", "bert"):
        monkeypatch.setattr(login, "visitor", lambda person=person: Editor("https://id", person, person, Role.VIEWER))
        owners.append(kept_by_browser(open_page("mappe"))[1])

    assert owners[0] != owners[1]
    assert all(owner and "anna" not in owner for owner in owners)


def test_an_empty_portfolio_says_how_to_fill_it(open_page):
    app = open_page("mappe")

    assert "Die Mappe ist leer." in said(app)
    assert "So füllen Sie die Mappe" in said(app)


@pytest.mark.parametrize("language", ["de", "en"])
def test_views_and_decisions_are_listed_with_filters_and_note(open_page, language):
    mappe = edited(added(Mappe("Sitzung"), NETWORK, decision_of("Beitritt <b>jetzt</b>")), 2, title="", note="*Kosten*")
    app = with_mappe(open_page("mappe", lang=language), mappe)

    assert not app.exception
    assert {"de": "**1. Netzwerk um WiRO** :gray-badge[Vorschlag]", "en": "Suggestion"}[language] in said(app)
    assert {"de": "Netzwerk · laufend", "en": "Network · ongoing"}[language] in said(app)
    assert "**2. Beitritt \\<b\\>jetzt\\</b\\>**" in said(app)
    assert "\\*Kosten\\*" in said(app)


def test_a_click_collects_the_view_on_screen_with_its_finding(open_page):
    app = open_page("kompetenzfelder", feld=("wasserstoff",), lang="en")

    button(app, "collect").click().run()

    kept = app.session_state["mappe"].views[0]
    assert (kept.page, dict(kept.parameters), kept.confirmed) == ("kompetenzfelder", {"feld": "wasserstoff"}, False)
    assert kept.title
    assert f"“{kept.title}” is in the portfolio" in said(app).replace("\\", "")
    button(app, "news_undo").click().run()
    assert app.session_state["mappe"].views == ()


def test_the_standard_portfolio_takes_one_click_and_carries_the_filters(open_page):
    app = open_page("mappe", feld=("wasserstoff",))

    button(app, "mappe_standard").click().run()

    assert not app.exception
    assert pages(app) == ["ueberblick", "veraenderungen", "kompetenzfelder", "netzwerk", "foerderung", "daten", "daten"]
    assert all(kept.parameters["feld"] == "wasserstoff" for kept in app.session_state["mappe"].views)
    assert all(kept.title for kept in app.session_state["mappe"].views)


def test_views_are_moved_removed_and_brought_back(open_page):
    app = with_mappe(open_page("mappe"), added(Mappe(), NETWORK, view_of("foerderung", {}, "Geld")))

    button(app, "kept_down_1").click().run()
    assert pages(app) == ["foerderung", "netzwerk"]
    button(app, "kept_remove_2").click().run()
    assert pages(app) == ["netzwerk"]
    button(app, "mappe_undo").click().run()
    assert pages(app) == ["foerderung", "netzwerk"]


def test_a_view_opens_as_it_was_kept_in_the_present_language(open_page):
    app = with_mappe(open_page("mappe", lang="en", feld=("mint",)), added(Mappe(), NETWORK))

    button(app, "kept_open_1").click().run()

    asked = app.session_state["query"]
    assert (asked.fokus, asked.status, asked.feld, asked.lang) == ("wiro", ("ongoing",), (), "en")
    assert app.title[0].value.startswith("Network around")


def test_a_page_nobody_knows_is_listed_and_harms_nothing(open_page):
    app = with_mappe(open_page("mappe"), added(Mappe(), view_of("gibt_es_nicht", {}, "?")))

    assert not app.exception
    assert "kept_open_1" not in [button.key for button in app.button]
    app.session_state["goto"] = "gibt_es_nicht"
    assert not app.run().exception
    assert "goto" not in app.session_state


@pytest.mark.parametrize(
    ("page", "what"), [("foerderung", "Ansicht: **390,0 Mio"), ("mappe", "Mappe **ohne Titel** mit 1 Ansicht")]
)
def test_the_dialog_says_what_is_taken_away_and_offers_formats(open_page, page, what):
    app = with_mappe(open_page(page), added(Mappe(), NETWORK))

    button(app, "export").click().run()

    assert not app.exception
    assert what in said(app).replace("\\", "").replace("\N{NO-BREAK SPACE}", " ")
    formats = next(group for group in app.button_group if group.key == "takeaway_format_0")
    assert "Folien (PPTX)" in list(formats.options)


def test_an_empty_portfolio_cannot_be_taken_away_but_says_so(open_page):
    app = open_page("mappe")

    button(app, "export").click().run()

    assert "Hier gibt es noch nichts mitzunehmen." in said(app)


def test_a_report_offers_chapters_formats_and_the_earlier_state(open_page):
    app = open_page("mappe")

    button(app, "report").click().run()

    assert not app.exception
    assert "Ein Bericht mit Kurzfassung, Bildern und Tabellen. Umfang: alle Daten." in said(app).replace("\\", "")
    groups = {group.key: list(group.options) for group in app.button_group}
    assert groups["report_format_0"] == ["Word (DOCX)", "LibreOffice (ODT)", "PDF"]
    assert groups["report_sections"][:2] == ["Kurzfassung", "Wo wir stehen"]
    assert next(box for box in app.selectbox if box.key == "report_since").options == ["04.05.2021"]
