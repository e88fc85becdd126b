"""Proposals as rows of the data contract: unconfirmed, each with the words of the paper it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.extraction.proposals import Proposal, Proposed, as_record
from graph.money import write_amount
from graph.schema import TABLES
from graph.slugs import slug
from graph.tables import csv_bytes

Row = Mapping[str, str]

MOST_QUOTED = 12  # words of the paper that a row keeps
LEFT_OUT = "left_out.csv"
_LEFT_OUT_COLUMNS = ("kind", "words", "of", "from", "to", "type", "value_eur", "basis", "edtf")
_INNER = str.maketrans('„“”"', "‚‘‘'")  # quotation marks inside a quotation
UNCONFIRMED = "unconfirmed"
_UNDIRECTED = ("cooperates_with", "related_to")
_NO_TIE = "total"  # a budget belongs to the project, not to who pays


@dataclass(frozen=True)
class Paper:
    """Where proposals come from: the row of sources.csv."""

    id: str
    title: str
    date: str = ""
    url: str = ""


@dataclass(frozen=True)
class PaperRows:
    """Rows by table, the proposals that have no row of their own, and how many rows the data have already."""

    tables: Mapping[str, Sequence[Row]]
    left_out: Sequence[Proposal]
    held: int = 0


def quoted(text: str, span: tuple[int, int]) -> str:
    """Return the words of a span as a locator: at most twelve, what is left out is marked."""
    words = text[slice(*span)].translate(_INNER).split()
    if len(words) <= MOST_QUOTED:
        return f"„{' '.join(words)}“"
    return f"„{' '.join(words[:MOST_QUOTED])} …“"


def rows_of(
    proposals: Iterable[Proposal],
    text: str,
    paper: Paper,
    taken: Mapping[str, str] | None = None,
    used: Collection[str] = (),
) -> PaperRows:
    """Turn proposals into rows.

    Parameters
    ----------
    proposals
        Those that were accepted.
    text
        The text they were found in.
    paper
        The source all rows name.
    taken
        Name -> id of actors and projects there are already; rows of ties name these ids, and no new row is made.
    used
        Further ids that no new row may have.

    Returns
    -------
    Rows
        Rows of actors, projects, links, events and sources, in the order of the proposals. Left out is a tie whose ends were not
        accepted, a date of what is no project, an amount that no one tie pays, and a budget of a project there is already.
    """
    chosen = list(proposals)
    ids = _ids(chosen, dict(taken or {}), used)
    told = {"reference": paper.id}
    new = [p for p in chosen if p.kind in (Proposed.ACTOR, Proposed.PROJECT) and p.text not in (taken or {})]
    links = [p for p in chosen if p.kind is Proposed.TIE and p.source in ids and p.target in ids]
    amounts, loose = _amounts(chosen, links)
    budgets = {p.of: p.value_eur for p in chosen if p.kind is Proposed.AMOUNT and p.basis == _NO_TIE}
    projects = {p.text for p in chosen if p.kind is Proposed.PROJECT}
    begun = {p.text for p in new if p.kind is Proposed.PROJECT}
    events = [p for p in chosen if p.kind is Proposed.DATE and p.of in projects]
    tables = {
        "actors": [_actor(p, ids, text) | told for p in new if p.kind is Proposed.ACTOR],
        "projects": [
            _project(p, ids, text) | told | {"budget_eur": write_amount(budgets.get(p.text))}
            for p in new
            if p.kind is Proposed.PROJECT
        ],
        "links": [_link(p, ids, text) | told | amounts.get(id(p), {}) for p in links],
        "events": [_event(p, ids, text) | told for p in events],
        "sources": [{"id": paper.id, "title": paper.title, "date": paper.date, "url": paper.url}],
    }
    lost = [p for p in chosen if p.kind is Proposed.TIE and p not in links]
    undated = [p for p in chosen if p.kind is Proposed.DATE and p.of not in projects]
    unpaid = [p for p in loose if not (p.basis == _NO_TIE and p.of in begun and p.value_eur == budgets[p.of])]
    return PaperRows(tables, [*lost, *unpaid, *undated])


def without_held(rows: PaperRows, links: Iterable[Row], events: Iterable[Row]) -> PaperRows:
    """Leave out ties and dates that the data have already, so that a paper that is read twice doubles no amount.

    A tie is held with its ends, kind and amount, or with its ends and kind where the paper says no amount; a date with its
    project, begin and end.

    Parameters
    ----------
    rows
        Rows of a review.
    links, events
        Rows of the data.
    """
    ties = {key for row in links for key in (_tie(row), (*_tie(row), row.get("amount_eur", "")))}
    dates = {_event_key(row) for row in events}
    tables = dict(rows.tables)
    tables["links"] = [row for row in tables["links"] if (*_tie(row), *_paid(row)) not in ties]
    tables["events"] = [row for row in tables["events"] if _event_key(row) not in dates]
    return replace(rows, tables=tables, held=sum(map(len, rows.tables.values())) - sum(map(len, tables.values())))


def _tie(row: Row) -> tuple[str, ...]:
    ends = (row["from_id"], row["to_id"])
    return (row["kind"], *(sorted(ends) if row["kind"] in _UNDIRECTED else ends))


def _paid(row: Row) -> tuple[str, ...]:
    return (row["amount_eur"],) if row.get("amount_eur") else ()


def _event_key(row: Row) -> tuple[str, ...]:
    end = row.get("end", "")
    return (row["project_id"], row.get("start", ""), "" if end == row.get("start", "") else end)


def without_collisions(paper: Paper, used: Collection[str]) -> Paper:
    """Return the paper under an id that no other source has."""
    number = next(number for number in range(1, len(used) + 2) if _numbered(paper.id, number) not in used)
    return replace(paper, id=_numbered(paper.id, number))


def csv_files(rows: PaperRows) -> dict[str, bytes]:
    """Return a CSV file for each table that has rows, with all columns of the contract, and one of what has no row."""
    files = {f"{name}.csv": _csv(TABLES[name].names, table) for name, table in rows.tables.items() if table}
    if rows.left_out:
        files[LEFT_OUT] = _csv(_LEFT_OUT_COLUMNS, [_without_row(proposal) for proposal in rows.left_out])
    return files


def _csv(columns: Sequence[str], table: Iterable[Row]) -> bytes:
    return csv_bytes(columns, ([row.get(column, "") for column in columns] for row in table))


def _without_row(proposal: Proposal) -> Row:
    """Write down what has no row: it is no table of the contract, so that nobody takes it for data."""
    told = as_record(proposal)
    return {column: str(told.get(column, "")) for column in _LEFT_OUT_COLUMNS} | {
        "words": " ".join(proposal.text.split()[:MOST_QUOTED]),
        "value_eur": write_amount(proposal.value_eur),
    }


def _ids(proposals: Sequence[Proposal], ids: dict[str, str], others: Collection[str]) -> dict[str, str]:
    """Give each actor and project an id of its own, made from its name; other names lead to the same one."""
    used = {*ids.values(), *others}
    for proposal in proposals:
        if proposal.kind not in (Proposed.ACTOR, Proposed.PROJECT) or proposal.text in ids:
            continue
        base = slug(proposal.text)[:48].strip("-") or "eintrag"
        number = next(n for n in range(1, len(proposals) + len(used) + 2) if _numbered(base, n) not in used)
        ids[proposal.text] = _numbered(base, number)
        used.add(ids[proposal.text])
    return ids


def _numbered(base: str, number: int) -> str:
    return base if number == 1 else f"{base}-{number}"


def _actor(proposal: Proposal, ids: Mapping[str, str], text: str) -> dict[str, str]:
    return _named(proposal, ids, text) | {"type": proposal.type, "collective": "ja" if proposal.collective else ""}


def _project(proposal: Proposal, ids: Mapping[str, str], text: str) -> dict[str, str]:
    return _named(proposal, ids, text) | {"kind": proposal.type, "status": proposal.status}


def _named(proposal: Proposal, ids: Mapping[str, str], text: str) -> dict[str, str]:
    aliases = ";".join(alias.replace(";", ",") for alias in proposal.aliases)
    return {
        "id": ids[proposal.text],
        "name": proposal.text,
        "aliases": aliases,
        "locator": quoted(text, proposal.span),
    }


def _link(proposal: Proposal, ids: Mapping[str, str], text: str) -> dict[str, str]:
    return {
        "from_id": ids[proposal.source],
        "to_id": ids[proposal.target],
        "kind": proposal.type,
        "status": proposal.status,
        "certainty": UNCONFIRMED,
        "locator": quoted(text, proposal.span),
    }


def _event(proposal: Proposal, ids: Mapping[str, str], text: str) -> dict[str, str]:
    start, _, end = proposal.edtf.partition("/")
    return {
        "project_id": ids[proposal.of],
        "start": start,
        "end": end,
        "status": proposal.status,
        "date_text": " ".join(proposal.text.split()),
        "locator": quoted(text, proposal.span),
    }


def _amounts(
    proposals: Sequence[Proposal], links: Sequence[Proposal]
) -> tuple[dict[int, dict[str, str]], list[Proposal]]:
    """Put an amount on the one tie that says who pays it; return the others too."""
    placed: dict[int, dict[str, str]] = {}
    loose = []
    for amount in (p for p in proposals if p.kind is Proposed.AMOUNT):
        payers = [link for link in links if link.type == "funds" and amount.of in (link.target, link.source)]
        if len(payers) == 1 and amount.basis != _NO_TIE and id(payers[0]) not in placed:
            placed[id(payers[0])] = {"amount_eur": write_amount(amount.value_eur), "amount_basis": amount.basis}
        else:
            loose.append(amount)
    return placed, loose
