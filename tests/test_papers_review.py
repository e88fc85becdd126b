"""What a person decided becomes rows; a browser may send anything."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from graph.extraction import Extraction, Proposed, extract
from graph.extraction.matching import alike, contradictions
from graph.load import load
from store import Editor, Role, open_store
from views.exhibit.links import view_of
from views.language.words import words
from views.papers import review
from views.papers.cards import entries
from views.papers.words import buttons, opposed, reason

TEXT = "Die Stadt Au fördert das Projekt „Alpha“ mit 10.000 Euro. Das Projekt „Alpha“ wurde abgesagt. Im Apfelhof trifft man sich."
FOUND = extract(TEXT)
PLACES = {proposal.text: place for place, proposal in enumerate(FOUND.proposals)}
EDITOR = Editor("", "", "A", Role.ADMIN)


def accept(*said: dict[str, object]) -> list[tuple[str, str, str]]:
    accepted, _ = review.decided(FOUND, json.dumps(said), ())
    return [(one.kind, one.text, one.source) for one in accepted]


def place_of(kind: str, found: Extraction = FOUND) -> int:
    return next(place for place, one in enumerate(found.proposals) if one.kind == kind)


def test_ties_follow_a_name_that_was_changed():
    named, tie = place_of("actor"), place_of("tie")

    accepted = accept({"n": named, "text": "Große Kreisstadt Au"}, {"n": tie})

    assert [(kind, source) for kind, _, source in accepted] == [("actor", ""), ("tie", "Große Kreisstadt Au")]


@pytest.mark.parametrize(
    "message",
    [
        "",
        "no json",
        "7",
        "[1, null, []]",
        '[{"n": 99}]',
        '[{"n": true}]',
        '[{"n": -1, "kind": "actor", "span": [0, 9999]}]',
        '[{"n": -1, "kind": "person", "span": [0, 4]}]',
        '[{"n": 0, "status": "<b>"}]',
    ],
)
def test_what_no_screen_would_send_is_left_out(message):
    assert review.decided(FOUND, message, ()) == ([], {})


def test_words_that_a_person_marked_become_a_row():
    start = TEXT.index("Apfelhof")

    accepted, _ = review.decided(
        FOUND, json.dumps([{"n": -1, "kind": "actor", "span": [start, start + 8], "text": "Apfelhof"}]), ()
    )

    assert [(one.kind, one.text, one.rule) for one in accepted] == [(Proposed.ACTOR, "Apfelhof", "own")]


def test_a_typed_date_or_amount_must_be_one():
    amount = place_of("amount")

    assert [
        one.value_eur for one in review.decided(FOUND, json.dumps([{"n": amount, "value": "12 Tsd. Euro"}]), ())[0]
    ] == [12_000]
    assert review.decided(FOUND, json.dumps([{"n": amount, "value": "viel"}]), ())[0] == []


def test_rows_are_one_change_with_the_paper_as_source_and_can_be_undone(tmp_path):
    message = json.dumps([{"n": place} for place in range(len(FOUND.proposals))])
    store = open_store(f"sqlite:///{tmp_path}/region.db")
    rows = review.rows(FOUND, message, review.paper_of("Vorlage 7/2021", "2021-05-04", "", "2026-01-01"), {})

    done = store.save(EDITOR, review.edits_of(rows), label="Vorlage 7/2021")

    assert {id: entry.cells["locator"] for id, entry in store.entries("actors").items()} == {"stadt-au": "„Stadt Au“"}
    assert [entry.cells["date"] for entry in store.entries("sources").values()] == ["2021-05-04"]
    assert [entry.cells["amount_eur"] for entry in store.entries("links").values()] == ["10000"]
    store.undo(EDITOR, done.id)
    assert store.entries("actors") == {}
    store.close()


def test_a_second_paper_takes_no_id_of_the_first():
    message = json.dumps([{"n": place_of("actor")}])
    paper = review.paper_of("Vorlage 7", "", "", "")
    known = {"actors": {"stadt-au"}, "projects": set(), "sources": {"vorlage-7"}}

    rows = review.rows(FOUND, message, paper, known)

    assert rows.tables["actors"][0]["id"] == "stadt-au-2"
    assert rows.tables["sources"][0]["id"] == "vorlage-7-2"


DATA = {
    "actors.csv": b"id,name,aliases\nau,Stadt Au,Au\n",
    "projects.csv": b"id,name,status\nalpha,Alpha,planned\n",
    "links.csv": b"from_id,to_id,kind,amount_eur,amount_basis\nau,alpha,funds,9000,granted\n",
}


def test_elements_of_the_data_are_suggested_and_what_the_paper_says_otherwise_is_told():
    dataset = load(DATA).dataset
    found = extract(
        "Die Stadt Au hat für das Projekt „Alpha“ 10.000 Euro bewilligt. Das Projekt „Alpha“ wurde abgesagt."
    )
    meant = alike(found.proposals, dataset)
    against = contradictions(found.proposals, dataset, meant)

    assert {found.proposals[place].text: one.id for place, one in meant.items()} == {"Stadt Au": "au", "Alpha": "alpha"}
    assert {(one.what, one.value) for one in against.values()} == {("amount", "9000"), ("status", "planned")}


SOURCED = DATA | {
    "projects.csv": b"id,name,budget_eur,reference\nalpha,Alpha,50000,b3\n",
    "links.csv": b"from_id,to_id,kind\nau,alpha,supports\n",
    "events.csv": b"project_id,start,reference\nalpha,2021-10-13,b3\nalpha,2022-01,b3\n",
    "sources.csv": b"id,title\nb3,Bericht 3\n",
}


def test_what_the_data_say_otherwise_is_shown_with_both_values_and_the_source():
    found = extract(
        "Die Gesamtkosten des Projekts „Alpha“ betragen 60.000 Euro. "
        "Das Projekt „Alpha“ beginnt am 12.10.2021. Das Projekt „Alpha“ endet am 31.01.2022."
    )
    dataset = load(SOURCED).dataset
    against = contradictions(found.proposals, dataset, alike(found.proposals, dataset))

    assert [opposed(words("de"), one) for one in against.values()] == [
        "Widerspricht den Daten: im Papier 60.000\u00a0€, in den Daten 50.000\u00a0€ (Quelle: Bericht 3).",
        "Widerspricht den Daten: im Papier 12.10.2021, in den Daten 13.10.2021 (Quelle: Bericht 3).",
    ]


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        ("vom 01.01.2024 bis 31.12.2026", ["im Papier 01.01.2024 – 31.12.2026, in den Daten 01/2024 – 12/2025"]),
        ("vom 01.05.2023 bis 31.12.2025", ["im Papier 01.05.2023 – 31.12.2025, in den Daten 01/2024 – 12/2025"]),
        ("von Januar 2024 bis Dezember 2025", []),
        ("von 2024 bis 2025", []),
    ],
)
def test_a_term_that_begins_or_ends_otherwise_than_that_of_the_project_is_told(paper, told):
    found = extract(f"Das Projekt „Alpha“ läuft {paper}.")
    dataset = load(DATA | {"projects.csv": b"id,name,start,end\nalpha,Alpha,2024-01,2025-12\n"}).dataset
    against = contradictions(found.proposals, dataset, alike(found.proposals, dataset))

    assert [opposed(words("de"), one) for one in against.values()] == [
        f"Widerspricht den Daten: {said}." for said in told
    ]


@pytest.mark.parametrize("day", ["am 12.10.2021", "am 12.10.2024", "am 24. und 25.09.2024"])
def test_an_event_beside_the_term_of_a_project_is_no_contradiction(day):
    found = extract(f"Das Projekt „Alpha“ wurde {day} vorgestellt.")
    dataset = load(DATA | {"projects.csv": b"id,name,start,end\nalpha,Alpha,2024-01,2025-12\n"}).dataset

    assert contradictions(found.proposals, dataset, alike(found.proposals, dataset)) == {}


def test_a_name_that_one_entry_has_means_that_entry_when_it_is_accepted_and_another_is_only_suggested():
    found = extract("Die Stadt Au und die Kern Bau GmbH fördern das Projekt „Alpha“.")
    view = view_of(
        load(DATA | {"actors.csv": b"id,name\nau,Stadt Au\nk,Kern Bau Holding GmbH\n"}).dataset, "/bearbeiten"
    )

    cards = {card["text"]: card for card in review.screen(view, found, {})["proposals"] if card["text"]}

    assert cards["Stadt Au"]["same"] == "au"
    assert "same" not in cards["Kern Bau GmbH"]


def test_ties_name_the_element_of_the_data_that_was_meant():
    message = json.dumps(
        [{"n": place_of("actor"), "same": "au", "text": "Stadt Au"}, {"n": place_of("project")}, {"n": place_of("tie")}]
    )

    rows = review.rows(FOUND, message, review.paper_of("V", "", "", ""), {"actors": {"au"}})

    assert rows.tables["actors"] == []
    assert rows.tables["links"][0]["from_id"] == "au"


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_proposal_says_why_in_words(language):
    t = words(language)

    assert all(reason(t, proposal) for proposal in FOUND.proposals)
    assert all(buttons(t).values())


SEVERAL = {
    "actors.csv": (
        b"id,name,location\nhs,Hochschule Au,Au\nhs2,Hochschule Au,Bach\nk1,Kern GmbH,Au\nk2,Kern Bau GmbH,Bach\n"
    )
}


def test_a_name_that_several_entries_may_mean_is_a_choice_among_them_told_apart_by_their_ids():
    found = extract("Am Projekt „Alpha“ sind die Hochschule Au und die Kern GmbH beteiligt.")
    dataset = load(SEVERAL).dataset
    meant = {found.proposals[place].text: one for place, one in alike(found.proposals, dataset).items()}

    assert {id for id, _ in meant["Hochschule Au"].others} | {meant["Hochschule Au"].id} == {"hs", "hs2"}
    assert entries(meant["Hochschule Au"]) == [
        ["hs", "Hochschule Au", "Hochschule Au (hs)"],
        ["hs2", "Hochschule Au", "Hochschule Au (hs2)"],
    ]
    assert meant["Kern GmbH"].id == "k1"
    assert entries(meant["Kern GmbH"]) == []


def test_what_was_pasted_stands_in_its_field_again_when_another_paper_is_asked_for():
    app = AppTest.from_file("../ui/main.py", default_timeout=60)
    app.query_params["reiter"] = "vorlage"
    app.switch_page("page/bearbeiten.py").run()

    app.text_area(key="desk_paper_text").set_value("Die Stadt Au fördert das Projekt „Alpha“.").run()
    app.button(key="paper_read").click().run()
    app.button(key="paper_other").click().run()

    assert app.text_area(key="desk_paper_text").value == "Die Stadt Au fördert das Projekt „Alpha“."
