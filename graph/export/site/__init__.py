"""A region as a static website: pages that work from disk and from any server, and ask nobody for anything."""

from graph.export.site.website import website

__all__ = ["website"]
