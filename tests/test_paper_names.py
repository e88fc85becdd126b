"""Names that have no form of their own: funds, what is planned, regions, capitals, groups that are counted."""

import pytest

from graph.extraction import Proposed, extract


def named(text: str, kind: Proposed) -> set[str]:
    return {proposal.text for proposal in extract(text).proposals if proposal.kind is kind}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rund 12.400 Euro fließen in den Kulturförderfonds.", "Kulturförderfonds"),
        ("Die Gemeinde Au beantragt Mittel aus dem Regionalbudget.", "Regionalbudget"),
        ("Die Netzwerkarbeit wird im Rahmen der Clusterförderung finanziert.", "Clusterförderung"),
        ("Am Gesamtbudget hält die EU die Hälfte.", None),
        ("Befürwortet wurde auch der geplante Bike-Park in Auheim.", "Bike-Park in Auheim"),
        ("Das für September 2021 geplante Chorfest musste abgesagt werden.", "Chorfest"),
        ("Der geplante Baubeginn verschiebt sich.", None),
        ("Daher wurden im Rahmen der Regionalen Kulturförderung Mittel gegeben.", "Regionale Kulturförderung"),
        ("Die Kammer baut ein Angebot unter dem Namen „Lehm:Werk:Statt“ auf.", "Lehm:Werk:Statt"),
        ("Weitere sächsische Projekte:\n* DMPL: Die Landwirtschaft von morgen.", "DMPL"),
        ("Es wird zu einem offenen und modernen Zentrum für Jung und Alt umgebaut.", None),
        ("Am Abend tagte die LEADER-Region Altenbrücker Land.", "LEADER-Region Altenbrücker Land"),
        ("Das Welcome Center Küste berät Fachkräfte.", "Welcome Center Küste"),
        ("Das Kultur- und Kreativquartier Auheim wird gebaut.", "Kultur- und Kreativquartier Auheim"),
        ("Es kommt aus dem Landesprogramm Wirtschaft.", "Landesprogramm Wirtschaft"),
        ("Sie beantragte Mittel mit dem Förderantrag „Blauer Weg“.", "Blauer Weg"),
        ("Am 5. Mai hat die Bürgerschaft den Plan beschlossen.", "Bürgerschaft"),
        ("Am 5. Mai hat der Rat der Stadt Auheim getagt.", "Rat der Stadt Auheim"),
        ("Als Rahmenprogramm zur Eröffnung gab es Musik.", None),
        ("Die Fraktion Bündnis Au stellt einen Antrag.", None),
    ],
)
def test_what_has_no_name_of_its_own_is_named_by_its_noun(text, name):
    assert named(text, Proposed.PROJECT) == ({name} if name else set())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Skizze wurde beim Projektträger Jülich eingereicht.", "Projektträger Jülich"),
        ("Die Mittel stellt der Sächsische Landtag bereit.", "Sächsischer Landtag"),
        ("Die Stadt Senfthal fördert das Projekt „Blau“, das die BTU Senfthal leitet.", "BTU Senfthal"),
        ("Beteiligt sind vier Gemeinden, die Region Auheim und drei Verbände.", "Region Auheim"),
        ("Dem Verein „Filme Dr. Otto Au e. V.“ wird Geld gewährt.", "Filme Dr. Otto Au e. V."),
        ("Der Zweckverband Holzverwertung Tal zog sich zurück.", "Zweckverband Holzverwertung Tal"),
        ("Das liegt beim Sachgebiet Kultur und Heimatpflege.", "Sachgebiet Kultur und Heimatpflege"),
        ("Der Vertrag mit der Deutschen Telekom ist unterschrieben.", "Deutsche Telekom"),
        ("Veranstalter war die Freilichtbühne Ahlenstedt.", "Freilichtbühne Ahlenstedt"),
        ("Seither sind 42 Kreiskommunen beigetreten.", "42 Kreiskommunen"),
        ("Die Kosten schätzt das Architekturbüro Sander + Kolb.", "Architekturbüro Sander + Kolb"),
        ("Den Bericht schrieb die Medicon Partner GmbH.", "Medicon Partner GmbH"),
        ("Dabei ist die Industrie- und Handelskammer zu Westau.", "Industrie- und Handelskammer zu Westau"),
        ("Dabei ist die Industrie- und Handelskammer (IHK) Westau.", "Industrie- und Handelskammer Westau"),
        ("Träger ist der Caritasverband für das Nahetal e. V.", "Caritasverband für das Nahetal e. V."),
        ("Träger ist der Verein Tausch und Teil e. V.", "Tausch und Teil e. V."),
        ("Träger ist die Genossenschaft Hausärzte im Soonwald eG.", "Hausärzte im Soonwald eG"),
        ("Sie ist Mitglied im Verband der hessischen Stadtwerke e. V.", "Verband der hessischen Stadtwerke e. V."),
        ("Das Ministerium des Innern und für Sport fördert es.", "Ministerium des Innern und für Sport"),
        ("Partner ist die Leuphana Universität Auheim.", "Leuphana Universität Auheim"),
        ("Betreff: Verteilung der Haushaltsmittel für den Landkreis Au- Bericht", "Landkreis Au"),
        ("Die SG Dahlenburg und der Flecken Auheim stimmen zu.", "Flecken Auheim"),
        ("Gemeinsam mit dem Schulzentrum Hartha plant die Stadt Au das Projekt „Blau“.", "Schulzentrum Hartha"),
    ],
)  # fmt: skip
def test_organisations_are_named_by_what_they_are(text, name):
    assert name in named(text, Proposed.ACTOR)


@pytest.mark.parametrize(
    "text",
    [
        "Der Eigenanteil der Kommunen beträgt die Hälfte.",
        "Es richtet sich an kleine und mittlere Unternehmen.",
        "Da beide Städte keine Miete verlangen, ist es möglich.",
        "In der Region Auheim wohnen viele.",
        "Sie stellen Kontakt zu Partnern aus Politik, Verwaltung und Wissenschaft im In- und Ausland her.",
        "Dort können einzelne Betriebe nicht mehr ausbilden.",
        "Der Ausbau „Weiße Flecken Zwei“ beginnt.",
    ],
)
def test_groups_and_places_that_do_nothing_are_no_organisation(text):
    assert not named(text, Proposed.ACTOR)


@pytest.mark.parametrize(
    "text",
    [
        "Kontakt\n\nAnna Weidner\nPressesprecherin Tel.: 0711 12345",
        'author:\n  - "Anna Weidner"\n  - "Ole Kern"\n',
        "Projekt | Kosten\nAnna Weidner | 500 Euro\n",
    ],
)
def test_a_person_who_stands_alone_is_never_proposed(text):
    assert not {"Anna Weidner", "Ole Kern"} & {proposal.text for proposal in extract(text).proposals}


def test_a_project_that_is_called_after_somebody_stands_in_quotation_marks():
    assert "Emma Neu" in {proposal.text for proposal in extract("Die Stadt Au fördert „Emma Neu“.").proposals}
