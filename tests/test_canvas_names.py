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
const { forms } = await import(pathToFileURL(`${folder}/names.mjs`));
const given = JSON.parse(readFileSync(golden, "utf8"));
const places = given.places.map(({ given }) => placedNames(given, given.most));
console.log(JSON.stringify({ places, forms: given.forms.map(([text]) => forms(text)) }));
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
