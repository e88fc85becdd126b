"""In the making."""

from ui import parts, view

seen = view.current()
parts.heading(seen.t("page.vergleich.title"), seen.t("page.vergleich.title"))
