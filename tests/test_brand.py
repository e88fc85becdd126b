"""The bar shows the name of the data and the logo that about.csv names, and nothing else from the disk."""

from base64 import b64encode

import pytest

from tests.small_region import region
from ui import brand
from views.exhibit.links import no_state, view_of
from views.language.words import words

PNG = b"\x89PNG\r\n\x1a\n logo"


@pytest.fixture
def drawn(monkeypatch, tmp_path):
    """What the bar is given for the facts of about.csv, with a folder of data beside which pictures lie."""
    (tmp_path / "daten").mkdir()
    given = []
    monkeypatch.setattr(brand.st, "logo", lambda image, **_: given.append(image))
    monkeypatch.setattr(brand.views, "data_folder", lambda: tmp_path / "daten")

    def show(**about):
        view = view_of(region(**about), "ueberblick", "de", no_state)
        brand.show(words("de"), view)
        return given[-1]

    show.folder = tmp_path / "daten"
    return show


def test_without_a_logo_the_bar_shows_the_name(drawn):
    assert "<image" not in drawn(title="Netz <Nord>")
    assert "Netz &lt;Nord&gt;" in drawn(title="Netz <Nord>")
    assert ">Akteursnetz<" in drawn()


@pytest.mark.parametrize(("name", "kind"), [("logo.png", "png"), ("Wappen.JPG", "jpeg"), ("logo.svg", "svg+xml")])
def test_a_picture_beside_the_tables_is_the_logo(drawn, name, kind):
    (drawn.folder / name).write_bytes(PNG)

    assert f'<image href="data:image/{kind};base64,{b64encode(PNG).decode()}"' in drawn(logo=name)


def test_a_logo_may_be_written_into_the_cell(drawn):
    inside = f"data:image/png;base64,{b64encode(PNG).decode()}"

    assert f'<image href="{inside}"' in drawn(logo=inside)


@pytest.mark.parametrize(
    "said",
    ["fehlt.png", "../geheim.png", "geheim.txt", "https://example.org/logo.png", 'data:image/png;base64,"><script>'],
)
def test_what_is_no_picture_beside_the_tables_is_no_logo(drawn, said):
    (drawn.folder.parent / "geheim.png").write_bytes(PNG)
    (drawn.folder / "geheim.txt").write_bytes(PNG)

    assert "<image" not in drawn(logo=said)


def test_a_logo_that_every_page_would_wait_for_is_left_out(drawn):
    (drawn.folder / "gross.png").write_bytes(PNG * 100_000)

    assert "<image" not in drawn(logo="gross.png")
