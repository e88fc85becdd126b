"""Which words the files need beside those of the exhibits."""

from __future__ import annotations

from collections.abc import Mapping

KEYS = (
    "page",  # Seite {page} von {pages}
    "legend",
    "legend_further",  # last line of a legend that goes on, on a slide of its own
    "table",
    "filters",
    "no_filters",
    "title",
    "view",
    "source",
    "link",
    "as_of",  # Stand {date}
    "created",  # Erstellt am {date}
    "licence",
    "profile",  # Profil: {profile}
    "unconnected",  # heading, {n}
    "unconnected_hubs",  # where fields of competence are nodes too, {n}
    "no_amount",  # on a line of money whose amount is not known
    "numbered",  # heads the names whose numbers stand in the picture
    "numbered_apart",  # says that they follow on a slide of their own
    "unnamed_one",  # 1 element without a name in the picture
    "unnamed",  # {n} elements
    "unnamed_names",  # heads their names in the notes
    "empty",  # said in place of a picture without elements
    "more_row",  # … und 1 weitere Zeile
    "more_rows",  # … und {n} weitere Zeilen
    "more_table",  # … und 1 weitere Tabelle
    "more_tables",  # … und {n} weitere Tabellen
    "empty_columns",  # {columns} that hold nothing in any row
    "more_columns",  # {columns} that find no room
    "proposal",
    "reasons",
    "outcomes",
    "contents",
    "sheet_data",
    "sheet_about",
    "sheet",
    "sheet_rows",
    "picture",
    # web page
    "search",
    "search_hint",
    "field",
    "all_fields",
    "no_hit",
    "hits",  # {n}
    "details",
    "details_hint",
    "ties",
    "close",
    "print",
    "software",  # {version} of vis-network
    "focus",
    "unfocus",
    "skip",
    "open",
    "keyboard",
)


def rows_left(words: Mapping[str, str], rows: int) -> str:
    """Say how many rows of a table a file leaves out."""
    return words["more_row"] if rows == 1 else words["more_rows"].format(n=rows)


def tables_left(words: Mapping[str, str], tables: int) -> str:
    """Say how many tables of a view a file leaves out."""
    return words["more_table"] if tables == 1 else words["more_tables"].format(n=tables)
