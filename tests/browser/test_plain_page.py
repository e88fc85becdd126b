"""How the benchmark looks at a page of pyvis."""

from benchmarks.visited import PlainPage

PICTURE = """<canvas></canvas><script>
const network = { body: { data: { nodes: [1, 2, 3] } } };
document.querySelector("canvas").getContext("2d").fillRect(0, 0, 9, 9);
</script>"""


def test_a_picture_from_before_the_step_is_not_taken_for_its_answer(browser):
    page, plain = browser.new_page(), PlainPage("Wasserstoff")
    page.set_content(f"<iframe srcdoc='{PICTURE}'></iframe>")
    assert plain.elements(page) == 3

    plain.mark(page)
    assert plain.elements(page) == 0

    page.locator("iframe").evaluate("(frame) => new Promise((done) => { frame.onload = done; frame.srcdoc += ' '; })")
    assert plain.elements(page) == 3
    page.close()
