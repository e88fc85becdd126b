"""A pyvis network that writes a page of its own: nothing is fetched, and every text is only text."""

from __future__ import annotations

import webbrowser
from pathlib import Path

from pyvis.network import Network

from graph.picture.library import library
from graph.picture.vis_page import offline_page


class OfflineNetwork(Network):  # type: ignore[misc]  # pyvis is not typed
    """A pyvis network whose page needs no other host, and in which every text is text."""

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002  # as pyvis calls it
        """Return the page; ``name``, ``local`` and ``notebook`` make no difference to it.

        Parameters
        ----------
        name
            Makes no difference.
        local
            Makes no difference.
        notebook
            Makes no difference.
        """
        self.html = offline_page(
            {"nodes": self.nodes, "edges": self.edges, "options": self.options},
            library().read_text(encoding="utf-8"),
            title=str(self.heading or "Akteursnetz"),
            width=str(self.width),
            height=str(self.height),
            paper=str(self.bgcolor),
        )
        return self.html

    def write_html(
        self,
        name: str,
        local: bool = True,  # noqa: ARG002  # as pyvis calls it
        notebook: bool = False,
        open_browser: bool = False,
    ) -> None:
        """Write the page to a file.

        Parameters
        ----------
        name
            File to write, ending in ``.html``.
        local, notebook
            Make no difference.
        open_browser
            Show the file in a browser.
        """
        Path(name).write_text(self.generate_html(name, notebook=notebook), encoding="utf-8")
        if open_browser:
            webbrowser.open(Path(name).absolute().as_uri())
