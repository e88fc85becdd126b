"""A frame: words with slots for names, and the tie that they state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NO_NAME = r"(?!Mitglied|Gesellschafter|Partner|Leitung|Träger|Antrag)"  # capitals before a name that state a tie
_NOUN = rf"{_NO_NAME}[A-ZÄÖÜ][a-zäöüß]{{3,24}} (?=⟦)"  # "Firma" or "Verbundvorhaben" before a name
# what may stand between two names of a list
_JOIN = "|".join(
    (
        r"(?:\s++|[,;/&•▪●‣·*–-]",
        r"[\uf000-\uf0ff]",
        r"\b(?:und|sowie|oder|bzw\.|u\.|als auch|ferner|auch|allen voran|unter anderem|u\. ?a\.|beteiligten?|beiden?)",
        r"\b(?:gemeinsam|zusammen|in Kooperation|in Zusammenarbeit) mit",
        r"\bvon Kammerseite",
        r"\b(?:aus|von Seiten) (?:der|den|dem) (?:Wirtschaft|Wissenschaft|Verwaltung|Politik|Kommunen|Forschung|Kultur|Region)",
        r"\bgefolgt von",
        r"\bzu \d{1,3} ?(?:%|Prozent) bei(?=m? )",
        r"\bzu \d{1,3} ?(?:%|Prozent)",
        r"\b(?:mittelbar|indirekt) (?:über|durch) (?:ihre|seine|die) [A-ZÄÖÜ][a-zäöüß]+",
        r"\b(?:von|durch|mit|aus|für) (?=⟦|d)",
        r"\bmit (?=\d{1,3}(?:[.,]\d{1,2})? ?(?:%|Prozent))",
        r"\d{1,2}[.)]",
        rf"\b{_NOUN}",
        r"\b(?:vom|beim|der|die|das|dem|den|des|einem|einer|eine|ein)\b(?: [a-zäöüß]{3,24}e[nrsm]?(?= ⟦| [a-zäöüß]{3,24}e[nrsm]? ⟦))?",
        r"\b[a-zäöüß]{4,24}e[nrsm]?(?= ⟦)(?<!ieren)(?<!dern)(?<!eiten)(?<!tzen)(?<!agen)(?<!tellen)(?<!rden)(?<!aben)(?<!nden)",
        r"\([^()⟦⟧]{0,90}\)",
        r"[,–-]? ?(?:[\d,.]{1,6}) ?(?:%|Prozent)",
        r"[“”\"„])",
    )
)
_BEFORE = (
    "an in bei von vom beim am im der die das des dem den einer eines einem ein eine".split()
)  # words before a name that say nothing
SLOTS = {
    "ONE": r"⟦[AP]\d+⟧",
    "A": r"⟦A\d+⟧",
    "P": r"⟦P\d+⟧",
    "L": rf"⟦[AP]\d+⟧(?:{_JOIN}{{0,24}}+⟦[AP]\d+⟧)*",
    "D": rf"(?: ?[,(]? ?(?:(?:{'|'.join(_BEFORE)}) |[a-zäöüß]{{3,20}}e[nrsm]? |{_NOUN})*+)",
    "LED": (
        "(?:koordiniert|geleitet|organisiert|moderiert|initiiert|betrieben|getragen|durchgeführt|umgesetzt|ausgerichtet|veranstaltet|entworfen"
        "|erstellt|entwickelt|verantwortet|herausgegeben|erarbeitet|gemanagt|betreut|federführend [a-zäöü]+|ins Leben gerufen|aufgebaut)"
    ),
    "SUM": r"(?:(?:€|EUR|CHF|Fr\.) ?\d[\d.,'’]*+(?:-{1,2}|–)?(?: (?:Mio|Mrd)\b\.?)?|\d[\d.,' ]*+(?:(?:Mio|Mrd|Tsd|Mill)\b\.? ?|Millionen |Tausend )?(?:Euro|EUR|€|T€|TEUR)|\d{1,3}(?:,\d{1,2})? ?(?:%|Prozent))",
    "SHARE": r"\d{1,3}(?:[,.]\d{1,2})? ?(?:%|Prozent|v\. ?H\.)",
}


@dataclass(frozen=True)
class Frame:
    """A way to state a tie.

    Attributes
    ----------
    name
        Says in the review screen why something is proposed.
    tie
        Code of the kind of tie.
    pattern
        Finds it in a masked sentence; group ``a`` holds where the tie begins, ``b`` where it ends. A frame without one of
        them means the thing that was spoken of last.
    words
        One of them is in every sentence the pattern can fit; a quick check before it.
    implied
        What the group that is left out means: ``company``, ``last_company``, ``project``, ``issuer``, ``subject``, or
        ``topic``, the project its passage speaks of.
    open_as
        The tie when the clause says only that it may come to be; empty for none.
    """

    name: str
    tie: str
    pattern: re.Pattern[str]
    words: tuple[str, ...]
    implied: str = ""
    open_as: str = ""


def frame(
    *, name: str, tie: str, words: Sequence[str], pattern: str, implied: str = "", open_as: str = "same"
) -> Frame:
    """Build a frame from a pattern with slots, see `SLOTS`.

    Parameters
    ----------
    name, tie, words, implied
        See `Frame`.
    pattern
        Regular expression with slots such as ``{L}``.
    open_as
        See `Frame`; ``same`` keeps the tie, with the status of the clause.
    """
    for slot, meaning in SLOTS.items():
        pattern = pattern.replace("{" + slot + "}", meaning)
    return Frame(name, tie, re.compile(pattern), tuple(words), implied, tie if open_as == "same" else open_as)
