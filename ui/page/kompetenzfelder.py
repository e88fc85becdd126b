"""In the making."""

from ui import parts, view

seen = view.current()
parts.heading(seen.t("page.kompetenzfelder.title"), seen.t("page.kompetenzfelder.title"))
