"""The other answer, one click from the mark: the same view without the source that it names."""

from dataclasses import replace

import pytest

from graph.evidence.firmness import UNCONFIRMED
from graph.evidence.statements import Statement, answered
from graph.evidence.support import without_sources
from graph.redaction import Redaction
from graph.selection import Selection, select
from tests.small_region import actor, project, region, tie
from tests.test_firmness import TIPPING
from tests.test_firmness_by_hand import BRIDGE, TRIANGLES
from views.address import codec
from views.evidence import answer, question, words
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.mappe import Kept, Mappe, added
from views.exhibit.order import GoneError, Order, without_what_is_hidden
from views.language.words import unmarked
from views.roles.question import measured

EVERYWHERE = (
    *("rollen", "rollen?mass=betweenness&bezug=gesamt", "rollen?reiter=gruppen", "rollen?reiter=ausfall"),
    *("kompetenzfelder", "foerderung", "foerderung?reiter=balken", "foerderung?reiter=klippe"),
)
OF_BRIDGE = (
    *("vergleich?vergleich=institut,werk", "vergleich?reiter=partner&partnervon=institut", "foerderung?feld=photonik"),
    *("vergleich?reiter=verbindung&vergleich=institut,werk", "was-waere-wenn?szenario=remove:hochschule"),
)
OF_TRIANGLES = (
    *("vergleich?vergleich=a,d", "vergleich?reiter=partner&partnervon=b", "rollen?typ=verein"),
    *("vergleich?reiter=verbindung&vergleich=b,f", "was-waere-wenn?szenario=remove:a"),
    "vergleich?reiter=konsortium&suchfeld=klima,recht&suchtyp=verein",
)


def opened_with(view, page, other):
    return view_of(view.whole, codec.address(page, **codec.encode(replace(view.query, **other.opens))))


@pytest.mark.parametrize(
    ("dataset", "link"),
    [(BRIDGE, link) for link in EVERYWHERE + OF_BRIDGE] + [(TRIANGLES, link) for link in EVERYWHERE + OF_TRIANGLES],
)
def test_the_view_without_a_source_says_what_its_mark_announces(dataset, link):
    page, view = link.partition("?")[0].replace("-", "_"), view_of(dataset, link)
    asked = question.asked(page, view)
    found = answer.firmness_of(asked.dataset, asked.statement)
    sources = [*found.tips_without, *[UNCONFIRMED] * found.tips_if_confirmed_only]

    for source, other in zip(sources, words.other_answers(view, found), strict=True):
        if other.opens:
            opened = opened_with(view, page, other)
            without = question.asked(page, opened)
            said = answered(without.dataset, without.statement) if without else ()
            assert (said or None) == (found.others[source] or None)


def test_where_filters_are_not_asked_no_address_leads_to_the_confirmed_answer():
    view = view_of(BRIDGE, "rollen?mass=betweenness&bezug=gesamt")
    found = answer.firmness_of(BRIDGE, Statement("first", ("betweenness",)))

    assert found.tips_if_confirmed_only
    assert words.other_answers(view, found)[-1].opens == {}


def test_the_ties_that_carry_the_answer_are_counted_and_the_source_is_one_click_away():
    linked = replace(TIPPING, sources=TIPPING.sources.assign(url=["https://example.org/report", "javascript:alert(1)"]))
    view = view_of(linked, "rollen?mass=degree")
    paper, report = words.other_answers(view, answer.firmness_of(linked, Statement("first", ("degree",))))

    assert unmarked(paper.ties) == "Nur sie belegt 2 Verbindungen dazu, darunter a – r und z – r."
    assert report.ties.startswith("Nur sie belegt 8 Verbindungen dazu, darunter a – p, x – p und a – q.")
    assert report.ties.endswith("[Zur Quelle](https://example.org/report)")
    assert "javascript" not in paper.ties


def test_the_chip_and_the_filters_of_a_file_say_which_source_is_left_out():
    view = view_of(TIPPING, "rollen?mass=degree&ohnequelle=paper")

    assert exhibit_of(view).filters == ("ohne Quelle: paper",)
    assert exhibit_of(view_of(TIPPING, "rollen?ohnequelle=paper", "en")).filters == ("without source: paper",)


def test_a_mark_with_one_other_answer_says_it_in_files():
    twice = region(
        projects=[project("p"), project("q")],
        ties=[tie("f", "funds", "p", 100, reference="one"), tie("f", "funds", "q", 23)],
        sources=[{"id": "one", "title": "Bescheid"}],
    )
    view = view_of(twice, "foerderung")
    said = words.remark(view, answer.firmness_of(twice, Statement("funding")))

    assert unmarked(said) == "Belegfestigkeit: Kippt ohne: Bescheid. Dann hieße es: 23\N{NO-BREAK SPACE}€."


def test_a_source_that_does_not_exist_is_named_and_changes_nothing():
    view = view_of(TIPPING, "rollen?ohnequelle=gazette,paper")

    assert view.unknown == ("ohnequelle=gazette",)
    assert len(view.part.ties) == len(TIPPING.ties) - 2


def test_what_two_sources_support_goes_only_when_both_are_left_out():
    dataset = region(
        projects=[project("p")],
        ties=[tie("a", "partner", "p", reference="s;t"), tie("b", "partner", "p", reference="s")],
    )

    assert [list(without_sources(dataset, out).ties["from_id"]) for out in ((), "s", "t", "st")] == [
        ["a", "b"],
        ["a"],
        ["a", "b"],
        [],
    ]


def test_sources_are_left_out_of_what_the_other_filters_leave():
    part = select(BRIDGE, Selection(kompetenzfelder={"Photonik"}))

    both = select(BRIDGE, Selection(kompetenzfelder={"Photonik"}, not_sources={"study"}))

    assert both.fingerprint == without_sources(part, ["study"]).fingerprint
    assert Selection(not_sources={"study"}).active == ("not_sources",)


def test_measures_on_all_data_are_without_the_source_too():
    assert len(measured(view_of(BRIDGE, "rollen?bezug=gesamt&ohnequelle=web")).ties) == len(
        without_sources(BRIDGE, ["web"]).ties
    )


def test_a_file_that_leaves_out_a_source_is_refused_when_its_name_is_hidden():
    named = region(
        actors=[actor("acme", "Unternehmen", name="ACME"), actor("b", "Stadt")],
        projects=[project("p")],
        ties=[tie("acme", "partner", "p", reference="bericht-acme"), tie("b", "partner", "p", reference="plan")],
        sources=[{"id": "bericht-acme", "title": "Bericht der ACME"}, {"id": "plan", "title": "Plan"}],
    )
    hidden = Redaction(anonymous_types=frozenset({"Unternehmen"}), key="k", label="Firma {n}")

    def order(source):
        mappe = added(Mappe(""), Kept(1, "rollen", {"ohnequelle": source}))
        return without_what_is_hidden(Order(mappe, "csv", redaction=hidden), named)

    assert order("plan")[0].mappe.views[0].parameters["ohnequelle"] == "plan"
    with pytest.raises(GoneError):
        order("bericht-acme")
