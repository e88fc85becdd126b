"""Whose the amounts and dates of a paper are, and what they are: who receives, who is joined, what something costs."""

import pytest

from graph.extraction import Proposed, extract
from graph.extraction.dates import find_dates


def amounts(text: str) -> list[tuple[float, str, str]]:
    found = [p for p in extract(text).proposals if p.kind is Proposed.AMOUNT]
    return [(float(p.value_eur or 0), p.basis, p.of) for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der Verein Kulturhof Au e. V. wurde mit 12.000 Euro bezuschusst. Das Theater Bach bekam 9.500 Euro,"
            " die Musikschule Cham gGmbH 1.800 Euro.",
            [
                (12_000, "granted", "Kulturhof Au e. V."),
                (9_500, "granted", "Theater Bach"),
                (1_800, "granted", "Musikschule Cham gGmbH"),
            ],
        ),
        ("Über 1,6 Millionen Euro kann sich die Hochschule Au freuen.", [(1_600_000, "", "Hochschule Au")]),
        (
            "Vom Land Hessen erhält die Hochschule Au 70.000 Euro.",
            [(70_000, "granted", "Hochschule Au")],
        ),
        (
            "Der Landkreis Bach unterstützt den Energiebund Au e. V. mit 75.000 € jährlich.",
            [(75_000, "per_year", "Energiebund Au e. V.")],
        ),
        (
            "Die Stadt Au ist seit 2011 Mitglied der Kulturregion Bach e. V.; der Mitgliedsbeitrag beträgt 9.800 Euro"
            " im Jahr.",
            [(9_800, "per_year", "Kulturregion Bach e. V.")],
        ),
        (
            "Der Ausschuss beschließt, folgende Zuschüsse zu gewähren:\n\n- Frauenhaus Au e. V.: 8.000 Euro\n"
            "- Hospizverein Bach e. V.: 1.500 Euro\n",
            [(8_000, "granted", "Frauenhaus Au e. V."), (1_500, "granted", "Hospizverein Bach e. V.")],
        ),
    ],
)
def test_where_no_project_is_named_an_amount_is_of_who_receives_it(text, expected):
    earlier = "Im Vorjahr liefen das Projekt „Radmobil“ und das Projekt „Lesebus“.\n\n"
    assert amounts(earlier + text) == expected


def test_a_project_of_the_same_paragraph_comes_before_who_receives():
    text = "Das Projekt „Radmobil“ läuft seit 2021. Die Stadt Au erhält dafür 5.000 Euro."
    assert amounts(text) == [(5_000, "granted", "Radmobil")]


def test_by_whom_something_is_done_is_not_whose_the_amount_is():
    text = (
        "Die Stadtwerke Au haben am Vorhaben „Wärmeatlas“ mitgewirkt, das vom Netzwerk Energie Bach koordiniert"
        " und vom Land Hessen mit 210.000 € gefördert wurde."
    )
    assert amounts(text) == [(210_000, "granted", "Wärmeatlas")]


@pytest.mark.parametrize("noun", ["Investitionskosten", "Baukosten", "Herstellungskosten", "Gesamtvolumen"])
def test_compounds_of_costs_and_volumes_say_that_an_amount_is_the_whole(noun):
    text = f"Das Projekt „Hallenbad“ beginnt 2024. Die Stadt Au setzt {noun} nach heutiger Rechnung mit 4 Mio. Euro an."
    assert amounts(text) == [(4_000_000, "total", "Hallenbad")]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("ist am 1. März 2021 gestartet und läuft bis zum 29. Februar 2024", ["2021-03-01/2024-02-29"]),
        ("hat im Mai 2020 begonnen und endet im Juli 2022", ["2020-05/2022-07"]),
        ("beginnt am 01.04.2021, die Laufzeit erstreckt sich bis zum 31.03.2024", ["2021-04-01/2024-03-31"]),
        ("begann am 01.04.2021 in Au; bis 31.03.2024 wird gebaut", ["2021-04-01", "2024-03-31"]),
        ("fährt seit dem Fahrplanwechsel am 11. Dezember 2022", ["2022-12-11/.."]),
        ("fand in den Jahren 2022 und 2023 statt", ["2022/2023"]),
        ("tritt mit Wirkung zum 1. Januar 2023 bei", ["2023-01-01"]),
    ],
)
def test_beginning_and_end_of_one_thing_are_a_range_and_what_takes_effect_has_a_day(words, edtf):
    assert [date.edtf for date in find_dates(words)] == edtf


def test_the_day_behind_its_weekday_begins_no_clause():
    text = "Der Ausschuss für Soziales tagt am Mittwoch, dem 8. November 2023, im Saal der Kreisverwaltung Au."
    assert [(p.edtf, p.of) for p in extract(text).proposals if p.kind is Proposed.DATE] == [
        ("2023-11-08", "Ausschuss für Soziales")
    ]


def test_a_project_whose_name_stands_behind_the_noun_is_not_the_one_named_before():
    text = (
        "Das Projekt „Radmobil“ läuft. Das zweite Projekt, der „Ausbildungsverbund Au“, hat am 1. September 2023"
        " begonnen."
    )
    assert [(p.edtf, p.of) for p in extract(text).proposals if p.kind is Proposed.DATE] == [
        ("2023-09-01", "Ausbildungsverbund Au")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Landkreis Bach ist seit 2017 Bildungsregion in Bayern.", [("2017/..", "Landkreis Bach")]),
        ("Das Schreiben des Landesamts für Umwelt vom 17.12.2021 liegt vor.", [("2021-12-17", "Landesamt für Umwelt")]),
    ],
)
def test_a_day_whose_sentence_names_only_an_organisation_is_not_of_a_project_far_above(text, expected):
    earlier = "Im Vorjahr liefen das Projekt „Radmobil“ und das Projekt „Lesebus“.\n\n"
    found = [p for p in extract(earlier + text).proposals if p.kind is Proposed.DATE]
    assert [(p.edtf, p.of) for p in found] == expected


def test_an_item_is_of_the_organisation_it_begins_with_not_of_where_that_lies():
    text = (
        "Drei Gemeinden können sich über Geld aus dem Landesprogramm freuen:\n\n"
        "  • Gemeinde Auhausen, Landkreis Bachtal, ca. 284.000 Euro\n"
        "  • Gemeinde Birkstetten, Ortsteil Oberdorf, Landkreis Chamsee, 100.000 Euro\n"
    )
    assert amounts(text) == [(284_000, "granted", "Gemeinde Auhausen"), (100_000, "granted", "Gemeinde Birkstetten")]


@pytest.mark.parametrize(
    "rule",
    [
        "Anträge, die 25.000 Euro übersteigen, entscheidet der Rat.",
        "Für Anträge über 25.000 Euro gilt das Projekt „Radmobil“ als Vorbild.",
        "Die Wertgrenze beim Projekt „Radmobil“ liegt bei 25.000 Euro.",
    ],
)
def test_a_limit_that_a_rule_sets_is_no_amount(rule):
    assert amounts("Das Projekt „Radmobil“ läuft. " + rule) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Die Stadt Au bringt bis zu einer maximalen Höhe von insgesamt 5 Mio. € in das Projekt „Radmobil“ ein.",
            [(5_000_000, "ceiling", "Radmobil")],
        ),
        (
            "Mit 24.000 Euro werden Veranstaltungen zum Jubiläum und dessen Umfeld im Projekt „Radmobil“ unterstützt.",
            [(24_000, "granted", "Radmobil")],
        ),
        (
            "Von der Volksbank Au kommen 78.000 Euro (Bescheid vom 20. Januar 2023) für das Projekt „Radmobil“.",
            [(78_000, "granted", "Radmobil")],
        ),
        (
            "Das Projekt „Radmobil“ (Volumen 34.500 €) ist mit Bescheid vom 3. Mai 2019 abgelehnt worden.",
            [(34_500, "total", "Radmobil")],
        ),
        (
            "Beantragt sind 4 Mio. Euro bei einem Projektvolumen von 6 Mio. Euro für das Projekt „Radmobil“.",
            [(4_000_000, "", "Radmobil"), (6_000_000, "total", "Radmobil")],
        ),
        (
            "Au bekommt für das Projekt „Radmobil“ 97.900 Euro, weitere 68.000 Euro fließen in das Projekt „Lesebus“.",
            [(97_900, "granted", "Radmobil"), (68_000, "granted", "Lesebus")],
        ),
    ],
)
def test_words_near_an_amount_say_what_it_is(sentence, expected):
    assert amounts(sentence) == expected


def test_the_project_below_whose_name_a_passage_stands_is_meant_by_a_noun():
    text = (
        "Die Stadt Au unterstützt zwei Projekte: Radmobil und Lesebus.\nRadmobil\n"
        "Radmobil ist ein Projekt der Stadtwerke Au GmbH. Dazu gehören zwei Säulen im Projekt „Ladepark“.\n"
        "Das Volumen des Projekts beträgt 11 Mio. Euro.\n"
    )
    assert amounts("Das Projekt „Radmobil“ beginnt.\n\n" + text)[-1] == (11_000_000, "total", "Radmobil")
    other = text.replace("Dazu gehören zwei Säulen im", "Das").replace("„Ladepark“.", "„Ladepark“ gehört dazu.")
    assert amounts("Das Projekt „Radmobil“ beginnt.\n\n" + other)[-1] == (11_000_000, "total", "Ladepark")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Die Stadt Au hat am Stammkapital von 7.669.400 € der Verkehrsbetriebe Bachtal GmbH einen Anteil.",
            [(7_669_400, "", "Verkehrsbetriebe Bachtal GmbH")],
        ),
        (
            "Die Stadt Au tritt dem Energiebund Bach e. V. bei. Der Mitgliedsbeitrag 2009 beträgt 3.800 Euro"
            " und wird aus Mitteln der Stiftung Cham gezahlt.",
            [(3_800, "", "Energiebund Bach e. V.")],
        ),
        (
            "Mit 150.000 Euro werden 14 Kommunen unterstützt. Möglich wird das durch das Projekt „Radmobil“.",
            [(150_000, "granted", "Radmobil")],
        ),
        ("Das Projekt „Radmobil“. It is supported with up to 3 million euros.", [(3_000_000, "ceiling", "Radmobil")]),
        ("Das Projekt „Radmobil“ läuft: 10 % von max. 100.000 Euro, das sind 1.500 Euro pro Mitgliedsgemeinde.", []),
    ],
)
def test_capital_dues_and_shares_say_whose_an_amount_is_or_that_it_is_none(text, expected):
    assert amounts(text) == expected


def test_bodies_before_a_day_are_named_with_their_field_and_a_year_in_a_compound_is_no_date():
    text = (
        "Vorlage 12/2014\n\nBeratungsfolge:\nFachausschuss Bau und Verkehr 16.09.2014 1. Lesung\n"
        "Rat 15.10.2014 Beschluss\n\n"
        "Die Regionale 2008-Projekte laufen weiter.\n"
    )
    found = [(p.edtf, p.of) for p in extract(text).proposals if p.kind is Proposed.DATE]
    assert found == [("2014-09-16", "Fachausschuss Bau und Verkehr"), ("2014-10-15", "Rat")]


@pytest.mark.parametrize(
    "text",
    [
        "Die Stiftung Au unterstützt das Projekt „Radmobil“. 5.000 Euro sind für den Anhänger gedacht.",
        "Zuwendungen des Kulturfonds\n\nDas Projekt „Radmobil“ kommt auf 5.000 Euro.",
        "Auszahlungen der bewilligten Zuschüsse:\n\n• Projekt „Radmobil“, 5.000 Euro\n• Projekt „Lesebus“, 5.000 Euro",
    ],
)
def test_what_stands_above_an_amount_says_that_it_was_given_where_its_clause_says_nothing(text):
    assert (5_000, "granted", "Radmobil") in amounts(text)


@pytest.mark.parametrize(
    "said",
    [
        "Ein Antrag über 5.000 Euro liegt vor.",
        "Die Kommunen bringen 5.000 Euro auf.",
        "Sein Gründungskapital ist 5.000 Euro.",
        "Es hat eine Skizze über 5.000 Euro vorgelegt.",
    ],
)
def test_what_is_asked_for_put_up_or_capital_is_given_by_nobody(said):
    text = f"Das Land Hessen fördert das Projekt „Radmobil“ und seinen Ausbau. {said}"
    assert (5_000, "granted", "Radmobil") not in amounts(text)
    assert [value for value, _, _ in amounts(text)] == [5_000]


def test_a_short_line_in_lower_case_between_empty_ones_is_a_cell_of_its_own():
    from graph.extraction.clean import clean

    assert clean("Gesamtkosten\n\nbewilligte Förderung").text == "Gesamtkosten\n\nbewilligte Förderung"
    assert clean("der Verein\n\nfür Kultur").text == "der Verein für Kultur"


@pytest.mark.parametrize(
    "text",
    [
        "Der Verband Region Au unterstützt drei Radprojekte mit insgesamt 9 Millionen Euro.",
        "Der Verband Region Au gab 20.000 Euro für Kleinprojekte frei.",
    ],
)
def test_an_amount_for_several_projects_together_is_of_who_gives_it(text):
    named = " Dabei sind das Projekt „Radmobil“, das Projekt „Lesebus“ und das Projekt „Uferweg“."
    assert [of for _, _, of in amounts(text + named)] == ["Verband Region Au"]


def test_a_volume_of_funding_is_granted_and_not_the_whole():
    text = "Das Projekt „Radmobil“ wächst. 2024 beträgt das Fördervolumen 40.000 Euro."
    assert amounts(text) == [(40_000, "granted", "Radmobil")]
