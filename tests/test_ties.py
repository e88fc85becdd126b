"""One table of ties from links.csv and the lists of projects.csv."""

import graph

ACTORS = b"id,name\nhs,Hochschule\nwiro,WiRO\nland,Land\n"


def ties(projects: str, links: str = "") -> list[dict[str, object]]:
    files = {"actors.csv": ACTORS, "projects.csv": projects.encode()}
    if links:
        files["links.csv"] = links.encode()
    return graph.load(files).dataset.ties.to_dict("records")


def ids(projects: str, links: str = "") -> list[str]:
    return [str(tie["id"]) for tie in ties(projects, links)]


def test_lists_of_a_project_are_ties_in_the_order_of_the_file():
    assert ids("id,name,lead,partners,funders\np,P,hs,wiro;land,land\nq,Q,wiro,,\n") == [
        "hs>leads>p",
        "wiro>partner>p",
        "land>partner>p",
        "land>funds>p",
        "wiro>leads>q",
    ]


def test_a_listed_tie_is_confirmed_has_no_amount_and_the_reference_of_its_project():
    (tie,) = ties("id,name,lead,reference\np,P,hs,vorlage\n")

    assert tie == {
        "id": "hs>leads>p",
        "from_id": "hs",
        "to_id": "p",
        "kind": "leads",
        "amount_eur": None,
        "amount_basis": "",
        "start": "",
        "end": "",
        "status": "",
        "certainty": "confirmed",
        "note": "",
        "reference": "vorlage",
        "locator": "",
        "within": "",
    }


def test_a_tie_in_both_is_one_with_the_properties_of_links():
    (tie,) = ties(
        "id,name,lead,reference\np,P,hs,vorlage\n",
        "from_id,to_id,kind,certainty,note,reference\nhs,p,leitet,unsicher,laut Presse,presse\n",
    )

    assert [tie[column] for column in ("id", "certainty", "note", "reference")] == [
        "hs>leads>p",
        "unconfirmed",
        "laut Presse",
        "presse",
    ]


def test_ties_of_links_come_first_and_parallel_ones_are_numbered():
    projects = "id,name,lead,funders\np,P,hs,land\n"
    links = "from_id,to_id,kind,amount_eur\nland,p,funds,5\nland,p,funds,6\nwiro,hs,cooperates_with,\n"

    assert ids(projects, links) == ["land>funds>p", "land>funds>p#2", "wiro>cooperates_with>hs", "hs>leads>p"]


def test_an_actor_listed_twice_or_in_another_case_is_one_tie():
    assert ids("id,name,partners\np,P,hs;HS;hs\n") == ["hs>partner>p"]


def test_extra_columns_of_links_stay_and_are_empty_for_listed_ties():
    found = ties("id,name,lead\np,P,hs\n", "from_id,to_id,kind,Aktenzeichen\nland,p,funds,007\n")

    assert [tie["Aktenzeichen"] for tie in found] == ["007", ""]


def test_an_amount_without_a_basis_is_granted_and_a_tie_without_an_amount_has_no_basis():
    links = "from_id,to_id,kind,amount_eur,amount_basis\nland,p,funds,5,\nland,hs,funds,,\nland,wiro,funds,7,bis zu\n"

    assert [tie["amount_basis"] for tie in ties("id,name\np,P\n", links)] == ["granted", "", "ceiling"]
