"""Figures of the same name are the same on all pages, tabs and exhibits, or their words say the difference."""

import re
from collections import Counter, defaultdict
from functools import partial
from pathlib import Path

import pytest

import graph
from graph.overview import overview
from tests.long.test_figures_in_files import figures_in_files
from tests.named_figures import ONE_FIGURE, said_as, unnamed_numbers
from tests.small_region import actor, project, region, tie
from tests.test_exhibits_of_pages import VIEWS, link_of
from tests.test_language_faults import FAULTS
from views.address.filter_choices import offered
from views.exhibit.links import exhibit_of, no_state, view_of
from views.language.words import LANGUAGES
from views.loaded import state_of, states_beside

# Headers whose figure depends on what the table is about, which its caption says.
OF_THE_TABLE = {
    "Verbindungen",  # lines of the picture beside it
    "Gemeinsame Projekte",  # with the actor of the profile or pair
    "Betrag", "Anteil", "Förderungen in der Summe", "nicht in der Summe",  # of the breakdown chosen
    "Partner im Feld", "Projekte im Feld", "Punkte", "Summe",
}  # fmt: skip
NUMBER = re.compile(r"[0-9][0-9.]*(?:,[0-9]+)?(?:\s€)?")


@pytest.fixture(scope="module", params=["shipped", "state of 2021", "small"])
def data(request):
    if request.param == "small":
        return region(
            [actor("hof", "Unternehmen", kompetenzfelder=("Bau",)), actor("rat", "Kommune"), actor("land", "Land")],
            [project("weg", "Bau", status="ongoing", start="2021/2027"), project("fest", status="applied")],
            [
                tie("hof", "leads", "weg"),
                tie("rat", "partner", "weg"),
                tie("rat", "supports", "hof"),
                tie("land", "funds", "weg", 700),
                tie("land", "funds", "fest", 50),
                tie("rat", "leads", "fest", certainty="unconfirmed"),
            ],
            as_of="2026-01-31",
        )
    return graph.load("data" if request.param == "shipped" else "data/states/2021-05-04").dataset


@pytest.fixture(scope="module")
def exhibits(data):
    links = [link_of(page, tab) for page, tab in VIEWS]
    links += [f"netzwerk?ansicht={view}&ganz=ja" for view in ("alles", "kooperation", "foerderung")]
    links += [f"netzwerk?gruppen={by}" for by in ("feld", "typ", "ort", "kreis", "netz")] + ["netzwerk?form=karte"]
    links += ["verzeichnis?liste=projekte", "verzeichnis?liste=akteure", "kompetenzfelder?wert=projekte"]
    links += [f"steckbrief?id={key}" for key in [*data.actors["id"][:8], *data.projects["id"][:8]]]
    states = partial(state_of, states_beside(Path("data"))) if len(data.actors) > 3 else no_state
    return {link: exhibit_of(view_of(data, link, "de", states), link) for link in links}


def test_a_figure_of_an_element_is_the_same_in_every_table(exhibits):
    found = defaultdict(lambda: defaultdict(set))
    for link, exhibit in exhibits.items():
        for table in exhibit.tables:
            names = [row[0].text for row in table.rows]
            for row in (row for row in table.rows if names.count(row[0].text) == 1):
                for column, cell in zip(table.columns[1:], row[1:], strict=True):
                    if column.header not in OF_THE_TABLE and NUMBER.fullmatch(cell.text):
                        found[row[0].text, column.header][cell.text].add((link, table.caption))

    assert {name: dict(values) for name, values in found.items() if len(values) > 1} == {}


def number_in(pattern, text):
    """Every number the pattern finds; none is written out as ``kein``."""
    return {int(found[found.lastindex].replace(".", "")) for found in re.finditer(pattern, text)}


def test_totals_of_the_same_name_are_the_same_on_every_page(data, exhibits):
    facts = overview(data)
    said = {link: f"{each.title}. {each.sentence}" for link, each in exhibits.items()}
    whole = [link for link in said if link.startswith(("ueberblick", "daten?reiter=quellen", "netzwerk?ansicht=alles"))]

    for link in whole:
        assert number_in(r"([0-9.]+) Akteure?\b", said[link]) <= {facts.actors}, link
        assert number_in(r"([0-9.]+) Projekte?\b", said[link]) <= {facts.projects}, link
    pairs = number_in(r"([0-9.]+) Kooperation", said["netzwerk?ansicht=kooperation&ganz=ja"])
    pairs |= number_in(r"([0-9.]+) Kooperation", said[link_of("ueberblick", "")])
    assert pairs <= {facts.cooperations}


ABOUT_A_PART = (
    "steckbrief",
    "vergleich?reiter=gemeinsam",
    "vergleich?reiter=verbindung",
    "vergleich?reiter=partner",
    "vergleich?reiter=konsortium",
    "was_waere_wenn",
    "netzwerk?reiter=&feld",
    "foerderung?reiter=klippe",
    "kompetenzfelder?reiter=zusammen&feld",
)


def texts_of(exhibit):
    figures = [f"{each.label}: {each.value}" + (f" ({each.note})" if each.note else "") for each in exhibit.figures]
    captions = [table.caption for table in exhibit.tables]
    said = (exhibit.title, exhibit.sentence, *exhibit.remarks, *figures, *captions, exhibit.annotation)
    return [" ".join(text.split()) for text in said if text]


def words_that_are(names):
    """Pattern of these names where they are whole words, longest first."""
    listed = sorted(filter(None, names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)")


def headers_of(exhibit):
    return [column.header for table in exhibit.tables for column in table.columns]


@pytest.fixture(scope="module")
def said(exhibits):
    """Texts of the views that are about all data, by link."""
    return {link: texts_of(each) for link, each in exhibits.items() if not link.startswith(ABOUT_A_PART)}


@pytest.mark.parametrize("name", ONE_FIGURE)
def test_one_figure_is_one_number_wherever_it_is_said(said, name):
    found = said_as(said, name)

    assert len(found) <= 1, dict(found)


def test_every_number_in_words_is_compared_by_its_name_or_belongs_to_one_view(data, said):
    names = [*data.actors["name"], *data.projects["name"], *data.actors["short_name"], *data.projects["short_name"]]
    known = words_that_are(names)

    left = [(link, text) for link, texts in said.items() for text in texts if unnamed_numbers(known.sub("N", text))]

    assert left == []


def test_many_figures_are_said_in_several_places_of_the_shipped_data(data, said):
    if len(data.actors) > 100:
        places = {name: sum(map(len, said_as(said, name).values())) for name in ONE_FIGURE}

        assert sum(places.values()) >= 150
        assert sum(number > 1 for number in places.values()) > 25
        assert {name for name, number in places.items() if number == 0} == set()


def test_the_projects_of_a_pair_are_as_many_in_every_list_of_pairs(data, exhibits):
    short = {name: short or name for name, short in zip(data.actors["name"], data.actors["short_name"], strict=True)}
    listed = {row[0].text: row[1].value for row in exhibits["kompetenzfelder?reiter=akteure"].tables[0].rows}
    seldom = exhibits[link_of("vergleich", "selten")].tables[0].rows
    pairs = [(row[0].text, row[1].text, row[2].value) for row in seldom]
    for key, name in zip(data.actors["id"][:8], data.actors["name"], strict=False):
        tables = [each for each in exhibits[f"steckbrief?id={key}"].tables if each.columns[0].header == "Partner"]
        pairs += [(name, row[0].text, row[1].value) for table in tables for row in table.rows]
    known = {
        (a, b): listed.get(f"{short[a]} und {short[b]}", listed.get(f"{short[b]} und {short[a]}")) for a, b, _ in pairs
    }

    assert [(a, b, shared) for a, b, shared in pairs if shared and known[a, b] not in (None, shared)] == []


@pytest.mark.parametrize(
    "link", ["hochschule-aalen,wiro", "hochschule-aalen,ostalbkreis", "wiro,ostalbkreis", "hof,rat"]
)
def test_a_comparison_says_how_many_of_its_projects_count_as_cooperation(data, link):
    if not set(link.split(",")) <= set(data.actors["id"]):
        return
    found = exhibit_of(view_of(data, f"vergleich?vergleich={link}", "de", no_state), f"vergleich?vergleich={link}")
    roles = [row[2].text for table in found.tables if table.columns[0].header == "Projekt" for row in table.rows]
    cooperating = sum("Unterstützung" not in each for each in roles)
    beside = " ".join(each for each in found.remarks if "zu erwarten wären" in each)

    assert number_in(r"([0-9]+) gemeinsames? Projekt", found.sentence) <= {len(roles)}
    assert number_in(r"^([0-9]+) gemeinsame|zähl\w+ ([0-9]+) als", beside) <= {cooperating}


def test_every_profile_counts_as_the_directory_does(data, exhibits):
    directory = {row[0].text: row for row in exhibits["verzeichnis?liste=akteure"].tables[0].rows}
    headers = [column.header for column in exhibits["verzeichnis?liste=akteure"].tables[0].columns]

    for key, name in zip(data.actors["id"][:8], data.actors["name"], strict=False):
        sentence = exhibits[f"steckbrief?id={key}"].sentence
        for header, pattern in (("Projekte", r"([0-9]+) Projekt"), ("Partner", r"([0-9]+) Partner")):
            said = number_in(pattern, sentence) or {0}
            assert said == {directory[name][headers.index(header)].value}, (name, header)


def test_money_is_the_same_in_every_view_of_it(exhibits):
    known = [each for link, each in exhibits.items() if link.startswith(("foerderung?reiter=fluss", "ueberblick"))]
    sums = {found for each in known for found in re.findall(r"[0-9][0-9.,]*\s(?:Mio\. |Tsd\. )?€", f"{each.title}")}
    sums |= {figure.value for each in known for figure in each.figures if "€" in figure.value}

    assert len({each.replace("\N{NO-BREAK SPACE}", " ") for each in sums}) <= 1


def test_open_points_name_the_date_and_the_publisher_of_each_of_their_sources():
    data = region(
        [actor("a")],
        [project("p", reference="s1;s2", status="ongoing", start="2024")],
        [tie("a", "leads", "p", certainty="unconfirmed", reference="s1; s2")],
        sources=[
            {"id": "s1", "title": "Bericht", "publisher": "Kreis", "date": "2021"},
            {"id": "s2", "title": "Meldung", "publisher": "Stadt", "date": "2024-05-06"},
        ],
    )

    made = exhibit_of(view_of(data, "daten?reiter=offen", "de", no_state), "daten?reiter=offen")

    (row,) = [row for row in made.tables[0].rows if row[0].text == "Unbestätigte Verbindungen"]
    assert [cell.text for cell in row[-3:]] == ["Bericht; Meldung", "06.05.2024", "Kreis; Stadt"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_about_these_data_has_a_fault_of_language(data, exhibits, language):
    """The smallest regions are asked in `tests.test_language_faults`; titles of sources that are cut are German."""
    german = language == "de"
    asked = (
        exhibits if german else {link: exhibit_of(view_of(data, link, language, no_state), link) for link in exhibits}
    )
    names = [*data.actors["name"], *data.projects["name"], *data.actors["short_name"], *data.projects["short_name"]]
    names += [*data.sources["title"], *data.sources["publisher"], *data.about.values()]
    names += [field for fields in data.projects["kompetenzfelder"] for field in fields]
    known = words_that_are(names)
    faults = [
        (link, why, said)
        for link, exhibit in asked.items()
        if german or link != link_of("daten", "belege")
        for text in (*texts_of(exhibit), *headers_of(exhibit))
        for pattern, why in FAULTS[language].items()
        if re.search(pattern, said := known.sub("N", text))
    ]

    assert faults == []


def numbers_of(text):
    """Numbers of a text whatever the language, days and years left out."""
    days = r"\d{2}\.\d{2}\.\d{4}|\d{1,2} [A-Z][a-z]{2,4} \d{4}|\b(?:19|20)\d{2}\b|\d{2}/\d{4}"
    found = re.findall(r"\d(?:[\d.,]*\d)?", re.sub(days, "", text))
    return sorted(re.sub(r"[.,]", "", number) for number in found)


def test_both_languages_say_the_same_numbers(data, exhibits):
    states = partial(state_of, states_beside(Path("data"))) if len(data.actors) > 3 else no_state
    asked = [link for link in exhibits if not link.startswith("steckbrief")]
    english = {link: exhibit_of(view_of(data, link, "en", states), link) for link in asked}

    pairs = [(link, texts_of(exhibits[link]), texts_of(english[link])) for link in asked]

    assert [
        (link, german, other)
        for link, german, other in pairs
        if numbers_of(" ".join(german)) != numbers_of(" ".join(other))
    ] == []


def test_legends_and_filters_count_what_the_tables_list(data, exhibits):
    view = view_of(data, "netzwerk?ansicht=alles&ganz=ja", "de", no_state)
    picture = exhibits["netzwerk?ansicht=alles&ganz=ja"].picture
    legend = {entry.text for group in picture.legend[:3] for entry in group.entries}
    types, statuses = (
        Counter(filter(None, data.actors["type"])),
        Counter(status or "unknown" for status in data.projects["status"]),
    )
    words = {view.t(f"term.status.{code}"): number for code, number in statuses.items()}

    assert {f"{kind} {number}" for kind, number in {**types, **words}.items()} <= legend
    for name, counted in (("typ", types), ("status", words)):
        assert set(offered(view, name).values()) == {f"{word} ({number})" for word, number in counted.items()}


def test_no_legend_says_two_numbers_under_one_name(exhibits):
    legends = [
        (link, group.title, [re.sub(r" [0-9.]+$", "", entry.text) for entry in group.entries])
        for link, exhibit in exhibits.items()
        for group in getattr(exhibit.picture, "legend", ()) or ()
        if group.channel != "size"
    ]

    assert [each for each in legends if len(set(each[2])) < len(each[2])] == []


def test_files_of_the_small_region_say_the_figures_of_its_views(data):
    """Those of the other regions are walked through in `tests.long.test_figures_in_files`."""
    if len(data.actors) > 3:
        return

    found = figures_in_files(data)

    assert {name: dict(values) for name, values in found.items() if len(values) > 1} == {}
