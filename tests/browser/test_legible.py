"""Pictures stay legible while one open window takes the sizes of a screen, a beamer, a tablet and a telephone."""

import pytest

from tests.browser.conftest import wait_until_drawn

SIZES = [(1440, 900), (1280, 720), (820, 1180), (390, 844)]
VIEWS = {  # with the colours they are shown in
    "field": ("/netzwerk?feld=wasserstoff", "light"),
    "cooperation before a room": ("/netzwerk?feld=fachkraefte&ansicht=kooperation&modus=praesentation", "dark"),
    "many before a room, beside their list": ("/rollen?modus=praesentation", "light"),
    "around one": ("/netzwerk?fokus=hochschule-aalen", "dark"),
    "groups": ("/netzwerk?gruppen=feld", "light"),
    "columns": ("/netzwerk?feld=automotive&form=spalten", "dark"),
    "map": ("/netzwerk?form=karte", "light"),
}
BEFORE_A_ROOM = "modus=praesentation"
EVERY_NAME, IN_A_ROOM = 60, 40  # elements up to which every one is named
SETTLED_MS = 500  # a change of size is followed, then names are chosen
# rectangles of shapes, of names and of texts on lines in px of the canvas, and ids of who has most lines or is largest
SEEN = """async (frame) => {
    const stage = frame.akteursnetz;
    while (!stage.labels) await new Promise(requestAnimationFrame); // first painting, late on a busy machine
    const { scale } = stage.camera, parts = { box: [0.575, 0.41], diamond: [0.6, 0.6] };
    const place = (node) => stage.network.canvasToDOM(node);
    const shape = (node) => {
        const { x, y } = place(node), half = node.size * scale;
        const [wide, high] = (parts[node.shape] ?? [0.5, 0.5]).map((part) => part * half);
        return [x - wide, y - high, x + wide, y + high];
    };
    const drawn = stage.byRank.filter((node) => !node.dimmed);
    const tied = drawn.filter((node) => node.neighbours.size);
    const most = (a, b) => b.lines.length - a.lines.length || (a.id < b.id ? -1 : 1);
    const area = (node) => (parts[node.shape] ?? [0.5, 0.5]).reduce((a, b) => a * b) * node.size ** 2;
    const firsts = [tied.sort(most), [...drawn].sort((a, b) => area(b) - area(a) || most(a, b))];
    return {
        shapes: Object.fromEntries(drawn.map((node) => [node.id, shape(node)])),
        names: Object.fromEntries(stage.labels.map(({ node, box }) => [node.id, Object.values(box)])),
        numbers: stage.labelling.numbers.map(({ box }) => box),
        buttons: stage.toolbar.rectangle(),
        first: firsts.flatMap((nodes) => nodes.slice(0, 15).map((node) => node.id)),
        canvas: [stage.box.clientWidth, stage.box.clientHeight],
    };
}"""


def shared(a, b, slack=0.5):
    wide, high = min(a[2], b[2]) - max(a[0], b[0]) - slack, min(a[3], b[3]) - max(a[1], b[1]) - slack
    return wide * high if wide > 0 and high > 0 else 0.0


def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def faults(seen, every_name=EVERY_NAME):
    """What would make a picture hard to read, one sentence each."""
    shapes, names, numbers = seen["shapes"], seen["names"], seen["numbers"]
    wide, high = seen["canvas"]
    pairs = [(a, b) for a in names for b in names if a < b and shared(names[a], names[b])]
    yield from (f"the names of {a} and {b} overlap" for a, b in pairs)
    covered = [(a, b) for a in names for b in shapes if a != b and shared(names[a], shapes[b]) > area(shapes[b]) / 4]
    yield from (f"the name of {a} covers {b}" for a, b in covered)
    outside = [n for n, box in names.items() if box[0] < -1 or box[1] < -1 or box[2] > wide + 1 or box[3] > high + 1]
    yield from (f"the name of {name} leaves the canvas" for name in outside)
    yield from (f"the name of {name} runs under the buttons" for name in names if shared(names[name], seen["buttons"]))
    taken = [*shapes.values(), *names.values()]
    yield from (f"the text at {box} covers something" for box in numbers if any(shared(box, other) for other in taken))
    wanted = set(shapes) if len(shapes) <= every_name else set(seen["first"])
    yield from (f"{node} has no name" for node in sorted(wanted - set(names)))


@pytest.mark.parametrize(("address", "colours"), VIEWS.values(), ids=VIEWS)
def test_one_window_stays_legible_at_every_size(new_page, app_url, address, colours):
    page = new_page(color_scheme=colours)

    assert found_at_every_size(page, app_url + address) == []


def found_at_every_size(page, address):
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    wait_until_drawn(page)
    found, every_name = [], IN_A_ROOM if BEFORE_A_ROOM in address else EVERY_NAME
    for wide, high in SIZES:
        page.set_viewport_size({"width": wide, "height": high})
        page.wait_for_timeout(SETTLED_MS)
        found += [f"{wide}x{high}: {fault}" for fault in faults(page.locator(".frame").evaluate(SEEN), every_name)]
    return found
