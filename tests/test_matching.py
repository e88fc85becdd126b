"""Which actor a name of a register may be: spellings of one body are found, and other bodies are only told."""

import pytest

import graph
from graph.intake.judging import judge, place_words
from graph.intake.naming import name_of


def judged(one, place, other, other_place):
    return judge(name_of(one), place_words(place), name_of(other), place_words(other_place))


@pytest.mark.parametrize(
    ("one", "place", "other", "other_place"),
    [
        ("MUSTERWERK GESELLSCHAFT MIT BESCHRANKTER HAFTUNG", "MUSTERSTADT", "Musterwerk GmbH", "Musterstadt"),
        ("Lichtwerk GmbH & Co. KGaA", "Heidenheim an der Brenz", "Lichtwerk GmbH", "Heidenheim"),
        ("HOCHSCHULE FUR GESTALTUNG SCHWABISCH GMUND", "SCHWABISCH GMUND", "HfG Schwäbisch Gmünd", "Schwäbisch Gmünd"),
        ("Universitaet Musterstadt", "Musterstadt", "UNIVERSITAT MUSTERSTADT", ""),
        ("Fachhochschule Musterstadt", "Musterstadt", "Hochschule Musterstadt", "Musterstadt"),
        ("IHK Musterland", "Musterstadt", "Industrie- und Handelskammer Musterland", "Musterstadt"),
        ("Bundesanstalt für Musterprüfung (BMP)", "Berlin", "BMP", "Berlin"),
        ("University of Applied Sciences Musterstadt", "Musterstadt", "Hochschule Musterstadt", "Musterstadt"),
        ("Musterstadt (Landkreis)", "", "Landkreis Musterstadt", "Musterstadt"),
        ("Landratsamt Musterstadt", "Musterstadt", "Landkreis Musterstadt", "Musterstadt"),
        ("Universität Musterstadt, Der Präsident", "Musterstadt", "Universität Musterstadt", "Musterstadt"),
        ("Technische Universität Musterstadt", "", "Technische Universität", "Musterstadt"),
        ("Stadt Muster", "Muster am See", "Stadt Muster am See", ""),
        ("Kreishandwerkerschft Musterstadt", "Musterstadt", "Kreishandwerkerschaft Musterstadt", "Musterstadt"),
    ],
)
def test_spellings_of_one_body_are_the_same(one, place, other, other_place):
    assert judged(one, place, other, other_place).same
    assert judged(other, other_place, one, place).same


@pytest.mark.parametrize(
    ("one", "place", "other", "other_place", "reason"),
    [
        (
            "Universität Musterstadt, Institut für Optik",
            "Musterstadt",
            "Universität Musterstadt",
            "Musterstadt",
            "part",
        ),
        ("Musterwerk AG", "Musterstadt", "Musterwerk Papier GmbH", "Musterstadt", "same-group"),
        ("Musterwerk GmbH", "Musterstadt", "Musterwerk e.V.", "Musterstadt", "another-form"),
        ("Volkshochschule", "Aalen", "Volkshochschule", "Ulm", "another-place"),
        ("Volkshochschule", "Aalen", "Volkshochschule", "", "another-place"),
        ("Volkshochschule Ulm", "", "Volkshochschule", "Aalen", ""),
        ("Stadt Neu-Ulm", "Neu-Ulm", "Stadt Ulm", "Ulm", ""),
        ("Stadt Heilbronn", "Heilbronn", "Landkreis Heilbronn", "Heilbronn", ""),
        ("Stadt Weinheim", "Weinheim", "Stadt Weilheim", "Weilheim", ""),
        ("Handwerkskammer Konstanz", "Konstanz", "Handwerkskammer Koblenz", "Koblenz", ""),
    ],
)
def test_other_bodies_are_never_the_same(one, place, other, other_place, reason):
    found = judged(one, place, other, other_place)

    assert not found.same
    assert not reason or found.reason == reason


@pytest.fixture(scope="module")
def dataset():
    return graph.load(
        {
            "actors.csv": (
                b"id,name,short_name,aliases,location\n"
                b"hs,Hochschule Musterstadt,HSM,,Musterstadt\n"
                b"werk,Musterwerk AG,,Optik Muster,Musterheim\n"
                b"kammer,Handwerkskammer Musterland,,,Musterstadt\n"
            ),
            "projects.csv": b"id,name\np,P\n",
        }
    ).dataset


def test_candidates_come_with_score_and_reason(dataset):
    found = graph.match(["HWK MUSTERLAND", "Optik Muster", "Musterwerk Papier GmbH", "Nie gehört"], None, dataset)

    assert found.to_dict("records") == [
        {"query": 0, "actor": "kammer", "score": 100, "reason": "equal", "same": True},
        {"query": 1, "actor": "werk", "score": 100, "reason": "alias", "same": True},
        {"query": 2, "actor": "werk", "score": 70, "reason": "same-group", "same": False},
    ]


def test_names_and_places_belong_together(dataset):
    with pytest.raises(ValueError, match="zip"):
        graph.match(["a", "b"], ["Musterstadt"], dataset)


@pytest.mark.parametrize("name", ["", " ", "GmbH", "&", "ß" * 5_000, "\ud800", "𝔐uster"], ids=range(7))
def test_any_text_is_judged(name, dataset):
    assert list(graph.match([name], [name], dataset).columns) == ["query", "actor", "score", "reason", "same"]
