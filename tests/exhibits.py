"""Exhibits written out for tests of the formats."""

from datetime import date
from decimal import Decimal
from itertools import groupby

from graph.build import multiplex
from graph.export.exhibit import Exhibit, Figure, Portfolio
from graph.export.pictures import (
    Chart,
    ChartForm,
    Decision,
    DrawnNetwork,
    LegendGroup,
    LegendSample,
    Matrix,
    MatrixRow,
    Series,
    Text,
    TextBlock,
)
from graph.export.table import ExportCell, ExportColumn, ExportTable, ValueKind
from graph.export.words import KEYS
from graph.picture.charts.bars import Bar, bars
from graph.picture.drawing import draw
from graph.picture.encoding import Encoding
from graph.picture.palette import palette
from graph.vocabulary import PARTICIPATION_KINDS
from tests.small_region import actor, project, region, tie

# the words themselves are tested with the screen; here they only have to arrive
WORDS = {key: key for key in KEYS} | {
    "page": "Seite {page} von {pages}",
    "legend": "Legende",
    "picture": "Bild",
    "source": "Quelle",
    "filters": "Filter",
    "no_filters": "keine",
    "link": "Link",
    "as_of": "Stand {date}",
    "created": "Erstellt am {date}",
    "licence": "Lizenz",
    "profile": "Fassung: {profile}",
    "numbered": "Nummern im Bild:",
    "numbered_apart": "Die Namen zu den Nummern im Bild stehen auf der nächsten Folie.",
    "unnamed_one": "1 Element steht ohne Namen im Bild.",
    "unnamed": "{n} Elemente stehen ohne Namen im Bild.",
    "unnamed_names": "Ohne Namen im Bild:",
    "no_amount": "k. A.",
    "legend_further": "weiter auf der nächsten Folie",
    "unconnected": "ohne Verbindung in dieser Auswahl ({n})",
    "unconnected_hubs": "ohne Verbindung und Kompetenzfeld ({n})",
    "empty": "Mit diesen Filtern bleibt kein Element übrig.",
    "more_row": "und 1 weitere Zeile",
    "more_rows": "und {n} weitere Zeilen",
    "more_table": "und 1 weitere Tabelle",
    "more_tables": "und {n} weitere Tabellen",
    "empty_columns": "ohne Angabe: {columns}",
    "more_columns": "Weitere Spalten: {columns}.",
    "reasons": "Begründung",
    "outcomes": "Beschluss",
    "sheet_data": "Daten",
    "sheet_about": "Angaben",
    "hits": "Treffer: {n}",
    "software": "vis-network {version}",
}
SOURCE = "Quelle: Probe · Stand 01.11.2026 · gestrichelt = unsicher"
LINK = "https://netz.example/netzwerk?fokus=hs"


def three_actors(**rest):
    """A university and a town in a project that a ministry funds; one participation is uncertain."""
    return region(
        [
            actor("hs", "Hochschule", name="Hochschule Aalen", short_name="HS Aalen", kompetenzfelder=("Photonik",)),
            actor("stadt", "Kommune", name="Stadt Aalen", short_name="Stadt Aalen"),
            actor("bund", "Land/Bund/EU", name="Bundesministerium", short_name="Bund"),
        ],
        [
            project("ki", "Photonik", name="KI-Werkstatt", short_name="KI-Werkstatt", status="ongoing"),
            project("alt", "Wasserstoff", name="Altes Vorhaben", short_name="Altes Vorhaben", status="completed"),
        ],
        [
            tie("hs", "leads", "ki"),
            tie("stadt", "partner", "ki", certainty="unconfirmed"),
            tie("bund", "funds", "ki", Decimal("1250000.50")),
            tie("hs", "partner", "alt"),
        ],
        title="Probe",
        as_of="2026-11-01",
        **rest,
    )


PLACES = {"hs": (0, 0), "stadt": (220, 40), "bund": (120, -130), "ki": (110, 20), "alt": (-120, 60)}


def drawing_of(dataset, places=None, **emphasis):
    network = multiplex(dataset, kinds=(*PARTICIPATION_KINDS, "funds"))
    spread = {key: (90.0 * (number % 12), 70.0 * (number // 12)) for number, key in enumerate(sorted(network))}
    encoding = Encoding(palette=palette(dataset.actors["type"]), size={"hs": 2.0, "stadt": 1.0}, size_name="projects")
    return draw(network, places or spread, encoding, **emphasis)


def legend_of(drawing):
    """Legend with the values of the data as words."""
    return tuple(
        LegendGroup(
            f"Legende: {channel}",
            tuple(LegendSample(f"{entry.value} {entry.count}", entry.node or entry.line) for entry in entries),
            channel,
        )
        for channel, entries in groupby(drawing.legend, key=lambda entry: entry.channel)
    )


def network_of(drawing, description="Netzwerk um die Hochschule Aalen"):
    facts = {node.id: (("Art", node.kind),) for node in drawing.nodes if node.kind}
    return DrawnNetwork(
        drawing, legend_of(drawing), description, "Nähe heißt Verbindung.", facts, {"hs": ("Photonik",)}
    )


def elements_table(drawing):
    return ExportTable(
        "Elemente im Bild",
        (ExportColumn("Name"), ExportColumn("Nachbarn", ValueKind.NUMBER)),
        tuple((ExportCell(node.name), ExportCell(str(node.neighbours), node.neighbours)) for node in drawing.nodes),
        tuple(node.id for node in drawing.nodes),
    )


def network_exhibit(drawing=None, **rest):
    drawing = drawing or drawing_of(three_actors(), PLACES, focus="hs")
    return Exhibit(
        title="Hochschule Aalen verbindet zwei Projekte",
        sentence="Im Umkreis 1 liegen 3 Akteure.",
        picture=network_of(drawing),
        table=elements_table(drawing),
        source=SOURCE,
        filters=("laufend", "seit 2021"),
        link=LINK,
        note="Frage an die Runde: Wer fehlt?",
        **rest,
    )


AMOUNTS = ExportTable(
    "Beträge",
    (
        ExportColumn("Fördergeber"),
        ExportColumn("Betrag", ValueKind.MONEY),
        ExportColumn("Anteil", ValueKind.NUMBER),
        ExportColumn("Beginn", ValueKind.DATE),
    ),
    (
        (
            ExportCell("Bund"),
            ExportCell("1.250.000,50 €", Decimal("1250000.50")),
            ExportCell("0,75", 0.75),
            ExportCell("01.05.2021", date(2021, 5, 1)),
        ),
        (
            ExportCell("Land"),
            ExportCell("400.000 €", 400000),
            ExportCell("0,25", 0.25),
            ExportCell("Frühjahr 2021", "2021-21"),
        ),
        (ExportCell("+49 7361"), ExportCell("k. A."), ExportCell("–"), ExportCell("k. A.")),
    ),
)


def chart_exhibit(names=("Photonik", "Wasserstoff")):
    drawn = [Bar(name, name, str(n), n) for n, name in enumerate(names, 1)]
    spec = bars(drawn, {"description": "Projekte je Feld", "label": "Feld", "text": "Zahl"})
    series = Series("Projekte", (*range(1, len(names)), None))
    return Exhibit(
        title="Wasserstoff hat die meisten Projekte",
        sentence="Zwei Felder haben Projekte.",
        picture=Chart(spec, "Balken: Projekte je Feld", ChartForm.BARS, tuple(names), (series,)),
        figures=(Figure("Akteure", "3", "1 ohne Kooperation"), Figure("Fördersumme", "1,3 Mio. €")),
        table=AMOUNTS,
        source=SOURCE,
    )


def matrix_exhibit():
    rows = (
        MatrixRow("Photonik", ("11", "–"), (5, 0), (11, None)),
        MatrixRow("Wasserstoff", ("1", "2"), (1, 2), (1, 2)),
    )
    matrix = Matrix("Felder und Typen", "Kompetenzfeld", ("Hochschule", "Forschungseinrichtung"), rows)
    return Exhibit("In einem Feld fehlt die Forschung", "Photonik ohne Forschung.", matrix, source=SOURCE)


def text_exhibit():
    return Exhibit(
        "Neu", "", Text((TextBlock("Neu", ("KI-Werkstatt",)), TextBlock("Beendet", ("Altes Vorhaben",)))), source=SOURCE
    )


def decision_exhibit():
    shown = Decision("Die Runde beschließt ein Vorhaben.", ("Drei Akteure sind bereit.",), ("angenommen", "vertagt"))
    return Exhibit("Beschlussvorschlag", picture=shown, source=SOURCE)


def empty_exhibit():
    return Exhibit(
        "Leer",
        "Nichts passt.",
        network_of(drawing_of(region())),
        table=ExportTable("Nichts", (ExportColumn("Name"),), ()),
    )


def portfolio_of(*exhibits, **rest):
    facts = {
        "title": "Lenkungsgruppe",
        "words": WORDS,
        "language": "de",
        "subtitle": "Probe",
        "as_of": "01.11.2026",
        "day": date(2026, 11, 23),
        "author": "Region",
        "licence": "CC BY 4.0",
        "dataset": three_actors(),
    }
    return Portfolio(exhibits=exhibits, **(facts | rest))


def all_kinds():
    return (
        network_exhibit(),
        chart_exhibit(),
        matrix_exhibit(),
        text_exhibit(),
        decision_exhibit(),
        Exhibit("Nur eine Tabelle", table=AMOUNTS, source=SOURCE),
        empty_exhibit(),
    )
