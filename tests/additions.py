"""What the guide for contributors says how to add, done in a copy of the code: files it names, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path


def insert(root: Path, file: str, before: str, text: str) -> None:
    """Write ``text`` into a file of ``root``, in front of the first ``before``."""
    content = (root / file).read_text("utf-8")
    assert before in content, f"{file} has no {before!r} any more"
    (root / file).write_text(content.replace(before, text + before, 1), "utf-8")


def append(root: Path, file: str, text: str) -> None:
    """Write ``text`` at the end of a file, which is made when it is not there."""
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    with (root / file).open("a", encoding="utf-8") as end:
        end.write(text)


def after(root: Path, file: str, line: str, text: str) -> None:
    """Write ``text`` into a file behind the first ``line``."""
    content = (root / file).read_text("utf-8")
    assert line in content, f"{file} has no {line!r} any more"
    (root / file).write_text(content.replace(line, line + text, 1), "utf-8")


def column(root: Path) -> None:
    """Add the number in a register of companies to the actors."""
    number = 'ContractColumn("register_number", CellKind.TEXT, ("registernummer",)),\n                '
    insert(root, "graph/schema.py", 'ContractColumn("collective"', number)
    for language, word in (("de", "Registernummer"), ("en", "Register number")):
        change = f"views/locales/{language}/change.json"
        after(root, change, '"field_name": {', f'\n    "register_number": "{word}",')


def measure(root: Path) -> None:
    """Add the square of the number of partners."""
    file = "graph/measures/registry.py"
    function = (
        "def degree_squared(study: Study) -> NDArray[Any]:\n"
        '    """Square the number of partners."""\n    return degree(study) ** 2\n\n\n'
    )
    insert(root, file, "MEASURES: Mapping", function)
    insert(
        root,
        file,
        '        Measure("projects", projects,',
        '        Measure("degree_squared", degree_squared, "none"),\n',
    )
    for language, word in (("de", "Partner im Quadrat"), ("en", "Partners squared")):
        said = ", ".join(f'"{part}": "{word}."' for part in ("what", "read", "limits"))
        after(
            root, f"views/locales/{language}/measure.json", "{", f'\n  "degree_squared": {{"name": "{word}", {said}}},'
        )


def file_format(root: Path) -> None:
    """Add plain text: the titles and sentences of a portfolio."""
    append(
        root,
        "graph/export/plain_text.py",
        '"""Titles and sentences as plain text."""\n\nfrom graph.export.exhibit import Portfolio\n\n\n'
        'def plain_text(portfolio: Portfolio) -> bytes:\n    """Write title and sentence of each exhibit."""\n'
        '    lines = (f"{shown.title}: {shown.sentence}" for shown in portfolio.exhibits)\n'
        '    return "\\n".join((portfolio.title or "Akteursnetz", *lines)).encode()\n',
    )
    file = "graph/export/formats.py"
    write = '_at_once(function_of("graph.export.plain_text", "plain_text"))'
    line = f'Format("txt", "txt", "text/plain", Content.EXHIBITS, {write}),'
    insert(root, file, '        Format("xlsx"', f"        {line}\n")
    for language in ("de", "en"):
        after(root, f"views/locales/{language}/export.json", '"format": {', '\n    "txt": "Text (TXT)",')


def exhibit(root: Path) -> None:
    """Add the number of actors, as a tab of its own that can be taken away."""
    append(
        root,
        "views/roles/exhibit.py",
        '\n\ndef headcount(view: View) -> Exhibit:\n    """Return how many actors there are."""\n'
        '    return framed(view, f"{len(view.part.actors)} Akteure", "Alle zusammen.")\n',
    )
    insert(root, "views/exhibit/pages.py", '        "netz": roles.whole,', '        "koepfe": roles.headcount,\n')
    append(
        root,
        "ui/roles/headcount.py",
        '"""How many actors there are."""\n\nfrom ui.tab import nothing_to_choose\nfrom views.view import View\n\n'
        'options = nothing_to_choose\n\n\ndef sentence(view: View) -> str:\n    """Say it."""\n'
        '    return f"{len(view.part.actors)} Akteure."\n\n\n'
        'def show(view: View) -> None:\n    """Show nothing besides."""\n',
    )
    page = "ui/page/rollen.py"
    insert(root, page, "from ui.tab", "from ui.roles import headcount\n")
    insert(root, page, '    "netz":', '    "koepfe": headcount,\n')
    for language, word in (("de", "Köpfe"), ("en", "Heads")):
        after(root, f"views/locales/{language}/rollen.json", '"tab": {', f'"koepfe": "{word}", ')


def topic(root: Path) -> None:
    """Add where actors are: a folder with question, answer, words, tables and exhibit, and a page."""
    says = "from views.view import View\n"
    head = {
        "__init__": '"""Where actors are."""\n',
        "question": f'"""What is asked of places."""\n\n{says}\n\n'
        'def least(view: View) -> int:\n    """From how many actors on a place counts."""\n'
        '    return int(view.query.abwann or "1")\n',
        "answer": '"""How many actors each place has."""\n\nfrom collections import Counter\n\n'
        "from graph.dataset import Dataset\nfrom views.keeping import cached\nfrom views.places.question import least\n"
        f"{says}\n\n@cached\ndef places_of(dataset: Dataset, least: int) -> dict[str, int]:\n"
        '    """Count the actors of each place."""\n    counted = Counter(dataset.actors["location"])\n'
        "    return {place: n for place, n in counted.most_common() if place and n >= least}\n\n\n"
        'def asked_places(view: View) -> dict[str, int]:\n    """Count those a view asks for."""\n'
        "    return places_of(view.part, least(view))\n",
        "words": '"""Sentences on places."""\n\nfrom views.places.answer import asked_places\n'
        f'{says}\n\ndef places_in_brief(view: View) -> str:\n    """Say how many places there are."""\n'
        '    return view.t.count("places.sentence", len(asked_places(view)))\n',
        "tables": '"""Places as a table."""\n\nfrom collections.abc import Mapping\n\n'
        f"from views.table import Column, Look, Table\n{says}\n\n"
        'def places(view: View, found: Mapping[str, int]) -> Table:\n    """List the places."""\n'
        '    columns = (Column(view.t("places.place")), Column(view.t("places.actors"), Look.NUMBER))\n'
        "    rows = tuple((place, view.t.number(n)) for place, n in found.items())\n"
        '    return Table(view.t("places.title"), columns, rows)\n',
        "exhibit": '"""Places as an exhibit."""\n\nfrom graph.export import Exhibit\n'
        "from views.exhibit.frame import framed\nfrom views.exhibit.tables import exported\n"
        "from views.places import tables\nfrom views.places.answer import asked_places\n"
        f"from views.places.words import places_in_brief\n{says}\n\n"
        'def placed(view: View) -> Exhibit:\n    """Return where actors are."""\n'
        '    title, table = view.t("places.title"), tables.places(view, asked_places(view))\n'
        "    return framed(view, title, places_in_brief(view), tables=[exported(table)])\n",
    }
    for name, text in head.items():
        append(root, f"views/places/{name}.py", text)
    for language, (title, place, actors) in {
        "de": ("Orte", "Ort", "Akteure"),
        "en": ("Places", "Place", "Actors"),
    }.items():
        forms = f'{{"none": "{title}: 0.", "one": "{title}: {{n}}.", "other": "{title}: {{n}}."}}'
        words = f'{{"title": "{title}", "place": "{place}", "actors": "{actors}", "sentence": {forms}}}\n'
        append(root, f"views/locales/{language}/places.json", words)
        after(root, f"views/locales/{language}/page.json", "{", f'\n  "orte": {{"title": "{title}"}},')
        address = f"views/locales/{language}/address.json"
        after(root, address, '"meaning": {', f'\n    "abwann": "{title}",')
        after(root, address, '"topic": {', f'\n    "places": "{title}",')
    insert(root, "views/address/parameters.py", "    stand: str", '    abwann: str = _one("places", Form.NUMBER)\n')
    append(
        root,
        "ui/page/orte.py",
        '"""Where actors are."""\n\nfrom ui import pieces, view\nfrom views.places import answer, tables, words\n\n'
        "seen = view.current()\n\n"
        'pieces.heading(seen.t("places.title"), words.places_in_brief(seen))\n'
        'pieces.open_table(seen.t, tables.places(seen, answer.asked_places(seen)), key="places")\n',
    )
    insert(root, "ui/page/__init__.py", '    PageEntry("rollen"', '    PageEntry("orte", section="auswertung"),\n')
    file = "views/exhibit/pages.py"
    insert(root, file, "from views.roles import", "from views.places import exhibit as places\n")
    insert(root, file, '    "rollen": {', '    "orte": {_WHOLE_PAGE: places.placed},\n')


# What is added -> how; the recipe stands in the guide under the same words.
ADDITIONS: Mapping[str, Callable[[Path], None]] = {
    "A column of the data.": column,
    "A measure.": measure,
    "A format.": file_format,
    "An exhibit.": exhibit,
    "A topic.": topic,
}
