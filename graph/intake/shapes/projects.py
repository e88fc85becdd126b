"""Projects of a list, and the money that goes to them and to their partners."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from graph.intake.columns import EURO, currency_of, is_stated
from graph.intake.draft import Draft, own_id
from graph.intake.recipe import Recipe
from graph.intake.records import Record, Writing
from graph.intake.report import TranslationReport
from graph.money import as_money, write_amount
from graph.reading.codes import finding
from graph.slugs import slug

# what tells a row of a list without numbers from others, and what a later list says of it again
_TELLING = ("project_id", "name", "project_name", "start", "end", "amount", "cost")
_UNTITLED = "Vorhaben ohne Titel"  # written into the data, which is German
_SAME = 100  # cents by which the partners' sum may differ from the project's amount


class Projects:
    """Projects on their way into a draft.

    Parameters
    ----------
    recipe
        How rows are read.
    draft
        Gets projects, funders and funding ties.
    known
        Key -> row of a table that says more on projects.
    sums
        Key -> cents of all partners in the file, of those outside the region too.
    """

    def __init__(
        self,
        recipe: Recipe,
        draft: Draft,
        known: Mapping[str, tuple[Record, Writing]],
        sums: Mapping[str, int],
    ) -> None:
        self._recipe, self._draft, self._known, self._sums = recipe, draft, known, sums
        self._ids: dict[str, str] = {}
        self._numbers: dict[str, set[str]] = {}

    def take(self, key: str, record: Record, writing: Writing, turn: int, *, is_private: bool) -> str:
        """Add the project of a row and return its id.

        Parameters
        ----------
        key
            What rows of the project have in common.
        record, writing
            The row, and how its columns are written.
        turn
            How many rows of the file said exactly the same so far, this one included.
        is_private
            The project is a person's: what describes it may name them, and is left out.
        """
        if key in self._ids:
            return self._ids[key]
        known, known_writing = self._known.get(key, (record, writing))
        project = self._id(key, record, turn, is_private=is_private)
        self._ids[key] = project
        name = self._name(record, known) or project
        cells = {
            "id": project,
            "name": self._untitled(project) if is_private else name,
            "short_name": "" if is_private else self._acronym(record, known, name),
            "kind": str(self._recipe.rules.get("kind", "Förderprojekt")),
            "area": known.first("programme") or record.first("programme"),
            "status": self._status(known.first("status") or record.first("status")),
            "start": known_writing.day(known, "start") or writing.day(record, "start"),
            "end": known_writing.day(known, "end") or writing.day(record, "end"),
            **({} if self._recipe.rules.get("seats") else _where(record)),
            "budget_eur": self._budget(record, writing, known, known_writing),
            "website": known["website"] if "." in known["website"] else "",
            "description": "" if is_private else known.first("summary") or record.first("summary"),
        }
        self._draft.add("projects", project, cells, (known if known is not record else record).place)
        return project

    def fund(self, key: str, project: str, actor: str, record: Record, writing: Writing) -> None:
        """Add the funding ties a row states: to the partner within the project, or to the project.

        Parameters
        ----------
        key
            Key of the tie of the partner.
        project
            Id of the project.
        actor
            Id of the actor.
        record
            The row of the file.
        writing
            How numbers and dates are written.
        """
        means = self._recipe.rules.get("amount_means", "partner")
        stated = bool(record["amount"]) and is_stated(record["amount"])
        funder = self._funder(record) if stated or means == "partner" else ""
        if not funder or not stated:
            return
        cells = amount_cells(record, writing)
        if means == "project" or not actor:
            self._draft.tie(funder, project, "funds", record.place, **cells)
        else:
            if key in self._known and self._differs(key):
                cells = {name: "overlap" if name == "amount_basis" else text for name, text in cells.items()}
            self._draft.tie(funder, actor, "funds", record.place, within=project, **cells)

    def finish(self, kept: Sequence[tuple[Record, Writing]]) -> None:
        """Add the amount of each project as a whole; it counts where the partners' sum is another one."""
        for key, project in self._ids.items():
            record, writing = self._known.get(key, (None, None))
            if record is None or writing is None or not record["project_amount"]:
                continue
            cents = writing.cents(record, "project_amount")
            funder = self._funder(kept[0][0])
            if cents is None or not funder:
                continue
            differs = self._differs(key)
            cells = {"amount_eur": euros(cents), "amount_basis": "granted" if differs else "overlap"}
            self._draft.tie(funder, project, "funds", record.place, **cells)
            if differs and self._sums.get(key):
                value, hint = euros(cents), euros(self._sums[key])
                self._draft.issues.append(
                    finding("amounts-differ", record.place.file, record.place.line, value=value, hint=hint)
                )

    def _differs(self, key: str) -> bool:
        record, writing = self._known[key]
        cents = writing.cents(record, "project_amount")
        return cents is not None and abs(cents - self._sums.get(key, 0)) >= _SAME

    def _id(self, key: str, record: Record, turn: int, *, is_private: bool) -> str:
        prefix = str(self._recipe.rules.get("prefix", "vorhaben"))
        if key.startswith("line\n"):
            told = _digest(record[name] for name in _TELLING)
            title = "" if is_private else slug(record["project_name"])[:30].strip("-")
            base = f"{prefix}-{title or 'ohne-titel'}-{told}"
            if turn == 1 and self._draft.has("projects", base):
                base = f"{base}-{_digest(f'{name}={text}' for name, text in sorted(record.cells.items()))[:4]}"
            return base if turn == 1 else f"{base}-{turn}"
        number = record.first("project_id")
        stem = str(self._recipe.rules.get("stem", ""))
        if stem and record["group"]:
            number = number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            made = f"{prefix}-{slug(number)}"
            # two joint projects whose numbers look alike are told apart by their names
            return made if not self._draft.has("projects", made) else own_id(prefix, record["group"], record["funder"])
        if number:
            return own_id(f"{prefix}-{number}")
        said = key.split("\n")[1:]
        return own_id(prefix, *said) if not is_private else own_id(prefix, "ohne-titel", _digest(said))

    def _untitled(self, project: str) -> str:
        """Return what a project of a person is called: by nothing that may name them."""
        prefix = str(self._recipe.rules.get("prefix", "vorhaben"))
        return f"{_UNTITLED} ({project.removeprefix(f'{prefix}-').removeprefix('ohne-titel-')})"

    def _name(self, record: Record, known: Record) -> str:
        if record["group"]:
            return record["group"]
        return known.first("project_name") or record.first("project_name", "acronym")

    @staticmethod
    def _acronym(record: Record, known: Record, name: str) -> str:
        short = known.first("acronym") or record.first("acronym")
        return "" if short == name else short

    def _status(self, text: str) -> str:
        words: Mapping[str, str] = self._recipe.rules.get("statuses", {})
        return words.get(text.casefold(), "")

    def _budget(self, record: Record, writing: Writing, known: Record, known_writing: Writing) -> str:
        cents = known_writing.cents(known, "project_cost")
        name, row, its = ("cost", record, writing) if cents is None else ("project_cost", known, known_writing)
        if cents is None and self._recipe.rules.get("cost_means", "project") == "project":
            cents = writing.cents(record, "cost")
        return euros(cents) if cents is not None and its.currency(row, name) == EURO else ""

    def _funder(self, record: Record) -> str:
        rule: Mapping[str, str] = self._recipe.rules.get("funder", {})
        name = record.first("funder") or str(rule.get("name", ""))
        if not name:
            return ""
        key = own_id(name) if record.first("funder") else str(rule.get("id", own_id(name)))
        self._draft.add("actors", key, {"id": key, "name": name, "type": str(rule.get("type", ""))}, record.place)
        return key


def _where(record: Record) -> dict[str, str]:
    """Return where a project is: a place, or a postcode with the zero that spreadsheets take away."""
    text = record["town"] or record["place"]
    if text.isdecimal() and len(text) in (4, 5):
        return {"postcode": text.rjust(5, "0")}
    return {"location": text}


def amount_cells(record: Record, writing: Writing) -> dict[str, str]:
    """Return a grant as cells of a tie; one in another currency, or none that can be read, is a note."""
    cents, currency = writing.cents(record, "amount"), writing.currency(record, "amount")
    if currency != EURO:
        text = record["amount"]
        return {"note": text if currency_of(text) else f"{text} {currency}"}
    if cents is None:
        return {"note": record["amount"]}
    return {"amount_eur": euros(cents), "amount_basis": "granted"}


def count_amount(
    report: TranslationReport, record: Record, writing: Writing, name: str, reason: str, *, times: int = 1
) -> None:
    """Count the amount of a row, in cents; one in another currency is shown and not added.

    Parameters
    ----------
    report
        Gets the amount.
    record, writing
        The row, and how its columns are written.
    name
        Field of the amount.
    reason
        Why it is left out, ``""`` when it is taken.
    times
        How many rows say the same.
    """
    text = record[name]
    if not text or not is_stated(text):
        return
    cents, currency = writing.cents(record, name), writing.currency(record, name)
    if cents is None:
        report.unreadable += times
    elif currency != EURO:
        report.other_currency[currency] += cents * times
    else:
        report.recorded += times
        report.euros.add(cents * times, reason)


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:8]


def euros(cents: int) -> str:
    """Return cents as an amount of the contract."""
    return write_amount(as_money(Decimal(cents) / 100))
