"""The answer pages as scripts: every part in both languages, with odd links and nothing found."""

import pytest

from tests.page_script import tables

LANGUAGES = ("de", "en")
PARTS = {
    "comparison": ("vergleich", {"vergleich": ("wiro", "ihk-ostwuerttemberg")}),
    "comparison of three": ("vergleich", {"vergleich": ("wiro", "ostalbkreis", "hochschule-aalen")}),
    "comparison of one": ("vergleich", {"vergleich": ("wiro",)}),
    "chains": ("vergleich", {"reiter": "verbindung", "vergleich": ("innbw", "pegasus-vereine")}),
    "no way": ("vergleich", {"reiter": "verbindung", "vergleich": ("wiro", "stadt-heubach")}),
    "chain to itself": ("vergleich", {"reiter": "verbindung", "vergleich": ("wiro", "wiro")}),
    "partners of an actor": ("vergleich", {"reiter": "partner", "partnervon": "wiro", "vorgemerkt": ("eura",)}),
    "partners in a place": ("vergleich", {"reiter": "partner", "suchfeld": ("photonik",), "suchort": ("aalen",)}),
    "consortium": ("vergleich", {"reiter": "konsortium", "suchfeld": ("mint", "logistik"), "suchtyp": ("kommune",)}),
    "cell": ("kompetenzfelder", {"zelle": "wasserstoff:kommune"}),
    "empty cell": ("kompetenzfelder", {"zelle": "wasserstoff:hochschule", "wert": "euro"}),
    "matrix of actors": ("kompetenzfelder", {"reiter": "akteure", "zelle": "ostalbkreis>wiro"}),
    "matrix by type": ("kompetenzfelder", {"reiter": "akteure", "sortierung": "typ"}),
    "matrix by name": ("kompetenzfelder", {"reiter": "akteure", "sortierung": "name"}),
    "together": ("kompetenzfelder", {"reiter": "zusammen", "feld": ("wasserstoff",)}),
    "together without a field": ("kompetenzfelder", {"reiter": "zusammen"}),
    "bodies": ("kompetenzfelder", {"reiter": "gremien", "mehrals": "5"}),
    "scenario": ("was_waere_wenn", {"szenario": "name:Ohne;remove:wiro;end:h2-aspen;link:eura:varta"}),
    "planned project": ("was_waere_wenn", {"szenario": "plan:Neu:hochschule-aalen:eura,zeiss:Photonik"}),
}
ODD = {
    "unknown actors": ("vergleich", {"vergleich": ("nobody", "<b>x</b>")}),
    "unknown field": ("vergleich", {"reiter": "partner", "suchfeld": ("raumfahrt",), "partnervon": "nobody"}),
    "unknown in a consortium": ("vergleich", {"reiter": "konsortium", "dabei": ("nobody",), "suchtyp": ("drache",)}),
    "unknown cell": ("kompetenzfelder", {"zelle": "<script>:x"}),
    "unknown scenario": ("was_waere_wenn", {"szenario": "explode:all;remove:nobody;plan::::;link:a"}),
    "hostile name": ("was_waere_wenn", {"szenario": "name:%3Cscript%3Ealert(1)%3C%2Fscript%3E;remove:wiro"}),
    "proposal without any": ("vergleich", {"reiter": "konsortium", "vorschlag": "3"}),
}


def said(app):
    """All sentences of a page."""
    return "\n".join(element.value for element in (*app.title, *app.header, *app.markdown, *app.info, *app.warning))


def click(app, label):
    return next(button for button in app.button if button.label == label).click().run()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "asked"), PARTS.values(), ids=PARTS)
def test_every_part_of_the_answer_pages_runs(open_page, page, asked, language):
    app = open_page(page, lang=language, **asked)

    assert not app.exception
    assert not app.warning


@pytest.mark.parametrize(("page", "asked"), ODD.values(), ids=ODD)
def test_odd_links_give_a_sentence(open_page, page, asked):
    assert not open_page(page, **asked).exception


@pytest.mark.parametrize(("page", "asked"), PARTS.values(), ids=PARTS)
def test_every_part_answers_when_the_filters_leave_nothing(open_page, page, asked):
    app = open_page(page, suche="gibt es nicht", **asked)

    assert not app.exception


def test_what_is_asked_about_but_unknown_gives_a_visible_note(open_page):
    app = open_page("vergleich", reiter="partner", suchfeld=("raumfahrt",), partnervon="nobody")

    assert "partnervon=nobody" in app.warning[0].value.replace("\\", "")
    assert "suchfeld=raumfahrt" in app.warning[0].value.replace("\\", "")


def test_an_actor_the_filters_leave_out_is_named(open_page):
    app = open_page("vergleich", vergleich=("wiro", "lhyfe"), feld=("mint",))

    assert "Lhyfe passt nicht zu den Filtern" in said(app)


def test_the_swap_turns_the_comparison_round(open_page):
    app = click(open_page("vergleich", vergleich=("wiro", "ostalbkreis", "eura")), "Tauschen")

    assert app.session_state["query"].vergleich == ("ostalbkreis", "wiro", "eura")


def test_an_example_fills_in_both_actors(open_page):
    app = click(open_page("vergleich"), "Lkr\\. Heidenheim und Ostalbkreis")

    assert "haben" in said(app)
    assert len(app.session_state["query"].vergleich) == 2


def test_one_more_actor_can_be_chosen_up_to_six(open_page):
    actors = ("wiro", "ostalbkreis", "eura", "zeiss", "lhyfe", "hochschule-aalen")

    lists = [len(open_page("vergleich", vergleich=actors[:n]).selectbox) for n in (0, 1, 2, 5, 6)]

    assert [n - lists[0] for n in lists] == [0, 0, 1, 4, 4]


def test_remembering_and_dismissing_change_the_link_and_can_be_taken_back(open_page):
    app = open_page("vergleich", reiter="partner", partnervon="hochschule-aalen")
    app = click(click(app, "Vormerken"), "Ausblenden")

    query = app.session_state["query"]
    assert query.vorgemerkt == query.ausgeblendet == ("wirtschaftsministerium-bw",)
    assert "1 Akteur vorgemerkt:" in said(app)
    assert click(app, "1 ausgeblendeten Akteur wieder zeigen").session_state["query"].ausgeblendet == ()


def test_the_points_of_a_candidate_add_up_part_by_part(open_page):
    app = open_page("vergleich", reiter="partner", partnervon="hochschule-aalen")

    (rows,) = [rows for caption, rows in tables(app).items() if "Beitrag" in caption]
    assert len(rows) == 10
    assert all(abs(row[1][1] - sum(cell[1] for cell in row[2:] if len(cell) > 1)) < 1e-9 for row in rows)


def test_a_new_project_of_nobody_yet_has_nobody_to_be_introduced_to(open_page):
    assert "vermitteln" not in said(open_page("vergleich", reiter="partner", suchfeld=("wasserstoff",)))
    assert "Vermitteln" in said(open_page("vergleich", reiter="partner", partnervon="hochschule-aalen"))


def test_the_profile_leads_to_the_scenario_in_which_the_actor_leaves(open_page):
    app = click(open_page("steckbrief", id="wiro"), "Was, wenn dieser Akteur ausscheidet?")

    assert app.session_state["query"].szenario == "remove:wiro"
    assert "verlieren 7 Akteure ihre einzige Verbindung" in said(app)


def test_changes_are_added_one_by_one_and_taken_back_one_by_one(open_page):
    app = open_page("was_waere_wenn", szenario="remove:wiro;link:eura:varta")

    app = click(app, "✕ WiRO scheidet aus")

    assert app.session_state["query"].szenario == "link:eura:varta"


def test_choosing_an_actor_makes_it_leave_and_empties_the_list_again(open_page):
    app = open_page("was_waere_wenn")
    leaving = next(box for box in app.selectbox if box.label == "Akteur scheidet aus")

    app = leaving.select("eura").run()

    assert app.session_state["query"].szenario == "remove:eura"
    assert next(box for box in app.selectbox if box.label == "Akteur scheidet aus").value is None


def test_the_ranking_leads_to_the_scenario_of_each_actor(open_page):
    (rows,) = [rows for caption, rows in tables(open_page("was_waere_wenn")).items() if caption == "Alle 151 Akteure"]

    assert rows[0][0][0] == "Wirtschaftsförderungsgesellschaft mbH Region Ostwürttemberg"
    assert rows[0][-1][2] == "was-waere-wenn?szenario=remove%3Awiro"


def test_figures_are_shown_before_after_and_as_difference(open_page):
    rows = tables(open_page("was_waere_wenn", szenario="remove:wiro"))["Kennzahlen des Netzes der Kooperationen"]

    assert [[cell[0] for cell in row] for row in rows][:3] == [
        ["Akteure", "151", "150", "−1"],
        ["Projekte", "260", "260", "0"],
        ["Kooperationen", "480", "429", "−51"],
    ]
