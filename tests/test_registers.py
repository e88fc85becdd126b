"""Facts on real files of registers, lists and other programs, computed without this program.

The files are not part of the project, because some name natural persons. They are read from a folder beside it, or from
the one that AKTEURSNETZ_REGISTERS names; where there is none, the invented files of `test_intake*` stand for them.
"""

import os
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import networkx as nx
import pytest

from graph.intake.columns import amounts_of
from graph.intake.convert import convert
from graph.intake.opening import open_files

SAMPLES = Path(os.environ.get("AKTEURSNETZ_REGISTERS", Path(__file__).parents[2] / "shared" / "data" / "registers"))

# file -> recipe, rows, cents, names
LISTS = {
    "cordis/ostwuerttemberg_h2020": ("cordis", 1_004, 53_848_372_690, 578),
    "cordis/organization_verbatim_2026.csv": ("cordis", 11, 220_268_329, 10),
    "foerderkatalog/foekat_export_header_until_2025.csv": ("foerderkatalog", 38, 2_213_566_650, 25),
    "efre_esf_list/bw_erdf_2014-2020.xlsx": ("vorhaben", 91, 11_592_251_703, 68),
    "efre_esf_list/bw_esf_2014-2020.xlsx": ("vorhaben", 1_598, 21_632_782_010, 1_173),
    "efre_esf_list/thueringen_erdf_2014-2020.csv": ("vorhaben", 1_149, 45_460_759_074, 837),
    "efre_esf_list/bayern_erdf_2014-2020.csv": ("vorhaben", 77, 34_174_249_776, 68),
    "efre_esf_list/hessen_esf_2014-2020.csv": ("vorhaben", 596, 9_868_144_197, 329),
    "efre_esf_list/berlin_erdf_2014-2020.xlsx": ("vorhaben", 386, 27_015_148_967, 252),
    "efre_esf_list/nrw_erdf_2014-2020.xlsx": ("vorhaben", 160, 26_173_867_939, 102),
    "efre_esf_list/rlp_erdf_2014-2020.xlsx": ("vorhaben", 14, 2_596_974_329, 14),
    "efre_esf_list/bremen_erdf_2014-2020.xlsx": ("vorhaben", 9, 736_503_300, 7),
    "efre_esf_list/mv_esf_2014-2020.xlsx": ("vorhaben", 1_445, 14_331_514_742, 748),
    "kohesio/DE_bayern_layout.csv": ("kohesio", 77, 34_174_249_776, 68),
    "keep_eu/keep_export_layout.xlsx": ("keep-eu", 103, 0, 61),
    "threesixty/a003W000001B7PzQAK.xlsx": ("360giving", 475, 0, 288),
    "matrix/akteur_projekt_matrix.xlsx": ("matrix", 46, 0, 46),
    "survey/limesurvey_results.csv": ("limesurvey", 6, 0, 8),
    "wide_membership/netzwerke_mitglieder.csv": ("mitglieder-in-spalten", 9, 0, 30),
}
# file -> nodes, ties in the file, ties taken
NETWORKS = {
    "kumu/snap-to-tutorial-data.xlsx": (51, 113, 113),
    "kumu/snap-to-tutorial-project.json": (51, 113, 113),
    "lobbyregister": (459, 436, 317),
    "nodexl/ABC-D_raw.xlsx": (76, 120, 115),
    "networkx/davis.gexf": (32, 89, 89),
    "networkx/davis.graphml": (32, 89, 89),
    "networkx/davis.net": (32, 89, 89),
    "networkx/davis_node_link.json": (32, 89, 89),
    "csv_pairs/quakers/quakers-network.graphml": (96, 162, 162),
    "matrix/akteur_projekt_matrix.xlsx": (58, 100, 100),
    "survey/limesurvey_results.csv": (8, 21, 20),
    "wide_membership/netzwerke_mitglieder.csv": (39, 39, 39),
}
OSTWUERTTEMBERG = ["DE11C", "DE11D"]


def sheet(translation, name):
    """Rows of a table, as dicts."""
    found = next((each for each in translation.reading.sheets if each.name == name), None)
    return [dict(zip(found.header, row, strict=True)) for row in found.rows] if found else []


if SAMPLES.is_dir():

    @pytest.mark.parametrize("name", LISTS)
    def test_a_list_has_the_rows_cents_and_names_it_was_counted_to_have(name):
        translation = convert(SAMPLES / name)
        report = translation.report.as_json()

        assert (
            report["recipe"],
            report["rows"]["file"],
            report["euros"]["file"],
            report["organisations"]["names"],
        ) == LISTS[name]
        assert translation.is_settled

    @pytest.mark.parametrize("name", NETWORKS)
    def test_a_network_has_the_nodes_and_ties_it_was_counted_to_have(name):
        translation = convert(SAMPLES / name)
        ties = translation.report.as_json()["ties"]

        nodes = len(sheet(translation, "actors")) + len(sheet(translation, "projects"))
        assert (nodes, ties["file"], ties["taken"]) == NETWORKS[name]

    def test_the_cut_of_horizon_2020_to_the_region_is_what_was_counted():
        cut = convert(SAMPLES / "cordis" / "ostwuerttemberg_h2020", region=OSTWUERTTEMBERG, keep="region")
        report = cut.report.as_json()
        ties = sheet(cut, "links")

        assert (report["rows"]["taken"], report["euros"]["taken"], report["organisations"]["new"]) == (
            44,
            3_965_794_864,
            12,
        )
        assert [sum(tie["kind"] == kind for tie in ties) for kind in ("partner", "leads", "supports")] == [41, 2, 1]
        own = [tie for tie in ties if tie["kind"] == "funds" and tie.get("within")]
        names = {row["id"]: row["name"] for row in sheet(cut, "actors")}
        of = {
            name: sum(Decimal(tie["amount_eur"]) for tie in own if name in names[tie["to_id"]])
            for name in ("CARL ZEISS SMT", "VARTA MICROBATTERY", "VOITH PAPER")
        }
        assert of == {
            "CARL ZEISS SMT": Decimal("24412359.85"),
            "VARTA MICROBATTERY": Decimal("6613846.81"),
            "VOITH PAPER": 0,
        }

    def test_the_whole_consortia_of_the_region_are_what_was_counted():
        cut = convert(SAMPLES / "cordis" / "ostwuerttemberg_h2020", region=OSTWUERTTEMBERG)
        ties = sheet(cut, "links")

        assert len(sheet(cut, "projects")) == 42
        assert [sum(tie["kind"] == kind for tie in ties) for kind in ("partner", "leads", "supports")] == [943, 42, 19]
        assert {tie["amount_basis"] for tie in ties if tie["kind"] == "funds" and not tie["within"]} == {"overlap"}

    def test_the_partners_sums_are_the_amounts_of_all_42_projects():
        partners, wholes = defaultdict(Decimal), {}
        for tie in sheet(convert(SAMPLES / "cordis" / "ostwuerttemberg_h2020"), "links"):
            if tie["kind"] == "funds" and tie["within"]:
                partners[tie["within"]] += Decimal(tie["amount_eur"])
            elif tie["kind"] == "funds":
                wholes[tie["to_id"]] = Decimal(tie["amount_eur"])

        assert len(wholes) == 42
        assert partners == wholes

    def test_organisations_without_a_name_and_cells_without_an_amount_are_as_many_as_were_counted():
        taken = convert(SAMPLES / "cordis" / "ostwuerttemberg_h2020")

        assert sum(row["name"] == row["id"] for row in sheet(taken, "actors")) == 131
        assert taken.report.recorded == 768
        assert taken.report.rows.file - taken.report.recorded == 236

    def test_of_the_cut_each_company_has_as_many_projects_as_were_counted():
        cut = convert(SAMPLES / "cordis" / "ostwuerttemberg_h2020", region=OSTWUERTTEMBERG, keep="region")
        names = {row["id"]: row["name"] for row in sheet(cut, "actors")}
        counted = defaultdict(set)
        for tie in sheet(cut, "links"):
            if tie["kind"] != "funds":
                counted[names[tie["from_id"]]].add(tie["to_id"])

        assert {
            wanted: len(set().union(*(projects for name, projects in counted.items() if wanted in name)))
            for wanted in ("CARL ZEISS SMT", "VARTA MICROBATTERY", "VOITH PAPER")
        } == {"CARL ZEISS SMT": 7, "VARTA MICROBATTERY": 13, "VOITH PAPER": 2}

    def test_two_columns_of_one_file_are_written_in_two_ways():
        (grid,) = open_files(SAMPLES / "cordis" / "organization_verbatim_2026.csv").grids
        (_, header), *rows = grid.rows()
        cells = [cells[header.index("totalCost")] for _, cells in rows]
        written = amounts_of(cells)

        assert sum(written.cents(cell) or 0 for cell in cells) == 294_655_674
        report = convert(SAMPLES / "cordis" / "organization_verbatim_2026.csv").report.as_json()
        assert (report["amounts"]["recorded"], report["rows"]["left_out"]) == (10, {"person": 1})

    def test_a_list_is_cut_by_places_and_says_how_many_have_no_beneficiary():
        file = SAMPLES / "efre_esf_list" / "bw_erdf_2014-2020.xlsx"
        whole, cut = convert(file), convert(file, region="Gerstetten,Aalen,Heidenheim,Oberkochen,Ellwangen")

        assert (cut.report.rows.taken, cut.report.euros.taken) == (6, 492_680_954)
        assert [_without_beneficiary(whole), _without_beneficiary(cut)] == [11, 2]

    def test_equal_rows_of_a_list_are_as_many_as_were_counted():
        taken = sheet(convert(SAMPLES / "efre_esf_list" / "hessen_esf_2014-2020.csv"), "projects")

        assert len(taken) == 596
        assert sum(bool(re.search(r"-[0-9a-f]{8}-[0-9]$", row["id"])) for row in taken) == 15

    def test_a_matrix_says_who_leads_and_who_takes_part():
        taken = convert(SAMPLES / "matrix" / "akteur_projekt_matrix.xlsx")
        kinds = [tie["kind"] for tie in sheet(taken, "links")]

        assert (len(sheet(taken, "actors")), len(sheet(taken, "projects"))) == (46, 12)
        assert (kinds.count("leads"), kinds.count("partner")) == (20, 80)

    def test_the_register_of_lobbyists_has_the_nodes_and_kinds_of_ties_it_was_counted_to_have():
        (nodes,) = (grid for grid in open_files(SAMPLES / "lobbyregister").grids if "nodes" in grid.file)
        (_, header), *rows = nodes.rows()
        label = [text.casefold() for text in header].index("label")
        taken = convert(SAMPLES / "lobbyregister")
        kinds = [tie["kind"] for tie in sheet(taken, "links")]

        assert (len(rows), sum(not cells[label].strip() for _, cells in rows)) == (459, 39)
        assert taken.report.ties.left_out["end-without-node"] == 119
        assert kinds.count("member_of") == 294

    def test_what_is_left_out_of_a_survey_and_of_a_network_has_its_reason():
        survey = convert(SAMPLES / "survey" / "limesurvey_results.csv").report
        nodexl = convert(SAMPLES / "nodexl" / "ABC-D_raw.xlsx").report

        assert (survey.rows.taken, survey.rows.left_out) == (5, {"unfinished": 1})
        assert (survey.ties.taken, survey.ties.left_out) == (20, {"free-text": 1})
        assert nodexl.ties.left_out == {"loop": 5}

    def test_tables_of_nodes_and_ties_are_the_network_of_the_same_name():
        tables = [SAMPLES / "csv_pairs" / "quakers" / f"quaker-{name}.csv" for name in ("nodes", "edges")]
        taken = convert(tables)

        assert (len(sheet(taken, "actors")), taken.report.ties.taken) == (96, 162)

    def test_the_two_modes_of_a_network_are_as_large_as_was_counted():
        for name in ("davis.gexf", "davis.graphml", "davis.net", "davis_node_link.json"):
            taken = convert(SAMPLES / "networkx" / name)
            drawn = nx.Graph([(tie["from_id"], tie["to_id"]) for tie in sheet(taken, "links")])

            assert sorted(map(len, nx.bipartite.sets(drawn))) == [14, 18]

    def test_memberships_and_leads_are_as_many_as_were_counted():
        wide = convert(SAMPLES / "wide_membership" / "netzwerke_mitglieder.csv")
        members = [tie for tie in sheet(wide, "links") if tie["kind"] == "member_of"]
        interreg = sheet(convert(SAMPLES / "keep_eu" / "keep_export_layout.xlsx"), "links")

        assert (len({tie["to_id"] for tie in members}), len({tie["from_id"] for tie in members})) == (9, 30)
        assert (
            len({tie["to_id"] for tie in interreg}) - len({tie["to_id"] for tie in interreg if tie["kind"] == "leads"})
            == 38
        )

    def test_postcodes_of_a_list_that_lost_their_zero_are_restored():
        taken = sheet(convert(SAMPLES / "efre_esf_list" / "thueringen_erdf_2014-2020.csv"), "projects")

        assert sum(row["postcode"].startswith("0") for row in taken) == 388
        assert {len(row["postcode"]) for row in taken} == {5}

    def _without_beneficiary(translation):
        """Rows of a list of operations that name nobody."""
        with_one = {tie["locator"] for tie in sheet(translation, "links") if tie["kind"] == "leads"}
        return translation.report.rows.taken - len(with_one)

    def test_the_federal_register_is_taken_as_it_was_counted():
        taken = convert(SAMPLES / "foerderkatalog" / "foekat_export_header_until_2025.csv")
        report = taken.report.as_json()

        assert report["rows"] == {"file": 38, "taken": 35, "left_out": {"booking": 1, "privacy": 2}}
        assert report["euros"] == {"file": 2_213_566_650, "taken": 2_211_332_150, "left_out": {"privacy": 2_234_500}}
        assert (len(sheet(taken, "projects")), report["organisations"]["new"]) == (31, 23)
        partners = [tie["to_id"] for tie in sheet(taken, "links") if tie["kind"] == "partner"]
        names = {row["id"]: row["name"] for row in sheet(taken, "projects")}
        assert {name: sum(names[end] == name for end in partners) for name in ("BeispielOstalb", "H2Papier")} == {
            "BeispielOstalb": 3,
            "H2Papier": 2,
        }

    def test_the_federal_register_is_cut_by_the_keys_of_municipalities():
        cut = convert(
            SAMPLES / "foerderkatalog" / "foekat_export_header_until_2025.csv", region="08135,08136", keep="region"
        )
        report = cut.report.as_json()

        assert report["rows"]["file"] - report["rows"]["left_out"]["outside-region"] == 7
        assert (report["rows"]["taken"], report["euros"]["taken"], len(sheet(cut, "projects"))) == (4, 95_000_050, 2)
        assert report["organisations"]["new"] == 4

    def test_a_list_is_cut_by_postcodes_without_their_zero_and_by_places():
        jena = convert(
            SAMPLES / "efre_esf_list" / "thueringen_erdf_2014-2020.csv", region=["07743", "07745", "07747", "07749"]
        ).report.as_json()
        assert (jena["rows"]["taken"], jena["euros"]["taken"]) == (120, 3_573_196_838)
        assert jena["organisations"]["names"] - jena["organisations"]["reasons"]["outside-region"] == 64

    def test_keep_eu_has_leads_where_the_export_says_so():
        taken = convert(SAMPLES / "keep_eu" / "keep_export_layout.xlsx")
        leads = {tie["to_id"] for tie in sheet(taken, "links") if tie["kind"] == "leads"}

        assert (len(sheet(taken, "projects")), len(leads)) == (60, 22)

    def test_grants_in_pounds_are_shown_and_not_added():
        report = convert(SAMPLES / "threesixty" / "a003W000001B7PzQAK.xlsx").report.as_json()

        assert report["amounts"]["other_currency"] == {"GBP": 2_175_779_327}
        assert report["euros"]["file"] == 0

    def test_all_of_horizon_2020_has_the_rows_and_cents_it_was_counted_to_have():
        report = convert(SAMPLES.parent / "cordis_h2020" / "h2020_participations.csv.gz").report.as_json()

        assert (report["rows"]["file"], report["euros"]["file"]) == (144_726, 5_906_205_300_672)
        assert report["organisations"]["names"] == 35_871
