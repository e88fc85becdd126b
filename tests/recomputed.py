"""Figures computed anew from the CSV files by the standard library alone: what tests of the screen compare with."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from itertools import combinations
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"

Row = Mapping[str, str]
Pair = tuple[str, str]


def rows(name: str, folder: Path = DATA) -> list[dict[str, str]]:
    """Rows of a table."""
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def parts(cell: str) -> list[str]:
    """Entries of a list in a cell."""
    return [part.strip() for part in cell.split(";") if part.strip()]


@cache
def ties() -> tuple[Row, ...]:
    """All ties: those of links.csv, and those in lists that links.csv does not say more of."""
    said = [dict(row) for row in rows("links")]
    known = {(row["from_id"], row["to_id"], row["kind"]) for row in said}
    for project in rows("projects"):
        for column, kind in (("lead", "leads"), ("partners", "partner"), ("funders", "funds")):
            for actor in parts(project[column]):
                if (actor, project["id"], kind) not in known:
                    empty = dict.fromkeys(rows("links")[0], "")
                    said.append({**empty, "from_id": actor, "to_id": project["id"], "kind": kind})
    return tuple(said)


def taking_part(kinds: Iterable[str] = ("leads", "partner")) -> dict[str, set[str]]:
    """Actors of each project in these roles."""
    projects, wanted, found = {row["id"] for row in rows("projects")}, set(kinds), defaultdict(set)
    for tie in ties():
        if tie["kind"] in wanted and tie["to_id"] in projects:
            found[tie["to_id"]].add(tie["from_id"])
    return found


def cooperations(projects: Iterable[str] | None = None) -> set[Pair]:
    """Pairs of actors that lead or carry the same project, or whose cooperation is stated."""
    members = taking_part()
    wanted = members if projects is None else set(projects)
    pairs = {pair for key in wanted for pair in combinations(sorted(members.get(key, ())), 2)}
    actors = {row["id"] for row in rows("actors")}
    stated = {tuple(sorted((tie["from_id"], tie["to_id"]))) for tie in ties() if tie["kind"] == "cooperates_with"}
    return pairs | {pair for pair in stated if set(pair) <= actors}  # type: ignore[misc]


def partners() -> dict[str, set[str]]:
    """Partners of each actor."""
    found = defaultdict(set)
    for a, b in cooperations():
        found[a].add(b)
        found[b].add(a)
    return found


def fields_of(table: str) -> dict[str, set[str]]:
    """Fields of competence of each actor or project."""
    return {row["id"]: set(parts(row["kompetenzfelder"])) for row in rows(table)}


def grants() -> list[tuple[Row, Decimal | None]]:
    """Fundings with the amount that counts: promised, and neither per year, a ceiling nor part of another."""
    status = {row["id"]: row["status"] for row in rows("projects")}
    found = []
    for tie in ties():
        if tie["kind"] == "funds":
            of_it = tie["status"] or status.get(tie["to_id"], "") or status.get(tie["within"], "")
            counts = tie["amount_eur"] and tie["amount_basis"] in ("", "granted", "own_funds")
            promised = of_it not in ("applied", "cancelled", "idea", "tentative")
            found.append((tie, Decimal(tie["amount_eur"]) if counts and promised else None))
    return found


def known_funding() -> Decimal:
    """Sum of all amounts that count."""
    return sum((amount for _, amount in grants() if amount is not None), Decimal(0))


def flow() -> list[tuple[str, str, str, Decimal]]:
    """Funder, field and recipient of every amount that counts; several of a kind stand together."""
    actors = {row["id"] for row in rows("actors")}
    fields = {**fields_of("actors"), **fields_of("projects")}
    leads = taking_part(("leads",))

    def only(found: Iterable[str]) -> str:
        known = sorted(found)
        return known[0] if len(known) == 1 else ("several" if known else "none")

    return [
        (
            tie["from_id"],
            only(fields.get(tie["within"] or tie["to_id"], ())),
            tie["to_id"] if tie["to_id"] in actors else only(leads.get(tie["to_id"], ())),
            amount,
        )
        for tie, amount in grants()
        if amount is not None
    ]


def parts_of_flow(most: int = 12) -> int:
    """Boxes of a flow of three columns: the largest of each by amount, and one each for rest, several and none."""
    drawn = 0
    for column in range(3):
        sums: dict[str, Decimal] = defaultdict(Decimal)
        for row in flow():
            sums[row[column]] += row[3]
        named = sum(name not in ("several", "none") for name in sums)
        drawn += min(named, most) + (named > most) + len(sums) - named
    return drawn


def shared(a: str, b: str) -> tuple[set[str], set[str], set[str]]:
    """Common partners, common projects and their funders of two actors."""
    known = partners()
    together = {key for key, members in taking_part(("leads", "partner", "supports")).items() if {a, b} <= members}
    funders = {tie["from_id"] for tie in ties() if tie["kind"] == "funds" and tie["to_id"] in together}
    return known[a] & known[b], together, funders


def in_field(field: str) -> tuple[set[str], set[str]]:
    """Actors that work together in the projects of a field, and those of the field that stand alone."""
    projects = {key for key, fields in fields_of("projects").items() if field in fields}
    own = fields_of("actors")
    there = {key for key, fields in own.items() if field in fields}
    there |= {tie["from_id"] for tie in ties() if tie["to_id"] in projects and tie["from_id"] in own}
    connected = {actor for pair in cooperations(projects) if set(pair) <= there for actor in pair}
    return connected, there - connected


def of_field(field: str) -> tuple[int, int, int, Decimal]:
    """Projects, ongoing ones, actors and the funding of those projects that have no other field."""
    fields, status = fields_of("projects"), {row["id"]: row["status"] for row in rows("projects")}
    projects = {key for key, of_it in fields.items() if field in of_it}
    members = taking_part(("leads", "partner", "supports"))
    actors = {key for key, of_it in fields_of("actors").items() if field in of_it}
    actors |= {actor for key in projects for actor in members.get(key, ())}
    funded = sum((amount or 0 for tie, amount in grants() if fields.get(tie["to_id"]) == {field}), Decimal(0))
    return len(projects), sum(status[key] == "ongoing" for key in projects), len(actors), funded


def lose_their_only_partner(leaving: str) -> set[str]:
    """Actors whose only partner leaves."""
    return {actor for actor, known in partners().items() if known == {leaving}}


def steps_between(a: str, b: str) -> int:
    """Steps of the shortest chain of contacts: cooperation, a common body or a stated tie of two actors."""
    known: dict[str, set[str]] = defaultdict(set)
    bodies, actors = defaultdict(set), {row["id"] for row in rows("actors")}
    for tie in ties():
        if tie["kind"] in ("member_of", "shareholder_of"):
            bodies[tie["to_id"]].add(tie["from_id"])
        if {tie["from_id"], tie["to_id"]} <= actors:
            known[tie["from_id"]].add(tie["to_id"])
            known[tie["to_id"]].add(tie["from_id"])
    pairs = cooperations() | {pair for body in bodies.values() for pair in combinations(sorted(body), 2)}
    for one, other in pairs:
        known[one].add(other)
        known[other].add(one)
    reached, steps = {a}, 0
    while b not in reached:
        reached, steps = reached | {other for one in reached for other in known[one]}, steps + 1
    return steps


def empty_cells() -> tuple[int, int]:
    """Combinations of field and type in which nobody is recorded, and all of them."""
    types, projects = {row["id"]: row["type"] for row in rows("actors")}, fields_of("projects")
    own = fields_of("actors")
    filled = {(field, types[key]) for key, fields in own.items() for field in fields}
    for tie in ties():
        if tie["from_id"] in types:
            filled |= {(field, types[tie["from_id"]]) for field in projects.get(tie["to_id"], ())}
    fields = {field for table in (projects, own) for named in table.values() for field in named}
    all_cells = len(fields) * len({kind for kind in types.values() if kind})
    return all_cells - len({cell for cell in filled if cell[1]}), all_cells


def led_by(kind: str, field: str, least: int) -> dict[str, Decimal]:
    """Projects of a field that an actor of a type leads, with a known funding of so much or more."""
    types, fields = {row["id"]: row["type"] for row in rows("actors")}, fields_of("projects")
    led = {tie["to_id"] for tie in ties() if tie["kind"] == "leads" and types.get(tie["from_id"]) == kind}
    funded: dict[str, Decimal] = defaultdict(Decimal)
    for tie, amount in grants():
        funded[tie["to_id"]] += amount or 0
    return {key: funded[key] for key in led if field in fields.get(key, ()) and funded[key] >= least}


def newly_recorded(since: str) -> int:
    """Actors and projects of today that a state does not have."""
    before = DATA / "states" / since
    return sum(
        row["id"] not in {old["id"] for old in rows(name, before)}
        for name in ("actors", "projects")
        for row in rows(name)
    )


def ended_and_changed(since: str, now: str) -> tuple[set[str], set[str]]:
    """Projects whose recorded end has passed since a state, and all other rows of both that differ."""
    ended, changed = set(), set()
    for name in ("actors", "projects"):
        before = {row["id"]: row for row in rows(name, DATA / "states" / since)}
        for row in rows(name):
            old = before.get(row["id"])
            if old is None:
                continue
            passed = name == "projects" and since < row["end"] <= now
            if passed and row["status"] not in ("completed", "cancelled"):
                ended.add(row["id"])
            elif any(row[column] != old.get(column, "") for column in row):
                changed.add(row["id"])
    return ended, changed


def in_focus(actor: str, kind: str, status: str) -> tuple[set[str], set[str]]:
    """Partners of a type and projects of an actor, both in projects of a status only."""
    asked = {row["id"] for row in rows("projects") if row["status"] == status}
    members = taking_part(("leads", "partner", "supports"))
    types = {row["id"]: row["type"] for row in rows("actors")}
    partners = {a if b == actor else b for a, b in cooperations(asked) if actor in (a, b)}
    return {each for each in partners if types[each] == kind}, {key for key in asked if actor in members.get(key, ())}


def open_points() -> dict[str, int]:
    """Facts that are uncertain or missing, by kind."""
    projects, dated = rows("projects"), {row["project_id"] for row in rows("events")}
    return {
        "Unbestätigte Verbindungen": sum(tie["certainty"] == "unconfirmed" for tie in ties()),
        "Widersprüchliche Verbindungen": sum(tie["certainty"] == "conflicting" for tie in ties()),
        "Förderungen ohne Betrag": sum(not tie["amount_eur"] for tie, _ in grants()),
        "Projekte ohne Datum": sum(not (p["start"] or p["end"] or p["id"] in dated) for p in projects),
        "Projekte ohne Status": sum(p["status"] in ("", "unknown") for p in projects),
    }


def fitting(field: str, kind: str) -> dict[str, int]:
    """Points of each single actor of a type that has the field or a project in it: what it shares, and its type."""
    fields = fields_of("actors")
    for tie in ties():
        if tie["kind"] in ("leads", "partner", "supports") and tie["from_id"] in fields:
            fields[tie["from_id"]] = fields[tie["from_id"]] | fields_of("projects").get(tie["to_id"], set())
    rest = [row for row in rows("actors") if row["type"] == kind and not row["collective"]]
    weights = {"shared_fields": 10, "other_type": 5}  # as docs/partner-search.md says, of those that apply
    found = {row["name"]: 1 / len(fields[row["id"]] | {field}) for row in rest if field in fields[row["id"]]}
    return {
        name: round(100 * (weights["shared_fields"] * share + weights["other_type"]) / sum(weights.values()))
        for name, share in found.items()
    }


def running_since(year: str) -> set[str]:
    """Ongoing projects that do not end before a year; without an end they run on."""
    ongoing = [row for row in rows("projects") if row["status"] == "ongoing"]
    return {row["name"] for row in ongoing if not row["end"] or row["end"] == ".." or row["end"][:4] >= year}
