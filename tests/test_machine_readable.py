"""Linked data, catalogue record, data package, feed and calendar, each read by a library that is not ours."""

import csv
import io
import json
import re
import zipfile
from base64 import b64encode
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
import pytest
import rdflib

import graph
from commands.__main__ import main
from graph.export.feeds.atom import Feed, FeedEntry, atom
from graph.export.feeds.calendar import CalendarDay, calendar
from graph.export.linked.jsonld import VOCABULARY, WebNames, linked_data
from graph.export.linked.package import data_package
from graph.redaction import Redaction, redact
from graph.tables import write_tables

# rdflib's own reader of JSON-LD uses what rdflib calls deprecated
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

DATA = Path(__file__).parent.parent / "data"
AKN, SCHEMA = rdflib.Namespace(VOCABULARY), rdflib.Namespace("https://schema.org/")
DCAT, DCT = rdflib.DCAT, rdflib.DCTERMS
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def shipped():
    return graph.load(DATA).dataset


def triples(content, base="https://netz.example.de/"):
    return rdflib.Graph().parse(data=content.decode(), format="json-ld", publicID=base)


def ties_read_back(found):
    """The ties of linked data as rows: two ends, kind, certainty, start, end, amount."""
    for tie in found.subjects(rdflib.RDF.type, AKN.Tie):
        start, end = (found.value(found.value(tie, AKN[side]), SCHEMA.identifier) for side in ("from", "to"))
        said = [str(found.value(tie, AKN[name]) or "") for name in ("kind", "certainty", "start", "end")]
        amount = found.value(found.value(tie, SCHEMA.amount), SCHEMA.value)
        yield (str(start), str(end), *said, None if amount is None else amount.toPython())


def test_linked_data_give_every_tie_back(shipped):
    columns = ("from_id", "to_id", "kind", "certainty", "start", "end", "amount_eur")
    rows = zip(*(shipped.ties[column] for column in columns), strict=True)

    assert sorted(map(repr, ties_read_back(triples(linked_data(shipped))))) == sorted(
        repr(
            (*row[:6], None if row[6] is None else rdflib.Literal(str(row[6]), datatype=rdflib.XSD.decimal).toPython())
        )
        for row in rows
    )


def test_redacted_linked_data_give_the_redacted_ties_back_and_no_name(shipped):
    hidden = redact(shipped, Redaction(anonymous_types=frozenset({"Unternehmen"})))
    content = linked_data(hidden)
    companies = shipped.actors.loc[shipped.actors["type"] == "Unternehmen", "name"]

    ends = sorted((row[0], row[1], row[2]) for row in ties_read_back(triples(content)))
    assert ends == sorted(zip(hidden.ties["from_id"], hidden.ties["to_id"], hidden.ties["kind"], strict=True))
    assert [name for name in companies if json.dumps(name, ensure_ascii=False)[1:-1].encode() in content] == []


def test_actors_projects_and_grants_are_what_schema_org_calls_them(shipped):
    found = triples(linked_data(shipped, WebNames("https://netz.example.de/", {"wiro": "akteure/wiro.html"})))
    wiro = rdflib.URIRef("https://netz.example.de/akteure/wiro.html#it")

    assert (wiro, rdflib.RDF.type, SCHEMA.Organization) in found
    assert str(found.value(wiro, SCHEMA.name)).startswith("Wirtschaftsförderungsgesellschaft")
    assert len(set(found.subjects(rdflib.RDF.type, SCHEMA.Organization))) >= len(shipped.actors)
    assert len(set(found.subjects(rdflib.RDF.type, SCHEMA.Project))) == len(shipped.projects)
    assert len(set(found.subjects(rdflib.RDF.type, SCHEMA.MonetaryGrant))) == sum(shipped.ties["kind"] == "funds")


def test_strange_ids_stay_apart_in_linked_data():
    actors = b'id,name\n"a b",A\na%20b,B\n"<x>",C\n'
    found = triples(linked_data(graph.load({"actors.csv": actors}).dataset))

    assert {str(name) for name in found.objects(None, SCHEMA.identifier)} == {"a b", "a%20b", "<x>"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("region")
    (made / "actors.csv").write_text("id,name,type\na,Alpha GmbH,Unternehmen\nb,Beta,Verein\n", "utf-8")
    (made / "projects.csv").write_text(
        "id,name,status,start,end,lead,partners\n"
        'p,"Wald, Haus; alt",ongoing,2025,2026-12,a,b\nq,Quelle,completed,2020,2030,b,\n',
        "utf-8",
    )
    (made / "events.csv").write_text(
        "project_id,start,end,label\np,2026-06-30,2026-06-30,Antragsfrist\np,2020-01-01,,vorbei\n", "utf-8"
    )
    (made / "about.csv").write_text(
        "key,value\ntitle,Waldnetz\nregion,Waldland\nas_of,2026-01-22\npublisher,Amt\nlicence,CC BY 4.0 für alles\n",
        "utf-8",
    )
    old = made / "states" / "2024-05-04"
    old.mkdir(parents=True)
    (old / "actors.csv").write_text("id,name,type\nb,Beta alt,Verein\nc,Gamma,Verein\n", "utf-8")
    return made


def test_the_record_for_catalogues_has_what_dcat_ap_de_requires(folder, tmp_path):
    assert main(["publish", str(folder), "--to", str(tmp_path), "--address", "https://netz.example.de"]) == 0
    found = triples((tmp_path / "daten" / "dcat.jsonld").read_bytes())

    (catalogue,), (dataset,) = (list(found.subjects(rdflib.RDF.type, kind)) for kind in (DCAT.Catalog, DCAT.Dataset))
    for node in (catalogue, dataset):
        assert all(found.value(node, term) for term in (DCT.title, DCT.description, DCT.publisher))
    assert found.value(found.value(dataset, DCT.publisher), rdflib.FOAF.name) == rdflib.Literal("Amt")
    assert found.value(dataset, DCT.modified) == rdflib.Literal("2026-01-22", datatype=rdflib.XSD.date)
    distributions = list(found.objects(dataset, DCAT.distribution))
    assert all(found.value(node, DCAT.accessURL) and found.value(node, DCT.license) for node in distributions)
    paths = {str(found.value(node, DCAT.accessURL)).removeprefix("https://netz.example.de/") for node in distributions}
    assert "daten/actors.csv" in paths
    assert all((tmp_path / path).is_file() for path in paths)
    assert {str(found.value(node, DCT.license)) for node in distributions} == {
        "http://dcat-ap.de/def/licenses/cc-by/4.0"
    }


def test_the_data_package_describes_each_file_and_each_cell_fits(shipped):
    tables = write_tables(shipped)
    package = json.loads(data_package(shipped, tables))

    assert package["profile"] == "tabular-data-package"
    assert [each["path"] for each in package["resources"]] == list(tables)
    for resource in package["resources"]:
        header, *rows = csv.reader(io.StringIO(tables[resource["path"]].decode()))
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == header
        assert resource["bytes"] == len(tables[resource["path"]])
        for place, field in enumerate(fields):
            pattern = field.get("constraints", {}).get("pattern")
            allowed = field.get("constraints", {}).get("enum")
            cells = {row[place] for row in rows} - {""}
            assert [cell for cell in cells if pattern and not re.fullmatch(pattern, cell)] == []
            assert [cell for cell in cells if allowed and cell not in allowed] == []


@pytest.mark.parametrize(("name", "format_"), [("x.jsonld", None), ("x.zip", "package")])
def test_a_shell_writes_them_without_a_site(folder, tmp_path, name, format_):
    chosen = ["--format", format_] if format_ else []
    assert main(["export", str(folder), "--to", str(tmp_path / name), *chosen]) == 0

    if format_:
        with zipfile.ZipFile(tmp_path / name) as archive:
            assert "datapackage.json" in archive.namelist()
    else:
        assert (None, SCHEMA.name, rdflib.Literal("Alpha GmbH")) in triples((tmp_path / name).read_bytes())


# --- feed and calendar ------------------------------------------------------------------------------------------------


def feed_of(folder, tmp_path, *arguments):
    assert main(["feed", str(folder), "--to", str(tmp_path / "x.atom"), *arguments]) == 0
    return ET.fromstring((tmp_path / "x.atom").read_bytes())


def test_the_feed_says_once_what_changed_between_two_states(folder, tmp_path):
    feed = feed_of(folder, tmp_path)

    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert titles == [
        "Neu: Alpha GmbH",
        "Geändert: Beta",
        "Entfernt: Gamma",
        "Neu: Wald, Haus; alt",
        "Neu: Quelle",
        "Neu: Alpha GmbH – leitet – Wald, Haus; alt",
        "Neu: Beta – ist Partner von – Wald, Haus; alt",
        "Neu: Beta – leitet – Quelle",
        "Neu: Wald, Haus; alt: Antragsfrist",
        "Neu: Wald, Haus; alt: vorbei",
    ]
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    assert "Name: Beta alt → Beta" in feed.findall(f"{ATOM}entry")[1].findtext(f"{ATOM}summary")


def test_a_feed_has_what_rfc_4287_requires(folder, tmp_path):
    feed = feed_of(folder, tmp_path, "--address", "https://netz.example.de", "--language", "en")

    assert all(
        feed.findtext(f"{ATOM}{name}")
        for name in ("id", "title", "updated", "author/{http://www.w3.org/2005/Atom}name")
    )
    for entry in feed.iter(f"{ATOM}entry"):
        assert all(entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
        assert entry.find(f"{ATOM}link") is not None or "Gamma" in entry.findtext(f"{ATOM}title")


def test_a_feed_without_an_earlier_state_says_so(tmp_path):
    (tmp_path / "actors.csv").write_text("id,name\na,Alpha\n", "utf-8")

    feed = feed_of(tmp_path, tmp_path)

    assert "kein früherer Stand" in feed.findtext(f"{ATOM}subtitle")
    assert list(feed.iter(f"{ATOM}entry")) == []


def test_text_in_a_feed_is_only_text():
    feed = Feed(
        "urn:x", "<b>&", "2026-01-22T12:00:00Z", "A\x00\nB", "de", (FeedEntry("urn:y", "]]>", "2026-01-22T12:00:00Z"),)
    )

    root = ET.fromstring(atom(feed))

    assert (root.findtext(f"{ATOM}title"), root.findtext(f"{ATOM}author/{ATOM}name")) == ("<b>&", "A B")


def test_the_calendar_holds_ends_and_dates_to_come(folder, tmp_path):
    assert main(["feed", str(folder), "--to", str(tmp_path / "x.ics")]) == 0

    read = icalendar.Calendar.from_ical((tmp_path / "x.ics").read_bytes())
    events = [(str(each["SUMMARY"]), each.decoded("DTSTART"), each.decoded("DTEND")) for each in read.walk("VEVENT")]
    assert events == [
        ("Antragsfrist: Wald, Haus; alt", date(2026, 6, 30), date(2026, 7, 1)),
        ("Ende: Wald, Haus; alt", date(2026, 12, 31), date(2027, 1, 1)),
    ]
    assert str(list(read.walk("VEVENT"))[1]["DESCRIPTION"]) == "Erfasst als: 12/2026"


def test_an_entry_of_the_calendar_keeps_its_name_and_is_dated_by_the_data(folder, tmp_path):
    for name in ("x.ics", "y.ics"):
        assert main(["feed", str(folder), "--to", str(tmp_path / name)]) == 0

    assert (tmp_path / "x.ics").read_bytes() == (tmp_path / "y.ics").read_bytes()
    assert b"DTSTAMP:20260122T120000Z" in (tmp_path / "x.ics").read_bytes()


def test_long_lines_of_a_calendar_are_folded_between_characters():
    title = "Ü" * 100 + ", Ende; \\ ja\nzweite Zeile"
    content = calendar(
        "x",
        (CalendarDay("u@x", date(2026, 1, 1), date(2026, 1, 2), title, link="https://x.example/ä b"),),
        date(2026, 1, 1),
    )

    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert str(next(iter(icalendar.Calendar.from_ical(content).walk("VEVENT")))["SUMMARY"]) == title


def test_an_unknown_ending_is_refused(folder, tmp_path, capsys):
    assert main(["feed", str(folder), "--to", str(tmp_path / "x.rss")]) == 1
    assert "Die Endung „.rss“ ist hier nicht möglich. Möglich sind: .atom, .ics." in capsys.readouterr().err


def test_hidden_names_are_in_no_feed_and_no_calendar(folder, tmp_path):
    for name in ("x.atom", "x.ics"):
        assert main(["feed", str(folder), "--to", str(tmp_path / name), "--anonymous-companies"]) == 0

    assert b"Alpha" not in (tmp_path / "x.atom").read_bytes() + (tmp_path / "x.ics").read_bytes()
    assert b64encode(b"Alpha") not in (tmp_path / "x.atom").read_bytes()
