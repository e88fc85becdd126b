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
    ],
)
def test_who_holds_takes_part_or_pays_in_whatever_order_it_is_said(sentence, expected):
    assert expected <= ties(f"Projekt „Blau“\n\nDas Projekt „Blau“ ist neu. {sentence}")


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
