"""A partner's part of a funding has its project: fields, years and status come from it, and nothing counts twice."""

from dataclasses import replace

import graph
from graph.ledger.grants import counted_grants, granted_to, grants
from graph.selection import Selection

ACTORS = "id,name\nbund,Bund\nhs,HS\nwerk,Werk\n"
PROJECTS = (
    "id,name,partners,kompetenzfelder,status,start,end\n"
    "licht,Licht,hs;werk,Photonik,ongoing,2024,2025\n"
    "idee,Idee,hs,Glas,idea,,\n"
)
HEADER = "from_id,to_id,kind,amount_eur,amount_basis,within\n"


def dataset(links):
    files = {"actors.csv": ACTORS, "projects.csv": PROJECTS, "links.csv": HEADER + links}
    report = graph.load({name: text.encode() for name, text in files.items()})
    return report


def counted(links):
    ledger = counted_grants(grants(dataset(links).dataset))
    return [(row.target, row.project, row.cents) for row in ledger.itertuples()]


PARTS = "bund,hs,funds,100,granted,licht\nbund,werk,funds,50,granted,licht\n"


def test_parts_count_for_the_actor_and_for_the_project():
    assert counted(PARTS) == [("hs", "licht", 10_000), ("werk", "licht", 5_000)]
    assert granted_to(dataset(PARTS).dataset) == {"hs": 100, "werk": 50, "licht": 150}


def test_parts_do_not_count_beside_the_whole():
    assert counted(PARTS + "bund,licht,funds,150,granted,\n") == [("licht", "licht", 15_000)]


def test_a_part_of_what_is_only_an_idea_is_not_promised():
    assert counted("bund,hs,funds,100,granted,idee\n") == []


def test_a_selection_keeps_the_parts_of_its_projects_only():
    both = dataset(PARTS + "bund,hs,funds,70,granted,idee\n").dataset
    both = replace(both, actors=both.actors.assign(kompetenzfelder=[("Glas",)] * 3))
    part = graph.select(both, Selection(kompetenzfelder={"Glas"}))

    assert [tie for tie in part.ties["within"] if tie] == ["idee"]


def test_a_project_that_does_not_exist_is_a_finding_and_the_amount_stays():
    report = dataset("bund,hs,funds,100,granted,lihct\n")

    assert [(issue.code, issue.value) for issue in report.errors] == [("unknown-within", "lihct")]
    assert 100 in list(report.dataset.ties["amount_eur"])
