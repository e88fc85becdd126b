"""Papers made to exhaust the reader or to hide something: what a reader sees is read, or a sentence says why not."""

import pytest

from graph.extraction.files import guarded, read_bytes
from tests.hostile_papers import HTML, OPARL, PDF, SENTENCE, TRIES, WORD, Try, said_of, word
from tests.test_paper_files import pdf
from views.language.words import words
from views.papers.words import pages_not_read


@pytest.mark.parametrize(
    "one", [one for one in TRIES.values() if not one.slow and not one.heavy], ids=lambda one: one.name
)
def test_hostile_papers_are_read_or_refused_as_they_should(one: Try):
    assert said_of(one) == ""


@pytest.mark.parametrize("name", ["leere-laeufe.docx", "nur-anfaenge.html", "kommentare.html"])
def test_what_takes_too_long_is_said_in_time(name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(guarded, "MOST_SECONDS", 0.5)

    assert said_of(TRIES[name]) == ""


def test_the_tries_are_many_and_each_has_a_name_of_its_own():
    assert len(TRIES) == len(WORD) + len(PDF) + len(OPARL) + len(HTML) > 50


def test_pages_of_pictures_among_pages_of_text_are_counted_and_said():
    document = read_bytes("gemischt.pdf", pdf([[], [SENTENCE.replace("„", "").replace("“", "")], []]))

    assert "Die Stadt Au" in document.text
    assert pages_not_read(words("de"), document) == "2 Seiten enthalten keinen Text, nur Bilder."
    assert (
        pages_not_read(
            words("de"), read_bytes("a.docx", word("<w:p/>" + f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>"))
        )
        == ""
    )
