"""What carries out the statements on large registers: DuckDB on this machine, Apache Spark on a cluster."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import narwhals as nw

from graph.errors import AkteursnetzError
from graph.intake.delimited import SAMPLE, likely_delimiter
from graph.intake.opening import MOST_BYTES

PREVIEW = 40  # rows by which a table is told
MEMORY = "600MB"  # of DuckDB; what does not fit goes to a file
PARQUET = ".parquet"


class NoEngineError(AkteursnetzError, RuntimeError):
    """An engine cannot do what is asked.

    Attributes
    ----------
    code
        ``pyspark`` or ``java`` when that is missing, ``region`` when nothing says where to cut.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Engine(Protocol):
    """Carries out statements over Narwhals."""

    def rows(self, source: str) -> nw.LazyFrame[Any]:
        """Return a table whose columns are texts."""

    def preview(self, source: str) -> list[list[str]]:
        """Return the header and the first rows of a table."""

    def collect(self, rows: nw.LazyFrame[Any]) -> list[tuple[Any, ...]]:
        """Carry out a statement, and return its rows."""


class DuckDB:
    """CSV and Parquet of this machine, larger than memory."""

    def __init__(self, memory: str = MEMORY) -> None:
        import duckdb  # noqa: PLC0415 - only for what is large

        self._connection = duckdb.connect(config={"memory_limit": memory, "preserve_insertion_order": False})
        self._connection.execute("SET enable_progress_bar = false")  # it would be drawn among the lines of a command

    def rows(self, source: str) -> nw.LazyFrame[Any]:
        """See `Engine`."""
        if source.endswith(PARQUET):
            relation = self._connection.read_parquet(source)
            texts = ", ".join(f'CAST("{name}" AS VARCHAR) AS "{name}"' for name in map(_quoted, relation.columns))
            relation = relation.project(texts)
        else:
            relation = self._connection.read_csv(source, header=True, all_varchar=True)
        return nw.from_native(relation)

    def preview(self, source: str) -> list[list[str]]:
        """See `Engine`."""
        return _preview(self, self.rows(source))

    def collect(self, rows: nw.LazyFrame[Any]) -> list[tuple[Any, ...]]:
        """See `Engine`."""
        found: list[tuple[Any, ...]] = rows.to_native().fetchall()
        return found


class Spark:
    """What lies on a cluster, or where ``SPARK_REMOTE`` and Spark's own settings say; local without them."""

    def __init__(self) -> None:
        try:
            from pyspark.sql import SparkSession  # type: ignore[import-not-found]  # noqa: PLC0415 - an optional package

            builder = SparkSession.builder.appName("akteursnetz").config("spark.ui.enabled", "false")
            self._session = builder.getOrCreate()
        except ImportError as error:
            raise NoEngineError("pyspark") from error
        except Exception as error:
            raise NoEngineError("java") from error

    def rows(self, source: str) -> nw.LazyFrame[Any]:
        """See `Engine`."""
        read: Any = self._session.read
        if source.endswith(PARQUET):
            frame = read.parquet(source)
            frame = frame.select(*(frame[f"`{name}`"].cast("string").alias(name) for name in frame.columns))
        else:
            options = {"header": "true", "sep": _delimiter(source), "quote": '"', "escape": '"', "multiLine": "true"}
            frame = read.options(**options).csv(source)
        rows: nw.LazyFrame[Any] = nw.from_native(frame)
        return rows

    def preview(self, source: str) -> list[list[str]]:
        """See `Engine`."""
        return _preview(self, self.rows(source))

    def collect(self, rows: nw.LazyFrame[Any]) -> list[tuple[Any, ...]]:
        """See `Engine`."""
        return [tuple(row) for row in rows.to_native().collect()]


ENGINES: Mapping[str, Callable[[], Engine]] = {"local": DuckDB, "spark": Spark}


def tables_in(sources: Sequence[str]) -> list[str]:
    """Return the tables among files and folders; what only a cluster can read stays as it is."""
    found: list[str] = []
    for source in sources:
        path = Path(source)
        if path.is_dir() and not source.endswith(PARQUET):
            found += sorted(str(file) for file in path.iterdir() if file.suffix.casefold() in (".csv", ".tsv", PARQUET))
        else:
            found.append(str(source))
    return found


def needs_engine(sources: Sequence[str]) -> bool:
    """Whether some table is Parquet, or larger than what is read line by line."""
    paths = [Path(source) for source in tables_in(sources)]
    return any(path.suffix == PARQUET or (path.is_file() and path.stat().st_size > MOST_BYTES) for path in paths)


def _preview(engine: Engine, rows: nw.LazyFrame[Any]) -> list[list[str]]:
    header = rows.collect_schema().names()
    first: Sequence[tuple[Any, ...]] = engine.collect(rows.head(PREVIEW))
    return [list(header), *(["" if cell is None else str(cell) for cell in row] for row in first)]


def _quoted(name: str) -> str:
    return name.replace('"', '""')


def _delimiter(source: str) -> str:
    """Return the sign between the cells of a file; where only the cluster can read it, the semicolon of registers."""
    path = Path(source)
    if not path.is_file():
        return ";"
    with path.open("rb") as stream:
        return likely_delimiter(stream.read(SAMPLE).decode("utf-8", "replace"))
