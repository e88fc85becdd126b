"""Sentences and facts of a profile."""

from __future__ import annotations

from collections.abc import Sequence

from graph.ledger.amounts import total
from graph.profile import Profile, TieEnd
from graph.schema import TABLES
from graph.vocabulary import Mode
from views.changes.words import column
from views.language.dates import duration_words
from views.language.words import Words, plain
from views.view import View


def sentence(t: Words, shown: Profile) -> str:
    """Say in one sentence what the element is and does."""
    facts = shown.facts
    if shown.mode is Mode.ACTOR:
        return _actor_sentence(t, shown)
    status = facts["status"]
    return t(
        "steckbrief.project.sentence" if shown.taking_part else "steckbrief.project.nobody",
        kind=plain(t.recorded(facts["kind"])) or t("term.mode.project"),
        status=t.term("status", status) if status else t("steckbrief.project.status_unknown"),
        actors=t.count("count.actors", len(shown.taking_part)),
    )


def profile_in_brief(view: View, shown: Profile) -> str:
    """Say what the element is and does, and that a profile shows all that is recorded whatever the filters."""
    said = sentence(view.t, shown)
    return f"{said} {view.t('steckbrief.unfiltered')}" if view.selection.active else said


def _actor_sentence(t: Words, shown: Profile) -> str:
    kind = plain(t.recorded(shown.facts["type"])) or t("steckbrief.actor.untyped")
    projects, leading = len(shown.taking_part), len(shown.leading)
    if not projects and not shown.partners:
        given = len(shown.given)
        return (
            t.count("steckbrief.actor.only_funds", given, type=kind)
            if given
            else t("steckbrief.actor.nothing", type=kind)
        )
    led = f"steckbrief.actor.{'leading_one' if projects == 1 else 'leading'}"
    said = [t.count("count.projects", projects), *([t.count(led, leading)] if projects else [])]
    partners = t.count("count.partners", len(shown.partners))
    return t("steckbrief.actor.sentence", type=kind, projects=", ".join(said), partners=partners)


def facts(view: View, shown: Profile, *, fields: bool = True) -> list[tuple[str, str]]:
    """Term and description of each recorded fact, safe as Markdown.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    shown
        The actor or project.
    fields
        Whether its fields of competence are among them; a page that links them says them apart.
    """
    t, row = view.t, shown.facts
    found = {name: plain(str(row.get(name, ""))) for name in ("area", "location", "date_text")}
    found |= {name: plain(t.recorded(str(row.get(name, "")))) for name in ("type", "kind")}
    found["kompetenzfelder"] = plain(", ".join(row["kompetenzfelder"])) if fields else ""
    found["aliases"] = plain(", ".join(row["aliases"]))
    found["website"] = _website(row["website"])
    found["locator"] = plain(row["locator"])
    if shown.mode is Mode.PROJECT:
        found |= _project_facts(t, shown)
    named = [(t(f"steckbrief.fact.{name}"), found[name]) for name in _ORDER if found.get(name)]
    own = [(plain(column(t, name)), plain(_text(row[name]))) for name in _further_columns(shown) if _text(row[name])]
    return [*named, *own] + [
        (_header(t, name), plain(str(row[name]))) for name in extra_columns(shown) if str(row[name]).strip()
    ]


def _further_columns(shown: Profile) -> list[str]:
    """Columns of the contract that have no words of their own in a profile: a new one is shown as it is."""
    said = {*_ORDER, *_ELSEWHERE}
    table = TABLES["actors" if shown.mode is Mode.ACTOR else "projects"]
    return [each.name for each in table.columns if each.name in shown.facts and each.name not in said]


def _text(value: object) -> str:
    """Text of a cell; the values of a list are joined."""
    if isinstance(value, tuple | list):
        return ", ".join(str(each) for each in value)
    return "" if value is None else str(value).strip()


def _header(t: Words, column: str) -> str:
    """Words for an extra column we know from the shipped data; any other column is called as the file calls it."""
    key = f"steckbrief.extra.{column}"
    return t(key) if t.has(key) else plain(column)


def extra_columns(shown: Profile) -> list[str]:
    """Columns the file has beyond the contract; they are shown, never dropped."""
    return [name for name in shown.facts if name not in _contract()]


def _contract() -> frozenset[str]:
    """Names of the columns that the contract of the data knows."""
    return frozenset(each.name for name in ("actors", "projects") for each in TABLES[name].columns)


def sums(t: Words, ends: Sequence[TieEnd]) -> list[str]:
    """Known sums received and given, each with what is left out."""
    found = []
    for outward, key in ((False, "steckbrief.money.sum_received"), (True, "steckbrief.money.sum_given")):
        ties = [end for end in ends if end.outward is outward]
        if ties:
            counted = total(end.amount_eur for end in ties if end.left_out is None)
            left_out = t.count("steckbrief.money.left_out", sum(end.left_out is not None for end in ties))
            found.append(t(key, amount=t.money(counted), left_out=left_out))
    return found


_ORDER = (
    "type", "kind", "area", "kompetenzfelder", "status", "duration", "date_text", "location", "budget", "website",
    "aliases", "locator",
)  # fmt: skip
# columns of the contract that a profile says in another place than among its facts
_ELSEWHERE = frozenset(
    (
        "id", "name", "short_name", "start", "end", "lead", "partners", "funders", "budget_eur", "description",
        "reference", "collective",
    )
)  # fmt: skip


def _project_facts(t: Words, shown: Profile) -> dict[str, str]:
    row = shown.facts
    budget = row["budget_eur"]
    return {
        "status": t.term("status", row["status"]),
        "duration": duration_words(t, row["start"], row["end"]),
        "budget": t("steckbrief.budget_note", amount=t.money(budget)) if budget is not None else "",
    }


def _website(url: str) -> str:
    if not url.startswith(("http://", "https://")):
        return plain(url)
    safe = url.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
    return f"[{plain(url.split('//', 1)[1].rstrip('/'))}]({safe})"
