"""A long computation beside the page: it goes on while the visitor reads, and tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread, current_thread
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from graph.giving_up import asked_by
from views.progress import Progress

Result = TypeVar("Result")

# Every computation that runs or whose result is still held; it may hold texts of the data.
_JOBS: WeakSet[Job[Any]] = WeakSet()
_PATIENCE = 60.0  # seconds: a computation that was given up ends at its next note of progress


class _StoppedError(Exception):
    """Nobody waits for the result any longer."""


class Job(Generic[Result]):
    """One computation in a thread of its own.

    Parameters
    ----------
    compute
        Takes a function to call with what is done and what there is to do, and returns the result. It must not
        use Streamlit.
    """

    def __init__(self, compute: Callable[[Progress], Result]) -> None:
        self._result: Result | None = None
        self._fault: Exception | None = None
        self._unwanted = False
        self.done, self.of = 0, 0
        self._thread = Thread(target=self._run, args=(compute,), daemon=True)
        _JOBS.add(self)
        self._thread.start()

    @property
    def share(self) -> float:
        """Part that is done, 0 to 1."""
        return self.done / self.of if self.of else 0.0

    @property
    def stopped(self) -> bool:
        """Whether it was given up."""
        return self._unwanted

    def wait(self, seconds: float) -> Result | None:
        """Return the result, or ``None`` if it is not there in time; a fault of the computation is raised here."""
        self._thread.join(seconds)
        if self._fault:
            raise self._fault
        return None if self._thread.is_alive() else self._result

    def stop(self) -> None:
        """Give up the computation where it next looks whether somebody waits; it has no result then."""
        self._unwanted = True

    def forget(self) -> None:
        """Give up the computation, wait until it has ended, and drop its result."""
        self.stop()
        if self._thread is not current_thread():
            self._thread.join(_PATIENCE)
        self._result = None

    def _run(self, compute: Callable[[Progress], Result]) -> None:
        try:
            with asked_by(self._ensure_wanted):
                self._result = compute(self._note)
        except _StoppedError:
            return
        except Exception as fault:  # raised where somebody waits for the result
            self._fault = fault

    def _note(self, done: int, of: int) -> None:
        self._ensure_wanted()
        self.done, self.of = done, of

    def _ensure_wanted(self) -> None:
        if self._unwanted:
            raise _StoppedError


def forget_all() -> None:
    """Give up every computation of this process and drop every result: something was erased from the data."""
    jobs = list(_JOBS)
    for job in jobs:  # all are told before one is waited for
        job.stop()
    for job in jobs:
        job.forget()
