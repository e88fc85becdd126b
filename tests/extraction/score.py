"""Scores proposals against gold: ``python -m tests.extraction.score``; ``--write`` puts the table into docs/extraction.md.

One to one, best first. Names are alike by their words without endings, articles and legal forms: 0.75 of them, or half
where the spans overlap. A tie needs both ends and its kind, an amount or date its value and what it belongs to. Rows with
``sure: false`` are neutral; a second name of the same thing is free once; a span that does not hold a word of the name is
wrong; ``never`` is a trap.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.extraction import as_record, extract
from graph.extraction.lemma import key

HERE = Path(__file__).parent
DOCUMENT = HERE.parent.parent / "docs" / "extraction.md"
KINDS = ("actor", "project", "tie", "amount", "date")
NAMED = ("actor", "project")
UNDIRECTED = ("cooperates_with", "related_to")
LEGAL = frozenset("gmbh ag ev gbr mbh kg co eg ggmbh ewiv gug aör".split())
GENERIC = frozenset(
    "stadt gemeinde landkreis kreis land amt verband verein gesellschaft projekt region netzwerk ausschuss ministerium hochschule universität kammer regional rat".split()
)
BEGIN, END = "<!-- scores -->", "<!-- /scores -->"

Row = Mapping[str, object]


@dataclass
class Score:
    """Counts of one kind."""

    gold: int = 0
    found: int = 0
    wrong: int = 0
    traps: list[str] = field(default_factory=list)

    @property
    def recall(self) -> str:
        return f"{round(100 * self.found / self.gold)}" if self.gold else "–"

    @property
    def precision(self) -> str:
        return f"{round(100 * self.found / (self.found + self.wrong))}" if self.found + self.wrong else "–"


def likeness(name: str, others: Iterable[str]) -> float:
    """Part of the words two names share; 0 when their legal forms differ or only common words are shared."""
    return max(
        (_likeness(set(words), set(other)) for words in _forms(name) for o in others for other in _forms(o)),
        default=0.0,
    )


def _forms(name: str) -> list[tuple[str, ...]]:
    return [form for form in {key(name), key(re.sub(r"\s*\([^)]{1,40}\)", "", name))} if form]


def _likeness(one: set[str], other: set[str]) -> float:
    if one & LEGAL and other & LEGAL and not one & other & LEGAL:
        return 0.0
    if one == other or "".join(sorted(one)) == "".join(sorted(other)):
        return 1.0
    if not (one & other) - LEGAL - GENERIC:
        return 0.0
    return 0.97 if one - LEGAL == other - LEGAL else 2 * len(one & other) / (len(one) + len(other))


class Gold:
    """Gold rows of a paper, and whether a proposal is one of them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = [row for row in rows if row["kind"] in KINDS]
        self.never = [row for row in rows if row["kind"] == "never"]
        self.names = {
            str(row["text"]): [str(row["text"]), *row.get("aliases", [])] for row in self.rows if row["kind"] in NAMED
        }

    def same(self, name: object, gold: object) -> bool:
        return likeness(str(name or ""), self.names.get(str(gold), [str(gold)])) >= 0.75

    def fit(self, proposal: Row, row: Row) -> float:
        """How well a proposal fits a gold row: 1 exact, 0.4 for what is right but for its kind or owner, 0 for no."""
        kind = row["kind"]
        if kind in NAMED:
            return self._name(proposal, row)
        if proposal["kind"] != kind:
            return 0.0
        if kind == "tie":
            return self._tie(proposal, row)
        value = "value_eur" if kind == "amount" else "edtf"
        if _plain(proposal.get(value)) != _plain(row[value]):
            return 0.0
        basis = kind == "date" or (proposal.get("basis") or "") in [row.get("basis", ""), *row.get("basis_ok", [])]
        owner = any(self.same(proposal.get("of"), of) for of in [row["of"], *row.get("of_ok", [])])
        return 1.0 if owner and basis else 0.4

    def _name(self, proposal: Row, row: Row) -> float:
        if proposal["kind"] != row["kind"] and not (row.get("either") and proposal["kind"] in NAMED):
            return 0.0
        alike = likeness(str(proposal["text"]), self.names[str(row["text"])])
        near = alike >= 0.5 and _overlap(proposal["span"], row["span"])
        return alike + 0.01 * (proposal["kind"] == row["kind"]) if alike >= 0.75 or near else 0.0

    def _tie(self, proposal: Row, row: Row) -> float:
        forth = self.same(proposal["from"], row["from"]) and self.same(proposal["to"], row["to"])
        back = self.same(proposal["from"], row["to"]) and self.same(proposal["to"], row["from"])
        kind = proposal["type"] in [row["type"], *row.get("kind_ok", [])]
        if kind and (forth or (back and row["type"] in UNDIRECTED)):
            return 1.0
        return 0.4 if forth or back else 0.0

    def trapped(self, proposal: Row) -> Iterable[str]:
        for trap in self.never:
            asked = [
                name
                for name in ("from", "to", "type", "of", "text", "status", "edtf", "basis", "value_eur")
                if name in trap
            ]
            if trap["never"] == proposal["kind"] and all(
                self.same(proposal.get(name), trap[name])
                if name in ("from", "to", "of", "text")
                else str(proposal.get(name)) == str(trap[name])
                for name in asked
            ):
                yield str(trap.get("note", proposal))


def _plain(value: object) -> object:
    if not isinstance(value, str):
        return float(value) if isinstance(value, int | float) else None
    first, _, last = re.sub(r"[?~%]", "", value).partition("/")
    return first if last in ("", first) else f"{first}/{last}"


def _overlap(one: object, other: object) -> bool:
    (a, b), (c, d) = one, other  # type: ignore[misc]
    return min(b, d) > max(a, c)


def valid(proposal: Row, text: str) -> bool:
    """Whether the span lies in the text and, for a name, holds one of its words or its abbreviation."""
    start, end = proposal["span"]  # type: ignore[misc]
    if not 0 <= start < end <= len(text) or end - start > 400:
        return False
    if proposal["kind"] not in NAMED:
        return True
    words, shown = key(str(proposal["text"])), "".join(key(text[start:end]))
    return any(word[:4] in shown for word in words if len(word) > 1) or (len(shown) <= 6 and shown[:1] == words[0][:1])


def score(rows: Sequence[Row], proposals: Sequence[Row], text: str) -> dict[str, Score]:
    """Count what was found, missed and wrong, by kind.

    Parameters
    ----------
    rows
        Gold.
    proposals
        As ``akteursnetz extract --json`` writes them.
    text
        The paper.
    """
    gold = Gold(rows)
    scores = {kind: Score(sum(row["kind"] == kind and row.get("sure", True) for row in gold.rows)) for kind in KINDS}
    pairs = sorted(
        (
            (fit, bool(row.get("sure", True)), at, number)
            for at, p in enumerate(proposals)
            if valid(p, text)
            for number, row in enumerate(gold.rows)
            if (fit := gold.fit(p, row))
        ),
        key=lambda pair: (-pair[0], not pair[1], pair[2], pair[3]),
    )
    used: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for fit, _, at, number in pairs:
        if at not in used and number not in taken:
            used[at] = (number, fit)
            taken.add(number)
    free: Counter[int] = Counter()
    for at, proposal in enumerate(proposals):
        kind = str(proposal["kind"])
        scores[kind].traps += gold.trapped(proposal)
        number, fit = used.get(at, (-1, 0.0))
        if number >= 0 and (kind in NAMED or fit >= 0.9 or not gold.rows[number].get("sure", True)):
            if gold.rows[number].get("sure", True):
                scores[str(gold.rows[number]["kind"])].found += 1
            continue
        other = next((n for _, _, a, n in pairs if a == at), -1) if number < 0 else -1
        free[other] += other >= 0
        scores[kind].wrong += not (other >= 0 and (free[other] == 1 or not gold.rows[other].get("sure", True)))
    return scores


def load(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def scores_of(papers: Path, gold: Path) -> dict[str, dict[str, Score]]:
    """Score every paper of a folder that has gold."""
    found = {}
    for file in sorted(gold.glob("*.jsonl")):
        text = (papers / f"{file.stem}.txt").read_text("utf-8")
        found[file.stem] = score(load(file), [as_record(p) for p in extract(text).proposals], text)
    return found


def total(scores: Mapping[str, Mapping[str, Score]]) -> dict[str, Score]:
    """Sum the counts of all papers."""
    return {
        kind: Score(
            *(sum(getattr(paper[kind], name) for paper in scores.values()) for name in ("gold", "found", "wrong")),
            [t for paper in scores.values() for t in paper[kind].traps],
        )
        for kind in KINDS
    }


def table(scores: Mapping[str, Mapping[str, Score]]) -> str:
    """Return recall / precision in % of each paper and kind as a table in Markdown."""
    lines = ["| paper | actors | projects | ties | amounts | dates | traps |", "|---|---|---|---|---|---|---|"]
    for name, paper in [*scores.items(), ("**all**", total(scores))]:
        cells = [f"{paper[kind].recall} / {paper[kind].precision}" for kind in KINDS]
        lines.append(f"| {name} | {' | '.join(cells)} | {sum(len(s.traps) for s in paper.values())} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table, or write it into the document."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--papers", type=Path, default=HERE / "papers")
    parser.add_argument("--gold", type=Path, default=HERE / "gold")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    text = table(scores_of(options.papers, options.gold))
    print(text)
    if options.write:
        document = DOCUMENT.read_text("utf-8")
        head, _, rest = document.partition(BEGIN)
        DOCUMENT.write_text(f"{head}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main()
