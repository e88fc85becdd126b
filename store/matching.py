"""Which row of a file is which row of the store: by its id, a tie by its ends and kind, an event by its project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Any

from graph.reading.rows import Rows
from store.naming import names_of, values_of

# of rows with equal names, those are the same that agree in most; beyond this number the order decides
_COMPARED = 50
_NOTHING: tuple[Any, ...] = ("", (), None)


class Beside:
    """The rows of a file beside those of the store.

    Attributes
    ----------
    kept, read
        The rows of the store and of the file, as text.
    pairs
        Row of the file -> row of the store, for those that are the same.
    """

    def __init__(self, kept: Rows, read: Rows) -> None:
        self.kept, self.read = kept, read
        self._kept_values, self._read_values = values_of(kept), values_of(read)
        self.pairs = self._matched()

    def agree(self, row: int, place: int, column: str) -> bool:
        """Whether a cell of the file says what the store says, perhaps in other words.

        Parameters
        ----------
        row
            Row of the file, from 0.
        place
            Row of the store, from 0.
        column
            Name of the column.
        """
        text, kept = self.read.columns[column][row], self.kept.columns.get(column, ())
        kept_text = kept[place] if kept else ""
        if text == kept_text or not kept_text or column not in self._read_values:
            return bool(text == kept_text)
        value = self._read_values[column][row]
        return value not in _NOTHING and bool(value == self._kept_values[column][place])

    def agreeing(self, row: int, place: int) -> Collection[str]:
        """Return the columns of the file in which two rows agree."""
        return [column for column in self.read.headers if self.agree(row, place, column)]

    def _matched(self) -> Mapping[int, int]:
        places: dict[Hashable, list[int]] = defaultdict(list)
        for place, name in enumerate(names_of(self.kept, self._kept_values)):
            places[name].append(place)
        rows: dict[Hashable, list[int]] = defaultdict(list)
        for row, name in enumerate(names_of(self.read, self._read_values)):
            rows[name].append(row)
        return {row: place for name in rows for row, place in self._paired(rows[name], places.get(name, ()))}

    def _paired(self, rows: Sequence[int], places: Sequence[int]) -> Collection[tuple[int, int]]:
        """Pair rows of one name: equal ones first, then those that agree in most cells, then in their order."""
        if len(places) <= 1 >= len(rows) or max(len(places), len(rows)) > _COMPARED:
            return list(zip(rows, places, strict=False))
        scored = sorted(
            ((-len(self.agreeing(row, place)), abs(at - other), row, place))
            for at, row in enumerate(rows)
            for other, place in enumerate(places)
        )
        pairs: dict[int, int] = {}
        taken: set[int] = set()
        for _, _, row, place in scored:
            if row not in pairs and place not in taken:
                pairs[row] = place
                taken.add(place)
        return list(pairs.items())
