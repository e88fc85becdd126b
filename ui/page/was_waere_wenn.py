"""In the making."""

from ui import parts, view

seen = view.current()
parts.heading(seen.t("page.was_waere_wenn.title"), seen.t("page.was_waere_wenn.title"))
