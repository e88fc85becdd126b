"""One web page in one file that asks no host for anything and works from a USB stick."""

from graph.export.html.page import web_page

__all__ = ["web_page"]
