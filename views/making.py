"""A file that is made beside the page: what makes it, and what is said meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from graph.dataset import Dataset
from graph.export.formats import File
from views.progress import Progress


@dataclass(frozen=True, slots=True)
class Making:
    """How a file is made.

    Attributes
    ----------
    name
        Its format in words.
    key
        Tells one file from another; see `key_of`.
    make
        Makes it.
    says
        Words for the parts that are done and all of them.
    refusals, why_not
        Errors that mean that there is no file, and the words for one; any other is one of the program.
    """

    name: str
    key: str
    make: Callable[[Progress], File]
    says: Callable[[int, int], str]
    refusals: tuple[type[Exception], ...]
    why_not: Callable[[Exception], str]


def key_of(order: object, template: bytes | None, *datasets: Dataset | None) -> str:
    """Return what tells the file of an order from any other.

    Parameters
    ----------
    order
        What is wanted; its text says everything but the template and the data.
    template
        An organisation's own file.
    *datasets
        The data, and the state they are compared with.
    """
    data = "".join(each.fingerprint for each in datasets if each)
    return f"{order}{sha256(template or b'').hexdigest()}{data}"
