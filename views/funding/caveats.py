"""What a sum of money leaves out, and what may be in it twice."""

from __future__ import annotations

from graph.ledger.flow import Flow
from graph.ledger.grants import LeftOut
from graph.ledger.passing_on import PassedOn
from graph.ledger.totals import Totals
from graph.vocabulary import AmountBasis
from views.language.speech import Speech
from views.language.words import Words


def caveats(say: Speech, found: Flow | Totals) -> str:
    """Say what is not in a sum, by reason, and what may be in it twice; nothing when there is nothing."""
    return " ".join(filter(None, (left_out(say.t, found.left_out), _passed_on(say, found.passed_on))))


def _passed_on(say: Speech, found: PassedOn | None) -> str:
    if found is None:
        return ""
    words = {
        "names": say.named(found.elements),
        "amount": say.t.money(found.amount_eur),
        "basis": say.t.term("amount_basis", AmountBasis.OVERLAP),
    }
    return say.t.count("money.passed_on", len(found.elements), **words)


def left_out(t: Words, reasons: tuple[LeftOut, ...]) -> str:
    """Say what no sum contains, by reason; nothing when there is nothing."""
    if not reasons:
        return ""
    return t("money.reconcile.left_out", reasons=t.names([_reason(t, entry) for entry in reasons]))


def _reason(t: Words, entry: LeftOut) -> str:
    words = {"reason": t.term("omission", entry.reason), "ties": t.count("money.ties", entry.count)}
    if entry.amount_eur is None:
        return t("money.reconcile.reason", **words)
    return t("money.reconcile.reason_with_amount", amount=t.money(entry.amount_eur), **words)
