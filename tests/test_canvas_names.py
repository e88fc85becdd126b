"""The browser finds the names that Python finds: the modules of the canvas are run on the golden cases of both."""

import json
import subprocess

import pytest
from playwright._impl._driver import compute_driver_executable

from tests.conftest import REPOSITORY

GOLDEN = REPOSITORY / "tests" / "golden" / "names.json"
SCRIPT = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [folder, golden] = process.argv.slice(-2);
const { placedNames } = await import(pathToFileURL(`${folder}/naming.mjs`));
const { cutToFit, forms } = await import(pathToFileURL(`${folder}/names.mjs`));
const given = JSON.parse(readFileSync(golden, "utf8"));
const places = given.places.map(({ given }) => placedNames(given, given.most));
const { nodes, frame, names } = given.cut;
const size = (ls) => [7 * Math.max(0, ...ls.map((text) => text.length)), 14 * ls.length];
const inLengths = (lengths) => {
  const written = names.map((text, i) => forms(text, lengths[i]));
  return { written, sizes: written.map((both) => both.flatMap(size)) };
};
const owners = names.map((_, i) => i);
const asked = { nodes, frame, owners, must: owners.map(() => true), lines: [], keptClear: [] };
const { written, chosen } = cutToFit(asked, inLengths, 60);
const cut = written.map((both, i) => both[Math.floor(chosen[i] / 56)]);
const shorter = given.shorter.map(([text, most]) => forms(text, most));
console.log(JSON.stringify({ places, cut, shorter, forms: given.forms.map(([text]) => forms(text)) }));
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    folder = tmp_path_factory.mktemp("canvas")
    for name in ("naming", "names"):
        text = (REPOSITORY / "graph" / "picture" / "canvas" / f"{name}.js").read_text("utf-8")
        (folder / f"{name}.mjs").write_text(text.replace('.js"', '.mjs"'), "utf-8")
    (folder / "run.mjs").write_text(SCRIPT, "utf-8")
    node = compute_driver_executable()[0]
    done = subprocess.run([node, folder / "run.mjs", folder, GOLDEN], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_places_in_the_browser_are_those_of_python(found):
    for case, answer in zip(json.loads(GOLDEN.read_text("utf-8"))["places"], found["places"], strict=True):
        assert answer["chosen"] == case["chosen"], case["says"]
        assert answer["boxes"] == [pytest.approx(box, abs=1e-5) for box in case["boxes"]], case["says"]


def test_forms_in_the_browser_are_those_of_python(found):
    cases = json.loads(GOLDEN.read_text("utf-8"))["forms"]

    assert found["forms"] == [[one, two] for _, one, two in cases]


def test_names_are_cut_in_the_browser_where_python_cuts_them(found):
    golden = json.loads(GOLDEN.read_text("utf-8"))

    assert found["cut"] == golden["cut"]["lines"]
    assert found["shorter"] == [[one, two] for *_, one, two in golden["shorter"]]
