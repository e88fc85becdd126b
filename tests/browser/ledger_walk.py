"""A paper reviewed by somebody who has its facts before the eyes: what is right is accepted, the rest rejected."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from graph.extraction import Proposal, extract
from store import Store
from tests.ledger import Fact, Names, share, wanted
from views.language.words import words

TABLES = ("actors", "projects", "links", "events")


@dataclass(frozen=True)
class Walk:
    """What a review by a ledger gave."""

    formed: int
    share: float
    seconds: float

    @property
    def seconds_a_fact(self) -> float:
        return self.seconds / max(1, round(self.formed * self.share))

    def __str__(self) -> str:
        held = round(self.formed * self.share)
        return f"{held} of {self.formed} facts with a row form ({self.share:.0%}), {self.seconds_a_fact:.2f} s a fact"


def heading(one: Proposal) -> str:
    """The title of a card, as the screen shows it."""
    t = words("de")
    if one.kind == "tie":
        return f"{one.source} – {t.term('tie_kind', one.type)} – {one.target}"
    if one.kind == "amount":
        return f"{t.number(one.value_eur)} € {one.of}"
    return f"{' '.join(one.text.split())} {one.of}".strip()


def walk(page: Page, region: Store, text: str, facts: Sequence[Fact], names: Names | None = None) -> Walk:
    """Decide every card with A or R and save with S; keys only, never a change of what is proposed.

    Parameters
    ----------
    page
        The review of the paper, with the focus on its first card.
    region
        An empty store.
    text
        The paper.
    facts, names
        See `tests.ledger.wanted`.
    """
    proposals = extract(text).proposals
    right = {heading(one) for one in proposals if wanted(one, facts, names)}
    begun = time.monotonic()
    for _ in proposals:
        card = page.locator(".card").evaluate(_SHOWN)
        if not card:
            break
        page.keyboard.press("a" if card in right else "r")
    page.keyboard.press("s")
    expect(page.locator(".st-key-edit_news")).to_contain_text("gespeichert", ignore_case=True)
    seconds = time.monotonic() - begun
    tables = {table: [entry.cells | {"id": id} for id, entry in region.entries(table).items()] for table in TABLES}
    return Walk(sum(bool(fact.rows) for fact in facts), share(facts, tables, names), seconds)


# title of the card, with what an amount or a date belongs to; nothing at the end
_SHOWN = """card => {
    if (!card.querySelector(".finish")) return "";
    const facts = card.querySelector(".facts").textContent.split(" · ");
    const title = card.querySelector("h2").textContent;
    return ["Betrag", "Termin"].includes(facts[0]) ? `${title} ${facts[1].split(", ")[0]}` : title;
}"""
