"""Facts on real files of registers, lists and other programs, computed without this program.

The files are not part of the project, because some name natural persons. They are read from a folder beside it, or from
the one that AKTEURSNETZ_REGISTERS names; where there is none, the invented files of `test_intake*` stand for them.
"""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from graph.intake.convert import convert

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
