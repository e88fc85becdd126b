"""Classes of German sentences and the ties each states, in ``tests/extraction/sentences.txt``; names are invented."""

from pathlib import Path

import pytest

from graph.extraction import Proposed, extract

SENTENCES = (Path(__file__).parent / "extraction" / "sentences.txt").read_text("utf-8").strip().split("\n\n")


@pytest.mark.parametrize("block", SENTENCES, ids=range(len(SENTENCES)))
def test_a_sentence_of_each_class_states_its_ties(block):
    sentence, *lines = block.split("\n")
    expected = {tuple(line.strip().split(" | ")) for line in lines}

    found = {(tie.source, tie.type, tie.target) for tie in extract(sentence).proposals if tie.kind is Proposed.TIE}

    assert found == expected
