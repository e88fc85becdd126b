"""Searches to begin with on Vergleich are made of what the data hold, and each has an answer."""

import graph
from tests.small_region import actor, project, region, tie
from views.exhibit.links import view_of
from views.partners.answer import asked_candidates, asked_consortia
from views.partners.examples import consortium_searches, partner_searches

SHIPPED = graph.load("data").dataset

REGION = region(
    actors=[
        actor("hs", "Hochschule", short_name="HS", kompetenzfelder=("Photonik",)),
        actor("kreis", "Kommune", short_name="Kreis", kompetenzfelder=("Wasserstoff",)),
        actor("firma", "Unternehmen", short_name="Firma", kompetenzfelder=("Photonik",)),
    ],
    projects=[project("licht", "Photonik"), project("gas", "Wasserstoff")],
    ties=[tie("hs", "leads", "licht"), tie("firma", "partner", "licht"), tie("kreis", "leads", "gas")],
)


def seen(dataset, link):
    return view_of(dataset, link, "de")


def test_partners_are_offered_for_the_best_connected_and_by_field_and_type():
    found = partner_searches(seen(REGION, "vergleich?reiter=partner"))

    assert [(example.text, dict(example.asked)) for example in found] == [
        ("Partner für Firma", {"partnervon": "firma"}),
        ("Partner für HS", {"partnervon": "hs"}),
        ("Hochschule zum Feld Photonik", {"suchfeld": ("photonik",), "suchtyp": ("hochschule",)}),
        ("Kommune zum Feld Wasserstoff", {"suchfeld": ("wasserstoff",), "suchtyp": ("kommune",)}),
    ]


def test_a_consortium_is_offered_for_fields_and_types_that_stand_beside_each_other():
    (first, *_) = consortium_searches(seen(REGION, "vergleich?reiter=konsortium"))

    assert first.text == "Photonik und Wasserstoff: abgedeckt von Hochschule und Kommune"
    assert first.asked == {"suchfeld": ("photonik", "wasserstoff"), "suchtyp": ("hochschule", "kommune")}


def test_without_actors_nothing_is_offered():
    assert partner_searches(seen(region(), "vergleich?reiter=partner")) == ()
    assert consortium_searches(seen(region(), "vergleich?reiter=konsortium")) == ()


def test_every_search_that_is_offered_on_the_shipped_data_has_an_answer():
    begin = seen(SHIPPED, "vergleich?reiter=partner")
    searches, covers = partner_searches(begin), consortium_searches(begin)

    assert (len(searches), len(covers)) == (4, 2)
    assert all(asked_candidates(seen(SHIPPED, link("partner", example))).candidates for example in searches)
    assert all(asked_consortia(seen(SHIPPED, link("konsortium", example))).consortia for example in covers)


def link(tab, example):
    values = {name: value if isinstance(value, str) else ",".join(value) for name, value in example.asked.items()}
    return f"vergleich?reiter={tab}&" + "&".join(f"{name}={value}" for name, value in values.items())
