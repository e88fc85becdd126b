"""What is taken out of the data is out everywhere: in cells, texts, ids, addresses and lists."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graph
from graph.ledger.amounts import omissions, total
from graph.redaction import Redaction, company_types, matching_types, pseudonyms, redact, redact_with_ids, unconfirmed
from graph.redaction.redact import COMPANIES
from graph.tables import write_tables
from tests.small_region import actor, funded_regions, project, region, tie
from tests.strategies import datasets

ANONYMOUS = Redaction(anonymous_types=COMPANIES, key="geheim")
FRAMES = ("actors", "projects", "ties", "sources", "events")


def everything(dataset):
    """All that the tables say, as one text."""
    tables = [getattr(dataset, name).to_numpy(dtype=object).tolist() for name in FRAMES]
    return repr((tables, dict(dataset.about)))


def with_company():
    return region(
        [
            actor(
                "voith",
                "Unternehmen",
                name="J. M. Voith GmbH",
                short_name="Voith",
                aliases=("Voith Hydro",),
                website="https://www.voith.example/",
                description="Sitz in Heidenheim",
                location="Heidenheim",
                kompetenzfelder=("Wasserstoff",),
                reference="voith-meldung",
            ),
            actor("zeiss", "Unternehmen", name="Carl Zeiss AG", short_name="ZEISS"),
            actor("stiftung-voith", "Stiftung", name="Hanns-Voith-Stiftung", short_name="Voith-Stiftung"),
            actor("hs", "Hochschule", name="Hochschule Aalen", short_name="HS Aalen"),
        ],
        [
            project(
                "voith-h2",
                "Wasserstoff",
                name="Wasserstoff bei Voith",
                description="Mit Voiths Turbinen; die Fa. VOITH HYDRO leitet.",
                website="https://www.hs.example/voith",
                lead=("voith",),
                partners=("hs", "zeiss"),
                reference="voith-meldung",
            )
        ],
        [
            tie("voith", "leads", "voith-h2", reference="voith-meldung", note="laut Voith"),
            tie("hs", "partner", "voith-h2"),
            tie("zeiss", "funds", "voith-h2", 500_000),
        ],
        sources=[
            {
                "id": "voith-meldung",
                "title": "Meldung der J. M. Voith GmbH",
                "publisher": "Voith",
                "url": "https://voith.example/1",
            }
        ],
        events=[{"project_id": "voith-h2", "label": "Besuch bei Voith"}],
        title="Region um Voith",
    )


# --- companies --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Voith", "voith", "VOITH", "Zeiss", "ZEISS"])
def test_the_name_of_a_company_is_nowhere(name):
    assert name.casefold() not in everything(redact(with_company(), ANONYMOUS)).casefold()


def test_a_company_is_called_by_its_type_and_a_number_and_keeps_its_fields():
    redacted = redact(with_company(), ANONYMOUS)
    companies = redacted.actors[redacted.actors["type"] == "Unternehmen"]

    assert sorted(companies["name"]) == ["Unternehmen 1", "Unternehmen 2"]
    assert sorted(companies["kompetenzfelder"]) == [(), ("Wasserstoff",)]
    assert set(companies["location"]) | set(companies["website"]) | set(companies["description"]) == {""}


def test_others_keep_their_names():
    assert "Hochschule Aalen" in set(redact(with_company(), ANONYMOUS).actors["name"])


def test_texts_name_the_pseudonym():
    redacted = redact(with_company(), ANONYMOUS)
    name = pseudonyms(with_company(), ANONYMOUS)["voith"].name

    assert redacted.projects["name"].tolist() == [f"Wasserstoff bei {name}"]
    assert redacted.ties["note"].iloc[0] == f"laut {name}"
    assert redacted.about["title"] == f"Region um {name}"


def test_lists_ties_events_and_references_follow():
    redacted = redact(with_company(), ANONYMOUS)
    key = pseudonyms(with_company(), ANONYMOUS)["voith"].id
    new = redacted.projects["id"].iloc[0]

    assert redacted.projects["lead"].tolist() == [(key,)]
    assert f"{key}>leads>{new}" in set(redacted.ties["id"])
    assert redacted.events["project_id"].tolist() == [new]
    assert redacted.ties["reference"].iloc[0] == redacted.sources["id"].iloc[0]
    assert redacted.sources["url"].tolist() == [""]


def test_a_company_has_the_same_pseudonym_in_every_file_of_the_same_key_and_another_with_another():
    many = region([actor(f"firma-{number}", "Unternehmen", name=f"Firma {number}") for number in range(30)])

    named = {key: pseudonyms(many, Redaction(anonymous_types=COMPANIES, key=key)) for key in "ab"}
    numbers = {key: [name.name for name in names.values()] for key, names in named.items()}

    assert list(named["a"]) != list(named["b"])
    assert numbers["a"] == numbers["b"] == [f"Unternehmen {number}" for number in range(1, 31)]
    assert pseudonyms(many, ANONYMOUS) == pseudonyms(many, ANONYMOUS)


def test_a_short_name_is_only_found_as_a_word():
    dataset = region(
        [actor("vaf", "Unternehmen", name="VAF GmbH", short_name="VAF")], [project("p", name="VAFrika und VAF")]
    )

    assert redact(dataset, ANONYMOUS).projects["name"].tolist() == ["VAFrika und Unternehmen 1"]


@pytest.mark.parametrize(
    "text",
    [
        "Preis der Hanns-Voith-Stiftung",
        "Voithstraße und Großvoith",
        "J.M. Voith",
        "J. M.  VOITH GMBH",
        "Voith\u00a0Hydro",
        "siehe https://presse.example/2024/voith-baut?q=J.%20M.%20Voith und mehr",
        "presse@voith.example",
        "www.VOITH.example/hydro",
    ],
)
def test_a_name_goes_with_the_whole_of_its_word_compound_and_address(text):
    dataset = with_company()
    rows = [*dataset.actors.to_dict("records"), actor("amt", description=text)]
    left = redact(region(rows), ANONYMOUS).actors.set_index("id").loc["amt", "description"]

    assert "voith" not in left.casefold()
    assert "-Stiftung" not in left


def test_who_is_named_after_a_company_is_anonymous_too():
    names = pseudonyms(with_company(), ANONYMOUS)

    assert names["stiftung-voith"].name == "Stiftung 1"
    assert "Hanns" not in everything(redact(with_company(), ANONYMOUS))


def with_columns(dataset, **columns):
    """The dataset with columns beside the contract in the table of actors."""
    return replace(dataset, actors=dataset.actors.assign(**columns))


def test_what_stands_beside_the_contract_tells_nothing_either():
    dataset = with_columns(
        region([actor("rot", "Unternehmen", name="Rotbau Söhne KG"), actor("amt", "Kommune", name="Amt")]),
        Mailbox=["info@rotbau.example", ""],
        Strasse=["Am Ufer 7", "gegenüber Am Ufer 7, Tel. rotbau soehne"],
        **{"Frage an Rotbau Söhne": ["", "ja"]},
    )
    redacted = redact(dataset, ANONYMOUS)

    said = everything(redacted).casefold() + " ".join(redacted.actors.columns).casefold()
    assert [word for word in ("rotbau", "söhne", "soehne", "ufer") if word in said] == []
    assert "Frage an Unternehmen 1" in redacted.actors.columns


def test_types_are_matched_in_any_case_and_those_that_nobody_has_are_named():
    dataset = region([actor("a", "unternehmen"), actor("b", "Unternehmen"), actor("c", "Firma"), actor("d", "")])

    assert matching_types(dataset, ["UNTERNEHMEN", "Verein"]) == ({"unternehmen", "Unternehmen"}, ("Verein",))
    assert company_types(dataset) == {"unternehmen", "Unternehmen", "Firma"}
    assert sorted(pseudonyms(dataset, ANONYMOUS)) == ["a", "b"]


@pytest.mark.parametrize(
    ("kind", "is_one"),
    [
        ("Unternehmen", True),
        ("unternehmen", True),
        ("Firma", True),
        ("Unternehmen (KMU)", True),
        ("Industriebetrieb", True),
        ("Start-up", True),
        ("Company", True),
        ("Wirtschaft", True),
        ("Unternehmensverband", False),
        ("Verband der Unternehmen", False),
        ("Wirtschaftsförderung", False),
        ("Industrie- und Handelskammer", False),
        ("Kommune", False),
        ("", False),
    ],
)
def test_companies_are_proposed_by_the_words_of_a_type(kind, is_one):
    assert bool(company_types(region([actor("a", kind)]))) is is_one


def test_an_actor_without_a_type_is_called_so():
    redaction = Redaction(anonymous_types=frozenset({""}), untyped="ohne Typ")

    assert redact(region([actor("a", "", name="Amt Au")]), redaction).actors["name"].tolist() == ["ohne Typ 1"]


def test_the_new_ids_of_all_elements_are_told():
    _, ids = redact_with_ids(with_company(), ANONYMOUS)
    names = pseudonyms(with_company(), ANONYMOUS)

    assert ids["voith"] == names["voith"].id
    assert ids["voith-h2"] == f"{names['voith'].id}-h2"
    assert ids["hs"] == "hs"


def test_a_pseudonym_never_takes_an_id_that_is_there():
    dataset = region([actor("a", "Unternehmen"), actor("unternehmen-1", "Hochschule")], [])

    assert sorted(redact(dataset, ANONYMOUS).actors["id"]) == ["unternehmen-1", "unternehmen-1-x"]


def test_companies_of_types_that_are_spelled_otherwise_count_on_and_never_share_an_id():
    dataset = region([actor("a", "Firma"), actor("b", "firma"), actor("c", "Firma 1")], [])
    redacted = redact(dataset, Redaction(anonymous_types=frozenset({"Firma", "firma", "Firma 1"}), key="k"))

    assert sorted(redacted.actors["name"]) == ["Firma 1", "Firma 1 1", "firma 2"]
    assert redacted.actors["id"].nunique() == 3


def test_ids_that_become_alike_stay_apart():
    dataset = region(
        [actor("voith", "Unternehmen", name="Voith", short_name="Voith Hydro")],
        [project("voith-x"), project("voith-hydro-x")],
    )

    assert redact(dataset, ANONYMOUS).projects["id"].nunique() == 2


def test_the_names_of_the_shipped_companies_are_nowhere(repository):
    dataset = graph.load(repository / "data").dataset
    companies = dataset.actors[dataset.actors["type"].isin(COMPANIES)]

    said = everything(redact(dataset, ANONYMOUS)).casefold()
    names = {n for row in companies.itertuples() for n in (row.id, row.name, row.short_name, *row.aliases)}

    assert len(names) > 60
    assert [name for name in sorted(names) if name.casefold() in said] == []


# --- types ------------------------------------------------------------------------------------------------------------


def test_actors_of_a_type_become_one_and_nobody_is_named():
    redacted = redact(with_company(), Redaction(types_only=True))

    assert sorted(redacted.actors["name"]) == ["Hochschule", "Stiftung", "Unternehmen"]
    assert redacted.actors.set_index("name")["collective"].to_dict() == {
        "Hochschule": False,
        "Stiftung": False,
        "Unternehmen": True,
    }
    for name in ("Voith", "Zeiss", "Aalen"):
        assert name.casefold() not in everything(redacted).casefold()


def test_ties_that_say_the_same_become_one_and_their_amounts_are_added_up():
    dataset = region(
        [actor("a", "Bund"), actor("b", "Bund"), actor("c", "")],
        [project("p")],
        [
            tie("a", "funds", "p", 100, note="eins"),
            tie("b", "funds", "p", Decimal("0.50")),
            tie("b", "funds", "p"),
            tie("a", "cooperates_with", "b"),
            tie("c", "partner", "p"),
        ],
    )

    ties = redact(dataset, Redaction(types_only=True, untyped="ohne Typ")).ties

    assert ties[["id", "amount_eur", "note"]].to_numpy().tolist() == [
        ["bund>funds>p", Decimal("100.50"), ""],
        ["bund>funds>p#2", None, ""],
        ["ohne-typ>partner>p", None, ""],
    ]


@given(funded_regions())
def test_no_euro_is_lost_or_made_when_actors_become_types(dataset):
    def counted(ties):
        return total(ties["amount_eur"][omissions(ties, dataset.projects).isna()])

    between_types = dataset.ties[~dataset.ties["to_id"].isin(dataset.actors["id"])]

    redacted = redact(dataset, Redaction(types_only=True)).ties
    assert counted(redacted[~redacted["to_id"].isin({"bund", "land", "x"})]) == counted(between_types)


# --- amounts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Zuwendung von 1.234,56 € im Jahr 2021", "Zuwendung von … im Jahr 2021"),
        ("rund 17,5 Mio. Euro Förderung", "rund … Förderung"),
        ("fünf Millionen Euro", "…"),
        ("32 oder rund 30 Mio. Euro", "…"),
        ("€ 1,234.56 granted", "… granted"),
        ("bis zu 350 Tsd. €", "bis zu …"),
        ("T€ 350", "…"),
        ("19 Partner, Start 2021", "19 Partner, Start 2021"),
        ("Europa 2030", "Europa 2030"),
        ("https://a.example/5-Millionen-Euro-fuer", ""),
        ("https://a.example/2021", "https://a.example/2021"),
    ],
)
def test_amounts_are_taken_out_of_texts(text, left):
    dataset = region([actor("a", description=text)])

    assert redact(dataset, Redaction(amounts=True)).actors["description"].tolist() == [left]


def test_amounts_are_taken_out_of_cells():
    dataset = region([actor("a")], [project("p", budget_eur=5)], [tie("a", "funds", "p", 7)])
    redacted = redact(dataset, Redaction(amounts=True))

    assert redacted.ties[["amount_eur", "amount_basis"]].to_numpy().tolist() == [[None, ""]]
    assert redacted.projects["budget_eur"].tolist() == [None]


def test_columns_that_speak_of_money_are_emptied_and_ids_that_state_an_amount_change():
    dataset = region(
        [actor("a")],
        [project("5-millionen-euro-programm", lead=("a",))],
        [tie("a", "leads", "5-millionen-euro-programm")],
    )
    dataset = with_columns(dataset, foerder_eur=["5000"], Zuschuss=["ja"], Ort=["Aalen"])
    redacted = redact(dataset, Redaction(amounts=True))

    assert redacted.actors[["foerder_eur", "Zuschuss", "Ort"]].to_numpy().tolist() == [["", "", "Aalen"]]
    assert redacted.projects["id"].tolist() == ["x-programm"]
    assert redacted.ties["to_id"].tolist() == ["x-programm"]


def test_no_amount_is_left_in_the_shipped_data(repository):
    redacted = redact(graph.load(repository / "data").dataset, Redaction(amounts=True))

    assert [word for word in ("Euro ", " €", "Mio.", "Millionen Euro") if word in everything(redacted)] == []


# --- certainty --------------------------------------------------------------------------------------------------------


def test_only_confirmed_ties_and_what_they_tie_are_left():
    dataset = region(
        [actor("a"), actor("b"), actor("alone")],
        [project("p", lead=("a",), partners=("b",))],
        [tie("a", "leads", "p"), tie("b", "partner", "p", certainty="unconfirmed")],
    )
    redacted = redact(dataset, Redaction(confirmed_only=True))

    assert redacted.actors["id"].tolist() == ["a", "alone"]
    assert redacted.ties["id"].tolist() == ["a>leads>p"]
    assert redacted.projects[["lead", "partners"]].to_numpy().tolist() == [[("a",), ()]]


def test_no_text_id_or_source_names_what_is_left_out_as_unconfirmed():
    dataset = region(
        [
            actor("a", name="Amt", description="Trifft Murxen GmbH und Murxen-Freunde im Murxenhaus."),
            actor("murx", name="Murxen GmbH", website="https://murx.example"),
        ],
        [project("halle-murx", name="Halle für Murxen", lead=("a",)), project("knarz", name="Knarzlabor")],
        [
            tie("a", "leads", "halle-murx", note="Knarzlabor folgt", reference="murx-brief"),
            tie("murx", "partner", "knarz", certainty="unconfirmed", reference="raunen"),
        ],
        sources=[
            {"id": "murx-brief", "title": "Brief", "url": "https://murx.example/brief"},
            {"id": "raunen", "title": "Geraune"},
        ],
    )

    redacted, ids = redact_with_ids(dataset, Redaction(confirmed_only=True))

    assert redacted.actors["description"].tolist() == ["Trifft … und … im …."]
    assert redacted.projects[["id", "name"]].to_numpy().tolist() == [["halle-x", "Halle für …"]]
    assert redacted.ties[["to_id", "note", "reference"]].to_numpy().tolist() == [["halle-x", "… folgt", "x-brief"]]
    assert redacted.sources[["id", "url"]].to_numpy().tolist() == [["x-brief", ""]]
    assert ids == {"a": "a", "halle-murx": "halle-x"}


def test_an_actor_that_is_left_keeps_its_name_and_a_place_stays_a_word():
    dataset = region(
        [
            actor("stiftung", name="Hans-Murx-Stiftung", description="Die Hans-Murx-Stiftung trifft Murx in Wald."),
            actor("murx", name="Murx"),
            actor("wald", name="Wald"),
            actor("amt", name="Amt", location="Wald"),
        ],
        [],
        [
            tie("stiftung", "cooperates_with", "amt"),
            tie("murx", "cooperates_with", "wald", certainty="unconfirmed"),
        ],
    )

    left = redact(dataset, Redaction(confirmed_only=True)).actors

    assert left["name"].tolist() == ["Hans-Murx-Stiftung", "Amt"]
    assert left["description"].tolist() == ["Die Hans-Murx-Stiftung trifft … in Wald.", ""]
    assert left["location"].tolist() == ["", "Wald"]


def test_what_is_not_confirmed_now_is_left_out_of_an_earlier_state_too():
    actors = [actor("a"), actor("b"), actor("murx", name="Murx")]
    older = region(actors, [], [tie("a", "cooperates_with", "murx"), tie("a", "cooperates_with", "b")])
    newer = region(actors, [], [tie("a", "cooperates_with", "murx", certainty="unconfirmed")])
    hides = Redaction(confirmed_only=True)

    left = redact(older, hides, without=unconfirmed(newer, hides) - {"a"})

    assert left.actors["id"].tolist() == ["a", "b"]
    assert left.ties["id"].tolist() == ["a>cooperates_with>b"]


def test_ids_of_projects_and_sources_are_replaced_where_ties_and_sources_refer_to_them():
    dataset = region(
        [actor("voith", "Unternehmen", name="Voith"), actor("amt"), actor("hs")],
        [project("voith-halle")],
        [tie("amt", "funds", "hs", within="voith-halle"), tie("amt", "leads", "voith-halle")],
        sources=[{"id": "voith-brief"}, {"id": "zeitung", "based_on": "voith-brief"}],
    )

    redacted = redact(dataset, ANONYMOUS)

    assert "voith" not in everything(redacted).casefold()
    assert redacted.ties["within"].tolist() == ["unternehmen-1-halle", ""]
    assert redacted.sources["based_on"].tolist() == ["", "unternehmen-1-brief"]


# --- what holds for all -----------------------------------------------------------------------------------------------

REDACTIONS = st.builds(
    Redaction,
    amounts=st.booleans(),
    anonymous_types=st.sampled_from([frozenset(), frozenset({"Hochschule"}), frozenset({"Kommune", ""})]),
    types_only=st.booleans(),
    confirmed_only=st.booleans(),
    key=st.sampled_from(["", "x"]),
)


@given(datasets(), REDACTIONS)
def test_a_redacted_dataset_is_valid_and_the_original_is_as_it_was(dataset, redaction):
    before = dataset.fingerprint

    redacted = redact(dataset, redaction)
    errors = [issue.code for issue in graph.load(write_tables(redacted)).issues if issue.severity == "error"]

    assert dataset.fingerprint == before
    assert errors == []
    for name in FRAMES:
        assert list(getattr(redacted, name).columns) == list(getattr(dataset, name).columns)
        if len(getattr(dataset, name)):
            assert getattr(redacted, name).dtypes.equals(getattr(dataset, name).dtypes)


@given(datasets())
def test_redacting_nothing_changes_nothing(dataset):
    assert redact(dataset, Redaction()) is dataset


def test_a_company_keeps_its_pseudonym_in_an_earlier_state_and_one_that_is_gone_gets_the_next_number():
    older = region([actor("gone", "Unternehmen"), actor("voith", "Unternehmen")])
    newer = region([actor("voith", "Unternehmen"), actor("zeiss", "Unternehmen")])
    names = pseudonyms(newer, ANONYMOUS)

    both = pseudonyms(older, ANONYMOUS, names)

    assert both["voith"] == names["voith"]
    assert both["gone"].name == "Unternehmen 3"
    assert sorted(redact(older, ANONYMOUS, names).actors["name"]) == sorted([names["voith"].name, "Unternehmen 3"])
