"""A sign of several characters at every place of long names stops no view and no format, and is never cut in two."""

import pytest

from graph.export import export
from tests.fuzzing import ALL_FORMATS, COMPARED, DAY, VIEWS
from tests.small_region import actor, project, region, tie
from views.address.codec import path
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.portfolio import portfolio

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
MARKED = "e\u0323\u0301"
NAME = "Zentrum für Donaudampfschifffahrtstechnologie und Wasser"
DRAWN = ("svg", "html")  # formats whose letters can be read back without a program


def named(place: int, what: str) -> str:
    """Return a long name with both signs at a place of it; each element of the region has another place."""
    return f"{what} {NAME[:place]}{FAMILY}{MARKED}{NAME[place:]}"


PLACES = range(0, len(NAME) + 1, 2)
REGION = region(
    actors=[actor(f"a{n}", "Hochschule", name=named(n, "Haus"), kompetenzfelder=("Wasser",)) for n in PLACES],
    projects=[
        project(f"p{n}", "Wasser", name=named(n, "Plan"), start=f"20{10 + n // 4}-01", end="2027-06", status="ongoing")
        for n in PLACES
    ],
    ties=[
        *(tie(f"a{n}", "leads", f"p{n}") for n in PLACES),
        *(tie(f"a{n}", "partner", f"p{(n + 2) % 56}") for n in PLACES),
        *(tie("a0", "funds", f"p{n}", 1000 * (n + 1)) for n in PLACES),
    ],
)


def is_cut_in_two(text: str, sign: str) -> bool:
    """Whether a part of a sign is left without the rest of it."""
    rest = text.replace(sign, "")
    return any(part in rest for part in sign if not part.isascii())


@pytest.mark.parametrize(("page", "tab"), [*VIEWS, *COMPARED])
def test_no_view_and_no_format_stumbles_over_a_sign_of_several_characters(page, tab):
    view = view_of(REGION, f"{path(page)}?reiter={tab}&id=a2&vergleich=a2,a4&partnervon=a2", "de", lambda _: REGION)
    made = portfolio(view, [exhibit_of(view)], day=DAY)

    files = {name: export(name, made) for name in ALL_FORMATS if name != "png"}

    for name in DRAWN:
        written = files[name].content.decode("utf-8", "ignore")
        assert not is_cut_in_two(written, FAMILY), name
        assert not is_cut_in_two(written, "\u0323\u0301"), name
