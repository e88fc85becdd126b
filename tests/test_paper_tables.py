"""Tables of papers by the kinds of their columns: bars, tabs, who takes part, who gives; and lists of projects."""

from graph.extraction import Proposed, extract


def ties(text: str) -> set[tuple[str, str, str]]:
    return {(tie.source, tie.type, tie.target) for tie in extract(text).proposals if tie.kind is Proposed.TIE}


def amounts(text: str) -> list[tuple[float, str, str]]:
    return [(float(a.value_eur or 0), a.basis, a.of) for a in extract(text).proposals if a.kind is Proposed.AMOUNT]


def statuses(text: str) -> dict[str, str]:
    return {p.text: p.status for p in extract(text).proposals if p.kind is Proposed.PROJECT}


PARTNERS = (
    "Innovationsquartier Güterbahnhof\n\nDas Projekt „Quartier Nord“ beginnt.\n\n"
    "Partner | Beitrag | Betrag in EUR\n"
    "Hochschule Au | Labor | 350.000\n"
    "Sparkasse Au | Fonds | 500.000\n"
    "Summe | | 850.000\n"
)


def test_rows_of_partners_belong_to_the_project_spoken_of_before():
    assert {("Hochschule Au", "partner", "Quartier Nord"), ("Sparkasse Au", "partner", "Quartier Nord")} <= ties(
        PARTNERS
    )


def test_a_row_that_adds_up_is_no_amount():
    assert [value for value, _, of in amounts(PARTNERS) if of == "Quartier Nord"] == [350_000, 500_000]


def test_bars_and_tabs_part_cells_alike():
    assert ties(PARTNERS) == ties(PARTNERS.replace(" | ", "\t"))


def test_spans_of_a_table_with_bars_point_into_the_text_as_given():
    for proposal in extract(PARTNERS).proposals:
        start, end = proposal.span
        assert 0 <= start < end <= len(PARTNERS)
        if proposal.kind is Proposed.ACTOR:
            assert PARTNERS[start:end] == proposal.text


PROJECTS = (
    "| Vorhaben | Träger | Partner | Fördergeber | Laufzeit | Fördersumme in EUR | Status |\n"
    "|---|---|---|---|---|---|---|\n"
    "| Hafenlabor | Hafen Au GmbH | Uni Au; Logistik AG | EFRE / Land | 07/2021–06/2024 | 1.875.400 | läuft |\n"
    "| Drehkreuz | Stadt Au | Kreis Bach | Bund | 05–12/2023 | 4.200.000 | beantragt |\n"
    "| Melder 2.0 | Stadt Au | Uni Au | Bund | 2022 | 0 | zurückgezogen |\n"
)


def test_a_column_of_organisations_names_those_that_no_rule_knows():
    assert {
        ("Hafen Au GmbH", "leads", "Hafenlabor"),
        ("Uni Au", "partner", "Hafenlabor"),
        ("Land", "funds", "Hafenlabor"),
        ("Kreis Bach", "partner", "Drehkreuz"),
    } <= ties(PROJECTS)


def test_what_a_row_says_is_asked_for_is_not_given():
    found = ties(PROJECTS)

    assert ("Drehkreuz", "submitted_to", "Bund") in found
    assert ("Bund", "funds", "Drehkreuz") not in found
    assert ("Bund", "funds", "Melder 2.0") not in found
    assert amounts(PROJECTS) == [(1_875_400, "granted", "Hafenlabor"), (4_200_000, "", "Drehkreuz")]


def test_months_of_one_year_are_a_range():
    assert [d.edtf for d in extract(PROJECTS).proposals if d.of == "Drehkreuz" and d.kind is Proposed.DATE] == [
        "2023-05/2023-12"
    ]


LIST = (
    "Ausgewählte Projekte:\n\n"
    "1. Mobiler Backofen\n   Träger: Landfrauenverein Au e. V.\n"
    "   Kosten: 11.350,00 € / Zuschuss: 9.080,00 €\n\n"
    "2. Dorfladen Bach – Kühltechnik\n   Träger: Dorfladen Bach UG (haftungsbeschränkt)\n"
    "   Kosten: 20.000,00 € / Zuschuss: 16.000,00 €\n"
)


def test_lines_below_a_title_say_who_carries_it_out_and_what_each_amount_is():
    assert {
        ("Landfrauenverein Au e. V.", "leads", "Mobiler Backofen"),
        ("Dorfladen Bach UG (haftungsbeschränkt)", "leads", "Dorfladen Bach – Kühltechnik"),
    } <= ties(LIST)
    assert amounts(LIST) == [
        (11_350, "total", "Mobiler Backofen"),
        (9_080, "granted", "Mobiler Backofen"),
        (20_000, "total", "Dorfladen Bach – Kühltechnik"),
        (16_000, "granted", "Dorfladen Bach – Kühltechnik"),
    ]


def test_a_heading_says_how_far_all_below_it_have_come():
    assert statuses(LIST) == {"Mobiler Backofen": "approved", "Dorfladen Bach – Kühltechnik": "approved"}


BLOCKS = (
    "Wirtschaftsförderung Au GmbH\nJahresbericht 2021\n\nDie Wirtschaftsförderung Au GmbH berichtet.\n\n"
    "Projekt\nRolle der Gesellschaft\nWeitere Partner\nFördermittelgeber\nZeitraum\nBetrag (€)\n\n"
    "Lotsen Mittelstand\nProjektleitung\nHandwerkskammer Bach\n"
    "IHK Cham\nLand Hessen\n01.04.2019 – 31.03.2022\n412.350\n\n"
    "Pendlerportal Bach\nPartnerin\nStadtwerke Cham GmbH\n"
    "Eigenmittel\nseit 06/2018\n18.000\n\n"
    "Garage Dorn\nProjektleitung\nGemeinde Dorn\n"
    "Land Hessen\nJanuar 2022 – Dezember 2024\n(beantragt) 540.000\n\n"
    "Gesamt\n970.350\n"
)


def test_rows_parted_by_empty_lines_keep_several_partners():
    found = ties(BLOCKS)

    assert {
        ("Wirtschaftsförderung Au GmbH", "leads", "Lotsen Mittelstand"),
        ("Handwerkskammer Bach", "partner", "Lotsen Mittelstand"),
        ("IHK Cham", "partner", "Lotsen Mittelstand"),
        ("Land Hessen", "funds", "Lotsen Mittelstand"),
        ("Wirtschaftsförderung Au GmbH", "partner", "Pendlerportal Bach"),
        ("Stadtwerke Cham GmbH", "partner", "Pendlerportal Bach"),
        ("Garage Dorn", "submitted_to", "Land Hessen"),
    } <= found
    assert ("Land Hessen", "funds", "Garage Dorn") not in found


def test_amounts_of_such_rows_are_given_own_or_asked_for_and_the_sum_is_none():
    assert amounts(BLOCKS) == [
        (412_350, "granted", "Lotsen Mittelstand"),
        (18_000, "own_funds", "Pendlerportal Bach"),
        (540_000, "", "Garage Dorn"),
    ]


def test_two_blanks_part_cells_in_a_row_whose_other_cells_stand_apart():
    text = (
        "Übersicht\n\n"
        "Nr.   Projekt           Federführung              Partner             Kosten in Euro   Laufzeit\n"
        "1     Bürgerportal Au   Stadt Au                  Stadtwerke Au GmbH  184.000          2022–2024\n"
        "2     Funknetz Bachtal  Stadtwerke Bachtal GmbH  Hochschule Au        132.000          2023–2024\n"
    )
    found = [(p.value_eur, p.basis, p.of) for p in extract(text).proposals if p.kind is Proposed.AMOUNT]
    assert found == [(184_000, "total", "Bürgerportal Au"), (132_000, "total", "Funknetz Bachtal")]


def cells(*words: str) -> str:
    """Return cells as they are copied from a page of a council: a paragraph each."""
    return "\n\n".join(words)


STACKED = cells(
    "Aus der Museumsförderung werden 2016 unterstützt:",
    *("Nr.", "Projekt", "Antragsteller/", "Museum", "Gesamtkosten", "beantragte Förderung", "bewilligte Förderung"),
    *("1", "Neue Dauerausstellung", "Weinbaumuseum Au", "82.000,- €", "32.000,- €", "30.000,- €"),
    *("2", "Sanierung der Kelter", "Stiftung Burg Bach", "Haus der Wege", "33.000,- €", "16.500,- €", "0 €"),
    "Die Verwaltung berichtet dem Ausschuss im Herbst.",
)


def test_cells_of_a_paragraph_each_are_rows_that_end_with_the_amounts_their_titles_name():
    assert amounts(STACKED) == [
        (82_000, "total", "Neue Dauerausstellung"),
        (32_000, "", "Neue Dauerausstellung"),
        (30_000, "granted", "Neue Dauerausstellung"),
        (33_000, "total", "Sanierung der Kelter"),
        (16_500, "", "Sanierung der Kelter"),
    ]


def test_such_a_row_says_who_carries_the_item_out_and_that_it_is_approved():
    assert ("Weinbaumuseum Au", "leads", "Neue Dauerausstellung") in ties(STACKED)
    assert ("Stiftung Burg Bach", "leads", "Sanierung der Kelter") in ties(STACKED)
    assert statuses(STACKED)["Neue Dauerausstellung"] == "approved"
    assert "Haus der Wege" not in statuses(STACKED)


def test_cells_without_a_title_of_amounts_are_no_table():
    assert not statuses(cells("Die Stadt Au teilt mit:", "Dachsanierung", "5.000 €", "Wegebau", "7.000 €"))


def test_a_unit_in_a_header_or_above_a_table_multiplies_its_numbers():
    rows = "Projekt\tTräger\tZuschuss{}\nRadweg Au\tStadt Au\t350\nHallenbad Bach\tStadt Bach\t1,5{}\n"
    assert [value for value, _, _ in amounts(rows.format(" in T€", ""))] == [350_000, 1_500]
    assert [value for value, _, _ in amounts("Bewilligungen (Angaben in Mio. Euro)\n\n" + rows.format("", ""))] == [
        350_000_000,
        1_500_000,
    ]
    assert [value for value, _, _ in amounts(rows.format(" in T€", " Mio. €"))] == [350_000, 1_500_000]


def test_headers_over_and_over_cost_no_more_than_a_long_table():
    from time import process_time

    from graph.extraction.tables.stacked import stacked_tables

    began = process_time()
    assert stacked_tables("Projekt\n\nKosten\n\nA\n\n5.000 €\n\n" * 3_000) == []
    assert process_time() - began < 5
