"""Files of an invented region as a newcomer has them: a cut of CORDIS, Förderkatalog, a matrix, a list of their own."""

from __future__ import annotations

import io
from collections.abc import Mapping

import xlsxwriter

# (project, PIC, name, postcode, city, nutsCode, role, ecContribution)
_PARTICIPATIONS = (
    ("101", "999000001", "HOCHSCHULE MUSTERSTADT", "99801", "MUSTERSTADT", "DEZ01", "coordinator", "300000.5"),
    ("101", "999000002", "LICHTWERK GMBH", "99801", "MUSTERSTADT", "DEZ01", "participant", "150000"),
    ("101", "999000003", "UNIVERSITE EXEMPLE", "75000", "PARIS", "FR101", "participant", "200000"),
    ("102", "999000004", "UNIVERSITA ESEMPIO", "00100", "ROMA", "ITI43", "coordinator", "500000"),
    ("102", "999000002", "LICHTWERK GMBH", "99801", "MUSTERSTADT", "DEZ01", "participant", ""),
    ("103", "999000003", "UNIVERSITE EXEMPLE", "75000", "PARIS", "FR101", "coordinator", "70000"),
)
_PROJECTS = (
    ("101", "LICHTSTADT", "CLOSED", "Licht für Städte", "2021-01-01", "2024-12-31", "650000.5"),
    ("102", "GLASHAUS", "SIGNED", "Glas für Häuser", "2025-01-01", "2028-12-31", "500000"),
    ("103", "FERNE", "SIGNED", "In der Ferne", "2025-01-01", "2028-12-31", "70000"),
)
_FOEKAT = (
    ("99TEST01A", "Hochschule Musterstadt", "Verbundprojekt: Wasser in Musterstadt; Teilvorhaben A", "100.000,00"),
    ("99TEST01B", "Lichtwerk Gesellschaft mit beschränkter Haftung", "Verbundprojekt: Wasser; B", "50.000,50"),
    ("99TEST02", "Hochschule Musterstaddt", "Optik für morgen", "25.000,00"),
    ("99TEST03", "Lichtwerk Optik Musterstadt GmbH", "Optik für heute", "5.000,00"),
)
_MATRIX = (
    ("Akteur", "Reallabor Licht", "Forum Wasser", "Runder Tisch"),
    ("Hochschule Musterstadt", "L", "x", ""),
    ("Lichtwerk GmbH", "x", "", "x"),
    ("Stadt Musterstadt", "", "L", "L"),
)
OWN_LIST = (
    "Firma;Vorhaben;Rolle im Verbund;Zuschuss in Euro\n"
    "Hochschule Musterstadt;Haus der Zukunft;Sprecherin;10.000,50\n"
    "Stadt Musterstadt;Haus der Zukunft;dabei;2.000,00\n"
)


def cordis() -> dict[str, bytes]:
    """Return organization.csv and project.csv, every cell in quotation marks, separated by semicolons."""
    header = "projectID;organisationID;name;postCode;city;nutsCode;role;ecContribution"
    projects = "id;acronym;status;title;startDate;endDate;ecMaxContribution"
    return {
        "organization.csv": _quoted([tuple(header.split(";")), *_PARTICIPATIONS]),
        "project.csv": _quoted([tuple(projects.split(";")), *_PROJECTS]),
    }


def foerderkatalog() -> dict[str, bytes]:
    """Return an export of the Förderkatalog: cells as formulas, Windows-1252."""
    header = (
        *("FKZ", "Ressort", "Zuwendungsempfänger", "Gemeindekennziffer", "Stadt/Gemeinde", "Ort", "Bundesland"),
        *("Thema", "Laufzeit von", "Laufzeit bis", "Fördersumme in EUR", "Verbundprojekt", "Förderart"),
    )
    rows = [
        (
            *(number, "BMFTR", name, "99801000", "Musterstadt", "Musterstadt", "Musterland", topic),
            *("01.01.2025", "31.12.2027", amount),
            *("Wasser in Musterstadt" if "Verbund" in topic else "", "Direkte Projektförderung"),
        )
        for number, name, topic, amount in _FOEKAT
    ]
    text = "".join(";".join(f'="{cell}"' for cell in row) + ";\r\n" for row in (header, *rows))
    return {"foerderkatalog.csv": text.encode("cp1252")}


def matrix() -> dict[str, bytes]:
    """Return a workbook with a title above a matrix of actors and projects."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Matrix")
        sheet.write_string(0, 0, "Wer macht wo mit?")
        for place, row in enumerate(_MATRIX, 2):
            for column, cell in enumerate(row):
                sheet.write_string(place, column, cell)
    return {"matrix.xlsx": written.getvalue()}


def own_list() -> Mapping[str, bytes]:
    """Return a list nobody recognises."""
    return {"verein.csv": OWN_LIST.encode()}


def _quoted(rows: list[tuple[str, ...]]) -> bytes:
    return "".join(";".join(f'"{cell}"' for cell in row) + "\n" for row in rows).encode()
