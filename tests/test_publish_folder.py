"""A site that is written over an earlier one: what that one wrote goes, everything else stays."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commands.__main__ import main
from graph.export.site.folder import LISTING, ForeignFilesError, listing, replace_site

ACTORS = "id,name,type\nzirbel,Zirbel GmbH,Unternehmen\nbeta,Beta-Verein,Verein\n"


def site(**pages):
    files = {path.replace("__", "/"): text.encode() for path, text in pages.items()}
    return {**files, LISTING: listing(files)}


def content_of(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def published(tmp_path):
    """Folder with a site of two actors, and what it was made from."""
    data, to = tmp_path / "data", tmp_path / "site"
    data.mkdir()
    (data / "actors.csv").write_text(ACTORS, "utf-8")
    assert main(["publish", str(data), "--to", str(to)]) == 0
    return data, to


def test_nothing_speaks_of_an_actor_that_is_no_longer_in_the_data(published):
    data, to = published
    (data / "actors.csv").write_text("id,name,type\nbeta,Beta-Verein,Verein\n", "utf-8")

    assert main(["publish", str(data), "--to", str(to)]) == 0
    assert [path for path, content in content_of(to).items() if b"irbel" in path.encode() + content] == []
    assert (to / "akteure" / "beta.html").is_file()


def test_nothing_names_an_actor_that_is_anonymous_now(published):
    data, to = published

    assert main(["publish", str(data), "--to", str(to), "--anonymous-companies"]) == 0
    assert [path for path, content in content_of(to).items() if b"irbel" in path.encode() + content] == []


def test_the_same_site_can_be_written_again(published):
    data, to = published
    before = content_of(to)

    assert main(["publish", str(data), "--to", str(to)]) == 0
    assert content_of(to) == before


def test_what_came_from_elsewhere_stays(published):
    data, to = published
    (to / "CNAME").write_text("netz.example.de", "utf-8")
    (to / ".htaccess").write_text("Options -Indexes", "utf-8")

    assert main(["publish", str(data), "--to", str(to), "--anonymous-companies"]) == 0
    assert (to / "CNAME").read_text("utf-8") == "netz.example.de"
    assert (to / ".htaccess").is_file()


def test_a_page_that_was_changed_by_hand_is_not_replaced_and_said(published, capsys):
    data, to = published
    (to / "imprint.html").write_text("von Hand", "utf-8")
    before = content_of(to)

    assert main(["publish", str(data), "--to", str(to), "--anonymous-companies"]) == 1
    assert content_of(to) == before
    assert "seitdem geändert wurden: imprint.html. Es wurde nichts geschrieben." in capsys.readouterr().err


def test_a_folder_with_other_files_is_refused_before_anything_is_made(published, tmp_path, capsys):
    data, _ = published
    full = tmp_path / "full"
    full.mkdir()
    for name in ("a.txt", "b.txt", "c.txt", "d.txt", "e.txt"):
        (full / name).write_text("x", "utf-8")

    assert main(["publish", str(data), "--to", str(full)]) == 1
    assert "stammen oder seitdem geändert wurden: a.txt, b.txt, c.txt und 2 weitere Dateien." in capsys.readouterr().err
    assert len(content_of(full)) == 5


def test_a_file_is_no_folder(published, tmp_path, capsys):
    data, _ = published
    (tmp_path / "site.html").write_text("x", "utf-8")

    assert main(["publish", str(data), "--to", str(tmp_path / "site.html")]) == 1
    assert "ist eine Datei und kein Ordner." in capsys.readouterr().err


@pytest.mark.parametrize("path", ["../precious.txt", "/etc/precious.txt", "akteure/../../precious.txt"])
def test_a_list_that_leads_out_of_the_folder_deletes_nothing(tmp_path, path):
    folder, precious = tmp_path / "site", tmp_path / "precious.txt"
    folder.mkdir()
    precious.write_bytes(b"")
    (folder / LISTING).write_bytes(listing({path: b""}))

    with pytest.raises(ForeignFilesError):
        replace_site(folder, site(index="neu"))
    assert precious.exists()


def test_a_linked_folder_is_not_followed(tmp_path):
    folder, other = tmp_path / "site", tmp_path / "other"
    replace_site(folder, site(akteure__a="a"))
    other.mkdir()
    (folder / "akteure").rename(other / "akteure")
    (folder / "akteure").symlink_to(other / "akteure")

    with pytest.raises(ForeignFilesError):
        replace_site(folder, site(akteure__b="b"))
    assert (other / "akteure" / "a").read_bytes() == b"a"


def test_a_site_of_which_only_a_part_was_written_can_be_replaced(tmp_path, monkeypatch):
    folder = tmp_path / "site"
    replace_site(folder, site(a="1", b="1", c="1"))
    writes = 0
    whole = Path.write_bytes

    def full_disk(path, content):
        nonlocal writes
        writes += 1
        if writes == 3:
            raise OSError("no space left")
        return whole(path, content)

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(OSError, match="no space left"):
        replace_site(folder, site(b="2", d="2"))
    monkeypatch.undo()

    replace_site(folder, site(b="3"))
    assert set(content_of(folder)) == {"b", LISTING}


PATHS = st.sampled_from(["index.html", "akteure/a.html", "akteure/b.html", "en/akteure/a.html", "daten/x.csv"])
SITES = st.dictionaries(PATHS, st.binary(max_size=3))


@given(
    st.lists(SITES, min_size=1, max_size=5), st.dictionaries(st.sampled_from(["CNAME", "akteure/own"]), st.just(b"o"))
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_sites_the_folder_holds_the_last_one_and_what_was_foreign(tmp_path_factory, sites, foreign):
    folder = tmp_path_factory.mktemp("folder")
    for number, files in enumerate(sites):
        replace_site(folder, {**files, LISTING: listing(files)})
        if number == 0:
            for path, content in foreign.items():
                (folder / path).parent.mkdir(exist_ok=True)
                (folder / path).write_bytes(content)

    assert content_of(folder) == {**sites[-1], LISTING: listing(sites[-1]), **foreign}
