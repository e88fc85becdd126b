"""Who gets what: lists of what was granted, amounts behind who receives them, and the means a project is paid from."""

import pytest

from graph.extraction import Proposed, extract

LETTERS = (
    "Im Einzelnen gehen die Bescheide an:\n\n"
    "– die Stadt Au (8,9 Mio. Euro) für den Bau des Gründerzentrums „Alte Mühle“.\n\n"
    "– den Landkreis Bach (3.250.000 Euro) für das Vorhaben „Knoten Cham“, das er zusammen mit"
    " der Bahn Au GmbH umsetzt,\n\n"
    "– sowie den Museumsverband Bach e. V. mit 480.000 Euro für die Ausstellung „Schicht“.\n"
)
APPROVED = (
    "Die LAG Vorderland hat drei unserer Einreichungen genehmigt:\n"
    "- „Radmobil“ (Projektträgerin: Caritas Au; Förderung € 61.400)\n"
    "- „Jugend im Ried“ (Tourismusverein Au, € 34.900, gemeinsam mit dem Heimatmuseum Bach)\n"
)


def ties(text: str) -> set[tuple[str, str, str]]:
    return {(tie.source, tie.type, tie.target) for tie in extract(text).proposals if tie.kind is Proposed.TIE}


def amounts(text: str) -> list[tuple[float, str, str]]:
    found = [p for p in extract(text).proposals if p.kind is Proposed.AMOUNT]
    return [(float(p.value_eur or 0), p.basis, p.of) for p in found]


def statuses(text: str) -> dict[str, str]:
    return {p.text: p.status for p in extract(text).proposals if p.kind is Proposed.PROJECT}


def test_who_gets_an_amount_for_a_project_carries_it_out():
    assert {
        ("Stadt Au", "leads", "Gründerzentrum „Alte Mühle“"),
        ("Landkreis Bach", "leads", "Knoten Cham"),
        ("Bahn Au GmbH", "partner", "Knoten Cham"),
        ("Museumsverband Bach e. V.", "leads", "Ausstellung „Schicht“"),
    } == ties(LETTERS)


def test_amounts_of_a_list_of_letters_are_granted_and_its_projects_approved():
    assert amounts(LETTERS) == [
        (8_900_000.0, "granted", "Gründerzentrum „Alte Mühle“"),
        (3_250_000.0, "granted", "Knoten Cham"),
        (480_000.0, "granted", "Ausstellung „Schicht“"),
    ]
    assert set(statuses(LETTERS).values()) == {"approved"}


def test_who_approves_a_list_funds_each_item_of_it():
    assert ties(APPROVED) == {
        ("LAG Vorderland", "funds", "Radmobil"),
        ("LAG Vorderland", "funds", "Jugend im Ried"),
        ("Caritas Au", "leads", "Radmobil"),
        ("Tourismusverein Au", "leads", "Jugend im Ried"),
        ("Heimatmuseum Bach", "partner", "Jugend im Ried"),
    }
    assert statuses(APPROVED) == {"Radmobil": "approved", "Jugend im Ried": "approved"}


@pytest.mark.parametrize("said", ["nicht genehmigt", "abgelehnt", "beantragt, aber noch nicht bewilligt"])
def test_a_list_of_what_was_not_granted_states_no_funding(said):
    found = ties(APPROVED.replace("genehmigt", said))

    assert not [tie for tie in found if tie[1] == "funds"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Die 2019 gegründete Gewerbepark Ried GmbH, an deren Stammkapital von € 70.000,-- sich die Stadt Au mit"
            " 60 % und die Gemeinde Bach mit 40 % beteiligt haben, baut Hallen.",
            {
                ("Stadt Au", "shareholder_of", "Gewerbepark Ried GmbH"),
                ("Gemeinde Bach", "shareholder_of", "Gewerbepark Ried GmbH"),
            },
        ),
        (
            "Betreiberin ist die GTZ Au GmbH, deren Anteile zu 51 Prozent bei der Stadt Au und zu 49 Prozent bei der"
            " Region Bach GmbH liegen.",
            {
                ("Stadt Au", "shareholder_of", "GTZ Au GmbH"),
                ("Region Bach GmbH", "shareholder_of", "GTZ Au GmbH"),
            },
        ),
        (
            "An der 2017 eingetragenen Hafen Au GmbH halten neben der Stadt Au (51 v. H.) die Reederei Bach GmbH"
            " (25 v. H.) und – mittelbar über ihre Tochter Kai Invest GmbH – die Bank Cham AG (24 v. H.) Anteile.",
            {
                ("Stadt Au", "shareholder_of", "Hafen Au GmbH"),
                ("Reederei Bach GmbH", "shareholder_of", "Hafen Au GmbH"),
                ("Kai Invest GmbH", "shareholder_of", "Hafen Au GmbH"),
                ("Bank Cham AG", "shareholder_of", "Kai Invest GmbH"),
            },
        ),
        (
            "Seit Juli fördert das Land mit jährlich 350.000 Euro die Agentur Nordheide, in deren Lenkungskreis neben"
            " dem Landkreis Bach die Stadt Au sowie der DGB-Bezirk Ost vertreten sind.",
            {
                ("Landkreis Bach", "member_of", "Lenkungskreis"),
                ("Stadt Au", "member_of", "Lenkungskreis"),
                ("DGB-Bezirk Ost", "member_of", "Lenkungskreis"),
                ("Lenkungskreis", "part_of", "Agentur Nordheide"),
            },
        ),
        (
            "Teilvorhaben bearbeiten, jeweils als eigene Zuwendungsempfänger, der Landkreis Bach, die Kost Au eG und"
            " – seit dem Ausscheiden der Markt Vogel OHG an deren Stelle – die Hof Linde GbR.",
            {
                ("Landkreis Bach", "partner", "Blau"),
                ("Kost Au eG", "partner", "Blau"),
                ("Hof Linde GbR", "partner", "Blau"),
            },
        ),
        (
            "Leadpartner ist auf österreichischer Seite das Energieinstitut Au; die Gesamtkosten belaufen sich auf"
            " 1,3 Mio. Euro, wovon 910.000 Euro (70 %) aus EFRE-Mitteln des Programms Interreg V A stammen.",
            {("Energieinstitut Au", "leads", "Blau"), ("Interreg V A", "funds", "Blau")},
        ),
        (
            "Es läuft bis 2023. Bis dahin erhält es aus dem Bundesprogramm „Zusammenhalt“ Zuwendungen von 120.000 EUR.",
            {("Zusammenhalt", "funds", "Blau")},
        ),
        (
            "Das auf drei Jahre (Mai 2022 bis April 2025) angelegte Verbundvorhaben wird von der Hochschule Au"
            " koordiniert und aus dem Bundesprogramm „Zusammenhalt“ mit insgesamt 1.476.300 Euro unterstützt.",
            {("Hochschule Au", "leads", "Blau"), ("Zusammenhalt", "funds", "Blau")},
        ),
        (
            "Die Kost Au eG hat eine Zusage der Landesbank Bach über ein Darlehen von maximal 250.000 Euro erhalten.",
            {("Landesbank Bach", "funds", "Blau")},
        ),
        (
            "„Blau“ ging, nachdem die zuerst vorgesehene Datapool AG abgesagt hatte, gemeinsam mit der Softwareschmiede"
            " Au GmbH in den Testbetrieb.",
            {("Softwareschmiede Au GmbH", "partner", "Blau")},
        ),
        ("Kofinanziert wird es vom österreichischen Klimafonds mit € 198.000,--.", {("Klimafonds", "funds", "Blau")}),
    ],
)
def test_who_holds_takes_part_or_pays_in_whatever_order_it_is_said(sentence, expected):
    assert expected <= ties(f"Projekt „Blau“\n\nDas Projekt „Blau“ ist neu. {sentence}")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("vom Diakonischen Werk Au getragen", "Diakonisches Werk Au"),
        ("mit dem Verein Agglomeration Au, der Stadt Bach und anderen geplant", "Verein Agglomeration Au"),
        ("vom Amt der Tiroler Landesregierung, Abteilung Straßenbau begleitet", "Amt der Tiroler Landesregierung"),
        ("mit dem Kanton St. Gallus abgestimmt", "Kanton St. Gallus"),
        ("vom ver.di-Bezirk Nordheide begrüßt", "ver.di-Bezirk Nordheide"),
        ("vom Regionalbüro Heide begleitet", "Regionalbüro Heide"),
    ],
)
def test_bodies_whose_name_is_an_adjective_a_branch_or_a_common_noun_with_a_place_are_actors(words, name):
    found = {p.text for p in extract(f"Das Vorhaben wird {words}.").proposals if p.kind is Proposed.ACTOR}

    assert any(one.startswith(name) for one in found)


def test_an_aside_between_dashes_does_not_end_a_list_of_places():
    text = (
        "Dem Gemeindeverband REGIO Rheinbogen gehören die Gemeinden Au, Bach und – seit dem Beitritt per 1.7.2024 –"
        " Cham an. Den Anteil der Gemeinden trägt die REGIO."
    )

    assert ("Gemeinde Cham", "member_of", "Gemeindeverband REGIO Rheinbogen") in ties(text)


def test_a_numbered_heading_of_capitals_is_what_the_text_below_spells_out():
    text = "a) KEM Au\nDie Klima- und Energiemodellregion läuft bis 2027. Partnerin ist das Energieinstitut Bach.\n"

    assert ("Energieinstitut Bach", "partner", "KEM Au") in ties(text)


def test_money_and_dates_belong_to_the_organisation_its_sentence_says_is_funded():
    text = (
        "Projekt „Blau“\n\nDas Projekt „Blau“ läuft.\n\n"
        "Bereits seit Juli 2022 fördert das Land Hessen mit jährlich 350.000 Euro die Agentur Nordheide."
    )
    found = {(p.kind, p.of) for p in extract(text).proposals if p.kind in (Proposed.AMOUNT, Proposed.DATE)}

    assert found == {(Proposed.AMOUNT, "Agentur Nordheide"), (Proposed.DATE, "Agentur Nordheide")}


def test_years_of_reports_units_and_press_releases_are_no_dates_and_sums_of_many_projects_no_amount():
    text = (
        "Medieninformation Nr. 188/2024 vom 19. August 2024\n\nZwischenbericht 2023 zum Vorhaben „Blau“\n\n"
        "Bislang wurden 61 Projekte mit einem Volumen von zusammen 1,02 Mrd. Euro bestätigt.\n"
    )

    assert [p.text for p in extract(text).proposals if p.kind in (Proposed.AMOUNT, Proposed.DATE)] == []


def test_each_list_of_a_sentence_has_a_number_of_its_own():
    text = (
        "Projekt „Blau“\n\nGefördert wird „Blau“ vom Land Hessen und vom Landkreis Bach, Partner sind die Stadt Au"
        " und die Gemeinde Cham, und beteiligt sind die Kern GmbH und die Talbau AG."
    )
    found = [p for p in extract(text).proposals if p.kind is Proposed.TIE]
    kinds: dict[int, set[str]] = {}
    for tie in found:
        kinds.setdefault(tie.group, set()).add(tie.type)

    assert len(found) > 2
    assert all(len(of_list) == 1 for of_list in kinds.values())
