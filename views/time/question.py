"""What is asked about time."""

from __future__ import annotations

from graph.history.timeline import BarGroup
from graph.ledger.dimensions import CategoryRole
from views.address.codec import slug
from views.view import View


def with_undated(view: View) -> bool:
    """Whether what has no date is shown in every year."""
    return view.query.ohnedatum == "ja"


ALL_FOLDED = "keine"  # value of the parameter `auf` when a visitor has folded every group


def group_name(group: BarGroup) -> str:
    """Name of a group in an address."""
    return slug(group_code(group))


def group_code(group: BarGroup) -> str:
    """Code of a group, or its role where it stands for several or none."""
    return group.category.code if group.category.role is CategoryRole.ITEM else str(group.category.role)
